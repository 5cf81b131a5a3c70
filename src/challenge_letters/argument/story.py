"""What happened, as one dated account: collected, sorted, joined where it is one event, and written.

The decision is not in it (the first paragraph has it), nor why a request is late (a ground has it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from challenge_letters.argument.by_somebody import TWIN
from challenge_letters.argument.channels import HEARD, WRITTEN, channel
from challenge_letters.argument.grounds import interpreter
from challenge_letters.argument.grounds.adjustment import (
    came_of_it,
    is_agreed,
    is_asked_where_told,
    is_told_in_the_story,
    step_named,
)
from challenge_letters.argument.grounds.arrival import said_at_the_desk
from challenge_letters.argument.grounds.excused import is_excused_by_an_agreement
from challenge_letters.argument.grounds.good_reason import (
    ABOUT_THE_REASON,
    PLACES,
    fact_of,
    is_explained,
    is_told_with_the_ground,
    time_of,
)
from challenge_letters.argument.grounds.hours import is_argued
from challenge_letters.argument.grounds.missed_call import rang, told_of_which_hour
from challenge_letters.argument.grounds.not_required import (
    is_argued_from_its_message,
    is_quoted_in_its_ground,
    job_told_alone,
    limits_stand_with_the_job,
)
from challenge_letters.argument.grounds.notified import (
    is_charge_unsaid,
    is_reached_by_details,
    left_out_where_and_when,
)
from challenge_letters.argument.later_in_account import (
    OWN_TELLING,
    account_of,
    parted_by_what_was_told,
    where_it_is_told,
    where_not_seen,
)
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import (
    NO_ANSWER,
    answered,
    as_told,
    is_answer_in,
    is_dated,
    is_message_narrated,
    is_own_telling,
    is_told_again,
    names_the_day,
    names_the_way,
)
from challenge_letters.argument.number_given import DETAILS, number_given
from challenge_letters.argument.of_a_paper import is_no_message
from challenge_letters.argument.own_word import may_be_led
from challenge_letters.argument.same_event import days_named, says
from challenge_letters.argument.sentences import ACCOUNT_GOES_ON, Paragraph, Section, Sentence
from challenge_letters.argument.their_message import is_message_told, message_itself
from challenge_letters.argument.typed import Typed, is_no_answer
from challenge_letters.case.failure import AT_AN_HOUR, Reason, Telling
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.sentences import flat, split
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.grounds import MISTAKEN, mistake_of

BEFORE, THE_DAY, TOLD, SINCE = range(4)
SHORT = 3
A_LINE = 25
PARTS = (BEFORE, THE_DAY, TOLD, SINCE)
LAST = date.max
OUT_OF_REACH = frozenset({"no-access", "no-home", "custody-hospital-court"})
TELLING = re.compile(
    r"\b(rang|told|wrote|written|messaged?|phoned|called|texted|emailed|asked|said|spoke|let you know)\b"
)
SAW_IT = re.compile(
    r"\bI (?:had )?(?:saw|seen|read|opened|found|got) (?:it|this|that|the (?:message|letter|text))\b"
)
# What it was that the office was first told of, by the reason.
FIRST_TOLD = {
    "ill": "health",
    "mental-health": "health",
    "no-access": "access",
    "no-home": "home",
}
A_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)})\b")
LATER_WEEK = re.compile(
    r"\b(?:weeks? (?:after|since)|(?:next|following) weeks?|(?:every|each) week since|since then)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"\b(the (day|night|evening|morning|week) before|beforehand|in advance)\b", re.IGNORECASE
)
ASKED_FOR_CHANGE = ("unfair-commitment",)
# What an explanation stands beside: the message, which it speaks of as "it".
ABOUT_THE_MESSAGE = frozenset({"no-place-but-a-time", "left-unsaid-but-said", "seen-before-sent"})


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
    most = [stretch for part in most for stretch in _stretches(part)]
    joined = [told + since] if len(told) + len(since) <= SHORT + 1 else [told, since]
    yield from _without_lone_ones([said for said in (*most, *joined) if said])


def _without_lone_ones(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield `paragraphs`; one short sentence alone is no paragraph, and stands with what follows it.

    The last stands with what comes before it. A quotation of the client's that goes on begins a new one.
    """
    waiting: Paragraph = ()
    found: list[Paragraph] = []
    for each in paragraphs:
        if waiting and _goes_on(each[0]):
            found.append(waiting)
            waiting = ()
        waiting = (*waiting, *each)
        if not _is_lone(waiting):
            found.append(waiting)
            waiting = ()
    if waiting and found and not _goes_on(waiting[0]):
        waiting = (*found.pop(), *waiting)
    yield from (*found, waiting) if waiting else found


