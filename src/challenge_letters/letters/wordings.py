"""Reads the wordings: tables in Word, a row for each sentence, a column for who speaks and where.

A cell that is empty takes what stands to its left. The argument chooses a row by what the facts say, so that
no cell holds a condition: only words, slots (`{{ day }}`) and law (`{{ cite("good-reason") }}`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Template, nodes
from jinja2.runtime import Context
from lxml import etree  # type: ignore[import-untyped]

from challenge_letters.languages import worded
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.letters.compiled import rows_of
from challenge_letters.letters.environment import environment
from challenge_letters.letters.errors import TemplateMistake
from challenge_letters.letters.sources import BODY, WORDINGS, members_of, sound
from challenge_letters.letters.styles import w
from challenge_letters.places import centre_templates, letter_templates

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN, CLIENT, NI_OWN, NI_CLIENT = range(4)
# To the left, until a cell is filled.
FALLING_BACK = {
    OWN: (OWN,),
    CLIENT: (CLIENT, OWN),
    NI_OWN: (NI_OWN, OWN),
    NI_CLIENT: (NI_CLIENT, NI_OWN, CLIENT, OWN),
}


@dataclass(frozen=True)
class Wording:
    """One row: the name of a sentence, the file it stands in, and its cells."""

    name: str
    file: str
    cells: tuple[str, ...]

    def cell(self, *, is_own: bool, nation: str) -> str:
        """Return the words for the claimant's own voice or a client, in `nation`."""
        column = (
            (NI_OWN if is_own else NI_CLIENT) if nation == NORTHERN_IRELAND else (OWN if is_own else CLIENT)
        )
        order = FALLING_BACK[column]
        # Words of Northern Ireland that speak of the person as "I" are no words for a client.
        if (
            column == NI_CLIENT
            and self.cells[CLIENT]
            and not self.cells[NI_CLIENT]
            and _says_i(self.cells[NI_OWN])
        ):
            order = (CLIENT, OWN)
        return next((self.cells[each] for each in order if self.cells[each]), "")


@cache
def _says_i(cell: str) -> bool:
    return bool(re.search(r"\b(I|me|my|My)\b", re.sub(r"\{\{.*?\}\}", "", cell))) and not cell.startswith(
        "I ask "
    )


def files(top: Path) -> tuple[Path, ...]:
    """Return every file of wordings in the folder of templates `top`."""
    return tuple(path for path in sorted((top / WORDINGS).glob("*.docx")) if not path.name.startswith("~$"))


@cache
def wordings() -> Mapping[str, Wording]:
    """Return every row by its name. Raises `TemplateMistake` for a row that cannot be used.

    A centre's own row stands in the place of ours, cell by cell: where it is empty, ours stays.
    """
    found = rows_in(letter_templates())
    centres = centre_templates()
    for name, row in (rows_in(centres) if centres else {}).items():
        ours = found.get(name)
        found[name] = replace(row, cells=_joined(row.cells, ours.cells)) if ours else row
    return MappingProxyType(found)


def rows_in(top: Path) -> dict[str, Wording]:
    """Return the rows in the folder of templates `top`, by name. Raises `TemplateMistake`."""
    found: dict[str, Wording] = {}
    for row in _rows(top):
        if row.name in found:
            raise TemplateMistake(
                worded("letters.wordings.twice", file=row.file, row=row.name, other=found[row.name].file)
            )
        found[row.name] = row
    return found


def _joined(own: tuple[str, ...], ours: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(mine or shipped for mine, shipped in zip(own, ours, strict=True))


def wording(name: str) -> Wording:
    """Return the row `name`. Raises `TemplateMistake` if there is none."""
    if name not in wordings():
        raise TemplateMistake(worded("letters.wordings.no-row", name=name))
    return wordings()[name]


@cache
def compiled(cell: str) -> Template:
    """Return `cell` ready to be filled: its own text is text and never markup."""
    return environment().from_string(source_of_cell(cell))


def source_of_cell(cell: str) -> str:
    """Return `cell` as the template engine is given it."""
    return html.escape(cell, quote=False)


def filled(cell: str, words: dict[str, Any]) -> str:
    """Return `cell` filled with `words` as markup. Raises as a template does.

    `words` have to hold those of every template too: to put them together for each of the fifty sentences of
    a letter took longer than to say it.
    """
    template = compiled(cell)
    context = Context(environment(), words, None, template.blocks)
    return environment().concat(template.root_render_func(context))


@cache
def names_in(cell: str) -> frozenset[str]:
    """Return the slots and functions that `cell` speaks of."""
    return frozenset(each.name for each in environment().parse(cell).find_all(nodes.Name))


# `check` asks it of each row for every letter whose template has that row.
@cache
def points_in(cell: str) -> frozenset[str]:
    """Return the points of law that `cell` names."""
    calls = environment().parse(cell).find_all(nodes.Call)
    cited = (call for call in calls if isinstance(call.node, nodes.Name) and call.node.name == "cite")
    return frozenset(each.value for call in cited for each in call.args if isinstance(each, nodes.Const))


def _rows(top: Path) -> Iterator[Wording]:
    for path in files(top):
        yield from _rows_of(path, path.relative_to(top).as_posix())


def _rows_of(path: Path, file: str) -> Iterator[Wording]:
    known = rows_of(path.read_bytes())
    if known is None:
        yield from read_rows(path, file)
    else:
        yield from (Wording(name, file, cells) for name, cells in known)


def read_rows(path: Path, file: str) -> Iterator[Wording]:
    """Yield the rows that stand in the Word file at `path`, which errors call `file`."""
    body = etree.fromstring(sound(members_of(path, file).get(BODY, b""), file, BODY))
    for table in body.iter(w("tbl")):
        for row in list(table.iter(w("tr")))[1:]:
            name, *cells = (_text(cell) for cell in row.iter(w("tc")))
            if not name and not any(cells):
                continue
            if not NAME.fullmatch(name):
                raise TemplateMistake(worded("letters.wordings.bad-name", file=file, name=name))
            yield Wording(name, file, tuple((*cells, *[""] * 4)[:4]))


def _text(cell: Any) -> str:
    paragraphs = ("".join(text.text or "" for text in each.iter(w("t"))) for each in cell.iter(w("p")))
    return " ".join(" ".join(paragraphs).split())
