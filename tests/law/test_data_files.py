"""A slip of the keyboard in a data file is one clear sentence with the line, and never passes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from challenge_letters.law import data_files
from challenge_letters.law.data_files import read_yaml, repeated
from challenge_letters.law.errors import BadRecord


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("samaritans:\n  who: [Samaritans\n  phone: 116 123\n", "line 2 to 3"),
        ('samaritans:\n  who: "Samaritans\n', "line 2 to 3"),
        ("samaritans:\n  who: Samaritans: free\n", "line 2"),
        ("samaritans:\n  who: Samaritans\n phone: 116 123\n", "line 1 to 3"),
    ],
)
def test_what_is_not_yaml_is_one_sentence_with_the_line(tmp_path: Path, written: str, lines: str) -> None:
    file = tmp_path / "help_lines.yaml"
    file.write_text(written, encoding="utf-8")

    with pytest.raises(BadRecord) as refused:
        read_yaml(file)
    assert str(refused.value).startswith(f"help_lines.yaml, {lines}: a colon")


@pytest.mark.parametrize(
    ("written", "twice"),
    [
        ("a:\n  who: One\n  who: Two\n", ("who",)),
        ("a:\n  who: One\na:\n  who: Two\n", ("a",)),
        ("a:\n  lines: [{x: 1, x: 2}]\n", ("x",)),
        ("a: {who: One}\nb: {who: One}\n", ()),
    ],
)
def test_a_record_or_a_field_given_twice_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, twice: tuple[str, ...]
) -> None:
    (tmp_path / "any.yaml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(data_files, "HERE", tmp_path)

    assert repeated("any.yaml") == twice
