"""Letters that go through every branch about what could be asked of a group of people, and about 16 and 17."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.facts import case_of, sanction, threat
from tests.letters.samples import Sample

from challenge_letters.case.case import Case
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.plan.choosing import challenges_of
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.planning import make_plan

OWNER = {"name": "Alex Morgan", "address": ["1 Mill Lane", "Leeds"]}
WRITTEN = date(2026, 11, 23)
# Before universal credit and its law: nothing can be named.
LONG_AGO = date(2013, 3, 9)
OPEN = {"is_open_ended": "yes", "days": 7}
LCWRA = "limited-capability-work-activity"
ESA, JSA = "new-style-esa", "new-style-jsa"
# Name: kind of failure, groups, more about the failure, more about the case.
TOLD: dict[str, tuple[str, tuple[str, ...], dict[str, Any], dict[str, Any]]] = {
    "birth": ("missed-appointment", ("late-pregnancy",), {}, {}),
    "baby": ("work-search-hours", ("child-under-1",), {}, {}),
    "carer-asks": ("missed-appointment", ("carer",), {"sides": ["not-required"]}, {}),
    "carer-left-job": ("left-job", ("carer",), {}, {}),
    "one-task": ("specific-task", ("child-1",), {}, {}),
    "one-evidence": ("evidence-not-given", ("child-1",), {}, {}),
    "one-appointment": ("missed-appointment", ("child-1",), {}, {}),
    "one-days": ("missed-appointment", ("child-1",), {"decision": OPEN}, {}),
    "two-search": ("work-search-hours", ("child-2",), {}, {}),
    "two-task": ("specific-task", ("child-2",), {}, {}),
    "two-left-job": ("left-job", ("child-2",), {}, {}),
    "limited-search": ("work-search-hours", ("limited-capability",), {}, {}),
    "no-work-then": ("missed-call", (LCWRA,), {"limited_since": "2026-09-01", "decision": OPEN}, {}),
    "no-work-since": ("missed-call", (LCWRA,), {"limited_since": "2026-10-27", "decision": OPEN}, {}),
    "no-work-in-all": ("missed-call", (LCWRA,), {"decision": OPEN}, {}),
    "no-work-changed": (
        "missed-call",
        (),
        {"changed": {"groups": [LCWRA], "since": "2026-10-27"}, "decision": {"is_open_ended": "no"}},
        {},
    ),
    "alone-baby": ("missed-appointment", ("child-under-1",), {}, {"benefit": ESA}),
    "alone-one": ("specific-task", ("child-1",), {}, {"benefit": ESA}),
    "alone-two": ("missed-appointment", ("child-2",), {"decision": OPEN}, {"benefit": ESA}),
    "no-work-allowance": ("missed-appointment", (LCWRA,), {}, {"benefit": ESA}),
    "school-hours": ("work-search-hours", ("child-3-12",), {}, {"benefit": JSA}),
    "young-low": ("missed-appointment", ("none",), {"was_under_18": "yes"}, {}),
    "young-again": (
        "missed-appointment",
        ("none",),
        {"was_under_18": "yes", "earlier_sanctions": [{"failure_day": "2026-08-03", "level": "low"}]},
        {},
    ),
    "young-medium": (
        "work-search-hours",
        ("none",),
        {},
        {"claimant": {**OWNER, "date_of_birth": "2009-05-01"}},
    ),
    "young-higher": ("left-job", ("none",), {"was_under_18": "yes"}, {}),
    "young-mother": ("missed-appointment", ("child-1",), {"was_under_18": "yes"}, {}),
}


def group_samples() -> Iterator[Sample]:
    """Yield every letter, for both legal systems."""
    for nation, prefix in (("england", ""), (NORTHERN_IRELAND, "ni.")):
        for name, (kind, groups, facts, more) in TOLD.items():
            failure = {"kind": kind, "happened": "2026-10-14"}
            told = sanction("2026-11-02", failure=failure, groups=groups, **facts)
            yield _planned(f"{prefix}group-{name}", case_of(told, **_case(nation, more)))
        yield _warned(f"{prefix}group-warned", nation)
        yield from _uncited(prefix, nation)


def _case(nation: str, more: dict[str, Any]) -> dict[str, Any]:
    return {"claimant": OWNER, "nation": nation, **more}


def _planned(name: str, case: Case) -> Sample:
    letter = make_plan(case, on=WRITTEN).now
    assert letter, name
    return Sample(name, letter, case, WRITTEN)


def _warned(name: str, nation: str) -> Sample:
    failure = {"kind": "missed-call", "happened": "2026-10-14"}
    told = threat(failure=failure, groups=[LCWRA], limited_since="2026-09-01")
    return _planned(name, case_of(told, **_case(nation, {})))


def _uncited(prefix: str, nation: str) -> Iterator[Sample]:
    for name, (kind, groups, facts, more) in TOLD.items():
        if "decision" in facts or more or facts:
            continue
        failure = {"kind": kind, "happened": "2013-02-14"}
        case = case_of(sanction("2013-03-02", failure=failure, groups=groups), **_case(nation, {}))
        letter = PlannedLetter("mandatory-reconsideration", "", challenges_of(case, on=LONG_AGO))
        yield Sample(f"{prefix}group-{name}-uncited", letter, case, LONG_AGO)
    failure = {"kind": "missed-call", "happened": "2013-02-14"}
    free = sanction("2013-03-02", failure=failure, groups=[LCWRA], decision=OPEN, was_under_18="yes")
    case = case_of(free, **_case(nation, {}))
    letter = PlannedLetter("mandatory-reconsideration", "", challenges_of(case, on=LONG_AGO))
    yield Sample(f"{prefix}group-no-work-uncited", letter, case, LONG_AGO)
