"""Excused beforehand: the office itself had said that they need not come, or that it was all right."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.channels import channel
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import as_told, is_narrated_telling, is_told_again
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import AT_AN_HOUR
from challenge_letters.case.rough_days import RoughDay

RANK = 15
FIELDS = ("sides", "excused.day", "excused.how")


def excused(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the office had excused them; None where nobody says so."""
    if not matter.challenge.has("excused"):
        return None
    what = _what(matter)
    said = (*_that_they_were_told(matter), *_rules(matter))
    heading = matter.say(f"heading-excused-{what}", "sides")
    return Ground("excused", RANK, heading, (said,), matter.say(f"case-excused-{what}", "sides"))


def _what(matter: Matter) -> str:
    """Return what they were excused from: to be available is nothing that one does."""
    if matter.kind == "not-available":
        return matter.kind
    return "come" if matter.kind in AT_AN_HOUR else "do-it"


def _that_they_were_told(matter: Matter) -> Iterator[Sentence]:
    """Yield when, how and in which words they were told, as far as that is known."""
    told = matter.facts.excused
    by = channel(told.how) if told else None
    # Where the account quotes the words, they are not printed again.
    words = told.words if told and not is_told_again(told.words, matter.facts.account) else ""
    day = told.day if told else None
    if not (by or words or day):
        return
    if is_narrated_telling(words, told.how if told else ""):
        # "She said not to come" is no word of the office's: it stands beside when and how it was told.
        yield from _told(by, day, "", matter) if by or day else ()
        yield as_told(words, "excused.words", matter)
        return
    yield from _told(by, day, words, matter)


def _told(by: Sentence | None, day: RoughDay | None, words: str, matter: Matter) -> Iterator[Sentence]:
    names = ("excused-told", "day" if day else "", "by" if by else "", "words" if words else "")
    slots = {"on_day": matter.on_day(day) if day else "", "by": by, "words": words}
    given = {name: value for name, value in slots.items() if value}
    yield matter.say("-".join(filter(None, names)), *FIELDS, "excused.words", **given)


def _rules(matter: Matter) -> Iterator[Sentence]:
    if matter.has_law("change-requirement"):
        yield matter.say("rule-taken-back", "sides")
    else:
        yield matter.say("rule-taken-back-no-law", "sides")
    higher = "-higher" if matter.challenge.section == "higher" else ""
    yield matter.say(f"relied-on-your-word{higher}", "sides")
