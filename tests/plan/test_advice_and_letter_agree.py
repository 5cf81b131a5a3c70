"""What the page advises and what the letter argues never pull apart: tried on the inputs of the audit and their like."""

from __future__ import annotations

from datetime import date

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.case.case import Case
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import dated_lines_of, reminders_of
from challenge_letters.plan.report import as_text
from challenge_letters.plan.texts import plan_texts

OPEN = {"days": 7, "is_open_ended": "yes"}
ADULT = {"was_under_18": "no", "earlier_sanctions_known": "yes"}
SEARCH = {"kind": "work-search-hours", "happened": "2026-10-14"}
MISSED = {"kind": "missed-appointment", "happened": "2026-10-14"}


def _plan(case: Case, on: date = MONDAY) -> Plan:
    return make_plan(case, on=on)


def _letter(plan: Plan, kind: str = "mandatory-reconsideration") -> str:
    letter = plan.letter(kind)
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=plan.on))


def _warned(plan: Plan) -> list[str]:
    return [each.id for each in plan.warnings]


# -- a length is never argued that could grow (WRA 2012 s.27(5); UC Regs 2013 reg 104)


@pytest.mark.parametrize("done", [{}, {"state": "not-yet"}, {"state": "rebooked", "day": "2026-11-30"}])
@pytest.mark.parametrize("is_open", ["no", "not-known"])
@pytest.mark.parametrize("known", ["yes", "no"])
def test_fixed_days_are_not_called_too_many_while_the_right_ones_would_still_run(
    done: dict[str, str], is_open: str, known: str
) -> None:
    """A call missed on 14 October and never made good: forty open-ended days and 7 more, against 28."""
    decision = {"days": 28, "is_open_ended": is_open}
    told = {**ADULT, "groups": ["none"], "earlier_sanctions_known": known, "done_since": done}

    said = _letter(_plan(case_of(sanction(failure=MISSED, decision=decision, **told))))

    assert "28 days" in said
    for argued in ("too many", "more than a first", "cut the", "would need an earlier failure"):
        assert argued not in said


def test_once_the_day_of_compliance_is_known_they_are() -> None:
    decision = {"days": 28, "is_open_ended": "no"}
    done = {"state": "done", "day": "2026-10-16"}

    said = _letter(_plan(case_of(sanction(failure=MISSED, decision=decision, done_since=done, **ADULT))))

    assert "28 days" in said
    assert "carries no more than 7 days" in said


@pytest.mark.parametrize("days", [7, 28])
@pytest.mark.parametrize("benefit", ["universal-credit", "new-style-jsa"])
def test_open_ended_days_at_the_medium_level_are_the_fault_and_not_their_number(
    days: int, benefit: str
) -> None:
    """UC Regs 2013 reg 103, JSA Regs 2013 reg 20: fixed days alone."""
    told = {
        "failure": SEARCH,
        "decision": {"days": days, "is_open_ended": "yes"},
        "groups": ["none"],
        **ADULT,
    }

    said = _letter(_plan(case_of(sanction(**told), benefit=benefit)))

    assert "the law gives 28 days for this, and no open-ended days" in said.casefold()
    assert "That level has no open-ended days." in said
    assert "28 days for this, not" not in said


# -- at 16 and 17 the letter asks for what it argues (regs 104(3) and 111(2))


def test_at_17_the_days_after_the_open_ended_ones_are_asked_back_and_the_rate_cut() -> None:
    born = {"claimant": {"date_of_birth": "2009-06-03"}}
    told = {"failure": MISSED, "decision": OPEN, "groups": ["none"], "earlier_sanctions_known": "yes"}

    said = _letter(_plan(case_of(sanction(was_under_18="yes", **told), **born)))

    assert "take back the 7 days after the open-ended ones and cut the daily rate to 40%" in said


# -- of whom nothing can be asked, nothing is asked (WRA 2012 s.19; reg 89(1)(c))

NEAR_A_BIRTH = {"groups": ["late-pregnancy"], "birth": {"due": "2026-09-01", "born": "2026-09-01"}}


@pytest.mark.parametrize("benefit", ["universal-credit", "new-style-esa"])
@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_six_weeks_after_a_birth_nobody_is_told_to_do_what_was_asked(benefit: str, nation: str) -> None:
    told = {"failure": MISSED, "decision": OPEN, **NEAR_A_BIRTH, **ADULT}
    plan = _plan(case_of(sanction(**told), benefit=benefit, nation=nation))

    assert "comply-nothing" in _warned(plan)
    assert "comply" not in [each.id for each in plan.steps]
    assert "look for work" not in as_text(plan)
    assert "no work-related requirement applies to me now" in _letter(plan)


def test_a_warning_near_a_birth_asks_for_the_same_confirmation() -> None:
    failure = {"kind": "missed-appointment", "happened": "2026-11-18"}
    told = threat(failure=failure, groups=["late-pregnancy"], birth={"due": "2026-12-20"})
    plan = _plan(case_of(told))

    assert "comply-nothing" in _warned(plan)
    assert "no work-related requirement applies to me now" in _letter(plan, "good-reason-statement")


@pytest.mark.parametrize("on", ["2026-12-15", "2026-12-16"])
def test_on_the_day_after_fifteen_weeks_it_is_over(on: str) -> None:
    plan = _plan(case_of(sanction(failure=MISSED, decision=OPEN, **NEAR_A_BIRTH)), date.fromisoformat(on))

    assert ("comply-nothing" in _warned(plan)) is (on == "2026-12-15")


