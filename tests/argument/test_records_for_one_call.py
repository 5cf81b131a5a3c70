"""A request for records that is about one decision and one call: what it names, and where the copy goes."""

from __future__ import annotations

from typing import Any

from tests.argument.cases import body_of, of_case
from tests.facts import case_of, sanction

SAM = {
    "kind": "adviser",
    "name": "Sam Helper",
    "organisation": "Advice",
    "address": ["14 Dock Road"],
    "email": "casework@advice.example",
}
CALLED = {"kind": "missed-appointment", "their_day": "2026-10-08"}


def _request(writer: dict[str, Any] | None = None, **records: Any) -> str:
    decided = sanction("2026-11-12", failure=CALLED)
    about = {"writer": writer} if writer else {}
    case = case_of(
        decided, records_request=records, contact={"other_needs": "everything in Spanish"}, **about
    )
    letter = next(each for each in of_case("it", case) if each.letter.kind == "subject-access-request")
    return body_of(letter.said())


def test_the_need_of_an_interpreter_is_no_record_of_health() -> None:
    letter = _request(systems=["calls", "interpreter"])
    assert "what is recorded about my need of an interpreter, since when" in letter
    assert "health" not in letter


def test_the_decision_it_is_for_is_named() -> None:
    assert "what belongs to your decision of 12 November 2026 about 8 October." in _request()


def test_the_copy_goes_to_the_adviser_where_that_is_wanted() -> None:
    letter = _request(SAM, wanted_as="to-helper")
    assert "Please send the copy to Sam Helper, Advice, who helps me: casework@advice.example." in letter
    assert "I would like the copy" not in letter
    assert "I would like the copy on paper" in _request(wanted_as="to-helper")


def test_what_else_is_needed_stands_in_a_sentence() -> None:
    assert "What else I need is this: “everything in Spanish”" in _request()
