"""It was done, wholly or in part, or it was not as the office says."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from challenge_letters.argument.grounds import arrival, handing_in, missed_call
from challenge_letters.argument.grounds.done_late import done_late, late_ground
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.same_event import day_of, days_named
from challenge_letters.argument.sentences import Ground
from challenge_letters.argument.typed import split
from challenge_letters.law.failure_traits import failures_with

# "On 29 October I uploaded it": never "I was told", "I got the message", "I could not".
DID = re.compile(
    r"(?:On [^,.!?]{3,30},? )?I (?!(?:was|am|got|had|have|saw|read|received|heard|knew|thought|could|can|did"
    r"|do|didn['’]t|couldn['’]t|forgot|tried|wanted|meant|missed)\b)\w+"
)
# What cannot be "done": there it was simply not so.
NOT_SO = failures_with("never-done")


def did_it(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that there was no failure, or only in part."""
    if not matter.challenge.has("did-it") or matter.kind == "work-search-hours":
        return None
    if matter.challenge.met:
        return _met(matter)
    found = handing_in.handed_in(matter) or arrival.was_there(matter) or missed_call.never_rang(matter)
    if found:
        return found
    late = done_late(matter)
    return late_ground(late, matter) if late else _as_said(matter)


def _as_said(matter: Matter) -> Ground | None:
    """Return the ground as the person's side has it: all of it was done, or a part, or it was not so."""
    is_whole, is_not_so = matter.facts.has_side("did-it"), matter.kind in NOT_SO
    name = (
        "not-so"
        if is_whole and is_not_so
        else "did-it"
        if is_whole
        else "partly-so"
        if is_not_so
        else "did-part"
    )
    words = matter.box("what_i_did")
    if not is_whole and not words and matter.challenge.has("good-reason"):
        # A part that nothing tells of would only concede the rest.
        return None
    if name == "not-so" and matter.kind == "not-available":
        name = "not-so-available"
    done_on = _done_on(matter) if name == "did-it" else None
    higher = "-higher" if matter.challenge.section == "higher" else ""
    rule = (matter.say(f"rule-only-a-failure{higher}", "sides"),) if is_whole else ()
    said = (
        (*rule, *words)
        if rule or words
        else (matter.say(f"said-{name.removesuffix('-available')}", "sides"),)
    )
    rank = 16 if is_whole else 34
    case = matter.say(f"case-{name}", "sides")
    if done_on:
        case = matter.say("case-did-it-on", "sides", "what_i_did", on_day=matter.on_day(done_on))
    return Ground("did-it", rank, matter.say(f"heading-{name}", "sides"), (said,), case)


def _done_on(matter: Matter) -> date | None:
    """Return the one day that they name in a sentence of what they did, if it is no later than the failure.

    A day in any other sentence may be that of the message: "I was told on 23 October".
    """
    dated = [each for each in split(matter.facts.what_i_did) if days_named(each)]
    named = set(days_named(matter.facts.what_i_did)) if all(map(DID.match, dated)) else set()
    failed = matter.failed_on
    if len(named) != 1 or failed is None:
        return None
    found = day_of(named.pop(), failed.latest)
    return found if found and found <= failed.latest else None


def _met(matter: Matter) -> Ground | None:
    """Return the ground that it was done by the last day that the message itself gives."""
    met = matter.challenge.met
    if met is None:
        return None
    name = "met-on-the-last-day" if met.is_on_the_last_day else "met-in-time"
    fields = ("requirement.last_day", "done_since.day")
    said = (
        matter.say("message-gives-last-day", "requirement.last_day", day=matter.day(met.last_day)),
        matter.say(name, *fields),
        *matter.box("what_i_did"),
    )
    return Ground(
        "did-it", 16, matter.say(f"heading-{name}", *fields), (said,), matter.say("case-met", *fields)
    )
