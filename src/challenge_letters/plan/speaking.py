"""Advice in the voice of whoever uses it: to an adviser it speaks of the client, to an appointee by name.

The texts are written to the person themselves. `advisers.yaml` of the language holds what becomes of them
for an adviser: how each verb goes on after "your client", what is about the adviser and stays, and whole
phrases that would read badly.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from challenge_letters.languages import texts
from challenge_letters.plan.outcome import Advice, Plan

YOU = re.compile(r"\b([Yy])ou\b((?: (?:also|only|still|first|yet))?) ?(?:\b([a-z]+)\b)?")
YOUR = re.compile(r"\b([Yy])our(?! client)\b")
CLIENT = re.compile(r"\b[Yy]our client\b")
CLIENTS = re.compile(r"\b[Yy]our client's")
# Who uses a plan for somebody else: a helper sits beside the person, who is still "you".
FOR_ANOTHER = frozenset({"adviser", "appointee"})
# What stands for words that stay as they are, while the rest is changed.
KEPT = "\x00{}\x00"


def spoken_to(plan: Plan) -> Plan:
    """Return `plan` with its advice in the voice of whoever uses it."""
    if plan.case.writer.kind not in FOR_ANOTHER:
        return plan

    def told(text: str) -> str:
        return said_to(plan, text)

    def advices(given: tuple[Advice, ...]) -> tuple[Advice, ...]:
        return tuple(Advice(each.id, told(each.heading), told(each.text)) for each in given)

    return replace(
        plan,
        letters=tuple(replace(letter, why=told(letter.why)) for letter in plan.letters),
        unwritten=tuple(replace(letter, why=told(letter.why)) for letter in plan.unwritten),
        deadlines=tuple(replace(each, about=told(each.about)) for each in plan.deadlines),
        warnings=advices(plan.warnings),
        lines=advices(plan.lines),
        steps=advices(plan.steps),
        cautions=tuple(map(told, plan.cautions)),
    )


def said_to(plan: Plan, text: str) -> str:
    """Return one sentence of the sheet in the voice of whoever uses `plan`."""
    writer = plan.case.writer
    if writer.kind == "appointee":
        return for_an_appointee(text, writer.calls_them or plan.case.claimant.name)
    return for_an_adviser(text) if writer.kind == "adviser" else text


def for_an_appointee(text: str, name: str) -> str:
    """Return `text`, written to the claimant, as it is said to their appointee; `name` is the claimant's."""
    text = for_an_adviser(text, is_senders=True).replace(*texts("advisers")["signs_alone"])
    named = name or str(texts("advisers")["no_name"])
    text = CLIENTS.sub(lambda found: f"{_opening(named, found)}'s", text)
    return CLIENT.sub(lambda found: _opening(named, found), text)


def _opening(named: str, found: re.Match[str]) -> str:
    return named[:1].upper() + named[1:] if found.group().startswith("Y") else named


def for_an_adviser(text: str, *, is_asked: bool = False, is_senders: bool = False) -> str:
    """Return `text`, written to the client, as it is said to an adviser. Source: `advisers.yaml`.

    `is_asked`: it stands on a page that asks, where more is about whoever types. `is_senders`: who reads it
    sends the letter as well, as an appointee does.
    """
    words = texts("advisers")
    for phrase, instead in words["instead"].items():
        text = text.replace(phrase, instead)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return KEPT.format(len(kept) - 1)

    text = _stays(is_asked=is_asked, is_senders=is_senders).sub(keep, text)
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
    return f"{initial}our client{between} {texts('advisers')['verbs'].get(verb, verb)}"


@cache
def _stays(*, is_asked: bool, is_senders: bool) -> re.Pattern[str]:
    kinds = {"about_whoever_types": is_asked, "about_whoever_sends": is_senders, "about_the_adviser": True}
    phrases = [phrase for kind, stays in kinds.items() if stays for phrase in texts("advisers")[kind]]
    return re.compile("|".join(re.escape(phrase) for phrase in phrases))
