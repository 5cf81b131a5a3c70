"""A reconsideration letter says what this person told, and nothing that would stand in anybody's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from challenge_letters.argument.groups_named import groups_named
from challenge_letters.argument.papers import NAMED_BY, each_once
from challenge_letters.case.failure import FailureKind, Group
from challenge_letters.languages import texts
from challenge_letters.letters.unsaid import groups_in_no_letter
from challenge_letters.letters.wordings import wordings
from challenge_letters.plan.planning import make_plan
from tests.argument.cases import AS_AT, Letter, body_of, of_case
from tests.facts import case_of, sanction, threat

APPOINTMENT = {"kind": "missed-appointment", "happened": "2026-10-14"}
SEARCH = {"kind": "work-search-hours", "happened": "2026-10-19"}
ILL = [{"kind": "ill", "called": "a migraine", "fact": "I could not see."}]
NATIONS = ("england", "northern-ireland")


def _found(problem: dict[str, Any], **about: Any) -> Letter:
    kinds = ("mandatory-reconsideration", "good-reason-statement")
    return next(each for each in of_case("it", case_of(problem, **about)) if each.letter.kind in kinds)


def _letter(problem: dict[str, Any], **about: Any) -> str:
    return body_of(_found(problem, **about).said())


# -- nothing is said that nobody told


def _caring(**facts: Any) -> str:
    reason = {"kind": "caring", "called": "a fever", "fact": "My son had a fever.", **facts}
    return _letter(sanction(failure=APPOINTMENT, account="I stayed at home.", reasons=[reason]))


def test_who_could_look_after_a_child_is_said_only_where_it_was_asked_and_answered() -> None:
    assert "I had a child of three to look after, and nobody else could take over at that time." in _caring(
        age="3", others_could="no"
    )
    alone = _caring(age="3")
    assert "I had a child of three to look after." in alone
    assert "nobody else" not in alone.casefold()
    assert "cannot be left alone" not in alone


def test_an_age_that_is_told_is_not_told_again() -> None:
    letter = _caring(fact="My son, 3, had a fever.", age="3", others_could="no")
    assert "child of three" not in letter
    assert "Nobody else could take over the care at that time." in letter


@pytest.mark.parametrize(
    "stock",
    ["cannot be left alone", "reads the messages and keeps the dates", "left me no time", "that I could do."],
)
def test_no_row_states_what_no_answer_says(stock: str) -> None:
    rows = wordings()
    assert not [name for name, row in rows.items() if stock in str(row)]


# -- evidence that was offered and not taken


def _hours(nation: str = "england", evidence: tuple[str, ...] = (), **week: Any) -> str:
    told = {"expected_hours": 35, "done_hours": 30, "offered": "my notebook with every application", **week}
    papers = [{"what": each, "have": "enclosed"} for each in evidence]
    problem = sanction(
        failure=SEARCH, sides=["did-it"], account="I looked every day.", search_week=told, evidence=papers
    )
    return _letter(problem, nation=nation)


def test_what_was_offered_and_not_looked_at_is_a_ground_of_its_own() -> None:
    letter = _hours(offered_back="It has to be in the account.")
    assert "I offered you what shows my search, and you did not look at it" in letter
    assert "I offered you my notebook with every application. The answer was: “It has to be in" in letter
    assert "What decides is what was done to look for work, and not where it was written down." in letter
    assert "(sections 13(2) and 23(3))" in letter
    assert "(a) Look now at what I offered you then. Revise" in letter


def test_it_is_said_to_be_enclosed_where_a_paper_of_that_name_is() -> None:
    assert "what I offered you then: it is enclosed." in _hours(evidence=("Notebook, October",))
    assert "what I offered you then. Revise" in _hours(evidence=("Letter from the school",))


def test_northern_ireland_says_it_in_its_own_law() -> None:
    letter = _hours("northern-ireland")
    assert "(Articles 18(2) and 28(3))" in letter
    assert "you did not look" not in letter


def test_evidence_turned_away_at_the_desk_says_so_in_its_heading() -> None:
    handed = {"how": "upload", "went_wrong": "too-large", "other_way": "in-person", "other_day": "2026-11-18"}
    failure = {"kind": "evidence-not-given", "happened": "2026-11-18"}
    sides = ["did-part", "had-reason"]
    letter = _letter(threat(failure=failure, sides=sides, handing_in={**handed, "was_taken": "refused"}))
    assert "I brought it on the day it was due, and it was turned away" in letter


# -- a situation is used, or shown to stand in no letter


GROUPS = [each for each in get_args(Group) if each not in ("none", "not-known")]
SIDES = (["had-reason"], ["did-it"], ["not-told"], ["not-required"], ["not-required", "had-reason"])


def _told(group: str, kind: str) -> Iterator[dict[str, Any]]:
    for sides in SIDES:
        reasons = ILL if "had-reason" in sides else []
        failure = {"kind": kind, "happened": "2026-10-05"}
        yield sanction(
            failure=failure, sides=sides, groups=[group], account="It went wrong.", reasons=reasons
        )


@pytest.mark.parametrize("group", GROUPS)
def test_every_situation_is_in_a_ground_or_listed_as_in_no_letter(group: str) -> None:
    for kind in get_args(FailureKind):
        for problem in _told(group, kind):
            found = _found(problem)
            named = groups_named(found.argument)
            unsaid = {each for _, each in groups_in_no_letter(make_plan(found.case, on=AS_AT))}
            assert (group in named) != (group in unsaid), (kind, problem["sides"])


@pytest.mark.parametrize("nation", NATIONS)
def test_limited_capability_says_what_could_be_asked_beside_a_reason(nation: str) -> None:
    problem = sanction(failure=APPOINTMENT, reasons=ILL, groups=["limited-capability"], account="I lay down.")
    letter = _letter(problem, nation=nation)
    assert "At the time I had limited capability for work." in letter
    assert "to prepare for work, but not to look for it (" in letter
    assert "Please say which requirement it was for: it cannot have been one to look for work." in letter


def test_a_fit_note_beside_a_reason_is_to_be_weighed() -> None:
    letter = _letter(sanction(failure=APPOINTMENT, reasons=ILL, groups=["fit-note"], account="I lay down."))
    assert "At the time I had a fit note. Please weigh that as well." in letter


def test_what_somebody_earned_is_no_part_of_being_ill() -> None:
    problem = sanction(failure=APPOINTMENT, reasons=ILL, groups=["earning-enough"], account="I lay down.")
    assert "earning" not in _letter(problem)


# -- never sanctioned


@pytest.mark.parametrize("nation", NATIONS)
def test_who_was_never_sanctioned_says_never(nation: str) -> None:
    known = {
        "failure": APPOINTMENT,
        "reasons": ILL,
        "account": "I lay down.",
        "earlier_sanctions_known": "yes",
    }
    assert "I had not been sanctioned in the year before." in _letter(sanction(**known), nation=nation)
    never = _letter(sanction(**known, never_sanctioned=True), nation=nation)
    assert "I had never been sanctioned before." in never
    assert "in the year before" not in never


# -- the story keeps what was said at the time


def test_what_was_told_stands_before_what_came_back_later() -> None:
    told = {"day": "2026-10-14", "how": "journal", "words": "Nobody has rung. I am here."}
    account = "I sat by the phone. On 16 October they wrote that they had rung an old number. It is dead."
    letter = _letter(sanction(failure=APPOINTMENT, account=account, told_them=told))
    assert (
        letter.index("Nobody has rung") < letter.index("On 16 October they wrote") < letter.index("is dead")
    )
    assert "I told you in my journal that day: “Nobody has rung." in letter


def test_a_month_later_than_the_telling_stands_after_it_too() -> None:
    told = {"day": "2026-10-14", "how": "journal", "words": "I am here."}
    account = "I waited. My phone broke on 30 September. On 1 November it was mended."
    letter = _letter(sanction(failure=APPOINTMENT, account=account, told_them=told))
    assert letter.index("30 September") < letter.index("“I am here.”") < letter.index("On 1 November")


def test_what_was_said_at_the_desk_stands_in_the_story() -> None:
    came = {
        "due_at": "10.00",
        "came_at": "10.11",
        "office_did": "sent-away",
        "their_words": "You are too late.",
    }
    account = "I ran from the stop. I asked to wait. I was told no. I went home."
    letter = _letter(sanction(failure=APPOINTMENT, sides=["came"], account=account, arrival=came))
    said = letter.index("The words to me were: “You are too late.”")
    assert letter.index("I went home.") < said < letter.index("it was your office that ended it")


# -- why it cannot wait


def _urgent(why: str, problem: dict[str, Any] | None = None, **about: Any) -> str:
    told = problem or sanction(failure=APPOINTMENT, reasons=ILL, account="I lay down.")
    return _letter(told, contact={"decide_quickly": why, "ways": ["journal"]}, **about)


def test_why_it_cannot_wait_is_the_last_sentence_before_how_to_reply() -> None:
    rent = "My rent is due on Tuesday 8 December and I have £11 left."
    letter = _urgent(rent)
    urgent = "Please decide quickly, because my rent is due on Tuesday 8 December and I have £11 left.\n"
    assert f"{urgent}Please send me a mandatory reconsideration notice." in letter
    assert letter.count("£11") == 1
    warned = threat(failure=APPOINTMENT, reasons=ILL, account="I lay down.")
    assert f"{urgent}You can reach me in my journal." in _urgent(rent, warned)


def test_half_a_sentence_is_quoted_and_a_clients_words_too() -> None:
    assert "Please decide quickly, because of this: “rent due Tuesday”." in _urgent("rent due Tuesday")
    adviser = {"kind": "adviser", "name": "Robin Adviser"}
    assert "because of this: “I have £11 left.”" in _urgent("I have £11 left.", writer=adviser)


def test_a_letter_that_decides_nothing_about_the_money_does_not_hurry() -> None:
    case = case_of(
        sanction(failure=APPOINTMENT), contact={"decide_quickly": "the rent is due"}, records_request={}
    )
    others = [each for each in of_case("it", case) if each.letter.kind == "subject-access-request"]
    assert others
    assert not any("quickly" in body_of(each.said()) for each in others)


# -- the names of papers


def test_the_name_of_a_paper_never_offers_two() -> None:
    names = texts("pages")["proof_names"]
    assert not [name for name in names.values() if " or " in name]
    assert set(NAMED_BY) <= {name.casefold() for name in names.values()}


@pytest.mark.parametrize(
    ("ticked", "typed"),
    [
        ("Screenshot from the online account", "Screenshot of the to-do list of 9 November"),
        ("List of calls", "Call log of 14 October"),
        ("Medical note", "Fit note of 3 October"),
        ("Text message about the child", "Text from the nursery, 9.10"),
    ],
)
def test_what_is_typed_of_a_paper_wins_over_its_tick(ticked: str, typed: str) -> None:
    assert each_once([ticked, typed]) == (typed,)
    assert each_once([typed, ticked]) == (typed,)


def test_two_papers_that_differ_both_stay() -> None:
    papers = ("Screenshot from the online account", "Call log of 14 October")
    assert each_once(papers) == papers
