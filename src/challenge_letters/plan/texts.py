"""The one catalogue of what the plan says on screen, keyed by group and id."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters.law.data_files import read_yaml
from challenge_letters.letter_kinds.kinds import texts_by_group
from challenge_letters.plan.outcome import Advice

HERE = Path(__file__).parent


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Return every text, by group and id; what it says of a kind of letter stands in that kind's record."""
    groups: dict[str, dict[str, Any]] = read_yaml(HERE / "texts.yaml")
    return groups | {group: {**groups.get(group, {}), **texts} for group, texts in texts_by_group().items()}


def sentence(group: str, text_id: str, **values: object) -> str:
    """Return one text with `values` filled in. Raises `KeyError` for an unknown group or id."""
    return str(catalogue()[group][text_id]).format(**values).strip()


def told_in(nation: str, group: str, text_id: str) -> str:
    """Return the id of the text for `nation`: one of its own where the group has one, else `text_id`."""
    own = f"{text_id}-{nation}"
    return own if own in catalogue()[group] else text_id


def advice(group: str, text_id: str, *, has_account: bool = True, **values: object) -> Advice:
    """Return the heading and text of one warning, line or step.

    Somebody who has no online account, or whose account is not safe, is never sent to it: `has_account`
    False takes the entry `without_account` where there is one.
    """
    entry = catalogue()[group][text_id]
    entry = entry if has_account else {**entry, **entry.get("without_account", {})}
    return Advice(
        text_id, str(entry["heading"]).format(**values), str(entry["text"]).format(**values).strip()
    )
