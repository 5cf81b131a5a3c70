"""A complaint about how somebody was treated: what is asked, what happened day by day, and what it cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from challenge_letters.argument import calendar_words, closing
from challenge_letters.argument.channels import channel
from challenge_letters.argument.harder import taken_apart
from challenge_letters.argument.opening import writer
from challenge_letters.argument.own_word import may_be_led, stands_plain
from challenge_letters.argument.replying import Reply
from challenge_letters.argument.sentences import QUOTED_TYPED, TYPED, Argument, Paragraph, Section, Sentence
from challenge_letters.argument.typed import is_no_answer, is_the_same, shape, stopped
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.requests import Complaint, Cost, Remedy
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import has
from challenge_letters.law.nations import system_of
from challenge_letters.plan.outcome import PlannedLetter

# What is asked for, in the order of the requests: those of one line are asked for together.
TOGETHER: tuple[tuple[Remedy, ...], ...] = (
    ("explain", "apologise"),
    ("correct-record", "record-adjustment"),
    ("repay", "special-payment"),
)
IN_BRIEF = 3
SHORT_STORY = 3
AN_OUGHT = re.compile(r"\b(should|ought|must|need(ed)? to|had to|could have)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Complained(Reply):
    """The complaint that a letter makes."""

    complaint: Complaint

    @property
    def days(self) -> tuple[RoughDay, ...]:
        """The days of what happened, the first first; none if one of them is not known."""
        days = [event.day for event in self.complaint.events if event.day]
        is_whole = len(days) == len(self.complaint.events)
        return tuple(sorted(set(days), key=lambda day: (day.earliest, day.latest))) if is_whole else ()


def complaint(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the complaint in `case`."""
    told = case.complaint or Complaint()
    matter = _Complained(
        letter=letter,
        case=case,
        on=on,
        voice=voice_of(letter.kind, case),
        about="complaint",
        boxes=tuple(_boxes(told)),
        says_it=is_the_same,
        complaint=told,
    )
    happened = _happened(matter)
    is_short = sum(map(len, happened)) <= SHORT_STORY
    account = None if is_short else Section(Sentence("heading-what-happened"), happened)
    sections = (account, _adjustment(matter))
    papers = (*closing.authority(matter), *matter.papers(told.evidence), *_receipts(matter))
    asked = tuple(each for each in _requests(matter) if each)
    return Argument(
        references=(),
        subject=_subject(matter),
        opening=(_complains(matter), *(happened if is_short else ())),
        sections=tuple(section for section in sections if section),
        asking=Sentence("heading-remedies") if asked else None,
        requests=asked,
        closing=tuple(each for each in (_procedure(matter), *_end(matter)) if each),
        enclosures=papers,
        left_out=matter.left_out,
    )


def _boxes(told: Complaint) -> Iterator[tuple[str, str]]:
    yield from ((f"events.{at}.what", event.what) for at, event in enumerate(told.events))
    yield "should_have_happened", told.should_have_happened
    if told.adjustment:
        yield "adjustment.disadvantage", told.adjustment.disadvantage
        yield "adjustment.what_was_done", told.adjustment.what_was_done
    yield "effect", told.effect
    yield "remedy_words", told.remedy_words


# -- what is complained of, and what is asked


def _subject(matter: _Complained) -> Sentence:
    if matter.case.safety.is_at_risk:
        return Sentence("subject-work-search-at-risk")
    office = matter.complaint.office
    if not office:
        return Sentence("subject-complaint")
    return matter.say("subject-complaint-of", "office", office=office)


def _complains(matter: _Complained) -> Paragraph:
    office, when = matter.complaint.office, _when(matter)
    slots = {name: value for name, value in (("office", office), ("when", when)) if value}
    wording = "-".join(["complain", *(f"with-{name}" for name in slots)])
    said = matter.say(wording, "office", "events", **slots)
    return (*writer(matter), said, *_for_how_long(matter), _in_brief(matter))


def _for_how_long(matter: _Complained) -> Iterator[Sentence]:
    if matter.complaint.is_still_happening:
        yield matter.say("still-happening", "is_still_happening")
    if _is_told_first(matter):
        yield from _told_what_is_needed(matter)


def _is_told_first(matter: _Complained) -> bool:
    """Whether the office was told what was needed before all that happened, or on its first day."""
    adjustment, days = matter.complaint.adjustment, matter.days
    if adjustment is None or adjustment.told_on is None or not days:
        return False
    return adjustment.told_on.is_exact and adjustment.told_on.latest <= days[0].earliest


