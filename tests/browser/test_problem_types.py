"""One whole walk for each type of problem, in a browser, from the first question to the bytes of the letter."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page as Tab

from challenge_letters.case.case_files import read_case
from challenge_letters.letters.plain_text import plain_text
from tests.browser.conftest import Server, Visitor
from tests.examples import AS_AT, case_of
from tests.interview.walker import Walker
from tests.interview.walking import canonical
from tests.letters.goldens import FOLDER

WORD = re.compile("^Download the letter as a Word file")
KEEP = re.compile("^Keep your answers as a file")
# To the person it is theirs; to whoever answers for somebody it is the letter.
READY = ("Your letter is ready. It has NOT been sent", "The letter is ready. It has NOT been sent")
NONE = "There is no letter to send now"


def golden(name: str) -> str:
    """Return the text of a letter as somebody last read it."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("example", "kind", "javascript"),
    [
        ("missed-appointment-ill", "mandatory-reconsideration", True),
        ("late-in-hospital", "mandatory-reconsideration", False),
        ("paid-less-no-notice", "mandatory-reconsideration", True),
        ("warned-bus-cancelled", "good-reason-statement", False),
        ("password-demanded", "password-reply", True),
        ("two-decisions-adviser", "mandatory-reconsideration", True),
        ("appointee-esa", "mandatory-reconsideration", True),
    ],
)
def test_a_walk_ends_with_the_letter_of_the_example(
    visitor: Visitor, example: str, kind: str, javascript: bool
) -> None:
    screen = visitor.screen(javascript=javascript)

    Walker(screen, AS_AT).begin().tell(case_of(example))

    assert screen.page.h1 in READY
    assert plain_text(screen.download(WORD)) + "\n" == golden(f"{example}.{kind}")
    assert screen.last.suggested_filename == f"{kind}.docx"
    assert screen.page.text.count("NOT been sent") >= 1


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("claim-closed", "Ask in writing why the claim was closed"),
        ("reconsideration-refused", "12 December 2026"),
        ("password-refuses-everything", "Ways to show your work search"),
    ],
)
def test_a_door_without_a_letter_says_what_to_do(visitor: Visitor, example: str, said: str) -> None:
    screen = visitor.screen()

    Walker(screen, AS_AT).begin().tell(case_of(example))

    assert screen.page.h1 == NONE
    assert said in screen.page.text
    assert "Citizens Advice" in screen.page.text


def test_the_records_and_the_complaint_wait_behind_the_letter(visitor: Visitor) -> None:
    screen = visitor.screen()

    Walker(screen, AS_AT).begin().tell(case_of("complaint-no-answer"))

    assert plain_text(screen.download(WORD)) + "\n" == golden("complaint-no-answer.complaint")
    records = screen.download(
        re.compile("^Download this one as a Word file: .*(record|access)", re.IGNORECASE)
    )
    assert plain_text(records) + "\n" == golden("complaint-no-answer.subject-access-request")


def test_the_answers_kept_as_a_file_give_the_same_case(visitor: Visitor) -> None:
    screen = visitor.screen()
    case = case_of("work-search-hours")

    Walker(screen, AS_AT).begin().tell(case)

    kept = read_case(screen.download(KEEP).decode("utf-8"))
    assert kept == canonical(case, AS_AT)


def test_every_page_of_a_walk_is_accessible(visitor: Visitor) -> None:
    found: list[str] = []

    def watch(tab: Tab) -> None:
        for violation in (
            Axe()
            .run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
            .response["violations"]
        ):
            found.append(f"{tab.title()}: {violation['id']}: {violation['nodes'][0]['html'][:200]}")
        width = tab.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            found.append(f"{tab.title()}: {width} pixels wide on a screen of 320")

    screen = visitor.screen(javascript=True, width=320, watch=watch)

    Walker(screen, AS_AT).begin().tell(case_of("mental-health-adjustment"))
    for address in ("/law", "/law/northern-ireland"):
        screen.get(address)
        screen.tab.evaluate("document.querySelectorAll('details').forEach(group => { group.open = true })")
        watch(screen.tab)

    assert found == []


# Words that occur nowhere else, one in each kind of answer.
CANARIES = ("Zanzibarquux", "Quokkaflummery", "QQ 98 76 54 A", "Wombatterrace", "kakapo@example.org")


def _with_canaries(case: Any) -> Any:
    facts = json.loads(case.model_dump_json())
    facts["claimant"] |= {
        "name": CANARIES[0],
        "national_insurance_number": CANARIES[2],
        "address": [CANARIES[3], "Testtown"],
        "email": CANARIES[4],
    }
    facts["problems"][0]["account"] = f"{CANARIES[1]} & Söhne <b> {{{{ 7*7 }}}} [FILE 1]"
    return read_case(json.dumps(facts))


def _everything_in(*places: Path) -> bytes:
    files = [path for place in places for path in ([place] if place.is_file() else place.rglob("*"))]
    names = "\n".join(str(path) for path in files).encode()
    return names + b"".join(path.read_bytes() for path in files if path.is_file())


def test_no_answer_is_left_on_the_server(visitor: Visitor, server: Server) -> None:
    screen = visitor.screen()

    Walker(screen, AS_AT).begin().tell(_with_canaries(case_of("missed-appointment-ill")))
    letter = plain_text(screen.download(WORD))

    left = _everything_in(server.state, server.temporary, server.log)
    for canary in CANARIES:
        assert canary.encode() not in left
        assert canary.encode("utf-16-le") not in left
    assert left
    assert CANARIES[0] in letter
    assert f"{CANARIES[1]} & Söhne <b> {{{{ 7*7 }}}} [FILE 1]" in letter


def test_no_answer_stands_in_an_address_or_a_file_name(visitor: Visitor) -> None:
    addresses: list[str] = []
    screen = visitor.screen(watch=lambda tab: addresses.append(tab.url))

    Walker(screen, AS_AT).begin().tell(_with_canaries(case_of("missed-appointment-ill")))
    screen.download(WORD)

    seen = " ".join([*addresses, screen.last.url, screen.last.suggested_filename])
    assert [canary for canary in CANARIES if canary in seen] == []


def test_leaving_quickly_deletes_the_answers(visitor: Visitor, server: Server) -> None:
    screen = visitor.screen()
    screen.begin()
    screen.answer(screen.page.soup.select("main label")[0].get_text().strip())
    outside = screen.page.soup.select_one("a.leave")
    assert screen.page.h1 == "Who is it for, and which benefit is it?", "the answer was sent"
    assert outside

    screen.tab.route(re.compile("^https://"), lambda route: route.fulfill(body="somewhere else"))
    screen.tab.locator("a.leave").click()
    gone_to = screen.tab.url
    screen.get("/interview")

    assert not gone_to.startswith(server.address)
    assert screen.page.h1 != ""
    assert screen.page.soup.select("form input[type=radio]:checked") == []
    visitor.hosts = {host for host in visitor.hosts if host in server.address}
