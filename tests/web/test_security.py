"""What somebody who is not the visitor can try, and what is left behind."""

from __future__ import annotations

import base64
import logging
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask import Flask

from challenge_letters.web.app import site_of
from challenge_letters.web.elapsing import Clocks
from challenge_letters.web.keys import new_cookie
from challenge_letters.web.protection import HEADERS
from challenge_letters.web.sessions import Store
from challenge_letters.web.settings import Settings
from tests.phone import Phone
from tests.web.conftest import walk

CANARY = "Canary-8c1f"


# Action links


@pytest.mark.parametrize(
    "spoil",
    [
        lambda link: link[:-4] + ("AAAA" if not link.endswith("AAAA") else "BBBB"),
        lambda link: link[:12] + ("A" if link[12] != "A" else "B") + link[13:],
        lambda link: link[:20],
        lambda link: "safe",
        lambda link: "é",
        lambda link: "",
    ],
)
def test_a_changed_action_link_is_refused(phone: Phone, spoil: Callable[[str], str]) -> None:
    walk(phone)
    link = parse_qs(urlsplit(phone.address_of("Change the stage")).query)["a"][0]
    phone.get(f"/interview?{urlencode({'a': spoil(link)})}")
    assert phone.page.status == 400
    assert phone.page.h1 == "This link does not work"
    assert "Your answers are kept." in phone.page.text
    assert phone.follow("Carry on").h1 == "Check your answers"


def test_an_action_as_the_stock_server_writes_it_is_ignored(phone: Phone) -> None:
    walk(phone)
    coded = base64.b64encode(b'{"action": "safe", "arguments": {}}').decode()
    assert phone.get(f"/interview?action={coded}").h1 == "Check your answers"


def test_an_action_link_does_not_tell_what_it_does(phone: Phone) -> None:
    walk(phone)
    links = {phone.address_of(text) for text in ("Change the stage", "Look closer", "Remove number 2")}
    for link in links:
        coded = parse_qs(urlsplit(link).query)["a"][0]
        held = base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4))
        assert not [word for word in (b"stage", b"kind", b"friend") if word in held]


def test_an_action_link_of_one_visitor_is_no_use_to_another(app: Flask) -> None:
    one, other = Phone(app.test_client()), Phone(app.test_client())
    walk(one)
    walk(other)
    other.get(one.address_of("Change the stage"))
    assert other.page.status == 400


def test_an_action_link_from_an_older_page_is_told(phone: Phone) -> None:
    walk(phone)
    older = phone.address_of("Change the stage")
    phone.answer("Continue")
    phone.get(older)
    assert phone.page.status == 409
    assert "Nothing is lost" in phone.page.text
    assert phone.follow("Carry on").h1 == "Your letter is ready"


# Forms


@pytest.mark.parametrize("csrf", ["", "0" * 40, "é"])
@pytest.mark.parametrize("address", ["/interview", "/delete"])
def test_a_form_without_the_right_token_is_refused(phone: Phone, address: str, csrf: str) -> None:
    walk(phone)
    response = phone.client.post(address, data={**dict(phone.form_data()), "csrf": csrf})
    assert response.status_code == 400
    assert phone.get().h1 == "Check your answers"


def test_the_token_of_another_visitor_is_refused(app: Flask) -> None:
    one, other = Phone(app.test_client()), Phone(app.test_client())
    walk(one)
    walk(other)
    assert other.client.post("/delete", data=dict(one.form_data("Delete my answers now"))).status_code == 400
    assert other.get().h1 == "Check your answers"


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://elsewhere.example", 400), ("http://localhost", 303), ("null", 303), (None, 303), ("x", 400)],
)
def test_a_browser_that_names_no_site_is_asked_from_where(
    app: Flask, origin: str | None, status: int
) -> None:
    client = app.test_client()
    assert client.post("/start", headers={"Origin": origin} if origin else {}).status_code == status


