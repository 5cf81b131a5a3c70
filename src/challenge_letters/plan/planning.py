"""From a case and the day of writing to the plan: the one entrance to this room."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.case.queries import open_queries
from challenge_letters.plan.advising import lines_of, steps_of, warnings_of
from challenge_letters.plan.authority import citation_cautions
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.clocks import clocks_of
from challenge_letters.plan.outcome import Plan, first_asked_for
from challenge_letters.plan.texts import sentence


def make_plan(case: Case, *, on: date) -> Plan:
    """Return what is advised in `case` to somebody who writes on the day `on`."""
    choice = choose(case, on=on)
    clocks = clocks_of(case, on=on)
    now = first_asked_for(choice.letters)
    return Plan(
        case=case,
        on=on,
        letters=choice.letters,
        unwritten=choice.unwritten,
        deadlines=clocks.deadlines,
        warnings=warnings_of(case, now, on=on),
        lines=lines_of(case, now, on=on),
        steps=steps_of(case, now, on=on),
        cautions=(
            *clocks.cautions,
            *_address_cautions(case),
            *_adviser_cautions(case),
            *citation_cautions(case, choice.letters, on=on),
        ),
        queries=open_queries(case, today=on),
    )


def _adviser_cautions(case: Case) -> tuple[str, ...]:
    """Return a caution where the letter asks for a copy to an adviser whom nobody could reach."""
    writer = case.writer
    is_unreachable = writer.kind == "adviser" and not (writer.address or writer.email)
    return (sentence("cautions", "adviser-address"),) if is_unreachable else ()


def _address_cautions(case: Case) -> tuple[str, ...]:
    lacking = any(
        problem.kind == "applied-sanction" and not problem.decision.address for problem in case.problems
    )
    return (sentence("cautions", "no-address"),) if lacking and case.is_in_great_britain else ()
