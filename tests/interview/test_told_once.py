"""The story is told once: what comes after it asks only for what it does not say yet (decision 0071)."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.case.case import Case
from challenge_letters.interview.bridge import case_of, facts_of
from challenge_letters.interview.check_answers import groups_of
from challenge_letters.interview.journey import Journey, Values, said
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.texts import labels
from tests import examples, facts
from tests.facts import sanction
from tests.interview.phones import new_walker
from tests.interview.states import filled_up, noise
from tests.interview.walker import Walker, questions
from tests.interview.walking import answers_for, canonical, journey_for

TODAY = examples.AS_AT
ILL = "missed-appointment-ill"
FAILURE = "problems/0"
REASON = f"{FAILURE}/reason/ill/reason"
EMPTY = "Leave it empty if you have told it already."


def told(case: Case | str, **changed: Values) -> Journey:
    """Return the journey of somebody who tells `case`, but answers otherwise on pages of the problem ("own_words")."""
    case = examples.case_of(case) if isinstance(case, str) else case
    state: dict[str, Values] = dict(answers_for(case, TODAY))
    for page, values in changed.items():
        key = f"{FAILURE}/{page.replace('__', '/').replace('_', '-')}"
        state[key] = {**state.get(key, {}), **values}
    return filled_up(state, noise, TODAY)


def pages(journey: Journey) -> list[str]:
    return [one.visit.page.id for one in journey.visited]


def failed(kind: str, **more: Any) -> Case:
    """Return a case about a failure of that kind."""
    return facts.case_of(sanction(failure={"kind": kind, "their_day": "2026-10-14"}, **more))


def at(page: str, case: Case | str = ILL) -> Walker:
    """Return somebody who tells `case` and now sees `page` of its problem."""
    case = examples.case_of(case) if isinstance(case, str) else case
    walker = new_walker()
    walker.answer_all(journey_for(case, TODAY), until=f"{FAILURE}/{page}")
    return walker


# -- a reason


def test_a_reason_is_asked_for_in_short_and_then_for_what_the_story_does_not_say() -> None:
    names = [answer.name for answer in PAGES["reason"].answers]
    fields = {str(each["field"]).rpartition(".")[2]: each for each in questions()["reason"]["fields"]}

    assert names == ["called", "effect", "began", "ended", "fact", "what_i_did", "could_tell"]
    assert "Only what your own words do not say yet" in fields["fact"]["label"]
    assert not fields["fact"]["required"]


def test_nobody_has_to_tell_more_of_a_reason() -> None:
    walker = at("reason/ill/reason")
    walker.phone.answer({"^In a few words": "a migraine"})

    assert walker.page.h1 == "Was any of this true for you on that day?"


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"called": "a fever", "effect": "come", "began": "2026-10-14"},
        {"fact": "I was sick."},
        {"what_i_did": "I rang at nine."},
        {"could_tell": "no"},
    ],
)
def test_a_case_with_more_of_a_reason_can_be_told(more: dict[str, Any]) -> None:
    case = failed("missed-appointment", reasons=[{"kind": "ill", **more}])

    assert case_of(journey_for(case, TODAY)) == canonical(case, TODAY)


@pytest.mark.parametrize("account", ["", "I was ill."])
def test_no_case_loses_a_reason_however_it_is_told(account: str) -> None:
    full = {
        "kind": "ill",
        "called": "a fever",
        "fact": "I was sick.",
        "effect": "I lay in bed.",
        "began": "2026-10-14",
        "ended": "2026-10-15",
        "what_i_did": "I rang at nine.",
        "could_tell": "no",
    }
    case = failed("missed-appointment", account=account, reasons=[full])

    assert case_of(journey_for(case, TODAY)) == canonical(case, TODAY)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("missed-appointment", "At that hour I could not …"),
        ("late-for-appointment", "At that hour I could not …"),
        ("missed-call", "At that hour I could not …"),
        ("employer-interview", "At that hour I could not …"),
        ("specific-task", "What did it stop you doing?"),
        ("work-search-hours", "What did it stop you doing?"),
        ("left-job", "What did it stop you doing?"),
    ],
)
def test_what_it_stopped_is_the_end_of_a_sentence_where_there_was_an_hour(kind: str, asked: str) -> None:
    page = at("reason/ill/reason", failed(kind, reasons=[{"kind": "ill"}])).page

    assert page.labels[1] == asked
    assert ("Finish the sentence." in page.text) is asked.startswith("At that hour")


def test_a_reason_is_kept_out_of_the_letter_as_a_whole() -> None:
    more = {"more": ("keep-out",)}
    offered = said(told(ILL, more=more))
    out = {REASON: {}, f"{FAILURE}/more": more, "keep-out": {"keep_out": (REASON,)}}
    answers: dict[str, Values] = dict(answers_for(examples.case_of(ILL), TODAY))
    state = {key: {**answers.get(key, {}), **values} for key, values in {**answers, **out}.items()}
    journey = filled_up(state, noise, TODAY)

    assert offered[REASON] == "I was ill or hurt: a migraine"
    assert "reasons" not in facts_of(journey)["problems"][0]


def test_a_reason_with_no_few_words_is_offered_by_what_else_is_told_of_it() -> None:
    only_effect = failed("missed-appointment", reasons=[{"kind": "ill", "effect": "get up"}])
    only_fact = failed("missed-appointment", reasons=[{"kind": "ill", "fact": "I was sick."}])

    assert said(journey_for(only_effect, TODAY))[REASON] == "I was ill or hurt: get up"
    assert said(journey_for(only_fact, TODAY))[REASON] == "I was ill or hurt: I was sick."


# -- what is told beside the story


@pytest.mark.parametrize(
    ("sides", "page"),
    [(["did-it"], "what-you-did"), (["did-part"], "what-you-did"), (["not-required"], "what-you-did")],
)
def test_the_story_comes_first(sides: list[str], page: str) -> None:
    found = pages(journey_for(failed("specific-task", sides=sides), TODAY))

    assert found[found.index("own-words") + 1] == page


@pytest.mark.parametrize(
    ("page", "times"),
    [
        ("told", 2),
        ("since-asked", 2),
        ("since-then", 1),
        ("misconduct", 1),
        ("job-travel", 1),
        ("job-ended", 1),
        ("own-error", 1),
    ],
)
def test_nobody_has_to_tell_it_again(page: str, times: int) -> None:
    assert str(questions()[page]).count(EMPTY) == times


def test_what_was_said_to_the_office_is_no_second_story() -> None:
    page = questions()["told"]

    assert "the words of that message or call, and not the story again" in page["subquestion"]
    assert "the letter prints them as theirs" in page["fields"][-1]["help"]


# -- a call


@pytest.mark.parametrize("rang", sorted(labels("call_rang")))
def test_nobody_who_waited_for_a_call_was_on_the_line(rang: str) -> None:
    case = failed("missed-call", sides=["came"], call={"time_given": "exact", "rang": rang})

    assert ("arrival" in pages(journey_for(case, TODAY))) is (rang == "not-known")


@pytest.mark.parametrize("rang", sorted(set(labels("call_rang")) - {"not-known"}))
def test_how_the_right_number_was_given_is_asked_of_a_call_to_another(rang: str) -> None:
    told = {"day": "2026-09-30", "how": "account-details", "words": "01632 960 882"}
    call = {"rang": rang, "number_told": told} if rang in ("elsewhere", "old-number") else {"rang": rang}
    case = failed("missed-call", sides=["came"], call=call)
    journey = journey_for(case, TODAY)

    assert ("call-number" in pages(journey)) is ("number_told" in call)
    assert case_of(journey) == canonical(case, TODAY)


def test_whoever_came_to_an_appointment_is_asked_when() -> None:
    assert "arrival" in pages(journey_for(failed("missed-appointment", sides=["came"]), TODAY))


# -- a sanction before


def test_one_that_was_taken_back_is_told_of_with_its_letter() -> None:
    earlier = {"failure_day": "2026-05-19", "decided_on": "2026-06-02", "days": 7, "overturned": True}
    letter = {"overturned_on": "2026-06-24", "overturned_words": "We changed it.", "paid_back_on": "2026-07"}
    known = {"earlier_sanctions": [{**earlier, **letter}], "earlier_sanctions_known": "yes"}
    case = failed("missed-appointment", **known)
    journey = told(case, decision_says={"had_earlier": "taken-back"})

    assert case_of(journey) == canonical(case, TODAY)


# -- what the office said beforehand


def test_the_day_it_was_moved_to_is_kept_and_may_lie_ahead() -> None:
    excused = {"day": "2026-10-12", "how": "phone", "words": "Come on Monday.", "moved_to": "2026-11-30"}
    case = failed("missed-appointment", sides=["excused"], excused=excused)
    journey = journey_for(case, TODAY)
    rows = {row.label: row.text for group in groups_of(journey) for row in group.rows}

    assert case_of(journey) == canonical(case, TODAY)
    assert str(case_of(journey).problems[0].excused.moved_to) == "2026-11-30"  # type: ignore[union-attr]
    assert rows["The day they moved it to"] == "30 November 2026"
    assert "query" not in pages(journey)


def test_a_day_ahead_or_only_the_month_can_be_typed() -> None:
    case = failed("missed-appointment", sides=["excused"], excused={"moved_to": "2026-11"})
    walker = at("own-words", case)

    assert walker.page.errors == []
    assert walker.state[f"{FAILURE}/excused"]["moved_to"] == "2026-11"


def test_a_move_is_among_what_they_may_have_said() -> None:
    assert labels("side")["excused"].endswith("that it was all right or noted, or agreed another day or way")


# -- the message


def test_a_message_can_say_when_without_a_place() -> None:
    page = at("how-told", failed("missed-appointment", sides=["not-told"])).page
    row = next(answer for answer in PAGES["how-told"].answers if answer.name == "gave_place_and_time")

    assert "Did it say when, and was it clear where?" in page.labels
    assert row.label == "Said when, and it was clear where"


# -- work


def test_a_job_is_lost_through_misconduct_or_it_is_not() -> None:
    walker = at("side", failed("lost-job"))

    assert "I did not lose it through misconduct" in walker.page.text
    assert "Something stopped me" not in walker.page.text


def test_misconduct_is_asked_right_after_the_story() -> None:
    found = pages(journey_for(examples.case_of("dismissed-misconduct"), TODAY))

    assert found[found.index("own-words") + 1] == "misconduct"
    assert found.count("misconduct") == 1


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("lost-job", "The day the job ended"),
        ("left-job", "The day the job ended"),
        ("missed-appointment", "If it was another day than the one they say: which day?"),
    ],
)
def test_the_other_day_of_work_that_ended_is_the_last_day_there(kind: str, asked: str) -> None:
    assert asked in at("own-words", failed(kind)).page.labels


@pytest.mark.parametrize("kind", ["particular-vacancy", "job-offer"])
def test_nobody_was_to_be_anywhere_to_apply_for_a_job_or_take_one(kind: str) -> None:
    needed = {"told_by": "email", "seen": "after", "why_not_seen": "I was away.", "new_details_on": "2026-09"}
    travel = {"kind": "travel", "called": "the distance"}
    case = failed(kind, sides=["not-told"], requirement=needed, reasons=[travel])
    journey = journey_for(case, TODAY)

    assert "job-told" in pages(journey)
    assert {"how-told", "reason-journey"} & set(pages(journey)) == set()
    assert case_of(journey) == canonical(case, TODAY)


def test_whoever_had_an_interview_with_an_employer_set_out() -> None:
    case = failed("employer-interview", sides=["not-told"], reasons=[{"kind": "travel"}])

    assert {"how-told", "reason-journey"} <= set(pages(journey_for(case, TODAY)))
