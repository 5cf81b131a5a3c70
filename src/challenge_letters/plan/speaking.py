"""Advice in the voice of whoever uses it: to an adviser it speaks of the client.

There is one catalogue, written to the person themselves. `advisers.yaml` holds what becomes of it for an
adviser: how each verb goes on after "your client", what is about the adviser and stays, and whole phrases
that would read badly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from challenge_letters.law.reading import read_yaml
from challenge_letters.plan.outcome import Advice, Plan

HERE = Path(__file__).parent
YOU = re.compile(r"\b([Yy])ou\b((?: (?:also|only|still|first|yet))?) ?(?:\b([a-z]+)\b)?")
YOUR = re.compile(r"\b([Yy])our(?! client)\b")
# What stands for words that stay as they are, while the rest is changed.
KEPT = "\x00{}\x00"


def spoken_to(plan: Plan) -> Plan:
    """Return `plan` with its advice in the voice of whoever uses it."""
    if plan.case.writer.kind != "adviser":
        return plan
    return replace(
        plan,
        letters=tuple(replace(letter, why=for_an_adviser(letter.why)) for letter in plan.letters),
        unwritten=tuple(replace(letter, why=for_an_adviser(letter.why)) for letter in plan.unwritten),
        deadlines=tuple(replace(each, about=for_an_adviser(each.about)) for each in plan.deadlines),
        warnings=_advices(plan.warnings),
        lines=_advices(plan.lines),
        steps=_advices(plan.steps),
        cautions=tuple(map(for_an_adviser, plan.cautions)),
    )


def said_to(plan: Plan, text: str) -> str:
    """Return one sentence of the sheet in the voice of whoever uses `plan`."""
    return for_an_adviser(text) if plan.case.writer.kind == "adviser" else text


def for_an_adviser(text: str) -> str:
    """Return `text`, written to the client, as it is said to an adviser. Source: `advisers.yaml`."""
    words = _words()
    for phrase, instead in words["instead"].items():
        text = text.replace(phrase, instead)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return KEPT.format(len(kept) - 1)

    text = _stays().sub(keep, text)
    text = YOUR.sub(lambda found: f"{found.group(1)}our client's", text)
    text = YOU.sub(_your_client, text)
    for at, words_kept in enumerate(kept):
        text = text.replace(KEPT.format(at), words_kept)
    return text


def _your_client(found: re.Match[str]) -> str:
    initial, between, verb = found.groups()
    if verb is None:
        rest = found.group()[3 + len(between) :]
        return f"{initial}our client{between}{rest}"
    return f"{initial}our client{between} {_words()['verbs'].get(verb, verb)}"


def _advices(told: tuple[Advice, ...]) -> tuple[Advice, ...]:
    return tuple(Advice(each.id, for_an_adviser(each.heading), for_an_adviser(each.text)) for each in told)


@cache
def _stays() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in _words()["about_the_adviser"]))


@cache
def _words() -> Mapping[str, Any]:
    return dict(read_yaml(HERE / "advisers.yaml"))
