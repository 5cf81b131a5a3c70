"""Puts the interviews and letter templates into the wheel, and only into the wheel.

`force-include` in pyproject.toml would do the same for an editable install, by copying: the copy then
goes stale while somebody edits the checkout. So the includes are added here, and an editable install
returns early; `challenge_letters.places` finds the checkout instead.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "docassemble/challenge_letters"


class InterviewsInWheel(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `interviews/` and `letter_templates/` under `docassemble/challenge_letters/data/`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the two folders to `build_data` unless `version` is "editable"."""
        if version == "editable":
            return
        build_data["force_include"].update(
            {
                "interviews": f"{PACKAGE}/data/questions",
                "letter_templates": f"{PACKAGE}/data/templates",
            }
        )
