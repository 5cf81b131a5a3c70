"""A task that was put as a suggestion is answered with that: the rule, their words, what follows."""

from __future__ import annotations

from typing import Any

from tests.argument.test_lost_contests import _letter
from tests.facts import sanction

TASK = {"kind": "specific-task", "happened": "2026-10-20"}
ASKED = {"told_by": "to-do", "words": "Please join the Example site. It would be good for you."}


def _letter_of(clear: str, **facts: Any) -> str:
    needed = {**ASKED, "was_clear_it_was_required": clear}
    return _letter(
        "",
        sanction(
            failure=TASK, requirement=needed, sides=["not-required"], account="I looked at it.", **facts
        ),
    )


def test_what_was_not_put_as_required_is_argued_as_a_suggestion() -> None:
    letter = _letter_of("no", why_not_required="The site wanted more than it needs.")

    assert "The task was suggested to me, and not required" in letter
    rule = "Not doing a task can be sanctioned only if it had been required, and that had been made known ("
    said = letter[letter.index(rule) :]
    assert said.index("The site wanted more than it needs.") < said.index("a suggestion requires nothing.")


def test_what_was_put_as_required_is_not() -> None:
    for clear in ("yes", "not-known"):
        assert "suggested" not in _letter_of(clear, why_not_required="The site wanted more than it needs.")
