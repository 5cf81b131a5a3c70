"""A file with the answers so far, to go on later or to hand over, and its opening (decision 0042).

The file is the case as far as it goes, in plain JSON, and beside it the pages as they were answered. To open
it, the road is walked with those pages, up to the first that is missing or does not fit. What stands in the
file is never trusted: only pages that the road visits are looked at, and only answers they could have given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from pydantic_core import PydanticCustomError

from challenge_letters.case.case_files import SAVED, UnreadableCase, build_case, facts_in
from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.predicates import WORDS_LIMIT
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.interview.bridge import facts_of
from challenge_letters.interview.centre_pages import (
    BY_EACH_CENTRE,
    BY_THE_CENTRE,
    OF_THE_CENTRE,
    centre_pages,
)
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.earlier_files import as_asked_now, half_told
from challenge_letters.interview.journey import Journey, Values, Visit, Visited
from challenge_letters.interview.locking import is_locked, unlocked
from challenge_letters.interview.page_flow import walk_pages
from challenge_letters.interview.pages import PAGES, Answer
from challenge_letters.interview.remembering import opened_by, told_by
from challenge_letters.interview.stored_answers import values_on, variable
from challenge_letters.interview.texts import sentence
from challenge_letters.interview.walk import ask_queries

VERSION = 5
# Far more than anybody tells; what is longer is no file of ours.
LONGEST_FILE = 900_000

# What is wrong with a case that is only half told.
NOT_YET = frozenset({"needed", "decision-needs-a-day"})

MakeTicks = Callable[..., Any]


class Stopped(Exception):  # noqa: N818 - it is where a road stops, not a fault
    """The next page of the road has not been answered, or not in a way that its page allows."""


@dataclass(frozen=True)
class SavedAnswers:
    """The pages of one interview as they were answered, and what was asked for beside the letter."""

    pages: Mapping[str, Values]
    wants_records: bool = False
    wants_complaint: bool = False
    is_of_the_centre: bool = False
    half_told: frozenset[str] = frozenset()

    def journey(self, today: date) -> Journey:
        """Return the journey through these pages, up to the first that is missing or does not fit."""

        return as_far_as_it_goes(self._setting_out(today))

    def is_finished(self, today: date) -> bool:
        """Say whether these pages lead all the way to letters, with no question left open."""
        try:
            return _is_at_letters(self._setting_out(today))
        except (Stopped, ValueError, LookupError):
            return False

    def _setting_out(self, today: date) -> Journey:
        def read(visit: Visit) -> Values:
            return _fitting(self.pages.get(visit.key), visit)

        return Journey(
            read=read, today=today, wants_records=self.wants_records, wants_complaint=self.wants_complaint
        )


def _is_at_letters(journey: Journey) -> bool:
    """Travel to the end, and say whether letters are there. Raises where a page or an answer is missing."""
    walk_pages(journey)
    if journey.ending == "letters":
        ask_queries(journey)
    return journey.ending == "letters"


def as_far_as_it_goes(journey: Journey) -> Journey:
    """Travel `journey`, whose reader raises `Stopped` where nothing was answered, up to there; return it."""
    try:
        _is_at_letters(journey)
    except (Stopped, UnreadableCase):
        pass
    except (ValueError, LookupError):
        # The road could not be followed from there: no page would have let that answer through.
        journey.forget_last()
    return journey


def saved_answers(answers: Any, today: date) -> bytes:
    """Return the file with every answer that was sent so far."""
    told = told_by(answers)

    def read(visit: Visit) -> Values:
        if visit.key not in told:
            raise Stopped
        return values_on(SimpleNamespace(**told[visit.key]), visit)

    journey = Journey(
        read=read,
        today=today,
        wants_records=bool(answers.wants_records),
        wants_complaint=bool(answers.wants_complaint),
    )
    return case_file(as_far_as_it_goes(journey), _facts_so_far(journey))


def case_file(journey: Journey, facts: Mapping[str, Any]) -> bytes:
    """Return the file that holds `facts` and, to go on with, the pages of `journey`.

    What is kept out of the letters is kept out of the file, which may be handed on: it is asked again.
    """
    kept_out = frozenset(journey.values("keep-out").get("keep_out", ()))
    told = (left for one in journey.visited if (left := one.left_by(kept_out)) and not _only_reads(one.visit))
    saved = {
        "version": VERSION,
        "wants_records": journey.wants_records,
        "wants_complaint": journey.wants_complaint,
        "pages": {one.visit.key: dict(one.values) for one in told},
    }
    whole = {"format": 1, **facts, SAVED: saved}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode() + b"\n"


def _facts_so_far(journey: Journey) -> Mapping[str, Any]:
    """Return the case as far as it goes: half a story may not be enough for one."""
    try:
        return facts_of(journey)
    except LookupError:
        return {}


def check_saved(text: Any) -> bool:
    """Refuse what is no file with answers that somebody can go on with, in a sentence.

    What is locked is looked at together with its words: by `lock_problem`.
    """
    if not is_locked(str(text or "")):
        _opened(str(text or ""), this_day())
    return True


def lock_problem(text: Any, words: Any) -> str:
    """Return why `words` do not open the locked file `text`, or what is wrong in it; "" if nothing is."""
    if not is_locked(str(text or "")):
        return ""
    try:
        _opened(unlocked(str(text), str(words or "")), this_day())
    except ValueError as refused:
        return str(refused)
    return ""


def open_saved(answers: Any, make_ticks: MakeTicks, today: date) -> None:
    """Put what stands in `answers.file_text`, if anything does, into `answers`, and forget the text.

    `make_ticks` is docassemble's DADict. Where the answers could stand in no case, each page is shown again.
    """
    text = str(vars(answers).get("file_text") or "")
    if not text:
        return
    text = unlocked(text, str(vars(answers).get("file_words") or ""))
    answers.file_text = answers.file_words = ""
    saved, journey = _opened(text, today)
    answers.wants_records, answers.wants_complaint = journey.wants_records, journey.wants_complaint
    told = told_by(answers)
    for one in (*journey.visited, *_given_by_the_centre(saved)):
        told[one.visit.key] = _as_kept(one.visit, one.values, make_ticks)
    if _makes_a_case(journey):
        opened_by(answers).update({one.visit.key for one in journey.visited} - saved.half_told)
    opened_by(answers).update(one.visit.key for one in _given_by_the_centre(saved) if _all_chosen(one))


def _opened(text: str, today: date) -> tuple[SavedAnswers, Journey]:
    """Return what the file `text` holds, and the journey in it. Raises `NotOurs` and `UnreadableCase`."""
    saved = read_saved(text)
    journey = saved.journey(today)
    if not saved.is_of_the_centre and all(_only_reads(one.visit) for one in journey.visited):
        raise NotOurs(sentence("file-empty"))
    return saved, journey


def _given_by_the_centre(saved: SavedAnswers) -> Iterator[Visited]:
    """Yield the pages that the centre has filled in once: they count wherever the road comes to them."""
    for page in OF_THE_CENTRE if saved.is_of_the_centre else ():
        visit = Visit(PAGES[page])
        try:
            yield Visited(visit, _fitting(saved.pages.get(page), visit))
        except Stopped:
            # The client's own answers on that page are still to be asked: it is shown with what is known.
            yield Visited(
                visit, {answer.name: BY_EACH_CENTRE.get(answer.name, "") for answer in visit.page.answers}
            )


def _all_chosen(one: Visited) -> bool:
    return all(one.values[answer.name] for answer in one.visit.page.answers if answer.shape == "choice")


class NotOurs(ValueError):  # noqa: N818 - it is about a file, not a fault
    """A file that the interview cannot go on with; the message is for the person."""


def read_saved(text: str) -> SavedAnswers:
    """Return what the file `text` holds. Raises `NotOurs` and `UnreadableCase`, each with sentences."""
    if not text.strip():
        raise NotOurs(sentence("file-missing"))
    if len(text) > LONGEST_FILE:
        raise NotOurs(sentence("file-too-long"))
    facts = facts_in(text.removeprefix("\ufeff"))
    saved = facts.get(SAVED)
    if not isinstance(saved, dict):
        raise NotOurs(sentence("file-without-pages" if facts.get("format") == 1 else "file-not-ours"))
    version, pages = saved.get("version"), saved.get("pages")
    if isinstance(version, int) and version > VERSION:
        raise NotOurs(sentence("file-newer"))
    if not isinstance(version, int) or version not in range(1, VERSION + 1) or not isinstance(pages, dict):
        raise NotOurs(sentence("file-not-ours"))
    told: dict[str, Values] = {str(key): values for key, values in pages.items() if isinstance(values, dict)}
    half = frozenset(half_told(told, version))
    told = dict(as_asked_now(told, version))
    of_centre = {
        page: {**told.get(page, {}), **values}
        for page, values in centre_pages(saved.get(BY_THE_CENTRE)).items()
    }
    return SavedAnswers(
        {**told, **of_centre},
        wants_records=saved.get("wants_records") is True,
        wants_complaint=saved.get("wants_complaint") is True,
        is_of_the_centre=bool(of_centre),
        half_told=half,
    )


def _makes_a_case(journey: Journey) -> bool:
    """Say whether the answers could stand in a case, but for what has not been answered yet."""
    try:
        build_case(facts_of(journey))
    except UnreadableCase as refused:
        return all(mistake.message_id in NOT_YET for mistake in refused.mistakes)
    except (LookupError, ValueError):
        return False
    return True


# -- one page


def _fitting(values: Values | None, visit: Visit) -> Values:
    """Return `values` as the page of `visit` could have given them. Raises `Stopped`.

    What its page did not ask yet when the file was made is left empty, where it can be.
    """
    if _only_reads(visit):
        return {answer.name: True for answer in visit.page.answers}
    if values is None:
        raise Stopped
    return {
        answer.name: _FITTING[answer.shape](values.get(answer.name, _left_empty(answer)), answer, visit)
        for answer in visit.page.answers
    }


def _left_empty(answer: Answer) -> Any:
    """Return an answer that is not there; None where the page lets nobody leave it out."""
    return answer.empty if answer.only_if else _EMPTY.get(answer.shape)


def _only_reads(visit: Visit) -> bool:
    """True for a page that asks nothing: a file must not show that somebody was led to help lines."""
    return all(answer.shape == "read" for answer in visit.page.answers)


def _choice(value: Any, answer: Answer, visit: Visit) -> str:
    is_left_out = value == "" and bool(answer.only_if)
    if not isinstance(value, str) or not (is_left_out or value in visit.choices_of(answer)):
        raise Stopped
    return value


def _ticks(value: Any, answer: Answer, visit: Visit) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise Stopped
    return tuple(key for key in visit.choices_of(answer) if key in value)


def _words(value: Any, _answer: Answer, _visit: Visit) -> str:
    if not isinstance(value, str) or len(value) > WORDS_LIMIT:
        raise Stopped
    return cleaned(value)


def _day(value: Any, answer: Answer, _visit: Visit) -> str:
    if value == "":
        return ""
    try:
        found = RoughDay.parse(value) if isinstance(value, str) else None
    except PydanticCustomError as bad:
        raise Stopped from bad
    if found is None or (answer.shape == "day" and not found.is_exact):
        raise Stopped
    return str(value).strip()


def _read(value: Any, _answer: Answer, _visit: Visit) -> bool:
    if value is not True:
        raise Stopped
    return True


_EMPTY: Mapping[str, Any] = {"ticks": (), "words": "", "day": "", "rough": ""}
_FITTING: Mapping[str, Callable[[Any, Answer, Visit], Any]] = {
    "choice": _choice,
    "ticks": _ticks,
    "words": _words,
    "day": _day,
    "rough": _day,
    "read": _read,
}


def _as_kept(visit: Visit, values: Values, make_ticks: MakeTicks) -> dict[str, Any]:
    """Return the answers of one page as docassemble keeps them."""
    kept: dict[str, Any] = {}
    for answer in visit.page.answers:
        value = values[answer.name]
        if answer.shape == "rough":
            is_month = len(value) == len("2027-01")
            kept |= {f"{answer.name}_day": "" if is_month else value}
            kept |= {f"{answer.name}_month": value if is_month else ""}
        elif answer.shape == "ticks":
            elements = {key: key in value for key in visit.choices_of(answer)}
            name = variable(visit, answer.name)
            kept[answer.name] = make_ticks(name, elements=elements, auto_gather=False, gathered=True)
        else:
            kept[answer.name] = value
    return kept
