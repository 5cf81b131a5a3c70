"""An earlier sanction that was taken back, and what a decision says of itself that counts an earlier one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import EarlierSanction
from challenge_letters.case.sentences import flat

RANK = 90
FIELD = "earlier_sanctions"
# "Because you have had a sanction in the last 365 days", "this is your second failure".
COUNTS_AN_EARLIER = re.compile(
    r"\b(?:(?:sanction(?:s|ed)?|failures?|failed|reductions?|reduced)\b[^.!?]{0,60}"
    r"\b(?:365 days|12 months|52 weeks|(?:past|last|previous) year)\b"
    r"|(?:365 days|12 months|52 weeks|(?:past|last|previous) year)\b[^.!?]{0,60}"
    r"\b(?:sanction(?:s|ed)?|failures?|failed|reductions?|reduced)\b"
    r"|(?:previous|previously|earlier|prior|second|third|another|repeated)\b[^.!?]{0,20}"
    r"\b(?:sanction(?:s|ed)?|failures?|failed|reductions?|reduced)\b)",
    re.IGNORECASE,
)
COUNTS_NONE = re.compile(r"\b(?:not|no|never|none|first|without)\b|n['’]t\b", re.IGNORECASE)


def counts_an_earlier(matter: Matter) -> bool:
    """Whether the decision says in its own words that there was a sanction before."""
    words = [
        matter.facts.failure.their_words,
        *([matter.decision.statement_words] if matter.decision else []),
    ]
    sentences = (one for each in words for one in re.split(r"(?<=[.!?;])\s+|\n", each))
    return any(COUNTS_AN_EARLIER.search(one) and not COUNTS_NONE.search(one) for one in sentences)


def overturned(matter: Matter) -> tuple[EarlierSanction, ...]:
    """Return the earlier sanctions that were taken back."""
    told = matter.sanction.earlier_sanctions if matter.sanction else ()
    return tuple(each for each in told if each.overturned)


def that_it_was_taken_back(matter: Matter) -> Iterator[Sentence]:
    """Yield which earlier sanctions were taken back, by which letters, and that they do not count."""
    found = overturned(matter)
    days = tuple(matter.day(each.failure_day) for each in found)
    if not found:
        return
    if any(each.says_how for each in found):
        for each in found:
            yield from _taken_back(each, matter)
        yield matter.say(f"taken-back-is-no-failure{'-so-first' if _are_all(matter) else ''}", FIELD)
    elif len(days) > 1:
        yield matter.say("earlier-overturned-several", FIELD, days=days)
    else:
        yield matter.say(f"{_only(matter)}earlier-overturned", FIELD, day=days[0])


def _are_all(matter: Matter) -> bool:
    """Whether every sanction before this one was taken back, and no other decision is in the case."""
    told = matter.sanction.earlier_sanctions if matter.sanction else ()
    return len(overturned(matter)) == len(told) and len(matter.case.decisions) == 1


def _only(matter: Matter) -> str:
    return "only-" if matter.sanction and len(matter.sanction.earlier_sanctions) == 1 else ""


def _taken_back(earlier: EarlierSanction, matter: Matter) -> Iterator[Sentence]:
    """Yield that `earlier` was taken back: by which letter, in which words, and the money with it."""
    slots: dict[str, object] = {"which": _which(earlier, matter)}
    if earlier.overturned_on:
        slots["on_day"] = matter.day(earlier.overturned_on)
    if earlier.overturned_words:
        slots["words"] = flat(earlier.overturned_words)
    day, words = "-on" if "on_day" in slots else "", "-words" if "words" in slots else ""
    yield matter.say(f"earlier-taken-back{day}{words}", FIELD, **slots)
    if earlier.paid_back_on:
        yield matter.say("earlier-paid-back", FIELD, on_day=matter.on_day(earlier.paid_back_on))


def _which(earlier: EarlierSanction, matter: Matter) -> Sentence:
    day = {"day": matter.day(earlier.failure_day)}
    if earlier.decided_on:
        return matter.say(
            f"{_only(matter)}earlier-decided", FIELD, **day, decided=matter.day(earlier.decided_on)
        )
    return matter.say(f"{_only(matter)}earlier", FIELD, **day)


def that_one_is_counted(matter: Matter) -> Iterator[Sentence]:
    """Yield that the decision counts an earlier sanction, where its own words say so."""
    if counts_an_earlier(matter):
        yield matter.say("counts-an-earlier", "failure.their_words")


def taken_back(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that an earlier sanction was taken back, where the days cannot be worked out.

    Where they can, the ground of the length has it, with the sum.
    """
    point = matter.challenge.level
    is_argued = point is not None and point.claim == "days"
    if not overturned(matter) or is_argued or not counts_an_earlier(matter):
        return None
    said = (
        *that_one_is_counted(matter),
        *that_it_was_taken_back(matter),
        matter.say("work-out-without-it", FIELD),
    )
    heading, clause = (matter.say(f"{place}-earlier-taken-back", FIELD) for place in ("heading", "case"))
    return Ground("taken-back", RANK, heading, (said,), clause)
