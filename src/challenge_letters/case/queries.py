"""Facts that do not seem to fit together. They are asked about, never refused and never resolved by us.

Each query names the answers it is about. The person may change one of them, or say that it is right: that is
what their letter says, or there is an explanation, which is then kept with the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from challenge_letters.case.admissions import unfit
from challenge_letters.case.case import Case
from challenge_letters.case.clock_times import times_in, times_of_setting_out
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.follow_ups import AppealGrounds, FollowingUp, RecordsLate, RegulatorComplaint
from challenge_letters.case.kept_out import said_all_the_same
from challenge_letters.case.problems import AlreadySent, AppliedSanction, Problem, ThreatenedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.two_failures import is_one_of_two
from challenge_letters.languages import worded
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.first_days import first_day
from challenge_letters.law.practice import span

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
OVER_TIME = failures_with("over-time")

# Days that can lie ahead: an illness may last on, an appointment be moved there, a payment and a reduction
# are told of before they come.
MAY_LIE_AHEAD = frozenset(
    {"ended", "moved_to", "payment_day", "reduced_from", "period_to", "offers", "done_on"}
)
# Full days that can only lie behind us. Any other may lie ahead, like the day by which an answer is due.
BEHIND_US = frozenset({"born", "first_asked_on"})
# A statement comes a few days before the payment it is about.
STATEMENT_AHEAD = span("statement-ahead")
# What a query that is not about one problem is filed under.
THE_CLAIMANT, THE_COMPLAINT, THE_BENEFIT = "claimant", "complaint", "benefit"
# In these years most people had the older, income-based allowance, and its own job site.
OLDER_ALLOWANCE_UNTIL = date(2018, 1, 1)
OLD_JOB_SITE = "universal jobmatch"

# Answers that do not fit together, by their place in the problem: "requirement.seen", "reasons.ill.began".
# None of them: nothing is odd.
Clash = tuple[str, ...]


@dataclass(frozen=True)
class Query:
    """A query about problem `problem`: its sentence, the part of the case to look at again, and the answers.

    `answers` names those that do not fit together, as a place in the problem ("requirement.seen"). A query
    about what was to stay out of the letter names the answer that says so, and the words that say it.
    """

    id: str
    problem: str
    fields: tuple[str, ...]
    answers: tuple[str, ...] = ()
    is_about_kept_out: bool = False

    @property
    def key(self) -> str:
        """What an answer to this query is filed under."""
        return f"{self.problem}:{self.id}"

    @property
    def sentence(self) -> str:
        return worded(f"queries.{self.id}")


def open_queries(case: Case, *, today: date) -> tuple[Query, ...]:
    """Return the queries of `case` that the person has not answered yet.

    What cannot be, such as a decision of tomorrow, stays open whatever the answer: the day has to change.
    """
    return still_open(queries(case, today=today), case)


def still_open(raised: Iterable[Query], case: Case) -> tuple[Query, ...]:
    """Return those of the queries `raised` of `case` that `open_queries` returns."""
    answered = {answer.query for answer in case.answered_queries}
    return tuple(query for query in raised if query.id in CANNOT_BE or query.key not in answered)


def queries(case: Case, *, today: date) -> tuple[Query, ...]:
    """Return every query that the facts of `case` raise on the day `today`."""
    about_problems = (query for problem in case.problems for query in _queries_of(problem, case, today))
    return (*about_problems, *_about_the_case(case, today))


def _queries_of(problem: Problem, case: Case, today: date) -> Iterator[Query]:
    for rule in RULES:
        if isinstance(problem, rule.applies_to) and (clash := rule.clash(problem, today)):
            yield Query(rule.id, problem.id, rule.fields, clash if isinstance(clash, tuple) else ())
    if isinstance(problem, AppliedSanction | ThreatenedSanction) and is_one_of_two(problem, case):
        yield Query(
            "words-speak-of-two", problem.id, ("failure",), ("failure.their_words", _place_of_day(problem))
        )
    if isinstance(problem, FailureFacts) and _is_of_another_age(problem, case):
        yield Query(
            "age-differs",
            problem.id,
            ("was_under_18", "date_of_birth"),
            ("was_under_18", "claimant.date_of_birth"),
        )
    if contrary := unfit(case, problem):
        yield Query("left-out-but-denied", problem.id, ("sides", "reasons"), (*contrary, "admissions"))
    for said in said_all_the_same(case, problem):
        yield Query(said.id, problem.id, (), (said.asked_in, *said.places), is_about_kept_out=True)


def _is_of_another_age(problem: FailureFacts, case: Case) -> bool:
    """Say whether the date of birth and the answer to "were you 16 or 17" cannot both be right."""
    born, day = case.claimant.date_of_birth, problem.failure.day
    if born is None or day is None or problem.was_under_18 == "not-known":
        return False
    ages = {_age(born, each) < GROWN for each in (day.earliest, day.latest)}
    return len(ages) == 1 and ages != {problem.was_under_18 == "yes"}


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _about_the_case(case: Case, today: date) -> Iterator[Query]:
    born = case.claimant.date_of_birth
    if born and born > today:
        yield Query("born-ahead", THE_CLAIMANT, ("date_of_birth",), ("claimant.date_of_birth",))
    if case.complaint and (ahead := _future_days(case.complaint, today)):
        yield Query("future-day", THE_COMPLAINT, ("complaint",), ahead)
    for problem in case.problems:
        if _is_before_the_benefit(problem, case):
            yield Query("before-the-benefit", problem.id, ("decision", "benefit"))
    if case.benefit == "new-style-jsa" and any(map(_sounds_income_based, case.problems)):
        yield Query("was-it-income-based", THE_BENEFIT, ("benefit",), ("benefit",))


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
    """What makes facts look odd. `clash` is called with a problem of `applies_to` and today's date.

    It returns the answers that do not fit together, or True where the fields as a whole are to be looked at.
    """

    id: str
    applies_to: type | tuple[type, ...]
    fields: tuple[str, ...]
    clash: Callable[..., Clash | bool]


def _is_before(first: RoughDay | None, second: RoughDay | None) -> bool:
    return bool(first and second and first.latest < second.earliest)


def future_days(told: BaseModel, today: date) -> tuple[tuple[str, RoughDay], ...]:
    """Return each day in `told` that lies ahead and cannot, with its place ("reasons.ill.began")."""
    paid = getattr(getattr(told, "decision", None), "payment_day", None)
    is_far_ahead = paid is not None and paid.earliest > today + STATEMENT_AHEAD
    far = (("decision.payment_day", paid),) if is_far_ahead else ()
    return (*far, *((place, day) for place, day in _days_in(told) if day.earliest > today))


def _days_in(told: BaseModel, below: str = "") -> Iterator[tuple[str, RoughDay]]:
    """Yield every day in `told` that can only lie behind us, with its place."""
    for name in _fields_with_days(type(told)):
        value = getattr(told, name)
        if name == "done_since" and value.state != "done":
            continue
        for number, one in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            each = _as_told(name, one)
            # There is one reason of each kind, and it is called by it.
            key = getattr(each, "kind", number) if name == "reasons" else number
            if not isinstance(each, RoughDay | BaseModel):
                continue
            place = ".".join(str(part) for part in (below, name, key) if part not in ("", None))
            if isinstance(each, RoughDay):
                yield place, each
            else:
                yield from _days_in(each, place)


@cache
def _fields_with_days(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of `kind` in which, or in a part of which, a day can stand that lies behind us."""
    fields = kind.model_fields.items()
    return tuple(
        name for name, info in fields if name not in MAY_LIE_AHEAD and _may_hold_days(info.annotation)
    )


