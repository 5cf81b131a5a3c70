"""A job left before the claim: asked where it counts, worked out where the days are known, else only told.

A warning of it is answered by the same law; nothing is counted before there is a reduction.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests import examples
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.before_claim import before_claim_of
from challenge_letters.plan.planning import make_plan

DECIDED = {"days": 91, "is_open_ended": "no"}


def _left(left_on: str, claimed_on: str | None, **facts: Any) -> dict[str, Any]:
    return sanction(
        failure={"kind": "left-job", "happened": left_on},
        was_before_claim="yes",
        claimed_on=claimed_on,
        decision=DECIDED,
        **{"earlier_sanctions_known": "yes", "groups": ["none"], "was_under_18": "no", **facts},
    )


@pytest.mark.parametrize(
    ("left_on", "claimed_on", "facts", "left", "is_barred"),
    [
        # 21 August to 13 September are 24 days: 91 less 24 (regulation 102(4)).
        ("2026-08-20", "2026-09-14", {}, 67, False),
        # 44 days between, the day of the claim the forty-fifth: 47 are left, which is more.
        ("2026-08-20", "2026-10-04", {}, 47, False),
        # 45 between: 46 are left, no more than the days up to and with the day of the claim (113(1)(e)).
        ("2026-08-20", "2026-10-05", {}, 46, True),
        ("2026-08-20", "2026-11-20", {}, 0, True),
        # Work that was to end after thirty days: 30 less 24 is 6, which is no more than 25.
        ("2026-08-20", "2026-09-14", {"work_was_to_end": "2026-09-19"}, 6, True),
    ],
)
def test_what_is_left_of_the_days(
    left_on: str, claimed_on: str, facts: dict[str, Any], left: int, is_barred: bool
) -> None:
    case = case_of(_left(left_on, claimed_on, **facts))
    found = before_claim_of(case.problems[0], case)  # type: ignore[arg-type]

    assert found is not None
    assert (found.left, found.is_barred) == (left, is_barred)


def test_in_new_style_jsa_the_day_of_the_claim_is_not_counted() -> None:
    """Regulation 28(1)(c) of the JSA Regulations 2013 ends with the day before the claim."""
    case = case_of(_left("2026-08-20", "2026-10-05"), benefit="new-style-jsa")
    found = before_claim_of(case.problems[0], case)  # type: ignore[arg-type]

    assert found is not None
    assert not found.is_barred


def test_the_letter_asks_for_the_days_that_are_left() -> None:
    case = examples.case_of("left-before-the-claim")
    letter = make_plan(case, on=examples.AS_AT).letter("mandatory-reconsideration")
    assert letter is not None
    text = plain_text(fill(letter, case, on=examples.AS_AT))

    assert "67 days are left, not 91 days" in text
    assert "regulation 102(4)" in text


@pytest.mark.parametrize(("was", "is_told"), [("not-known", True), ("no", False)])
def test_where_nobody_said_it_the_page_asks_for_it_and_the_letter_is_silent(was: str, is_told: bool) -> None:
    case = case_of(_left("2026-08-20", None) | {"was_before_claim": was})
    plan = make_plan(case, on=MONDAY)
    letter = plan.letter("mandatory-reconsideration")
    assert letter is not None

    assert ("before-claim" in {line.id for line in plan.lines}) is is_told
    assert "claim of" not in plain_text(fill(letter, case, on=MONDAY))


def test_a_yes_without_the_day_of_the_claim_argues_no_length() -> None:
    case = case_of(_left("2026-08-20", "2026-09"))
    plan = make_plan(case, on=MONDAY)
    letter = plan.letter("mandatory-reconsideration")
    assert letter is not None

    assert letter.challenges[0].level is None
    assert "before-claim" in {line.id for line in plan.lines}


def test_nobody_of_16_asks_for_more_days_than_were_imposed() -> None:
    """The table gives 14 days; a reduction of 7 is left as it is."""
    young = {"was_under_18": "yes", "failure": {"kind": "left-job", "happened": "2026-08-20"}}
    for imposed, is_argued in ((7, False), (14, False), (91, True)):
        decision = {"days": imposed, "is_open_ended": "no"}
        case = case_of(sanction(**young, groups=["none"], decision=decision))
        letter = make_plan(case, on=MONDAY).letter("mandatory-reconsideration")
        assert letter is not None
        assert (letter.challenges[0].young is not None) is is_argued


WITH_GROUP = {"groups": ["child-under-1"], "decision": {"notified": "2026-11-02", **DECIDED}}


def _letter(facts: dict[str, Any], **more: Any) -> str:
    case = case_of({**_left("2026-08-20", "2026-09-14"), **facts}, **more)
    letter = make_plan(case, on=MONDAY).letter("mandatory-reconsideration")
    assert letter is not None
    return plain_text(fill(letter, case, on=MONDAY))


def test_what_could_be_asked_counts_when_the_award_was_made() -> None:
    """Section 26(4): the person must fall within section 22 at the time the award is made."""
    text = _letter(WITH_GROUP)

    assert "When the award was made I was looking after a child under 1." in text
    assert "(sections 22 and 26(4))" in text
    assert "At the time I was" not in text


def test_a_failure_since_the_claim_counts_on_its_own_day() -> None:
    text = _letter({**WITH_GROUP, "was_before_claim": "no"})

    assert "At the time I was looking after a child under 1." in text
    assert "(sections 22 and 26(2))" in text
    assert "26(4)" not in text


@pytest.mark.parametrize(
    ("since", "is_argued"),
    # The job was left on 20 August, the claim made on 14 September.
    [("2026-08-10", True), ("2026-09-01", True), ("2026-10-01", False)],
)
def test_a_decision_about_health_counts_if_it_began_by_the_claim(since: str, is_argued: bool) -> None:
    facts = {"groups": ["limited-capability-work-activity"], "limited_since": since}
    assert ("When the award was made I had limited capability" in _letter(facts)) is is_argued


@pytest.mark.parametrize("group", ["carer", "earning-enough"])
def test_where_it_hangs_on_a_condition_the_office_is_asked(group: str) -> None:
    text = _letter({**WITH_GROUP, "groups": [group]})

    assert "Please check whether they could be imposed on me then." in text
    assert "could not be imposed" not in text


@pytest.mark.parametrize(
    ("benefit", "cited"),
    [
        ("universal-credit", "Universal Credit Regulations (Northern Ireland) 2016, regulation 99(4)"),
        ("new-style-jsa", "Jobseeker's Allowance Regulations (Northern Ireland) 2016, regulation 20(3)"),
    ],
)
def test_in_northern_ireland_the_days_before_the_claim_come_off(benefit: str, cited: str) -> None:
    """Read on 30 November 2026, as these stood on 18 October 2022 and on 15 March 2026."""
    case = case_of(_left("2026-08-20", "2026-09-14"), nation="northern-ireland", benefit=benefit)
    plan = make_plan(case, on=MONDAY)
    assert plan.now is not None
    letter = plain_text(fill(plan.now, plan.case, on=plan.on)).replace("\n", " ")

    assert f"so 67 days are left, not 91 days ({cited})" in letter
    assert "cut the period to 67 days" in letter


def test_in_northern_ireland_the_office_is_asked_and_no_law_is_named_for_it() -> None:
    """Paragraph (4) of Article 31 of the Order was not read."""
    text = _letter(WITH_GROUP, nation="northern-ireland")

    assert "Please check whether all work-related requirements could be imposed on me" in text
    assert "could not be imposed" not in text


@pytest.mark.parametrize(
    ("benefit", "nation", "was", "cited", "not_cited"),
    [
        ("universal-credit", "wales", "yes", "section 26(4)(b)", "26(2)"),
        ("universal-credit", "wales", "no", "section 26(2)(d)", "26(4)"),
        ("new-style-jsa", "wales", "yes", "section 6J(3)", "6J(2)"),
        ("new-style-jsa", "wales", "no", "section 6J(2)(d)", "6J(3)"),
        # Article 31(4) of the Order was not read, so nothing is named there.
        ("universal-credit", "northern-ireland", "yes", "", "31(2)"),
        ("universal-credit", "northern-ireland", "no", "Article 31(2)(d)", "31(4)"),
    ],
)
def test_good_reason_is_named_by_when_the_job_was_left(
    benefit: str, nation: str, was: str, cited: str, not_cited: str
) -> None:
    told = {"was_before_claim": was, "sides": ["had-reason"], "account": "The night bus was taken off."}
    text = _letter(
        {**told, "decision": {"notified": "2026-11-02", **DECIDED}}, benefit=benefit, nation=nation
    )

    assert cited in text
    assert not_cited not in text


def test_before_the_claim_no_requirement_lies_behind_an_offer() -> None:
    """Section 26(4)(a) asks for good reason alone: the letter does not argue that availability was not required."""
    offer = {
        "failure": {"kind": "job-offer", "happened": "2026-08-20"},
        "sides": ["not-required", "had-reason"],
    }
    decided = {"decision": {"notified": "2026-11-02", **DECIDED}}
    text = _letter({**offer, **decided})

    assert "I had not claimed yet" in text
    assert "section 26(4)(a)" in text
    assert "required to be available" not in text
    assert "26(2)" not in text
    assert "required to be available" in _letter({**offer, **decided, "was_before_claim": "no"})


def test_misconduct_before_the_claim_is_a_failure_of_its_own_subsection() -> None:
    lost = {
        "failure": {"kind": "lost-job", "happened": "2026-08-20"},
        "misconduct": {"disputed": ["conduct"]},
    }
    text = _letter({**lost, "decision": {"notified": "2026-11-02", **DECIDED}})

    assert "section 26(4)(b)" in text
    assert "26(2)" not in text


def test_a_claim_before_the_job_was_left_is_no_failure_before_the_claim() -> None:
    text = _letter({"claimed_on": "2026-08-01", "decision": {"notified": "2026-11-02", **DECIDED}})

    assert "section 26(2)(d)" in text
    assert "26(4)" not in text


# -- a warning


def _warned(**facts: Any) -> dict[str, Any]:
    """Return a warning about a job left on 6 November; the claim was made on 9 November."""
    told = {
        "failure": {"kind": "left-job", "happened": "2026-11-06"},
        "warning": {"day": "2026-11-16", "came_by": "journal"},
        "was_before_claim": "yes",
        "claimed_on": "2026-11-09",
        "groups": ["none"],
        "was_under_18": "no",
    }
    return threat(**{"sides": ["had-reason"], **told, **facts})


def _answer(facts: dict[str, Any], **more: Any) -> str:
    case = case_of(facts, **more)
    letter = make_plan(case, on=MONDAY).letter("good-reason-statement")
    assert letter is not None
    return plain_text(fill(letter, case, on=MONDAY))


@pytest.mark.parametrize(
    ("benefit", "nation", "was", "cited", "not_cited"),
    [
        ("universal-credit", "wales", "yes", "Welfare Reform Act 2012, section 26(4)(b)", "26(2)"),
        ("universal-credit", "wales", "no", "Welfare Reform Act 2012, section 26(2)(d)", "26(4)"),
        ("new-style-jsa", "wales", "yes", "section 6J(3)", "6J(2)"),
        ("new-style-jsa", "wales", "no", "section 6J(2)(d)", "6J(3)"),
        # Article 31(4) of the Order was not read, so nothing is named there.
        ("universal-credit", "northern-ireland", "yes", "voluntarily and for no good reason.", "Article 31"),
        ("universal-credit", "northern-ireland", "no", "Article 31(2)(d)", "31(4)"),
    ],
)
def test_the_answer_to_a_warning_names_the_law_by_when_the_job_was_left(
    benefit: str, nation: str, was: str, cited: str, not_cited: str
) -> None:
    text = _answer(_warned(was_before_claim=was), benefit=benefit, nation=nation)

    assert cited in text
    assert not_cited not in text


def test_misconduct_before_the_claim_is_answered_by_its_own_subsection() -> None:
    lost = {"kind": "lost-job", "happened": "2026-11-06"}
    text = _answer(_warned(failure=lost, sides=[], misconduct={"disputed": ["conduct"]}))

    assert "section 26(4)(b)" in text
    assert "26(2)" not in text


def test_a_warning_about_an_offer_before_the_claim_rests_on_good_reason_alone() -> None:
    offer = {"kind": "job-offer", "happened": "2026-11-06"}
    text = _answer(_warned(failure=offer, sides=["not-required", "had-reason"]))

    assert "I had not claimed yet" in text
    assert "section 26(4)(a)" in text
    assert "26(2)" not in text


def test_what_could_be_asked_counts_at_the_award_in_a_warning_too() -> None:
    text = _answer(_warned(groups=["child-under-1"]))

    assert "When the award was made I was looking after a child under 1." in text
    assert "(sections 22 and 26(4))" in text
    assert "At the time I was" not in text


def test_in_northern_ireland_the_answer_asks_the_office_and_names_no_law_for_the_award() -> None:
    text = _answer(_warned(groups=["child-under-1"]), nation="northern-ireland")

    assert "Please check whether all work-related requirements could be imposed on me" in text
    assert "could not be imposed" not in text


@pytest.mark.parametrize(("since", "is_argued"), [("2026-11-08", True), ("2026-11-12", False)])
def test_a_decision_about_health_counts_in_a_warning_if_it_began_by_the_claim(
    since: str, is_argued: bool
) -> None:
    facts = _warned(groups=["limited-capability-work-activity"], limited_since=since)
    assert ("When the award was made I had limited capability" in _answer(facts)) is is_argued


@pytest.mark.parametrize("their_words", ["", "A sanction of 182 days may follow."])
def test_the_answer_to_a_warning_says_nothing_of_days(their_words: str) -> None:
    """How long it lasts, and what comes off, is for a decision: here the most that may be said is when."""
    failure = {"kind": "left-job", "happened": "2026-11-06", "their_words": their_words}
    case = case_of(_warned(failure=failure, work_was_to_end="2026-11-20"))
    plan = make_plan(case, on=MONDAY)
    letter = plan.letter("good-reason-statement")
    assert letter is not None

    assert not re.search(r"\b\d+ days", plain_text(fill(letter, case, on=MONDAY)).replace(their_words, ""))
    assert letter.challenges[0].before_claim is None
    assert "before-claim" not in {line.id for line in plan.lines}


@pytest.mark.parametrize(("was", "is_said"), [("yes", False), ("no", True)])
def test_earlier_failures_are_not_said_to_make_it_longer_before_the_claim(was: str, is_said: bool) -> None:
    plan = make_plan(case_of(_warned(was_before_claim=was)), on=MONDAY)
    (risk,) = (line.text for line in plan.lines if line.heading == "What they could decide")

    assert "higher level at most: 91 days" in risk
    assert ("earlier failure" in risk) is is_said


def test_where_nobody_knows_when_it_was_a_warning_is_answered_as_one_since_the_claim() -> None:
    assert "section 26(2)(d)" in _answer(_warned(was_before_claim="not-known", claimed_on=None))
