"""The office knew which language somebody speaks before it wrote: a ground of its own, beside the reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import Reason
from challenge_letters.case.rough_days import RoughDay

RANK = 39
NAMED = re.compile(r"\binterpret", re.IGNORECASE)
SPOKEN = frozenset({"phone", "in-person", "never"})


def knew_the_need(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the office knew of the language before that day, unless its error says so."""
    reason = known_by(matter)
    if reason is None or reason.told_on is None:
        return None
    answer, is_interpreter = matter.reason_answer(reason, "told_on"), bool(matter.case.contact.interpreter)
    say = partial(said_of_the_need, answer=answer, is_interpreter=is_interpreter)
    since = say("knew-since", day=matter.day(reason.told_on))
    said = (since, *of_the_message(reason.told_on, answer, matter))
    return Ground("language-known", RANK, say("heading-knew-the-need"), (said,), say("case-knew-the-need"))


def known_by(matter: Matter) -> Reason | None:
    """Return the reason whose language the office knew before that day, in a letter about a decision."""
    failed = matter.failed_on
    if matter.sanction is None or failed is None or is_own_error(matter):
        return None
    return next(
        (
            each
            for each in matter.reasons
            if "english" in each.lacking and each.told_on and each.told_on.latest < failed.earliest
        ),
        None,
    )


def is_own_error(matter: Matter) -> bool:
    """Whether what the office knew and left out is that an interpreter is needed."""
    error = matter.sanction.official_error if matter.sanction else None
    return error is not None and bool(NAMED.search(error.what_they_knew))


def of_the_message(told: RoughDay | None, answer: str, matter: Matter) -> Iterator[Sentence]:
    """Yield how long after `told`, given in `answer`, the message came, and what the office knew by then."""
    came, by = matter.facts.requirement.told_on, matter.facts.requirement.told_by
    if came and told and by not in SPOKEN and told.latest < came.earliest:
        is_alone = any(each.interpreter == "no" for each in matter.reasons)
        rests_on = (answer, matter.answer("requirement.told_on"))
        slots = {"later": words_of.between(told.latest, came.earliest)}
        yield Sentence(f"message-came-later{'-alone' if is_alone else ''}", slots, rests_on)
    yield Sentence("knew-it-might-not-reach", {}, (answer,))


def said_of_the_need(row: str, answer: str, *, is_interpreter: bool, **slots: object) -> Sentence:
    """Return `row` with what the office knew: that an interpreter is needed, or that English is hard."""
    need = Sentence(f"need-{'interpreter' if is_interpreter else 'english'}")
    return Sentence(row, {"need": need, **slots}, (answer,))
