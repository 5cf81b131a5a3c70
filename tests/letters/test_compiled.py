"""What a wheel has read beforehand is used only for the very bytes it was read from, and says the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from challenge_letters import yaml_files
from challenge_letters.letters import compiled
from challenge_letters.letters.compiling import _templates, compiled_text, generated_code
from challenge_letters.letters.environment import make_environment
from challenge_letters.letters.sources import filled_members, members, source, template_files, tidied
from challenge_letters.letters.wordings import files, read_rows, rows_in
from challenge_letters.places import letter_templates

SOURCE = Path(yaml_files.__file__).parent


@pytest.fixture(scope="module")
def told() -> str:
    """What the wheel carries of our templates."""
    return compiled_text()


@pytest.fixture
def as_in_a_wheel(told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the list stand where a wheel has it."""
    (tmp_path / "compiled.json").write_text(told, encoding="utf-8")
    monkeypatch.setattr(compiled, "FILE", tmp_path / "compiled.json")
    compiled._held.cache_clear()
    yield
    compiled._held.cache_clear()


def test_a_checkout_has_no_such_list() -> None:
    assert not compiled.FILE.exists()
    assert not yaml_files.COMPILED.exists()
    assert not compiled.GENERATED.exists()
    assert compiled.rows_of(b"anything") is None


@pytest.mark.usefixtures("as_in_a_wheel")
def test_every_row_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    top = letter_templates()
    read = {row.name: row for path in files(top) for row in read_rows(path, path.relative_to(top).as_posix())}
    monkeypatch.setattr("challenge_letters.letters.wordings.read_rows", None)
    assert rows_in(top) == read


@pytest.mark.usefixtures("as_in_a_wheel")
def test_every_template_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(file, member) for file in template_files() for member in filled_members(file)]
    known = [tidied(file, member) for file, member in places]
    with monkeypatch.context() as cut:
        cut.setattr("challenge_letters.letters.sources.source_of", lambda _xml: None)
        assert known == [tidied(file, member) for file, member in places]


@pytest.mark.usefixtures("as_in_a_wheel")
def test_other_bytes_are_not_known() -> None:
    path = files(letter_templates())[0]
    assert compiled.rows_of(path.read_bytes()) is not None
    assert compiled.rows_of(path.read_bytes() + b" ") is None
    xml = members("complaint.docx")["word/document.xml"]
    assert compiled.source_of(xml) is not None
    assert compiled.source_of(xml + b" ") is None


def test_the_list_is_the_same_each_time(told: str) -> None:
    assert compiled_text() == told
    assert set(json.loads(told)) == {"rows", "sources"}


def test_the_law_is_the_same_and_a_changed_file_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = sorted(SOURCE.rglob("*.yaml"))
    plain: list[Any] = [yaml_files.read_yaml(path) for path in paths]
    kept = tmp_path / "compiled.pickle"
    kept.write_bytes(yaml_files.compiled(iter(paths)))
    monkeypatch.setattr(yaml_files, "COMPILED", kept)
    yaml_files._compiled.cache_clear()
    try:
        assert [_without_yaml(monkeypatch, path) for path in paths] == plain
        (tmp_path / "rates.yaml").write_text("rate: 3\n", encoding="utf-8")
        assert yaml_files.read_yaml(tmp_path / "rates.yaml") == {"rate": 3}
    finally:
        yaml_files._compiled.cache_clear()


def _without_yaml(monkeypatch: pytest.MonkeyPatch, path: Path) -> Any:
    with monkeypatch.context() as cut:
        cut.setattr(yaml_files, "parsed", None)
        return yaml_files.read_yaml(path)


def test_the_engine_is_spared_and_makes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = make_environment(source)
    (tmp_path / "generated.pickle").write_bytes(generated_code())
    monkeypatch.setattr(compiled, "GENERATED", tmp_path / "generated.pickle")
    compiled._generated.cache_clear()
    try:
        for text, name in _templates():
            made = compiled.generated_of(text, name)
            assert made == plain.compile(text, name, name, raw=True)
        changed = "{{ day }} and another"
        assert compiled.generated_of(changed, None) is None
        assert make_environment(source).from_string(changed).render(day="Monday") == "Monday and another"
    finally:
        compiled._generated.cache_clear()


def test_what_another_engine_made_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "generated.pickle").write_bytes(generated_code())
    monkeypatch.setattr(compiled, "GENERATED", tmp_path / "generated.pickle")
    monkeypatch.setattr(compiled, "ENGINE", "0.1")
    compiled._generated.cache_clear()
    try:
        assert all(compiled.generated_of(text, name) is None for text, name in _templates())
    finally:
        compiled._generated.cache_clear()
