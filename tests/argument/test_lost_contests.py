"""Faults of letters that lost to a general chatbot's, each mended for its kind."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from tests.facts import MONDAY, case_of, sanction, threat

MISSED = {"kind": "missed-appointment", "happened": "2026-10-29"}
VACANCY = {"kind": "particular-vacancy", "happened": "2026-10-29", "their_words": "You did not apply."}


def _letter(kind: str = "", *problems: Any, **facts: Any) -> str:
    plan = make_plan(case_of(*problems, **facts), on=MONDAY)
    letter = plan.letter(kind) if kind else plan.now  # type: ignore[arg-type]
    assert letter is not None
    return plain_text(fill(letter, plan.case, on=plan.on))


@pytest.mark.parametrize("day", ["2026-10-28", ""])
def test_who_was_excused_argues_it_first(day: str) -> None:
    told = {"how": "phone", "words": "Don’t come in, we will ring you."} | ({"day": day} if day else {})
    sides = ["excused", "had-reason"]
    letter = _letter("", sanction(failure=MISSED, sides=sides, account="I was ill.", excused=told))

    assert "1. I had been told that I need not come" in letter
    assert letter.count("“Don’t come in, we will ring you.”") == 1
    assert ("Please look up what was recorded on 28 October" in letter) is bool(day)


def test_leave_given_afterwards_is_no_leave() -> None:
    told = {"day": "2026-11-01", "words": "It will get sorted."}
    sides = ["excused", "had-reason"]
    letter = _letter("", sanction(failure=MISSED, sides=sides, account="I was ill.", excused=told))

    assert "need not come" not in letter


def test_nobody_is_excused_from_a_job_that_ended() -> None:
    job = {"kind": "left-job", "happened": "2026-10-29"}
    letter = _letter("", sanction(failure=job, sides=["excused", "had-reason"], account="I was bullied."))

    assert "need not" not in letter


@pytest.mark.parametrize(("words", "is_quoted"), [("This one might suit you.", True), ("", False)])
def test_a_requirement_that_is_quoted_is_not_asked_for(words: str, is_quoted: bool) -> None:
    needed = {"told_by": "journal", "words": words, "was_clear_it_was_required": "no"}
    letter = _letter("", threat(failure=VACANCY, sides=["not-required"], requirement=needed, groups=["none"]))

    assert ("If you read that message as a requirement" in letter) is is_quoted
    assert ("show me the requirement" in letter) is not is_quoted


def test_what_came_back_stands_before_the_reasons() -> None:
    asked = {"day": "2026-11-04", "how": "phone", "said_back": "It is with the team."}
    problem = sanction(failure=MISSED, sides=["had-reason"], account="I was ill.", already_asked=asked)
    letter = _letter("", problem)

    assert letter.index("It is with the team.") < letter.index("These are my reasons.")


@pytest.mark.parametrize(("answer", "is_won"), [("changed", True), ("none", False)])
def test_a_complaint_says_that_the_decision_was_changed(answer: str, is_won: bool) -> None:
    sent = {"kind": "already-sent", "what": "mandatory-reconsideration", "answer": answer}
    events = [{"day": "2026-10-20", "what": "They kept me waiting."}]
    told = {"events": events, "reconsideration_asked_on": "2026-10-30"}
    letter = _letter("complaint", sent, complaint=told, claimant={"name": "Ann Example"})

    assert ("and the decision was changed" in letter) is is_won


@pytest.mark.parametrize(
    ("how", "said"), [("form", "on a form"), ("appointment", "at an appointment"), ("phone", "by phone")]
)
def test_what_was_said_on_a_form_is_said_to_be_on_a_form(how: str, said: str) -> None:
    told = {"day": "2026-10-29", "how": how, "words": "I cannot lift."}
    letter = _letter("", sanction(failure=MISSED, sides=["had-reason"], account="I was ill.", told_them=told))

    assert f"I told you {said} that day: “I cannot lift.”" in letter


ELSEWHERE = {"due_at": "15:00", "came_at": "15:35", "was_sent_elsewhere": "yes", "at_named_place": "14:50"}


def test_who_went_where_the_message_sent_them_was_there() -> None:
    letter = _letter("", sanction(failure=MISSED, sides=["came"], account="It was shut.", arrival=ELSEWHERE))

    assert "I came to the place you had named, at 14:50" in letter
    assert "It was to begin at 15:00, and at 14:50 I was at the place named." in letter
    assert "35 minutes" not in letter


def test_an_adviser_says_it_of_the_client() -> None:
    writer = {"kind": "adviser", "name": "Sam Adviser"}
    problem = sanction(failure=MISSED, sides=["came"], account="The office was shut.", arrival=ELSEWHERE)
    letter = _letter("", problem, writer=writer, claimant={"name": "Ann Example"})

    assert "came to the place you had named, at 14:50" in letter


def test_what_nobody_required_stands_with_the_suggestion() -> None:
    needed = {"told_by": "journal", "words": "Have a look.", "was_clear_it_was_required": "no"}
    words = "Nobody ever said that I had to apply."
    problem = threat(
        failure=VACANCY,
        sides=["not-required"],
        requirement=needed,
        groups=["child-2"],
        why_not_required=words,
    )
    letter = _letter("", problem)

    assert letter.index("I was not required to apply") < letter.index(words)


def test_a_letter_in_northern_ireland_speaks_to_whoever_reads_it() -> None:
    problem = sanction(failure=MISSED, sides=["did-it"], account="I was there.", what_i_did="I went.")
    letter = _letter("", problem, nation="northern-ireland")

    assert "What I ask you to do" in letter
    assert "If it does not" not in letter


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ({"fact": "It named another day."}, "it was not clear what I had to do, or there was a mistake"),
        ({"understood": "I could come any day."}, "I read your message in another way"),
    ],
)
def test_nobody_is_said_to_have_misread_what_may_have_been_wrong(reason: dict[str, str], said: str) -> None:
    told = {"kind": "unclear-or-mistake", **reason}
    letter = _letter("", sanction(failure=MISSED, sides=["had-reason"], account="I came.", reasons=[told]))

    assert said[1:] in letter


def test_a_message_that_named_the_wrong_place_is_said_to_have_been_wrong() -> None:
    told = {"kind": "unclear-or-mistake", "fact": "The message gave the old address."}
    problem = sanction(
        failure=MISSED, sides=["came"], account="It was shut.", arrival=ELSEWHERE, reasons=[told]
    )

    assert "our message named the wrong place" in _letter("", problem)


@pytest.mark.parametrize("told_on", ["2026-09-01", ""])
def test_an_appointee_is_not_said_to_have_told_it_themselves(told_on: str) -> None:
    reason = {"kind": "ill", "fact": "The flu kept him in bed."} | ({"told_on": told_on} if told_on else {})
    told = {"day": "2026-10-27", "how": "phone", "words": "He is ill."}
    problem = sanction(
        failure=MISSED,
        sides=["had-reason"],
        account="On 26 October the fever began.",
        reasons=[reason],
        told_them=told,
    )
    writer = {"kind": "appointee", "name": "Pat Example"}
    letter = _letter("", problem, writer=writer, claimant={"name": "Dan Example"})

    assert "you had been told by phone: “He is ill.”" in letter
    assert "We had told" not in letter
    assert "we first told" not in letter


APPOINTEE = {"kind": "appointee", "name": "Kim Morgan", "calls_them": "Alex", "address": ["1 Mill Lane"]}


def test_an_appointees_letter_does_not_say_who_was_told() -> None:
    told = {"day": "2026-10-28", "how": "phone", "words": "Don’t worry, I will tell them."}
    problem = sanction(failure=MISSED, sides=["excused", "had-reason"], account="He was ill.", excused=told)
    letter = _letter("", problem, writer=APPOINTEE, claimant={"name": "Alex Morgan"})

    assert "On 28 October you had said by phone: “Don’t worry, I will tell them.”" in letter
    assert "what was recorded on 28 October of what was said" in letter
    assert "told Alex" not in letter
    assert "Alex had been told" not in letter


@pytest.mark.parametrize("words", ["", "I disagree."])
def test_an_appointees_reasons_are_announced_once(words: str) -> None:
    asked = {"day": "2026-11-04", "how": "phone", "words": words, "said_back": "It is with the team."}
    problem = sanction(failure=MISSED, sides=["had-reason"], account="He was ill.", already_asked=asked)
    letter = _letter("", problem, writer=APPOINTEE, claimant={"name": "Alex Morgan"})

    assert letter.lower().count("these are the reasons") == 1


@pytest.mark.parametrize(("asked_on", "is_in_time"), [("2026-09-20", True), ("2026-10-20", False)])
def test_a_request_made_within_the_month_is_no_late_one(asked_on: str, is_in_time: bool) -> None:
    decision = {"dated": "2026-09-10", "notified": "2026-09-10", "came_by": "letter", "days": 14}
    failure = {"kind": "missed-appointment", "happened": "2026-09-01"}
    late = [{"began": "2026-09-10", "what": "I was in hospital."}]
    told = {"sides": ["had-reason"], "account": "I was ill.", "decision": decision, "late": late}
    letter = _letter("", sanction(failure=failure, already_asked={"day": asked_on, "how": "phone"}, **told))

    assert ("I asked on 20 September, within the month" in letter) is is_in_time
    assert ("Please accept this request although it is late" in letter) is not is_in_time
    assert "you may revise" in letter


PLACEMENT = {"kind": "work-placement", "happened": "2026-10-29"}


@pytest.mark.parametrize("birth", [{"due": "2027-01-05"}, None])
def test_a_placement_is_no_job(birth: dict[str, str] | None) -> None:
    told = {"groups": ["late-pregnancy"], "sides": ["not-required"]} | ({"birth": birth} if birth else {})
    letter = _letter("", threat(failure=PLACEMENT, **told))

    assert "on a job" not in letter
    assert "A job" not in letter
    assert ("68 days before my baby was due" in letter) is bool(birth)
    assert ("No reduction can rest on this placement" in letter) is not birth


def test_a_course_is_called_no_placement_and_its_rule_is_asked_for() -> None:
    words = "You did not attend the course."
    reason = {"kind": "ill", "called": "a migraine", "fact": "I had a migraine.", "effect": ""}
    failure = {**PLACEMENT, "their_words": words}
    decision = {"dated": "2026-11-02", "came_by": "letter", "days": 28, "is_open_ended": "no"}
    told = {"sides": ["had-reason"], "account": "I was ill.", "reasons": [reason], "decision": decision}
    letter = _letter("", sanction(failure=failure, **told))

    assert "the placement" not in letter
    assert "A migraine kept me from the course" in letter
    assert "Please say under which rule the 28 days were set." in letter


STEP = {"step_wanted": "A text before a call", "told_on": "2026-10-01", "told_how": "phone"}


@pytest.mark.parametrize(
    ("done", "account", "says"),
    [
        (
            "It was agreed on 3 October.",
            "I waited. No text came.",
            "A step that had been agreed was not taken",
        ),
        ("It was agreed on 3 October.", "I waited.", "A step that had been agreed was due"),
        (
            "Nobody ever agreed to it.",
            "I waited. No text came.",
            "I had asked for a step that I needed, and it was not taken",
        ),
    ],
)
def test_an_agreed_step_is_a_ground_of_its_own(done: str, account: str, says: str) -> None:
    needed = {**STEP, "asked_before": "yes", "what_was_done": done, "disadvantage": "Calls frighten me."}
    reason = {"kind": "mental-health", "fact": "I have panic attacks."}
    told = {"sides": ["had-reason"], "account": account, "reasons": [reason], "adjustment": needed}
    letter = _letter("", sanction(failure=MISSED, groups=["none"], **told))

    assert says in letter
    assert letter.count(done) == 1


def test_a_step_asked_for_in_the_call_is_told_once() -> None:
    call = {"day": "2026-10-01", "how": "phone", "words": "Please send a text before a call."}
    needed = {**STEP, "asked_before": "yes", "disadvantage": "Calls frighten me."}
    told = {"sides": ["had-reason"], "account": "I was ill.", "adjustment": needed, "told_them": call}
    letter = _letter("", sanction(failure=MISSED, **told))

    assert letter.count("I need a text before a call.") == 1
    assert letter.index("send a text before a call") < letter.index("I need a text before a call.")


def test_not_available_is_denied_and_excused_in_the_alternative() -> None:
    reason = {"kind": "bereavement", "called": "my father’s death", "fact": "My father died.", "effect": ""}
    away = {"kind": "not-available", "happened": "2026-10-29"}
    papers = [{"what": "Emails of 1 November", "have": "enclosed"}]
    told = {"sides": ["excused", "did-it", "had-reason"], "reasons": [reason], "evidence": papers}
    excused = {"day": "2026-10-28", "how": "phone", "words": "That is fine."}
    problem = threat(id="t", failure=away, excused=excused, what_i_did="I could be reached.", **told)
    answered = [{"query": "t:did-it-but-stopped", "answer": "explained", "words": "I could travel."}]
    letter = _letter("", problem, benefit="new-style-jsa", answered_queries=answered)

    assert "I need not do it" not in letter
    assert "If you find otherwise: my father’s death kept me" in letter
    assert "If you find that I was not available, " in letter
    assert "say what exactly the doubt about my availability is" in letter
    assert letter.count("mails of 1 November") == 1


@pytest.mark.parametrize("what", ["Nobody rang.", "No reply.", "They did not answer.", "Nobody came back"])
def test_that_nobody_rang_is_an_event_and_no_empty_box(what: str) -> None:
    letter = _letter("complaint", sanction(), complaint={"events": [{"day": "2026-10-20", "what": what}]})

    assert what.rstrip(".") in letter


@pytest.mark.parametrize("what", ["nothing", "n/a", "-", "None."])
def test_a_box_for_which_there_was_nothing_is_left_out(what: str) -> None:
    complaint = {"events": [{"day": "2026-10-20", "what": "Nobody rang."}], "effect": what}
    letter = _letter("complaint", sanction(), complaint=complaint)

    assert f"{what.rstrip('.')}." not in letter.replace("Nobody rang.", "")


def test_what_the_office_knew_stands_behind_the_grounds_it_supports() -> None:
    error = {"what_they_knew": "I had handed in the fit note.", "told_on": "2026-10-20"}
    problem = sanction(failure=MISSED, sides=["had-reason"], account="I was ill.", official_error=error)
    letter = _letter("", problem)

    assert letter.index("1. I had a good reason") < letter.index(
        "2. You had been told what the decision leaves out"
    )
    assert "You knew what mattered" not in letter


def test_what_the_office_knew_comes_first_where_it_is_all_that_lets_them_look_again() -> None:
    error = {"what_they_knew": "I had handed in the fit note.", "told_on": "2025-06-20"}
    decided = {"dated": "2025-07-01", "notified": "2025-07-01"}
    missed = {"kind": "missed-appointment", "happened": "2025-06-25"}
    problem = sanction(failure=missed, decision=decided, sides=["had-reason"], official_error=error)
    letter = _letter("", problem)

    assert "You had been told what the decision leaves out" in letter
    assert letter.index("You had been told") < letter.index("I had a good reason")


def test_why_work_was_left_is_one_reason_and_no_second_ground() -> None:
    left = {"kind": "left-job", "happened": "2026-10-29"}
    why = "The forklift had no alarm."
    problem = sanction(
        failure=left, sides=["not-required", "had-reason"], why_not_required=why, account="I left."
    )
    letter = _letter("", problem)

    assert "could not be asked" not in letter
    assert letter.count(why) == 1
    assert letter.index("good reason to leave") < letter.index(why)


def test_why_it_should_not_have_been_asked_stands_with_the_step_that_was_needed() -> None:
    needed = {"disadvantage": "The waiting room sets off panic.", "step_wanted": "Appointments by phone"}
    needed |= {"asked_before": "yes", "told_on": "2026-09-17", "told_how": "journal"}
    why = "I had asked for the phone because of my anxiety."
    problem = sanction(
        failure=MISSED, sides=["not-required", "had-reason"], why_not_required=why, adjustment=needed
    )
    letter = _letter("", problem)

    assert "could not be asked of me" not in letter
    heading = "I had asked for a step that I needed, and it was not taken"
    assert letter.index(heading) < letter.index(why)


AGREED = {"expected_hours": 35, "done_hours": 19, "fewer_hours": 16, "fewer_because": "agreed"}


def test_hours_that_were_agreed_and_done_are_the_first_ground_and_no_leave() -> None:
    failure = {"kind": "work-search-hours", "happened": "2026-10-25"}
    said = {"day": "2026-08-11", "how": "journal", "words": "Agreed 16 hours from today."}
    problem = sanction(
        failure=failure,
        sides=["did-it", "excused"],
        search_week={**AGREED, "agreed_on": "2026-08-11"},
        excused=said,
    )
    letter = _letter("", problem)

    assert "1. 16 hours had been agreed, and I did about 19" in letter
    assert "I had been excused" not in letter
    assert letter.count("Agreed 16 hours from today.") == 1


@pytest.mark.parametrize(("words", "is_leave"), [("OK thanks.", False), ("OK, leave that one.", True)])
def test_thanks_are_no_leave(words: str, is_leave: bool) -> None:
    said = {"day": "2026-10-20", "how": "journal", "words": words}
    letter = _letter(
        "", threat(failure=VACANCY, sides=["excused", "had-reason"], account="No bus.", excused=said)
    )

    assert ("I had been excused" in letter) is is_leave


def test_who_came_early_was_not_kept_from_being_there_in_time() -> None:
    there = {"due_at": "11:15", "came_at": "11:05", "office_did": "sent-away"}
    panic = {"kind": "mental-health", "called": "a panic attack", "fact": "I could not breathe."}
    problem = sanction(failure=MISSED, sides=["came", "had-reason"], arrival=there, reasons=[panic])
    letter = _letter("", problem)

    assert "kept me from taking part" in letter
    assert "being there in time" not in letter


@pytest.mark.parametrize(
    ("effect", "is_elsewhere"),
    [("I was at the grave.", True), ("I was there till about four in the morning and woke at one.", False)],
)
def test_nobody_was_elsewhere_who_had_left_by_then(effect: str, is_elsewhere: bool) -> None:
    told = {"told_by": "journal", "words": "Your appointment is at 9:30.", "seen": "before"}
    loss = {"kind": "bereavement", "called": "my nan's death", "fact": "My nan died.", "effect": effect}
    problem = sanction(failure=MISSED, sides=["had-reason"], requirement=told, reasons=[loss])
    letter = _letter("", problem)

    assert ("I could not be there and at the appointment" in letter) is is_elsewhere


def test_a_decision_that_names_a_good_reason_is_quoted_so() -> None:
    missed = {**MISSED, "their_words": "You have not shown good reason."}
    told = {"day": "2026-10-29", "how": "phone", "words": "I am ill."}
    decided = {"dated": "2026-11-10", "notified": "2026-11-10"}
    problem = sanction(
        failure=missed, decision=decided, sides=["had-reason"], account="I was ill.", told_them=told
    )

    assert "You write that no good reason was given." in _letter("", problem)


@pytest.mark.parametrize(
    ("unpaid", "said"),
    [
        ("August", "there was no pay for August"),
        ("£412.60 of overtime", "£412.60 of overtime had not been paid"),
    ],
)
def test_a_sum_was_not_paid_and_a_month_had_no_pay(unpaid: str, said: str) -> None:
    left = {"kind": "left-job", "happened": "2026-10-29"}
    job = {"faults": ["pay"], "unpaid": unpaid}
    letter = _letter("", sanction(failure=left, sides=["had-reason"], account="I left.", job=job))

    assert said in letter


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("that I look after my mum and that 16 hours were agreed", "You knew that I look after my mum and"),
        ("That I look after my mum.", "You knew that I look after my mum."),
        ("why I had left: the truck and the wages", "You knew why I had left: the truck and the wages."),
        ("Why I had left", "You knew why I had left."),
        ("how ill I was", "You knew how ill I was."),
        ("about the broken truck", "You knew about the broken truck."),
        ("my mum was in hospital", "You knew that my mum was in hospital."),
        ("the broken truck", "You knew of the broken truck."),
        ("I look after my mum.", "\n\nI look after my mum. You were told"),
        ("Dr Lee’s letter: “severe anxiety”.", "You knew of Dr Lee’s letter: “severe anxiety”."),
        ("told Kev in April", "You knew this: “told Kev in April”."),
        ("because I look after my mum", "You knew this: “because I look after my mum”."),
    ],
)
def test_what_the_office_knew_follows_words_that_fit_it(words: str, said: str) -> None:
    error = {"what_they_knew": words, "told_on": "2026-10-20", "told_how": "phone"}
    problem = sanction(failure=MISSED, sides=["had-reason"], account="I was ill.", official_error=error)
    letter = _letter("", problem)

    assert said in letter


def test_days_before_the_claim_come_off_whatever_was_counted_before() -> None:
    left = {"kind": "left-job", "their_day": "2026-09-21"}
    problem = sanction(
        failure=left,
        sides=["had-reason"],
        account="I left.",
        was_before_claim="yes",
        claimed_on="2026-09-28",
        was_under_18="no",
        decision={"dated": "2026-11-09", "notified": "2026-11-09", "days": 91},
    )
    letter = _letter("", problem)

    assert "The 6 days between come off the 91 days" in letter
    assert "cut the period to 85 days" in letter


def test_a_class_is_a_course_and_no_placement() -> None:
    course = {"kind": "work-placement", "happened": "2026-10-29"}
    reason = {"kind": "unclear-or-mistake", "called": "a full class", "fact": "They sent me home."}
    problem = sanction(failure=course, sides=["had-reason"], account="The class was full.", reasons=[reason])
    letter = _letter("", problem)

    assert "Not taking part in a course" in letter
    assert "work placement can" not in letter


TEXT_FIRST = {"ways": ["phone", "post"], "phone_when": "only after a text first"}


@pytest.mark.parametrize(
    ("words", "contact", "said"),
    [
        (
            "Write or text me, don’t ring without a text first",
            {},
            " Write or text me, don’t ring without a text first.",
        ),
        ("please speak slowly", {}, " Please speak slowly."),
        ("I am deaf in one ear", {}, " I am deaf in one ear."),
        ("Don’t ring before ten.", {"ways": ["post"]}, " Don’t ring before ten."),
        ("Don’t ring.", TEXT_FIRST, " Don’t ring."),
        ("Ring after 2pm", {**TEXT_FIRST, "phone_when": "after 5pm"}, " Ring after 2pm."),
        ("a quiet room", {}, " What else I need is this: “a quiet room”."),
        ("Yellow paper", {}, " What else I need is this: “Yellow paper”."),
    ],
)
def test_another_need_stands_as_it_was_typed(words: str, contact: dict[str, Any], said: str) -> None:
    problem = sanction(failure=MISSED, sides=["had-reason"], account="I was ill.")

    assert said in _letter("", problem, contact={"other_needs": words, **contact}).replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Write or text me, don’t ring without a text first", "only after a text first"),
        ("Not in the mornings please", "not in the mornings"),
        ("Write to me by post", ""),
    ],
)
def test_a_need_that_the_ways_to_reach_say_is_not_said_again(words: str, when: str) -> None:
    contact = {"ways": ["phone", "post"], "phone_when": when, "other_needs": words}
    problem = sanction(failure=MISSED, sides=["had-reason"], account="I was ill.")

    assert words not in _letter("", problem, contact=contact)


def test_an_advisers_wish_stands_as_a_sentence() -> None:
    contact = {
        "ways": ["journal", "post"],
        "other_needs": "Answer by post to Sam, with a copy to his journal",
    }
    problem = sanction(failure=MISSED, sides=["had-reason"], account="Dan was ill.")
    writer = {"kind": "adviser", "name": "Sam Adviser"}
    letter = _letter("", problem, contact=contact, writer=writer, claimant={"name": "Dan Example"})

    assert "Answer by post to Sam, with a copy to his journal." in letter
    assert "What else" not in letter


@pytest.mark.parametrize(
    ("age", "account", "said", "unsaid"),
    [
        ("68", "I was with my mum.", "Nobody else could take over the care at that time.", "68"),
        (
            "in her eighties",
            "I was with my mum.",
            "Nobody else could take over the care at that time.",
            "eighties",
        ),
        ("14", "I was with my son.", "was aged 14, and nobody else", "at that time"),
        ("14", "My son is 14 and he was ill.", "Nobody else could take over the care at that time.", "aged"),
        ("8 months", "I was with my son.", "was aged 8 months, and nobody else", "at that time"),
        ("3", "I was with my son.", "I had a child of three to look after, and nobody else", "left alone"),
        (
            "3",
            "I was with my son, 3, who was ill.",
            "Nobody else could take over the care at that time.",
            "of three",
        ),
        (
            "3",
            "I was with my three-year-old.",
            "Nobody else could take over the care at that time.",
            "of three",
        ),
        (
            "3",
            "It was 3 November and 3 hours away.",
            "I had a child of three to look after, and nobody else",
            "left alone",
        ),
    ],
)
def test_an_age_is_said_of_a_child_and_once(age: str, account: str, said: str, unsaid: str) -> None:
    fact = "Somebody had to stay at home."
    reason = {"kind": "caring", "fact": fact, "age": age, "others_could": "no"}
    letter = _letter("", sanction(failure=MISSED, sides=["had-reason"], account=account, reasons=[reason]))

    assert said in letter
    assert unsaid not in letter


def test_what_was_done_since_is_told_once_where_the_account_has_it_with_its_day() -> None:
    since = "I went on 12 November at 10:00 and did it."
    done = {"state": "done", "day": "2026-11-12", "words": since}
    problem = sanction(failure=MISSED, sides=["had-reason"], account=f"I was ill. {since}", done_since=done)
    letter = _letter("", problem)

    assert letter.count(since) == 1
    assert "I did what had been asked" not in letter


def test_who_did_the_hours_says_of_nothing_that_it_kept_them_from_more() -> None:
    failure = {"kind": "work-search-hours", "happened": "2026-10-25"}
    reason = {"kind": "caring", "called": "my mum's care", "fact": "She has MS."}
    problem = sanction(
        failure=failure,
        sides=["not-required", "had-reason"],
        search_week=AGREED,
        reasons=[reason],
        groups=["carer"],
    )
    letter = _letter("", problem)

    assert "kept me from doing more hours" not in letter
    assert "(c) Whatever you decide, put 16 hours a week into my commitment." in letter
    assert letter.count("put 16 hours a week") == 1


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("Having my appointments by phone", "for this: having my appointments by phone."),
        ("Please could it be by phone?", "for this: “Please could it be by phone?”"),
    ],
)
def test_a_step_is_quoted_only_where_it_is_a_sentence(step: str, said: str) -> None:
    asked = {"told_on": "2026-09-17", "asked_before": "yes", "disadvantage": "Crowds.", "step_wanted": step}
    letter = _letter("", sanction(failure=MISSED, sides=["had-reason"], adjustment=asked))

    assert said in letter


def test_a_suggestion_did_not_make_clear_whether_it_was_required() -> None:
    needed = {"told_by": "journal", "words": "Might be worth a look.", "was_clear_it_was_required": "no"}
    problem = threat(failure=VACANCY, sides=["not-required"], requirement=needed, groups=["none"])

    assert "had to do this" not in _letter("", problem)


def test_the_child_has_the_age_that_was_told() -> None:
    job = {"faults": ["hours"]}
    caring = {"kind": "caring", "called": "my son's school hours", "fact": "He is at school.", "age": "5"}
    problem = threat(
        failure=VACANCY, sides=["not-required"], groups=["child-3-12"], job=job, reasons=[caring]
    )
    letter = _letter("", problem)

    assert "a child aged 5" in letter
    assert "between 3 and 12" not in letter


def test_a_message_of_the_day_before_is_said_to_be_of_the_day_before() -> None:
    late = {"told_by": "journal", "told_on": "2026-10-28", "words": "Come at 10.", "seen": "after"}
    letter = _letter("", sanction(failure=MISSED, sides=["not-told"], requirement=late))

    assert "The message was sent no more than one day before." in letter


def test_a_sign_that_only_looks_like_a_number_is_no_age() -> None:
    caring = {"kind": "caring", "called": "my son's school hours", "fact": "He is at school.", "age": "²"}
    problem = threat(failure=VACANCY, sides=["not-required"], groups=["child-3-12"], reasons=[caring])

    assert "between 3 and 12" in _letter("", problem)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("told them I was ill", "I told them I was ill."),
        ("Told them I was ill.", "I told them I was ill."),
        ("that my bus was late", "I said that my bus was late."),
    ],
)
def test_a_telling_without_its_subject_is_finished_and_not_quoted(words: str, said: str) -> None:
    telling = {"day": "2026-10-30", "how": "phone", "words": words, "said_back": "said it would be noted"}
    letter = _letter("", sanction(failure=MISSED, account="I was ill.", told_them=telling))

    assert f"{said} They said it would be noted." in letter
    assert f"“{words}" not in letter


def test_a_message_that_begins_with_a_verb_stays_a_quotation() -> None:
    telling = {"day": "2026-10-30", "how": "text-message", "words": "Told you: the bus is late, please wait"}
    letter = _letter("", sanction(failure=MISSED, account="I was ill.", told_them=telling))

    assert "“Told you: the bus is late, please wait”" in letter


def test_the_days_in_all_are_counted_with_a_first_reduction_where_there_was_none_before() -> None:
    decision = {"dated": "2026-11-02", "notified": "2026-11-02", "days": 28, "is_open_ended": "yes"}
    done = {"state": "done", "day": "2026-11-09", "offered_on": "2026-10-31"}
    facts = {"earlier_sanctions_known": "yes", "decision": decision, "done_since": done, "groups": ["none"]}
    letter = _letter("", sanction(failure=MISSED, account="I was ill.", **facts))

    asked = letter.partition("What I ask you to do")[2]
    assert "cut the period to 9 days" in asked
    assert "28 days" not in asked
    assert "7 days" not in asked


def _moved(day: str, **facts: Any) -> str:
    told = {"day": "2026-10-27", "how": "phone", "words": "I’ll move you to Friday.", "moved_to": day}
    return _letter("", sanction(failure=MISSED, sides=["excused"], excused=told, **facts))


def test_what_the_office_had_moved_was_not_missed() -> None:
    letter = _moved("2026-10-30", done_since={"state": "done", "day": "2026-10-30"})

    assert "You had moved the appointment to 30 October." in letter
    assert "The appointment had been moved to 30 October" in letter
    assert (
        "What has been moved to 30 October cannot be missed before that day. I kept that new day." in letter
    )


def test_nobody_says_they_kept_a_new_day_who_came_on_another() -> None:
    assert "kept that new day" not in _moved("2026-10-30", done_since={"state": "done", "day": "2026-11-02"})


def test_a_day_before_the_failure_is_no_day_it_was_moved_to() -> None:
    assert "had been moved" not in _moved("2026-10-28")


def test_who_is_told_that_it_counts_is_not_excused_from_searching() -> None:
    week = {"kind": "work-search-hours", "happened": "2026-10-28"}
    told = {"day": "2026-10-20", "how": "in-person", "words": "Great, go for it, that counts."}
    letter = _letter("", sanction(failure=week, sides=["excused"], excused=told, groups=["none"]))

    assert "I relied on what I had been told" in letter
    assert "need not do it" not in letter
    assert "taken back" not in letter


def test_times_are_the_same_however_they_are_written() -> None:
    account = "The cremation of my brother was at 1.30pm, and my phone was off at that hour."
    missed = {"kind": "missed-call", "happened": "2026-10-29"}
    rang = {"rang": "twice", "rang_at": "14:01 and 14:09"}
    told = f"{account} There were two calls, at 14:01 and 14.09."
    letter = _letter("", sanction(failure=missed, account=told, call=rang))

    assert "The phone rang twice" not in letter


def test_of_children_the_youngest_is_named() -> None:
    task = {"kind": "specific-task", "happened": "2026-10-29"}
    letter = _letter("", sanction(failure=task, groups=["child-2", "child-3-12"], sides=["did-it"]))

    assert letter.count("At the time I was looking after a child") == 1


def test_whoever_knows_since_when_was_not_necessarily_asked() -> None:
    needed = {"disadvantage": "I cannot sit on a bus.", "step_wanted": "calls", "told_on": "2026-03-01"}
    letter = _letter("", sanction(failure=MISSED, account="I was ill.", adjustment=needed))

    assert "told you what would help" not in letter
    assert "I need " in letter


def test_a_new_address_is_no_matter_for_a_message_in_the_account() -> None:
    needed = {"told_by": "journal", "told_on": "2026-10-20", "new_details_on": "2026-10-01", "seen": "after"}
    letter = _letter("", sanction(failure=MISSED, sides=["not-told"], requirement=needed))

    assert "contact details" not in letter


def test_a_reason_has_its_effect_even_where_the_account_tells_it() -> None:
    account = "I was at the cremation with my phone off. There I could not answer the phone at 2."
    missed = {"kind": "missed-call", "happened": "2026-10-29"}
    reason = {"kind": "bereavement", "effect": "answer, as my phone was off at the cremation"}
    letter = _letter("", sanction(failure=missed, account=account, reasons=[reason]))

    assert "I could not answer, as my phone was off at the cremation." in letter


@pytest.mark.parametrize(
    ("did", "day"),
    [
        ("I uploaded it on 27 October at the library.", "27 October"),
        ("On 27 October I uploaded it.", "27 October"),
        ("I was told of it on 20 October and did it at once.", ""),
        ("The message came on 20 October. I uploaded it.", ""),
        ("I could not upload it on 27 October.", ""),
        ("I uploaded it on 26 October and again on 27 October.", ""),
    ],
)
def test_the_day_it_was_done_is_said_only_of_what_they_did(did: str, day: str) -> None:
    task = {"kind": "specific-task", "happened": "2026-10-29"}
    letter = _letter("", sanction(failure=task, sides=["did-it"], what_i_did=did))

    assert f"I did what was asked of me{f' on {day}' if day else ''}." in letter
