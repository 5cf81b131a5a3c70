"""That nobody else may use the account: what was said or ticked, and that any consent in it is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from challenge_letters.argument.demand_told import told
from challenge_letters.argument.demanded import Demanded
from challenge_letters.argument.sentences import Section, Sentence


def consent(matter: Demanded) -> Section | None:
    """Return that there is no consent; None where nothing is taken for one."""
    given = (*_said_then(matter), *_box(matter))
    claimed = (matter.say("consent-said", "consent_claimed"),) if matter.demand.consent_claimed else ()
    if not (claimed or given):
        return None
    last = _none_is_left(matter, is_told=bool(given))
    return Section(Sentence("heading-no-consent"), ((*claimed, *given, last),))


def _said_then(matter: Demanded) -> Iterator[Sentence]:
    """Yield what was said when it was asked for, where the person takes it back."""
    if matter.takes_it_back:
        said = tuple(told(matter))
        yield from said
        yield matter.say("taken-back" if said else "taken-back-told-before", "takes_it_back")


def _box(matter: Demanded) -> Iterator[Sentence]:
    """Yield that a box was ticked, and that the tick was taken out."""
    demand = matter.demand
    if not demand.permission_box_ticked:
        return
    ticked, unticked = demand.box_ticked_on, demand.box_unticked_on
    if ticked:
        yield matter.say("box-ticked-on", "box_ticked_on", on_day=matter.on_day(ticked))
    else:
        yield matter.say("box-ticked", "permission_box_ticked")
    if unticked:
        yield matter.say("box-unticked-on", "box_unticked_on", on_day=matter.on_day(unticked))
    elif demand.box_unticked:
        yield matter.say("box-unticked", "box_unticked")


def _none_is_left(matter: Demanded, *, is_told: bool) -> Sentence:
    """Return that there is no consent; `is_told`: what may have given one has just been told."""
    if is_told:
        return matter.say("consent-in-that-withdrawn", "takes_it_back", "permission_box_ticked")
    wording = "consent-withdrawn" if matter.has_handed_over else "consent-not-given"
    return matter.say(wording, "consent_claimed")
