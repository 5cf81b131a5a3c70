"""Checks answers with the predicates of the models, for `validate:` and `validation code` in the YAML.

Each check returns True or raises NotUsable with the catalogue's sentence. docassemble shows the sentence of
any exception raised by a `validate:` function beside the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from challenge_letters.case import predicates
from challenge_letters.case.cleaning import cleaned, has_words
from challenge_letters.case.messages import message
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.work_search_rows import UnreadableRecord, entries_of, rows_in
from challenge_letters.interview import amounts
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.footer import spoken
from challenge_letters.interview.passwords import holds_a_password
from challenge_letters.interview.stored_answers import as_day
from challenge_letters.interview.sums import money
from challenge_letters.interview.texts import sentence
from challenge_letters.interview.walk import problem_type_of
from challenge_letters.law.first_days import first_day

# More would bury the first: those that are left show themselves next time.
MOST_MISTAKES = 5


class NotUsable(ValueError):  # noqa: N818 - it is about an answer, not a fault
    """An answer that cannot be used; the message is for the person."""


def _refuse(message_id: str | None, limit: int = predicates.LINE_LIMIT) -> bool:
    if message_id:
        raise NotUsable(message(message_id, limit=limit))
    return True


def check_line(text: Any) -> bool:
    """Refuse what does not fit on one line."""
    return _refuse(predicates.line_problem(cleaned(str(text or ""))))


def check_called(text: Any) -> bool:
    """Refuse what is no name of a reason: a whole sentence, or more than a few words."""
    return check_line(text) and _refuse(predicates.called_problem(cleaned(str(text or ""))))


def check_needed_line(text: Any) -> bool:
    """Refuse an empty line, or one that is too long."""
    return _refuse(None if has_words(str(text or "")) else "needed") and check_line(text)


def check_lines(text: Any) -> bool:
    """Refuse an address of which one line is too long."""
    return all(check_line(line) for line in cleaned(str(text or "")).split("\n"))


def check_words(text: Any) -> bool:
    """Refuse words that are too long to be printed."""
    is_too_long = len(cleaned(str(text or ""))) > predicates.WORDS_LIMIT
    return _refuse("too-long" if is_too_long else None, predicates.WORDS_LIMIT)


def check_needed_words(text: Any) -> bool:
    """Refuse an empty box, or words that are too long."""
    return _refuse(None if has_words(str(text or "")) else "needed") and check_words(text)


def _without_password(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return `check` for the pages about a password: there somebody may type the very thing to be kept."""

    def check_both(text: Any) -> bool:
        if holds_a_password(str(text or "")):
            raise NotUsable(sentence("password-typed"))
        return check(text)

    return check_both


check_line_no_password = _without_password(check_line)
check_lines_no_password = _without_password(check_lines)
check_words_no_password = _without_password(check_words)
check_needed_words_no_password = _without_password(check_needed_words)


def _checked_line(problem: Callable[[str], str | None]) -> Callable[[Any], bool]:
    def check(text: Any) -> bool:
        return check_line(text) and _refuse(problem(cleaned(str(text or ""))))

    return check


check_national_insurance_number = _checked_line(predicates.national_insurance_number_problem)
check_email = _checked_line(predicates.email_problem)
check_phone = _checked_line(predicates.phone_problem)
check_clock = _checked_line(predicates.clock_problem)


def _checked_amount(
    read: Callable[[str], Any],
    problem: Callable[[Any], str | None],
    not_read: str,
    least: Callable[[str], str] | None = None,
    vague: str = "",
) -> Callable[[Any], bool]:
    """Return a check of an amount: empty is good, and what `read` does not understand earns `not_read`.

    Of "thirty-odd" the message `vague` says which number can be typed instead: `least` gives it.
    """

    def check(text: Any) -> bool:
        typed = str(text or "").strip()
        amount = read(typed)
        number = least(typed) if least and amount is None else None
        if number:
            raise NotUsable(message(vague, least=number))
        return _refuse(not_read if typed and amount is None else problem(amount))

    return check


check_days = _checked_amount(amounts.days_in, predicates.days_problem, "days-form")
check_minutes = _checked_amount(
    amounts.minutes_in, predicates.minutes_problem, "minutes-form", amounts.least_minutes, "minutes-vague"
)
check_hours = _checked_amount(
    amounts.hours_in, predicates.hours_problem, "hours-form", amounts.least_hours, "hours-vague"
)


def check_exact_hours(text: Any) -> bool:
    """Refuse what is not a number of hours, and "about" so many: the office fixed these."""
    typed = str(text or "")
    return _refuse(
        "hours-exact" if amounts.is_rough(typed) or amounts.least_hours(typed) else None
    ) and check_hours(text)


