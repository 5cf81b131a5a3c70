"""The figures as a table for people."""

from __future__ import annotations

from collections.abc import Iterable

from tests.bench.measuring import Row


def table(rows: Iterable[Row]) -> str:
    """Return a line for each measurement: ours, the others, and how many times ours theirs is."""
    held: dict[str, dict[str, Row]] = {}
    for row in rows:
        held.setdefault(row.what, {})[row.whose] = row
    lines = [f"{'':44} {'who':14} {'processor':>12} {'wall':>12} {'theirs ÷ ours':>14}"]
    for what, by in held.items():
        mine = by.get("ours")
        for whose, row in by.items():
            ratio = f"{row.cpu / mine.cpu:.2f}" if mine and whose != "ours" and mine.cpu else ""
            lines.append(
                f"{what if whose == 'ours' else '':44} {whose:14} {_ms(row.cpu)} {_ms(row.wall)} {ratio:>14}"
            )
            lines += [f"{'':46}{name}: {value}" for name, value in row.notes.items()]
    return "\n".join(lines)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:>9.2f} ms"
