"""A job that was lost: the conduct, the cause, or that it was misconduct, is disputed."""

from __future__ import annotations

from collections.abc import Collection

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground


def misconduct(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the job was not lost through misconduct."""
    disputed = matter.facts.misconduct
    if not matter.challenge.has("not-misconduct") or disputed is None:
        return None
    said = (
        matter.say("rule-misconduct", "failure.kind"),
        *(matter.say(f"dispute-{each}", "misconduct.disputed") for each in disputed.disputed),
        *matter.box("misconduct.words"),
        matter.say("say-what-you-rely-on"),
    )
    clause = matter.say(
        "case-cause" if "cause" in disputed.disputed else "case-not-misconduct", "misconduct.disputed"
    )
    return Ground(
        "not-misconduct", 17, matter.say("heading-not-misconduct", "misconduct.disputed"), (said,), clause
    )
