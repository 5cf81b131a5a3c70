"""From answers to the Case, branch by branch, with plain objects instead of docassemble."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.interview.bridge import case_of, facts_of
from challenge_letters.interview.check_answers import groups_of, remove_item
from challenge_letters.interview.result import result_of
from challenge_letters.interview.stored_answers import Altered, as_day
from challenge_letters.interview.sums import money
from challenge_letters.interview.walk import journey_of
from tests import examples
from tests.facts import case_of as build_case
from tests.facts import sanction
from tests.interview.fakes import FakeAnswers, Missing, fake_answers
from tests.interview.walking import answers_for, canonical, journey_for

TODAY = examples.AS_AT
TOLD = examples.names()
ILL = "missed-appointment-ill"
# A reason of which nothing is told: in short, and what the story does not say.
NOTHING_OF_IT = {
    **dict.fromkeys(("called", "effect", "began", "ended", "fact", "what_i_did"), ""),
    "could_tell": "not-known",
}


def _told(name: str, **changed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the answers of an example; `changed` are answers by page of its first problem ("own_words")."""
    told = answers_for(examples.case_of(name), TODAY)
    for page, values in changed.items():
        key = page.replace("__", "/").replace("_", "-")
        found = key if key in told or "/" in key else f"problems/0/{key}"
        told[found] = {**told.get(found, {}), **values}
    return told


def _case(told: dict[str, dict[str, Any]], **flags: bool) -> Case:
    return case_of(journey_of(fake_answers(told, **flags), TODAY))


@pytest.mark.parametrize("name", TOLD)
def test_the_bridge_undoes_what_walking_does(name: str) -> None:
    case = examples.case_of(name)
    flags = {
        "wants_records": case.records_request is not None,
        "wants_complaint": case.complaint is not None,
    }
    assert _case(answers_for(case, TODAY), **flags) == canonical(case, TODAY)


@pytest.mark.parametrize("name", TOLD)
def test_nothing_is_read_before_the_answer_that_opens_it(name: str) -> None:
    """Without the last answer the road stops exactly there: nothing behind it was needed to come so far."""
    case = examples.case_of(name)
    told = answers_for(case.model_copy(update={"records_request": None, "complaint": None}), TODAY)
    kept: dict[str, dict[str, Any]] = {}
    for key, values in told.items():
        with pytest.raises(Missing):
            journey_of(fake_answers(kept), TODAY)
        kept[key] = values
    journey_of(fake_answers(kept), TODAY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12.50", "12.50"), ("£12.5", "12.50"), ("1,012", "1012"), (" £ 3 ", "3"), ("", ""), ("3.", "3.00")],
)
def test_sums_as_people_type_them(typed: str, kept: str) -> None:
    assert money(typed) == kept


def test_how_much_less_was_paid_may_be_typed_with_a_pound_sign() -> None:
    told = _told("paid-less-no-notice", payment={"payment_lower_by": "£1,012.5"})
    problem = _case(told).problems[0]
    assert isinstance(problem, AppliedSanction)
    assert problem.decision.payment_lower_by == "1012.50"


def test_what_goes_with_an_answer_stays_out_with_it() -> None:
    told = _told(ILL, more={"more": ("health", "keep-out")})
    told["problems/0/adjustment"] = {
        "disadvantage": "Crowds make me ill.",
        "step_wanted": "A call.",
        "asked_before": "yes",
        "adjustment_told_on": "",
        "adjustment_told_how": "phone",
        "adjustment_done": "Nothing.",
    }
    told["keep-out"] = {"keep_out": ("problems/0/adjustment",)}
    journey = journey_of(fake_answers(told), TODAY)

    assert "adjustment" not in facts_of(journey)["problems"][0]
    assert [row.text for group in groups_of(journey) for row in group.rows if "Nothing." in row.text] == [
        "Nothing. (kept out of the letter)"
    ]


