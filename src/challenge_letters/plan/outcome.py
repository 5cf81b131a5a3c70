"""What a plan consists of: letters, what cannot be written, deadlines, warnings, steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from challenge_letters.case.case import Case
from challenge_letters.case.failure import (
    FailureFacts,
    FewerBecause,
    Group,
    JobFault,
    NoReduction,
    Reason,
)
from challenge_letters.case.follow_ups import FollowUp
from challenge_letters.case.problems import AccountDemand, AppliedSanction, Problem, ThreatenedSanction
from challenge_letters.case.queries import Query
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.deadlines import Deadline
from challenge_letters.law.groups import Asked
from challenge_letters.letter_kinds.kinds import KINDS, LetterKind

Stage = Literal["in-time", "date-in-doubt", "late", "very-late"]
# Where no more time has to be asked for.
IN_TIME: tuple[Stage, ...] = ("in-time", "date-in-doubt")
GroundKind = Literal[
    "did-it",
    "excused",
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
    known, or would not be less. `is_same_again`: this one came so soon after it that it carries the same days
    and no more, even if that decision stands.
    """

    day: date
    days_without: int | None
    is_same_again: bool = False


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
    the last open-ended day; `is_free_now` whether nothing may be asked any more. `is_at_the_award`: the day
    that counts is that of the award, because the failure lay before the claim (section 26(4)).
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
    is_at_the_award: bool = False

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
class Unexplained:
    """More `days` than a `first` reduction of `level` can have, and nothing told that leads to them.

    `earlier` is how long an earlier one must have been for so many to follow; it is empty where none leads
    there. `is_at_most`: nobody said what could be asked of the person or how old they were, so that `level`
    and `first` are the most there can be. `is_first`: they say that they were never sanctioned before.
    `also_first_at` is a level above, of which so many days are the first length; "" where there is none.
    `same_as` is the day of a failure of another decision in the case, so near that its length follows again.
    """

    level: str
    days: int
    first: int
    earlier: tuple[int, ...]
    is_at_most: bool = False
    is_first: bool = False
    also_first_at: str = ""
    same_as: date | None = None


@dataclass(frozen=True)
class WorkSince:
    """Paid work since the failure: how long is `needed`, in words, and the day on which that was reached.

    `reached_on` is None where it is not reached, or cannot be said.
    """

    needed: str
    reached_on: date | None = None


@dataclass(frozen=True)
class BeforeClaim:
    """A job left, lost or refused before the claim: what the days `passed` until the claim leave.

    `ordinary` is what a reduction could last, or the days to the end of work that was to end before that;
    `left` what remains of it. `is_barred`: that is so little that no reduction may be made at all.
    """

    left_on: date
    claimed_on: date
    passed: int
    ordinary: int
    left: int
    is_barred: bool


HoursMet = Literal["outright", "deducted", "if-deducted", "short"]


@dataclass(frozen=True)
class HoursPoint:
    """The hours of one week against those expected of this person in it.

    `expected` is the lesser number where one applies, with what it rests on in `because` ("" where it is the
    number the office asked for, which is `asked`).
    `taken` is what surely comes off; `needed` the smallest deduction with which the hours done are enough.
    """

    expected: float
    done: float
    because: FewerBecause | Literal[""] = ""
    asked: float | None = None
    taken: float | None = None
    needed: float = 0
    met: HoursMet = "short"

    @property
    def is_met(self) -> bool:
        """Whether the hours done were enough, with what comes off worked out in numbers."""
        return self.met in ("outright", "deducted")

    @property
    def left(self) -> float | None:
        """Return the hours expected after what comes off; None where that is not known in hours."""
        return None if self.taken is None else plain_hours(self.expected - self.taken)


def plain_hours(hours: float) -> float:
    """Return a whole number of hours without a fraction, as it is written."""
    return int(hours) if hours == int(hours) else hours


@dataclass(frozen=True)
class MetInTime:
    """That the person did what was asked by the last day that the message itself gives."""

    done_on: RoughDay
    last_day: date

    @property
    def is_on_the_last_day(self) -> bool:
        return self.done_on.is_exact and self.done_on.earliest == self.last_day


