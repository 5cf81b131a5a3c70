"""What the docs show is run: the lines of Python, and the commands of the README."""

from __future__ import annotations

import doctest
from pathlib import Path

TOP = Path(__file__).parents[1]


def test_the_lines_for_programs_do_what_they_say() -> None:
    failed, tried = doctest.testfile(str(TOP / "docs" / "for-programs.md"), module_relative=False)

    assert (failed, tried > 5) == (0, True)
