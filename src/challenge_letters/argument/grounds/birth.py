"""The weeks around a birth, worked out from its days: nothing may be required in them."""

from __future__ import annotations

from datetime import date, timedelta

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Paragraph, Sentence
from challenge_letters.case.failure import Birth
from challenge_letters.law.search_limits import is_near_a_birth, weeks_around_a_birth

RESTS_ON = ("birth.due", "birth.born", "failure.happened")


def birth_of(matter: Matter) -> Birth | None:
    """Return the birth, where its days surely put the day of the failure into the weeks of the rule."""
    birth, failed = matter.facts.birth, matter.failed_on
    is_argued = matter.challenge.protection.group == "late-pregnancy" and matter.has_law("late-pregnancy")
    if birth is None or failed is None or not failed.is_exact or not is_argued:
        return None
    near = is_near_a_birth(failed.earliest, due=birth.due, born=birth.born, benefit=matter.case.rules_of)
    return birth if near else None


def is_free_now(matter: Matter) -> bool:
    """Whether the day of writing is surely in the weeks around a birth, as the day of the failure was."""
    birth = birth_of(matter)
    if birth is None:
        return False
    return bool(is_near_a_birth(matter.on, due=birth.due, born=birth.born, benefit=matter.case.rules_of))


def heading(birth: Birth, matter: Matter) -> Sentence:
    """Return that nothing could be required so near the birth, with the time between."""
    name, gap, _ = _between(birth, matter)
    return matter.say(f"heading-{name}", *RESTS_ON, gap=gap)


def clause(birth: Birth, matter: Matter) -> Sentence:
    """Return the same in a clause, for the case sentence."""
    name, gap, _ = _between(birth, matter)
    return matter.say(f"case-{name}", *RESTS_ON, gap=gap, day=_failed(matter))


def argued(birth: Birth, matter: Matter) -> Paragraph:
    """Return the day of the birth beside that of the failure, the rule, and that the office knew."""
    name, gap, day = _between(birth, matter)
    weeks = weeks_around_a_birth(matter.case.rules_of)
    before, after = (str(each) for each in weeks) if weeks else ("", "")
    known = (_known(birth, matter),) if _is_known(birth) else ()
    error = (matter.say("birth-own-error", "birth.told_on"),) if known and matter.has_law("own-error") else ()
    return (
        matter.say(f"said-{name}", *RESTS_ON, gap=gap, birth=matter.day(day), failed=_failed(matter)),
        matter.say("rule-weeks-around-a-birth", "birth", before=before, after=after),
        matter.say("so-nothing-to-fail", "groups"),
        *known,
        *(error if matter.sanction else ()),
    )


def last_day_of(birth: Birth, matter: Matter) -> date | None:
    """Return the last day of the weeks after the birth; None before it."""
    weeks = weeks_around_a_birth(matter.case.rules_of)
    return birth.born + timedelta(weeks=weeks[1]) if birth.born and weeks else None


def _is_known(birth: Birth) -> bool:
    return birth.told_on is not None or birth.has_certificate == "yes"


def _known(birth: Birth, matter: Matter) -> Sentence:
    what = "certificate" if birth.has_certificate == "yes" else "told"
    if birth.told_on:
        day = matter.on_day(birth.told_on)
        return matter.say(f"birth-known-{what}-day", "birth.told_on", "birth.has_certificate", on_day=day)
    return matter.say(f"birth-known-{what}", "birth.has_certificate")


def _failed(matter: Matter) -> str:
    return matter.day(matter.failed_on) if matter.failed_on else ""


def _between(birth: Birth, matter: Matter) -> tuple[str, str, date]:
    """Return which birth day counts, how far the failure was from it, and the day itself."""
    failed = matter.failed_on
    day = birth.born or birth.due
    if failed is None or day is None:
        raise ValueError("a birth is argued from its days only")
    if birth.born and failed.earliest >= birth.born:
        days = (failed.earliest - birth.born).days
        return ("born-that-day" if days == 0 else "after-birth"), _gap(days), birth.born
    due = birth.due or day
    days = (due - failed.earliest).days
    return ("before-due" if days > 0 else "due-by-then"), _gap(abs(days)), due


def _gap(days: int) -> str:
    """Return "two weeks" where it is whole weeks, else the days: nothing is rounded beside a limit."""
    weeks, over = divmod(days, 7)
    return words_of.things(weeks, "week") if weeks and not over else words_of.things(days, "day")
