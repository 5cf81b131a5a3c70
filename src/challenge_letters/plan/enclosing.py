"""Which letters the record of a work search goes with."""

from __future__ import annotations

from challenge_letters.case.case import Case
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.plan.outcome import PlannedLetter

# What somebody is said not to have done, where a list of what they did is the answer.
ANSWERED_BY_A_RECORD = failures_with("shown-by-a-record")


def encloses_record(letter: PlannedLetter, case: Case) -> bool:
    """Say whether the record of the work search, if the case holds one, is enclosed with `letter`."""
    about = (challenge.problem.failure.kind for challenge in letter.challenges)
    fits = letter.demand is not None or any(kind in ANSWERED_BY_A_RECORD for kind in about)
    return fits and bool(case.work_search)
