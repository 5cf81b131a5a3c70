"""Where the letters of a row lie: a folder named after the adviser's reference, or the number of the row."""

from __future__ import annotations

import re

from challenge_letters.case.case import Case

LONGEST = 60
# Windows keeps these names for itself.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def folder_of(row: int, case: Case) -> str:
    """Return the name of the folder for `case` in row `row`: it holds no answer of the client.

    A reference that holds the client's name or National Insurance number gives way to the row.
    """
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", case.writer.reference).strip("-._ ")[:LONGEST].rstrip("-._ ")
    if not name or RESERVED.fullmatch(name) or _tells(name, case):
        return f"row-{row:05}"
    return name


def _tells(name: str, case: Case) -> bool:
    shown = re.sub(r"[^a-z0-9]", "", name.casefold())
    number = re.sub(r"[^a-z0-9]", "", case.claimant.national_insurance_number.casefold())
    words = (word for word in re.findall(r"[a-z]{3,}", case.claimant.name.casefold()))
    return bool(number and number in shown) or any(word in shown for word in words)