def _when(matter: _Complained) -> str:
    days = matter.days
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return matter.on_day_in_full(first)
    is_one_month = (first.year, first.month) == (last.year, last.month) and first.day and last.day
    since = str(first.day) if is_one_month else calendar_words.in_year(first, last.year)
    return f"between {since} and {calendar_words.in_full(last)}"


def _in_brief(matter: _Complained) -> Sentence:
    """Return what is asked, in a few words each: the requests at the end say it in full."""
    remedies = [each for group in TOGETHER for each in group if each in matter.complaint.remedies]
    brief = [Sentence(f"brief-{each}") for each in remedies]
    if not brief:
        return Sentence("ask-look-into-it")
    if len(brief) > IN_BRIEF or matter.complaint.remedy_words:
        brief = [*brief[: IN_BRIEF - 1], Sentence("brief-the-rest")]
    return matter.say("please-do", "remedies", brief=tuple(brief))


# -- what happened


def _happened(matter: _Complained) -> tuple[Paragraph, ...]:
    told = matter.complaint
    events = [said for at in _in_order(told) if (said := _event(matter, at))]
    should = _should(matter)
    last = (*matter.told("effect", "effect"), *_costs(matter))
    paragraphs = [*events[:-1], (*events[-1], *should)] if events else [should]
    return tuple(each for each in (*paragraphs, last) if each)


def _in_order(told: Complaint) -> list[int]:
    """Return the places of the events by their days; one without a day stays behind the one before it."""
    days: list[date] = []
    for event in told.events:
        days.append(event.day.earliest if event.day else days[-1] if days else date.min)
    return sorted(range(len(days)), key=lambda at: days[at])


def _event(matter: _Complained, at: int) -> Paragraph:
    field, day = f"events.{at}.what", matter.complaint.events[at].day
    is_dated_above = len(matter.days) == 1 and matter.days[0] == day
    what = matter.complaint.events[at].what
    is_fragment = shape(what) == "fragment" and stands_plain(what, matter.voice)
    said = matter.box(field)
    if is_fragment and said:
        return (_in_words(matter, at, None if is_dated_above else day),)
    if day is None or is_dated_above or not said:
        return said
    return _of_day(matter, said, day, f"events.{at}.day")


def _in_words(matter: _Complained, at: int, day: RoughDay | None) -> Sentence:
    """Return an event that was typed as no sentence: it stands in quotation marks."""
    words, answers = matter.complaint.events[at].what, (f"events.{at}.what", f"events.{at}.day")
    if day is None:
        return matter.say("this-happened-in-words", *answers[:1], words=words)
    return matter.say("this-happened-on-in-words", *answers, words=words, on_day=matter.on_day(day))


def _of_day(matter: _Complained, said: Paragraph, day: RoughDay, answer: str) -> Paragraph:
    """Return `said` with its day: before it where it begins with "I", else in a few words of its own."""
    first, *others = said
    words = str(first.slots["words"])
    rests_on = (*first.rests_on, f"{matter.about}.{answer}")
    slots = {"words": words, "on_day": matter.on_day(day), "day": matter.day(day)}
    if first.wording == QUOTED_TYPED:
        return (Sentence("client-says-of-day", slots, rests_on), *others)
    if calendar_words.in_year(day, day.year) in words:
        return said
    wording = "on-day-typed" if may_be_led(words, matter.voice) else "day-then-typed"
    return (replace(first, wording=wording, slots=slots, rests_on=rests_on), *others)


def _should(matter: _Complained) -> Paragraph:
    said = matter.told("should_have_happened", "should")
    words = str(said[0].slots["words"]) if said and said[0].wording == TYPED else ""
    if words and not AN_OUGHT.search(words):
        return (matter.say("should-in-words", "should_have_happened", words=words), *said[1:])
    return said


def _costs(matter: _Complained) -> Paragraph:
    costs = matter.complaint.costs
    if not costs:
        return ()
    items = tuple(_cost(matter, at, cost) for at, cost in enumerate(costs))
    if all(cost.pounds for cost in costs) and len(costs) > 1:
        total = str(sum(Decimal(cost.pounds) for cost in costs))
        return (matter.say("has-cost-in-all", "costs", items=items, total=total),)
    return (matter.say("has-cost", "costs", items=items),)