@pytest.mark.parametrize(
    ("held", "day"),
    [
        (date(2027, 1, 31), "2027-01-31"),
        (datetime(2027, 1, 31, 0, 0), "2027-01-31"),  # noqa: DTZ001 - as docassemble holds it
        ("2027-01-31", "2027-01-31"),
        ("", ""),
        (None, ""),
    ],
)
def test_days_in_every_shape_docassemble_keeps_them_in(held: Any, day: str) -> None:
    assert as_day(held) == day


@pytest.mark.parametrize("held", [date(2026, 10, 14), datetime(2026, 10, 14, 10, 15)])  # noqa: DTZ001
def test_words_that_became_a_day_on_their_way_are_refused(held: date) -> None:
    """As docassemble's JSON API keeps "2026-10-14, at 10:15" that came without "raw"."""
    told = answers_for(examples.case_of("missed-appointment-ill"), TODAY)
    key, name = next((key, name) for key, values in told.items() for name in values if name == "their_words")
    told[key] = {**told[key], name: held}

    with pytest.raises(Altered, match='Send them again with "raw": 1') as refused:
        journey_of(fake_answers(told), TODAY)
    assert "14" not in str(refused.value)


def test_two_reasons_lead_and_the_others_are_only_named() -> None:
    told = _told(ILL, own_words={"reason_ticks": ("ill", "caring", "travel", "not-safe")})
    told["problems/0/main-reason"] = {"main_reason": "travel"}
    told["problems/0/next-reason"] = {"next_reason": "ill"}
    told["problems/0/reason/travel/reason"] = {**NOTHING_OF_IT, "fact": "No bus"}
    told["problems/0/reason/travel/reason-journey"] = {"left_at": "8.15", "usual_minutes": "40 minutes"}
    told["safe-say"] = {"say_safely": "no"}
    told["queries/sanction:ill-but-elsewhere/query"] = {"answer": "as-their-letter-says"}
    reasons = _case(told).problems[0].reasons  # type: ignore[union-attr]
    assert [(reason.kind, bool(reason.fact)) for reason in reasons] == [
        ("travel", True),
        ("ill", True),
        ("caring", False),
        ("not-safe", False),
    ]


def test_a_main_reason_that_is_no_longer_ticked_does_not_count() -> None:
    told = _told(ILL, own_words={"reason_ticks": ("ill", "caring")})
    told["problems/0/main-reason"] = {"main_reason": "travel"}
    told["problems/0/reason/caring/reason"] = NOTHING_OF_IT
    told["problems/0/reason/caring/reason-caring"] = {"age": "", "others_could": "not-known"}
    reasons = _case(told).problems[0].reasons  # type: ignore[union-attr]
    assert [reason.kind for reason in reasons] == ["ill", "caring"]


