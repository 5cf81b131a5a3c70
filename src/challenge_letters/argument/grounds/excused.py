"""Excused beforehand: the office itself had said that they need not come, or agreed something else."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.channels import channel
from challenge_letters.argument.grounds import another_way
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import as_told, is_narrated_telling, is_told_again
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import AT_AN_HOUR
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.plan.grounds import arrival_of, was_noted_only

RANK, BEHIND_THE_VACANCY, BEHIND_THE_SEARCH, BEHIND_BEING_THERE = 15, 23, 29, 39
# What was noted of somebody who came all the same.
LATE = "noted-late"
VACANCIES = failures_with("job-refused")
HOURS = "work-search-hours"
PROMISED = "promised"
FIELDS = ("sides", "excused.day", "excused.how")


def excused(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the office had excused them; None where nobody says so.

    That fewer hours were agreed excuses nobody from the rest: it is what the hours are counted by.
    """
    if not matter.challenge.has("excused") or is_excused_by_an_agreement(matter):
        return None
    moved_to = _moved_to(matter)
    if moved_to:
        return _moved(moved_to, matter)
    if another_way.is_argued(matter) and matter.kind not in (HOURS, "not-available"):
        heading, case = (another_way.named(f"{each}-agreed-way", matter) for each in ("heading", "case"))
        return Ground("excused", _rank(matter), heading, (tuple(another_way.said(matter)),), case)
    what = _what(matter)
    said = (*that_they_were_told(matter), *_what_follows(what, matter))
    heading = matter.say(f"heading-excused-{what}", "sides")
    return Ground("excused", _rank(matter), heading, (said,), matter.say(f"case-excused-{what}", "sides"))


def _what_follows(what: str, matter: Matter) -> Iterator[Sentence]:
    """Return what follows from a note, for who came late or stayed away, or from leave that was given."""
    if what == LATE:
        return _known_of(matter)
    if what == PROMISED:
        return iter((matter.say("waited-for-a-new-time", "excused.meaning"),))
    return _counted_on(matter) if what.startswith("noted") else _rules(matter)


def _rank(matter: Matter) -> int:
    """Return the place of the ground among the others."""
    if matter.kind == HOURS:
        # That enough was done comes before the reason why no more was.
        return BEHIND_THE_SEARCH
    if _what(matter) == LATE:
        # That they were there is the better ground: the note was of being late.
        return BEHIND_BEING_THERE
    # Of a vacancy that was only suggested, or could not be required, that is the better ground.
    return BEHIND_THE_VACANCY if matter.kind in VACANCIES else RANK


def _moved_to(matter: Matter) -> RoughDay | None:
    """Return the later day to which the office moved it; None where it did not, or no day is certain."""
    moved_to, failed = matter.facts.excused.moved_to if matter.facts.excused else None, matter.failed_on
    is_later = moved_to is not None and failed is not None and failed.latest < moved_to.earliest
    return moved_to if is_later and matter.kind != "not-available" else None


def _moved(moved_to: RoughDay, matter: Matter) -> Ground:
    """Return the ground that it had been moved: what is to be done on a later day is not missed before it."""
    slots: dict[str, object] = {"day": matter.day(moved_to)}
    what = "until"
    if matter.kind in AT_AN_HOUR:
        what, slots = "moved", {**slots, "thing": Sentence(f"event-{matter.kind}")}
    law = "" if matter.has_law("change-requirement") else "-no-law"
    said = (
        *that_they_were_told(matter),
        matter.say(f"rule-moved{law}", "excused.moved_to", day=matter.day(moved_to)),
        *_kept(moved_to, matter),
        _relied(matter),
    )
    heading, case = (
        matter.say(f"{each}-excused-{what}", "excused.moved_to", **slots) for each in ("heading", "case")
    )
    return Ground("excused", RANK, heading, (said,), case)


