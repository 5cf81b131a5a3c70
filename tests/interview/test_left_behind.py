"""A changed story leaves nothing behind: no words of a branch that was left stand in the case or on a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from challenge_letters.interview.bridge import case_of, facts_of
from challenge_letters.interview.check_answers import groups_of
from challenge_letters.interview.journey import Values, Visit
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.stored_answers import owner_of, reader
from challenge_letters.interview.walk import Noted, ask_queries
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from tests import examples
from tests.interview.fakes import FakeAnswers, _give, fake_answers
from tests.interview.walking import answers_for

TODAY = examples.AS_AT
MARK = re.compile(r"zq\d+x")
# Early answers, and what each is changed to.
CHANGES = (
    ("problems/0/what-happened", "door", ("warned", "sanctioned", "paid-less", "asked", "closed")),
    ("for-whom", "writer_kind", ("claimant", "adviser", "appointee")),
    ("safe", "others_see", ("yes", "no")),
    ("for-whom", "nation", ("wales", "northern-ireland")),
    ("for-whom", "benefit", ("universal-credit", "new-style-jsa", "new-style-esa")),
    ("problems/0/failure", "failure_kind", ("missed-call", "left-job", "work-search-hours", "job-offer")),
    ("problems/0/side", "sides", ((), ("did-it",), ("had-reason",))),
    ("problems/0/own-words", "reason_ticks", ((), ("ill",), ("bereavement", "travel"))),
)
TOLD = (
    "missed-appointment-ill",
    "warned-bus-cancelled",
    "late-in-hospital",
    "not-safe-at-home",
    "two-decisions-adviser",
    "job-offer-too-far",
    "work-search-hours",
)


def _marked(name: str) -> dict[str, dict[str, Any]]:
    """Return the answers of an example in which each typed text is a mark of its own."""
    told = answers_for(examples.case_of(name), TODAY)
    marked: dict[str, dict[str, Any]] = {}
    for key, values in told.items():
        visit = _visit(key)
        marked[key] = {
            answer.name: f"zq{len(marked)}0{place}x"
            if answer.shape == "words" and not answer.unit and answer.name in FREE
            else values[answer.name]
            for place, answer in enumerate(visit.page.answers)
        }
    return marked


FREE = frozenset(
    [
        "account",
        "their_words",
        "what_i_did",
        "why_not_required",
        "fact",
        "effect",
        "requirement_words",
        "told_words",
        "said_back",
        "done_words",
        "papers",
        "tried",
        "warning_words",
        "why_not_seen",
        "what",
        "asked_words",
        "more_time",
    ]
)


def _visit(key: str) -> Visit:
    return Visit(PAGES[key.rpartition("/")[2]])


def _filling(answers: FakeAnswers) -> Callable[[Visit], Values]:
    """Return a reader that answers what is asked for the first time with the least there is to say."""
    read = reader(answers)

    def filled(visit: Visit) -> Values:
        owner = owner_of(answers, visit.path)
        for answer in visit.page.answers:
            if any(name not in vars(owner) for name in answer.attributes):
                _give(owner, answer, _least(visit, answer))
        return read(visit)

    return filled


def _least(visit: Visit, answer: Any) -> Any:
    if answer.shape == "choice":
        return list(visit.choices_of(answer))[-1]
    if answer.name in ("sent", "paid"):
        return "2026-11-10"
    if answer.name in ("writer_name", "appointee_name"):
        return "Jo Sample"
    return {"ticks": (), "read": True}.get(answer.shape, "")


def _walk(answers: FakeAnswers) -> Noted:
    journey = Noted(read=_filling(answers), today=TODAY, answers=answers)
    walk_pages(journey)
    if journey.ending == "letters":
        ask_queries(journey)
    return journey


def _change(answers: FakeAnswers, page: str, answer: str, value: Any) -> None:
    visit = _visit(page)
    shape = next(each for each in visit.page.answers if each.name == answer)
    path = tuple(int(part) if part.isdigit() else part for part in page.split("/")[:-1])
    _give(owner_of(answers, path), shape, value)


def _marks(text: object) -> set[str]:
    return set(MARK.findall(json.dumps(text, ensure_ascii=False, default=str)))


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize(("page", "answer", "values"), CHANGES, ids=[each[1] for each in CHANGES])
def test_only_words_of_the_road_that_is_walked_are_kept(
    name: str, page: str, answer: str, values: tuple[Any, ...]
) -> None:
    told = _marked(name)
    answers = fake_answers(told)
    _walk(answers)
    first = told.get(page, {}).get(answer)
    for value in (*values, *([first] if first is not None else [])):
        if page not in told:
            return
        _change(answers, page, answer, value)
        journey = _walk(answers)
        on_the_road = _marks([dict(one.values) for one in journey.visited])

        assert _marks(facts_of(journey)) <= on_the_road
        assert _marks([row.text for group in groups_of(journey) for row in group.rows]) <= on_the_road


@pytest.mark.parametrize("name", TOLD)
def test_what_the_message_says_belongs_to_the_message_now_chosen(name: str) -> None:
    told = _marked(name)
    theirs = "You are sanctioned for 91 days."
    told["problems/0/failure"]["their_words"] = theirs
    answers, first = fake_answers(told), told["problems/0/what-happened"]["door"]
    assert theirs in json.dumps(facts_of(_walk(answers)))

    for problem_type in ("warned" if first != "warned" else "sanctioned", first):
        _change(answers, "problems/0/what-happened", "door", problem_type)
        journey = _walk(answers)
        case = case_of(journey)
        letters = " ".join(
            plain_text(fill(letter, case, on=TODAY)) for letter in make_plan(case, on=TODAY).letters
        )

        assert theirs not in letters + json.dumps(facts_of(journey))
        assert theirs not in " ".join(row.text for group in groups_of(journey) for row in group.rows)
        # What the person told in their own words is kept.
        assert told["problems/0/own-words"]["account"] in json.dumps(facts_of(journey))
