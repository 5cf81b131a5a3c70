"""Puts the interviews, letter templates and examples into the wheel, and only into the wheel.

`force-include` in pyproject.toml would do the same for an editable install, by copying: the copy then
goes stale while somebody edits the checkout. So the includes are added here, and an editable install
returns early; `challenge_letters.places` finds the checkout instead.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "docassemble/challenge_letters"
# Where a docassemble package keeps what lies beside our YAML: style sheets, and translations.
FOLDERS = ("static", "sources")


class InterviewsInWheel(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `interviews/`, `letter_templates/` and `examples/` under `docassemble/challenge_letters/data/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to `build_data` unless `version` is "editable"."""
        if version == "editable":
            return
        places = {"letter_templates": f"{PACKAGE}/data/templates", "examples": f"{PACKAGE}/data/examples"}
        for path in sorted(Path(self.root, "interviews").iterdir()):
            if path.name in FOLDERS:
                places[f"interviews/{path.name}"] = f"{PACKAGE}/data/{path.name}"
            elif path.suffix == ".yml":
                places[f"interviews/{path.name}"] = f"{PACKAGE}/data/questions/{path.name}"
        build_data["force_include"].update(places)
        made_here = {f"challenge_letters/{name}": content for name, content in self._compiled().items()}
        for name, content in (made_here | self._questions_in_other_languages()).items():
            made = Path(tempfile.mkdtemp(prefix="challenge-letters-"), Path(name).name)
            made.write_bytes(content)
            build_data["force_include"][str(made)] = name

    def _questions_in_other_languages(self) -> dict[str, bytes]:
        """Return the file in which a docassemble server looks for the questions in other languages."""
        from challenge_letters.languages.questions import XLIFF, xliff  # noqa: PLC0415

        return {f"{PACKAGE}/data/sources/{XLIFF}": xliff()}

    def _compiled(self) -> dict[str, bytes]:
        """Return what the letter templates and the data of the law say, read here once for all commands."""
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))
        from challenge_letters.letters.compiling import compiled_text, generated_code  # noqa: PLC0415
        from challenge_letters.yaml_files import compiled  # noqa: PLC0415 - of the tree being built

        return {
            "letters/compiled.json": compiled_text().encode("utf-8"),
            "letters/generated.pickle": generated_code(),
            "compiled.pickle": compiled(iter(sorted(source.rglob("*.yaml")))),
        }
