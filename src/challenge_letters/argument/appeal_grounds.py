"""Grounds of appeal, the sheet that goes with the form: each reason in the notice, and what answers it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from challenge_letters.argument import calendar_words, closing
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.opening import UNNAMED, writer
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.sentences import TYPED, Argument, Paragraph, Section, Sentence
from challenge_letters.argument.typed import is_the_same, shape
from challenge_letters.case.case import Case
from challenge_letters.case.clock_times import times_in
from challenge_letters.case.follow_ups import AppealGrounds
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.levels import section_of
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.grounds import grounds_of
from challenge_letters.plan.outcome import PlannedLetter

# "The journal message of 1 September said, “…”": when and how they were told is then known.
_QUOTED_NOTICE = re.compile(
    rf"\b(?:message|letter|text|email|note|entry)\b[^.“\"]{{0,60}}\b[0-9]{{1,2}} (?:{'|'.join(MONTHS)})\b"
    r"[^.“\"]{0,60}[“\"]([^”\"]+)[”\"]",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\bno (?:place|address|office|location)\b"
    r"|\bnot (?:say|name|give|tell|mention)\b[^.]{0,20}\b(?:where|place|address|office|location)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class _Appealed(FollowingUp):
    """The decision that is appealed, and the notice that refused to change it."""

    appeal: AppealGrounds
    notice_dated: RoughDay

    def failure_named(self) -> Sentence:
        """Return what is said not to have been done: the reader is the Tribunal, and "you" is nobody."""
        said = super().failure_named()
        what = said.slots.get("failure", said)
        if what.wording == "failure-specific-task":
            what = replace(what, wording="failure-task-of-department")
        if said.wording == "failure-dated":
            return replace(said, wording="failure-dated-by-department", slots={**said.slots, "failure": what})
        return replace(said, slots={**said.slots, "failure": what}) if said.slots else what

    @property
    def section(self) -> str:
        """Under which of the two sanction provisions the failure falls, "" where it is not known."""
        return section_of(self.named.failure.kind, self.case.rules_of)

    @property
    def has_good_reason(self) -> bool:
        """Whether a good reason was told against the decision."""
        source = next((each for each in self.case.problems if each.id == self.appeal.about), None)
        return isinstance(source, AppliedSanction) and "good-reason" in grounds_of(source, self.case)

    @property
    def disputes_conditions(self) -> bool:
        appeal = self.appeal
        return bool(self.section and (appeal.findings or appeal.left_out or appeal.not_shown))


def appeal_grounds(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the grounds of appeal in `letter`."""
    appeal = letter.follow_up
    if not isinstance(appeal, AppealGrounds) or appeal.notice_dated is None:
        raise ValueError("Grounds of appeal need the notice and its date.")
    matter = _Appealed.of(
        letter,
        case,
        appeal,
        on=on,
        appeal=appeal,
        notice_dated=appeal.notice_dated,
        boxes=tuple(_boxes(appeal)),
        says_it=is_the_same,
    )
    papers = (*closing.authority(matter), *matter.papers(appeal.evidence))
    ending = (tuple(_hearing(matter)), matter.still_to_come(appeal.evidence))
    return Argument(
        references=(),
        subject=Sentence("subject-appeal-at-risk" if case.safety.is_at_risk else "subject-appeal"),
        opening=tuple(each for each in _opening(matter) if each),
        sections=_numbered(tuple(each for each in _sections(matter) if each.paragraphs)),
        asking=Sentence("heading-tribunal"),
        requests=tuple(_requests(matter)),
        closing=tuple(each for each in ending if each),
        enclosures=papers,
        left_out=matter.left_out,
    )


def _boxes(appeal: AppealGrounds) -> Iterator[tuple[str, str]]:
    yield from ((f"findings.{at}.answer", each.answer) for at, each in enumerate(appeal.findings))
    for field in ("why_late", "appeal_late_because", "left_out", "length_words", "needs"):
        yield field, getattr(appeal, field)


# -- the decision, and the case


def _opening(matter: _Appealed) -> Iterator[Paragraph]:
    yield (*writer(matter), *_against(matter), *_reconsidered(matter))
    clauses = tuple(_clauses(matter))
    # One ground alone says it in its heading.
    yield (Sentence("case-clauses", {"clauses": clauses}),) if len(clauses) > 1 else ()


def _against(matter: _Appealed) -> Iterator[Sentence]:
    named, part = matter.named, "-as-changed" if matter.appeal.outcome == "part" else ""
    if named.dated:
        day = calendar_words.in_full(named.dated)
        yield matter.say(f"appeal-decision-of{part}", "decision.dated", day=day)
    elif named.notified:
        on_sent = matter.on_day_in_full(named.notified)
        yield matter.say(f"appeal-decision-sent{part}", "decision.notified", on_sent=on_sent)
    else:
        yield matter.say(f"appeal-decision{part}", "decision")
    if named.failure.kind in UNNAMED:
        yield matter.say("it-reduces", "decision", effect=matter.effect())
    else:
        slots = {"effect": matter.effect(), "failure": matter.failure_named()}
        yield matter.say("it-reduces-because", "decision.failure.kind", **slots)


def _reconsidered(matter: _Appealed) -> Iterator[Sentence]:
    appeal = matter.appeal
    if appeal.asked_on:
        yield matter.say("asked-reconsideration", "asked_on", on_day=matter.on_day(appeal.asked_on))
    day = matter.day(matter.notice_dated)
    yield matter.say(f"notice-{appeal.outcome}", "notice_dated", "outcome", day=day)


