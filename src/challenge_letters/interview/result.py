"""What the last page shows: plan, letters, case file. It is made for each view and never kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from challenge_letters.argument.in_journal import in_journal
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import build_case
from challenge_letters.interview.bridge import case_of, facts_of
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.footer import spoken
from challenge_letters.interview.journey import Journey
from challenge_letters.interview.saving import case_file
from challenge_letters.interview.shown import in_box, shown, shown_html
from challenge_letters.interview.texts import labels
from challenge_letters.interview.walk import journey_of, walk_until
from challenge_letters.law.addresses import Office, advice, emergency_help, help_lines, office
from challenge_letters.law.as_at import day_to_meet
from challenge_letters.letter_kinds.kinds import KINDS, LetterKind
from challenge_letters.letters.filling import fill
from challenge_letters.letters.journal import journal_parts, journal_text
from challenge_letters.letters.law_page import law_page_html
from challenge_letters.letters.outputs import Output, file_stem, outputs_of
from challenge_letters.letters.page import page_html
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.record import RECORD
from challenge_letters.plan.outcome import (
    Plan,
    PlannedDeadline,
    PlannedLetter,
)
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sending import universal_credit_phone

# A page asks several times. A plan goes with the answers, which are gone when the page has been made.
_PLANS: WeakKeyDictionary[Any, Plan] = WeakKeyDictionary()
TO_TALK = frozenset({"samaritans", "shout", "nhs-111", "lifeline"})


@dataclass
class Result:
    """The outcome of one journey on one day."""

    journey: Journey
    today: date
    answers: Any = None

    @cached_property
    def case(self) -> Case:
        return case_of(self.journey)

    @cached_property
    def plan(self) -> Plan:
        return _planned(self.answers, self.case, self.today)

    @property
    def later(self) -> tuple[PlannedLetter, ...]:
        """The letters that wait, but for those whose questions have not been asked."""
        return tuple(letter for letter in self.plan.later if not letter.is_optional or letter.follow_up)

    @property
    def now(self) -> PlannedLetter | None:
        """The letter to send now: never one that is only offered."""
        return self.plan.now

    @property
    def next_limit(self) -> PlannedDeadline | None:
        """The first time limit of the person's own that lies ahead, unless a warning above names its day."""
        own = (each for each in self.plan.deadlines if each.deadline.binds != "them")
        first = next((each for each in own if each.deadline.date >= self.today), None)
        headings = " ".join(warning.heading for warning in self.plan.warnings)
        return None if first and spoken(day_to_meet(first.deadline, self.today)) in headings else first

    @property
    def is_for_the_phone(self) -> bool:
        """Whether what comes now is a call and not a letter."""
        return self.now is not None and self.now.is_for_the_phone

    @property
    def may_offer_more(self) -> bool:
        """Whether a request for records or a complaint may be offered at all."""
        return self.plan.why_not("subject-access-request") == ""

    @cached_property
    def outputs(self) -> tuple[Output, ...]:
        """Every file that can be handed over now, those that are only reached by a second step included."""
        case_file = Output("answers.json", self.case_file, "case", is_offered=not self.case.safety.is_at_risk)
        return (*outputs_of(self.plan), case_file)

    def output(self, name: str) -> Output:
        """Return the output called `name`. Raises KeyError when there is none."""
        return {output.name: output for output in self.outputs}[name]

    @property
    def has_dates(self) -> bool:
        """Whether there is a day to put into a calendar."""
        return any(output.about == "dates" for output in self.outputs)

    @property
    def has_record(self) -> bool:
        """Whether a record of the work search goes with a letter."""
        return any(output.about == RECORD for output in self.outputs)

    def word_file(self, kind: str) -> str:
        """Return the name of the Word file with the letter of that `kind`."""
        return f"{file_stem(self.plan, kind)}.docx"

    def file(self, name: str) -> tuple[str, bytes]:
        """Return the name and the bytes of the output called `name`. Raises KeyError when there is none."""
        return name, self.output(name).make()

    def letter_file(self, kind: str) -> tuple[str, bytes]:
        """Return the name and the bytes of the Word file with the letter of that `kind`."""
        return self.file(self.word_file(kind))

    def docx(self, kind: str) -> bytes:
        """Return the letter of that `kind` as a Word file. Raises KeyError when it cannot be written."""
        return fill(self._written(kind), self.plan.case, on=self.today)

    def _written(self, kind: str) -> PlannedLetter:
        letter = self.plan.letter(kind)
        if letter is None:
            raise KeyError(kind)
        return letter

    def boxes(self, kind: LetterKind) -> tuple[str, ...]:
        """Return the letter's text, one text for each journal message, for the inside of a box.

        The journal is the claimant's: an adviser's client speaks there for themselves. Where the account is
        not safe, or not the place for it, it is the text of the letter on paper, whole.
        """
        if not KINDS[kind].in_journal or not self.case.safety.may_use_account:
            return (in_box(plain_text(self.docx(kind))),)
        docx = fill(self._written(kind), in_journal(self.plan.case), on=self.today)
        return tuple(in_box(part) for part in journal_parts(journal_text(docx, kind)))

    def page(self, name: str) -> str:
        """Return the Word file `name` as HTML that prints well and that means nothing to docassemble."""
        return shown_html(page_html(self.output(name).make()))

    @property
    def names_help(self) -> bool:
        """Whether the steps already say where free help is."""
        return any(step.id == "adviser" for step in self.plan.steps)

    @property
    def not_written(self) -> tuple[str, ...]:
        """Why a letter that belongs to this case cannot be written, in plain sentences, each once."""
        return tuple(dict.fromkeys(letter.why for letter in self.plan.held_back))

    def case_file(self) -> bytes:
        """Return the case as a file to keep, and to open again here or with the command line."""
        return case_file(self.journey, self.case.model_dump(mode="json", exclude_defaults=True))


