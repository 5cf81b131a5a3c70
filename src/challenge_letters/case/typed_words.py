"""Every text that was typed, with its place in the case: "account", "reasons.ill.fact", "evidence.0.what"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel


@dataclass(frozen=True)
class Typed:
    """One text as it was typed, and its place below the part of the case it was looked for in."""

    place: str
    text: str

    @property
    def name(self) -> str:
        """The name of its field."""
        return next(part for part in reversed(self.place.split(".")) if not part.isdigit())


def typed_words(part: BaseModel, below: str = "") -> Iterator[Typed]:
    """Yield every text typed in `part` of a case. What is one of a list of choices is no typed text."""
    for name, holds_words in _fields_of(type(part)):
        value = getattr(part, name)
        place = f"{below}.{name}" if below else name
        if holds_words:
            texts = (value,) if isinstance(value, str) else value
            yield from (Typed(place, text) for text in texts if text)
        else:
            yield from _inside(value, place)


@cache
def _fields_of(kind: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Return the name of each field of `kind`, and whether it holds typed words."""
    return tuple((name, _holds_words(info.annotation)) for name, info in kind.model_fields.items())


def _inside(value: Any, place: str) -> Iterator[Typed]:
    if isinstance(value, BaseModel):
        yield from typed_words(value, place)
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, BaseModel):
                # There is one reason of each kind, and it is called by it.
                key = getattr(item, "kind", number) if place.rpartition(".")[2] == "reasons" else number
                yield from typed_words(item, f"{place}.{key}")


def _holds_words(annotation: Any) -> bool:
    """Say whether a field is a text, or a row of texts."""
    if get_origin(annotation) is tuple:
        return _holds_words(get_args(annotation)[0])
    return (get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation) is str
