"""What a letter may print for each point, on the days that govern it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from challenge_letters.law.authorities import Authority, register
from challenge_letters.law.benefits import BENEFITS
from challenge_letters.law.errors import BadRecord, UnknownBenefit, UnknownKind, UnknownNation
from challenge_letters.law.points import _objection, _point, point, points, usable, why_not

UC, JSA, ESA = BENEFITS
DAYS = {
    "failure": date(2027, 2, 1),
    "decision": date(2027, 3, 2),
    "request": date(2027, 3, 20),
    "writing": date(2027, 3, 20),
}
NORTHERN_IRELAND = yaml.safe_load(
    Path(__file__).with_name("northern_ireland_citations.yaml").read_text("utf-8")
)
CITATIONS = yaml.safe_load(Path(__file__).with_name("citations.yaml").read_text("utf-8"))


def printed(point_id: str, benefit: str = UC, nation: str = "england", **days: date) -> list[str]:
    return [
        authority.short
        for authority in usable(point_id, benefit=benefit, nation=nation, days={**DAYS, **days})
    ]


def reason(point_id: str, benefit: str = UC, nation: str = "england", days: Mapping[str, date] = DAYS) -> str:
    return why_not(point_id, benefit=benefit, nation=nation, days=days)


@pytest.mark.parametrize(
    ("benefit", "point_id", "citations"),
    [(benefit, key, shorts) for benefit, by_point in CITATIONS.items() for key, shorts in by_point.items()],
)
def test_citation(benefit: str, point_id: str, citations: list[str]) -> None:
    assert printed(point_id, benefit) == citations


@pytest.mark.parametrize(
    ("point_id", "day", "before", "since"),
    [
        ("usual-work", "failure", date(2022, 2, 7), date(2022, 2, 8)),
        ("level-higher", "failure", date(2019, 11, 26), date(2019, 11, 27)),
        ("level-medium", "failure", date(2016, 7, 24), date(2016, 7, 25)),
        ("job-search-lifted", "failure", date(2024, 5, 12), date(2024, 5, 13)),
        ("access-time", "request", date(2026, 2, 4), date(2026, 2, 5)),
        ("automated-decisions", "request", date(2026, 2, 4), date(2026, 2, 5)),
        ("access-search", "request", date(2023, 12, 31), date(2024, 1, 1)),
        ("data-complaint", "writing", date(2026, 6, 18), date(2026, 6, 19)),
        ("very-late-appeal", "writing", date(2025, 10, 5), date(2025, 10, 6)),
    ],
)
def test_an_authority_is_printed_from_the_day_its_words_are_held(
    point_id: str, day: str, before: date, since: date
) -> None:
    assert printed(point_id, **{day: before}) == []
    assert "held only from" in reason(point_id, days={**DAYS, day: before})
    assert len(printed(point_id, **{day: since})) == 1
    assert reason(point_id, days={**DAYS, day: since}) == ""


def test_the_day_of_writing_does_not_govern_what_the_failure_governs() -> None:
    assert printed("usual-work", failure=date(2022, 1, 1), writing=date(2027, 1, 1)) == []


@pytest.mark.parametrize("nation", ["england", "wales", "scotland"])
def test_sanction_law_is_the_same_in_great_britain(nation: str) -> None:
    assert printed("good-reason", nation=nation) == ["Welfare Reform Act 2012, section 27(2)"]


@pytest.mark.parametrize(
    ("benefit", "point_id", "citations"),
    [
        (benefit, key, shorts)
        for benefit, by_point in NORTHERN_IRELAND.items()
        for key, shorts in by_point.items()
    ],
)
def test_citation_in_northern_ireland(benefit: str, point_id: str, citations: list[str]) -> None:
    assert printed(point_id, benefit, "northern-ireland") == citations


@pytest.mark.parametrize("benefit", BENEFITS)
@pytest.mark.parametrize("point_id", points())
def test_the_law_of_great_britain_is_never_printed_in_northern_ireland(point_id: str, benefit: str) -> None:
    found = usable(point_id, benefit=benefit, nation="northern-ireland", days=DAYS)
    assert all("northern-ireland" in each.nations for each in found)
    assert all(len(each.nations) == 4 or "orthern Ireland" in each.full for each in found)


@pytest.mark.parametrize("benefit", BENEFITS)
@pytest.mark.parametrize("point_id", points())
def test_the_law_of_northern_ireland_is_never_printed_in_great_britain(point_id: str, benefit: str) -> None:
    found = usable(point_id, benefit=benefit, nation="scotland", days=DAYS)
    assert [each.id for each in found if "orthern Ireland" in each.full] == []


@pytest.mark.parametrize(
    ("point_id", "benefit", "great_britain", "northern_ireland"),
    [
        ("good-reason", UC, True, True),
        ("change-requirement", UC, True, True),  # made there too, but no law of it was confirmed
        ("late-refused-appeal", UC, True, False),  # a decision of a tribunal of Great Britain
        ("member-of-parliament", UC, True, False),  # the Ombudsman there is reached directly
        ("ombudsman", UC, False, True),
        ("access-right", ESA, True, True),
        ("hours", ESA, False, False),
    ],
)
def test_where_a_point_is_made(
    point_id: str, benefit: str, great_britain: bool, northern_ireland: bool
) -> None:
    found = point(point_id)
    assert found.is_made_for(benefit=benefit, nation="wales") is great_britain
    assert found.is_made_for(benefit=benefit, nation="northern-ireland") is northern_ireland


def test_a_point_without_confirmed_law_in_northern_ireland_says_so() -> None:
    assert reason("change-requirement", nation="northern-ireland") == (
        "We could not confirm a law on “asking for a requirement to be revoked or changed” for Universal Credit "
        "in Northern Ireland."
    )


def test_data_protection_law_is_the_same_in_northern_ireland() -> None:
    assert printed("access-right", nation="northern-ireland") == printed("access-right")
    assert printed("data-complaint", nation="northern-ireland") == printed("data-complaint")


def test_a_day_that_is_not_known_is_taken_from_the_next_one_that_is() -> None:
    assert usable("good-reason", benefit=UC, nation="wales", days={"writing": date(2027, 3, 1)})
    assert not usable("usual-work", benefit=UC, nation="wales", days={"decision": date(2021, 1, 1)})
    assert not usable("data-complaint", benefit=UC, nation="wales", days={"failure": date(2027, 3, 1)})
    assert "not known" in reason("data-complaint", days={"failure": date(2027, 3, 1)})


def test_a_point_without_a_rule_in_this_benefit_says_so() -> None:
    assert reason("hours", ESA) == (
        "We could not confirm a law on “fewer hours than 35” for new style Employment and Support Allowance."
    )


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="no-such-point"):
        printed("no-such-point")
    with pytest.raises(UnknownBenefit):
        printed("request", "income-support")
    with pytest.raises(UnknownNation):
        printed("request", nation="france")


@pytest.mark.parametrize(
    "authority", [a for a in register().values() if not a.is_confirmed], ids=lambda a: a.id
)
def test_what_has_not_been_checked_is_never_printed(authority: Authority) -> None:
    objection = _objection(authority, benefit=authority.benefits[0], nation=authority.nations[0], days=DAYS)
    assert objection == "not checked yet"


def test_an_authority_does_not_reach_another_benefit() -> None:
    jsa_only = register()["jsa-1995-s6k-2"]
    assert "does not cover Universal Credit" in _objection(jsa_only, benefit=UC, nation="wales", days=DAYS)


def test_cases_on_the_old_benefits_are_only_by_analogy() -> None:
    by_analogy = {key for key, found in points().items() if found.is_by_analogy}
    assert by_analogy == {"not-cause", "own-guidance"}
    assert {a.id for a in register().values() if a.by_analogy} == {"case-sa", "case-nm"}


def test_some_points_are_for_the_screen_only() -> None:
    assert not point("very-late-appeal").is_printed
    assert point("request").is_printed


@pytest.mark.parametrize(
    "record",
    [
        {"all": ["da-regs-6"]},
        {"for": "nothing at all"},
        {"for": "one", "all": ["da-regs-6"], "northern-ireland": {"scotland": ["da-regs-ni-6"]}},
        {"for": "a slip", "all": ["da-regs-6"], "benefit": "universal-credit"},
    ],
)
def test_a_point_that_is_not_well_formed_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(BadRecord, match="a-point"):
        _point("a-point", record)
