"""The browser's own Back and Forward with words on the page that were not sent."""

from __future__ import annotations

from tests.browser.conftest import Visitor
from tests.browser.screen import Screen
from tests.examples import AS_AT, case_of
from tests.interview.walker import Walker
from tests.interview.walking import journey_for

DEAR = "I was ill and I wrote half of this"
# A browser sends what it hands over on leaving a page when it likes, and no event tells of it: milliseconds.
HANDED_OVER = 400


def at_the_story(visitor: Visitor, *, javascript: bool) -> Screen:
    screen = visitor.screen(javascript=javascript)
    journey = journey_for(case_of("missed-appointment-ill"), AS_AT)
    Walker(screen, AS_AT).begin().answer_all(journey, until="problems/0/own-words", is_pressing_on=False)
    screen.tab.locator("textarea").first.fill(DEAR)
    return screen


def there_and_back(screen: Screen) -> None:
    screen.tab.go_back()
    screen.tab.wait_for_timeout(HANDED_OVER)
    screen.tab.go_forward()


def typed(screen: Screen) -> str:
    return str(screen.tab.locator("textarea").first.input_value())


def test_the_browsers_back_and_forward_keep_unsent_words_and_leaving_keeps_none(visitor: Visitor) -> None:
    screen = at_the_story(visitor, javascript=True)
    there_and_back(screen)
    assert typed(screen) == DEAR
    assert screen.tab.evaluate("document.documentElement.scrollWidth") <= 360

    screen.tab.locator("textarea").first.fill(DEAR * 2)
    screen.tab.locator(".end .links a").first.click()
    screen.tab.wait_for_timeout(HANDED_OVER)
    screen.tab.go_back()
    assert typed(screen) == DEAR * 2

    stored = screen.tab.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    screen.tab.route("https://**", lambda route: route.fulfill(body="somewhere else"))
    screen.tab.locator("a.leave").click()
    screen.tab.go_back()
    assert DEAR not in screen.tab.content()
    visitor.hosts = {host for host in visitor.hosts if "bbc" not in host}


def test_whoever_stops_in_the_middle_of_a_sentence_keeps_it_without_scripts(visitor: Visitor) -> None:
    screen = at_the_story(visitor, javascript=False)
    screen.follow("Stop here and go on later")
    assert screen.page.h1 == "Stop here and go on later"
    assert DEAR not in screen.tab.url
    screen.press("Back to my letter")
    assert typed(screen) == DEAR
    assert "did not send it" in screen.page.text


def test_our_back_button_keeps_unsent_words_without_scripts(visitor: Visitor) -> None:
    screen = at_the_story(visitor, javascript=False)
    screen.press("Back")
    screen.tab.locator("button.continue").click()
    assert typed(screen) == DEAR
    day = screen.tab.locator("main input[name$=day]").first
    day.fill("99")
    day.press("Enter")
    # A key waits for no new page, as a click does: the page with what is wrong must have come before it is read.
    screen.tab.locator(".problems").wait_for()
    assert screen.tab.locator(".problems").count() == 1, "Enter sends the page, and does not go back"
    assert typed(screen) == DEAR
