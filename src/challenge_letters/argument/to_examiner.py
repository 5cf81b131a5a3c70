"""A complaint taken to the Independent Case Examiner: what went wrong, what was answered, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words, closing, typed
from challenge_letters.argument.following_up import FollowingUp
from challenge_letters.argument.narrated import is_narrated
from challenge_letters.argument.opening import writer
from challenge_letters.argument.sentences import Argument, Paragraph, Section, Sentence
from challenge_letters.case.case import Case
from challenge_letters.case.follow_ups import ExaminerComplaint
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.plan.outcome import PlannedLetter

# So many sentences of what happened follow the request; more have a heading.
SHORT_STORY = 3


@dataclass(frozen=True, kw_only=True)
class _ToExaminer(FollowingUp):
    """The complaint, and the final response it goes beyond."""

    complaint: ExaminerComplaint
    received_on: RoughDay


def to_examiner(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the complaint to the Independent Case Examiner."""
    complaint = letter.follow_up
    if not isinstance(complaint, ExaminerComplaint) or complaint.response_received is None:
        raise ValueError("A complaint to the Examiner needs the day of the final response.")
    boxes = tuple(_boxes(complaint))
    matter = _ToExaminer.of(
        letter,
        case,
        complaint,
        on=on,
        complaint=complaint,
        received_on=complaint.response_received,
        boxes=boxes,
    )
    happened = tuple(each for each in _happened(matter) if each)
    is_short = sum(map(len, happened)) <= SHORT_STORY
    asked = matter.told("remedy_words", "remedy")
    final = matter.say("enclosed-final-response", "response_received")
    return Argument(
        references=(),
        subject=_subject(matter),
        opening=(tuple(_opening(matter)), *(happened if is_short else ())),
        sections=() if is_short else (Section(Sentence("heading-what-happened"), happened),),
        asking=Sentence("heading-remedies") if asked else None,
        requests=(asked,) if asked else (),
        closing=tuple(
            each for each in (matter.still_to_come(matter.evidence), *closing.closing([matter])) if each
        ),
        enclosures=(*closing.authority(matter), final, *matter.papers(matter.evidence)),
        left_out=matter.left_out,
    )


def _boxes(complaint: ExaminerComplaint) -> Iterator[tuple[str, str]]:
    for at, heading in enumerate(complaint.headings):
        yield f"headings.{at}.what", heading.what
        yield f"headings.{at}.why_not_settled", heading.why_not_settled
    yield "effect", complaint.effect
    yield "remedy_words", complaint.remedy_words


def _subject(matter: _ToExaminer) -> Sentence:
    provider = matter.complaint.from_provider
    if matter.case.safety.is_at_risk:
        return Sentence("subject-examiner-at-risk")
    if provider:
        return matter.say("subject-complaint-of", "from_provider", office=provider)
    return Sentence("subject-examiner")


def _opening(matter: _ToExaminer) -> Iterator[Sentence]:
    yield from writer(matter)
    provider = matter.complaint.from_provider
    slots = {"provider": provider} if provider else {}
    yield matter.say("look-into-provider" if provider else "look-into-this", "response_received", **slots)
    yield _final_response(matter)
    elsewhere = matter.complaint.challenged_elsewhere
    if elsewhere:
        yield matter.say("service-alone-elsewhere", "challenged_elsewhere")
    else:
        yield matter.say("service-alone", "response_received")


def _final_response(matter: _ToExaminer) -> Sentence:
    dated, received = matter.complaint.response_dated, matter.received_on
    on_day = matter.on_day(received) if dated else matter.on_day_in_full(received)
    if dated is None:
        return matter.say("final-response-came", "response_received", on_day=on_day)
    day = calendar_words.in_full(dated)
    return matter.say("final-response-dated", "response_dated", "response_received", day=day, on_day=on_day)


def _happened(matter: _ToExaminer) -> Iterator[Paragraph]:
    for at, heading in enumerate(matter.complaint.headings):
        yield (
            *matter.told(f"headings.{at}.what", "went-wrong"),
            *_their_answer(matter, at, heading.their_answer),
            *matter.told(f"headings.{at}.why_not_settled", "not-settled"),
        )
    yield matter.told("effect", "effect")


def _their_answer(matter: _ToExaminer, at: int, words: str) -> Iterator[Sentence]:
    field = f"headings.{at}.their_answer"
    if not words:
        return
    if typed.is_no_answer(words):
        yield matter.say("nobody-answered", field)
    elif is_narrated(words):
        yield from matter.as_typed(typed.sentences_of(words, f"{matter.about}.{field}"))
    else:
        yield matter.say("answer-was", field, words=words)
