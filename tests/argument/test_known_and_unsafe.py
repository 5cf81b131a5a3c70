"""What the office knew of a language, a placement that was not safe, treatment at work, and a day put off."""

from __future__ import annotations

from typing import Any

from tests.argument.cases import OFFERS, body_of, of_case
from tests.argument.test_facts import text
from tests.facts import case_of, sanction

PLACEMENT = {"failure": {"kind": "work-placement", "happened": "2026-10-14"}, "sides": ["had-reason"]}
LANGUAGE = {"kind": "no-access", "lacking": ["english"], "interpreter": "no", "fact": "I know Tigrinya only."}
MESSAGE = {"told_by": "journal", "told_on": "2026-10-02", "words": "Book an interview."}


def _demand(words: str) -> str:
    demand = {"kind": "account-demand", "wanted": "job-site-password", "words": words, "offers": OFFERS}
    found = of_case("it", case_of({**demand, "asked_on": "2026-11-16", "answer_by": "2026-12-01"}))
    return body_of(next(each for each in found if each.letter.kind == "password-reply").said())


def _records(kind: str) -> str:
    failure = {"kind": kind, "happened": "2026-10-20"}
    found = of_case("it", case_of(sanction("2026-11-12", failure=failure), records_request={}))
    return body_of(next(each for each in found if each.letter.kind == "subject-access-request").said())


def test_a_placement_is_no_longer_under_the_higher_section() -> None:
    letter = text({**PLACEMENT, "job": {"danger": "the trench had no supports"}})
    assert "(Welfare Reform Act 2012, section 27(2))" in letter
    assert "section 26" not in letter
    assert "Say under which scheme and which provision that was required" in letter


def test_no_length_is_argued_for_a_placement() -> None:
    decision = {"days": 91, "is_open_ended": "no", "notified": "2026-11-02", "dated": "2026-11-02"}
    letter = text({**PLACEMENT, "earlier_sanctions_known": "yes", "decision": decision, "account": "I left."})
    assert "the reduction is" not in letter
    assert "cut the period" not in letter


def test_the_danger_at_a_placement_stands_in_its_ground() -> None:
    job = {"danger": "the trench had no supports", "danger_shown": "I told the foreman."}
    letter = text({**PLACEMENT, "job": job})
    assert "It was not safe, because the trench had no supports. I told the foreman. Nobody has to" in letter


def test_a_language_known_before_the_message_is_a_ground() -> None:
    known = {**LANGUAGE, "told_on": "2026-09-04"}
    letter = text({"reasons": [known], "requirement": MESSAGE}, contact={"interpreter": "Tigrinya"})
    assert "You knew of the language problem" in letter
    assert "You have known since 4 September that I need an interpreter. The message came" in letter
    assert "after that, and nobody interpreted it for me." in letter
    assert "told you about this" not in letter


def test_without_the_need_of_an_interpreter_it_is_the_language_that_was_known() -> None:
    letter = text({"reasons": [{**LANGUAGE, "told_on": "2026-09-04"}]})
    assert "You have known since 4 September that my English is not good." in letter
    assert "need an interpreter" not in letter


def test_what_was_told_only_afterwards_was_not_known() -> None:
    assert "You have known" not in text({"reasons": [{**LANGUAGE, "told_on": "2026-10-20"}]})


def test_a_known_need_of_an_interpreter_heads_the_error_of_the_office() -> None:
    error = {"what_they_knew": "I need an interpreter for Tigrinya.", "told_on": "2026-09-04"}
    letter = text({"official_error": error, "requirement": MESSAGE, "reasons": [LANGUAGE]})
    assert "You knew of the language problem" in letter
    assert "the decision leaves out" not in letter


def test_treatment_is_argued_beside_missing_pay() -> None:
    left: dict[str, Any] = {
        "failure": {"kind": "left-job", "happened": "2026-10-14"},
        "sides": ["had-reason"],
    }
    letter = text({**left, "reasons": [], "job": {"unpaid": "June", "faults": ["pay", "treatment"]}})
    assert (
        "so the missing pay is reason enough. Nor has anybody to put up with being treated like that."
        in letter
    )
    assert "treated like that" not in text(
        {**left, "reasons": [], "job": {"unpaid": "June", "faults": ["pay"]}}
    )


def test_a_demand_made_again_is_wanted_by_the_later_day() -> None:
    letter = _demand("Send it by Fri 27th.")
    assert "It is wanted by" not in letter
    assert "“Send it by Fri 27th.” It is now wanted by 1 December, and this is my answer." in letter
    assert "It is wanted by 1 December" in _demand("Send it by Tuesday 1st.")
    assert "It is wanted by 1 December" in _demand("Send it by 5pm.")


def test_the_numbers_dialled_and_held_are_asked_for() -> None:
    letter = _records("missed-call")
    assert "with the numbers dialled" in letter
    assert "the phone numbers held for me" in letter


def test_the_calls_come_first_where_a_call_was_missed() -> None:
    missed, other = _records("missed-call"), _records("specific-task")
    assert missed.index("Send me the log of calls") < missed.index("the referral")
    assert other.index("the referral") < other.index("the log of calls")
