"""The grounds a person's answers support, in the order in which a decision maker must take them.

Every ground hangs on an answer. Where the answers give none, none is invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.failure import (
    INTERVIEWS,
    Arrival,
    FailureFacts,
    JobFault,
    Mistake,
    NoReduction,
    Reason,
    ReasonKind,
    Relation,
)
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.nations import system_of
from challenge_letters.law.search_limits import (
    is_soon_after_a_death,
    is_soon_after_a_fit_note,
    longest_journey,
)
from challenge_letters.law.spoken import spoken_length
from challenge_letters.plan.before_claim import before_claim_of
from challenge_letters.plan.outcome import Challengeable, GroundKind, MetInTime
from challenge_letters.plan.protection import JOB_SEARCH, protection_of
from challenge_letters.plan.their_mistakes import are_argued_as_hours, their_mistakes

# What is about looking for work or being free for it. Regulation 99 of the Universal Credit Regulations 2013
# lifts that and nothing else: never an appointment, a task of preparation or a job that was left.
LIFTS_SEARCH: frozenset[ReasonKind] = frozenset({"ill", "caring", "bereavement", "custody-hospital-court"})
CLOSEST: frozenset[Relation] = frozenset({"partner", "child", "child-in-my-care"})
# What a refused job can be too far for, or ruled out by health or caring (regulation 97).
JOBS_REFUSED = failures_with("job-refused")
# What can be asked for by a last day.
BY_A_LAST_DAY = failures_with("has-a-last-day")
RULING_OUT: frozenset[JobFault] = frozenset({"health", "caring"})
# Which failures each case of regulation 113(1) is about; it may be any that nobody has named.
MISTAKEN: ReasonKind = "unclear-or-mistake"
MINUTES_OF_A_DAY = 24 * 60
# An answer that takes note and allows nothing: "OK thanks."
ACKNOWLEDGED = re.compile(
    r"((ok(ay)?|thanks|thank you|noted|fine|cheers|received|for (that|this|letting (me|us) know))[ ,.!]*)+",
    re.IGNORECASE,
)
# An appointment by phone, where they then wanted somebody to come.
BY_PHONE = re.compile(
    r"\b(?:appointments?|interviews?|meetings?|contact)\b[^.!?]{0,40}"
    r"\b(?:by|over the|on the) (?:tele)?phone\b"
    r"|\b(?:tele)?phone (?:only|appointments?|interviews?)\b",
    re.IGNORECASE,
)
GIVES_LEAVE = re.compile(r"\b(?:(?:do|need) not|(?:do|need)n['’]t|no need|not)\b", re.IGNORECASE)
UNKNOWN, WORK_ENDED = failures_with("unnamed"), failures_with("work-ended")
BARRED_FOR: Mapping[NoReduction, frozenset[str]] = {
    **dict.fromkeys(("redundancy", "agreed-redundancy", "laid-off", "short-time"), UNKNOWN | WORK_ENDED),
    "strike": UNKNOWN | JOBS_REFUSED | WORK_ENDED,
    "trial-period": UNKNOWN | {"left-job"},
    "armed-forces": UNKNOWN | WORK_ENDED,
    "pay-not-fallen": UNKNOWN | WORK_ENDED,
}
# The strongest first: what ends the matter before the weighing starts.
STRENGTH: tuple[GroundKind, ...] = (
    "no-reduction",
    "excused",
    "did-it",
    "not-misconduct",
    "not-required",
    "not-told",
    "good-reason",
    "adjustment",
)

STRENGTH_OF_A_PART: tuple[GroundKind, ...] = (
    "no-reduction",
    "excused",
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
        ("excused", was_excused(problem)),
        ("did-it", _did_it(problem)),
        ("not-misconduct", _was_no_misconduct(problem)),
        ("not-told", _was_not_told(problem)),
        ("not-required", _could_not_be_required(problem, case) or _was_ruled_out(problem, case)),
        ("good-reason", _had_good_reason(problem)),
        ("adjustment", _needed_adjustment(problem)),
        ("no-reduction", bool(barred_by(problem)) or _was_long_before_the_claim(problem, case)),
    )
    kinds = tuple(kind for kind, is_supported in found if is_supported)
    return _protected_first(kinds) if protection_of(problem, case).is_certain else kinds


def _protected_first(kinds: tuple[GroundKind, ...]) -> tuple[GroundKind, ...]:
    """Put first that this could not be asked of the person at all: it leaves nothing else to decide."""
    return tuple(sorted(kinds, key=lambda kind: kind != "not-required"))


def _had_good_reason(problem: Challengeable) -> bool:
    """Whether good reason is argued: an issue that is not raised need not be looked at."""
    if problem.failure.kind == "lost-job":
        return False  # there it is asked whether it was misconduct, and no reason is weighed
    is_said = problem.has_side("had-reason") and bool(problem.account) and not _is_only_their_number(problem)
    is_failed_upload = problem.handing_in is not None and problem.handing_in.went_wrong != "not-known"
    is_told = problem.failure.kind == "evidence-not-given" and is_failed_upload
    job, is_placement = problem.job, problem.failure.kind == "work-placement"
    is_of_placement = job is not None and (job.ended == "sent-away" or bool(job.not_as_told or job.danger))
    is_reason_itself = is_placement and is_of_placement
    return is_said or is_told or is_reason_itself or bool(reasons_of(problem) or faults_of(problem))


def _is_only_their_number(problem: Challengeable) -> bool:
    """Whether the one reason is that the decision goes by a wrong number of hours: that is no reason."""
    return are_argued_as_hours(problem) and len(their_mistakes(problem)) == len(problem.reasons)


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
    conduct or the cause is disputed in the person's own words. What the decision has wrong is none either.
    """
    if facts.failure.kind == "lost-job":
        return ()
    theirs = their_mistakes(facts)
    is_mistake_told = mistake_of(facts) is not None
    return tuple(
        reason
        for reason in facts.reasons
        if reason not in theirs
        and (reason.is_told or reason.kind == "not-safe" or (reason.kind == MISTAKEN and is_mistake_told))
    )