def test_no_hardship_payment_at_the_lower_rate_of_a_new_mother() -> None:
    """Regulation 116: the full rate only, and regulation 111(2) lowers it."""
    plan = _plan(
        case_of(sanction(failure=SEARCH, decision={"days": 28, "is_open_ended": "no"}, **NEAR_A_BIRTH))
    )

    assert "hardship-not-possible" in _warned(plan)


@pytest.mark.parametrize(
    ("benefit", "groups", "is_searching"),
    [
        ("universal-credit", ["none"], True),
        ("universal-credit", ["child-3-12"], True),
        ("universal-credit", ["carer"], True),
        ("universal-credit", ["limited-capability"], False),
        ("universal-credit", ["child-2"], False),
        ("universal-credit", ["child-1"], False),
        ("new-style-jsa", ["child-1"], True),
        ("new-style-esa", ["none"], False),
    ],
)
def test_only_who_can_be_asked_to_look_for_work_is_told_to_go_on(
    benefit: str, groups: list[str], *, is_searching: bool
) -> None:
    told = sanction(failure={"kind": "other"}, groups=groups, done_since={"state": "not-known"})
    plan = _plan(case_of({**told, "failure": {"kind": "left-job"}}, benefit=benefit))

    assert ("comply-keep" in _warned(plan)) is is_searching
    assert ("go on looking for work" in as_text(plan)) is is_searching


# -- six months of work end it (reg 109)


@pytest.mark.parametrize(("since", "is_over"), [("2026-04-20", True), ("2026-06-20", False)])
def test_whose_work_has_ended_the_days_is_not_told_to_end_them(since: str, *, is_over: bool) -> None:
    back = {"is_back_in_work": "yes", "back_in_work_since": since, "was_stopped": "no"}
    failure = {"kind": "missed-appointment", "happened": "2026-03-02"}
    plan = _plan(case_of(sanction("2026-03-20", failure=failure, decision=OPEN, **back)))

    assert ("comply-worked" in _warned(plan)) is is_over
    assert ("money-if-still" in _warned(plan)) is is_over
    assert ("Do what they asked" in as_text(plan)) is not is_over


# -- a day that has passed is no day to meet


@pytest.mark.parametrize(
    ("answer_by", "on", "said"),
    [
        ("2026-11-30", "2026-11-29", "by their date"),
        ("2026-11-30", "2026-11-30", "by their date"),
        ("2026-11-30", "2026-12-01", "today"),
        (None, "2026-11-29", "soon"),
    ],
)
@pytest.mark.parametrize("came_by", ["journal", "to-do"])
def test_their_date_is_named_only_while_there_is_one(
    answer_by: str | None, on: str, said: str, came_by: str
) -> None:
    warning = {"day": "2026-11-20", "came_by": came_by, "answer_by": answer_by}
    text = as_text(_plan(case_of(threat(warning=warning)), date.fromisoformat(on)))

    assert f", {said}. Take a screenshot" in text
    assert ("by their date" in text) is (said == "by their date")


@pytest.mark.parametrize(
    ("days", "on", "heading"),
    [
        ({"answer_by": "2026-11-25"}, "2026-11-24", "Send it by 25 November 2026"),
        ({"answer_by": "2026-11-25"}, "2026-11-25", "Send it today"),
        ({"answer_by": "2026-11-25"}, "2026-11-26", "Send it now"),
        ({"answer_by": "2026-11-25", "next_appointment": "2026-11-24"}, "2026-11-23", "Send it before 24 November 2026"),
        ({"answer_by": "2026-11-25", "next_appointment": "2026-11-24"}, "2026-11-25", "Send it today"),
        ({"answer_by": "2026-11-25", "next_appointment": "2026-11-30"}, "2026-11-23", "Send it by 25 November 2026"),
        ({"answer_by": "2026-11-25", "next_appointment": "2026-11-30"}, "2026-11-26", "Send it before 30 November 2026"),
    ],
)  # fmt: skip
def test_a_demand_is_answered_by_the_day_they_gave_for_it(
    days: dict[str, str], on: str, heading: str
) -> None:
    plan = _plan(case_of(demand(**days)), date.fromisoformat(on))

    assert heading in [each.heading for each in plan.warnings]


def test_the_day_they_gave_for_a_demand_is_in_the_calendar_and_on_the_sheet() -> None:
    plan = _plan(case_of(demand(answer_by="2026-11-25")))

    assert [each.day.isoformat() for each in reminders_of(plan)] == ["2026-11-25"]
    assert "they want it on this day" in dated_lines_of(plan)[0].text


@pytest.mark.parametrize(("day", "is_ahead"), [("2026-11-25", True), ("2026-11-22", False)])
def test_nobody_is_sent_to_an_appointment_that_has_passed(day: str, *, is_ahead: bool) -> None:
    booked = {"done_since": {"state": "rebooked", "day": day}, "failure": MISSED}
    decided, warned = _plan(case_of(sanction(decision=OPEN, **booked))), _plan(case_of(threat(**booked)))

    assert ("comply-rebooked" in _warned(decided)) is is_ahead
    assert ("comply-done" in _warned(warned)) is is_ahead


# -- what was to stay out stays out of every letter that would print it


def test_a_complaint_that_names_what_was_to_stay_out_waits_as_well() -> None:
    reason = {"kind": "custody-hospital-court", "was_in": "not-said"}
    complaint = {"events": [{"day": "2026-11-02", "what": "I rang from the hospital."}]}
    plan = _plan(case_of(sanction(reasons=[reason]), complaint=complaint))

    assert plan.letter("complaint") is None
    assert plan.letter("mandatory-reconsideration") is None


def test_a_heading_is_no_question_because_a_full_stop_follows_it() -> None:
    headings = [
        each["heading"] for group in plan_texts().values() for each in group.values() if "heading" in each
    ]

    assert not [each for each in headings if each.endswith("?")]
