"""Where the interviews and the letter templates are: in the checkout, or inside the installed wheel."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCASSEMBLE_PACKAGE = "docassemble.challenge_letters"


def interviews() -> Path:
    """Return the folder of interview YAML files."""
    return _checkout("interviews") or _installed("questions")


def letter_templates() -> Path:
    """Return the folder of Word templates."""
    return _checkout("letter_templates") or _installed("templates")


def _checkout(folder: str) -> Path | None:
    """Return `folder` at the top of the checkout this file is part of, or None in an installed wheel."""
    top = Path(__file__).resolve().parents[2]
    found = top / folder
    return found if (top / "pyproject.toml").is_file() and found.is_dir() else None


def _installed(folder: str) -> Path:
    """Return `folder` inside the docassemble package that the wheel carries."""
    spec = importlib.util.find_spec(DOCASSEMBLE_PACKAGE)
    for root in (spec.submodule_search_locations or []) if spec else []:
        found = Path(root) / "data" / folder
        if found.is_dir():
            return found
    raise FileNotFoundError(
        f"The folder {folder} of {DOCASSEMBLE_PACKAGE} is missing: install the package again."
    )
