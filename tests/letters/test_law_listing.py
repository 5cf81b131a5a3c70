"""What the register says of itself: at a prompt, for a program, and on the page "The law in these letters"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from challenge_letters.languages import texts
from challenge_letters.law.authorities import register
from challenge_letters.law.checked_values import CheckedValue, checked_values
from challenge_letters.law.errors import UnknownNation
from challenge_letters.letters import law_listing
from challenge_letters.letters.law_listing import Entry, held, listing_json, listing_text
from challenge_letters.letters.law_page import law_page_html, nation_of

NOVEMBER = date(2026, 11, 22)


def entry(key: str, on: date = NOVEMBER) -> Entry:
    return next(each for each in held(on=on).entries if each.authority.id == key)


@pytest.mark.parametrize(
    ("authority", "how_we_know_it"),
    [
        ("wra-2012-s27-2", "read in the text of 1 December 2025; looked at on 22 November 2026"),
        (
            "uc-regs-104",
            "read in the text of 31 December 2018, a text that is 7 years old; looked at on 28 November 2026",
        ),
        (
            "wro-ni-32",
            "known from a dependable copy or from law that cites it, not read in the text; looked at on 22 November 2026",
        ),
        ("wro-ni-29", "not checked, so never printed; looked at on 22 November 2026"),
        (
            "uc-regs-104-2-a-ii",
            "read in the text of 31 December 2018, a text that is 7 years old; looked at on 28 November 2026",
        ),
        (
            "uc-regs-99-4a",
            "read in the text of 31 December 2018, a text that is 7 years old; looked at on 28 November 2026",
        ),
        (
            "uc-regs-sch11-3",
            "read in the text of 31 December 2018, a text that is 7 years old; looked at on 28 November 2026",
        ),
        ("uk-gdpr-22c", "read in the text of 19 August 2025; looked at on 28 November 2026"),
    ],
)
def test_each_record_says_how_it_was_checked(authority: str, how_we_know_it: str) -> None:
    assert entry(authority).how_checked == how_we_know_it


def test_what_is_fresh_today_is_old_one_day() -> None:
    assert not entry("wra-2012-s27-2").is_old
    assert entry("wra-2012-s27-2", on=date(2027, 12, 1)).is_old


@pytest.mark.parametrize(
    ("authority", "where", "benefits", "since"),
    [
        ("wra-2012-s27-2", "Great Britain", "Universal Credit", "since 29 April 2013"),
        ("uk-gdpr-15-1", "all four nations", "all benefits", "since 1 January 2021"),
        (
            "old-esa-regs-63-7",
            "Great Britain",
            "income-related Employment and Support Allowance",
            "since 25 July 2016, until 30 June 2026",
        ),
        ("psoa-ni-5", "Northern Ireland", "all benefits", "since 27 September 2017"),
    ],
)
def test_each_record_says_where_and_since_when(authority: str, where: str, benefits: str, since: str) -> None:
    found = entry(authority)
    assert (found.where, found.benefits, found.since) == (where, benefits, since)


def test_the_listing_holds_every_record_and_says_which_letters_name_it() -> None:
    assert {each.authority.id for each in held(on=NOVEMBER).entries} == set(register())
    assert entry("uc-regs-104").letters == ("mandatory-reconsideration",)
    assert entry("uk-gdpr-12a").letters == ("subject-access-request", "records-late")
    assert entry("old-jsa-s19").letters == ()


def test_only_what_nobody_has_read() -> None:
    unread = held(on=NOVEMBER, only_unchecked=True).entries
    assert unread
    assert {each.authority.checked for each in unread} == {"unchecked"}
    assert [each.authority.id for each in unread if each.authority.is_confirmed] == []


def test_one_nation() -> None:
    there = held(on=NOVEMBER, nation="northern-ireland")
    assert all("northern-ireland" in each.authority.nations for each in there.entries)
    assert {"ni-orders", "password-as-evidence"} <= {each.id for each in there.questions}
    assert "tribunal-rules" not in {each.id for each in there.questions}
    with pytest.raises(UnknownNation):
        held(on=NOVEMBER, nation="france")


FIELDS = [
    "id short full provision says nations benefits in_force_from in_force_to governed_by url checked version",
    "years_old is_old_text checked_on recheck letters",
]


def test_the_record_for_a_program_is_whole() -> None:
    listing = listing_json(held(on=NOVEMBER))
    records = {each["id"]: each for each in listing["authorities"]}

    assert listing["as_at"] == "2026-11-22"
    assert all(list(each) == " ".join(FIELDS).split() for each in records.values())
    assert records["uc-regs-104"]["version"] == "2018-12-31"
    assert (records["uc-regs-104"]["years_old"], records["uc-regs-104"]["is_old_text"]) == (7, True)
    assert records["old-jsa-s19"]["in_force_to"] == "2026-03-31"
    assert "regulations-since-2018" in {each["id"] for each in listing["open_questions"]}


def test_the_text_ends_with_what_is_still_open() -> None:
    said = listing_text(held(on=NOVEMBER, nation="northern-ireland", only_unchecked=True))

    assert "Article 29 [wro-ni-29]" in said
    assert (
        "Time limits for appeals in Northern Ireland: Regulation 31 of SR 1999/162 was read only as made"
        in said
    )
    assert said.endswith("as of 22 November 2026. This is not legal advice.")


class Page(HTMLParser):
    """The tags and links of a fragment, and whether every tag is closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attributes if name == "href"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_the_page_is_plain_and_fetches_nothing(nation: str) -> None:
    page = Page(law_page_html(on=NOVEMBER, nation=nation))

    assert page.open == []
    assert page.tags <= {"div", "p", "h2", "ul", "li", "a", "strong", "small", "br", "details", "summary"}
    assert all(link.startswith("https://") for link in page.links)


