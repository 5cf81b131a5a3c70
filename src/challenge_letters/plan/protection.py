"""What could be asked of somebody at all in their situation, and what that ends or lowers.

Everything here comes from one table, `groups.yaml`, by benefit and nation; a letter says nothing of a group
that the benefit does not have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts, Group
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import has
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.groups import GROUPS, Standing, has_groups, most_protected, standings
from challenge_letters.law.levels import level_where, requirement_of, section_of
from challenge_letters.law.search_limits import is_near_a_birth
from challenge_letters.plan.before_claim import day_of_the_award, is_before_the_claim
from challenge_letters.plan.outcome import Bar, Challengeable, Protection

LIMITED: frozenset[Group] = frozenset({"limited-capability", "limited-capability-work-activity"})
CHILDREN: frozenset[Group] = frozenset({"child-under-1", "child-1", "child-2", "child-3-12"})
# Universal Credit Regulations 2013 reg 88; JSA Regulations 2013 reg 9: the hours of work search must fit with
# these, and with every child where the benefit spares nobody the search.
FEWER_HOURS: frozenset[Group] = frozenset({"child-3-12", "carer"})
# What a letter about a benefit without groups may say of the person: never that they could not work.
SAID_WITHOUT_GROUPS = CHILDREN | {"carer", "self-employed"}
JOB_SEARCH = failures_with("job-search")
FREED_BY_EARNINGS = "earning-enough"


def protection_of(problem: Challengeable, case: Case) -> Protection:
    """Return what a letter about `problem` may argue from the person's situation.

    Sources: Welfare Reform Act 2012 ss.19 to 22, 26(2) and (3); `groups.yaml` with their twins.
    """
    counted = set(groups_on_the_day(problem)) - _freed(problem, case)
    standing = _made_certain(_standing(counted, case), problem)
    now = _standing(groups_now(problem), case)
    bar = _bar(problem, standing, case) if standing else ""
    return Protection(
        said=groups_said(problem, case),
        since=limited_since(problem),
        group=standing.group if standing else "",
        asked=standing.asked if standing else "everything",
        depends=standing.depends if standing else False,
        bar=bar,
        fits_hours=not bar and has_fewer_hours(problem, case),
        has_no_fixed_days=_has_no_fixed_days(problem, standing, case),
        rate=now.rate if now else "full",
        group_now=now.group if now else "",
        began_later=bool(now and now.group not in groups_on_the_day(problem)),
        ended_on=_ended_on(problem, now),
        is_free_now=is_free_now(problem, case),
        is_at_the_award=counts_at_the_award(problem),
    )


def groups_on_the_day(problem: FailureFacts) -> tuple[Group, ...]:
    """Return the groups the person was in on the day that counts, as far as the days that are told say.

    That is the day of the failure; of a failure before the claim it is the day of the award. A group that
    began only later is left out; one told as a change that took effect by that day is in.
    """
    day = _day_that_counts(problem)
    ticked = [group for group in problem.groups if not _began_later(group, problem.limited_since, day)]
    return tuple(dict.fromkeys([*ticked, *_changed_by(problem, day)]))


def groups_now(problem: FailureFacts) -> tuple[Group, ...]:
    """Return the groups the person was in on that day or has come into since."""
    changed = problem.changed if isinstance(problem, AppliedSanction) else None
    return tuple(dict.fromkeys([*problem.groups, *(changed.groups if changed else ())]))


def limited_since(problem: FailureFacts) -> RoughDay | None:
    """Return since when nothing may be asked because of limited capability, as it was told."""
    changed = problem.changed if isinstance(problem, AppliedSanction) else None
    if changed and "limited-capability-work-activity" in changed.groups and changed.since:
        return changed.since
    return problem.limited_since


def groups_said(problem: FailureFacts, case: Case) -> tuple[Group, ...]:
    """Return the groups that a letter may name: those the benefit has.

    Where it has none, not that the person had limited capability for work: not having it is a condition of
    the benefit (Jobseekers Act 1995 s.1(2)(f)). A fit note is said there where it lifts the job search.
    """
    told = [group for group in groups_on_the_day(problem) if group not in ("none", "not-known")]
    if has_groups(case.rules_of, case.nation):
        return tuple(told)
    is_search = problem.failure.kind in JOB_SEARCH
    return tuple(each for each in told if each in SAID_WITHOUT_GROUPS or (each == "fit-note" and is_search))


def unsaid_groups(problem: FailureFacts, case: Case) -> tuple[Group, ...]:
    """Return the groups that were told and that no letter about this benefit may name."""
    if has_groups(case.rules_of, case.nation):
        return ()
    return tuple(
        group
        for group in groups_now(problem)
        if group not in SAID_WITHOUT_GROUPS | {"none", "not-known", "fit-note"}
    )


def for_one_alone(problem: FailureFacts, case: Case) -> tuple[str, ...]:
    """Return the groups told that count in this benefit only for somebody without a partner."""
    known = standings(case.rules_of, case.nation)
    return tuple(group for group in groups_now(problem) if group in known and known[group].is_for_one_alone)


def has_fewer_hours(problem: FailureFacts, case: Case) -> bool:
    """Whether the hours of work search must fit with a child or with caring."""
    if problem.failure.kind != "work-search-hours":
        return False
    fitting = FEWER_HOURS if has_groups(case.rules_of, case.nation) else FEWER_HOURS | CHILDREN
    return bool(fitting & set(problem.groups))


def is_free_now(problem: FailureFacts, case: Case) -> bool:
    """Whether nothing may be asked of the person now, so that doing it is no way to end a reduction.

    Limited capability lasts until it is decided anew; of the other groups only what is told as true now.
    """
    changed = problem.changed if isinstance(problem, AppliedSanction) else None
    lasting = {"limited-capability-work-activity"} & set(groups_now(problem))
    standing = _standing([*lasting, *(changed.groups if changed else ())], case)
    return standing is not None and standing.asked == "nothing" and not standing.depends


def is_free_on(problem: Challengeable, case: Case, on: date) -> bool:
    """Whether nothing may be asked of the person on the day `on`: as things are now, or so near a birth.

    The days of a birth say it only where they surely put both the day that counts and `on` into its weeks.
    """
    return is_free_now(problem, case) or _is_surely_near_a_birth(problem, case, on)


def is_no_search_asked(problem: Challengeable, case: Case) -> bool:
    """Whether no search for work can be asked of the person, by the benefit or by what was told of them."""
    if not has(case.rules_of, "work-search"):
        return True
    found = protection_of(problem, case)
    return found.asked != "everything" and not found.depends


def _is_surely_near_a_birth(problem: Challengeable, case: Case, on: date) -> bool:
    failed, birth = _day_that_counts(problem), problem.birth
    if birth is None or failed is None or protection_of(problem, case).group != "late-pregnancy":
        return False
    return all(
        is_near_a_birth(day, due=birth.due, born=birth.born, benefit=case.rules_of)
        for day in (failed.earliest, failed.latest, on)
    )


def counts_at_the_award(problem: FailureFacts) -> bool:
    """Whether what can be asked of the person counts on the day of the award: section 26(4)."""
    return is_before_the_claim(problem)


def _day_that_counts(problem: FailureFacts) -> RoughDay | None:
    if counts_at_the_award(problem):
        return day_of_the_award(problem)
    return problem.failure.day


def _freed(problem: FailureFacts, case: Case) -> frozenset[str]:
    """Return the groups that protect from nothing here.

    Earnings do not from a loss of work, which ends them (section 26(3)), unless it lay before the claim.
    Caring does not where it is for less than 35 hours a week, or for nobody who counts as severely disabled
    (section 19(2)(b); Universal Credit Regulations 2013 reg 89(1)(b) and (2)). Nor does it where a number of
    hours is claimed and the one or the other is not known: one argument would take the ground from under the
    other.
    """
    is_loss = requirement_of(problem.failure.kind) == "keep-work" and not counts_at_the_award(problem)
    earners = frozenset({FREED_BY_EARNINGS} if is_loss else ())
    carers = frozenset({"carer"} if _cares_for_less(problem) else ())
    return earners | carers | frozenset({"late-pregnancy"} if _is_too_far_from_a_birth(problem, case) else ())


def _is_too_far_from_a_birth(problem: FailureFacts, case: Case) -> bool:
    """Whether the days that are told say that the birth was not near enough (regulation 89(1)(c))."""
    failed, birth = _day_that_counts(problem), problem.birth
    if birth is None or failed is None:
        return False
    near = [
        is_near_a_birth(day, due=birth.due, born=birth.born, benefit=case.rules_of)
        for day in (failed.earliest, failed.latest)
    ]
    return all(each is False for each in near)


def _cares_for_less(problem: FailureFacts) -> bool:
    if problem.cares_35_hours == "no" or problem.cared_for_gets == "none":
        return True
    claims_hours = problem.search_week is not None and problem.search_week.fewer_hours is not None
    return claims_hours and not problem.cares_substantially


def _made_certain(standing: Standing | None, problem: FailureFacts) -> Standing | None:
    """Return the standing of a carer without its condition where the facts that meet it are told."""
    is_carer = standing is not None and standing.group == "carer" and problem.cares_substantially
    return replace(standing, depends=False) if standing and is_carer else standing


def _standing(groups: Iterable[str], case: Case) -> Standing | None:
    known = [group for group in groups if group in GROUPS]
    return most_protected(known, benefit=case.rules_of, nation=case.nation)


def _changed_by(problem: FailureFacts, failed: RoughDay | None) -> tuple[Group, ...]:
    changed = problem.changed if isinstance(problem, AppliedSanction) else None
    if changed is None or changed.since is None or failed is None:
        return ()
    return changed.groups if changed.since.latest <= failed.earliest else ()


def _began_later(group: Group, since: RoughDay | None, failed: RoughDay | None) -> bool:
    return group in LIMITED and bool(since and failed and since.earliest > failed.latest)


def _bar(problem: FailureFacts, standing: Standing, case: Case) -> Bar:
    """Return why what is said not to have been done could not be sanctioned, "" if it could."""
    kind = problem.failure.kind
    if standing.asked == "everything":
        return ""
    if section_of(kind, case.rules_of) == "higher":
        return "section"
    if standing.depends:
        return ""
    return _bar_of_kind(kind, standing)


def _bar_of_kind(kind: str, standing: Standing) -> Bar:
    requirement = requirement_of(kind)
    if standing.asked == "nothing" or level_where(standing.asked, requirement) == "none":
        return "required"
    if standing.asked == "interviews" and requirement == "connected":
        return "evidence"
    return "search-task" if standing.asked == "preparation" and kind == "specific-task" else ""


def _has_no_fixed_days(problem: FailureFacts, standing: Standing | None, case: Case) -> bool:
    """Whether the lowest level applies: interviews only, and an interview was missed (regulation 105)."""
    if standing is None or standing.asked != "interviews" or not has(case.rules_of, "lowest-level"):
        return False
    return requirement_of(problem.failure.kind) == "interview"


def _ended_on(problem: FailureFacts, now: Standing | None) -> date | None:
    """Return the last open-ended day where nothing may be asked any more since a day that is known.

    Source: Universal Credit Regulations 2013 reg 104(2)(a)(ii), and its twins.
    """
    if not isinstance(problem, AppliedSanction) or problem.decision.is_open_ended != "yes":
        return None
    failed = problem.failure.day
    since = problem.changed.since if problem.changed and problem.changed.groups else problem.limited_since
    if now is None or now.asked != "nothing" or now.depends or since is None or not since.is_exact:
        return None
    is_later = failed is None or since.earliest > failed.latest
    return since.earliest - timedelta(days=1) if is_later else None
