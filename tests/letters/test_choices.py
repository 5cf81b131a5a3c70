"""An answer that is only half known never becomes a particular fact: no `else` speaks for an answer nobody gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from jinja2 import nodes
from pydantic import ValidationError

from challenge_letters.argument.voice import Subject
from challenge_letters.case import follow_ups, problems
from challenge_letters.case.failure import (
    Channel,
    Dispute,
    FailureKind,
    Group,
    JobFault,
    Lacking,
    NoReduction,
    Place,
    Relation,
    TimeOff,
)
from challenge_letters.case.fields import YesNo
from challenge_letters.letters.environment import environment
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.sources import filled_members, is_included, source, template_files
from challenge_letters.letters.wordings import wordings


def values(model: type[Any], field: str) -> tuple[str, ...]:
    """Return the answers a field of a model allows, inside a tuple or an optional value too."""
    return literals(model.model_fields[field].annotation)


def literals(kind: Any) -> tuple[str, ...]:
    parts = get_args(kind)
    if parts and all(isinstance(part, str) for part in parts):
        return parts
    return tuple(value for part in parts for value in literals(part))


# Each phrase that puts an answer into words: the answer as the phrase calls it, what it can be, and those answers
# for which nothing is said, because "not known" must be silent.
PHRASES: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "need": ("need", literals(follow_ups.EssentialNeed), ()),
}
# What every phrase may look at besides its answer.
PERSON = {name: Subject(name, "first") for name in ("i", "I", "we", "We", "they", "They", "who")} | {
    name: name for name in ("me", "my", "My", "us", "them", "their", "Their")
}

# Which law applies.
ITS_LAW = {"rules": SimpleNamespace(id="universal-credit")}


def said(name: str, subject: str, value: str) -> str:
    """Return the words of the phrase `name` where the answer `subject` ("reason.was_in") is `value`."""
    head, *path = subject.split(".")
    held: Any = value
    for part in reversed(path):
        held = SimpleNamespace(**{part: held, "site": ""})
    voice = SimpleNamespace(is_own=True, is_adviser=False, is_appointee=False)
    words = environment().get_template(name).render({**PERSON, **ITS_LAW, "voice": voice, head: held})
    return " ".join(words.split())


CHOICES = [(f"phrases/{name}.docx", *about) for name, about in PHRASES.items()]


@pytest.mark.parametrize(("name", "subject", "answers", "silent"), CHOICES, ids=lambda part: str(part)[:40])
def test_every_answer_has_words_of_its_own(
    name: str, subject: str, answers: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    words = [said(name, subject, value) for value in answers if value not in silent]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(("name", "subject", "answers", "silent"), CHOICES, ids=lambda part: str(part)[:40])
def test_an_answer_without_words_is_never_said_to_be_another(
    name: str, subject: str, answers: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    for value in ("no-such-answer", *silent):
        with pytest.raises(LettersError, match=f"no words for the answer '{value}'"):
            said(name, subject, value)


def test_every_phrase_that_chooses_by_one_answer_is_looked_at_above() -> None:
    choosing = {
        file
        for file in template_files()
        if "/phrases/" in f"/{file}" and any(chain.values for chain in chains(file) if chain.is_outermost)
    }
    assert choosing - {name for name, *_ in CHOICES} == set()


# -- rows of composed letters

# Each family of rows that puts an answer into words: the answers, and those for which there is no row. A row is named
# after its answer, so that an answer without one cannot be said to be another: the letter is not written.
ROWS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "because": (literals(JobFault), ()),
    "dispute": (literals(Dispute), ()),
    "failure": (literals(FailureKind), ("other", "not-said")),
    "fault": (literals(JobFault), ("health", "caring")),
    "group": (literals(Group), ("none", "not-known")),
    "held": (values(problems.AccountDemand, "account_also_holds"), ("same-log-in", "same-password")),
    # What is a thing is listed together: "I had no phone or computer".
    "lacking": (literals(Lacking), ("phone", "internet", "device")),
    "message": (literals(Channel), ("phone", "in-person", "appointment", "form", "never", "not-known")),
    "no-reduction": (literals(NoReduction), ()),
    "relation": (literals(Relation), ()),
    "time-off": (literals(TimeOff), ()),
    "wanted": (values(problems.AccountDemand, "wanted"), ()),
    "was-in": (literals(Place), ("not-said",)),
}


@pytest.mark.parametrize("family", ROWS)
def test_every_answer_has_a_row_of_its_own(family: str) -> None:
    answers, silent = ROWS[family]
    named = {value: wordings().get(f"{family}-{value}") for value in answers}
    rows = [row.cells for row in named.values() if row]

    assert {value for value, row in named.items() if row is None} == set(silent)
    assert len(set(rows)) == len(rows)


# -- choices in the middle of a letter


class Chain:
    """One `if` with its `elif`s, all about one answer, and the answers that are left for its `else`."""

    def __init__(self, node: nodes.If, outer: tuple[nodes.If, ...]) -> None:
        tests = [node.test, *(each.test for each in node.elif_)]
        found = [_compared(test) for test in tests]
        subjects = {each[0] for each in found if each}
        self.subject = subjects.pop() if len(subjects) == 1 and all(found) else ""
        self.values = tuple(value for each in found if each and self.subject for value in each[1])
        self.is_outermost = not outer
        self.otherwise = _words(node.else_)
        limits = (each for branch in reversed(outer) for each in _conditions(branch.test))
        self.narrowed = next((each[1] for each in limits if each[0] == self.subject), ())

    def left(self, answers: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(value for value in self.narrowed or answers if value not in self.values)


def _compared(test: nodes.Node) -> tuple[str, tuple[str, ...]] | None:
    if not isinstance(test, nodes.Compare) or len(test.ops) != 1:
        return None
    operation, other = test.ops[0].op, test.ops[0].expr
    if operation == "eq" and isinstance(other, nodes.Const):
        return _name(test.expr), (other.value,)
    if operation == "in" and isinstance(other, nodes.List):
        return _name(test.expr), tuple(each.value for each in other.items if isinstance(each, nodes.Const))
    return None


def _conditions(test: nodes.Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the answers that have to be given for `test` to hold, out of the parts tied by "and"."""
    if isinstance(test, nodes.And):
        yield from _conditions(test.left)
        yield from _conditions(test.right)
    elif found := _compared(test):
        yield found


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_name(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def _words(body: list[nodes.Node]) -> str:
    data = (part.data for node in body for part in node.find_all(nodes.TemplateData))
    return "".join(data).strip()


def chains(name: str) -> Iterator[Chain]:
    """Yield every choice in the template source `name`."""
    yield from _chains(environment().parse(source(name)).body, ())


def _chains(body: list[nodes.Node], outer: tuple[nodes.If, ...]) -> Iterator[Chain]:
    for node in body:
        if isinstance(node, nodes.If):
            yield Chain(node, outer)
            yield from _chains(node.body, (*outer, node))
            for each in node.elif_:
                yield from _chains(each.body, (*outer, each))
            yield from _chains(node.else_, outer)
        elif isinstance(node, nodes.For | nodes.With):
            yield from _chains(node.body, outer)


# Answers named in the middle of a letter, and what each can be.
ANSWERS = {
    "limit": literals(follow_ups.CommitmentLimit),
    "follow.is_accepted": literals(YesNo),
    "follow.answer": values(follow_ups.RegulatorComplaint, "answer"),
    "follow.reconsideration": values(follow_ups.WrittenReasonsRequest, "reconsideration"),
    "follow.condition": literals(follow_ups.HardshipCondition),
}
# The answers for which an `else` speaks: the one that is left, or words that are true of every one of these.
SPOKEN_FOR = {
    ("limit", ("impairment-hours",)),
    ("limit", ("search",)),
    ("follow.is_accepted", ("yes", "not-known")),  # it is called the claimant commitment, which it is
    ("follow.answer", ("none", "not-known")),  # the letter is refused where it is not known
    ("follow.reconsideration", ("asked", "not-asked")),  # refused where it was not asked for
    ("follow.condition", ("age", "condition", "seven-days", "need", "only-because", "help", "spending")),
}


def _spoken_for() -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in template_files():
        names = (file,) if is_included(file) else (f"{file}/{member}" for member in filled_members(file))
        for name in names:
            for chain in chains(name):
                if chain.subject in ANSWERS and chain.otherwise:
                    yield chain.subject, chain.left(ANSWERS[chain.subject])


def test_an_else_speaks_only_for_the_answers_it_was_written_for() -> None:
    """A new answer to a question falls into no `else` unseen: it has to be put on the list above, or get its words."""
    assert set(_spoken_for()) - SPOKEN_FOR == set()


@pytest.mark.parametrize("group", [*sorted(set(get_args(Group)) - set(get_args(problems.ChangedGroup)))])
def test_a_change_that_lowers_nothing_is_refused(group: str) -> None:
    told = {
        "kind": "applied-sanction",
        "decision": {"dated": "2026-11-02"},
        "changed": {"groups": [group], "since": "2026-10-01"},
    }
    with pytest.raises(ValidationError, match="limited-capability-work-activity"):
        problems.AppliedSanction.model_validate(told)
