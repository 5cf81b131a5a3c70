"""What goes with a letter is listed once, however often and in whatever words it was typed."""

from __future__ import annotations

import pytest

from challenge_letters.argument.papers import each_once


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        (
            ("my lists for October and November", "my lists for October and November (date, employer)"),
            ("my lists for October and November (date, employer)",),
        ),
        (
            (
                "My top-up history, nothing from 25 September to 17 October",
                "my top-up history (nothing 25 September to 17 October)",
            ),
            ("My top-up history, nothing from 25 September to 17 October",),
        ),
        (
            ("Note from a helper", "note from my sister Tasha about the phone"),
            ("note from my sister Tasha about the phone",),
        ),
        (
            ("note from my sister Tasha about the phone", "Note from a helper"),
            ("note from my sister Tasha about the phone",),
        ),
        (("iPhone bill", "", "a rota"), ("iPhone bill", "a rota")),
        (("Payslip of May", "Payslip of June"), ("Payslip of May", "Payslip of June")),
        (("عقد", "رسالة"), ("عقد", "رسالة")),
        (("!!", "??"), ("!!", "??")),
    ],
)
def test_each_paper_is_listed_once_in_its_fuller_name(
    typed: tuple[str, ...], listed: tuple[str, ...]
) -> None:
    assert each_once(typed) == listed


def test_in_a_sentence_a_name_stays_as_it_was_typed() -> None:
    assert each_once(("my rota", "my rota for May")) == ("my rota for May",)
