"""The benefits whose sanction law is known to this program, and what each of them has: `benefits.yaml`."""

from __future__ import annotations

from challenge_letters.law.data_files import read
from challenge_letters.law.errors import UnknownBenefit, UnknownKind

UNIVERSAL_CREDIT = "universal-credit"
NEW_STYLE_JSA = "new-style-jsa"
NEW_STYLE_ESA = "new-style-esa"
_HELD = read("benefits.yaml")
NAMES: dict[str, str] = {benefit: record["name"] for benefit, record in _HELD["benefits"].items()}
BENEFITS = tuple(NAMES)
# They have ended: their law is held for past decisions only, and no letter rests on it.
OLD_NAMES: dict[str, str] = _HELD["old"]
OLD_BENEFITS = tuple(OLD_NAMES)


def known(benefit: str) -> str:
    """Return `benefit` unchanged; raise UnknownBenefit if it is not one of BENEFITS."""
    if benefit not in NAMES:
        raise UnknownBenefit(
            f"There is no benefit called {benefit!r} here: use one of {', '.join(BENEFITS)}."
        )
    return benefit


def has(benefit: str, trait: str) -> bool:
    """Whether `benefit` has `trait`, as `benefits.yaml` explains it.

    Raises UnknownBenefit, and UnknownKind for a trait that no benefit has.
    """
    if trait not in _HELD["traits"]:
        raise UnknownKind(f"No benefit has {trait!r}: use one of {', '.join(_HELD['traits'])}.")
    return trait in _HELD["benefits"][known(benefit)]["has"]
