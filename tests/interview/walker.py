"""Tells a case to the running interview, page by page, with the phone that has no JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import yaml

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import read_case
from challenge_letters.interview.check_answers import groups_of, rows_of
from challenge_letters.interview.journey import Journey, Path, Values, Visit, Visited
from challenge_letters.interview.page_choices import month_name
from challenge_letters.interview.pages import Answer
from challenge_letters.interview.voices import CALLED, of_the_client
from challenge_letters.interview.walk import ABOUT_THE_MESSAGE
from challenge_letters.places import interviews
from tests.interview.states import due_page, noise, travelled
from tests.interview.walking import journey_for
from tests.phone import Page, Phone

NO_MONTH = "Choose…"
NO_DAY = ("", "", "")
MOST_CHANGES = 300
CHECK = "Check your answers"
CARRY_ON = "Go on to the letter"
RECORDS = re.compile("^Ask for a copy of your records")
COMPLAINT = re.compile("^Complain about how")
CHOOSES_A_MESSAGE = ("what-happened", "which-is-it")
TO_WHOM = re.compile(r"""\$\{ to_whom\(a, (?:"([^"]*)"|'([^']*)')\) \}""")


class LostOnTheRoad(AssertionError):  # noqa: N818
    """The interview showed another page than the road foretold."""


@cache
def blocks() -> tuple[Mapping[str, Any], ...]:
    """Return every block of every YAML file of the interview."""
    found: list[Mapping[str, Any]] = []
    for path in sorted(interviews().glob("*.yml")):
        found += [block for block in yaml.safe_load_all(path.read_text(encoding="utf-8")) if block]
    return tuple(found)


@cache
def questions() -> Mapping[str, Mapping[str, Any]]:
    """Return every question by its id."""
    return {block["id"]: block for block in blocks() if "question" in block}


def headings_of(question: str) -> tuple[str, ...]:
    """Return what a page with this question may be headed: to the person first, then as others are asked.

    Nothing where the heading hangs on more than who answers.
    """
    heading = " ".join(question.split())
    turned = TO_WHOM.fullmatch(heading)
    if turned:
        asked = turned.group(1) or turned.group(2)
        of_others = (of_the_client(asked, name) for name in CALLED.values())
        return asked, *(heading.replace("'", "’") for heading in of_others)
    return () if "%" in heading or "${" in heading else (heading,)


