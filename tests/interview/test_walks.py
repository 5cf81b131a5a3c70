"""Whole walks through the running interview, told as an adviser would tell them in walks/*.yaml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from challenge_letters.case.rough_days import RoughDay
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.told import told
from tests.interview.walker import CARRY_ON, CHECK, Walker, questions
from tests.interview.walking import canonical, journey_for

WALKS = Path(__file__).parent / "walks"


def _walk(name: str) -> Mapping[str, Any]:
    return dict(yaml.safe_load((WALKS / f"{name}.yaml").read_text(encoding="utf-8")))


def _steps(story: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for page, answers in story.items():
        many = isinstance(answers, list) and all(isinstance(one, dict) for one in answers)
        for one in answers if many and answers else [answers]:
            yield page, one


def _take(walker: Walker, story: Mapping[str, Any], *, until: str = "") -> Walker:
    for page, answers in _steps(story):
        if page == until:
            break
        if page == "END":
            walker.expect(answers)
            continue
        _on_page(walker, page)
        walker.phone.answer(answers)
        assert walker.page.errors == [], page
    return walker


def _on_page(walker: Walker, page: str) -> None:
    heading = " ".join(questions()[page]["question"].split())
    if not re.search(r"[%$]", heading):
        walker.expect(heading)


@pytest.mark.parametrize("name", sorted(path.stem for path in WALKS.glob("*.yaml")))
def test_every_story_reaches_its_end(name: str) -> None:
    walker = _take(new_walker(), _walk(name))
    if "END" not in _walk(name):
        walker.expect(CHECK)


def test_the_commonest_path_ends_in_a_letter_in_every_form() -> None:
    walker = _take(new_walker(), _walk("commonest"))
    walker.phone.press(CARRY_ON)
    assert walker.page.h1 == "Your letter is ready. It has NOT been sent"
    assert walker.letter().startswith(b"PK")
    text = walker.page.soup.select("textarea")[0].get_text()
    assert text.strip().startswith("MANDATORY RECONSIDERATION REQUEST, decision")
    assert "Please reconsider the decision" in text
    case = walker.case_file()
    assert str(case.problems[0].done_since.day) == "2026-11-25"  # type: ignore[union-attr]
    walker.phone.follow("Read or print the letter")
    assert "I was sick all night." in walker.page.text
    assert walker.page.soup.select("main.printable")
    walker.phone.press("Back to the last page")
    assert walker.page.h1 == "Your letter is ready. It has NOT been sent"


def test_the_four_warnings_come_first_and_in_order() -> None:
    walker = _take(new_walker(), _walk("commonest"))
    walker.phone.press(CARRY_ON)
    headings = [" ".join(tag.get_text().split()) for tag in walker.page.soup.select("main h2")]
    assert headings[0].startswith("It must be there by 10 December 2026")
    assert headings[1] == "This has NOT been sent"
    assert headings[2].startswith("Go to the new appointment")
    assert headings[3].startswith("No money?")


@pytest.mark.parametrize(
    ("example", "heading"),
    [
        ("missed-appointment-ill", "Text for the journal"),
        ("warned-bus-cancelled", "Text for the to-do or the journal"),
    ],
)
def test_the_letter_stands_right_after_the_warnings(example: str, heading: str) -> None:
    walker = told(example)
    texts = [" ".join(tag.get_text().split()) for tag in walker.page.soup.select("main h2, main h3")]
    warnings = walker.page.soup.select("main .warning")
    assert texts[len(warnings)].startswith("Letter ")
    assert texts[len(warnings) + 1] == "Do this first"
    folded = [" ".join(tag.get_text().split()) for tag in walker.page.soup.select("main details > summary")]
    assert folded[0] == heading
    assert folded[-1] == "Your answers"
    assert "What to do after that, in this order" in folded


def test_the_last_page_has_one_button_and_everything_else_is_folded() -> None:
    page = told("missed-appointment-ill").page.soup.main
    assert page is not None
    main = copy(page)  # The page is shared with other tests.
    assert [button.get_text() for button in main.select("a.button")] == ["Download the letter as a Word file"]
    for part in main.select("details"):
        assert not part.has_attr("open")
        part.decompose()
    assert main.get_text().count("It must be there by 2 December 2026") == 1
    assert len(main.get_text().split()) < 400


def test_the_commonest_path_has_few_pages() -> None:
    story = _walk("commonest")
    # Ten, and four that follow from an answer or decide the case: one reason, the situation, when the new
    # appointment was asked for, and what to add. Add none unnoticed.
    assert len(story) == 14


# Examples with more, and why: docs/decisions/0073-one-thing-may-be-several-questions.md. Add none unnoticed.
MOST = 20
LONGER = {
    "baby-due": 25,
    "complaint-provider": 23,
    "job-offer-too-far": 23,
    "late-back-in-work": 21,
    "late-in-hospital": 27,
    "mental-health-adjustment": 22,
    "message-never-seen": 24,
    "ni-late": 22,
    "ni-warned": 21,
    "two-decisions-adviser": 21,
    "very-late-their-own-error": 21,
}


@pytest.mark.parametrize("name", examples.names())
def test_no_example_has_many_pages(name: str) -> None:
    """Of several decisions or messages each is counted alone, with what is asked once for all of them."""
    visits = [one.visit for one in journey_for(examples.case_of(name), examples.AS_AT).visited]
    about = Counter(str(visit.path[1]) if visit.path[:1] == ("problems",) else "" for visit in visits)
    for_all = about.pop("")

    assert for_all + max(about.values()) <= LONGER.get(name, MOST)


@pytest.mark.parametrize("name", examples.names())
def test_every_example_can_be_told_and_comes_out_the_same(name: str) -> None:
    case = examples.case_of(name)
    walker = told(name)
    if case.safety.is_at_risk:
        assert not any(link.startswith("Keep your answers") for link in walker.page.links)
        assert "would stay on this phone or computer" in walker.page.text
    else:
        assert walker.case_file() == canonical(case, examples.AS_AT)


def test_the_deadline_stands_on_every_page_after_the_date() -> None:
    walker = _take(new_walker(), _walk("commonest"), until="decision-when")
    assert "must be there by" not in walker.page.text
    story = _walk("commonest")
    walker.phone.answer(story["decision-when"])
    assert "One month from 10 November 2026 ends on 10 December 2026" in walker.page.text
    for page in list(story)[list(story).index("failure") :]:
        assert "Your request must be there by 10 December 2026." in walker.page.text, page
        walker.phone.answer(story[page])


def test_a_month_that_ends_at_a_weekend_names_one_day_on_every_page() -> None:
    """The last day by the rule is a Saturday: what has to be there is asked for by the Friday."""
    case = examples.case_of("missed-appointment-ill")
    day = RoughDay.parse("2026-11-19")
    decision = case.problems[0].decision.model_copy(update={"dated": day, "notified": day})
    problem = case.problems[0].model_copy(update={"decision": decision})
    journey = journey_for(case.model_copy(update={"problems": (problem,)}), examples.AS_AT)
    walker, days = new_walker(), []
    for one in journey.visited:
        walker.answer(one)
        days += re.findall(r"must be there by ([\w ]+)", walker.page.text)
    assert len(days) > 15
    assert set(days) == {"18 December 2026"}
    walker.phone.press(CARRY_ON)
    shown = copy(walker.page.soup.main)
    assert shown is not None
    for part in shown.select("details"):
        part.decompose()
    bold = [" ".join(part.get_text().split()) for part in shown.select("h2, strong")]
    assert [words for words in bold if "18 December" in words]
    assert not [words for words in bold if "19 December" in words]


def test_a_month_counts_from_its_first_day_and_says_so() -> None:
    walker = _take(new_walker(), _walk("commonest"), until="decision-when")
    walker.phone.answer({"Or only the month": "November 2026", "How did it come?": "By letter"})
    assert "1 December 2026" in walker.page.text
    assert "You gave only the month. So we count from its first day" in walker.page.text


def test_on_the_last_days_a_short_request_can_be_copied_and_downloaded() -> None:
    walker = _take(new_walker(), _walk("last-day"), until="ask-now")
    lines = walker.page.soup.select("textarea")[0].get_text()
    assert "Please reconsider the decision" in lines
    assert "on 24 October 2026" in lines
    assert "My reasons will follow by 7 December 2026." in lines
    assert "Address" not in lines
    assert walker.phone.download("Download these lines").startswith(b"PK")


def test_what_was_asked_on_the_last_day_counts_as_asked() -> None:
    walker = _take(new_walker(), _walk("last-day"))
    walker.phone.press(CARRY_ON)
    asked = walker.case_file().problems[0].already_asked  # type: ignore[union-attr]
    assert (str(asked.day), asked.how) == ("2026-11-23", "journal")


def test_only_what_was_asked_for_is_called_asked_for() -> None:
    walker = _take(new_walker(), _walk("last-day"))
    walker.phone.press(CARRY_ON)
    evidence = walker.case_file().problems[0].evidence  # type: ignore[union-attr]
    assert [(one.what, one.have) for one in evidence] == [("List of calls", "asked-for")]


def test_a_late_request_is_never_offered_the_short_way() -> None:
    walker = _take(new_walker(), _walk("late"))
    walker.phone.press(CARRY_ON)
    case = walker.case_file()
    assert [str(period.began) for period in case.problems[0].late] == ["2026-06-01", "2026-10-01"]  # type: ignore[union-attr]
    assert case.writer.name == "Sam Sample"


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("No money for food, heating or medicine", "hardship payment"),
        ("Not safe, or thinking of ending your life", "116 123"),
    ],
)
def test_the_pages_for_hard_moments_lead_back(link: str, words: str) -> None:
    walker = _take(new_walker(), _walk("commonest"), until="safe")
    for _ in range(2):
        walker.phone.follow(link)
        assert words in walker.page.text
        walker.phone.press("Back to my letter")
        assert walker.page.h1.startswith("Is there anybody who sees")


def test_a_closed_claim_gets_no_letter_but_the_month_that_runs() -> None:
    walker = _take(new_walker(), _walk("closed"))
    walker.phone.press(CARRY_ON)
    assert walker.page.h1 == "There is no letter to send now"
    assert "16 December 2026" in walker.page.text
    assert "Your claim was closed." in walker.page.text
    assert walker.letter() == b""


def test_back_from_the_last_page_and_again_forward() -> None:
    walker = _take(new_walker(), _walk("commonest"))
    walker.phone.press(CARRY_ON)
    walker.phone.press("Back")
    assert walker.page.h1 == CHECK
    walker.phone.press(CARRY_ON)
    walker.phone.follow("Check or change your answers")
    assert walker.page.h1 == CHECK


def test_records_and_complaint_can_be_added_and_left_out_again() -> None:
    walker = new_walker().tell(examples.case_of("complaint-provider"))
    assert any("Complaint" in link for link in walker.page.links)
    walker.phone.follow("Leave out the complaint")
    assert walker.case_file().complaint is None
    assert walker.case_file().records_request is not None


def test_a_month_that_may_still_run_is_not_called_over() -> None:
    walker = _take(new_walker(), _walk("commonest"), until="decision-when")
    walker.phone.answer({"Or only the month": "October 2026", "How did it come?": "By letter"})
    assert "The one month may have ended on 1 November 2026, or it may still run." in walker.page.text
