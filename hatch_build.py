"""Puts the interviews and letter templates into the wheel, and only into the wheel.

`force-include` in pyproject.toml would do the same for an editable install, by copying: the copy then
goes stale while somebody edits the checkout. So the includes are added here, and an editable install
returns early; `challenge_letters.places` finds the checkout instead.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "docassemble/challenge_letters"
# Where a docassemble package keeps what lies beside our YAML: style sheets, and translations.
FOLDERS = ("static", "sources")


class InterviewsInWheel(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `interviews/` and `letter_templates/` under `docassemble/challenge_letters/data/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the two folders to `build_data` unless `version` is "editable"."""
        if version == "editable":
            return
        places = {"letter_templates": f"{PACKAGE}/data/templates"}
        for path in sorted(Path(self.root, "interviews").iterdir()):
            if path.name in FOLDERS:
                places[f"interviews/{path.name}"] = f"{PACKAGE}/data/{path.name}"
            elif path.suffix == ".yml":
                places[f"interviews/{path.name}"] = f"{PACKAGE}/data/questions/{path.name}"
        build_data["force_include"].update(places)