def _kept(moved_to: RoughDay, matter: Matter) -> Iterator[Sentence]:
    """Yield that it was done on the new day."""
    done = matter.facts.done_since
    if done.state == "done" and done.day == moved_to:
        yield matter.say("kept-the-new-day", "done_since.day")


def _what(matter: Matter) -> str:
    """Return what they were excused from: to be available is nothing that one does.

    Of hours of search nobody is excused who is told that something counts, or will do.
    """
    thing = "come" if matter.kind in AT_AN_HOUR else "do-it"
    if _was_promised(matter):
        return PROMISED
    if was_noted_only(matter.facts):
        return LATE if arrival_of(matter.facts) else f"noted-{thing}"
    told = matter.facts.excused
    if matter.kind == "not-available" or (told and told.meaning == "all-right" and matter.kind != HOURS):
        return "not-available"
    return "hours" if matter.kind == HOURS else thing


def _was_promised(matter: Matter) -> bool:
    """Whether a new time was promised, and has not come: nobody need keep the old one until it does."""
    told = matter.facts.excused
    is_promised = told is not None and told.meaning == "will-move"
    return is_promised and matter.kind in AT_AN_HOUR and arrival_of(matter.facts) is None


def is_excused_by_an_agreement(matter: Matter) -> bool:
    """Whether what the office had said beforehand is that fewer hours of search are enough."""
    point = matter.challenge.hours
    return matter.challenge.has("excused") and point is not None and point.because == "agreed"


def that_they_were_told(matter: Matter) -> Iterator[Sentence]:
    """Yield when, how and in which words they were told, as far as that is known."""
    told = matter.facts.excused
    by = channel(told.how) if told else None
    # Where the person quotes the words themselves, they are not printed again.
    own = f"{matter.facts.account}\n{matter.facts.why_not_required}"
    words = told.words if told and not is_told_again(told.words, own) else ""
    day = told.day if told else None
    if not (by or words or day) or (is_excused_by_an_agreement(matter) and not words):
        return
    if is_narrated_telling(words, told.how if told else ""):
        # "She said not to come" is no word of the office's: it stands beside when and how it was told.
        yield from _told(by, day, "", matter) if by or day else ()
        yield as_told(words, "excused.words", matter)
        return
    yield from _told(by, day, words, matter)


def _told(by: Sentence | None, day: RoughDay | None, words: str, matter: Matter) -> Iterator[Sentence]:
    who = "excused-told-passive" if matter.facts.is_with_a_provider else "excused-told"
    names = (who, "day" if day else "", "by" if by else "", "words" if words else "")
    slots = {"on_day": matter.on_day(day) if day else "", "by": by, "words": words}
    given = {name: value for name, value in slots.items() if value}
    yield matter.say("-".join(filter(None, names)), *FIELDS, "excused.words", **given)


def _rules(matter: Matter) -> Iterator[Sentence]:
    if matter.kind == HOURS:
        yield matter.say("relied-that-it-would-do", "sides")
        return
    if matter.has_law("change-requirement"):
        yield matter.say("rule-taken-back", "sides")
    else:
        yield matter.say("rule-taken-back-no-law", "sides")
    yield _relied(matter)


def _known_of(matter: Matter) -> Iterator[Sentence]:
    """Yield that it was known before they came that they would be late: no note lets anybody stay away."""
    yield matter.say("known-before-they-came", "sides", "arrival.came_at")


def _counted_on(matter: Matter) -> Iterator[Sentence]:
    """Yield that they could count on it that the office knew: a note is no leave, and takes nothing back."""
    higher = "-higher" if matter.challenge.section == "higher" else ""
    yield matter.say(f"counted-on-the-note{higher}", "sides")


def _relied(matter: Matter) -> Sentence:
    higher = "-higher" if matter.challenge.section == "higher" else ""
    whose = "that" if matter.facts.is_with_a_provider else "your"
    return matter.say(f"relied-on-{whose}-word{higher}", "sides")
