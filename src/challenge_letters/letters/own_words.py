"""A centre's own templates and wordings: taking one to change, and saying what an upgrade changed under it.

Beside each file of its own the centre keeps what it was made from. An upgrade replaces ours and touches
neither, so that the two of ours can be compared.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.languages import worded
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.package import zipped
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sources import BODY, SHIPPED, WORDINGS, members_of
from challenge_letters.letters.styles import w
from challenge_letters.letters.wordings import rows_in
from challenge_letters.places import letter_templates

FOLDER = "letter_templates"


class UnknownTemplate(LettersError):  # noqa: N818 - the name says what is wrong
    """A name that is neither a template of ours nor a row of the wordings; the text is a sentence."""


@dataclass(frozen=True)
class ChangedUnder:
    """That ours is another one than the one a centre's own file was made from: old and new, line by line."""

    file: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        told = "\n".join(f"    {line}" for line in self.lines)
        return worded("letters.own-words.changed", file=self.file, told=told)


def take(name: str, folder: Path) -> Path:
    """Put ours under `name` into the centre's `folder`, to be changed there; return the path.

    `name` is a template ("complaint.docx", "parts/closing.docx") or a row of the wordings ("onset-ill").
    Raises `UnknownTemplate`, and `LettersError` if the centre has that file already.
    """
    file, content = _ours(name)
    own = folder / FOLDER / file
    if own.exists():
        raise LettersError(worded("letters.own-words.in-use", path=own))
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes(content)
    _keep(file, content, folder)
    return own


def mark_seen(name: str, folder: Path) -> None:
    """Keep ours as it is now beside the centre's own file `name`: what changed has been looked at.

    Raises `UnknownTemplate`.
    """
    _keep(*_ours(name), folder)


def changed_under(folder: Path) -> tuple[ChangedUnder | str, ...]:
    """Return what has changed of ours under each of the centre's own files, or why that cannot be said."""
    return tuple(_changes(folder / FOLDER))


def own_files(top: Path) -> tuple[str, ...]:
    """Return the files a centre has of its own, by their names under `top`."""
    paths = (path.relative_to(top) for path in sorted(top.rglob("*.docx")))
    return tuple(
        path.as_posix()
        for path in paths
        if SHIPPED not in path.parts and not path.name.startswith(("~$", "."))
    )


def _changes(top: Path) -> Iterator[ChangedUnder | str]:
    for file in own_files(top):
        kept = top / SHIPPED / file
        name = Path(file).stem if file.startswith(f"{WORDINGS}/") else file
        try:
            now = _ours(name)[1]
        except UnknownTemplate:
            if not _is_new(file, top):
                yield worded("letters.own-words.no-such-file", file=file)
            continue
        if not kept.is_file():
            yield (worded("letters.own-words.not-known", file=file, name=name))
        elif lines := _difference(kept.read_bytes(), now):
            yield ChangedUnder(file, lines)


def _is_new(file: str, top: Path) -> bool:
    """Whether a centre added this file: a table of rows, or a part that a letter of its own uses."""
    if file.startswith(f"{WORDINGS}/"):
        ours = rows_in(letter_templates())
        return all(name in ours for name, row in rows_in(top).items() if row.file == file)
    letters = (path for path in top.rglob("*.docx") if SHIPPED not in path.parts)
    return any(file.encode() in members_of(path, path.name).get(BODY, b"") for path in letters)


def _difference(old: bytes, new: bytes) -> tuple[str, ...]:
    if old == new:
        return ()
    before, after = plain_text(old).splitlines(), plain_text(new).splitlines()
    found = difflib.unified_diff(before, after, "before", "now", lineterm="", n=0)
    return tuple(line for line in found if not line.startswith(("---", "+++", "@@")) and line[1:].strip())


def _keep(file: str, content: bytes, folder: Path) -> None:
    kept = folder / FOLDER / SHIPPED / file
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(content)


def _ours(name: str) -> tuple[str, bytes]:
    """Return the file in which ours under `name` would stand in a centre's folder, and its bytes."""
    top = letter_templates()
    known = {path.relative_to(top).as_posix() for path in top.rglob("*.docx")}
    if name in known and not name.startswith(f"{WORDINGS}/"):
        return name, (top / name).read_bytes()
    rows = rows_in(top)
    if name in rows:
        return f"{WORDINGS}/{name}.docx", _one_row(members_of(top / rows[name].file, name), name)
    near = difflib.get_close_matches(name, [*known, *rows], n=3)
    asked = worded("letters.own-words.did-you-mean", near=" or ".join(near)) if near else ""
    raise UnknownTemplate(worded("letters.own-words.unknown", name=name, asked=asked))


def _one_row(content: Mapping[str, bytes], name: str) -> bytes:
    """Return the file of wordings `content` with its headings and the row `name` only."""
    root = etree.fromstring(content[BODY])
    for table in list(root.iter(w("tbl"))):
        rows = list(table.iter(w("tr")))
        others = [row for row in rows[1:] if _first_cell(row) != name]
        for row in others:
            row.getparent().remove(row)
        if len(others) == len(rows) - 1:
            table.getparent().remove(table)
    body = root.find(w("body"))
    for paragraph in [each for each in body if each.tag == w("p")][:-1]:
        body.remove(paragraph)
    written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped({**content, BODY: written})


def _first_cell(row: etree._Element) -> str:
    cell = next(row.iter(w("tc")))
    return "".join(text.text or "" for text in cell.iter(w("t"))).strip()
