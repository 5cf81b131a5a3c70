"""Says of each sentence of a composed letter why it is there: its wording, the answers, and the law."""

from __future__ import annotations

from typing import Any

from challenge_letters.argument.composing import COMPOSED, compose
from challenge_letters.languages import worded
from challenge_letters.letters.context import said
from challenge_letters.letters.errors import LettersError
from challenge_letters.plan.outcome import Plan


def explained(plan: Plan, kind: str) -> dict[str, Any]:
    """Return every sentence of the letter `kind` with what it rests on, and the typed ones it leaves out.

    Raises `LettersError` if the letter cannot be written, or is filled in and not composed.
    """
    letter = plan.letter(kind)
    if letter is None:
        raise LettersError(plan.why_not(kind) or worded("letters.not-here", kind=kind))
    if kind not in COMPOSED:
        raise LettersError(worded("letters.explaining.filled-in", kind=kind))
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
    return "\n".join((*map(_as_lines, found["sentences"]), *map(_why_left_out, found["left_out"])))


def _as_lines(sentence: dict[str, Any]) -> str:
    answers, law = ", ".join(sentence["answers"]), ", ".join(sentence["law"])
    lines = [sentence["text"]]
    lines += [worded("letters.explaining.words", wording=sentence["wording"], file=sentence["file"])]
    lines += [worded("letters.explaining.rests-on", answers=answers)] if answers else []
    lines += [worded("letters.explaining.law", law=law)] if law else []
    return "\n".join(lines)


def _why_left_out(left_out: dict[str, Any]) -> str:
    words = worded("letters.explaining.left-out", words=left_out["words"])
    why = worded(f"letters.explaining.why-{left_out['why']}")
    return f"{words}\n    {left_out['answer']}, {why}: {left_out['instead']}"