def _is_lone(paragraph: Paragraph) -> bool:
    return len(paragraph) == 1 and len(str(paragraph[0].slots.get("words", "")).split()) <= A_LINE


def _goes_on(said: Sentence) -> bool:
    return said.wording in ACCOUNT_GOES_ON or said.begins_paragraph


def _stretches(part: Paragraph) -> Iterator[Paragraph]:
    """Yield a part of the account in paragraphs: each further quotation of the client begins one."""
    begins = [at for at, said in enumerate(part) if _goes_on(said)]
    for start, stop in pairwise((0, *begins, len(part))):
        yield part[start:stop]


def _events(matter: Matter) -> Iterator[Event]:
    yield from _agreement(matter)
    yield from _adjustment_asked(matter)
    yield from _message(matter)
    yield Event(BEFORE, matter.facts.requirement.told_on, job_told_alone(matter), 1)
    yield from _reasons(matter)
    yield from _the_day(matter)
    yield from _telling(matter)
    yield from _since(matter)


# -- before


def _agreement(matter: Matter) -> Iterator[Event]:
    reason = next((each for each in matter.reasons if each.kind in ASKED_FOR_CHANGE), None)
    # Limits to the hours stand in their ground.
    limits = () if is_argued(matter) else matter.box("commitment_limits")
    if reason and reason.agreed_by_word == "yes":
        agreed_on = _agreed_on(matter)
        yield Event(
            BEFORE,
            agreed_on or reason.told_on or reason.began,
            (*limits, *_by_word(reason, matter, is_named=bool(limits))),
            1,
        )
    elif limits and not limits_stand_with_the_job(matter):
        yield Event(BEFORE, None, limits, 1)


def _by_word(reason: Reason, matter: Matter, *, is_named: bool) -> Iterator[Sentence]:
    """Yield that the agreement was never written down; `is_named`: what it was has just been said."""
    agreed_on = _agreed_on(matter)
    if agreed_on and is_named:
        yield matter.say("agreed-since", "search_week.agreed_on", day=matter.on_day(agreed_on))
    name = "agreed-by-word" if is_named else "agreed-by-word-alone"
    name += "-day" if agreed_on and not is_named else ""
    slots = {"on_day": matter.on_day(agreed_on)} if agreed_on and not is_named else {}
    yield _reason_say(name, "agreed_by_word", reason, matter, **slots)


def _agreed_on(matter: Matter) -> RoughDay | None:
    """Return the day of the agreement: never the day since when there was a reason for one."""
    week = matter.facts.search_week
    return week.agreed_on if week else None


