"""A language that nobody speaks, as one folder: each text is the English in brackets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from challenge_letters.checking_language import all_english
from challenge_letters.languages import english


def write_language(folder: Path) -> Path:
    """Write every file that a language can have into `folder`, and return it."""
    folder.mkdir()
    for file, texts in {**all_english(), "advisers": english("advisers")}.items():
        said = dict(texts) if file == "advisers" else _in_brackets(texts)
        (folder / f"{file}.yaml").write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    return folder


def _in_brackets(texts: Any) -> Any:
    if isinstance(texts, Mapping):
        return {key: _in_brackets(text) for key, text in texts.items()}
    return texts if isinstance(texts, list) else f"⟦{texts}⟧"
