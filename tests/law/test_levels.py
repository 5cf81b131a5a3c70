"""Levels: the sentences are in sentences/levels.yaml; here is what holds for all of them."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.errors import UnknownBenefit, UnknownKind, UnknownNation
from challenge_letters.law.groups import GROUPS
from challenge_letters.law.levels import FAILURES, LEVELS, expected_level
from challenge_letters.law.nations import NATIONS

FAILED = date(2027, 3, 2)
NEVER_ABOVE_LOW = ("missed-appointment", "late-for-appointment", "missed-call", "specific-task")


def level_of(failure: str, group: str, *, benefit: str = BENEFITS[0], nation: str = "england") -> str | None:
    return expected_level(failure, benefit=benefit, nation=nation, groups=frozenset({group}), day=FAILED)


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("group", GROUPS)
def test_an_appointment_or_a_task_is_never_medium_or_higher(failure: str, group: str) -> None:
    for benefit in BENEFITS:
        for nation in NATIONS:
            found = level_of(failure, group, benefit=benefit, nation=nation)
            assert found in (*LEVELS, "none", None)
            if failure in NEVER_ABOVE_LOW:
                assert found not in ("medium", "higher")


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("group", ["child-1", "child-2", "limited-capability"])
def test_somebody_in_section_20_or_21_is_never_above_low(failure: str, group: str) -> None:
    assert level_of(failure, group) in ("low", "lowest", "none", None)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="failure"):
        level_of("being-rude", "none")
    with pytest.raises(UnknownKind, match="group"):
        level_of("missed-appointment", "tall")
    with pytest.raises(UnknownBenefit):
        level_of("missed-appointment", "none", benefit="income-support")
    with pytest.raises(UnknownNation):
        level_of("missed-appointment", "none", nation="cornwall")


def test_somebody_freed_by_earnings_has_no_other_law_for_the_work_they_lost() -> None:
    """Section 26(3): the earnings end with the work, so what is left is what other groups give."""
    assert level_of("left-job", "earning-enough") == "higher"
    assert level_of("job-offer", "earning-enough") == "none"
