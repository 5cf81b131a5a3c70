"""The interview on a stock docassemble server and on the embedded host: the same pages, answers and letters."""

from __future__ import annotations

import json
import random
import re
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import SAVED
from challenge_letters.letters.outputs import outputs_of
from challenge_letters.web.settings import Settings
from tests import examples
from tests.examples import AS_AT
from tests.interview.phones import app
from tests.interview.test_going_back import MOST_STEPS, back, forward
from tests.interview.walker import CARRY_ON, CHECK, LostOnTheRoad
from tests.interview.walking import journey_for
from tests.phone import Phone
from tests.server.api import ApiWalker, Session
from tests.server.embedded import serving
from tests.server.errands import ERRANDS
from tests.server.machine import VENV, believing
from tests.server.planting import TEXT, VARIABLE
from tests.server.shown import shown_there
from tests.server.stock import StockServer
from tests.server.stock_phone import Browser, StockPhone
from tests.server.walks import Taken, Walk, Watching, action_of, differences, walk_here, walk_there

pytestmark = pytest.mark.server

ILL = "missed-appointment-ill"
LEAVE_URL = Settings().leave_url
# Half past midnight in London on 30 March 2027; in New York it is the evening before, and so it is in UTC.
HALF_PAST_MIDNIGHT = "2027-03-29 23:30:00"
NEW_DAY = date(2027, 3, 30)
PLAIN_ACTION = re.compile(r"_da_exit|[a-z_]+|a\.[\w.\[\]]+")
PLAIN_ARGUMENTS = {
    "name": re.compile(r"[a-z]+(-[a-z0-9]+)*\.(docx|txt|ics|json|zip)"),
    "row": re.compile(r"\d+"),
    "place": re.compile(r"\d+"),
    "item": re.compile(r"(\w+/\d+/)*\w+/\d+"),
    "letter": re.compile(r"\d+"),
    "sentence": re.compile(r"\d+"),
}


@pytest.fixture(scope="module")
def walked(stock_server: StockServer) -> Any:
    """A function that walks an example on both hosts, once."""

    @cache
    def walk(example: str) -> tuple[Walk, Walk]:
        there = walk_there(stock_server.address, examples.case_of(example))
        return walk_here(examples.case_of(example), there, app().test_client()), there

    return walk


@pytest.fixture
def stranger(stock_server: StockServer) -> Watching:
    """Somebody who has just opened the interview on the stock server."""
    return Watching(StockPhone(stock_server.address), AS_AT, look=shown_there).begin()


def _told(differing: list[str]) -> str:
    return "\n".join(["", f"{len(differing)} differences", *differing])


@pytest.mark.parametrize("example", examples.names())
def test_an_example_told_through_the_form_is_the_same(example: str, walked: Any) -> None:
    here, there = walked(example)
    assert len(here.pages) >= 5
    differing = differences(here, there)
    assert not differing, _told(differing)


def _the_case_alone(walk: Walk) -> Walk:
    """Return `walk` with the case of its saved answers: how a page was filled in depends on who filled it in."""
    files = {name: _without_pages(taken) for name, taken in walk.files.items()}
    return replace(walk, files=files)


def _without_pages(taken: Taken) -> Taken:
    if not taken.name.endswith(".json"):
        return taken
    told = json.loads(taken.content)
    assert told.pop(SAVED)["pages"]
    return replace(taken, content=json.dumps(told).encode())


@pytest.mark.parametrize("example", examples.names())
def test_an_example_told_through_the_json_api_is_the_same(
    example: str, walked: Any, stock_server: StockServer
) -> None:
    here, _ = walked(example)
    told = ApiWalker(Session(stock_server.address)).tell(examples.case_of(example)).walk
    asked = {name: page for name, page in here.pages.items() if not name.startswith("last: ")}
    differing = differences(_the_case_alone(replace(here, pages=asked)), _the_case_alone(told))
    assert not differing, _told(differing)


