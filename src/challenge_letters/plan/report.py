"""A plan in words and as JSON, for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from challenge_letters.case.queries import Query
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.outcome import Advice, Plan, PlannedDeadline, PlannedLetter
from challenge_letters.plan.texts import sentence


def as_text(plan: Plan) -> str:
    """Return `plan` as a page of plain text."""
    return "\n".join(_text_lines(plan))


def as_json(plan: Plan) -> dict[str, Any]:
    """Return `plan` as values that JSON can hold."""
    return {
        "on": plan.on.isoformat(),
        "now": plan.now.kind if plan.now else None,
        "letters": [_letter_json(letter) for letter in plan.letters],
        "cannot_be_written": [
            {"kind": letter.kind, "reason": letter.reason_id, "why": letter.why} for letter in plan.unwritten
        ],
        "deadlines": [_deadline_json(planned) for planned in plan.deadlines],
        "warnings": [_advice_json(warning) for warning in plan.warnings],
        "lines": [_advice_json(line) for line in plan.lines],
        "steps": [_advice_json(step) for step in plan.steps],
        "queries": [
            {
                "query": query.key,
                "about": list(query.fields),
                "answers": list(query.answers),
                "ask": query.sentence,
            }
            for query in plan.queries
        ],
        "cautions": list(plan.cautions),
    }


def _text_lines(plan: Plan) -> Iterator[str]:
    yield from _section(
        sentence("report", "send-now"),
        (_letter_line(plan.now),) if plan.now else (sentence("report", "no-letter"),),
    )
    yield from _section(sentence("report", "look-first"), (_query_line(query) for query in plan.queries))
    yield from _section(sentence("report", "important"), (_advice_line(warning) for warning in plan.warnings))
    yield from _section(
        sentence("report", "time-limits"), (_deadline_line(planned) for planned in plan.limits)
    )
    yield from _section(sentence("report", "note"), (_advice_line(line) for line in plan.lines))
    yield from _section(sentence("report", "what-to-do"), (_advice_line(step) for step in plan.steps))
    yield from _section(sentence("report", "later"), (_letter_line(letter) for letter in plan.later))
    yield from _section(
        sentence("report", "not-written"),
        (f"{KINDS[letter.kind].name}: {letter.why}" for letter in plan.unwritten),
    )
    yield from _section(sentence("report", "cautions"), plan.cautions)


def _section(heading: str, entries: Any) -> Iterator[str]:
    lines = [f"  - {entry}" for entry in entries]
    if lines:
        yield from (heading, *lines, "")


def _query_line(query: Query) -> str:
    """Return the query with the places in the case file of the answers it is about."""
    return f"{query.sentence} ({query.problem}: {', '.join(query.answers or query.fields)})"


def _letter_line(letter: PlannedLetter) -> str:
    return f"{KINDS[letter.kind].name} ({letter.kind}). {letter.why}"


def _advice_line(entry: Advice) -> str:
    return f"{entry.heading}. {entry.text}"


def _deadline_line(planned: PlannedDeadline) -> str:
    return f"{planned.about}: {planned.deadline.working}"


def _letter_json(letter: PlannedLetter) -> dict[str, Any]:
    return {
        "kind": letter.kind,
        "why": letter.why,
        "stage": letter.stage,
        "answers": [
            {"problem": challenge.problem.id, "stage": challenge.stage, "grounds": list(challenge.grounds)}
            for challenge in letter.challenges
        ],
    }


def _deadline_json(planned: PlannedDeadline) -> dict[str, Any]:
    return {
        "problem": planned.problem,
        "about": planned.about,
        "from_rough_day": planned.is_from_rough_day,
        **planned.deadline.as_json(),
    }


def _advice_json(entry: Advice) -> dict[str, str]:
    return {"id": entry.id, "heading": entry.heading, "text": entry.text}
