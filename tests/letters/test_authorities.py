"""Every authority that a template can reach is named by some letter: law nobody's letter names is law nobody checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.examples import AS_AT, letters
from tests.letters.next_branches import follow_up_samples

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import build_case
from challenge_letters.law.authorities import Authority, register
from challenge_letters.letters import citing
from challenge_letters.letters.filling import fill
from challenge_letters.letters.law_listing import held
from challenge_letters.plan.authority import is_written_for
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.planning import make_plan

ROWS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("authorities.yaml").read_text(encoding="utf-8")
)


def _iso(found: Any) -> Any:
    """Return `found` with its days written as a case file has them."""
    if isinstance(found, dict):
        return {key: _iso(value) for key, value in found.items()}
    if isinstance(found, list):
        return [_iso(each) for each in found]
    return found.isoformat() if isinstance(found, date) else found


def case_of(row: dict[str, Any]) -> Case:
    """Return the case of a row, with what it does not say."""
    problem = {"kind": "applied-sanction", "account": "I was ill.", **_iso(row["problem"])}
    if problem["kind"] == "applied-sanction":
        problem["decision"] = {"notified": "2026-10-26", **problem.get("decision", {})}
    if problem["kind"] != "account-demand":
        problem = {"sides": ["had-reason"], **problem}
    facts = {"nation": row.get("nation", "england"), "benefit": row.get("benefit", "universal-credit")}
    return build_case({"format": 1, **facts, "problems": [problem]})


def named_by(letter: PlannedLetter, case: Case) -> set[str]:
    """Return the ids of the authorities that `letter` names when it is filled in."""
    named: set[str] = set()
    usable = citing.Citations._usable

    def noting(self: citing.Citations, point: str, problem: Any) -> tuple[Authority, ...]:
        found = usable(self, point, problem)
        named.update(authority.id for authority in found)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(citing.Citations, "_usable", noting)
        fill(letter, case, on=AS_AT)
    return named


def every_letter() -> Iterator[tuple[PlannedLetter, Case]]:
    """Yield the letters of the examples and of the rows, and those that come next, each with its case."""
    yield from ((sample.letter, sample.case) for sample in follow_up_samples())
    yield from ((example.letter, example.case) for example in letters())
    for case in map(case_of, ROWS):
        yield from ((letter, case) for letter in letters_of(case))


def letters_of(case: Case) -> tuple[PlannedLetter, ...]:
    return tuple(letter for letter in make_plan(case, on=AS_AT).letters if not letter.is_optional)


@cache
def named_in(nation: str) -> frozenset[str]:
    """Return what all these letters name if each was written in `nation`."""
    return frozenset(
        key
        for letter, case in every_letter()
        if is_written_for(nation, letter.kind)
        for key in named_by(letter, case.model_copy(update={"nation": nation}))
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_letter_names_its_law(row: dict[str, Any]) -> None:
    case = case_of(row)
    named = {key for letter in letters_of(case) for key in named_by(letter, case)}

    assert set(row["names"]) <= named


@pytest.mark.parametrize("nation", ["england", "scotland", "northern-ireland"])
def test_every_authority_that_a_template_can_reach_is_named_by_some_letter(nation: str) -> None:
    reached = {entry.authority.id for entry in held(on=AS_AT, nation=nation).entries if entry.letters}
    never_printed = {key for key in reached if not register()[key].is_confirmed}

    assert sorted(reached - never_printed - named_in(nation)) == []


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland"])
def test_no_letter_names_law_of_another_nation(nation: str) -> None:
    assert [key for key in named_in(nation) if nation not in register()[key].nations] == []
