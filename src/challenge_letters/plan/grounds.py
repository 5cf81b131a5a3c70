"""The grounds a person's answers support, in the order in which a decision maker must take them.

Every ground hangs on an answer. Where the answers give none, none is invented.
"""

from __future__ import annotations

from collections.abc import Mapping

from challenge_letters.case.case import Case
from challenge_letters.case.failure import (
    FailureFacts,
    JobFault,
    NoReduction,
    Reason,
    ReasonKind,
    Relation,
)
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.search_limits import is_soon_after_a_death, longest_journey
from challenge_letters.law.spoken import spoken_length
from challenge_letters.plan.outcome import Challengeable, GroundKind
from challenge_letters.plan.protection import JOB_SEARCH, protection_of

# What is about looking for work or being free for it. Regulation 99 of the Universal Credit Regulations 2013
# lifts that and nothing else: never an appointment, a task of preparation or a job that was left.
LIFTING: frozenset[ReasonKind] = frozenset({"ill", "caring", "bereavement", "custody-hospital-court"})
CLOSEST: frozenset[Relation] = frozenset({"partner", "child", "child-in-my-care"})
# What a refused job can be too far for, or ruled out by health or caring (regulation 97).
JOBS_REFUSED = frozenset({"particular-vacancy", "employer-interview", "job-offer"})
RULING_OUT: frozenset[JobFault] = frozenset({"health", "caring"})
# Which failures each case of regulation 113(1) is about; it may be any that nobody has named.
MINUTES_OF_A_DAY = 24 * 60
UNKNOWN = frozenset({"other", "not-said"})
BARRED_FOR: Mapping[NoReduction, frozenset[str]] = {
    "redundancy": UNKNOWN | {"left-job", "lost-job"},
    "strike": UNKNOWN | JOBS_REFUSED | {"left-job", "lost-job"},
    "trial-period": UNKNOWN | {"left-job"},
    "armed-forces": UNKNOWN | {"left-job", "lost-job"},
    "pay-not-fallen": UNKNOWN | {"left-job", "lost-job"},
}
# The strongest first: what ends the matter before the weighing starts.
STRENGTH: tuple[GroundKind, ...] = (
    "no-reduction",
    "did-it",
    "not-misconduct",
    "not-required",
    "not-told",
    "good-reason",
    "adjustment",
)

STRENGTH_OF_A_PART: tuple[GroundKind, ...] = (
    "no-reduction",
    "not-misconduct",
    "not-required",
    "not-told",
    "did-it",
    "good-reason",
    "adjustment",
)


def grounds_of(problem: Challengeable, case: Case) -> tuple[GroundKind, ...]:
    """Return the grounds that the answers about `problem` support, in the order they are taken."""
    found: tuple[tuple[GroundKind, bool], ...] = (
        ("did-it", _did_it(problem)),
        ("not-misconduct", _was_no_misconduct(problem)),
        ("not-told", _was_not_told(problem)),
        ("not-required", _could_not_be_required(problem, case) or _was_ruled_out(problem, case)),
        ("good-reason", _had_good_reason(problem)),
        ("adjustment", _needed_adjustment(problem)),
        ("no-reduction", bool(barred_by(problem))),
    )
    kinds = tuple(kind for kind, is_supported in found if is_supported)
    return _protected_first(kinds) if protection_of(problem, case).is_certain else kinds


def _protected_first(kinds: tuple[GroundKind, ...]) -> tuple[GroundKind, ...]:
    """Put first that this could not be asked of the person at all: it leaves nothing else to decide."""
    return tuple(sorted(kinds, key=lambda kind: kind != "not-required"))


def _had_good_reason(problem: Challengeable) -> bool:
    """Whether good reason is argued: an issue that is not raised need not be looked at."""
    is_said = problem.has_side("had-reason") and bool(problem.account) and problem.failure.kind != "lost-job"
    return is_said or bool(reasons_of(problem) or faults_of(problem))


def best_of(
    grounds: tuple[GroundKind, ...], *, is_partly_done: bool = False, is_protected: bool = False
) -> tuple[GroundKind, ...]:
    """Return the best ground and the next: what a reader who goes no further must have seen.

    Having done only a part of it comes after what ends the matter, and before the reasons. Where nothing
    of the kind could be asked of the person at all, that comes before everything.
    """
    order = STRENGTH_OF_A_PART if is_partly_done else STRENGTH
    found = tuple(kind for kind in order if kind in grounds)
    return (_protected_first(found) if is_protected else found)[:2]


def reasons_of(facts: FailureFacts) -> tuple[Reason, ...]:
    """Return the reasons that may be argued as good reason.

    Good reason is no answer to losing work by misconduct (Welfare Reform Act 2012 s.26(2)(d)): there the
    conduct or the cause is disputed in the person's own words.
    """
    if facts.failure.kind == "lost-job":
        return ()
    return tuple(reason for reason in facts.reasons if reason.is_told or reason.kind == "not-safe")


