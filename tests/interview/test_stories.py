"""The stories of tests/server/stories, told to the program's own server; and that a wrong story is noticed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from challenge_letters.interview.journey import Visit, Visited
from challenge_letters.interview.pages import Answer
from challenge_letters.interview.texts import labels
from tests.examples import AS_AT
from tests.interview.phones import new_walker
from tests.interview.states import due_page
from tests.interview.walker import CHECK, Walker, questions
from tests.server.telling import Listener, NotTold, Story, Table, read_stories, stories, tell, typed_day

STORIES = tuple(stories())


class OwnServer(Listener):
    """Somebody with a phone in front of the program's own server, which shows no ids and no variables."""

    walker: Walker

    def start(self, interview: str) -> None:
        assert interview == "letters.yml"
        self.walker = new_walker()

    @property
    def page(self) -> str:
        return "check" if self.walker.page.h1 == CHECK else self._due.page.id

    @property
    def text(self) -> str:
        return self.walker.page.text

    @property
    def _due(self) -> Visit:
        return due_page(self.walker.state, AS_AT)

    def answer(self, table: Table) -> set[str]:
        visit, used = self._due, set[str]()
        rows = _Rows(visit, table, used)
        values = {answer.name: rows.value_of(answer) for answer in visit.page.answers}
        self.walker.answer(Visited(visit, values))
        return used

    def carry_on(self) -> None:
        self.walker.phone.answer({})


class _Rows:
    """The rows of a table that belong to one page, by the attribute they set."""

    def __init__(self, visit: Visit, table: Table, used: set[str]) -> None:
        self.visit, self.table, self.used = visit, table, used
        asked = [one for one in questions()[visit.page.id].get("fields", ()) if "note" not in one]
        self.fields: dict[str, Mapping[str, Any]] = {_variable(one).rpartition(".")[2]: one for one in asked}

    def value_of(self, answer: Answer) -> Any:
        if answer.shape == "ticks":
            return tuple(self._ticked(answer))
        if answer.shape == "rough":
            day, month = (self._row(name) for name in answer.attributes)
            return typed_day(day).isoformat() if day else month
        if answer.shape == "day":
            day = self._row(answer.name)
            return typed_day(day).isoformat() if day else ""
        return True if answer.shape == "read" else self._row(answer.name, is_choice=answer.shape == "choice")

    def _row(self, attribute: str, *, is_choice: bool = False) -> str:
        one = self.fields[attribute]
        name = _variable(one)
        if name in self.table:
            self.used.add(name)
            return self.table[name]
        if is_choice and "default" not in one and one.get("required", True):
            raise NotTold(f"the page {self.visit.page.id!r} wants an answer for {name}")
        return str(one.get("default", ""))

    def _ticked(self, answer: Answer) -> Iterable[str]:
        name = _variable(self.fields[answer.name])
        offered = self.visit.offered if self.visit.offered is not None else labels(answer.choices)
        for key in offered:
            row = f"{name}['{key}']"
            if self.table.get(row) == "True":
                self.used.add(row)
                yield key


def _variable(one: Mapping[str, Any]) -> str:
    return str(one.get("field") or one["no label"])


def test_there_is_a_story_for_each_kind_of_problem() -> None:
    chosen = {step.table.get("a.problems[i].door") for story in STORIES for step in story.steps} - {None}
    assert chosen == {"sanctioned", "warned", "asked", "closed", "sent"}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.file)
def test_the_story_can_be_told(story: Story) -> None:
    tell(story, OwnServer())


GOOD = """
Feature: a story
  Scenario: to go wrong
    Given I start the interview at "letters.yml"
    And I get to "safe" with this data:
      | var | value |
      | a.problems[i].door | closed |
      | a.writer_kind | claimant |
      | a.nation | england |
      | a.benefit | universal-credit |
    Then I should see the phrase "Is there anybody who sees"
    And the question id should be "safe"
"""


def told(text: str) -> None:
    """Tell the one story in `text`."""
    (story,) = read_stories(text, "planted")
    tell(story, OwnServer())


def test_a_short_story() -> None:
    told(GOOD)


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("a.benefit", "a.nobody_asks", "wants an answer for a.benefit"),
        ("| a.benefit", "| a.name | Jo |\n | a.benefit", "nobody asked for ['a.name']"),
        ("| a.benefit", "| a.writer_kind | helper |\n | a.benefit", "two rows"),
        ("Is there anybody", "Is there nobody", "it is not on the page"),
        ('should be "safe"', 'should be "failure"', "the screen shows 'safe'"),
        ("should see the phrase", "should not see the phrase", "it is on the page"),
        ("should see the phrase", "shout the phrase", "no such step"),
    ],
)
def test_a_wrong_story_is_noticed(good: str, bad: str, fault: str) -> None:
    with pytest.raises(NotTold) as caught:
        told(GOOD.replace(good, bad))
    assert fault in str(caught.value)
