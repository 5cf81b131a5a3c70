"""By when one's own records must come, where they asked who is asking, asked for details, or took longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from challenge_letters.languages import worded
from challenge_letters.law.days import add_days, add_months, working_day_after, working_day_on_or_after
from challenge_letters.law.deadlines import Deadline, deadline, rule
from challenge_letters.law.errors import BeyondHolidayData, NotConfirmed
from challenge_letters.law.spoken import spoken, spoken_beside

_KIND = "subject-access-request"
# UK GDPR Article 12A(3): by two further months.
_FURTHER_MONTHS = 2


@dataclass(frozen=True)
class Pause:
    """They asked for details to find the records: the clock stands still from `asked` to `answered`.

    Both days count as days on which it stood still. `answered` None: it has not been answered yet.
    """

    asked: date
    answered: date | None

    def days_since(self, start: date) -> int:
        """Return how many days it stood still from `start` on, counting only to an answer that was given."""
        last = self.answered or self.asked
        return max((last - max(self.asked, start)).days + 1, 0)


@dataclass(frozen=True)
class Extension:
    """They wrote that they need longer: the day they said so, and whether they gave reasons."""

    told_on: date
    gave_reasons: bool


def records_due(
    received: date,
    *,
    nation: str,
    identity_proved: date | None = None,
    pauses: tuple[Pause, ...] = (),
    extension: Extension | None = None,
) -> Deadline:
    """Return by when the records must come.

    The month runs from the latest of receipt and of proof of identity that was asked for with good reason.
    Days of a pause are added. Two further months count only where they were told of, with reasons, inside
    the first. Raises NotConfirmed where the rule of that time is not held or the clock still stands still,
    and otherwise as `deadline` does. Source: UK GDPR, Article 12A.
    """
    runs_from = max(received, identity_proved or received)
    month = deadline(_KIND, runs_from, nation=nation)
    if not pauses and extension is None:
        return month
    _refuse(received, pauses)
    stood_still = _stood_still(pauses, runs_from, months=1)
    last = working_day_on_or_after(_end(runs_from, stood_still, months=1), nation)
    if extension and extension.gave_reasons and extension.told_on <= last:
        stood_still = _stood_still(pauses, runs_from, months=1 + _FURTHER_MONTHS)
        return _moved(month, runs_from, stood_still, nation, months=1 + _FURTHER_MONTHS)
    found = _moved(month, runs_from, stood_still, nation, months=1)
    return replace(found, caution=_why_not_extended(extension)) if extension else found


def _refuse(received: date, pauses: tuple[Pause, ...]) -> None:
    first = rule(_KIND).present_words_from
    if first and received < first:
        raise NotConfirmed(worded("law.subject-access.older-rule", day=spoken(first)))
    if any(pause.answered is None for pause in pauses):
        raise NotConfirmed(worded("law.subject-access.stands-still"))


def _stood_still(pauses: tuple[Pause, ...], runs_from: date, *, months: int) -> int:
    """Return how many days the clock stood still; a question after the last day stops nothing."""
    total = 0
    for pause in sorted(pauses, key=lambda pause: pause.asked):
        if pause.asked <= _end(runs_from, total, months=months):
            total += pause.days_since(runs_from)
    return total


def _end(runs_from: date, stood_still: int, *, months: int) -> date:
    return add_days(add_months(runs_from, months), stood_still)


def _moved(month: Deadline, runs_from: date, stood_still: int, nation: str, *, months: int) -> Deadline:
    unrolled = _end(runs_from, stood_still, months=months)
    counted = _counted(runs_from, stood_still, unrolled, months)
    try:
        last = working_day_on_or_after(unrolled, nation)
        chase = working_day_after(last, nation)
    except BeyondHolidayData as error:
        raise BeyondHolidayData(worded("law.deadlines.no-last-day", counted=counted, why=error)) from error
    rolled = "" if last == unrolled else worded("law.deadlines.moved", day=spoken_beside(last, unrolled))
    working = worded("law.deadlines.chase", counted=f"{counted}{rolled}", day=spoken_beside(chase, unrolled))
    return replace(month, date=last, safe_date=chase, working=working, counted=f"{counted}{rolled}.")


def _counted(runs_from: date, stood_still: int, end: date, months: int) -> str:
    length = worded(f"law.subject-access.{'one-month' if months == 1 else 'three-months'}")
    paused = worded("law.subject-access.stood-still", days=stood_still) if stood_still else ""
    return worded(
        "law.subject-access.counted", length=length, start=spoken(runs_from), paused=paused, end=spoken(end)
    )


def _why_not_extended(extension: Extension) -> str:
    if not extension.gave_reasons:
        return worded("law.subject-access.no-reasons")
    return worded("law.subject-access.told-late")