def _may_hold_days(annotation: Any) -> bool:
    if inside := get_args(annotation):
        return any(map(_may_hold_days, inside))
    return isinstance(annotation, type) and issubclass(annotation, BaseModel | RoughDay | date)


def _as_told(name: str, told: Any) -> Any:
    """Return a full day that can only lie behind us as the rough days are told; anything else as it is."""
    return RoughDay.parse(told.isoformat()) if name in BEHIND_US and isinstance(told, date) else told


def _future_days(problem: BaseModel, today: date) -> Clash:
    return tuple(place for place, _ in future_days(problem, today))


def _rebooked_in_the_past(problem: FailureFacts, today: date) -> Clash:
    day = problem.done_since.day
    is_past = problem.done_since.state == "rebooked" and day is not None and day.latest < today
    return ("done_since.state", "done_since.day") if is_past else ()


def _reason_on_another_day(problem: FailureFacts, _today: date) -> Clash:
    happened = problem.failure.day
    if happened is None or problem.failure.kind in OVER_TIME:
        return ()
    for reason in problem.reasons:
        if _is_before(reason.ended, happened):
            return (f"reasons.{reason.kind}.ended", _place_of_day(problem))
        if _is_before(happened, reason.began):
            return (f"reasons.{reason.kind}.began", _place_of_day(problem))
    return ()


