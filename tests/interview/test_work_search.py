"""A record of a work search is told entry by entry, or pasted from a spreadsheet, and goes with the letter."""

from __future__ import annotations

from datetime import date

import pytest

from challenge_letters.letters.plain_text import plain_text
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.told import told
from tests.interview.walker import CARRY_ON, CHECK, NO_DAY, Walker
from tests.interview.walking import journey_for
from tests.letters.sheets import FOLDER

TODAY = examples.AS_AT
EXAMPLE = "record-of-work-search"
RECORD = "Download the record of your work search as a Word file"
ROWS = "Rows from the spreadsheet"


def _at(page: str, example: str = EXAMPLE) -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), until=page)
    return walker


def _checking(example: str = EXAMPLE) -> Walker:
    walker = new_walker()
    walker.answer_all(journey_for(examples.case_of(example), TODAY), is_pressing_on=False)
    return walker


def _entries(walker: Walker) -> list[tuple[str, str]]:
    walker.phone.press(CARRY_ON)
    return [(str(entry.day), entry.what) for entry in walker.case_file().work_search]


def test_the_record_goes_with_the_letter() -> None:
    walker = new_walker().tell(examples.case_of(EXAMPLE))

    record = plain_text(walker.phone.download(RECORD))
    assert record == (FOLDER / f"{EXAMPLE}.work-search-record.txt").read_text(encoding="utf-8")
    assert (
        walker.phone.last.headers["Content-Disposition"] == 'attachment; filename="work-search-record.docx"'
    )
    assert "Work search record, 2 November 2026 to 18 November 2026" in plain_text(walker.letter())
    walker.phone.follow("Read or print the record")
    assert [cell.get_text() for cell in walker.page.soup.select("article tr")[3].select("td")] == [
        "9 November 2026",
        "Rang two agencies. I am on the list of both.",
        "-",
    ]


def test_whoever_wants_no_record_gets_none() -> None:
    walker = told("password-demanded")

    assert RECORD not in walker.page.links
    assert "Work search record" not in plain_text(walker.letter())


def test_a_record_is_offered_only_where_a_list_is_enclosed() -> None:
    walked = {
        example: "work-search"
        in {one.visit.page.id for one in journey_for(examples.case_of(example), TODAY).visited}
        for example in (
            "password-demanded",
            "work-search-hours",
            "missed-appointment-ill",
            "warned-bus-cancelled",
        )
    }

    assert walked == {
        "password-demanded": True,
        "work-search-hours": True,
        "missed-appointment-ill": False,
        "warned-bus-cancelled": False,
    }


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"^Day$": NO_DAY, "What you did": "Rang."}, "A month is enough."),
        ({"^Day$": date(2026, 11, 24), "What you did": "Rang."}, "This day is in the future."),
        ({"^Day$": date(2026, 11, 2), "What you did": " "}, "Please answer this."),
        ({"^Day$": date(2026, 11, 2), "What you did": "My password is Kiwi77!"}, "password"),
    ],
)
def test_an_entry_needs_a_day_that_has_been_and_what_was_done(
    answers: dict[str, object], sentence: str
) -> None:
    walker = _at("work_search/0/work-search-entry")
    walker.phone.answer({**answers, "another": "No"})  # type: ignore[dict-item]

    assert len(walker.page.errors) == 1
    assert sentence in walker.page.errors[0]


def test_entries_are_changed_added_and_removed_from_the_check_page() -> None:
    walker = _checking()
    assert walker.page.text.count("Change : What you did") == 5
    _follow(walker, "What you did", 1)
    assert walker.page.h1 == "What else did you do?"
    walker.phone.answer({"What you did": "Edited."})
    walker.expect(CHECK)
    _follow(walker, "Day", 4)
    walker.phone.answer({"another": "Yes"})
    walker.phone.answer(
        {"Or only the month": "October 2026", "^Day$": NO_DAY, "What you did": "Added.", "another": "No"}
    )
    walker.expect(CHECK)
    _follow(walker, "Day", 2, link=1)
    walker.expect(CHECK)

    assert _entries(walker) == [
        ("2026-11-02", "Asked at the bakery in Mill Lane for work. I left my CV."),
        ("2026-11-04", "Edited."),
        ("2026-11-12", "CV workshop at the library, 10 to 12."),
        ("2026-11-18", "Applied for kitchen helper, Example School."),
        ("2026-10", "Added."),
    ]


def _follow(walker: Walker, label: str, place: int, *, link: int = 0) -> None:
    rows = [row for row in walker.page.soup.select("dl.rows > div") if row.dt.get_text() == label]
    walker.phone.get(str(rows[place].select("a")[link]["href"]))


# -- pasted rows


def _pasting() -> Walker:
    walker = _at("work-search")
    walker.phone.answer("Yes: I copy rows from a spreadsheet")
    return walker


def _go_on(walker: Walker) -> Walker:
    told = {"work-search", "work_search/0/work-search-entry"}
    for one in journey_for(examples.case_of(EXAMPLE), TODAY).visited:
        if one.visit.key not in walker.told | told and one.visit.page.id != "work-search-entry":
            walker.answer(one)
    walker.expect(CHECK)
    return walker


def test_rows_copied_from_a_spreadsheet_become_entries() -> None:
    walker = _pasting()
    walker.phone.answer(
        {
            "How are the days": "Like 3/11/2026",
            "The rows": "Date\tWhat\n3/11/2026\tRang.\tNo answer\n4/11/2026\tWrote.",
        }
    )

    assert _entries(_go_on(walker)) == [("2026-11-03", "Rang."), ("2026-11-04", "Wrote.")]


def test_what_is_wrong_with_pasted_rows_stands_beside_the_box_and_nothing_is_lost() -> None:
    pasted = "3/11/2026\tRang.\n2026-11-04\t"
    walker = _pasting()
    walker.phone.answer({"How are the days": "Like 2026-11-03", "The rows": pasted})

    assert walker.page.h1 == "Copy the rows from your spreadsheet"
    assert len(walker.page.errors) == 1
    assert "Row 1: “3/11/2026” can be read in two ways." in walker.page.errors[0]
    assert "Row 2: Say what was done" in walker.page.errors[0]
    assert walker.page.values["The rows"].replace("\r", "") == pasted


def test_rows_that_are_no_longer_wanted_leave_no_trace() -> None:
    walker = _pasting()
    walker.phone.answer({"How are the days": "Like 2026-11-03", "The rows": "2026-11-03\tRang."})
    _go_on(walker)
    _follow(walker, "Make a record of your work search", 0)
    walker.phone.answer("No, I have something else")
    walker.expect(CHECK)

    assert ROWS not in walker.page.text
    assert _entries(walker) == []
    assert RECORD not in walker.page.links