@dataclass(frozen=True)
class Challenge:
    """One decision or warning as a letter answers it, with the grounds in the order they are taken.

    `faults` are what was wrong with the job, `barred` the cases in which no reduction may be made; `too_far`
    is the longest journey that can be required, in minutes each way, where the job was further.
    `reasons_to_lift_search` are those for which job search can be lifted for a time,
    `reasons_no_search_was_due` those for which it could not be required at all.
    `section` says under which of the two sanction provisions a failure of this kind falls.
    `disputed_before` are earlier failures that are counted against this one and disputed in the same letter.
    `work` is paid work since, where the person is back in it; `hours` the numbers of a week of work search;
    `met` says that it was done by the last day given.
    `short_notice` is how long before its time the requirement was made known, in words, if less than a day.
    `before_claim` is what is left of a reduction for a job left, lost or refused before the claim.
    `wrong_level` is the level their own words speak of, where it cannot be right and that is argued.
    `fixed_in_sum` are the fixed days in a number of days that holds open-ended ones as well.
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
    reasons_to_lift_search: tuple[Reason, ...] = ()
    reasons_no_search_was_due: tuple[Reason, ...] = ()
    protection: Protection = Protection()
    section: Literal["higher", "other", ""] = ""
    young: Young | None = None
    disputed_before: tuple[DisputedToo, ...] = ()
    work: WorkSince | None = None
    hours: HoursPoint | None = None
    met: MetInTime | None = None
    short_notice: str = ""
    before_claim: BeforeClaim | None = None
    wrong_level: str = ""
    unexplained: Unexplained | None = None
    fixed_in_sum: int | None = None

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
    `variant`. `is_optional`: nobody has asked for it yet, so it never comes first. `beside` are the kinds of
    all letters that can be written in the same case on the same day.
    """

    kind: LetterKind
    why: str
    challenges: tuple[Challenge, ...] = ()
    demand: AccountDemand | None = None
    is_optional: bool = False
    follow_up: FollowUp | None = None
    variant: str = ""
    beside: frozenset[LetterKind] = frozenset()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What it is about: the decisions or warnings, the demand, or what it follows up."""
        decided = (challenge.problem for challenge in self.challenges)
        return (*decided, *(each for each in (self.demand, self.follow_up) if each is not None))

    @property
    def is_for_the_phone(self) -> bool:
        """Whether it is read out on the phone and sent to nobody."""
        return KINDS[self.kind].is_spoken

    @property
    def is_for_journal(self) -> bool:
        """Whether its text may go into the online journal, where the account is safe."""
        return KINDS[self.kind].in_journal

    @property
    def may_wait(self) -> bool:
        """Whether it is sent later, if at all: nothing is lost while it waits for the first letter."""
        return KINDS[self.kind].may_wait

    @property
    def stage(self) -> Stage:
        """The stage of the letter as a whole: the latest of its decisions, since a late one must be whole."""
        order: tuple[Stage, ...] = ("in-time", "date-in-doubt", "late", "very-late")
        return max((challenge.stage for challenge in self.challenges), key=order.index, default="in-time")


def first_asked_for(letters: tuple[PlannedLetter, ...]) -> PlannedLetter | None:
    """Return the first of `letters` that is not merely offered, or None."""
    return next((letter for letter in letters if not letter.is_optional), None)


# Why a letter was never meant for a case.
FOR_ANOTHER_CASE = frozenset(
    {"no-decision-yet", "decided-already", "no-warning", "no-demand", "no-complaint"}
)


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

    `letters` are those that can be written, the one to send now first; it is empty when none can. `case` is
    what they tell, `told` the whole of it, with the sentences that are left out of them.
    """

    case: Case
    told: Case
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

    @property
    def limits(self) -> tuple[PlannedDeadline, ...]:
        """The deadlines as they are read: one that runs for several decisions stands there once."""
        once: dict[tuple[str, Deadline], PlannedDeadline] = {}
        for each in self.deadlines:
            once.setdefault((each.about, each.deadline), each)
        return tuple(once.values())

    @property
    def held_back(self) -> tuple[UnwrittenLetter, ...]:
        """The letters that belong to this case and cannot be written; not those for another kind of case."""
        return tuple(each for each in self.unwritten if each.reason_id not in FOR_ANOTHER_CASE)

    def letter(self, kind: str) -> PlannedLetter | None:
        """Return the letter of that `kind`, or None if it cannot be written."""
        return next((letter for letter in self.letters if letter.kind == kind), None)

    def why_not(self, kind: str) -> str:
        """Return why the letter of that `kind` cannot be written; "" if it can."""
        return next((letter.why for letter in self.unwritten if letter.kind == kind), "")
