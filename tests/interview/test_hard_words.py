"""Somebody may not be safe: one page after the box, help that fits, their words untouched, and no trace of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.hard_words import sounds_like
from challenge_letters.interview.journey import Values
from challenge_letters.interview.result import lines_to_talk
from challenge_letters.interview.texts import page_texts
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.states import Due, travelled
from tests.interview.walker import CARRY_ON, CHECK, Walker
from tests.interview.walking import journey_for

TODAY = examples.AS_AT
HARD = "Some of what you wrote sounds very hard"
NEXT = "We have found no reason yet"
LIFE, ESSENTIALS = "I wanted to END it  all.", "My child’s had NO food since Monday."
KEEP = "Keep these words"
# Between them these people see most boxes there are.
TELLERS = ("two-decisions-adviser", "very-late-their-own-error", "password-given-to-provider")


def _at(page: str, example: str = "missed-appointment-ill") -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), until=page)
    return walker


def _wrote(text: str, example: str = "missed-appointment-ill") -> Walker:
    walker = _at("problems/0/own-words", example)
    walker.phone.answer({"What happened": text})
    return walker


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        (LIFE, "life"),
        ("I don’t want to live", "life"),
        ("SUICIDAL", "life"),
        (ESSENTIALS, "essentials"),
        ("we can't feed the children", "essentials"),
        ("I have no insulin", "essentials"),
    ],
)
def test_very_hard_words_are_noticed_however_they_are_typed(text: str, sort: str) -> None:
    assert [each for each in ("life", "essentials") if sounds_like(each, text)] == [sort]


@pytest.mark.parametrize(
    "text", ["The end. All of it was done.", "We ate no foodstuffs", "fun and games", "The deadline", ""]
)
def test_everyday_words_bring_no_such_page(text: str) -> None:
    assert _wrote(text).page.h1 == NEXT


def _boxes() -> Iterator[tuple[str, str, str]]:
    for example in TELLERS:
        for one in journey_for(examples.case_of(example), TODAY).visited:
            for answer in one.visit.page.answers:
                if answer.shape == "words":
                    yield example, one.visit.key, answer.name


@pytest.mark.parametrize(("example", "page", "name"), list(_boxes()))
def test_the_page_comes_right_after_any_box(example: str, page: str, name: str) -> None:
    journey = journey_for(examples.case_of(example), TODAY)
    state: dict[str, Values] = {one.visit.key: one.values for one in journey.visited}
    state[page] = {**state[page], name: LIFE}
    wants = (journey.wants_records, journey.wants_complaint)

    with pytest.raises(Due) as due:
        travelled(state, TODAY, wants)

    assert due.value.visit.key == "help-now"


@pytest.mark.parametrize(
    ("nation", "numbers", "others"),
    [
        ("england", ("999", "116 123", "85258", "111"), ("0808 808 8000", "0808 2000 247")),
        ("scotland", ("999", "116 123", "85258", "111"), ("0808 808 8000",)),
    ],
)
def test_whom_to_ring_when_a_life_may_be_in_danger(
    nation: str, numbers: tuple[str, ...], others: tuple[str, ...]
) -> None:
    walker = new_walker()
    case = examples.case_of("missed-appointment-ill").model_copy(update={"nation": nation})
    walker.answer_all(journey_for(case, TODAY), until="problems/0/own-words")
    walker.phone.answer({"What happened": LIFE})

    assert walker.page.h1 == HARD
    assert [number for number in numbers if number not in walker.page.text] == []
    assert [number for number in others if number in walker.page.text] == []
    assert "Nobody is reading this as you type. If you might act on it, ring 999 now." in walker.page.text
    assert "Your letter is kept. Carry on when you want." in walker.page.text
    assert "may ring you, or ask for somebody to check on you" in walker.page.text
    assert "sure" not in walker.page.text


@pytest.mark.parametrize(
    ("nation", "who"),
    [
        ("wales", ["Samaritans", "Shout", "NHS 111"]),
        ("northern-ireland", ["Samaritans", "Shout", "Lifeline"]),
        ("", ["Samaritans", "Shout", "NHS 111", "Lifeline"]),
    ],
)
def test_whom_to_talk_to_in_each_nation(nation: str, who: list[str]) -> None:
    assert [office.who for office in lines_to_talk(nation)] == who


def test_who_helps_where_there_is_no_food_heat_or_medicine() -> None:
    walker = _wrote(ESSENTIALS)

    assert walker.page.h1 == HARD
    help_there_is = (
        "A food bank near you",
        "Your council",
        "ask a chemist today, or ring 111",
        "0800 328 5644",
    )
    for words in ("ring 999 now", *help_there_is):
        assert words in walker.page.text
    assert "116 123" not in walker.page.text


def test_both_sorts_of_words_bring_both_pages_once() -> None:
    walker = _wrote(f"{LIFE} {ESSENTIALS}")
    assert "116 123" in walker.page.text
    walker.phone.press(KEEP)
    assert "A food bank near you" in walker.page.text
    walker.phone.press(KEEP)
    assert walker.page.h1 == NEXT


def test_words_that_are_kept_stand_as_they_were_typed() -> None:
    walker = _wrote(LIFE)
    walker.phone.press(KEEP)
    assert walker.page.h1 == NEXT
    walker.phone.press("Back")
    walker.phone.press("Back")
    assert walker.page.values["What happened"] == LIFE


@pytest.mark.parametrize("changed", ["It was too much.", LIFE])
def test_words_can_be_changed_and_nobody_asks_twice(changed: str) -> None:
    walker = _wrote(LIFE)
    walker.phone.follow("change these words")
    assert walker.page.values["What happened"] == LIFE
    walker.phone.answer({"What happened": changed})
    assert walker.page.h1 == NEXT
    walker.phone.press("Back")
    assert walker.page.values["What happened"] == changed


def test_the_link_leads_to_the_box_with_the_words() -> None:
    walker = _at("problems/0/reason/ill/reason")
    walker.phone.answer({"What else was it": "I took an overdose."})
    assert walker.page.h1 == HARD
    walker.phone.follow("change these words")
    assert (
        walker.page.values["What else was it? Only what your own words do not say yet"]
        == "I took an overdose."
    )


def test_back_undoes_the_wish_to_change() -> None:
    walker = _wrote(LIFE)
    walker.phone.follow("change these words")
    walker.phone.press("Back")
    assert walker.page.h1 == HARD


def test_whoever_leaves_leaves_nothing_behind() -> None:
    walker = _wrote(LIFE)
    walker.phone.follow("leave, and delete your answers")
    assert walker.page.h1 == "Your answers are deleted"
    walker.phone.strict = False
    assert walker.phone.get().status == 410


def test_an_adviser_is_reminded_of_the_steps_of_their_own_centre() -> None:
    assert "your centre's own steps" in _wrote(LIFE, "two-decisions-adviser").page.text.replace("’", "'")
    assert "own steps" not in _wrote(LIFE).page.text


def _told(words: str) -> Walker:
    facts = json.loads(examples.case_of("missed-appointment-ill").model_dump_json())
    facts["problems"][0]["account"] = words
    case = type(examples.case_of("missed-appointment-ill")).model_validate(facts)
    walker = new_walker()
    walker.answer_all(journey_for(case, TODAY), is_pressing_on=False)
    return walker


def test_neither_the_choice_nor_the_page_leaves_a_trace() -> None:
    plain, hard = _told("It was not good."), _told(LIFE)
    for walker in (plain, hard):
        walker.expect(CHECK)
        assert "hard" not in walker.page.text
    shown = hard.page.text.replace(" ".join(LIFE.split()), "It was not good.")
    assert shown == plain.page.text
    for walker in (plain, hard):
        walker.phone.press(CARRY_ON)
    kept, other = (walker.phone.download("Keep your answers as a file").decode() for walker in (hard, plain))
    assert kept.replace(LIFE, "It was not good.") == other


def test_the_case_is_the_one_of_the_same_words_without_a_page() -> None:
    case = examples.case_of("missed-appointment-ill")
    journey = journey_for(case, TODAY)
    state = {one.visit.key: one.values for one in journey.visited}
    hard = {**state, "problems/0/own-words": {**state["problems/0/own-words"], "account": LIFE}}

    told = case_of(travelled({**hard, "help-now": {"has_read_help": True}}, TODAY))

    facts = case_of(journey).model_dump()
    facts["problems"][0]["account"] = LIFE
    assert told.model_dump() == facts


def test_no_word_is_listed_twice_or_so_that_it_can_never_be_found() -> None:
    words = page_texts()["hard_words"]
    assert set(words) == {"life", "essentials"}
    for sort, listed in words.items():
        assert len(set(listed)) == len(listed)
        assert [word for word in listed if not sounds_like(sort, word.upper())] == []
