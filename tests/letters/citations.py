"""Writes plan/citations.yaml: the points that each kind of letter can name law for, read from the templates.

Run it with `make citations` when a letter names another point. `challenge-letters check` holds the two together.
"""

from __future__ import annotations

import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path.insert(0, str(TOP))

import yaml  # noqa: E402 - found from the folder this is run for

import challenge_letters.plan  # noqa: E402
from challenge_letters.law.nations import LEGAL_SYSTEMS, NATIONS, legal_system  # noqa: E402
from challenge_letters.letter_kinds.kinds import LETTER_KINDS  # noqa: E402
from challenge_letters.letters.checking import cited_points  # noqa: E402
from challenge_letters.plan.authority import is_written_for  # noqa: E402

FILE = Path(challenge_letters.plan.__file__).with_name("citations.yaml")
HEAD = """\
# The points that each kind of letter may name law for, by legal system. Written by `make citations` from the templates,
# so that the plan need not read them; `challenge-letters check` compares the two.
"""


def citations() -> str:
    """Return the content of the file."""
    return HEAD + yaml.safe_dump({system: _of(system) for system in LEGAL_SYSTEMS}, sort_keys=False)


def _of(system: str) -> dict[str, list[str]]:
    nation = next(nation for nation in NATIONS if legal_system(nation) == system)
    written = (kind for kind in LETTER_KINDS if is_written_for(nation, kind))
    return {kind: sorted(cited_points(kind, nation=nation)) for kind in written}


if __name__ == "__main__":
    FILE.write_text(citations(), "utf-8")
