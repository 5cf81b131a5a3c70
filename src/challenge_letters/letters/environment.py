"""The one template environment: sandboxed, escaping, strict, and knowing only what a letter needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from challenge_letters.letters import wording
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
    "together": wording.together,
    "either": wording.either,
    "no_words_for": wording.no_words_for,
}
KEPT_FILTERS = ("length",)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment in which every template is compiled and filled."""
    return make_environment(source)


def make_environment(load: Callable[[str], str]) -> ImmutableSandboxedEnvironment:
    """Return an environment whose templates come from `load`, by name."""
    made = ImmutableSandboxedEnvironment(
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
