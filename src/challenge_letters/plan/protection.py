"""What could be asked of somebody at all in their situation, and what that ends or lowers.

Everything here comes from one table, `groups.yaml`, by benefit and nation; a letter says nothing of a group
that the benefit does not have.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts, Group
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import NEW_STYLE_JSA
from challenge_letters.law.groups import GROUPS, Standing, has_groups, most_protected, standings
from challenge_letters.law.levels import level_where, requirement_of, section_of
from challenge_letters.plan.outcome import Bar, Challengeable, Protection

LIMITED: frozenset[Group] = frozenset({"limited-capability", "limited-capability-work-activity"})
CHILDREN: frozenset[Group] = frozenset({"child-under-1", "child-1", "child-2", "child-3-12"})
# Universal Credit Regulations 2013 reg 88; JSA Regulations 2013 reg 9: the hours of work search must fit with
# these, and with every child where the benefit spares nobody the search.
FEWER_HOURS: frozenset[Group] = frozenset({"child-3-12", "carer"})
# What a letter about a benefit without groups may say of the person: never that they could not work.
SAID_WITHOUT_GROUPS = CHILDREN | {"carer", "self-employed"}
JOB_SEARCH = frozenset({"work-search-hours", "not-available", "particular-vacancy", "employer-interview"})
FREED_BY_EARNINGS = "earning-enough"


def protection_of(problem: Challengeable, case: Case) -> Protection:
    """Return what a letter about `problem` may argue from the person's situation.

    Sources: Welfare Reform Act 2012 ss.19 to 22, 26(2) and (3); `groups.yaml` with their twins.
    """
    standing = _standing(set(groups_on_the_day(problem)) - _freed(problem), case)
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
    )


def groups_on_the_day(problem: FailureFacts) -> tuple[Group, ...]:
    """Return the groups the person was in on the day of the failure, as far as the days that are told say.

    A group that began only later is left out; one told as a change that took effect by that day is in.
    """
    failed = problem.failure.happened or problem.failure.their_day
    ticked = [group for group in problem.groups if not _began_later(group, problem.limited_since, failed)]
    return tuple(dict.fromkeys([*ticked, *_changed_by(problem, failed)]))


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


def _freed(problem: FailureFacts) -> frozenset[str]:
    """Return the group that protects from no loss of work: earnings, which end with it (section 26(3))."""
    return frozenset({FREED_BY_EARNINGS} if requirement_of(problem.failure.kind) == "keep-work" else ())


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
    if standing is None or standing.asked != "interviews" or case.rules_of == NEW_STYLE_JSA:
        return False
    return requirement_of(problem.failure.kind) == "interview"


def _ended_on(problem: FailureFacts, now: Standing | None) -> date | None:
    """Return the last open-ended day where nothing may be asked any more since a day that is known.

    Source: Universal Credit Regulations 2013 reg 104(2)(a)(ii), and its twins.
    """
    if not isinstance(problem, AppliedSanction) or problem.decision.is_open_ended != "yes":
        return None
    failed = problem.failure.happened or problem.failure.their_day
    since = problem.changed.since if problem.changed and problem.changed.groups else problem.limited_since
    if now is None or now.asked != "nothing" or now.depends or since is None or not since.is_exact:
        return None
    is_later = failed is None or since.earliest > failed.latest
    return since.earliest - timedelta(days=1) if is_later else None
