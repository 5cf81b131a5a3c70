"""What happened, as one dated account: collected, sorted, joined where it is one event, and written.

The decision is not in it (the first paragraph has it), nor why a request is late (a ground has it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from challenge_letters.argument.grounds.adjustment import is_adjustment_told
from challenge_letters.argument.grounds.good_reason import (
    AT_AN_HOUR,
    PLACES,
    fact_of,
    is_told_with_the_ground,
    time_of,
)
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.opening import answered, channel
from challenge_letters.argument.sentences import Paragraph, Section, Sentence
from challenge_letters.case.failure import Reason
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.spoken import MONTHS

BEFORE, THE_DAY, TOLD, SINCE = range(4)
SHORT = 3
OTHER_DAY = re.compile(
    "|".join((*MONTHS, r"\w+day\b", r"\bthe \d", r"\b(next|same|that|following) (day|morning|afternoon)\b"))
    + r"|\b(tomorrow|day (after|before)|week (after|before))\b"
)
PARTS = (BEFORE, THE_DAY, TOLD, SINCE)
LAST = date.max
OUT_OF_REACH = frozenset({"no-access", "no-home", "custody-hospital-court"})
TELLING = re.compile(
    r"\b(rang|told|wrote|written|messaged?|phoned|called|texted|emailed|asked|said|spoke|let you know)\b"
)
WRITTEN = frozenset({"journal", "letter", "text-message", "email", "to-do"})
ASKED_FOR_CHANGE = ("unfair-commitment",)


@dataclass(frozen=True)
class Event:
    """One thing that happened: in which part of the account, on which day, in which sentences."""

    part: int
    day: RoughDay | None
    sentences: Paragraph
    order: int = 0

    @property
    def place(self) -> tuple[int, date, int]:
        return self.part, self.day.earliest if self.day else LAST, self.order


def story(matter: Matter) -> Section | None:
    """Return the account, or None where nothing is told; a short one has no heading of its own."""
    events = sorted((each for each in _events(matter) if each.sentences), key=lambda each: each.place)
    if not events:
        return None
    paragraphs = tuple(_paragraphs(events))
    return Section(Sentence("heading-what-happened"), paragraphs)


def _paragraphs(events: list[Event]) -> Iterator[Paragraph]:
    parts = [
        tuple(said for event in events if event.part == part for said in event.sentences) for part in PARTS
    ]
    *most, told, since = parts
    joined = [told + since] if len(told) + len(since) <= SHORT + 1 else [told, since]
    yield from (said for said in (*most, *joined) if said)


def _events(matter: Matter) -> Iterator[Event]:
    yield from _agreement(matter)
    yield from _adjustment_asked(matter)
    yield from _message(matter)
    yield from _reasons(matter)
    yield from _the_day(matter)
    yield from _telling(matter)
    yield from _since(matter)


# -- before


def _agreement(matter: Matter) -> Iterator[Event]:
    reason = next((each for each in matter.reasons if each.kind in ASKED_FOR_CHANGE), None)
    limits = matter.box("commitment_limits")
    if reason and reason.agreed_by_word == "yes":
        yield Event(BEFORE, reason.began, (*limits, *_by_word(reason, matter, is_named=bool(limits))), 1)
    elif limits:
        yield Event(BEFORE, None, limits, 1)


def _by_word(reason: Reason, matter: Matter, *, is_named: bool) -> Iterator[Sentence]:
    """Yield that the agreement was never written down; `is_named`: what it was has just been said."""
    if reason.began:
        yield _reason_say("agreed-since", "began", reason, matter, day=matter.day(reason.began))
    name = "agreed-by-word" if is_named or reason.began else "agreed-by-word-alone"
    yield _reason_say(name, "agreed_by_word", reason, matter)


def _adjustment_asked(matter: Matter) -> Iterator[Event]:
    asked = matter.facts.adjustment
    if asked is None or not matter.challenge.has("adjustment") or not is_adjustment_told(asked):
        return
    by = channel(asked.told_how)
    wording = "adjustment-asked" if asked.asked_before == "yes" else "adjustment-told"
    wording += ("" if asked.told_on else "-no-day") + ("-by" if by else "")
    slots = {"by": by, "on_day": matter.on_day(asked.told_on) if asked.told_on else None}
    given = {name: value for name, value in slots.items() if value is not None}
    fields = ("adjustment.told_on", "adjustment.told_how", "adjustment.step_wanted")
    said = matter.say(wording, *fields, words=asked.step_wanted, **given)
    yield Event(BEFORE, asked.told_on, (said, *matter.box("adjustment.what_was_done")))


def _message(matter: Matter) -> Iterator[Event]:
    needed = matter.facts.requirement
    said = [*_provider(matter), *_message_itself(matter)]
    yield Event(BEFORE, needed.told_on, (*said, *_lacking(matter), *_seen(matter)))
    yield Event(
        BEFORE, _out_of_reach_since(matter) or needed.told_on, matter.box("requirement.why_not_seen"), 1
    )


def _lacking(matter: Matter) -> Iterator[Sentence]:
    """Yield what the message did not say."""
    needed = matter.facts.requirement
    # A call has no place.
    lacking = {
        "no-time" if matter.kind == "missed-call" else "no-place-and-time": needed.lacked_place_and_time,
        "not-made-clear": needed.was_clear_it_was_required == "no" and needed.seen != "never",
    }
    names = [name for name, is_so in lacking.items() if is_so]
    if names:
        fields = ("requirement.gave_place_and_time", "requirement.was_clear_it_was_required")
        yield matter.say("-and-".join(names), *fields)


def _out_of_reach_since(matter: Matter) -> RoughDay | None:
    """Return since when nothing could be seen, where a reason says so: the cause comes before its effect."""
    away = (each.began for each in matter.reasons if each.kind in OUT_OF_REACH)
    return next((day for day in away if day), None)


def _provider(matter: Matter) -> Iterator[Sentence]:
    asker = matter.facts.failure
    needed = matter.facts.requirement
    if asker.provider and not needed.words:
        yield matter.say("provider-asked", "failure.provider", provider=asker.provider)


def _message_itself(matter: Matter) -> Iterator[Sentence]:
    """Yield the message in its own words, or that there was one: who sent it, how and when."""
    needed, provider = matter.facts.requirement, matter.facts.failure.provider
    if needed.told_by == "never":
        return
    if not (needed.words or needed.told_on):
        yield from _came_by(matter)
        return
    name = _message_wording(matter) + ("-of-day" if needed.told_on else "")
    name += "" if needed.words else "-no-words"
    slots = {
        "words": needed.words,
        "day": matter.day(needed.told_on) if needed.told_on else "",
        "on_day": matter.on_day(needed.told_on) if needed.told_on else "",
        "provider": provider,
        "by": channel(needed.told_by),
    }
    fields = ("requirement.words", "requirement.told_on", "requirement.told_by")
    yield matter.say(name, *fields, **{slot: value for slot, value in slots.items() if value})


def _came_by(matter: Matter) -> Iterator[Sentence]:
    """Yield how a message came of which neither the words nor the day are known."""
    needed, by = matter.facts.requirement, channel(matter.facts.requirement.told_by)
    if by is None:
        return
    spoken = needed.told_by in ("phone", "in-person")
    name = "told-spoken-no-words" if spoken else "message-came-by"
    if needed.seen in ("after", "never"):
        name = "message-said-to-be-sent"
    yield matter.say(name, "requirement.told_by", by=by)


def _message_wording(matter: Matter) -> str:
    needed = matter.facts.requirement
    if needed.seen == "never":
        return "message-alleged"
    if needed.told_by in ("phone", "in-person"):
        return "told-spoken"
    if matter.facts.failure.provider and needed.words and needed.told_on:
        return "message-provider"
    known = {"journal", "letter", "text-message", "email", "to-do"}
    return f"message-{needed.told_by}" if needed.told_by in known else "message-unknown"


def _seen(matter: Matter) -> Iterator[Sentence]:
    needed = matter.facts.requirement
    heard = needed.told_by in ("phone", "in-person")
    is_soon = bool(matter.challenge.short_notice) or matter.days_after_failure(needed.told_on) == 0
    is_worth_saying = _helps_to_have_seen(matter) and not is_soon
    if needed.seen == "before" and is_worth_saying and not (heard and needed.told_on):
        yield matter.say("knew-before" if heard else "seen-before", "requirement.seen")
    elif needed.seen == "after":
        yield matter.say("seen-after", "requirement.seen")
    elif needed.seen == "never" and not matter.challenge.has("not-told"):
        yield matter.say("seen-never", "requirement.seen")


def _helps_to_have_seen(matter: Matter) -> bool:
    """Say whether having seen it beforehand speaks for the person: it is never volunteered against them.

    It does for somebody who did it, who let the office know before that day, or who read it otherwise.
    """
    facts, failed = matter.facts, matter.failed_on
    told = facts.told_them.day if facts.told_them else None
    is_told_before = told is not None and failed is not None and told.latest < failed.earliest
    read_otherwise = any(reason.kind == "unclear-or-mistake" for reason in facts.reasons)
    sides = {"did-it", "did-part", "not-understood"} & set(facts.sides)
    return is_told_before or read_otherwise or bool(sides)


def _reasons(matter: Matter) -> Iterator[Event]:
    """Yield what each reason was, where nothing else says it: in its place by date."""
    for reason in matter.reasons:
        fact = () if is_told_with_the_ground(reason, matter) else fact_of(reason, matter)
        composed = tuple(_composed_facts(reason, matter))
        is_alone = bool(composed) and not reason.fact and not reason.effect
        said = (*composed, *fact, *(time_of(reason, matter) if is_alone else ()))
        part = BEFORE if _is_before(reason, matter) else THE_DAY
        yield Event(part, reason.began or reason.died_on, said, -1 if part == THE_DAY else 0)
        yield from _put_right(reason, matter)


def _is_before(reason: Reason, matter: Matter) -> bool:
    began = reason.began or reason.died_on
    failed = matter.failed_on
    return began is not None and failed is not None and began.latest < failed.earliest


def _composed_facts(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    if reason.died_on:
        who = Sentence(f"relation-{reason.relation}", {}, (matter.reason_answer(reason, "relation"),))
        yield Sentence(
            "died-on",
            {"who": who, "on_day": matter.on_day(reason.died_on)},
            (matter.reason_answer(reason, "died_on"),),
        )
    if reason.was_in == "hospital" and reason.began and reason.ended:
        slots = {"began": matter.day(reason.began), "ended": matter.day(reason.ended)}
        yield Sentence("was-in-hospital-from-to", slots, (matter.reason_answer(reason, "was_in"),))
    elif reason.was_in == "hospital" and reason.began:
        began = matter.on_day(reason.began)
        yield _reason_say("went-into-hospital", "began", reason, matter, on_day=began)
    elif reason.was_in != "not-said" and not _is_in_the_case(reason, matter):
        yield Sentence(f"was-in-{reason.was_in}", {}, (matter.reason_answer(reason, "was_in"),))


def _is_in_the_case(reason: Reason, matter: Matter) -> bool:
    """Whether the case sentence has just said where somebody was, and nothing is to be added here."""
    is_first = bool(matter.reasons) and reason is matter.reasons[0]
    is_dated = bool(reason.fact) or any(time_of(reason, matter))
    return is_first and reason.was_in in PLACES and not is_dated


def _put_right(reason: Reason, matter: Matter) -> Iterator[Event]:
    done = matter.facts.done_since
    if reason.put_right_on and not (done.state == "done" and done.day == reason.put_right_on):
        said = Sentence(
            "put-right",
            {"on_day": matter.on_day(reason.put_right_on)},
            (matter.reason_answer(reason, "put_right_on"),),
        )
        yield Event(SINCE, reason.put_right_on, (said,))


# -- the day


def _the_day(matter: Matter) -> Iterator[Event]:
    account = matter.told_box(matter.answer("account"))
    explained = tuple(
        sentence for answer in matter.explanations for sentence in matter.as_typed(matter.told_box(answer))
    )
    day = matter.failed_on if matter.kind in AT_AN_HOUR else None
    yield Event(THE_DAY, day, _led(matter.as_typed(account), day, matter))
    yield Event(THE_DAY, day, explained, 2)
    if matter.facts.job and matter.facts.job.in_writing == "no":
        yield Event(BEFORE, None, (matter.say("no-written-offer", "job.in_writing"),), 2)
    if matter.facts.job and matter.facts.job.tried:
        yield Event(THE_DAY, day, matter.box("job.tried"), 1)


def may_be_led(words: str) -> bool:
    """Whether a day may stand before `words`: they begin with "I", and tell of no other day."""
    return words.startswith("I ") and not OTHER_DAY.search(words)


def _led(said: Paragraph, day: RoughDay | None, matter: Matter) -> Paragraph:
    """Return `said` with its day before it, where it begins with "I" and is no quotation."""
    first = said[0] if said else None
    if first is None or day is None or not day.is_exact or not may_be_led(str(first.slots["words"])):
        return said
    if first.wording == "client-says":
        return said
    led = replace(first, wording="on-day-typed", slots={**first.slots, "on_day": matter.on_day(day)})
    return (led, *said[1:])


# -- what was told, and what came back


def _telling(matter: Matter) -> Iterator[Event]:
    telling = matter.facts.told_them
    for reason in matter.reasons:
        did = matter.reason_box(reason, "what_i_did")
        told_on = reason.told_on
        if reason.kind in ASKED_FOR_CHANGE and told_on:
            said = _led(did, told_on, matter) or (
                _reason_say("asked-to-change", "told_on", reason, matter, on_day=matter.on_day(told_on)),
            )
            yield Event(BEFORE, told_on, said, 1)
            continue
        if told_on and not _is_told_elsewhere(told_on, matter):
            yield Event(
                BEFORE,
                told_on,
                (_reason_say("first-told", "told_on", reason, matter, on_day=matter.on_day(told_on)),),
            )
        yield _what_was_done(reason, did, matter)
        if reason.could_tell == "no" and telling is None:
            yield Event(TOLD, None, (_reason_say("could-not-tell", "could_tell", reason, matter),))
    yield from _new_details(matter)
    if telling:
        yield Event(_part_of(telling.day, matter), telling.day, tuple(_told(matter)), 1)


def _what_was_done(reason: Reason, did: Paragraph, matter: Matter) -> Event:
    """Return what the person did about it: beside what was told if it tells something, else by its cause."""
    telling = matter.facts.told_them
    if TELLING.search(reason.what_i_did):
        day = telling.day if telling else None
        return Event(_part_of(day, matter), day, did)
    part = BEFORE if _is_before(reason, matter) else THE_DAY
    return Event(part, reason.began, did, 3)


def _reason_say(wording: str, field: str, reason: Reason, matter: Matter, **slots: object) -> Sentence:
    return Sentence(wording, slots, (matter.reason_answer(reason, field),))


def _part_of(day: RoughDay | None, matter: Matter) -> int:
    failed = matter.failed_on
    return BEFORE if day and failed and day.latest < failed.earliest else TOLD


def _is_told_elsewhere(day: RoughDay, matter: Matter) -> bool:
    telling, adjustment = matter.facts.told_them, matter.facts.adjustment
    others = {telling.day if telling else None, matter.facts.requirement.new_details_on}
    others |= {adjustment.told_on if adjustment else None}
    return day in others


def _new_details(matter: Matter) -> Iterator[Event]:
    given, telling = matter.facts.requirement.new_details_on, matter.facts.told_them
    is_one_event = telling is not None and telling.day == given and bool(telling.words)
    if given and not is_one_event:
        said = matter.say("new-details", "requirement.new_details_on", on_day=matter.on_day(given))
        yield Event(BEFORE, given, (said,), 0)


def _told(matter: Matter) -> Iterator[Sentence]:
    telling = matter.facts.told_them
    if telling is None:
        return
    did = tuple(
        typed
        for each in matter.reasons
        for typed in matter.told_box(matter.reason_answer(each, "what_i_did"))
    )
    is_same_day = matter.days_after_failure(telling.day) == 0
    by = channel(telling.how)
    if telling.words and any(TELLING.search(typed.words) for typed in did):
        is_own = any(typed.begins_with_i for typed in did)
        wording = ("wrote-words" if is_own else "message-words") if telling.how in WRITTEN else "said-words"
        yield matter.say(wording, "told_them.words", words=telling.words)
    else:
        names = [
            "told-you",
            "same-day" if is_same_day else "day" if telling.day else "",
            "by" if by else "",
            "words" if telling.words else "",
        ]
        slots = {
            "on_day": matter.on_day(telling.day) if telling.day else None,
            "by": by,
            "words": telling.words or None,
        }
        yield matter.say(
            "-".join(name for name in names if name),
            "told_them",
            **{k: v for k, v in slots.items() if v is not None},
        )
    yield from answered(telling.said_back, "told_them.said_back", matter)


# -- since


def _since(matter: Matter) -> Iterator[Event]:
    done = matter.facts.done_since
    typed = matter.box("done_since.words")
    if done.state == "done" and done.day:
        led = _led(typed, done.day, matter)
        is_led = led != typed
        own = () if is_led else (matter.say("done-on", "done_since.day", on_day=matter.on_day(done.day)),)
        yield Event(SINCE, done.day, (*own, *(led if is_led else typed)))
    elif done.state == "done":
        yield Event(SINCE, None, typed or (matter.say("done-since", "done_since.state"),))
    elif typed:
        yield Event(SINCE, done.day, typed)
