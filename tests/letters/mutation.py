"""Takes one paragraph or condition out of the templates at a time, and reports where nobody would notice.

A mutant survives when none of the letters it is tried on changes by one word or gains an empty paragraph (which
no letter may have). Everything happens in memory. Each template is compiled once, with a switch at every place that
can change; so each letter also tells which of them it comes to, and a mutant is tried on those letters only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from typing import Any

from jinja2 import Environment
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
    is_included,
    is_phrase,
    members,
    source,
    template_files,
    template_of,
)
from challenge_letters.plan.outcome import PlannedLetter

Triple = tuple[PlannedLetter, Case, date]
CONDITION = re.compile(r"(\{%-?\s*(?:if|elif)\s+)(.*?)(\s*-?%\})", re.DOTALL)
TAG = re.compile(r"\{[%{#].*?[%}#]\}", re.DOTALL)
OPENS = re.compile(r"\{%-?\s*(if|for|macro|filter|with|call|set(?![^%]*=))\b")
CLOSES = re.compile(r"\{%-?\s*end")
GOES_ON = re.compile(r"\{%-?\s*(elif|else)\b")
INCLUDED = re.compile(r'\{%-?\s*include\s+"([^"]+)"')
HOLDS_SOMETHING = re.compile(r"<w:t(?: [^>]*)?>[^<]*[^<\s]|<w:tab/>|<w:instrText")
HEADER = "word/header1.xml"
WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
ALWAYS, NEVER = "true", "false"
NO_WORDS = "{{ no_words_for("
ANY_DAY = date(2027, 1, 1)
# What a template asks and says at each switch.
IS_ON, COMES_TO = "is_on", "comes_to"


@dataclass(frozen=True)
class Mutant:
    """One change to one template source: what is done, and the replacement of the characters `start` to `end`."""

    name: str
    what: str
    start: int
    end: int
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"

    @property
    def source(self) -> str:
        """The source with the change made."""
        text = source(self.name)
        return text[: self.start] + self.instead + text[self.end :]


def sources() -> tuple[str, ...]:
    """Return the name of every source of every template: a letter has two, its body and its header."""
    return tuple(
        name
        for file in template_files()
        for name in ([file] if is_included(file) else [f"{file}/{BODY}", f"{file}/{HEADER}"])
    )


@cache
def mutants(name: str) -> tuple[Mutant, ...]:
    """Return every change tried on the source `name`."""
    text = source(name)
    removals = _phrases if is_phrase(name) else _paragraphs
    return (
        *(Mutant(name, f"without: {text[start:end]}", start, end) for start, end in removals(text)),
        *(
            Mutant(name, f"{answer}: {found[0]} (at {found.start()})", found.start(2), found.end(2), answer)
            for found in CONDITION.finditer(text)
            for answer in ((NEVER,) if _is_last_choice(text, found) else (ALWAYS, NEVER))
        ),
    )


def _is_last_choice(text: str, found: re.Match[str]) -> bool:
    """Whether only an answer that no model allows could come to the branch after this one."""
    after, marker, _ = text[found.end() :].partition(f"{{% else %}}{NO_WORDS}")
    return bool(marker) and "{% elif" not in after


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph stands that has words. One that opens what another closes cannot go."""
    for found in PARAGRAPH.finditer(text):
        words = "".join(RUN_TEXT.findall(found[0]))
        if words.strip() and "instrText" not in found[0] and _is_whole(found[0]):
            yield found.span()


def _is_whole(text: str) -> bool:
    depth = 0
    for tag in TAG.findall(text):
        depth += bool(OPENS.match(tag)) - bool(CLOSES.match(tag))
        if depth < 0 or (depth == 0 and GOES_ON.match(tag)):
            return False
    return depth == 0


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of words between two tags stands, and each value printed."""
    at = 0
    for tag in [*TAG.finditer(text), None]:
        end = tag.start() if tag else len(text)
        if text[at:end].strip():
            yield at, end
        if tag is None:
            return
        if tag[0].startswith("{{") and not tag[0].startswith(NO_WORDS):
            yield tag.span()
        at = tag.end()


def switched(name: str) -> str:
    """Return the source `name` with a switch for each mutant, by its number among those of `name`."""
    text = source(name)
    inserts: dict[int, list[tuple[bool, str]]] = defaultdict(list)
    for number, mutant in enumerate(mutants(name)):
        switch = f"{name!r}, {number}"
        if mutant.instead:
            forced = f"({mutant.instead} if {IS_ON}({switch}) else {COMES_TO}({switch}, {mutant.instead}, "
            inserts[mutant.start].append((False, forced))
            inserts[mutant.end].append((True, "))"))
        else:
            opening, closing = _strips(text, mutant)
            asked = f"{COMES_TO}({switch}, true, {IS_ON}({switch}))"
            inserts[mutant.start].append((False, f"{{%{opening[0]} if not {asked} {opening[1]}%}}"))
            inserts[mutant.end].append((True, f"{{%{closing[0]} endif {closing[1]}%}}"))
    return _with(text, inserts)


def _strips(text: str, mutant: Mutant) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the signs that take white space away, for both sides of the tag that opens a switch and closes it."""
    inside = text[mutant.start : mutant.end]
    if inside.startswith("{{"):
        return ("-" * inside.startswith("{{-"), ""), ("", "-" * inside.endswith("-}}"))
    before, after = text[: mutant.start], text[mutant.end :]
    return ("", "-" * before.endswith(("-%}", "-}}"))), ("-" * after.startswith(("{%-", "{{-")), "")


