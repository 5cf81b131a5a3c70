"""Writes letters into a folder: all of them or none, and never over a different file."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path

from challenge_letters.languages import worded
from challenge_letters.letters.errors import LetterExists, LettersError
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.record import RECORD
from challenge_letters.letters.sheets import work_search_record
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.outcome import Plan


def write_letters(plan: Plan, kinds: Iterable[str], folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write each of `kinds`, and a record it encloses, as .docx and .txt into `folder`; return the paths.

    Everything is written beside its place first and then renamed. Raises `LettersError` if a kind cannot be
    written in this plan, and `LetterExists` if a different file is there already and `force` is not given.
    """
    made = {name: content for kind in kinds for name, content in files_of(plan, kind).items()}
    return write_files(made, folder, force=force)


def write_files(made: Mapping[str, bytes], folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write the files `made`, by name, into `folder`, all or none; return the paths.

    Raises `LetterExists` if a different file is there already and `force` is not given.
    """
    if not folder.exists():
        return _as_a_whole(made, folder)
    if not force:
        _refuse_to_overwrite(made, folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".letters-") as beside:
        for name, content in made.items():
            (Path(beside) / name).write_bytes(content)
        return tuple((Path(beside) / name).replace(folder / name) for name in made)


def _as_a_whole(made: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write `made` as the new `folder`: beside its place, and renamed once and not file by file."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.parent / f".letters-{uuid.uuid4().hex}"
    beside.mkdir()
    try:
        for name, content in made.items():
            (beside / name).write_bytes(content)
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return tuple(folder / name for name in made)


def letter_file(plan: Plan, kind: str) -> bytes:
    """Return the letter `kind` of `plan` as a Word file. Raises `LettersError`, which says why it cannot."""
    letter = plan.letter(kind)
    if letter is None:
        raise LettersError(plan.why_not(kind) or worded("letters.not-here", kind=kind))
    return fill(letter, plan.case, on=plan.on)


def files_of(plan: Plan, kind: str) -> dict[str, bytes]:
    """Return the letter `kind`, and a record it encloses, by file name. Raises `LettersError`."""
    files, letter = _forms(kind, letter_file(plan, kind)), plan.letter(kind)
    if letter and encloses_record(letter, plan.case):
        files |= _forms(RECORD, work_search_record(plan.case, on=plan.on))
    return files


def _forms(stem: str, docx: bytes) -> dict[str, bytes]:
    return {f"{stem}.docx": docx, f"{stem}.txt": plain_text(docx).encode("utf-8")}


def _refuse_to_overwrite(made: Mapping[str, bytes], folder: Path) -> None:
    for name, content in made.items():
        path = folder / name
        if path.exists() and path.read_bytes() != content:
            raise LetterExists(worded("letters.in-the-way", path=path))