@pytest.mark.parametrize("example", examples.names())
def test_every_output_of_the_plan_can_be_downloaded_under_its_name(example: str, walked: Any) -> None:
    _, there = walked(example)
    plan = examples.plan_of(example)
    # The plain texts of the letters are in the .zip and in the boxes of the page.
    offered = {output.name for output in outputs_of(plan) if output.is_offered}
    wanted = {name for name in offered if not name.endswith(".txt")} if plan.now else set()
    names = {taken.name for taken in there.files.values()}
    assert wanted <= names
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*\.(docx|txt|ics|json|zip)", name) for name in names)


@pytest.mark.parametrize("errand", list(ERRANDS))
def test_an_errand_goes_the_same_way(errand: str, stranger: Watching) -> None:
    ERRANDS[errand](stranger)
    here = Watching(Phone(app().test_client()), AS_AT, links=stranger.walk.links).begin()
    ERRANDS[errand](here)
    differing = differences(here.walk, stranger.walk)
    assert not differing, _told(differing)


# All of them are told back and forth on the embedded host; here each is a walk of some ten seconds more.
@pytest.mark.parametrize("example", examples.names()[::3])
def test_some_steps_back_and_forward_again_give_the_same_answers(example: str, stranger: Watching) -> None:
    stranger.answer_all(journey_for(_before_the_letter(example), AS_AT), is_pressing_on=False)
    if stranger.page.h1 != CHECK:
        return
    shown, steps = stranger.page.text, random.Random(example).choice((1, 2, 3, 5, 8, 13, MOST_STEPS))
    back(stranger, steps)
    assert forward(stranger) >= min(steps, 3)
    assert stranger.page.text == shown


def _before_the_letter(example: str) -> Case:
    """Return the example without what is asked only after the letter."""
    return examples.case_of(example).model_copy(update={"records_request": None, "complaint": None})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (ILL, "warned-bus-cancelled"),
        ("two-decisions-adviser", "paid-less-no-notice"),
        ("password-given-to-provider", ILL),
        ("late-in-hospital", "password-demanded"),
        ("claim-closed", "appointee-esa"),
    ],
)
def test_one_example_told_over_another_leaves_no_trace(
    first: str, second: str, stranger: Watching, walked: Any
) -> None:
    here, _ = walked(second)
    stranger.answer_all(journey_for(examples.case_of(first), AS_AT), is_pressing_on=False)
    stranger.change_to(examples.case_of(second))
    stranger.expect(CHECK)
    stranger.phone.press(CARRY_ON)
    stranger.open_last_links()
    ending = {name: page for name, page in here.pages.items() if name.startswith(("check", "last"))}
    changed = {name: stranger.walk.pages[name] for name in ending}
    differing = differences(replace(here, pages=ending), replace(stranger.walk, pages=changed))
    assert not differing, _told(differing)


# -- the comparison itself


HEADING = "Who is it for, and which benefit is it?"


def test_one_changed_text_is_found(stock_server: StockServer, walked: Any) -> None:
    here, _ = walked("northern-ireland")
    with pytest.raises(LostOnTheRoad, match="Where are you now"):
        walk_there(stock_server.address, examples.case_of("northern-ireland"), interview=TEXT.interview)
    told = ApiWalker(Session(stock_server.address, interview=TEXT.interview))
    told.tell(examples.case_of("northern-ireland"))
    differing = differences(here, told.walk)
    assert [text for text in differing if HEADING in text and "Where are you now?" in text]


def test_one_changed_variable_is_found(stock_server: StockServer, walked: Any) -> None:
    here, _ = walked(ILL)
    differing = differences(
        here, walk_there(stock_server.address, examples.case_of(ILL), interview=VARIABLE.interview)
    )
    places = {text.partition(":")[0].split(",")[0] for text in differing}
    assert "page check" in places
    assert len([text for text in differing if text.startswith("file ")]) >= 2
    assert "page problems/0/reason/ill/reason" not in places


