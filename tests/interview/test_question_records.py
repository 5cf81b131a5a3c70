"""A record of a question names only what there is, and a slip in one is refused with its file, page and answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import AfterValidator, BaseModel, BeforeValidator

from challenge_letters.case.case import Case
from challenge_letters.case.failure import Reason
from challenge_letters.case.problems import Offer
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.bridge import OF_A_PROBLEM, OF_THE_CASE
from challenge_letters.interview.into_case import PROBLEMS, kind_at
from challenge_letters.interview.next_ways import WAYS
from challenge_letters.interview.pages import PAGE_FLOW, PAGES, Answer, Page, by_id, read_pages
from challenge_letters.interview.texts import labels
from challenge_letters.law.errors import BadRecord

ROOTS: dict[str, tuple[type[BaseModel], ...]] = {
    "case": (Case,),
    "problem": tuple(PROBLEMS.values()),
    "reason": (Reason,),
    "offer": (Offer,),
}
# Benefits that end the road.
NEVER_IN_THE_CASE = frozenset({"older"})
ANSWERS = [(page, answer) for page in PAGES.values() for answer in page.answers]
PLAIN = [(page, answer) for page, answer in ANSWERS if answer.case]


def kinds_of(place: str, page: Page) -> list[Any]:
    """Return the type of what stands at `place`, in each kind of problem that has it."""
    first, *names = place.split(".")
    roots = kinds_of(page.items, page) if first == "item" else list(ROOTS[first])
    own = next((PROBLEMS[kind] for kind, way in WAYS.items() if page.id in way.pages), None)
    return list(_at(names, [own] if own and first == "problem" else roots))


def _at(names: list[str], models: list[Any]) -> Iterator[Any]:
    for model in models:
        try:
            yield kind_at(model, tuple(names))
        except BadRecord:
            continue


def named(pairs: list[tuple[Page, Answer]]) -> list[str]:
    return [f"{page.id}.{answer.name}" for page, answer in pairs]


@pytest.mark.parametrize(("page", "answer"), PLAIN, ids=named(PLAIN))
def test_an_answer_goes_to_a_field_that_can_hold_it(page: Page, answer: Answer) -> None:
    assert any(can_hold(kind, answer) for kind in kinds_of(answer.case, page))


def can_hold(kind: Any, answer: Answer) -> bool:
    if answer.shape == "rough":
        return RoughDay in _parts(kind)
    if answer.shape == "day":
        return date in _parts(kind)
    if answer.shape == "ticks":
        options = set(get_args(get_args(kind)[0]))
        return get_origin(kind) is tuple and set(labels(answer.choices)) <= options
    if answer.shape == "choice":
        return kind is bool or set(labels(answer.choices)) - NEVER_IN_THE_CASE <= set(_options(kind))
    if answer.unit and answer.unit != "pounds":
        return bool({int, float} & _parts(kind))
    return kind is str or get_origin(kind) is tuple


def _parts(kind: Any) -> set[Any]:
    """Return `kind` and every type it is made of."""
    parts = get_args(kind) if get_origin(kind) is not Literal else ()
    return {
        part
        for each in parts
        if not isinstance(each, AfterValidator | BeforeValidator)
        for part in _parts(each)
    } | {kind}


def _options(kind: Any) -> Iterator[str]:
    yield from get_args(kind) if get_origin(kind) is Literal else ()


def test_what_is_said_to_stand_somewhere_can_stand_there() -> None:
    places = [(page, place) for page, each in ANSWERS for place in (each.whether, page.items) if place]

    assert [place for page, place in places if not kinds_of(place, page)] == []


def test_every_function_that_a_record_names_is_there_and_is_named() -> None:
    assert {each.by for _, each in ANSWERS} - {"", PAGE_FLOW} == {*OF_A_PROBLEM, *OF_THE_CASE}


def test_pages_name_pages_answers_and_choices_that_are_there() -> None:
    others = {page.kept_out_with for page in PAGES.values()} - {""}
    assert others <= set(PAGES)
    for page in PAGES.values():
        assert set(page.kept_out_as) <= {each.name for each in page.answers}
        for after in page.follows:
            answers = {each.name: each for each in PAGES[after.page].answers}
            for name, values in after.answers.items():
                assert set(values) <= set(labels(answers[name].choices)), page.id


GOOD = "- id: p\n  about: problem\n  asks:\n    account: {words: Your words}\n"


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("about: problem", "abuot: problem", "page p: a page has nothing called abuot"),
        ("- id: p\n  about", "- about", "page ?: a page has an id"),
        (
            "{words: Your words}",
            "{wrods: Your words}",
            "page p, answer account: an answer has nothing called wrods",
        ),
        ("{words: Your words}", "{case: account}", "page p, answer account: one shape with its label"),
        ("{words: Your words}", "{words: A, day: B}", "page p, answer account: one shape with its label"),
        ("{words: Your words}", "{choice: A}", "page p, answer account: what is chosen or ticked"),
        ("{words: Your words}", "{words: A, of: yesno}", "page p, answer account: what is chosen or ticked"),
        ("{words: Your words}", "{words: A, unit: miles}", "page p, answer account: miles is no unit"),
        ("{words: Your words}", "{words: A, by: page_flow, case: b}", "answer account: it goes to one place"),
        ("{words: Your words}", "{words: A, case: claimant.name}", "begins with one of case, problem"),
        ("  about: problem\n", "", "page p, answer account: say where it goes"),
        ("{words: Your words}", "[", "line"),
    ],
)
def test_a_slip_is_refused_with_its_place(good: str, bad: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(GOOD.replace(good, bad), "utf-8")

    with pytest.raises(BadRecord, match=r"new\.yaml") as caught:
        list(read_pages(tmp_path))
    assert said in str(caught.value)


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(GOOD, "utf-8")

    with pytest.raises(BadRecord, match="Two pages are called p"):
        by_id(read_pages(tmp_path))


def test_a_place_that_no_case_has_is_refused() -> None:
    with pytest.raises(BadRecord, match=r"no decision\.colour in AppliedSanction"):
        kind_at(PROBLEMS["applied-sanction"], ("decision", "colour"))
