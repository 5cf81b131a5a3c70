"""Links name a row by its number: on a docassemble server an address can be read in logs, an answer must not."""

from __future__ import annotations

import re

import pytest

from challenge_letters.interview.check_answers import groups_of
from challenge_letters.interview.inconsistencies import query_rows, variable_at
from challenge_letters.interview.walk import journey_of
from challenge_letters.places import interviews
from tests import examples
from tests.examples import AS_AT
from tests.interview.fakes import fake_answers
from tests.interview.walking import answers_for

# Arguments of links: the name of a file, the number of a problem or row, the place of an item in a list.
PLAIN_ARGUMENTS = re.compile(
    r"name='[a-z.-]+'|name=result\.word_file\((now|letter)\.kind\)|row=row\.number|place=i|item=row\.item|letter=(0|place|preview\.number)"
)


@pytest.mark.parametrize("example", examples.names())
def test_a_row_is_found_again_by_its_number(example: str) -> None:
    case = examples.case_of(example)
    wants = {"wants_records": bool(case.records_request), "wants_complaint": bool(case.complaint)}
    answers = fake_answers(answers_for(case, AS_AT), **wants)
    rows = [row for group in groups_of(journey_of(answers, AS_AT)) for row in group.rows]
    assert sorted(row.number for row in rows) == list(range(len(rows)))
    assert [variable_at(answers, row.number) for row in rows] == [row.variable for row in rows]


def test_a_row_has_its_number_while_a_question_about_the_answers_is_open() -> None:
    told = answers_for(examples.case_of("missed-appointment-ill"), AS_AT)
    told["problems/0/side"] = {"sides": ("did-it", "had-reason")}
    told["problems/0/what-you-did"] = {"what_i_did": "I came.", "why_not_required": ""}
    answers = fake_answers(told)
    rows = query_rows(answers, "sanction:did-it-but-stopped")
    assert rows
    assert [variable_at(answers, row.number) for row in rows] == [row.variable for row in rows]


@pytest.mark.parametrize("number", [-1, 999])
def test_there_is_no_row_of_another_number(number: int) -> None:
    answers = fake_answers(answers_for(examples.case_of("claim-closed"), AS_AT))
    with pytest.raises(IndexError):
        variable_at(answers, number)


def test_links_hold_no_variable_that_is_only_known_when_the_page_is_made() -> None:
    everything = "\n".join(path.read_text(encoding="utf-8") for path in sorted(interviews().glob("*.yml")))
    for inside in re.findall(r"url_action\((.*?)\) }", everything):
        name, *arguments = inside.split(", ")
        assert re.fullmatch(r"'[\w.\[\]]+'", name) or "str(i)" in name, inside
        assert all(PLAIN_ARGUMENTS.fullmatch(argument) for argument in arguments), inside
