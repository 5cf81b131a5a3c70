"""The YAML holds to its rules: every page is on the road and on the check page, and no answer can do harm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

import pytest

from challenge_letters.case import failure, people, problems, queries, requests
from challenge_letters.interview.decision_pages import NO_PROOF
from challenge_letters.interview.failure_pages import DECIDING, FACT_OF
from challenge_letters.interview.inconsistencies import PAGES_OF
from challenge_letters.interview.pages import PAGES, Answer
from challenge_letters.interview.texts import labels, page_texts, proof_name, proofs
from challenge_letters.places import interviews
from tests.interview.walker import blocks, questions

# Pages that ask nothing: ends of the road, help, the check page and the letter as a page.
ASK_NOTHING = {
    *("older-benefit", "not-a-sanction", "none-of-these"),
    *(
        "no-money",
        "not-safe",
        "law",
        "check",
        "keeping",
        "open-file",
        "result",
        "letter-page",
        "calendar-first",
        "preview",
        "preview-sentence",
        "lock-answers",
    ),
}
NOT_ALLOWED_KEYS = {
    "show if",
    "hide if",
    "enable if",
    "disable if",
    "js show if",
    "js hide if",
    "script",
    "css",
}
NOT_ALLOWED_CALLS = r"(?<![\w.])(today|format_date|currency|all_variables|defined|showifdef|verbatim|value)\("
# What may stand in ${ }: only functions that encode what people typed, or give words of ours.
SAFE_IN_TEXT = re.compile(
    r"(shown|shown_list|law_shown|url_action|spoken|still_to_come|to_be_there_by|letter_name|reached|reason_text|done_question|effect_text|other_day_question|query_title|preview_page)\("
    # Of words to whoever answers only those that stand here or in the catalogue.
    r"|to_whom\(a, ('[^']*'|\"[^\"]*\"|(reason_text|done_question|effect_text|other_day_question|letter_name)\(.*\))\)$"
    r"|result\.word_file\((now|letter)\.kind\)$"
    r"|short_request\(a, this_day\(\), i\)\.word_file\('mandatory-reconsideration'\)$"
    r"|labels\('\w+'\)\[j\]$|text$|loop\.index \+ 1$|result_of\(a, this_day\(\)\)\.page\(action_argument\('name'\)\)$"
)
FORBIDDEN_WORDS = (
    *("good cause", "universal jobmatch", "failed to", "admit", "guilty", "illegal", "offence", "fraudulent"),
    *("you must give", "crown", "gov.uk/"),
)


def _files() -> Iterator[tuple[str, str]]:
    for path in sorted(interviews().glob("*.yml")):
        yield path.name, path.read_text(encoding="utf-8")


def _fields() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, question in questions().items():
        for one in question.get("fields", []):
            if "note" not in one:
                yield name, one


def _variable(one: Mapping[str, Any]) -> str:
    return str(one.get("field") or one["no label"])


def _attributes(question: Mapping[str, Any]) -> tuple[str, ...]:
    if "fields" in question:
        names = [_variable(one) for one in question["fields"] if "note" not in one]
    else:
        names = [question["continue button field"]]
    return tuple(name.rpartition(".")[2] for name in names)


def test_every_block_that_shows_something_has_an_id_of_its_own() -> None:
    shown = [block for block in blocks() if "question" in block or "event" in block]
    assert all(block.get("id") for block in shown)
    ids = [block["id"] for block in shown]
    assert sorted(ids) == sorted(set(ids))


def test_every_question_is_a_page_of_the_road_and_every_page_a_question() -> None:
    assert set(questions()) - ASK_NOTHING == set(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_question_asks_for_the_answers_of_its_page_in_their_order(name: str) -> None:
    assert _attributes(questions()[name]) == PAGES[name].attributes


def test_every_answer_that_is_shown_again_has_a_label() -> None:
    asked = [answer for page in PAGES.values() for answer in page.answers if answer.shape != "read"]

    assert [answer.name for answer in asked if not answer.label.strip()] == []


def test_a_variable_is_asked_for_by_one_question_only() -> None:
    names = [_variable(one) for _, one in _fields()]
    assert sorted(names) == sorted(set(names))


def test_free_text_is_raw_and_checked() -> None:
    for page, one in _fields():
        if "choices" not in one and one.get("datatype") != "date":
            assert one.get("datatype") == "raw", (page, one)
            assert one.get("validate"), (page, one)


def test_nothing_is_shown_or_hidden_by_script() -> None:
    def keys(thing: Any) -> Iterator[str]:
        if isinstance(thing, dict):
            for key, value in thing.items():
                yield str(key)
                yield from keys(value)
        elif isinstance(thing, list):
            for value in thing:
                yield from keys(value)

    # The style sheet for a docassemble server is a feature of the whole interview.
    assert not NOT_ALLOWED_KEYS & set(keys([block for block in blocks() if "features" not in block]))


@pytest.mark.parametrize(("name", "text"), list(_files()))
def test_no_function_is_called_that_knows_another_clock_or_all_answers(name: str, text: str) -> None:
    looking_back = "showifdef('a.told', None, prior=True)"
    assert re.findall(NOT_ALLOWED_CALLS, text.replace(looking_back, "")) == []


@pytest.mark.parametrize(("name", "text"), list(_files()))
def test_only_encoded_words_reach_the_text_of_a_page(name: str, text: str) -> None:
    for found in re.findall(r"\$\{(.*?)\}(?=[^}]|$)", text):
        assert SAFE_IN_TEXT.match(found.strip()), found


@pytest.mark.parametrize(("name", "text"), list(_files()))
def test_every_link_leads_back_into_the_interview(name: str, text: str) -> None:
    links = re.findall(r'href="([^"]*)"', text) + re.findall(r"\]\(([^)]*\)?)", text)
    assert all(link.startswith("${ url_action(") for link in links), links


@pytest.mark.parametrize("words", FORBIDDEN_WORDS)
def test_words_that_never_belong_here(words: str) -> None:
    everything = " ".join(text for _, text in _files()).lower() + str(page_texts()).lower()
    assert words not in everything


def test_documents_are_never_cached() -> None:
    features = next(block["features"] for block in blocks() if "features" in block)
    assert features["cache documents"] is False


CHOICES_OF_MODELS = [
    ("failure_kind", failure.FailureKind, set()),
    ("side", failure.Side, set()),
    ("channel", failure.Channel, set()),
    ("channel_known", failure.MadeKnown, set()),
    # Whoever gave a number did not give it "not at all".
    ("channel_details", failure.MadeKnown, {"never"}),
    ("reason", failure.ReasonKind, set()),
    # Whether somebody was a patient is asked on a page of its own.
    ("group", failure.Group, {"patient"}),
    # Older case files alone say "redundancy", which may mean any of three cases.
    ("no_reduction", failure.NoReduction, {"redundancy"}),
    ("relation", failure.Relation, set()),
    ("place", failure.Place, set()),
    ("lacking", failure.Lacking, set()),
    ("job_fault", failure.JobFault, set()),
    ("private_place", failure.PrivatePlace, set()),
    ("accident_book", failure.AccidentBook, set()),
    ("advised_by", failure.AdvisedBy, set()),
    ("other_work", failure.OtherWork, set()),
    ("call_time", failure.CallTime, set()),
    ("call_rang", failure.Rang, set()),
    ("job_ended", failure.JobEnded, set()),
    ("other_jobs", failure.OtherJobs, set()),
    ("others", failure.Others, set()),
    ("demand_purpose", problems.DemandPurpose, set()),
    ("dispute", failure.Dispute, set()),
    ("time_off", failure.TimeOff, set()),
    ("fewer_because", failure.FewerBecause, set()),
    ("cared_for_gets", failure.CaredForGets, set()),
    ("nation", people.Nation, set()),
    ("writer_kind", people.WriterKind, set()),
    ("sent_what", problems.SentKind, set()),
    ("record_system", requests.RecordSystem, set()),
    ("remedy", requests.Remedy, set()),
]


@pytest.mark.parametrize(("name", "kinds", "more"), CHOICES_OF_MODELS)
def test_the_choices_are_those_of_the_case(name: str, kinds: Any, more: set[str]) -> None:
    assert set(labels(name)) == set(get_args(kinds)) ^ more


def test_every_list_of_choices_is_used_and_known() -> None:
    used = {answer.choices for page in PAGES.values() for answer in page.answers if answer.choices}
    made_on_the_way = {"proofs", "chosen_proofs", "said"}
    assert used - made_on_the_way | {
        "letter",
        "group_alone",
        "kept_out_answer",
        "side_of_a_call",
        "side_of_a_lost_job",
    } == set(page_texts()["choices"])


def test_no_two_choices_of_a_page_look_the_same() -> None:
    for name in page_texts()["choices"]:
        assert len(set(labels(name).values())) == len(labels(name)), name
    offered = proofs(tuple(labels("reason")))
    assert len(set(offered.values())) == len(offered)


def test_every_proof_has_a_name_for_the_letter() -> None:
    offered = set(proofs(tuple(labels("reason")))) - set(NO_PROOF)
    assert offered == set(page_texts()["proof_names"])
    assert len({proof_name(key) for key in offered}) == len(offered)


def test_nobody_who_told_them_is_offered_not_at_all_or_given_an_answer() -> None:
    assert set(labels("channel")) - set(labels("channel_used")) == {"never"}
    how = ("told_how", "demand_told_how", "asked_how", "asked_now_how")
    told = {f"a.problems[i].{name}" for name in how}
    fields = [one for _, one in _fields() if _variable(one) in told]
    assert [one["choices"]["code"].strip() for one in fields] == ["choices('channel_used')"] * len(told)
    assert not any("default" in one for one in fields)


ROAD_OF_A_PASSWORD = (
    *("demand-when", "provider", "wanted", "demand-words", "offer", "also-holds", "consent"),
    *("since-asked", "evidence", "evidence-asked-for", "work-search-entry", "work-search-rows"),
)


@pytest.mark.parametrize("page", ROAD_OF_A_PASSWORD)
def test_no_password_is_typed_where_one_was_demanded(page: str) -> None:
    question = questions()[page]
    boxes = [one for one in question["fields"] if one.get("datatype") == "raw"]
    assert boxes
    assert all(one["validate"].endswith("_no_password") for one in boxes)
    assert "Never type a password here." in question["subquestion"]


def test_every_answer_a_query_is_about_has_a_page() -> None:
    named = {name for rule in queries.RULES for name in rule.fields}
    assert named <= set(PAGES_OF)
    assert {page for pages in PAGES_OF.values() for page in pages} <= set(PAGES)


def test_every_reason_is_followed_up_but_the_one_that_is_only_ticked() -> None:
    assert set(page_texts()["reasons"]) == set(labels("reason")) - {"not-safe"}


def test_the_fact_that_makes_or_breaks_is_asked_of_reasons_and_failures_that_can_be_chosen() -> None:
    assert set(FACT_OF) <= set(page_texts()["reasons"])
    assert set(DECIDING) <= set(labels("failure_kind"))


def test_what_is_never_asked() -> None:
    questions_asked = " ".join(str(question) for question in questions().values()).lower()
    never = (
        "memorable",
        "bank account",
        "sort code",
        "diagnosis",
        "immigration",
        "ethnic",
        "criminal record",
    )
    assert [word for word in never if word in questions_asked] == []
    assert not any("password" in _variable(one) for _, one in _fields())


def test_a_page_asks_for_a_rough_day_where_its_road_reads_one() -> None:
    days = {_variable(one) for _, one in _fields() if one.get("datatype") == "date"}
    months = {name for _, one in _fields() if (name := _variable(one)).endswith("_month")}
    rough = {name.removesuffix("_month") for name in months}
    assert {
        name.removesuffix("_day") for name in days if name.endswith("_day") and name[:-4] in rough
    } == rough
    assert all(isinstance(answer, Answer) for page in PAGES.values() for answer in page.answers)
