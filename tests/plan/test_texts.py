"""Every text in the catalogue is used, and every text that is used is there."""

from __future__ import annotations

from pathlib import Path

import pytest

import challenge_letters.plan
from challenge_letters.law.nations import NATIONS, NORTHERN_IRELAND
from challenge_letters.letter_kinds.kinds import KINDS, LETTER_KINDS
from challenge_letters.plan.texts import plan_texts

CODE = "".join(
    path.read_text(encoding="utf-8") for path in Path(challenge_letters.plan.__file__).parent.glob("*.py")
)
# Reasons that the record of a letter names.
IN_RECORDS = {reason for kind in KINDS.values() for reason in (*kind.not_written_in.values(), *kind.needs)}
# Texts found by the kind of a letter or of a deadline.
BY_KIND = {"why_now", "why_later", "about"}


@pytest.mark.parametrize("group", sorted(set(plan_texts()) - BY_KIND))
def test_no_text_lies_there_unused(group: str) -> None:
    used = IN_RECORDS | set(KINDS) | set(NATIONS)
    unknown = (text_id for text_id in map(_anywhere, plan_texts()[group]) if text_id not in used)
    assert [text_id for text_id in unknown if f'"{text_id}"' not in CODE] == []


def _anywhere(text_id: str) -> str:
    """Return the id without what marks a text as that of one nation."""
    return text_id.removesuffix(f"-{NORTHERN_IRELAND}")


@pytest.mark.parametrize("group", ["why_now", "why_later"])
def test_every_kind_of_letter_has_its_sentence(group: str) -> None:
    assert set(map(_anywhere, plan_texts()[group])) == set(LETTER_KINDS)
