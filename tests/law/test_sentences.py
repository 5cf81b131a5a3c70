"""The law as sentences an adviser can read: each says what is asked, what must come out, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.law.asking import ASKED, answer

from challenge_letters.law.periods import all_tables

FILES = sorted(Path(__file__).with_name("sentences").glob("*.yaml"))
# A row of a table: nation, benefit and level; the first day of the table; the column; what came before.
Row = tuple[str, date, str, str]
PARTS = {"name", "ask", "facts", "day", "expected", "why"}
# What may be said of an answer besides its parts: words it must, or must never, contain.
WORDS = ("says", "caution", "rests on", "refused", "never says")
SENTENCES: list[dict[str, Any]] = [
    sentence for file in FILES for sentence in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.mark.parametrize("sentence", [pytest.param(told, id=told["name"]) for told in SENTENCES])
def test_the_law_answers(sentence: dict[str, Any]) -> None:
    found = answer(sentence["ask"], sentence["facts"], sentence["day"])

    for part, wanted in sentence["expected"].items():
        if part == "never says":
            assert _all(wanted, lambda words: words not in found["says"]), (found, sentence["why"])
        elif part in WORDS:
            assert _all(wanted, lambda words, part=part: words in found.get(part, "")), (
                found,
                sentence["why"],
            )
        else:
            assert found.get(part) == wanted, (found, sentence["why"])


def _all(wanted: str | list[str], holds: Any) -> bool:
    return all(holds(words) for words in ([wanted] if isinstance(wanted, str) else wanted))


def test_there_are_at_least_two_hundred_and_each_says_why() -> None:
    assert len(SENTENCES) >= 200
    for sentence in SENTENCES:
        assert sentence.keys() == PARTS, sentence["name"]
        assert isinstance(sentence["day"], date), sentence["name"]
        assert len(sentence["why"]) > 10, sentence["name"]
        assert sentence["expected"], sentence["name"]


def test_no_two_have_the_same_name_or_ask_the_same() -> None:
    names = [sentence["name"] for sentence in SENTENCES]
    asked = [repr((sentence["ask"], sentence["facts"], sentence["day"])) for sentence in SENTENCES]

    assert len(set(names)) == len(names)
    assert sorted({one for one in asked if asked.count(one) > 1}) == []


def _rows_of_the_tables() -> Iterator[Row]:
    """Yield every row of every table of periods, once for each age that has a column of its own."""
    for name, table in all_tables():
        for column in ("adult", "under_18", "any_age"):
            steps = table.get(column, {})
            rows = ["first"] if steps else []
            rows += [f"after {days}" for days in steps.get("after", {})]
            rows += [f"again {days}" for days in steps.get("after", {})]
            rows += ["repeat", "too close"] if "repeat" in steps else []
            yield from ((name, table["from"], column, row) for row in rows)


def _row_of(sentence: dict[str, Any]) -> Row:
    """Return the row that a sentence about a length asks for."""
    facts, day = sentence["facts"], sentence["day"]
    nation = facts.get("nation", "great-britain")
    name = f"{nation}, {facts.get('benefit', 'universal-credit')}, {facts['level']}"
    held = [(table["from"], table) for found, table in all_tables() if found == name and table["from"] <= day]
    first_day, table = max(held, key=lambda one: one[0], default=(day, {}))
    column = {"18 or over": "adult", "16 or 17": "under_18"}.get(facts.get("age", "18 or over"), "none")
    column = "any_age" if "any_age" in table else column
    if not facts.get("earlier"):
        return name, first_day, column, "first"
    latest = min(facts["earlier"], key=lambda told: told["days before"])
    is_close = 0 <= latest["days before"] < 14
    if "repeat" in table.get(column, {}):
        return name, first_day, column, "too close" if is_close else "repeat"
    return name, first_day, column, f"{'again' if is_close else 'after'} {latest['carried']}"


def test_every_row_of_every_table_of_periods_is_asked() -> None:
    asked = {_row_of(sentence) for sentence in SENTENCES if sentence["ask"] == "length"}

    assert set(_rows_of_the_tables()) - asked == set()


def test_a_fact_nobody_asks_for_is_a_slip_and_not_an_answer() -> None:
    with pytest.raises(KeyError, match="ntion"):
        answer("stage", {"notified": date(2027, 1, 31), "ntion": "wales"}, date(2027, 2, 1))


def test_everything_the_law_can_be_asked_is_asked() -> None:
    assert {sentence["ask"] for sentence in SENTENCES} == ASKED.keys()
