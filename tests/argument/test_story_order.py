"""The account is one chronology: what led to a thing stands before it, and nothing opens it that has no referent."""

from __future__ import annotations

from typing import Any

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from tests.facts import MONDAY, case_of, sanction

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}


def _story(**facts: Any) -> str:
    given = {"failure": MISSED, "sides": ["had-reason"], "account": "I fell on the stairs.", **facts}
    plan = make_plan(case_of(sanction(**given)), on=MONDAY)
    assert plan.now is not None
    return plain_text(fill(plan.now, plan.case, on=plan.on))


def test_what_was_told_comes_after_what_led_to_it() -> None:
    account = "On 27 October a firm rang me. I went there on 29 October at ten."
    told = {"day": "2026-10-27", "how": "journal", "words": "Can I have another day?"}
    letter = _story(account=account, told_them=told, reasons=[{"kind": "working", "fact": "I was there."}])

    assert "On 27 October I had told you in my journal: “Can I have another day?”" in letter
    assert letter.index("a firm rang me") < letter.index("I had told you in my journal")


def test_what_was_told_first_stays_first_where_the_account_begins_later() -> None:
    account = "On 29 October I could not stand."
    told = {"day": "2026-10-27", "how": "phone", "words": "I am ill."}
    letter = _story(account=account, told_them=told, reasons=[{"kind": "ill", "fact": "I had the flu."}])

    assert letter.index("On 27 October I told you by phone") < letter.index("could not stand")


def test_i_rang_the_day_before_stands_after_the_day_it_counts_from() -> None:
    reason = {
        "kind": "working",
        "fact": "A shop had asked me to come.",
        "what_i_did": "I rang the day before.",
    }
    told = {"day": "2026-10-28", "how": "phone", "words": "I cannot come tomorrow."}
    letter = _story(account="I had an interview at ten that morning.", reasons=[reason], told_them=told)

    assert letter.index("interview at ten") < letter.index("I rang the day before.")
    assert letter.index("I rang the day before.") < letter.index("“I cannot come tomorrow.”")


def test_what_the_office_was_first_told_of_is_named() -> None:
    ill = {"kind": "mental-health", "fact": "I get panic attacks.", "told_on": "2026-03"}
    letter = _story(reasons=[ill], account="I could not open the door.")

    assert "In March you already knew about my health." in letter
    assert "I first told you about this" not in letter


def test_one_short_sentence_is_no_paragraph_of_the_account() -> None:
    needed = {"told_by": "letter", "told_on": "2026-10-20", "words": "Come at ten."}
    letter = _story(requirement=needed, reasons=[{"kind": "ill", "fact": "I had the flu."}])

    (line,) = [each for each in letter.splitlines() if "Your letter of 20 October said" in each]
    assert "I fell on the stairs." in line


def test_a_day_does_not_lead_to_words_about_a_week() -> None:
    letter = _story(account="I had a stomach bug that week. I slept.", reasons=[{"kind": "ill"}])

    assert "On 29 October I had a stomach bug that week" not in letter
