"""What a fresh reader found that would harm, held fast: the letter or the plan must not say it again."""

from __future__ import annotations

from typing import Any

import pytest
from tests.examples import AS_AT, case_of, plan_of

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text


def _letter(example: str) -> str:
    now = plan_of(example).now
    assert now is not None
    return plain_text(fill(now, case_of(example), on=AS_AT))


def _plan(example: str) -> str:
    plan = plan_of(example)
    return "\n".join(f"{each.heading} {each.text}" for each in (*plan.warnings, *plan.lines, *plan.steps))


SAID: list[tuple[str, str, Any]] = [
    # Where no way to the client is safe, every notice comes to the adviser.
    ("adviser-client-not-safe", "Please send me a mandatory reconsideration notice", "send them a"),
    ("adviser-client-not-safe", "Please put nothing about this in her online account.", None),
    ("adviser-client-not-safe", "Please do not ring her.", None),
    # The day is the day of the failure, not of the task or the offer.
    ("appointee-warned", "You say: “You have not uploaded your CV.”", "set on 13"),
    ("late-in-hospital", "because you say of 30 June: “You did not upload your CV.”", "set on 30 June"),
    ("job-offer-too-far", "because you say of 2 October", "offered on 2 October"),
    # No half admission.
    ("dismissed-misconduct", "That is not misconduct.", "wrong on purpose"),
    ("warned-bus-cancelled", "I set out at 8.10 in the morning", "8.05"),
    # An answer to a letter goes back to the address on it.
    ("appointee-warned", "The address on your letter of 17 November 2026:", None),
    ("appointee-warned", "to prepare for work, but not to look for it (Welfare Reform Act 2012, section 21)", "section 20"),
    # Nothing more to an address that is lost.
    ("no-home-post-lost", "Use only the contact details I gave you on 21 September", None),
    ("no-home-post-lost", "send nothing more to the old address", None),
    ("no-home-post-lost", "I saw it on 20 October", "on the 20th"),
]  # fmt: skip
PLANNED: list[tuple[str, str, str]] = [
    ("appointee-warned", "Send Milo's answer to the address on that letter", "the to-do"),
    ("very-late-their-own-error", "Find out whether money is still being taken for this", "No money?"),
    ("late-in-hospital", "Find out whether money is still being taken for this", "No money?"),
    ("no-home-post-lost", "Go to the new appointment", "booked it again"),
    ("two-decisions-adviser", "Go to the new appointment", "book a new appointment today"),
    ("adviser-client-not-safe", "No money?", "Find out whether money is still being taken"),
]


@pytest.mark.parametrize(("example", "said", "unsaid"), SAID)
def test_the_letter_says_it_safely(example: str, said: str, unsaid: str | None) -> None:
    letter = _letter(example)

    assert said in letter
    assert unsaid is None or unsaid not in letter


@pytest.mark.parametrize(("example", "said", "unsaid"), PLANNED)
def test_the_plan_fits_the_case(example: str, said: str, unsaid: str) -> None:
    plan = _plan(example)

    assert said in plan
    assert unsaid not in plan
