"""Lengths of time and sums, as people write them: read in the one way they can be meant, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.interview.amounts import days_in, hours_in, minutes_in, spoken_minutes
from challenge_letters.interview.sums import money, spoken_money
from challenge_letters.interview.validating import NotUsable, check_exact_hours, check_hours, check_minutes
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.walker import Walker
from tests.interview.walking import journey_for

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2 hours", 120),
        ("1h 35", 95),
        ("1hr 35min", 95),
        ("1:35", 95),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("1.5 hours", 90),
        ("1½ hours", 90),
        ("an hour", 60),
        ("about an hour", 60),
        ("half an hour", 30),
        ("three quarters of an hour", 45),
        ("an hour and three quarters", 105),
        ("forty five minutes", 45),
        ("95", 95),
        ("95 mins", 95),
        ("٩٥", 95),
        ("2 hours each way", 120),
        ("1 hour, 20 minutes", 80),
        ("1h50", 110),
        ("one hour fifty by bus with a change", 110),
        ("two hours ten each way, by bus and train, with two changes", 130),
        ("half an hour on foot", 30),
        ("40 minutes or so", 40),
        ("40ish", 40),
    ],
)
def test_a_journey_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert minutes_in(typed) == minutes
    assert check_minutes(typed)


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        ("40 to 50 minutes", "40 minutes"),
        ("1 to 2 hours", "60 minutes"),
        ("half an hour to an hour", "30 minutes"),
        ("an hour or more", "60 minutes"),
    ],
)
def test_a_journey_of_two_lengths_is_asked_for_the_shorter(typed: str, least: str) -> None:
    with pytest.raises(NotUsable, match=f"like {least}, if it never takes less"):
        check_minutes(typed)


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        ("thirty-odd", "30"),
        ("thirty-odd, more in a bad spell", "30"),
        ("30 odd hours a week", "30"),
        ("16 to 20", "16"),
        ("between 16 and 20 hours", "16"),
        ("16-20 a week", "16"),
        ("at least 35", "35"),
        ("35+", "35"),
    ],
)
def test_hours_that_are_no_one_number_are_asked_for_the_least(typed: str, least: str) -> None:
    assert hours_in(typed) is None
    with pytest.raises(NotUsable, match=f"write {least}, if it is never less"):
        check_hours(typed)


@pytest.mark.parametrize("typed", ["nearly 30", "up to 30", "it depends", "12 hours 20 minutes"])
def test_hours_without_a_least_are_not_guessed(typed: str) -> None:
    with pytest.raises(NotUsable, match="one number of hours"):
        check_hours(typed)


@pytest.mark.parametrize(
    "typed", ["1.5", "30-40", "half an hour to an hour", "²", "-5", "1,5 hours", "1/0 hours", "9" * 5000]
)
def test_what_can_be_meant_in_two_ways_is_not_read(typed: str) -> None:
    assert minutes_in(typed) is None
    with pytest.raises(NotUsable, match="one length of time"):
        check_minutes(typed)


def test_a_length_padded_with_spaces_is_not_cut() -> None:
    assert minutes_in(f"2 hours{' ' * 200}") == 120
    assert minutes_in(f"2 hours{' ' * 200}less") is None


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("35", 35),
        ("35.5", 35.5),
        ("35½", 35.5),
        ("35 hours a week", 35),
        ("16 hours/week", 16),
        ("about 40", 40),
        ("about thirty hours a week", 30),
        ("30 or so", 30),
        ("30 hrs pw", 30),
        ("90 minutes", 1.5),
        ("thirty-five", 35),
        ("12 hours 20 minutes", None),
        ("35,5", None),
        ("16 to 20", None),
    ],
)
def test_hours_of_a_week(typed: str, hours: float | None) -> None:
    assert hours_in(typed) == hours


def test_hours_the_office_fixed_are_not_rough() -> None:
    assert check_hours("about 40")
    for rough in ("about 40", "thirty-odd"):
        with pytest.raises(NotUsable, match="as it stands there"):
            check_exact_hours(rough)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("28", 28),
        ("28 days", 28),
        (" 28. ", 28),
        ("1,095", 1095),
        ("13 weeks", 91),
        ("four weeks", 28),
        ("2 weeks and 3 days", 17),
        ("", None),
        ("about 28", None),
        ("3 months", None),
        ("²", None),
    ],
)
def test_days_of_a_sanction(typed: str, days: int | None) -> None:
    assert days_in(typed) == days


@pytest.mark.parametrize(
    ("typed", "said"),
    [("£1,012.5", "£1,012.50"), ("12 pounds", "£12"), ("12.50p", "£12.50"), ("", ""), ("12,50", "12,50")],
)
def test_a_sum_is_said_back(typed: str, said: str) -> None:
    assert spoken_money(typed) == said


def test_a_comma_before_pence_is_not_read_as_thousands() -> None:
    assert money("12,50") == "12,50"


def test_what_is_said_back_is_what_was_understood() -> None:
    assert spoken_minutes("1h 35") == "95 minutes, that is 1 hour 35 minutes"
    assert spoken_minutes("40") == "40 minutes"


def _at(page: str, example: str) -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), until=f"problems/0/{page}")
    return walker


@pytest.mark.parametrize("typed", ["an hour or two", "200", "12 hours 20 minutes", "²"])
def test_an_ordinary_answer_that_is_not_understood_earns_a_sentence_and_stays_in_its_box(typed: str) -> None:
    walker = _at("search-hours", "work-search-hours")
    walker.phone.answer({"About how many hours did you do?": typed})
    assert walker.page.status == 200
    assert len(walker.page.field_errors) == 1
    assert walker.page.values["About how many hours did you do?"] == typed


def test_the_check_page_shows_what_was_understood_and_the_case_holds_it() -> None:
    walker = _at("job-travel", "job-offer-too-far")
    walker.phone.answer({"How long does it take, each way?": "2 hours"})
    walker.state["problems/0/job-travel"] = {"minutes_each_way": "2 hours"}
    walker.answer_all(journey_for(examples.case_of("job-offer-too-far"), TODAY), is_pressing_on=False)
    shown = {row.dt.get_text(): row.dd.get_text() for row in walker.page.soup.select("dl.rows > div")}
    assert shown["Journey each way"] == "120 minutes, that is 2 hours"
    walker.phone.press("Go on to the letter")
    assert walker.case_file().problems[0].job.minutes_each_way == 120  # type: ignore[union-attr]