@pytest.mark.parametrize(
    ("kind", "page", "answers", "fact"),
    [
        ("mental-health", "reason-health", {"health_told_on": "2026-03"}, {"told_on": "2026-03"}),
        ("caring", "reason-caring", {"age": "3", "others_could": "no"}, {"age": "3", "others_could": "no"}),
        (
            "bereavement",
            "reason-death",
            {"relation": "partner", "died_on": "2026-09-01"},
            {"relation": "partner", "died_on": "2026-09-01"},
        ),
        ("travel", "reason-journey", {"left_at": "", "usual_minutes": "40"}, {"usual_minutes": 40}),
        (
            "working",
            "reason-work",
            {"work_hours": "7 to 3", "could_move": "no"},
            {"work_hours": "7 to 3", "could_move": "no"},
        ),
        (
            "no-access",
            "reason-access",
            {"lacking": ("phone",), "access_told_on": "2026-05"},
            {"lacking": ["phone"], "told_on": "2026-05"},
        ),
        (
            "no-home",
            "reason-home",
            {"where_post_came": "My old flat", "home_told_on": ""},
            {"where_post_came": "My old flat"},
        ),
        ("no-privacy", "reason-privacy", {"private_place": "refused"}, {"private_place": "refused"}),
        ("custody-hospital-court", "reason-away", {"was_in": "court"}, {"was_in": "court"}),
        (
            "unclear-or-mistake",
            "reason-unclear",
            {"understood": "Next month", "put_right_on": "2026-11-03", "interpreted": "no"},
            {"understood": "Next month", "put_right_on": "2026-11-03", "interpreter": "no"},
        ),
        (
            "unfair-commitment",
            "reason-commitment",
            {"agreed_by_word": "yes", "change_asked_on": "2026-06"},
            {"agreed_by_word": "yes", "told_on": "2026-06"},
        ),
    ],
)
def test_the_fact_that_makes_or_breaks_a_reason_is_kept_with_it(
    kind: str, page: str, answers: dict[str, Any], fact: dict[str, Any]
) -> None:
    told = _told(ILL, own_words={"reason_ticks": (kind,)}, since_then={"told_about": ()})
    # Of an appointment a day or a time is asked instead.
    told["problems/0/failure"] = {**told["problems/0/failure"], "failure_kind": "other"}
    told[f"problems/0/reason/{kind}/reason"] = {**NOTHING_OF_IT, "could_tell": "no"}
    told[f"problems/0/reason/{kind}/{page}"] = answers
    (reason,) = facts_of(journey_of(fake_answers(told), TODAY))["problems"][0]["reasons"]
    assert {key: list(each) if isinstance(each, tuple) else each for key, each in reason.items()} == {
        "kind": kind,
        "could_tell": "no",
        **fact,
    }


def test_a_wrong_day_is_kept_with_how_it_came_about() -> None:
    slip = {
        "thought_day": "2026-11-04",
        "thought_at": "",
        "thought_else": "",
        "slip_by": "misread",
        "slip_then": "came",
        "slip_then_on": "",
        "slip_came_at": "9.20",
        "was_first": "yes",
    }
    told = _told(ILL, own_words={"reason_ticks": ("unclear-or-mistake",)}, since_then={"told_about": ()})
    told["problems/0/reason/unclear-or-mistake/slip"] = slip
    problem = facts_of(journey_of(fake_answers(told), TODAY))["problems"][0]
    assert problem["reasons"] == [{"kind": "unclear-or-mistake"}]
    assert problem["mistake"] == {
        "thought_day": "2026-11-04",
        "by": "misread",
        "then": "came",
        "came_at": "9.20",
        "was_first": "yes",
    }


def test_the_follow_up_of_one_reason_never_leaks_into_another() -> None:
    told = _told(ILL)
    told["problems/0/own-words"]["reason_ticks"] = ("caring",)
    with pytest.raises(Missing, match=re.escape("reason['caring'].called")):
        _case(told)


def test_a_letter_is_dated_and_an_account_message_is_notified() -> None:
    by_letter = _told(ILL, decision_when={"came_by": "letter", "sent": "2026-11-02"})
    by_letter["problems/0/decision-says"]["other_date"] = "2026-11-04"
    by_letter["problems/0/decision-when"]["decision_address"] = "1 Road\r\n\r\nTown"
    decision = _case(by_letter).problems[0].decision  # type: ignore[union-attr]
    assert (str(decision.dated), str(decision.notified)) == ("2026-11-02", "2026-11-04")
    assert decision.address == ("1 Road", "Town")


def test_what_is_kept_out_is_nowhere() -> None:
    told = _told(ILL)
    more = (*told["problems/0/more"]["more"], "keep-out")
    told["problems/0/more"] = {"more": more}
    told["keep-out"] = {"keep_out": ("problems/0/reason/ill/reason",)}
    # The account says "migraine" too: that is asked about.
    told["queries/sanction:something-kept-out/query"] = {"answer": "as-their-letter-says"}
    answers = fake_answers(told)
    case = _case(told)
    assert case.problems[0].reasons == ()  # type: ignore[union-attr]
    assert "migraine with vomiting" not in result_of(answers, TODAY).case_file().decode()
    rows = [row for group in groups_of(journey_of(answers, TODAY)) for row in group.rows]
    assert any("kept out of the letter" in row.text for row in rows)


