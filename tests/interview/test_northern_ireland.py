"""The pages that somebody in Northern Ireland can reach name no office, number or law of Great Britain."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from challenge_letters.interview.texts import page_texts, said_in
from challenge_letters.places import interviews
from tests import examples
from tests.great_britain import words_of_great_britain
from tests.interview.phones import new_walker
from tests.interview.told import told
from tests.interview.walking import journey_for

# Pages on which nobody in Northern Ireland can come.
OUT_OF_REACH = {"mp-ombudsman"}
THERE = tuple(name for name in examples.names() if examples.case_of(name).nation == "northern-ireland")


@cache
def _pages() -> dict[str, str]:
    """Return each block of the interview as text, by its id."""
    found = [
        block
        for path in sorted(interviews().glob("*.yml"))
        for block in yaml.safe_load_all(path.read_text(encoding="utf-8"))
        if block and "id" in block
    ]
    return {block["id"]: yaml.safe_dump(block, allow_unicode=True, width=10_000) for block in found}


@pytest.mark.parametrize("page", sorted(_pages().keys() - OUT_OF_REACH))
def test_a_page_names_nothing_of_great_britain(page: str) -> None:
    # What a choice is called in a case file is not shown.
    assert words_of_great_britain(_pages()[page].replace("'jobcentre'", "")) == []


def test_no_label_names_anything_of_great_britain() -> None:
    # The list of common words is shown to nobody.
    shown = {name: part for name, part in page_texts().items() if name not in ("by_nation", "common_words")}
    text = yaml.safe_dump(shown, allow_unicode=True, width=10_000).replace("jobcentre:", "")

    assert words_of_great_britain(text) == []


@pytest.mark.parametrize("key", page_texts()["by_nation"])
def test_what_differs_by_nation_names_nothing_of_great_britain_there(key: str) -> None:
    assert said_in("northern-ireland", key) != said_in("wales", key) == said_in("", key)
    assert words_of_great_britain(said_in("northern-ireland", key)) == []


def test_nobody_is_asked_to_go_through_a_member_to_the_ombudsman_there() -> None:
    case = examples.case_of("mp-and-ombudsman")
    there = case.model_copy(update={"nation": "northern-ireland"})

    pages = {one.visit.page.id for one in journey_for(case, examples.AS_AT).visited}
    pages_there = {one.visit.page.id for one in journey_for(there, examples.AS_AT).visited}

    assert pages - pages_there == {"mp-ombudsman"}


@pytest.mark.parametrize("name", THERE)
def test_the_last_page_names_its_own_offices(name: str) -> None:
    walker = told(name)

    assert walker.page.h1.startswith(("Your letter is ready", "The letter is ready"))
    assert words_of_great_britain(walker.page.soup.get_text(" ")) == []
    assert "Law Centre NI" in walker.page.text


@pytest.mark.parametrize(("nation", "rings"), [("Scotland", True), ("Northern Ireland", False)])
def test_nobody_is_sent_to_a_number_that_does_not_answer_there(nation: str, *, rings: bool) -> None:
    walker = new_walker()
    claim = {"Who is it for": "For me", "Which country": nation, "Which benefit": "Universal Credit"}
    for answer in ("They warned me", claim):
        walker.phone.answer(answer)
    walker.phone.follow("No money for food, heating or medicine?")

    assert "ask a chemist today" in walker.page.text
    assert ("ring 111" in walker.page.text) is rings
    assert ("0800 012 1331" in walker.page.text) is not rings
