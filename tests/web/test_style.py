"""What the pages and the letters call things has a look, on the screen and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import challenge_letters.web
from challenge_letters.letters.filling import fill
from challenge_letters.letters.page import page_html
from tests.examples import AS_AT, ExampleLetter, letters

STYLE = (Path(challenge_letters.web.__file__).parent / "static" / "site.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("letter", tuple(letters()), ids=lambda letter: letter.name)
def test_every_part_of_a_letter_has_a_style(letter: ExampleLetter) -> None:
    page = page_html(fill(letter.letter, letter.case, on=AS_AT))

    used = {name for names in re.findall(r'class="([^"]+)"', page) for name in names.split()}

    assert "letter" in used
    assert [name for name in sorted(used) if f".{name}" not in STYLE] == []


def test_the_style_asks_nothing_of_another_server() -> None:
    assert not re.search(r"url\(|@import|http", STYLE)
