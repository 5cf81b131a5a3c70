"""Composes a letter: from what is planned to the sentences that are read, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from challenge_letters.argument import closing, opening, requests
from challenge_letters.argument.grounds.good_reason import good_reason
from challenge_letters.argument.grounds.length import length
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Argument, Ground, Paragraph, Section, Sentence
from challenge_letters.argument.story import story
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.plan.outcome import PlannedLetter

COMPOSED = frozenset({"mandatory-reconsideration", "good-reason-statement"})


def compose(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of `letter`, one of `COMPOSED`, written on the day `on`."""
    voice = voice_of(letter.kind, case)
    matters = tuple(Matter(letter, each, case, on, voice) for each in letter.challenges)
    papers = closing.enclosures(matters)
    parts = tuple((each, grounds_of(each)) for each in matters)
    return Argument(
        subject=opening.subject(matters),
        opening=tuple(_opening(parts)),
        sections=tuple(_sections(parts)),
        asking=Sentence("heading-requests"),
        requests=requests.requests(matters),
        closing=closing.closing(matters),
        enclosing=Sentence("heading-enclosed") if papers else None,
        enclosures=papers,
        left_out=tuple(out for each in matters for out in each.left_out),
    )


def grounds_of(matter: Matter) -> tuple[Ground, ...]:
    """Return the grounds of one decision or warning, the strongest first."""
    found: list[Ground] = []
    for make in GROUNDS:
        ground = make(matter, tuple(each.kind for each in found))
        if ground:
            found.append(ground)
    return tuple(sorted(found, key=lambda each: each.rank))


GROUNDS: tuple[Callable[[Matter, Sequence[str]], Ground | None], ...] = (
    good_reason,
    lambda matter, _: length(matter),
)


def _opening(parts: Sequence[tuple[Matter, Sequence[Ground]]]) -> Iterator[Paragraph]:
    yield from opening.request([matter for matter, _ in parts])
    for matter, grounds in parts:
        said = opening.case_sentence(matter, grounds)
        if said:
            yield said


def _sections(parts: Sequence[tuple[Matter, Sequence[Ground]]]) -> Iterator[Section]:
    count = sum(len(grounds) for _, grounds in parts)
    for matter, grounds in parts:
        if len(parts) > 1:
            yield Section(opening.named(matter), (), is_upper=True)
        told = story(matter)
        if told:
            yield told
        for ground in grounds:
            yield Section(ground.heading, ground.paragraphs, is_numbered=count > 1)
