"""What decides a lost job beside the conduct itself: what kept the person from it, and that they appealed."""

from __future__ import annotations

import re

from challenge_letters.argument.same_event import are_among, marks, stems
from challenge_letters.argument.typed import split
from challenge_letters.case.failure import FailureFacts, Reason, ReasonKind

# What keeps somebody from work who would have come.
KEEPS_FROM_WORK: frozenset[ReasonKind] = frozenset(
    {"ill", "caring", "bereavement", "travel", "mental-health", "custody-hospital-court"}
)
DENIED = r"(?:not|n['’]t|never|fail(?:ed|ing|ure)? to)"
AWAY = re.compile(
    r"\babsen\w+|\bunauthori[sz]ed leave\b|\bAWOL\b|\battend(?:ance|ed|ing)?\b|\bno[- ]?shows?\b"
    r"|\bnon-?reporting\b|\bmiss(?:ed|ing) \w+ shifts?\b"
    rf"|{DENIED} (?:\w+ )?(?:(?:turn|show)\w* up|(?:come|came|coming) (?:in|to work))\b"
    rf"|{DENIED} (?:\w+ )?(?:notify|ring|phone|call)\w*"
    # To report an accident is another duty.
    rf"|{DENIED} (?:\w+ )?report\w*(?! (?:an?|the) (?:accident|incident|theft|fault|damage|injury))\b",
    re.IGNORECASE,
)
# "Late", and no late shift.
LATE = re.compile(
    r"\blate(?:ness)?\b(?! shifts?\b| turns?\b)|\bpunctual\w*|\btime-?keeping\b",
    re.IGNORECASE,
)
APPEALED = re.compile(
    r"\bappealed\b|\bmy appeal\b"
    r"|\b(?:put in|made|sent(?: in)?|lodged|handed in|wrote) (?:an|my|the) appeal\b",
    re.IGNORECASE,
)
NOT_APPEALED = re.compile(
    r"\b(?:not|never|n['’]t|could have|would have|should have|want(?:ed)? to|going to)\b[^.]*\bappeal",
    re.IGNORECASE,
)


def is_about_absence(facts: FailureFacts) -> bool:
    """Whether the charge, or what was said at the end, is that the person was not at work."""
    return bool(AWAY.search(_charge(facts)))


def kept_from_work(facts: FailureFacts) -> tuple[Reason, ...]:
    """Return the reasons that kept the person from a job that is said to be lost by being away or late."""
    charge = _charge(facts)
    if facts.failure.kind != "lost-job" or not (AWAY.search(charge) or LATE.search(charge)):
        return ()
    return tuple(each for each in facts.reasons if each.kind in KEEPS_FROM_WORK and each.is_told)


def _charge(facts: FailureFacts) -> str:
    given = facts.misconduct.reason_given if facts.misconduct else ""
    return f"{facts.failure.their_words} {given}"


def is_appeal_told(facts: FailureFacts) -> bool:
    """Whether the account says that they appealed, with each day and number that is told of the appeal."""
    told = facts.misconduct
    if told is None or not told.own_appeal:
        return False
    text = f"{facts.account} {told.words} {told.circumstances}"
    says_so = any(APPEALED.search(each) and not NOT_APPEALED.search(each) for each in split(text))
    return says_so and are_among(marks(told.own_appeal), marks(text) | stems(text))
