"""What only a qualified adviser can settle, as it is shown beside the law."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from challenge_letters.law.authorities import nations_named
from challenge_letters.law.data_files import read
from challenge_letters.law.errors import BadRecord

FILE = "open_questions.yaml"


@dataclass(frozen=True)
class OpenQuestion:
    """Something that was not settled: what it is about, what to find out, and in which nations it matters."""

    id: str
    about: str
    question: str
    nations: tuple[str, ...]


@cache
def open_questions() -> tuple[OpenQuestion, ...]:
    """Return every open question, in the order of the file. Raises BadRecord."""
    return tuple(_question(key, record) for key, record in read(FILE).items())


def _question(key: str, record: dict[str, Any]) -> OpenQuestion:
    nations = nations_named(record.get("nations", ""))
    if record.keys() != {"about", "question", "nations"} or not nations or not all(record.values()):
        raise BadRecord(f"{FILE}: {key} is not well-formed.")
    return OpenQuestion(key, record["about"], record["question"], nations)
