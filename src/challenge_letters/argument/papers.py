"""The papers that go with a letter, each named once: a person types one paper twice, in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.naming import NO_NAMES, PAPERS
from challenge_letters.law.spoken import MONTHS

WORD = re.compile(r"[^\W_]+")
# Words that two names of one paper may have or not: "my top-up history, nothing from 25 September".
LITTLE = frozenset(re.findall(r"\w+", "a an the my our of from to for in on at by and with"))
A_SCREEN = r"\b(?:screen ?shots?|pictures?|photos?|prints?)\b.*\b(?:journal|to-do|account|messages?)\b"
CALLS = r"\bcall (?:log|list|history|record)s?\b|\b(?:log|list) of (?:my )?calls\b"
MEDICAL = r"\b(?:fit|sick) notes?\b|\b(?:letter|note)s? from (?:the |my )?(?:doctor|GP|hospital|111)\b"
BY_TEXT = r"\btexts?\b.*\b(?:school|nursery)\b|\b(?:school|nursery)\b.*\btexts?\b"
# Names that the list of papers offers, and how somebody names the same paper who types what it is.
NAMED_BY = {
    name: re.compile(typed, re.IGNORECASE)
    for name, typed in {
        "note from a helper": r"^(?:a )?note (?:from|by) ",
        "screenshot from the online account": A_SCREEN,
        "screenshot of the journal": A_SCREEN,
        "list of calls": CALLS,
        "medical note": MEDICAL,
        "page about the delay of the journey": r"\bpages?\b.*\b(?:bus|train|tram|ferry|delay)\b",
        "text message about the child": BY_TEXT,
    }.items()
}

# A name of its own, whose capital is right anywhere: "MAT B1", "Leanne’s letter", "Dr Sample’s note".
A_NAME = re.compile(r"\S*[A-Z]\S*[A-Z]|\S+['’]s\b|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b|[^A-Z]")
A_DATE = re.compile(rf"\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?")
QUOTING = re.compile(r"[“”\"]")
NAMED_MONTHS = frozenset(each.casefold() for each in MONTHS)
# Fewer words than these name a paper only in the order in which they stand.
TELLING_WORDS = 3
# A longer title is read in the list of papers, and not once more in a sentence.
MOST_WORDS = 8


def in_a_sentence(title: str) -> str:
    """Return `title` as it stands inside a sentence: begun small where its first word is nobody's name."""
    first, space, rest = title.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in NO_NAMES | PAPERS else title


# What stands before the name of a thing in place of "the".
IN_PLACE_OF_THE = frozenset(
    re.findall(
        r"\w+", "A An The My Our His Her Their Your This That These Those Two Three Four Some Something"
    )
)


def opening_a_sentence(title: str) -> str:
    """Return `title` with the article that it needs to open a sentence; "" where nobody can be sure of it."""
    first = title.partition(" ")[0]
    if first in IN_PLACE_OF_THE or first.endswith(("'s", "’s")):
        return title
    return f"The {in_a_sentence(title)}" if first in PAPERS else ""


# "A letter from Dawn, my care coordinator": what is told of somebody stands between two commas.
WHO_THAT_IS = re.compile(r"[^,]+, (?:my|our|his|her|their|the|an?|which|who|that|asked) [^,]+")


def that_follow(titles: Sequence[str], say: Callable[..., Sentence]) -> Iterator[Sentence]:
    """Yield what `say` makes of the papers that have been asked for and are not there yet."""
    opening = opening_a_sentence(titles[0]) if len(titles) == 1 else ""
    if opening:
        comma = "," if WHO_THAT_IS.fullmatch(opening) else ""
        yield say("to-follow", "evidence", title=f"{opening}{comma}")
    elif len(titles) == 1:
        yield say("to-follow-named", "evidence", title=titles[0])
    elif titles:
        yield say("to-follow-several", "evidence", titles=titles)


def may_be_listed(titles: Sequence[str]) -> bool:
    """Whether `titles` are alike inside a sentence: "hospital letter" beside "Bowel prep sheet" is a slip."""
    return len(titles) == 1 or all(A_NAME.match(in_a_sentence(each)) for each in titles)


def may_be_named(titles: Sequence[str]) -> bool:
    """Whether a sentence may name them: few words each, none of them quoted, and all alike."""
    is_short = all(len(A_DATE.sub("day", each).split()) <= MOST_WORDS for each in titles)
    return is_short and not any(map(QUOTING.search, titles)) and may_be_listed(titles)


def each_once(titles: Iterable[str]) -> tuple[str, ...]:
    """Return `titles` without those that name a paper again: of two names the longer one stays."""
    kept: list[str] = []
    for title in (each for each in titles if each):
        same = next((place for place, other in enumerate(kept) if _is_same(title, other)), None)
        if same is None:
            kept.append(title)
        elif _is_fuller(title, kept[same]):
            kept[same] = title
    return tuple(kept)


def _is_same(one: str, other: str) -> bool:
    """Whether both name one paper: with the same words, or one within the other."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    last = len(longer) - len(shorter)
    is_within = any(longer[at : at + len(shorter)] == shorter for at in range(last + 1))
    return (
        is_within
        or _is_in_other_order(shorter, longer)
        or _is_named_by(one, other)
        or _is_named_by(other, one)
    )


def _is_in_other_order(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether `longer` has all the words of `shorter` somewhere, and no number or month of its own.

    Two words are too few to know a paper by; "a letter of 3 May" is not "a letter of 5 June about 3 May".
    """
    is_known = len(shorter) >= TELLING_WORDS and not Counter(shorter) - Counter(longer)
    return is_known and Counter(_dated(shorter)) == Counter(_dated(longer))


def _dated(words: tuple[str, ...]) -> list[str]:
    """Return the numbers and the months among `words`."""
    return [word for word in words if word in NAMED_MONTHS or not word.isalpha()]


def _is_named_by(general: str, title: str) -> bool:
    """Whether `general` is a name of ours for the paper that somebody typed as `title`."""
    named = NAMED_BY.get(general.casefold())
    return named is not None and title.casefold() not in NAMED_BY and bool(named.search(title))


def _is_fuller(title: str, other: str) -> bool:
    """Whether `title` says more than `other` of the same paper: what is typed more than a name of ours."""
    if (title.casefold() in NAMED_BY) != (other.casefold() in NAMED_BY):
        return other.casefold() in NAMED_BY
    return len(_words(title)) > len(_words(other))


def _words(title: str) -> tuple[str, ...]:
    """Return the words of `title` that tell it from others; all of it where there are none."""
    words = WORD.findall(title.casefold())
    return tuple(word for word in words if word not in LITTLE) or (title.casefold(),)