def mistake_of(facts: FailureFacts) -> Mistake | None:
    """Return the day or time that somebody had wrong, where it is one of their reasons and is told."""
    is_reason = any(reason.kind == MISTAKEN for reason in facts.reasons)
    slip = facts.mistake if is_reason and facts.failure.kind in INTERVIEWS else None
    return slip if slip and slip.is_told else None


def arrival_of(facts: FailureFacts) -> Arrival | None:
    """Return that somebody was there for an interview, late or in time; None where nobody says so."""
    if facts.failure.kind not in INTERVIEWS:
        return None
    told, call = facts.arrival, facts.missed_call
    if call and call.never_came:
        return None
    if told and (told.came_at or told.office_did != "not-known"):
        return told
    # Nobody was on the line of a call that rang and was missed.
    is_missed = call is not None and call.has_rung
    return (told or Arrival()) if facts.has_side("came") and not is_missed else None


def was_excused(facts: FailureFacts) -> bool:
    """Whether it had been said beforehand that they need not do it, or that it was noted.

    What is said afterwards is no leave.
    """
    if not facts.has_side("excused") or facts.failure.kind in WORK_ENDED:
        return False
    said, failed = facts.excused.day if facts.excused else None, facts.failure.day
    return said is None or failed is None or said.earliest <= failed.latest


# That they would see to it: the office knew, and had moved nothing yet.
NOTED = ("noted", "will-move")


def was_noted_only(facts: FailureFacts) -> bool:
    """Whether all that was said beforehand is that it was noted: the office knew, and gave no leave."""
    said = facts.excused
    return said is not None and (said.meaning in NOTED or bool(ACKNOWLEDGED.fullmatch(said.words.strip())))


