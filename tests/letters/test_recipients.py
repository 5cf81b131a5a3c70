"""A letter goes to an address the person gave or one on record, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction
from tests.letters.samples import challenge_of

from challenge_letters.case.case import Case
from challenge_letters.law.addresses import office as on_record
from challenge_letters.letter_kinds.kinds import LetterKind
from challenge_letters.letters import recipients
from challenge_letters.letters.recipients import office_for, recipient
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.planning import make_plan

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
def test_the_address_of_a_decision_letter_is_left_to_be_copied_from_it(benefit: str) -> None:
    by_letter = sanction(decision={"came_by": "letter"})

    assert sent_to("mandatory-reconsideration", by_letter, benefit=benefit) == ()


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_without_a_letter_it_goes_to_the_general_address_on_record(nation: str) -> None:
    lines = office_for("universal-credit-post", nation=nation)
    decided = sanction(decision={"came_by": "journal"})

    assert lines
    assert sent_to("mandatory-reconsideration", decided, nation=nation) == ("Universal Credit", *lines)


def test_a_benefit_without_one_leaves_it_to_be_written_by_hand() -> None:
    decided = sanction(decision={"came_by": "phone"})

    assert sent_to("mandatory-reconsideration", decided, benefit="new-style-jsa") == ()


@pytest.mark.parametrize(("benefit", "is_known"), [("universal-credit", True), ("new-style-jsa", False)])
def test_a_reminder_goes_to_the_general_address(benefit: str, is_known: bool) -> None:
    case = case_of({"kind": "no-answer", "sent_on": "2026-09-21"}, benefit=benefit)
    letter = PlannedLetter("no-answer", "", follow_up=case.problems[0])  # type: ignore[arg-type]
    lines = ("Universal Credit", *office_for("universal-credit-post", nation="england"))

    assert recipient(letter, case) == (lines if is_known else ())


def test_a_request_for_records_goes_to_the_office_on_record_in_the_nation() -> None:
    lines = on_record("dwp-right-of-access").lines
    belfast = on_record("dfc-data-protection-officer").lines

    assert sent_to("subject-access-request", sanction(), nation="wales") == lines
    assert sent_to("subject-access-request", sanction(), nation="northern-ireland") == belfast


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


@pytest.mark.parametrize("kind", ["mandatory-reconsideration", "complaint"])
def test_an_address_the_person_gave_always_comes_before_one_on_record(kind: LetterKind) -> None:
    facts = {"complaint": {**OFFICE, "office_address": ["1 Office Road"]}}
    decided = sanction(decision={"address": ["1 Office Road"]})

    assert sent_to(kind, decided, **facts)[-1] == "1 Office Road"


def test_an_address_that_is_not_confirmed_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    unconfirmed = replace(on_record("dwp-right-of-access"), confirmed=False)
    monkeypatch.setattr(recipients.addresses, "serving", lambda purpose, nation: unconfirmed)

    assert office_for("records", nation="england") == ()


@pytest.mark.parametrize(
    ("nation", "record"), [("scotland", "dwp-right-of-access"), ("northern-ireland", None)]
)
def test_a_complaint_about_data_goes_only_where_that_was_confirmed(nation: str, record: str | None) -> None:
    assert office_for("data-complaint", nation=nation) == (on_record(record).lines if record else ())


def test_an_address_of_long_ago_is_printed_and_the_plan_says_so() -> None:
    facts = {"complaint": {**OFFICE, "data_protection": "They lost my letter."}}
    in_time = make_plan(case_of(sanction(), **facts), on=date(2027, 5, 22))
    later = make_plan(case_of(sanction(), **facts), on=date(2027, 5, 23))

    assert "right of access" not in " ".join(in_time.cautions).casefold()
    assert (
        "Right of Access Requests, Department for Work and Pensions: We last checked this on 22 November 2026: "
        "look whether it is still right." in later.cautions
    )


@pytest.mark.parametrize(
    ("asker", "line"),
    [("Mr Trial, my work coach", ("Mr Trial",)), ("my work coach", ()), ("Mrs Day", ("Mrs Day",))],
)
def test_a_reply_to_a_demand_goes_to_whoever_asked_by_name(asker: str, line: tuple[str, ...]) -> None:
    plan = make_plan(case_of(demand(place="at my door", asker=asker)), on=MONDAY)

    assert plan.now is not None
    assert recipient(plan.now, plan.case) == line
