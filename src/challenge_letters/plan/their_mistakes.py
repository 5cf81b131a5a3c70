"""Mistakes that kept nobody from looking for work: in the decision on a week of hours, or after that week.

The office's mistake is a reason for the hours of a week only if somebody went by it in that week. That the
decision goes by the wrong number is argued from the number.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from challenge_letters.case.failure import FailureFacts, Reason, ReasonKind, SearchWeek
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.spoken import MONTHS

KIND = "work-search-hours"
MISTAKEN: ReasonKind = "unclear-or-mistake"
DAYS_OF_A_WEEK = 7
HALF_A_YEAR = 182
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# What speaks of the decision itself, or of the number that it measures by.
OF_THE_DECISION = re.compile(
    r"\b(?:decision|sanction(?:ed)?|(?:wrong|incorrect) (?:number|hours|figure|count|amount)"
    r"|(?:number|hours|figure|count) (?:is|are|was|were) (?:wrong|not right|incorrect)"
    r"|miscounted|counted wrong(?:ly)?|got (?:my|the|our|his|her|their) hours wrong)\b",
    re.IGNORECASE,
)
MONTH = "|".join(f"{each}|{each[:3]}" for each in MONTHS)
# "between 5 and 11 October", "2 November to 8 November 2026": the first and the last day of a week.
A_WEEK = re.compile(
    rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:(?: of)? (?P<own>{MONTH}))?(?: \d{{4}})?"
    r" ?(?:to|and|until|till|through|-|–) ?(?:\w+day,? )?(?:the )?"
    rf"(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b",
    re.IGNORECASE,
)


def their_mistakes(facts: FailureFacts) -> tuple[Reason, ...]:
    """Return the mistakes among the reasons that kept nobody from looking for work in that week."""
    if facts.failure.kind != KIND:
        return ()
    return tuple(each for each in facts.reasons if each.kind == MISTAKEN and _kept_nobody(each, facts))


def are_argued_as_hours(facts: FailureFacts) -> bool:
    """Whether one of them is about the number of hours, and the number that had been agreed is known."""
    week = facts.search_week
    is_known = week is not None and (week.fewer_hours is not None or bool(week.agreed_words))
    return is_known and any(is_about_their_number(each, facts) for each in their_mistakes(facts))


def is_about_their_number(reason: Reason, facts: FailureFacts) -> bool:
    """Whether a mistake is told of the decision, or of the number of hours that it goes by."""
    told = " ".join((reason.called, reason.fact))
    if OF_THE_DECISION.search(told):
        return True
    week = facts.search_week
    return week is not None and (_names_only_what_was_asked(told, week) or _was_right(reason, week))


def _kept_nobody(reason: Reason, facts: FailureFacts) -> bool:
    return is_about_their_number(reason, facts) or _is_after_that_week(reason, facts)


def _names_only_what_was_asked(told: str, week: SearchWeek) -> bool:
    """Whether the number of the decision is named, and not the lesser one: nobody did less because of it."""
    named, fewer = _numbers(told), week.fewer_hours
    is_other = fewer is not None and fewer != week.expected_hours
    return is_other and week.expected_hours in named and fewer not in named


def _was_right(reason: Reason, week: SearchWeek) -> bool:
    """Whether what was believed is the number that had been agreed: then the mistake is the decision's."""
    is_agreed = week.fewer_because == "agreed" and week.fewer_hours is not None
    return is_agreed and _numbers(reason.understood) == {week.fewer_hours}


def _numbers(words: str) -> set[float]:
    return {float(each) for each in NUMBER.findall(words)}


def _is_after_that_week(reason: Reason, facts: FailureFacts) -> bool:
    if reason.began is None:
        return False
    decided = facts.decision.dated if isinstance(facts, AppliedSanction) else None
    began, last = reason.began.earliest, _last_day(facts, near=reason.began.earliest)
    return bool((last and began > last) or (decided and began > decided.latest))


def _last_day(facts: FailureFacts, *, near: date) -> date | None:
    """Return the last day of the week in the office's own words, else the last on which it can have ended."""
    found = A_WEEK.search(facts.failure.their_words)
    named = _in_calendar(found, near) if found else None
    day = facts.failure.day
    return named or (day.latest + timedelta(days=DAYS_OF_A_WEEK - 1) if day else None)


def _in_calendar(found: re.Match[str], near: date) -> date | None:
    """Return the last day of the two that were `found`, in the year nearest to `near`; None for no week."""
    of_last = _month(found["month"])
    of_first = _month(found["own"]) if found["own"] else of_last
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            last = date(year, of_last, int(found["last"]))
            first = date(year - (of_first > of_last), of_first, int(found["first"]))
        except ValueError:
            continue
        if abs((last - near).days) <= HALF_A_YEAR and 0 <= (last - first).days < DAYS_OF_A_WEEK:
            return last
    return None


def _month(name: str) -> int:
    return next(at for at, each in enumerate(MONTHS, 1) if each[:3].lower() == name[:3].lower())