def _notice_but_none_seen(problem: AppliedSanction, _today: date) -> Clash:
    decision = problem.decision
    on_it = "dated" if decision.dated else "notified"
    is_odd = decision.notice == "none-seen" and (decision.dated or decision.notified)
    return ("decision.notice", f"decision.{on_it}") if is_odd else ()


def _none_and_more(problem: FailureFacts, _today: date) -> Clash:
    return ("groups",) if "none" in problem.groups and len(problem.groups) > 1 else ()


def _decision_before_failure(problem: AppliedSanction | FollowingUp, _today: date) -> Clash:
    on_it = "dated" if problem.decision.dated else "notified"
    failed = (
        {"failure.happened": problem.failure.happened, "failure.their_day": problem.failure.their_day}
        if isinstance(problem, AppliedSanction)
        else {"decision.failure.happened": problem.decision.failure.happened}
    )
    decided = getattr(problem.decision, on_it)
    later = next((place for place, day in failed.items() if _is_before(decided, day)), "")
    return (f"decision.{on_it}", later) if later else ()


def _told_otherwise(problem: AppealGrounds, _today: date) -> Clash:
    return ("tells_it_the_same",) if problem.tells_it_the_same == "no" else ()


def _notified_before_dated(problem: AppliedSanction | FollowingUp, _today: date) -> Clash:
    is_odd = _is_before(problem.decision.notified, problem.decision.dated)
    return ("decision.notified", "decision.dated") if is_odd else ()


def _told_after_failure_but_seen_before(problem: FailureFacts, _today: date) -> Clash:
    told = problem.requirement.told_on
    is_odd = problem.requirement.seen == "before" and _is_before(problem.failure.happened, told)
    return ("requirement.seen", "requirement.told_on") if is_odd else ()


def _no_place_but_a_time(problem: FailureFacts, _today: date) -> Clash:
    requirement = problem.requirement
    is_odd = requirement.gave_place_and_time == "no" and not requirement.lacked_place_and_time
    return ("requirement.gave_place_and_time", "requirement.words") if is_odd else ()


def _left_unsaid_but_said(problem: FailureFacts, _today: date) -> Clash:
    requirement = problem.requirement
    is_odd = requirement.left_unsaid != requirement.not_said
    return ("requirement.not_said", "requirement.words") if is_odd else ()


def _place_of_day(problem: FailureFacts) -> str:
    return "failure.happened" if problem.failure.happened else "failure.their_day"


def _never_told_but_knew(problem: FailureFacts, _today: date) -> Clash:
    if not problem.has_side("not-told") or _was_told_too_little(problem):
        return ()
    told = problem.told_them
    knew = {
        "failure.kind": problem.failure.kind == "late-for-appointment",
        "requirement.seen": problem.requirement.seen == "before",
        "told_them.day": told is not None and _is_before(told.day, problem.failure.day),
        "reasons.travel": any(reason.kind == "travel" for reason in problem.reasons),
    }
    place = next((place for place, is_so in knew.items() if is_so), "")
    return ("sides", place) if place else ()


def _was_told_too_little(problem: FailureFacts) -> bool:
    """Whether what was told came shortly before, or gave no hour for a call, or another one."""
    return problem.requirement.notice_minutes is not None or bool(problem.hour_not_given)


def _did_it_but_stopped(problem: FailureFacts, _today: date) -> Clash:
    if not problem.has_side("did-it") or problem.has_side("did-part"):
        return ()
    if problem.has_side("had-reason"):
        return ("sides",)
    if problem.failure.kind in OVER_TIME:
        return ()
    stopped = next((reason.kind for reason in problem.reasons if reason.effect), "")
    return ("sides", f"reasons.{stopped}.effect") if stopped else ()


def _no_access_but_rang(problem: FailureFacts, _today: date) -> Clash:
    told = problem.told_them
    if not (told and told.day and told.day == problem.failure.day and told.how in NEEDED_FOR):
        return ()
    lacked = (reason for reason in problem.reasons if reason.kind == "no-access")
    is_odd = any(not reason.lacking or NEEDED_FOR[told.how] & set(reason.lacking) for reason in lacked)
    return ("reasons.no-access.lacking", "told_them.how") if is_odd else ()


def _could_not_tell_but_told(problem: FailureFacts, _today: date) -> Clash:
    told = problem.told_them
    if not (told and told.day and told.day == problem.failure.day):
        return ()
    kind = next((reason.kind for reason in problem.reasons if reason.could_tell == "no"), "")
    return (f"reasons.{kind}.could_tell", "told_them.day") if kind else ()


