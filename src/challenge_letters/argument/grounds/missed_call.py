"""A missed call: whether it was made, at which hour it was to come, and the chance there was to take it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.number_given import answer_to_it
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.argument.typed import in_small
from challenge_letters.case.clock_times import are_times_in, hours_in
from challenge_letters.case.failure import Call
from challenge_letters.law.spoken import spoken_length

# How "it was to come …" and "it rang …" are finished; a time alone needs an "at" before it.
FINISHES = re.compile(r"(?:at|between|from|after|before|about|around|just|in|on|some)\b", re.IGNORECASE)
_A_TIME = r"[0-9]{1,2}(?:[.:][0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.)?"
BARE_TIME = re.compile(rf"{_A_TIME}(?: ?and {_A_TIME})?", re.IGNORECASE)
# More than these would speak against the person, so no letter says it.
# Words by which people tell of a call that came.
RINGING = re.compile(
    r"\b(?:calls? (?:came|come)|(?:phone|it|they|she|he|you|coach) rang|rang (?:me|once)|called me"
    r"|missed (?:the|a|her|his|your) call)\b",
    re.IGNORECASE,
)
RANG = ("once", "twice")
# What somebody had been told who was rung at another time; the others had been given no hour.
TOLD = {"other-hour": "other-hour", "outside-window": "other-time", "some-time": "no-exact-hour"}
AT_ANOTHER = frozenset({"other-hour", "outside-window"})


def never_rang(matter: Matter) -> Ground | None:
    """Return the ground that no call came at all: what nobody made, nobody missed."""
    call = matter.facts.missed_call
    if call is None or not matter.facts.never_rang:
        return None
    if call.went_astray:
        return _went_astray(call, matter)
    said = (
        matter.say("rule-only-a-call-made", "call.rang"),
        *matter.box("what_i_did"),
        matter.say("show-the-call", "failure.kind"),
    )
    heading = matter.say("heading-never-rang", "call.rang")
    return Ground("did-it", 16, heading, (said,), matter.say("case-never-rang", "call.rang"))


def _went_astray(call: Call, matter: Matter) -> Ground:
    """Return the ground that the call went to another number than the one to be rung."""
    is_old = call.rang == "old-number"
    said = (
        matter.say(f"rule-only-a-call-{'to-the-number' if is_old else 'made'}", "call.rang"),
        *_how_long_known(matter),
        *answer_to_it(matter),
        *matter.box("what_i_did"),
        matter.say(f"{call.rang}-is-a-reason", "call.rang"),
        matter.say("show-the-call", "failure.kind"),
    )
    told = matter.facts.number_told
    slots = {"on_day": matter.on_day(told.day)} if told and told.day else {}
    case = matter.say(
        f"case-rang-{call.rang}{'-told' if slots else ''}", "call.rang", "call.number_told.day", **slots
    )
    return Ground("did-it", 16, matter.say(f"heading-rang-{call.rang}", "call.rang"), (said,), case)


def _how_long_known(matter: Matter) -> Iterator[Sentence]:
    """Yield for how many days before the call they had had the right number."""
    told = matter.facts.number_told
    after = matter.days_after_failure(told.day) if told else None
    if after is not None and after < 0:
        yield matter.say("had-the-number", "call.number_told.day", days=words_of.days(-after))


def told_of_which_hour(matter: Matter) -> str:
    """Return what was wrong with the hour of the notice, as `FailureFacts.hour_not_given` has it; else ""."""
    # Who never saw the message, or saw it too late, was told of no hour at all.
    if matter.facts.requirement.seen in ("after", "never") or matter.challenge.short_notice:
        return ""
    return matter.facts.hour_not_given


def later(call: Call) -> dict[str, object]:
    """Return how long after the time given it rang, as a slot."""
    return {"later": spoken_length(call.minutes_after or 0)}


def outside(matter: Matter) -> tuple[str, dict[str, object]]:
    """Return the ending of the row for a call before or after its window, and when it rang, as a slot."""
    facts = matter.facts
    rang_at = facts.missed_call.rang_at if facts.missed_call else ""
    return "early" if facts.minutes_outside_window < 0 else "outside", {"times": hours_in(rang_at)}


def about_the_hour(matter: Matter) -> Iterator[Sentence]:
    """Yield why the hour that was given, or not given, let nobody be ready."""
    call, about = matter.facts.missed_call, told_of_which_hour(matter)
    if call is None or not about:
        return
    window = matter.facts.call_window
    if call.given:
        yield matter.say("was-to-come", "call.given", when=_finished(call.given))
    elif window and about in ("window", "outside-window"):
        between = Sentence("ends-between", {"start": window.words[0], "end": window.words[1]})
        yield matter.say("was-to-come", "requirement.words", when=between)
    yield matter.say(f"so-{about}", "call.time_given")


def chance_to_answer(matter: Matter) -> Iterator[Sentence]:
    """Yield what chance there was to take the call that came: the good reason, if it was due at all."""
    call, about = matter.facts.missed_call, told_of_which_hour(matter)
    if call is None or not about or call.rang not in RANG:
        return
    slots = {
        "calls": matter.say(f"calls-{call.rang}", "call.rang"),
        "told": Sentence(f"told-{TOLD.get(about, 'no-hour')}"),
        **_mark(call, matter),
    }
    name = "no-fair-chance-marked" if "mark" in slots else "no-fair-chance"
    yield matter.say(name, "call.rang", **slots)
    if call.number_hidden == "yes":
        yield matter.say("nobody-rings-back", "call.number_hidden")


def clause(matter: Matter) -> Sentence | None:
    """Return that only one call came, for the case sentence."""
    call = matter.facts.missed_call
    if call is None or call.rang != "once" or not told_of_which_hour(matter):
        return None
    return matter.say("case-one-call-hidden" if call.number_hidden == "yes" else "case-one-call", "call.rang")


def rang(matter: Matter) -> Iterator[Sentence]:
    """Yield how often it rang and when, where no ground says it."""
    call = matter.facts.missed_call
    if call is None or call.rang not in RANG or told_of_which_hour(matter):
        return
    if are_times_in(call.rang_at, matter.facts.account) or _is_ringing_told(call, matter):
        return
    slots = {"often": matter.say(f"often-{call.rang}", "call.rang"), **_mark(call, matter)}
    yield matter.say("rang-marked" if "mark" in slots else "rang", "call.rang", **slots)


def _is_ringing_told(call: Call, matter: Matter) -> bool:
    """Whether the account tells of the call that came, and the page knows no more than how often it rang."""
    is_marked = bool(call.rang_at) or call.number_hidden == "yes"
    return not is_marked and call.rang == "once" and bool(RINGING.search(matter.facts.account))


def _mark(call: Call, matter: Matter) -> dict[str, Sentence]:
    """Return when it rang, and that no number was shown, as a slot; nothing where neither is told."""
    is_hidden = call.number_hidden == "yes"
    when = {"when": _finished(call.rang_at)} if call.rang_at else {}
    if not (when or is_hidden):
        return {}
    name = "rang-when-hidden" if when and is_hidden else "rang-when" if when else "number-hidden"
    return {"mark": matter.say(name, "call.rang_at", "call.number_hidden", **when)}


def _finished(words: str) -> Sentence:
    """Return `words` as the end of a sentence of ours; quoted where they are no such end."""
    text = words.strip().rstrip(".")
    if FINISHES.match(text):
        return Sentence("ends-as-typed", {"words": in_small(text)})
    name = "ends-at" if BARE_TIME.fullmatch(text) else "ends-quoted"
    return Sentence(name, {"words": text})
