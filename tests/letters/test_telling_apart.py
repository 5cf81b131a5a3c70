"""Two decisions or warnings that are named alike are told apart, wherever a letter or a page names them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.reminders import dated_lines_of
from challenge_letters.plan.report import as_text

APPOINTMENT = {"kind": "missed-appointment"}
OCTOBER_21 = {**APPOINTMENT, "happened": "2026-10-21"}
OCTOBER_28 = {**APPOINTMENT, "happened": "2026-10-28"}
UNSEEN = {"notice": "none-seen", "payment_day": "2026-11-12", "payment_lower_by": "182.40"}


def _case(*problems: dict[str, Any], nation: str = "england") -> Any:
    told = [{"id": f"s{place}", **each} for place, each in enumerate(problems)]
    return case_of(*told, nation=nation)


def _letter(
    *problems: dict[str, Any], kind: str = "mandatory-reconsideration", nation: str = "england"
) -> str:
    case = _case(*problems, nation=nation)
    letter = make_plan(case, on=MONDAY).letter(kind)
    assert letter
    return plain_text(fill(letter, case, on=MONDAY))


def _decided(failure: dict[str, Any], **decision: Any) -> dict[str, Any]:
    return sanction(None, decision={"dated": "2026-11-03", **decision}, failure=failure)


def _unseen(failure: dict[str, Any], **decision: Any) -> dict[str, Any]:
    return sanction(None, decision={**UNSEEN, **decision}, failure=failure)


def _warned(failure: dict[str, Any], day: str | None = "2026-11-18") -> dict[str, Any]:
    return threat(failure=failure, sides=["had-reason"], warning={"day": day, "came_by": "to-do"})


def _headings(letter: str) -> list[str]:
    """Return the headings over each decision: what a reader leafs through."""
    return re.findall(r"^(?:About |The .*decision|Your .*decision|Your .*message).*$", letter, re.MULTILINE)


# -- what is known tells them apart


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_two_decisions_of_one_day_are_told_apart_by_the_day_of_the_failure(nation: str) -> None:
    told = _letter(_decided(OCTOBER_21), _decided(OCTOBER_28), nation=nation)

    assert "decisions of 3 November 2026 about 21 and 28 October 2026" in told
    assert _headings(told) == ["About 21 October 2026", "About 28 October 2026"]
    assert "decision of 3 November 2026" not in told


def test_without_a_day_the_kind_tells_them_apart() -> None:
    told = _letter(_decided({"kind": "missed-call"}), _decided({"kind": "specific-task"}))

    assert "decisions of 3 November 2026 about a call and a task" in told
    assert "Your decision of 3 November 2026 about a call" in _headings(told)
    assert "Your decision of 3 November 2026 about a task" in _headings(told)


def test_two_kinds_and_two_days_of_three_are_told_apart_by_both_together() -> None:
    call = {"kind": "missed-call", "happened": "2026-10-21"}
    told = _letter(_decided(OCTOBER_21), _decided(call), _decided(OCTOBER_28))

    assert "Your decision of 3 November 2026 about an appointment on 21 October 2026" in _headings(told)
    assert "Your decision of 3 November 2026 about a call" in _headings(told)
    assert "Your decision of 3 November 2026 about 28 October 2026" in _headings(told)


def test_a_decision_dated_and_one_sent_on_that_day_are_named_alike_too() -> None:
    told = _letter(_decided(OCTOBER_21), sanction("2026-11-03", failure=OCTOBER_28))

    assert _headings(told) == ["About 21 October 2026", "About 28 October 2026"]


def test_decisions_that_have_names_of_their_own_keep_them_short() -> None:
    other = sanction(None, decision={"dated": "2026-11-05"})

    assert " about " not in _letter(_decided({"happened": "2026-10-21"}), other).split("Dear")[0]


# -- nothing is known: the order in which the person told them


@pytest.mark.parametrize("failure", [APPOINTMENT, OCTOBER_21, {"kind": "not-said"}])
def test_what_nothing_tells_apart_is_the_first_and_the_second(failure: dict[str, Any]) -> None:
    first, second = _headings(_letter(_decided(failure), _decided(failure)))

    assert first.startswith("Your first decision of 3 November 2026")
    assert second.startswith("Your second decision of 3 November 2026")


def test_the_order_is_counted_among_those_of_one_name() -> None:
    other = sanction(None, decision={"dated": "2026-11-09"}, failure=APPOINTMENT)
    headings = _headings(_letter(other, _decided(APPOINTMENT), _decided(APPOINTMENT)))

    assert headings[0] == "Your decision of 9 November 2026"
    assert headings[1].startswith("Your first decision of 3 November 2026")


def test_a_day_that_only_one_of_them_has_does_not_name_the_other() -> None:
    headings = _headings(_letter(_decided(OCTOBER_21), _decided(APPOINTMENT)))

    assert headings[0] == "Your decision of 3 November 2026 about 21 October 2026"
    assert headings[1] == "Your second decision of 3 November 2026 about an appointment"


# -- two decisions nobody has seen, behind one lower payment


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_two_unseen_decisions_behind_one_payment_are_told_apart(nation: str) -> None:
    told = _letter(_unseen(OCTOBER_21), _unseen(OCTOBER_28), nation=nation)

    assert "the decisions about 21 and 28 October 2026 behind my payment of 12 November 2026" in told
    assert "The first seems to be about an appointment on 21 October 2026." in told
    assert "The second seems to be about an appointment on 28 October 2026." in told
    assert _headings(told)[-2:] == ["About 21 October 2026", "About 28 October 2026"]


def test_one_payment_was_lower_once_and_notice_of_each_decision_is_asked_for() -> None:
    told = _letter(_unseen(OCTOBER_21), _unseen(OCTOBER_28))

    assert told.count("£182.40 lower than before") == 1
    assert "As far as I know, two decisions are behind that payment." in told
    assert told.count("please reconsider each of them") == 1
    assert told.count("written notice of each and of my right of appeal") == 1


def test_unseen_decisions_of_which_nothing_is_known_are_the_first_and_the_second() -> None:
    told = _letter(_unseen({"kind": "not-said"}), _unseen({"kind": "not-said"}))

    assert "The first has not been explained." in told
    assert "The second has not been explained." in told
    assert "The first decision behind my payment of 12 November 2026" in told
    assert "The second decision behind my payment of 12 November 2026" in told


def test_two_payments_are_told_of_one_by_one() -> None:
    told = _letter(_unseen(APPOINTMENT), _unseen(APPOINTMENT, payment_day="2026-10-12"))

    assert "payment of 12 November 2026 was £182.40 lower" in told
    assert "payment of 12 October 2026 was £182.40 lower" in told
    assert "behind that payment" not in told


# -- warnings


def test_two_warnings_of_one_day_are_told_apart_by_what_they_are_about() -> None:
    told = _letter(
        _warned({**APPOINTMENT, "happened": "2026-11-16"}),
        _warned({**APPOINTMENT, "happened": "2026-11-17"}),
        kind="good-reason-statement",
    )

    assert _headings(told) == ["About 16 November 2026", "About 17 November 2026"]
    assert told.count("nothing has been decided yet") == 1


def test_two_warnings_without_a_day_are_the_first_and_the_second() -> None:
    told = _letter(_warned(APPOINTMENT, None), _warned(APPOINTMENT, None), kind="good-reason-statement")

    assert _headings(told) == [
        "Your first message without a date about an appointment",
        "Your second message without a date about an appointment",
    ]
    assert told.count("Another message came.") == 1


# -- the page, the sheet


@pytest.mark.parametrize("told", [_decided, _unseen])
def test_one_limit_for_two_decisions_is_said_once_and_of_both(told: Any) -> None:
    plan = make_plan(_case(told(OCTOBER_21), told(OCTOBER_28)), on=MONDAY)

    assert as_text(plan).count("Ask them to look at these decisions again: One month from") == 1
    assert len({each.problem for each in plan.deadlines}) == 2
    lines = [each.text for each in dated_lines_of(plan)]
    assert len(lines) == len(set(lines))
    assert any("these decisions" in line for line in lines)


def test_decisions_with_limits_of_their_own_keep_a_line_each() -> None:
    plan = make_plan(_case(_decided(OCTOBER_21), sanction("2026-11-09", failure=OCTOBER_28)), on=MONDAY)

    assert as_text(plan).count("Ask them to look at the decision again: One month from") == 2