def _died_afterwards(problem: FailureFacts, _today: date) -> Clash:
    later = (reason.kind for reason in problem.reasons if _is_before(problem.failure.day, reason.died_on))
    kind = next(later, "")
    return (f"reasons.{kind}.died_on", _place_of_day(problem)) if kind else ()


def _had_it_in_writing_but_no_offer(problem: FailureFacts, _today: date) -> Clash:
    job = problem.job
    is_odd = job and job.was_offered == "no" and job.in_writing == "yes"
    return ("job.was_offered", "job.in_writing") if is_odd else ()


def _ill_but_elsewhere(problem: FailureFacts, _today: date) -> Clash:
    kinds = [reason.kind for reason in problem.reasons]
    elsewhere = next((kind for kind in kinds if kind in ELSEWHERE), "")
    return ("reasons.ill", f"reasons.{elsewhere}") if "ill" in kinds and elsewhere else ()


def _set_out_twice(problem: FailureFacts, _today: date) -> Clash:
    told = {"account": problem.account} | {
        f"reasons.{reason.kind}.fact": reason.fact for reason in problem.reasons
    }
    leaving = {place: set(times) for place, words in told.items() if (times := times_of_setting_out(words))}
    for reason in problem.reasons:
        stated = times_in(reason.left_at)
        if stated and leaving and not any(stated[0] in times for times in leaving.values()):
            return (next(iter(leaving)), f"reasons.{reason.kind}.left_at")
    return ()


def _own_day_differs(problem: FailureFacts, _today: date) -> Clash:
    own, theirs = problem.failure.happened, problem.failure.their_day
    is_odd = own and theirs and (own.latest < theirs.earliest or theirs.latest < own.earliest)
    return ("failure.happened", "failure.their_day") if is_odd else ()


def _done_before_failure(problem: FailureFacts, _today: date) -> Clash:
    if problem.done_since.state != "done" or problem.has_side("did-it"):
        return ()
    is_odd = _is_before(problem.done_since.day, problem.failure.happened)
    return ("done_since.day", "failure.happened") if is_odd else ()


# What comes after something else in a follow-up: the day of the one is never before that of the other.
ONE_AFTER_THE_OTHER: Mapping[type, tuple[tuple[str, str], ...]] = {
    AlreadySent: (("sent_on", "received_on"), ("sent_on", "answer_dated")),
    RecordsLate: (("sent_on", "received_on"), ("sent_on", "replied_on")),
    AppealGrounds: (("asked_on", "notice_dated"),),
    RegulatorComplaint: (("asked_on", "complained_on"), ("complained_on", "answered_on")),
}


def _answered_before_asked(problem: BaseModel, _today: date) -> Clash:
    pairs = ONE_AFTER_THE_OTHER[type(problem)]
    odd = (pair for pair in pairs if _is_before(getattr(problem, pair[1]), getattr(problem, pair[0])))
    return next(odd, ())


WITH_A_DECISION = (AppliedSanction, FollowingUp)
# No answer makes these right: the day itself has to be changed.
CANNOT_BE = frozenset({"future-day", "born-ahead", "before-the-benefit", "left-out-but-denied"})
RULES = (
    Rule(
        "future-day",
        BaseModel,
        ("failure", "decision", "requirement", "told_them", "done_since"),
        _future_days,
    ),
    Rule("rebooked-in-the-past", FailureFacts, ("done_since",), _rebooked_in_the_past),
    Rule("reason-on-another-day", FailureFacts, ("reasons", "failure"), _reason_on_another_day),
    Rule("notice-but-none-seen", AppliedSanction, ("decision",), _notice_but_none_seen),
    Rule("none-and-more", FailureFacts, ("groups",), _none_and_more),
    Rule("decision-before-failure", WITH_A_DECISION, ("decision", "failure"), _decision_before_failure),
    Rule("notified-before-dated", WITH_A_DECISION, ("decision",), _notified_before_dated),
    Rule("answered-before-asked", tuple(ONE_AFTER_THE_OTHER), ("sent",), _answered_before_asked),
    Rule("told-otherwise", AppealGrounds, ("grounds",), _told_otherwise),
    Rule("seen-before-sent", FailureFacts, ("requirement",), _told_after_failure_but_seen_before),
    Rule("no-place-but-a-time", FailureFacts, ("requirement",), _no_place_but_a_time),
    Rule("left-unsaid-but-said", FailureFacts, ("requirement",), _left_unsaid_but_said),
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