def was_to_be_held_another_way(facts: FailureFacts) -> bool:
    """Whether what was agreed beforehand is that it would be held, or done, another way.

    Words that call an appointment one by phone say so themselves, where nothing else was ticked.
    """
    said = facts.excused
    if said is None or said.meaning != "not-known":
        return said is not None and said.meaning == "another-way"
    return bool(BY_PHONE.search(said.words)) and not GIVES_LEAVE.search(said.words)


def barred_by(problem: Challengeable) -> tuple[NoReduction, ...]:
    """Return the cases in which no reduction may be made that the person ticked and that fit the failure.

    A trial period protects only work of more hours than those the search was limited to.
    Source: Universal Credit Regulations 2013 reg 113(1); JSA Regulations 2013 reg 28(1).
    """
    if not isinstance(problem, AppliedSanction):
        return ()
    return tuple(
        each
        for each in problem.no_reduction
        if problem.failure.kind in BARRED_FOR[each]
        and (each != "trial-period" or problem.hours_were_limited == "yes")
    )


def too_far(problem: Challengeable, case: Case) -> int | None:
    """Return the longest journey that can be required, in minutes each way, if the job was further away."""
    longest = longest_journey(case.rules_of)
    minutes = problem.job.minutes_each_way if problem.job else None
    if longest is None or minutes is None or problem.failure.kind not in JOBS_REFUSED:
        return None
    return longest if minutes > longest else None


def reasons_to_lift_search(problem: Challengeable) -> tuple[Reason, ...]:
    """Return the reasons for which a requirement to look for work can be lifted for a time.

    Source: Universal Credit Regulations 2013 reg 99; JSA Regulations 2013 reg 16.
    """
    if problem.failure.kind not in JOB_SEARCH:
        return ()
    return tuple(reason for reason in reasons_of(problem) if reason.kind in LIFTS_SEARCH)


def reasons_no_search_was_due(problem: Challengeable, case: Case) -> tuple[Reason, ...]:
    """Return the reasons for which no requirement to look for work could be imposed on that day.

    Where a day is known only roughly, the death is taken as early and that day as late as they can have been.
    None in Northern Ireland: how many months its rule gives was not confirmed, so it is said only that the
    requirement can be lifted. Source: Universal Credit Regulations 2013 reg 99(3); JSA Regulations 2013
    reg 16.
    """
    if not system_of(case.nation).has("search-lifted-after-a-death"):
        return ()
    day = problem.failure.day
    return tuple(
        reason
        for reason in reasons_to_lift_search(problem)
        if reason.relation in CLOSEST
        and reason.died_on
        and day
        and is_soon_after_a_death(reason.died_on.earliest, day.latest, benefit=case.rules_of)
    )


def is_lifted_by_a_fit_note(problem: Challengeable, case: Case) -> bool:
    """Whether a fit note that covered the day had been given so shortly before that it lifted the job search.

    Source: Universal Credit Regulations 2013 reg 99(4); JSA Regulations 2013 reg 16(5), and their twins.
    """
    note, day = problem.fit_note, problem.failure.day
    is_dated = note is not None and note.told_on is not None and note.told_on.is_exact
    if problem.failure.kind not in JOB_SEARCH or note is None or not is_dated or not note.covers(day):
        return False
    given = note.told_on.earliest if note.told_on else None
    return bool(given and day and all(_is_soon(given, each, case) for each in (day.earliest, day.latest)))


def _is_soon(given: date, day: date, case: Case) -> bool:
    return is_soon_after_a_fit_note(given, day, benefit=case.rules_of)


def _was_long_before_the_claim(problem: Challengeable, case: Case) -> bool:
    found = before_claim_of(problem, case)
    return found is not None and found.is_barred


def _was_no_misconduct(facts: FailureFacts) -> bool:
    disputed = facts.misconduct is not None and facts.misconduct.is_told
    return facts.failure.kind == "lost-job" and disputed


