"""Facts that do not seem to fit together. They are asked about, never refused and never resolved by us.

Each query names the answers it is about. The person may change one of them, or say that it is right: that is
what their letter says, or there is an explanation, which is then kept with the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import BaseModel

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import AppealGrounds, FollowingUp
from challenge_letters.case.messages import catalogue
from challenge_letters.case.problems import AppliedSanction, Problem
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.first_days import first_day

GROWN = 18
# Reasons that say the person was busy or away at the hour; read with "ill", they are asked about.
ELSEWHERE = frozenset({"working", "travel"})
# What each way of telling the office needs: read with what somebody says they did not have.
NEEDED_FOR: Mapping[str, frozenset[str]] = {
    "phone": frozenset({"phone"}),
    "text-message": frozenset({"phone"}),
    "journal": frozenset({"internet", "device"}),
    "to-do": frozenset({"internet", "device"}),
    "email": frozenset({"internet", "device"}),
}
# What is said of a week or a job, where a reason need not fall on the very day.
OVER_TIME = frozenset(
    {"work-search-hours", "not-available", "left-job", "lost-job", "job-offer", "particular-vacancy"}
)

# Days that can lie ahead: an illness may last on, a payment and a reduction are told of before they come.
MAY_LIE_AHEAD = frozenset({"ended", "payment_day", "reduced_from", "period_to", "offers", "done_on"})
# A statement comes a few days before the payment it is about.
STATEMENT_AHEAD = timedelta(days=7)
# What a query that is not about one problem is filed under.
THE_CLAIMANT, THE_COMPLAINT, THE_BENEFIT = "claimant", "complaint", "benefit"
# In these years most people had the older, income-based allowance, and its own job site.
OLDER_ALLOWANCE_UNTIL = date(2018, 1, 1)
OLD_JOB_SITE = "universal jobmatch"

CLOCK = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})")
# "I left home at 8:10": a time of setting out in the person's own words.
SET_OUT = re.compile(rf"\b(?:left|set out|set off)\b[^.\d\n]*{CLOCK.pattern}", re.IGNORECASE)


@dataclass(frozen=True)
class Query:
    """A query about problem `problem`: its sentence, and the fields to look at again."""

    id: str
    problem: str
    fields: tuple[str, ...]

    @property
    def key(self) -> str:
        """What an answer to this query is filed under."""
        return f"{self.problem}:{self.id}"

    @property
    def sentence(self) -> str:
        return str(catalogue("queries")[self.id])


def open_queries(case: Case, *, today: date) -> tuple[Query, ...]:
    """Return the queries of `case` that the person has not answered yet.

    What cannot be, such as a decision of tomorrow, stays open whatever the answer: the day has to change.
    """
    answered = {answer.query for answer in case.answered_queries}
    return tuple(
        query for query in queries(case, today=today) if query.id in CANNOT_BE or query.key not in answered
    )


def queries(case: Case, *, today: date) -> tuple[Query, ...]:
    """Return every query that the facts of `case` raise on the day `today`."""
    about_problems = (query for problem in case.problems for query in _queries_of(problem, case, today))
    return (*about_problems, *_about_the_case(case, today))


def _queries_of(problem: Problem, case: Case, today: date) -> Iterator[Query]:
    for rule in RULES:
        if isinstance(problem, rule.applies_to) and rule.is_odd(problem, today):
            yield Query(rule.id, problem.id, rule.fields)
    if isinstance(problem, FailureFacts) and _is_of_another_age(problem, case):
        yield Query("age-differs", problem.id, ("was_under_18", "date_of_birth"))


def _is_of_another_age(problem: FailureFacts, case: Case) -> bool:
    """Say whether the date of birth and the answer to "were you 16 or 17" cannot both be right."""
    born, day = case.claimant.date_of_birth, _day_of(problem)
    if born is None or day is None or problem.was_under_18 == "not-known":
        return False
    ages = {_age(born, each) < GROWN for each in (day.earliest, day.latest)}
    return len(ages) == 1 and ages != {problem.was_under_18 == "yes"}


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _about_the_case(case: Case, today: date) -> Iterator[Query]:
    born = case.claimant.date_of_birth
    if born and born > today:
        yield Query("born-ahead", THE_CLAIMANT, ("date_of_birth",))
    if case.complaint and _has_future_day(case.complaint, today):
        yield Query("future-day", THE_COMPLAINT, ("complaint",))
    for problem in case.problems:
        if _is_before_the_benefit(problem, case):
            yield Query("before-the-benefit", problem.id, ("decision", "benefit"))
    if case.benefit == "new-style-jsa" and any(map(_sounds_income_based, case.problems)):
        yield Query("was-it-income-based", THE_BENEFIT, ("benefit",))


def _is_before_the_benefit(problem: BaseModel, case: Case) -> bool:
    decision = getattr(problem, "decision", None)
    start = decision.counts_from if decision else None
    return bool(start and start.latest < first_day(case.nation))


def _sounds_income_based(problem: BaseModel) -> bool:
    decision = getattr(problem, "decision", None)
    decided = decision.counts_from if decision else None
    is_of_then = bool(decided and decided.latest < OLDER_ALLOWANCE_UNTIL)
    return is_of_then or OLD_JOB_SITE in problem.model_dump_json().casefold()


@dataclass(frozen=True)
class Rule:
    """What makes facts look odd. `is_odd` is called with a problem of `applies_to` and today's date."""

    id: str
    applies_to: type | tuple[type, ...]
    fields: tuple[str, ...]
    is_odd: Callable[..., bool]


