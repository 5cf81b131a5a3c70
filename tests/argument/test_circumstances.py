"""A row that adds a circumstance (before, again, still, never) is said only where an answer says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from challenge_letters.argument.sentences import Sentence
from challenge_letters.letters.wordings import wordings
from tests.argument.cases import Letter, letters
from tests.letters.test_circumstances import WORDS

Holds = Callable[[Any], bool]


def seen(answer: str) -> Holds:
    return lambda facts: bool(facts.requirement.seen == answer)


def never_told(facts: Any) -> bool:
    return bool(facts.requirement.told_by == "never")


def had_details(facts: Any) -> bool:
    return facts.requirement.new_details_on is not None


def had_short_notice(facts: Any) -> bool:
    return facts.requirement.notice_minutes is not None


def was_before_the_claim(facts: Any) -> bool:
    return facts.was_before_claim == "yes" and is_before(facts.failure.happened, facts.claimed_on)


def for_some_reason(holds: Callable[[Any, Any], object]) -> Holds:
    return lambda facts: any(bool(holds(reason, facts)) for reason in facts.reasons)


def both(first: Holds, second: Holds) -> Holds:
    return lambda facts: first(facts) and second(facts)


def is_before(day: Any, other: Any) -> bool:
    return bool(day and other and day.latest < other.earliest)


BEGAN_THAT_DAY = for_some_reason(lambda reason, facts: reason.began == facts.failure.happened)
LOWER = both(
    lambda facts: facts.kind == "applied-sanction", lambda facts: facts.decision.notice == "none-seen"
)
# A row, and what has to be true of the decision, the warning or the demand it stands in a letter about.
HANGS_ON: dict[str, Holds] = {
    "adjustment-asked-no-day": lambda facts: bool(facts.adjustment.asked_before == "yes"),
    "agreed-by-word-alone": for_some_reason(lambda reason, _: reason.agreed_by_word == "yes"),
    "agreed-by-word": for_some_reason(lambda reason, _: reason.agreed_by_word == "yes"),
    "answer-before-appointment": lambda demand: demand.next_appointment is not None,
    "ask-look-at-later-decision": lambda due: due.later_dated is not None,
    "ask-treat-as-made-copy-enclosed": lambda chased: bool(chased.copy_enclosed),
    "asked-before": lambda facts: facts.already_asked is not None,
    "asked-for-this-before": lambda complaint: bool(complaint.adjustment.asked_before == "yes"),
    "before-claim-leaves": was_before_the_claim,
    "case-died-before": for_some_reason(
        lambda reason, facts: is_before(reason.died_on, facts.failure.happened)
    ),
    "came-too-late": had_short_notice,
    "case-too-late": had_short_notice,
    "case-no-reduction-before-claim": was_before_the_claim,
    "case-never-seen": seen("never"),
    "case-never-seen-details": both(seen("never"), had_details),
    "case-never-told": never_told,
    "case-never-told-details": both(never_told, had_details),
    "case-not-properly-details": had_details,
    "case-seen-late-details": both(seen("after"), had_details),
    "first-told": for_some_reason(lambda reason, _: reason.told_on),
    "have-never-seen-it": seen("never"),
    "heading-back-in-work": lambda facts: bool(facts.is_back_in_work == "yes"),
    "heading-handed-over-taken-back": lambda demand: demand.handed_over is not None,
    "heading-never-told": never_told,
    "heading-too-late": had_short_notice,
    "knew-before": seen("before"),
    "more-time": lambda facts: facts.more_time is not None,
    "no-earlier": lambda facts: facts.earlier_sanctions_known == "yes" and not facts.earlier_sanctions,
    "offer-own-device": lambda demand: any(offer.way == "own-device" for offer in demand.offers),
    "offer-own-device-on": lambda demand: any(offer.way == "own-device" for offer in demand.offers),
    "offer-own-device-there": lambda demand: any(offer.way == "own-device" for offer in demand.offers),
    "onset-caring": BEGAN_THAT_DAY,
    "onset-ill": BEGAN_THAT_DAY,
    "onset-travel": BEGAN_THAT_DAY,
    "payment-lower": LOWER,
    "payment-lower-by": LOWER,
    "payment-lower-day": LOWER,
    "payment-lower-day-by": LOWER,
    "papers-asked-for": lambda facts: any(paper.have == "asked-for" for paper in facts.evidence),
    "please-pay": lambda due: due.kind == "payment-due" and due.notice_dated is not None,
    "please-pay-sum": lambda due: bool(due.owed_pounds and (due.came == "nothing" or due.came_pounds)),
    "same-again": lambda facts: bool(facts.earlier_sanctions or facts.failure.happened),
    "seen-after": seen("after"),
    "seen-before": seen("before"),
    "seen-never": seen("never"),
    "still-happening": lambda complaint: bool(complaint.is_still_happening),
    "stop-using-permission": lambda demand: demand.handed_over is not None,
    "tail-told-before": lambda facts: is_before(facts.told_them.day, facts.failure.happened),
    "that-is-no-decision": lambda chased: bool(chased.said_back),
}
# What is asked of the office, what the law says, a sum, and the order of things: nothing about the person.
NO_CIRCUMSTANCE = frozenset(
    [
        "also-a-complaint",
        "answer-messages",
        "ask-booking-ends-days",
        "ask-booking-ends-days-all",
        "ask-booking-ends-days-no-day",
        "ask-change-requirement",
        "ask-refusal-in-writing",
        "ask-treat-as-made",
        "ask-why-so-early",
        "case-length-twice",
        "do-not-decide-before",
        "first-stage",
        "first-stage-after-team",
        "group-ended-days-on",
        "group-ends-days",
        "heading-appeal-length",
        "heading-changed",
        "heading-length-total",
        "heading-lowest",
        "heading-nil",
        "heading-open-days-over",
        "heading-rate",
        "heading-very-late",
        "heading-young",
        "if-refused-as-late",
        "lowest-level-fits",
        "no-failure-recorded",
        "no-reduction-pay-not-fallen-below",
        "nothing-decided",
        "notification-comes-first",
        "open-days-end",
        "open-days-end-lowest",
        "open-days-from-to",
        "open-days-two",
        "reasons-will-follow",
        "pay",
        "pay-a-month",
        "pay-a-week",
        "rule-late-pregnancy",
        "rule-notification-first",
        "second-stage-and-final",
        "should-be-made",
        "the-first",
        "unexplained-higher",
        "unexplained-low",
        "unexplained-lowest",
        "unexplained-medium",
        "work-out-again-then",
        "young-low-lasts-and-days",
        "young-low-lasts-open-days-only",
    ]
)


def inside(sentence: Sentence, outer: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each row that `sentence` is made of, with the answers it rests on."""
    answers = (*sentence.rests_on, *outer)
    yield sentence.wording, answers
    for value in sentence.slots.values():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Sentence):
                yield from inside(each, answers)


