"""Reads the stories, and tells them to whatever can be asked: the steps and the story tables are those of ALKiln."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from gherkin.parser import Parser

STORIES = Path(__file__).parent / "stories"
MOST_PAGES = 60
Table = Mapping[str, str]


class NotTold(AssertionError):  # noqa: N818
    """The interview did not take the story as it is written."""


@dataclass(frozen=True)
class Step:
    """One line of a story, with its table: what is chosen or typed, by variable."""

    text: str
    table: Table


@dataclass(frozen=True)
class Story:
    """One scenario of a file."""

    file: str
    name: str
    steps: tuple[Step, ...]


class Listener(ABC):
    """Somebody in front of the interview, on one host."""

    @abstractmethod
    def start(self, interview: str) -> None:
        """Open the interview in the file `interview` at its first question."""

    @property
    @abstractmethod
    def page(self) -> str:
        """The id of the question on the screen."""

    @property
    @abstractmethod
    def text(self) -> str:
        """Everything that can be read on the screen, with single spaces."""

    @abstractmethod
    def answer(self, table: Table) -> set[str]:
        """Answer the page with the rows that belong to it, go on, and return their variables. Raises NotTold."""

    @abstractmethod
    def carry_on(self) -> None:
        """Press the main button."""

    def answer_until(self, page: str, table: Table) -> None:
        """Answer one page after the other until `page` is on the screen. Raises NotTold."""
        used: set[str] = set()
        for _ in range(MOST_PAGES):
            if self.page == page:
                break
            used |= self.answer(table)
        else:
            raise NotTold(f"{page!r} never came; the screen shows {self.page!r}")
        if set(table) - used:
            raise NotTold(f"nobody asked for {sorted(set(table) - used)}")


def stories(folder: Path = STORIES) -> Iterator[Story]:
    """Yield every story in the files of `folder`."""
    for path in sorted(folder.glob("*.feature")):
        yield from read_stories(path.read_text(encoding="utf-8"), path.stem)


def read_stories(text: str, file: str) -> Iterator[Story]:
    """Yield the scenarios in `text`. Raises gherkin's CompositeParserException for what is no Gherkin."""
    for child in Parser().parse(text)["feature"]["children"]:
        scenario = child["scenario"]
        yield Story(file, scenario["name"], tuple(_step(step) for step in scenario["steps"]))


def _step(step: Mapping[str, Any]) -> Step:
    rows = [[cell["value"] for cell in row["cells"]] for row in step.get("dataTable", {}).get("rows", ())]
    names = [row[0] for row in rows[1:]]
    if len(set(names)) != len(names):
        raise NotTold(f"a variable has two rows: {sorted(names)}")
    return Step(step["text"], dict(zip(names, (row[1] for row in rows[1:]), strict=True)))


def tell(story: Story, listener: Listener) -> None:
    """Tell `story` to `listener`. Raises NotTold with the step that went wrong."""
    for step in story.steps:
        do, found = _meant(step)
        try:
            do(listener, found, step.table)
        except NotTold as fault:
            raise NotTold(f"{story.file}, {story.name!r}, {step.text!r}: {fault}") from fault


def _meant(step: Step) -> tuple[Callable[..., None], re.Match[str]]:
    for pattern, do in STEPS:
        found = re.fullmatch(pattern, step.text)
        if found:
            return do, found
    raise NotTold(f"no such step: {step.text!r}")


def typed_day(text: str) -> date:
    """Return the day that a row gives as day/month/year. Raises NotTold."""
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no timezone
    except ValueError as bad:
        raise NotTold(f"{text!r} is no day/month/year") from bad


def _start(listener: Listener, found: re.Match[str], _table: Table) -> None:
    listener.start(found[1])


def _answer(listener: Listener, found: re.Match[str], table: Table) -> None:
    listener.answer_until(found[1], table)


def _carry_on(listener: Listener, _found: re.Match[str], _table: Table) -> None:
    listener.carry_on()


def _see(listener: Listener, found: re.Match[str], _table: Table) -> None:
    if found[1] not in listener.text:
        raise NotTold(f"it is not on the page: {listener.text[:1500]}")


def _not_see(listener: Listener, found: re.Match[str], _table: Table) -> None:
    if found[1] in listener.text:
        raise NotTold("it is on the page")


def _is_page(listener: Listener, found: re.Match[str], _table: Table) -> None:
    if listener.page != found[1]:
        raise NotTold(f"the screen shows {listener.page!r}")


# The wording is ALKiln's, so that it could tell the same files.
STEPS: tuple[tuple[str, Callable[[Listener, re.Match[str], Table], None]], ...] = (
    (r'I start the interview at "([^"]+)"', _start),
    (r'I get to "([^"]+)" with this data:', _answer),
    (r"I tap to continue", _carry_on),
    (r'I should see the phrase "([^"]+)"', _see),
    (r'I should not see the phrase "([^"]+)"', _not_see),
    (r'the question id should be "([^"]+)"', _is_page),
)
