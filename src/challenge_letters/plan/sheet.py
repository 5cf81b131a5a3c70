"""What belongs on the one page to keep at hand: days, warnings, steps, numbers, and what to keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.law import addresses
from challenge_letters.law.addresses import Office
from challenge_letters.law.benefits import has
from challenge_letters.plan.outcome import Advice, Plan, PlannedDeadline, PlannedLetter
from challenge_letters.plan.reminders import DatedLine, dated_lines_of
from challenge_letters.plan.sending import has_account
from challenge_letters.plan.speaking import said_to
from challenge_letters.plan.texts import sentence

ALWAYS_AT_HAND = ("emergency", "samaritans")
# Where others look, advice to keep things must not leave traces for them.
SAFELY_KEPT = ("safe-place", "safe-phone", "safe-receipt")


@dataclass(frozen=True)
class Sheet:
    """The page: it says what the screen says, because it is the page that is kept.

    `others` are the letters that can be sent later, if the person wants to; those that press are steps.
    `is_at_risk`: somebody who must not see it might find it.
    """

    on: date
    is_at_risk: bool
    days: tuple[DatedLine, ...]
    limits: tuple[PlannedDeadline, ...]
    warnings: tuple[Advice, ...]
    steps: tuple[Advice, ...]
    others: tuple[PlannedLetter, ...]
    lines: tuple[Advice, ...]
    cautions: tuple[str, ...]
    numbers: tuple[Office, ...]
    keep: tuple[str, ...]


def sheet_of(plan: Plan) -> Sheet:
    """Return the page for `plan`."""
    return Sheet(
        on=plan.on,
        is_at_risk=plan.case.safety.is_at_risk,
        days=tuple(DatedLine(each.day, said_to(plan, each.text)) for each in dated_lines_of(plan)),
        limits=tuple(_limits(plan)),
        warnings=plan.warnings,
        steps=plan.steps,
        others=tuple(letter for letter in plan.later if not letter.is_optional and letter.may_wait),
        lines=plan.lines,
        cautions=plan.cautions,
        numbers=tuple(_numbers(plan.case)),
        keep=tuple(said_to(plan, each) for each in _keep(plan)),
    )


def _limits(plan: Plan) -> Iterator[PlannedDeadline]:
    """Yield the limits whose working no warning shows already."""
    for planned in plan.limits:
        if not any(planned.deadline.working in warning.text for warning in plan.warnings):
            yield planned


def _numbers(case: Case) -> Iterator[Office]:
    line = addresses.serving("universal-credit-phone", case.nation)
    if line and has(case.benefit, "phone-line"):
        yield line
    yield from (office for office in addresses.advice(case.nation) if office.phone)
    yield from (addresses.office(line) for line in ALWAYS_AT_HAND)


def _keep(plan: Plan) -> Iterator[str]:
    if plan.case.safety.is_at_risk:
        yield from (sentence("keep", name) for name in SAFELY_KEPT)
        return
    yield sentence("keep", "copies")
    if plan.now:
        yield sentence("keep", "screenshot" if has_account(plan.case) else "receipt")
    yield sentence("keep", "calls")
