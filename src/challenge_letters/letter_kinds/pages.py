"""Reads the records of questions: what a page asks, and where in the case each answer goes.

One record holds all that Python needs to know of a question. Those of a letter that comes next stand in the
letter's record, all others in interview/questions/; both are read here. docs/how-to-add.md says how a
question is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from challenge_letters.law.errors import BadRecord

Shape = Literal["choice", "ticks", "words", "day", "rough", "read"]
Unit = Literal["days", "hours", "minutes", "pounds"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
UNITS: tuple[Unit, ...] = get_args(Unit)
CHOSEN = ("choice", "ticks")
# What the first name of a place in the case can be.
ROOTS = ("case", "problem", "reason", "offer", "item")
# The last answer of a page that is asked once for each item of a list.
ANOTHER = "another"
# An answer that only decides which pages are asked.
PAGE_FLOW = "page_flow"
OF_AN_ANSWER = frozenset({*SHAPES, "of", "unit", "case", "whether", "by", "if"})
# When a page is asked, and when it stays out of the letter.
WHEN = ("of_reason", "of_failures", "follows", "only_if", "kept_out", "kept_out_as", "kept_out_with")
OF_A_PAGE = frozenset({"id", "asks", "about", "items", *WHEN})


@dataclass(frozen=True)
class Answer:
    """One answer of a page: the attribute it is kept in, its shape, and what the check page calls it.

    A "rough" answer is kept in two attributes, NAME_day and NAME_month, of which one is empty. What is chosen
    or ticked is of the list `choices` of languages/en/pages.yaml; words read as an amount have a `unit`.

    It goes to one of these. `case` is a place in the case, "problem.decision.days": the first name says where
    it begins (the case, the problem, reason or offer that the page is about, the item of a list). `whether`
    is a place of which it says that something stands there, and which other pages fill. `by` is the function
    of interview/bridge.py that reads it, or "page_flow": then it only decides which pages are asked.

    `only_if` are other answers of its page, of which one has to be given for it to count: "If so: when?"
    """

    name: str
    shape: Shape
    label: str
    choices: str = ""
    unit: Unit | None = None
    case: str = ""
    whether: str = ""
    by: str = ""
    only_if: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that the question sets."""
        return (f"{self.name}_day", f"{self.name}_month") if self.shape == "rough" else (self.name,)

    @property
    def empty(self) -> Any:
        """What stands for it where it does not count."""
        return () if self.shape == "ticks" else ""

    def counts(self, values: Mapping[str, Any]) -> bool:
        """Say whether it counts beside the other answers of its page, `values`."""
        return not self.only_if or _is_one_given(self.only_if, values)


@dataclass(frozen=True)
class After:
    """A page after which another one is asked, and the answers on it that bring that about: any of them."""

    page: str
    answers: Mapping[str, tuple[str, ...]] = field(hash=False)

    def is_brought_about(self, values: Mapping[str, Any]) -> bool:
        """Say whether the answers `values` bring it about; where none is named, any do."""
        return not self.answers or _is_one_given(self.answers, values)


def _is_one_given(wanted: Mapping[str, tuple[str, ...]], values: Mapping[str, Any]) -> bool:
    return any(each in _chosen(values[name]) for name, chosen in wanted.items() for each in chosen)


