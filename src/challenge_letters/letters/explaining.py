"""Says of each sentence of a composed letter why it is there: its wording, the answers, and the law."""

from __future__ import annotations

from typing import Any

from challenge_letters.argument.composing import COMPOSED, compose
from challenge_letters.letters.context import said
from challenge_letters.letters.errors import LettersError
from challenge_letters.plan.outcome import Plan

WHY_LEFT_OUT = {"twice": "said twice: the letter has", "said": "the letter says it by the date and the tick"}


def explained(plan: Plan, kind: str) -> dict[str, Any]:
    """Return every sentence of the letter `kind` with what it rests on, and the typed ones it leaves out.

    Raises `LettersError` if the letter cannot be written, or is filled in and not composed.
    """
    letter = plan.letter(kind)
    if letter is None:
        raise LettersError(plan.why_not(kind) or f"There is no letter {kind} to write in this case.")
    if kind not in COMPOSED:
        raise LettersError(f"The letter {kind} is filled in from its template; its sentences stand there.")
    sentences = said(letter, plan.case, on=plan.on).sentences
    left_out = compose(letter, plan.case, on=plan.on).left_out
    return {
        "letter": kind,
        "sentences": [
            {
                "text": each.text,
                "wording": each.wording,
                "file": each.file,
                "answers": list(each.answers),
                "law": list(each.points),
            }
            for each in sentences
        ],
        "left_out": [
            {"words": each.words, "answer": each.answer, "why": each.why, "instead": each.instead}
            for each in left_out
        ],
    }


def explained_as_text(found: dict[str, Any]) -> str:
    """Return what `explained` found as plain text."""
    lines = []
    for each in found["sentences"]:
        lines += [each["text"], f"    words: {each['wording']} in {each['file']}"]
        lines += [f"    rests on: {', '.join(each['answers'])}"] if each["answers"] else []
        lines += [f"    law: {', '.join(each['law'])}"] if each["law"] else []
    for each in found["left_out"]:
        lines += [
            f"Left out: {each['words']}",
            f"    {each['answer']}, {WHY_LEFT_OUT[each['why']]}: {each['instead']}",
        ]
    return "\n".join(lines)
