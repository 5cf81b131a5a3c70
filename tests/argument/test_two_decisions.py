"""Two decisions in one letter: each is told apart, and what they share is said once."""

from __future__ import annotations

from typing import Any

from tests.argument.cases import DECISION, body_of, of_case
from tests.facts import case_of

ILL = {"kind": "ill", "fact": "I had a chest infection.", "began": "2026-10-18", "ended": "2026-10-25"}
DONE = {"state": "done", "day": "2026-10-27", "words": "I saw my work coach."}


def missed(id_: str, day: str, **more: Any) -> dict[str, Any]:
    """Return a decision about an appointment on `day`, missed through one illness."""
    return {
        "kind": "applied-sanction",
        "id": id_,
        "decision": {**DECISION, "days": 7},
        "failure": {"kind": "missed-appointment", "happened": day},
        "sides": ["had-reason"],
        "groups": ["none"],
        "was_under_18": "no",
        "account": f"I lay in bed on {day[-2:]} October.",
        "reasons": [{**ILL, "effect": "get out of bed", "could_tell": "no"}],
        "done_since": DONE,
        **more,
    }


def letter_about(*problems: dict[str, Any], **about: Any) -> tuple[str, str]:
    """Return the subject and the body of the one letter about `problems`."""
    found = next(iter(of_case("two", case_of(*problems, **about))))
    said = found.said()
    return str(said.subject), body_of(said)


def test_two_decisions_of_one_day_are_named_by_the_days_they_are_about() -> None:
    subject, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-23"))
    assert "20 and 23 October 2026" in subject
    assert "About 20 October 2026" in letter
    assert "About 23 October 2026" in letter


def test_one_paper_for_two_decisions_is_enclosed_once() -> None:
    first, again = "My top-up history, nothing in October", "my top-up history (nothing October)"
    two = (
        missed("one", "2026-10-20", evidence=[{"what": first}]),
        missed("two", "2026-10-23", evidence=[{"what": again}]),
    )
    said = next(iter(of_case("two", case_of(*two)))).said()
    assert [str(each) for each in said.enclosures] == [first]


def test_one_illness_is_one_reason_and_is_told_once() -> None:
    _, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-23"))
    assert letter.count("I could not get out of bed.") == 1
    assert letter.count("I saw my work coach.") == 1
    assert letter.count("For the same reason I could not let you know at the time.") == 1
    assert "It lasted from 18 October to 25 October, and 23 October lies within that time." in letter
    assert "The second does the same" in letter


def test_of_two_failures_of_one_day_the_reason_is_not_measured_against_itself() -> None:
    task = {"kind": "specific-task", "happened": "2026-10-20"}
    _, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-20", failure=task))
    assert "It is the reason I gave above, and it was the same day." in letter
    assert letter.count("lies within that time") == 1


def test_both_accounts_stand() -> None:
    _, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-23"))
    assert "I lay in bed on 20 October." in letter
    assert "I lay in bed on 23 October." in letter


def test_what_is_to_be_put_right_under_both_is_asked_for_once() -> None:
    _, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-23"))
    assert "If you do not, under each of them record that I complied on 27 October." in letter
    assert (
        "Under the first, cut the period to 14 days. Under the second, cut the period to 11 days." in letter
    )


def test_an_illness_that_was_over_is_not_the_reason_for_a_later_day() -> None:
    _, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-28"))
    assert "The same good reason holds" not in letter


def test_a_reason_without_a_day_may_have_happened_twice() -> None:
    late = {"kind": "travel", "fact": "The bus did not come.", "effect": "get there"}
    first, second = missed("one", "2026-10-20", reasons=[late]), missed("two", "2026-10-23", reasons=[late])
    _, letter = letter_about(first, second)
    assert "The same good reason holds" not in letter
    assert letter.count("The bus did not come.") == 2


def test_days_that_cannot_rest_on_a_failure_so_soon_before_are_not_conceded() -> None:
    """Nobody has said whether the days are open-ended, so that no number of days can be claimed."""
    told = {"earlier_sanctions_known": "yes", "done_since": {"state": "not-known"}}
    first = missed("one", "2026-10-12", **told, decision={"dated": "2026-11-02", "days": 7})
    second = missed("two", "2026-10-20", **told, decision={"dated": "2026-11-04", "days": 14})

    _, letter = letter_about(first, second)

    assert "If that decision is revised, it is no earlier failure, and this one carries 7 days." in letter
    assert "a failure within 14 days of another carries the same days and no more" in letter
