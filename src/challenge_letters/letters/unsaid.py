"""What was typed and stands in no letter: nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.composing import COMPOSED, compose
from challenge_letters.argument.groups_named import CHILDREN, groups_named
from challenge_letters.argument.typed import is_no_answer
from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.failure import FailureFacts, Group
from challenge_letters.case.found_once import finding_once
from challenge_letters.case.sentences import split
from challenge_letters.case.typed_words import Typed, typed_words
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sheets import work_search_record
from challenge_letters.plan.outcome import Plan, PlannedLetter

# Who somebody is and how to reach them: left out where that is not safe, else printed in a form of ours.
NOT_A_STORY = ("claimant", "writer", "safety", "contact", "translation")
# Names that this program uses itself, and sums, which a letter writes with a pound sign.
NOT_WORDS = frozenset({"id", "about", "query"})
SUMS = ("pounds", "lower_by")
NO_GROUP: frozenset[Group] = frozenset({"none", "not-known"})
ANSWERS = ("said_back", "their_answer", "said_would_follow")


def words_in_no_letter(plan: Plan) -> tuple[Typed, ...]:
    """Return each text of the case that stands in no letter of `plan`; none where there is no letter.

    A sentence that a letter leaves out because it has said it already is no word that is lost.
    """
    if not plan.letters:
        return ()
    texts = tuple(typed_words(plan.case))
    with finding_once():
        said = f"{_printed(plan)} {_said_otherwise(plan)}"
    facts = {typed.place for typed in texts if typed.name == "fact"}
    return tuple(
        typed
        for typed in texts
        if is_for_a_letter(typed) and not _is_said_in_other_words(typed, facts) and not _stands(typed, said)
    )


def groups_in_no_letter(plan: Plan) -> Iterator[tuple[int, Group]]:
    """Yield each group that was told and that no letter of `plan` names, with the number of its problem.

    A letter may leave one out because it helps nothing there, or would harm: the person sees that it does.
    """
    arguments = [
        (letter, groups_named(compose(letter, plan.case, on=plan.on)))
        for letter in _sent(plan)
        if letter.kind in COMPOSED and letter.challenges
    ]
    for place, problem in enumerate(plan.case.problems):
        about = [named for letter, named in arguments if problem in letter.problems]
        if isinstance(problem, FailureFacts) and about:
            told = frozenset().union(*about) | _told_with_a_reason(problem)
            yield from ((place, group) for group in problem.groups if group not in told | NO_GROUP)


def _told_with_a_reason(problem: FailureFacts) -> frozenset[Group]:
    """Return the groups of which a reason tells in its own words: whoever needed the person."""
    is_care = any(each.kind == "caring" for each in problem.reasons)
    return frozenset((*CHILDREN, "carer")) if is_care else frozenset()


def _printed(plan: Plan) -> str:
    letters = [fill(letter, plan.case, on=plan.on) for letter in _sent(plan)]
    if plan.case.work_search:
        letters.append(work_search_record(plan.case, on=plan.on))
    return " ".join(_plain(plain_text(docx)) for docx in letters)


def _said_otherwise(plan: Plan) -> str:
    """Return the sentences that a letter leaves out because it has them already, or in other words."""
    composed = (compose(letter, plan.case, on=plan.on) for letter in _sent(plan) if letter.kind in COMPOSED)
    return " ".join(_plain(out.words) for each in composed for out in each.left_out)


def _sent(plan: Plan) -> tuple[PlannedLetter, ...]:
    return tuple(letter for letter in plan.letters if not letter.is_optional)


def is_for_a_letter(typed: Typed) -> bool:
    """Say whether `typed` is part of a story that a letter should tell in these words."""
    is_story = typed.place.partition(".")[0] not in NOT_A_STORY
    return is_story and typed.name not in NOT_WORDS and not typed.name.endswith(SUMS)


def _stands(typed: Typed, said: str) -> bool:
    return all(_plain(sentence) in said for sentence in split(cleaned(typed.text)))


def _is_said_in_other_words(typed: Typed, facts: Collection[str]) -> bool:
    """Whether `typed` says that no answer came, or names a reason of which a fact is told."""
    is_name = typed.name == "called" and f"{typed.place.removesuffix('called')}fact" in facts
    return is_name or (typed.name in ANSWERS and is_no_answer(typed.text))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
