"""One decision whose words speak of two failures: two days, or a first and a second length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from challenge_letters.case.found_once import found_once
from challenge_letters.law.spoken import MONTHS

if TYPE_CHECKING:
    from challenge_letters.case.case import Case
    from challenge_letters.case.problems import AppliedSanction, ThreatenedSanction

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
NUMBER, MONTH = r"\d{1,2}(?:st|nd|rd|th)?", rf"(?: of)? (?:{'|'.join(MONTHS)})(?: \d{{4}})?"
NOT_DONE = r"(?:did not|didn['’]t|do not|don['’]t|fail(?:ed|ing|ure) to|have not|missed|not (?:attend|do)\w*)"
# What happened on two days and is no failure: a message sent twice, or something said of the second day.
ANOTHER_ACT = r"\b(?:wrote|sent|asked|told|invited|rang|called|booked|agreed|reply|replied)\b"
TWO_DAYS = re.compile(
    rf"\b{NOT_DONE}\b(?:(?!{ANOTHER_ACT})[^.!?;]){{0,120}}?\bon {WEEKDAY}{NUMBER}(?:{MONTH})?"
    rf"(?:, (?:on )?{WEEKDAY}{NUMBER}(?:{MONTH})?)*"
    rf",? and (?:(?:again|also) )?(?:on )?{WEEKDAY}{NUMBER}{MONTH}\b"
    r"(?!,? (?:you|we|they|it|your|our|a|the)\b)",
    re.IGNORECASE,
)
FIRST_AND_SECOND = re.compile(
    r"\b\d+ days? for the first\b[^.!?]{0,60}\bthe second\b"
    r"|\bthe first (?:failure|sanction|reduction|appointment|occasion|day)\b[^.!?]{0,80}\bthe second\b",
    re.IGNORECASE,
)


@found_once
def speaks_of_two(words: str) -> bool:
    """Whether `words` of a decision or warning speak of two failures."""
    return bool(TWO_DAYS.search(words) or FIRST_AND_SECOND.search(words))


def is_one_of_two(facts: AppliedSanction | ThreatenedSanction, case: Case) -> bool:
    """Whether their words speak of two failures, and `case` tells of this one alone."""
    told = (*(each.id for each in case.decisions), *(each.id for each in case.threats))
    is_other_told = any(each != facts.id for each in told)
    return speaks_of_two(facts.failure.their_words) and not is_other_told