def _is_before(first: RoughDay | None, second: RoughDay | None) -> bool:
    return bool(first and second and first.latest < second.earliest)


def _days_in(told: BaseModel) -> Iterator[RoughDay]:
    """Yield every day in `told` that can only lie behind us."""
    for name, value in told:
        if name in MAY_LIE_AHEAD or (name == "done_since" and value.state != "done"):
            continue
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, RoughDay):
                yield each
            elif isinstance(each, BaseModel):
                yield from _days_in(each)


def _has_future_day(problem: BaseModel, today: date) -> bool:
    paid = getattr(getattr(problem, "decision", None), "payment_day", None)
    is_far_ahead = paid is not None and paid.earliest > today + STATEMENT_AHEAD
    return is_far_ahead or any(day.earliest > today for day in _days_in(problem))


def _rebooked_in_the_past(problem: FailureFacts, today: date) -> bool:
    day = problem.done_since.day
    return problem.done_since.state == "rebooked" and day is not None and day.latest < today


def _reason_on_another_day(problem: FailureFacts, _today: date) -> bool:
    happened = _day_of(problem)
    if happened is None or problem.failure.kind in OVER_TIME:
        return False
    return any(
        _is_before(reason.ended, happened) or _is_before(happened, reason.began) for reason in problem.reasons
    )


def _notice_but_none_seen(problem: AppliedSanction, _today: date) -> bool:
    decision = problem.decision
    return decision.notice == "none-seen" and bool(decision.dated or decision.notified)


def _none_and_more(problem: FailureFacts, _today: date) -> bool:
    return "none" in problem.groups and len(problem.groups) > 1


def _decision_before_failure(problem: AppliedSanction | FollowingUp, _today: date) -> bool:
    decided = problem.decision.dated or problem.decision.notified
    if isinstance(problem, AppliedSanction):
        return any(_is_before(decided, day) for day in (problem.failure.happened, problem.failure.their_day))
    return _is_before(decided, problem.decision.failure.happened)


def _told_otherwise(problem: AppealGrounds, _today: date) -> bool:
    return problem.tells_it_the_same == "no"


def _notified_before_dated(problem: AppliedSanction | FollowingUp, _today: date) -> bool:
    return _is_before(problem.decision.notified, problem.decision.dated)


def _told_after_failure_but_seen_before(problem: FailureFacts, _today: date) -> bool:
    told = problem.requirement.told_on
    return problem.requirement.seen == "before" and _is_before(problem.failure.happened, told)


def _day_of(problem: FailureFacts) -> RoughDay | None:
    """Return the day as the person remembers it, else as the office gives it."""
    return problem.failure.happened or problem.failure.their_day


def _never_told_but_knew(problem: FailureFacts, _today: date) -> bool:
    if not problem.has_side("not-told"):
        return False
    knew = problem.failure.kind == "late-for-appointment" or problem.requirement.seen == "before"
    told = problem.told_them
    told_before = told is not None and _is_before(told.day, _day_of(problem))
    return knew or told_before or any(reason.kind == "travel" for reason in problem.reasons)


def _did_it_but_stopped(problem: FailureFacts, _today: date) -> bool:
    if not problem.has_side("did-it") or problem.has_side("did-part"):
        return False
    was_stopped = any(reason.effect for reason in problem.reasons) and problem.failure.kind not in OVER_TIME
    return problem.has_side("had-reason") or was_stopped


