"""The adviser's desk: a client's file in, letters and advice out, and nothing kept."""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from challenge_letters import places
from challenge_letters.case.case_files import read_case
from challenge_letters.centre.details import parsed_centre
from challenge_letters.centre.signing import signed_by
from challenge_letters.interview.centre_pages import centre_pages
from challenge_letters.interview.locking import locked
from challenge_letters.interview.remembering import opened_by, told_by
from challenge_letters.interview.saving import open_saved
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.whose_words import whose_words
from challenge_letters.plan.planning import make_plan
from challenge_letters.web.app import create_app
from challenge_letters.web.settings import Settings
from tests.centre.conftest import DETAILS, forget
from tests.examples import AS_AT, FOLDER, case_of
from tests.interview.test_keeping import ILL, kept, told
from tests.interview.walker import Walker
from tests.interview.walking import canonical, journey_for
from tests.phone import Phone

CHILD_ILL = (FOLDER / "adviser-warned-child-ill.json").read_text(encoding="utf-8")
AUTHORITY: dict[str, Any] = json.loads((FOLDER / "authority-for-adviser.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def desk_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Return the interview with the desk of a centre."""
    folder: Path = tmp_path_factory.mktemp("centre")
    (folder / "centre.toml").write_text(DETAILS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(places.CENTRE, str(folder))
        forget()
        settings = Settings.from_environment()
        yield create_app(replace(settings, state_dir=tmp_path_factory.mktemp("state")))
    forget()


@pytest.fixture
def phone(desk_app: Flask) -> Phone:
    return Phone(desk_app.test_client())


def opened(phone: Phone, content: str, *, path: str = "client", **told: str) -> Phone:
    """Send a client's file to the desk, as its form does."""
    data = {"file": (io.BytesIO(content.encode()), "answers.json"), **told}
    phone._show(phone.client.post(f"/desk/{path}", data=data), f"/desk/{path}")
    return phone


def test_without_a_centre_there_is_no_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.CENTRE, raising=False)
    app = create_app(replace(Settings.from_environment(), state_dir=tmp_path))

    assert app.test_client().get("/desk").status_code == 404


def test_the_first_page_shows_what_the_centre_filled_in_once(phone: Phone) -> None:
    phone.get("/")
    phone.follow("For advisers of Testtown Advice Centre")

    assert phone.page.h1 == "The adviser’s desk"
    for shown in ("2 Market Square, Testtown, TE1 1AA", "01632 960 040", "TAC/{yy}/{number}"):
        assert shown in phone.page.text
    assert "Lee Counsel" not in phone.page.text


def test_a_clients_own_file_is_advised_on_and_written_as_the_adviser(phone: Phone) -> None:
    client = (FOLDER / f"{ILL}.json").read_text(encoding="utf-8")
    opened(phone, client, adviser="LC", reference="77")

    assert "your client" in phone.page.text.lower()
    assert "Mandatory reconsideration request (now)" in phone.page.text
    word = phone.client.post("/desk/file", data=dict(phone.form_data("Word file")))
    text = plain_text(word.data)
    assert "Lee Counsel" in text
    assert "TAC/26/77" in text
    assert "Form of authority" in text
    assert word.headers["Content-Disposition"] == 'attachment; filename="mandatory-reconsideration.docx"'
    assert "Set-Cookie" not in word.headers


def test_another_adviser_is_not_reached_where_the_one_before_was() -> None:
    case = read_case(CHILD_ILL)
    made = signed_by(case, parsed_centre(DETAILS), on=AS_AT, adviser="LC").writer

    assert (made.name, made.email, made.phone) == ("Lee Counsel", "", "01632 960 040")
    assert (made.reference, made.authority_enclosed) == ("TAC/26/301", True)


@pytest.mark.parametrize(
    ("begins", "ends", "latest", "is_over"),
    [
        ("2026-08-31", "", "28 February 2027", False),
        ("2026-11-23", "2027-05-23", "23 May 2027", False),
        ("2026-05-22", "", "22 November 2026", True),
    ],
)
def test_the_authority_is_shown_with_its_day_and_the_end_of_its_six_months(
    begins: str, ends: str, latest: str, is_over: bool, phone: Phone
) -> None:
    problem = {**AUTHORITY["problems"][0], "begins": begins, "ends": ends or None}
    opened(phone, json.dumps({**AUTHORITY, "problems": [problem]}), adviser="RA")

    assert f"6 months end on {latest}" in phone.page.text
    assert ("It has ended." in phone.page.text) is is_over


def test_northern_ireland_counts_no_six_months(phone: Phone) -> None:
    opened(phone, json.dumps({**AUTHORITY, "nation": "northern-ireland"}), adviser="RA")

    assert "months end on" not in phone.page.text


def test_every_typed_word_is_told_with_whose_it_is() -> None:
    plan = make_plan(case_of("adviser-warned-child-ill"), on=AS_AT)
    whose = {words.place: words.whose for words in whose_words(plan)}

    assert whose["problems.0.failure.their_words"] == "office"
    assert whose["problems.0.requirement.words"] == "office"
    assert whose["problems.0.told_them.words"] == "client"
    assert whose["problems.0.reasons.caring.fact"] == "writer"
    assert whose["writer.reference"] == "writer"
    said = {words.place: words.is_in_a_letter for words in whose_words(plan)}
    assert (said["problems.0.account"], said["writer.reference"]) == (True, None)
    assert not [place for place in whose if place.startswith("claimant")]


def test_the_words_of_the_case_stand_under_whose_they_are(phone: Phone) -> None:
    text = opened(phone, CHILD_ILL).page.text

    client, office = text.index("The client’s words"), text.index("Words of the office")
    centre = text.index("The centre’s own words")
    assert client < text.index("My child is ill.") < office
    assert office < text.index("Please come on 12 November at 10:00.") < centre
    assert centre < text.index("Ms Sample’s daughter, who is three".replace("’", "'"))


@pytest.mark.parametrize("until", ["problems/0/failure", "problems/0/side", "name"])
def test_half_told_answers_can_only_be_gone_on_with(until: str, phone: Phone) -> None:
    half = kept(told(ILL, until=until))
    opened(phone, json.dumps(half))

    assert "The file is not finished" in phone.page.text
    assert "Go on with the questions" in phone.page.buttons
    assert "Word file" not in " ".join(phone.page.buttons)


def test_answers_told_to_the_end_give_letters(phone: Phone) -> None:
    opened(phone, json.dumps(kept(told(ILL))), adviser="RA")

    assert "Mandatory reconsideration request (now)" in phone.page.text
    assert "The file is not finished" not in phone.page.text


@pytest.mark.parametrize("until", ["problems/0/decision-when", "problems/0/own-words", "name"])
def test_the_interview_does_not_ask_what_the_centre_filled_in(until: str, phone: Phone) -> None:
    walker = told(ILL, until=until)
    opened(phone, json.dumps(kept(walker)), adviser="LC", reference="77")
    phone.press("Go on with the questions")

    pages = centre_pages({"adviser": "LC", "reference": "77"})
    again = Walker(phone, walker.today, state={**walker.state, **pages})
    case = signed_by(case_of(ILL), parsed_centre(DETAILS), on=AS_AT, adviser="LC", reference="77")
    case = case.model_copy(update={"problems": case_of(ILL).problems})
    again.answer_all(journey_for(case, walker.today))
    assert again.case_file() == canonical(case, walker.today)


SIX = "maple river candle otter mint harbour"


def test_a_locked_file_opens_with_its_words_and_goes_on_as_any_other(phone: Phone) -> None:
    content = locked(CHILD_ILL.encode(), SIX).decode()
    opened(phone, content, words=f" {SIX.upper()}, ")

    assert "Ms Sample's daughter, who is three" in phone.page.text
    assert SIX not in phone.page.html
    word = phone.client.post("/desk/file", data=dict(phone.form_data("Word file")))
    assert "TAC/26/301" in plain_text(word.data)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "This file is locked. Write the six words"),
        ("maple river candle otter mint", "These words do not open the file"),
    ],
)
def test_a_locked_file_stays_locked_without_its_words(words: str, sentence: str, phone: Phone) -> None:
    opened(phone, locked(CHILD_ILL.encode(), SIX).decode(), words=words)

    assert (phone.page.status, sentence in phone.page.text) == (400, True)
    assert "fever" not in phone.page.html


