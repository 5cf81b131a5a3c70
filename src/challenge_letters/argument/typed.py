"""What a person typed: its shape, its sentences, its seams, and what is said twice.

Nothing inside a typed text is ever changed. A closing full stop may be added, and the text may be taken apart
between its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from challenge_letters.argument.sentences import LeftOut

Shape = Literal["nothing", "long", "sentences", "fragment"]
LONG = 60
LINE_BREAK = re.compile(r"[ \t]*\n\s*")
NOTHING = re.compile(
    r"(nothing|no|none|n/?a|-+|nobody|no one|nobody answered|no answer|nil)[.!]?", re.IGNORECASE
)
STOP = re.compile(r"[.!?…][”\"'’)]*$")
TITLE = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!e\.g)(?<!i\.e)(?<!\b[ap]\.m)"
SENTENCE_END = re.compile(rf"{TITLE}(?<=[.!?])[”\"’)]*\s+(?=[A-Z“\"'‘(0-9£]|i\b)")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
VERB = re.compile(
    r"\b(am|is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|will|would|shall|should"
    r"|cannot|\w+n['’]t|\w{3,}ed|said|told|went|came|got|took|made|gave|rang|wrote|saw|woke|sent|left|fell|felt"
    r"|broke|lost|found|knew|kept|put|met|ran|brought|thought|spent|slept|understood|need|needs|want|wants"
    r"|know|live|lives|works?|looks?|says?|takes?|comes?|goes?|means?|makes?|shut|cut|began|became|held|stood"
    r"|paid|let|read|heard|drove|caught|hurt|threw|spoke|sat|stays?|ends?|starts?|died|go|gets?"
    r"|gives?|feels?|keeps?|sees?|cares?|helps?|calls?|asks?|thinks?|tries|grew|rose|lay|hit|won|bought|taught)\b",
    re.IGNORECASE,
)
# How people finish "I could not …": a verb as it stands after "could not", in a small letter.
AFTER_COULD_NOT = re.compile(
    r"(afford|answer|apply|attend|be|breathe|call|charge|check|climb|come|complete|concentrate|cope|cross|do|drive"
    r"|eat|feed|fill|find|finish|focus|get|give|go|hear|hold|join|keep|leave|lift|log|look|make|meet|move|open|pay"
    r"|phone|pick|post|print|reach|read|ring|run|search|see|send|show|sign|sit|sleep|speak|stand|start|stay|take"
    r"|talk|tell|think|travel|turn|type|understand|upload|use|wait|walk|wash|work|write)"
    r" (?:[^.!?]|\.(?=\d))*\.?"
)
PRONOUN = re.compile(r"\b(I|we|he|she|it|they|you|there|nobody|somebody|who)\b", re.IGNORECASE)
# Whatever verb follows: who begins like this and comes to a stop has written a sentence.
SUBJECT = re.compile(r"(I|We|He|She|They|It|You|Nobody|Somebody) (?!and\b|or\b)\w+ \w+")
FIRST_PERSON = re.compile(r"\b(i|me|my|mine|myself|we|us|our|ours|ourselves)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W_][\w'’:.,/£-]*", re.UNICODE)
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a an the and or but so as at by for from in into of off on out over to up with without about after
        before i me my mine we us our he him his she her it its they them their you your this that these those
        there am is are was were be been being has have had do does did can could may might must will would
        shall should not no nor only just very then than when while which who what where how all any some
        """,
    )
)
SHARE = 3 / 4


@dataclass(frozen=True)
class Typed:
    """One sentence that somebody typed, with the answer it stands in."""

    words: str
    answer: str
    is_whole: bool = False

    @property
    def begins_with_i(self) -> bool:
        return self.words.startswith(("I ", "I'", "I’"))


def is_of_oneself(text: str) -> bool:
    """Whether `text` speaks of its writer: in somebody else's letter it can only stand as a quotation."""
    return bool(FIRST_PERSON.search(text))


def flat(text: str) -> str:
    """Return `text` on one line: its line breaks become spaces, everything else stays as it was typed."""
    return LINE_BREAK.sub(" ", text).strip()


def shape(text: str) -> Shape:
    """Return what kind of text `text` is."""
    line = flat(text)
    if not line or NOTHING.fullmatch(line):
        return "nothing"
    if (
        len(line.split()) > LONG
        or re.search(r"\n[ \t]*\n|^\s*[-*•]", text, re.MULTILINE)
        or not _is_latin(line)
    ):
        return "long"
    return "sentences" if all(is_sentence(each) for each in split(line)) else "fragment"