def result_of(answers: Any, today: date) -> Result:
    """Return the outcome of `answers`; the whole road must have been answered."""
    return Result(journey_of(answers, today), today, answers)


def _planned(answers: Any, case: Case, today: date) -> Plan:
    """Return the plan for `case` on `today`, made once while the answers stay the same."""
    try:
        before = _PLANS.get(answers)
    except TypeError:  # no object of docassemble's
        return make_plan(case, on=today)
    if before is None or (before.told, before.on) != (case, today):
        before = _PLANS[answers] = make_plan(case, on=today)
    return before


def short_request(answers: Any, today: date, place: int) -> Result:
    """Return the six-line request about decision number `place`, made before the other questions."""
    journey = walk_until(answers, today, "ask-now", "problems", place)
    facts = facts_of(journey)
    problem = {**facts["problems"][-1], "reasons_will_follow": True}
    short = Result(journey, today)
    short.__dict__["case"] = build_case({**facts, "problems": [problem]})
    return short


def reached(office: Office) -> str:
    """Return how to reach `office`, as HTML, with a caution if it is old or was not confirmed."""
    name = f"<strong>{shown(office.who)}</strong>"
    said = f"{office.how} {office.caution(on=this_day())}".rstrip()
    return f"{name}{': ' + shown(office.phone) if office.phone else ''}. {shown(said)}"


def universal_credit_line(nation: str) -> str:
    """Return the number of Universal Credit in `nation` ("" before it is known: that of Great Britain)."""
    return universal_credit_phone(nation or "england")


def law_shown(nation: str) -> str:
    """Return the law in these letters for `nation` ("": Great Britain), as HTML docassemble leaves alone."""
    return shown_html(law_page_html(on=this_day(), nation=nation or "england"))


def letter_name(kind: str) -> str:
    """Return what the interview calls a letter of that `kind`."""
    return labels("letter")[kind]


def people_who_help(nation: str) -> tuple[Office, ...]:
    """Return who gives free advice in `nation` ("" for every nation)."""
    return advice(nation or None)


def lines_to_ring(nation: str) -> tuple[Office, ...]:
    """Return the lines to ring when somebody is not safe."""
    return help_lines(nation or None)


def phone_of(office_id: str) -> str:
    """Return the telephone number on record for `office_id`. Raises UnknownKind."""
    return office(office_id).phone


def lines_to_talk(nation: str) -> tuple[Office, ...]:
    """Return whom somebody can talk to who may be thinking of ending their life."""
    return tuple(office for office in lines_to_ring(nation) if office.id in TO_TALK)


def help_with_essentials(nation: str) -> tuple[Office, ...]:
    """Return who helps with food, heating and other essentials."""
    return emergency_help(nation or None)
