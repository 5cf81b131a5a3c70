"""Notice of the rule for recent victims of domestic violence: its conditions, and never the story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import RequirementsNotice
from challenge_letters.plan.outcome import PlannedLetter


@dataclass(frozen=True, kw_only=True)
class _Notice(FollowingUp):
    """The notice, and what it says."""

    notice: RequirementsNotice


def requirements_notice(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the notice that stops what may be asked for a time."""
    notice = letter.follow_up
    if not isinstance(notice, RequirementsNotice):
        raise ValueError("The notice needs its conditions.")
    matter = _Notice.of(letter, case, notice, on=on, notice=notice)
    ending = (tuple(_contact(matter)), tuple(_needs(matter)), matter.still_to_come(matter.evidence))
    return Argument(
        references=(),
        subject=Sentence("subject-own-benefit"),
        opening=tuple(each for each in _opening(matter) if each),
        sections=(),
        asking=None,
        requests=(),
        closing=tuple(each for each in ending if each),
        enclosures=matter.papers(matter.evidence),
    )


def _opening(matter: _Notice) -> Iterator[Paragraph]:
    yield (
        *writer(matter),
        matter.say("violence-rule-applies", "within_six_months"),
        matter.say("rule-six-months", "within_six_months"),
        matter.say("rule-apart-and-unused", "lives_apart", "used_in_last_year"),
    )
    yield tuple(_asked(matter))
    yield tuple(_proof(matter))


def _asked(matter: _Notice) -> Iterator[Sentence]:
    yield matter.say("stop-requirements", "within_six_months")
    if matter.notice.cares_for_child == "yes":
        yield matter.say("stop-longer-for-child", "cares_for_child")
    yield matter.say("confirm-the-end", "within_six_months")


def _proof(matter: _Notice) -> Iterator[Sentence]:
    whom, by = matter.notice.proof_from, matter.notice.proof_by
    if not whom:
        return
    if by and by >= matter.on:
        day = calendar_words.in_full(by)
        yield matter.say("proof-will-follow-by", "proof_from", "proof_by", whom=whom, day=day)
    else:
        yield matter.say("proof-will-follow", "proof_from", whom=whom)
    yield matter.say("proof-is-official", "proof_from")


def _contact(matter: _Notice) -> Iterator[Sentence]:
    """Yield the one way that is safe: no other stands in this notice, whatever else the case holds."""
    safety = matter.case.safety
    if safety.reply_only_by:
        yield Sentence("contact-only-by", {"way": safety.reply_only_by}, ("safety.reply_only_by",))
    else:
        yield Sentence("write-in-the-way", {}, ("safety.reply_only_by",))
    yield Sentence("not-to-any-address", {}, ("safety.post_is_safe",))
    in_account = "-account" if safety.account_is_safe == "no" else ""
    yield Sentence(f"nothing-others-can-read{in_account}", {}, ("safety.account_is_safe",))


def _needs(matter: _Notice) -> Iterator[Sentence]:
    contact = matter.case.contact
    if contact.interpreter:
        yield Sentence("interpreter", {"language": contact.interpreter}, ("contact.interpreter",))
    if contact.large_print:
        yield Sentence("large-print", {}, ("contact.large_print",))
