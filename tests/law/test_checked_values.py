"""Every value that says how it was checked is shown, wherever its file keeps it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from challenge_letters.law import checked_values as room
from challenge_letters.law.checked_values import CheckedValue, checked_values

RATES = """
.shared: &shared
  checked: text-read
  version: 2026-02-06
  checked_on: 2026-11-22
  recheck: Look at the table.
universal-credit:
  great-britain:
    - {from: 2026-04-06, rests_on: SI 2026/113, <<: *shared}
  northern-ireland: []
tables:
  northern-ireland:
    new-style-esa:
      low: {checked: secondary, checked_on: 2026-11-22, authority: esa-regs-ni-52}
service:
  - {who: The office, checked: secondary, checked_on: 2026-11-22}
counting_days: 365
"""


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> tuple[CheckedValue, ...]:
    content: Any = yaml.safe_load(RATES)
    monkeypatch.setattr(room, "files", lambda folder: ("./rates.yaml",))
    monkeypatch.setattr(room, "read", lambda name: content)
    return checked_values.__wrapped__()


def test_where_it_stands_what_it_rests_on_and_where_it_is_law(found: tuple[CheckedValue, ...]) -> None:
    assert [(each.where, each.rests_on, each.nations) for each in found] == [
        ("universal credit, from 6 April 2026", "SI 2026/113", ("england", "wales", "scotland")),
        ("new style esa, low", "esa-regs-ni-52", ("northern-ireland",)),
        ("service, The office", "", ("england", "wales", "scotland", "northern-ireland")),
    ]


def test_how_in_which_text_and_when_it_was_checked(found: tuple[CheckedValue, ...]) -> None:
    rate, length, _ = found
    assert (rate.file, rate.checked, rate.version) == ("rates", "text-read", date(2026, 2, 6))
    assert (rate.checked_on, rate.recheck) == (date(2026, 11, 22), "Look at the table.")
    assert (length.checked, length.version, length.recheck) == ("secondary", None, "")


def test_a_time_limit_names_each_of_its_rules_and_only_its_nations() -> None:
    limits = {each.where: each for each in checked_values() if each.file == "time_limits"}

    both = limits["mandatory reconsideration"]
    assert both.rests_on == (
        "Decisions and Appeals Regulations 2013, regulation 5(1)(b)(i); "
        "Decisions and Appeals Regulations (Northern Ireland) 2016, regulation 5(1)(b)(i)"
    )
    assert len(both.nations) == 4
    assert limits["northern ireland ombudsman"].nations == ("northern-ireland",)


def test_the_files_of_the_law_can_all_be_read() -> None:
    assert all(each.checked in ("text-read", "secondary", "unchecked") for each in checked_values())
