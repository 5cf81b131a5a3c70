"""What has changed since: a group that lowers or ends the reduction, and work that may end it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence

NIL = "limited-capability-work-activity"
LOWER = frozenset({"child-under-1", "late-pregnancy", "child-1"})


def changed(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground about the rate: a nil rate takes no weighing, and so comes first."""
    found = matter.sanction.changed if matter.sanction else None
    if found is None or not set(found.groups) - {"none", "not-known"}:
        return None
    is_nil = NIL in found.groups and matter.has_law("rate-lower")
    said = (*_groups(matter), *_rate(matter), *_end(matter))
    heading = matter.say("heading-nil" if is_nil else "heading-changed", "changed.groups")
    clause = matter.say("case-nil", "changed.groups") if is_nil else None
    return Ground("changed", 6 if is_nil else 92, heading, (said,), clause)


def _groups(matter: Matter) -> Iterator[Sentence]:
    found = matter.sanction.changed if matter.sanction else None
    for group in found.groups if found else ():
        if group in ("none", "not-known"):
            continue
        what = Sentence(f"changed-{group}", {}, (matter.answer("changed.groups"),))
        if found and found.since:
            yield matter.say("since-then", "changed.since", day=matter.day(found.since), group=what)
        else:
            yield matter.say("since-no-day", "changed.groups", group=what)


def _rate(matter: Matter) -> Iterator[Sentence]:
    groups = matter.sanction.changed.groups if matter.sanction and matter.sanction.changed else ()
    if not matter.has_law("rate-lower"):
        return
    if NIL in groups:
        yield matter.say("rate-nil", "changed.groups")
    elif LOWER & set(groups):
        yield matter.say("rate-lower", "changed.groups")


def _end(matter: Matter) -> Iterator[Sentence]:
    groups = matter.sanction.changed.groups if matter.sanction and matter.sanction.changed else ()
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    is_low = matter.challenge.expected_level != "lowest"
    if is_open and is_low and groups != ("child-1",) and matter.has_law("group-ends-days"):
        yield matter.say("group-ends-days", "changed.groups")


def back_in_work(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the reduction may have to end because of work."""
    sanction = matter.sanction
    if sanction is None or sanction.is_back_in_work != "yes":
        return None
    since = sanction.back_in_work_since
    fact = (
        matter.say("in-work-since", "back_in_work_since", day=matter.day(since))
        if since
        else matter.say("in-work", "is_back_in_work")
    )
    return Ground(
        "back-in-work",
        94,
        matter.say("heading-back-in-work", "is_back_in_work"),
        ((fact, matter.say("rule-back-in-work")),),
    )
