"""A late request: why the time can be extended, and that a reduction can be revised at any time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.channels import channel
from challenge_letters.argument.grounds import interpreter
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import names_the_day, names_the_way
from challenge_letters.argument.own_word import may_be_led, stands_plain
from challenge_letters.argument.same_event import A_FEW_WORDS, days_named, says, stems
from challenge_letters.argument.sentences import Ground, LeftOut, Paragraph, Sentence
from challenge_letters.argument.typed import Typed, begins_with, flat, sentences_of, stopped
from challenge_letters.case.problems import AppliedSanction, LatePeriod, OfficialError
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.sentences import split
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.outcome import IN_TIME

BEHIND_THE_REASONS = 70
# That it was the writer who told, or told them: "They told me" is none.
TELLING = re.compile(
    r"\b(?:I|[Ww]e)(?: had| have|['’]d|['’]ve)?(?: already| also| just)?"
    r" (?:told|rang|phoned|wrote|messaged|texted|e-?mailed|said|explained|mentioned|let \w+ know)\b"
)
# That it was the office which knew.
THEY_KNEW = re.compile(
    r"\b(?:[Yy]ou|[Tt]hey|DWP|[Tt]he (?:office|[Jj]obcentre|[Dd]epartment)|(?:work )?coach)\b"
    r"(?:['’]d| had| have| has| already| always| all| both)* (?:knew|known|(?:were|was|been) told)\b"
)
# The last of the grounds that nothing may be taken, before how long it may last.
BEHIND_ALL = 58
SOON = 31
# What is nearer the other way round is of the other year.
MONTHS_EACH_WAY = 6


def lateness(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the first ground of a late letter: more time is asked for only where a reason for it is told."""
    stage, sanction = matter.challenge.stage, matter.sanction
    if sanction is None or stage not in ("late", "very-late"):
        return None
    heading: str
    said: tuple[Paragraph, ...]
    if was_asked_in_time(sanction):
        heading, said = "heading-asked-in-time", ((*_asked_in_time(sanction, matter), *_any_time(matter)),)
    elif stage == "very-late":
        heading, said = "heading-very-late", (tuple(_any_time_alone(matter)), *_stretches(matter))
    elif sanction.asks_for_more_time:
        heading, said = "heading-late", tuple(_more_time(sanction, matter))
    else:
        heading, said = "heading-very-late", ((*_any_time_alone(matter), matter.say("if-refused-as-late")),)
    # What ends the matter outright stands before it: nobody should read of dates first.
    rank = BEHIND_THE_REASONS if _wins_outright(matter) else 0
    return Ground(
        "late", rank, matter.say(heading, "decision.notified"), tuple(each for each in said if each)
    )


def was_asked_in_time(sanction: AppliedSanction) -> bool:
    """Whether a request was surely made within the month already, on any day that may be meant."""
    asked, start = sanction.already_asked, sanction.decision.counts_from
    if asked is None or asked.day is None or start is None:
        return False
    return asked.day.latest <= deadline("mandatory-reconsideration", start.earliest).date


def _asked_in_time(sanction: AppliedSanction, matter: Matter) -> Iterator[Sentence]:
    if sanction.already_asked and sanction.already_asked.day:
        day = matter.on_day(sanction.already_asked.day)
        yield matter.say("asked-in-time", "already_asked.day", on_day=day)
        yield from matter.box("why_look_now")


def _wins_outright(matter: Matter) -> bool:
    challenge = matter.challenge
    is_barred = challenge.has("not-required") and challenge.protection.is_certain
    return is_barred or challenge.met is not None


def _more_time(sanction: AppliedSanction, matter: Matter) -> Iterator[Paragraph]:
    yield (matter.say("rule-extend-time"),)
    yield from _stretches(matter)
    if sanction.did_not_know == "yes":
        not_held_against = matter.has_law("late-not-knowing")
        name = "did-not-know-is-a-reason" if not_held_against else "weigh-that-too"
        yield (matter.say("did-not-know", "did_not_know"), matter.say(name, "did_not_know"))
    yield (matter.say("so-extend-time", "late", "did_not_know"), *_any_time(matter))
    yield matter.box("why_look_now")


