"""The calendar file is one that a calendar takes, says the right days, and gives nothing away."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from tests.examples import AS_AT, case_of, names, plan_of

from challenge_letters.letters.calendar import calendar_file
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import Reminder, reminders_of

DAYS = (
    Reminder("last", date(2027, 2, 28), "Letter: last day"),
    Reminder("arrived", date(2027, 3, 1), "Letter: ask whether they have it", is_for_acting=False),
)
# Choices of the case that are everyday words, too.
CHOICES = ("letter", "post")


def _read(content: bytes) -> Any:
    return Calendar.from_ical(content)


def test_every_entry_is_a_whole_day_with_its_title() -> None:
    events = _read(calendar_file(DAYS, on=AS_AT)).walk("VEVENT")

    assert [
        (event.decoded("dtstart"), event.decoded("dtend"), str(event["summary"])) for event in events
    ] == [
        (date(2027, 2, 28), date(2027, 3, 1), "Letter: last day"),
        (date(2027, 3, 1), date(2027, 3, 2), "Letter: ask whether they have it"),
    ]


def test_it_reminds_in_the_morning_and_before_a_last_day_also_the_morning_before() -> None:
    last, arrived = _read(calendar_file(DAYS, on=AS_AT)).walk("VEVENT")

    assert [alarm.decoded("trigger") for alarm in last.walk("VALARM")] == [
        timedelta(hours=-15),
        timedelta(hours=9),
    ]
    assert [alarm.decoded("trigger") for alarm in arrived.walk("VALARM")] == [timedelta(hours=9)]


def test_it_has_what_the_standard_asks_for() -> None:
    calendar = _read(calendar_file(DAYS, on=AS_AT))

    assert (str(calendar["version"]), str(calendar["prodid"])) == ("2.0", "-//letters//dates//EN")
    for event in calendar.walk("VEVENT"):
        assert event["uid"]
        assert event.decoded("dtstamp").isoformat() == "2026-11-23T00:00:00+00:00"
        assert all(alarm["action"] == "DISPLAY" and alarm["description"] for alarm in event.walk("VALARM"))


def test_every_line_ends_and_is_folded_as_the_standard_says() -> None:
    content = calendar_file([Reminder("last", date(2027, 2, 28), "Ŵ" * 200)], on=AS_AT)

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert str(_read(content).walk("VEVENT")[0]["summary"]) == "Ŵ" * 200


def test_the_same_day_is_the_same_entry_and_another_day_another_one() -> None:
    uids = {
        (day, on): str(_read(calendar_file([Reminder("last", day, "x")], on=on)).walk("VEVENT")[0]["uid"])
        for day in (date(2027, 2, 28), date(2027, 3, 1))
        for on in (AS_AT, date(2026, 12, 1))
    }

    assert len(set(uids.values())) == 2
    assert uids[date(2027, 2, 28), AS_AT] == uids[date(2027, 2, 28), date(2026, 12, 1)]


@pytest.mark.parametrize("example", names())
def test_nothing_anybody_said_is_in_it(example: str) -> None:
    content = calendar_file(reminders_of(plan_of(example)), on=AS_AT).decode()
    said = json.loads(case_of(example).model_dump_json())

    assert [text for text in _texts(said) if text in content] == []
    assert calendar_file(reminders_of(plan_of(example)), on=AS_AT).decode() == content


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [text for each in inner for text in _texts(each)]
    return [value] if isinstance(value, str) and len(value) > 3 and value not in CHOICES else []


def test_the_day_to_ask_is_moved_and_not_doubled_when_the_file_is_fetched_again() -> None:
    case = case_of("missed-appointment-ill")
    fetched = [
        _read(calendar_file(reminders_of(make_plan(case, on=on)), on=on)).walk("VEVENT")
        for on in (AS_AT, AS_AT + timedelta(days=2))
    ]
    asked = [next(each for each in events if "if it is sent" in each["summary"]) for events in fetched]

    assert asked[0]["uid"] == asked[1]["uid"]
    assert asked[0].decoded("dtstart") != asked[1].decoded("dtstart")
    assert not [event for event in fetched[0] if "today" in event["summary"]]


def test_the_entries_of_two_people_never_meet_and_an_edit_makes_no_second_one() -> None:
    def uids(example: str, **claimant: str) -> set[str]:
        case = case_of(example)
        case = case.model_copy(update={"claimant": case.claimant.model_copy(update=claimant)})
        made = calendar_file(reminders_of(plan_of(example)), on=AS_AT, case=case)
        return {str(event["uid"]) for event in _read(made).walk("VEVENT")}

    ill = "missed-appointment-ill"
    assert uids(ill)
    assert not uids(ill) & uids(ill, name="Somebody Else")
    assert uids(ill) == uids(ill, phone="020 7946 0000")


def test_the_day_before_it_says_tomorrow() -> None:
    last, _ = _read(calendar_file(DAYS, on=AS_AT)).walk("VEVENT")

    assert [str(alarm["description"]) for alarm in last.walk("VALARM")] == [
        "Tomorrow. Letter: last day",
        "Letter: last day",
    ]
