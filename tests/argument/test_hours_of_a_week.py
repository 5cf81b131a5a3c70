"""A decision about the hours of a week: the number that was agreed, what took time, and each thing said once."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.argument.cases import WRITERS, body_of, of_case
from tests.facts import case_of, sanction

ON_HOURS = {
    "kind": "work-search-hours",
    "their_words": (
        "You are expected to look for work for 35 hours a week. For the week 2 November to 8 November 2026 you "
        "told us about 12 hours."
    ),
}
SAYS = (
    'My commitment says "I will spend up to 16 hours a week looking for work. Hours reduced because Gwil helps '
    'his mother." I agreed that with Sioned on 20 October.'
)
WEEK = {
    "expected_hours": 35,
    "done_hours": 12,
    "counted_hours": 12,
    "fewer_hours": 16,
    "fewer_because": "agreed",
    "agreed_on": "2026-10-20",
    "time_off": ["emergency"],
    "was_agreed": "no",
}
OPERATION = {
    "kind": "caring",
    "called": "my daughter's operation",
    "began": "2026-11-03",
    "ended": "2026-11-06",
    "effect": "I could not look for work until she was home.",
    "age": "9",
}
ACCOUNT = "My girl was in hospital from Tuesday 3 November to the Friday. I did 5 hours on the Monday and the rest on the Saturday."
DECIDED = {"dated": "2026-11-19", "days": 28}
NATIONS = pytest.mark.parametrize("nation", ["england", "northern-ireland"])
BENEFITS = pytest.mark.parametrize("benefit", ["universal-credit", "new-style-jsa"])
VOICES = pytest.mark.parametrize("writer", ["claimant", "adviser", "appointee"])


def _letter(
    nation: str = "england", benefit: str = "universal-credit", writer: str = "claimant", **facts: Any
) -> str:
    told = {
        "failure": ON_HOURS,
        "sides": ["did-part", "not-required", "had-reason"],
        "account": ACCOUNT,
        "reasons": [OPERATION],
        "search_week": WEEK,
        "decision": DECIDED,
        **facts,
    }
    case = case_of(
        sanction(**told),
        nation=nation,
        benefit=benefit,
        claimant={"name": "Gwil Example"},
        **({"writer": WRITERS[writer]} if writer != "claimant" else {}),
    )
    found = of_case("it", case)
    letter = next(each for each in found if each.letter.kind == "mandatory-reconsideration")
    return body_of(letter.said())


def _mistake(**told: Any) -> dict[str, Any]:
    return {"kind": "unclear-or-mistake", **told}


# -- a mistake that nobody went by in that week kept nobody from anything


@NATIONS
@BENEFITS
@VOICES
@pytest.mark.parametrize(
    "mistake",
    [
        _mistake(called="a letter going by 35 hours", understood="up to 16 hours a week"),
        _mistake(called="the wrong number in the decision"),
        _mistake(called="their sum", fact="The decision counts 35.", effect="do more hours"),
        _mistake(called="my paper record being refused", began="2026-11-11"),
    ],
)
def test_what_came_after_the_week_kept_nobody_from_searching(
    nation: str, benefit: str, writer: str, mistake: dict[str, Any]
) -> None:
    letter = _letter(nation, benefit, writer, reasons=[OPERATION, mistake])

    assert mistake["called"] not in letter
    assert "daughter's operation" in letter
    assert "do more hours" not in letter


def test_a_message_that_somebody_went_by_in_that_week_is_a_reason() -> None:
    believed = _mistake(
        called="a message about 12 hours", began="2026-10-30", understood="that 12 were enough"
    )

    assert "a message about 12 hours" in _letter(reasons=[believed])


def test_what_the_decision_has_wrong_is_argued_with_the_hours_alone() -> None:
    mistake = _mistake(called="the wrong hours", fact="They go by an old commitment.")
    letter = _letter(sides=["had-reason"], reasons=[mistake])

    assert "The hours to measure by are 16, not 35" in letter
    assert letter.count("They go by an old commitment.") == 1
    assert "good reason" not in letter.split("What I ask")[0]


# -- what was agreed leads, and the limits stand with it


@NATIONS
@BENEFITS
@VOICES
def test_what_was_agreed_leads_and_a_child_it_was_not_for_is_not_named(
    nation: str, benefit: str, writer: str
) -> None:
    letter = _letter(nation, benefit, writer, why_not_required=SAYS, groups=["child-3-12"])
    ground = letter[letter.index("16, not 35") :]

    assert ground.index("A week of 35 hours is expected only where no lesser number applies") < ground.index(
        SAYS[:30]
    )
    assert "To measure by 35 is wrong." in ground
    assert "a child of that age" not in letter
    assert "looking after a child aged" not in letter


def test_a_child_that_nothing_speaks_against_is_named_after_the_agreement() -> None:
    letter = _letter(groups=["child-3-12"])

    assert letter.index("On 20 October 16 hours a week were agreed with me.") < letter.index("a child aged 9")


def test_the_words_of_the_agreement_are_quoted_where_its_number_stands_in_them() -> None:
    letter = _letter(
        search_week={**WEEK, "agreed_words": "I will spend up to 16 hours a week looking for work."}
    )

    assert (
        "agreed with me on 20 October was: “I will spend up to 16 hours a week looking for work.”" in letter
    )
    assert "were agreed with me" not in letter


LIMITS = "Up to 16 hours a week, agreed with Sioned on 20 October, because I help my mother. "


@VOICES
def test_limits_that_the_ground_quotes_are_not_told_again(writer: str) -> None:
    letter = _letter(
        writer=writer, why_not_required=SAYS, commitment_limits=f"{LIMITS}Please make them keep to the 16."
    )

    assert "Up to 16 hours a week, agreed" not in letter
    assert "Please make them" not in letter
    assert "Whatever you decide, keep to the 16 hours a week in" in letter


def test_limits_that_only_repeat_the_number_ask_to_keep_to_it() -> None:
    agreed = {**WEEK, "agreed_words": "I will spend up to 16 hours a week looking for work."}
    letter = _letter(search_week=agreed, commitment_limits="Up to 16 hours, Mr Rees said on that Tuesday.")

    assert letter.count("Mr Rees") == 1
    assert "keep to the 16 hours a week in my commitment" in letter


def test_a_month_that_was_typed_is_the_day_of_the_agreement() -> None:
    says = 'My commitment says "up to 16 hours". I agreed that in October.'
    letter = _letter(why_not_required=says, search_week={**WEEK, "agreed_on": "2026-10"})

    assert f"{says} To measure by 35 is wrong." in letter


def test_other_limits_stand_in_the_ground_and_not_in_the_story() -> None:
    letter = _letter(commitment_limits="I cannot search on Mondays before noon. Please give me a new coach.")
    story, ground = letter.split("The hours to measure by are 16, not 35")

    assert "Mondays" not in story
    assert ground.count("I cannot search on Mondays before noon.") == 1
    assert ground.index("put those limits into my commitment") < ground.index("Please give me a new coach.")


# -- the sum


@VOICES
def test_the_case_sentence_gives_no_hours_that_nobody_gave(writer: str) -> None:
    letter = _letter(writer=writer)

    assert "with four hours off, or less, for an emergency at home, the 12 that " in letter
    assert "leave the 12" not in letter


# -- each day and each hour is told once


def test_hours_of_a_later_week_are_no_doing_of_what_was_asked() -> None:
    did = "The week before I put 17 hours, and 18 the week after."
    done = {"state": "done", "words": "I put 18 hours the week after."}
    letter = _letter(what_i_did=did, done_since=done)

    assert "what was asked since" not in letter
    assert letter.count("18") == 1


def test_where_the_sum_is_met_the_days_are_not_told_again() -> None:
    did = "I did 5 hours on Monday 2 November and the other 7 on Saturday the 7th. I applied for three jobs by e-mail."
    letter = _letter(what_i_did=did)

    assert "the other 7" not in letter
    assert (
        "I applied for three jobs by e-mail. What I did in that week was what I could reasonably do."
        in letter
    )


def test_where_the_hours_are_too_few_the_days_stay() -> None:
    did = "I did 5 hours on Monday 2 November and the other 7 on Saturday the 7th."
    letter = _letter(what_i_did=did, search_week={"expected_hours": 35, "done_hours": 12})

    assert did in letter


# -- what the commitment says of a record shows the search


@NATIONS
@BENEFITS
@VOICES
@pytest.mark.parametrize("box", ["reason", "why", "limits"])
def test_a_commitment_to_keep_a_record_stands_where_it_was_not_looked_at(
    nation: str, benefit: str, writer: str, box: str
) -> None:
    says = 'My commitment says, "I will keep a record of what I do, on paper or online." So paper is allowed.'
    boxes: dict[str, dict[str, Any]] = {
        "reason": {"reasons": [OPERATION, {"kind": "other", "called": "the course", "fact": says}]},
        "why": {"why_not_required": says},
        "limits": {"commitment_limits": says},
    }
    week = {**WEEK, "offered": "my notebook"}
    letter = _letter(nation, benefit, writer, search_week=week, **boxes[box])
    _, ground = re.split(r"offered [^.]*notebook", letter)

    assert letter.count("on paper or online") == 1
    assert ground.index("on paper or online") < ground.index("What decides is what was done to look for work")
