"""One answer at a time: what is taken, and the sentence for what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from challenge_letters.case.messages import message
from challenge_letters.interview import validating
from challenge_letters.interview.validating import NotUsable, day_problem, future_problem, order_problem

GOOD = [
    (validating.check_line, ""),
    (validating.check_line, None),
    (validating.check_line, "x" * 200),
    (validating.check_line, "one line\r\n"),
    (validating.check_lines, "1 Road\r\nTown"),
    (validating.check_words, "x" * 20_000),
    (validating.check_national_insurance_number, "qq123456c"),
    (validating.check_national_insurance_number, ""),
    (validating.check_national_insurance_number, "tn 01 01 70 m"),
    (validating.check_national_insurance_number, "63T12345"),
    (validating.check_national_insurance_number, "qq.12/34–56 c"),
    (validating.check_email, "name@example.org"),
    (validating.check_phone, "01632 960 001"),
    (validating.check_days, ""),
    (validating.check_days, "28"),
    (validating.check_days, "28 days"),
    (validating.check_days, "1095"),
    (validating.check_days, "13 weeks"),
    (validating.check_hours, "35.5"),
    (validating.check_exact_hours, "35.5"),
    (validating.check_minutes, "24 hours"),
    (validating.check_pounds, "£1,012.50"),
    (validating.check_pounds, ""),
]
BAD = [
    (validating.check_line, "x" * 201, "too-long"),
    (validating.check_line, "two\nlines", "one-line"),
    (validating.check_needed_line, "  ", "needed"),
    (validating.check_needed_words, "\n", "needed"),
    (validating.check_words, "x" * 20_001, "too-long"),
    (validating.check_lines, "1 Road\n" + "x" * 201, "too-long"),
    (validating.check_national_insurance_number, "QQ 12", "national-insurance-number"),
    (validating.check_email, "name", "email"),
    (validating.check_phone, "ring me", "phone"),
    (validating.check_days, "a month", "days-form"),
    (validating.check_days, "0", "days-range"),
    (validating.check_days, "1096", "days-range"),
    (validating.check_days, "about 28", "days-form"),
    (validating.check_minutes, "not long", "minutes-form"),
    (validating.check_minutes, "25 hours", "minutes-range"),
    (validating.check_minutes, "0", "minutes-range"),
    (validating.check_hours, "some", "hours-form"),
    (validating.check_hours, "200", "hours-range"),
    (validating.check_exact_hours, "about 40", "hours-exact"),
    (validating.check_pounds, "ten", "money"),
    (validating.check_pounds, "12,50", "money"),
    (validating.check_pounds, "1.234", "money"),
]


@pytest.mark.parametrize(("check", "typed"), GOOD)
def test_what_is_taken(check: Callable[[Any], bool], typed: Any) -> None:
    assert check(typed)


@pytest.mark.parametrize(("check", "typed", "message_id"), BAD)
def test_what_is_not_taken_is_told_in_the_words_of_the_catalogue(
    check: Callable[[Any], bool], typed: str, message_id: str
) -> None:
    limit = 20_000 if check is validating.check_words else 200
    with pytest.raises(NotUsable) as refused:
        check(typed)
    assert str(refused.value) == message(message_id, limit=limit)


@pytest.mark.parametrize(
    ("began", "ended", "is_wrong"),
    [
        ("2026-11-02", "2026-11-02", False),
        ("2026-11-02", "2026-11-01", True),
        ("2026-11-30", "2026-11", False),
        ("2026-11", "2026-11-01", False),
        ("2026-11", "2026-10-31", True),
        ("2026-11-02", "", False),
        ("", "2026-11-02", False),
    ],
)
def test_an_end_before_its_beginning(began: str, ended: str, is_wrong: bool) -> None:
    def halves(text: str) -> tuple[str, str]:
        return ("", text) if len(text) == len("2026-11") else (text, "")

    assert bool(order_problem(halves(began), halves(ended))) is is_wrong


@pytest.mark.parametrize(
    ("day", "month", "is_needed", "is_wrong"),
    [
        (date(2026, 11, 2), "", True, False),
        ("", "2026-11", True, False),
        ("", "", True, True),
        ("", None, False, False),
        (date(2026, 11, 2), "2026-11", False, True),
    ],
)
def test_a_day_is_given_once(day: Any, month: Any, is_needed: bool, is_wrong: bool) -> None:
    assert bool(day_problem(day, month, is_needed=is_needed)) is is_wrong


class Refused(Exception):  # noqa: N818 - it is about an answer, not a fault
    """As docassemble's validation_error() raises it."""


def refuse(problem: str, *, field: str) -> None:
    raise Refused(field, problem)


@pytest.mark.parametrize(
    ("day", "month", "how", "said"),
    [
        ("", "", {}, ""),
        ("2020-11-02", "", {"is_needed": True}, ""),
        ("", "2020-11", {"is_needed": True}, ""),
        ("", "", {"is_needed": True}, "A month is enough"),
        ("2020-11-02", "2020-11", {"may_be_ahead": True}, "Leave the other one empty"),
        ("2098-11-02", "", {}, "in the future"),
        ("2098-11-02", "", {"may_be_ahead": True}, ""),
    ],
)
def test_a_rough_day_is_refused_beside_its_day(day: str, month: str, how: dict[str, bool], said: str) -> None:
    owner = SimpleNamespace(told_on_day=day, told_on_month=month)
    if not said:
        validating.check_rough_day(refuse, owner, "a.problems[i].told_on", **how)
        return
    with pytest.raises(Refused, match=said) as caught:
        validating.check_rough_day(refuse, owner, "a.problems[i].told_on", **how)
    assert caught.value.args[0] == "a.problems[i].told_on_day"


PASSWORDS = (
    "My password is hunter2",
    "the PASSWORD: Sunshine!",
    "Password = correct-horse",
    "pass word is 'fishes'",
    "They wrote: log-in is jo@example.org, and went away.",
    "login: Jo1234",
    "My passcode was 482913",
    "password:\nHunter22",
)
NO_PASSWORDS = (
    "",
    None,
    "They asked what my password is. I said no.",
    "My password is private.",
    "The password is needed",
    "I said that my log-in is mine and no business of theirs.",
    "They asked for the password: I said no.",
    "My log-in is broken.",
    "They asked for my log-in: 14:30, at the desk",
    "The password is for a job site with 14 jobs on it.",
)
CHECKS = (
    validating.check_words_no_password,
    validating.check_line_no_password,
)


@pytest.mark.parametrize("typed", PASSWORDS)
def test_a_typed_password_is_not_taken(typed: str) -> None:
    with pytest.raises(NotUsable, match=r"^Please take the password out\."):
        validating.check_words_no_password(typed)


@pytest.mark.parametrize("typed", NO_PASSWORDS)
def test_words_about_a_password_are_taken(typed: str | None) -> None:
    assert validating.check_words_no_password(typed)


@pytest.mark.parametrize("check", CHECKS)
def test_every_box_about_a_password_refuses_one_and_keeps_its_own_limits(
    check: Callable[[Any], bool],
) -> None:
    assert check("at my appointment")
    for typed in ("password: hunter2", "x" * 20_001):
        with pytest.raises(NotUsable):
            check(typed)


def test_nobody_was_born_tomorrow() -> None:
    today = date(2026, 11, 23)
    assert future_problem(date(2026, 11, 24), today)
    assert future_problem(today, today) == future_problem("", today) == ""
