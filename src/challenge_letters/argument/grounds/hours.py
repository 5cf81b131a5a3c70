"""Hours of work search: those that could be expected, and that it was all reasonable action."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.excused import is_excused_by_an_agreement, that_they_were_told
from challenge_letters.argument.grounds.not_required import CHILDREN, groups_of, in_group, why_group
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import names_the_day
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.argument.told_of_the_week import is_asking
from challenge_letters.argument.typed import begins_with, sentences_of
from challenge_letters.case.failure import Group, SearchWeek
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.outcome import HoursPoint
from challenge_letters.plan.their_mistakes import is_about_their_number

KIND = "work-search-hours"
# What says for what fewer hours were agreed, and whether that is care.
FOR_WHAT = re.compile(
    r"\b(?:because|due to|so that|(?:as|since) (?:I|he|she|they|we)|for (?:my|his|her|their|the)|helps?"
    r"|helping|looks? after|looking after|car(?:e|es|ing) for|health|ill|illness|pain|course|training)\b",
    re.IGNORECASE,
)
OF_A_CHILD = re.compile(
    r"\b(?:child(?:ren)?|childcare|kids?|sons?|daughters?|bab(?:y|ies)|boys?|girls?|twins|school|nursery|toddler"
    r"|little (?:one|boy|girl))\b",
    re.IGNORECASE,
)
OF_CARING = re.compile(r"\b(?:car(?:e|es|ed|er|ing)|help(?:s|ing)?|look(?:s|ing)? after)\b", re.IGNORECASE)
RESTS_ON = ("search_week.fewer_hours", "search_week.expected_hours", "search_week.done_hours")


def expected_hours(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that fewer hours could be expected of this person (reg 88 and 95(2)).

    None where no search could be required at all: there nobody counts hours.
    """
    if not is_argued(matter):
        return None
    said = tuple(each for each in (tuple(_rule(matter)), tuple(_deductions(matter))) if each)
    if not said:
        return None
    return Ground("hours", 18, _heading(matter), said, _clause(matter, before))


def is_argued(matter: Matter) -> bool:
    """Whether the ground of hours stands in the letter."""
    is_raised = matter.challenge.has("not-required") or matter.challenge.has("did-it")
    is_barred = bool(matter.challenge.protection.bar)
    return matter.kind == KIND and is_raised and not is_barred and _is_about_hours(matter)


def _heading(matter: Matter) -> Sentence:
    point = matter.challenge.hours
    if point and point.because and point.asked is not None and not point.is_met:
        slots = {"expected": point.expected, "asked": point.asked}
        return matter.say("heading-hours-to-measure-by", *RESTS_ON, **slots)
    if point and _is_as_agreed(point):
        about = "-accepted" if _is_accepted(matter) else ""
        return matter.say(
            f"heading-hours-as-agreed{about}", *RESTS_ON, expected=point.expected, done=point.done
        )
    name = "heading-hours-could-be-expected" if _is_met(matter) else "heading-fewer-hours"
    return matter.say(name, *RESTS_ON)


def _is_as_agreed(point: HoursPoint) -> bool:
    """Whether no fewer hours were done than the office itself had agreed to."""
    return point.because == "agreed" and point.met == "outright"


def _is_about_hours(matter: Matter) -> bool:
    """Whether anything speaks about the number that was asked for."""
    point, week = matter.challenge.hours, matter.facts.search_week
    told = bool(point and point.because) or bool(week and week.time_off) or _is_met(matter)
    told = told or is_agreed_in_words(week) or any(_what_they_have_wrong(matter))
    return told or bool(_fitting(matter)) or bool(matter.told_box(matter.answer("why_not_required")))


def _is_met(matter: Matter) -> bool:
    return matter.challenge.hours is not None and matter.challenge.hours.is_met


def _fitting(matter: Matter) -> tuple[Group, ...]:
    """Return the groups with which the hours must fit: a child, or caring."""
    if not matter.challenge.protection.fits_hours:
        return ()
    return groups_of(matter, *CHILDREN, "carer")


def _rule(matter: Matter) -> Iterator[Sentence]:
    point, groups = matter.challenge.hours, _fitting(matter)
    is_agreed = bool(point and point.because == "agreed")
    yield from _by_agreement(matter) if is_agreed else _by_care_or_health(matter)
    yield from limits_told(matter)
    yield from _what_they_have_wrong(matter)
    yield from _agreed_in_words(matter)
    if is_excused_by_an_agreement(matter):
        yield from that_they_were_told(matter)
    if point:
        yield from _numbers(point, matter, is_agreed=is_agreed)
    else:
        yield from _done(matter)
    if is_agreed and groups and not _is_agreed_for_another_reason(matter):
        yield from _beside_the_agreement(groups, matter)


