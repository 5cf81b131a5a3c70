"""What is asked where two answers do not fit: those two, in words, each with the way to change it."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.case.queries import queries
from challenge_letters.interview.bridge import case_of as case_of_journey
from challenge_letters.interview.inconsistencies import rows_about
from challenge_letters.interview.kept_out import kept_out_queries
from tests.case.test_queries import ODD
from tests.facts import MONDAY, case_of, threat
from tests.interview.phones import new_walker
from tests.interview.states import travelled
from tests.interview.walking import answers_for, canonical, journey_for

# Nobody who never saw a notice is asked for its date, or about an offer where none was refused: only a case file
# can say both. And the interview asks for findings with each appeal.
ONLY_IN_A_FILE = {"notice-but-none-seen", "no-offer-in-writing", "told-otherwise"}
TELLABLE = [
    *((name, problem) for name, problem in ODD if name not in ONLY_IN_A_FILE),
    (
        "no-offer-in-writing",
        threat(failure={"kind": "job-offer"}, job={"was_offered": "no", "in_writing": "yes"}),
    ),
    (
        "told-otherwise",
        {
            "kind": "appeal-grounds",
            "tells_it_the_same": "no",
            "findings": [{"quote": "You were told.", "answer": "I was not."}],
        },
    ),
]


@pytest.mark.parametrize(("query_id", "problem"), TELLABLE)
def test_the_page_shows_each_answer_that_the_query_names(query_id: str, problem: dict[str, Any]) -> None:
    case = canonical(case_of(problem), MONDAY)
    journey = journey_for(case, MONDAY)
    (query,) = [found for found in queries(case, today=MONDAY) if found.id == query_id]

    rows = rows_about(query, journey)

    assert 1 <= len(rows) <= len(query.answers)
    assert len({row.variable for row in rows}) == len(rows)


def test_two_answers_two_buttons() -> None:
    odd = threat(
        failure={"kind": "missed-appointment", "happened": "2026-11-02"},
        sides=["not-told"],
        requirement={"told_by": "letter", "words": "Come to Room 2 at 9.30.", "gave_place_and_time": "no"},
    )
    walker = new_walker()
    for one in journey_for(case_of(odd), MONDAY).visited:
        if one.visit.page.id == "query":
            break
        walker.answer(one)

    assert walker.page.h1 == "Two of your answers may not fit together"
    buttons = [" ".join(link.get_text().split()) for link in walker.page.soup.select("main a.button")]
    assert len(buttons) == 2
    assert "Come to Room 2 at 9.30." in walker.page.text
    walker.phone.follow(buttons[0])
    assert walker.page.h1 != "Two of your answers may not fit together"


def test_words_that_name_what_was_left_out_are_asked_about_with_the_way_to_change_them() -> None:
    away = {
        "kind": "custody-hospital-court",
        "was_in": "not-said",
        "fact": "I was on Ward 7 of the hospital.",
    }
    odd = threat(
        failure={"kind": "missed-appointment", "happened": "2026-11-02"}, sides=["had-reason"], reasons=[away]
    )
    walker = new_walker()
    for one in journey_for(case_of(odd), MONDAY).visited:
        if one.visit.page.id == "query":
            break
        walker.answer(one)

    assert walker.page.h1 == "Your own words seem to say what you wanted left out"
    buttons = [" ".join(link.get_text().split()) for link in walker.page.soup.select("main a.button")]
    assert len(buttons) == 2
    assert "Ward 7" in walker.page.text
    walker.phone.answer("Leave my words as they are")
    assert walker.page.h1 == "Check your answers"
    walker.phone.press("Go on to the letter")
    assert "You wanted something left out, and your own words seem to name it." in walker.page.text


def test_what_is_ticked_to_stay_out_is_looked_for_in_the_other_words() -> None:
    told = answers_for(
        case_of(
            threat(
                failure={"kind": "missed-appointment", "happened": "2026-11-02"},
                sides=["had-reason"],
                account="My depression was bad that week.",
                reasons=[
                    {"kind": "ill", "fact": "I have severe depression."},
                    {"kind": "travel", "fact": "No bus."},
                ],
            )
        ),
        MONDAY,
    )
    told["problems/0/more"] = {"more": ("keep-out",)}
    told["keep-out"] = {"keep_out": ("problems/0/reason/ill/reason",)}
    told["queries/threat:something-kept-out/query"] = {"answer": "as-their-letter-says"}
    journey = travelled(told, MONDAY)

    (query,) = kept_out_queries(journey)
    texts = [row.text for row in rows_about(query, journey)]

    assert len(texts) == 2
    assert texts[0] == "My depression was bad that week."
    told["problems/0/own-words"] = {**told["problems/0/own-words"], "account": "It was bad that week."}
    assert list(kept_out_queries(travelled(told, MONDAY))) == []


ANNOYED = threat(
    failure={"kind": "missed-appointment", "happened": "2026-11-02"},
    sides=["had-reason"],
    account="My bus did not come. I was annoyed. I rang at 8.40.",
    reasons=[{"kind": "travel"}],
)


def _at_the_sentence(case: Any) -> Any:
    walker = new_walker()
    for one in journey_for(case, MONDAY).visited:
        if one.visit.page.id == "admission":
            break
        walker.answer(one)
    return walker


def test_a_sentence_that_may_harm_is_left_out_by_one_answer_and_the_letter_follows() -> None:
    walker = _at_the_sentence(case_of(ANNOYED, claimant={"name": "Ann Example"}))

    assert walker.page.h1 == "This sentence may be used against you"
    assert "I was annoyed." in walker.page.text
    assert "My bus did not come." not in walker.page.text
    assert "away from the facts" in walker.page.text
    walker.phone.answer("Leave it out of the letter")
    assert walker.page.h1 == "Check your answers"
    assert "A sentence that may be used against you" in walker.page.text
    assert "“I was annoyed.”: Leave it out of the letter" in walker.page.text
    walker.phone.press("Go on to the letter")
    assert "Left out of the letter, as you chose: “I was annoyed.”" in walker.page.text


def test_the_box_it_stands_in_can_be_changed_instead() -> None:
    walker = _at_the_sentence(case_of(ANNOYED, claimant={"name": "Ann Example"}))
    (button,) = [" ".join(link.get_text().split()) for link in walker.page.soup.select("main a.button")]

    walker.phone.follow(button)

    assert "My bus did not come. I was annoyed. I rang at 8.40." in str(walker.page.soup)


def test_an_adviser_is_asked_about_the_client_by_name() -> None:
    facts = {**ANNOYED, "account": "The bus did not come. Ann Example was annoyed."}
    writer = {"kind": "adviser", "name": "Sam Adviser"}
    walker = _at_the_sentence(case_of(facts, claimant={"name": "Ann Example"}, writer=writer))

    assert walker.page.h1 == "This sentence may be used against your client"
    assert "Ann Example was annoyed." in walker.page.text


def test_what_is_left_out_and_denied_can_be_put_right_on_its_page() -> None:
    facts = {**ANNOYED, "sides": ["not-told"], "reasons": [], "account": "I rang at 8.40. I forgot."}
    told = answers_for(case_of(facts, claimant={"name": "Ann Example"}), MONDAY)
    (key,) = [each for each in told if each.endswith("/admission")]
    told[key] = {"admission": "leave-out"}
    told["queries/threat:left-out-but-denied/query"] = {"answer": "as-their-letter-says"}
    journey = travelled(told, MONDAY)

    (query,) = queries(case_of_journey(journey), today=MONDAY)

    assert [row.answer for row in rows_about(query, journey)] == ["sides", "admission"]