def _adjustment_asked(matter: Matter) -> Iterator[Event]:
    asked = matter.facts.adjustment
    if asked is None or not matter.challenge.has("adjustment") or not is_told_in_the_story(asked):
        return
    if matter.same_adjustment:
        # It has been told of before, and its ground says what is different here.
        return
    by = channel(asked.told_how)
    wording = "adjustment-asked" if asked.asked_before == "yes" else "adjustment-told"
    wording += ("" if asked.told_on else "-no-day") + ("-by" if by else "")
    slots = {"by": by, "on_day": matter.on_day(asked.told_on) if asked.told_on else None}
    given = {name: value for name, value in slots.items() if value is not None}
    fields = ("adjustment.told_on", "adjustment.told_how", "adjustment.step_wanted")
    said = matter.say(wording, *fields, words=step_named(asked.step_wanted, matter), **given)
    if is_own_telling(asked.step_wanted, asked.told_how, matter.voice):
        # "I asked could it be by phone" is no step in quotation marks.
        said = as_told(asked.step_wanted, "adjustment.step_wanted", matter, day=asked.told_on)
    # Where the words of that call are quoted below, the step stands in its ground.
    is_told = says(matter.facts.account, asked.step_wanted) and bool(TELLING.search(matter.facts.account))
    asking = () if is_asked_where_told(matter) or is_told else (said,)
    agreed = () if is_agreed(asked) else came_of_it(matter)
    yield Event(BEFORE, asked.told_on, (*asking, *agreed))


def _message(matter: Matter) -> Iterator[Event]:
    needed, is_told = matter.facts.requirement, is_message_told(matter)
    lacking, explained = tuple(_lacking(matter)), matter.explained(ABOUT_THE_MESSAGE.__contains__)
    # That a message came and was seen, without its words and its day, tells nobody anything.
    is_bare = not (needed.words or needed.told_on) and needed.seen == "before"
    is_empty = is_bare and not (lacking or explained)
    about = () if is_empty else (*lacking, *_seen(matter))
    if is_argued_from_its_message(matter):
        # What it does not say is the ground, with its words if nothing here leans on them.
        is_here = not (is_quoted_in_its_ground(matter) or is_told)
        said = tuple(message_itself(matter)) if is_here else ()
        yield Event(BEFORE, needed.told_on, (*_provider(matter), *said, *explained))
        return
    if is_told and not needed.words:
        # That it was seen the account shows; that it was not clear its ground says.
        said_there = {"seen-before", *(["not-made-clear"] if matter.challenge.has("not-required") else [])}
        about = tuple(each for each in about if each.wording not in said_there)
    said = () if is_empty or is_told else tuple(message_itself(matter))
    if is_told or is_no_message(needed.words):
        about = tuple(_named(each, matter) for each in about if not _is_seeing_told(each, matter))
    about = (*about, *explained)
    yield Event(BEFORE, needed.told_on, (*_provider(matter), *said, *(() if is_told else about)))
    if is_told:
        # The account quotes it: what is to be said of it stands behind that.
        yield Event(THE_DAY, _day_of_the_account(matter), about, 1)
    yield Event(
        BEFORE, _out_of_reach_since(matter) or needed.told_on, matter.box("requirement.why_not_seen"), 1
    )


def _named(said: Sentence, matter: Matter) -> Sentence:
    """Return what is said of the message with its name: it does not stand just before."""
    return replace(said, wording=f"{said.wording}-named", slots={**said.slots, "message": matter.the_message})


def _is_seeing_told(said: Sentence, matter: Matter) -> bool:
    """Whether `said` is that it was seen beforehand, of which the account tells."""
    return said.wording == "seen-before" and bool(SAW_IT.search(matter.facts.account))


