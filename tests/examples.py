"""The example cases, and the letters they give on the day for which they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import read_case
from challenge_letters.letters.example_texts import WRITTEN_ON
from challenge_letters.plan.outcome import Plan, PlannedLetter
from challenge_letters.plan.planning import make_plan

FOLDER = Path(__file__).parents[1] / "examples"
AS_AT = WRITTEN_ON


@dataclass(frozen=True)
class ExampleLetter:
    """One letter of one example."""

    example: str
    letter: PlannedLetter
    case: Case

    @property
    def name(self) -> str:
        return f"{self.example}.{self.letter.kind}"


@cache
def names() -> tuple[str, ...]:
    """Return the names of all examples."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


@cache
def case_of(example: str) -> Case:
    """Return the case in examples/<example>.json."""
    return read_case((FOLDER / f"{example}.json").read_text(encoding="utf-8"))


@cache
def plan_of(example: str) -> Plan:
    """Return the plan of an example on its day."""
    return make_plan(case_of(example), on=AS_AT)


def letters() -> Iterator[ExampleLetter]:
    """Yield every letter of every example that somebody would send: not those nobody has asked for."""
    for example in names():
        for letter in plan_of(example).letters:
            if not letter.is_optional:
                yield ExampleLetter(example, letter, case_of(example))
