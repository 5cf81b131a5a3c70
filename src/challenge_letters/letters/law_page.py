"""The page "The law in these letters" as an HTML fragment, the same for every host of the interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import groupby

from challenge_letters.law.addresses import Office, all_offices
from challenge_letters.law.checked_values import CheckedValue
from challenge_letters.law.nations import GREAT_BRITAIN, NORTHERN_IRELAND
from challenge_letters.law.spoken import spoken
from challenge_letters.letters.law_listing import Entry, Group, Listing, groups, held, how_checked, is_old

TITLE = "The law in these letters"
# What a file of the law holds, in words for somebody who never sees the file.
HOLDS = {
    "bank_holidays": "Bank holidays that not every list has",
    "earnings_threshold": "Pay from which a job left or lost costs nothing",
    "failures": "What somebody can be sanctioned for",
    "groups": "What can be asked of whom",
    "hardship": "Hardship payments",
    "ladders": "Who looks at a complaint, and in what order",
    "old_benefits": "Sanctions in the older benefits",
    "rates": "Benefit rates",
    "sanction_periods": "How long sanctions last",
    "time_limits": "Time limits",
}
_PLACES = {"great-britain": GREAT_BRITAIN[0], NORTHERN_IRELAND: NORTHERN_IRELAND}


def law_page_html(*, on: date, nation: str) -> str:
    """Return the law that letters in `nation` can name, how it was checked, and what is still open.

    `on` is the day of looking. One `div`; everything escaped; no scripts; nothing fetched. Links lead to the
    official text.
    """
    listing = held(on=on, nation=nation)
    usual = spoken(_usual_day(listing))
    parts = (
        _introduction(on, usual),
        _cited(groups(entry for entry in listing.entries if entry.letters)),
        _unread(entry for entry in listing.entries if not entry.authority.is_confirmed),
        _values(listing),
        _questions(listing),
        _addresses(nation, on),
    )
    # The introduction says the usual day for all: said 300 times it made the page slow on a phone.
    lines = (line.replace(f"; looked at on {usual}", "") for part in parts for line in part)
    return f'<div class="law">\n{chr(10).join(lines)}\n</div>\n'


def _usual_day(listing: Listing) -> date:
    """Return the day on which most of the records were last looked at."""
    days = [entry.authority.checked_on for entry in listing.entries]
    days += [value.checked_on for value in listing.values]
    return Counter(days).most_common(1)[0][0]


def nation_of(place: str) -> str:
    """Return a nation to show the law of "great-britain" or "northern-ireland"; or raise KeyError."""
    return _PLACES[place]


def _introduction(on: date, usual: str) -> Iterator[str]:
    yield "<p>This is the law a letter can name, and how we know it. It is not legal advice.</p>"
    yield (
        "<p>A text that was read is the text of one day. It may have changed since. "
        "<strong>A qualified adviser still has to check all of it.</strong> "
        f"This page is as of {spoken(on)}. "
        f"Each record was last looked at on {usual}, unless it gives another day.</p>"
    )


def _cited(found: tuple[Group, ...]) -> Iterator[str]:
    yield "<h2>What the letters can name</h2>"
    for group in found:
        name, title = group.instrument.name, group.instrument.title
        yield f"<details><summary>{escape(name)} ({len(group.entries)})</summary>"
        if title != name:
            yield f"<p>{escape(title)}.</p>"
        if group.recheck:
            yield f"<p><strong>To check:</strong> {escape(group.recheck)}</p>"
        yield f"<ul>{''.join(map(_item, group.entries))}</ul></details>"


def _item(entry: Entry) -> str:
    authority = entry.authority
    old = " <strong>Old text.</strong>" if entry.is_old else ""
    own = f" To check: {escape(authority.recheck_own)}" if authority.recheck_own else ""
    name = escape(authority.provision or authority.short)
    return (
        f'<li><a href="{escape(authority.url)}" rel="noreferrer">{name}</a>: {escape(authority.says)}<br>'
        f"<small>For {escape(entry.benefits)}; known to be in force {escape(entry.since)}; "
        f"{escape(entry.how_checked)}.{old}{own}</small></li>"
    )


def _unread(found: Iterable[Entry]) -> Iterator[str]:
    unread = [entry.authority for entry in found]
    if not unread:
        return
    yield "<h2>What nobody has read yet</h2>"
    yield "<p>This is never printed. A sentence that needs it stands without it, and your plan says so.</p>"
    yield "<ul>"
    yield from (f"<li>{escape(each.short)}. {escape(each.recheck_own)}</li>" for each in unread)
    yield "</ul>"


def _values(listing: Listing) -> Iterator[str]:
    if not listing.values:
        return
    yield "<h2>Rates, lengths, conditions and time limits</h2>"
    for file, found in groupby(listing.values, key=lambda value: value.file):
        yield f"<details><summary>{escape(_title(file))}</summary>"
        yield f"<ul>{''.join(_value(value, listing.on) for value in found)}</ul></details>"


def _value(value: CheckedValue, on: date) -> str:
    old = " <strong>Old text.</strong>" if is_old(value, on=on) else ""
    recheck = f" To check: {escape(value.recheck)}" if value.recheck else ""
    name = ": ".join(part for part in (value.where or "the whole list", value.rests_on) if part)
    how = _opened(how_checked(value, on=on))
    return f"<li>{escape(_opened(name))}.<br><small>{escape(how)}.{old}{recheck}</small></li>"


def _title(file: str) -> str:
    """Return what `file` holds; its name where nobody has titled it: the page comes all the same."""
    return HOLDS.get(file, _opened(file.replace("_", " ")))


def _opened(words: str) -> str:
    """Return `words` as they open a sentence; unlike capitalize, names inside keep their capitals."""
    return words[:1].upper() + words[1:]


def _questions(listing: Listing) -> Iterator[str]:
    yield "<h2>What a qualified adviser still has to settle</h2>"
    yield "<ul>"
    for each in listing.questions:
        yield f"<li><strong>{escape(each.about)}.</strong> {escape(each.question)}</li>"
    yield "</ul>"


def _addresses(nation: str, on: date) -> Iterator[str]:
    yield "<h2>Addresses and numbers</h2>"
    yield "<p>The address on your own decision letter always comes first.</p>"
    yield "<ul>"
    for office in all_offices().values():
        if nation in office.nations and office.kind == "offices":
            yield _office(office, on)
    yield "</ul>"


def _office(office: Office, on: date) -> str:
    reach = ", ".join(part for part in (*office.lines, office.phone, office.email) if part) or office.how
    said = " ".join(part for part in (office.caution(on=on), office.note) if part)
    name = f"<strong>{escape(office.who)}</strong>"
    return (
        f"<li>{name}, for {escape(office.for_)}: {escape(reach.rstrip('.'))}.<br>"
        f"<small>Checked on {spoken(office.checked_on)}. {escape(said)}</small></li>"
    )