def test_a_payment_that_is_low_for_another_reason_is_no_problem_of_ours() -> None:
    told = _told("paid-less-no-notice")
    told["problems/0/statement-says"] = {"statement_says": "other"}
    assert journey_of(fake_answers(told), TODAY).ending == "not-a-sanction"


@pytest.mark.parametrize(
    ("page", "values", "ending"),
    [
        ("for-whom", {"benefit": "older"}, "older-benefit"),
    ],
)
def test_where_the_road_ends_without_a_letter(page: str, values: dict[str, str], ending: str) -> None:
    told = _told(ILL)
    told[page] = {**told[page], **values}
    assert journey_of(fake_answers(told), TODAY).ending == ending


def _with_periods(*whats: str) -> FakeAnswers:
    told = _told("late-in-hospital")
    told = {key: values for key, values in told.items() if "/late/" not in key}
    for place, what in enumerate(whats):
        told[f"problems/0/late/{place}/late-period"] = {
            "began": "2026-08-01",
            "ended": "",
            "what": what,
            "another": "yes" if place + 1 < len(whats) else "no",
        }
    return fake_answers(told)


@pytest.mark.parametrize(
    ("removed", "left"),
    [(0, ["second", "third"]), (1, ["first", "third"]), (2, ["first", "second"])],
)
def test_removing_from_a_list_leaves_the_others(removed: int, left: list[str]) -> None:
    answers = _with_periods("first", "second", "third")
    remove_item(answers, journey_of(answers, TODAY), f"problems/0/late/{removed}")
    periods = case_of(journey_of(answers, TODAY)).problems[0].late  # type: ignore[union-attr]
    assert [period.what for period in periods] == left


def test_removing_the_only_item_asks_for_it_again() -> None:
    answers = _with_periods("first")
    remove_item(answers, journey_of(answers, TODAY), "problems/0/late/0")
    with pytest.raises(Missing, match=re.escape("late[0]")):
        journey_of(answers, TODAY)


def test_removing_the_second_decision_leaves_the_first() -> None:
    answers = fake_answers(answers_for(examples.case_of("two-decisions-adviser"), TODAY))
    remove_item(answers, journey_of(answers, TODAY), "problems/1")
    assert [problem.id for problem in case_of(journey_of(answers, TODAY)).problems] == ["sanction"]


def test_the_dates_that_press_are_left_where_every_page_shows_them() -> None:
    answers = fake_answers(answers_for(examples.case_of("two-decisions-adviser"), TODAY))
    journey_of(answers, TODAY)
    assert (answers.known_nation, answers.known_deadline) == ("england", "2026-11-27")
    assert answers.known_writer == "adviser"


@pytest.mark.parametrize("kind", ["adviser", "appointee"])
def test_who_signs_is_not_asked_where_there_is_nothing_to_sign(kind: str) -> None:
    told = answers_for(examples.case_of("claim-closed"), TODAY)

    case = _case({**told, "for-whom": {**told["for-whom"], "writer_kind": kind}})

    assert case.writer.kind == "claimant"


@pytest.mark.parametrize("state", ["done", "rebooked", "not-yet", "cannot", "not-known"])
def test_what_was_typed_of_the_time_since_is_kept_whatever_was_chosen(state: str) -> None:
    since = {"state": state, "words": "I wrote to the school and wait for its answer."}
    missed = {"kind": "missed-appointment", "their_day": "2026-10-14"}
    facts = sanction(failure=missed, sides=["had-reason"], account="I was ill.", done_since=since)
    case = case_of(journey_for(build_case(facts), TODAY))

    assert case.decisions[0].done_since.words == since["words"]
