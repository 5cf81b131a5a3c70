"""What two decisions of one letter have in common: said once, where the first of them is told of."""

from __future__ import annotations

from challenge_letters.argument.typed import is_the_same
from challenge_letters.case.failure import Adjustment, FailureFacts, Reason
from challenge_letters.plan.outcome import Challenge, PlannedLetter


def before(challenge: Challenge, letter: PlannedLetter) -> tuple[Challenge, ...]:
    """Return the decisions or warnings that the letter speaks of before `challenge`."""
    return letter.challenges[: letter.challenges.index(challenge)]


def same_reason(reason: Reason, challenge: Challenge, letter: PlannedLetter) -> Challenge | None:
    """Return the earlier one that had this very reason: begun on one day, and lasting over both failures.

    What has no day of its own may have happened twice: it is told each time.
    """
    return next((each for each in before(challenge, letter) if _lasted(reason, each, challenge)), None)


def _lasted(reason: Reason, first: Challenge, second: Challenge) -> bool:
    others = (each for each in first.reasons if (each.kind, each.began) == (reason.kind, reason.began))
    other = next(others, None)
    days = first.facts.failure.day, second.facts.failure.day
    if other is None or reason.began is None or None in days:
        return False
    ends = {each.ended for each in (reason, other)}
    began_in_time = all(day and reason.began.latest <= day.latest for day in days)
    went_on = all(day and (end is None or day.earliest <= end.latest) for day in days for end in ends)
    return began_in_time and went_on and len(ends) == 1


def same_adjustment(challenge: Challenge, letter: PlannedLetter) -> Challenge | None:
    """Return the earlier one that tells of this very step: in the same words, or asked for on one day."""
    own = challenge.facts.adjustment
    told = (each for each in before(challenge, letter) if each.has("adjustment"))
    return next((each for each in told if _is_one_step(each.facts.adjustment, own)), None)


def _is_one_step(first: Adjustment | None, second: Adjustment | None) -> bool:
    if first is None or second is None:
        return False
    is_one_day = first.told_on is not None and first.told_on == second.told_on
    return is_one_day or (bool(first.step_wanted) and is_the_same(first.step_wanted, second.step_wanted))


def is_done_told(challenge: Challenge, letter: PlannedLetter) -> bool:
    """Whether what was done since has been told of an earlier one, in the same words and of the same day."""
    done = challenge.facts.done_since
    told = (each.facts.done_since for each in before(challenge, letter))
    return done.state == "done" and done.day is not None and done in told


def is_fit_note_told(challenge: Challenge, letter: PlannedLetter) -> bool:
    """Whether an earlier failure was covered by this very fit note."""
    return any(_has_the_note(each.facts, challenge.facts) for each in before(challenge, letter))


def _has_the_note(first: FailureFacts, second: FailureFacts) -> bool:
    note = second.fit_note
    return note is not None and note == first.fit_note and note.covers(first.failure.day)


def is_proof_named(challenge: Challenge, letter: PlannedLetter) -> bool:
    """Whether all the papers enclosed have been named beside an earlier one."""
    papers = set(challenge.facts.evidence)
    return any(papers and papers <= set(each.facts.evidence) for each in before(challenge, letter))
