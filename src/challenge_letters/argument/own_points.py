"""The points that the person makes beside those the letter finds, and what else they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from challenge_letters.argument import typed
from challenge_letters.argument.demanded import Demanded
from challenge_letters.argument.ending_ours import TO_ASK, is_one_of_ours
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.sentences import QUOTED_TYPED, TYPED, Ground, Paragraph, Section, Sentence
from challenge_letters.case.failure import OwnPoint

# Behind why a late request is late, before all others; or behind why there was no failure, before its length.
FIRST, AFTER_OTHERS = 3, 80


def own_points(matter: Matter) -> Iterator[Ground]:
    """Yield each point of the person's own as a ground, under its own words as a heading."""
    for at, point in _told(matter.facts.own_points):
        rank = FIRST if point.comes_first else AFTER_OTHERS
        yield Ground("own-point", rank, _heading(matter, at, point), _because(matter, at, point))


def own_sections(matter: Demanded, *, come_first: bool) -> tuple[Section, ...]:
    """Return the person's own points in the answer to a demand: those that come first, or the others."""
    return tuple(
        Section(_heading(matter, at, point), _because(matter, at, point))
        for at, point in _told(matter.demand.own_points)
        if point.comes_first == come_first
    )


def _told(points: Sequence[OwnPoint]) -> Iterator[tuple[int, OwnPoint]]:
    """Yield each point that says anything, with its place."""
    return ((at, point) for at, point in enumerate(points) if point.says or point.because)


def own_requests(matters: Sequence[Matter]) -> Paragraph:
    """Return what else is asked for, of each decision or warning."""
    return tuple(said for each in matters for said in _asked(each, each.facts.own_request))


def own_request(matter: Demanded) -> Paragraph:
    """Return what else is asked for in the answer to a demand."""
    return _asked(matter, matter.demand.own_request)


def _heading(matter: Matter | Demanded, at: int, point: OwnPoint) -> Sentence:
    """Return the heading: the point as it was typed; quoted where it is no sentence, or the client's word.

    With nothing told of it the point stands under a heading of ours, and so does what has no point.
    """
    words = typed.flat(point.says)
    if not (words and point.because):
        return matter.say("heading-more-to-weigh", "own_points")
    is_plain = typed.is_sentence(typed.stopped(words)) and stands_plain(words, matter.voice)
    name = "heading-own-point" if is_plain else "heading-own-point-quoted"
    return matter.say(name, f"own_points.{at}.says", words=typed.unstopped(words))


def _because(matter: Matter | Demanded, at: int, point: OwnPoint) -> tuple[Paragraph, ...]:
    """Return what stands under the heading: a paragraph for each line, where each is made of sentences."""
    field = f"own_points.{at}.because"
    if not point.because:
        return ((_as_typed(matter, f"own_points.{at}.says", point.says, stem="stem-more"),),)
    lines = [line for line in point.because.splitlines() if line.strip()]
    if len(lines) < 2 or "fragment" in map(typed.shape, lines):
        lines = [point.because]
    return tuple((_as_typed(matter, field, line, stem="stem-more"),) for line in lines)


def _asked(matter: Matter | Demanded, words: str) -> Paragraph:
    if typed.shape(words) == "nothing":
        return ()
    if TO_ASK.match(words) and is_one_of_ours(words, matter.voice):
        return (matter.say("stem-ask-joined", "own_request", words=typed.unstopped(typed.flat(words))),)
    return (_as_typed(matter, "own_request", words, stem="stem-ask"),)


def _as_typed(matter: Matter | Demanded, field: str, words: str, *, stem: str) -> Sentence:
    """Return `words` as sentences of the letter, or of the client; led by the row `stem` if they are none."""
    text = typed.flat(words)
    if typed.shape(words) == "fragment":
        return matter.say(stem, field, words=text)
    name = TYPED if stands_plain(text, matter.voice) else QUOTED_TYPED
    return matter.say(name, field, words=typed.stopped(text))