def _was_ruled_out(problem: Challengeable, case: Case) -> bool:
    was_lifted = bool(reasons_no_search_was_due(problem, case)) or is_lifted_by_a_fit_note(problem, case)
    return was_lifted or _was_only_suggested(problem) or _job_was_not_required(problem, case)


def _was_only_suggested(problem: Challengeable) -> bool:
    """Whether it was not clear that the person had to apply, or to go to an employer's interview.

    Both count only where applying for that vacancy had been required: Welfare Reform Act 2012 s.26(2)(b) with
    Universal Credit Regulations 2013 reg 94, and their twins.
    """
    is_about_a_vacancy = problem.failure.kind in failures_with("vacancy")
    return is_about_a_vacancy and problem.requirement.only_suggested


def _job_was_not_required(problem: Challengeable, case: Case) -> bool:
    job = problem.job
    if job is None or problem.failure.kind not in JOBS_REFUSED:
        return False
    not_offered = problem.failure.kind == "job-offer" and job.was_offered == "no"
    is_too_far = too_far(problem, case) is not None
    return not_offered or is_too_far or bool(job.beyond_agreed or RULING_OUT & set(job.faults))


def faults_of(problem: Challengeable) -> tuple[JobFault, ...]:
    """Return what was wrong with the job, apart from what rules it out before reasons are weighed.

    Only a job that was refused can be ruled out like that: health and caring are reasons to leave one.
    """
    if problem.job is None or problem.failure.kind == "lost-job":
        return ()
    is_left = problem.failure.kind == "left-job"
    return tuple(fault for fault in problem.job.faults if is_left or fault not in RULING_OUT)


def _did_it(facts: FailureFacts) -> bool:
    search = facts.search_week
    if facts.failure.kind == "work-search-hours" and search:
        is_told = search.done_hours or search.counted_hours or search.time_off
        return bool(is_told) or facts.has_side("did-it") or facts.has_side("did-part")
    is_handed_in = facts.failure.kind == "evidence-not-given" and was_handed_in_by_then(facts)
    is_handed_in = is_handed_in or arrival_of(facts) is not None
    is_said = facts.has_side("did-it") or facts.has_side("did-part")
    return is_handed_in or is_said or facts.never_rang or met_in_time(facts) is not None


def was_handed_in_by_then(facts: FailureFacts) -> bool:
    """Whether it was handed in, or offered, in another way by the day of the failure."""
    told, failed = facts.handing_in, facts.failure.day
    if told is None or not told.was_handed_in or told.other_day is None:
        return False
    return failed is None or told.other_day.earliest <= failed.latest


def met_in_time(facts: FailureFacts) -> MetInTime | None:
    """Return that it was done by the last day the message gives; None where the days do not surely say so.

    What has to be met is the requirement as it was notified (Welfare Reform Act 2012 s.24(4)), whatever day
    the office's own system had in it. Having done a part of it is not enough.
    """
    last_day, done = facts.requirement.last_day, facts.done_since
    if facts.failure.kind not in BY_A_LAST_DAY or facts.has_side("did-part"):
        return None
    if last_day is None or done.state != "done" or done.day is None or done.day.latest > last_day:
        return None
    return MetInTime(done_on=done.day, last_day=last_day)


def _was_not_told(facts: FailureFacts) -> bool:
    is_said = facts.has_side("not-told") or facts.has_side("not-understood")
    return is_said or bool(short_notice_of(facts)) or _was_told_of_no_such_call(facts)


def _was_told_of_no_such_call(facts: FailureFacts) -> bool:
    """Whether the message gave no hour for the call, or the call came at another than it gave."""
    return bool(facts.hour_not_given)


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
    is_said = problem.has_side("not-required") or are_argued_as_hours(problem)
    return is_said or bool(protection.bar) or protection.fits_hours


def _needed_adjustment(facts: FailureFacts) -> bool:
    needed = facts.adjustment
    return needed is not None and bool(needed.disadvantage and needed.step_wanted)
