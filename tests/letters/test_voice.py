"""Whoever signs, a letter speaks in one voice: nobody's "I" stands for somebody else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from tests.facts import case_of, demand, sanction, threat
from tests.follow_ups import complete
from tests.letters.branches import VOICES, in_voice, samples
from tests.letters.next_branches import SIGNER_OF_WHAT_COMES_NEXT
from tests.letters.samples import ON, Sample

from challenge_letters.argument.composing import COMPOSED
from challenge_letters.argument.voice import PERSONAL, Subject, Voice, in_claimants_voice, voice_of
from challenge_letters.case.case import Case
from challenge_letters.letter_kinds.kinds import LETTER_KINDS, LetterKind
from challenge_letters.letters.context import said as composed
from challenge_letters.letters.document_text import blocks
from challenge_letters.letters.filling import fill
from challenge_letters.letters.journal import journal_text
from challenge_letters.letters.plain_text import joined, plain_text
from challenge_letters.plan.outcome import Plan
from challenge_letters.plan.planning import make_plan

ADVISER = {
    "kind": "adviser",
    "name": "Sam Sample",
    "organisation": "Law Centre",
    "address": ["2 High Street"],
}
APPOINTEE = {"kind": "appointee", "name": "Sam Sample"}
CLAIMANT = {"name": "Alex Morgan", "address": ["1 Mill Lane", "Leeds"]}
# Papers that are no letters: they name no other way to be reached; one of them is read out and never signed.
SHEETS = frozenset({"requirements-notice", "appeal-grounds", "phone-call", "regulator", "authority"})
SIGNED = tuple(kind for kind in LETTER_KINDS if kind != "phone-call")
# Typed by the person, and printed in the middle of a sentence.
TYPED = "my work coach"

# Sentences of a composed letter that are the person's own, as they were typed.
AS_TYPED = frozenset({"typed", "on-day-typed", "late-from-to", "late-until-today", "enclosed"})

# What the one who signs says of themselves, in every voice.
SIGNER = (
    r"What I ask (?:you to (?:do|answer)|the Department to do|for)|I ask (?:for|you to|the Department for Communities|the Examiner)|I also ask for|This is what I ask for|\bask I\b",
    r"I enclose|[Aa]s far as I know|I answer each message|I believe that|What I complain about|as I set out",
    r"[Tt]ell me|who has it and when I will hear|the rest of what I ask below|give me a day by which|allow me|give me time|reply to me|notice about this, to me|through me|send me a (?:copy|final response)|send me your final response",
    r"send me the reasons|let me add to this (?:letter|message)|I act for|I am the appointee of",
    r"send me (?:written notice|a mandatory reconsideration notice|notice of that)",
    *SIGNER_OF_WHAT_COMES_NEXT,
)
CLIENT = (r"I write for my client", r"\b[Mm]y client(?:'s)?")
# An appointee is written to and rung in the person's place.
IN_THEIR_PLACE = (
    r"I am appointee for|[Tt]he person I act for|I should explain this|I understand that there is no fee|ask me for it|I ask you for this|I want this|need anything from me|and with me",
    r"(?:reach|contact|ring|write to|send|from) me|hold for me|I need an interpreter|else I need when|If I miss",
    r"how I can get the reasons|so that I can appeal|[Ii]n my (?:own )?words|This is my answer for",
    r"Send me (?:written notice|a mandatory|the (?:referral|invitations|recordings|log of calls)|what providers)|Send me(?= .*journal, with messages)",
    r"I would like the copy|I ask only for|I appeal against the decision|I answer (?:the|each) reason that the notice gives",
    r"^My answer is this|^What I say of the length is this",
)
FIRST_PERSON = re.compile(r"\b(?:I|me|my|My|mine|myself)\b")
DISAGREEING = re.compile(
    r"\b[Tt]hey (?:was|am|is|has|does|needs)\b|\b[Ww]e (?:was|am|is|has)\b|\bI (?:is|has|are|were)\b"
    r"|(?:[Mm]y client|Alex Morgan) (?:am|are|were|have|do|need|disagree|withdraw|miss)\b"
)


def said(sample: Sample) -> str:
    """Return what the letter itself says: the words in quotes are the person's, or the office's."""
    if sample.letter.kind in COMPOSED:
        sentences = composed(sample.letter, sample.case, on=ON).sentences
        ours = "\n".join(each.text for each in sentences if each.wording not in AS_TYPED)
        return re.sub("“[^”]*”", "“”", ours).replace(TYPED, "").replace("(N.I. ", "(")
    body = [block for block in blocks(fill(sample.letter, sample.case, on=ON)) if block.kind != "quote"]
    # “N.I.” in the number of an Order is nobody.
    return re.sub("“[^”]*”", "“”", joined(body)).replace(TYPED, "").replace("(N.I. ", "(")


@cache
def said_in(voice: str) -> tuple[tuple[Sample, str], ...]:
    """Return every letter of the samples as `voice` would write it, and what it says."""
    own = (sample for sample in samples() if sample.case.writer.kind == "claimant")
    changed = (sample if voice == "own" else in_voice(sample, voice) for sample in own)
    return tuple((sample, said(sample)) for sample in changed)


def without(text: str, *allowed: str) -> str:
    return re.sub("|".join(allowed), "", text, flags=re.MULTILINE)


@pytest.mark.parametrize(("voice", "allowed"), [("adviser", CLIENT), ("appointee", IN_THEIR_PLACE)])
def test_nobody_elses_i_is_the_claimant(voice: str, allowed: tuple[str, ...]) -> None:
    found = {
        sample.name: [
            line for line in without(text, *SIGNER, *allowed).splitlines() if FIRST_PERSON.search(line)
        ]
        for sample, text in said_in(voice)
        if not voice_of(sample.letter.kind, sample.case).is_own
    }

    assert found
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("voice", ["own", *VOICES])
def test_every_verb_agrees(voice: str) -> None:
    found = {
        sample.name: [line for line in text.splitlines() if DISAGREEING.search(line)]
        for sample, text in said_in(voice)
    }

    assert found
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("verb", "own", "client", "pointing_back"),
    [
        ("am", "I am", "My client is", "They are"),
        ("was", "I was", "My client was", "They were"),
        ("have", "I have", "My client has", "They have"),
        ("do not know", "I do not know", "My client does not know", "They do not know"),
        ("need", "I need", "My client needs", "They need"),
        ("disagree", "I disagree", "My client disagrees", "They disagree"),
        ("miss", "I miss", "My client misses", "They miss"),
        ("apply", "I apply", "My client applies", "They apply"),
        ("say", "I say", "My client says", "They say"),
    ],
)
def test_a_verb_is_given_as_it_stands_after_i(verb: str, own: str, client: str, pointing_back: str) -> None:
    assert Subject("I", "first")(verb) == own
    assert Subject("My client", "one")(verb) == client
    assert Subject("They", "many")(verb) == pointing_back


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (Voice("own", "Alex"), ("I", "me", "my", "I", "me", "my", "I", "me")),
        (
            Voice("adviser", "Alex"),
            ("My client", "my client", "my client's", "They", "them", "their", "My client", "my client"),
        ),
        (Voice("appointee", "Alex"), ("Alex", "Alex", "Alex's", "They", "them", "their", "We", "us")),
        (
            Voice("appointee"),
            (
                "The person I act for",
                "the person I act for",
                "their",
                "They",
                "them",
                "their",
                "We",
                "us",
            ),
        ),
        (
            Voice("appointee", "van Dyke"),
            ("van Dyke", "van Dyke", "van Dyke's", "They", "them", "their", "We", "us"),
        ),
    ],
)
def test_the_words_of_a_voice(voice: Voice, words: tuple[str, ...]) -> None:
    names = ("I", "me", "my", "They", "them", "their", "We", "us")

    assert tuple(str(voice.words[name]) for name in names) == words


def test_every_voice_has_the_same_words() -> None:
    voices = (Voice("own"), Voice("adviser"), Voice("appointee"), Voice("appointee", "Alex"))

    assert len({frozenset(voice.words) for voice in voices}) == 1


# -- who signs


@pytest.mark.parametrize(
    ("writer", "kind", "voice"),
    [
        ({"kind": "claimant"}, "complaint", "own"),
        ({"kind": "helper", "name": "Sam"}, "complaint", "own"),
        ({"kind": "adviser", "name": "Sam"}, "complaint", "adviser"),
        ({"kind": "adviser", "name": "Sam", "client_signs": True}, "complaint", "own"),
        ({"kind": "adviser", "name": "Sam"}, "subject-access-request", "own"),
        ({"kind": "appointee", "name": "Sam"}, "complaint", "appointee"),
        ({"kind": "appointee", "name": "Sam"}, "subject-access-request", "appointee"),
    ],
)
def test_who_speaks(writer: dict[str, Any], kind: LetterKind, voice: str) -> None:
    assert voice_of(kind, case_of(sanction(), writer=writer)).kind == voice


def everything(writer: dict[str, Any], **facts: Any) -> Case:
    """Return a case in which every letter can be written."""
    complaint = {"events": [{"what": "Nobody rang."}], "data_protection": "My file was left open."}
    return case_of(
        sanction("2027-03-01", id="s"),
        threat(id="t"),
        demand(id="d"),
        *complete(ON).values(),
        **{"claimant": CLAIMANT, "writer": writer, "complaint": complaint, "records_request": {}, **facts},
    )


def plan_of(writer: dict[str, Any], **facts: Any) -> Plan:
    return make_plan(everything(writer, **facts), on=ON)


def text_of(kind: str, writer: dict[str, Any], **facts: Any) -> str:
    plan = plan_of(writer, **facts)
    letter = plan.letter(kind)
    assert letter is not None, kind
    return plain_text(fill(letter, plan.case, on=ON))


@pytest.mark.parametrize("kind", SIGNED)
@pytest.mark.parametrize(
    ("writer", "signature"),
    [
        ({"kind": "helper", "name": "Sam Sample"}, "Alex Morgan"),
        ({**ADVISER, "client_signs": True}, "Alex Morgan"),
        (APPOINTEE, "Sam Sample, as appointee for Alex Morgan"),
    ],
)
def test_who_signs(kind: str, writer: dict[str, Any], signature: str) -> None:
    assert f"Signed: ................\n\n{signature}\n" in text_of(kind, writer)


@pytest.mark.parametrize("kind", SIGNED)
def test_an_adviser_signs_all_but_what_is_personal(kind: str) -> None:
    text = text_of(kind, ADVISER)
    signs = "Alex Morgan" if kind in PERSONAL else "Sam Sample, Law Centre, for Alex Morgan"

    assert f"Signed: ................\n\n{signs}\n" in text


@pytest.mark.parametrize("authority_enclosed", [True, False])
def test_an_advisers_letter_says_for_whom_and_where_to_answer(authority_enclosed: bool) -> None:
    text = text_of(
        "mandatory-reconsideration",
        {**ADVISER, "reference": "7/1", "authority_enclosed": authority_enclosed},
    )

    assert "Our reference: 7/1\nMy client: Alex Morgan\nAddress: 1 Mill Lane, Leeds\n" in text
    assert "I act for Alex Morgan" in text
    assert ("whose signed authority is enclosed" in text) is authority_enclosed
    assert ("• My client's signed authority" in text) is authority_enclosed
    assert ("Please reply to me" in text) is authority_enclosed
    sends_a_copy = re.search("Please send me a copy of your answer to (Alex Morgan|my client)[.]", text)
    assert bool(sends_a_copy) is not authority_enclosed


def test_where_home_is_not_safe_the_answer_goes_to_the_adviser() -> None:
    text = text_of("complaint", ADVISER, safety={"others_see": "yes", "post_is_safe": "no"})

    assert "1 Mill Lane" not in text
    assert "2 High Street" in text
    assert "Please send your answer, and any notice about this, to me." in text
    assert "do not write to any address you hold for my client, and contact them only through me." in text


@pytest.mark.parametrize(
    ("writer", "words"),
    [
        ({"kind": "claimant"}, "I was ill."),
        (ADVISER, "My client says: “I was ill.”"),
        (APPOINTEE, "I was ill."),
    ],
)
def test_whose_words_are_quoted(writer: dict[str, Any], words: str) -> None:
    rule = "only if there was no good reason for it (Welfare Reform Act 2012, section 27(2))."

    assert f"{rule} {words} " in text_of("mandatory-reconsideration", writer)


# -- the journal is the claimant's own


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_the_journal_is_in_the_clients_own_voice(kind: LetterKind) -> None:
    case = everything(ADVISER)
    plan = make_plan(in_claimants_voice(case), on=ON)
    letter = plan.letter(kind)
    assert letter is not None

    text = journal_text(fill(letter, plan.case, on=ON), kind)

    assert "client" not in text
    assert ("helped by Sam Sample, Law Centre" in text) is (kind not in SHEETS)


def test_an_appointee_keeps_their_voice_in_the_journal() -> None:
    case = everything(APPOINTEE)

    assert voice_of("complaint", in_claimants_voice(case)).is_appointee


# -- who translated, and letters with hardly a word


@pytest.mark.parametrize("kind", SIGNED)
@pytest.mark.parametrize(
    ("translation", "line"),
    [
        ({}, None),
        ({"by": "Ana Sample"}, "Translated by Ana Sample\n"),
        ({"by": "Ana Sample", "on": "2027-03-08"}, "Translated by Ana Sample on 8 March 2027\n"),
    ],
)
def test_a_translator_signs_beneath(kind: str, translation: dict[str, str], line: str | None) -> None:
    text = text_of(kind, {"kind": "claimant"}, translation=translation)

    assert ("Signed by the translator: ................" in text) is (line is not None)
    assert line is None or line in text


def test_three_ticks_and_a_signature_make_a_letter() -> None:
    ticked = {
        "kind": "applied-sanction",
        "decision": {"notified": "2027-03-02"},
        "failure": {"kind": "missed-appointment"},
        "sides": ["not-told"],
        "requirement": {"told_by": "never"},
    }
    plan = make_plan(case_of(ticked), on=ON)
    letter = plan.letter("mandatory-reconsideration")
    assert letter is not None

    text = plain_text(fill(letter, plan.case, on=ON))

    assert "Please reconsider the decision that was sent to me on 2 March 2027" in text
    assert "I was never told of it." in text
    assert "Name: ................" in text
    assert "Signed: ................" in text