def _cost(matter: _Complained, at: int, cost: Cost) -> Sentence:
    wording = "cost" + ("-pounds" if cost.pounds else "") + ("-receipt" if cost.has_receipt else "")
    slots = {"what": cost.what} | ({"sum": cost.pounds} if cost.pounds else {})
    return matter.say(wording, f"costs.{at}", **slots)


# -- the adjustment


def _adjustment(matter: _Complained) -> Section | None:
    if matter.complaint.adjustment is None:
        return None
    told = (*_needed(matter), *_known(matter), *_came_of_it(matter))
    conclusion = matter.say("should-be-made", "adjustment")
    return Section(Sentence("heading-adjustment-needed"), ((*told, conclusion),))


def _needed(matter: _Complained) -> Iterator[Sentence]:
    adjustment = matter.complaint.adjustment
    ending, rest = taken_apart(matter.kept.of(f"{matter.about}.adjustment.disadvantage"), matter.voice)
    if ending:
        yield matter.say("disadvantage-joined", "adjustment.disadvantage", words=ending)
        yield from matter.as_typed(rest)
    else:
        yield from matter.told("adjustment.disadvantage", "disadvantage")
    if adjustment and adjustment.step_wanted:
        yield matter.say("step-needed", "adjustment.step_wanted", words=adjustment.step_wanted)


def _known(matter: _Complained) -> Iterator[Sentence]:
    adjustment = matter.complaint.adjustment
    if not _is_told_first(matter):
        yield from _told_what_is_needed(matter)
    if adjustment and adjustment.asked_before == "yes":
        yield matter.say("asked-for-this-before", "adjustment.asked_before")


def _told_what_is_needed(matter: _Complained) -> Iterator[Sentence]:
    adjustment = matter.complaint.adjustment
    by = channel(adjustment.told_how) if adjustment else None
    on_day = matter.on_day(adjustment.told_on) if adjustment and adjustment.told_on else ""
    slots = {name: value for name, value in (("by", by), ("on_day", on_day)) if value}
    if slots:
        wording = "-".join(["told-you-need", *slots]).replace("_", "-")
        yield matter.say(wording, "adjustment.told_on", "adjustment.told_how", **slots)


def _came_of_it(matter: _Complained) -> Paragraph:
    adjustment = matter.complaint.adjustment
    if adjustment and adjustment.what_was_done and is_no_answer(adjustment.what_was_done):
        return (matter.say("nothing-came-of-it", "adjustment.what_was_done"),)
    return matter.told("adjustment.what_was_done", "came-of-it")


# -- what is asked, and how to deal with it


def _requests(matter: _Complained) -> Iterator[Paragraph]:
    for group in TOGETHER:
        wanted = [each for each in group if each in matter.complaint.remedies]
        if wanted:
            yield (matter.say(f"ask-{'-and-'.join(wanted)}", "remedies"),)
    yield _in_own_words(matter)


def _in_own_words(matter: _Complained) -> Paragraph:
    """Return what else is asked: a sentence that asks for it stands as it was typed."""
    words = matter.complaint.remedy_words.strip()
    if words.startswith("Please ") and stands_plain(words, matter.voice):
        return (Sentence(TYPED, {"words": stopped(words)}, (f"{matter.about}.remedy_words",)),)
    return matter.told("remedy_words", "remedy")


def _procedure(matter: _Complained) -> Paragraph:
    told = matter.complaint
    system = system_of(matter.case.nation)
    if told.about == "provider":
        stages = ("provider-procedure", "no-decision", "provider-final")
    else:
        has_team = system.has("team-before-complaints") and has(
            matter.case.rules_of, "team-before-complaints"
        )
        first = f"{system.first_stage}-after-team" if has_team else system.first_stage
        stages = (first, "no-decision", f"{system.final_stage}-and-final")
    said = [matter.say(each, "about") for each in stages]
    if told.reconsideration_asked_on:
        on_day = matter.on_day(told.reconsideration_asked_on)
        wording = "no-decision-won" if matter.case.has_won else "no-decision-asked"
        said[1] = matter.say(wording, "reconsideration_asked_on", on_day=on_day)
    return tuple(said)


def _end(matter: _Complained) -> tuple[Paragraph, ...]:
    return (matter.still_to_come(matter.complaint.evidence), *closing.closing([matter]))


def _receipts(matter: _Complained) -> Iterator[Sentence]:
    for title in dict.fromkeys(cost.what for cost in matter.complaint.costs if cost.has_receipt):
        yield matter.say("enclosed-receipt", "costs", title=title)
