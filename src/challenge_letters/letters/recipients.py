"""Whom a letter is addressed to: only an address the person gave, or one on record for that purpose."""

from __future__ import annotations

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law import addresses
from challenge_letters.plan.outcome import PlannedLetter

RIGHT_OF_ACCESS = "dwp-right-of-access"


def recipient(letter: PlannedLetter, case: Case) -> tuple[str, ...]:
    """Return the lines of the address of `letter`; none where it must be written in by hand.

    A reconsideration request goes to the address on the decision and nowhere else; a record request to the
    office on record for it; a complaint to the office the person named.
    """
    if letter.kind == "mandatory-reconsideration":
        return _on_the_decision(letter)
    if letter.kind == "subject-access-request":
        return office(RIGHT_OF_ACCESS, nation=case.nation)
    if letter.kind == "complaint" and case.complaint and case.complaint.office_address:
        return tuple(line for line in (case.complaint.office, *case.complaint.office_address) if line)
    return ()


def data_protection_office(nation: str) -> tuple[str, ...]:
    """Return the lines of the office on record for a data protection complaint in `nation`; else none."""
    return office(RIGHT_OF_ACCESS, nation=nation)


def office(record: str, *, nation: str) -> tuple[str, ...]:
    """Return the lines of an office on record, if it is confirmed and serves `nation`; else none."""
    found = addresses.office(record)
    return tuple(found.lines) if found.confirmed and nation in found.nations else ()


def _on_the_decision(letter: PlannedLetter) -> tuple[str, ...]:
    """Return the address on the first decision that shows one."""
    decisions = (challenge.problem for challenge in letter.challenges)
    given = (each.decision.address for each in decisions if isinstance(each, AppliedSanction))
    return next((lines for lines in given if lines), ())
