"""What the person said when a log-in was asked for, what came back, and what the letter has of it already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.channels import channel
from challenge_letters.argument.demand_words import QUOTATION, TELLS, narration_of, threat_of
from challenge_letters.argument.demanded import Demanded
from challenge_letters.argument.narrated import (
    goes_on_from,
    is_answer_in,
    is_narrated,
    is_own_telling,
    is_told_again,
    names_the_day,
)
from challenge_letters.argument.own_word import may_be_led, stands_plain
from challenge_letters.argument.same_event import is_within, says
from challenge_letters.argument.sentences import LeftOut, Sentence
from challenge_letters.argument.told_in import is_told_in
from challenge_letters.argument.typed import flat, in_small, is_no_answer, is_the_same, stopped, tell_it_all
from challenge_letters.case.failure import Telling

# How people tell of what they answered.
ANSWERING = re.compile(r"\bI (?:said|answered|told|refused|offered|replied|wrote)\b")
# A question is not an answer: it was asked.
ASKED = {"answered-before": "asked-back", "answered-already": "asked-back", "told-you-of-it": "asked-you"}
AT_ONCE = {"asked-back": "asked-at-once", "asked-you": "asked-at-once", "said-then": "said-then-at-once"}


def told(matter: Demanded) -> Iterator[Sentence]:
    """Yield what the person said when it was asked for, and what came back."""
    telling = matter.demand.told_them
    if telling is None:
        return
    if is_in_the_account(telling, matter):
        yield from _on_another_day(telling, matter)
    elif TELLS.match(telling.words) or is_own_telling(telling.words, telling.how, matter.voice):
        yield from _told_as_typed(telling, matter)
    else:
        yield from _quoted(telling, matter)
    yield from _came_back(matter, telling)


def _quoted(telling: Telling, matter: Demanded) -> Iterator[Sentence]:
    """Yield that it was answered, with its words where they were given."""
    about, when = _how_it_is_told(telling, matter), _when_told(matter, telling)
    slots = ({"when": when} if when else {}) | ({"words": telling.words} if telling.words else {})
    if when:
        yield matter.say(about + ("-words" if telling.words else ""), "told_them", **slots)
    elif telling.words:
        yield matter.say(AT_ONCE.get(about, "answered-at-once"), "told_them.words", **slots)


def _how_it_is_told(telling: Telling, matter: Demanded) -> str:
    """Return the row that tells of it: as an answer, as a question, or as what is taken back after it."""
    if telling.words and matter.takes_it_back:
        return "said-then"
    about = "answered-already" if _is_before_the_demand(telling, matter) else "answered-before"
    about = "told-you-of-it" if matter.has_handed_over else about
    return ASKED.get(about, about) if _is_question(telling) else about


def _is_question(telling: Telling) -> bool:
    return telling.words.rstrip("”\"' ").endswith("?")


def is_in_the_account(telling: Telling, matter: Demanded) -> bool:
    """Whether the account tells what was answered: its words, or what tells of them in other words.

    An answer of which no words are given is told where the account says that there was one.
    """
    account, words = matter.demand.account, telling.words
    if not words:
        return bool(ANSWERING.search(account))
    if not account:
        return False
    is_narrated_too = TELLS.match(words) or is_own_telling(words, telling.how, matter.voice)
    return is_told_again(words, account) or bool(is_narrated_too and is_told_in(words, account))


def _on_another_day(telling: Telling, matter: Demanded) -> Iterator[Sentence]:
    """Yield on which day it was answered, where the account does not say and it was not that of the demand.

    A question is no answer: when it was asked the account says as well as it can.
    """
    is_named = telling.day == matter.demand.asked_on or names_the_day(matter.demand.account, telling.day)
    when = None if is_named or _is_question(telling) else _when_told(matter, telling)
    is_earlier = _is_before_the_demand(telling, matter)
    about = (
        "told-you-of-it" if matter.has_handed_over else f"answered-{'already' if is_earlier else 'before'}"
    )
    if when:
        yield matter.say(about, "told_them", when=when)


def _is_answer_said(matter: Demanded, telling: Telling) -> bool:
    """Whether what came back has been quoted as the words of the demand, or stands in the account."""
    said, account = telling.said_back, matter.demand.account
    is_quoted = is_told_again(said, matter.demand.words) or is_the_same(said, matter.demand.words)
    is_told = is_in_the_account(telling, matter) and is_answer_in(account, said)
    return is_quoted or is_told or is_within(said, account)


def said_already(matter: Demanded) -> Iterator[LeftOut]:
    """Yield what is not told of an answer because the letter has it before."""
    telling = matter.demand.told_them
    threat = threat_of(matter.demand)
    if threat and says(matter.demand.words, threat):
        yield LeftOut(threat, f"{matter.about}.said_would_follow", "said")
    for field, words in (*_told_in_the_account(matter), *_told_of_you(matter)):
        yield LeftOut(words, f"{matter.about}.{field}", "said")
    if telling and telling.words and is_in_the_account(telling, matter):
        yield LeftOut(telling.words, f"{matter.about}.told_them.words", "said")
    if telling and telling.said_back and _is_answer_said(matter, telling):
        yield LeftOut(telling.said_back, f"{matter.about}.told_them.said_back", "said")


def _told_in_the_account(matter: Demanded) -> Iterator[tuple[str, str]]:
    """Yield the answers, by their fields, that the account gives word for word."""
    demand = matter.demand
    for field in ("first_asked_words", "commitment_words"):
        if is_within(getattr(demand, field), demand.account):
            yield field, getattr(demand, field)
    for field in ("evidence_shows", "to_look_at"):
        words = getattr(demand, field)
        if is_told(words, matter) or (field == "evidence_shows" and is_summed_up(words, matter)):
            yield field, words


def _told_of_you(matter: Demanded) -> Iterator[tuple[str, str]]:
    """Yield the answers, by their fields, that name whoever the letter says "you" of."""
    if matter.is_from_you:
        yield "asker", matter.demand.asker
    said_back = matter.demand.told_them.said_back if matter.demand.told_them else ""
    texts = {
        "first_asked_words": matter.demand.first_asked_words,
        "said_would_follow": narration_of(matter.demand),
        "told_them.said_back": said_back if is_narrated(said_back) else "",
    }
    yield from ((field, words) for field, words in texts.items() if matter.is_of_you(flat(words)))


def is_told(words: str, matter: Demanded) -> bool:
    """Whether the account or the commitment has `words`, or all that they quote."""
    texts = (matter.demand.account, matter.demand.commitment_words)
    quoted = QUOTATION.search(words)
    return any(is_within(words, text) or bool(quoted and is_within(quoted[1], text)) for text in texts)


def is_summed_up(words: str, matter: Demanded) -> bool:
    """Whether what is offered, enclosed and told has all that `words` say of the papers."""
    demand = matter.demand
    papers = (each.what for each in demand.evidence if each.have == "enclosed")
    answered = demand.told_them.words if demand.told_them else ""
    offered = (each.what for each in demand.offers)
    others = (*offered, *papers, demand.account, demand.done_since.words, answered)
    return tell_it_all(" ".join(others), words)


def _is_before_the_demand(telling: Telling, matter: Demanded) -> bool:
    """Whether it was answered before the day of the demand: they had asked already, or had been told."""
    asked_on = matter.demand.asked_on
    return bool(telling.day and asked_on and telling.day.latest < asked_on.earliest)


def _told_as_typed(telling: Telling, matter: Demanded) -> Iterator[Sentence]:
    """Yield "I said no in the room" as it was typed, with its day before it."""
    words = stopped(flat(telling.words))
    begun = goes_on_from(words, matter.voice)
    if begun:
        yield matter.say(begun, "told_them.words", words=in_small(words))
    elif not stands_plain(words, matter.voice):
        yield matter.say("client-says", "told_them.words", words=words)
    elif telling.day and may_be_led(words, matter.voice):
        yield matter.say("on-day-typed", "told_them.words", words=words, on_day=matter.on_day(telling.day))
    else:
        yield matter.say("typed", "told_them.words", words=words)


def is_of_the_first_day(matter: Demanded) -> bool:
    """Whether the answer was given when it was first asked for, of which the letter tells by its words."""
    first, telling = matter.demand.first_asked_on, matter.demand.told_them
    day = telling.day if telling and matter.demand.first_asked_words else None
    return first is not None and day is not None and day.is_exact and day.earliest == first


def _when_told(matter: Demanded, telling: Telling) -> Sentence | None:
    if is_of_the_first_day(matter) and not matter.takes_it_back:
        return None  # it follows what was asked then
    slots = {"on_day": matter.on_day(telling.day) if telling.day else None, "by": channel(telling.how)}
    slots = {name: value for name, value in slots.items() if value}
    named = {"on_day": "told-on", "by": "told-by"}
    if not slots:
        return None
    return Sentence("told-on-and-by" if len(slots) > 1 else named[next(iter(slots))], slots)


def _came_back(matter: Demanded, telling: Telling) -> Iterator[Sentence]:
    if not telling.said_back or _is_answer_said(matter, telling):
        return
    if is_no_answer(telling.said_back):
        yield matter.say("nothing-came-back", "told_them.said_back")
    elif is_narrated(telling.said_back):
        yield matter.as_told(flat(telling.said_back), "told_them.said_back")
    else:
        yield matter.say("answer-came-back", "told_them.said_back", words=telling.said_back)
