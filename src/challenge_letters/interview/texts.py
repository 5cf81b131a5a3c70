"""The interview's catalogue of words: choices, labels of the check page, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters.interview.pages import PAGES
from challenge_letters.law.data_files import read_yaml
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.nations import legal_system
from challenge_letters.letter_kinds.kinds import KINDS

HERE = Path(__file__).parent


@cache
def catalogue() -> Mapping[str, Any]:
    """Return the whole catalogue; what each letter is called stands in its record."""
    whole = dict(read_yaml(HERE / "texts.yaml"))
    called = {kind.id: kind.called for kind in KINDS.values()}
    wanted = {kind.id: kind.wanted_as for kind in KINDS.values() if kind.wanted_as}
    choices = whole["choices"] | {"letter": called, "next_kind": wanted}
    return whole | {"choices": choices}


def labels(name: str) -> dict[str, str]:
    """Return the choices called `name`: value to label, in the order they are shown."""
    choices: dict[str, str] = catalogue()["choices"][name]
    return dict(choices)


def row_label(page: str, answer: str) -> str:
    """Return what the check page calls `answer` of `page`."""
    return next(each.label for each in PAGES[page].answers if each.name == answer)


def sentence(key: str, **values: object) -> str:
    """Return the short text `key` with `values` filled in."""
    return str(catalogue()["messages"][key]).format(**values)


def said_in(nation: str, key: str) -> str:
    """Return the short text `key` for `nation` ("": before it is known, that of Great Britain)."""
    return str(catalogue()["by_nation"][key][legal_system(nation or "england")])


def reason_text(kind: str, part: str) -> str:
    """Return the question ("ask"), the example ("example") or a name ("called") of the reason `kind`."""
    return str(catalogue()["reasons"][kind][part])


def proofs(kinds: tuple[str, ...]) -> dict[str, str]:
    """Return what often shows reasons of these `kinds`, then what helps everybody: id to label."""
    found: dict[str, str] = {}
    for kind in kinds:
        found.update(catalogue()["reasons"].get(kind, {}).get("proof", {}))
    found.update(catalogue()["proof_for_all"])
    return found


def proof_name(key: str) -> str:
    """Return what a letter calls the proof `key`."""
    return str(catalogue()["proof_names"][key])


def effect_text(failure_kind: str, part: str) -> str:
    """Return the "question" what a reason stopped, or the "help" with it: of an hour a sentence to finish."""
    return sentence(f"effect-{part}{'-at-an-hour' if failure_kind in failures_with('at-an-hour') else ''}")


def other_day_question(failure_kind: str) -> str:
    """Return how to ask for the day as the person remembers it, or for the last day of work that ended."""
    return sentence("other-day-of-work" if failure_kind in failures_with("work-ended") else "other-day")


def done_question(failure_kind: str) -> str:
    """Return how to ask whether somebody has done since what `failure_kind` says they did not."""
    can_be_booked = failure_kind in failures_with("appointment")
    return sentence("done-or-booked" if can_be_booked else "done-since")
