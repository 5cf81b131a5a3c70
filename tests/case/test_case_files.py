"""A case file is refused in words a person understands, and nothing is guessed."""

from __future__ import annotations

import json
import re
import time
from typing import Any, cast, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core.core_schema import ErrorType
from tests.facts import case_of, demand, sanction

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import (
    TYPE_MESSAGES,
    UnreadableCase,
    build_case,
    mistakes_in,
    read_case,
)
from challenge_letters.languages import texts


def _with(path: str, value: Any) -> dict[str, Any]:
    """Return a good case with the field at `path` ("problems.0.failure.kind") set to `value`."""
    facts: dict[str, Any] = {
        "format": 1,
        "nation": "england",
        "benefit": "universal-credit",
        "problems": [
            {
                "kind": "applied-sanction",
                "decision": {"notified": "2026-11-02"},
                "failure": {},
                "evidence": [{"what": "a receipt"}],
                "reasons": [{"kind": "ill"}],
            }
        ],
        "claimant": {},
        "writer": {},
    }
    here: Any = facts
    *way, last = path.split(".")
    for part in way:
        here = here[int(part)] if part.isdigit() else here[part]
    here[int(last) if last.isdigit() else last] = value
    return facts


# path, value, message id, where: one row for every way in which a field can be wrong.
REFUSED = [
    ("nation", "france", "not-a-choice", "nation"),
    ("benefit", "uc", "not-a-choice", "benefit"),
    ("nation", None, "not-a-choice", "nation"),
    ("problems.0.decision.notified", "2027-02-30", "no-such-day", "problems, first, decision, notified"),
    ("problems.0.decision.notified", "30/01/2027", "date-form", "problems, first, decision, notified"),
    ("problems.0.decision.notified", 20270130, "date-form", "problems, first, decision, notified"),
    ("problems.0.decision.notified", "9999-12-31", "year-range", "problems, first, decision, notified"),
    ("problems.0.decision.notified", "1899-12", "year-range", "problems, first, decision, notified"),
    ("claimant.date_of_birth", "0090-04-03", "year-range", "claimant, date of birth"),
    ("problems.0.decision.notified", "2027-13", "no-such-day", "problems, first, decision, notified"),
    ("claimant.date_of_birth", "1990-02-30", "no-such-day", "claimant, date of birth"),
    ("claimant.date_of_birth", "Friday", "day-form", "claimant, date of birth"),
    ("claimant.date_of_birth", [], "day-form", "claimant, date of birth"),
    ("claimant.date_of_birth", 0, "day-form", "claimant, date of birth"),
    ("claimant.date_of_birth", "1990-04", "day-form", "claimant, date of birth"),
    ("claimant.national_insurance_number", "12345", "national-insurance-number", "claimant, national insurance number"),
    ("claimant.email", "nobody", "email", "claimant, email"),
    ("claimant.phone", "none", "phone", "claimant, phone"),
    ("claimant.name", "Ada\nExample", "one-line", "claimant, name"),
    ("claimant.name", "x" * 201, "too-long", "claimant, name"),
    ("problems.0.account", "x" * 20_001, "too-long", "problems, first, account"),
    ("claimant.name", 3, "text", "claimant, name"),
    ("claimant.address", "1 Street", "list", "claimant, address"),
    ("claimant", "Ada", "section", "claimant"),
    ("problems.0.decision.days", "soon", "whole-number", "problems, first, decision, days"),
    ("problems.0.decision.days", 7.5, "whole-number", "problems, first, decision, days"),
    ("problems.0.decision.days", 0, "days-range", "problems, first, decision, days"),
    ("problems.0.decision.days", 1096, "days-range", "problems, first, decision, days"),
    ("problems.0.decision.days", True, "whole-number", "problems, first, decision, days"),
    ("problems.0.decision.days", 10**14, "days-range", "problems, first, decision, days"),
    ("problems.0.decision.days", float("inf"), "whole-number", "problems, first, decision, days"),
    ("problems.0.job", {"payslip_hours": "many"}, "hours-paid", "problems, first, job, payslip hours"),
    ("problems.0.search_week", {"done_hours": 200}, "hours-range", "problems, first, search week, done hours"),
    ("problems.0.search_week", {"done_hours": 35.3}, "hours-form", "problems, first, search week, done hours"),
    ("problems.0.search_week", {"done_hours": "x"}, "hours-form", "problems, first, search week, done hours"),
    ("problems.0.search_week", {"done_hours": float("nan")}, "hours-range", "problems, first, search week, done hours"),
    ("problems.0.job", {"minutes_each_way": 1441}, "minutes-range", "problems, first, job, minutes each way"),
    ("problems.0.arrival", {"came_at": "later"}, "clock-time", "problems, first, arrival, came at"),
    ("claimant.\ud800", 1, "signs", "claimant"),
    ("nation", "\ud800", "signs", "nation"),
    ("problems.0.decision.payment_lower_by", "lots", "money", "problems, first, decision, payment lower by"),
    ("problems.0.reasons_will_follow", "perhaps", "yes-or-no", "problems, first, reasons will follow"),
    ("problems.0.evidence.0", {}, "needed", "problems, first, evidence, first, what"),
    ("problems.0.id", "Not An Id", "id-form", "problems, first, id"),
    ("problems.0.decision", {}, "decision-needs-a-day", "problems, first"),
    ("problems.0.reasons.0", {"kind": "ill", "began": "2026-11-02", "ended": "2026-11-01"}, "ends-before-start", "problems, first, reasons, first"),
    ("work_search", [{"day": "2026-11-02", "what": " "}], "needed", "work search, first, what"),
    ("work_search", [{"day": "2/11/2026", "what": "x"}], "date-form", "work search, first, day"),
    ("work_search", [{"day": "2026-11-02", "what": "x"}] * 301, "too-many-entries", "work search"),
    ("problems.0.notifed", "x", "unknown-field-alone", "problems, first, notifed"),
    ("problems.0.decision.notifed", "x", "unknown-field", "problems, first, decision, notifed"),
    ("problems.0.kind", "sanction", "unknown-kind", "problems, first"),
    ("problems.0", {}, "no-kind", "problems, first"),
    ("problems", [], "no-problem", ""),
    ("problems", [sanction(), sanction()], "same-id", ""),
    ("problems", [{"kind": "no-answer", "about": "nobody"}], "about-nothing", ""),
    ("problems", [{"kind": "closed-claim", "id": "x"}], "unknown-kind", "problems, first"),
    ("problems", [sanction(id="a"), {"kind": "commitment-change", "about": "a"}], "about-nothing", ""),
    ("problems", [{"kind": "no-answer"}, {"kind": "no-answer", "id": "b"}], "second-follow-up", ""),
    ("problems", [demand(id="a"), demand(id="b")], "second-demand", ""),
    ("writer", {"kind": "appointee"}, "appointee-name", "writer"),
    ("writer", {"kind": "adviser"}, "adviser-name", "writer"),
    ("format", 2, "format", "format"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "message_id", "where"), REFUSED)