def _by_agreement(matter: Matter) -> Iterator[Sentence]:
    """Yield that what was agreed is the measure, in the words and the number of the agreement."""
    point = matter.challenge.hours
    if matter.has_law("hours"):
        yield matter.say("rule-hours-agreed", "search_week.fewer_because")
    if point and not _is_agreement_typed(point, matter):
        yield _expected(point, matter)
        yield from _asked_not_that(point, matter)
        yield from matter.box("why_not_required")
    elif point:
        yield from matter.box("why_not_required")
        yield from _asked_not_that(point, matter)


def _is_agreement_typed(point: HoursPoint, matter: Matter) -> bool:
    """Whether what was typed of why fewer hours were due has the number that was agreed, and its day."""
    told = " ".join(each.words for each in matter.told_box(matter.answer("why_not_required")))
    week = matter.facts.search_week
    is_dated = _names(told, week.agreed_on if week else None)
    return is_dated and bool(re.search(rf"\b{point.expected:g}\b", told))


def _names(told: str, day: RoughDay | None) -> bool:
    """Whether `told` has the day, or the month where no more is known."""
    if day is None or day.is_exact or day.month is None:
        return names_the_day(told, day)
    return MONTHS[day.month - 1] in told


def _asked_not_that(point: HoursPoint, matter: Matter) -> Iterator[Sentence]:
    """Yield that the number asked for is wrong; "so", where the agreed one stands just before."""
    if point.asked is not None:
        name = "hours-asked-wrong" if _is_agreement_typed(point, matter) else "hours-asked-not-that"
        yield matter.say(name, "search_week.expected_hours", asked=point.asked)


def _by_care_or_health(matter: Matter) -> Iterator[Sentence]:
    """Yield the rule that fewer hours fit with care, a child or health, and who was in which situation."""
    point, groups = matter.challenge.hours, _fitting(matter)
    if matter.has_law("hours") and groups:
        yield _rule_of(groups[0], matter)
    elif matter.has_law("hours") and point and point.because:
        yield matter.say("rule-hours", "search_week.fewer_because")
    words = matter.box("why_not_required")
    yield from _at_the_time(groups[1:] if words and matter.has_law("hours") else groups, matter)
    yield from words


def _rule_of(group: Group, matter: Matter) -> Sentence:
    return matter.say(f"rule-hours-{'carer' if group == 'carer' else 'child'}", "groups")


def _at_the_time(told: Collection[Group], matter: Matter) -> Iterator[Sentence]:
    """Yield the groups `told` a sentence each, and how much care a carer gives."""
    for group in told:
        yield matter.say("at-the-time", "groups", group=in_group(matter, group))
    if "carer" in _fitting(matter) and matter.facts.care_hours is not None:
        yield matter.say("care-takes-hours", "care_hours", hours=matter.facts.care_hours)


def _beside_the_agreement(groups: Collection[Group], matter: Matter) -> Iterator[Sentence]:
    """Yield who was cared for besides, which nothing that was agreed speaks against."""
    yield from _at_the_time(groups, matter)
    if "carer" in groups and matter.has_law("hours"):
        yield _rule_of("carer", matter)


def _is_agreed_for_another_reason(matter: Matter) -> bool:
    """Whether what was typed says for what the hours were agreed, and that is not what was ticked."""
    week, facts = matter.facts.search_week, matter.facts
    told = f"{week.agreed_words if week else ''} {facts.why_not_required} {facts.commitment_limits}"
    spoken = OF_CARING if "carer" in _fitting(matter) else OF_A_CHILD
    return bool(FOR_WHAT.search(told)) and not spoken.search(told)


def limits_told(matter: Matter) -> Paragraph:
    """Return the limits to the hours as typed, without what asks for something."""
    box = matter.told_box(matter.answer("commitment_limits"))
    return matter.as_typed(each for each in box if not is_asking(each.words))


def asked_in_limits(matter: Matter) -> Paragraph:
    """Return what was asked for beside the limits: it stands with the requests."""
    box = matter.told_box(matter.answer("commitment_limits"))
    return matter.as_typed(each for each in box if is_asking(each.words))


def _what_they_have_wrong(matter: Matter) -> Iterator[Sentence]:
    """Yield what was typed of a mistake that nobody went by in that week, where no other ground has it."""
    is_elsewhere = bool(matter.facts.search_week and matter.facts.search_week.offered)
    for reason in matter.their_mistakes:
        if is_about_their_number(reason, matter.facts) or not is_elsewhere:
            yield from matter.reason_box(reason, "fact")
            yield from matter.reason_box(reason, "effect")


def _agreed_in_words(matter: Matter) -> Iterator[Sentence]:
    """Yield what had been agreed without a number, in the words it was agreed in."""
    week = matter.facts.search_week
    if not is_agreed_in_words(week):
        return
    if week:
        yield _in_its_words(week, matter)
    if week and week.expected_hours is not None:
        yield matter.say("agreed-so-not-that", "search_week.expected_hours", asked=week.expected_hours)


