"""Addresses, help lines and free advice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from challenge_letters.law import addresses as room
from challenge_letters.law.addresses import (
    Office,
    address,
    advice,
    all_offices,
    emergency_help,
    help_lines,
    office,
    serving,
)
from challenge_letters.law.errors import BadRecord, UnknownKind, UnknownNation
from challenge_letters.law.nations import NATIONS

EVERY = pytest.mark.parametrize("record", all_offices().values(), ids=lambda record: record.id)


@EVERY
def test_each_record_is_whole(record: Office) -> None:
    assert record.who
    assert record.for_
    assert record.how.endswith((".", "/name"))
    assert record.sources
    assert isinstance(record.phone, str)
    assert record.checked_on >= date(2026, 1, 1)
    assert record.confirmed or record.note


@pytest.mark.parametrize(
    ("key", "last_line"),
    [
        ("dwp-right-of-access", "WV98 2EF"),
        ("dwp-data-protection-officer", "SW1H 9NA"),
        ("independent-case-examiner", "L20 7WA"),
        ("dfc-data-protection-officer", "BT1 3LP"),
        ("universal-credit-freepost", "Freepost DWP Universal Credit Full Service"),
        ("universal-credit-freepost-northern-ireland", "Freepost, UNIVERSAL CREDIT NORTHERN IRELAND"),
    ],
)
def test_postal_addresses(key: str, last_line: str) -> None:
    assert office(key).lines[-1] == last_line


def test_the_address_of_the_complaints_office_is_not_held_as_one_for_reconsideration() -> None:
    assert not [
        record.id for record in all_offices().values() if any("WV99" in line for line in record.lines)
    ]


@pytest.mark.parametrize(
    ("nation", "phones"),
    [
        ("england", ["999", "116 123", "85258", "111", "0808 2000 247"]),
        ("wales", ["999", "116 123", "85258", "111", "0808 80 10 800"]),
        ("scotland", ["999", "116 123", "85258", "111", "0800 027 1234"]),
        ("northern-ireland", ["999", "116 123", "85258", "0808 808 8000", "0808 802 1414"]),
    ],
)
def test_help_lines(nation: str, phones: list[str]) -> None:
    assert [record.phone for record in help_lines(nation)] == phones
    assert all(record.confirmed for record in help_lines(nation))


@pytest.mark.parametrize("nation", NATIONS)
def test_every_nation_has_advice_and_emergency_help(nation: str) -> None:
    assert len(advice(nation)) >= 3
    assert len(emergency_help(nation)) == 2
    assert set(advice(nation)) <= set(advice())


def test_a_number_that_was_not_confirmed_is_not_given_for_advice() -> None:
    assert [record.id for record in advice() if record.phone and not record.confirmed] == []


@pytest.mark.parametrize(
    ("purpose", "nation", "record"),
    [
        ("records", "scotland", "dwp-right-of-access"),
        ("records", "northern-ireland", "dfc-data-protection-officer"),
        ("universal-credit-phone", "wales", "universal-credit-phone"),
        ("universal-credit-phone", "northern-ireland", "universal-credit-phone-northern-ireland"),
        ("universal-credit-post", "england", "universal-credit-freepost"),
        ("universal-credit-post", "northern-ireland", "universal-credit-freepost-northern-ireland"),
    ],
)
def test_who_is_kept_for_what(purpose: str, nation: str, record: str) -> None:
    assert serving(purpose, nation) is office(record)


def test_where_nothing_is_kept_nothing_is_given() -> None:
    assert serving("data-complaint", "northern-ireland") is None


def test_the_number_of_great_britain_is_never_given_in_northern_ireland() -> None:
    assert serving("universal-credit-phone", "northern-ireland").phone == "0800 012 1331"
    assert "northern-ireland" not in office("universal-credit-phone").nations


CHECKED = replace(office("samaritans"), checked_on=date(2026, 11, 22), confirmed=True)
LAST_CHECKED = "We last checked this on 22 November 2026: look whether it is still right."
NOT_CONFIRMED = "We could not confirm this: check it before you rely on it."


@pytest.mark.parametrize(
    ("record", "offered_on", "said_beside_it"),
    [
        (CHECKED, date(2026, 11, 23), ""),
        (CHECKED, date(2027, 5, 22), ""),  # six months: not yet
        (CHECKED, date(2027, 5, 23), LAST_CHECKED),
        (CHECKED, date(2030, 1, 1), LAST_CHECKED),
        (replace(CHECKED, checked_on=date(2026, 8, 31)), date(2027, 2, 28), ""),  # the last day of February
        (replace(CHECKED, confirmed=False), date(2026, 11, 23), NOT_CONFIRMED),
        (replace(CHECKED, confirmed=False), date(2030, 1, 1), NOT_CONFIRMED),
    ],
)
def test_a_record_that_is_old_or_not_confirmed_is_never_offered_in_silence(
    record: Office, offered_on: date, said_beside_it: str
) -> None:
    assert record.caution(on=offered_on) == said_beside_it


def test_address_is_another_name_for_office() -> None:
    assert address("samaritans") is office("samaritans")


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownKind, match="the-palace"):
        office("the-palace")
    with pytest.raises(UnknownNation):
        help_lines("france")
    with pytest.raises(UnknownKind, match="cakes"):
        serving("cakes", "wales")


WHOLE = {
    "who": "Somebody",
    "for": "something",
    "nations": ["wales"],
    "how": "Ring.",
    "sources": ["a page"],
    "checked_on": date(2026, 11, 22),
    "confirmed": True,
}


@pytest.mark.parametrize(
    "slip", [{"who": None}, {"fax": "1"}, {"nations": ["france"]}, {"purposes": ["cakes"]}]
)
def test_a_record_that_is_not_well_formed_is_refused(slip: dict[str, object]) -> None:
    record = {key: value for key, value in {**WHOLE, **slip}.items() if value is not None}
    with pytest.raises(BadRecord, match="a-record"):
        room._office("a-record", "offices", record)


def test_a_record_given_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "files", lambda folder: ("addresses/a.yaml", "addresses/b.yaml"))
    monkeypatch.setattr(room, "read", lambda name: {"a-record": WHOLE})
    with pytest.raises(BadRecord, match="recorded twice"):
        all_offices.__wrapped__()