def test_another_site_cannot_start_a_session(phone: Phone) -> None:
    response = phone.client.post("/start", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 400
    assert "Set-Cookie" not in response.headers


def test_fields_the_page_did_not_ask_are_ignored(phone: Phone) -> None:
    walk(phone, until="Is it safe to write to you?")
    data = {**dict(phone.form_data("Yes")), "f0": "x", "safe": "x", "stage": "hacked", "c3RhZ2U": "hacked"}
    phone.client.post("/interview", data=data)
    walked = Phone(phone.client)
    walked.get()
    assert walked.page.h1 == "Which kind of letter?"
    walked.press("Back")
    walked.press("Back")
    walked.press("Back")
    assert walked.page.values == {"What has happened?": "I have been sanctioned"}


@pytest.mark.parametrize("sent", ["9", "-1", "x", "True", "short", "0 or 1", "٣", "²", "①", "9" * 5_000])
def test_a_choice_that_was_not_offered_is_no_answer(phone: Phone, sent: str) -> None:
    walk(phone, until="Which kind of letter?")
    data = {**dict(phone.form_data()), "f0": sent}
    assert phone.client.post("/interview", data=data).status_code == 200
    assert phone.get().h1 == "Which kind of letter?"


@pytest.mark.parametrize("sent", ["²", "①", "-1", "9" * 5_000])
def test_a_tick_that_was_not_offered_is_no_tick(phone: Phone, sent: str) -> None:
    walk(phone, until="Your reasons")
    box = phone.page.soup.select_one("input[type=checkbox]")
    assert box is not None
    name = str(box["name"])
    data = {**dict(phone.form_data()), name: sent}
    answered = phone.client.post("/interview", data=data)
    assert answered.status_code == 200
    assert "Choose one answer." in answered.text


def test_a_key_that_was_made_up_opens_nothing(app: Flask, phone: Phone) -> None:
    walk(phone, until="What has happened?")
    stranger = Phone(app.test_client())
    for cookie in (new_cookie(), "A" * 43, "' or 1=1 --"):
        stranger.client.set_cookie("challenge_letters_key", cookie)
        assert stranger.get().status == 410
        assert stranger.get("/interview/1").status == 410
        assert stranger.client.post("/interview", data={"csrf": "x"}).status_code == 410
    assert phone.get().h1 == "What has happened?"


def test_a_key_opens_nothing_after_the_answers_are_deleted(phone: Phone) -> None:
    walk(phone, until="What has happened?")
    cookie = phone.client.get_cookie("challenge_letters_key")
    form = phone.form_data()
    assert cookie is not None
    phone.press("Delete my answers now")
    phone.client.set_cookie("challenge_letters_key", cookie.value)
    assert phone.client.post("/interview", data=dict(form)).status_code == 410
    phone.client.set_cookie("challenge_letters_key", cookie.value)
    assert phone.get().status == 410


# Double clicks, tabs, reloads


def test_a_double_click_gives_the_same_next_page(phone: Phone) -> None:
    walk(phone, until="On the day")
    phone.press("Back")
    phone.answer({})
    data = dict(phone.form_data()) | {
        "f2-day": "1",
        "f2-month": "2",
        "f2-year": "2027",
        "f3": "2",
        "f5": "Jo",
    }
    for _ in range(2):
        response = phone.client.post("/interview", data=data)
        assert (response.status_code, response.headers["Location"]) == (303, "/interview/4")
    assert phone.get().h1 == "Is it safe to write to you?"
    phone.press("Back")
    assert phone.page.h1 == "On the day"


def test_the_older_of_two_tabs_is_told_and_nothing_is_lost(app: Flask) -> None:
    client = app.test_client()
    older = walk(Phone(client), until="In your own words")
    newer = Phone(client)
    newer.get()
    newer.answer("The newer words")
    older.answer("The older words, long and dear")
    assert older.page.status == 409
    assert older.page.h1 == "That page was an older one"
    assert "The older words, long and dear" in older.page.text
    older.follow("Carry on")
    assert "Words: The newer words" in older.page.text


def test_back_pressed_twice_goes_back_once(phone: Phone) -> None:
    walk(phone, until="Which kind of letter?")
    data = dict(phone.form_data("Back"))
    for _ in range(2):
        phone.get(phone.client.post("/interview", data=data).headers["Location"])
    assert phone.page.h1 == "Is it safe to write to you?"


def test_a_reload_shows_the_same_page(phone: Phone) -> None:
    walk(phone, until="On the day")
    first = phone.get().html
    assert phone.get().html == first


# Requests


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.1:8000"])
def test_an_unknown_host_is_refused(app: Flask, host: str) -> None:
    assert app.test_client().get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000"])
def test_names_of_this_computer_are_known(app: Flask, host: str) -> None:
    assert app.test_client().get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/interview", "/privacy", "/about", "/law", "/nothing", "/static/site.css"]
)
def test_every_answer_has_the_headers(app: Flask, address: str) -> None:
    response = app.test_client().get(address, buffered=True)
    response.close()
    for name, value in HEADERS.items():
        expected = (
            "private, max-age=3600" if (name, address) == ("Cache-Control", "/static/site.css") else value
        )
        assert response.headers[name] == expected
    assert "Server" not in response.headers


