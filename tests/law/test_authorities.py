"""The register of authorities: nothing in it is half recorded, and nothing that must not be cited is there."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from challenge_letters.law import authorities as room
from challenge_letters.law.authorities import Authority, instruments, register
from challenge_letters.law.benefits import OLD_BENEFITS
from challenge_letters.law.errors import BadRecord
from challenge_letters.law.points import points

EVERY = pytest.mark.parametrize("authority", register().values(), ids=lambda authority: authority.id)


@EVERY
def test_each_record_is_whole(authority: Authority) -> None:
    assert authority.short.startswith(instruments()[authority.instrument].name)
    assert authority.full.startswith(instruments()[authority.instrument].title)
    assert authority.says.endswith(".")
    assert authority.recheck.endswith(".")
    assert authority.url.startswith("https://")
    assert date(2026, 1, 1) <= authority.checked_on


@EVERY
def test_what_was_read_has_the_day_of_its_text(authority: Authority) -> None:
    if authority.checked == "text-read":
        assert authority.version is not None
        assert authority.version <= authority.checked_on


@EVERY
def test_a_copy_of_the_regulations_from_2018_says_so(authority: Authority) -> None:
    if authority.instrument == "uc-regs-2013":
        assert "31 December 2018" in authority.recheck


@pytest.mark.parametrize(
    "must_not_be_cited",
    [
        "UKUT 404",  # PH and SM, disapproved in part in 2025
        "UKUT 477",  # could not be found
        "[2015] UKUT 56",  # TJ, DB and TG
        "UKSC 68",  # Reilly and Wilson
        "Article 77",
        "UK GDPR, Article 22",
        "section 6F",
        "section 45",
        "section 170",
        "Computer Misuse",
        "section 149",
        "Freedom of Information",
        "good cause",
    ],
)
def test_never_in_the_register(must_not_be_cited: str) -> None:
    # Articles 22A to 22D took the place of Article 22 on 5 February 2026: a letter after the number is another article.
    cited = re.compile(re.escape(must_not_be_cited) + r"(?![A-Z])")
    assert [a.id for a in register().values() if cited.search(f"{a.short} {a.full} {a.says}")] == []


OLD_LAW = ("SI 1996/207", "SI 2008/794", "SI 1999/991", "(c. 18), section 19", "(c. 18), section 20")


@pytest.mark.parametrize("old_law", OLD_LAW)
def test_the_law_of_the_old_benefits_is_held_for_past_decisions_only(old_law: str) -> None:
    held = [authority for authority in register().values() if old_law in authority.full]
    assert held
    assert all(set(authority.benefits) <= set(OLD_BENEFITS) for authority in held)
    assert all(authority.in_force_to for authority in held)


@pytest.mark.parametrize("benefit", OLD_BENEFITS)
def test_no_point_of_a_letter_rests_on_the_law_of_an_old_benefit(benefit: str) -> None:
    cited = {key for found in points().values() for key in found.every_id}
    assert [a.id for a in register().values() if benefit in a.benefits and a.id in cited] == []


@pytest.mark.parametrize(
    ("key", "last_day"),
    [
        ("old-jsa-s19", date(2026, 3, 31)),
        ("old-jsa-regs-69", date(2026, 3, 31)),
        ("old-esa-regs-63-7", date(2026, 6, 30)),
        ("old-da-regs-3-6", date(2026, 3, 31)),
    ],
)
def test_the_old_benefits_have_ended(key: str, last_day: date) -> None:
    assert register()[key].is_in_force_on(last_day)
    assert not register()[key].is_in_force_on(last_day + timedelta(days=1))


def test_sanctions_rest_on_the_new_sections_of_the_act_of_2007() -> None:
    sections = {a.short for a in register().values() if a.instrument == "wra-2007"}
    assert sections
    assert all("section 11" in short and not short.endswith("section 11") for short in sections)


def test_the_full_titles_carry_their_numbers() -> None:
    assert instruments()["uc-regs-2013"].title == "The Universal Credit Regulations 2013 (SI 2013/376)"
    assert "(SI 2013/381)" in instruments()["da-regs-2013"].title
    assert "(c. 5)" in instruments()["wra-2012"].title


def test_a_case_is_printed_by_its_name_alone() -> None:
    case = register()["case-cj-and-sg"]
    assert case.short == "CJ and SG v Secretary of State [2017] UKUT 324 (AAC)"
    assert case.checked == "secondary"
    assert case.is_in_force_on(date(2017, 8, 3))
    assert not case.is_in_force_on(date(2017, 8, 2))


def test_every_point_names_records_that_exist() -> None:
    named = {key for found in points().values() for key in found.every_id}
    assert named <= set(register())


WHOLE = {
    "instrument": "wra-2012",
    "says": "Something.",
    "nations": "great-britain",
    "benefits": ["universal-credit"],
    "in_force_from": date(2013, 4, 29),
    "governed_by": "failure",
    "checked": "text-read",
    "version": date(2025, 12, 1),
    "checked_on": date(2026, 11, 22),
    "recheck": "Nothing.",
}


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"says": None}, "has no says"),
        ({"sayz": "Something."}, "unknown field sayz"),
        ({"instrument": "magna-carta"}, "wrong instrument"),
        ({"nations": "england"}, "wrong nations"),
        ({"benefits": ["income-support"]}, "wrong benefits"),
        ({"benefits": []}, "wrong benefits"),
        ({"governed_by": "payment"}, "wrong governed_by"),
        ({"checked": "probably"}, "wrong checked"),
        ({"in_force_from": "2013"}, "no date in in_force_from"),
        ({"version": None}, "has no version"),
    ],
)
def test_a_record_that_is_not_well_formed_is_refused(slip: dict[str, object], sentence: str) -> None:
    record = {key: value for key, value in {**WHOLE, **slip}.items() if value is not None}
    with pytest.raises(BadRecord, match=sentence):
        room._authority("a-record", record, "a_file.yaml")


def test_a_whole_record_is_accepted_and_can_have_an_end() -> None:
    record = {**WHOLE, "at": "section 1", "path": "section/1", "in_force_to": date(2026, 1, 1)}
    found = room._authority("a-record", record, "a_file.yaml")
    assert found.url == "https://www.legislation.gov.uk/ukpga/2012/5/section/1"
    assert found.is_in_force_on(date(2026, 1, 1))
    assert not found.is_in_force_on(date(2026, 1, 2))


def test_a_record_given_twice_is_refused() -> None:
    with pytest.raises(BadRecord, match="recorded twice"):
        room._no_second({"a-record": object()}, "a-record", "a_file.yaml")
