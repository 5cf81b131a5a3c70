"""What the plan says on screen, by group and id."""

from __future__ import annotations

from functools import cache
from typing import Any

from challenge_letters.languages import UnknownText, filled, texts
from challenge_letters.letter_kinds.kinds import texts_by_group
from challenge_letters.plan.outcome import Advice


@cache
def plan_texts() -> dict[str, dict[str, Any]]:
    """Return every text, by group and id; what it says of a kind of letter stands in that kind's record."""
    groups = dict(texts("plan"))
    return groups | {group: {**groups.get(group, {}), **said} for group, said in texts_by_group().items()}


def sentence(group: str, text_id: str, **values: object) -> str:
    """Return one text with `values` filled in. Raises UnknownText for an unknown group or id."""
    return filled(str(_entry(group, text_id)), f"plan.{group}.{text_id}", **values).strip()


def told_in(nation: str, group: str, text_id: str) -> str:
    """Return the id of the text for `nation`: one of its own where the group has one, else `text_id`."""
    own = f"{text_id}-{nation}"
    return own if own in plan_texts()[group] else text_id


def advice(group: str, text_id: str, *, has_account: bool = True, **values: object) -> Advice:
    """Return the heading and text of one warning, line or step.

    Somebody who has no online account, or whose account is not safe, is never sent to it: `has_account`
    False takes the entry `without_account` where there is one.
    """
    entry = _entry(group, text_id)
    entry = entry if has_account else {**entry, **entry.get("without_account", {})}
    heading, text = (
        filled(str(entry[part]), f"plan.{group}.{text_id}.{part}", **values) for part in ("heading", "text")
    )
    return Advice(text_id, heading, text.strip())


def _entry(group: str, text_id: str) -> Any:
    try:
        return plan_texts()[group][text_id]
    except KeyError:
        raise UnknownText(f"plan.{group}.{text_id}") from None
