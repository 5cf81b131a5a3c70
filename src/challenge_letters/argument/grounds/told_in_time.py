"""That the office was told on the day itself, before it was to begin: it knew, and could have moved it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.arrival import in_words
from challenge_letters.argument.in_common import before
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.same_event import stems
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.clock_times import hour_in, minutes_after
from challenge_letters.case.failure import AT_AN_HOUR, INTERVIEWS, Reason, TellingAtAnHour
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.their_mistakes import is_about_their_number

# A decision that says itself what it had not been given; "without good reason" alone weighs one.
NO_REASON = re.compile(
    r"\b(?:no|not|never|failed to)\b[^.;]{0,40}\breasons?\b[^.;]{0,20}\b(?:shown|given|provided|received)\b"
    r"|\b(?:not|never|failed to|didn['’]t) (?:show|shown|give|given|provide|provided)\b[^.;]{0,20}\breason"
    r"|\b(?:gave|showed|provided|offered) (?:me |us )?no\b[^.;]{0,10}\breason",
    re.IGNORECASE,
)
NO_CONTACT = re.compile(r"\b(?:no|not|never|without|failed to)\b[^.;]{0,30}\bcontact", re.IGNORECASE)
# What somebody who was ill says of it, by whatever name the illness goes.
ILL_WORDS = "ill illness sick poorly unwell bad pain bed health hospital doctor gp anxious"
# So many words of what the office knew are those of the reason, if it knew of that.
IN_COMMON = 2
RESTS_ON = ("told_them.at", "told_them.day")


def minutes_before(matter: Matter) -> str:
    """Return how long before the hour they were told, in words ("thirteen minutes"); "" if they were not."""
    told = _told_that_day(matter)
    found = (minutes_after(due, told.at) for due in _hours_named(matter)) if told else ()
    minutes = next((each for each in found if each is not None), 0)
    return in_words(minutes) if minutes > 0 else ""


def argued(matter: Matter) -> Iterator[Sentence]:
    """Yield that the office knew before the hour, and at which time."""
    told, asked = _told_that_day(matter), matter.facts.done_since.offered_on
    after = matter.days_after_failure(asked)
    if told and minutes_before(matter):
        yield matter.say("known-before-the-hour", *RESTS_ON, at=told.at)
    elif asked and after is not None and after < 0 and matter.kind in INTERVIEWS:
        yield matter.say("asked-for-another-time", "done_since.offered_on", on_day=matter.on_day(asked))


def told_before_the_decision(matter: Matter) -> Iterator[Sentence]:
    """Yield for how long the office had known when it decided, and that against one that denies it."""
    telling, decided = matter.facts.told_them, _decided_on(matter)
    words = matter.facts.failure.their_words
    told = telling.day if telling else None
    if told is None or decided is None or not (told.is_exact and decided.is_exact):
        yield from _known_all_along(matter)
        return
    said = "contact" if NO_CONTACT.search(words) else _reason_denied(words)
    if told.earliest >= decided.earliest:
        return
    time = words_of.between(told.earliest, decided.earliest)
    if said and (said == "contact" or _is_all_told(matter)):
        fields = ("failure.their_words", "told_them.day", "decision.dated")
        slots = {"on_day": matter.on_day(told), "time": time}
        yield matter.say(f"told-before-you-wrote-no-{said}", *fields, **slots)
    elif (
        not said
        and matter.kind in AT_AN_HOUR
        and telling
        and telling.words
        and not before(matter.challenge, matter.letter)
    ):
        # Of several decisions it is said once, of the first.
        yield matter.say("known-when-you-decided", "told_them.day", "decision.dated", time=time)


def _is_all_told(matter: Matter) -> bool:
    """Whether what was told on that day was the reason: the words told, if any, speak of each."""
    telling = matter.facts.told_them
    # What the decision has wrong was told to nobody before it; what went wrong after the week may have been.
    theirs = (each for each in matter.their_mistakes if not is_about_their_number(each, matter.facts))
    reasons = (*matter.reasons, *theirs)
    words = stems(telling.words) if telling else frozenset()
    if len(reasons) < 2 and not words:
        return True
    return all(words & _spoken_of(each) for each in reasons)


def _spoken_of(reason: Reason) -> frozenset[str]:
    """Return the stems of the words by which people speak of `reason`."""
    kind = ILL_WORDS if reason.kind in ("ill", "mental-health") else ""
    return stems(f"{reason.called} {reason.fact} {reason.effect} {reason.kind.replace('-', ' ')} {kind}")


def _known_all_along(matter: Matter) -> Iterator[Sentence]:
    """Yield that the office knew of the reason, where the account tells how and the day is not known.

    Of several reasons nobody can be sure which it knew of; a name that both tell is no fact.
    """
    error = matter.sanction.official_error if matter.sanction else None
    if error is None or error.told_on or not error.what_they_knew:
        return
    job = matter.facts.job.lacked if matter.facts.job else ""
    told = [f"{each.called} {each.fact} {each.effect}".strip() for each in matter.facts.reasons]
    if len([each for each in told if each]) > 1:
        return
    named = stems(f"{matter.voice.name} {matter.voice.called}")
    account, known = stems(matter.facts.account), stems(error.what_they_knew) - named
    shared = known & stems(" ".join((job, *told)))
    if len(known & account) * 2 >= len(known) and len(shared) >= max(IN_COMMON, len(known) / 2):
        yield matter.say("known-all-along", "official_error.what_they_knew")


def _reason_denied(words: str) -> str:
    """Return "reason" or "good-reason", by which of them a decision says that it was not given; else ""."""
    found = NO_REASON.search(words)
    if found is None:
        return ""
    return "good-reason" if re.search(r"\bgood\b", found[0], re.IGNORECASE) else "reason"


def _decided_on(matter: Matter) -> RoughDay | None:
    """Return the day of the decision: its date, or that of its message in the journal."""
    decision = matter.decision
    if decision is None:
        return None
    return decision.dated or (decision.notified if decision.came_by == "journal" else None)


def hour(matter: Matter) -> str:
    """Return the hour at which it was to begin, as it was typed; "" where it is not known."""
    if matter.kind not in AT_AN_HOUR:
        return ""
    return next((found for each in _hours_named(matter) if (found := hour_in(each))), "")


def _told_that_day(matter: Matter) -> TellingAtAnHour | None:
    telling = matter.facts.told_them
    if telling is None or not telling.at or matter.kind not in AT_AN_HOUR:
        return None
    return telling if matter.days_after_failure(telling.day) == 0 else None


def _hours_named(matter: Matter) -> Iterator[str]:
    """Yield each text that may name the hour at which it was to begin, the person's own answer first."""
    arrival, telling = matter.facts.arrival, matter.facts.told_them
    yield arrival.due_at if arrival else ""
    yield telling.begins_at if telling else ""
    yield matter.facts.requirement.words
    yield matter.facts.failure.their_words
