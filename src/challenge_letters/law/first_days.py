"""The first day of a decision under the law known to this program: before it there was no such benefit.

Great Britain: the Universal Credit, Jobseeker's Allowance and Employment and Support Allowance Regulations
2013 are in force from 29 April 2013. Northern Ireland: the Regulations of 2016 are from 27 September 2017.
"""

from __future__ import annotations

from datetime import date

from challenge_letters.law.nations import system_of


def first_day(nation: str) -> date:
    """Return the first day of the benefits known in `nation`. Raises `UnknownNation`."""
    return system_of(nation).first_day