def _clauses(matter: _Appealed) -> Iterator[Sentence]:
    """Yield the case in a few words each, made of what is told and not of its words."""
    appeal = matter.appeal
    if any(finding.answer for finding in appeal.findings):
        many = len(appeal.findings) > 1
        yield matter.say("case-answers-each" if many else "case-answers", "findings")
    if appeal.left_out:
        yield matter.say("case-left-out", "left_out")
    for each in appeal.not_shown:
        yield matter.say(f"case-not-shown-{each}", "not_shown")
    if appeal.length_words:
        yield matter.say("case-length-of-appeal", "length_words")


# -- the grounds


def _sections(matter: _Appealed) -> Iterator[Section]:
    appeal = matter.appeal
    if matter.letter.variant == "late":
        asked = matter.say("extend-appeal-time", "appeal_late_because")
        yield _section("appeal-late", (asked, *matter.told("appeal_late_because", "late")))
    if appeal.outcome == "too-late":
        can = matter.say("late-request-can-be-appealed", "outcome")
        yield _section("can-be-appealed", (can, *matter.told("why_late", "not-sooner")))
    answers = tuple(each for each in _answers(matter) if each)
    if answers:
        yield _section("reasons-answered" if len(appeal.findings) > 1 else "reason-answered", *answers)
    if appeal.left_out:
        yield _section("left-out", _left_out(matter))
    if appeal.not_shown:
        yield _section(f"not-shown-{'-and-'.join(sorted(appeal.not_shown))}", tuple(_not_shown(matter)))
    if appeal.length_words:
        yield _section("appeal-length", matter.told("length_words", "length"))


def _section(heading: str, *paragraphs: Paragraph) -> Section:
    return Section(Sentence(f"heading-{heading}"), tuple(each for each in paragraphs if each))


def _numbered(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return `sections`, counted through the letter where there are several."""
    if len(sections) < 2:
        return sections
    return tuple(Section(each.heading, each.paragraphs, is_numbered=True) for each in sections)


def _answers(matter: _Appealed) -> Iterator[Paragraph]:
    for at in range(len(matter.appeal.findings)):
        yield (*_quoted(matter, at), *matter.told(f"findings.{at}.answer", "finding"))
    yield tuple(Sentence(TYPED, {"words": words}, (answer,)) for answer, words in matter.explanations)


def _quoted(matter: _Appealed, at: int) -> Iterator[Sentence]:
    words = matter.appeal.findings[at].quote
    if words:
        yield matter.say("notice-says", f"findings.{at}.quote", words=words)


def _left_out(matter: _Appealed) -> Paragraph:
    words = matter.appeal.left_out
    said = matter.box("left_out")
    # "The list of calls, which I sent": a paper and no sentence, for all its verb.
    is_told = shape(words) != "fragment" and ", which " not in words and stands_plain(words, matter.voice)
    if is_told and said:
        return (matter.say("not-dealt-with-plain", "left_out"), *said)
    return (matter.say("not-dealt-with", "left_out", words=words),)


def _not_shown(matter: _Appealed) -> Iterator[Sentence]:
    if "requirement" in matter.appeal.not_shown:
        yield matter.say("requirement-not-shown", "not_shown")
    if "notification" in matter.appeal.not_shown:
        yield from _notification_not_shown(matter)
        yield matter.say("rule-counts-if-made-known", "not_shown")
        if matter.has_law("notification-case"):
            yield matter.say("rule-notification-first", "not_shown")


def _notification_not_shown(matter: _Appealed) -> Iterator[Sentence]:
    """Yield what of the notice is not shown: of a message that the person quotes, its place at most."""
    told = tuple((field, text) for field, text in _boxes(matter.appeal) if _QUOTED_NOTICE.search(text))
    if not any(times_in(found[1]) for _, text in told for found in _QUOTED_NOTICE.finditer(text)):
        yield matter.say("notification-not-shown", "not_shown")
        return
    without_place = tuple(field for field, text in told if _NO_PLACE.search(text))
    if without_place:
        yield matter.say("place-not-shown", "not_shown", *without_place)


# -- what the Tribunal is asked


def _requests(matter: _Appealed) -> Iterator[Paragraph]:
    yield (matter.say("ask-allow-appeal", "outcome"), *_conditions(matter))
    if matter.appeal.not_shown:
        yield (matter.say("ask-for-what-was-required", "not_shown"),)
    elif matter.has_law("tribunal-papers"):
        yield (Sentence("ask-for-papers"),)
    if matter.appeal.length_words:
        yield (matter.say("ask-put-length-right", "length_words"),)


def _conditions(matter: _Appealed) -> Iterator[Sentence]:
    higher = "-higher" if matter.section == "higher" else ""
    if matter.disputes_conditions:
        yield matter.say(f"conditions-not-met{higher}", "decision.failure.kind")
    if matter.has_good_reason:
        yield matter.say(f"good-reason-if-failure{higher}", "about")


def _hearing(matter: _Appealed) -> Iterator[Sentence]:
    appeal = matter.appeal
    if appeal.hearing != "not-known":
        yield matter.say(f"hearing-{appeal.hearing}", "hearing")
    if appeal.interpreter:
        yield matter.say("hearing-interpreter", "interpreter", language=appeal.interpreter)
    yield from matter.told("needs", "hearing-needs")
