"""One table says what each group may be asked; levels and rates agree with it in every benefit and nation."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownBenefit, UnknownKind, UnknownNation
from challenge_letters.law.groups import GROUPS, has_groups, most_protected, standings
from challenge_letters.law.levels import FAILURES, expected_level
from challenge_letters.law.nations import NATIONS
from challenge_letters.law.rates import rate_kind

UC, JSA, ESA = BENEFITS
DAY = date(2027, 3, 2)
# Written out from the Acts and regulations, both systems alike: Universal Credit, then the new style allowance.
ASKED = {
    "child-under-1": ("nothing", "nothing"),
    "late-pregnancy": ("nothing", "nothing"),
    "limited-capability-work-activity": ("nothing", "nothing"),
    "carer": ("nothing", "nothing"),
    "earning-enough": ("nothing", "everything"),
    "child-1": ("interviews", "interviews"),
    "child-2": ("preparation", "interviews"),
    "limited-capability": ("preparation", "everything"),
    "child-3-12": ("everything", "everything"),
    "fit-note": ("everything", "everything"),
    "none": ("everything", "everything"),
}


@pytest.mark.parametrize("nation", NATIONS)
def test_what_may_be_asked_of_each_group(nation: str) -> None:
    for benefit, at in ((UC, 0), (ESA, 1)):
        found = {group: standing.asked for group, standing in standings(benefit, nation).items()}
        found.pop("patient", None)
        assert found == {group: asked[at] for group, asked in ASKED.items()}
    assert standings(JSA, nation) == {}

    assert not has_groups(JSA, nation)


def test_a_patient_cannot_be_asked_to_look_for_work_where_that_was_read() -> None:
    """Universal Credit Regulations 2013 reg 39(1)(b) and (6), Sch 8 para 2; section 21(1)(a)."""
    assert standings(UC, "wales")["patient"].asked == "preparation"
    assert "patient" not in {*standings(ESA, "wales"), *standings(UC, "northern-ireland")}


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("benefit", [UC, ESA])
def test_levels_and_rates_follow_from_it(benefit: str, nation: str) -> None:
    for group, standing in standings(benefit, nation).items():
        assert rate_kind(benefit, [group], nation=nation, is_under_18=False) == standing.rate
        missed = expected_level(
            "missed-call", benefit=benefit, nation=nation, groups=frozenset({group}), day=DAY
        )
        level = {"nothing": "none", "interviews": "lowest", "preparation": "low", "everything": "low"}
        assert missed == (level[standing.asked] if standing.was_read else None)


@pytest.mark.parametrize("benefit", [UC, ESA])
def test_a_condition_is_never_stronger_than_a_certainty(benefit: str) -> None:
    both = most_protected(("carer", "child-under-1"), benefit=benefit, nation="england")

    assert both is not None
    assert both.group == "child-under-1"


def test_the_rate_is_lower_or_nil_only_where_less_may_be_asked() -> None:
    for benefit in BENEFITS:
        for nation in NATIONS:
            for standing in standings(benefit, nation).values():
                assert standing.rate == "full" or standing.asked in ("nothing", "interviews")
                assert standing.at


def test_every_failure_has_a_level_or_none_for_every_group() -> None:
    for failure in FAILURES:
        for group in GROUPS:
            expected_level(failure, benefit=UC, nation="wales", groups=frozenset({group}), day=DAY)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="group"):
        most_protected(("tall",), benefit=UC, nation="england")
    with pytest.raises(UnknownBenefit):
        standings("income-support", "england")
    with pytest.raises(UnknownNation):
        standings(UC, "cornwall")


def test_the_table_says_in_which_text_it_was_read() -> None:
    """Section 19 and regulation 89 were read too, in the texts named, and what they hold besides is named."""
    record = read("groups.yaml")["great-britain"][UC]

    assert record["checked"] == "text-read"
    assert record["checked_on"] >= date(2026, 11, 29)
    for words in ("Sections 13 to 29", "6 April 2026", "Regulations 88 to 91", "89(1)(d) to (f)", "91(2)"):
        assert words in record["recheck"]