def about(letter: Letter, answers: tuple[str, ...]) -> tuple[Any, ...]:
    """Return what a sentence resting on `answers` may be about: one problem, the complaint, or any problem."""
    ids = {answer.split(".")[1] for answer in answers if answer.startswith("problems.")}
    problems = letter.letter.problems
    complaint = letter.case.complaint
    if complaint and any(answer.startswith("complaint.") for answer in answers):
        return (complaint,)
    return tuple(problem for problem in problems if problem.id in ids) or problems


def test_every_row_with_a_circumstance_is_known() -> None:
    with_one = {name for name, row in wordings().items() if any(WORDS.search(cell) for cell in row.cells)}

    assert with_one - HANGS_ON.keys() - NO_CIRCUMSTANCE == set()
    assert (HANGS_ON.keys() | NO_CIRCUMSTANCE) - with_one == set()


def test_a_circumstance_is_said_only_where_an_answer_says_it() -> None:
    found = {
        (letter.name, row)
        for letter in letters()
        for paragraph in letter.argument.paragraphs
        for sentence in paragraph
        for row, answers in inside(sentence)
        if row in HANGS_ON and not any(HANGS_ON[row](each) for each in about(letter, answers))
    }

    assert found == set()


def test_the_failure_before_it_is_told_of_by_the_decision_about_it() -> None:
    said = next(letter for letter in letters() if letter.name.startswith("two-within-14-days."))
    resting = {
        answers
        for paragraph in said.argument.paragraphs
        for sentence in paragraph
        for row, answers in inside(sentence)
        if row == "same-again"
    }

    assert resting == {("problems.first.failure.happened",)}
