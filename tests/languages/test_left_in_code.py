"""No English for people stands in code: what is shown is found in the catalogue of the language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languages.left_in_code import EXCUSED, TOP, left_in_python, left_in_templates


def test_no_text_for_people_stands_in_python() -> None:
    assert list(left_in_python()) == []


def test_no_text_for_people_stands_in_a_template() -> None:
    assert list(left_in_templates()) == []


@pytest.mark.parametrize("excused", EXCUSED)
def test_what_is_excused_is_there(excused: str) -> None:
    assert (TOP / "src" / "challenge_letters" / excused).exists()


@pytest.mark.parametrize(
    "code",
    [
        'def say(): return "Your answers are kept here."',
        'def say(name): return f"The letter to {name} is ready."',
        'TITLE = "What to do after the letter"',
        'def say(): yield "<p>There is nothing to send here.</p>"',
        'def stop(): raise CannotServe("The port is taken by another.")',
        'click.option("--out", help="The folder to write into.")',
    ],
)
def test_a_text_that_is_left_in_code_is_found(tmp_path: Path, code: str) -> None:
    _module(tmp_path, code)

    assert len(list(left_in_python(tmp_path))) == 1


@pytest.mark.parametrize(
    "code",
    [
        '"""What this module does, in a sentence."""',
        'WORDS = re.findall(r"\\w+", "a an the and or but")',
        'FOUND = re.compile("he said that they came")',
        'PART = "he|she|they|you|who|nobody"',
        'KEPT = "select row_id from visits where seen"',
        'GROUP = "for-whom safe safe-ways where benefit"',
        'def fail(): raise ValueError("A call of ours that is wrong.")',
        'def fail(): LOG.error("could not delete a session: %s", 1)',
        'TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"',
        'def say(): return worded("web.message.kept")',
    ],
)
def test_what_is_no_text_for_people_is_not_taken_for_one(tmp_path: Path, code: str) -> None:
    _module(tmp_path, code)

    assert list(left_in_python(tmp_path)) == []


def test_a_text_that_is_left_in_a_template_is_found(tmp_path: Path) -> None:
    folder = _module(tmp_path, "")
    (folder / "page.html").write_text("<p>{{ worded('web.kept') }}</p>\n<p>This is not legal advice.</p>")

    assert list(left_in_templates(tmp_path)) == ["page.html: This is not legal advice."]


def _module(top: Path, code: str) -> Path:
    folder = top / "src" / "challenge_letters"
    folder.mkdir(parents=True)
    (folder / "new.py").write_text(code, encoding="utf-8")
    return folder
