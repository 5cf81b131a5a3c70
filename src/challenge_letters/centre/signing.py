"""Puts the centre's details into a case: who writes, under which reference, and what goes with the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.case_files import build_case
from challenge_letters.centre.details import Adviser, Centre, said

# What stays when another adviser signs: it is about the client.
OF_THE_CLIENT = ("reference", "authority_enclosed", "client_signs")


class UnknownAdviser(ValueError):  # noqa: N818 - the name says what is wrong
    """Somebody named to sign who is not in centre.toml; the text is a sentence."""


def signed_by(case: Case, centre: Centre, *, on: date, adviser: str = "", reference: str = "") -> Case:
    """Return `case` as the centre writes it, on the day `on`.

    A case of an adviser gets what it leaves empty. Any other becomes an adviser's only if `adviser` names who
    signs. Raises `UnknownAdviser`.
    """
    if case.writer.kind != "adviser" and not adviser:
        return case
    facts = case.model_dump(mode="json", exclude_unset=True)
    own = facts.get("writer", {}) if case.writer.kind == "adviser" else {}
    named = adviser or str(own.get("name", ""))
    signing = _signing(centre, named, is_asked_for=bool(adviser))
    if signing and centre.adviser(str(own.get("name", ""))) != signing:
        # Somebody else signs: how to reach the one before is no way to reach them.
        own = {key: value for key, value in own.items() if key in OF_THE_CLIENT}
    told = own | ({"name": signing.name} if signing and adviser else {})
    told |= {"reference": reference} if reference else {}
    given = {key: value for key, value in told.items() if value}
    writer = {**_writer(centre, signing), **given}
    writer["reference"] = reference_of(str(writer.get("reference", "")), centre, signing, on=on)
    return build_case({**facts, "writer": writer, "problems": list(_with_enclosures(facts, case, centre))})


def writer_of(centre: Centre, *, adviser: str, reference: str, on: date) -> Mapping[str, Any]:
    """Return who writes, in the form of a case file: `adviser`, or whoever signs where nobody is named.

    Raises `UnknownAdviser`.
    """
    signing = _signing(centre, adviser, is_asked_for=bool(adviser))
    return {**_writer(centre, signing), "reference": reference_of(reference, centre, signing, on=on)}


def reference_of(given: str, centre: Centre, adviser: Adviser | None, *, on: date) -> str:
    """Return the reference that `given` stands for: a bare number is set into the centre's pattern."""
    if not (centre.reference and given.strip().isdigit()):
        return given
    initials = adviser.initials if adviser else ""
    return centre.reference.format(number=given.strip(), year=on.year, yy=f"{on:%y}", initials=initials)


def _signing(centre: Centre, named: str, *, is_asked_for: bool) -> Adviser | None:
    found = centre.adviser(named) if named else centre.signing
    if found is None and is_asked_for:
        names = ", ".join(each.name for each in centre.advisers) or "-"
        raise UnknownAdviser(said("adviser", value=named, names=names))
    return found


def _writer(centre: Centre, adviser: Adviser | None) -> dict[str, Any]:
    return {
        "kind": "adviser",
        "name": adviser.name if adviser else "",
        "organisation": centre.name,
        "address": list(centre.address),
        "phone": (adviser.phone if adviser else "") or centre.phone,
        "email": (adviser.email if adviser else "") or centre.email,
        "authority_enclosed": centre.authority_enclosed,
    }


def _with_enclosures(facts: Mapping[str, Any], case: Case, centre: Centre) -> Iterator[Mapping[str, Any]]:
    """Yield the problems with the centre's standard enclosures among what goes with their letters."""
    for told, problem in zip(facts["problems"], case.problems, strict=True):
        if "evidence" not in type(problem).model_fields:
            yield told
            continue
        held = list(told.get("evidence", ()))
        names = {each.get("what") for each in held}
        new = [{"what": what, "have": "enclosed"} for what in centre.standard_enclosures if what not in names]
        yield {**told, "evidence": [*held, *new]} if new else told
