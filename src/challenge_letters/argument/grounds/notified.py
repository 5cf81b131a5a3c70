"""Not notified: whether the requirement was made known comes before any question of good reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence

RANK = 30
INTERVIEWS = frozenset({"missed-appointment", "late-for-appointment", "missed-call"})
SPOKEN = ("phone", "in-person")


def notified(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that it was not made known, not in time or not clearly."""
    if not matter.challenge.has("not-told"):
        return None
    return Ground(
        "not-told", RANK, _heading(matter), (tuple(_argued(matter)), tuple(_to_show(matter))), _clause(matter)
    )


def _how(matter: Matter) -> str:
    """Return which kind of case this is: told or seen too late, or never, or not clearly, or not properly."""
    needed = matter.facts.requirement
    if matter.challenge.short_notice:
        return "too-late"
    if not matter.facts.has_side("not-told"):
        return "not-clear"
    if needed.told_by == "never":
        return "never-told"
    return {"after": "seen-late", "never": "never-seen"}.get(needed.seen, "not-properly")


def _heading(matter: Matter) -> Sentence:
    what = Sentence(f"thing-{matter.kind}", {}, (matter.answer("failure.kind"),))
    return matter.say(f"heading-{_how(matter)}", "requirement.seen", "sides", what=what)


def _clause(matter: Matter) -> Sentence:
    if matter.challenge.short_notice:
        return matter.say("case-too-late", "requirement.notice_minutes", notice=matter.challenge.short_notice)
    if matter.facts.requirement.new_details_on and _had_details(matter):
        return matter.say(f"case-{_how(matter)}-details", "requirement.seen", "requirement.new_details_on")
    return matter.say(f"case-{_how(matter)}", "requirement.seen", "sides")


def _argued(matter: Matter) -> Iterator[Sentence]:
    is_interview = matter.kind in INTERVIEWS
    if is_interview and matter.case.rules_of == "universal-credit":
        yield matter.say("rule-interview-notified", "failure.kind")
    elif is_interview:
        yield matter.say("rule-made-known", "failure.kind")
    else:
        yield matter.say("rule-task-notified", "failure.kind")
    if matter.has_law("notification-case"):
        yield matter.say("notification-comes-first")
    if matter.challenge.short_notice:
        yield matter.say("came-too-late", "requirement.notice_minutes", notice=matter.challenge.short_notice)
    if matter.facts.requirement.lacked_place_and_time:
        yield matter.say("not-without-place-and-time", "requirement.gave_place_and_time")
    if _had_details(matter):
        yield matter.say("you-had-my-details", "requirement.new_details_on")
    if matter.facts.requirement.seen == "never":
        yield matter.say("have-never-seen-it", "requirement.seen")


def _had_details(matter: Matter) -> bool:
    needed = matter.facts.requirement
    given, sent = needed.new_details_on, needed.told_on
    return bool(given and sent and given.latest < sent.earliest)


def _to_show(matter: Matter) -> Paragraph:
    """Return what the office is asked to show: only it holds the record."""
    needed = matter.facts.requirement
    if needed.told_by in SPOKEN:
        shown = matter.say("show-what-was-said", "requirement.told_by")
    elif needed.told_by in ("journal", "to-do"):
        shown = matter.say("show-the-record", "requirement.told_by")
    else:
        shown = matter.say("show-how-it-was-sent", "requirement.told_by")
    provider = matter.facts.failure.provider
    if provider and matter.kind in INTERVIEWS and matter.has_law("connected-interview"):
        asked = matter.say("show-authority", "failure.provider", provider=provider)
        return (shown, asked, matter.say("say-which-interview", "failure.kind"))
    if provider:
        return (shown, matter.say("show-authority", "failure.provider", provider=provider))
    return (shown,)
