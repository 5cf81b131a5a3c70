"""The way to what comes next: a few pages, no more than the letter needs, and nothing asked twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from challenge_letters.interview.next_ways import NEXT_GROUPS, ONLY_THE_DATES, WAYS
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.texts import labels
from challenge_letters.plan.follow_ups import RULES
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.told import told
from tests.interview.walker import CARRY_ON, CHECK, Walker
from tests.interview.walking import FOLLOW_UPS, journey_for

TODAY = examples.AS_AT
# The pages of a letter of its own: the claim, the decision, proof and people are asked about on every road.
MOST_PAGES = 4
MOST_EXTRA_PAGES = 2


def _at(page: str, example: str) -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), until=page)
    return walker


def _checking(example: str) -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), is_pressing_on=False)
    return walker


def test_every_letter_that_comes_next_has_a_way_and_a_group() -> None:
    grouped = [kind for kinds in NEXT_GROUPS.values() for kind in kinds]
    # “You must ring” reads like an answer and is none, so that letter is reached from both.
    assert sorted(grouped) == sorted([*set(grouped), "no-answer"])
    assert set(grouped) == set(WAYS) == set(FOLLOW_UPS) == set(RULES) == set(labels("next_kind"))
    assert {*NEXT_GROUPS, ONLY_THE_DATES} == set(labels("next_group"))


@pytest.mark.parametrize("kind", WAYS)
def test_every_answer_of_a_way_is_a_field_of_its_letter(kind: str) -> None:
    way = WAYS[kind]
    asked = [answer.name for page in way.pages if page not in way.lists for answer in PAGES[page].answers]
    fields = set(FOLLOW_UPS[kind].model_fields)

    assert {name.removeprefix(f"{way.prefix}_") for name in asked} <= fields
    assert all(name.startswith(f"{way.prefix}_") for name in asked)
    assert set(way.lists.values()) <= fields
    assert {*way.lists, *way.only_if} <= set(way.pages)


@pytest.mark.parametrize("kind", WAYS)
def test_the_path_is_short(kind: str) -> None:
    always = [page for page in WAYS[kind].pages if page not in WAYS[kind].only_if]

    assert len(always) <= MOST_PAGES
    assert len(WAYS[kind].pages) - len(always) <= MOST_EXTRA_PAGES


@pytest.mark.parametrize(
    ("group", "kinds"), [(group, kinds) for group, kinds in NEXT_GROUPS.items() if len(kinds) > 1]
)
def test_a_group_offers_its_own_letters_only(group: str, kinds: tuple[str, ...]) -> None:
    walker = new_walker()
    walker.phone.answer(labels("door")["sent"])
    walker.phone.answer(labels("next_group")[group])
    assert walker.page.h1 == "Which of these fits best?"
    assert [labels("next_kind")[kind] in walker.page.text for kind in labels("next_kind")] == [
        kind in kinds for kind in labels("next_kind")
    ]


def test_who_is_not_sure_sees_the_dates_as_before() -> None:
    walker = _at("problems/0/sent", "reconsideration-refused")
    assert walker.page.h1 == "What did you send, and what came back?"


def test_another_group_leaves_no_trace_of_the_letter_chosen_first() -> None:
    walker = _checking("done-since")
    walker.phone.follow("Change : What you want")
    walker.phone.answer(labels("next_group")["nothing-came"])
    assert walker.page.h1 == "When and how did you ask them to look again?"
    walker.phone.answer(
        {
            "When did you ask": date(2026, 10, 1),
            "^How$": "By phone",
            "copy": "No",
        }
    )
    walker.phone.answer({"complain": "No"})
    walker.expect(CHECK)
    assert "CV course" not in walker.page.text
    walker.phone.press(CARRY_ON)
    told = walker.case_file().problems[0].model_dump(mode="json", exclude_defaults=True)
    assert told == {
        "kind": "no-answer",
        "id": "sent",
        "decision": {
            "dated": "2026-11-03",
            "failure": {"kind": "specific-task", "happened": "2026-10-19"},
        },
        "sent_on": "2026-10-01",
        "how": "phone",
    }


def test_what_is_done_needs_its_words_and_its_day() -> None:
    walker = _at("problems/0/met-done", "done-since")
    walker.phone.answer({"What you did": "", "On which day": ("", "", "")})
    assert walker.page.errors == ["Please answer this."]
    walker.phone.answer({"What you did": "I went.", "On which day": ("", "", "")})
    assert walker.page.errors == ["Give the day, or choose the month. A month is enough."]
    walker.phone.answer({"What you did": "I went.", "On which day": date(2026, 11, 24)})
    assert len(walker.page.errors) == 1
    assert "in the future" in walker.page.errors[0]


def test_a_refused_letter_says_from_when_and_still_helps() -> None:
    walker = _at("problems/0/chase-sent", "no-answer-six-weeks")
    walker.phone.answer({"When did you ask": date(2026, 11, 16), "^How$": "By phone", "copy": "No"})
    for one in journey_for(examples.case_of("no-answer-six-weeks"), TODAY).visited:
        if one.visit.key not in walker.told and one.visit.page.id != "chase-sent":
            walker.answer(one)
    walker.phone.press(CARRY_ON)
    assert walker.page.h1 == "There is no letter to send now"
    assert "You can send this from 30 November 2026." in walker.page.text


# -- where somebody may not be safe


def test_the_notice_that_stops_requirements_asks_no_address_and_no_story() -> None:
    case = examples.case_of("requirements-notice-safe-contact")
    asked = {one.visit.page.id for one in journey_for(case, TODAY).visited}

    assert "safe-ways" in asked
    assert not asked & {"name", "safe-address", "own-words", "next-decision", "next-proof"}
    assert not [
        answer for page in WAYS["requirements-notice"].pages for answer in PAGES[page].answers
        if answer.name.endswith(("what", "why", "account"))
    ]  # fmt: skip


def test_the_safe_way_is_asked_for_even_if_nobody_else_sees_the_post() -> None:
    case = examples.case_of("requirements-notice-safe-contact")
    safety = case.safety.model_copy(update={"others_see": "no", "post_is_safe": "yes"})
    asked = [
        one.visit.page.id for one in journey_for(case.model_copy(update={"safety": safety}), TODAY).visited
    ]

    assert "safe-ways" in asked
    assert "safe-name" in asked
    assert "safe-address" not in asked


@pytest.mark.parametrize(("example", "heading"), [
    ("done-since", "Text for the journal"),
    ("appeal-after-refusal", "Text to copy"),
    ("requirements-notice-safe-contact", "Text to copy"),
])  # fmt: skip
def test_what_does_not_belong_in_the_journal_is_not_offered_for_it(example: str, heading: str) -> None:
    walker = told(example)
    headings = [" ".join(tag.get_text().split()) for tag in walker.page.soup.select("main h3, main summary")]
    assert heading in headings
    assert ("Text for the journal" in headings) is (heading == "Text for the journal")


def test_a_call_is_not_a_letter_that_was_not_sent() -> None:
    walker = told("phone-call-script")
    assert walker.page.h1 == "What to say is ready. You have NOT rung yet"
    assert "This has NOT been sent" not in walker.page.text
    assert "Ring 0800 328 5644." in walker.page.text


# -- after the letters of another road


def test_a_letter_that_the_answers_give_already_is_offered_for_later() -> None:
    problem: Any = examples.case_of("decision-twice-done").problems[0]
    case = examples.case_of("decision-twice-done").model_copy(update={"problems": (problem,)})
    walker = new_walker().tell(case)
    assert "Letter that says you have done it" in walker.page.text
    assert walker.page.h1 == "Your letter is ready. It has NOT been sent"
    assert walker.phone.download("Download this one as a Word file: Letter that says").startswith(b"PK")
