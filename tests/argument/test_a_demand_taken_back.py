"""An answer to a demand: a consent is taken back with what was said or ticked, and a named person is "you"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from challenge_letters.argument.demand_words import what_you_did
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.unsaid import words_in_no_letter
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan
from tests.argument.cases import WRITERS
from tests.facts import case_of, demand

ON = date(2026, 11, 30)
NAMED = {"claimant": {"name": "Ann Example"}}
SAID = "aye, okay, I'll see if I can find it"
SAID_THEN = {"day": "2026-11-19", "how": "appointment", "words": SAID}
NOBODY_ELSE = "Nobody else may use my account"
COACH = "Mr Trial, my work coach"


def _plan(facts: dict[str, Any], **case_facts: Any) -> Plan:
    return make_plan(case_of(demand(**facts), **case_facts), on=ON)


def _letter(facts: dict[str, Any], voice: str = "own", **case_facts: Any) -> str:
    plan = _plan(facts, writer=WRITERS[voice], **NAMED, **case_facts)
    letter = plan.letter("password-reply")
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=plan.on))


def _ground(letter: str, heading: str) -> str:
    """Return what stands under `heading`."""
    return letter.split(f"\n{heading}\n")[1].strip().partition("\n\n")[0]


# -- what was said


def test_what_was_said_is_told_where_it_is_taken_back() -> None:
    letter = _letter({"told_them": SAID_THEN, "takes_it_back": True})

    assert _ground(letter, NOBODY_ELSE) == (
        f"On 19 November at an appointment I said: “{SAID}”. I take back what I said then. I withdraw any"
        " consent that this gave to anybody else using my account. Consent can be withdrawn at any time"
        " (Article 7)."
    )
    assert letter.count(SAID) == 1


def test_what_is_not_taken_back_is_an_answer() -> None:
    letter = _letter({"told_them": SAID_THEN, "asked_on": "2026-11-24"})

    assert f"I had answered already on 19 November at an appointment: “{SAID}”" in letter
    assert "take back" not in letter
    assert NOBODY_ELSE not in letter


def test_what_the_account_tells_is_taken_back_without_its_words() -> None:
    told = {"told_them": {"words": SAID}, "account": f"He asked out loud. I said “{SAID}”."}
    letter = _letter({**told, "takes_it_back": True})

    assert letter.count(SAID) == 1
    assert "I take back what I said when I was asked for it." in _ground(letter, NOBODY_ELSE)


def test_without_a_day_it_was_said_when_it_was_asked_for() -> None:
    letter = _letter({"told_them": {"words": SAID}, "takes_it_back": True})

    assert f"When I was asked I said: “{SAID}”. I take back what I said then." in letter


@pytest.mark.parametrize("voice", ["adviser", "appointee"])
@pytest.mark.parametrize("nation", ["scotland", "northern-ireland"])
def test_for_somebody_it_is_taken_back_too(voice: str, nation: str) -> None:
    facts = {"told_them": SAID_THEN, "takes_it_back": True, "permission_box_ticked": True}
    ground = _ground(_letter(facts, voice, nation=nation), "Nobody else may use the account")

    assert f"What was said on 19 November at an appointment was this: “{SAID}”" in ground
    assert "What was said then is taken back." in ground
    assert "A box was ticked that let others look into the account." in ground
    assert "withdraws any consent that this gave to anybody else using the account." in ground


# -- what was ticked


def test_a_box_is_told_with_its_days_and_its_consent_withdrawn() -> None:
    box = {"box_ticked_on": "2026-06", "box_unticked": True, "box_unticked_on": "2026-11-20"}
    ground = _ground(_letter({"permission_box_ticked": True, **box}), NOBODY_ELSE)

    assert ground.startswith(
        "In June a box was ticked that let others look into my account. On 20 November the tick was taken out."
        " I withdraw any consent that this gave"
    )


def test_a_box_of_which_no_day_is_known() -> None:
    ticked = _ground(_letter({"permission_box_ticked": True}), NOBODY_ELSE)
    unticked = _ground(_letter({"permission_box_ticked": True, "box_unticked": True}), NOBODY_ELSE)

    assert ticked.startswith("A box was ticked that let others look into my account. I withdraw any consent")
    assert "The tick has been taken out since. I withdraw any consent" in unticked


def test_what_is_only_claimed_is_denied() -> None:
    claimed = _ground(_letter({"consent_claimed": True}), NOBODY_ELSE)

    assert claimed.startswith("It was said that I had agreed. I do not consent to anybody else")


# -- whoever is greeted is "you"


def test_whoever_is_greeted_has_asked_as_you() -> None:
    facts = {"asker": COACH, "asked_on": "2026-11-24", "place": "in my journal", "words": "Bring it."}
    letter = _letter(facts)

    assert "Dear Mr Trial," in letter
    assert "in my journal, you asked me for the password" in letter
    assert "Your words were: “Bring it.”" in letter
    assert "Mr Trial, my work coach" not in letter
    assert words_in_no_letter(_plan(facts)) == ()


def test_an_office_is_told_who_asked() -> None:
    letter = _letter({"asker": COACH, "asked_on": "2026-11-24", "place": "Leeds Jobcentre"})

    assert f"{COACH}, asked me for" in letter


def test_a_must_was_told_by_you() -> None:
    assert "You told me that I must." in _letter({"asker": COACH, "was_must": "yes"})
    assert "I was told that I must." in _letter({"asker": "my work coach", "was_must": "yes"})


@pytest.mark.parametrize("voice", ["own", "adviser", "appointee"])
def test_what_they_did_before_is_told_of_you(voice: str) -> None:
    first = "Mr Trial, my work coach, asked for it out loud."
    facts = {"asker": COACH, "asked_on": "2026-11-24"}
    told = {**facts, "first_asked_on": "2026-11-19", "first_asked_words": first}

    assert "On 19 November you asked for it out loud." in _letter(told, voice)
    assert "before. You asked for it out loud." in _letter({**facts, "first_asked_words": first}, voice)
    assert words_in_no_letter(_plan(told)) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mr Trial said: “I keep the passwords.”", "said: “I keep the passwords.”"),
        ("Mr J. Trial asked me for it.", "asked me for it."),
        ("Mr Trial turned his screen round.", ""),
        ("Mr Trial has a form for it.", ""),
        ("Mr Trials asked me for it.", ""),
        ("Mrs Day asked me for it.", ""),
        ("Mr Trial asked me and Mr Trial wrote it down.", ""),
    ],
)
def test_only_what_reads_as_well_of_you(typed: str, said: str) -> None:
    assert what_you_did(typed, "Mr J. Trial") == said


# -- whether it was a must, and what would follow


@pytest.mark.parametrize(
    "facts",
    [
        {"words": "If you do not, I may have to refer this to a decision maker."},
        {"words": "Or we look at a sanction."},
        {"words": "It is required."},
        {"said_would_follow": "My money would stop."},
    ],
)
def test_beside_a_threat_it_is_not_said_to_be_no_must(facts: dict[str, Any]) -> None:
    assert "I was not told that I must." not in _letter({"was_must": "no", **facts})


def test_a_mere_question_was_no_must() -> None:
    assert "I was not told that I must." in _letter({"was_must": "no", "words": "Could I see it?"})


def test_only_what_was_said_to_follow_is_to_be_withdrawn() -> None:
    withdrawn = "Withdraw what you said would follow."

    assert withdrawn in _letter({"said_would_follow": "Your money may stop."})
    assert withdrawn in _letter({"said_would_follow": "I was told my money would stop."})
    for nothing in ("", "Nothing.", "She told me to think about it."):
        letter = _letter({"said_would_follow": nothing})
        assert withdrawn not in letter
        assert "Offering the evidence is no failure" not in letter
        assert "“Nothing.”" not in letter


def test_nothing_said_to_follow_is_no_lost_word() -> None:
    assert words_in_no_letter(_plan({"said_would_follow": "Nothing."})) == ()


def test_whoever_would_rather_not_asks_that_nothing_follows() -> None:
    letter = _letter({"stance": "rather-not", "said_would_follow": "I may have to refer this."})

    assert "Confirm that what you said could follow will not follow from this." in letter
    assert "Withdraw" not in letter


# -- each thing once


def test_what_the_offers_tell_the_papers_do_not_show_again() -> None:
    offers = [{"way": "enclosed", "what": "a list of my 41 applications since September, with dates"}]
    facts = {"offers": offers, "evidence_shows": "I applied for 41 jobs since September"}

    assert "papers show" not in _letter(facts)
    assert words_in_no_letter(_plan(facts)) == ()
    more = {**facts, "evidence_shows": "I applied for 41 jobs since September, and 3 answered"}
    assert "My papers show that I applied for 41 jobs since September, and 3 answered." in _letter(more)


def test_one_paper_is_listed_once_in_whatever_order_its_words_are() -> None:
    offers = [{"way": "enclosed", "what": "a list of my 41 applications since September, with dates"}]
    printed = "Printed list of my applications, 41 since September, with dates"
    facts = {"offers": offers, "evidence": [{"what": printed}]}

    assert _letter(facts).partition("\nEnclosed\n")[2].split("•")[1:] == [f" {printed}\n"]


# -- what the password opens


def test_what_the_password_opens_is_a_ground_of_its_own() -> None:
    letter = _letter({"account_also_holds": ["same-password"]})

    assert _ground(letter, "The log-in would show nothing more") == (
        "A password does not show what I have done. What I offer does."
    )
    assert _ground(letter, "That password opens far more than is needed") == (
        "What is asked for has to be limited to what is needed (UK GDPR, Article 5(1)(c)). If you held my"
        " password, you would have to keep it secure (Article 5(1)(f)). The same password, or nearly the same,"
        " is used for other accounts of mine. You need none of that to check my work search, and what I offer"
        " opens none of it."
    )


def test_an_account_shown_on_a_device_is_not_said_to_stay_closed() -> None:
    shown = {"offers": [{"way": "own-device"}], "account_also_holds": ["messages"]}

    assert "You need none of that to check my work search.\n" in _letter(shown)


def test_where_it_opens_nothing_more_there_is_no_such_ground() -> None:
    letter = _letter({})

    assert "far more" not in letter
    assert "you would have to keep it secure" in _ground(letter, "The log-in would show nothing more")


def test_what_a_device_holds_stays_with_the_device() -> None:
    letter = _letter({"wanted": "device", "account_also_holds": ["messages"]})

    assert "My device also holds private messages" in _ground(
        letter, "The device itself is more than you need"
    )
    assert "far more" not in letter