def _lacking(matter: Matter) -> Iterator[Sentence]:
    """Yield what the message did not say."""
    needed = matter.facts.requirement
    # A call has no place; what the heading of its ground says is not told here.
    is_in_heading = bool(told_of_which_hour(matter)) or (
        matter.challenge.has("not-told") and left_out_where_and_when(matter)
    )
    is_lacking = matter.facts.lacked_place_and_time and not is_in_heading
    lacking = {
        "no-time" if matter.kind == "missed-call" else "no-place-and-time": is_lacking,
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


def _seen(matter: Matter) -> Iterator[Sentence]:
    needed = matter.facts.requirement
    heard = needed.told_by in HEARD
    is_soon = bool(matter.challenge.short_notice) or matter.days_after_failure(needed.told_on) == 0
    is_soon = is_soon or bool(told_of_which_hour(matter))
    is_worth_saying = _helps_to_have_seen(matter) and not is_soon
    if needed.seen == "before" and is_worth_saying and not (heard and needed.told_on):
        yield matter.say("knew-before" if heard else "seen-before", "requirement.seen")
    elif needed.seen == "after":
        yield matter.say("seen-after", "requirement.seen")
    elif needed.seen == "never" and not matter.challenge.has("not-told"):
        yield matter.say("seen-never", "requirement.seen")


def _helps_to_have_seen(matter: Matter) -> bool:
    """Say whether having seen it beforehand speaks for the person: it is never volunteered against them.

    It does for somebody who let the office know before that day, or who read it otherwise.
    """
    facts, failed = matter.facts, matter.failed_on
    told = facts.told_them.day if facts.told_them else None
    is_told_before = told is not None and failed is not None and told.latest < failed.earliest
    read_otherwise = any(reason.kind == MISTAKEN for reason in facts.reasons) and not mistake_of(facts)
    is_misread = facts.has_side("not-understood") and not (facts.handing_in or is_charge_unsaid(matter))
    return is_told_before or read_otherwise or is_misread


def _reasons(matter: Matter) -> Iterator[Event]:
    """Yield what each reason was, where nothing else says it: in its place by date."""
    for reason in matter.reasons:
        fact = () if is_told_with_the_ground(reason, matter) else fact_of(reason, matter)
        composed = tuple(_composed_facts(reason, matter))
        is_alone = bool(composed) and not reason.fact and not reason.effect
        said = (*composed, *fact, *(time_of(reason, matter) if is_alone else ()))
        part = BEFORE if _is_before(reason, matter) else THE_DAY
        # A few words that need a lead say nothing before the account has been told.
        is_led_up_to = bool(said) and said[0].wording.startswith("stem-") and bool(matter.box("account"))
        order = 1 if is_led_up_to else -1
        yield Event(part, reason.began or reason.died_on, said, order if part == THE_DAY else 0)
        yield from _put_right(reason, matter)


def _is_before(reason: Reason, matter: Matter) -> bool:
    began = reason.began or reason.died_on
    failed = matter.failed_on
    return began is not None and failed is not None and began.latest < failed.earliest


HOSPITAL = re.compile(
    r"\b(?:hospital|infirmary|ambulance|ward|A&E|admitted|discharged|casualty)\b", re.IGNORECASE
)
DEATH = re.compile(r"\b(died|dies|death|passed away|passed)\b")


def _tells_of_the_death(reason: Reason, matter: Matter) -> bool:
    """Whether the account, or what was typed of the reason, names the day of the death: once is enough."""
    day = reason.died_on
    texts = (matter.facts.account, reason.fact)
    if day is None or not day.is_exact:
        return False
    return any(matter.day(day) in text and DEATH.search(text) for text in texts)


def _composed_facts(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    if reason.died_on and not _tells_of_the_death(reason, matter):
        who = Sentence(f"relation-{reason.relation}", {}, (matter.reason_answer(reason, "relation"),))
        yield Sentence(
            "died-on",
            {"who": who, "on_day": matter.on_day(reason.died_on)},
            (matter.reason_answer(reason, "died_on"),),
        )
    if reason.was_in == "hospital" and reason.began and reason.ended and reason.began != reason.ended:
        slots = {"began": matter.day(reason.began), "ended": matter.day(reason.ended)}
        yield Sentence("was-in-hospital-from-to", slots, (matter.reason_answer(reason, "was_in"),))
    elif reason.was_in == "hospital" and reason.began and reason.began == matter.failed_on:
        # Perhaps only for some hours: nobody has said that it was longer.
        yield _reason_say("was-in-hospital-on", "began", reason, matter, on_day=matter.on_day(reason.began))
    elif reason.was_in == "hospital" and reason.began:
        began = matter.on_day(reason.began)
        yield _reason_say("went-into-hospital", "began", reason, matter, on_day=began)
    elif reason.was_in != "not-said" and not (
        _is_in_the_case(reason, matter) or _is_in_the_account(reason, matter)
    ):
        yield Sentence(f"was-in-{reason.was_in}", {}, (matter.reason_answer(reason, "was_in"),))


def _is_in_the_case(reason: Reason, matter: Matter) -> bool:
    """Whether the case sentence has just said where somebody was, and nothing is to be added here."""
    is_first = bool(matter.reasons) and reason is matter.reasons[0]
    is_dated = bool(reason.fact) or any(time_of(reason, matter))
    return is_first and reason.was_in in PLACES and not is_dated


def _is_in_the_account(reason: Reason, matter: Matter) -> bool:
    """Whether the account tells of the hospital where the person was with somebody, by any word for it."""
    texts = (matter.facts.account, reason.fact)
    return reason.was_in == "hospital-with-somebody" and any(map(HOSPITAL.search, texts))


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
    elsewhere = ABOUT_THE_MESSAGE | (ABOUT_THE_REASON if is_explained(matter) else frozenset())
    explained = matter.explained(lambda query: query not in elsewhere)
    day = _day_of_the_account(matter)
    within = _said_within(matter)
    if within:
        yield Event(THE_DAY, day, tuple(_with_what_was_said(within, day, matter)))
    else:
        account, later, on_later = parted_by_what_was_told(account, matter)
        yield Event(THE_DAY, day, _account_of(account, day, matter))
        yield Event(TOLD, on_later, matter.as_typed(later), 2)
    yield Event(THE_DAY, day, tuple(rang(matter)), 1)
    if where_not_seen(matter) is None:
        yield Event(THE_DAY, day, tuple(said_at_the_desk(matter)), 1)
    yield Event(THE_DAY, day, explained, 2)
    if matter.facts.job and matter.facts.job.in_writing == "no" and matter.facts.job.was_offered != "yes":
        yield Event(BEFORE, None, (matter.say("no-written-offer", "job.in_writing"),), 2)
    if matter.facts.job and matter.facts.job.tried:
        yield Event(THE_DAY, day, matter.box("job.tried"), 1)


def _account_of(account: tuple[Typed, ...], day: RoughDay | None, matter: Matter) -> Paragraph:
    first, *others = matter.as_account(account)
    return (*_led(first, day, matter), *(said for each in others for said in each))


def _said_within(matter: Matter) -> dict[int, Paragraph]:
    """Return what was said at the time, each behind how many sentences of the account that lead to it."""
    found: dict[int, Paragraph] = {}
    said = ((where_it_is_told(matter), _told(matter)), (where_not_seen(matter), said_at_the_desk(matter)))
    for at, sentences in said:
        if at is not None and (told := tuple(sentences)):
            found[at] = (*found.get(at, ()), *told)
    return found


def _with_what_was_said(
    within: Mapping[int, Paragraph], day: RoughDay | None, matter: Matter
) -> Iterator[Sentence]:
    """Yield the account with what is `within` it, each in its place."""
    account = account_of(matter)
    for start, stop in pairwise(dict.fromkeys((0, *sorted(within), len(account)))):
        part = account[start:stop]
        if part:
            yield from _account_of(part, None if start else day, matter)
        yield from within.get(stop, ())


def _day_of_the_account(matter: Matter) -> RoughDay | None:
    return matter.failed_on if matter.kind in AT_AN_HOUR else None


def _led(said: Paragraph, day: RoughDay | None, matter: Matter) -> Paragraph:
    """Return `said` with its day before it, where it begins with "I" and is no quotation."""
    first = said[0] if said else None
    if (
        first is None
        or day is None
        or not day.is_exact
        or not may_be_led(str(first.slots["words"]), matter.voice)
    ):
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
        is_ground = reason is interpreter.known_by(matter)
        if told_on and not is_ground and not _is_told_elsewhere(told_on, matter):
            yield Event(
                BEFORE,
                told_on,
                (_reason_say(_first_told(reason), "told_on", reason, matter, on_day=matter.on_day(told_on)),),
            )
        yield _what_was_done(reason, did, matter)
    for reason in matter.their_mistakes:
        yield _what_was_done(reason, matter.reason_box(reason, "what_i_did"), matter)
        yield from _put_right(reason, matter)
    yield from _new_details(matter)
    yield from _number_given(matter)
    if telling and where_it_is_told(matter) is None:
        yield Event(_part_told(telling.day, matter), telling.day, tuple(_told(matter)), 1)


def _first_told(reason: Reason) -> str:
    """Return the wording of what was first told of: it may open the account, so it names what it is."""
    is_language = reason.kind == "no-access" and set(reason.lacking) <= {"reading", "english"}
    if reason.kind == "no-access" and "english" in reason.lacking:
        return "first-told-english"
    is_named = reason.kind in FIRST_TOLD and not is_language
    return f"first-told-{FIRST_TOLD[reason.kind]}" if is_named else "first-told"


def _what_was_done(reason: Reason, did: Paragraph, matter: Matter) -> Event:
    """Return what the person did about it: beside what was told if it tells something, else by its cause."""
    telling = matter.facts.told_them
    if TELLING.search(reason.what_i_did):
        day = telling.day if telling else None
        return Event(_part_told(day, matter), day, did)
    part = BEFORE if _is_before(reason, matter) else THE_DAY
    return Event(part, reason.began, did, 3)


def _reason_say(wording: str, field: str, reason: Reason, matter: Matter, **slots: object) -> Sentence:
    return Sentence(wording, slots, (matter.reason_answer(reason, field),))


def _part_of(day: RoughDay | None, matter: Matter) -> int:
    failed = matter.failed_on
    return BEFORE if day and failed and day.latest < failed.earliest else TOLD


def _part_told(day: RoughDay | None, matter: Matter) -> int:
    """Return where in the account it is told that the office was told: after what led to it.

    The account may begin before that day, or what they did may be dated by it: "I rang the day before".
    """
    did = " ".join(reason.what_i_did for reason in matter.told_reasons)
    is_relative = bool(RELATIVE.search(did)) and bool(TELLING.search(did))
    return TOLD if is_relative or _begins_by(day, matter) else _part_of(day, matter)


def _begins_by(day: RoughDay | None, matter: Matter) -> bool:
    """Whether the account itself tells of `day`, or of a day before it in the same month."""
    if day is None or not day.is_exact:
        return False
    month = MONTHS[day.month - 1]
    named = re.findall(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {month}\b", matter.facts.account)
    return any(int(each) <= day.earliest.day for each in named)


def _is_told_elsewhere(day: RoughDay, matter: Matter) -> bool:
    telling, adjustment = matter.facts.told_them, matter.facts.adjustment
    others = {telling.day if telling else None, matter.facts.requirement.new_details_on}
    others |= {adjustment.told_on if adjustment else None}
    return day in others


def _new_details(matter: Matter) -> Iterator[Event]:
    given, telling = matter.facts.requirement.new_details_on, matter.facts.told_them
    is_one_event = telling is not None and telling.day == given and bool(telling.words)
    # Ours would come before it, and tell the same with less.
    texts = (matter.facts.account, matter.facts.requirement.why_not_seen)
    is_told = given is not None and any(names_the_day(text, given) and DETAILS.search(text) for text in texts)
    if given and is_reached_by_details(matter) and not (is_one_event or is_told):
        said = matter.say("new-details", "requirement.new_details_on", on_day=matter.on_day(given))
        yield Event(BEFORE, given, (said,), 0)


def _number_given(matter: Matter) -> Iterator[Event]:
    given = matter.facts.number_told
    if given:
        yield Event(BEFORE, given.day, tuple(number_given(matter)), 0)


def _told(matter: Matter) -> Iterator[Sentence]:
    telling = matter.facts.told_them
    if telling is None:
        return
    # Where the story quotes the message, all of it is told there, but perhaps not on which other day.
    quoting = next((text for text in _told_in_story(matter) if _is_telling_told(telling.words, text)), None)
    is_that_day = telling.day is None or matter.days_after_failure(telling.day) == 0
    told = _told_in_story(matter)
    if quoting is None and not telling.words and any(_is_telling_in(text, telling) for text in told):
        pass
    elif quoting is None:
        yield from _what_they_were_told(telling, matter)
    elif not (is_that_day or names_the_day(quoting, telling.day)):
        yield _that_they_were_told(telling, "", matter)
    is_told = (
        is_answer_in(quoting, telling.said_back) if quoting is not None else _is_silence_told(telling, matter)
    )
    if not (is_told or _is_the_leave(telling.said_back, matter)):
        yield from answered(telling.said_back, "told_them.said_back", matter)


def _is_silence_told(telling: Telling, matter: Matter) -> bool:
    """Whether the account tells of the telling, and in the same sentence that nothing came back."""
    told = split(matter.facts.account)
    return is_no_answer(telling.said_back) and any(
        TELLING.search(one) and NO_ANSWER.search(one) for one in told
    )


def _is_the_leave(said_back: str, matter: Matter) -> bool:
    """Whether the answer is the leave that a ground of its own quotes: it is not quoted here as well."""
    leave = matter.facts.excused
    is_ground = (
        leave is not None and matter.challenge.has("excused") and not is_excused_by_an_agreement(matter)
    )
    return bool(leave and is_ground and said_back and flat(said_back) == flat(leave.words))


def _is_telling_told(words: str, text: str) -> bool:
    return is_told_again(words, text) or is_message_narrated(words, text)


def _is_telling_in(account: str, telling: Telling) -> bool:
    """Whether `account` tells that they were told, on that day."""
    is_dated = telling.day is not None and telling.day.is_exact and names_the_day(account, telling.day)
    return is_dated and bool(TELLING.search(account))


def _told_in_story(matter: Matter) -> Iterator[str]:
    """Yield the typed texts of the story: the account, what was done, and what was explained."""
    yield matter.facts.account
    did = (matter.reason_answer(each, "what_i_did") for each in matter.told_reasons)
    for answer in (*did, *matter.explanations):
        yield " ".join(each.words for each in matter.told_box(answer))


def _what_they_were_told(telling: Telling, matter: Matter) -> Iterator[Sentence]:
    """Yield what was told: its words, or a narration of it as a sentence of its own."""
    if not is_own_telling(telling.words, telling.how, matter.voice):
        yield _that_they_were_told(telling, telling.words, matter)
        return
    did = " ".join(each.what_i_did for each in matter.told_reasons)
    is_way_named = names_the_way(f"{telling.words} {did}", telling.how)
    said = as_told(telling.words, "told_them.words", matter, day=telling.day if is_way_named else None)
    if not (is_way_named and is_dated(said, telling.day)):
        # The day that it names itself is not said before it as well.
        day = None if is_dated(said, telling.day) else telling.day
        yield _that_they_were_told(telling.model_copy(update={"day": day}), "", matter)
    yield said


def _that_they_were_told(telling: Telling, words: str, matter: Matter) -> Sentence:
    """Return that they were told, when and how, with the `words` that were said or written."""
    did = tuple(
        typed
        for each in matter.told_reasons
        for typed in matter.told_box(matter.reason_answer(each, "what_i_did"))
    )
    by = channel(telling.how)
    is_same_day = matter.days_after_failure(telling.day) == 0 and not _names_another_day(matter)
    if words and _is_telling_narrated(telling, matter):
        return _the_words_alone(telling, words, matter)
    if words and any(TELLING.search(each.words) and _can_be_of(telling, each.words) for each in did):
        # In an adviser's letter what was typed has just been quoted: no second lead stands beside it.
        is_own = any(typed.begins_with_i for typed in did) and not matter.voice.is_adviser
        said = f"said-words{TWIN if matter.voice.is_adviser else ''}"
        wording = ("wrote-words" if is_own else "message-words") if telling.how in WRITTEN else said
        return matter.say(wording, "told_them.words", words=words)
    # Told after the day itself, what was told before it stands a step further back.
    is_back = bool(telling.day) and _part_of(telling.day, matter) == BEFORE
    is_back = is_back and _part_told(telling.day, matter) == TOLD
    is_there = matter.facts.may_have_told_a_provider and not matter.voice.is_appointee
    names = (
        "told-there" if is_there else "had-told-you" if is_back else "told-you",
        "same-day" if is_same_day else "day" if telling.day else "",
        "by" if by else "",
        "words" if words else "",
    )
    slots = {"on_day": matter.on_day(telling.day) if telling.day else None, "by": by, "words": words or None}
    given = {name: value for name, value in slots.items() if value is not None}
    return matter.say("-".join(filter(None, names)), "told_them", **given)


def _can_be_of(telling: Telling, words: str) -> bool:
    """Whether `words` can tell of `telling`: they name its day, or none."""
    return telling.day is None or names_the_day(words, telling.day) or not days_named(words)


def _the_words_alone(telling: Telling, words: str, matter: Matter) -> Sentence:
    """Return the words of which the account has told already when and how they were said or written."""
    wording = "my-message-words" if telling.how in WRITTEN else "my-words"
    is_dated_there = matter.days_after_failure(telling.day) == 0 or where_it_is_told(matter) is not None
    if telling.day is None or is_dated_there:
        return matter.say(wording, "told_them.words", words=words)
    return matter.say(f"{wording}-of-day", "told_them", words=words, on_day=matter.on_day(telling.day))


def _is_telling_narrated(telling: Telling, matter: Matter) -> bool:
    """Whether the person's own account tells that they were told on that day, and in that way."""
    account, ways = matter.facts.account, OWN_TELLING.get(telling.how)
    is_that_day = matter.days_after_failure(telling.day) == 0
    is_dated = telling.day is not None and telling.day.is_exact and names_the_day(account, telling.day)
    return matter.voice.is_own and (is_that_day or is_dated) and bool(ways and ways.search(account))


def _names_another_day(matter: Matter) -> bool:
    """Whether the account names a day other than that of the failure, so that "that day" may mean either."""
    failed = matter.failed_on
    # What follows the telling is told after it.
    before, _, _ = parted_by_what_was_told(matter.told_box(matter.answer("account")), matter)
    named = {int(day) for each in before for day, _ in A_DAY.findall(each.words)}
    return bool(failed and failed.is_exact and named - {failed.earliest.day})


# -- since


def _is_doing_told(matter: Matter) -> bool:
    """Whether the account tells of the day on which it was done since."""
    done, failed = matter.facts.done_since, matter.failed_on
    if done.day is None or done.day == failed or not done.day.is_exact:
        return False
    return names_the_day(f"{matter.facts.account} {done.words}", done.day)


def _is_later_week_told(matter: Matter) -> bool:
    """Whether the hours of later weeks are told elsewhere: nobody does those of a week that is over."""
    told = f"{matter.facts.done_since.words} {matter.facts.what_i_did}"
    return matter.kind == "work-search-hours" and bool(LATER_WEEK.search(told))


def _since(matter: Matter) -> Iterator[Event]:
    done = matter.facts.done_since
    if matter.is_done_told:
        return
    typed = matter.box("done_since.words")
    is_told = _is_doing_told(matter)
    if done.state == "done" and is_told and not typed:
        return
    if done.state == "done" and done.day:
        led = _led(typed, done.day, matter)
        is_led = led != typed
        is_dated = bool(typed) and is_told
        done_on = matter.say("done-on", "done_since.day", on_day=matter.on_day(done.day))
        own = () if is_led or is_dated else (done_on,)
        yield Event(SINCE, done.day, (*own, *(led if is_led else typed)))
    elif done.state == "done" and not typed and _is_later_week_told(matter):
        return
    elif done.state == "done":
        yield Event(SINCE, None, typed or (matter.say("done-since", "done_since.state"),))
    elif done.state == "closed":
        yield Event(SINCE, None, (matter.say("job-is-gone", "done_since.state"), *typed))
    elif typed:
        yield Event(SINCE, done.day, typed)
