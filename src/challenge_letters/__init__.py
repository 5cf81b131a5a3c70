"""Letters for people whose benefit is threatened, cut, or whose job-site log-in is asked for.

For other programs: from facts to a Word file in a few lines, see docs/for-programs.md. The names are fetched
when they are asked for, so that a command which needs none of them starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from challenge_letters.case.case import Case
    from challenge_letters.case.case_files import Mistake, UnreadableCase, build_case, read_case
    from challenge_letters.law.deadlines import deadline
    from challenge_letters.letters.errors import LettersError
    from challenge_letters.letters.plain_text import plain_text
    from challenge_letters.letters.writing import letter_file
    from challenge_letters.plan.outcome import Plan
    from challenge_letters.plan.planning import make_plan

__version__ = "0.1.0"
__all__ = [
    "Case",
    "LettersError",
    "Mistake",
    "Plan",
    "UnreadableCase",
    "build_case",
    "deadline",
    "letter_file",
    "make_plan",
    "plain_text",
    "read_case",
]
_ROOMS = {
    "Case": "case.case",
    "LettersError": "letters.errors",
    "Mistake": "case.case_files",
    "Plan": "plan.outcome",
    "UnreadableCase": "case.case_files",
    "build_case": "case.case_files",
    "deadline": "law.deadlines",
    "letter_file": "letters.writing",
    "make_plan": "plan.planning",
    "plain_text": "letters.plain_text",
    "read_case": "case.case_files",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
