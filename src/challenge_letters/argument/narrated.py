"""What was typed of something said: its words, or a narration of it that stands as a sentence of its own.

"At 13:40 I wrote: “I cannot come”" and "I told her all of it" are no words that somebody used: nothing of
ours quotes them once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument.channels import HEARD
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.of_a_paper import AT_THE_MOMENT
from challenge_letters.argument.own_word import may_be_led, stands_plain
from challenge_letters.argument.same_event import (
    A_FEW_WORDS,
    DENIED,
    QUOTED,
    are_among,
    is_within,
    marks,
    quotations,
    says,
    stems,
)
from challenge_letters.argument.sentences import Sentence
from challenge_letters.argument.typed import flat, in_small, is_no_answer, is_sentence, split, stopped
from challenge_letters.argument.voice import Voice
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.whose_word import names_client
from challenge_letters.law.spoken import MONTHS

NO_ANSWER = re.compile(
    r"\b(nobody|no one) (has )?(answered|replied|rang|wrote|got back)|\bno (answer|reply|response|call)\b",
    re.IGNORECASE,
)
RINGING_BACK = re.compile(r"\b(call|ring|rang|phone)(ed)?[- ]?back\b", re.IGNORECASE)

# A narration of an answer is no answer: "He put down declined", "I was told it would be noted".
NARRATED = re.compile(
    r"((He|She|They|Nobody|Somebody|Someone|No one|My (work )?coach|(Mr|Mrs|Ms|Miss|Dr)\.? \w+) \w+"
    r"|The (\w+ ){1,6}(said|told|put|wrote|answered|replied|asked)\b"
    r"|I (was|got|had|heard|never)\b)"
)
# "At 13:40", "On 6 October": what may stand before whoever said it.
LED = (
    r"(?:(?:At|On|In|By|Then|When|After|Before|Around|About|Later|Next|That|The (?:same|next))\b"
    r"[^“\"!?]{0,60}?[ ,] ?)?"
)
WHO = (
    r"(?:I|We|[Hh]e|[Ss]he|[Tt]hey|(?:My|my|The|the) (?:[\w’'-]+ ){0,3}?[\w’'-]+"
    r"|(?!(?:You|Your|Please|Nobody|Nothing|No)\b)[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2})(?:['’](?:d|ve))?"
)
OFTEN = r"(?: (?:had|have|then|also|just|again|already|only)){0,2}"
SAID = (
    r"told|said|explained|mentioned|answered|replied|complained|let (?:[\w’']+ ){1,4}know"
    r"|(?:was|got|were) (?:told|asked)|asked (?:if|whether|could|can|for|them|him|her)"
)
RANG = r"rang|phoned|called|spoke|asked"
WROTE = r"wrote|messaged|texted|emailed|e-mailed|put|typed|posted|sent"
SAYING = re.compile(rf"{LED}{WHO}{OFTEN} (?:{SAID}|{RANG}|{WROTE})\b")
# In which ways what is narrated can have been said: "I rang" in a message tells of something else.
NARRATES = {
    "spoken": re.compile(rf"{LED}{WHO}{OFTEN} (?:{SAID}|{RANG})\b"),
    "written": re.compile(rf"{LED}{WHO}{OFTEN} (?:{SAID}|{WROTE})\b"),
}
# What goes on from "I", or from "I said", left out: "Told them I was ill", "that my bus was late".
GOES_ON_FROM = {
    "typed-of-mine": re.compile(
        r"(?:told|explained to|mentioned|asked (?:if|whether|could|can|for|them|him|her)|rang|phoned|spoke)"
        r" (?:[^.!?:“\"]|\.(?=\d))+[.!?]*",
        re.IGNORECASE,
    ),
    "typed-of-mine-that": re.compile(
        r"that (?:I|my|we|our|he|she|it|they|there|the|no)\b (?:[^.!?:“\"]|\.(?=\d))+[.!?]*", re.IGNORECASE
    ),
}
# The same of an answer, where "they" is left out: "said it would be noted".
THEIRS_GOES_ON = re.compile(
    r"(?:said|told|promised|asked|refused|would(?:n['’]t| not)|did(?:n['’]t| not)) "
    r"(?:[^.!?:“\"]|\.(?=\d))+[.!?]*",
    re.IGNORECASE,
)
OWN = re.compile(rf"{LED}(?:I|We)\b")
CHANNELS = re.compile(
    rf"\b(?:{SAID}|{RANG}|{WROTE}|journal|phone|message|e-?mail|text|letter|to-do|form)\b", re.IGNORECASE
)
NAMES_IT = {
    "journal": r"journal",
    "phone": r"rang|phone|phoned|called|call",
    "text-message": r"text|texted",
    "email": r"e-?mail|e-?mailed",
    "letter": r"letter",
    "form": r"form",
    "to-do": r"to-do",
    "account-details": r"details|account",
    "in-person": r"in person|desk|office|reception|coach|jobcentre",
    "appointment": r"appointment|coach|interview|meeting",
}


def is_narrated(text: str) -> bool:
    """Whether `text` tells of an answer, and is not its words: "He put down declined"."""
    line = flat(text)
    is_told = bool(NARRATED.match(line)) and is_sentence(stopped(line)) and not line.startswith(("“", '"'))
    return is_told or quotes_itself(line)


def is_narrated_telling(words: str, how: str) -> bool:
    """Whether `words`, typed of what somebody told the office, tell that they did: "I told her all of it"."""
    line = flat(words)
    if quotes_itself(line):
        return True
    is_message = OWN.match(line) and AT_THE_MOMENT.search(QUOTED.sub(" ", line))
    if line.startswith(("“", '"')) or is_message:
        return False
    ways = ("spoken",) if how in HEARD else ("written",) if how in NAMES_IT else tuple(NARRATES)
    return any(NARRATES[each].match(line) for each in ways) and is_sentence(stopped(line))


def is_answer_begun(words: str) -> bool:
    """Whether `words`, typed of an answer, leave out who gave it: "said it would be noted"."""
    return bool(THEIRS_GOES_ON.fullmatch(flat(words)))


def is_own_telling(words: str, how: str, voice: Voice) -> bool:
    """Do the same for what only the writer can have said, which may leave out "I": "told them I was ill".

    What an adviser types of a client by name are no words that the client used.
    """
    is_of_client = voice.is_adviser and names_client(words, voice.name, voice.called)
    is_told_of_them = is_of_client and is_sentence(stopped(flat(words)))
    return is_narrated_telling(words, how) or bool(goes_on_from(words, voice)) or is_told_of_them


def goes_on_from(words: str, voice: Voice) -> str:
    """Return the row of the wordings for what leaves out its "I" or "I said"; "" where nothing is left out.

    Only in one's own letter is it known whose "I" that is.
    """
    line = flat(words)
    ways = (name for name, pattern in GOES_ON_FROM.items() if pattern.fullmatch(line))
    return next(ways, "") if voice.is_own else ""


def quotes_itself(words: str) -> bool:
    """Whether `words` tell of something said and quote it: "At 13:40 I wrote: “I cannot come”"."""
    line = flat(words)
    quoted, told = _first_quotation(line), SAYING.match(line)
    if quoted is None or told is None or told.end() > quoted.start():
        return False
    return len(split(f"{line[: quoted.start()].strip()} X")) == 1


def _first_quotation(line: str) -> re.Match[str] | None:
    found = (each for each in QUOTED.finditer(line) if len(each.group().split()) >= A_FEW_WORDS)
    return next(found, None)


def is_told_again(words: str, text: str) -> bool:
    """Whether `text` tells all of `words`: word for word, or their quotation with its time and day.

    Several sentences may each be told in a place of their own.
    """
    return all(_is_told_again(each, text) for each in split(flat(words)) or (words,))


def _is_told_again(words: str, text: str) -> bool:
    is_quotation_told = quotes_itself(words) and _has_all(words, text)
    return is_within(words, text) or is_quotation_told or (bool(SAYING.match(words)) and says(text, words))


def is_message_narrated(words: str, text: str) -> bool:
    """Whether `text` tells all that a message of several words said: "I wrote that it was the funeral"."""
    return len(stems(words)) > A_FEW_WORDS and says(text, words)


def _has_all(words: str, text: str) -> bool:
    quoted = quotations(words)
    outside = QUOTED.sub(" ", words)
    if not quoted or not all(is_within(each, text) for each in quoted):
        return False
    its = marks(text) | stems(text)
    return not DENIED.search(outside) and are_among(stems(CHANNELS.sub(" ", outside)), its)


def names_the_day(text: str, day: RoughDay | None) -> bool:
    """Whether `text` has the very day, in one of the ways in which it is written."""
    if day is None or not day.is_exact:
        return day is None
    bare = f"{day.earliest.day}th"
    return bool({bare, f"{bare}-{MONTHS[day.month - 1][:3].lower()}"} & marks(text))


def names_the_way(text: str, how: str) -> bool:
    """Whether `text` says in which way it was told: by phone, in the journal."""
    return how not in NAMES_IT or bool(re.search(rf"\b(?:{NAMES_IT[how]})\b", text, re.IGNORECASE))


def as_told(words: str, field: str, matter: Matter, *, day: RoughDay | None = None) -> Sentence:
    """Return a narration as it stands in the letter: plain, its day before it where it names none."""
    said = stopped(flat(words))
    begun = goes_on_from(words, matter.voice)
    if begun:
        return matter.say(begun, field, words=in_small(said))
    if not stands_plain(said, matter.voice):
        return matter.say("client-says", field, words=said)
    if day and day.is_exact and may_be_led(said, matter.voice):
        return matter.say("on-day-typed", field, words=said, on_day=matter.on_day(day))
    return matter.say("typed", field, words=said)


def as_answer(text: str, field: str, matter: Matter) -> Sentence | None:
    """Return a narration of what came back as it stands in the letter; None where it is the very words."""
    words = stopped(flat(text))
    is_plain = stands_plain(words, matter.voice)
    if is_answer_begun(text) and is_plain:
        return matter.say("answer-typed-of-theirs", field, words=in_small(words))
    if is_narrated(text):
        return matter.say("typed" if is_plain else "client-says", field, words=words)
    return None


def is_dated(said: Sentence, day: RoughDay | None) -> bool:
    """Whether a narration, as it stands in the letter, has its day."""
    return "on_day" in said.slots or names_the_day(str(said.slots["words"]), day)


def is_answer_in(account: str, said_back: str) -> bool:
    """Whether `account` tells what came back, or that nothing did."""
    is_nothing = is_no_answer(said_back)
    return bool(NO_ANSWER.search(account)) if is_nothing else _is_answer_told(said_back, account)


def _is_answer_told(said_back: str, account: str) -> bool:
    """Whether `account` has the answer word for word, or tells all that a narration of it tells."""
    return is_within(said_back, account) or (
        len(said_back.split()) > A_FEW_WORDS and says(account, said_back)
    )


def answered(said_back: str, field: str, matter: Matter) -> Iterator[Sentence]:
    """Yield what came back: a sentence stands as typed, what is no sentence is quoted, "nothing" is said."""
    if not said_back:
        return
    if is_no_answer(said_back):
        # Somebody may have answered the call, and have promised another.
        yield matter.say("nobody-rang-back" if RINGING_BACK.search(said_back) else "nobody-answered", field)
    else:
        narrated = as_answer(said_back, field, matter)
        yield narrated or matter.say("answer-was", field, words=flat(said_back))