def _in_its_words(week: SearchWeek, matter: Matter) -> Sentence:
    """Return the agreement in the words in which it was made, with its day."""
    slots = {"words": week.agreed_words}
    if week.agreed_on:
        slots["on_day"] = matter.on_day(week.agreed_on)
    name = f"agreed-in-words{'-day' if week.agreed_on else ''}"
    return matter.say(name, "search_week.agreed_words", "search_week.agreed_on", **slots)


def is_agreed_in_words(week: SearchWeek | None) -> bool:
    """Whether fewer hours were agreed, in words that are known and without a number."""
    return bool(week and week.fewer_because == "agreed" and week.agreed_words and week.fewer_hours is None)


def _numbers(point: HoursPoint, matter: Matter, *, is_agreed: bool) -> Iterator[Sentence]:
    """Yield how many hours were expected, and how many were done; what was agreed has been said."""
    if point.because and not is_agreed:
        yield _expected(point, matter)
    if point.asked is not None and not is_agreed:
        name = "hours-asked-not-that" if point.because else "hours-asked"
        yield matter.say(name, "search_week.expected_hours", asked=point.asked)
    ending = "-at-least-those" if point.met == "outright" else ""
    yield _hours_done(point.done, ending, matter)


def _expected(point: HoursPoint, matter: Matter) -> Sentence:
    """Return the number that could be expected: of an agreement its words or its number, and since when."""
    week = matter.facts.search_week
    on_day = matter.on_day(week.agreed_on) if week and week.agreed_on else None
    if point.because == "agreed" and week and re.search(rf"\b{point.expected:g}\b", week.agreed_words):
        return _in_its_words(week, matter)
    if point.because == "agreed" and on_day:
        return matter.say(
            "hours-agreed-since", *RESTS_ON, "search_week.agreed_on", expected=point.expected, on_day=on_day
        )
    return matter.say(f"hours-{point.because}", *RESTS_ON, expected=point.expected)


def _is_accepted(matter: Matter) -> bool:
    """Whether the office itself says that so many hours were done: then nobody says "about"."""
    week = matter.facts.search_week
    return week is not None and week.is_accepted


def done_hours(matter: Matter) -> float | None:
    """Return the hours that were done in that week, None where nobody says."""
    week = matter.facts.search_week
    return week.done if week else None


def _hours_done(hours: float, ending: str, matter: Matter) -> Sentence:
    name = "hours-accepted" if _is_accepted(matter) else "hours-done"
    return matter.say(f"{name}{ending}", "search_week.done_hours", "search_week.counted_hours", hours=hours)


def _done(matter: Matter) -> Iterator[Sentence]:
    hours = done_hours(matter)
    if hours is not None and not _is_sum_told(hours, matter):
        yield _hours_done(hours, "", matter)


def _is_sum_told(hours: float, matter: Matter) -> bool:
    """Whether what was typed of the search, which stands just after, gives the same sum of hours."""
    told = " ".join(each.words for each in matter.told_box(matter.answer("what_i_did")))
    return bool(re.search(rf"\b{hours:g} ?(?:hours|hrs)\b", told))


def _deductions(matter: Matter) -> Iterator[Sentence]:
    week, point = matter.facts.search_week, matter.challenge.hours
    if not week or not week.time_off or (point and _is_as_agreed(point)):
        return
    yield _time_off(week, matter)
    agreed = "agreed" if week.was_agreed == "yes" else "to-agree"
    yield matter.say(f"deductions-{agreed}", "search_week.was_agreed")
    if point and point.met == "deducted":
        name = "hours-left" if week.was_agreed == "yes" else "hours-left-then"
        yield matter.say(name, *RESTS_ON, "search_week.time_off_hours", left=point.left)
        if week.was_agreed == "yes":
            yield matter.say("no-failure-then", *RESTS_ON)
    elif point and point.met == "if-deducted" and (point.because or not _fitting(matter)):
        yield _smallest(point, matter)


def _smallest(point: HoursPoint, matter: Matter) -> Sentence:
    """Return how little has to come off for the hours done to be enough."""
    name = "smallest-deduction-accepted" if _is_accepted(matter) else "smallest-deduction"
    return matter.say(name, *RESTS_ON, "search_week.time_off", **_bringing_down(point))


def _bringing_down(point: HoursPoint) -> dict[str, object]:
    """Return the sum in words: so many hours off those expected leave those that were done."""
    is_whole = point.needed == int(point.needed)
    needed = words_of.things(int(point.needed), "hour") if is_whole else f"{point.needed} hours"
    return {"needed": needed, "expected": point.expected, "done": point.done}


