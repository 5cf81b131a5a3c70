"""The first day of a decision under the law known to this program: before it there was no such benefit.

Great Britain: the Universal Credit, Jobseeker's Allowance and Employment and Support Allowance Regulations
2013 are in force from 29 April 2013. Northern Ireland: the Regulations of 2016 are from 27 September 2017.
"""

from __future__ import annotations

from datetime import date

from challenge_letters.law.nations import NORTHERN_IRELAND, known

GREAT_BRITAIN_FROM = date(2013, 4, 29)
NORTHERN_IRELAND_FROM = date(2017, 9, 27)


def first_day(nation: str) -> date:
    """Return the first day of the benefits known in `nation`. Raises `UnknownNation`."""
    return NORTHERN_IRELAND_FROM if known(nation) == NORTHERN_IRELAND else GREAT_BRITAIN_FROM
