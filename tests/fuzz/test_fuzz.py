"""Three thousand odd inputs, the same each time: none is a fault, and no answer is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from challenge_letters.interview.clock import SET_DAY
from challenge_letters.web.app import Site
from tests import examples
from tests.fuzz import odd
from tests.fuzz.pages import Forms, Pages
from tests.fuzz.running import SHARES, makers, run, tried, unsound_letters

CASES = 3000
SEED = 14


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """A few people who have walked through the interview on the day of the examples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SET_DAY, examples.AS_AT.isoformat())
        yield Pages(tmp_path_factory.mktemp("fuzz"))


def test_no_input_is_a_fault_and_every_letter_opens(pages: Pages, tmp_path: Path) -> None:
    made = {name: make() for name, make in makers(tmp_path, lambda: pages).items()}
    assert sum(SHARES.values()) == 100
    assert [str(each) for each in run(CASES, SEED, made)] == []
    assert unsound_letters() == ""


def test_the_inputs_are_the_same_each_time() -> None:
    facts = {"a": [1, {"b": "c"}], "d": {}}
    first = [odd.spoilt(facts, Random(f"x{number}")) for number in range(400)]
    assert [odd.spoilt(facts, Random(f"x{number}")) for number in range(400)] == first
    assert facts == {"a": [1, {"b": "c"}], "d": {}}


def test_a_fault_in_a_page_is_found(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_site: Site, *_given: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(Site, "outcome", fail)
    forms = Forms(pages)
    broken = [tried("forms", forms, f"planted-{number}") for number in range(9)]
    assert [each for each in broken if each and "AssertionError" in each.what]


def test_an_answer_that_is_lost_is_found(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(site: Site, *_given: Any) -> Any:
        site.store.delete(site.visitor())
        return site.message(200, "from-the-start", with_session=False)

    monkeypatch.setattr(Site, "outcome", forget)
    forms = Forms(pages)
    broken = [tried("forms", forms, f"planted-{number}") for number in range(9)]
    assert [each for each in broken if each and "an answer told before is gone" in each.what]
