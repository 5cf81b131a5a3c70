"""What a reason came to in this very case: its name, what it kept the person from, and at which hour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument import placements
from challenge_letters.argument.grounds import arrival, told_in_time
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.reason_names import known
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.clock_times import is_within_hours, minutes_after, times_in
from challenge_letters.case.failure import AT_AN_HOUR, Reason
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.plan.grounds import MISTAKEN, arrival_of, mistake_of

CALL = "missed-call"
# Who did such a thing, or a part of it, came: whoever was late for one was not kept from it.
KEPT_OR_NOT = AT_AN_HOUR - failures_with("never-done")
# What is said of a reason without a name: its kind alone.
CAUSES = frozenset({"ill", "mental-health", "caring", "bereavement", "travel"})
CAUSES_BY_PLACE = frozenset({"hospital", "hospital-with-somebody", "court"})
CAUSES_BY_LACK = frozenset({"phone", "internet", "device"})
# What was then true of somebody who could not keep it.
STATES = frozenset({"ill", "mental-health"})
ELSEWHERE = frozenset({"bereavement", "working"})
# The person has said it already: "I could not be in two places".
ABOUT_BOTH = re.compile(r"\b(both|two places|as well|at once|same time)\b", re.IGNORECASE)
# What somebody is at, and for how many minutes from its beginning it surely goes on.
HELD_AT = re.compile(r"\b(?:interview|meeting|appointment|funeral|course|class|training)\b", re.IGNORECASE)
SURELY = 20
# Whoever tells until when, or of sleep, was not there any more, or not at that hour.
ENDED = re.compile(r"\b(till|until|woke|wake|asleep|slept|sleep)\b", re.IGNORECASE)
# Nobody to drive, no money for the fare, no bus at all: whoever has no way to go does not set out.
NO_WAY_TO_GO = re.compile(
    r"\b(?:drive|drives|driving) me\b|\b(?:a|no|my) lift\b(?! broke)|\bfares?\b|\bafford\b"
    r"|\b(?:no|not any|isn['’]t a|is not a) (?:\w+ )?(?:bus|buses|train|trains|petrol|car|transport)\b",
    re.IGNORECASE,
)
# A longer name is said in the case sentence alone: six words twice would be a retelling.
FEW_WORDS = 5
# So many words of names a heading can hold on one line.
WORDS_IN_A_HEADING = 10
# Of work that ended no reason kept anybody from anything.
MADE_TO_LEAVE = "left-job"


def named(matter: Matter) -> tuple[str, ...]:
    """Return the names of the reasons, in their order; a slip is called by what it was."""
    told = (each for each in matter.reasons if not (_is_slip(each, matter) or is_about_telling(each, matter)))
    once = (each for each in told if not _is_of_one_stay(each, matter))
    return tuple(name for each in once if (name := matter.name_of(each)))


def _is_of_one_stay(reason: Reason, matter: Matter) -> bool:
    """Whether `reason` is the stay with a child in hospital that another names already, of the same days.

    Whoever ticks both a child and a hospital tells of one event.
    """
    if reason.was_in != "hospital-with-somebody":
        return False
    others = (each for each in matter.reasons if each.kind == "caring" and matter.name_of(each))
    return any((each.began, each.ended) == (reason.began, reason.ended) for each in others)


def is_about_telling(reason: Reason, matter: Matter) -> bool:
    """Whether a lack of a phone kept nobody from coming, but from letting the office know in time.

    It stands beside another reason, for something held at a place, and they were told no earlier.
    """
    telling = matter.facts.told_them
    after = matter.days_after_failure(telling.day) if telling else None
    is_beside = reason.kind == "no-access" and bool(matter.reasons) and reason is not matter.reasons[0]
    is_told_late = after is None or (after >= 0 and not told_in_time.minutes_before(matter))
    is_at_a_place = matter.kind in AT_AN_HOUR and matter.kind != CALL
    return is_beside and is_at_a_place and is_told_late and bool(matter.name_of(reason))


def are_in_heading(names: tuple[str, ...]) -> bool:
    """Whether the heading of the ground has these names: they are not said again below it."""
    return 0 < sum(len(name.split()) for name in names) <= WORDS_IN_A_HEADING


def _is_short(name: str) -> bool:
    return len(name.split()) <= FEW_WORDS


def _is_slip(reason: Reason, matter: Matter) -> bool:
    return reason.kind == MISTAKEN and mistake_of(matter.facts) is not None


def heading(wording: str, matter: Matter, *fields: str, **slots: object) -> Sentence:
    """Return the heading `wording`, with the names of the reasons where they have any."""
    names = named(matter)
    if not are_in_heading(names):
        return matter.say(wording, *fields, **slots)
    return Sentence(
        f"{wording}-named", {**slots, "names": names}, (*map(matter.answer, fields), *_said(matter))
    )


def clause(matter: Matter) -> Sentence | None:
    """Return what the reasons kept the person from, by their names, for the case sentence."""
    names = named(matter)
    if not names:
        return None
    if matter.kind == MADE_TO_LEAVE:
        return Sentence("case-left-named", {"names": names}, _said(matter))
    return Sentence("case-named", {"names": names, "coming": kept_from(matter)}, _said(matter))


def concluded(matter: Matter, *, names_all: bool) -> Iterator[Sentence]:
    """Yield what the reasons kept the person from at that hour, and that this is a good reason.

    A longer name is said here only where `names_all`: nothing before has said it.
    """
    first = matter.reasons[0] if matter.reasons else None
    if first is None or _is_slip(first, matter):
        return
    late, short, causes = (
        arrival.minutes_late(matter),
        _short(first, matter),
        _causes(matter, names_all=names_all),
    )
    if short:
        yield short
    elif not causes:
        yield from (*_as_understood(first, matter), *_by_its_heading(first, matter))
    elif late:
        yield Sentence(
            "so-late", {"causes": causes, "late": late}, (*_said(matter), matter.answer("arrival.came_at"))
        )
    elif _was_there_early(matter):
        yield Sentence("so-taking-part", {"causes": causes}, _said(matter))
    elif arrival_of(matter.facts) is None:
        yield Sentence(f"so-{_thing(matter)}", {"causes": causes}, _said(matter))


def _thing(matter: Matter) -> str:
    """Return the ending of the row that names what there was a good reason for not doing."""
    return "part" if _is_partly_done(matter) else f"{matter.kind}{_of_what(matter)}"


def _by_its_heading(first: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield that what the heading names, in a long name, is a good reason: behind what it stopped."""
    is_named = are_in_heading(named(matter)) and _thing(matter) != "not-available-if"
    is_told = bool(matter.reason_box(first, "effect")) and arrival_of(matter.facts) is None
    if is_named and is_told and not _did_as_understood(first, matter):
        yield Sentence(f"so-that-{_thing(matter)}", {}, _said(matter))