def test_a_wrong_field_is_named_and_explained(path: str, value: Any, message_id: str, where: str) -> None:
    with pytest.raises(UnreadableCase) as caught:
        build_case(_with(path, value))

    (mistake,) = caught.value.mistakes
    assert (mistake.message_id, mistake.where) == (message_id, where)
    assert "{" not in mistake.sentence


def test_the_table_above_covers_every_message_a_file_can_earn() -> None:
    seen = {message_id for _, _, message_id, _ in REFUSED}
    from_text = {
        "not-json",
        "not-an-object",
        "twice",
        "not-a-number",
        "too-deep",
        "too-big",
        "too-many-values",
        "locked",
    }
    from_many = {"more-mistakes"}
    from_a_newer_pydantic = {"not-usable"}
    from_the_interview = {"needed-choice", "nothing-to-show", "days-form", "minutes-form", "hours-exact"}
    from_the_interview |= {"called-form", "called-long", "hours-vague", "minutes-vague"}

    assert seen | from_text | from_many | from_a_newer_pydantic | from_the_interview == set(texts("case"))
    assert set(TYPE_MESSAGES.values()) <= seen


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_every_kind_of_mistake_pydantic_knows_is_told_in_a_sentence_of_ours(kind: str) -> None:
    raw = {
        "type": kind,
        "loc": ("nation",),
        "msg": "Input should be x",
        "input": "Canary",
        "ctx": {"tag": "x"},
    }
    error = cast(ValidationError, Raised([raw]))

    (mistake,) = mistakes_in(error)

    assert mistake.message_id in texts("case")
    assert "Input" not in mistake.sentence


class Raised:
    """What a pydantic error hands over."""

    def __init__(self, found: list[dict[str, Any]]) -> None:
        self._found = found

    def errors(self, *, include_url: bool) -> list[dict[str, Any]]:
        return self._found


def fields_of_the_case(
    model: type[BaseModel] = Case, seen: frozenset[Any] = frozenset()
) -> set[tuple[Any, str]]:
    """Return every model that a case is made of, with each of its fields."""
    found = {(model, name) for name in model.model_fields}
    for info in model.model_fields.values():
        for inner in models_in(info.annotation) - seen:
            found |= fields_of_the_case(inner, seen | {model})
    return found


