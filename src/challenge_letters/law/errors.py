"""The errors the law room raises: each carries one plain sentence that can be shown as it is."""
# ruff: noqa: N818 - the names say what is wrong; "Error" would add nothing a reader needs.

from __future__ import annotations


class LawError(ValueError):
    """Something the law room cannot answer; its text is one plain sentence for the person."""


class UnknownKind(LawError):
    """The kind of deadline, point, level or record named is not in the data."""


class UnknownNation(LawError):
    """The nation named is not one of the four."""


class UnknownBenefit(LawError):
    """The benefit named is not one this program knows."""


class NationNeeded(LawError):
    """The last day of this rule moves with bank holidays, so the nation must be named."""


class TooEarly(LawError):
    """The starting day lies before the rule existed."""


class BeyondHolidayData(LawError):
    """A day lies in a year whose bank holidays are not in the data."""


class NotConfirmed(LawError):
    """The law asked for has not been checked, so no answer is given rather than a guess."""


class BadRecord(LawError):
    """A data file of the law room is not well-formed."""
