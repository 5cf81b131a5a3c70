"""From a case and the day of writing to the plan: the one entrance to this room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from challenge_letters.case.admissions import as_written, kept_unasked, left_out_of
from challenge_letters.case.case import Case
from challenge_letters.case.found_once import finding_once
from challenge_letters.case.queries import Query, queries, still_open
from challenge_letters.case.whose_word import is_told_by_name
from challenge_letters.law import addresses
from challenge_letters.law.benefits import NAMES, has
from challenge_letters.plan.advising import lines_of, warnings_of
from challenge_letters.plan.authority import citation_cautions
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.clocks import clocks_of
from challenge_letters.plan.outcome import Plan, PlannedLetter, first_asked_for
from challenge_letters.plan.protection import for_one_alone, unsaid_groups
from challenge_letters.plan.sending import has_no_notice
from challenge_letters.plan.speaking import spoken_to
from challenge_letters.plan.steps import steps_of
from challenge_letters.plan.texts import sentence
from challenge_letters.plan.their_words import with_their_words


def make_plan(case: Case, *, on: date) -> Plan:
    """Return what is advised in `case` to somebody who writes on the day `on`."""
    with finding_once():
        return spoken_to(_planned(case, on))


def _planned(case: Case, on: date) -> Plan:
    told, case = case, with_their_words(as_written(case))
    raised = queries(told, today=on)
    open_ones = still_open(raised, told)
    choice = choose(case, on=on, open_ones=open_ones)
    clocks = clocks_of(case, on=on)
    now = first_asked_for(choice.letters)
    return Plan(
        case=case,
        told=told,
        on=on,
        letters=choice.letters,
        unwritten=choice.unwritten,
        deadlines=clocks.deadlines,
        warnings=warnings_of(case, now, on=on),
        lines=lines_of(case, now, on=on),
        steps=steps_of(case, choice.letters, clocks.deadlines, on=on),
        cautions=(
            *clocks.cautions,
            *_group_cautions(case),
            *_kept_out_cautions(raised),
            *_admission_cautions(told),
            *_address_cautions(case),
            *_writer_cautions(case),
            *_contact_cautions(case, choice.letters, on),
            *citation_cautions(case, choice.letters, on=on),
        ),
        queries=open_ones,
    )


def _kept_out_cautions(raised: tuple[Query, ...]) -> Iterator[str]:
    """Yield a caution where somebody's own words name what was to stay out, whatever was answered to that."""
    if any(query.is_about_kept_out for query in raised):
        yield sentence("cautions", "kept-out")


def _admission_cautions(case: Case) -> Iterator[str]:
    """Yield each sentence that may harm and that nobody was asked about, and those that are left out."""
    for each in kept_unasked(case):
        yield sentence("cautions", "admission", words=each.sentence, why=each.harms)
    for each in left_out_of(case):
        yield sentence("cautions", "admission-left-out", words=each.sentence)


def _writer_cautions(case: Case) -> tuple[str, ...]:
    """Return a caution where nobody could reach the adviser, or may answer whoever writes."""
    writer = case.writer
    is_adviser = writer.kind == "adviser"
    lacking = {
        "adviser-address": is_adviser and not (writer.address or writer.email),
        "adviser-authority": is_adviser and not writer.authority_enclosed,
        "adviser-told-by-name": is_adviser and writer.client_signs and is_told_by_name(case),
        "appointee-records": writer.kind == "appointee" and case.records_request is not None,
    }
    return tuple(sentence("cautions", name) for name, is_lacking in lacking.items() if is_lacking)


def _group_cautions(case: Case) -> Iterator[str]:
    """Yield what is left out of a letter, or counts only for some, because of the benefit."""
    benefit = NAMES[case.rules_of]
    if any(unsaid_groups(problem, case) for problem in case.failures):
        yield sentence("cautions", "not-said", benefit=benefit)
    if any(for_one_alone(problem, case) for problem in case.failures):
        yield sentence("cautions", "for-one-alone", benefit=benefit)


def _address_cautions(case: Case) -> tuple[str, ...]:
    lacking = any(
        problem.kind == "applied-sanction" and not problem.decision.address for problem in case.problems
    )
    if not lacking:
        return ()
    own = () if has_no_notice(case) else (sentence("cautions", "no-address"),)
    return (*own, *_address_on_record(case))


def _address_on_record(case: Case) -> tuple[str, ...]:
    """Return a sentence with the address on record, for somebody without a decision letter."""
    held = addresses.serving("universal-credit-post", case.nation)
    if held is None or not has(case.rules_of, "address-on-record"):
        return ()
    return (sentence("cautions", "address-on-record", lines=", ".join(held.lines)),)


def _contact_cautions(case: Case, letters: tuple[PlannedLetter, ...], on: date) -> Iterator[str]:
    """Yield a sentence for each address or number offered that is old or was not confirmed."""
    for purpose in _purposes(case, letters):
        held = addresses.serving(purpose, case.nation)
        if held and held.caution(on=on):
            yield sentence("cautions", "look-again", who=held.who, why=held.caution(on=on))


def _purposes(case: Case, letters: tuple[PlannedLetter, ...]) -> Iterator[str]:
    if has(case.rules_of, "phone-line"):
        yield from ("universal-credit-phone", "universal-credit-post")
    kinds = {letter.kind for letter in letters}
    if kinds & {"subject-access-request", "complaint"}:
        yield "records"
