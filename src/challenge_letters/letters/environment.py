"""The one template environment: sandboxed, escaping, strict, and knowing only what a letter needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from challenge_letters.languages import worded
from challenge_letters.letters import wording
from challenge_letters.letters.compiled import generated_of
from challenge_letters.letters.printing import printed
from challenge_letters.letters.sources import source

WORDS = {
    "day": wording.day,
    "on_day": wording.on_day,
    "pounds": wording.pounds,
    "listed": wording.listed,
    "as_lines": wording.as_lines,
    "on_one_line": wording.on_one_line,
    "quoted": wording.quoted,
    "passing": wording.passing,
    "opened": wording.opened,
    "closed": wording.closed,
    "in_a_list": wording.in_a_list,
    "papers_listed": wording.papers_listed,
    "together": wording.together,
    "either": wording.either,
    "no_words_for": wording.no_words_for,
}
KEPT_FILTERS = ("length",)


# A few letters of a template could make a text of any length with these, and letters need none of them.
SWELLING = frozenset({"*", "**", "%"})
# Methods of a text that give back no more than is there.
KEPT_METHODS = frozenset(
    {"removeprefix", "removesuffix", "startswith", "endswith", "strip", "lower", "upper", "capitalize"}
)


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, without what makes much of little: products, powers and methods that pad a text."""

    intercepted_binops = SWELLING

    def compile(self, source: Any, name: Any = None, filename: Any = None, *others: Any, **more: Any) -> Any:
        """Do what the engine does; where a wheel holds what it made of these very words, take that."""
        is_plain = isinstance(source, str) and not (others or more)
        known = generated_of(source, name) if is_plain else None
        if known is None:
            return super().compile(source, name, filename, *others, **more)
        return compile(known, filename or "<template>", "exec")

    def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> Any:
        """Refuse the operators in `SWELLING`. Raises SecurityError."""
        raise SecurityError(worded("letters.templates.operator", operator=operator))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may use `attr`: of a text few methods, else what the sandbox says."""
        is_kept = not isinstance(obj, str) or attr in KEPT_METHODS
        return is_kept and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Return nothing: `format` pads, so it is refused like other methods."""


@cache
def environment() -> LetterEnvironment:
    """Return the environment in which every template is compiled and filled."""
    return make_environment(source)


def make_environment(load: Callable[[str], str]) -> LetterEnvironment:
    """Return an environment whose templates come from `load`, by name."""
    made = LetterEnvironment(
        loader=FunctionLoader(lambda name: (load(name), name, lambda: True)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals = dict(WORDS)
    made.filters = {name: made.filters[name] for name in KEPT_FILTERS} | WORDS
    return made