def test_the_page_shows_what_is_named_what_is_unread_and_what_is_open() -> None:
    england = law_page_html(on=NOVEMBER, nation="england")
    belfast = law_page_html(on=NOVEMBER, nation="northern-ireland")

    assert "read in the text of 31 December 2018, a text that is 7 years old" in england
    assert "A qualified adviser still has to check all of it." in england
    assert "PO Box 209, Bootle, L20 7WA" in england
    assert "Welfare Reform (Northern Ireland) Order 2015" not in england
    assert "Welfare Reform Act 2012" not in belfast
    assert "Welfare Reform (Northern Ireland) Order 2015, Article 29" in belfast
    assert "Freepost, UNIVERSAL CREDIT NORTHERN IRELAND" in belfast


def test_an_old_address_says_so_on_the_page() -> None:
    assert "look whether it is still right" not in law_page_html(on=NOVEMBER, nation="england")
    assert "look whether it is still right" in law_page_html(on=date(2027, 5, 23), nation="england")


def test_the_two_places_of_the_page() -> None:
    assert (nation_of("great-britain"), nation_of("northern-ireland")) == ("england", "northern-ireland")
    with pytest.raises(KeyError):
        nation_of("france")


RATE = CheckedValue(
    file="rates",
    where="universal credit, from 6 April 2026",
    rests_on="SI 2026/113",
    nations=("england",),
    checked="text-read",
    version=date(2024, 2, 6),
    checked_on=NOVEMBER,
    recheck="Look at the <table>.",
)


def test_a_rate_is_listed_with_how_it_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law_listing, "checked_values", lambda: (RATE,))
    how = "read in the text of 6 February 2024, a text that is 2 years old; looked at on 22 November 2026"

    assert (
        f"  rates: {RATE.where}. SI 2026/113. How we know it: {how}. Look at again: Look at the <table>."
        in (listing_text(held(on=NOVEMBER)).splitlines())
    )
    page = law_page_html(on=NOVEMBER, nation="england")
    assert "<summary>Benefit rates</summary>" in page
    seen = how.partition(";")[0]
    assert f"<li>Universal credit, from 6 April 2026: SI 2026/113.<br><small>R{seen[1:]}." in page
    assert "last looked at on 22 November 2026, unless it gives another day" in page
    assert "Look at the &lt;table&gt;." in page
    assert RATE.where not in law_page_html(on=NOVEMBER, nation="northern-ireland")
    assert listing_json(held(on=NOVEMBER))["values"][0]["is_old_text"] is True
    assert held(on=NOVEMBER, only_unchecked=True).values == ()


def test_a_record_looked_at_on_another_day_says_so_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    later = replace(RATE, checked_on=date(2026, 12, 1))
    monkeypatch.setattr(law_listing, "checked_values", lambda: (later,))

    page = law_page_html(on=date(2026, 12, 2), nation="england")

    assert page.count("looked at on 1 December 2026") == 1
    assert "; looked at on 22 November 2026" not in page


def test_every_file_is_named_in_words() -> None:
    assert {each.file for each in checked_values()} == set(texts("law-page")["holds"])


def test_a_file_nobody_has_titled_is_shown_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        law_listing, "checked_values", lambda: (replace(RATE, file="winter_fuel", where="", version=None),)
    )

    page = law_page_html(on=NOVEMBER, nation="england")

    assert "<summary>Winter fuel</summary><ul><li>The whole list: SI 2026/113." in page.replace("\n", "")
    assert "Read in a text whose day was not noted." in page
