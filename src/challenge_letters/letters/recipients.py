"""Whom a letter is addressed to: only an address the person gave, or one on record for that purpose."""

from __future__ import annotations

from collections.abc import Mapping

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import FollowUp, LetterToMp
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law import addresses
from challenge_letters.plan.outcome import LetterKind, PlannedLetter
from challenge_letters.plan.sending import provider_written_to

# Letters that go to an office on record, whatever the person says: what the record is kept for.
ON_RECORD: Mapping[LetterKind, str] = {
    "subject-access-request": "records",
    "records-late": "records",
    "examiner": "examiner",
}


def recipient(letter: PlannedLetter, case: Case) -> tuple[str, ...]:
    """Return the lines of the address of `letter`; none where it must be written in by hand.

    A reconsideration request goes to the address on the decision and nowhere else; a record request to the
    office on record for it; a complaint to the office the person named; a reply to the provider that asked.
    """
    if letter.kind == "mandatory-reconsideration":
        return _on_the_decision(letter)
    if letter.kind in ON_RECORD:
        return office_for(ON_RECORD[letter.kind], nation=case.nation)
    if isinstance(letter.follow_up, LetterToMp):
        member = letter.follow_up
        return tuple(line for line in (member.mp_name, *member.mp_address) if line)
    if letter.follow_up:
        return _of_the_decision_followed_up(letter.follow_up, case)
    if letter.demand and letter.demand.provider:
        return (letter.demand.provider, *letter.demand.provider_address)
    if letter.kind == "good-reason-statement":
        return provider_written_to(letter)
    if letter.kind == "complaint" and case.complaint and case.complaint.office_address:
        return tuple(line for line in (case.complaint.office, *case.complaint.office_address) if line)
    return ()


def _of_the_decision_followed_up(follow_up: FollowUp, case: Case) -> tuple[str, ...]:
    """Return the address on the decision that `follow_up` is about, where the case holds it."""
    about = (problem for problem in case.problems if problem.id == follow_up.about)
    given = (problem.decision.address for problem in about if isinstance(problem, AppliedSanction))
    return next((lines for lines in given if lines), ())


def office_for(purpose: str, *, nation: str) -> tuple[str, ...]:
    """Return the lines of the office kept for `purpose` in `nation`.

    None if no confirmed record is kept for it: an address that may be wrong is never printed in a letter.
    """
    found = addresses.serving(purpose, nation)
    return found.lines if found and found.confirmed else ()


def _on_the_decision(letter: PlannedLetter) -> tuple[str, ...]:
    """Return the address on the first decision that shows one."""
    decisions = (challenge.problem for challenge in letter.challenges)
    given = (each.decision.address for each in decisions if isinstance(each, AppliedSanction))
    return next((lines for lines in given if lines), ())
