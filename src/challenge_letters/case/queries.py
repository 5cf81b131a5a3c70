"""Facts that do not seem to fit together. They are asked about, never refused and never resolved by us.

Each query names the answers it is about. The person may change one of them, or say that it is right: that is
what their letter says, or there is an explanation, which is then kept with the case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import AppealGrounds, FollowingUp
from challenge_letters.case.messages import catalogue
from challenge_letters.case.problems import AccountDemand, AppliedSanction, Problem, ThreatenedSanction
from challenge_letters.case.rough_days import RoughDay

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
    """Return the queries of `case` that the person has not answered yet."""
    answered = {answer.query for answer in case.answered_queries}
    return tuple(query for query in queries(case, today=today) if query.key not in answered)


def queries(case: Case, *, today: date) -> tuple[Query, ...]:
    """Return every query that the facts of `case` raise on the day `today`."""
    return tuple(query for problem in case.problems for query in _queries_of(problem, case, today))


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


@dataclass(frozen=True)
class Rule:
    """What makes facts look odd. `is_odd` is called with a problem of `applies_to` and today's date."""

    id: str
    applies_to: type | tuple[type, ...]
    fields: tuple[str, ...]
    is_odd: Callable[..., bool]


def _is_before(first: RoughDay | None, second: RoughDay | None) -> bool:
    return bool(first and second and first.latest < second.earliest)


def _days_in(problem: object) -> Iterator[RoughDay]:
    if isinstance(problem, FailureFacts):
        done = problem.done_since.day if problem.done_since.state == "done" else None
        told = problem.told_them.day if problem.told_them else None
        yield from filter(None, (problem.failure.happened, problem.requirement.told_on, told, done))
        for reason in problem.reasons:
            yield from filter(None, (reason.began, reason.died_on, reason.told_on, reason.put_right_on))
    if isinstance(problem, AppliedSanction):
        yield from filter(None, (problem.decision.dated, problem.decision.notified))
    if isinstance(problem, AccountDemand):
        yield from filter(None, (problem.asked_on,))
    if isinstance(problem, FollowingUp):
        named = problem.decision
        yield from filter(None, (named.dated, named.notified, named.failure.happened))


def _has_future_day(problem: object, today: date) -> bool:
    return any(day.earliest > today for day in _days_in(problem))


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
    failure = problem.failure if isinstance(problem, AppliedSanction) else problem.decision.failure
    return _is_before(decided, failure.happened)


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
RULES = (
    Rule(
        "future-day",
        (ThreatenedSanction, AppliedSanction, AccountDemand, FollowingUp),
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
