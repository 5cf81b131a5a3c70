"""What is harder for somebody: a few words finish a sentence of ours, sentences stand as typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from challenge_letters.argument.typed import Typed, in_small, is_sentence, split, unstopped
from challenge_letters.argument.voice import Voice
from challenge_letters.case.naming import bare_name, is_name
from challenge_letters.case.whose_word import is_of_oneself

# "Crowded" in "sitting in crowded rooms" tells of nothing that happened.
ADJECTIVE = re.compile(
    r"\b(in|on|at|by|to|for|from|of|with|a|an|the|being|getting|having|feeling|very|too|so) \w+ed\b",
    re.IGNORECASE,
)
# What says how somebody is, or when: no thing that is harder.
NO_THING = re.compile(
    r"(?:un)?able\b|(?:hard|difficult|impossible|too|very|so|also|mainly|mostly|just|only|yes|as|if|because|due|in|on"
    r"|at|by|with|from|for|deaf|blind|ill|sick|scared|afraid|tired|slow|autistic|dyslexic|disabled)\b"
    r"|(?:my|our|his|her|their)\b(?!.*ing\b)"
    r"|\w+(?:ous|ful|ed)\s+(?:in|on|at|by|with|to|of|about|from)\b",
    re.IGNORECASE,
)
# "Typing, because I have lost two fingers": the verb is in what stands behind the reason.
DOING_BECAUSE = re.compile(r"\w+ing(?: \w+){0,4}, (?:because|since|as)\b", re.IGNORECASE)
# A second capital makes the first word a part of a name: "Leeds Road", "NHS letters".
NAME = re.compile(r"\S*[A-Z]\S*[A-Z]|[A-Z]\S*['’]s\b|\S+ [A-Z]")


def taken_apart(told: Sequence[Typed], voice: Voice) -> tuple[str, tuple[Typed, ...]]:
    """Return what finishes "What is harder for me is …", and the sentences after it.

    "" and all of `told`, where nothing finishes it.
    """
    each = [replace(one, words=part, is_whole=False) for one in told for part in split(one.words)]
    if not each or not all(is_sentence(one.words) for one in each[1:]):
        return "", tuple(told)
    ending = _ending(each[0].words, voice)
    return (ending, tuple(each[1:])) if ending else ("", tuple(told))


def _ending(text: str, voice: Voice) -> str:
    """Return `text` as it finishes that sentence; "" where it is one itself, or a client's own "my"."""
    words = unstopped(text)
    is_thing = bool(DOING_BECAUSE.match(words)) or _is_thing(words)
    is_told = is_sentence(ADJECTIVE.sub(r"\1", text)) and not DOING_BECAUSE.match(words)
    if is_told or not is_thing:
        return ""
    if not voice.is_own and is_of_oneself(words):
        return ""
    return words if NAME.match(words) else in_small(words)


def _is_thing(words: str) -> bool:
    return is_name(words) and words == bare_name(words) and not NO_THING.match(words)
