"""The message in which somebody was told what to do: its own words, or how and when it came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.channels import HEARD, channel
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import as_told, names_the_day
from challenge_letters.argument.of_a_paper import is_no_message
from challenge_letters.argument.same_event import is_within
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.sentences import split

# How people quote a message of the office's.
THEIR_MESSAGE = re.compile(
    r"\b(?:coach|they|she|he|jobcentre|adviser|DWP|message|letter|journal)\b[^.!?]{0,60}"
    r"\b(?:wrote|said|sent|put|told|came)\b[^.!?]{0,60}[“\"]",
    re.IGNORECASE,
)

# What somebody calls the message that came in this way.
THINGS_SENT = {"to-do": "to-do", "letter": "letter", "text-message": "text", "email": "e-?mail"}


def is_message_told(matter: Matter) -> bool:
    """Whether the account quotes the message, with the day on which it came."""
    needed, account = matter.facts.requirement, matter.facts.account
    if not needed.words:
        # "On 12 October my work coach wrote: …": ours would tell of the same message with less.
        is_dated = needed.told_on is not None and names_the_day(account, needed.told_on)
        return is_dated and (bool(THEIR_MESSAGE.search(account)) or _is_named_with_its_day(matter))
    return is_within(needed.words, account) and names_the_day(account, needed.told_on)


def _is_named_with_its_day(matter: Matter) -> bool:
    """Whether a sentence of the account tells of the message by its day and by what it was: "the to-do"."""
    needed = matter.facts.requirement
    name = THINGS_SENT.get(needed.told_by)
    told = split(matter.facts.account) if name else ()
    return any(names_the_day(each, needed.told_on) and re.search(rf"\b{name}\b", each, re.I) for each in told)


def message_itself(matter: Matter) -> Iterator[Sentence]:
    """Yield the message in its own words, or that there was one: who sent it, how and when."""
    needed = matter.facts.requirement
    if needed.told_by == "never":
        return
    if is_no_message(needed.words):
        yield from _words_of_a_paper(matter)
    elif needed.words or needed.told_on:
        yield _message_of_day(needed.words, matter)
    else:
        yield from _came_by(matter)


def _words_of_a_paper(matter: Matter) -> Iterator[Sentence]:
    """Yield what the person says that a paper says: no message said it, but one may have come as well."""
    needed, is_it = matter.facts.requirement, matter.facts.requirement.words.startswith("It ")
    came = (_message_of_day("", matter),) if needed.told_on else tuple(_came_by(matter)) if is_it else ()
    yield from came
    if is_it and not came:
        # "It" would point to nothing.
        yield matter.say("what-was-asked", "requirement.words", words=needed.words)
    else:
        yield as_told(needed.words, "requirement.words", matter)


def _message_of_day(words: str, matter: Matter) -> Sentence:
    """Return the message, in its `words` where there are any, with its day where that is known."""
    needed, provider = matter.facts.requirement, matter.facts.failure.provider
    name = _message_wording(matter) + ("-of-day" if needed.told_on else "")
    name += "" if words else "-no-words"
    slots = {
        "words": words,
        "day": matter.day(needed.told_on) if needed.told_on else "",
        "on_day": matter.on_day(needed.told_on) if needed.told_on else "",
        "provider": provider,
        "by": channel(needed.told_by),
    }
    fields = ("requirement.words", "requirement.told_on", "requirement.told_by")
    return matter.say(name, *fields, **{slot: value for slot, value in slots.items() if value})


def _came_by(matter: Matter) -> Iterator[Sentence]:
    """Yield how a message came of which neither the words nor the day are known."""
    needed, by = matter.facts.requirement, channel(matter.facts.requirement.told_by)
    if by is None:
        return
    spoken = needed.told_by in HEARD
    name = "told-spoken-no-words" if spoken else "message-came-by"
    if needed.seen in ("after", "never"):
        name = "message-said-to-be-sent"
    yield matter.say(name, "requirement.told_by", by=by)


def _message_wording(matter: Matter) -> str:
    needed = matter.facts.requirement
    if needed.seen == "never":
        return "message-alleged"
    if needed.told_by in HEARD:
        return "told-spoken"
    if matter.facts.failure.provider and needed.words and needed.told_on:
        return "message-provider"
    known = {"journal", "letter", "text-message", "email", "to-do"}
    return f"message-{needed.told_by}" if needed.told_by in known else "message-unknown"
