"""The law in a letter: in short form, once, and only where it may be printed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts import case_of, sanction

from challenge_letters.letters.citing import Citations
from challenge_letters.letters.environment import make_environment
from challenge_letters.letters.errors import TemplateMistake

CASE = case_of(sanction(failure={"happened": "2026-10-14"}))


def said(template: str, **facts: Any) -> str:
    citations = Citations(CASE.model_copy(update=facts), date(2026, 11, 23))
    names = {"cite": citations.cite, "under": citations.under, "law_titles": citations.law_titles}
    engine = make_environment(lambda name: template)
    return engine.get_template("any").render({"problem": CASE.problems[0], **names})


@pytest.mark.parametrize(
    ("point", "cited"),
    [
        ("good-reason", " (Welfare Reform Act 2012, section 27(2))"),
        ("made-known", " (Welfare Reform Act 2012, sections 15(4), 23(2) and 24(4))"),
        (
            "request",
            " (Social Security Act 1998, section 9(1); Decisions and Appeals Regulations 2013, regulation 5(1)(b))",
        ),
        ("any-time", " (Decisions and Appeals Regulations 2013, regulations 8 and 14(1)(c))"),
        ("late-refused-appeal", " (CJ and SG v Secretary of State [2017] UKUT 324 (AAC))"),
        ("journal-record", " (Claims and Payments Regulations 2013, Schedule 2, paragraphs 5(2) and 5(3))"),
        ("not-cause", " (by analogy SA v Secretary of State [2015] UKUT 454 (AAC))"),
    ],
)
def test_cite(point: str, cited: str) -> None:
    assert said(f"{{{{ cite('{point}') }}}}") == cited


@pytest.mark.parametrize(
    ("point", "under"),
    [
        ("good-reason", " under section 27(2) of the Welfare Reform Act 2012"),
        ("made-known", " under sections 15(4), 23(2) and 24(4) of the Welfare Reform Act 2012"),
        ("extend-time", " under regulation 6 of the Decisions and Appeals Regulations 2013"),
    ],
)
def test_under(point: str, under: str) -> None:
    assert said(f"{{{{ under('{point}') }}}}") == under


def test_a_point_is_named_once() -> None:
    assert said("{{ cite('rate') }}|{{ cite('rate') }}|{{ under('rate') }}").endswith("||")


def test_nothing_is_named_where_it_does_not_apply() -> None:
    assert said("I ask{{ cite('change-requirement') }}.", nation="northern-ireland") == "I ask."


def test_what_was_named_is_listed_once_in_full() -> None:
    assert said("{{ cite('extend-time') }}{{ cite('any-time') }}{{ law_titles() | length }}").endswith("1")
    assert "(SI 2013/381)" in said("{{ cite('extend-time') }}{{ law_titles()[0] }}")
    assert said("{{ law_titles() | length }}") == "0"


@pytest.mark.parametrize("point", ["very-late-appeal", "email-not-sent"])
def test_what_is_for_the_screen_is_not_printed(point: str) -> None:
    with pytest.raises(TemplateMistake, match="for the screen"):
        said(f"{{{{ cite('{point}') }}}}")