def models_in(annotation: Any) -> set[type[BaseModel]]:
    """Return the models an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for inner in get_args(annotation) for model in models_in(inner)}


DAYS = sorted(
    (
        (model, name)
        for model, name in fields_of_the_case()
        if re.search(r"\b(date|RoughDay)\b", str(model.model_fields[name]))
    ),
    key=str,
)


def test_there_are_days_in_every_part_of_a_case() -> None:
    assert {"Claimant", "Translation", "Warned", "AccountDemand", "Reason", "AuthorityToAct"} <= {
        model.__name__ for model, _ in DAYS
    }


@pytest.mark.parametrize(("model", "name"), DAYS)
@pytest.mark.parametrize(
    "no_day",
    [0, 1, 1e9, True, "0", "1800000000", "2027-01-31T00:00:00", "٢٠٢٧-٠١-٣١", "2027-1-31", "31/01/2027"],
)
def test_only_a_written_day_is_a_day(model: type[BaseModel], name: str, no_day: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate({name: no_day})

    (mistake,) = [found for found in refused.value.errors() if found["loc"] == (name,)]
    assert mistake["type"] in ("day-form", "date-form")


def _with_unknown(count: int) -> str:
    return json.dumps({**_with("claimant", {}), **{f"name{number}": 1 for number in range(count)}})


def test_thousands_of_unknown_names_are_refused_at_once() -> None:
    began = time.perf_counter()

    with pytest.raises(UnreadableCase) as refused:
        read_case(_with_unknown(29_900))

    assert time.perf_counter() - began < 5
    *named, last = refused.value.mistakes
    assert len(named) == 20
    assert "29,880" in last.sentence


def test_a_file_with_far_more_than_anybody_can_be_asked_is_refused_unread() -> None:
    for text in (_with_unknown(60_000), '{"format": 1, "work_search": [' + "{}," * 40_000 + "{}]}"):
        with pytest.raises(UnreadableCase, match="holds more than 30,000 answers") as refused:
            read_case(text)
        assert len(refused.value.mistakes) == 1


@pytest.mark.parametrize("figures", ["1" * 16, "1" * 5_000, "-" + "9" * 40])
def test_a_huge_number_is_refused_and_not_repeated_whole(figures: str) -> None:
    with pytest.raises(UnreadableCase) as refused:
        read_case('{"format": 1, "x": ' + figures + "}")

    assert refused.value.mistakes[0].message_id == "not-a-number"
    assert len(str(refused.value)) < 250


def test_a_file_far_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("challenge_letters.case.case_files.LONGEST_FILE", 10)

    with pytest.raises(UnreadableCase, match="longer than 10 letters"):
        read_case('{"format": 1}')


def test_a_long_wrong_answer_is_named_in_short() -> None:
    with pytest.raises(UnreadableCase) as refused:
        build_case(_with("nation", "x" * 100_000))

    assert len(str(refused.value)) < 200


def test_all_mistakes_are_reported_at_once() -> None:
    facts = _with("claimant.email", "nobody")
    facts["problems"][0]["decision"]["days"] = 0

    with pytest.raises(UnreadableCase) as caught:
        build_case(facts)

    assert [mistake.message_id for mistake in caught.value.mistakes] == ["email", "days-range"]


def test_a_wrong_field_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnreadableCase, match='Did you mean "notified"'):
        build_case(_with("problems.0.decision.notifed", "2026-11-02"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{,}", "line 1, column 2 is not valid JSON"),
        ("[1]", "starts with a curly bracket"),
        ("{}", 'Put "format": 1 at the top'),
        ('{"format": 1, "nation": "wales", "nation": "scotland"}', '"nation" is in this file twice'),
        ('{"format": NaN}', "NaN is not a number"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableCase, match=sentence):
        read_case(text)


def test_a_case_reads_back_as_it_was_written() -> None:
    case = case_of(sanction(account="Zeile <b>\n{{ 7*7 }} [FILE 1] Ŵŷ مرحبا 🙂"))

    assert read_case(case.model_dump_json()) == case


def test_a_case_cannot_be_changed() -> None:
    case = case_of(sanction())

    with pytest.raises(ValueError, match="frozen"):
        case.nation = "wales"  # type: ignore[misc]


def test_only_the_universal_credit_rules_apply_to_somebody_on_both() -> None:
    both = case_of(sanction(), benefit="new-style-jsa", also_universal_credit="yes")
    one = case_of(sanction(), benefit="new-style-jsa", also_universal_credit="no")

    assert (both.rules_of, one.rules_of) == ("universal-credit", "new-style-jsa")


def test_json_numbers_and_nulls_are_read_as_json_means_them() -> None:
    facts = json.loads(json.dumps(_with("problems.0.decision.days", None)))

    assert build_case(facts).problems[0].decision.days is None  # type: ignore[union-attr]
