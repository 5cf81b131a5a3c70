"""The page to keep: nothing that presses, runs out or is unsafe may be missing from it."""

from __future__ import annotations

import pytest
from tests.examples import names, plan_of

from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.plan.sheet import sheet_of

LEAVES_TRACES = ("Take screenshots of messages", "A note of each call", "A copy of everything you send")


@pytest.mark.parametrize("example", names())
def test_every_letter_that_was_asked_for_stands_on_the_page(example: str) -> None:
    plan = plan_of(example)
    sheet = sheet_of(plan)
    said = "\n".join(step.heading for step in sheet.steps)
    can_wait = {letter.kind for letter in sheet.others}

    asked_for = [letter for letter in plan.later if not letter.is_optional]

    missing = [
        each.kind for each in asked_for if each.kind not in can_wait and KINDS[each.kind].name not in said
    ]
    assert missing == []


def test_a_second_letter_with_a_limit_is_a_step_with_its_day() -> None:
    steps = sheet_of(plan_of("decision-twice-done")).steps

    assert [f"{step.heading}. {step.text}" for step in steps][1] == (
        "Send this too: “Mandatory reconsideration request”. It must be there by 10 December 2026. "
        "By the rule the last day is 10 December 2026. Do not wait for an answer to the first one."
    )


def test_a_letter_that_can_wait_is_named_with_what_not_to_wait_for() -> None:
    others = sheet_of(plan_of("complaint-no-answer")).others

    assert [letter.kind for letter in others] == ["subject-access-request"]
    assert "Do not wait for it" in others[0].why


@pytest.mark.parametrize(
    ("example", "line"),
    [
        ("complaint-no-answer", "A court claim has to start by 1 March 2027"),
        ("appeal-after-refusal", "The sanction goes on while you appeal"),
        ("appeal-after-refusal", "Only what was so at the time"),
    ],
)
def test_single_lines_are_on_the_page_too(example: str, line: str) -> None:
    assert line in [each.heading for each in sheet_of(plan_of(example)).lines]


@pytest.mark.parametrize("example", names())
def test_the_page_has_the_lines_and_cautions_of_the_screen(example: str) -> None:
    plan = plan_of(example)

    assert (sheet_of(plan).lines, sheet_of(plan).cautions) == (plan.lines, plan.cautions)


def test_a_day_on_paper_says_which_letter_and_never_to_post_it_today() -> None:
    days = [(str(each.day), each.text) for each in sheet_of(plan_of("decision-twice-done")).days]

    assert days == [
        ("2026-12-08", "Ask them to look at the decision again: last safe day to post it"),
        (
            "2026-12-10",
            "Ask them to look at the decision again: it must have reached them on this day at the latest",
        ),
    ]


def test_nobody_is_told_that_interviews_stop_before_the_notice_is_confirmed() -> None:
    first = sheet_of(plan_of("requirements-notice-safe-contact")).warnings[0].text

    assert "Nothing is asked of you" not in first
    assert "Until they confirm it, still go to any interview" in first


@pytest.mark.parametrize("example", [each for each in names() if plan_of(each).case.safety.is_at_risk])
def test_where_others_look_the_page_does_not_ask_for_traces(example: str) -> None:
    sheet = sheet_of(plan_of(example))

    assert [thing for thing in sheet.keep for trace in LEAVES_TRACES if trace in thing] == []
    assert "only where nobody else looks" in sheet.keep[0]
    assert not any("Keep a screenshot" in warning.text for warning in sheet.warnings)
