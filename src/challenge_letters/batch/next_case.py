"""Makes the case for a letter that comes next out of the case already there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args, get_origin

from challenge_letters.batch.columns import UnreadableBatch, said
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import build_case
from challenge_letters.case.follow_ups import FollowingUp, FollowUp
from challenge_letters.case.messages import quoted

FOLLOW_UPS: Mapping[str, type[FollowingUp]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(FollowUp)
}
# What is filled in from the case, or is no fact.
NOT_ASKED = frozenset({"kind", "id", "about", "decision", "evidence"})


def next_case(case: Case, kind: str, *, facts: Iterable[str], about: str = "") -> Case:
    """Return `case` with what the letter `kind` follows up, and the `facts` told ("done_on=2026-11-16").

    `about` names the problem that it follows, where there are several. Raises `UnreadableBatch` for a letter
    that follows nothing, or a fact it does not ask for, and `UnreadableCase` for one that cannot be used.
    """
    model = FOLLOW_UPS.get(kind)
    if model is None:
        raise UnreadableBatch(said("next.follows-nothing", kind=kind, kinds=", ".join(FOLLOW_UPS)))
    told = case.model_dump(mode="json", exclude_unset=True)
    followed = _followed(case, model, about)
    added = {"kind": kind, **({"about": followed} if followed else {}), **_told(facts, model, kind)}
    kept = [problem for problem in told["problems"] if problem["kind"] != kind]
    return build_case({**told, "problems": [*kept, added]})


def _followed(case: Case, model: type[FollowingUp], about: str) -> str:
    """Return the id of the problem that the letter follows, "" where it follows none."""
    known = [each.id for each in case.problems if each.kind in model.MAY_BE_ABOUT]
    if about and about not in known:
        raise UnreadableBatch(
            said("next.cannot-follow", about=about, known=", ".join(known) or said("next.none"))
        )
    if len(known) > 1 and not about:
        raise UnreadableBatch(said("next.several", known=", ".join(known)))
    return about or next(iter(known), "")


def facts_of(kind: str) -> tuple[str, ...]:
    """Return the names of the facts that the letter `kind` asks for."""
    return tuple(name for name in FOLLOW_UPS[kind].model_fields if name not in NOT_ASKED)


def asked_by(kind: str) -> tuple[str, ...]:
    """Return the facts that the letter `kind` asks for, each with the answers that it can have."""
    return tuple(_with_answers(name, FOLLOW_UPS[kind]) for name in facts_of(kind))


def _with_answers(name: str, model: type[FollowingUp]) -> str:
    field = model.model_fields[name].annotation
    answers = said("next.yes-no") if field is bool else ", ".join(_choices(field))
    return said("next.fact", name=name, answers=answers) if answers else name


def _choices(annotation: Any) -> tuple[str, ...]:
    """Return the answers that may be given where only some may, also to each of several; else nothing."""
    if get_origin(annotation) is Literal:
        return tuple(str(each) for each in get_args(annotation))
    return tuple(choice for part in get_args(annotation) for choice in _choices(part))


def _told(facts: Iterable[str], model: type[FollowingUp], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for fact in facts:
        name, is_there, value = fact.partition("=")
        name = name.strip().replace(" ", "_").replace("-", "_")
        if not is_there or name not in facts_of(kind):
            known = ", ".join(facts_of(kind))
            raise UnreadableBatch(said("next.unknown-fact", fact=fact, known=known))
        found[name] = _chosen(_value(value.strip(), model, name), model, name)
    return found


def _chosen(value: Any, model: type[FollowingUp], name: str) -> Any:
    """Return `value`. Raises `UnreadableBatch` where it is none of the answers that may be given."""
    choices = _choices(model.model_fields[name].annotation)
    wrong = [
        each for each in (value if isinstance(value, list) else [value]) if choices and each not in choices
    ]
    if wrong:
        raise UnreadableBatch(f"{name}: {said('choice', text=quoted(wrong[0]), choices=', '.join(choices))}")
    return value


def _value(text: str, model: type[FollowingUp], name: str) -> Any:
    """Return `text` as the file holds it: true or false, a whole number, a list, or words."""
    kind = str(model.model_fields[name].annotation)
    if kind.startswith("tuple") or "Address" in kind:
        return [part.strip() for part in text.split(";") if part.strip()]
    if kind == "<class 'bool'>":
        return {"yes": True, "no": False}.get(text.casefold(), text)
    return int(text) if text.isdigit() and "int" in kind and len(text) < 7 else text
