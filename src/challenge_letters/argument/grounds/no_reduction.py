"""Cases in which no reduction may be made at all (reg 113): each on the one fact that was ticked."""

from __future__ import annotations

from collections.abc import Collection

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground


def no_reduction(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that no reduction is allowed."""
    barred = matter.challenge.barred
    if not barred:
        return None
    said = (
        *(matter.say(f"no-reduction-{each}", "no_reduction") for each in barred),
        *matter.box("no_reduction_words"),
    )
    clause = matter.say(f"case-no-reduction-{barred[0]}", "no_reduction")
    return Ground("no-reduction", 8, matter.say("heading-no-reduction", "no_reduction"), (said,), clause)
