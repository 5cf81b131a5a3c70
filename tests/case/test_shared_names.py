"""The names that a case file and the law's data share are the same names."""

from __future__ import annotations

from typing import get_args

from challenge_letters.case.failure import FailureKind, Group
from challenge_letters.law.groups import GROUPS
from challenge_letters.law.levels import FAILURES


def test_the_law_knows_every_failure_a_case_can_name() -> None:
    # Refusing a commitment is never a sanction, so no case names it.
    assert set(FAILURES) - set(get_args(FailureKind)) == {"commitment-not-accepted"}
    assert set(get_args(FailureKind)) <= set(FAILURES)


def test_the_law_knows_every_group_a_case_can_name() -> None:
    # Being self-employed changes no level; it is kept for the letter.
    assert set(get_args(Group)) - set(GROUPS) == {"self-employed"}
    assert set(GROUPS) <= set(get_args(Group))