def is_sentence(text: str) -> bool:
    """Whether `text` can stand as a sentence: it opens like one and has a verb, with or without its stop."""
    opens = text[:1].isupper() or text[:1] in "“\"'‘£" or text[:2] == "i " or text[:1].isdigit()
    has_verb = VERB.search(text) and (STOP.search(text) or PRONOUN.search(text))
    return bool(opens and (has_verb or (SUBJECT.match(text) and STOP.search(text))))


def split(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, its line breaks as spaces, each exactly as typed."""
    line = flat(text)
    cuts = [0, *(match.end() for match in SENTENCE_END.finditer(line)), len(line)]
    return tuple(line[start:stop].strip() for start, stop in pairwise(cuts) if line[start:stop].strip())


def stopped(text: str) -> str:
    """Return `text` with a full stop where it has no end."""
    text = text.strip()
    return text if not text or STOP.search(text) else f"{text}."


def unstopped(text: str) -> str:
    """Return `text` without its closing full stop, to stand inside a sentence."""
    text = text.strip()
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def sentences_of(text: str, answer: str) -> tuple[Typed, ...]:
    """Return the sentences of one box; a long text, or one that is no sentence, is one whole."""
    kind = shape(text)
    if kind == "nothing":
        return ()
    if kind == "sentences":
        return tuple(Typed(each, answer) for each in split(text))
    return (Typed(flat(text), answer, is_whole=True),)


@dataclass(frozen=True)
class Kept:
    """The typed sentences a letter has to print, in the order of their boxes, and those it leaves out."""

    sentences: tuple[Typed, ...]
    left_out: tuple[LeftOut, ...]

    def of(self, answer: str) -> tuple[Typed, ...]:
        """Return the sentences kept of the box `answer`."""
        return tuple(each for each in self.sentences if each.answer == answer)


def kept(boxes: Iterable[tuple[str, str]], *, says_it: Callable[[str, str], bool] | None = None) -> Kept:
    """Return the sentences of `boxes` (answer, text), without what another sentence says as well.

    `says_it` tells whether one says another: by what they are about, if nothing else is given. Of two the one
    with more numbers stays, then the longer, then the one that comes first.
    """
    told = [each for answer, text in boxes for each in sentences_of(text, answer)]
    strength = {id(each): (-len(marks(each.words)), -len(each.words), at) for at, each in enumerate(told)}
    staying: list[Typed] = []
    left_out: list[LeftOut] = []
    for each in sorted(told, key=lambda typed: strength[id(typed)]):
        others = (one for one in staying if one.answer != each.answer)
        other = next((one for one in others if (says_it or says)(one.words, each.words)), None)
        if other is None:
            staying.append(each)
        else:
            left_out.append(LeftOut(each.words, each.answer, "twice", other.words))
    staying.sort(key=lambda typed: strength[id(typed)][2])
    return Kept(tuple(staying), tuple(left_out))


def is_the_same(other: str, words: str) -> bool:
    """Whether two sentences are the same word for word: where each may be an event of its own."""
    return WORD.findall(other.lower()) == WORD.findall(words.lower())


def says(other: str, words: str) -> bool:
    """Whether `other` holds every number, day and name of `words`, and three quarters of what it is about."""
    if not marks(words) <= marks(other) | _stems(other):
        return False
    about = _stems(words)
    return bool(about) and len(about & _stems(other)) >= SHARE * len(about)


def marks(words: str) -> frozenset[str]:
    """Return the numbers, times and names in `words`."""
    found = WORD.findall(words)
    named = {each for each in found[1:] if each[:1].isupper() and each not in ("I", "I'm", "I’m")}
    numbered = {each for each in found if any(char.isdigit() for char in each)}
    return frozenset(
        each.strip(".,:;").lower()[:5] if each in named else each.strip(".,:;") for each in named | numbered
    )


def _stems(words: str) -> frozenset[str]:
    bare = (each.strip(".,:;'’").lower() for each in WORD.findall(words))
    return frozenset(each[:5] for each in bare if each not in SMALL_WORDS)


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return not letters or sum(bool(LATIN.match(char)) for char in letters) * 2 >= len(letters)


def runs(sentences: Iterable[Typed]) -> Iterator[tuple[Typed, ...]]:
    """Yield `sentences` in stretches of the same kind: whole texts each alone, the others together."""
    waiting: list[Typed] = []
    for each in sentences:
        if each.is_whole:
            if waiting:
                yield tuple(waiting)
            waiting = []
            yield (each,)
        else:
            waiting.append(each)
    if waiting:
        yield tuple(waiting)