def check_pounds(text: Any) -> bool:
    """Refuse what is not an amount; empty is good."""
    return _refuse(predicates.money_problem(money(str(text or ""))))


def check_hours_paid(text: Any) -> bool:
    """Refuse what is not a number of hours; empty is good."""
    return _refuse(predicates.hours_paid_problem(cleaned(str(text or ""))))


def day_problem(day: Any, month: Any, *, is_needed: bool = False) -> str:
    """Return what is wrong with a rough day, or "": both boxes filled, or neither where one is needed."""
    if as_day(day) and month:
        return sentence("both-days")
    if is_needed and not as_day(day) and not month:
        return sentence("needs-day")
    return ""


def check_rough_day(
    refuse: Callable[..., Any], owner: Any, name: str, *, is_needed: bool = False, may_be_ahead: bool = False
) -> None:
    """Refuse a rough day that is given twice, that is missing where it is needed, or that lies in the future.

    `name` is its variable without _day or _month ("a.problems[i].told_on"), `owner` the object that holds it.
    `refuse` is docassemble's validation_error(): it raises, and shows what is wrong beside the day.
    """
    attribute = name.rpartition(".")[2]
    day, month = (getattr(owner, f"{attribute}_{part}") for part in ("day", "month"))
    problem = day_problem(day, month, is_needed=is_needed)
    if not problem and not may_be_ahead:
        problem = future_problem(day, this_day())
    if problem:
        refuse(problem, field=f"{name}_day")


def order_problem(began: tuple[Any, Any], ended: tuple[Any, Any]) -> str:
    """Return what is wrong with a first and a last day (each day and month), or ""."""
    first = as_day(began[0]) or str(began[1] or "")
    last = as_day(ended[0]) or str(ended[1] or "")
    width = min(len(first), len(last))
    return message("ends-before-start") if first and last and last[:width] < first[:width] else ""


def rows_problem(text: Any, day_order: Any, today: date) -> str:
    """Return what is wrong with the rows of a record that somebody pasted, or ""."""
    try:
        entries_of(rows_in(str(text or "")), today=today, day_order=day_order)
    except UnreadableRecord as refused:
        return " ".join(refused.mistakes[:MOST_MISTAKES])
    return ""


def future_problem(day: Any, today: date) -> str:
    """Return what is wrong with a day that cannot be in the future, or ""."""
    return sentence("not-yet") if as_day(day) > today.isoformat() else ""


def too_old_problem(day: Any, month: Any, nation: str) -> str:
    """Return what is wrong with a decision from before there was such a benefit, or ""."""
    told = as_day(day) or str(month or "")
    if not told or RoughDay.parse(told).latest >= first_day(nation):
        return ""
    return sentence("before-the-benefit", first=spoken(first_day(nation)))


def after_decision_problem(answers: Any, place: int, day: Any) -> str:
    """Return what is wrong with a failure that comes after the decision about it, or ""."""
    problem = answers.problems[place]
    if problem_type_of(answers, place) != "sanctioned" or not as_day(day):
        return ""
    decided = RoughDay.parse(as_day(problem.sent_day) or str(problem.sent_month))
    is_after = RoughDay.parse(as_day(day)).earliest > decided.latest
    return sentence("after-the-decision") if is_after else ""


def ways_problem(ticks: Mapping[str, bool]) -> str:
    """Return what is wrong with the ways to show a work search, or "": one, or "nothing" alone."""
    ticked = {way for way in ticks.keys() if ticks[way]}  # noqa: SIM118 - docassemble's dictionaries
    is_good = ticked and ("nothing" not in ticked or ticked == {"nothing"})
    return "" if is_good else sentence("show-or-nothing")


def alone_problem(ticks: Mapping[str, bool]) -> str:
    """Return what is wrong when "none of these" or "I don't know" is ticked with something else, or ""."""
    ticked = {key for key in ticks.keys() if ticks[key]}  # noqa: SIM118
    alone = {"none", "not-known"} & ticked
    return sentence("none-alone") if alone and len(ticked) > 1 else ""


def most_problem(ticks: Mapping[str, bool], most: int) -> str:
    """Return what is wrong when more than `most` boxes are ticked, or ""."""
    count = sum(1 for key in ticks.keys() if ticks[key])  # noqa: SIM118
    return sentence("eight-at-most") if count > most else ""


def named_problem(*names: Any) -> str:
    """Return what is wrong when every one of `names` is empty, or ""."""
    return "" if any(has_words(str(name or "")) for name in names) else sentence("who-writes")
