"""No sentence made for the usual case stands where what was told makes it untrue."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.argument.narrated import is_narrated
from challenge_letters.argument.typed import is_no_answer
from challenge_letters.letters.wording import in_a_list, quoted
from tests.argument.cases import body_of, of_case
from tests.argument.test_facts import text
from tests.examples import AS_AT
from tests.facts import case_of, demand, sanction
from tests.follow_ups import complete

REQUIRED = {"told_by": "journal", "told_on": "2026-11-02", "words": "You must apply by 6 November."}
CANNOT_DRIVE = [{"kind": "job-turned-down", "fact": "I have never driven one."}]
ILL = {"sides": ["had-reason"], "reasons": [{"kind": "ill", "fact": "I had a fever."}]}
MISSED = {"kind": "missed-appointment", "their_day": "2026-10-20"}


def _failed(kind: str, day: str = "2026-10-14", **facts: Any) -> str:
    return text({"failure": {"kind": kind, "happened": day}, **facts})


@pytest.mark.parametrize("kind", ["particular-vacancy", "employer-interview"])
def test_nobody_denies_that_what_is_quoted_was_required(kind: str) -> None:
    letter = _failed(kind, requirement=REQUIRED, sides=["not-required"], why_not_required="It asks too much.")
    assert "It could not reasonably be required of me." in letter
    assert "not been required" not in letter
    assert "was not required" not in letter


def test_what_was_only_suggested_was_not_required() -> None:
    suggested = {**REQUIRED, "was_clear_it_was_required": "no"}
    letter = _failed("particular-vacancy", requirement=suggested, sides=["not-required"])
    assert "that job was suggested to me, not required of me" in letter.casefold()


@pytest.mark.parametrize("kind", ["job-offer", "particular-vacancy", "work-placement", "left-job"])
def test_who_never_set_out_was_not_held_up_on_the_way(kind: str) -> None:
    letter = _failed(kind, sides=["had-reason"], reasons=[{"kind": "travel", "fact": "There is no bus."}])
    assert "held up" not in letter
    assert "get there" in letter or "got there" in letter


def test_not_applying_is_not_turning_a_job_down() -> None:
    told = {"sides": ["had-reason"], "reasons": CANNOT_DRIVE}
    assert "good reasons not to apply for it" in _failed("particular-vacancy", **told)
    lacking = _failed("particular-vacancy", **told, job={"lacked": "a forklift certificate"})
    assert "The job asks for what I do not have." in lacking
    assert "not to take that job" in _failed("job-offer", **told)


def test_an_agreement_has_its_own_day_and_not_that_of_its_cause() -> None:
    agreed = {"kind": "unfair-commitment", "agreed_by_word": "yes", "began": "2026-06"}
    week = {"fewer_because": "agreed", "agreed_on": "2026-07-14"}
    letter = _failed("work-search-hours", sides=["had-reason"], reasons=[agreed], search_week=week)
    assert "You had agreed to less on 14 July by word of mouth" in letter
    assert "goes back to June" not in letter
    undated = _failed("work-search-hours", sides=["had-reason"], reasons=[agreed])
    assert "You had agreed to less by word of mouth, and it was never written down." in undated


@pytest.mark.parametrize(
    "back",
    [
        "No reply.",
        "no response",
        "No call back.",
        "Nothing yet",
        "They didn't answer",
        "nobody rang back",
        "No",
    ],
)
def test_no_answer_is_told_in_many_words(back: str) -> None:
    assert is_no_answer(back)


@pytest.mark.parametrize(
    "back", ['He put down "declined".', "I was told it would be noted.", "The lady said it was fine"]
)
def test_a_narration_is_no_answer_in_quotation_marks(back: str) -> None:
    assert is_narrated(back)
    letter = text({**ILL, "told_them": {"day": "2026-10-15", "how": "phone", "said_back": back}})
    assert back in letter
    assert "The answer was" not in letter


@pytest.mark.parametrize("back", ["You must ring us.", "I will look into it.", "Noted.", "We have noted it."])
def test_the_offices_own_words_stay_quoted(back: str) -> None:
    assert not is_narrated(back)


def test_money_cannot_be_taken_from_before_the_month_of_the_decision() -> None:
    letter = text({**ILL, "decision": {"notified": "2026-10-28", "days": 91, "reduced_from": "2026-09-10"}})
    assert "Nothing could be taken from 10 September" in letter
    assert "a decision of 28 October cannot reach back to 10 September" in letter
    assert "It is even counted from before 14 October" in letter
    assert "the day you speak of" not in letter


def test_a_month_may_begin_before_what_it_is_for() -> None:
    letter = text({**ILL, "decision": {"notified": "2026-10-28", "days": 91, "reduced_from": "2026-10-01"}})
    assert "cannot reach back" not in letter
    assert "since 1 October, which is before 14 October: please say what that was for" in letter


def test_near_a_birth_there_are_no_open_ended_days() -> None:
    told = {"groups": ["late-pregnancy"], "birth": {"due": "2026-12-16"}, "sides": ["not-required"]}
    decision = {"notified": "2026-11-02", "days": 7, "is_open_ended": "yes"}
    letter = text({**told, "failure": MISSED, "decision": decision})
    assert "there are no open-ended days at all" in letter
    assert "what I must do for the open-ended days to end" not in letter
    assert "change my commitment to say so" in letter
    assert "in an assessment period that ends while I am so near the birth of my baby" in letter
    assert "while this is so" not in letter


def _reply(**facts: Any) -> str:
    letter = next(each for each in of_case("it", case_of(demand(**facts))))
    return body_of(letter.said())


SAID_NO = {
    "day": "2026-11-09",
    "how": "in-person",
    "words": "I said no in the room.",
    "said_back": "He wrote it.",
}


def test_what_was_answered_before_the_written_demand_comes_before_it() -> None:
    letter = _reply(asked_on="2026-11-16", first_asked_on="2026-11-09", told_them=SAID_NO)
    assert "I had been asked for this before, on 9 November." in letter
    assert "On 9 November I said no in the room. He wrote it." in letter
    assert "“I said no" not in letter
    quoted = {"day": "2026-11-09", "how": "phone", "words": "Please do not ask me."}
    assert "I had answered already on 9 November" in _reply(asked_on="2026-11-16", told_them=quoted)


def test_the_day_by_which_a_demand_wants_an_answer_is_met() -> None:
    letter = _reply(asked_on="2026-11-16", answer_by="2026-11-24", next_appointment="2026-11-30")
    assert "It is wanted by 24 November, and this is my answer." in letter
    assert "before you treat anything as not done." in letter
    assert "before my next appointment" not in letter


def test_a_place_is_joined_as_it_was_typed_and_who_is_greeted_is_you() -> None:
    letter = _reply(asked_on="2026-11-16", place="in my journal", asker="Mr Trial, my work coach")
    assert "On 16 November 2026, in my journal, you asked me for" in letter
    assert "2026, at Leeds Jobcentre, Ms Day asked" in _reply(
        asked_on="2026-11-16", place="Leeds Jobcentre", asker="Ms Day"
    )


def test_what_is_in_the_quoted_demand_is_not_quoted_again() -> None:
    follows = "You may be sanctioned"
    letter = _reply(asked_on="2026-11-16", words=f"Give it to me. {follows}.", said_would_follow=follows)
    assert letter.count(follows) == 1


def test_a_password_that_opens_more_is_said_to() -> None:
    assert "is used for other accounts of mine" in _reply(account_also_holds=["same-password"])
    assert "used for other" not in _reply(account_also_holds=["same-password"], wanted="device")


def test_one_log_in_for_many_things_is_no_password_used_twice() -> None:
    letter = _reply(account_also_holds=["same-log-in"])

    assert "The same log-in also opens other things of mine, which have nothing to do with this." in letter
    assert "nearly the same" not in letter


def test_papers_in_a_list_begin_as_words_in_a_sentence_do() -> None:
    papers = ("The bus timetable", "Screenshot of the journal", "Ana's statement", "P45")
    told = {**ILL, "evidence": [{"what": each} for each in papers[:3]]}
    letter = text(told)
    assert "evidence is enclosed: the bus timetable, screenshot of the journal and Ana's statement." in letter
    assert in_a_list(papers)[3] == "P45"


@pytest.mark.parametrize("words", ['He said, "Go home."', "He said, “Go home.”", "Go home!", "(Go home.)"])
def test_a_quotation_that_ends_with_a_stop_has_no_second_one(words: str) -> None:
    assert quoted(words) == f"“{words}”"
    assert quoted("Go home") == "“Go home”."


def test_what_was_asked_in_time_is_not_refused_as_too_late() -> None:
    late, in_time = _reminder("2026-11-20", "2026-09-14"), _reminder("2026-11-20", "2026-11-10")
    assert "My request was in time." in in_time
    assert "too late" not in in_time
    assert "as too late or for another reason" in late


def test_an_event_of_a_complaint_follows_its_day() -> None:
    events = [
        {"day": "2026-09-01", "what": "They asked me for proof."},
        {"day": "2026-09-08", "what": "I took it in."},
    ]
    complained = case_of(sanction(), complaint={"events": events})
    letter = next(each for each in of_case("it", complained) if each.letter.kind == "complaint")
    said = body_of(letter.said())
    assert "1 September: They asked me for proof." in said
    assert "this happened" not in said


def _reminder(sent_on: str, decided: str) -> str:
    told = {"sent_on": sent_on, "decision": {"notified": decided}, "said_back": "You must ring us."}
    found = of_case("it", case_of({"kind": "no-answer", **complete(AS_AT)["no-answer"], **told}))
    return body_of(next(each for each in found if each.letter.kind == "no-answer").said())


def test_whoever_it_was_that_said_it_narrates() -> None:
    assert is_narrated("The man at the desk said that it was fine.")


WROTE = 'At 13:40 I wrote: "I came today and had a panic attack at your door."'


@pytest.mark.parametrize("account", ["I had a panic attack at the door.", "I could not get in."])
def test_a_text_that_quotes_itself_stands_plain(account: str) -> None:
    told = {"day": "2026-10-14", "how": "journal", "words": WROTE}
    letter = text({**ILL, "account": account, "told_them": told})
    assert f"I told you about this in my journal that day. {WROTE}" in letter
    assert f"“{WROTE}" not in letter


def test_a_quotation_that_stands_in_another_box_is_told_once() -> None:
    did = f"{WROTE.replace('wrote', 'put in the journal')} Nobody rang me."
    reason = {"kind": "mental-health", "fact": "I have panic attacks.", "what_i_did": did}
    told = {"day": "2026-10-14", "how": "journal", "words": WROTE, "said_back": "No answer."}
    letter = text({"sides": ["had-reason"], "reasons": [reason], "told_them": told})
    assert letter.count("I came today and had a panic attack") == 1
    assert letter.count("13:40") == 1
    assert "Nobody answered" not in letter
    later = {**told, "words": WROTE.replace("13:40", "15:10")}
    assert "15:10" in text({"sides": ["had-reason"], "reasons": [reason], "told_them": later})


@pytest.mark.parametrize(
    ("how", "words", "said"),
    [
        ("not-known", "I told my coach all of it, and she typed something.", "On 15 October I told my coach"),
        ("phone", "I rang and told the lady that I was ill.", "On 15 October I rang and told the lady"),
        (
            "phone",
            "I told her I was ill.",
            "On 15 October I told you about this by phone. I told her I was ill.",
        ),
        ("not-known", "My sister rang them for me.", "On 15 October I told you about this. My sister rang"),
        ("phone", "On 15 October I rang and said so.", "On 15 October I rang and said so."),
        ("journal", "On the 15th I told them so.", "I told you about this in my journal. On the 15th I told"),
    ],
)
def test_a_narration_of_what_was_told_is_no_quotation(how: str, words: str, said: str) -> None:
    letter = text({**ILL, "told_them": {"day": "2026-10-15", "how": how, "words": words}})
    assert said in letter
    assert f"“{words}" not in letter


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("journal", "I rang this morning and nobody picked up."),
        ("journal", "I asked the firm to put it in writing."),
        ("phone", "I cannot come today."),
        ("phone", "They keep changing my times."),
        ("journal", "You told me to come at ten."),
    ],
)
def test_the_words_of_a_message_stay_quoted(how: str, words: str) -> None:
    assert f"“{words}”" in text({**ILL, "told_them": {"day": "2026-10-15", "how": how, "words": words}})


def test_an_adviser_tells_by_name_what_the_client_told() -> None:
    words = "Mr Sample told his work coach all of it, and she typed something."
    problem = {**ILL, "account": "Mr Sample was ill.", "told_them": {"day": "2026-10-15", "words": words}}
    writer = {"kind": "adviser", "name": "Carys Example", "calls_them": "Mr Sample"}
    letter = text(problem, writer=writer, claimant={"name": "Rhys Sample"})
    assert f"On 15 October {words}" in letter


def test_being_excused_is_told_as_it_was_typed() -> None:
    told = {"day": "2026-10-12", "how": "phone", "words": "She said not to come in."}
    letter = text({**ILL, "sides": ["excused", "had-reason"], "excused": told})
    assert "On 12 October you told me so by phone. She said not to come in." in letter


NOTE = "Discussed caring for mum. Agreed 16 hours a week from now on."


def test_a_note_that_the_person_quotes_is_not_quoted_again() -> None:
    excused = {"day": "2026-08-11", "how": "journal", "words": NOTE}
    told = {"sides": ["excused", "not-required"], "excused": excused}
    quoting = _failed("work-search-hours", **told, why_not_required=f'He wrote in the journal: "{NOTE}"')
    assert quoting.count("Discussed caring for mum") == 1
    assert "On 11 August you told me so in my journal." in quoting
    other = _failed("work-search-hours", **told, why_not_required="I look after my mum.")
    assert f"On 11 August you told me in my journal: “{NOTE}”" in other


@pytest.mark.parametrize("words", ["“I am too ill to come.”", '"I am too ill to come."', "“I am too ill”"])
def test_words_typed_in_quotation_marks_get_no_second_ones(words: str) -> None:
    letter = text({**ILL, "told_them": {"day": "2026-10-15", "how": "phone", "words": words}})
    assert f"I told you by phone: {words}" in letter
    assert "““" not in letter
    assert f"“{words}" not in letter
