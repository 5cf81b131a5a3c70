"""Not notified: whether the requirement was made known comes before any question of good reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import placements
from challenge_letters.argument.channels import HEARD
from challenge_letters.argument.grounds import missed_call
from challenge_letters.argument.grounds.not_required import is_seen_to_be_suggested
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.case.failure import INTERVIEWS
from challenge_letters.law.benefits import has
from challenge_letters.law.failure_traits import failures_with

RANK = 30
UNNAMED = failures_with("unnamed")
# A decision that says of what somebody did, or did not do, that it is sanctioned for.
NAMES_A_FAILURE = re.compile(
    r"\b(?:fail\w*|did(?: not|n['’]t)|miss(?:ed|ing)|not (?:attend|take|do|provide|upload|apply)\w*"
    r"|refus\w+|left|lost|because|without)\b",
    re.IGNORECASE,
)
BEHIND_GOOD_REASON = 42
# So many days before the hour a message may come too late for somebody who does not look each day.
A_FEW_DAYS = 3
SHUT_OUT = frozenset({"ill", "mental-health", "custody-hospital-court"})
# How people tell that another message came, by the way in which the one that they never saw was sent.
CAME_TOO = r"(?:was|were|came|arrived|said|saying|from|on the|on|for)\b"
MESSAGES = {
    "text-message": re.compile(
        rf"\b(?:an?|one|the|another) (?:\w+ )?texts? (?:message )?{CAME_TOO}", re.IGNORECASE
    ),
    "letter": re.compile(rf"\b(?:another|second|later|other) letters? {CAME_TOO}", re.IGNORECASE),
    "email": re.compile(rf"\b(?:an?|one|the|another) e-?mails? {CAME_TOO}", re.IGNORECASE),
    "any": re.compile(r"\b(?:an?|the|another|their|her|his) (?:\w+ )?reminders?\b", re.IGNORECASE),
}
APPOINTMENTS = INTERVIEWS - {"missed-call"}
# What the message itself shows, and the heading names.
NAMED_BY_THE_MESSAGE = frozenset({"no-hour", "window", "some-time", "no-place"})
SPOKEN = HEARD

# A message there is read wherever somebody lives.
IN_THE_ACCOUNT = frozenset({"journal", "to-do", "not-known"})
# "On 30 October I got the message for an appointment": it came, whatever was wrong with it.
CAME = re.compile(
    r"\bI (?:got|saw|read|received|had|opened) (?:the|a|an|their|your|that|this)(?: \w+){0,2}"
    r" (?:message|letter|text|to-do)\b",
    re.IGNORECASE,
)


def notified(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that it was not made known, not in time or not clearly."""
    if not matter.challenge.has("not-told") or has_no_fact(matter):
        return None
    if is_charge_unsaid(matter):
        return _unsaid(matter)
    said = tuple(each for each in (tuple(_argued(matter)), _to_show(matter)) if each)
    rank = BEHIND_GOOD_REASON if is_covered(matter) else RANK
    return Ground("not-told", rank, _heading(matter), said, _clause(matter))


def is_charge_unsaid(matter: Matter) -> bool:
    """Whether what nobody understood is the decision: it names no failure, and the message was clear."""
    facts, decision = matter.facts, matter.decision
    is_raised = facts.has_side("not-understood") and not facts.has_side("not-told")
    if decision is None or not is_raised or not facts.requirement.was_clear or matter.challenge.short_notice:
        return False
    is_unsaid = matter.kind == "not-said" and decision.gives_reasons != "yes"
    is_silent = matter.kind in UNNAMED and not facts.failure.their_words and decision.gives_reasons == "no"
    return (is_unsaid or is_silent) and not NAMES_A_FAILURE.search(facts.failure.their_words)


def _unsaid(matter: Matter) -> Ground:
    """Return the ground that the decision does not say what it is for: the reasons are asked for below."""
    fields = ("failure.their_words", "decision.gives_reasons")
    said = (matter.say("charge-not-said", *fields),)
    heading, case = (matter.say(f"{part}-charge-not-said", *fields) for part in ("heading", "case"))
    return Ground("not-told", RANK, heading, (said,), case)


