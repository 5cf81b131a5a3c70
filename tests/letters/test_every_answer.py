"""Every text a person gives turns up in a letter exactly as typed, or is on the list below with a reason."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from tests.letters.samples import FILLED, ON, Tokens, full_case, letters_of

from challenge_letters.letters.filling import fill
from challenge_letters.letters.page import page_html
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sheets import work_search_record
from challenge_letters.plan.outcome import Stage

# Between them these cases open every branch that prints something the person typed.
VARIANTS: tuple[tuple[Stage, dict[str, Any]], ...] = (
    ("in-time", {}),
    ("late", {"writer.kind": "adviser", "account-demand.handed_over": FILLED}),
    ("very-late", {"writer.kind": "appointee"}),
    ("in-time", {"safety.reply_only_by": FILLED, "decision.notice": "none-seen"}),
    ("in-time", {"answered_queries.query": "threat:days-differ"}),
)


def _of_both(**answers: Any) -> dict[str, Any]:
    """Return `answers` ("failure__kind") for the decision and for the warning."""
    problems = ("applied-sanction", "threatened-sanction")
    return {
        f"{each}.{name.replace('__', '.')}": value for each in problems for name, value in answers.items()
    }


VARIANTS += (
    ("in-time", _of_both(failure__kind="left-job", job__ended="sent-away")),
    ("in-time", _of_both(failure__kind="left-job", job__ended="walked-out")),
    (
        "in-time",
        _of_both(failure__kind="left-job", job__advised_by="doctor", job__other_work="taken-back"),
    ),
    ("in-time", _of_both(failure__kind="particular-vacancy")),
    ("in-time", {**_of_both(failure__kind="left-job"), "claimant.date_of_birth": "1990-04-03"}),
    ("in-time", _of_both(failure__kind="work-placement", job__ended="sent-away")),
    ("in-time", _of_both(failure__kind="lost-job")),
    (
        "in-time",
        {
            **_of_both(failure__kind="work-search-hours", search_week__fewer_because="agreed"),
            **_of_both(search_week__fewer_hours=None, groups=("carer",), cares_35_hours="no"),
            "applied-sanction.changed": None,
        },
    ),
    (
        "in-time",
        {
            **_of_both(failure__kind="missed-call", call__rang="once", call__time_given="window"),
            **_of_both(requirement__notice_minutes=None),
            "requirement.seen": "before",
        },
    ),
    ("in-time", _of_both(failure__kind="missed-call", call__rang="elsewhere")),
    ("in-time", {"reasons.kind": "unclear-or-mistake"}),
    # Nothing was asked before, so that what stopped them stands in the letter.
    ("very-late", {"applied-sanction.already_asked": None}),
    (
        "in-time",
        _of_both(arrival__due_at="11.15", failure__happened="2027-02-01", told_them__day="2027-02-01"),
    ),
    ("in-time", _of_both(failure__kind="evidence-not-given", handing_in__went_wrong="too-large")),
)
NOT_PRINTED = {
    "admissions.sentence": "it stands in the box in which it was typed, or is left out",
    "applied-sanction.reasons.age": "only the age of a child is said, and only where nothing beside it says it",
    "threatened-sanction.reasons.age": "only the age of a child is said, and only where nothing beside it says it",
    "applied-sanction.told_them.begins_at": "only how long before it they were told is said",
    "threatened-sanction.told_them.begins_at": "only how long before it they were told is said",
    "applied-sanction.failure.provider_address": "only the answer to a warning of the provider goes to it",
    "threatened-sanction.warning.address": "the answer goes to the provider that wrote, where there is one",
    "authority.evidence.what": "an authority stands by itself: no papers go with it",
    "claim-closed.words": "no letter of ours fits a closed claim: the plan says where to go instead",
}
HOSTILE = (
    "zq{number}x {{{{ 7777*7 }}}} {{% x %}} <b> & &amp; [FILE 1] *a* ${{1}} :heart: {{_{{ 😀 مرحبا Ŵyl a\tb"
)


@cache
def texts(pattern: str, at: int) -> tuple[str, dict[str, str]]:
    """Return all letters of one variant as text, and what was typed in each field."""
    tokens = Tokens(pattern)
    stage, changes = VARIANTS[at]
    case = full_case(tokens, changes)
    files = [fill(each.letter, each.case, on=ON) for each in letters_of(case, stage=stage)]
    files.append(work_search_record(case, on=ON))
    return "\n".join(plain_text(file) for file in files), tokens.fields


def printed(pattern: str) -> tuple[set[str], set[str]]:
    """Return the fields with a text in them, and those whose text is in some letter."""
    found = [texts(pattern, at) for at in range(len(VARIANTS))]
    fields = {path for _, typed in found for path in typed}
    return fields, {path for text, typed in found for path, words in typed.items() if words in text}


def test_every_text_is_printed_or_there_is_a_reason() -> None:
    fields, shown = printed("zq{number}x")

    assert fields - shown == set(NOT_PRINTED)


def test_what_is_typed_is_printed_exactly_as_typed() -> None:
    fields, shown = printed(HOSTILE)

    assert fields - shown == set(NOT_PRINTED)


def test_nothing_typed_is_evaluated() -> None:
    assert str(7777 * 7) not in texts(HOSTILE, 0)[0]


@pytest.mark.parametrize("at", range(len(VARIANTS)))
def test_no_tag_of_a_template_is_left(at: int) -> None:
    text, _ = texts("zq{number}x", at)

    assert [
        mark for mark in ("{{", "{%", "}}", "%}", "None", "__", "Undefined", " ,", "()") if mark in text
    ] == []


def test_a_page_escapes_what_was_typed() -> None:
    typed = "<script>alert(1)</script> & <b>"
    case = full_case(Tokens(), {"applied-sanction.account": typed})
    letter = next(letters_of(case))

    page = page_html(fill(letter.letter, letter.case, on=ON))

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;" in page
    assert "<script" not in page