def _with(text: str, inserts: dict[int, list[tuple[bool, str]]]) -> str:
    """Return `text` with `inserts` by place, those first that close something."""
    made, at = [], 0
    for place in sorted(inserts):
        made.append(text[at:place])
        made += [insert for closes, insert in inserts[place] if closes]
        made += [insert for closes, insert in inserts[place] if not closes]
        at = place
    return "".join([*made, text[at:]])


class Bench:
    """Letters to try mutants on, and an engine of its own whose templates have switches."""

    def __init__(self, triples: Iterable[Triple], sheets: Iterable[SheetSample] = ()) -> None:
        """Take letters (a letter, its case, the day of writing) and sheets."""
        self.on: tuple[str, int] | None = None
        self.reached: set[tuple[str, int]] = set()
        self.engine = make_environment(switched)
        self.engine.globals.update({IS_ON: self._is_on, COMES_TO: self._comes_to})
        self.letters = [
            _Letter(
                template_of(letter.kind, nation=case.nation), partial(letter_context, letter, case, on=on)
            )
            for letter, case, on in triples
        ]
        self.letters += [_Letter(f"{each.sheet}.docx", each.context) for each in sheets]

    @cached_property
    def names(self) -> list[str]:
        """Every source that the letters are made of."""
        return sorted({name for letter in self.letters for name in _uses(letter.file)})

    def survivors(self, name: str) -> list[Mutant]:
        """Return the mutants of the source `name` that change no letter."""
        numbered = enumerate(mutants(name))
        return [mutant for number, mutant in numbered if not self._is_noticed((name, number))]

    def _is_noticed(self, switch: tuple[str, int]) -> bool:
        """Whether any letter changes, or can no longer be written, with `switch` turned."""
        return any(self._differs(letter, switch) for letter in self._coming_to.get(switch, ()))

    @cached_property
    def _coming_to(self) -> dict[tuple[str, int], list[_Letter]]:
        """The letters that come to each switch, short ones first. Raises if a switch changes what it should not."""
        found: dict[tuple[str, int], list[_Letter]] = defaultdict(list)
        plain = make_environment(source)
        for letter in self.letters:
            letter.before = letter.filled(plain)
            self.reached.clear()
            assert letter.filled(self.engine) == letter.before, f"switches change {letter.file}"
            for switch in self.reached:
                found[switch].append(letter)
        for letters in found.values():
            letters.sort(key=lambda letter: sum(map(len, letter.before.values())))
        return found

    def _differs(self, letter: _Letter, switch: tuple[str, int]) -> bool:
        self.on = switch
        try:
            after = letter.filled(self.engine)
        except LettersError:
            return True
        finally:
            self.on = None
        return after != letter.before and text_of(letter.file, after) != letter.text_before

    def _is_on(self, name: str, number: int) -> bool:
        return (name, number) == self.on

    def _comes_to(self, name: str, number: int, unless: object, answer: object) -> object:
        """Return `answer`, and note that the letter comes to a switch that would make another of it."""
        if bool(answer) is not unless:
            self.reached.add((name, number))
        return answer


class _Letter:
    """One letter: its file, and what goes into it."""

    def __init__(self, file: str, context: Callable[[], dict[str, Any]]) -> None:
        self.file = file
        self.context = context
        self.before: dict[str, str] = {}

    def filled(self, engine: Environment) -> dict[str, str]:
        return filled_text(engine, self.file, self.context())

    @cached_property
    def text_before(self) -> str:
        return text_of(self.file, self.before)


def text_of(file: str, filled: Mapping[str, str]) -> str:
    """Return the words of the letter `file` and of its running head, and how many of its paragraphs are empty."""
    gaps = sum(empty_paragraphs(xml) for xml in filled.values())
    head = "".join(WORDS.findall(filled.get(HEADER, "")))
    return f"{gaps} {head} {plain_text(packed(members(file), filled, title='', on=ANY_DAY))}"


def empty_paragraphs(xml: str) -> int:
    """Return how many paragraphs of `xml` have nothing in them: no words, no line to write on, no field."""
    return sum(not HOLDS_SOMETHING.search(each) for each in PARAGRAPH.findall(xml))


@cache
def _uses(file: str) -> frozenset[str]:
    """Return the names of every source the letter `file` is made of."""
    found = {f"{file}/{BODY}", f"{file}/{HEADER}"}
    waiting = list(found)
    while waiting:
        for name in INCLUDED.findall(source(waiting.pop())):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)
