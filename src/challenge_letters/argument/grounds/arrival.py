"""Being there: somebody who came late, or in time, and was sent away, kept waiting, or seen after all."""

from __future__ import annotations

from collections.abc import Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import as_told, is_narrated_telling
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.argument.typed import flat
from challenge_letters.case.failure import Arrival
from challenge_letters.law.spoken import spoken_length
from challenge_letters.plan.grounds import arrival_of

RANK = 16
BY_PHONE = "missed-call"
HOUR = 60
# What ends it: what the office did, and what it says about taking part.
ENDED: dict[str, str] = {
    "sent-away": "there-and-ended",
    "new-time": "there-and-changed",
    "kept-waiting": "there-and-not-begun",
    "seen": "there-and-took-part",
    "not-known": "there-to-take-part",
}


def was_there(matter: Matter) -> Ground | None:
    """Return the ground that the person was there to take part; None where nothing of the kind is told."""
    told = arrival_of(matter.facts)
    if told is None:
        return None
    if told.was_sent_elsewhere == "yes" and matter.kind != BY_PHONE:
        return _sent_elsewhere(told, matter)
    said = tuple(_argued(told, matter))
    return Ground("was-there", RANK, _stated("heading", told, matter), (said,), _stated("case", told, matter))


def _sent_elsewhere(told: Arrival, matter: Matter) -> Ground:
    """Return the ground that they were where the message had sent them, and it was held at another place."""
    at = "-at" if told.at_named_place else ""
    fields = ("arrival.was_sent_elsewhere", "arrival.at_named_place")
    slots = {"at": told.at_named_place} if at else {}
    said = (
        matter.say("sent-elsewhere", *fields),
        *_at_the_place_named(told, matter),
        matter.say("went-where-sent", *fields),
        *matter.box("what_i_did"),
    )
    heading = matter.say(f"heading-sent-elsewhere{at}", *fields, **slots)
    clause = matter.say(f"case-sent-elsewhere{at}", *fields, **slots)
    return Ground("was-there", RANK, heading, (said,), clause)


def _at_the_place_named(told: Arrival, matter: Matter) -> Iterator[Sentence]:
    if told.at_named_place:
        due = {"due": told.due_at} if told.due_at else {}
        name = f"there-as-asked{'-due' if due else ''}"
        fields = ("arrival.due_at", "arrival.at_named_place")
        yield matter.say(name, *fields, at=told.at_named_place, **due)
    if told.came_at:
        yield matter.say("then-came", "arrival.came_at", came=told.came_at)


def minutes_late(matter: Matter) -> str:
    """Return how late the person was, in words ("eleven minutes"); "" if they were not, or nobody knows."""
    told = arrival_of(matter.facts)
    late = told.minutes_late if told else None
    return in_words(late) if late and late > 0 else ""


def in_words(minutes: int) -> str:
    """Return "eleven minutes", or "1 hour 15 minutes" from an hour on."""
    return words_of.things(minutes, "minute") if minutes < HOUR else spoken_length(minutes)


def _stated(where: str, told: Arrival, matter: Matter) -> Sentence:
    """Return the fact as a heading or as a clause: that they were there, how late, and what came of it."""
    when, what = _when(where, told, matter), _what(where, told, matter)
    at = Sentence(f"{'there' if where == 'heading' else 'came'}-{_place(matter)}")
    slots = {"there" if where == "heading" else "came": at, "when": when, "what": what}
    name = f"{where}-was-there{'' if what else '-only'}{'' if when else '-no-time'}"
    fields = ("arrival.came_at", "arrival.due_at", "arrival.office_did", "sides")
    return matter.say(name, *fields, **{slot: value for slot, value in slots.items() if value})


def _place(matter: Matter) -> str:
    return "call" if matter.kind == BY_PHONE else "desk"


def _when(where: str, told: Arrival, matter: Matter) -> Sentence | None:
    late = told.minutes_late
    if late is None:
        return None
    stem = "when" if where == "heading" else "case-when"
    name = "late" if late > 0 else "early" if late < 0 else "in-time"
    slots = {"minutes": in_words(abs(late))} if late else {}
    return matter.say(f"{stem}-{name}", "arrival.came_at", "arrival.due_at", **slots)


def _what(where: str, told: Arrival, matter: Matter) -> Sentence | None:
    if told.office_did == "not-known":
        return None
    is_same = told.office_did == "new-time" or (where, told.office_did) == ("case", "seen")
    stem, call = (
        "what" if where == "heading" else "case-what",
        "-call" if matter.kind == BY_PHONE and not is_same else "",
    )
    if where == "heading" and told.office_did == "kept-waiting" and told.waited_minutes:
        waited = in_words(told.waited_minutes)
        return matter.say(f"what-kept-waiting-for{call}", "arrival.waited_minutes", waited=waited)
    return matter.say(f"{stem}-{told.office_did}{call}", "arrival.office_did")


def _argued(told: Arrival, matter: Matter) -> Iterator[Sentence]:
    yield from _times(told, matter)
    yield matter.say("rule-take-part", "failure.kind")
    yield _ended(told, matter)
    yield from _of_a_provider(told, matter)
    yield from _so_it_was(told, matter)
    yield from matter.box("what_i_did")


def _times(told: Arrival, matter: Matter) -> Iterator[Sentence]:
    """Yield the two times, from which the minutes are worked out."""
    by = Sentence(f"came-{_place(matter)}")
    if told.came_at and told.due_at:
        slots = {"due": told.due_at, "came": told.came_at, "came_by": by}
        yield matter.say("was-to-begin-and-there-at", "arrival.due_at", "arrival.came_at", **slots)
    elif told.came_at:
        yield matter.say("was-there-at", "arrival.came_at", came=told.came_at, came_by=by)


def _ended(told: Arrival, matter: Matter) -> Sentence:
    slots: dict[str, object] = {}
    if told.office_did == "sent-away":
        slots["office"] = matter.facts.failure.provider or Sentence("office-yours")
    return matter.say(ENDED[told.office_did], "arrival.office_did", "failure.provider", **slots)


def said_at_the_desk(matter: Matter) -> Iterator[Sentence]:
    """Yield what was said at the desk, for the story, unless the person's own account has told it already."""
    told = arrival_of(matter.facts)
    words = flat(told.their_words) if told else ""
    if words and words.rstrip(" .!?").casefold() not in flat(matter.facts.account).casefold():
        if is_narrated_telling(words, "in-person"):
            yield as_told(words, "arrival.their_words", matter)
        else:
            yield matter.say("words-at-the-desk", "arrival.their_words", words=words)


def _of_a_provider(told: Arrival, matter: Matter) -> Iterator[Sentence]:
    """Yield that a provider's doings are the office's own: not in an answer that goes to the provider."""
    provider = "" if matter.facts.failure.provider_address else matter.facts.failure.provider
    if provider and told.office_did in ("sent-away", "kept-waiting") and matter.has_law("provider-may-ask"):
        yield matter.say("provider-counts-as-yours", "failure.provider", provider=provider)


def _so_it_was(told: Arrival, matter: Matter) -> Iterator[Sentence]:
    """Yield what follows: the charge's own words are answered, and what is left of it is the lateness."""
    late = minutes_late(matter)
    if "attend" in matter.facts.failure.their_words.casefold():
        yield matter.say("did-attend", "failure.their_words")
    if late and matter.kind == "late-for-appointment":
        yield matter.say("late-is-all-that-is-left", "arrival.came_at", minutes=late)
    elif late and told.office_did != "seen" and (told.minutes_late or 0) < HOUR:
        yield matter.say("late-is-not-away", "arrival.came_at", minutes=late)