def test_the_cookie_is_out_of_reach_of_scripts(phone: Phone) -> None:
    cookie = phone.client.post("/start").headers["Set-Cookie"]
    assert re.fullmatch(r"challenge_letters_key=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax", cookie)


def test_behind_tls_the_cookie_is_secure(small_app: Callable[..., Flask]) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n", behind_tls=True)
    response = app.test_client().post("/start")
    assert response.headers["Set-Cookie"].startswith("__Host-key=")
    assert "; Secure; " in response.headers["Set-Cookie"]
    assert "Strict-Transport-Security" in response.headers


def test_a_new_start_makes_a_new_key_and_deletes_the_old_answers(phone: Phone) -> None:
    walk(phone, until="On the day")
    before = phone.client.get_cookie("challenge_letters_key").value
    phone.get("/")
    phone.press("Start again and delete those answers")
    assert phone.page.h1 == "Welcome to the test"
    after = phone.client.get_cookie("challenge_letters_key").value
    assert after != before
    phone.client.set_cookie("challenge_letters_key", before)
    assert phone.get().status == 410


def test_a_very_long_request_is_refused(phone: Phone) -> None:
    walk(phone, until="In your own words")
    phone.answer("x" * 1_100_000)
    assert phone.page.status == 413
    assert phone.page.h1 == "That is too long to send"
    assert phone.get().h1 == "In your own words"


# Leaving, deleting, expiring


def test_leaving_deletes_the_answers_and_shows_another_site(phone: Phone, settings: Settings) -> None:
    walk(phone, until="On the day")
    cookie = phone.client.get_cookie("challenge_letters_key").value
    phone.follow("Leave this page quickly")
    assert phone.left_to == settings.leave_url
    assert phone.client.get_cookie("challenge_letters_key") is None
    phone.client.set_cookie("challenge_letters_key", cookie)
    assert phone.get().status == 410


@pytest.mark.parametrize("address", ["/leave", "/leave?t=", "/leave?t=0123"])
def test_leaving_without_the_token_leaves_but_deletes_nothing(
    phone: Phone, settings: Settings, address: str
) -> None:
    walk(phone, until="On the day")
    phone.get(address)
    assert phone.left_to == settings.leave_url
    assert phone.get().h1 == "On the day"


def test_deleting_says_so(phone: Phone) -> None:
    walk(phone, until="On the day")
    phone.press("Delete my answers now")
    assert phone.page.h1 == "Your answers are deleted"
    assert phone.get().h1 == "There are no answers here"
    assert phone.page.status == 410


def test_an_expired_session_is_explained(small_app: Callable[..., Flask]) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client())
    phone.begin()
    let_pass(site_of(app).store, 7201)
    phone.get()
    assert phone.page.status == 410
    assert "They are deleted 2 hours after the last use" in phone.page.text
    assert phone.follow("Go to the start page").h1.startswith("Write a letter")


def let_pass(store: Store, seconds: int) -> None:
    """Let time pass for `store`, as nobody's clock can."""
    now = store.clocks
    store.clocks = Clocks(now.boot, lambda: now.passed() + seconds, lambda: now.wall() + seconds)


def test_a_clock_that_jumps_ahead_loses_nothing(small_app: Callable[..., Flask]) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client())
    phone.begin()
    store = site_of(app).store
    right = store.clocks
    store.clocks = Clocks(right.boot, right.passed, lambda: right.wall() + 3 * 3600)
    assert phone.get().h1 == "Hello"
    store.clocks = right
    assert phone.get().h1 == "Hello"


def test_a_session_in_doubt_keeps_its_cookie_and_comes_back(small_app: Callable[..., Flask]) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client(), strict=False)
    phone.begin()
    store = site_of(app).store
    right = store.clocks
    store.clocks = Clocks("after a reboot", right.passed, lambda: right.wall() + 3 * 3600)
    assert phone.get().h1 == "Your answers cannot be shown just now"
    assert phone.page.status == 503
    store.clocks = Clocks("after a reboot", right.passed, right.wall)
    assert phone.follow("Try again").h1 == "Hello"


