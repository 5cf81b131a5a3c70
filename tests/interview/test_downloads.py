"""What the last page hands over besides the letter: everything in one file, the page to keep, the calendar."""

from __future__ import annotations

import io
import zipfile

import pytest

from challenge_letters.letters.outputs import DATES, LEFT_OUT, outputs_of
from challenge_letters.letters.plain_text import plain_text
from tests import examples
from tests.interview.phones import new_walker
from tests.interview.told import told
from tests.interview.walker import CHECK
from tests.phone import Phone

ZIP = "Download everything together, as one .zip file"
SHEET = "Download “What to do now” as a Word file"
CALENDAR = "Put the days into your calendar"


def _made(example: str) -> dict[str, bytes]:
    outputs = outputs_of(examples.plan_of(example))
    return {output.name: output.make() for output in outputs if output.is_offered}


def test_everything_comes_in_one_file() -> None:
    walker = told("missed-appointment-ill")
    content = walker.phone.download(ZIP)

    assert walker.phone.last.headers["Content-Disposition"] == 'attachment; filename="letters.zip"'
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        inside = {name: package.read(name) for name in package.namelist()}
    assert "Your answers" in inside.pop(LEFT_OUT).decode()
    assert inside == {
        name: made for name, made in _made("missed-appointment-ill").items() if name != "letters.zip"
    }


@pytest.mark.parametrize(
    ("link", "name"),
    [(SHEET, "what-to-do-now.docx"), (CALENDAR, "dates.ics"), (ZIP, "letters.zip")],
)
def test_each_file_has_a_name_that_says_nothing_of_the_person(link: str, name: str) -> None:
    walker = told("missed-appointment-ill")

    assert walker.phone.download(link) == _made("missed-appointment-ill")[name]
    assert walker.phone.last.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert walker.phone.last.headers["Cache-Control"] == "no-store"


def test_the_page_to_keep_can_be_read_and_printed() -> None:
    walker = new_walker().tell(examples.case_of("missed-appointment-ill"))
    walker.phone.follow("Read or print that page")

    assert walker.page.h1 == "To read or print"
    shown = " ".join(tag.get_text(" ", strip=True) for tag in walker.page.soup.select("article.letter"))
    sheet = plain_text(_made("missed-appointment-ill")["what-to-do-now.docx"])
    assert [line for line in sheet.splitlines() if line.lstrip("•0123456789. ") not in shown] == []
    walker.phone.press("Back to the last page")
    assert walker.page.h1.startswith("Your letter is ready")


def test_every_letter_that_waits_can_be_read_too() -> None:
    walker = new_walker().tell(examples.case_of("complaint-no-answer"))
    walker.phone.follow("Read or print this one: Request for a copy of your records")

    article = walker.page.soup.select("article.letter")[0].get_text(" ", strip=True)
    assert "Yours faithfully" in article
    assert "Please send me a copy of the personal data about me" in article


def test_where_home_is_not_safe_the_calendar_is_explained_first() -> None:
    walker = new_walker().tell(examples.case_of("not-safe-at-home"))
    names = zipfile.ZipFile(io.BytesIO(walker.phone.download(ZIP))).namelist()

    assert CALENDAR not in walker.page.links
    assert DATES not in names
    assert names[0] == "letter-1.docx"
    walker.phone.follow("read first what a calendar shows")
    assert walker.page.h1 == "A calendar can be seen by others"
    content = walker.phone.download("Download the days for a calendar all the same")
    assert b"SUMMARY:Letter: last day" in content
    walker.phone.press("Back to the last page")
    assert walker.page.h1.startswith("Your letter is ready")


def test_without_a_letter_there_is_still_the_page_and_the_calendar() -> None:
    walker = told("claim-closed")

    assert ZIP not in walker.page.links
    assert b"Letter: last day" in walker.phone.download(CALENDAR)
    assert "Ask in writing why the claim was closed" in plain_text(walker.phone.download(SHEET))


def test_a_letter_opened_beside_leaves_the_links_of_the_first_tab_good() -> None:
    first = new_walker().tell(examples.case_of("missed-appointment-ill"))
    beside = Phone(first.phone.client)
    beside.get(first.phone.address_of("Read or print the letter"))
    assert beside.page.h1 == "To read or print"
    assert first.letter().startswith(b"PK")
    beside.press("Back to the last page")
    first.phone.follow("Check or change your answers")
    assert first.page.h1 == CHECK
    beside.press("Delete my answers now")
    assert first.phone.get(first.phone.address).status == 410


def test_an_older_letter_is_never_handed_out_after_a_change() -> None:
    first = new_walker().tell(examples.case_of("missed-appointment-ill"))
    older = first.phone.address_of("Download the letter")
    beside = Phone(first.phone.client)
    beside.get(first.phone.address)
    beside.follow("Check or change your answers")
    beside.follow("Change : Name")
    beside.answer({"^Name$": "Somebody Else"})
    first.phone.strict = False
    assert first.phone.get(older).status == 409
