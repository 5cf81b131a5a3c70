"""What stands after the reason in the case sentence, each only on its date: I told you the same day."""

from __future__ import annotations

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds import slip, told_in_time
from challenge_letters.argument.grounds.missed_call import AT_ANOTHER, told_of_which_hour
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Sentence
from challenge_letters.case.failure import INTERVIEWS, Telling
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.plan.grounds import MISTAKEN

SOON = 6

# Nobody can ring a day before or after these: they are of a week, or of work that ended.
HAS_NO_MOMENT = failures_with("in-a-week") | failures_with("work-ended")


def tails_of(matter: Matter) -> tuple[Sentence, ...]:
    """Return the clauses about when the office was told and when the thing was done."""
    came = slip.came_on(matter)
    told = None if came and _is_on(came, matter.facts.told_them) else _told(matter)
    done = None if came and came == matter.facts.done_since.day else _done(matter)
    return tuple(each for each in (_came(matter), told, done) if each)


def _came(matter: Matter) -> Sentence | None:
    """Return that they came on the day they thought right; with that day, where no slip is told before."""
    said, day = slip.tail(matter), slip.came_on(matter)
    is_slip_told = bool(matter.reasons) and matter.reasons[0].kind == MISTAKEN
    if said is None or is_slip_told:
        return said
    is_other_day = day is not None and matter.days_after_failure(day) != 0
    return (
        matter.say("tail-came-on", "mistake.thought_day", on_day=matter.on_day(day))
        if is_other_day and day
        else None
    )


def _is_on(day: RoughDay, telling: Telling | None) -> bool:
    return telling is not None and telling.day == day


def _told(matter: Matter) -> Sentence | None:
    telling = matter.facts.told_them
    after = matter.days_after_failure(telling.day) if telling else None
    if (
        telling is None
        or after is None
        or matter.kind in HAS_NO_MOMENT
        or told_of_which_hour(matter) in AT_ANOTHER
    ):
        # Of a call at another hour it may have been told before it rang.
        return None
    before = told_in_time.minutes_before(matter)
    there = "-there" if matter.facts.may_have_told_a_provider else ""
    if before:
        return matter.say(f"tail-told-minutes-before{there}", *told_in_time.RESTS_ON, before=before)
    if after < 0:
        return _told_before(-after, telling, matter)
    wording = "tail-told-same-day" if after == 0 else "tail-told-next-day" if after == 1 else ""
    return matter.say(f"{wording}{there}", "told_them.day") if wording else None


def _told_before(days: int, telling: Telling, matter: Matter) -> Sentence:
    """Return that the office had been told so many `days` before, or had been asked for another time then."""
    slots = {"days": words_of.things(days, "day")}
    before = Sentence("the-day-before") if days == 1 else Sentence("days-before", slots)
    if telling.day == matter.facts.done_since.offered_on:
        return matter.say("tail-asked-before", "done_since.offered_on", before=before)
    there = "-there" if matter.facts.may_have_told_a_provider else ""
    return matter.say(f"tail-told-before{there}", "told_them.day", before=before)


def _done(matter: Matter) -> Sentence | None:
    done = matter.facts.done_since
    after = matter.days_after_failure(done.day) if done.state == "done" else None
    if (
        after is None
        or after < 0
        or matter.is_done_told
        or matter.facts.has_side("did-it")
        or matter.challenge.met
    ):
        return None
    # An appointment that is over cannot be kept any more: what was done since makes up for it.
    stem = "tail-made-up" if matter.kind in INTERVIEWS else "tail-done"
    if after == 0:
        return matter.say(f"{stem}-same-day", "done_since.day")
    if after == 1:
        return matter.say(f"{stem}-next-day", "done_since.day")
    if after <= SOON:
        return matter.say(f"{stem}-days-later", "done_since.day", days=words_of.things(after, "day"))
    return matter.say(f"{stem}-on", "done_since.day", on_day=matter.on_day(done.day)) if done.day else None
