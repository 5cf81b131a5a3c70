"""Where things are: interviews and templates in the checkout or the installed wheel, and a centre's folder.

A process serves one centre or none. Its folder is named in the environment, so that every process that this
one starts serves the same.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

DOCASSEMBLE_PACKAGE = "docassemble.challenge_letters"
CENTRE = "CHALLENGE_LETTERS_CENTRE"


def interviews() -> Path:
    """Return the folder of interview YAML files."""
    return _checkout("interviews") or _installed("questions")


def letter_templates() -> Path:
    """Return the folder of Word templates."""
    return _checkout("letter_templates") or _installed("templates")


def examples() -> Path:
    """Return the folder of example cases: invented people, for trying and comparing."""
    return _checkout("examples") or _installed("examples")


def centre() -> Path | None:
    """Return the folder of the advice centre whose letters are written, or None where there is none."""
    named = os.environ.get(CENTRE, "").strip()
    return Path(named) if named else None


def centre_templates() -> Path | None:
    """Return the folder in which the centre keeps templates of its own, or None if it has none."""
    folder = centre()
    found = folder / "letter_templates" if folder else None
    return found if found and found.is_dir() else None


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
