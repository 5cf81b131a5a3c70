"""What a plan consists of: letters, what cannot be written, deadlines, warnings, steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts, Group, JobFault, NoReduction, Reason
from challenge_letters.case.follow_ups import FollowUp
from challenge_letters.case.problems import AccountDemand, AppliedSanction, ThreatenedSanction
from challenge_letters.case.queries import Query
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.deadlines import Deadline
from challenge_letters.law.groups import Asked

LetterKind = Literal[
    "mandatory-reconsideration",
    "good-reason-statement",
    "password-reply",
    "subject-access-request",
    "complaint",
    # What comes next: each is the kind of a follow-up too.
    "requirement-met",
    "written-notice-request",
    "written-reasons-request",
    "requirements-notice",
    "commitment-change",
    "no-answer",
    "appeal-grounds",
    "phone-call",
    "payment-refused",
    "payment-due",
    "records-late",
    "regulator",
    "examiner",
    "mp",
    "authority",
]
LETTER_KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
# Those that answer a decision, a warning or a demand, ask for records or complain; the others follow them.
FIRST_KINDS: tuple[LetterKind, ...] = LETTER_KINDS[:5]
# What goes to somebody else than the office, needs its sender on it, or must be read by nobody else.
NOT_FOR_THE_JOURNAL: frozenset[LetterKind] = frozenset(
    {
        "subject-access-request",
        "requirements-notice",
        "appeal-grounds",
        "phone-call",
        "records-late",
        "regulator",
        "examiner",
        "mp",
        "authority",
    }
)
# What is sent later, if the person wants to: no time limit of theirs runs, and no money is lost meanwhile.
MAY_WAIT: frozenset[LetterKind] = frozenset(
    {"subject-access-request", "complaint", "records-late", "regulator", "mp"}
)
Stage = Literal["in-time", "date-in-doubt", "late", "very-late"]
GroundKind = Literal[
    "did-it",
    "not-misconduct",
    "not-told",
    "not-required",
    "good-reason",
    "adjustment",
    "no-reduction",
]
Challengeable = AppliedSanction | ThreatenedSanction
# Why what is said not to have been done could not be sanctioned: it could not be required; the section for
# jobs does not reach the person; there was nothing to show; or only if the task was one of looking for work.
Bar = Literal["", "required", "section", "evidence", "search-task"]


@dataclass(frozen=True)
class NotCounted:
    """An earlier failure that does not make this reduction longer, and why not."""

    day: RoughDay
    why: Literal["too-long-ago", "other-level"]


@dataclass(frozen=True)
class DisputedToo:
    """An earlier failure that is counted, and whose own decision is disputed in the same letter.

    `days_without` are the fixed days of this reduction if that decision is revised; None where that is not
    known, or would not be less.
    """

    day: date
    days_without: int | None


@dataclass(frozen=True)
class LevelPoint:
    """What may be argued about level and length, because it cannot make the reduction longer.

    `claim` says which: "days" (the right level has fewer days than the `imposed_days`), "end-date"
    (open-ended days should have ended on `should_end`, the day before the person complied; they `began` on
    the day of the failure, None if that is not known exactly). `not_counted` are earlier failures that do not
    count, where the number of days is argued; `same_again` is the day of a failure so soon before this one
    that it carries the same days and no more.
    """

    claim: Literal["days", "end-date"]
    level: str
    right_days: int | None
    imposed_days: int | None
    is_open_ended: bool
    should_end: date | None
    working: str
    not_counted: tuple[NotCounted, ...] = ()
    same_again: date | None = None
    began: date | None = None

    @property
    def open_days(self) -> int:
        """How many open-ended days there are, the first and the last counted; 0 if that is not known."""
        if self.began is None or self.should_end is None:
            return 0
        return max(0, (self.should_end - self.began).days + 1)


@dataclass(frozen=True)
class Protection:
    """What could be asked of the person in their situation, as far as a letter may argue it.

    `said` are the groups a letter names, `since` the day from which one of them counts. `group` is the one
    that protects most, `asked` the most that could be required of it, `depends` whether it counts only on a
    condition that the office must check; `bar` why there could be no sanction. `fits_hours`: the hours
    expected must fit with a child or with caring. `has_no_fixed_days`: only the lowest level fits. `rate` is
    the daily rate at the end of a month in which `group_now` is so, which may have `began_later`; `ended_on`
    the last open-ended day; `is_free_now` whether nothing may be asked any more.
    """

    said: tuple[Group, ...] = ()
    since: RoughDay | None = None
    group: str = ""
    asked: Asked = "everything"
    depends: bool = False
    bar: Bar = ""
    fits_hours: bool = False
    has_no_fixed_days: bool = False
    rate: Literal["full", "reduced", "nil"] = "full"
    group_now: str = ""
    began_later: bool = False
    ended_on: date | None = None
    is_free_now: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether it ends the matter: what is said not to have been done could not be sanctioned at all."""
        return self.bar in ("required", "section") and not self.depends