def _of_what(matter: Matter) -> str:
    """Return the ending of the row where the thing itself has another name, or is denied."""
    if matter.kind == "not-available" and matter.challenge.has("did-it"):
        return "-if"
    return placements.ending(matter)


def _did_as_understood(first: Reason, matter: Matter) -> bool:
    """Whether it was a mistake about what was asked, and not about what a job asks for."""
    return first.kind == MISTAKEN and not (matter.facts.job and matter.facts.job.lacked)


def _as_understood(first: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield that the person did what they took the message to ask for."""
    if _did_as_understood(first, matter) and first.understood:
        name = "so-as-understood" if matter.has_a_message else "so-as-understood-alone"
        yield Sentence(name, {}, (matter.reason_answer(first, "understood"),))


def _short(first: Reason, matter: Matter) -> Sentence | None:
    """Return what follows from a reason that the ground has spelt out; None where more has to be said."""
    at = told_in_time.hour(matter)
    effect = matter.reason_box(first, "effect")
    is_there = arrival_of(matter.facts) is not None or _is_partly_done(matter)
    if matter.kind not in AT_AN_HOUR or is_there or not effect:
        return None
    slots: dict[str, object] = {"thing": Sentence(f"event-{matter.kind}"), "at": at}
    hours = " ".join((f"from {first.work_hours}" if first.work_hours else "", first.fact, first.effect))
    rests_on = (matter.reason_answer(first, "effect"), matter.answer("requirement.words"))
    if at and is_within_hours(at, hours):
        return Sentence("so-within-those-hours", slots, rests_on)
    if first.kind in STATES:
        is_told = not at or bool(set(times_in(at)) & set(times_in(f"{first.fact} {first.effect}")))
        slots |= {"verb": Sentence(f"verb-{matter.kind}"), "missing": Sentence(f"missing-{matter.kind}")}
        return Sentence(f"so-in-that-state{'' if is_told else '-at'}", slots, rests_on)
    is_elsewhere = first.kind in ELSEWHERE and not (ABOUT_BOTH.search(first.effect) or ENDED.search(hours))
    if is_elsewhere and matter.facts.minutes_outside_window:
        return _when_it_rang(first, matter)
    if is_elsewhere and _began_after_the_call(first, matter):
        return None
    return Sentence(f"so-elsewhere{'-at' if at else ''}", slots, rests_on) if is_elsewhere else None


def _when_it_rang(reason: Reason, matter: Matter) -> Sentence | None:
    """Return where somebody was when a call came outside its window; None where the facts do not say."""
    call, name = matter.facts.missed_call, matter.name_of(reason)
    at = call.rang_at if call else ""
    into = minutes_after(at, reason.work_hours)
    is_then = is_within_hours(at, f"from {reason.work_hours}") or (into is not None and 0 <= into <= SURELY)
    if not (name and HELD_AT.search(name) and is_then):
        return None
    rests_on = (matter.reason_answer(reason, "called"), matter.reason_answer(reason, "work_hours"))
    return Sentence("so-when-it-rang", {"name": name}, (*rests_on, matter.answer("call.rang_at")))


def _began_after_the_call(reason: Reason, matter: Matter) -> bool:
    """Whether it surely began after a call was to be over: then both could be kept."""
    window, times = matter.facts.call_window, times_in(reason.work_hours)
    return bool(window and len(times) == 1 and window.minutes_outside(times[0]) > 0)


def _said(matter: Matter) -> tuple[str, ...]:
    return tuple(
        matter.reason_answer(each, "called" if matter.name_of(each) else "kind") for each in matter.reasons
    )


def _was_there_early(matter: Matter) -> bool:
    """Whether they were there before the time and not seen: kept from what was to follow alone."""
    there = arrival_of(matter.facts)
    return there is not None and (there.minutes_late or 0) < 0 and there.office_did != "seen"


def kept_from(matter: Matter) -> Sentence:
    """Return what they were kept from: "coming", "doing the task in time"."""
    if _was_there_early(matter):
        return Sentence("from-taking-part")
    if arrival_of(matter.facts):
        return Sentence(f"from-late-{'call' if matter.kind == CALL else 'for-appointment'}")
    if _is_partly_done(matter):
        return Sentence("from-part")
    week = matter.facts.search_week
    is_none = matter.kind == "work-search-hours" and week is not None and week.done_hours == 0
    return Sentence(f"from-{matter.kind}{'-none' if is_none else placements.ending(matter)}")


def _is_partly_done(matter: Matter) -> bool:
    """Whether all or a part of it was done: nothing then kept the person from the thing itself."""
    is_said = matter.facts.has_side("did-it") or matter.facts.has_side("did-part")
    return is_said and matter.kind in KEPT_OR_NOT


def _causes(matter: Matter, *, names_all: bool) -> tuple[Sentence | str, ...]:
    names = named(matter)
    if names and (names_all or all(map(_is_short, names))):
        return tuple(map(known, names))
    first = matter.reasons[0] if matter.reasons else None
    is_no_journey = first is not None and first.kind == "travel" and not is_under_way(first)
    if names and (is_no_journey or len(names) > 1):
        # "What happened on the way" would be untrue, and nothing else says what it was. Of several reasons
        # the kind of one is not the whole.
        return tuple(map(known, names))
    cause = None if first is None or matter.kind == MADE_TO_LEAVE else _cause(first, matter)
    return (cause,) if cause else ()


def is_under_way(reason: Reason) -> bool:
    """Whether something can have happened on the way: not where there was no way to go at all."""
    if reason.left_at:
        return True
    return not NO_WAY_TO_GO.search(" ".join((reason.called, reason.fact, reason.effect)))


def _cause(reason: Reason, matter: Matter) -> Sentence | None:
    """Return what a reason without a name is called by its kind: "the illness"."""
    rests_on = (matter.reason_answer(reason, "kind"),)
    if reason.kind == "bereavement":
        return Sentence("cause-bereavement", {"who": Sentence(f"relation-{reason.relation}")}, rests_on)
    if reason.kind == "travel" and not is_under_way(reason):
        return None
    if reason.kind == "travel" and matter.kind in AT_AN_HOUR:
        return Sentence("cause-held-up", {}, rests_on)
    if reason.kind in CAUSES:
        return Sentence(f"cause-{reason.kind}", {}, rests_on)
    if reason.was_in in CAUSES_BY_PLACE:
        return Sentence(f"cause-{reason.was_in}", {}, rests_on)
    lack = next((each for each in reason.lacking if each in CAUSES_BY_LACK), None)
    return Sentence(f"cause-{lack}", {}, rests_on) if lack and reason.kind == "no-access" else None
