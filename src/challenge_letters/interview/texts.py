"""The words of the pages that Python needs too: choices, labels of the check page, reasons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from challenge_letters.interview.pages import PAGES
from challenge_letters.languages import in_language, texts, worded
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.nations import legal_system
from challenge_letters.letter_kinds.kinds import KINDS

# The file in which another language says what the check page calls each answer.
FILE_OF_LABELS = "questions"


@cache
def page_texts() -> Mapping[str, Any]:
    """Return every text of the pages; what each letter is called stands in its record."""
    whole = dict(texts("pages"))
    called = {kind.id: kind.called for kind in KINDS.values()}
    wanted = {kind.id: kind.wanted_as for kind in KINDS.values() if kind.wanted_as}
    choices = whole["choices"] | {"letter": called, "next_kind": wanted}
    return whole | {"choices": choices}


def labels(name: str) -> dict[str, str]:
    """Return the choices called `name`: value to label, in the order they are shown."""
    choices: dict[str, str] = page_texts()["choices"][name]
    return dict(choices)


def row_label(page: str, answer: str) -> str:
    """Return what the check page calls `answer` of `page`."""
    return str(in_language(FILE_OF_LABELS, page, _labels(page))[answer])


def texts_of_pages() -> dict[str, dict[str, str]]:
    """Return what the check page calls each answer, in English, by its page."""
    return {page: labels for page in PAGES if (labels := _labels(page))}


def _labels(page: str) -> dict[str, str]:
    return {each.name: each.label for each in PAGES[page].answers if each.label}


def sentence(key: str, **values: object) -> str:
    """Return the short text `key` with `values` filled in."""
    return worded(f"pages.messages.{key}", **values)


def said_in(nation: str, key: str) -> str:
    """Return the short text `key` for `nation` ("": before it is known, that of Great Britain)."""
    return str(page_texts()["by_nation"][key][legal_system(nation or "england")])


def reason_text(kind: str, part: str) -> str:
    """Return the question ("ask"), the example ("example") or a name ("called") of the reason `kind`."""
    return str(page_texts()["reasons"][kind][part])


def proofs(kinds: tuple[str, ...]) -> dict[str, str]:
    """Return what often shows reasons of these `kinds`, then what helps everybody: id to label."""
    found: dict[str, str] = {}
    for kind in kinds:
        found.update(page_texts()["reasons"].get(kind, {}).get("proof", {}))
    found.update(page_texts()["proof_for_all"])
    return found


def proof_name(key: str) -> str:
    """Return what a letter calls the proof `key`."""
    return str(page_texts()["proof_names"][key])


def effect_text(failure_kind: str, part: str) -> str:
    """Return the "question" what a reason stopped, or the "help" with it: of an hour a sentence to finish."""
    return sentence(f"effect-{part}{'-at-an-hour' if failure_kind in failures_with('at-an-hour') else ''}")


def other_day_question(failure_kind: str) -> str:
    """Return how to ask for the day as the person remembers it, or for the last day of work that ended."""
    return sentence("other-day-of-work" if failure_kind in failures_with("work-ended") else "other-day")


def done_question(failure_kind: str) -> str:
    """Return how to ask whether somebody has done since what `failure_kind` says they did not."""
    if failure_kind == "particular-vacancy":
        return sentence("done-of-a-vacancy")
    can_be_booked = failure_kind in failures_with("appointment")
    return sentence("done-or-booked" if can_be_booked else "done-since")
