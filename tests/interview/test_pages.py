"""Single pages of the running interview: errors, lists, safety, help, queries."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from challenge_letters.interview.check_answers import numbered_rows
from tests import examples
from tests.facts import case_of, demand
from tests.interview.phones import new_walker
from tests.interview.walker import CARRY_ON, CHECK, NO_DAY, NO_MONTH, Walker
from tests.interview.walking import journey_for

TODAY = examples.AS_AT


def _at(page: str, example: str = "missed-appointment-ill") -> Walker:
    """Return somebody who tells `example` and now sees `page` (a key of a visit)."""
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), until=page)
    return walker


def _checking(example: str) -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), is_pressing_on=False)
    return walker


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"Date of the decision": NO_DAY}, "A month is enough."),
        (
            {"Date of the decision": date(2026, 11, 2), "Or only the month": "November 2026"},
            "Leave the other one empty.",
        ),
        ({"Date of the decision": ("31", "2", "2026")}, "31 February 2026"),
    ],
)
def test_the_date_of_the_decision_is_needed_once(answers: dict[str, Any], sentence: str) -> None:
    walker = _at("problems/0/decision-when")
    walker.phone.answer({**answers, "How did it come?": "By letter"})
    assert len(walker.page.errors) == 1
    assert sentence in walker.page.errors[0]
    assert walker.page.h1.startswith("What is the date of the decision")


def test_two_things_wrong_on_one_page_are_two_sentences() -> None:
    walker = _at("name")
    walker.phone.answer({"National Insurance": "hello", "E-mail": "nobody", "Phone": "12", "^Name$": "Jo"})
    assert set(walker.page.field_errors) == {"National Insurance number", "E-mail", "Phone"}
    assert len(walker.page.errors) == 3
    assert walker.page.values["Name"] == "Jo"


@pytest.mark.parametrize("typed", ["about a month", "0", "2000", "-3"])
def test_a_number_of_days_that_cannot_be(typed: str) -> None:
    walker = _at("problems/0/decision-says")
    walker.phone.answer({"How many days": typed})
    assert len(walker.page.errors) == 1
    assert walker.page.values["How many days is the sanction?"] == typed


def test_a_reason_does_not_end_before_it_begins() -> None:
    walker = _at("problems/0/reason/ill/reason")
    walker.phone.answer({"When did it start": date(2026, 11, 4), "When was it over": date(2026, 11, 3)})
    assert walker.page.errors == ["The last day is before the first day. Please check both."]
    walker.phone.answer({"When was it over": NO_DAY, "Only the month of the end is known": "October 2026"})
    assert len(walker.page.errors) == 1
    walker.phone.answer({"Only the month of the end is known": NO_MONTH})
    assert walker.page.errors == []


def test_none_of_these_stands_alone() -> None:
    walker = _at("problems/0/situation")
    walker.phone.answer({"Tick all": ["None of these", "I was self-employed"]})
    assert len(walker.page.errors) == 1


@pytest.mark.parametrize("ticks", [[], ["Send a list", "I will show nothing"]])
def test_a_way_to_show_the_work_search_is_chosen_or_none_at_all(ticks: list[str]) -> None:
    walker = _at("problems/0/show", "password-demanded")
    walker.phone.answer({"Tick each way that fits": ticks})
    assert len(walker.page.errors) == 1


def test_a_typed_password_is_sent_back_beside_its_box() -> None:
    walker = _at("problems/0/demand-words", "password-demanded")
    walker.phone.answer(
        {"Their words when they asked": "Type it in. My password is Hunter22", "say that you must": "No"}
    )
    assert list(walker.page.field_errors) == ["Their words when they asked"]
    assert walker.page.errors[0].startswith("Please take the password out.")


def test_nobody_is_asked_whether_they_handed_a_password_over_since() -> None:
    walker = _at("problems/0/since-asked", "password-demanded")
    assert walker.page.h1 == "What have you told them, and is there anything else to say?"
    assert "Never type a password here." in walker.page.text
    walker.phone.answer({"Have you told them": "Yes", "^How$": "In person"})
    assert walker.page.h1 == "Is there anything that shows it?"


@pytest.mark.parametrize(
    ("example", "asks", "says"),
    [
        ("missed-appointment-ill", "Have you done it, or booked it again?", "end a sanction sooner"),
        ("work-search-hours", "Have you done it since?", "end a sanction sooner"),
        ("warned-bus-cancelled", "Have you done it, or booked it again?", "ask for a new day"),
    ],
)
def test_what_was_done_since_is_asked_in_words_that_fit(example: str, asks: str, says: str) -> None:
    walker = _at("problems/0/since-then", example)
    assert asks in walker.page.labels
    assert says in walker.page.text


@pytest.mark.parametrize("example", ["left-job-bullied", "dismissed-misconduct"])
def test_nobody_is_asked_to_do_again_a_job_that_ended(example: str) -> None:
    pages = [one.visit.page.id for one in journey_for(examples.case_of(example), TODAY).visited]
    assert "since-work-ended" in pages
    assert "since-then" not in pages
    page = _at("problems/0/since-work-ended", example).page
    assert page.h1 == "Have you told them anything, even by phone?"
    assert "done it" not in page.text


def test_whoever_cannot_do_it_is_asked_what_stops_them_and_for_no_day() -> None:
    walker = _at("problems/0/since-then", "missed-appointment-ill")
    stopped = {"In your words": "No bus goes there.", "which day?": date(2026, 11, 25)}
    answers = {"Have you done it, or booked it again?": "I cannot do it", "Have you told": [], **stopped}
    walker.phone.answer(answers)
    assert walker.page.h1 == "Is there anything that shows it?"
    walker.phone.follow("See the letter so far")
    assert "No bus goes there." in walker.page.text
    assert "25 November" not in walker.page.text


def test_a_refused_line_takes_nothing_from_the_other_boxes() -> None:
    walker = _at("problems/0/reason/ill/reason", "missed-appointment-ill")
    typed = {"^In a few words": "they sent me home", "At that hour I could not": "get out of bed"}
    walker.phone.answer(typed)
    assert "“being sent home”" in walker.page.errors[0]
    walker.phone.answer({"^In a few words": "being sent home"})
    walker.phone.press("Back")
    shown = walker.page.values
    assert "being sent home" in shown.values()
    assert "get out of bed" in shown.values()


def test_screenshots_can_be_told_beside_a_password() -> None:
    page = _at("problems/0/wanted", "password-demanded").page
    assert "Did they ask for this too?" in page.labels
    assert "Screenshots or uploads of every application" in page.text


@pytest.mark.parametrize(
    ("example", "is_offered"), [("missed-appointment-ill", True), ("work-search-hours", False)]
)
def test_only_what_happens_at_an_hour_can_be_come_to(example: str, is_offered: bool) -> None:
    walker = _at("problems/0/side", example)
    assert ("I was there, but late, or nobody saw me" in walker.page.text) is is_offered


def test_a_time_of_day_is_read_or_refused_beside_its_box() -> None:
    walker = _at("problems/0/arrival", "turned-away-at-the-desk")
    walker.phone.answer({"When were you there": "a bit later"})
    assert walker.page.errors == ["Please write one time, like 10.15 or 2.30 pm, or leave it empty."]


def test_only_an_appointee_is_asked_whose_slip_it_was() -> None:
    assert (
        _at("problems/0/reason/unclear-or-mistake/whose-slip", "appointee-own-slip").page.h1
        == "Whose slip was it?"
    )
    walker = _at("problems/0/reason/unclear-or-mistake/slip", "came-on-the-wrong-day")
    walker.phone.answer({})
    assert walker.page.h1 != "Whose slip was it?"


def test_only_an_appointee_is_asked_whom_the_message_went_to() -> None:
    assert _at("problems/0/sent-to", "appointee-warned").page.h1 == "Whom did the message go to?"
    walker = _at("problems/0/how-told", "message-never-seen")
    walker.phone.answer({})
    assert walker.page.h1 != "Whom did the message go to?"


def test_an_adviser_gives_a_name_or_an_organisation() -> None:
    walker = _at("writer", "two-decisions-adviser")
    walker.phone.answer({"Your name": "", "^Organisation$": "", "signed an authority": "No"})
    assert walker.page.errors == ["Please give a name or an organisation."]
    walker.phone.answer({"^Organisation$": "Advice"})
    assert walker.page.h1 == "Name and address of the person the letter is about"


def test_a_list_is_added_to_edited_at_its_start_and_shortened_in_its_middle() -> None:
    walker = _checking("late-in-hospital")
    periods = examples.case_of("late-in-hospital").problems[0].late  # type: ignore[union-attr]
    count = len(periods)
    assert count >= 2
    labels = [tag.get_text() for tag in walker.page.soup.select("dl.rows dt")]
    assert labels.count("Another stretch of time") == count
    _follow_row(walker, "Another stretch of time", count - 1)
    walker.phone.answer({"Was there another": "Yes"})
    walker.phone.answer(
        {"From which day": date(2026, 11, 20), "What stopped": "Added.", "Was there another": "No"}
    )
    walker.expect(CHECK)
    _follow_row(walker, "What stopped you", 0)
    walker.phone.answer({"What stopped": "Edited."})
    walker.expect(CHECK)
    _follow_row(walker, "From", 2, link=1)
    walker.expect(CHECK)
    walker.phone.press("Back")
    walker.expect(CHECK)
    assert "Remove" in walker.page.text
    _follow_row(walker, "From", 2, link=1)
    walker.phone.press(CARRY_ON)
    told = walker.case_file().problems[0].late  # type: ignore[union-attr]
    assert [period.what for period in told] == ["Edited.", *[one.what for one in periods[2:]], "Added."]


def _follow_row(walker: Walker, label: str, place: int, *, link: int = 0) -> None:
    """Follow a link of the row with this label: of those in the list of periods, number `place`."""
    rows = walker.page.soup.select("dl.rows > div")
    starts = [at for at, row in enumerate(rows) if row.dt.get_text() == "Another stretch of time"]
    names = {"From": -3, "What stopped you": -1, "Another stretch of time": 0}
    if link:
        place -= 1
    walker.phone.get(str(rows[starts[place] + names[label]].select("a")[link]["href"]))


def test_a_change_link_names_what_it_changes() -> None:
    walker = _checking("missed-appointment-ill")
    links = walker.page.soup.select("dl.rows a")
    assert all(len(" ".join(link.get_text().split())) > len("Change:") for link in links)


def test_the_check_page_warns_in_one_line_and_blocks_nothing() -> None:
    walker = _checking("missed-appointment-ill")
    assert "This goes to the people who decide your benefit." in walker.page.text
    walker.phone.press(CARRY_ON)
    assert walker.letter()


def test_answers_that_may_not_fit_are_asked_about_and_never_resolved_by_us() -> None:
    walker = _checking("missed-appointment-ill")
    walker.phone.follow("Change : Your side")
    walker.phone.answer(["I did it", "Something stopped me"])
    walker.phone.answer({"What you did": "I came."})
    assert walker.page.h1 == "Two of your answers may not fit together"
    assert "You say that you did it, and also that something stopped you." in walker.page.text
    walker.phone.follow("Change: Your side")
    assert walker.page.h1 == "What is your side?"
    walker.phone.press("Back")
    walker.phone.answer("It is right. I would like to explain")
    walker.phone.answer("I came, but late.")
    walker.expect(CHECK)
    walker.phone.press(CARRY_ON)
    answers = walker.case_file().answered_queries
    assert [(one.query, one.answer, one.words) for one in answers] == [
        ("sanction:did-it-but-stopped", "explained", "I came, but late.")
    ]


def test_a_reason_on_other_days_can_be_put_right_where_it_is_asked_about() -> None:
    walker = _at("problems/0/reason/ill/reason")
    walker.phone.answer({"In a few words": "a headache", "When did it start": date(2026, 11, 20)})
    for one in journey_for(examples.case_of("missed-appointment-ill"), TODAY).visited:
        if one.visit.key not in walker.told and one.visit.page.id != "reason":
            walker.answer(one)
    assert walker.page.h1 == "Two of your answers may not fit together"
    walker.phone.follow("Change: From")
    assert "a headache" in walker.page.values.values()


def test_who_is_not_safe_is_asked_for_no_address_and_offered_no_file() -> None:
    walker = _at("safe-name", "not-safe-at-home")
    walker.phone.answer({"^Name$": "Somebody"})
    walker.expect(CHECK)
    assert "Address" not in [tag.get_text() for tag in walker.page.soup.select("dl.rows dt")]
    walker.phone.press(CARRY_ON)
    assert "The file stays on this phone or computer." in walker.page.text
    assert not any(link.startswith("Keep your answers") for link in walker.page.links)


def test_a_helper_is_told_who_you_is() -> None:
    walker = _at("safe")
    assert "“You” means" not in walker.page.html
    walker = _at("safe", "two-decisions-adviser")
    assert "“You” means your client." in walker.page.html


def test_no_page_is_large() -> None:
    walker = new_walker()
    for one in journey_for(examples.case_of("two-decisions-adviser"), TODAY).visited:
        walker.answer(one)
        if walker.page.h1 != CHECK:
            assert len(walker.page.html.encode()) < 20_000, walker.page.h1


@pytest.mark.parametrize("year", [1990, 2012, 2031, 2050, 9999])
def test_a_date_far_away_is_no_fault(year: int) -> None:
    walker = _at("problems/0/decision-when")
    walker.phone.answer({"Date of the decision": date(year, 12, 31), "How did it come?": "By letter"})
    assert walker.page.h1 == "What do they say you did not do?" or walker.page.errors


def test_where_no_ground_is_left_it_is_asked_once_and_none_is_invented() -> None:
    walker = _at("problems/0/own-words")
    walker.phone.answer({})
    assert walker.page.h1 == "We have found no reason yet"
    walker.phone.follow("tick a reason")
    walker.phone.answer({"play a part": ["I was at work or at a job interview"]})
    assert walker.page.h1 == "I was at work or at a job interview"


def test_what_is_kept_out_is_in_no_letter_and_no_file() -> None:
    walker = _checking("missed-appointment-ill")
    walker.phone.follow("Change : To add")
    already = walker.page.values["Do you want to add anything?"]
    walker.phone.answer([*already, "Keep something out of the letter"])
    assert walker.page.h1 == "What should stay out of the letter?"
    walker.phone.answer(["I was ill or hurt: a migraine"])
    assert walker.page.h1 == "Your own words seem to say what you wanted left out"
    assert "I woke at five with a migraine" in walker.page.text
    walker.phone.follow("Change: In your own words")
    walker.phone.answer({"^What happened": "I woke at five and could not get up."})
    walker.expect(CHECK)
    assert (
        "I had a migraine with vomiting and could not see to read or walk. (kept out of the letter)"
        in walker.page.text
    )
    walker.phone.press(CARRY_ON)
    assert walker.case_file().problems[0].reasons == ()  # type: ignore[union-attr]
    walker.phone.follow("Read or print the letter")
    assert "migraine with vomiting" not in walker.page.text


def test_the_earliest_of_two_deadlines_is_shown() -> None:
    walker = _checking("two-decisions-adviser")
    assert "Your request must be there by 27 November 2026." in walker.page.text


def test_a_warning_shows_the_day_by_which_they_want_an_answer() -> None:
    walker = _checking("warned-bus-cancelled")
    assert "They want your answer by" in walker.page.text
    assert "Your request must be there" not in walker.page.text


def test_the_law_behind_the_letters_is_shown_and_leads_back() -> None:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of("missed-appointment-ill"), TODAY))
    before = walker.page.h1
    walker.phone.follow("The law behind your letters")
    assert walker.page.h1 == "The law in these letters"
    assert "Welfare Reform Act 2012 (c. 5)" in walker.page.text
    assert "A qualified adviser still has to check all of it." in walker.page.text
    assert "Northern Ireland) Order" not in walker.page.text
    walker.phone.answer({})
    assert walker.page.h1 == before


def test_two_links_of_the_check_page_have_two_names() -> None:
    links = _checking("two-within-14-days").page.links
    words = [each for each in links if each.startswith("Change") and "In your own words" in each]
    assert words == [f"Change : In your own words (Decision or message {number})" for number in (1, 2)]


def test_two_things_of_one_kind_are_numbered() -> None:
    offers = [{"way": way, "what": "my list of November"} for way in ("bring", "own-device")]
    rows = [row for _, row in numbered_rows(journey_for(case_of(demand(offers=offers)), TODAY))]
    named = [row.named for row in rows if row.label == "When"]

    assert named == ["When (no. 1)", "When (no. 2)"]
