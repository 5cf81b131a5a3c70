"""Whom a letter is addressed to: only an address the person gave, or one on record for that purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import FollowUp, LetterToMp, NoAnswer
from challenge_letters.case.problems import AccountDemand, AppliedSanction, ThreatenedSanction
from challenge_letters.languages import worded
from challenge_letters.law import addresses
from challenge_letters.law.benefits import NAMES, has
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.addressed import who_demanded
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.sending import has_account, provider_written_to

# Where somebody was asked, as people write it: "in my journal".
OF_THE_ACCOUNT = re.compile(r"\b(?:journal|(?:online|UC) account|to-do)\b", re.IGNORECASE)
IN_THE_ACCOUNT = frozenset({"journal", "to-do"})


def recipient(letter: PlannedLetter, case: Case) -> tuple[str, ...]:
    """Return the lines of the address of `letter`; none where it must be written in by hand.

    A reconsideration request goes to the address on the decision, or where the decision came without one to
    the general address on record; a record request to the office on record for it; a complaint to the office
    the person named; a reply to the provider that asked.
    """
    if letter.kind == "mandatory-reconsideration":
        return _on_the_decision(letter) or _general(letter, case)
    on_record = KINDS[letter.kind].recipient
    if on_record:
        return office_for(on_record, nation=case.nation)
    if isinstance(letter.follow_up, LetterToMp):
        return _member(letter.follow_up, case)
    if letter.follow_up:
        return _of_the_decision_followed_up(letter.follow_up, case)
    if letter.demand:
        return who_demanded(letter.demand) or _where_it_was_asked(letter.demand, case)
    if letter.kind == "good-reason-statement":
        return provider_written_to(letter) or _on_the_warning(letter) or _in_the_account(letter, case)
    if letter.kind == "complaint" and case.complaint and case.complaint.office_address:
        return tuple(line for line in (case.complaint.office, *case.complaint.office_address) if line)
    return ()


def _in_the_account(letter: PlannedLetter, case: Case) -> tuple[str, ...]:
    """Return where an answer goes that is written in the online account; none where it may go by post.

    What was written there is answered there, and nobody writes an address on it by hand.
    """
    problems = (each.problem for each in letter.challenges)
    came_by = {each.warning.came_by for each in problems if isinstance(each, ThreatenedSanction)}
    return _the_account(case) if came_by and came_by <= IN_THE_ACCOUNT else ()


def _where_it_was_asked(demand: AccountDemand, case: Case) -> tuple[str, ...]:
    """Return the online account, where the office asked in it."""
    is_there = demand.asked_by != "provider" and bool(OF_THE_ACCOUNT.search(demand.place))
    return _the_account(case) if is_there else ()


def _the_account(case: Case) -> tuple[str, ...]:
    return (worded("letters.in-the-account", benefit=NAMES[case.benefit]),) if has_account(case) else ()


def _general(letter: PlannedLetter, case: Case) -> tuple[str, ...]:
    """Return the general address of the benefit; none where a decision letter shows the right one."""
    decisions = [
        each.problem.decision for each in letter.challenges if isinstance(each.problem, AppliedSanction)
    ]
    return () if any(each.came_by == "letter" for each in decisions) else _on_record(case)


def _on_record(case: Case) -> tuple[str, ...]:
    """Return the general address of the benefit; none where none is on record."""
    if not has(case.rules_of, "address-on-record"):
        return ()
    lines = office_for("universal-credit-post", nation=case.nation)
    return (NAMES[case.benefit], *lines) if lines else ()


def _member(member: LetterToMp, case: Case) -> tuple[str, ...]:
    """Return the member, at the address that was given or else at the House where members have their post."""
    address = member.mp_address or office_for("member-of-parliament", nation=case.nation)
    return tuple(line for line in (member.mp_name, *address) if line)


def _of_the_decision_followed_up(follow_up: FollowUp, case: Case) -> tuple[str, ...]:
    """Return the address on the decision that `follow_up` is about, where the case holds it."""
    about = (problem for problem in case.problems if problem.id == follow_up.about)
    given = (problem.decision.address for problem in about if isinstance(problem, AppliedSanction))
    return _first_given(given) or (_on_record(case) if _may_be_general(follow_up, case) else ())


def _may_be_general(follow_up: FollowUp, case: Case) -> bool:
    """Whether a reminder may go to the general address: no decision letter shows the right one."""
    about = (each for each in case.decisions if each.id == follow_up.about)
    return isinstance(follow_up, NoAnswer) and not any(each.decision.came_by == "letter" for each in about)


def office_for(purpose: str, *, nation: str) -> tuple[str, ...]:
    """Return the lines of the office kept for `purpose` in `nation`.

    None if no confirmed record is kept for it: an address that may be wrong is never printed in a letter.
    """
    found = addresses.serving(purpose, nation)
    return found.lines if found and found.confirmed else ()


def _on_the_decision(letter: PlannedLetter) -> tuple[str, ...]:
    """Return the address on the first decision that shows one."""
    decisions = (challenge.problem for challenge in letter.challenges)
    return _first_given(each.decision.address for each in decisions if isinstance(each, AppliedSanction))


def _on_the_warning(letter: PlannedLetter) -> tuple[str, ...]:
    """Return the address on the first warning that has one: an answer goes to none that a decision shows."""
    warnings = (challenge.problem for challenge in letter.challenges)
    return _first_given(each.warning.address for each in warnings if isinstance(each, ThreatenedSanction))


def _first_given(addresses_given: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next(filter(None, addresses_given), ())