def test_the_cookie_goes_with_the_browser_and_not_by_a_clock(phone: Phone) -> None:
    response = phone.client.post("/start")
    assert not re.search("max-age|expires", response.headers["Set-Cookie"], re.IGNORECASE)


def test_a_sweep_runs_each_minute_and_nobody_waits_for_it(small_app: Callable[..., Flask]) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client())
    phone.begin()
    site = site_of(app)
    let_pass(site.store, 90_000)
    site._swept -= 61
    phone.get("/about")
    for _ in range(100):
        if not rows_of(site.store):
            break
        time.sleep(0.05)
    assert rows_of(site.store) == 0


def test_a_sweep_that_fails_fails_no_page(small_app: Callable[..., Flask]) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")
    site = site_of(app)
    site.store.path.write_bytes(b"damaged" * 1000)
    site._swept -= 61
    assert app.test_client().get("/about").status_code == 200


def rows_of(store: Store) -> int:
    """Return how many sessions are in the database."""
    with closing(sqlite3.connect(store.path)) as database:
        return int(database.execute("select count(*) from visits").fetchone()[0])


# A store that cannot be used


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Hold the database as another program might."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as database:
        database.execute("begin immediate")
        yield
        database.execute("rollback")


@contextmanager
def damaged(store: Store) -> Iterator[None]:
    """Write something else over the database."""
    with closing(sqlite3.connect(store.path)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    kept = store.path.read_bytes()
    for file in store.folder.glob("sessions.sqlite3-*"):
        file.unlink()
    store.path.write_bytes(b"damaged" * 1000)
    yield
    store.path.write_bytes(kept)


BROKEN = [locked, damaged]


@pytest.mark.parametrize("broken", BROKEN)
def test_leaving_shows_another_site_at_once_whatever_the_store_can_do(
    small_app: Callable[..., Flask], settings: Settings, broken: Callable[[Store], Any]
) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client())
    phone.begin()
    address = phone.address_of("Leave this page quickly")
    with broken(site_of(app).store):
        began = time.perf_counter()
        response = phone.client.get(address)
        took = time.perf_counter() - began
    assert (response.status_code, response.headers["Location"]) == (303, settings.leave_url)
    assert took < 1
    assert phone.client.get_cookie("challenge_letters_key") is None


def test_leaving_deletes_as_soon_as_the_store_can(
    small_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("challenge_letters.web.forgetting.PAUSES", (0, 0.1, 0.1, 0.1))
    monkeypatch.setattr("challenge_letters.web.connecting.PATIENCE", 0.2)
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client())
    phone.begin()
    store = site_of(app).store
    with locked(store):
        phone.client.get(phone.address_of("Leave this page quickly"))
    for _ in range(100):
        if not rows_of(store):
            return
        time.sleep(0.05)
    pytest.fail("the session is still there")


@pytest.mark.parametrize("broken", BROKEN)
def test_deleting_says_truly_that_it_could_not(
    small_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, broken: Callable[[Store], Any]
) -> None:
    monkeypatch.setattr("challenge_letters.web.app.DELETING_PATIENCE", 0.3)
    app = small_app("mandatory: True\nquestion: Hello\n")
    phone = Phone(app.test_client(), strict=False)
    phone.begin()
    with broken(site_of(app).store):
        phone.press("Delete my answers now")
        assert phone.page.status == 503
        assert phone.page.h1 == "Your answers are not deleted yet"
        assert "nobody can read them any more" in phone.page.text
        assert phone.client.get_cookie("challenge_letters_key") is None


@pytest.mark.parametrize("broken", BROKEN)
def test_a_store_that_cannot_be_used_gives_back_what_was_typed_and_the_way_out(
    phone: Phone, app: Flask, monkeypatch: pytest.MonkeyPatch, broken: Callable[[Store], Any]
) -> None:
    monkeypatch.setattr("challenge_letters.web.connecting.PATIENCE", 0.2)
    site_of(app).store.close()
    walk(phone, until="In your own words")
    phone.strict = False
    with broken(site_of(app).store):
        phone.answer("I was ill, and nobody rang.")
        assert phone.page.status == 503
        assert "I was ill, and nobody rang." in phone.page.text
        assert "Leave this page quickly" in phone.page.html
        assert phone.get("/about").status == 200


# What is left behind


