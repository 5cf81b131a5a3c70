"""What was typed of a week of job search stands in one place: with its hours, or with what shows the search.

The story and the ground of hours tell the days and the numbers. What limits the hours stands in that ground,
and what the commitment says of a record in the ground that evidence was offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from challenge_letters.argument.same_event import tells_most_of
from challenge_letters.argument.sentences import LeftOut
from challenge_letters.argument.typed import HANGS_ON, Kept, Typed, split
from challenge_letters.case.failure import FailureFacts
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.outcome import HoursPoint

KIND = "work-search-hours"
# Sums that leave nothing of the failure, or would once the time that took some of the week is taken off.
ANSWERED = frozenset({"outright", "deducted", "if-deducted"})
# "Please make them keep to the 16.": the letter asks for that itself.
ASKING = re.compile(
    r"(?:please|can (?:you|they|somebody|someone)|could (?:you|they|somebody|someone)|will you|would you"
    r"|I (?:want|ask|need|would like|['’]d like) (?:you|them|it)|make (?:them|sure))\b",
    re.IGNORECASE,
)
KEEPING = re.compile(
    r"\b(?:keep|stick|hold|go by|stay|put|write|change|record|honour|respect|follow|apply|limits?|hours)\b",
    re.IGNORECASE,
)
# "Monday 2 November" and "the Monday" are one day of that week, "the other 7" what is left of its hours.
WEEKDAY = re.compile(
    r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?\d{1,2}(?:st|nd|rd|th)?\b"
    rf"(?:(?: of)? (?:{'|'.join(MONTHS)})\b)?"
)
WHAT_IS_LEFT = re.compile(r"\bthe (?:other|rest|remaining)(?: of)? \d+\b", re.IGNORECASE)
COMMITMENT = re.compile(r"\b(?:commitment|agreement|accepted)\b", re.IGNORECASE)
ON_A_RECORD = re.compile(
    r"\b(?:records?|recorded|evidence|on paper|written|in writing|notebook|diary|log|show what)\b",
    re.IGNORECASE,
)


# -- the limits


def is_asking(words: str) -> bool:
    """Whether a sentence about the limits asks for something."""
    return bool(ASKING.match(words))


def limits_said(facts: FailureFacts, point: HoursPoint | None) -> tuple[str, ...]:
    """Return the sentences of the limits that the letter has: in its ground, and as what it asks for itself.

    The ground of hours quotes the commitment with the same number; the letter asks to keep to it.
    """
    if facts.failure.kind != KIND:
        return ()
    fewer = point if point and point.because else None
    others, sentences = _ground_of_hours(facts), split(facts.commitment_limits)
    said = [each for each in sentences if fewer and _is_limit_told(each, others, fewer)]
    is_asked_for = bool(fewer) or any(not is_asking(each) for each in sentences)
    asked = [each for each in sentences if is_asked_for and is_asking(each) and KEEPING.search(each)]
    return (*said, *asked)


def limits_left(facts: FailureFacts, point: HoursPoint | None) -> str:
    """Return the limits that were typed, without what `limits_said` returns."""
    said = limits_said(facts, point)
    left = (each for each in split(facts.commitment_limits) if each not in said)
    return " ".join(left) if said else facts.commitment_limits


def _is_limit_told(words: str, others: str, point: HoursPoint) -> bool:
    is_number_told = all(re.search(rf"\b{point.expected:g}\b", each) for each in (words, others))
    return is_number_told and tells_most_of(others, words)


def _ground_of_hours(facts: FailureFacts) -> str:
    """Return why fewer hours were due, as typed, with the words of the agreement: the ground has both."""
    agreed = facts.search_week.agreed_words if facts.search_week else ""
    return f"{facts.why_not_required} {agreed}"


# -- the days and the hours


def days_once(told: Kept, facts: FailureFacts, point: HoursPoint | None, done: str, *story: str) -> Kept:
    """Return `told` without what its box `done` tells once more of the days and hours of that week.

    The boxes `story`, and the ground of hours, tell them. Where the sum leaves a failure they stay.
    """
    if facts.failure.kind != KIND or point is None or point.met not in ANSWERED:
        return told
    before = " ".join(_words(told.of(each)) for each in story)
    before = f"{before} {_ground_of_hours(facts)} {point.done:g}"
    again = tuple(_told_again(told.of(done), before))
    left_out = (LeftOut(each.words, each.answer, "twice", before) for each in again)
    return Kept(tuple(each for each in told.sentences if each not in again), (*told.left_out, *left_out))


def _told_again(box: Sequence[Typed], before: str) -> Iterator[Typed]:
    """Yield the sentences of `box` that `before` tells, but for one that the next goes on from."""
    for at, each in enumerate(box):
        after = box[at + 1] if at + 1 < len(box) else None
        is_led_on = (
            after is not None and bool(HANGS_ON.match(after.words)) and not _tells(before, after.words)
        )
        if not each.is_whole and not is_led_on and _tells(before, each.words):
            yield each


def _tells(before: str, words: str) -> bool:
    return tells_most_of(_in_short(before), _in_short(words))


def _in_short(words: str) -> str:
    """Return `words` as weeks are compared: a weekday without its date, and without what only is left."""
    return WHAT_IS_LEFT.sub("", WEEKDAY.sub(r"\1", words))


def _words(told: Iterable[Typed]) -> str:
    return " ".join(each.words for each in told)


# -- the record


def on_a_record(told: Kept, answers: Iterable[str]) -> tuple[Typed, ...]:
    """Return what was typed in `answers` of a commitment to keep a record, with what goes on from it."""
    return tuple(each for answer in answers for each in _of_a_record(told.of(answer)))


def _of_a_record(box: Sequence[Typed]) -> Iterator[Typed]:
    is_on = False
    for each in box:
        goes_on = is_on and bool(HANGS_ON.match(each.words))
        is_on = goes_on or (
            COMMITMENT.search(each.words) is not None and bool(ON_A_RECORD.search(each.words))
        )
        if is_on:
            yield each


def names_in_a_commitment(text: str, hours: float, asked: float | None) -> bool:
    """Whether `text` says that so many hours stand in the commitment, and not those asked for."""
    named = (
        each for each in split(text) if re.search(rf"\b{hours:g}\b", each) and re.search("commitment", each)
    )
    return any(asked is None or not re.search(rf"\b{asked:g}\b", each) for each in named)
