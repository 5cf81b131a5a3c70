"""Answers that hold for every row: --set "office address=…", for a whole group of clients."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from challenge_letters.batch.columns import Column, UnreadableBatch, column_called, near, said
from challenge_letters.case.messages import quoted


def given_answers(told: Iterable[str], kinds: Collection[str]) -> tuple[tuple[Column, str], ...]:
    """Return each column with its answer, from texts like "nation=wales", for the letters `kinds`.

    Raises `UnreadableBatch`, also for a column that none of them asks for.
    """
    return tuple(_given(each, kinds) for each in told)


def _given(told: str, kinds: Collection[str]) -> tuple[Column, str]:
    heading, is_there, answer = told.partition("=")
    if not is_there or not answer.strip():
        raise UnreadableBatch(said("set-form"))
    column = column_called(heading)
    if column is None:
        raise UnreadableBatch(said("set-unknown", heading=quoted(heading), near=near(heading)))
    if not column.is_for(kinds):
        raise UnreadableBatch(said("set-unread", heading=column.title))
    return column, answer
