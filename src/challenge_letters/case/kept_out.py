"""What somebody asked to leave out, looked for in every text of their own that a letter may print.

"Leave it out" is a promise about the whole letter. We change nobody's words: where they name what was to stay
out, that is asked about before a letter is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.problems import Problem
from challenge_letters.case.typed_words import Typed, typed_words
from challenge_letters.law.data_files import read_yaml

# Words that give away what somebody asked to leave out.
GIVES_AWAY = Path(__file__).with_name("kept_out.yaml")
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
PHONE = re.compile(r"(?<![0-9])(?:\+44|0)[0-9](?:[ -]?[0-9]){8,}")
EMAIL = re.compile(r"\S@\S+\.\S")
# Fields with the address, number or name of somebody else, or never printed where that is not safe.
OF_OTHERS = frozenset(
    {
        "id",
        "address",
        "office",
        "office_address",
        "mp_address",
        "address_they_know",
        "provider",
        "phone",
        "email",
    }
)


@dataclass(frozen=True)
class Said:
    """Something that was to stay out, the answer that says so, and the places of the texts that name it."""

    id: str
    asked_in: str
    places: tuple[str, ...]


def said_all_the_same(case: Case, problem: Problem) -> Iterator[Said]:
    """Yield what `problem` of `case` was to leave out and its own words name."""
    promises = tuple(_promises(case, problem))
    if not promises:
        return
    texts = [typed for typed in _texts(case, problem) if typed.name not in OF_OTHERS]
    for name, asked_in, names in promises:
        places = tuple(dict.fromkeys(typed.place for typed in texts if names(typed.text)))
        if places:
            yield Said(name, asked_in, places)


def _texts(case: Case, problem: Problem) -> Iterator[Typed]:
    yield from typed_words(problem)
    # What belongs to the whole case is asked about with its first problem.
    if problem is case.problems[0]:
        for name in ("complaint", "records_request"):
            part = getattr(case, name)
            if part is not None:
                yield from typed_words(part, name)


def _promises(case: Case, problem: Problem) -> Iterator[tuple[str, str, Callable[[str], bool]]]:
    """Yield each promise: its id, the answer that asked for it, and what finds it in a text."""
    safety = case.safety
    for kind, field, words in (
        ("custody-hospital-court", "was_in", "place"),
        ("bereavement", "relation", "relation"),
    ):
        if _is_left_out(problem, kind, field):
            yield f"{words}-kept-out", f"reasons.{kind}.{field}", _names(words)
    if safety.is_at_risk or _is_not_safe(problem):
        asked_in = "safety.others_see" if safety.is_at_risk else "safety.say_could_not_attend_safely"
        yield "harm-kept-out", asked_in, _names("harm")
    if not safety.may_print_address:
        yield "address-kept-out", "safety.post_is_safe", lambda text: _gives_address(text, case)
    if not safety.may_print_phone:
        yield (
            "phone-kept-out",
            "safety.phone_is_safe",
            lambda text: bool(PHONE.search(text) or EMAIL.search(text)),
        )


def _is_left_out(problem: Problem, kind: str, field: str) -> bool:
    """Say whether "leave it out" was chosen for a reason; a field that was never filled is no choice."""
    return isinstance(problem, FailureFacts) and any(
        reason.kind == kind and field in reason.model_fields_set and getattr(reason, field) == "not-said"
        for reason in problem.reasons
    )


def _is_not_safe(problem: Problem) -> bool:
    return isinstance(problem, FailureFacts) and any(reason.kind == "not-safe" for reason in problem.reasons)


def _names(sort: str) -> Callable[[str], bool]:
    return lambda text: bool(_words(sort).search(" ".join(text.casefold().replace("’", "'").split())))


@cache
def _words(sort: str) -> re.Pattern[str]:
    any_of = "|".join(re.escape(word) for word in read_yaml(GIVES_AWAY)[sort])
    return re.compile(rf"(?<!\w)(?:{any_of})s?(?!\w)")


def _gives_address(text: str, case: Case) -> bool:
    plain = " ".join(text.casefold().split())
    # A town alone is no address; a line with a number is.
    lines = (" ".join(line.casefold().split()) for line in case.claimant.address if re.search("[0-9]", line))
    return bool(POSTCODE.search(text)) or any(line in plain for line in lines)
