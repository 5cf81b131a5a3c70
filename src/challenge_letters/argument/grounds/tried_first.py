"""What somebody tried before they left a job, and that the decision leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Sentence

TO_TRY = (
    r"(?:rais|complain|report|try|tried|tell|told|ask|look|seek|sought|discuss|speak|spok|talk|find|found|secur"
    r"|us(?:e|ed|ing) the grievance|ma(?:ke|king|de) a complaint|giv(?:e|en|ing) (?:\w+ ){0,3}chance)"
)
# The decision says that something was to be tried first, or was not.
NOT_TRIED = re.compile(
    rf"\b(?:could|should|ought to) have (?:first )?{TO_TRY}"
    rf"|\b(?:did not|didn['’]t|failed to|had not|hadn['’]t|never|not) (?:first )?{TO_TRY}"
    rf"|\bwithout (?:first |even )?(?:{TO_TRY}|another|other|a new|any other)"
    rf"|\bbefore (?:you )?(?:had )?{TO_TRY}",
    re.IGNORECASE,
)


def after_trying(matter: Matter) -> Iterator[Sentence]:
    """Yield that the person left only after they had tried to put it right, and how if it is known."""
    ways = _ways(matter)
    if ways and _is_overlooked(matter):
        yield matter.say("ways-overlooked", "job.tried_first", ways=ways)
    elif ways:
        yield matter.say("went-after-ways", "job.tried_first", ways=ways)
    elif matter.facts.job and matter.facts.job.tried:
        yield matter.say("went-only-after", "job.tried")


def reason_to_go(row: str, matter: Matter) -> Iterator[Sentence]:
    """Yield the conclusion `row`, with what was tried before, or that something was."""
    ways = _ways(matter)
    if ways and not _is_overlooked(matter):
        yield matter.say(f"{row}-ways", "job.faults", "job.tried_first", ways=ways)
        return
    is_tried = not ways and matter.facts.job is not None and bool(matter.facts.job.tried)
    yield matter.say(f"{row}-tried" if is_tried else row, "job.faults")
    if ways:
        yield matter.say("ways-overlooked", "job.tried_first", ways=ways)


def _ways(matter: Matter) -> tuple[Sentence, ...]:
    job = matter.facts.job
    return tuple(Sentence(f"way-{each}") for each in job.tried_first) if job else ()


def _is_overlooked(matter: Matter) -> bool:
    """Whether the decision holds against the person that they did not try."""
    return bool(NOT_TRIED.search(matter.facts.failure.their_words))
