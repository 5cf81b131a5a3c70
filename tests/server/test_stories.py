"""The stories, told to a stock docassemble server by somebody with a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from challenge_letters.case.case_files import read_case
from challenge_letters.letters.plain_text import plain_text
from tests.browser.chromium import CUT_OFF, MISSING, arguments, executable
from tests.server.stock import StockServer
from tests.server.stock_screen import StockScreen
from tests.server.telling import NotTold, Story, read_stories, stories, tell

pytestmark = pytest.mark.server

WRONG = """
Feature: a story
  Scenario: that leaves out what must be answered
    Given I start the interview at "letters.yml"
    And I get to "safe" with this data:
      | var | value |
      | a.problems[i].door | closed |
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = executable()
    if path is None:
        pytest.fail(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*arguments(), CUT_OFF])
        yield chromium
        chromium.close()


@pytest.fixture
def screen(stock_server: StockServer, browser: Browser) -> Iterator[StockScreen]:
    """A fresh tab of a visitor nobody has seen before, on a small phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(20_000)
    yield StockScreen(context.new_page(), stock_server.address)
    context.close()


@pytest.mark.parametrize("story", tuple(stories()), ids=lambda story: story.file)
def test_the_story_can_be_told(story: Story, screen: StockScreen) -> None:
    tell(story, screen)


def test_what_the_last_page_offers_works_in_a_browser(screen: StockScreen) -> None:
    tell(next(story for story in stories() if story.file == "applied-sanction"), screen)

    name, letter = screen.download("Download the letter as a Word file")
    assert name == "mandatory-reconsideration.docx"
    assert "I had a migraine with vomiting." in plain_text(letter)
    name, answers = screen.download("Keep your answers as a file")
    assert name == "answers.json"
    assert read_case(answers.decode("utf-8")).claimant.name == "Ada Example"

    screen.follow("Read or print the letter")
    assert "I had a migraine with vomiting." in screen.text
    screen.carry_on()
    assert "Your letter is ready" in screen.text
    screen.follow("Check or change your answers")
    assert screen.page == "check"


def test_a_wrong_story_is_noticed(screen: StockScreen) -> None:
    (story,) = read_stories(WRONG, "planted")
    with pytest.raises(NotTold, match="the page 'for-whom' was not accepted"):
        tell(story, screen)
