"""Somebody at risk who gives no way that is safe: the answer must go to no place by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.facts import MONDAY, case_of, demand, sanction, threat

from challenge_letters.argument.composing import COMPOSED
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan

NO_WAY = {"others_see": "yes", "post_is_safe": "no", "phone_is_safe": "no", "account_is_safe": "no"}
NATIONS = ("england", "northern-ireland")
APPOINTEE = {"kind": "appointee", "name": "Pat Fellow", "address": ["1 Any Road", "Testtown"]}
ADVISER = {"kind": "adviser", "name": "Pat Fellow", "organisation": "Testtown Advice"}


def _letters(nation: str, **facts: Any) -> Iterator[tuple[str, str]]:
    events = [{"day": "2026-11-02", "what": "They shouted at me."}]
    asked = ({"complaint": {"events": events}}, {"records_request": {}})
    told = (
        *(case_of(each, nation=nation, safety=NO_WAY, **facts) for each in (sanction(), threat(), demand())),
        *(case_of(sanction(), nation=nation, safety=NO_WAY, **more, **facts) for more in asked),
    )
    for case in told:
        for letter in make_plan(case, on=MONDAY).letters:
            if letter.kind in COMPOSED:
                yield letter.kind, plain_text(fill(letter, case, on=MONDAY))


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize(("writer", "whom"), [({}, "me"), (APPOINTEE, "Alex Sample")])
def test_the_letter_leaves_a_line_for_the_way(nation: str, writer: dict[str, Any], whom: str) -> None:
    claimant = {"name": "Alex Sample"}
    written = list(_letters(nation, writer=writer, claimant=claimant))

    assert {kind for kind, _ in written} >= {
        "mandatory-reconsideration",
        "good-reason-statement",
        "password-reply",
        "complaint",
        "subject-access-request",
    }
    for kind, text in written:
        assert "do not write to any address you hold" in text, kind
        assert f"contact {whom} only in this way: ...." in text, kind


@pytest.mark.parametrize("nation", NATIONS)
def test_an_adviser_is_the_way(nation: str) -> None:
    for kind, text in _letters(nation, writer=ADVISER):
        if kind != "subject-access-request":
            assert "only in this way" not in text, kind


@pytest.mark.parametrize("nation", NATIONS)
def test_a_way_that_was_told_leaves_no_line(nation: str) -> None:
    case = case_of(sanction(), nation=nation, safety={**NO_WAY, "reply_only_by": "text message"})
    letter = make_plan(case, on=MONDAY).letter("mandatory-reconsideration")
    assert letter is not None
    text = plain_text(fill(letter, case, on=MONDAY))

    assert "only by text message" in text
    assert "only in this way" not in text
