"""The one exception for what this host does not do."""

from __future__ import annotations


class Unsupported(Exception):  # noqa: N818 - named as the notes and the pages name it
    """The interview asked for `feature`, which only a full docassemble server has."""

    def __init__(self, feature: str) -> None:
        super().__init__(feature)
        self.feature = feature