def _chosen(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


@dataclass(frozen=True)
class Page:
    """One page: its id, which is that of its question, and its answers in their order.

    `items` is the list in the case to which each visit of the page adds an item, "" for all other pages.
    `kept_out_as` are the answers of which the first with words says what it is about, where the person may
    keep the page out of the letter; `kept_out` are the answers that stay out then, where it is not the whole
    page; `kept_out_with` is another page together with which it is kept out.

    When it is asked: `of_reason` makes it the page with the one fact of that reason, `of_failures` one of
    those with what decides a case about such failures, in the order of their records; `follows` puts it
    straight after other pages. `only_if` is the name of the condition under which a page of a letter that
    comes next is asked at all. For a page with none of these interview/page_flow.py says it.
    """

    id: str
    answers: tuple[Answer, ...]
    items: str = ""
    kept_out_as: tuple[str, ...] = ()
    kept_out: tuple[str, ...] = ()
    kept_out_with: str = ""
    of_reason: str = ""
    of_failures: tuple[str, ...] = ()
    follows: tuple[After, ...] = ()
    only_if: str = ""

    def comes_after(self, page: str, values: Mapping[str, Any]) -> bool:
        """Say whether it is asked straight after `page`, on which `values` were answered."""
        return any(each.page == page and each.is_brought_about(values) for each in self.follows)

    @property
    def attributes(self) -> tuple[str, ...]:
        return tuple(name for answer in self.answers for name in answer.attributes)

    def counting(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return `values` with what does not count beside the others left empty."""
        left_out = {each.name: each.empty for each in self.answers if not each.counts(values)}
        return {**values, **left_out}

    def stays_out(self, answer: str) -> bool:
        """Say whether `answer` stays out of the letter where the page is kept out."""
        return not self.kept_out or answer in self.kept_out


@dataclass(frozen=True)
class KindPages:
    """The pages of one letter in order. An answer is named as its field, with `prefix` and "_" before it.

    `names_decision`: a page about the decision comes first, unless it was told already; `asks_proof`: what
    shows it is asked last.
    """

    prefix: str
    in_order: tuple[Page, ...]
    names_decision: bool = False
    asks_proof: bool = True


def pages_of(record: Mapping[str, Any], *, file: str) -> KindPages:
    """Return the pages that the record of a letter in `file` gives. Raises BadRecord."""
    try:
        prefix = record["prefix"]
        in_order = tuple(_of_a_letter(page, f"{prefix}_", file=file) for page in record["in_order"])
        return KindPages(**dict(record) | {"in_order": in_order})
    except (AttributeError, KeyError, TypeError) as error:
        raise BadRecord(f"{file}, pages: {error}.") from error


def _of_a_letter(record: Mapping[str, Any], prefix: str, *, file: str) -> Page:
    """Return a page whose answers go to the fields of the letter after which they are named."""
    if "items" in record:
        return page_of(dict(record) | {"items": f"problem.{record['items']}"}, file=file)
    asks = {
        name: {"case": str(name).removeprefix(prefix), **said} for name, said in dict(record["asks"]).items()
    }
    return page_of({**record, "about": "problem", "asks": asks}, file=file)


def page_of(record: Mapping[str, Any], *, file: str) -> Page:
    """Return the page of which `record`, out of `file`, tells. Raises BadRecord, naming page and answer."""
    where = f"{file}, page {record.get('id', '?')}"
    unknown = ", ".join(sorted(record.keys() - OF_A_PAGE))
    if unknown:
        raise BadRecord(f"{where}: a page has nothing called {unknown}.")
    if not record.get("id") or not isinstance(record.get("asks"), dict):
        raise BadRecord(f"{where}: a page has an id, and asks for something.")
    items = record.get("items", "")
    about = "item" if items else record.get("about", "")
    answers = tuple(
        _answer(name, said, about, where=f"{where}, answer {name}") for name, said in record["asks"].items()
    )
    return Page(
        record["id"],
        answers,
        items=items,
        kept_out_as=_listed(record.get("kept_out_as", ())),
        kept_out=_listed(record.get("kept_out", ())),
        kept_out_with=record.get("kept_out_with", ""),
        of_reason=record.get("of_reason", ""),
        of_failures=tuple(record.get("of_failures", ())),
        follows=tuple(_after(page, answered) for page, answered in record.get("follows", {}).items()),
        only_if=record.get("only_if", ""),
    )


def _after(page: str, answered: Mapping[str, Any]) -> After:
    return After(page, {name: _listed(value) for name, value in answered.items()})


def _listed(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _answer(name: str, said: Mapping[str, Any], about: str, *, where: str) -> Answer:
    unknown = ", ".join(sorted(map(str, said.keys() - OF_AN_ANSWER)))
    if unknown:
        raise BadRecord(f"{where}: an answer has nothing called {unknown}.")
    shapes = [shape for shape in SHAPES if shape in said]
    if len(shapes) != 1:
        raise BadRecord(f"{where}: one shape with its label is needed, not {shapes}.")
    (shape,) = shapes
    if (shape in CHOSEN) is not ("of" in said):
        raise BadRecord(f"{where}: what is chosen or ticked is `of` a list of choices, and nothing else is.")
    unit = said.get("unit")
    if unit is not None and (unit not in UNITS or shape != "words"):
        raise BadRecord(f"{where}: {unit} is no unit of words.")
    places = dict(_places(name, shape, said, about, where=where))
    only_if = {other: _listed(values) for other, values in said.get("if", {}).items()}
    return Answer(name, shape, str(said[shape]), said.get("of", ""), unit, **places, only_if=only_if)


def _places(
    name: str, shape: Shape, said: Mapping[str, Any], about: str, *, where: str
) -> Iterator[tuple[str, str]]:
    """Yield where the answer goes: to one place, under its own name where none is given."""
    given = [key for key in ("case", "whether", "by") if key in said]
    if len(given) > 1:
        raise BadRecord(f"{where}: it goes to one place, not to {' and '.join(given)}.")
    if shape == "read":
        return
    if not given and about == "item" and name == ANOTHER:
        yield "by", PAGE_FLOW
        return
    if not given and not about:
        raise BadRecord(
            f"{where}: say where it goes: `case`, `whether` or `by`, or what the page is `about`."
        )
    key = given[0] if given else "case"
    place = str(said.get(key, name))
    if key == "case" and "." not in place:
        place = f"{about}.{place}"
    if key != "by" and place.split(".")[0] not in ROOTS:
        raise BadRecord(f"{where}: a place in the case begins with one of {', '.join(ROOTS)}, not {place!r}.")
    yield key, place
