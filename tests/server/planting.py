"""Copies of our interview with one difference each, as docassemble packages that no comparison may let pass."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from challenge_letters.languages.questions import XLIFF, xliff
from challenge_letters.places import interviews


@dataclass(frozen=True)
class Planted:
    """One difference: the package that has it, the file it is in, and each text with what stands there instead."""

    package: str
    file: str
    changes: tuple[tuple[str, str], ...]

    @property
    def interview(self) -> str:
        return f"docassemble.{self.package}:data/questions/letters.yml"


TEXT = Planted(
    "planted_text", "start.yml", (("Who is it for, and which benefit is it?", "Where are you now?"),)
)
# Two boxes of one page change places: every page looks the same, the case and the letter do not.
FACT, DID, NEITHER = (
    f"field: a.problems[i].reason[j].{name}\n" for name in ("fact", "what_i_did", "neither")
)
VARIABLE = Planted("planted_variable", "side.yml", ((FACT, NEITHER), (DID, FACT), (NEITHER, DID)))
PLANTED = (TEXT, VARIABLE)


def plant(folder: Path) -> Path:
    """Write the packages into `folder`, which belongs on a server's path, and return it."""
    for one in PLANTED:
        place = folder / "docassemble" / one.package / "data" / "questions"
        place.mkdir(parents=True)
        for path in interviews().glob("*.yml"):
            shutil.copy(path, place)
        # The interview asks its own package for the questions in other languages.
        sources = place.parent / "sources"
        sources.mkdir()
        (sources / XLIFF).write_bytes(xliff())
        # Without a module of its own a folder is no package to docassemble.
        (folder / "docassemble" / one.package / "__init__.py").touch()
        changed = place / one.file
        text = changed.read_text(encoding="utf-8")
        for ours, theirs in one.changes:
            assert text.count(ours) == 1, f"{ours!r} is not in {one.file} once"
            text = text.replace(ours, theirs)
        changed.write_text(text, encoding="utf-8")
    folder.chmod(0o755)
    return folder
