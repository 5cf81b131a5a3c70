"""Every page of the interview as somebody sees it who has answered it: collected without a browser, from the flow.

The pages are those of the road. For each one a case is opened from a file, and its page is reached by its link on the
check page, so that its answers stand in it. What asks for nothing is reached by the links that lead there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

from challenge_letters.case.queries import OLD_JOB_SITE
from challenge_letters.interview.check_answers import groups_of, numbered_rows
from challenge_letters.interview.journey import Journey
from challenge_letters.interview.pages import PAGES
from challenge_letters.interview.saving import case_file
from tests import examples
from tests.examples import AS_AT
from tests.interview.phones import app, new_walker
from tests.interview.states import filled_up, noise
from tests.interview.test_keeping import told
from tests.interview.walker import CHECK
from tests.interview.walking import answers_for
from tests.phone import Phone

ILL = "missed-appointment-ill"
FAILURE = "problems/0"
# Pages that no example has: an example, and what has to be answered otherwise to come to the page.
OTHERWISE: Mapping[str, tuple[str, dict[str, dict[str, Any]]]] = {
    "which-is-it": (
        ILL,
        {
            f"{FAILURE}/what-happened": {"door": "not-sure"},
            f"{FAILURE}/which-is-it": {"looked_door": "sanctioned"},
        },
    ),
    "next-reason": (
        ILL,
        {
            f"{FAILURE}/own-words": {"reason_ticks": ("ill", "caring", "travel")},
            f"{FAILURE}/main-reason": {"main_reason": "ill"},
            f"{FAILURE}/next-reason": {"next_reason": "travel"},
        },
    ),
    "own-point": (ILL, {f"{FAILURE}/more": {"more": ("own-point",)}}),
    "own-request": (ILL, {f"{FAILURE}/more": {"more": ("own-request",)}}),
    "safe-address": ("not-safe-at-home", {"safe-ways": {"post_is_safe": "yes", "phone_is_safe": "yes"}}),
    "safe-phone": ("not-safe-at-home", {"safe-ways": {"post_is_safe": "yes", "phone_is_safe": "yes"}}),
    "ask-now-sent": (
        ILL,
        {
            f"{FAILURE}/decision-when": {"sent": "2026-10-24"},
            f"{FAILURE}/ask-now": {"asked_now": "sent"},
        },
    ),
    "not-answered": (
        ILL,
        {
            f"{FAILURE}/failure": {"their_words": "You did not attend. You have not told us why."},
            f"{FAILURE}/not-answered": {"why_no_answer": "I told the desk"},
        },
    ),
    "excused": (ILL, {f"{FAILURE}/side": {"sides": ("excused",)}}),
    "placement": (ILL, {f"{FAILURE}/failure": {"failure_kind": "work-placement"}}),
    "reason-privacy": (ILL, {f"{FAILURE}/own-words": {"reason_ticks": ("no-privacy",)}}),
    "evidence-asked-for": (ILL, {f"{FAILURE}/evidence": {"evidence_ticks": ("asked-for",)}}),
    "income-based": (
        ILL,
        {
            "for-whom": {"benefit": "new-style-jsa"},
            f"{FAILURE}/own-words": {"account": f"It was about {OLD_JOB_SITE}."},
            "income-based": {"is_income_based": "no"},
        },
    ),
    "admission": (
        ILL,
        {
            f"{FAILURE}/own-words": {"account": "My bus did not come. I was annoyed."},
            f"admissions/{sha256(b'I was annoyed.').hexdigest()[:12]}/admission": {"admission": "keep"},
        },
    ),
    "keep-out": (ILL, {f"{FAILURE}/more": {"more": ("keep-out",)}}),
    "work-search-rows": (
        "record-of-work-search",
        {
            "work-search": {"work_search_way": "rows"},
            "work-search-rows": {
                "day_order": "not-said",
                "work_search_rows": "2026-11-03\tA shop\tNo answer",
            },
        },
    ),
}
HARD = "I want to end my life. I have not eaten since Friday."
CLAIM = {"Who is it for": "For me", "Which country": "England"}
ENDS: Mapping[str, tuple[Any, ...]] = {
    "older-benefit": (
        "They told me I am sanctioned, or that my money is cut",
        {**CLAIM, "Which benefit": "Income Support, or an older kind of JSA or ESA"},
    ),
    "none-of-these": ("I am not sure which", "None of these"),
    "not-a-sanction": (
        "I was paid less",
        {**CLAIM, "Which benefit": "Universal Credit"},
        "No",
        {"Date of the payment": date(2026, 11, 12)},
        "It gives another reason",
    ),
}
# They ask for nothing, so no row leads to them: `_without_answers` does.
READ_ONLY = frozenset({"help-now", "need-now", "nothing-yet"})


@dataclass(frozen=True)
class Shown:
    """One page: what it is called here, and its HTML."""

    name: str
    html: str


def of_each_sort() -> Iterator[Shown]:
    """Yield a page of each sort: choices, ticks, words, days, then the pages that ask for nothing."""
    yield from _pages_of(ILL, {}, {"for-whom", "side", "own-words", "decision-when", "name"})
    yield from _without_answers()


def every_page() -> Iterator[Shown]:
    """Yield every page of the road with its answers, then the pages that ask for nothing."""
    missing = set(PAGES) - READ_ONLY
    for example, changes in _fewest_cases():
        yield from _pages_of(example, changes, missing)
    assert not missing, missing
    yield from _without_answers()


def _fewest_cases() -> Iterator[tuple[str, dict[str, dict[str, Any]]]]:
    """Yield the examples that together have every page, those with most pages first; then the changed ones."""
    has = {
        name: {key.rpartition("/")[2] for key in answers_for(examples.case_of(name), AS_AT)}
        for name in examples.names()
    }
    missing = set(PAGES) - READ_ONLY - set(OTHERWISE)
    while missing:
        name = max(has, key=lambda each: len(has[each] & missing))
        assert has[name] & missing, f"No example has these pages, and OTHERWISE does not either: {missing}"
        missing -= has[name]
        yield name, {}
    yield from OTHERWISE.values()


def _pages_of(example: str, changes: dict[str, dict[str, Any]], missing: set[str]) -> Iterator[Shown]:
    """Yield each page of a case that is `missing` yet, and take it from there."""
    case = examples.case_of(example)
    state: dict[str, Any] = {key: dict(values) for key, values in answers_for(case, AS_AT).items()}
    for key, values in changes.items():
        state[key] = {**state.get(key, {}), **values}
    wants = (case.records_request is not None, case.complaint is not None)
    journey = filled_up(state, noise, AS_AT, wants)
    phone = opened(journey)
    pages = {row.number: one.visit.page.id for one, row in numbered_rows(journey)}
    in_order = [pages[row.number] for group in groups_of(journey) for row in group.rows]
    for page in [name for name in dict.fromkeys(in_order) if name in missing]:
        links = phone.page.soup.select("dl.rows a")
        changing = [link for link in links if link.get_text().startswith("Change")]
        phone.get(str(changing[in_order.index(page)]["href"]))
        missing.discard(page)
        yield Shown(page, phone.page.html)
        phone.press("Back")


def opened(journey: Journey) -> Phone:
    """Return a phone at the check page, with the answers of `journey` opened from a file."""
    phone = Phone(app().test_client())
    sent = BytesIO(case_file(journey, {}))
    phone._show(phone.client.post("/open", data={"file": (sent, "answers.json")}), "/open")
    assert phone.page.h1 == CHECK, phone.page.text[:200]
    return phone


def _without_answers() -> Iterator[Shown]:
    yield from _around()
    yield from _behind_the_links()
    yield from _at_risk()
    yield from _with_mistakes()


def _around() -> Iterator[Shown]:
    """Yield what stands around the interview, with the pages that say what went wrong."""
    phone = Phone(app().test_client())
    for address in ("/", "/privacy", "/about", "/law", "/law/northern-ireland", "/interview", "/nowhere"):
        yield Shown(address, phone.get(address).html)


def _behind_the_links() -> Iterator[Shown]:
    phone = opened(_journey(ILL))
    yield Shown("check", phone.page.html)
    yield from _looked_at(phone, "No money for food, heating or medicine?", "no-money")
    yield from _looked_at(phone, "Not safe, or thinking of ending your life?", "not-safe")
    yield from _looked_at(phone, "See the letter so far", "preview")
    phone.follow("See the letter so far")
    yield from _looked_at(phone, re.compile("^A migraine kept me from coming"), "preview-sentence")
    phone.press("Back")
    yield from _looked_at(phone, "Stop here and go on later", "keeping")
    phone.follow("Stop here and go on later")
    yield from _looked_at(phone, re.compile("^Lock the file first"), "lock-answers")
    phone.press("Back")
    phone.press("Go on to the letter")
    yield Shown("result", phone.page.html)
    yield from _looked_at(phone, "Read or print the letter", "letter-page")
    yield from _looked_at(phone, "The law behind your letters", "law")
    walker = new_walker()
    walker.phone.follow("I have a file with my answers")
    yield Shown("open-file", walker.page.html)


def _journey(example: str, **changes: dict[str, Any]) -> Journey:
    state: dict[str, Any] = dict(answers_for(examples.case_of(example), AS_AT))
    return filled_up({**state, **changes}, noise, AS_AT)


def _looked_at(phone: Phone, link: str | re.Pattern[str], name: str) -> Iterator[Shown]:
    """Yield the page behind `link`, and come back from it."""
    phone.follow(link)
    yield Shown(name, phone.page.html)
    phone.press("Back")


def _at_risk() -> Iterator[Shown]:
    phone = opened(_journey("not-safe-at-home"))
    phone.press("Go on to the letter")
    yield Shown("result, at risk", phone.page.html)
    yield from _looked_at(phone, re.compile("^read first what a calendar shows"), "calendar-first")


def _with_mistakes() -> Iterator[Shown]:
    """Yield pages that come back with errors, those with help after very hard words, and the early ends."""
    walker = told(ILL, until="name")
    walker.phone.answer({"National Insurance": "12345", "E-mail": "nobody"})
    assert len(walker.page.errors) == 2
    yield Shown("name, with mistakes", walker.page.html)
    walker = told(ILL, until="safe")
    walker.phone.answer({})
    assert walker.page.errors
    yield Shown("safe, not answered", walker.page.html)
    yield from _hard_words()
    yield from _early_ends()


def _hard_words() -> Iterator[Shown]:
    walker = told(ILL, until=f"{FAILURE}/own-words")
    walker.phone.answer({"What happened": HARD})
    yield Shown("help-now", walker.page.html)
    walker.phone.press("Keep these words")
    yield Shown("need-now", walker.page.html)
    walker = told(ILL, until=f"{FAILURE}/side")
    for _ in range(2):
        walker.phone.answer({})
    yield Shown("nothing-yet", walker.page.html)


def _early_ends() -> Iterator[Shown]:
    for name, answers in ENDS.items():
        walker = new_walker()
        for answer in answers:
            walker.phone.answer(answer)
        yield Shown(name, walker.page.html)
