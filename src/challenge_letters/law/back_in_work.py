"""When paid work has lasted long enough to end a reduction."""

from __future__ import annotations

from datetime import date, timedelta

from challenge_letters.law.benefits import known
from challenge_letters.law.data_files import read
from challenge_letters.law.days import add_days, add_months


def work_ends_it_on(benefit: str, since: date) -> date:
    """Return the first day on which work without a break since `since` has lasted long enough.

    Whether the pay was high enough is another question. Raises UnknownBenefit and BeyondHolidayData.
    Source: `sanction_periods.yaml` (Universal Credit Regulations 2013 reg 109; JSA Regulations 2013 reg 25;
    ESA Regulations 2013 reg 57).
    """
    needed = read("sanction_periods.yaml")["work_that_ends_it"][known(benefit)]
    if "months" in needed:
        return add_months(since, needed["months"])
    return add_days(since, timedelta(weeks=needed["weeks"]).days)
