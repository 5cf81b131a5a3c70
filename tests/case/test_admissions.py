"""Sentences that may be used against whoever typed them: found, asked about, left out, and never denied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from tests.facts import MONDAY, case_of, sanction, threat

from challenge_letters.case.admissions import BOXES, admitted_in, as_written, records
from challenge_letters.case.case import QueryAnswer
from challenge_letters.case.case_files import file_of, read_case
from challenge_letters.case.follow_ups import (
    AppealGrounds,
    ExaminerComplaint,
    FollowingUp,
    HardshipCall,
    LetterToMp,
    NoAnswer,
    RecordsLate,
    RegulatorComplaint,
    RequirementMet,
)
from challenge_letters.case.problems import Problem
from challenge_letters.case.requests import Complaint
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.sheet import sheet_of

HARMS = [
    ("I forgot.", "forgot"),
    ("I wasn’t reading the journal much anyway, head all over.", "did-not-look"),
    ("I don’t fancy care work.", "did-not-bother"),
    ("My coach hasn’t a clue.", "insult"),
    ("I nearly went for him.", "insult"),
    ("Some weeks I’ve done more like twenty hours.", "less-before"),
    ("I don’t always do the full hours.", "less-before"),
    ("Truth be told I hated it.", "frank"),
    ("If I’m straight, it was a lot.", "frank"),
    ("It’s the same one as my email, silly I know.", "frank"),
    ("I just completely forgot about it.", "forgot"),
    ("He’d rung twice but she forgot to go.", "forgot"),
    ("I mixed up the two days.", "mixed-up"),
    ("I overslept after a bad week.", "overslept"),
    ("It was my own fault.", "fault"),
    ("I know I should have rung first.", "should-have"),
    ("I could have asked my sister.", "could-have"),
    ("I didn't bother to ring back.", "did-not-bother"),
    ("I did not think it mattered.", "did-not-matter"),
    ("I didn’t check my journal that week.", "did-not-look"),
    ("I was annoyed with her.", "temper"),
    ("I was really angry.", "temper"),
    ("I was a bit short with him.", "temper"),
    ("I mean I could've rung them.", "could-have"),
    ("Mr Example wasn’t going to run round after them.", "did-not-bother"),
    ("I had been drinking.", "drink"),
    ("I am sorry I missed it.", "sorry"),
    ("I have no excuse.", "no-excuse"),
    ("I lied about the bus.", "untrue"),
    ("Ann Example forgot.", "forgot"),
    ("I did get a text, I just didn't open it, I was so tired.", "did-not-look"),
    ("She didn't check the app.", "did-not-look"),
    ("I called him a bachgen bach, which I should not have.", "should-have"),
    ("To be honest I didn't want to do it anyway.", "did-not-bother"),
    ("I was sharp with a second lady.", "temper"),
    ("I was sick of Mick by then.", "temper"),
    ("I had been late twice to Janice before.", "late-before"),
    ("Ann was late on the Tuesday, and he had a go at her.", "late-before"),
    ("I did call in sick on 3 days that I was not sick, but sick with dread.", "not-ill"),
    (
        "And I'll be honest, I was at my cousin's hen do in Ayr the Saturday, could've done a bit more.",
        "could-have",
    ),
    ("Could have done more, mind you.", "could-have"),
    ("To be honest could of tried harder.", "could-have"),
    ("I didn't do as much as I could.", "could-have"),
    ("I was at my cousin’s hen do in Ayr the Saturday.", "own-time"),
    ("On the Friday I went to a stag do.", "own-time"),
    ("I was at the pub.", "own-time"),
    ("We went out for a few at the pub in the evening.", "own-time"),
    ("I was at a festival that weekend.", "own-time"),
    ("I'd been at the match.", "own-time"),
    ("I was on holiday in Tenerife.", "own-time"),
    ("Went on a day out to Blackpool.", "own-time"),
    ("I had a night out with the girls.", "own-time"),
    ("I was on the PlayStation most of it.", "own-time"),
    ("I was out with my mates.", "own-time"),
    ("I was in bed all day.", "in-bed"),
    ("Had a lie-in on the Monday.", "in-bed"),
    ("I'd two cans the night before to sleep.", "drink"),
    ("Had a few pints the night before.", "drink"),
    ("I had a bottle of wine to myself.", "drink"),
    ("I was on a bender.", "drink"),
    ("I smoked a bit of weed.", "drink"),
    ("Was hungover.", "drink"),
    ("He was a pig, I hope he's sacked.", "insult"),
    ("They’re a shower of idiots, do it for targets.", "insult"),
    ("She's a jobsworth.", "insult"),
    ("They're useless.", "insult"),
    ("The woman on the desk was a right cow.", "insult"),
    ("I hope they all get the sack.", "insult"),
    ("Told the lad in HR to stick his job too", "temper"),
    ("I told him where to go.", "temper"),
    ("I gave her a piece of my mind.", "temper"),
    ("I'd a warning for being late twice in August", "warning"),
    ("And I'd a warning for being late twice in August.", "warning"),
    ("Got a written warning in June.", "warning"),
    ("I was on a final warning.", "warning"),
    ("I know you're not meant to", "not-allowed"),
    ("I know we’re not allowed to lend it out.", "not-allowed"),
    ("I wasn't supposed to give it to him.", "not-allowed"),
    ("At the meeting I panicked and said \"it could've been a mistake, I don't remember.\"", "not-sure"),
    ("I told her “I forgot, sorry”.", "forgot"),
    ("It could have been me.", "not-sure"),
    ("14 days for an appointment in October, my own fault, slept in.", "overslept"),
    ("Slept in.", "overslept"),
    ("I set the alarm, slept in.", "overslept"),
    ("Forgot to ring.", "forgot"),
    ("Didnt check my journal.", "did-not-look"),
]  # fmt: skip
HARMLESS = [
    "If I’m honest I was terrified of that room.",
    "Some weeks I could not get out of bed for pain.",
    "He did not have a clue who I was, and I told him.",
    "Most weeks I do more than they ask.",
    "I did not forget it.",
    "It was not my fault.",
    "That was no fault of mine.",
    "You say I should have rung.",
    "I should have been told of it.",
    "I could have come at 11 if they had offered it.",
    "There was nothing I could have done.",
    "I overslept because the new tablets knock me out.",
    "They apologise for the wait.",
    "I was upset and I cried.",
    "I did not check because I was in hospital.",
    "The driver forgot to stop.",
    "They should not have stopped my money.",
    "She should not have said that.",
    "I should not have been sanctioned.",
    "I was late because the bus did not come.",
    "My coach was late.",
    "She was late and did not say why.",
    "They were late with my rent.",
    "I was late with my rent.",
    "I did not want to lose the job.",
    "I did not want to do it because the ladder was broken.",
    "I called him a taxi.",
    "I was not ill until the Monday.",
    "I was sick on the Tuesday.",
    "She was sharp with me.",
    # What the time went on: not a loss, a child, care, work, illness, or what the office knew of.
    "I was at my uncle's funeral and then in the pub for the wake.",
    "I was at my sister's wedding.",
    "I was at my son's birthday party.",
    "I took my daughter to a party.",
    "I was at the beach with the children from school.",
    "I was at the pub for a trial shift.",
    "I went to the pub to hand in my CV.",
    "I was working at a festival.",
    "I was on holiday, which Kev had agreed.",
    "I had told them that I was on holiday.",
    "I was on the phone to you all day.",
    "I was at the jobs fair at the Grand Hall.",
    "I was at the office on the bank holiday Monday.",
    "I was at the bus stop opposite the pub.",
    "I was never at the pub.",
    "I was not at a party.",
    "I was attacked at a party.",
    "I live above a pub.",
    "He was at the pub.",
    "They were at a party that day.",
    "I met the job match you sent.",
    "I was the other party to the agreement.",
    "I was in bed all day with flu.",
    "I stayed in bed because my back had gone.",
    "I could not get out of bed.",
    # Drink: not a soft one, not somebody else's, not medicine, not an illness.
    "I had two cans of soup in the house.",
    "I had a soft drink.",
    "I had a drink of water.",
    "I had two sleeping tablets the night before.",
    "I took my medicine at ten.",
    "He had two cans the night before.",
    "My ex was drunk and he hit the door.",
    "I had to clear away the cans.",
    "I had a drink problem and I am in recovery.",
    "I had a joint interview with my partner.",
    "I had painful joints.",
    "I had nothing to eat or drink.",
    "I had my second jab.",
    "He shouted at me.",
    "She was angry and slammed the door.",
    # Insults that were borne, and words that only look like one.
    "He called me an idiot.",
    "She said I was a lazy cow.",
    "The adviser shouted across the room that I was lazy.",
    "He told me that I was stupid.",
    "He shouted: “You are idiots, the lot of you.”",
    "I rang and she said “I forgot to note it”.",
    "I told Ms Sample, and Leanne answered “I made a mistake”.",
    "I wrote in my journal: “Sorry I missed it.”",
    "I cannot remember the name of the woman.",
    "I do not remember anything until I woke in hospital.",
    "They said it could have been a mistake by the bank.",
    "You are not meant to wait more than a month.",
    "I was not supposed to be there until ten.",
    "They made me feel like an idiot.",
    "My phone is useless.",
    "The journal is a pig to use.",
    "I work on a pig farm.",
    "I met my target of ten applications.",
    "I hope that I am not sacked for this.",
    "I was sacked that day.",
    "They were rude to me.",
    "Told me where to go for the next one.",
    "The message did not say where to go.",
    "I told him that I would stick to the times.",
    # Warnings that say nothing against anybody.
    "I had no warning.",
    "I had never had a warning.",
    "I was given no warning of this.",
    "I had a warning in my journal of a sanction.",
    "I got an unfair written warning.",
    "The boss gave everybody a warning.",
    "There was a weather warning.",
    # "I" left out, and where it was somebody else.
    "The driver stopped, and forgot to open the door.",
    "He said he would ring, forgot.",
    "Shouted at me in front of everybody.",
    "Told by the desk to go home.",
    "I'd rung three times.",
    "I'd have come if they had told me.",
    "I could have done with some help.",
    "Could have been told sooner.",
    "Nobody could have done more.",
    "What more could I have done?",
    "I could of course not know it.",
    "I'll send the note.",
    "I gave up two evenings of cleaning for the day job.",
    "He's a nice man and I don't want him in trouble.",
]
STORY = "On 2 November my bus was cancelled. I was annoyed.\n\nI walked for an hour."


@pytest.mark.parametrize(("sentence", "kind"), HARMS)
def test_what_harms_is_found_as_people_write_it(sentence: str, kind: str) -> None:
    case = case_of(threat(account=f"I live in Leeds. {sentence}"), claimant={"name": "Ann Example"})

    (found,) = admitted_in(case)

    assert (found.sentence, found.kind, found.place) == (sentence, kind, "account")
    assert found.harms.endswith(".")
    assert sentence.rsplit(maxsplit=1)[-1].casefold() not in found.key


@pytest.mark.parametrize("sentence", HARMLESS)
def test_what_harms_nobody_is_not_asked_about(sentence: str) -> None:
    assert admitted_in(case_of(threat(account=sentence))) == ()


def test_every_kind_is_tried_and_says_what_it_is() -> None:
    held = records()
    traits = {"is_slip", "is_lateness", "is_pastime", "is_rest", "is_warning", "drops_i", "fits_unseen"}
    claims = {"not-told", "could-not-tell", "nobody-else", "did-it", "conduct"}

    assert {kind for _, kind in HARMS} == set(held)
    for kind, record in held.items():
        assert set(record) <= {"said", "own", "with", "unless", "harms", "against", "about", *traits}, kind
        assert set(record.get("about", ())) <= set(record["against"]), kind
        assert record.get("said") or record.get("own"), kind
        assert set(record["against"]) <= claims, kind
        for phrase in (each for name in ("said", "own", "with", "unless") for each in record.get(name, ())):
            assert phrase == phrase.casefold(), phrase
            assert "n't" not in phrase or phrase == "wasn't my", phrase


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        ({"reasons": [{"kind": "ill", "fact": "I was ill. I forgot."}]}, "reasons.ill.fact"),
        ({"reasons": [{"kind": "ill", "effect": "I forgot."}]}, "reasons.ill.effect"),
        ({"done_since": {"state": "done", "words": "I forgot. I went on 3 November."}}, "done_since.words"),
        ({"what_i_did": "I forgot."}, "what_i_did"),
    ],
)
def test_every_long_box_is_looked_through(problem: dict[str, Any], place: str) -> None:
    assert [each.place for each in admitted_in(case_of(threat(**problem)))] == [place]


APPEAL = {"notice_dated": "2026-11-02"}


@pytest.mark.parametrize(
    ("kind", "facts", "place"),
    [
        (
            AppealGrounds,
            {**APPEAL, "findings": [{"quote": "I forgot.", "answer": "I forgot."}]},
            "findings.0.answer",
        ),
        (AppealGrounds, {**APPEAL, "left_out": "I forgot."}, "left_out"),
        (AppealGrounds, {**APPEAL, "appeal_late_because": "I forgot."}, "appeal_late_because"),
        (NoAnswer, {"said_back": "I forgot."}, "said_back"),
        (RequirementMet, {"what": "I forgot."}, "what"),
        (HardshipCall, {"asked_for_help": "I forgot."}, "asked_for_help"),
        (RecordsLate, {"gaps": [{"what": "I forgot."}]}, "gaps.0.what"),
        (RegulatorComplaint, {"why_it_matters": "I forgot."}, "why_it_matters"),
        (ExaminerComplaint, {"headings": [{"why_not_settled": "I forgot."}]}, "headings.0.why_not_settled"),
        (LetterToMp, {"facts": "I forgot."}, "facts"),
    ],
)
def test_every_long_box_of_a_follow_up_is_looked_through(
    kind: type[FollowingUp], facts: dict[str, Any], place: str
) -> None:
    (name,) = get_args(kind.model_fields["kind"].annotation)

    assert [each.place for each in admitted_in(case_of({"kind": name, **facts}))] == [place]


@pytest.mark.parametrize(
    ("complaint", "place"),
    [
        ({"events": [{"what": "I forgot."}]}, "events.0.what"),
        ({"effect": "I forgot."}, "effect"),
        ({"should_have_happened": "I forgot."}, "should_have_happened"),
        ({"remedy_words": "I forgot."}, "remedy_words"),
        ({"data_protection": "I forgot."}, "data_protection"),
        ({"adjustment": {"disadvantage": "I forgot."}}, "adjustment.disadvantage"),
    ],
)
def test_every_long_box_of_a_complaint_is_looked_through(complaint: dict[str, Any], place: str) -> None:
    found = admitted_in(case_of(threat(), complaint=complaint))

    assert [(each.problem, each.place) for each in found] == [("", place)]


# What others said or wrote, or was written to them at the time: the letter quotes it.
QUOTED = {
    "overturned_words",
    "reason_given",
    "said_back",
    "said_would_follow",
    "site_terms_words",
    "statement_words",
}
QUOTED |= {"commitment_words", "first_asked_words", "employer_says", "quote", "their_answer", "their_words"}


def test_every_long_box_there_is_is_looked_through_or_is_a_quotation() -> None:
    found = {name for kind in (*get_args(Problem), Complaint) for name in _long_boxes(kind)}

    assert found - BOXES == QUOTED


def _long_boxes(part: Any) -> Iterator[str]:
    """Yield the name of each field of `part`, and of what is in it, that holds long words."""
    if isinstance(part, type) and issubclass(part, BaseModel):
        for name, info in part.model_fields.items():
            if "_fits_words" in str(info.metadata):
                yield name
            yield from _long_boxes(info.annotation)
    for inner in get_args(part):
        yield from _long_boxes(inner)


def test_her_lateness_is_hers_only_where_somebody_else_writes() -> None:
    for_her = case_of(
        threat(account="She was late on the Tuesday."),
        writer={"kind": "adviser", "organisation": "Example Advice"},
        claimant={"name": "Ann Example"},
    )

    assert [each.kind for each in admitted_in(for_her)] == ["late-before"]


def test_lateness_that_the_letter_is_about_stays() -> None:
    failure = {"kind": "late-for-appointment", "happened": "2026-11-02"}

    assert admitted_in(case_of(threat(failure=failure, account="I was late by ten minutes."))) == ()


IN_BED = "I was in bed all day."
WARNED = "I had a warning for being late in August."
AWAY = "I was at my cousin’s hen do."


@pytest.mark.parametrize(
    ("facts", "is_argued"),
    [
        ({"account": IN_BED}, False),
        ({"account": IN_BED, "reasons": [{"kind": "travel"}]}, False),
        ({"account": IN_BED, "reasons": [{"kind": "ill"}]}, True),
        ({"account": IN_BED, "reasons": [{"kind": "mental-health"}]}, True),
        ({"account": WARNED}, False),
        ({"account": WARNED, "misconduct": {"disputed": ["not-misconduct"]}}, True),
        ({"account": AWAY, "reasons": [{"kind": "other"}]}, False),
        ({"account": "I came.", "reasons": [{"kind": "other", "fact": AWAY}]}, True),
    ],
)
def test_what_the_letter_itself_argues_is_not_asked_about(facts: dict[str, Any], is_argued: bool) -> None:
    assert (admitted_in(case_of(threat(**facts))) == ()) is is_argued


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He had two cans the night before.", "drink"),
        ("Dan was at a party that day.", "own-time"),
        ("He told the lad in HR to stick his job.", "temper"),
        ("He had a warning for being late.", "warning"),
        ("He was in Ayr, and could have done more.", "could-have"),
    ],
)
def test_what_an_adviser_tells_of_the_client_is_the_clients(sentence: str, kind: str) -> None:
    writer = {"kind": "adviser", "organisation": "Example Advice"}
    theirs = case_of(threat(account=sentence), writer=writer, claimant={"name": "Dan Example"})

    assert [each.kind for each in admitted_in(theirs)] == [kind]


def test_what_was_said_or_written_at_the_time_is_no_admission_of_now() -> None:
    told = {"words": "Sorry I forgot.", "said_back": "I forgot to call you."}
    failure = {"kind": "missed-appointment", "their_words": "You said: I forgot."}

    assert admitted_in(case_of(threat(failure=failure, told_them=told))) == ()


def test_an_honest_slip_keeps_the_sentence_that_is_its_argument() -> None:
    slip = {
        "failure": {"kind": "missed-appointment", "happened": "2026-11-02"},
        "account": "I mixed up the days. I was annoyed with myself.",
        "reasons": [{"kind": "unclear-or-mistake"}],
        "mistake": {"thought_day": "2026-11-03"},
    }

    assert [each.kind for each in admitted_in(case_of(threat(**slip)))] == ["temper"]
    without = {name: value for name, value in slip.items() if name != "mistake"}
    assert [each.kind for each in admitted_in(case_of(threat(**without)))] == ["mixed-up", "temper"]


def _told(answer: str = "", **facts: Any) -> Any:
    problem = sanction(
        failure={"kind": "missed-appointment", "happened": "2026-11-02"},
        sides=["had-reason"],
        account=STORY,
        reasons=[{"kind": "travel"}],
        **facts,
    )
    given = [{"sentence": "I was annoyed.", "answer": answer}] if answer else []
    return case_of(problem, admissions=given, claimant={"name": "Ann Example"})


@pytest.mark.parametrize(("answer", "is_printed"), [("", True), ("keep", True), ("leave-out", False)])
def test_a_sentence_is_left_out_of_every_letter_only_where_that_was_chosen(
    answer: str, is_printed: bool
) -> None:
    plan = make_plan(_told(answer), on=MONDAY)
    letters = " ".join(plain_text(fill(each, plan.case, on=plan.on)) for each in plan.letters)

    assert ("I was annoyed." in letters) is is_printed
    assert "my bus was cancelled." in letters
    assert "I walked for an hour." in letters


def test_a_sentence_of_a_complaint_is_left_out_of_it_and_stays_in_the_case() -> None:
    events = [{"day": "2026-10-20", "what": "Nobody rang. I was annoyed."}]
    left_out = [{"sentence": "I was annoyed.", "answer": "leave-out"}]
    case = case_of(threat(), complaint={"events": events}, admissions=left_out)
    letter = make_plan(case, on=MONDAY).letter("complaint")

    assert letter is not None
    assert case.complaint is not None
    said = plain_text(fill(letter, make_plan(case, on=MONDAY).case, on=MONDAY))
    assert "Nobody rang." in said
    assert "annoyed" not in said
    assert case.complaint.events[0].what == "Nobody rang. I was annoyed."


def test_the_saved_case_keeps_both_and_opens_again() -> None:
    case = _told("leave-out")
    again = read_case(file_of(make_plan(case, on=MONDAY).told).decode())

    assert again == case
    assert again.problems[0].account == STORY  # type: ignore[union-attr]
    assert as_written(again).problems[0].account == STORY.replace("I was annoyed.\n\n", "")  # type: ignore[union-attr]


def test_a_file_without_an_answer_keeps_it_and_the_plan_and_the_sheet_say_so() -> None:
    plan = make_plan(_told(), on=MONDAY)
    (caution,) = [each for each in plan.cautions if "I was annoyed." in each]

    assert "may be used against you" in caution
    assert records()["temper"]["harms"] in caution
    assert caution in sheet_of(plan).cautions
    assert plan.now is not None
    assert not any("annoyed" in each for each in make_plan(_told("keep"), on=MONDAY).cautions)
    (left,) = [each for each in make_plan(_told("leave-out"), on=MONDAY).cautions if "annoyed" in each]
    assert "tell the truth" in left


@pytest.mark.parametrize(
    ("seen", "account", "is_contrary"),
    [
        ("never", "They say that they wrote. I never looked at it.", False),
        ("not-known", "On 23 November the journal asked me why. I never looked at it.", False),
        ("not-known", "On 12 October they put it on the journal. I never looked at it.", True),
        ("not-known", "They put it on the journal. I never looked at it.", True),
    ],
)
def test_who_never_looked_at_it_never_saw_it_and_a_question_of_afterwards_tells_nobody(
    seen: str, account: str, is_contrary: bool
) -> None:
    failure = {"kind": "missed-appointment", "happened": "2026-10-20"}
    problem = sanction(sides=["not-told"], failure=failure, account=account, requirement={"seen": seen})
    left_out = [{"sentence": "I never looked at it.", "answer": "leave-out"}]
    plan = make_plan(case_of(problem, admissions=left_out), on=MONDAY)

    assert any(each.id == "left-out-but-denied" for each in plan.queries) is is_contrary
    assert (plan.now is None) is is_contrary


def test_to_leave_out_that_they_could_have_rung_denies_nothing_about_who_could_look_after_a_child() -> None:
    def clashes(sentence: str) -> list[tuple[str, ...]]:
        reason = {"kind": "caring", "others_could": "no", "could_tell": "yes"}
        problem = sanction(account=f"He had croup. {sentence}", reasons=[reason])
        left = case_of(problem, admissions=[{"sentence": sentence, "answer": "leave-out"}])
        return [each.answers for each in make_plan(left, on=MONDAY).queries if "denied" in each.id]

    assert clashes("I could have rung as well, there is a number, but I was holding the mask.") == []
    assert clashes("I could have rung my mum to sit with him.") == [
        ("reasons.caring.others_could", "admissions")
    ]


@pytest.mark.parametrize(
    ("sentence", "claim", "place"),
    [
        ("I forgot.", {"sides": ["not-told"]}, "sides"),
        ("I forgot.", {"requirement": {"seen": "never"}}, "requirement.seen"),
        (
            "I could have rung.",
            {"reasons": [{"kind": "travel", "could_tell": "no"}]},
            "reasons.travel.could_tell",
        ),
        (
            "I could have asked my mum.",
            {"reasons": [{"kind": "caring", "others_could": "no"}]},
            "reasons.caring.others_could",
        ),
        ("I did nothing.", {"sides": ["did-it"]}, "sides"),
        ("I lost my temper.", {"misconduct": {"disputed": ["conduct"]}}, "misconduct.disputed"),
    ],
)
def test_a_letter_is_silent_about_a_fault_and_never_denies_it(
    sentence: str, claim: dict[str, Any], place: str
) -> None:
    problem = sanction(account=f"I rang. {sentence}", **claim)
    left = case_of(problem, admissions=[{"sentence": sentence, "answer": "leave-out"}])

    (query,) = [each for each in make_plan(left, on=MONDAY).queries if each.id == "left-out-but-denied"]
    kept = make_plan(case_of(problem, admissions=[{"sentence": sentence}]), on=MONDAY)

    assert query.answers == (place, "admissions")
    assert make_plan(left, on=MONDAY).now is None
    assert not any(each.id == "left-out-but-denied" for each in kept.queries)
    # No answer makes a denial true.
    answered = left.model_copy(update={"answered_queries": (QueryAnswer(query=query.key),)})
    assert query in make_plan(answered, on=MONDAY).queries
