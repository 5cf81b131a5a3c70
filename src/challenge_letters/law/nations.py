"""The four nations, and the words for them in the data files."""

from __future__ import annotations

from challenge_letters.law.errors import UnknownNation

GREAT_BRITAIN = ("england", "wales", "scotland")
NORTHERN_IRELAND = "northern-ireland"
NATIONS = (*GREAT_BRITAIN, NORTHERN_IRELAND)
NAMES = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    NORTHERN_IRELAND: "Northern Ireland",
}


def known(nation: str) -> str:
    """Return `nation` unchanged; raise UnknownNation if it is not one of NATIONS."""
    if nation not in NATIONS:
        raise UnknownNation(f"There is no nation called {nation!r} here: use one of {', '.join(NATIONS)}.")
    return nation


def legal_system(nation: str) -> str:
    """Return "great-britain" or "northern-ireland", the keys of the data files. Raises UnknownNation."""
    return NORTHERN_IRELAND if known(nation) == NORTHERN_IRELAND else "great-britain"