def _no_access_but_rang(problem: FailureFacts, _today: date) -> bool:
    told = problem.told_them
    if not (told and told.day and told.day == _day_of(problem) and told.how in NEEDED_FOR):
        return False
    return any(
        reason.kind == "no-access" and (not reason.lacking or NEEDED_FOR[told.how] & set(reason.lacking))
        for reason in problem.reasons
    )


def _could_not_tell_but_told(problem: FailureFacts, _today: date) -> bool:
    told = problem.told_them
    if not (told and told.day and told.day == _day_of(problem)):
        return False
    return any(reason.could_tell == "no" for reason in problem.reasons)


def _died_afterwards(problem: FailureFacts, _today: date) -> bool:
    return any(_is_before(_day_of(problem), reason.died_on) for reason in problem.reasons)


def _had_it_in_writing_but_no_offer(problem: FailureFacts, _today: date) -> bool:
    job = problem.job
    return bool(job and job.was_offered == "no" and job.in_writing == "yes")


def _ill_but_elsewhere(problem: FailureFacts, _today: date) -> bool:
    kinds = {reason.kind for reason in problem.reasons}
    return "ill" in kinds and bool(kinds & ELSEWHERE)


def _set_out_twice(problem: FailureFacts, _today: date) -> bool:
    told = "\n".join((problem.account, *(reason.fact for reason in problem.reasons)))
    leaving = {_clock(found) for found in SET_OUT.finditer(told)}
    stated = (CLOCK.search(reason.left_at) for reason in problem.reasons)
    return bool(leaving) and any(found and _clock(found) not in leaving for found in stated)


def _clock(found: re.Match[str]) -> tuple[int, int]:
    """Return the hour of a clock with twelve hours, and the minute."""
    return int(found["hour"]) % 12, int(found["minute"])


def _own_day_differs(problem: FailureFacts, _today: date) -> bool:
    own, theirs = problem.failure.happened, problem.failure.their_day
    return bool(own and theirs and (own.latest < theirs.earliest or theirs.latest < own.earliest))


def _done_before_failure(problem: FailureFacts, _today: date) -> bool:
    if problem.done_since.state != "done" or problem.has_side("did-it"):
        return False
    return _is_before(problem.done_since.day, problem.failure.happened)


WITH_A_DECISION = (AppliedSanction, FollowingUp)
# No answer makes these right: the day itself has to be changed.
CANNOT_BE = frozenset({"future-day", "born-ahead", "before-the-benefit"})
RULES = (
    Rule(
        "future-day",
        BaseModel,
        ("failure", "decision", "requirement", "told_them", "done_since"),
        _has_future_day,
    ),
    Rule("rebooked-in-the-past", FailureFacts, ("done_since",), _rebooked_in_the_past),
    Rule("reason-on-another-day", FailureFacts, ("reasons", "failure"), _reason_on_another_day),
    Rule("notice-but-none-seen", AppliedSanction, ("decision",), _notice_but_none_seen),
    Rule("none-and-more", FailureFacts, ("groups",), _none_and_more),
    Rule("decision-before-failure", WITH_A_DECISION, ("decision", "failure"), _decision_before_failure),
    Rule("notified-before-dated", WITH_A_DECISION, ("decision",), _notified_before_dated),
    Rule("told-otherwise", AppealGrounds, ("grounds",), _told_otherwise),
    Rule("seen-before-sent", FailureFacts, ("requirement",), _told_after_failure_but_seen_before),
    Rule(
        "not-told-but-knew",
        FailureFacts,
        ("sides", "requirement", "reasons", "told_them"),
        _never_told_but_knew,
    ),
    Rule("did-it-but-stopped", FailureFacts, ("sides",), _did_it_but_stopped),
    Rule("no-access-but-rang", FailureFacts, ("reasons", "told_them"), _no_access_but_rang),
    Rule("could-not-tell-but-told", FailureFacts, ("reasons", "told_them"), _could_not_tell_but_told),
    Rule("died-afterwards", FailureFacts, ("reasons", "failure"), _died_afterwards),
    Rule("no-offer-in-writing", FailureFacts, ("job",), _had_it_in_writing_but_no_offer),
    Rule("ill-but-elsewhere", FailureFacts, ("reasons",), _ill_but_elsewhere),
    Rule("set-out-twice", FailureFacts, ("account", "reasons"), _set_out_twice),
    Rule("days-differ", FailureFacts, ("failure",), _own_day_differs),
    Rule("done-before-failure", FailureFacts, ("done_since", "failure"), _done_before_failure),
)