@dataclass
class Walker:
    """One person telling things to the interview. `state` is every answer ever given, by page."""

    phone: Phone
    today: date
    state: dict[str, Values] = field(default_factory=dict)
    wants: tuple[bool, bool] = (False, False)
    changed: Path = ()

    @property
    def told(self) -> set[str]:
        """The keys of the pages answered so far."""
        return set(self.state)

    @property
    def page(self) -> Page:
        return self.phone.page

    def begin(self) -> Walker:
        """Open the interview at its first question."""
        self.phone.begin()
        return self

    def tell(self, case: Case) -> Walker:
        """Answer every page of `case` and the questions behind "later", and go on to the last page."""
        self.answer_all(journey_for(_without(case), self.today))
        if case.records_request is not None:
            self._add(RECORDS, case.model_copy(update={"complaint": None}))
        if case.complaint is not None:
            self._add(COMPLAINT, case)
        return self

    def _add(self, link: re.Pattern[str], case: Case) -> None:
        self.phone.follow(link)
        self.answer_all(journey_for(case, self.today))

    def answer_all(self, journey: Journey, *, until: str = "", is_pressing_on: bool = True) -> None:
        """Answer the pages of `journey` that have not been answered, up to page `until`, then press on."""
        for one in journey.visited:
            if until and one.visit.key == until:
                return
            if one.visit.key not in self.told:
                self.answer(one)
        if journey.ending == "letters":
            self.expect(CHECK)
            if is_pressing_on:
                self.phone.press(CARRY_ON)

    def answer(self, one: Visited) -> None:
        """Answer the page of `one`, which must be the one on the screen."""
        self._expect_page(one.visit)
        before = self.page.h1
        if all(answer.shape == "read" for answer in one.visit.page.answers):
            self.phone.press(questions()[one.visit.page.id]["continue button label"])
        else:
            self.phone.answer(self.filled(one))
        if self.page.errors:
            raise LostOnTheRoad(f"{before!r} would not take {one.values}: {self.page.errors}")
        self.state[one.visit.key] = one.values

    def filled(self, one: Visited) -> dict[str, Any]:
        """Return what stands in each field of the page of `one`, by label."""
        values = [value for answer in one.visit.page.answers for value in typed(answer, one)]
        if len(values) != len(self.page.fields):
            raise LostOnTheRoad(f"{self.page.h1!r} has the fields {self.page.labels}, not {one.visit.page}")
        return dict(zip(self.page.labels, values, strict=True))

    def case_file(self) -> Case:
        """Return the case in the file that the last page offers to keep."""
        return read_case(self.phone.download("Keep your answers as a file").decode())

    def letter(self) -> bytes:
        """Return the letter to send now as the last page gives it, or nothing when there is none."""
        links = [link for link in self.page.links if link.startswith("Download the letter")]
        return self.phone.download(links[0]) if links else b""

    def expect(self, heading: str) -> None:
        """Raise `LostOnTheRoad` unless the page on the screen has this heading."""
        if self.page.h1 != heading:
            raise LostOnTheRoad(f"{self.page.h1!r} is on the screen, not {heading!r}: {self.page.text[:300]}")

    def _expect_page(self, visit: Visit) -> None:
        headings = headings_of(questions()[visit.page.id]["question"])
        if headings and self.page.h1.replace("'", "’") not in headings:
            self.expect(headings[0])

    def change_to(self, case: Case) -> Walker:
        """From the check page of another case, change what differs until the interview tells `case`.

        As a person does who reads the check page from the top: the first answer that differs is changed by its
        link, whatever becomes due is answered, and so on. A page that does not belong to `case` but falls due on
        the way is answered with NOISE, which must leave no trace.
        """
        wanted = journey_for(case, self.today)
        answers = {one.visit.key: one.values for one in wanted.visited}
        for _ in range(MOST_CHANGES):
            if self.page.h1 != CHECK:
                self._answer_what_is_due(answers, wanted)
                continue
            current = travelled(self.state, self.today, self.wants)
            differing = next(
                (one for one in current.visited if answers.get(one.visit.key, one.values) != one.values), None
            )
            if differing is None:
                return self
            # Only another message is asked about anew: after that, a page headed like it is a page of its own.
            self.changed = differing.visit.path[:2] if differing.visit.page.id in CHOOSES_A_MESSAGE else ()
            self.phone.get(self._link_to_change(differing, current))
            self.answer(Visited(differing.visit, fitting(differing.visit, answers[differing.visit.key])))
        raise LostOnTheRoad("the check page was never right")

    def _answer_what_is_due(self, answers: Mapping[str, Values], wanted: Journey) -> None:
        due = self._asked_anew(wanted) or due_page(self.state, self.today, self.wants)
        values = answers.get(due.key)
        self.answer(Visited(due, noise(due) if values is None else fitting(due, values)))

    def _asked_anew(self, wanted: Journey) -> Visit | None:
        """Return the page about a message if it is on the screen although it was answered: for another one."""
        if self.page.h1.replace("'", "’") not in headings_of(questions()[ABOUT_THE_MESSAGE]["question"]):
            return None
        about = (one.visit for one in wanted.visited if one.visit.page.id == ABOUT_THE_MESSAGE)
        anew = next(
            (each for each in about if each.path[:2] == self.changed and each.key in self.state), None
        )
        self.changed = ()
        return anew

    def _link_to_change(self, one: Visited, current: Journey) -> str:
        rows = [row for group in groups_of(current) for row in group.rows]
        wanted = next(iter(rows_of(one, current)))
        place = [row.variable for row in rows].index(wanted.variable)
        shown = self.page.soup.select("dl.rows > div")
        if len(shown) != len(rows):
            raise LostOnTheRoad(f"the check page shows {len(shown)} rows, not {len(rows)}")
        return str(shown[place].a["href"])


def fitting(visit: Visit, values: Values) -> Values:
    """Return `values` with only those ticks that the page offers at the moment."""
    if visit.offered is None:
        return values
    first = visit.page.answers[0]
    offered = visit.choices_of(first)
    ticked = tuple(key for key in values[first.name] if key in offered)
    return {**values, first.name: ticked} if isinstance(values[first.name], tuple) else values


def _without(case: Case) -> Case:
    return case.model_copy(update={"records_request": None, "complaint": None})


def typed(answer: Answer, one: Visited) -> Iterable[Any]:
    """Yield what is typed or chosen for `answer`: two things for a rough day."""
    value = one.values[answer.name]
    if answer.shape == "choice":
        offered = one.visit.choices_of(answer)
        # What does not count is left as the page has it.
        yield offered[value] if value else offered.get("not-known", [])
    elif answer.shape == "ticks":
        offered = one.visit.choices_of(answer)
        yield [offered[key] for key in value]
    elif answer.shape == "rough":
        yield from _typed_roughly(value)
    elif answer.shape == "day":
        yield date.fromisoformat(value) if value else NO_DAY
    else:
        yield value


def _typed_roughly(value: str) -> tuple[Any, str]:
    if len(value) == len("2027-01"):
        year, month = value.split("-")
        return NO_DAY, month_name(int(year), int(month))
    return (date.fromisoformat(value) if value else NO_DAY), NO_MONTH