def test_a_new_client_begins_with_the_centre_filled_in(phone: Phone) -> None:
    phone.get("/desk")
    phone.press("Begin")

    assert phone.page.h1 == Phone(phone.client).begin().h1


@pytest.mark.parametrize(
    ("content", "given", "sentence"),
    [
        ("", {}, "Choose the file first."),
        ("{", {}, "line 1"),
        ('{"format": 2}', {}, "format"),
        (CHILD_ILL, {"adviser": "Nobody"}, "There is no adviser of that name"),
        (json.dumps(AUTHORITY), {}, "The adviser named in the file is not in centre.toml"),
    ],
)
def test_what_cannot_be_opened_earns_a_sentence(
    content: str, given: dict[str, str], sentence: str, phone: Phone
) -> None:
    opened(phone, content, **given)

    assert (phone.page.status, sentence in phone.page.text) == (400, True)
    assert "Nobody" not in phone.page.text


def test_a_file_cannot_put_words_into_the_centres_mouth(desk_app: Flask) -> None:
    assert centre_pages({"adviser": "Somebody else", "reference": ""}) == {}
    assert centre_pages({"adviser": 5, "reference": "7"}) == {}
    assert centre_pages("RA") == {}
    assert centre_pages({"adviser": "RA", "name": "x"})["writer"]["writer_name"] == "Robin Adviser"