def has_no_fact(matter: Matter) -> bool:
    """Whether all that speaks for this is that a vacancy was only suggested, which is a ground already."""
    if matter.facts.requirement.told_by == "never":
        return False
    if not is_seen_to_be_suggested(matter) and not _is_nothing_but_the_tick(matter):
        return False
    is_late = bool(matter.challenge.short_notice) or _went_past_the_appointee(matter)
    return not (is_late or _had_details(matter) or matter.facts.lacked_place_and_time)


def _is_nothing_but_the_tick(matter: Matter) -> bool:
    """Whether nothing is told of the message, and the account says that it came."""
    needed = matter.facts.requirement
    is_told_of = bool(needed.words or needed.told_on or needed.why_not_seen) or needed.told_by != "not-known"
    is_told_of = is_told_of or needed.seen != "not-known" or matter.facts.missed_call is not None
    return not is_told_of and bool(CAME.search(matter.facts.account))


def is_covered(matter: Matter) -> bool:
    """Whether a reason that shut the person out lasted from before the message until past the day.

    Then that is the strong ground: the message lay where they could not open it.
    """
    sent, failed = matter.facts.requirement.told_on, matter.failed_on
    if matter.facts.requirement.seen != "never" or sent is None or failed is None:
        return False
    return any(
        reason.kind in SHUT_OUT
        and reason.began is not None
        and reason.ended is not None
        and reason.began.latest <= sent.earliest
        and reason.ended.earliest >= failed.latest
        for reason in matter.reasons
    )


def _how(matter: Matter) -> str:
    """Return which kind of case this is: told or seen too late, or never, or not clearly, or not properly."""
    needed = matter.facts.requirement
    if matter.challenge.short_notice:
        return "too-late"
    about = missed_call.told_of_which_hour(matter)
    if about:
        return about
    if left_out_where_and_when(matter):
        return "no-place"
    if not matter.facts.has_side("not-told"):
        return "not-clear"
    if needed.told_by == "never":
        return "never-told"
    return {"after": "seen-late", "never": "never-seen"}.get(needed.seen, "not-properly")


def _went_past_the_appointee(matter: Matter) -> bool:
    """Whether the message went to the person, although the office knew that somebody acts for them."""
    return matter.voice.is_appointee and matter.facts.requirement.sent_to == "claimant"


def left_out_where_and_when(matter: Matter) -> bool:
    """Whether an appointment was told of in time, and the message left out where or when."""
    needed = matter.facts.requirement
    is_unseen = needed.seen in ("after", "never") or needed.told_by == "never"
    return matter.kind in APPOINTMENTS and matter.facts.lacked_place_and_time and not is_unseen


def _heading(matter: Matter) -> Sentence:
    call = matter.facts.missed_call
    if call and call.came_late and _how(matter) == "other-hour":
        return matter.say("heading-other-hour", "call.minutes_after", **missed_call.later(call))
    if _how(matter) == "outside-window":
        ending, slots = missed_call.outside(matter)
        return matter.say(f"heading-rang-{ending}", "call.rang_at", "call.given", **slots)
    if _went_past_the_appointee(matter):
        what = Sentence(
            f"thing-{matter.kind}{placements.ending(matter)}", {}, (matter.answer("failure.kind"),)
        )
        return matter.say("heading-sent-past-me", "requirement.sent_to", what=what)
    if _how(matter) in NAMED_BY_THE_MESSAGE:
        return matter.say(f"heading-{_how(matter)}", "call.time_given", "requirement.gave_place_and_time")
    what = Sentence(f"thing-{matter.kind}{placements.ending(matter)}", {}, (matter.answer("failure.kind"),))
    return matter.say(f"heading-{_how(matter)}", "requirement.seen", "sides", what=what)


