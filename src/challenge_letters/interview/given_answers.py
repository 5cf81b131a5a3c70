"""What was answered on the road, without what the person wants to keep out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from challenge_letters.interview.journey import Journey, Path, Values, Visited


@dataclass
class GivenAnswers:
    """The answers of a journey by page, without those that were kept out."""

    journey: Journey

    def __post_init__(self) -> None:
        self._kept_out = frozenset(self.journey.values("keep-out").get("keep_out", ()))
        self._by_key = {
            one.visit.key: kept for one in self.journey.visited if (kept := one.left_by(self._kept_out))
        }

    def on(self, page: str, *path: str | int) -> Values:
        """Return what was answered on `page`; nothing if it was not visited or is kept out."""
        one = self._by_key.get(_key(page, path))
        return one.values if one else {}

    def under(self, path: Path) -> Iterator[Visited]:
        """Yield the pages about what is at `path` or within it, in interview order."""
        yield from (one for one in self._by_key.values() if one.visit.path[: len(path)] == path)

    def is_kept_out(self, page: str, *path: str | int) -> bool:
        return _key(page, path) in self._kept_out


def _key(page: str, path: Path) -> str:
    return "/".join(str(part) for part in (*path, page))