@dataclass(frozen=True)
class Young:
    """That the person was 16 or 17 on that day, and how long a reduction at `level` lasts then.

    `age` is None where only that they were 16 or 17 is known; `days` follow the open-ended ones if it
    `is_open_ended`.
    """

    age: int | None
    level: str
    days: int
    is_open_ended: bool


@dataclass(frozen=True)
class Challenge:
    """One decision or warning as a letter answers it, with the grounds in the order they are taken.

    `faults` are what was wrong with the job, `barred` the cases in which no reduction may be made; `too_far`
    is the longest journey that can be required, in minutes each way, where the job was further. `lifting` are
    the reasons for which job search can be lifted for a time, `lifted` those for which it could not be
    required at all. `section` says under which of the two sanction provisions a failure of this kind falls.
    `disputed_before` are earlier failures that are counted against this one and disputed in the same letter.
    `short_notice` is how long before its time the requirement was made known, in words, if less than a day.
    """

    problem: Challengeable
    grounds: tuple[GroundKind, ...]
    best: tuple[GroundKind, ...]
    reasons: tuple[Reason, ...]
    level: LevelPoint | None = None
    stage: Stage = "in-time"
    expected_level: str | None = None
    faults: tuple[JobFault, ...] = ()
    barred: tuple[NoReduction, ...] = ()
    too_far: int | None = None
    lifting: tuple[Reason, ...] = ()
    lifted: tuple[Reason, ...] = ()
    protection: Protection = Protection()
    section: Literal["higher", "other", ""] = ""
    young: Young | None = None
    disputed_before: tuple[DisputedToo, ...] = ()
    short_notice: str = ""

    @property
    def facts(self) -> FailureFacts:
        return self.problem

    def has(self, ground: GroundKind) -> bool:
        return ground in self.grounds


@dataclass(frozen=True)
class PlannedLetter:
    """A letter that can be written now, with all that the template needs to know besides the case.

    `why` is a sentence for the screen. `challenges` are the decisions or warnings it answers (one or more);
    `demand` the demand it replies to; `follow_up` what it follows up, its gaps filled, in the version
    `variant`. `is_optional`: nobody has asked for it yet, so it never comes first.
    """

    kind: LetterKind
    why: str
    challenges: tuple[Challenge, ...] = ()
    demand: AccountDemand | None = None
    is_optional: bool = False
    follow_up: FollowUp | None = None
    variant: str = ""

    @property
    def is_for_the_phone(self) -> bool:
        """Whether it is read out on the phone and sent to nobody."""
        return self.kind == "phone-call"

    @property
    def is_for_journal(self) -> bool:
        """Whether its text may go into the online journal, where the account is safe."""
        return self.kind not in NOT_FOR_THE_JOURNAL

    @property
    def may_wait(self) -> bool:
        """Whether it is sent later, if at all: nothing is lost while it waits for the first letter."""
        return self.kind in MAY_WAIT

    @property
    def stage(self) -> Stage:
        """The stage of the letter as a whole: the latest of its decisions, since a late one must be whole."""
        order: tuple[Stage, ...] = ("in-time", "date-in-doubt", "late", "very-late")
        return max((challenge.stage for challenge in self.challenges), key=order.index, default="in-time")


def first_asked_for(letters: tuple[PlannedLetter, ...]) -> PlannedLetter | None:
    """Return the first of `letters` that is not merely offered, or None."""
    return next((letter for letter in letters if not letter.is_optional), None)


@dataclass(frozen=True)
class UnwrittenLetter:
    """A letter that cannot be written, and why, in a sentence for the screen."""

    kind: LetterKind
    reason_id: str
    why: str


@dataclass(frozen=True)
class PlannedDeadline:
    """A deadline that runs: `about` says what to do; counted from the earliest day if `is_from_rough_day`."""

    problem: str
    about: str
    deadline: Deadline
    is_from_rough_day: bool = False


@dataclass(frozen=True)
class Advice:
    """A warning or a step: an id, a heading and a few plain sentences."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True)
class Plan:
    """Everything the program advises in one case on one day of writing.

    `letters` are those that can be written, the one to send now first; it is empty when none can.
    """

    case: Case
    on: date
    letters: tuple[PlannedLetter, ...]
    unwritten: tuple[UnwrittenLetter, ...]
    deadlines: tuple[PlannedDeadline, ...]
    warnings: tuple[Advice, ...]
    lines: tuple[Advice, ...]
    steps: tuple[Advice, ...]
    cautions: tuple[str, ...]
    queries: tuple[Query, ...]

    @property
    def now(self) -> PlannedLetter | None:
        """The one letter to send now."""
        return first_asked_for(self.letters)

    @property
    def later(self) -> tuple[PlannedLetter, ...]:
        return tuple(letter for letter in self.letters if letter is not self.now)

    def letter(self, kind: str) -> PlannedLetter | None:
        """Return the letter of that `kind`, or None if it cannot be written."""
        return next((letter for letter in self.letters if letter.kind == kind), None)

    def why_not(self, kind: str) -> str:
        """Return why the letter of that `kind` cannot be written; "" if it can."""
        return next((letter.why for letter in self.unwritten if letter.kind == kind), "")
