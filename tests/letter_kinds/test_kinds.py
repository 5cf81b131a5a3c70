"""A record of a letter names only what there is, and a slip in one is refused with the name of its file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import challenge_letters
from challenge_letters.case.follow_ups import FollowUp
from challenge_letters.interview.next_ways import CONDITIONS
from challenge_letters.law.addresses import PURPOSES
from challenge_letters.law.deadlines import KINDS as CLOCKS
from challenge_letters.law.errors import BadRecord
from challenge_letters.law.nations import NATIONS
from challenge_letters.law.points import points
from challenge_letters.letter_kinds.kinds import KINDS, Kind, read_kinds
from challenge_letters.letter_kinds.pages import Page
from challenge_letters.plan.texts import plan_texts

LETTERS = ("letter", "now", "draft")
MODELS = {get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(FollowUp)}
GOOD = "order: 1\nname: A\ncalled: B\ndocument_title: C\n"
PAGES = [(kind, page) for kind in KINDS.values() if kind.pages for page in kind.pages.in_order]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_record_names_only_what_there_is(kind: Kind) -> None:
    fields = set() if kind.comes_first else set(MODELS[kind.id].model_fields)

    assert kind.clock in ("", *CLOCKS)
    assert kind.recipient in ("", *PURPOSES)
    assert set(kind.rests_on) <= set(points())
    assert {*kind.not_written_in, *kind.texts_in} <= set(NATIONS)
    assert {field for names in kind.needs.values() for field in names} <= fields
    assert {*kind.needs, *filter(None, kind.not_written_in.values())} <= set(plan_texts()["unwritten"])


@pytest.mark.parametrize(("kind", "page"), PAGES, ids=[page.id for _, page in PAGES])
def test_a_page_asks_for_fields_of_its_letter(kind: Kind, page: Page) -> None:
    assert kind.pages
    assert page.only_if in ("", *CONDITIONS)
    if not page.items:
        named = {each.name.removeprefix(f"{kind.pages.prefix}_") for each in page.answers}
        assert named <= set(MODELS[kind.id].model_fields)


def test_code_compares_letters_with_kinds_that_have_a_record() -> None:
    assert sorted(set(compared()) - set(KINDS)) == []


def compared() -> Iterator[str]:
    """Yield each text with which the kind of a letter is compared under src/."""
    for path in Path(challenge_letters.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare) and _is_kind_of_a_letter(node.left):
                parts = [part for other in node.comparators for part in ast.walk(other)]
                yield from (part.value for part in parts if isinstance(part, ast.Constant))


def _is_kind_of_a_letter(node: ast.AST) -> bool:
    owner = getattr(node, "value", None)
    return getattr(node, "attr", "") == "kind" and getattr(owner, "attr", getattr(owner, "id", "")) in LETTERS


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (GOOD + "nmae: A\n", "nothing called nmae"),
        (GOOD.replace("name: A\n", ""), "name"),
        (GOOD + "texts: {nwo: A}\n", "no text called nwo"),
        (GOOD + "pages: {prefix: a}\n", "in_order"),
        (GOOD + "pages: {prefix: a, in_order: [{id: p, asks: {a_b: {of: yesno}}}]}\n", "a_b: one shape"),
        (GOOD + "texts: [\n", "line"),
    ],
)
def test_a_slip_is_refused_with_its_file(record: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "new.yaml").write_text(record, "utf-8")

    with pytest.raises(BadRecord, match=r"new\.yaml") as caught:
        read_kinds(tmp_path)
    assert said in str(caught.value)


def test_no_two_letters_have_the_same_place(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(GOOD, "utf-8")

    with pytest.raises(BadRecord, match="same order"):
        read_kinds(tmp_path)
