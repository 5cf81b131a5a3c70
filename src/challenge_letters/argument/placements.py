"""What was missed where "a placement, course or scheme" is ticked: by its own name, if an answer has one."""

from __future__ import annotations

import re

from challenge_letters.argument.matter import Matter

KIND = "work-placement"
# How the office, or the person, names what it was: "of course" and "a training provider" are no course.
NAMES = {
    "placement": re.compile(r"\bplacements?\b", re.IGNORECASE),
    "induction": re.compile(r"\binductions?\b", re.IGNORECASE),
    "course": re.compile(
        r"(?<!\bof )\bcourse\b|\b(?:class|classroom|workshop)\b|\btraining\b(?! (?:provider|agency|compan))",
        re.IGNORECASE,
    ),
}
SCHEME = re.compile(r"\b(?:scheme|programme)\b", re.IGNORECASE)


def ending(matter: Matter) -> str:
    """Return the ending of the rows for what it was: "-course"; "" where no answer names one thing.

    What the office calls it goes before the account. A workshop may be where a placement was, but who was
    asked to an induction for a placement was not asked to the placement.
    """
    facts = matter.facts
    if facts.failure.kind != KIND:
        return ""
    theirs = f"{facts.failure.their_words} {facts.requirement.words}"
    found = _named_in(theirs) or _named_in(facts.account)
    return f"-{found[0]}" if found and not {"placement", "induction"} <= set(found) else ""


def _named_in(text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in NAMES.items() if pattern.search(text))


def is_scheme_named(matter: Matter) -> bool:
    """Whether the words of the decision or the warning name the scheme: nobody has to be asked for it."""
    return bool(SCHEME.search(matter.facts.failure.their_words))
