"""What has changed since: a group that lowers or ends the reduction, and work that may end it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.grounds import birth
from challenge_letters.argument.grounds.not_required import at_the_time
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.benefits import has
from challenge_letters.law.rates import reduced_percent
from challenge_letters.plan.outcome import WorkSince

# Behind every ground that nothing, or not this, could be required.
AFTER_WHAT_WAS_REQUIRED = 15


def changed(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground about the rate and the last day: a nil rate takes no weighing, and so comes first."""
    sanction, protection = matter.sanction, matter.challenge.protection
    if sanction is None or not (_changed_groups(matter) or protection.rate != "full"):
        return None
    is_nil = protection.rate == "nil" and matter.has_law("rate-nil")
    groups = tuple(_groups(matter, before))
    said = (*groups, *_rate(matter, is_named=bool(groups)), *_end(matter))
    if not said:
        return None
    name = "nil" if is_nil else "changed" if _changed_groups(matter) or protection.began_later else "rate"
    clause = matter.say("case-nil", "changed.groups") if is_nil else None
    percent = {"percent": reduced_percent()} if name == "rate" else {}
    heading = matter.say(f"heading-{name}", "changed.groups", **percent)
    return Ground("changed", _rank(matter, is_nil=is_nil), heading, (said,), clause)


def _rank(matter: Matter, *, is_nil: bool) -> int:
    """Return the place of the ground: that nothing could be required comes before the nil rate."""
    if not is_nil:
        return 92
    return AFTER_WHAT_WAS_REQUIRED if matter.challenge.protection.is_certain else 6


def _changed_groups(matter: Matter) -> tuple[str, ...]:
    found = matter.sanction.changed if matter.sanction else None
    return tuple(group for group in (found.groups if found else ()) if group not in ("none", "not-known"))


def _groups(matter: Matter, before: Collection[str]) -> Iterator[Sentence]:
    protection, changed_since = matter.challenge.protection, matter.sanction and matter.sanction.changed
    for group in _changed_groups(matter):
        what = Sentence(f"changed-{group}", {}, (matter.answer("changed.groups"),))
        if changed_since and changed_since.since:
            yield matter.say("since-then", "changed.since", day=matter.day(changed_since.since), group=what)
        else:
            yield matter.say("since-no-day", "changed.groups", group=what)
    if not _changed_groups(matter) and protection.began_later and protection.since:
        what = Sentence(f"changed-{protection.group_now}", {}, (matter.answer("groups"),))
        yield matter.say("since-then", "limited_since", day=matter.day(protection.since), group=what)
    elif not _changed_groups(matter) and not matter.challenge.has("not-required") and "lowest" not in before:
        yield from at_the_time(matter)


def _rate(matter: Matter, *, is_named: bool) -> Iterator[Sentence]:
    """Yield the daily rate; `is_named`: a sentence before it says what is so."""
    protection, period = matter.challenge.protection, "" if _is_by_the_month(matter) else "-week"
    if protection.rate == "nil" and matter.has_law("rate-nil"):
        yield matter.say(f"rate-nil{period}", "changed.groups")
        if protection.began_later and matter.has_law("no-requirements"):
            yield matter.say("check-earlier-day", "changed.groups")
    elif protection.rate == "reduced" and matter.has_law("rate-lower"):
        yield from _rate_after_a_birth(matter) or _rate_lower(matter, is_named=is_named)


def _rate_after_a_birth(matter: Matter) -> tuple[Sentence, ...]:
    """Return until when the lower rate holds after a birth, where its day decides it."""
    near = birth.birth_of(matter) if _is_by_the_month(matter) and not _changed_groups(matter) else None
    last = birth.last_day_of(near, matter) if near else None
    if last is None:
        return ()
    slots = {"day": matter.day(last), "percent": reduced_percent()}
    return (matter.say("rate-lower-until", "birth.born", **slots),)


def _rate_lower(matter: Matter, *, is_named: bool) -> Iterator[Sentence]:
    period, percent = "" if _is_by_the_month(matter) else "-week", reduced_percent()
    if is_named:
        yield matter.say(f"rate-lower{period}", "changed.groups", percent=percent)
        return
    group = matter.say(f"while-{matter.challenge.protection.group_now}", "groups")
    yield matter.say(f"rate-lower{period}-while", "groups", percent=percent, group=group)


def _is_by_the_month(matter: Matter) -> bool:
    return has(matter.case.rules_of, "assessment-periods")


def _end(matter: Matter) -> Iterator[Sentence]:
    protection = matter.challenge.protection
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    is_low = matter.challenge.expected_level != "lowest"
    if is_open and is_low and not protection.is_free_now and _is_never_open(matter):
        yield matter.say("never-open-days", "birth.due", "birth.born")
    if not (is_open and is_low and protection.is_free_now and matter.has_law("group-ends-days")):
        return
    if protection.ended_on:
        yield matter.say("group-ended-days-on", "changed.since", day=matter.day(protection.ended_on))
    else:
        yield matter.say("group-ends-days", "changed.groups")


def _is_never_open(matter: Matter) -> bool:
    """Whether the weeks around a birth, argued of that day, still hold: no open-ended day could begin."""
    return birth.is_free_now(matter) and matter.has_law("group-ends-days")


def back_in_work(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that work since ends the reduction, or may: it needs no reason for being late."""
    work = matter.challenge.work
    if work is None or matter.sanction is None:
        return None
    said = (
        *_in_work(matter.sanction, matter),
        *_long_enough(work, matter),
        *matter.box("back_in_work_words"),
    )
    if work.reached_on is None:
        return Ground("back-in-work", 94, matter.say("heading-back-in-work", "is_back_in_work"), (said,))
    fields = ("is_back_in_work", "back_in_work_since", "back_in_work_until")
    heading = matter.say("heading-work-ends-it", *fields)
    clause = matter.say("case-work-ends-it", *fields, needed=work.needed)
    return Ground("back-in-work", 50, heading, (said,), clause)


def _in_work(sanction: AppliedSanction, matter: Matter) -> Iterator[Sentence]:
    since, until = sanction.back_in_work_since, sanction.back_in_work_until
    if since and until:
        days = {"day": matter.day(since), "until": matter.day(until)}
        yield matter.say("in-work-from-to", "back_in_work_since", "back_in_work_until", **days)
    elif since:
        yield matter.say("in-work-since", "back_in_work_since", day=matter.day(since))
    else:
        yield matter.say("in-work", "is_back_in_work")
    if sanction.back_in_work_pay:
        every = sanction.back_in_work_pay_every
        name = "pay" if every == "not-known" else f"pay-a-{every}"
        yield matter.say(name, "back_in_work_pay", pounds=f"£{sanction.back_in_work_pay}")


def _long_enough(work: WorkSince, matter: Matter) -> Iterator[Sentence]:
    yield matter.say("rule-back-in-work", needed=work.needed)
    if work.reached_on:
        day = matter.day(work.reached_on)
        yield matter.say("work-long-enough", "back_in_work_since", needed=work.needed, day=day)
    if matter.challenge.stage != "in-time":
        yield matter.say("work-needs-no-reason", "is_back_in_work")
