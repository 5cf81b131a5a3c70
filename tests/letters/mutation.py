"""Takes one paragraph or condition out of the templates at a time, and reports where nobody would notice.

A mutant survives when none of the letters it is tried on changes by one word or gains an empty paragraph (which
no letter may have). Everything happens in memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from weakref import ref

from tests.letters.sheets import SheetSample

from challenge_letters.case.case import Case
from challenge_letters.letters.context import letter_context
from challenge_letters.letters.environment import make_environment
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.filling import filled_text
from challenge_letters.letters.package import packed
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sources import (
    BODY,
    PARAGRAPH,
    RUN_TEXT,
    is_phrase,
    members,
    source,
    template_of,
)
from challenge_letters.plan.outcome import PlannedLetter

Triple = tuple[PlannedLetter, Case, date]
CONDITION = re.compile(r"\{%-?\s*(if|elif)\s+(.*?)\s*-?%\}", re.DOTALL)
TAG = re.compile(r"\{[%{#].*?[%}#]\}", re.DOTALL)
INCLUDED = re.compile(r'\{%-?\s*include\s+"([^"]+)"')
HOLDS_SOMETHING = re.compile(r"<w:t(?: [^>]*)?>[^<]*[^<\s]|<w:tab/>|<w:instrText")
ALWAYS, NEVER = "true", "false"
NO_WORDS = "{{ no_words_for("
ANY_DAY = date(2027, 1, 1)


@dataclass(frozen=True)
class Mutant:
    """One change to one template source: what was done where, and the source afterwards."""

    name: str
    what: str
    source: str


def survivors(
    triples: Iterable[Triple], sheets: Iterable[SheetSample] = (), only: str = ""
) -> tuple[Mutant, ...]:
    """Return the mutants that change none of the letters in `triples` (letter, case, day of writing) and no sheet.

    Every source those letters use is mutated, or only those whose name contains `only`.
    """
    bench = _Bench(tuple(triples), tuple(sheets))
    names = [name for name in bench.names() if only in name]
    return tuple(mutant for name in names for mutant in mutants(name) if not bench.notices(mutant))


def mutants(name: str) -> Iterator[Mutant]:
    """Yield every change tried on the source `name`."""
    text = source(name)
    removals = _phrases if is_phrase(name) else _paragraphs
    yield from (Mutant(name, f"without: {what}", changed) for what, changed in removals(text))
    for found in CONDITION.finditer(text):
        for answer in (NEVER,) if _is_last_choice(text, found) else (ALWAYS, NEVER):
            tag = f"{{% {found[1]} {answer} %}}"
            changed = text[: found.start()] + tag + text[found.end() :]
            yield Mutant(name, f"{answer}: {found[0]} (at {found.start()})", changed)


def _is_last_choice(text: str, found: re.Match[str]) -> bool:
    """Whether only an answer that no model allows could come to the branch after this one."""
    after, marker, _ = text[found.end() :].partition(f"{{% else %}}{NO_WORDS}")
    return bool(marker) and "{% elif" not in after


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    for found in PARAGRAPH.finditer(text):
        words = "".join(RUN_TEXT.findall(found[0]))
        if words.strip() and "instrText" not in found[0]:
            yield words, text[: found.start()] + text[found.end() :]


def _phrases(text: str) -> Iterator[tuple[str, str]]:
    """Yield each stretch of words between two tags, and each value printed."""
    at = 0
    for tag in [*TAG.finditer(text), None]:
        end = tag.start() if tag else len(text)
        if text[at:end].strip():
            yield text[at:end], text[:at] + text[end:]
        if tag is None:
            return
        if tag[0].startswith("{{") and not tag[0].startswith(NO_WORDS):
            yield tag[0], text[: tag.start()] + text[tag.end() :]
        at = tag.end()


class _Bench:
    """The letters before any change, and an engine of its own in which one source can be changed."""

    def __init__(self, triples: Sequence[Triple], sheets: Sequence[SheetSample]) -> None:
        self.changed: dict[str, str] = {}
        self.engine = make_environment(lambda name: self.changed.get(name) or source(name))
        self.letters = [
            (_uses(template_of(letter.kind, nation=case.nation)), _letter_writer(letter, case, on))
            for letter, case, on in triples
        ]
        self.letters += [
            (_uses(f"{each.sheet}.docx"), _writer(f"{each.sheet}.docx", each.context)) for each in sheets
        ]
        self.before = [write(self.engine) for _, write in self.letters]
        # Short letters are asked first, then whichever noticed last: its neighbours are mostly noticed by it too.
        self.order = sorted(range(len(self.letters)), key=lambda at: len(self.before[at]))

    def names(self) -> list[str]:
        return sorted({name for uses, _ in self.letters for name in uses})

    def notices(self, mutant: Mutant) -> bool:
        """Whether any letter changes, or can no longer be written, with `mutant` in place."""
        self._put(mutant.name, mutant.source)
        try:
            concerned = (at for at in self.order if mutant.name in self.letters[at][0])
            noticed_by = next((at for at in concerned if self._differs(at)), None)
            if noticed_by is None:
                return False
            self.order.remove(noticed_by)
            self.order.insert(0, noticed_by)
            return True
        finally:
            self._put(mutant.name, "")

    def _differs(self, at: int) -> bool:
        try:
            return self.letters[at][1](self.engine) != self.before[at]
        except LettersError:
            return True

    def _put(self, name: str, text: str) -> None:
        self.changed[name] = text
        cache_of = self.engine.cache
        assert cache_of is not None
        cache_of.pop((ref(self.engine.loader), name), None)  # type: ignore[type-var]


def _letter_writer(letter: PlannedLetter, case: Case, on: date) -> Callable[..., str]:
    file = template_of(letter.kind, nation=case.nation)
    return _writer(file, lambda: letter_context(letter, case, on=on))


def _writer(file: str, context: Callable[[], dict[str, Any]]) -> Callable[..., str]:

    @cache
    def text_of(filled: tuple[tuple[str, str], ...]) -> str:
        gaps = sum(empty_paragraphs(xml) for _, xml in filled)
        return f"{gaps} {plain_text(packed(members(file), dict(filled), title='', on=ANY_DAY))}"

    def write(engine: object) -> str:
        filled = filled_text(engine, file, context())  # type: ignore[arg-type]
        return text_of(tuple(filled.items()))

    return write


def empty_paragraphs(xml: str) -> int:
    """Return how many paragraphs of `xml` have nothing in them: no words, no line to write on, no field."""
    return sum(not HOLDS_SOMETHING.search(each) for each in PARAGRAPH.findall(xml))


@cache
def _uses(file: str) -> frozenset[str]:
    """Return the names of every source the letter `file` is made of."""
    found = {f"{file}/{BODY}", f"{file}/word/header1.xml"}
    waiting = list(found)
    while waiting:
        for name in INCLUDED.findall(source(waiting.pop())):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)
