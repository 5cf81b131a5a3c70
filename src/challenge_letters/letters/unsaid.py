"""What was typed and stands in no letter: nothing is lost in silence."""

from __future__ import annotations

from challenge_letters.case.cleaning import cleaned
from challenge_letters.case.typed_words import Typed, typed_words
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sheets import work_search_record
from challenge_letters.plan.outcome import Plan

# Who somebody is and how to reach them: left out where that is not safe, else printed in a form of ours.
NOT_A_STORY = ("claimant", "writer", "safety", "contact", "translation")
# Names that this program uses itself, and sums, which a letter writes with a pound sign.
NOT_WORDS = frozenset({"id", "about", "query"})
SUMS = ("pounds", "lower_by")


def words_in_no_letter(plan: Plan) -> tuple[Typed, ...]:
    """Return each text of the case that stands in no letter of `plan`; none where there is no letter."""
    if not plan.letters:
        return ()
    letters = [fill(letter, plan.case, on=plan.on) for letter in plan.letters if not letter.is_optional]
    if plan.case.work_search:
        letters.append(work_search_record(plan.case, on=plan.on))
    printed = " ".join(_plain(plain_text(docx)) for docx in letters)
    return tuple(
        typed for typed in typed_words(plan.case) if is_for_a_letter(typed) and not _stands(typed, printed)
    )


def is_for_a_letter(typed: Typed) -> bool:
    """Say whether `typed` is part of a story that a letter should tell in these words."""
    is_story = typed.place.partition(".")[0] not in NOT_A_STORY
    return is_story and typed.name not in NOT_WORDS and not typed.name.endswith(SUMS)


def _stands(typed: Typed, printed: str) -> bool:
    return all(_plain(line) in printed for line in cleaned(typed.text).split("\n"))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
