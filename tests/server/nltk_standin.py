"""Runs docassemble's own grammar daemon where WordNet cannot be downloaded: only WordNet itself is left out."""

from __future__ import annotations

import runpy
import sys
import types

import nltk


def _download_nothing(*_args: object, **_kwargs: object) -> bool:
    return False


if __name__ == "__main__":
    nltk.download = _download_nothing
    name = "docassemble_pattern.text.en.wordnet"
    sys.modules[name] = types.ModuleType(name)
    runpy.run_module("docassemble.base.pattern_server", run_name="__main__")
