"""Says what the language that was chosen lacks, and what it holds that nobody asks for.

Most English stands in `languages/en`. What belongs to a record (of a letter, a question, a column, a sentence
that harms) stands there, and another language says it in a file of its own: here is which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from challenge_letters.languages import ENGLISH, english, files, folder, lacking, misfits, worded

# What hangs on the grammar of a language: another has what it needs of it.
OF_ENGLISH = frozenset({"advisers"})


def problems() -> tuple[str, ...]:
    """Return one sentence for each text that the language lacks or has in vain; none for English."""
    return () if folder() == ENGLISH else tuple(_problems(folder().name))


def _problems(language: str) -> Iterator[str]:
    for file, held in all_english().items():
        for key in lacking(file, held):
            yield worded("command-line.language-lacks", language=language, key=key)
        for key in misfits(file, held):
            yield worded("command-line.language-misfit", language=language, key=key)


def all_english() -> Mapping[str, Mapping[str, Any]]:
    """Return every text there is in English, by the name of the file in which a language says it."""
    of_rooms = {file: english(file) for file in files() if file not in OF_ENGLISH}
    return {**of_rooms, **_of_records()}


def _of_records() -> dict[str, Mapping[str, Any]]:
    from challenge_letters.batch.columns import texts_of_columns  # noqa: PLC0415 - for `check` only
    from challenge_letters.case.admissions import records as admissions  # noqa: PLC0415
    from challenge_letters.interview.texts import FILE_OF_LABELS, texts_of_pages  # noqa: PLC0415
    from challenge_letters.law.deadlines import texts_of_limits  # noqa: PLC0415
    from challenge_letters.letter_kinds.kinds import texts_of_kinds  # noqa: PLC0415

    return {
        "letter-kinds": texts_of_kinds(),
        FILE_OF_LABELS: texts_of_pages(),
        "columns": texts_of_columns(),
        "time-limits": texts_of_limits(),
        "admissions": {kind: {"harms": record["harms"]} for kind, record in admissions().items()},
    }
