"""The files beside the letter, as a real browser saves them, and the page for somebody who may not be safe."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from axe_playwright_python.sync_playwright import Axe

from challenge_letters.letters.outputs import outputs_of
from tests.browser.conftest import Server, Visitor
from tests.browser.test_problem_types import CANARIES, _everything_in, _with_canaries
from tests.examples import AS_AT, case_of, plan_of
from tests.interview.walker import Walker
from tests.interview.walking import journey_for

ZIP = re.compile("^Download everything together")
LINKS = {
    "what-to-do-now.docx": re.compile("What to do now.* as a Word file"),
    "work-search-record.docx": re.compile("^Download the record of your work search"),
    "dates.ics": re.compile("^Put the days into your calendar"),
    "letters.zip": ZIP,
}
HARD = "I wanted to end my life. We have nothing to eat."


@pytest.mark.parametrize(("example", "javascript"), [("record-of-work-search", True), ("last-day", False)])
def test_each_file_is_saved_under_its_name_with_its_bytes(
    visitor: Visitor, example: str, javascript: bool
) -> None:
    screen = visitor.screen(javascript=javascript)
    made = {output.name: output for output in outputs_of(plan_of(example))}

    Walker(screen, AS_AT).begin().tell(case_of(example))

    for name in LINKS.keys() & made.keys():
        assert screen.download(LINKS[name]) == made[name].make(), name
        assert screen.last.suggested_filename == name


def test_the_one_file_is_left_nowhere_on_the_server(visitor: Visitor, server: Server) -> None:
    screen = visitor.screen()

    Walker(screen, AS_AT).begin().tell(_with_canaries(case_of("missed-appointment-ill")))
    content = screen.download(ZIP)

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert CANARIES[0] in package.read("mandatory-reconsideration.txt").decode()
    left = _everything_in(server.state, server.temporary, server.log)
    assert [canary for canary in CANARIES if canary.encode() in left] == []
    assert content[:200] not in left


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_for_somebody_not_safe_are_accessible_and_fit(visitor: Visitor, width: int) -> None:
    screen = visitor.screen(javascript=True, width=width)
    walker = Walker(screen, AS_AT).begin()
    walker.answer_all(
        journey_for(case_of("missed-appointment-ill"), AS_AT),
        until="problems/0/own-words",
        is_pressing_on=False,
    )
    screen.answer({"What happened": HARD, "Did any of these play a part": ["I was ill"]})

    for number in ("116 123", "0800 328 5644"):
        assert screen.page.h1 == "Some of what you wrote sounds very hard"
        assert number in screen.page.text
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
        assert Axe().run(screen.tab, options=rules).response["violations"] == []
        assert screen.tab.evaluate("document.documentElement.scrollWidth") <= width
        screen.press("Keep these words")
    assert screen.page.h1 == "I was ill or hurt"
