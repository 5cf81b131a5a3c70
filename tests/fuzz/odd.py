"""Odd values: what people, programs and somebody hostile may put where an answer is wanted."""

from __future__ import annotations

import json
from copy import deepcopy
from random import Random
from typing import Any

TEXTS = (
    "",
    " ",
    "0",
    "-1",
    "²",
    "①",
    "٣",
    "1" * 4300,
    "9" * 16,
    "1e999",
    "nan",
    "-0",
    "True",
    "None",
    "none",
    "2026-02-30",
    "2026-11-23",
    "0001-01-01",
    "9999-12-31",
    "31",
    "£25.50",
    "35.5",
    "about 10",
    "a@b.example",
    "AB123456C",
    "Ada\r\nExample",
    "\x00\x07\x1b",
    "\ufeff\u202e\u200b",
    "\ud800",
    "e\u0301" * 30,
    "𝒜🙂" * 9,
    "مرحبا",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{% for x in y %}",
    "${ 7 * 7 }",
    "[FILE 1] [YOUTUBE x]",
    "*a* _b_ # c ~d~ | e :heart:",
    "=1+1",
    "&amp;&lt;&#0;",
    "]]></w:t>",
    "../../secret",
    "' or 1=1 --",
    "\\",
    "a" * 3000,
    "word " * 1500,
    "line\n" * 400,
)
VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    10**14,
    3.5,
    -0.0,
    [],
    {},
    [[]],
    {"kind": "authority"},
    [None],
    {"": ""},
)


def text(rng: Random) -> str:
    """An odd text, or one spoilt or put together from two."""
    found = rng.choice(TEXTS)
    if rng.random() < 0.3:
        found += rng.choice(TEXTS)
    if rng.random() < 0.2:
        at = rng.randrange(len(found) + 1)
        found = (
            found[:at]
            + chr(rng.choice((0, 9, 13, 39, 60, 123, 0x2028, 0xFFFE, rng.randrange(0xD800))))
            + found[at:]
        )
    return found


def value(rng: Random) -> Any:
    """An odd value for a place in JSON."""
    return text(rng) if rng.random() < 0.6 else deepcopy(rng.choice(VALUES))


def spoilt(facts: Any, rng: Random) -> Any:
    """A copy of the JSON `facts` in which one to three places were changed, taken out, doubled or moved."""
    copy = json.loads(json.dumps(facts))
    for _ in range(rng.randint(1, 3)):
        _spoil(copy, rng)
    return copy


def _spoil(facts: Any, rng: Random) -> None:
    inside = rng.choice(list(_containers(facts)))
    if not inside:
        return
    key = rng.choice(list(inside)) if isinstance(inside, dict) else rng.randrange(len(inside))
    match rng.randrange(5):
        case 0:
            del inside[key]
        case 1 if isinstance(inside, dict):
            inside[text(rng)] = inside.pop(key)
        case 2 if isinstance(inside, list):
            inside.extend([inside[key]] * rng.choice((1, 3, 40)))
        case 3:
            other = rng.choice(list(_containers(facts)))
            inside[key] = json.loads(json.dumps(other))
        case _:
            inside[key] = value(rng)


def _containers(facts: Any) -> list[Any]:
    found, waiting = [], [facts]
    while waiting:
        one = waiting.pop()
        found.append(one)
        inside = one.values() if isinstance(one, dict) else one
        waiting += [each for each in inside if isinstance(each, dict | list)]
    return found


def bytes_of(content: bytes, rng: Random) -> bytes:
    """A copy of `content` with some bytes changed, cut out, doubled or added."""
    made = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(made) + 1)
        length = rng.choice((1, 2, 9, 200))
        match rng.randrange(4):
            case 0:
                made[at : at + length] = rng.randbytes(length)
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length]
            case _:
                made[at:at] = rng.choice(TEXTS[:40]).encode("utf-8", "surrogatepass")
    return bytes(made)