def _clause(matter: Matter) -> Sentence:
    if _went_past_the_appointee(matter):
        return matter.say("case-sent-past-me", "requirement.sent_to")
    if matter.challenge.short_notice:
        return matter.say("case-too-late", "requirement.notice_minutes", notice=matter.challenge.short_notice)
    call, how = matter.facts.missed_call, _how(matter)
    if call and how == "other-hour":
        return matter.say("case-other-hour", "call.minutes_after", **missed_call.later(call))
    if _how(matter) == "outside-window":
        ending, slots = missed_call.outside(matter)
        return matter.say(f"case-rang-{ending}", "call.rang_at", "call.given", **slots)
    if how in NAMED_BY_THE_MESSAGE:
        return matter.say(f"case-{how}", "call.time_given", "requirement.gave_place_and_time")
    is_another_told = how == "never-seen" and tells_of_another_message(matter)
    message = {"message": matter.the_message} if is_another_told else {}
    how = f"{how}-that" if is_another_told else how
    if matter.facts.requirement.new_details_on and _had_details(matter):
        fields = ("requirement.seen", "requirement.new_details_on")
        return matter.say(f"case-{how}-details", *fields, **message)
    return matter.say(f"case-{how}", "requirement.seen", "sides", **message)


def tells_of_another_message(matter: Matter) -> bool:
    """Whether the story tells of a message of another kind than the one that was never seen: a reminder."""
    needed = matter.facts.requirement
    told = f"{matter.facts.account} {needed.why_not_seen}"
    others = (kind for way, kind in MESSAGES.items() if way != needed.told_by)
    return matter.has_a_message and any(kind.search(told) for kind in others)


def _argued(matter: Matter) -> Iterator[Sentence]:
    is_interview = matter.kind in INTERVIEWS
    if is_interview and has(matter.case.rules_of, "interviews-are-notified"):
        yield matter.say("rule-interview-notified", "failure.kind")
    elif is_interview:
        yield matter.say("rule-made-known", "failure.kind")
    else:
        yield matter.say("rule-task-notified", "failure.kind")
    if matter.has_law("notification-case"):
        yield matter.say("notification-comes-first")
    if matter.challenge.short_notice:
        yield matter.say("came-too-late", "requirement.notice_minutes", notice=matter.challenge.short_notice)
    yield from missed_call.about_the_hour(matter)
    if matter.facts.lacked_place_and_time and not missed_call.told_of_which_hour(matter):
        yield matter.say("not-without-place-and-time", "requirement.gave_place_and_time")
    yield from _sent_shortly_before(matter)
    if _had_details(matter):
        yield matter.say("you-had-my-details", "requirement.new_details_on")
    if _went_past_the_appointee(matter):
        yield matter.say("sent-past-me", "requirement.sent_to")
    elif matter.facts.requirement.seen == "never":
        yield matter.say("have-never-seen-it", "requirement.seen")


def _sent_shortly_before(matter: Matter) -> Iterator[Sentence]:
    """Yield how few days before the hour a message was sent that was seen too late, or never."""
    needed = matter.facts.requirement
    after = matter.days_after_failure(needed.told_on)
    if needed.seen in ("after", "never") and after is not None and 0 < -after <= A_FEW_DAYS:
        time = words_of.things(-after, "day")
        yield matter.say("sent-shortly-before", "requirement.told_on", "requirement.seen", time=time)


def _had_details(matter: Matter) -> bool:
    needed = matter.facts.requirement
    given, sent = needed.new_details_on, needed.told_on
    return bool(is_reached_by_details(matter) and given and sent and given.latest < sent.earliest)


def is_reached_by_details(matter: Matter) -> bool:
    """Whether new details were how to reach them: a message in the account is read wherever one lives."""
    is_sent_there = matter.facts.requirement.told_by not in IN_THE_ACCOUNT
    return is_sent_there or any(reason.kind == "no-access" for reason in matter.reasons)


def _to_show(matter: Matter) -> Paragraph:
    """Return what the office is asked to show: only it holds the record."""
    needed = matter.facts.requirement
    if missed_call.told_of_which_hour(matter):
        is_asked = matter.facts.never_rang
        return () if is_asked else (matter.say("show-the-call", "failure.kind"),)
    if needed.told_by in SPOKEN:
        shown = matter.say("show-what-was-said", "requirement.told_by")
    elif needed.told_by in ("journal", "to-do"):
        shown = matter.say("show-the-record", "requirement.told_by")
    else:
        shown = matter.say("show-how-it-was-sent", "requirement.told_by")
    provider = matter.facts.failure.provider
    authority = (matter.say("show-authority", "failure.provider", provider=provider),) if provider else ()
    is_interview = matter.kind in INTERVIEWS and matter.has_law("connected-interview")
    which = (matter.say("say-which-interview", "failure.kind"),) if is_interview else ()
    return (shown, *authority, *which)