def test_no_answer_is_left_in_logs_files_or_addresses(
    small_app: Callable[..., Flask],
    phone: Phone,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    before = set(Path(tempfile.gettempdir()).iterdir())
    walk(phone, until="The office", person={"Name": CANARY, "Told them?": "Yes"})
    phone.answer({"Office name": CANARY, "Anything else": CANARY})
    phone.answer(CANARY)
    phone.follow("Change the words")
    assert CANARY not in phone.address
    phone.answer({})
    phone.answer("Continue")
    phone.download("Download as Word")
    phone.strict = False
    phone.follow("Break")
    assert phone.page.status == 500
    assert CANARY not in phone.page.html
    said = caplog.text + "".join(capfd.readouterr())
    assert "interview fault: RuntimeError in block" in said
    assert "POST /interview 303" in said
    assert CANARY not in said
    assert not [name for name in ("words", "action=", "?") if name in said]
    made = set(Path(tempfile.gettempdir()).iterdir()) - before
    assert not [file for file in made if "datemp" in file.name]
    for file in settings.state_dir.rglob("*"):
        assert CANARY.encode() not in file.read_bytes()


def test_a_fault_leaves_the_session_at_the_last_good_page(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.strict = False
    phone.follow("Break")
    assert phone.page.h1 == "Sorry, something went wrong here"
    assert "Traceback" not in phone.page.html
    assert phone.follow("Carry on").h1 == "Your letter is ready"


def test_an_error_page_offers_a_way_back(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.strict = False
    phone.follow("Break")
    assert phone.press("Go back one page").h1 == "Check your answers"


def test_an_unsupported_feature_is_named_and_the_session_kept(phone: Phone) -> None:
    walk(phone).answer("Continue")
    phone.strict = False
    phone.follow("Ask the server for more")
    assert phone.page.status == 501
    assert "read_records" in phone.page.text
    assert phone.follow("Carry on").h1 == "Your letter is ready"


FAULT_AFTER_ANSWER = """
mandatory: True
code: |
  kind
  10 / count
  done
---
question: Kind
fields:
  - Kind: kind
    datatype: raw
  - Count: count
    datatype: integer
---
event: done
question: Done
"""


def test_a_fault_in_the_next_page_keeps_the_page_before(small_app: Callable[..., Flask]) -> None:
    phone = Phone(small_app(FAULT_AFTER_ANSWER).test_client(), strict=False)
    phone.begin()
    phone.answer({"Kind": "a", "Count": "0"})
    assert phone.page.status == 500
    phone.get()
    assert phone.page.h1 == "Kind"
    phone.answer({"Kind": "a", "Count": "1"})
    assert phone.page.h1 == "Done"


SWALLOWED = """
mandatory: True
code: |
  try:
    kept = read_records('x')
  except Exception:
    kept = None
---
mandatory: True
question: Hello
"""


def test_a_refusal_cannot_be_swallowed(small_app: Callable[..., Flask]) -> None:
    phone = Phone(small_app(SWALLOWED).test_client(), strict=False)
    phone.get("/")
    phone.press("Start")
    assert phone.page.status == 501
    assert "read_records" in phone.page.text


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/static/nothing.css",
        "/static/../app.py",
        "/interview/x",
        "/interview/²",
    ],
)
def test_an_address_that_is_not_there(app: Flask, address: str) -> None:
    phone = Phone(app.test_client())
    phone.get(address)
    assert (phone.page.status, phone.page.h1) == (404, "There is no such page")


def test_every_page_has_the_help_line_and_the_way_out(app: Flask, phone: Phone) -> None:
    pages = [phone.get(address) for address in ("/", "/about", "/privacy", "/nothing", "/interview")]
    for page in pages:
        assert "116 123" in page.html
        assert "Leave this page quickly" in page.html
        assert "This is not legal advice. Nothing has been sent." in page.html
        assert len(page.html.encode()) < 20_000


def test_a_fault_in_an_error_page_tells_nothing_either(
    small_app: Callable[..., Flask], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = small_app("mandatory: True\nquestion: Hello\n")

    def fail(*_arguments: object, **_values: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(site_of(app), "page", fail)
    answer = app.test_client().get("/about")
    assert answer.status_code == 500
    assert "Leave this page quickly" in answer.text
    assert "116 123" in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unforeseen fault: RuntimeError" in caplog.text
    assert CANARY not in caplog.text
