"""A late request: why the time can be extended, and that a reduction can be revised at any time."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.opening import channel
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.argument.typed import flat, sentences_of, stopped
from challenge_letters.case.problems import AppliedSanction


def lateness(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the first ground of a late letter: more time is asked for only where a reason for it is told."""
    stage, sanction = matter.challenge.stage, matter.sanction
    if sanction is None or stage not in ("late", "very-late"):
        return None
    if stage == "very-late":
        heading, said = "heading-very-late", (tuple(_any_time_alone(matter)), *_stretches(matter))
    elif sanction.asks_for_more_time:
        heading, said = "heading-late", tuple(_more_time(sanction, matter))
    else:
        heading, said = "heading-very-late", ((*_any_time_alone(matter), matter.say("if-refused-as-late")),)
    return Ground("late", 0, matter.say(heading, "decision.notified"), tuple(each for each in said if each))


def _more_time(sanction: AppliedSanction, matter: Matter) -> Iterator[Paragraph]:
    yield (matter.say("rule-extend-time"),)
    yield from _stretches(matter)
    if sanction.did_not_know == "yes":
        not_held_against = matter.has_law("late-not-knowing")
        name = "did-not-know-is-a-reason" if not_held_against else "weigh-that-too"
        yield (matter.say("did-not-know", "did_not_know"), matter.say(name, "did_not_know"))
    yield (matter.say("so-extend-time", "late", "did_not_know"), *_any_time(matter))
    yield matter.box("why_look_now")


def _stretches(matter: Matter) -> Iterator[Paragraph]:
    for at, period in enumerate(matter.sanction.late if matter.sanction else ()):
        words = flat(period.what)
        slots = {"began": matter.day(period.began), "words": stopped(words)}
        wording = "late-until-today"
        if period.ended:
            wording, slots["ended"] = "late-from-to", matter.day(period.ended)
        if not matter.voice.is_adviser and words.startswith("I "):
            wording = f"{wording}-led"
        yield (matter.say(wording, f"late.{at}.what", **slots),)


def _power(matter: Matter) -> str:
    return f"-{matter.challenge.section}" if matter.challenge.section else ""


def _any_time(matter: Matter) -> Iterator[Sentence]:
    yield matter.say(f"any-time-in-any-event{_power(matter)}", "decision")
    yield matter.say("if-refused-as-late")


def _any_time_alone(matter: Matter) -> Iterator[Sentence]:
    yield matter.say(f"any-time{_power(matter)}", "decision")
    yield from matter.box("why_look_now")


def own_error(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the office had been told and the decision does not deal with it."""
    error = matter.sanction.official_error if matter.sanction else None
    if error is None or not error.what_they_knew:
        return None
    by, answer = channel(error.told_how), matter.answer("official_error.what_they_knew")
    name = "had-been-told" + ("-day" if error.told_on else "") + ("-by" if by else "")
    slots = {"on_day": matter.on_day(error.told_on) if error.told_on else None, "by": by}
    given = {key: value for key, value in slots.items() if value is not None}
    # It is the fact that this ground rests on: it stands here even where the account tells it too.
    said = (
        *matter.as_typed(sentences_of(error.what_they_knew, answer)),
        matter.say(name, "official_error", **given),
        matter.say("revise-own-error", "official_error"),
    )
    return Ground(
        "own-error",
        2,
        matter.say("heading-own-error", "official_error"),
        (said,),
        matter.say("case-own-error", "official_error"),
    )
