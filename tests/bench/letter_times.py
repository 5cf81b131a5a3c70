"""Times one letter inside one build, and prints the figures as JSON: run as a program, with that build's source."""

from __future__ import annotations

import html
import io
import json
import re
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ON = date(2026, 11, 23)
TIMES = 40


def median_of(run: Callable[[], Any]) -> list[float]:
    """Return the median of processor and wall time, in seconds, of `TIMES` runs after two to warm up."""
    took: list[tuple[float, float]] = []
    for place in range(TIMES + 2):
        cpu, wall = time.process_time(), time.perf_counter()
        run()
        if place > 1:
            took.append((time.process_time() - cpu, time.perf_counter() - wall))
    return [sorted(one[which] for one in took)[TIMES // 2] for which in (0, 1)]


def with_tags(docx: bytes) -> tuple[bytes, dict[str, str]]:
    """Return the letter with a tag in the place of each of its texts, and what the tags stand for."""
    words: dict[str, str] = {}

    def tag(found: re.Match[str]) -> str:
        words[f"text_{len(words)}"] = html.unescape(found[2])
        return f"{found[1]}{{{{ text_{len(words) - 1} }}}}</w:t>"

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = re.sub(r"(<w:t(?: [^>]*)?>)([^<]+)</w:t>", tag, content.decode()).encode()
            new.writestr(name, content)
    return made.getvalue(), words


def _reader() -> Callable[[str], Any]:
    """Return what reads a case file; in the build before it stood in another module."""
    at = "case_files" if find_spec("challenge_letters.case.case_files") else "reading"
    read: Callable[[str], Any] = import_module(f"challenge_letters.case.{at}").read_case
    return read


def main(example: str) -> None:
    """Time the first letter of `example`."""
    from docxtpl import DocxTemplate  # noqa: PLC0415

    from challenge_letters.letters.context import letter_context  # noqa: PLC0415
    from challenge_letters.letters.environment import environment  # noqa: PLC0415
    from challenge_letters.letters.filling import fill, filled_text  # noqa: PLC0415
    from challenge_letters.letters.plain_text import plain_text  # noqa: PLC0415
    from challenge_letters.letters.sheets import to_do_sheet  # noqa: PLC0415
    from challenge_letters.letters.sources import template_of  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    case = _reader()(Path(example).read_text(encoding="utf-8"))
    plan = make_plan(case, on=ON)
    letter = plan.now
    assert letter is not None
    docx = fill(letter, case, on=ON)
    context = letter_context(letter, case, on=ON)
    file = template_of(letter.kind, nation=case.nation)

    def floor() -> None:
        for xml in filled_text(environment(), file, context).values():
            zlib.compress(xml.encode())

    tagged, words = with_tags(docx)

    def docxtpl() -> None:
        template = DocxTemplate(io.BytesIO(tagged))
        template.render(words, autoescape=True)
        template.save(io.BytesIO())

    def everything() -> None:
        made = make_plan(case, on=ON)
        assert made.now is not None
        plain_text(fill(made.now, case, on=ON))
        to_do_sheet(made)

    runs = {
        "letter": lambda: fill(letter, case, on=ON),
        "letter, docxtpl alone": docxtpl,
        "letter, the floor": floor,
        "plan": lambda: make_plan(case, on=ON),
        "text of a letter": lambda: plain_text(docx),
        "plan, letter, text and sheet": everything,
    }
    json.dump({name: median_of(run) for name, run in runs.items()}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
