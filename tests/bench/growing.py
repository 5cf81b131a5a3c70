"""What grows with what: visitors at once, sessions held, words told, problems in a case, rows of a batch."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.batches import batch
from tests.bench.builds import Build
from tests.bench.pages import Server, at_once

ON = date(2026, 11, 23)
Table = list[dict[str, Any]]


def growth(build: Build, server: Server) -> dict[str, Table]:
    """Return a table for each thing that can grow."""
    return {
        "visitors at once": [at_once(server, many, walks=1) for many in (1, 4, 16, 64)],
        "sessions held": [sessions(many) for many in (1, 1_000, 10_000, 100_000)],
        "characters told": [narrative(many) for many in (100, 1_000, 10_000, 20_000)],
        "problems in a case": [problems(many) for many in (1, 2, 5, 10)],
        "rows of a batch": [batch(build, many) for many in (10, 100, 1_000)],
    }


def sessions(many: int) -> dict[str, Any]:
    """Return what a start and a sweep take with `many` sessions held, of which one in ten has expired."""
    from challenge_letters.web.elapsing import Clocks  # noqa: PLC0415
    from challenge_letters.web.sessions import Store  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        now = [0.0]
        clocks = Clocks("one boot", lambda: now[0], lambda: now[0] + 1_800_000_000)
        store = Store(Path(folder), 7_200, 86_400, clocks)
        with store._writing() as database:
            for number in range(many):
                seen = 0.0 if number % 10 == 0 else 5_000.0
                visit = (f"{number:032x}", "one boot", 0.0, seen, 1_800_000_000 + seen)
                database.execute("insert into visits values (?, ?, ?, ?, ?)", visit)
                database.execute("insert into steps values (?, 1, ?)", (f"{number:032x}", b"x" * 3_000))
        store.close()
        # Nothing has expired yet: a start that has nothing to delete.
        began = time.process_time()
        again = Store(Path(folder), 7_200, 86_400, clocks)
        started = time.process_time() - began
        now[0] = 8_000.0
        began = time.process_time()
        gone = again.sweep()
        swept = time.process_time() - began
        again.close()
    return {"sessions": many, "start_ms": _ms(started), "expired": gone, "sweep_ms": _ms(swept)}


def narrative(characters: int) -> dict[str, Any]:
    """Return what plan and letter take where somebody told so many characters."""
    words = "I was ill and rang at 8.40, and nobody answered the telephone that day. "
    account = (words * (characters // len(words) + 1))[:characters]
    return {"characters": characters, **_plan_and_letter([_sanction(account)])}


def problems(many: int) -> dict[str, Any]:
    """Return what plan and letter take for a case with `many` decisions."""
    told = [
        _sanction("I was ill.", day=f"2026-11-{number + 1:02}", id=f"number-{number}")
        for number in range(many)
    ]
    return {"problems": many, **_plan_and_letter(told)}


def _sanction(account: str, *, day: str = "2026-11-02", **more: Any) -> dict[str, Any]:
    decision = {"notified": day}
    return {
        "kind": "applied-sanction",
        "decision": decision,
        "account": account,
        "sides": ["had-reason"],
        **more,
    }


def _plan_and_letter(told: list[dict[str, Any]]) -> dict[str, Any]:
    from challenge_letters.case.case_files import build_case  # noqa: PLC0415
    from challenge_letters.letters.filling import fill  # noqa: PLC0415
    from challenge_letters.letters.plain_text import plain_text  # noqa: PLC0415
    from challenge_letters.plan.planning import make_plan  # noqa: PLC0415

    case = build_case({"format": 1, "nation": "england", "benefit": "universal-credit", "problems": told})
    plan = make_plan(case, on=ON)
    letter = plan.now
    assert letter is not None
    return {
        "plan_ms": _ms(_median(lambda: make_plan(case, on=ON))),
        "letter_and_text_ms": _ms(_median(lambda: plain_text(fill(letter, case, on=ON)))),
    }


def _median(run: Callable[[], Any]) -> float:
    took = []
    for _ in range(7):
        began = time.process_time()
        run()
        took.append(time.process_time() - began)
    return sorted(took)[3]


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
