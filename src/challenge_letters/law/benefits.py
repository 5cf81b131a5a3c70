"""The benefits whose sanction law is known to this program."""

from __future__ import annotations

from challenge_letters.law.errors import UnknownBenefit

UNIVERSAL_CREDIT = "universal-credit"
NEW_STYLE_JSA = "new-style-jsa"
NEW_STYLE_ESA = "new-style-esa"
NAMES = {
    UNIVERSAL_CREDIT: "Universal Credit",
    NEW_STYLE_JSA: "new style Jobseeker's Allowance",
    NEW_STYLE_ESA: "new style Employment and Support Allowance",
}
BENEFITS = tuple(NAMES)
# They have ended: their law is held for past decisions only, and no letter rests on it.
OLD_NAMES = {
    "income-based-jsa": "income-based Jobseeker's Allowance",
    "income-related-esa": "income-related Employment and Support Allowance",
}
OLD_BENEFITS = tuple(OLD_NAMES)


def known(benefit: str) -> str:
    """Return `benefit` unchanged; raise UnknownBenefit if it is not one of BENEFITS."""
    if benefit not in NAMES:
        raise UnknownBenefit(
            f"There is no benefit called {benefit!r} here: use one of {', '.join(BENEFITS)}."
        )
    return benefit
