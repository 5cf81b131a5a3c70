"""Whose voice a letter has in the journal, which is the claimant's own."""

from __future__ import annotations

from challenge_letters.argument.voice import in_claimants_voice
from challenge_letters.case.case import Case
from challenge_letters.case.whose_word import is_told_by_name


def in_journal(case: Case) -> Case:
    """Return `case` as its journal tells it: the claimant speaks, and a complaint about data is not in it.

    An adviser who told it in the third person stays its writer: "Ms Sample woke at five" is no sentence of
    hers. The journal encloses nothing. That complaint goes to somebody else and has a clock of its own, so it
    is sent by itself, on paper.
    """
    own = _as_advisers(case) if is_told_by_name(case) else in_claimants_voice(case)
    if own.complaint is None:
        return own
    return own.model_copy(update={"complaint": own.complaint.model_copy(update={"data_protection": ""})})


def _as_advisers(case: Case) -> Case:
    return case.model_copy(update={"writer": case.writer.model_copy(update={"authority_enclosed": False})})
