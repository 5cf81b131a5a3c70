"""Everything that can be handed over in a case: each file with its name, its bytes on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from challenge_letters.argument.in_journal import in_journal
from challenge_letters.languages import worded
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.letters.calendar import calendar_file
from challenge_letters.letters.filling import fill
from challenge_letters.letters.journal import journal_text
from challenge_letters.letters.pack import pack
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.record import RECORD
from challenge_letters.letters.sheets import TO_DO, to_do_sheet, work_search_record
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.reminders import reminders_of

if TYPE_CHECKING:
    from challenge_letters.plan.outcome import Plan, PlannedLetter

DATES = "dates.ics"
PACK = "letters.zip"
LEFT_OUT = "not-in-this-file.txt"


@dataclass(frozen=True)
class Output:
    """One file that can be handed over. Nothing is made, and nothing kept, before `make` is called.

    `name` is its file name, unlike any other of the same case, and says nothing about anybody. `about` is the
    kind of letter it is a form of, or what else it is ("case"). `is_offered` is False for what is handed over
    only after a second step: a calendar that may give something away, a letter nobody has asked for.
    """

    name: str
    make: Callable[[], bytes]
    about: str
    is_offered: bool = True


def outputs_of(plan: Plan) -> tuple[Output, ...]:
    """Return every file that `plan` gives, the letter to send now first, all together in one file last."""
    papers = tuple(_papers(plan))
    if not plan.now:
        return papers
    return (*papers, Output(PACK, partial(packed_outputs, plan), "pack"))


def packed_outputs(plan: Plan, *, with_dates: bool = False) -> bytes:
    """Return one .zip of what `plan` gives now, with a page that says what is not in it.

    The calendar is in it only if it is offered, or with `with_dates`.
    """
    chosen = (each for each in _papers(plan) if each.is_offered or (with_dates and each.name == DATES))
    told = "\n".join((worded("letters.pack.not-in-it"), "", *left_out(plan, with_dates=with_dates), ""))
    return pack({**{each.name: each.make() for each in chosen}, LEFT_OUT: told.encode("utf-8")})


def left_out(plan: Plan, *, with_dates: bool = False) -> tuple[str, ...]:
    """Return what is not in the pack, and why, in sentences."""
    return (
        worded("letters.pack.answers-apart"),
        *_letters_left_out(plan),
        *(() if with_dates else _dates_left_out(plan)),
    )


def _letters_left_out(plan: Plan) -> Iterator[str]:
    yield from (
        worded("letters.pack.not-asked-for", letter=KINDS[each.kind].name)
        for each in plan.letters
        if each.is_optional
    )
    yield from (f"{KINDS[each.kind].name}: {each.why}" for each in plan.held_back)


def _dates_left_out(plan: Plan) -> Iterator[str]:
    if plan.case.safety.is_at_risk and reminders_of(plan):
        yield worded("letters.pack.dates-apart")


def file_stem(plan: Plan, kind: str) -> str:
    """Return what the files of the letter `kind` are called, before their ending.

    It is the kind; where somebody else may see the file, only a number, which says nothing at all.
    """
    if not plan.case.safety.is_at_risk:
        return kind
    kinds: list[str] = [letter.kind for letter in plan.letters]
    return f"letter-{1 + kinds.index(kind)}"


def _papers(plan: Plan) -> Iterator[Output]:
    yield from _letters(plan)
    if any(encloses_record(letter, plan.case) for letter in plan.letters if not letter.is_optional):
        yield from _word_and_text(RECORD, partial(work_search_record, plan.case, on=plan.on), RECORD)
    yield from _word_and_text(TO_DO, partial(to_do_sheet, plan), TO_DO)
    reminders = reminders_of(plan)
    if reminders:
        # Only an adviser has several clients to tell apart, and knows what a reference gives away.
        reference = plan.case.writer.reference if plan.case.writer.kind == "adviser" else ""
        make = partial(calendar_file, reminders, on=plan.on, reference=reference, case=plan.case)
        yield Output(DATES, make, "dates", is_offered=not plan.case.safety.is_at_risk)


def _letters(plan: Plan) -> Iterator[Output]:
    for letter in plan.letters:
        # What nobody has asked for can be handed over where a page offers it; it is not in the pack.
        for form in _forms_of(letter, plan):
            yield replace(form, is_offered=not letter.is_optional)


def _forms_of(letter: PlannedLetter, plan: Plan) -> Iterator[Output]:
    stem, kind = file_stem(plan, letter.kind), letter.kind
    docx = partial(fill, letter, plan.case, on=plan.on)
    yield from _word_and_text(stem, docx, kind)
    if letter.is_for_journal and plan.case.safety.may_use_account:
        # The journal is the claimant's: an adviser's client speaks there for themselves.
        own = partial(fill, letter, in_journal(plan.case), on=plan.on, is_message=True)
        yield Output(f"{stem}.journal.txt", lambda: journal_text(own(), kind).encode("utf-8"), kind)


def _word_and_text(stem: str, docx: Callable[[], bytes], about: str) -> Iterator[Output]:
    yield Output(f"{stem}.docx", docx, about)
    yield Output(f"{stem}.txt", lambda: plain_text(docx()).encode("utf-8"), about)
