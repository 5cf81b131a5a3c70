"""The rows of the check page: every answer on the road, what it says, and where it can be changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from challenge_letters.case.admissions import admitted_in
from challenge_letters.case.predicates import tidied_national_insurance_number, tidied_phone
from challenge_letters.interview.amounts import spoken_days, spoken_hours, spoken_minutes
from challenge_letters.interview.bridge import case_of
from challenge_letters.interview.journey import Journey, Visit, Visited
from challenge_letters.interview.page_choices import month_name
from challenge_letters.interview.pages import Answer, Unit
from challenge_letters.interview.remembering import forget_items
from challenge_letters.interview.stored_answers import variable
from challenge_letters.interview.sums import spoken_money
from challenge_letters.interview.texts import labels, row_label, sentence

# How an amount is said back to whoever typed it.
SPOKEN: Mapping[Unit, Callable[[str], str]] = {
    "days": spoken_days,
    "hours": spoken_hours,
    "minutes": spoken_minutes,
    "pounds": spoken_money,
}
GROUPS = (
    ("the-claim", "for-whom safe safe-ways also-universal-credit"),
    ("search", "work-search work-search-entry work-search-rows"),
    ("people", "safe-say writer appointee name safe-name safe-address safe-phone contact keep-out"),
    ("admissions", "admission"),
    ("queries", "query query-words"),
    ("records", "records-what records-how"),
)


@dataclass(frozen=True)
class Row:
    """One answer: its label, its text as typed, and the variable that asks for it again.

    `item` is the place of the list item it opens, so that the item can be removed; "" for all other rows.
    `number` counts the rows of a journey: a link may say it, where the name of a variable can tell an answer.
    `answer` is the name of the answer on its page; `where` says which of several problems it is about, where
    another one has an answer with the same label, and which of several answers with that label it is.
    """

    label: str
    text: str
    variable: str
    item: str = ""
    number: int = -1
    answer: str = ""
    where: str = ""

    @property
    def named(self) -> str:
        """The label, as a link says it that nobody may take for another."""
        return f"{self.label} ({self.where})" if self.where else self.label


@dataclass(frozen=True)
class Group:
    """Rows that belong together, under one heading."""

    title: str
    rows: tuple[Row, ...]


def groups_of(journey: Journey) -> tuple[Group, ...]:
    """Return the rows of `journey` in interview order, grouped."""
    found: dict[str, list[Row]] = {}
    for one, row in numbered_rows(journey):
        found.setdefault(_title(one.visit), []).append(row)
    return tuple(Group(title, tuple(rows)) for title, rows in found.items())


def numbered_rows(journey: Journey) -> Iterator[tuple[Visited, Row]]:
    """Yield every row of `journey` with its page, in interview order and numbered from 0."""
    pairs = [(one, row) for one in journey.visited for row in rows_of(one, journey)]
    named = {(row.label, _problem(one.visit)) for one, row in pairs if _problem(one.visit)}
    often = Counter(label for label, _ in named)
    several = Counter((row.label, _problem(one.visit)) for one, row in pairs)
    before: Counter[tuple[str, str]] = Counter()
    for number, (one, row) in enumerate(pairs):
        of = (row.label, _problem(one.visit))
        before[of] += 1
        nth = sentence("nth", number=before[of]) if several[of] > 1 else ""
        where = _problem(one.visit) if often[row.label] > 1 else ""
        yield one, replace(row, number=number, where=", ".join(filter(None, (where, nth))))


def _problem(visit: Visit) -> str:
    """Return which problem `visit` is about, as a link names it; "" where it is about none."""
    if visit.path[:1] != ("problems",) or not str(visit.path[1]).isdigit():
        return ""
    return sentence("second", number=int(visit.path[1]) + 1)


def rows_of(one: Visited, journey: Journey) -> Iterator[Row]:
    """Yield a row for each answer of one page."""
    kept_out = journey.values("keep-out").get("keep_out", ())
    asked = (answer for answer in one.visit.page.answers if answer.shape != "read")
    for place, answer in enumerate(answer for answer in asked if answer.counts(one.values)):
        text = text_of(answer, one)
        if one.visit.kept_out_by & set(kept_out) and one.visit.page.stays_out(answer.name):
            text = sentence("kept-out", text=text)
        if one.visit.page.id == "admission":
            text = sentence("of-a-sentence", words=_admitted(one.visit, journey), text=text)
        label = row_label(one.visit.page.id, answer.name)
        if one.visit.page.id == "reason" and place == 0:
            label = labels("reason")[str(one.visit.path[-1])]
        name = variable(one.visit, answer.attributes[0])
        yield Row(label, text, name, _item(one.visit) if place == 0 else "", answer=answer.name)


def _admitted(visit: Visit, journey: Journey) -> str:
    """Return the sentence that the page of `visit` asks about; "" where it has been changed since."""
    found = admitted_in(case_of(journey))
    return next((each.sentence for each in found if each.key == visit.path[-1]), "")


def text_of(answer: Answer, one: Visited) -> str:
    """Return what was answered, in words."""
    value = one.values[answer.name]
    if answer.shape == "choice":
        return one.visit.choices_of(answer).get(value, sentence("nothing"))
    if answer.shape == "ticks":
        offered = one.visit.choices_of(answer)
        return "\n".join(offered[key] for key in value) or sentence("none-ticked")
    if answer.shape in ("day", "rough"):
        return spoken_rough(value) or sentence("nothing")
    if answer.name.endswith("national_insurance_number"):
        value = tidied_national_insurance_number(str(value))
    if answer.name.endswith("phone"):
        value = tidied_phone(str(value))
    if answer.unit:
        # What was understood, so that a wrong reading is seen here and not in the letter.
        value = SPOKEN[answer.unit](str(value))
    return str(value) if str(value).strip() else sentence("nothing")


def spoken_rough(text: str) -> str:
    """Return "31 January 2027" or "January 2027 (day not known)" for a day as the case keeps it."""
    if not text:
        return ""
    year, month, *day = (int(part) for part in text.split("-"))
    name = month_name(year, month)
    return f"{day[0]} {name}" if day else sentence("month-only", month=name)


def _item(visit: Visit) -> str:
    """Return where the list item is ("problems/0/late/1"), or "" for what cannot be removed.

    A second problem is one too, on each of its own pages.
    """
    is_problem = visit.path[:1] == ("problems",) and len(visit.path) == 2 and bool(visit.path[1])
    return "/".join(str(part) for part in visit.path) if visit.page.items or is_problem else ""


def _title(visit: Visit) -> str:
    if visit.path and visit.path[0] == "problems":
        number = int(visit.path[1]) + 1
        return sentence("group-problem") if number == 1 else sentence("second", number=number)
    for name, pages in GROUPS:
        if visit.page.id in pages.split():
            return sentence(f"group-{name}")
    return sentence("group-complaint")


def remove_item(answers: Any, journey: Journey, place: str) -> None:
    """Remove the list item at `place` ("problems/0/late/1") from `answers`, which `journey` has walked.

    What follows it moves up. If it was the last, the one before it no longer says that there is another; the
    only item of a list is emptied, and so asked again.
    """
    *outer, name, number_text = place.split("/")
    number = int(number_text)
    owner = answers
    for part in outer:
        owner = owner[int(part)] if part.isdigit() else getattr(owner, part)
    forget_items(answers, "/".join([*outer, name]), number)
    items = getattr(owner, name)
    if number and not _has_next(journey, [*outer, name], number):
        _forget_next(items[number - 1], name)
    del items[number]


def _has_next(journey: Journey, outer: list[str], number: int) -> bool:
    following = "/".join([*outer, str(number + 1)]) + "/"
    return any(one.visit.key.startswith(following) for one in journey.visited)


def _forget_next(item: Any, name: str) -> None:
    if name == "problems":
        item.more["another"] = False
    else:
        item.another = "no"
