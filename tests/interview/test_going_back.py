"""Going back never loses an answer: every example, some steps back and forward again."""

from __future__ import annotations

import random

import pytest

from tests import examples
from tests.interview.phones import new_walker
from tests.interview.test_keeping import told
from tests.interview.walker import CHECK, Walker
from tests.interview.walking import journey_for

MOST_STEPS = 60


def at_the_check_page(example: str) -> Walker:
    """Return somebody who has told an example, but for what is behind "later", and reads the check page."""
    case = examples.case_of(example).model_copy(update={"records_request": None, "complaint": None})
    walker = new_walker()
    walker.answer_all(journey_for(case, walker.today), is_pressing_on=False)
    return walker


def back(walker: Walker, steps: int) -> None:
    """Press Back so many times, or up to the first page."""
    for _ in range(steps):
        if "Back" not in walker.page.buttons:
            return
        walker.phone.press("Back")


def forward(walker: Walker) -> int:
    """Press the main button as each page stands until the check page, and return how many pages there were."""
    for pages in range(MOST_STEPS):
        if walker.page.h1 == CHECK:
            return pages
        walker.phone.answer({})
        assert walker.page.errors == [], walker.page.h1
    raise AssertionError(f"still at {walker.page.h1!r}")


@pytest.mark.parametrize("example", examples.names())
def test_some_steps_back_and_forward_again_give_the_same_answers(example: str) -> None:
    walker = at_the_check_page(example)
    if walker.page.h1 != CHECK:
        return
    shown = walker.page.text
    steps = random.Random(example).choice((1, 2, 3, 5, 8, 13, MOST_STEPS))
    back(walker, steps)
    assert forward(walker) >= min(steps, 3)
    assert walker.page.text == shown


def test_another_road_leaves_no_trace_and_the_first_comes_back_whole() -> None:
    walker = at_the_check_page("missed-appointment-ill")
    shown = walker.page.text
    back(walker, MOST_STEPS)
    walker.phone.answer("They closed my claim")
    while walker.page.fields and "closed" not in walker.page.h1.lower():
        walker.phone.answer({})
    walker.phone.answer({})
    assert walker.page.h1 == CHECK
    assert "sick" not in walker.page.text
    back(walker, MOST_STEPS)
    walker.phone.answer("They told me I am sanctioned, or that my money is cut")
    assert forward(walker) > 10
    assert walker.page.text == shown


def test_a_changed_answer_stays_changed_and_the_rest_stays() -> None:
    walker = at_the_check_page("missed-appointment-ill")
    before = walker.page.text
    back(walker, MOST_STEPS)
    while not any(label.startswith("What happened") for label in walker.page.labels):
        walker.phone.answer({})
    was = walker.page.values["What happened"]
    walker.phone.answer({"What happened": "I was at the hospital."})
    forward(walker)
    back(walker, 3)
    forward(walker)
    assert walker.page.text == before.replace(" ".join(str(was).split()), "I was at the hospital.")


def test_a_page_that_was_left_as_it_stood_is_not_called_unsent() -> None:
    walker = told("call-without-time", until="problems/0/call")
    assert "I don’t know" in walker.page.values.values()
    walker.phone.press("Back")
    walker.phone.answer({})
    assert "did not send it" not in walker.page.text


def test_an_item_that_was_removed_does_not_come_back_with_the_next() -> None:
    walker = at_the_check_page("late-in-hospital")
    back(walker, MOST_STEPS)
    forward(walker)
    rows = [link for link in walker.page.soup.select("dl.rows a") if "Remove" in link.get_text()]
    assert len(rows) > 1
    walker.phone.get(str(rows[-1]["href"]))
    walker.expect(CHECK)
    another = [
        link for link in walker.page.links if link.startswith("Change") and "Another stretch of time" in link
    ]
    walker.phone.follow(another[-1])
    walker.phone.answer({"other": "Yes"})
    assert set(walker.page.values.values()) <= {"", None, ("", "", ""), "Choose…"}
