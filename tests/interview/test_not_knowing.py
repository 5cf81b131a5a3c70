"""Nobody has to guess: what a person may not know can be left empty, or has an answer that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from challenge_letters.interview.pages import PAGES, Answer
from challenge_letters.interview.texts import labels
from tests.interview.walker import questions

# Answers that say "I do not know", "none of these" or "something else".
NOT_KNOWING = frozenset(
    {"not-known", "prefer-not-to-say", "not-sure", "none", "nothing", "other", "not-said"}
)
# Only the person can say it, and they can: why they are here, what they did, have or want, and where a list ends.
THEIRS = {
    **dict.fromkeys(("another", "writer_kind", "nation"), "who they are, and where a list ends"),
    **dict.fromkeys(
        (
            *("asked_now", "change_other_coach", "change_keeps_appointments", "chase_complain"),
            *("mp_for_ombudsman", "mp_may_use_details", "auth_may_get_copies", "auth_may_hear_of_health"),
            *("auth_may_get_records", "say_safely", "wanted_as", "work_search_way", "next_kind"),
            *("has_adjustment", "chase_copy_enclosed", "writer_authority_enclosed", "writer_client_signs"),
            *("refused_asked_again_today", "hard_for_child"),
        ),
        "what they want",
    ),
    **dict.fromkeys(
        (
            *("was_stopped", "handed", "told_about_demand", "sent_what"),
            *("met_reconsideration", "reasons_reconsideration", "ice_challenged_elsewhere"),
        ),
        "what they did",
    ),
    **dict.fromkeys(("has_receipt", "has_costs", "couple_signs"), "what they have"),
    **dict.fromkeys(
        ("wanted", "about", "appeal_outcome"), "what the letter is about: without it there is none"
    ),
    "benefit": "without it no law can be named; the page says where it stands",
    "answer": "an answer that may not fit is changed, explained or left",
    "admission": "a sentence is left out or kept; whoever does not know keeps it, as it was typed",
}
# Words that have to be there: what an item of a list is, and whose name signs.
NEEDED = frozenset({"what", "appointee_name", "words", "work_search_rows", "file_text"})


def _asked() -> Iterator[tuple[str, Answer, Mapping[str, Any]]]:
    """Yield each answer with its page and its field, as the question puts it."""
    for page in PAGES.values():
        for one in questions()[page.id].get("fields", []):
            name = str(one.get("field") or one.get("no label")).rpartition(".")[2]
            for answer in page.answers:
                if "note" not in one and name in answer.attributes:
                    yield page.id, answer, one


def test_every_choice_can_be_made_by_somebody_who_does_not_know() -> None:
    without = {
        (page, answer.name)
        for page, answer, one in _asked()
        if answer.shape == "choice"
        and one.get("required", True)
        and not NOT_KNOWING & set(labels(answer.choices))
        and not any("don't know" in label for label in labels(answer.choices).values())
    }
    assert {(page, name) for page, name in without if name not in THEIRS} == set()


def test_words_and_days_can_be_left_empty_but_where_nothing_is_said_without() -> None:
    needed = {
        (page, answer.name)
        for page, answer, one in _asked()
        if answer.shape in ("words", "day", "rough") and one.get("required", True)
    }
    assert {(page, name) for page, name in needed if name not in NEEDED} == set()


def test_every_reason_to_ask_without_a_way_out_is_needed() -> None:
    asked = {answer.name for _, answer, _ in _asked()}
    assert set(THEIRS) <= asked
    assert NEEDED - {"file_text"} <= asked