def _uses(week: SearchWeek, matter: Matter) -> tuple[Sentence, ...]:
    answer = matter.answer("search_week.time_off")
    return tuple(Sentence(f"time-off-{each}", {}, (answer,)) for each in week.time_off)


def _time_off(week: SearchWeek, matter: Matter) -> Sentence:
    """Return what took time in that week, how long it took, and how much of that can come off."""
    uses = _uses(week, matter)
    taken = matter.challenge.hours.taken if matter.challenge.hours else None
    if taken is None or not week.time_off_hours:
        return matter.say("time-off", "search_week.time_off", uses=uses)
    slots = {"uses": uses, "hours": week.time_off_hours}
    if taken < week.time_off_hours:
        return matter.say("time-off-in-part", "search_week.time_off_hours", taken=taken, **slots)
    return matter.say("time-off-hours", "search_week.time_off_hours", **slots)


def _clause(matter: Matter, before: Collection[str]) -> Sentence:
    point, group = matter.challenge.hours, next(iter(_fitting(matter)), None)
    about = "-accepted" if _is_accepted(matter) else ""
    if point and _is_as_agreed(point):
        return matter.say(f"case-hours-as-agreed{about}", *RESTS_ON, hours=point.done, agreed=point.expected)
    if point and point.is_met and _rests_on_a_request(point, matter):
        return matter.say("case-hours-met-if-taken-off", *RESTS_ON, hours=point.done)
    if point and point.is_met:
        slots = {"hours": point.done, "most": point.expected if point.met == "outright" else point.left}
        return matter.say(f"case-hours-met{about}", *RESTS_ON, **slots)
    if point and point.because and point.met == "if-deducted":
        week = matter.facts.search_week
        uses = _uses(week, matter) if week else ()
        return matter.say("case-fewer-hours-and-off", *RESTS_ON, uses=uses, **_bringing_down(point))
    if point and point.because and point.asked is not None:
        return matter.say("case-fewer-hours-than", *RESTS_ON, expected=point.expected, asked=point.asked)
    done = done_hours(matter)
    is_short = bool(point and point.because)
    if done is not None and group and not is_short and "less-required" not in before:
        why = why_group(matter, group)
        return matter.say(f"case-hours-because{about}", "search_week.done_hours", hours=done, group=why)
    if done is not None and not is_short and matter.challenge.has("did-it"):
        return matter.say(f"case-hours{about}", "search_week.done_hours", hours=done)
    return matter.say("case-fewer-hours", "groups")


def _rests_on_a_request(point: HoursPoint, matter: Matter) -> bool:
    """Whether the hours are enough only with time that the office is asked to take off, and has not yet."""
    week = matter.facts.search_week
    return point.met != "outright" and week is not None and week.was_agreed != "yes"


def all_reasonable(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that what was done was all the reasonable action (s.17(1)(a), reg 95)."""
    if matter.kind != KIND or not matter.challenge.has("did-it"):
        return None
    if matter.challenge.protection.bar and not matter.told_box(matter.answer("what_i_did")):
        return None  # nothing had to be done, and nothing is told that was
    # The leave stands behind it.
    is_second = bool(set(before) - {"late", "own-error", "changed", "language-known", "excused"})
    name = "-however-counted" if _is_met(matter) else "-even-so" if is_second else ""
    heading = matter.say(f"heading-all-reasonable{name}", "sides")
    clause = None if "hours" in before else _alone(matter)
    return Ground("all-reasonable", 28, heading, (_argued(matter, before),), clause)


def _argued(matter: Matter, before: Collection[str]) -> Paragraph:
    done = () if "hours" in before else _done_if_counted(matter)
    told = (*done, *matter.box("what_i_did"))
    # "That" points to what stands before it: never to another week alone.
    is_pointed_to = told and not _is_begun_elsewhere(matter)
    accept = "accept-all-reasonable" if is_pointed_to else "accept-all-reasonable-of-the-week"
    return (matter.say("rule-all-reasonable", "failure.kind"), *told, matter.say(accept, "sides"))


def _is_begun_elsewhere(matter: Matter) -> bool:
    """Whether the story tells the beginning of what was done, so that it is left out here."""
    answer, words = matter.answer("what_i_did"), matter.facts.what_i_did
    return bool(words) and not begins_with(matter.told_box(answer), sentences_of(words, answer))


def _done_if_counted(matter: Matter) -> Paragraph:
    """Return the hours done; none where no search could be required: it would concede that some were due."""
    return () if matter.challenge.protection.bar else tuple(_done(matter))


def _alone(matter: Matter) -> Sentence:
    hours = done_hours(matter)
    if hours is not None and not matter.challenge.protection.bar:
        about = "-accepted" if _is_accepted(matter) else ""
        return matter.say(f"case-hours{about}", "search_week.done_hours", hours=hours)
    return matter.say("case-all-reasonable", "sides")
