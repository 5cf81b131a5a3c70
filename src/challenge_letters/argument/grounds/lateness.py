"""A late request: why the time can be extended, and that a reduction can be revised at any time."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.opening import channel
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.argument.typed import flat, stopped


def lateness(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the first ground of a late letter."""
    stage = matter.challenge.stage
    if stage == "late":
        heading = matter.say("heading-late", "decision.notified")
        said = ((matter.say("rule-extend-time"),), *_stretches(matter), tuple(_any_time(matter)))
    elif stage == "very-late":
        heading = matter.say("heading-very-late", "decision.notified")
        said = (tuple(_any_time_alone(matter)), *_stretches(matter))
    else:
        return None
    return Ground("late", 0, heading, tuple(each for each in said if each))


def _stretches(matter: Matter) -> Iterator[Paragraph]:
    for at, period in enumerate(matter.sanction.late if matter.sanction else ()):
        words = flat(period.what)
        slots = {"began": matter.day(period.began), "words": stopped(words)}
        wording = "late-until-today"
        if period.ended:
            wording, slots["ended"] = "late-from-to", matter.day(period.ended)
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
    by = channel(error.told_how)
    name = "had-been-told" + ("-day" if error.told_on else "") + ("-by" if by else "")
    slots = {"on_day": matter.on_day(error.told_on) if error.told_on else None, "by": by}
    said = (
        *matter.box("official_error.what_they_knew"),
        matter.say(
            name, "official_error", **{key: value for key, value in slots.items() if value is not None}
        ),
        matter.say("revise-own-error", "official_error"),
    )
    return Ground(
        "own-error",
        2,
        matter.say("heading-own-error", "official_error"),
        (said,),
        matter.say("case-own-error", "official_error"),
    )
