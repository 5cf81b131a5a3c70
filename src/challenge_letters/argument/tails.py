"""What stands after the reason in the case sentence, each only on its date: I told you the same day."""

from __future__ import annotations

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Sentence

SOON = 6


def tails_of(matter: Matter) -> tuple[Sentence, ...]:
    """Return the clauses about when the office was told and when the thing was done."""
    return tuple(each for each in (_told(matter), _done(matter)) if each)


def _told(matter: Matter) -> Sentence | None:
    telling = matter.facts.told_them
    after = matter.days_after_failure(telling.day) if telling else None
    if after is None or matter.kind in ("work-search-hours", "not-available", "left-job", "lost-job"):
        return None
    wording = "tail-told-same-day" if after == 0 else "tail-told-next-day" if after == 1 else ""
    wording = "tail-told-before" if after < 0 else wording
    return matter.say(wording, "told_them.day") if wording else None


def _done(matter: Matter) -> Sentence | None:
    done = matter.facts.done_since
    after = matter.days_after_failure(done.day) if done.state == "done" else None
    if after is None or after < 0 or matter.facts.has_side("did-it") or matter.challenge.met:
        return None
    if after == 0:
        return matter.say("tail-done-same-day", "done_since.day")
    if after == 1:
        return matter.say("tail-done-next-day", "done_since.day")
    if after <= SOON:
        return matter.say("tail-done-days-later", "done_since.day", days=words_of.things(after, "day"))
    return matter.say("tail-done-on", "done_since.day", on_day=matter.on_day(done.day)) if done.day else None
