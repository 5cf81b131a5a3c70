"""What a job paid for each hour that was really worked, where that is less than the law allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from challenge_letters.argument.matter import Matter
from challenge_letters.law.earnings_threshold import living_wage
from challenge_letters.law.errors import NotConfirmed
from challenge_letters.plan.ages import is_at_least

PENNY = Decimal("0.01")
# The national living wage is that of everybody from this age on, since April 2024.
GROWN_UP = 21
SOME_MONTHS = timedelta(days=92)


@dataclass(frozen=True)
class UnderPaid:
    """So much before tax for so many hours, which is less an hour than the wage of that day."""

    pay: Decimal
    hours: Decimal
    wage: Decimal

    @property
    def slots(self) -> dict[str, str]:
        """What the rows print: "£1,779.40", "187.5", "£9.49" and "£12.71"."""
        each = (self.pay / self.hours).quantize(PENNY, ROUND_HALF_UP)
        pounds = {"pay": self.pay, "each": each, "wage": self.wage}
        return {name: f"£{amount:,.2f}" for name, amount in pounds.items()} | {"hours": f"{self.hours:f}"}


def under_paid(matter: Matter) -> UnderPaid | None:
    """Return what was paid an hour; None where it is not known, was enough, or another wage may hold.

    Whoever is younger, or whose age is not known, may have had a lower wage by law: nothing is claimed then.
    """
    found = _below_the_wage(matter)
    return found if found and _is_grown_up(matter) else None


def perhaps_under_paid(matter: Matter) -> UnderPaid | None:
    """Return the same where nobody has told how old the person is: the sum may be said, and no more."""
    found = _below_the_wage(matter)
    return found if found and _is_grown_up(matter) is None else None


def _below_the_wage(matter: Matter) -> UnderPaid | None:
    """Return what was paid an hour, if it was less than the wage of those who are grown up."""
    job, failed = matter.facts.job, matter.failed_on
    if job is None or failed is None or not (job.payslip_pay and job.payslip_hours):
        return None
    wage = _wage(failed.earliest)
    pay, hours = Decimal(job.payslip_pay), Decimal(job.payslip_hours)
    return UnderPaid(pay, hours.normalize(), wage) if wage and pay < hours * wage else None


def _is_grown_up(matter: Matter) -> bool | None:
    failed = matter.failed_on
    return is_at_least(GROWN_UP, matter.case, failed.earliest) if failed else None


def _wage(on: date) -> Decimal | None:
    """Return the lower of the wages that may have held for a last payslip: it rises each April."""
    try:
        return min(living_wage(day) for day in (on - SOME_MONTHS, on))
    except NotConfirmed:
        return None
