"""A letter goes to an address the person gave or one on record, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from tests.facts import case_of, sanction
from tests.letters.samples import challenge_of

from challenge_letters.case.case import Case
from challenge_letters.law.addresses import office as on_record
from challenge_letters.letters.recipients import office, recipient
from challenge_letters.plan.outcome import LetterKind, PlannedLetter

OFFICE = {"office": "Testtown Jobcentre", "events": [{"what": "Nobody rang."}]}


def sent_to(kind: LetterKind, *problems: dict[str, Any], **facts: Any) -> tuple[str, ...]:
    case: Case = case_of(*problems, **facts)
    challenges = tuple(challenge_of(problem, ()) for problem in case.problems)  # type: ignore[arg-type]
    return recipient(PlannedLetter(kind, "", challenges), case)


def test_a_request_goes_to_the_address_on_the_decision() -> None:
    decided = sanction(decision={"address": ["1 Office Road", "Town"]})

    assert sent_to("mandatory-reconsideration", decided) == ("1 Office Road", "Town")


def test_with_two_decisions_the_first_address_is_taken() -> None:
    decisions = [sanction(id="a"), sanction(id="b", decision={"address": ["2 Office Road"]})]

    assert sent_to("mandatory-reconsideration", *decisions) == ("2 Office Road",)


@pytest.mark.parametrize("benefit", ["universal-credit", "new-style-jsa"])
def test_without_one_it_is_left_to_be_written_by_hand(benefit: str) -> None:
    assert sent_to("mandatory-reconsideration", sanction(), benefit=benefit) == ()


def test_a_request_for_records_goes_to_the_office_on_record_in_great_britain() -> None:
    lines = on_record("dwp-right-of-access").lines

    assert sent_to("subject-access-request", sanction(), nation="wales") == lines
    assert sent_to("subject-access-request", sanction(), nation="northern-ireland") == ()


@pytest.mark.parametrize(
    ("complaint", "lines"),
    [
        (OFFICE, ()),
        ({**OFFICE, "office_address": ["1 Park Street"]}, ("Testtown Jobcentre", "1 Park Street")),
        ({"events": OFFICE["events"], "office_address": ["1 Park Street"]}, ("1 Park Street",)),
    ],
)
def test_a_complaint_goes_to_the_office_it_is_about(
    complaint: dict[str, Any], lines: tuple[str, ...]
) -> None:
    assert sent_to("complaint", sanction(), complaint=complaint) == lines


@pytest.mark.parametrize("kind", ["good-reason-statement", "password-reply"])
def test_answers_have_no_address_of_their_own(kind: LetterKind) -> None:
    assert sent_to(kind, sanction(decision={"address": ["1 Office Road"]})) == ()


def test_an_address_that_is_not_confirmed_is_never_printed() -> None:
    assert not on_record("dwp-data-protection-officer").confirmed
    assert office("dwp-data-protection-officer", nation="england") == ()
