"""Builds a follow-up of the case from the pages that were asked about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args, get_origin

from challenge_letters.case.follow_ups import FollowingUp, FollowUp
from challenge_letters.interview.next_ways import WAYS, decision_told
from challenge_letters.interview.sums import money

if TYPE_CHECKING:
    from challenge_letters.interview.bridge import Heard
    from challenge_letters.interview.road import Values

MODELS: dict[str, type[FollowingUp]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(FollowUp)
}


def follow_up_facts(heard: Heard, place: int, kind: str, ids: list[str]) -> dict[str, Any]:
    """Return the follow-up `kind` as it would stand in a case file; `ids` are those of all problems."""
    path, way = ("problems", place), WAYS[kind]
    facts: dict[str, Any] = {"kind": kind}
    for page in way.pages:
        if page in way.lists:
            items = heard.items(page, *path, way.lists[page])
            facts[way.lists[page]] = [_item(item) for item in items]
        else:
            facts |= dict(_fields(MODELS[kind], way.prefix, heard.on(page, *path)))
    if way.names_decision:
        told = decision_told(heard.journey, place)
        facts |= {"about": ids[told]} if told is not None else {"decision": _decision(heard, place)}
    facts["evidence"] = [_item(item) for item in heard.items("evidence-item", *path, "evidence")]
    return {name: value for name, value in facts.items() if value not in ("", None, (), [], {})}


def _fields(model: type[FollowingUp], prefix: str, values: Values) -> Iterator[tuple[str, Any]]:
    """Yield each answer of a page as the field of `model` that it fills."""
    for name, value in values.items():
        field = name.removeprefix(f"{prefix}_")
        yield field, _as_field(model.model_fields[field].annotation, field, value)


def _as_field(kind: Any, field: str, value: Any) -> Any:
    if kind is bool:
        return value == "yes"
    if get_origin(kind) is tuple and isinstance(value, str):
        return [line.strip() for line in value.splitlines() if line.strip()]
    return money(value) if field.endswith(("lower_by", "pounds")) else value


def _decision(heard: Heard, place: int) -> dict[str, Any]:
    values = heard.on("next-decision", "problems", place)
    failure = {"kind": values.get("next_failure"), "happened": values.get("next_failure_on")}
    return _kept({"dated": values.get("next_dated"), "failure": _kept(failure)})


def _item(values: Values) -> dict[str, Any]:
    return _kept({name: value for name, value in values.items() if name != "another"})


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, {})}
