"""Whom an answer to a demand goes to, and the person whom a letter greets by name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from challenge_letters.case.problems import AccountDemand

TITLE = re.compile(r"(Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]")
# "Mrs Howells", "Mr J. O'Brien-Smith": a title and a name, and nothing that a person is.
PERSON = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?(?: [A-Z][\w.’'-]*){1,3}")
OFFICES = ("jobcentre", "job centre", "jobs & benefits")


def who_demanded(demand: AccountDemand) -> tuple[str, ...]:
    """Return the company that asked, else the office where it was asked, else whoever asked by name."""
    if demand.provider:
        return (demand.provider, *demand.provider_address)
    is_office = any(word in demand.place.casefold() for word in OFFICES)
    return (demand.place,) if is_office else _by_name(demand.asker)


def person_addressed(lines: Sequence[str]) -> str:
    """Return the person whom the first of `lines` names with a title, as a letter greets them; else ""."""
    name = lines[0].partition(",")[0].strip() if lines else ""
    return name if PERSON.fullmatch(name) else ""


def _by_name(asker: str) -> tuple[str, ...]:
    """Return the name alone of whoever asked: "my work coach" is no line of an address."""
    name = asker.partition(",")[0].strip()
    return (name,) if TITLE.match(name) else ()