# -- two web workers, a restart, another clock


def test_a_restart_of_the_web_server_in_the_middle_of_a_walk_loses_nothing(
    stock_server: StockServer, stranger: Watching, walked: Any
) -> None:
    here, _ = walked(ILL)
    journey = journey_for(examples.case_of(ILL), AS_AT)
    half = journey.visited[len(journey.visited) // 2].visit.key
    stranger.answer_all(journey, until=half)
    stock_server.restart_web()
    stranger.tell(examples.case_of(ILL)).open_last_links()
    assert stock_server.workers == 2
    differing = differences(here, stranger.walk)
    assert not differing, _told(differing)


def test_half_past_midnight_in_britain_is_a_new_day_on_both_hosts(
    stock_server: StockServer, tmp_path: Path
) -> None:
    environment = believing(HALF_PAST_MIDNIGHT)
    with serving(tmp_path, environment) as home, stock_server.web_in(environment):
        for example in (ILL, "warned-bus-cancelled", "password-demanded"):
            case = examples.case_of(example)
            there = walk_there(stock_server.address, case, today=NEW_DAY)
            differing = differences(walk_here(case, there, Browser(home), today=NEW_DAY), there)
            assert not differing, _told(differing)
            letters = [str(taken) for taken in there.files.values() if taken.name.endswith(".docx")]
            assert all("30 March 2027" in letter for letter in letters), letters
            assert not any("29 March 2027" in letter for letter in letters), letters


# -- what may not be seen, and what may not stay


def test_no_address_tells_an_answer(walked: Any) -> None:
    for example in examples.names():
        _, there = walked(example)
        assert there.addresses
        for address in there.addresses:
            action = action_of(address)
            assert _is_plain(action), (example, action)
            readable = unquote(address) + str(action)
            assert not [text for text in _typed(example) if text in readable], (example, readable)


def _is_plain(action: dict[str, Any]) -> bool:
    """Say whether `action` names no more than a page, a kind of letter or a place in a list."""
    plain = PLAIN_ACTION.fullmatch(str(action.get("action", "nothing")))
    given = action.get("arguments", {})
    return bool(plain) and all(PLAIN_ARGUMENTS[name].fullmatch(str(value)) for name, value in given.items())


def _typed(example: str) -> list[str]:
    """Return every text somebody typed who told `example`."""
    visited = journey_for(examples.case_of(example), AS_AT).visited
    words = [
        str(one.values[answer.name])
        for one in visited
        for answer in one.visit.page.answers
        if answer.shape == "words"
    ]
    return [text for text in words if len(text) > 5]


def test_no_letter_is_kept_and_the_answers_go_when_somebody_leaves(
    stock_server: StockServer, stranger: Watching
) -> None:
    before = stock_server.kept()
    stranger.tell(examples.case_of(ILL)).note("last")
    once = stock_server.kept()
    assert once.steps > before.steps
    stranger.note("last")
    assert stock_server.kept() == once
    assert once.files == 0
    stranger.phone.follow("Leave this page quickly")
    assert stranger.phone.left_to == LEAVE_URL
    assert stock_server.kept().steps < before.steps
    assert stranger.phone.get().h1 == "What has happened?"


def test_nothing_that_was_typed_stands_in_a_log(stock_server: StockServer, walked: Any) -> None:
    logs = stock_server.logs()
    assert "docassemble" in logs
    for example in examples.names():
        walked(example)
        assert not [text for text in _typed(example) if text in logs], example
    assert not [text for text in ("Hunter22", "END it", "Somebody Else", "star*") if text in logs]


def test_our_wheel_leaves_the_servers_packages_as_they_were(stock_server: StockServer) -> None:
    done = subprocess.run(
        [VENV / "bin" / "python", "-m", "pip", "check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
