"""The deadlines a person must keep or may hold an office to, each with its working shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Literal

from challenge_letters.languages import in_language, worded
from challenge_letters.law.bank_holidays import holidays
from challenge_letters.law.data_files import read
from challenge_letters.law.days import (
    add_days,
    add_months,
    working_day_after,
    working_day_on_or_after,
    working_day_on_or_before,
    working_days_before,
)
from challenge_letters.law.errors import (
    BeyondHolidayData,
    LawError,
    NationNeeded,
    NotConfirmed,
    TooEarly,
    UnknownKind,
    UnknownNation,
)
from challenge_letters.law.nations import known
from challenge_letters.law.practice import working_days
from challenge_letters.law.spoken import spoken, spoken_beside, weekday

__all__ = [
    "FURTHER_KINDS",
    "KINDS",
    "BeyondHolidayData",
    "Deadline",
    "LawError",
    "NationNeeded",
    "NotConfirmed",
    "Rule",
    "TooEarly",
    "UnknownKind",
    "UnknownNation",
    "deadline",
    "rule",
]

KINDS: tuple[str, ...] = (
    "mandatory-reconsideration",
    "mandatory-reconsideration-late",
    "appeal",
    "appeal-late",
    "subject-access-request",
    "complaint-acknowledgement",
    "independent-case-examiner",
    "ombudsman",
    "northern-ireland-ombudsman",
    "equality-claim",
)
# Limits for the law itself to ask for: with written reasons (reconsideration.py), and of the old benefits.
FURTHER_KINDS = (
    "reasons-in-the-month",
    "reasons-after-the-month",
    "old-benefit-reconsideration",
    "old-benefit-reconsideration-late",
)

# What a record says in words, and the file in which another language says it, under the kind of limit.
IN_WORDS = ("counted", "aside", "always", "unconfirmed", "elsewhere", "too_early", "older")
FILE_OF_TEXTS = "time-limits"

# Two working days for the post is advice, not law.
_DAYS_FOR_THE_POST = working_days("days-for-the-post")


@dataclass(frozen=True)
class Deadline:
    """One deadline: `date` is the last day by the rule, `safe_date` the day to act by (or first chase).

    `safe_date` and `post_by` are None where they cannot be known; `caution` then says why. `counted` is the
    working without any advice. `allowed_until` is the working day on which it is still in time where the
    last day is not one, for a limit whose rule says so.
    """

    kind: str
    start: dt.date
    date: dt.date
    binds: Literal["you", "them"]
    safe_date: dt.date | None
    post_by: dt.date | None
    working: str
    caution: str = ""
    rests_on: str = ""
    counted: str = ""
    allowed_until: dt.date | None = None

    @property
    def last_allowed(self) -> dt.date:
        """The last day on which it is still in time: mostly `date` itself."""
        return self.allowed_until or self.date

    def as_json(self) -> dict[str, str | None]:
        """Return the deadline as values JSON can hold, days as YYYY-MM-DD."""
        return {
            "kind": self.kind,
            "start": self.start.isoformat(),
            "date": self.date.isoformat(),
            "binds": self.binds,
            "safe_date": _iso(self.safe_date),
            "post_by": _iso(self.post_by),
            "working": self.working,
            "caution": self.caution,
            "rests_on": self.rests_on,
        }


@dataclass(frozen=True)
class Rule:
    """One time limit as `time_limits.yaml` holds it."""

    kind: str
    binds: Literal["you", "them"]
    rolls: bool
    nations: tuple[str, ...]
    rests_on: Mapping[str, str]
    counted: str
    checked: str
    version: dt.date
    recheck: str
    checked_on: dt.date | None = None
    months: int = 0
    then_months: int = 0
    days: int = 0
    then_days: int = 0
    less_days: int = 0
    aside: str = ""
    always: str = ""
    by_post: bool = True
    next_working_day: bool = False
    unconfirmed: str = ""
    elsewhere: str = ""
    not_before: dt.date | None = None
    too_early: str = ""
    present_words_from: dt.date | None = None
    older: str = ""

    def first_end(self, start: dt.date) -> dt.date:
        """Return the last day of the first stretch counted from `start`, which is itself not counted."""
        return add_days(add_months(start, self.months), self.days)

    def unrolled(self, start: dt.date) -> dt.date:
        """Return the last day before any moving to a working day."""
        later = add_months(self.first_end(start), self.then_months)
        return add_days(later, self.then_days - self.less_days)

    def count(self, start: dt.date, nation: str | None) -> str:
        """Return the counting in words, without its full stop."""
        end = self.unrolled(start)
        return self.counted.format(
            start=spoken(start),
            first_end=spoken(self.first_end(start)),
            end=spoken(end),
            which_day=_which_day(end, nation),
        )

    def older_words(self, start: dt.date) -> str:
        """Return the caution for a start before the present words of the rule, or ""."""
        if self.present_words_from is None or start >= self.present_words_from:
            return ""
        return self.older.format(present_words_from=spoken(self.present_words_from))

    def authority(self, nation: str | None) -> str:
        """Return the name of the rule this limit rests on in `nation` (Great Britain's for None)."""
        return self.rests_on.get("all") or self.rests_on[nation or "england"]


def texts_of_limits() -> dict[str, dict[str, str]]:
    """Return what each record says in words, in English, by the kind of limit."""
    return {kind: texts_of(read("time_limits.yaml")[kind]) for kind in (*KINDS, *FURTHER_KINDS)}


def texts_of(record: Mapping[str, str]) -> dict[str, str]:
    """Return what the record of a limit says in words, to be said in another language."""
    return {name: record[name] for name in IN_WORDS if record.get(name)}


@cache
def rule(kind: str) -> Rule:
    """Return the rule for `kind`; raise UnknownKind."""
    if kind not in (*KINDS, *FURTHER_KINDS):
        raise UnknownKind(worded("law.deadlines.unknown", kind=kind, kinds=", ".join(KINDS)))
    record = dict(read("time_limits.yaml")[kind])
    record |= in_language(FILE_OF_TEXTS, kind, texts_of(record))
    return Rule(kind=kind, **{**record, "nations": tuple(record["nations"])})


def deadline(kind: str, start: dt.date, *, nation: str | None = None) -> Deadline:
    """Return the deadline of `kind` that runs from `start`.

    `start` is: for mandatory-reconsideration and its late limit the day of notification, that is of posting
    or of despatch to the online account; for appeal and appeal-late the day on the reconsideration notice;
    for ombudsman the day of first knowing of the matter; for northern-ireland-ombudsman the day
    the notice of the end of the complaints procedure was sent; for equality-claim the day of the act; for
    the others the day of receipt. `nation` decides the bank holidays; kinds whose last day moves need it.

    Raises UnknownKind, UnknownNation, NationNeeded, NotConfirmed, TooEarly and, for kinds whose last day
    moves, BeyondHolidayData. Other kinds come back with `safe_date` None and a caution instead.
    Sources: `time_limits.yaml`.
    """
    return _deadline(kind, start, nation)


# A plan asks for the same few again and again.
@lru_cache(maxsize=256)
def _deadline(kind: str, start: dt.date, nation: str | None) -> Deadline:
    found = rule(kind)
    _refuse(found, start, nation)
    return _they_must(found, start, nation) if found.rolls else _you_must(found, start, nation)


def _refuse(found: Rule, start: dt.date, nation: str | None) -> None:
    if nation is not None and known(nation) not in found.nations:
        raise NotConfirmed(found.unconfirmed)
    if found.rolls and nation is None:
        raise NationNeeded(worded("law.deadlines.nation-needed"))
    if found.not_before and start < found.not_before:
        raise TooEarly(found.too_early.format(not_before=spoken(found.not_before)))


def _you_must(found: Rule, start: dt.date, nation: str | None) -> Deadline:
    last = found.unrolled(start)
    counted = found.count(start, nation)
    bare = " ".join(filter(None, [f"{counted}.", found.aside]))
    made = partial(
        Deadline, found.kind, start, last, found.binds, rests_on=found.authority(nation), counted=bare
    )
    try:
        safe = working_day_on_or_before(last, nation)
        post_by = working_days_before(safe, _DAYS_FOR_THE_POST, nation)
        allowed = working_day_on_or_after(last, nation) if found.next_working_day else last
    except BeyondHolidayData as error:
        caution = " ".join(filter(None, [worded("law.deadlines.no-safe-day", why=error), found.always]))
        return made(None, None, f"{counted}.", caution)
    advice = _advice(found, last, safe, post_by)
    return made(
        safe,
        post_by if found.by_post else None,
        f"{bare} {advice}",
        _caution(found, nation),
        allowed_until=None if allowed == last else allowed,
    )


def _advice(found: Rule, last: dt.date, safe: dt.date, post_by: dt.date) -> str:
    if not found.by_post:
        return worded("law.deadlines.act-by", day=spoken_beside(safe, last))
    post_day = spoken_beside(post_by, last)
    if safe == last:
        return worded("law.deadlines.post-by", post_by=post_day)
    return worded("law.deadlines.have-it-there", day=spoken_beside(safe, last), post_by=post_day)


def _they_must(found: Rule, start: dt.date, nation: str | None) -> Deadline:
    unrolled = found.unrolled(start)
    counted = found.count(start, nation)
    try:
        last = working_day_on_or_after(unrolled, nation)
        chase = working_day_after(last, nation)
    except BeyondHolidayData as error:
        raise BeyondHolidayData(worded("law.deadlines.no-last-day", counted=counted, why=error)) from error
    moved = "" if last == unrolled else worded("law.deadlines.moved", day=spoken_beside(last, unrolled))
    working = worded("law.deadlines.chase", counted=f"{counted}{moved}", day=spoken_beside(chase, unrolled))
    return Deadline(
        kind=found.kind,
        start=start,
        date=last,
        binds=found.binds,
        safe_date=chase,
        post_by=None,
        working=working,
        caution=found.older_words(start),
        rests_on=found.authority(nation),
        counted=f"{counted}{moved}.",
    )


def _caution(found: Rule, nation: str | None) -> str:
    no_nation = () if nation else (found.elsewhere, worded("law.deadlines.all-calendars"))
    return " ".join(filter(None, [found.always, *no_nation]))


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _which_day(day: dt.date, nation: str | None) -> str:
    """Return "a Sunday", or "a Friday and a bank holiday"."""
    key = "bank-holiday" if day in holidays(nation) else "weekday"
    return worded(f"law.deadlines.{key}", weekday=weekday(day))
