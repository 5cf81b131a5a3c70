"""A job that was lost: the conduct, the cause, or that it was misconduct, is disputed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.grounds.leaving import ending
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import Dispute, Misconduct


def misconduct(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the job was not lost through misconduct."""
    disputed = matter.facts.misconduct
    if not matter.challenge.has("not-misconduct") or disputed is None:
        return None
    said = (
        matter.say("rule-misconduct", "failure.kind"),
        *(matter.say(f"dispute-{each}", "misconduct.disputed") for each in _denied(disputed)),
        *matter.box("misconduct.words"),
        *matter.box("misconduct.circumstances"),
        *_proof(disputed, matter),
    )
    cause = (*_cause(disputed, matter), *_unheard(disputed, matter), matter.say("say-what-you-rely-on"))
    clause = _clause(disputed, matter)
    return Ground(
        "not-misconduct",
        17,
        matter.say("heading-not-misconduct", "misconduct.disputed"),
        (said, cause),
        clause,
    )


def _unheard(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield that the employer's word stands alone: an appeal to it, and nobody asked for the other side."""
    if disputed.own_appeal:
        words = ending(disputed.own_appeal, matter)
        yield matter.say("own-appeal", "misconduct.own_appeal", words=words)
    if disputed.asked_first == "no" and matter.sanction:
        yield matter.say("not-asked-first", "misconduct.asked_first")


def _denied(disputed: Misconduct) -> tuple[Dispute, ...]:
    return tuple(each for each in disputed.disputed if each != "cause")


def _cause(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield that the job ended for another reason: the one that was given, where it is known."""
    if "cause" not in disputed.disputed:
        return
    if disputed.reason_given:
        words = disputed.reason_given
        yield matter.say("reason-given", "misconduct.reason_given", words=words)
        yield matter.say("reason-given-is-another", "misconduct.reason_given")
    else:
        yield matter.say("dispute-cause", "misconduct.disputed")


def _proof(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield what was said at the end, who else could have done it, and that no proof was shown."""
    is_denied = "conduct" in disputed.disputed
    if disputed.reason_given and "cause" not in disputed.disputed:
        yield matter.say("reason-given", "misconduct.reason_given", words=disputed.reason_given)
    if is_denied and disputed.others in ("one", "several"):
        yield matter.say(f"others-{disputed.others}", "misconduct.others")
    if disputed.evidence_shown == "no":
        yield matter.say("no-proof-shown", "misconduct.evidence_shown")


def _clause(disputed: Misconduct, matter: Matter) -> Sentence:
    if "conduct" in disputed.disputed:
        unproven = disputed.evidence_shown == "no"
        return matter.say("case-denied-unproven" if unproven else "case-denied", "misconduct.disputed")
    return matter.say(
        "case-cause" if "cause" in disputed.disputed else "case-not-misconduct", "misconduct.disputed"
    )
