"""What was said at the time, what a letter has said already, and what is no ground of its own."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.case.admissions import admitted_in
from challenge_letters.case.case import QueryAnswer
from challenge_letters.case.queries import open_queries
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from tests.argument.test_two_decisions import letter_about, missed
from tests.facts import MONDAY, case_of, demand, sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
ADVISER: dict[str, Any] = {
    "writer": {"kind": "adviser", "name": "Sam Adviser", "calls_them": "Ms Example"},
    "claimant": {"name": "Ann Example"},
}


def _letter(*problems: Any, kind: str = "", **facts: Any) -> str:
    """Return the letter as it stands when whoever typed the case says that an odd answer is right."""
    case = case_of(*problems, **facts)
    odd = tuple(QueryAnswer(query=each.key) for each in open_queries(case, today=MONDAY))
    plan = make_plan(case.model_copy(update={"answered_queries": odd}), on=MONDAY)
    letter = plan.letter(kind) if kind else plan.now  # type: ignore[arg-type]
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=plan.on)).replace("\n", " ")


# -- what stands in quotation marks


@pytest.mark.parametrize(
    ("account", "asked_about"),
    [
        ('At 13.20 I wrote: "Sorry I missed this morning. I forgot."', ()),
        ("She wrote “he forgot to come”.", ()),
        ('I forgot it. At 13.20 I wrote: "Can I come tomorrow?"', ("I forgot it.",)),
        ("I forgot, so I wrote “Sorry. May I come?”", ("I forgot, so I wrote “Sorry. May I come?”",)),
        ("“I forgot it.”", ("“I forgot it.”",)),
        ("Ms Example says: “I forgot it.”", ("Ms Example says: “I forgot it.”",)),
    ],
)
def test_what_was_said_at_the_time_is_not_asked_about(account: str, asked_about: tuple[str, ...]) -> None:
    found = admitted_in(case_of(threat(account=account)))

    assert tuple(each.sentence for each in found) == asked_about


# -- a job that was lost


def _lost(
    reason_given: str = "You did not turn up.", reasons: Any = (), *, day: str = "", **misconduct: Any
) -> dict[str, Any]:
    failure = {
        "kind": "lost-job",
        "happened": "2026-09-25",
        "their_words": "You lost your job by misconduct.",
    }
    failure |= {"their_day": day} if day else {}
    told = {"disputed": ["not-misconduct"], "reason_given": reason_given, **misconduct}
    account = misconduct.pop("account", "I rang in at six.")
    told.pop("account", None)
    return sanction(failure=failure, account=account, misconduct=told, reasons=list(reasons))


ATTACK = {"kind": "caring", "called": "my daughter’s asthma attack", "fact": "She was taken to hospital."}


@pytest.mark.parametrize(
    ("account", "words", "is_composed"),
    [
        ("I have appealed to Tesco.", "and have had no answer so far", False),
        ("I put in an appeal on 28 September.", "on 28 September", False),
        ("I put in an appeal.", "on 28 September", True),
        ("I have not appealed yet.", "on 28 September", True),
        ("I rang in at six.", "and have had no answer so far", True),
    ],
)
def test_an_appeal_of_which_the_account_tells_is_told_once(
    account: str, words: str, is_composed: bool
) -> None:
    letter = _letter(_lost(account=account, own_appeal=words))

    assert ("I appealed to the employer" in letter) is is_composed


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("You did not turn up.", "To be kept from work by my daughter’s asthma attack is no misconduct."),
        ("No call, no show.", "It was my daughter’s asthma attack that kept me away. That is no misconduct."),
        ("Absence without leave.", "She was taken to hospital. It was my daughter’s asthma attack"),
        ("Your attendance.", "No reduction should be made."),
        ("You keep being late.", "To be late for work because of my daughter’s asthma attack is no"),
        ("Poor timekeeping.", "It was my daughter’s asthma attack that made me late."),
    ],
)
def test_what_kept_somebody_from_work_is_no_misconduct(given: str, said: str) -> None:
    assert said in _letter(_lost(given, [ATTACK]))


@pytest.mark.parametrize("given", ["You swore at a customer.", "You walked out of the late shift."])
def test_a_reason_says_nothing_of_another_charge(given: str) -> None:
    letter = _letter(_lost(given, [ATTACK]))

    assert "asthma" not in letter
    assert "There was no misconduct." in letter


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ({"kind": "ill", "fact": "I had a fever."}, "It was the illness that kept me away."),
        (
            {"kind": "bereavement", "fact": "My dad died.", "relation": "father"},
            "It was the death of my fath",
        ),
        ({"kind": "travel", "fact": "There was no bus."}, "That is not misconduct."),
        ({"kind": "custody-hospital-court", "was_in": "court", "fact": "I was a juror."}, "be at court that"),
    ],
)
def test_a_reason_without_a_name_is_called_by_its_kind(reason: dict[str, Any], said: str) -> None:
    letter = _letter(_lost(reasons=[reason]))

    assert said in letter
    assert reason["fact"] in letter


def test_who_denies_being_late_was_late_because_of_nothing() -> None:
    letter = _letter(_lost("You were late.", [ATTACK], disputed=["conduct"]))

    assert "made me late" not in letter
    assert "She was taken to hospital." in letter


def test_an_adviser_says_it_of_the_client() -> None:
    letter = _letter(_lost(reasons=[{**ATTACK, "called": "her daughter’s asthma attack"}]), **ADVISER)

    assert "It was her daughter’s asthma attack that kept my client away." in letter


@pytest.mark.parametrize(("day", "said"), [("", "because you say: “"), ("2026-09-25", "you say of 25 Sep")])
def test_a_day_that_only_the_person_gave_is_not_said_to_be_the_offices(day: str, said: str) -> None:
    letter = _letter(_lost(day=day))

    assert said in letter
    assert "No reduction should be made." in letter


# -- what the notice gives


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
@pytest.mark.parametrize("writer", [{}, ADVISER])
@pytest.mark.parametrize(
    ("words", "asked"), [("You did not attend.", "no other reasons."), ("", "no reasons.")]
)
def test_a_notice_that_is_quoted_gives_no_other_reasons(
    words: str, asked: str, writer: dict[str, Any], nation: str
) -> None:
    problem = sanction(failure={**MISSED, "their_words": words}, decision={"gives_reasons": "no"})

    assert f"notice gives {asked}" in _letter(problem, nation=nation, **writer)


def test_of_two_notices_one_that_is_quoted_is_enough() -> None:
    failure = {"kind": "missed-appointment", "happened": "2026-10-23", "their_words": "You did not attend."}
    _, letter = letter_about(missed("one", "2026-10-20"), missed("two", "2026-10-23", failure=failure))

    assert "Your notice gives no other reasons." in letter


# -- a step that is needed

STEP = {"told_on": "2026-09-17", "told_how": "phone", "asked_before": "yes", "step_wanted": "Calls by phone"}
BUS = "Sitting on the bus for an hour each way. Travelling makes it worse."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (BUS, "What is harder for me is sitting on the bus for an hour each way. Travelling makes it worse."),
        ("Sitting in crowded rooms.", "What is harder for me is sitting in crowded rooms."),
        ("Crowds", "What is harder for me is crowds."),
        ("Travelling makes it worse.", " Travelling makes it worse. "),
        ("Unable to sit", "What is harder for me is this: “Unable to sit.”"),
        ("My back", "What is harder for me is this: “My back.”"),
        ("Crowds. Noise.", "What is harder for me is this: “Crowds. Noise.”"),
    ],
)
def test_what_is_harder_finishes_a_sentence_or_is_one(words: str, said: str) -> None:
    step = {**STEP, "disadvantage": words}

    assert said.replace(".”", "”") in _letter(sanction(failure=MISSED, adjustment=step)).replace(".”", "”")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Sitting on the bus for an hour.", "is sitting on the bus for an hour."),
        ("Sitting in a room on my own.", "is this: “Sitting in a room on my own.”"),
        (BUS, "each way. Travelling makes it worse."),
        ("Sitting on the bus. It hurts my back.", "is sitting on the bus. She says: “It hurts my back.”"),
    ],
)
def test_a_client_is_quoted_only_where_it_speaks_of_itself(words: str, said: str) -> None:
    step = {**STEP, "disadvantage": words}

    assert said in _letter(sanction(failure=MISSED, account="Ann was ill.", adjustment=step), **ADVISER)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (
            "On 2 October they answered: Thanks, noted. Nothing since",
            "answered: Thanks, noted. Nothing since.",
        ),
        ("said it would be noted", "They said it would be noted."),
        ("A stool in the hall", "What came of it is this: “A stool in the hall”."),
    ],
)
def test_what_came_of_a_step_stands_as_it_is_told(done: str, said: str) -> None:
    step = {**STEP, "disadvantage": "Crowds", "what_was_done": done}
    letter = _letter(sanction(failure=MISSED, adjustment=step))

    assert said in letter
    assert ("What came of it" in letter) is ("What came" in said)


@pytest.mark.parametrize(
    "account",
    [
        "I was ill. On 2 October they answered: “Thanks, we will look at it.”",
        "On 2 October they answered my message: “Thanks, we will look at it.” I was ill.",
    ],
)
def test_what_came_of_a_step_is_told_once(account: str) -> None:
    done = "On 2 October they answered: Thanks, we will look at it"
    step = {**STEP, "disadvantage": "Crowds", "what_was_done": done}
    letter = _letter(sanction(failure=MISSED, account=account, adjustment=step))

    assert letter.count("we will look at it") == 1


def _two_with(second: dict[str, Any], first: dict[str, Any] | None = None, **about: Any) -> str:
    """Return the letter about two appointments for which a step was needed."""
    told = {**STEP, "disadvantage": "Travelling makes it worse.", "what_was_done": "Nobody wrote back."}
    _, letter = letter_about(
        missed("one", "2026-10-20", adjustment={**told, **(first or {})}),
        missed("two", "2026-10-23", adjustment={**told, **second}),
        **about,
    )
    return letter.replace("\n", " ")


@pytest.mark.parametrize("second", [{}, {"step_wanted": "a call in place of it"}, {"told_on": "2026-09-20"}])
def test_one_step_for_two_decisions_is_told_once(second: dict[str, Any]) -> None:
    letter = _two_with(second)

    assert letter.count("Travelling makes it worse.") == letter.count("Nobody wrote back.") == 1
    assert letter.count("I asked you by phone for this") == 1
    assert (
        "under 20 October. On 23 October it had still not been taken. Please weigh that here as well."
        in letter
    )


def test_another_step_for_the_second_decision_is_told() -> None:
    letter = _two_with({"told_on": "2026-10-01", "step_wanted": "A chair"})

    assert letter.count("I asked you by phone for this") == 2
    assert "told of above" not in letter


def test_a_step_asked_for_later_was_needed_on_both_days() -> None:
    late = {"told_on": "2026-10-28"}

    assert "I needed it on 23 October as well." in _two_with(late, late)


def test_what_is_new_about_the_step_is_told_with_the_second() -> None:
    letter = _two_with({"what_was_done": "They rang me once."}, nation="northern-ireland")

    assert "had still not been made. They rang me once. Please weigh" in letter


# -- what is no ground of its own

NOTE = {"began": "2026-10-12", "ended": "2026-11-12", "told_on": "2026-10-13"}
INFECTION = {"kind": "ill", "called": "a chest infection", "fact": "I had a chest infection."}
SIGNED_OFF: dict[str, Any] = {
    "failure": MISSED,
    "sides": ["had-reason", "not-required"],
    "groups": ["fit-note"],
    "fit_note": NOTE,
    "reasons": [INFECTION],
}


@pytest.mark.parametrize("problem", [sanction, threat])
def test_a_fit_note_lifts_no_interview_and_stays_a_fact(problem: Any) -> None:
    letter = _letter(problem(**SIGNED_OFF))

    assert "could not be asked of me" not in letter
    assert "more was asked of me" not in letter
    assert "At the time I had a fit note from 12 October to 12 November. You were given it on" in letter
    assert "show me the requirement" not in letter


@pytest.mark.parametrize(
    ("changed", "is_ground"),
    [
        ({"why_not_required": "My work coach had said to stay at home."}, True),
        ({"why_not_required": "The bus did not come.", "account": "The bus did not come."}, False),
        ({"groups": ["limited-capability"]}, False),
        ({"reasons": [], "sides": ["not-required"]}, True),
        ({"groups": ["none"]}, True),
    ],
)
def test_a_situation_is_no_ground_beside_a_good_reason(changed: dict[str, Any], is_ground: bool) -> None:
    letter = _letter(threat(**{**SIGNED_OFF, **changed}))

    assert ("could not be asked of me" in letter) is is_ground


def test_a_fit_note_for_two_interviews_is_told_once() -> None:
    told = {"sides": ["had-reason", "not-required"], "groups": ["fit-note"], "fit_note": NOTE}
    _, letter = letter_about(missed("one", "2026-10-20", **told), missed("two", "2026-10-23", **told))

    assert letter.count("I had a fit note from") == 1
    assert "The fit note covers this day as well." in letter


SUGGESTED: dict[str, Any] = {"told_by": "journal", "words": "Have a look.", "was_clear_it_was_required": "no"}
VACANCY = {"kind": "particular-vacancy", "happened": "2026-10-29", "their_words": "You did not apply."}


@pytest.mark.parametrize(
    ("needed", "side", "is_ground"),
    [
        ({"seen": "before"}, "not-told", False),
        ({"seen": "before"}, "not-understood", False),
        ({"seen": "after", "told_on": "2026-10-28"}, "not-told", True),
        ({"seen": "never"}, "not-told", True),
        ({"seen": "before", "was_clear_it_was_required": "not-known"}, "not-told", True),
        (
            {"told_by": "letter", "seen": "before", "told_on": "2026-10-20", "new_details_on": "2026-10-01"},
            "not-told",
            True,
        ),
    ],
)
def test_a_suggestion_that_was_seen_is_one_ground(needed: dict[str, Any], side: str, is_ground: bool) -> None:
    needed = {**SUGGESTED, **needed}
    letter = _letter(
        threat(failure=VACANCY, sides=["not-required", side], requirement=needed, groups=["none"])
    )

    assert ("A requirement counts only if it was made known" in letter) is is_ground
    assert is_ground or "not clearly" not in letter


def test_the_authority_of_a_provider_is_still_asked_for() -> None:
    failure = {**VACANCY, "asked_by": "provider", "provider": "Works Ltd"}
    needed = {**SUGGESTED, "seen": "before"}
    letter = _letter(sanction(failure=failure, sides=["not-required", "not-told"], requirement=needed))

    assert letter.count("authority") == 1


@pytest.mark.parametrize(
    ("told_by", "account", "said"),
    [
        ("journal", "I saw it.", "What I was sent was a suggestion"),
        ("phone", "He rang me.", "What I was told was a suggestion"),
        ("in-person", "I handed in my form.", "What I was told was a suggestion"),
        ("appointment", "She handed me a printout.", "What I was given was a suggestion"),
        ("appointment", "He gave me a list of jobs.", "What I was given was a suggestion"),
        ("appointment", "He gave me until Friday.", "What I was told was a suggestion"),
    ],
)
def test_a_suggestion_was_sent_or_said_or_given(told_by: str, account: str, said: str) -> None:
    needed = {**SUGGESTED, "told_by": told_by}
    told = {"failure": VACANCY, "sides": ["not-required"], "account": account}
    letter = _letter(threat(**told, requirement=needed))

    assert said in _letter(threat(**told, requirement={**needed, "words": ""}))
    assert ("If you read those words as a requirement" in letter) is (told_by != "journal")


# -- an answer to a demand

WANTED = "You must give me the password by Friday."


@pytest.mark.parametrize(
    ("words", "said_back", "times"),
    [
        (WANTED, "You must give me the password by Friday", 1),
        (WANTED, "He said: “You must give me the password by Friday.”", 1),
        ("No password, no money.", "no password, no money", 1),
        ("Bring it along.", "You must give me the password by Friday.", 1),
    ],
)
def test_an_answer_in_the_words_of_the_demand_is_not_quoted_again(
    words: str, said_back: str, times: int
) -> None:
    telling = {"how": "journal", "words": "Is it compulsory?", "said_back": said_back}
    letter = _letter(demand(words=words, told_them=telling)).casefold()

    assert letter.count(said_back.rpartition("“")[2].rstrip(".”").casefold()) == times
    assert ("the answer was" in letter) is (words == "Bring it along.")


@pytest.mark.parametrize(
    ("account", "words", "is_told"),
    [
        ("I wrote “Is this a requirement?” and he laughed.", "Is this a requirement?", False),
        ("I said no in the room. He laughed.", "I said no in the room.", False),
        ("In the room I told him I would bring a list.", "I told him in the room to bring a list", False),
        ("This is not a requirement, I think.", "Is this a requirement?", True),
        ("He laughed.", "I said no in the room.", True),
    ],
)
def test_what_the_account_tells_of_an_answer_is_told_once(account: str, words: str, is_told: bool) -> None:
    letter = _letter(demand(account=account, told_them={"words": words, "said_back": "It is up to you."}))

    assert letter.count(words.rstrip(".")) == (1 if is_told or words.rstrip(".") in account else 0)
    assert "It is up to you." in letter


@pytest.mark.parametrize(
    ("account", "is_dated"),
    [("I said no in the room.", True), ("On 10 November I said no in the room.", False)],
)
def test_the_day_of_an_answer_is_kept_where_the_account_has_none(account: str, is_dated: bool) -> None:
    telling = {"day": "2026-11-10", "words": "I said no in the room"}
    letter = _letter(demand(asked_on="2026-11-09", account=account, told_them=telling))

    assert ("I answered this on 10 November." in letter) is is_dated
    assert letter.count("said no in the room") == 1
