"""What a letter must name, say and not say for somebody of whom less may be asked, in words any letter would use."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.case.case import Case
from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.groups import GROUPS, standings
from challenge_letters.law.levels import FAILURES
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.choosing import challenges_of
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

UC, JSA, ESA = BENEFITS
LCWRA = "limited-capability-work-activity"
OPEN = {"is_open_ended": "yes", "days": 7}


def told(kind: str, *groups: str, nation: str = "england", benefit: str = UC, **facts: Any) -> Case:
    failure = {"kind": kind, "happened": "2026-10-14"}
    more = {name: facts.pop(name) for name in ("claimant",) if name in facts}
    problem = sanction("2026-11-02", failure=failure, groups=groups, **facts)
    return case_of(problem, nation=nation, benefit=benefit, **more)


def letter(case: Case, on: date = MONDAY) -> str:
    found = make_plan(case, on=on).now
    assert found
    return plain_text(fill(found, case, on=on))


def in_short(text: str) -> str:
    """Return the case in a sentence or two: what stands between the request and what happened."""
    paragraphs = text.split("\n\n")
    asked = next(place for place, words in enumerate(paragraphs) if "reconsider the decision" in words)
    return paragraphs[asked + 1]


def law_of_good_reason(text: str) -> str:
    """Return the law that is named where the letter says that a good reason counts."""
    named = re.search(r"no good reason(?: for it)? \((.*?)\)\.\s", text, re.DOTALL)
    assert named, text
    return named[1]


def first_ground(case: Case) -> str:
    return challenges_of(case, on=MONDAY)[0].grounds[0]


def page(plan: Plan) -> str:
    parts = (*plan.warnings, *plan.lines, *plan.steps)
    return "\n".join(f"{part.id}: {part.heading} {part.text}" for part in parts)


@pytest.mark.parametrize(
    ("benefit", "nation", "names"),
    [
        (UC, "england", ("Welfare Reform Act 2012, section 19", "regulation 89(1)(c)")),
        (ESA, "wales", ("section 11D", "regulation 47(1)(f) and (g)")),
        (UC, "northern-ireland", ("Article 24", "regulation 88(1)(c)")),
        (ESA, "northern-ireland", ("section 11D", "regulation 47(1)(f) and (g)")),
    ],
)
@pytest.mark.parametrize("kind", ["missed-appointment", "specific-task"])
def test_nothing_can_be_asked_around_a_birth(
    kind: str, benefit: str, nation: str, names: tuple[str, ...]
) -> None:
    case = told(kind, "late-pregnancy", benefit=benefit, nation=nation)

    assert first_ground(case) == "not-required"
    assert "baby" in in_short(letter(case))
    assert all(name in letter(case) for name in names)


@pytest.mark.parametrize(
    ("nation", "rate"), [("england", "60(1)"), ("northern-ireland", "regulations 58 to 60")]
)
@pytest.mark.parametrize("group", ["child-1", "child-2"])
def test_esa_with_a_child_under_three_is_the_lowest_level(group: str, nation: str, rate: str) -> None:
    text = letter(told("missed-appointment", group, benefit=ESA, nation=nation, decision=OPEN))

    for expected in (
        "section 11E",
        "regulation 48(1)",
        "regulation 53",
        "lowest",
        "40%",
        rate,
        "single parent",
    ):
        assert expected in text
    task = told("specific-task", group, benefit=ESA, nation=nation)
    assert first_ground(task) == "not-required"


JOBS = ("left-job", "lost-job", "job-offer", "particular-vacancy", "employer-interview")


@pytest.mark.parametrize("group", [group for group in GROUPS if group != "not-known"])
@pytest.mark.parametrize(
    ("benefit", "nation", "higher", "other"),
    [
        (UC, "scotland", "section 26(2)", "section 27(2)"),
        (UC, "northern-ireland", "Article 31(2)", "Article 32"),
        (JSA, "england", "section 6J(2)", "section 6K(2)"),
    ],
)
def test_the_kind_of_failure_says_which_good_reason(
    group: str, benefit: str, nation: str, higher: str, other: str
) -> None:
    kinds = {kind: higher for kind in JOBS if kind != "lost-job"}
    kinds |= dict.fromkeys(("missed-call", "specific-task", "work-search-hours"), other)
    for kind, expected in kinds.items():
        text = letter(told(kind, group, benefit=benefit, nation=nation, reasons=[_ILL]))
        assert expected in law_of_good_reason(text)


_ILL = {
    "kind": "ill",
    "fact": "I had a fever.",
    "effect": "I could not stand.",
    "began": "2026-10-14",
}


@pytest.mark.parametrize("kind", JOBS)
@pytest.mark.parametrize("group", ["child-2", "child-1", "limited-capability", "child-under-1", LCWRA])
def test_a_job_counts_only_for_somebody_of_whom_everything_may_be_asked(kind: str, group: str) -> None:
    case = told(kind, group)

    assert first_ground(case) == "not-required"
    assert "sections 22 and 26(2)" in letter(case)
    assert "Articles 27 and 31(2)" in letter(told(kind, group, nation="northern-ireland"))


@pytest.mark.parametrize("kind", ["left-job", "lost-job"])
def test_losing_the_work_that_freed_somebody_can_be_sanctioned(kind: str) -> None:
    """Section 26(3): unless the person would be in section 20 or 21 without it."""
    assert "section 22" not in letter(told(kind, "earning-enough"))
    assert "sections 22 and 26(2)" in letter(told(kind, "earning-enough", "child-2"))


@pytest.mark.parametrize("kind", ["specific-task", "work-search-hours", "not-available"])
def test_only_interviews_can_be_asked_with_a_child_of_one(kind: str) -> None:
    case = told(kind, "child-1")

    assert first_ground(case) == "not-required"
    assert "section 20" in letter(case)


def test_evidence_is_of_something_that_could_be_asked() -> None:
    text = letter(told("evidence-not-given", "child-1"))

    assert "section 20" in text
    assert "23(3)" in text
    assert "not-required" not in challenges_of(told("missed-appointment", "child-1"), on=MONDAY)[0].grounds


def test_a_task_of_looking_for_work_cannot_be_asked_with_a_child_of_two() -> None:
    assert "section 21" in letter(told("specific-task", "child-2"))
    assert challenges_of(told("specific-task", "child-2"), on=MONDAY)[0].protection.bar == "search-task"


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
@pytest.mark.parametrize("group", [LCWRA, "limited-capability", "late-pregnancy", "earning-enough"])
def test_a_jobseeker_never_signs_that_they_could_not_work(group: str, nation: str) -> None:
    for kind in FAILURES:
        if kind == "commitment-not-accepted":
            continue
        case = told(kind, group, benefit=JSA, nation=nation, limited_since="2026-09-01")
        plan = make_plan(case, on=MONDAY)
        assert not [words for words in ("capability", "pregnan", "earning") if words in letter(case)]
        assert any("being able to work is one of its conditions" in caution for caution in plan.cautions)


def test_a_jobseeker_with_a_child_argues_the_hours() -> None:
    text = letter(told("work-search-hours", "child-2", benefit=JSA))

    assert "a child aged 2" in text
    assert "Jobseeker's Allowance Regulations 2013, regulation 9" in text


@pytest.mark.parametrize(
    ("nation", "zero", "ends"),
    [("england", "111(3)", "104(2)(a)(ii)"), ("northern-ireland", "108(3)", "101(2)(a)(ii)")],
)
def test_limited_capability_ends_the_matter_from_its_day(nation: str, zero: str, ends: str) -> None:
    then = told("missed-call", LCWRA, limited_since="2026-09-01", decision=OPEN, nation=nation)
    since = told("missed-call", LCWRA, limited_since="2026-10-27", decision=OPEN, nation=nation)

    assert first_ground(then) == "not-required"
    assert "ask nothing of me" in in_short(letter(then)).split(".")[0]
    assert "1 September" in letter(then)
    assert first_ground(since) == "good-reason"
    assert "26 October" in letter(since)
    for case in (then, since):
        assert zero in letter(case)
        assert ends in letter(case)
        assert "onfirm" in letter(case)
        assert "must do for the open-ended days" not in letter(case)
        assert "must do to end the open-ended days" not in letter(case)


def test_a_health_decision_that_reaches_back_is_a_ground() -> None:
    """It was told as a change since: from its day nothing could be required, and that was before the failure."""
    changed = {"groups": [LCWRA], "since": "2026-10-01"}

    assert first_ground(told("missed-call", changed=changed)) == "not-required"
    assert first_ground(told("missed-call", changed={**changed, "since": "2026-10-20"})) == "good-reason"


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_nobody_who_cannot_work_is_sent_to_do_it_or_to_borrow(nation: str) -> None:
    case = told("missed-call", LCWRA, decision=OPEN, nation=nation, was_under_18="no")
    shown = page(make_plan(case, on=MONDAY))

    assert "comply-nothing" in shown
    assert "crisis-help" in shown
    for wrong in ("Do what they asked", "ook a new appointment", "hardship payment"):
        assert wrong not in shown


def test_a_warning_to_somebody_who_cannot_work_asks_for_no_list_of_duties() -> None:
    case = case_of(threat(failure={"kind": "missed-call", "happened": "2026-11-20"}, groups=[LCWRA]))
    text = letter(case)

    assert "section 19" in text
    assert "Confirm in writing that no work-related requirement applies" in text
    assert "what I must do" not in text


@pytest.mark.parametrize("kind", ["work-search-hours", "not-available"])
def test_limited_capability_is_the_headline_and_not_the_hours(kind: str) -> None:
    week = {"expected_hours": 35, "done_hours": 20}
    text = letter(told(kind, "limited-capability", "child-3-12", search_week=week))

    assert "capability for work is limited" in in_short(text).split(".")[0]
    assert "section 21" in text
    assert "regulation 88" not in text


@pytest.mark.parametrize("kind", ["work-search-hours", "not-available"])
def test_a_patient_told_to_stay_need_not_look_for_work(kind: str) -> None:
    """Universal Credit Regulations 2013 reg 39(1)(b) and (6), Sch 8 para 2; section 21."""
    text = letter(told(kind, "patient", search_week={"expected_hours": 35, "done_hours": 2}))

    assert "because I was a patient" in in_short(text).split(".")[0]
    assert "told to stay for 24 hours or longer" in text
    assert "regulation 39(1)(b) and (6) and Schedule 8, paragraph 2" in text.replace(";", " and")
    assert "section 21" in text
    assert "A job search could not be required of me" in text


def test_a_job_refused_by_a_patient_lies_outside_the_section() -> None:
    text = letter(told("job-offer", "patient"))

    assert "No reduction can rest on a job here" in text
    assert "sections 22 and 26(2)" in text


@pytest.mark.parametrize(
    ("kind", "benefit", "nation"),
    # An interview can be asked of a patient; elsewhere the text was not read.
    [
        ("missed-appointment", UC, "wales"),
        ("not-available", UC, "northern-ireland"),
        ("missed-call", ESA, "wales"),
    ],
)
def test_where_a_patient_is_not_spared_nothing_is_claimed(kind: str, benefit: str, nation: str) -> None:
    text = letter(told(kind, "patient", benefit=benefit, nation=nation))

    assert "Schedule 8" not in text
    assert "could not be required" not in text


@pytest.mark.parametrize(
    ("kind", "days", "law", "in_northern_ireland"),
    [
        ("work-search-hours", "7 days", "103(2)(b)", "100(2)(b)"),
        ("left-job", "14 days", "102(2)(b)", "99(2)(b)"),
        ("missed-appointment", "open-ended", "104(3)", "101(3)"),
    ],
)
def test_at_sixteen_and_seventeen_the_days_are_fewer(
    kind: str, days: str, law: str, in_northern_ireland: str
) -> None:
    claimant = {"name": "A. Example", "date_of_birth": "2009-05-01"}
    for nation, provision, rate in (
        ("england", law, "111(2)"),
        ("northern-ireland", in_northern_ireland, "108(2)"),
    ):
        text = letter(told(kind, "none", claimant=claimant, nation=nation))
        for expected in ("17", provision, "40%", rate):
            assert expected in text
        assert days in text or days == "open-ended"


def test_a_birth_date_says_the_age_whatever_was_ticked() -> None:
    claimant = {"name": "A. Example", "date_of_birth": "2009-05-01"}
    case = told("work-search-hours", "none", claimant=claimant, was_under_18="no")

    assert [query.id for query in make_plan(case, on=MONDAY).queries] == ["age-differs"]
    grown = {"name": "A. Example", "date_of_birth": "1990-05-01"}
    case = told("work-search-hours", "none", claimant=grown, was_under_18="yes")
    assert [query.id for query in make_plan(case, on=MONDAY).queries] == ["age-differs"]


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_young_people_keep_food_and_find_their_own_advice(nation: str) -> None:
    shown = page(make_plan(told("missed-call", "none", nation=nation, was_under_18="yes"), on=MONDAY))

    assert "crisis-help" in shown
    assert "youth-advice" in shown
    assert "ring for a hardship payment" not in shown.lower()


@pytest.mark.parametrize(
    ("group", "benefit", "law"),
    [
        ("child-under-1", UC, "111(2)"),
        ("child-1", UC, "111(2)"),
        ("late-pregnancy", UC, "111(2)"),
        ("child-1", ESA, "60(1)"),
    ],
)
def test_the_lower_rate_is_claimed_in_the_first_letter(group: str, benefit: str, law: str) -> None:
    text = letter(told("missed-appointment", group, benefit=benefit))

    assert "40%" in text
    assert law in text


def test_no_fixed_days_are_claimed_in_the_first_letter() -> None:
    text = letter(told("missed-appointment", "child-1"))

    for expected in ("section 20", "lowest", "regulation 105", "no fixed days"):
        assert expected in text


@pytest.mark.parametrize(("benefit", "nation"), list(product(BENEFITS, ("england", "northern-ireland"))))
@pytest.mark.parametrize("kind", sorted(set(FAILURES) - {"commitment-not-accepted"}))
def test_level_ground_and_rate_say_the_same(kind: str, benefit: str, nation: str) -> None:
    """Where no level fits, the letter says so first; where none of it is known, no group is said at all."""
    for group in GROUPS:
        challenge = challenges_of(told(kind, group, benefit=benefit, nation=nation), on=MONDAY)[0]
        if challenge.expected_level == "none":
            assert challenge.protection.bar or challenge.protection.depends
        if challenge.protection.has_no_fixed_days:
            assert challenge.expected_level in ("lowest", None)
        if group not in standings(benefit, nation):
            assert challenge.protection.asked == "everything"
            assert not challenge.protection.bar
        if challenge.protection.is_certain:
            assert challenge.grounds[0] == challenge.best[0] == "not-required"
