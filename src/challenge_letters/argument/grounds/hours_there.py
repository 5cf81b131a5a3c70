"""From when to when somebody had to be somewhere: what was typed may follow "That was …", or is quoted."""

from __future__ import annotations

import re

from challenge_letters.case.clock_times import are_times_in
from challenge_letters.case.failure import Reason

# "10 to 11.30", "from 7 until 3": the hours of a shift as they stand in a sentence.
FROM_TO = re.compile(r"(?:from )?([0-9][0-9.:apm ]* (?:to|until|till) [0-9][0-9.:apm ]*)", re.IGNORECASE)
DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays|weekends?|each day|every day)"
# Times and days alone, or an event with its article: "9am to 5pm on Monday", "the late shift, until 10".
FOLLOWS_THAT_WAS = re.compile(
    rf"(?:(?:\d[\d.:]*(?: ?[ap]m)?|noon|midnight|o['’]?clock|hours?|minutes?|{DAYS}|to|till|until|and|on"
    r"|from|at|between|about|around|each|[-–,])(?: |,|$) ?)+"
    r"|(?:an?|the|my|all|half|every|in the) [^,;.!?]*(?:[.:]\d+[^,;.!?]*)*"
    rf"(?:, (?:from |until |at |on )?(?:\d|{DAYS})[^,;!?]*)?",
    re.IGNORECASE,
)


def said_of(reason: Reason, account: str) -> tuple[str, dict[str, object]]:
    """Return the row that says the hours typed for `reason`, with its slots; no row where `account` has them.

    What is no more than times, or an event by its name, follows "That was …"; anything else is quoted.
    """
    typed = reason.work_hours.strip()
    hours = FROM_TO.fullmatch(typed)
    if hours:
        return "had-to-be-there-from", {"hours": hours[1]}
    if not typed or FOLLOWS_THAT_WAS.fullmatch(typed.rstrip(".")):
        return ("had-to-be-there" if typed else ""), {"hours": typed}
    return ("" if are_times_in(typed, account) else "had-to-be-there-quoted"), {"words": typed}
