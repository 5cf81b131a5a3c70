"""A sentence that adds a circumstance (once more, before, again, still) hangs on an answer that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from jinja2 import nodes

from challenge_letters.case.case import Case
from challenge_letters.letters.environment import environment
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sources import filled_members, is_included, source, template_files
from challenge_letters.plan.planning import make_plan

WORDS = re.compile(
    r"\b(once more|beforehand|again|still|already|before|first|never|no longer|any more|yet|at once|repeatedly"
    r"|too late|twice|only afterwards)\b"
)
# A piece of the sentence, and the answer it hangs on.
HANGS_ON = {}
ON = date(2026, 11, 23)
# What is asked of the office, what the law says, and the order in which it is to look: nothing about the person.
NO_CIRCUMSTANCE = (
    "If ",
    "Look at",
    "Look again",
    "Please",
    "the day before",
    "The open-ended days end",
    "What was done first",
    "details, and pass them on",
    "whether everything required in the seven days before",
)
# "before the appointment", "before your decision": the word stands alone between two tags.
ALONE = {"before": "demand.next_appointment"}


@dataclass(frozen=True)
class Said:
    """A sentence with one of the words in it, where it stands, and the conditions it stands under."""

    template: str
    words: str
    under: tuple[str, ...]


def sentences() -> Iterator[Said]:
    for file in template_files():
        names = (file,) if is_included(file) else (f"{file}/{member}" for member in filled_members(file))
        for name in names:
            yield from _said(environment().parse(source(name)).body, (), name)


def _said(body: list[nodes.Node], under: tuple[str, ...], name: str) -> Iterator[Said]:
    for node in body:
        if isinstance(node, nodes.If):
            for branch in (node, *node.elif_):
                yield from _said(branch.body, (*under, *_answers(branch.test)), name)
            yield from _said(node.else_, under, name)
        elif isinstance(node, nodes.For | nodes.With):
            yield from _said(node.body, under, name)
        elif isinstance(node, nodes.Output):
            yield from (Said(name, words, under) for words in _sentences(node) if WORDS.search(words))


def _sentences(node: nodes.Output) -> Iterator[str]:
    for part in node.nodes:
        if isinstance(part, nodes.TemplateData):
            for paragraph in part.data.split("</w:p>"):
                words = " ".join(re.sub(r"<[^>]+>", "", paragraph).split())
                yield from re.split(r"(?<=[.;:?]) ", words)


def _answers(test: nodes.Node) -> Iterator[str]:
    """Yield what `test` looks at: "problem.late", "facts.requirement.seen eq after"."""
    if isinstance(test, nodes.Compare) and isinstance(test.ops[0].expr, nodes.Const):
        yield f"{_name(test.expr)} {test.ops[0].op} {test.ops[0].expr.value}"
    elif isinstance(test, nodes.And):
        yield from _answers(test.left)
        yield from _answers(test.right)
    elif isinstance(test, nodes.Getattr | nodes.Name):
        yield _name(test)


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_name(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _answer_needed(said: Said) -> str | None:
    """Return the answer the sentence must hang on, "" if it says nothing about the person, None if it is not known."""
    for piece, answer in HANGS_ON.items():
        if piece in said.words:
            return answer
    if said.words in ALONE:
        return ALONE[said.words]
    return "" if any(piece in said.words for piece in NO_CIRCUMSTANCE) else None


@pytest.mark.parametrize(
    "said", tuple(sentences()), ids=lambda said: f"{said.template[:30]}: {said.words[:40]}"
)
def test_a_circumstance_hangs_on_an_answer(said: Said) -> None:
    answer = _answer_needed(said)
    assert answer is not None, f"“{said.words}” in {said.template} adds a circumstance: on which answer?"
    assert not answer or answer in said.under


def test_every_line_of_the_tables_is_about_a_sentence_there_is() -> None:
    words = [said.words for said in sentences()]
    assert [piece for piece in HANGS_ON if not any(piece in each for each in words)] == []


def written(nation: str, sides: list[str], reasons: list[dict[str, object]], done: dict[str, object]) -> str:
    """Return the letter of somebody who did not do a task of 2 November 2026."""
    case = Case.model_validate(
        {
            "format": 1,
            "benefit": "universal-credit",
            "nation": nation,
            "problems": [
                {
                    "kind": "applied-sanction",
                    "decision": {"dated": "2026-11-10", "notified": "2026-11-10", "days": 7},
                    "failure": {"kind": "specific-task", "happened": "2026-11-02"},
                    "sides": sides,
                    "what_i_did": "I sent the form." if "did-it" in sides else "",
                    "reasons": reasons,
                    "done_since": done,
                }
            ],
        }
    )
    chosen = make_plan(case, on=ON).letters[0]
    return plain_text(fill(chosen, case, on=ON))


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_what_was_done_on_the_day_is_not_done_once_more(nation: str) -> None:
    text = written(nation, ["did-it"], [], {"state": "done", "day": "2026-11-02"})
    assert "On 2 November I did what had been asked." in text
    assert "once more" not in text


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("hospital", "I was in hospital."),
        ("hospital-with-somebody", "I was at a hospital with somebody else."),
        ("not-said", ""),
    ],
)
def test_whose_stay_in_hospital_it_was_is_said_as_it_was_answered(
    place: str, words: str, nation: str
) -> None:
    reason = {"kind": "custody-hospital-court", "fact": "My son was operated on.", "was_in": place}
    text = written(nation, ["had-reason"], [reason], {})
    assert [
        each for each in ("I was in hospital.", "I was at a hospital with somebody else.") if each in text
    ] == ([words] if words else [])
