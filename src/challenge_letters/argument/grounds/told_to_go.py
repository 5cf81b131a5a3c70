"""Somebody who is told to go has not left a job of their own will."""

from __future__ import annotations

from collections.abc import Collection

from challenge_letters.argument.grounds import other_side
from challenge_letters.argument.grounds.leaving import RANK, is_sent_away
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground


def sent_away(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that a job was not left voluntarily, where the employer told the person to go."""
    job = matter.facts.job
    if job is None or not is_sent_away(matter):
        return None
    words = job.ended_words
    told = matter.say("was-told-to-go-in-words", "job.ended_words", words=words) if words else None
    said = (
        matter.say("rule-voluntarily", "failure.kind"),
        told or matter.say("was-told-to-go", "job.ended"),
        *other_side.of_leaving(matter),
        matter.say("so-not-voluntarily", "job.ended"),
    )
    clause = matter.say("case-told-to-go", "job.ended")
    return Ground("not-voluntary", RANK, matter.say("heading-told-to-go", "job.ended"), (said,), clause)