def barred_by(problem: Challengeable) -> tuple[NoReduction, ...]:
    """Return the cases in which no reduction may be made that the person ticked and that fit the failure.

    Source: Universal Credit Regulations 2013 reg 113(1); JSA Regulations 2013 reg 28(1).
    """
    if not isinstance(problem, AppliedSanction):
        return ()
    return tuple(each for each in problem.no_reduction if problem.failure.kind in BARRED_FOR[each])


def too_far(problem: Challengeable, case: Case) -> int | None:
    """Return the longest journey that can be required, in minutes each way, if the job was further away."""
    longest = longest_journey(case.rules_of)
    minutes = problem.job.minutes_each_way if problem.job else None
    if longest is None or minutes is None or problem.failure.kind not in JOBS_REFUSED:
        return None
    return longest if minutes > longest else None


def lifting_of(problem: Challengeable) -> tuple[Reason, ...]:
    """Return the reasons for which a requirement to look for work can be lifted for a time.

    Source: Universal Credit Regulations 2013 reg 99; JSA Regulations 2013 reg 16.
    """
    if problem.failure.kind not in JOB_SEARCH:
        return ()
    return tuple(reason for reason in reasons_of(problem) if reason.kind in LIFTING)


def lifted_of(problem: Challengeable, case: Case) -> tuple[Reason, ...]:
    """Return the reasons for which no requirement to look for work could be imposed on that day.

    Where a day is known only roughly, the death is taken as early and that day as late as they can have been.
    None in Northern Ireland: how many months its rule gives was not confirmed, so it is said only that the
    requirement can be lifted. Source: Universal Credit Regulations 2013 reg 99(3); JSA Regulations 2013
    reg 16.
    """
    if not case.is_in_great_britain:
        return ()
    day = problem.failure.happened or problem.failure.their_day
    return tuple(
        reason
        for reason in lifting_of(problem)
        if reason.relation in CLOSEST
        and reason.died_on
        and day
        and is_soon_after_a_death(reason.died_on.earliest, day.latest, benefit=case.rules_of)
    )


def _was_no_misconduct(facts: FailureFacts) -> bool:
    disputed = facts.misconduct is not None and bool(facts.misconduct.disputed or facts.misconduct.words)
    return facts.failure.kind == "lost-job" and disputed


def _was_ruled_out(problem: Challengeable, case: Case) -> bool:
    was_lifted = bool(lifted_of(problem, case))
    return was_lifted or _was_only_suggested(problem) or _job_was_not_required(problem, case)


def _was_only_suggested(problem: Challengeable) -> bool:
    """Whether it was not clear that the person had to apply, or to go to an employer's interview.

    Both count only where applying for that vacancy had been required: Welfare Reform Act 2012 s.26(2)(b) with
    Universal Credit Regulations 2013 reg 94, and their twins.
    """
    is_about_a_vacancy = problem.failure.kind in ("particular-vacancy", "employer-interview")
    return is_about_a_vacancy and problem.requirement.was_clear_it_was_required == "no"


def _job_was_not_required(problem: Challengeable, case: Case) -> bool:
    job = problem.job
    if job is None or problem.failure.kind not in JOBS_REFUSED:
        return False
    not_offered = problem.failure.kind == "job-offer" and job.was_offered == "no"
    return not_offered or too_far(problem, case) is not None or bool(RULING_OUT & set(job.faults))


def faults_of(problem: Challengeable) -> tuple[JobFault, ...]:
    """Return what was wrong with the job, apart from what rules it out before reasons are weighed."""
    if problem.job is None or problem.failure.kind == "lost-job":
        return ()
    return tuple(fault for fault in problem.job.faults if fault not in RULING_OUT)


def _did_it(facts: FailureFacts) -> bool:
    search = facts.search_week
    if facts.failure.kind == "work-search-hours" and search and (search.done_hours or search.time_off):
        return True
    return facts.has_side("did-it") or facts.has_side("did-part")


def _was_not_told(facts: FailureFacts) -> bool:
    return facts.has_side("not-told") or facts.has_side("not-understood") or bool(short_notice_of(facts))


def short_notice_of(facts: FailureFacts) -> str:
    """Return how long before its time a requirement was made known, in words; "" if that was a day or more.

    Somebody who saw the message afterwards or never had no notice at all, which is the better ground.
    """
    minutes = facts.requirement.notice_minutes
    if minutes is None or minutes >= MINUTES_OF_A_DAY or facts.requirement.seen in ("after", "never"):
        return ""
    return spoken_length(minutes)


def _could_not_be_required(problem: Challengeable, case: Case) -> bool:
    protection = protection_of(problem, case)
    return problem.has_side("not-required") or bool(protection.bar) or protection.fits_hours


def _needed_adjustment(facts: FailureFacts) -> bool:
    needed = facts.adjustment
    return needed is not None and bool(needed.disadvantage and needed.step_wanted)
