"""A row that adds a circumstance (before, again, still, never) is said only where an answer says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from challenge_letters.argument.by_somebody import TWIN
from challenge_letters.argument.grounds.adjustment import is_adjustment_told
from challenge_letters.argument.sentences import Sentence
from challenge_letters.letters.wordings import wordings
from challenge_letters.plan.grounds import was_noted_only
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


def step_was_told_of(facts: Any) -> bool:
    told = facts.adjustment.told_on
    is_before_it = told is None or told.latest < facts.failure.happened.earliest
    return is_adjustment_told(facts.adjustment) and is_before_it


def was_before_the_claim(facts: Any) -> bool:
    return facts.was_before_claim == "yes" and is_before(facts.failure.happened, facts.claimed_on)


def for_some_reason(holds: Callable[[Any, Any], object]) -> Holds:
    return lambda facts: any(bool(holds(reason, facts)) for reason in facts.reasons)


def both(first: Holds, second: Holds) -> Holds:
    return lambda facts: first(facts) and second(facts)


def is_before(day: Any, other: Any) -> bool:
    return bool(day and other and day.latest < other.earliest)


BEGAN_THAT_DAY = for_some_reason(lambda reason, facts: reason.began == facts.failure.day)


def had_no_notice(facts: Any) -> bool:
    if facts.kind == "written-notice-request":
        return not facts.has_notice
    return facts.kind == "applied-sanction" and facts.decision.notice == "none-seen"


# A row, and what has to be true of the decision, the warning or the demand it stands in a letter about.
HANGS_ON: dict[str, Holds] = {
    **dict.fromkeys(
        ("heading-step-still-due", "case-step-still-due", "step-still-due", "step-still-due-no-day"),
        step_was_told_of,
    ),
    "could-not-act-seen-after": seen("after"),
    "could-not-act-seen-after-day": seen("after"),
    "could-not-act-seen-never": seen("never"),
    "told-before-you-wrote-no-contact": lambda facts: is_before(
        facts.told_them.day, facts.decision.dated or facts.decision.notified
    ),
    "told-before-you-wrote-no-reason": lambda facts: is_before(
        facts.told_them.day, facts.decision.dated or facts.decision.notified
    ),
    "told-before-you-wrote-no-good-reason": lambda facts: is_before(
        facts.told_them.day, facts.decision.dated or facts.decision.notified
    ),
    "known-when-you-decided": lambda facts: is_before(
        facts.told_them.day, facts.decision.dated or facts.decision.notified
    ),
    "rule-moved": lambda facts: is_before(facts.failure.day, facts.excused.moved_to),
    "rule-moved-no-law": lambda facts: is_before(facts.failure.day, facts.excused.moved_to),
    "sent-shortly-before": lambda facts: is_before(facts.requirement.told_on, facts.failure.day),
    "case-seen-late": seen("after"),
    **dict.fromkeys(
        ("case-excused-come", "case-excused-do-it", "case-excused-not-available", "case-excused-hours"),
        lambda facts: "excused" in facts.sides,
    ),
    **dict.fromkeys(
        (
            "case-excused-promised",
            "case-excused-noted-come",
            "case-excused-noted-do-it",
            "case-excused-noted-late",
            "heading-excused-noted-late",
        ),
        lambda facts: bool(facts.excused.meaning == "noted") or was_noted_only(facts),
    ),
    **dict.fromkeys(
        (
            "rule-taken-back",
            "rule-taken-back-no-law",
            "relied-on-your-word",
            "relied-on-your-word-higher",
            "relied-on-that-word",
            "relied-on-that-word-higher",
        ),
        lambda facts: "excused" in facts.sides,
    ),
    **dict.fromkeys(
        ("first-told-access", "first-told-health", "first-told-home"),
        for_some_reason(lambda reason, _: reason.told_on),
    ),
    "kept-from-telling": for_some_reason(lambda reason, _: reason.kind == "no-access"),
    "first-knew": lambda facts: facts.first_knew_on,
    "outstanding-in-words": lambda facts: facts.outstanding,
    "still-waiting-for": lambda facts: facts.outstanding,
    "press-for-final-response": lambda facts: facts.for_ombudsman,
    "press-procedure": lambda facts: facts.outstanding,
    "adjustment-asked-no-day": lambda facts: bool(facts.adjustment.asked_before == "yes"),
    "case-not-a-first": lambda facts: bool(facts.earlier_sanctions_known == "yes"),
    "heading-not-a-first": lambda facts: bool(facts.earlier_sanctions_known == "yes"),
    "case-never-rang": lambda facts: bool(facts.never_rang),
    "heading-never-rang": lambda facts: bool(facts.never_rang),
    "often-twice": lambda facts: bool(facts.call.rang == "twice"),
    "agreed-by-word-alone": for_some_reason(lambda reason, _: reason.agreed_by_word == "yes"),
    "agreed-by-word-alone-day": for_some_reason(lambda reason, _: reason.agreed_by_word == "yes"),
    "agreed-so-not-that": lambda facts: bool(facts.search_week.agreed_words),
    "would-rather-not-give": lambda demand: bool(demand.stance == "rather-not"),
    "will-not-give-again": lambda demand: demand.handed_over is not None,
    "job-is-gone": lambda facts: bool(facts.done_since.state == "closed"),
    "answer-before-your-day": lambda demand: demand.answer_by is not None,
    "answered-already": lambda demand: is_before(demand.told_them.day, demand.asked_on),
    "answered-already-words": lambda demand: is_before(demand.told_them.day, demand.asked_on),
    "asked-before-that": lambda demand: demand.first_asked_on is not None,
    **dict.fromkeys(
        ("had-been-asked-before", "asked-first-in-words", "asked-first-in-words-on"),
        lambda demand: bool(demand.first_asked_words),
    ),
    "never-open-days": lambda facts: facts.birth is not None,
    "not-asked-first": lambda facts: bool(facts.misconduct.asked_first == "no"),
    "deciding-not-heard": lambda facts: "not-heard" in facts.misconduct.deciding,
    **dict.fromkeys(
        ("case-not-warned", "deciding-not-warned"),
        lambda facts: "not-warned" in facts.misconduct.deciding,
    ),
    **dict.fromkeys(
        ("others-one-unproven", "others-several-unproven"),
        lambda facts: bool(facts.misconduct.evidence_shown == "no"),
    ),
    "ways-overlooked": lambda facts: bool(facts.job.tried_first),
    "starts-before-it-happened": lambda facts: is_before(facts.decision.reduced_from, facts.failure.day),
    "agreed-by-word": for_some_reason(lambda reason, _: reason.agreed_by_word == "yes"),
    "answer-before-appointment": lambda demand: demand.next_appointment is not None,
    "ask-look-at-later-decision": lambda due: due.later_dated is not None,
    "ask-treat-as-made-copy-enclosed": lambda chased: bool(chased.copy_enclosed),
    "apply-again-today": lambda refusal: bool(refusal.asked_again_today),
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
    "case-never-seen-that": seen("never"),
    "case-never-seen-that-details": both(seen("never"), had_details),
    "case-never-told": never_told,
    "case-never-told-details": both(never_told, had_details),
    "case-not-properly-details": had_details,
    "case-seen-late-details": both(seen("after"), had_details),
    "tail-told-minutes-before-there": lambda facts: facts.told_them.day == facts.failure.happened,
    "taken-back-on-appeal": lambda facts: facts.misconduct.is_taken_back,
    "heading-taken-back": lambda facts: facts.misconduct.is_taken_back,
    "heading-excused-until": lambda facts: facts.excused.moved_to is not None,
    "tail-told-minutes-before": lambda facts: facts.told_them.day == facts.failure.happened,
    "fit-note-known": lambda facts: is_before(facts.fit_note.told_on, facts.failure.happened),
    "found-out": lambda facts: facts.found_out_on is not None,
    "found-out-today": lambda facts: facts.found_out_on is not None,
    "heading-before-due": lambda facts: facts.failure.happened.latest < facts.birth.due,
    "first-told": for_some_reason(lambda reason, _: reason.told_on),
    "first-told-english": for_some_reason(lambda reason, _: reason.told_on),
    "have-never-seen-it": seen("never"),
    "heading-back-in-work": lambda facts: bool(facts.is_back_in_work == "yes"),
    "heading-handed-over-taken-back": lambda demand: demand.handed_over is not None,
    "heading-never-told": never_told,
    "heading-too-late": had_short_notice,
    "knew-before": seen("before"),
    "knew-before-named": seen("before"),
    "no-earlier": lambda facts: facts.earlier_sanctions_known == "yes" and not facts.earlier_sanctions,
    "no-earlier-although": lambda facts: (
        facts.earlier_sanctions_known == "yes" and not facts.earlier_sanctions
    ),
    **dict.fromkeys(
        ("heading-length-total-taken-back", "taken-back-is-no-failure-so-first", "work-out-without-it"),
        lambda facts: any(each.overturned for each in facts.earlier_sanctions),
    ),
    "never-before": lambda facts: facts.never_sanctioned,
    "never-before-although": lambda facts: facts.never_sanctioned,
    "no-proof-shown": lambda facts: bool(facts.misconduct.evidence_shown == "no"),
    "offer-own-device": lambda demand: any(offer.way == "own-device" for offer in demand.offers),
    "offer-own-device-on": lambda demand: any(offer.way == "own-device" for offer in demand.offers),
    "offer-own-device-there": lambda demand: any(offer.way == "own-device" for offer in demand.offers),
    "onset-caring": BEGAN_THAT_DAY,
    "onset-ill": BEGAN_THAT_DAY,
    "onset-travel": BEGAN_THAT_DAY,
    "payment-lower": had_no_notice,
    "payment-lower-by": had_no_notice,
    "payment-lower-day": had_no_notice,
    "payment-lower-day-by": had_no_notice,
    "papers-asked-for": lambda facts: any(paper.have == "asked-for" for paper in facts.evidence),
    "please-pay": lambda due: due.kind == "payment-due" and due.notice_dated is not None,
    "please-pay-sum": lambda due: bool(due.owed_pounds and (due.came == "nothing" or due.came_pounds)),
    "reconsideration-still-asked": lambda met: bool(met.reconsideration == "asked"),
    "rule-offer-before-claim": lambda facts: bool(facts.was_before_claim == "yes"),
    "rule-section-at-award": lambda facts: bool(facts.was_before_claim == "yes"),
    "same-again": lambda facts: bool(facts.earlier_sanctions or facts.failure.happened),
    "set-out-early": for_some_reason(lambda reason, _: reason.left_at and reason.usual_minutes),
    "slip-first": lambda facts: bool(facts.mistake.was_first == "yes"),
    "when-early": lambda facts: bool(facts.arrival.minutes_late < 0),
    "heading-slip-came-before": lambda facts: bool(facts.mistake.thought_day < facts.failure.day.earliest),
    "seen-after": seen("after"),
    "seen-after-named": seen("after"),
    "seen-before": seen("before"),
    "seen-before-named": seen("before"),
    "seen-never": seen("never"),
    "seen-never-named": seen("never"),
    "still-happening": lambda complaint: bool(complaint.is_still_happening),
    "stop-using-permission": lambda demand: demand.handed_over is not None,
    "tail-told-before": lambda facts: is_before(facts.told_them.day, facts.failure.happened),
    "tail-told-before-there": lambda facts: is_before(facts.told_them.day, facts.failure.happened),
    "tail-asked-before": lambda facts: is_before(facts.done_since.offered_on, facts.failure.happened),
    "days-before": lambda facts: is_before(facts.told_them.day, facts.failure.happened),
    "the-day-before": lambda facts: is_before(facts.told_them.day, facts.failure.happened),
    "that-is-no-decision": lambda chased: bool(chased.said_back),
}
# What is asked of the office, what the law says, a sum, and the order of things: nothing about the person.
NO_CIRCUMSTANCE = frozenset(
    [
        # The day before it was done, which is told.
        "days-made-of",
        "days-made-of-one",
        # That it happened one time, and gives no leave for another.
        "heading-looked-at-once",
        "ask-why-so-early-own-day",
        # What lies before whoever decides.
        "the-answer-is-before-you",
        "the-answer-is-before-you-with-papers",
        # When it rang is compared with the window that was given.
        "heading-rang-early",
        "records-interpreter",
        "thing-start-later",
        "earlier-needed",
        "first-higher",
        "first-higher-at-most",
        "first-low",
        "first-low-at-most",
        "first-medium",
        "first-medium-at-most",
        "first-of-another-level",
        "fit-note-lifts-for-days",
        "heading-open-days-over-too",
        "heading-unexplained",
        "open-days-here",
        "so-no-more-than-first",
        "so-no-more-than-first-then",
        "so-they-fall-too",
        "also-a-complaint",
        "answer-messages",
        "at-the-very-most",
        "ask-if-days-still-run",
        "heading-no-open-day",
        "heading-open-days-ended",
        "rule-failure-ceases",
        "rule-failure-ceases-lowest",
        "ask-booking-ends-days",
        "ask-booking-ends-days-all",
        "ask-booking-ends-days-no-day",
        "ask-change-requirement",
        "ask-record-done",
        "ask-record-done-lowest",
        "ask-record-done-on",
        "ask-record-done-on-lowest",
        "ask-refusal-in-writing",
        "ask-refusal-notice",
        "ask-review-before-accepting",
        "ask-search-again",
        "ask-show-earlier-notice",
        "ask-treat-as-made",
        "ask-what-is-still-to-do",
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
        "hardship-seven-days",
        "heading-very-late",
        "heading-young",
        "if-refused-as-late",
        "lowest-level-fits",
        "no-failure-recorded",
        "no-failure-recorded-doing",
        "no-failure-recorded-as-argued",
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
        "rule-weeks-around-a-birth",
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


def _whose(row: str) -> str:
    """Return the row that `row` is the twin of in an appointee's letter: it hangs on the same answer."""
    return row.removesuffix(TWIN)


def test_every_row_with_a_circumstance_is_known() -> None:
    rows = wordings().items()
    with_one = {_whose(name) for name, row in rows if any(WORDS.search(cell) for cell in row.cells)}

    assert with_one - HANGS_ON.keys() - NO_CIRCUMSTANCE == set()
    assert (HANGS_ON.keys() | NO_CIRCUMSTANCE) - with_one == set()


def test_a_circumstance_is_said_only_where_an_answer_says_it() -> None:
    found = {
        (letter.name, row)
        for letter in letters()
        for paragraph in letter.argument.paragraphs
        for sentence in paragraph
        for row, answers in inside(sentence)
        if _whose(row) in HANGS_ON and not any(HANGS_ON[_whose(row)](each) for each in about(letter, answers))
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
