"""What a filled letter is: the same every time, clean of traces, and true to the answers."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from tests.facts import case_of, demand, sanction
from tests.letters.samples import ON, Sample, Tokens, challenge_of, full_case, letters_of

from challenge_letters.case.case import Case
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.letter_kinds.kinds import LETTER_KINDS
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.plan.authority import is_written_for
from challenge_letters.plan.outcome import GroundKind, PlannedLetter, Stage
from challenge_letters.plan.planning import make_plan

FULL = tuple(letters_of(full_case(Tokens())))
EVERY = pytest.mark.parametrize("sample", FULL, ids=lambda sample: sample.letter.kind)


def filled(sample: Sample) -> bytes:
    return fill(sample.letter, sample.case, on=ON)


def reconsideration(
    case: Case, *grounds: GroundKind, stage: Stage = "in-time", expected: str | None = "low"
) -> str:
    """Return the text of a reconsideration request about every decision in `case`."""
    challenges = tuple(
        challenge_of(problem, grounds, stage=stage, expected=expected)
        for problem in case.problems
        if isinstance(problem, AppliedSanction)
    )
    return plain_text(fill(PlannedLetter("mandatory-reconsideration", "", challenges), case, on=ON))


def member(docx: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(name).decode()


def test_there_is_a_template_for_every_kind() -> None:
    assert {sample.letter.kind for sample in FULL} == set(LETTER_KINDS)


@EVERY
def test_the_same_letter_has_the_same_bytes(sample: Sample) -> None:
    assert filled(sample) == filled(sample)


@EVERY
def test_word_can_open_it(sample: Sample) -> None:
    assert Document(io.BytesIO(filled(sample))).paragraphs


@EVERY
def test_the_file_carries_no_trace_of_who_or_what(sample: Sample) -> None:
    docx = filled(sample)
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
        properties = package.read("docProps/core.xml").decode() + package.read("docProps/app.xml").decode()
        assert "zq" not in properties
        assert not re.search(r"creator|lastModifiedBy|Company|revision", properties)
        assert "<dc:language>en-GB</dc:language>" in properties
        assert not any("rsid" in package.read(name).decode() for name in package.namelist())


@EVERY
def test_the_title_is_the_same_for_everybody(sample: Sample) -> None:
    title = re.search("<dc:title>(.*)</dc:title>", member(filled(sample), "docProps/core.xml"))

    assert title is not None
    assert not re.search("(?i)sanction|password|reconsideration|complaint|health|abuse", title[1])


@EVERY
def test_the_title_says_nothing_where_others_may_see_the_file(sample: Sample) -> None:
    case = full_case(Tokens(), {"safety.others_see": "yes"})

    docx = fill(sample.letter, case, on=ON)

    assert "<dc:title>Letter</dc:title>" in member(docx, "docProps/core.xml")


# -- nobody's words are put into anybody's mouth


def test_a_bare_decision_gives_a_bare_letter() -> None:
    case = case_of({"kind": "applied-sanction", "decision": {"notified": "2027-03-02"}})

    text = reconsideration(case)

    for unsaid in ("because", "What happened", "In my own words", "good reason", "Enclosed", "You can reach"):
        assert unsaid not in text
    assert "Please reconsider the decision that was sent to me on 2 March 2027" in text
    assert "It reduces my Universal Credit." in text


COMPLETE = {"kind": "ill", "fact": "I had a fever.", "began": "2027-02-20", "effect": "I could not stand."}


def test_good_reason_is_the_rule_that_the_facts_meet() -> None:
    text = reconsideration(case_of(sanction(reasons=[COMPLETE])), "good-reason")

    rule = (
        "can be sanctioned only if there was no good reason for it (Welfare Reform Act 2012, section 27(2))."
    )
    assert rule in text
    assert text.index(rule) < text.index("I had a fever.") < text.index("I could not stand.")


def test_each_decision_has_the_rule_for_itself_the_second_time_shortly() -> None:
    facts = {"reasons": [COMPLETE]}
    case = case_of(sanction(id="first", **facts), sanction(id="second", **facts))

    text = reconsideration(case, "good-reason")

    assert text.count("Welfare Reform Act 2012, section 27(2)") == 1
    assert text.count("(section 27(2))") == 1


def test_what_happened_at_home_is_not_told_but_for_one_sentence_if_it_is_wanted() -> None:
    reasons = [{"kind": "not-safe", "fact": "zqhome", "effect": "zqhome", "began": "2027-02-20"}]

    silent = reconsideration(case_of(sanction(reasons=reasons)), "good-reason")
    told = reconsideration(
        case_of(sanction(reasons=reasons), safety={"say_could_not_attend_safely": True}), "good-reason"
    )

    assert "safely" not in silent
    assert "I could not safely do this. Please accept this as my good reason." in told
    assert "zqhome" not in silent + told


@pytest.mark.parametrize(
    ("have", "said"),
    [("enclosed", "\n\n• zqpaper"), ("asked-for", "This is to follow: zqpaper."), ("cannot-get", "")],
)
def test_only_what_is_in_hand_is_enclosed(have: str, said: str) -> None:
    text = reconsideration(case_of(sanction(evidence=[{"what": "zqpaper", "have": have}])))

    assert said in text
    assert ("zqpaper" in text) is bool(said)
    assert ("Enclosed" in text) is (have == "enclosed")


GREAT_BRITAIN_ONLY = r"Act 2012|Act 1998|Act 2007|Act 1995|Regulations 2013|Equality|UKUT|Tribunal Procedure"


def test_no_law_of_great_britain_is_named_in_northern_ireland() -> None:
    case = full_case(Tokens(), {"nation": "northern-ireland"})

    written = [each for each in letters_of(case) if is_written_for(case.nation, each.letter.kind)]
    texts = "".join(plain_text(fill(each.letter, each.case, on=ON)) for each in written)

    assert not re.search(GREAT_BRITAIN_ONLY, texts)
    assert "Welfare Reform (Northern Ireland) Order 2015, Article 24" in texts
    assert "A reduction needs a failure for no good reason (Article 32)" in texts
    assert "UK GDPR, Article 5(1)(c)" in texts
    assert not re.search(r" [.,;)]", re.sub(r"\.{16,}", "", texts))


@pytest.mark.parametrize("benefit", ["universal-credit", "new-style-jsa", "new-style-esa"])
def test_an_act_of_another_benefit_is_not_named(benefit: str) -> None:
    case = full_case(Tokens(), {"benefit": benefit, "also_universal_credit": "no"})
    letters = [plain_text(fill(each.letter, each.case, on=ON)) for each in letters_of(case)]
    texts = "".join(letter.partition("The law named")[0] for letter in letters)
    own = {
        "universal-credit": {"Welfare Reform Act 2012", "Universal Credit Regulations 2013"},
        "new-style-jsa": {"Jobseekers Act 1995", "Jobseeker's Allowance Regulations 2013"},
        "new-style-esa": {"Welfare Reform Act 2007", "Employment and Support Allowance Regulations 2013"},
    }

    found = {name for names in own.values() for name in names if re.search(rf"{name}, |of the {name}", texts)}

    assert found
    assert found <= own[benefit]


# -- stages


@pytest.mark.parametrize(
    ("stage", "says", "leaves_out"),
    [
        ("in-time", (), ("extend the time", "at any time", "so that I can appeal")),
        ("date-in-doubt", ("extend the time", "at any time"), ("not practicable", "so that I can appeal")),
        ("late", ("extend the time", "not practicable", "at any time", "so that I can appeal"), ()),
        ("very-late", ("at any time",), ("extend the time", "not practicable", "appeal")),
    ],
)
def test_lateness(stage: Stage, says: tuple[str, ...], leaves_out: tuple[str, ...]) -> None:
    late = [{"began": "2026-04-01", "what": "I was in hospital."}]
    text = reconsideration(case_of(sanction(late=late, why_look_now="It still counts.")), stage=stage)

    assert [words for words in says if words not in text] == []
    assert [words for words in leaves_out if words in text] == []
    assert ("I was in hospital." in text) is (stage in ("late", "very-late"))


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        ({"notified": "2027-02"}, "I do not know the exact day on which it was sent."),
        (
            {"notified": None, "notice": "none-seen", "payment_day": "2027-03-02"},
            "No notice has come, so nobody can say from which day the time runs.",
        ),
    ],
)
def test_a_doubt_about_the_day_is_said_only_where_there_is_one(decision: dict[str, Any], says: str) -> None:
    text = reconsideration(case_of(sanction(decision=decision)), stage="date-in-doubt")

    assert f"{says} If you think this request late, please extend the time" in text


def test_reasons_may_follow_in_time_only() -> None:
    case = case_of(sanction(reasons_will_follow=True))

    short, whole = reconsideration(case), reconsideration(case, stage="late")

    assert "My reasons will follow by 23 March 2027. Please wait for them before you decide." in short
    assert "I was ill." not in short
    assert "will follow" not in whole
    assert "I was ill." in whole


@pytest.mark.parametrize(
    ("kind", "never"),
    [
        (
            "good-reason-statement",
            ("reconsider", "appeal", "the decision", "your decision", "sanction", "you must", "revise"),
        ),
        ("mandatory-reconsideration", ("complain", "hardship", "good cause", "I understand that I failed")),
        ("password-reply", ("you have no power", "only DWP", "you cannot", "EU law", "illegal", "refuse")),
        (
            "subject-access-request",
            ("everything you hold", "Article 22 ", "Article 22)", "Article 77", "forty days", "hiding"),
        ),
        ("complaint", ("overturn", "sanction", "compensation", "you have", "appeal", "discriminat")),
    ],
)
def test_what_a_letter_never_says(kind: str, never: tuple[str, ...]) -> None:
    text = next(plain_text(filled(sample)) for sample in FULL if sample.letter.kind == kind)
    own = (
        text.replace("so that I can appeal", "")
        .replace("appealed to the employer", "")
        .replace("n my appeal", "")  # the one to the employer as well
        .replace("can be sanctioned", "")  # the rule itself, in a letter before a decision too
        .replace("Decisions and Appeals", "")
        .partition("The law named")[0]
    )

    assert [words for words in never if words.casefold() in own.casefold()] == []


# -- who writes, and to whom


@pytest.mark.parametrize("others_see", ["yes", "prefer-not-to-say"])
@pytest.mark.parametrize("writer", ["claimant", "appointee"])
def test_where_others_see_the_post_no_address_is_printed_anywhere(others_see: str, writer: str) -> None:
    unsafe = {"safety.others_see": others_see, "safety.post_is_safe": "no", "safety.phone_is_safe": "no"}
    case = full_case(Tokens(), {**unsafe, "writer.kind": writer})
    assert case.records_request is not None
    own = (
        *case.claimant.address,
        *case.writer.address,
        *case.records_request.address_they_know,
        case.claimant.phone,
        case.claimant.email,
    )

    texts = "".join(plain_text(fill(each.letter, each.case, on=ON)) for each in letters_of(case))

    assert [line for line in own if line in texts] == []
    assert "Please do not write to any address you hold for me." in texts
    assert "Mandatory reconsideration:" not in texts


@pytest.mark.parametrize("name", ["", "Alex Morgan"])
def test_what_is_not_given_is_left_to_be_written_by_hand(name: str) -> None:
    by_letter = sanction(decision={"came_by": "letter"})
    text = reconsideration(case_of(by_letter, claimant={"name": name}))

    assert ("Name: ................" in text) is not name
    assert "Address: ................\n................" in text
    assert "National Insurance number: ................" in text
    assert "The address on the decision letter: ................" in text
    assert "Signed: ................" in text


HELPS = {"kind": "adviser", "name": "Sam", "client_signs": True}


@pytest.mark.parametrize(
    ("writer", "says"),
    [
        ({"kind": "helper", "name": "Sam"}, None),
        (
            {**HELPS, "organisation": "Law Centre", "reference": "7/1"},
            "I am helped by Sam, Law Centre (reference 7/1). Please send them a copy of your answer.",
        ),
        (
            {**HELPS, "authority_enclosed": True},
            "I am helped by Sam. My signed authority is enclosed. Please send them a copy of your answer.",
        ),
        ({"kind": "appointee", "name": "Sam"}, "I am the appointee of Alex."),
    ],
)
def test_who_writes(writer: dict[str, Any], says: str | None) -> None:
    text = reconsideration(case_of(sanction(), writer=writer, claimant={"name": "Alex"}))

    assert (says in text) if says else ("Sam" not in text)
    assert ("Sam, as appointee for Alex" in text) is (writer["kind"] == "appointee")


def test_two_decisions_stand_under_their_own_headings() -> None:
    first = sanction(id="first", decision={"dated": "2027-02-01"})
    second = sanction(id="second", decision={"dated": "2027-02-15"})

    text = reconsideration(case_of(first, second))

    assert "\n\nYour decision of 1 February 2027\n\n" in text
    assert "\n\nYour decision of 15 February 2027\n\n" in text
    assert text.count("pay back what has been taken under all of them") == 1


@pytest.mark.parametrize("kind", ["left-job", "lost-job"])
def test_nobody_is_made_to_admit_that_they_left_a_job(kind: str) -> None:
    text = reconsideration(case_of(sanction(sides=["did-it"], failure={"kind": kind})), "did-it")

    assert "It was not as you say." in text
    assert "What you say did not happen like that" in text
    assert "I did" not in text.replace("I disagree", "")


def test_no_password_reply_is_written_without_an_offer() -> None:
    offered = [{"way": "enclosed", "what": "a list"}]

    assert make_plan(case_of(demand(offers=[])), on=ON).letter("password-reply") is None
    assert make_plan(case_of(demand(offers=offered)), on=ON).letter("password-reply")


def test_every_ground_has_a_heading_of_its_own() -> None:
    full = next(sample for sample in FULL if sample.letter.kind == "mandatory-reconsideration")
    text = plain_text(filled(full))

    headings = (
        "No reduction is allowed",
        "I came to the place you had named",
        "My employer itself no longer says that I did it",
        "In any case I had a good reason",
        "was not made known to me",
        "An adjustment was due",
    )
    places = [
        re.search(rf"^\d+\. .*{re.escape(heading)}", text, re.MULTILINE).start() for heading in headings
    ]

    assert places == sorted(places)
