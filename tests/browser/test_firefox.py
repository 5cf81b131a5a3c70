"""Another engine: a file kept in Chromium is opened in Firefox, and words that were not sent come back there too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from challenge_letters.letters.plain_text import plain_text
from tests.browser.chromium import second
from tests.browser.conftest import Server, Visitor
from tests.browser.firefox import MISSING, FirefoxScreen, firefox
from tests.browser.test_problem_types import WORD, golden
from tests.browser.test_unsent import DEAR, HANDED_OVER
from tests.examples import AS_AT, case_of
from tests.interview.test_keeping import DOWNLOAD, KEEP
from tests.interview.walker import Walker
from tests.interview.walking import journey_for

pytestmark = pytest.mark.skipif(second() is None, reason=MISSING)
ILL = "missed-appointment-ill"
STORY = "problems/0/own-words"


@pytest.fixture
def in_firefox(server: Server, tmp_path: Path) -> Iterator[Callable[..., FirefoxScreen]]:
    """A function that opens Firefox on the server, with or without scripts."""
    with ExitStack() as opened:

        def open_it(*, javascript: bool) -> FirefoxScreen:
            tab, downloads = opened.enter_context(firefox(tmp_path / "firefox", javascript=javascript))
            return FirefoxScreen(tab, server.address, downloads)

        yield open_it


def test_somebody_stops_in_chromium_and_goes_on_in_firefox_without_scripts(
    visitor: Visitor, in_firefox: Callable[..., FirefoxScreen], tmp_path: Path
) -> None:
    journey = journey_for(case_of(ILL), AS_AT)
    first = Walker(visitor.screen(), AS_AT).begin()
    first.answer_all(journey, until=STORY)
    first.phone.follow(KEEP)
    kept = tmp_path / "answers.json"
    kept.write_bytes(first.phone.download(DOWNLOAD))

    screen = in_firefox(javascript=False)
    screen.get("/")
    screen.choose_file("#file", kept)
    screen.press("Open the file")
    walker = Walker(screen, AS_AT, state=dict(first.state))
    walker.answer_all(journey, until="name")
    shown = screen.page.h1
    for _ in range(3):
        screen.press("Back")
    for _ in range(3):
        screen.answer({})
    assert screen.page.h1 == shown
    walker.answer_all(journey)

    assert plain_text(screen.download(WORD)) + "\n" == golden(f"{ILL}.mandatory-reconsideration")


def test_firefoxs_own_back_and_forward_keep_what_was_not_sent(
    in_firefox: Callable[..., FirefoxScreen],
) -> None:
    screen = in_firefox(javascript=True)
    Walker(screen, AS_AT).begin().answer_all(journey_for(case_of(ILL), AS_AT), until=STORY)
    heading = screen.page.h1
    screen.write("textarea", DEAR)
    assert screen.back().h1 != heading
    _wait(screen)
    assert screen.forward().h1 == heading
    assert screen.typed("textarea") == DEAR
    assert (
        screen.tab.ask("ExecuteScript", script="return document.documentElement.scrollWidth", args=[]) <= 500
    )
    screen.press("Back")
    screen.answer({})
    assert screen.typed("textarea") == DEAR


def _wait(screen: FirefoxScreen) -> None:
    """Wait for what a browser hands over when it likes, and tells of by no event."""
    script = "setTimeout(arguments[1], arguments[0])"
    screen.tab.ask("ExecuteAsyncScript", script=script, args=[HANDED_OVER])