def _is_dated_itself(period: LatePeriod, words: str) -> bool:
    """Whether `words` name the day from when, or until when, they tell, or another day that is not after it.

    "Jean found it on 13 November" says nothing of when a stretch until 5 October was.
    """
    days = (period.began, period.ended)
    is_named = any(day is not None and day.is_exact and names_the_day(words, day) for day in days)
    return is_named or any(not _is_after(day, period.ended) for day in days_named(words))


def _is_after(named: str, ended: RoughDay | None) -> bool:
    """Whether the day `named` ("13th-nov") lies after `ended`, in the year in which it is nearest to it."""
    if ended is None:
        return False
    day, _, month = named.partition("th-")
    number = next(at for at, each in enumerate(MONTHS, 1) if each.lower().startswith(month))
    away = (number - ended.month + MONTHS_EACH_WAY) % len(MONTHS) - MONTHS_EACH_WAY
    return (away, int(day)) > (0, ended.latest.day)


def _stretches(matter: Matter) -> Iterator[Paragraph]:
    before: RoughDay | None = None
    for at, period in enumerate(matter.sanction.late if matter.sanction else ()):
        words = flat(period.what)
        slots = {"began": matter.day(period.began), "words": stopped(words)}
        # What lasts until today says so itself: "until today" beside "until they told me" would be two ends.
        wording = "late-after-that" if before == period.began else "late-since"
        before = period.ended
        if period.ended:
            wording, slots["ended"] = "late-from-to", matter.day(period.ended)
        if not stands_plain(words, matter.voice):
            pass
        elif wording != "late-after-that" and _is_dated_itself(period, words):
            # "From 26 October to 27 November" before "I was away from 24 October to 27 November" is a form.
            wording, slots = "typed", {"words": stopped(words)}
        elif may_be_led(words, matter.voice):
            wording = f"{wording}-led"
        elif not matter.voice.is_own:
            # The words are those of whoever signs, and stand as they were typed.
            wording = f"{wording}-plain"
        yield (matter.say(wording, f"late.{at}.what", **slots),)
    yield tuple(_found_out(matter))


def _found_out(matter: Matter) -> Iterator[Sentence]:
    """Yield how soon this followed, once the person knew that they could ask."""
    found = matter.sanction.found_out_on if matter.sanction else None
    if found is None or not found.is_exact or not 0 <= (matter.on - found.earliest).days <= SOON:
        return
    days = (matter.on - found.earliest).days
    told = matter.sanction.late[-1].what if matter.sanction and matter.sanction.late else ""
    is_told = str(found.earliest.day) in re.findall(r"\d+", told)
    name = "found-out-today" if days == 0 else "follows-later" if is_told else "found-out"
    slots = {"gap": words_of.between(found.earliest, matter.on)} if days else {}
    if name == "found-out":
        slots["on_day"] = matter.on_day(found)
    yield matter.say(name, "found_out_on", **slots)


def _power(matter: Matter) -> str:
    return f"-{matter.challenge.section}" if matter.challenge.section else ""


def _any_time(matter: Matter) -> Iterator[Sentence]:
    yield matter.say(f"any-time-in-any-event{_power(matter)}", "decision")
    yield matter.say("if-refused-as-late")


def _any_time_alone(matter: Matter) -> Iterator[Sentence]:
    yield matter.say(f"any-time{_power(matter)}", "decision")
    yield from matter.box("why_look_now")