def test_a_form_of_another_site_is_not_answered(desk_app: Flask) -> None:
    client: FlaskClient = desk_app.test_client()
    answer = client.post("/desk/new", headers={"Sec-Fetch-Site": "cross-site"})

    assert (answer.status_code, "Set-Cookie" in answer.headers) == (400, False)


def test_nothing_is_kept_logged_or_named(
    phone: Phone, desk_app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    state = desk_app.extensions["challenge_letters"].settings.state_dir
    before = {path: path.read_bytes() for path in state.rglob("*") if path.is_file()}
    with caplog.at_level(logging.DEBUG):
        opened(phone, CHILD_ILL)
        word = phone.client.post("/desk/file", data=dict(phone.form_data("Word file")))

    assert {path: path.read_bytes() for path in state.rglob("*") if path.is_file()} == before
    assert "Zofia" not in caplog.text
    assert "301" not in caplog.text
    assert "Zofia" not in phone.page.title
    core = zipfile.ZipFile(io.BytesIO(word.data)).read("docProps/core.xml")
    assert b"Zofia" not in core
    assert b"Robin" not in core


def test_what_lies_beside_the_letters_is_called_by_its_name(phone: Phone) -> None:
    buttons = opened(phone, CHILD_ILL).page.buttons

    assert any(button.startswith("What to do now (Word file)") for button in buttons)
    assert any(button.startswith("Calendar") for button in buttons)


def test_the_last_page_names_the_day_the_interview_would(phone: Phone) -> None:
    deadline = make_plan(case_of("adviser-warned-child-ill"), on=AS_AT).deadlines
    text = opened(phone, CHILD_ILL).page.text

    assert date(2026, 11, 23) == AS_AT
    assert all(str(each.deadline.date.day) in text for each in deadline)


@pytest.mark.usefixtures("phone")
def test_where_the_client_has_said_nothing_the_first_page_is_shown_with_for_a_client() -> None:
    answers = SimpleNamespace(file_text="", file_words="")
    file = {"format": 1, "saved": {"version": 4, "pages": {}, "by_the_centre": {"adviser": "LC"}}}
    answers.file_text = json.dumps(file)

    open_saved(answers, lambda *_, **__: None, AS_AT)

    assert told_by(answers)["for-whom"] == {"writer_kind": "adviser", "nation": "", "benefit": ""}
    assert opened_by(answers) == {"writer"}