def own_error(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that the office had been told and the decision does not deal with it.

    It comes first where it alone lets the office look again so late, or where nothing else is argued.
    """
    error = matter.sanction.official_error if matter.sanction else None
    if error is None or not error.what_they_knew:
        return None
    is_of_language = interpreter.is_own_error(matter)
    is_first = matter.challenge.stage == "very-late" or is_of_language or not set(before)
    # It is the fact that this ground rests on where it comes first, even if the account tells it too.
    told = _of_the_error(matter) if is_first else _not_told_yet(matter)
    if not told and matter.challenge.stage in IN_TIME:
        return None
    # "You were told of this" needs what it was, even where the account has told it.
    told = told or _of_the_error(matter)
    answer = matter.answer("official_error.what_they_knew")
    said = (
        *_known_and_told(told, error, matter),
        *(interpreter.of_the_message(error.told_on, answer, matter) if is_of_language else ()),
        matter.say("revise-own-error", "official_error"),
    )
    heading, clause = (_of_own_error(place, matter) for place in ("heading", "case"))
    return Ground("own-error", 2 if is_first else BEHIND_ALL, heading, (said,), clause if is_first else None)


def _known_and_told(told: tuple[Typed, ...], error: OfficialError, matter: Matter) -> Paragraph:
    """Return what the office knew, and when it was told: beside "You knew that …", if it begins so."""
    typed = matter.as_typed(told)
    had_been_told = () if _is_telling_typed(told, error) else (_had_been_told(error, matter),)
    if typed[0].wording.startswith("stem-knew-joined"):
        return (typed[0], *had_been_told, *typed[1:])
    return (*typed, *had_been_told)


def _had_been_told(error: OfficialError, matter: Matter) -> Sentence:
    by = channel(error.told_how)
    name = "had-been-told" + ("-day" if error.told_on else "") + ("-by" if by else "")
    slots = {"on_day": matter.on_day(error.told_on) if error.told_on else None, "by": by}
    given = {key: value for key, value in slots.items() if value is not None}
    return matter.say(name, "official_error", **given)


def _is_telling_typed(told: Iterable[Typed], error: OfficialError) -> bool:
    """Whether a sentence of it says itself when, and how, the office was told: "I had told them on …"."""
    return error.told_on is not None and any(
        TELLING.search(each.words)
        and names_the_day(each.words, error.told_on)
        and names_the_way(each.words, error.told_how)
        for each in told
    )


def _of_the_error(matter: Matter) -> tuple[Typed, ...]:
    """Return what was typed of what the office knew and left out, sentence by sentence."""
    error = matter.sanction.official_error if matter.sanction else None
    answer = matter.answer("official_error.what_they_knew")
    return sentences_of(error.what_they_knew, answer) if error else ()


def _not_told_yet(matter: Matter) -> tuple[Typed, ...]:
    """Return the sentences of it that nothing else of the letter tells; all, where the first is told.

    "You were told of this" points to the first: what stands behind it says only what came of it.
    """
    box = _of_the_error(matter)
    staying = tuple(each for each in box if not _told_where(each, matter))
    return staying if not staying or begins_with(staying, box) else box


def _told_where(sentence: Typed, matter: Matter) -> str:
    """Return what else that was typed tells `sentence`; "" where nothing does, or it is of a few words.

    That they knew is told only by a sentence that says so, and not by a long account with the same words.
    """
    if len(stems(sentence.words)) <= A_FEW_WORDS:
        return ""
    account = " ".join(each.words for each in matter.told_box(matter.answer("account")))
    others = (account, *(each.words for each in matter.kept.sentences))
    if THEY_KNEW.search(sentence.words):
        others = tuple(one for each in others for one in split(each))
    return next((each for each in others if each and says(each, sentence.words)), "")


def told_already(matter: Matter, grounds: Collection[Ground]) -> Iterator[LeftOut]:
    """Yield the sentences of what the office knew that the letter tells elsewhere, and not in its ground."""
    printed = " ".join(
        str(said.slots.get("words", ""))
        for ground in grounds
        if ground.kind == "own-error"
        for paragraph in ground.paragraphs
        for said in paragraph
    )
    for each in _of_the_error(matter):
        where = _told_where(each, matter)
        if where and each.words not in printed:
            yield LeftOut(each.words, each.answer, "twice", where)


def _of_own_error(place: str, matter: Matter) -> Sentence:
    """Return the heading or the clause of what the office knew; the need of an interpreter is named."""
    if interpreter.is_own_error(matter):
        answer = matter.answer("official_error.what_they_knew")
        return interpreter.said_of_the_need(f"{place}-knew-the-need", answer, is_interpreter=True)
    return matter.say(f"{place}-own-error", "official_error")
