"""The page "The law in these letters" as an HTML fragment, the same for every host of the interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from itertools import groupby

from challenge_letters.languages import texts, worded
from challenge_letters.law.addresses import Office, all_offices
from challenge_letters.law.checked_values import CheckedValue
from challenge_letters.law.nations import GREAT_BRITAIN, NORTHERN_IRELAND
from challenge_letters.law.spoken import spoken
from challenge_letters.letters.law_listing import (
    Entry,
    Group,
    Listing,
    groups,
    held,
    how_checked,
    is_old,
    looked_at,
)

_PLACES = {"great-britain": GREAT_BRITAIN[0], NORTHERN_IRELAND: NORTHERN_IRELAND}


def law_page_html(*, on: date, nation: str) -> str:
    """Return the law that letters in `nation` can name, how it was checked, and what is still open.

    `on` is the day of looking. One `div`; everything escaped; no scripts; nothing fetched. Links lead to the
    official text.
    """
    listing = held(on=on, nation=nation)
    usual_day = _usual_day(listing)
    usual = looked_at(usual_day)
    parts = (
        _introduction(on, usual_day),
        _cited(groups(entry for entry in listing.entries if entry.letters)),
        _unread(entry for entry in listing.entries if not entry.authority.is_confirmed),
        _values(listing),
        _questions(listing),
        _addresses(nation, on),
    )
    # The introduction says the usual day for all: said 300 times it made the page slow on a phone.
    lines = (line.replace(usual, "") for part in parts for line in part)
    return f'<div class="law">\n{chr(10).join(lines)}\n</div>\n'


def _usual_day(listing: Listing) -> date:
    """Return the day on which most of the records were last looked at."""
    days = [entry.authority.checked_on for entry in listing.entries]
    days += [value.checked_on for value in listing.values]
    return Counter(days).most_common(1)[0][0]


def nation_of(place: str) -> str:
    """Return a nation to show the law of "great-britain" or "northern-ireland"; or raise KeyError."""
    return _PLACES[place]


def _introduction(on: date, usual: date) -> Iterator[str]:
    yield f"<p>{worded('law-page.introduction')}</p>"
    yield f"<p>{worded('law-page.as-of', day=spoken(on), usual=spoken(usual))}</p>"


def _cited(found: tuple[Group, ...]) -> Iterator[str]:
    yield _heading("cited")
    for group in found:
        name, title = group.instrument.name, group.instrument.title
        yield f"<details><summary>{escape(name)} ({len(group.entries)})</summary>"
        if title != name:
            yield f"<p>{escape(title)}.</p>"
        if group.recheck:
            yield f"<p><strong>{worded('law-page.to-check')}</strong> {escape(group.recheck)}</p>"
        yield f"<ul>{''.join(map(_item, group.entries))}</ul></details>"


def _item(entry: Entry) -> str:
    authority = entry.authority
    own = _after_it(is_old=entry.is_old, recheck=authority.recheck_own)
    in_force = worded("law-page.known-in-force", benefits=entry.benefits, since=entry.since)
    name = escape(authority.provision or authority.short)
    return (
        f'<li><a href="{escape(authority.url)}" rel="noreferrer">{name}</a>: {escape(authority.says)}<br>'
        f"<small>{escape(worded('law-page.for', what=in_force))}; "
        f"{escape(entry.how_checked)}.{own}</small></li>"
    )


def _after_it(*, is_old: bool, recheck: str) -> str:
    """Return what stands after how it was checked: that the text is old, and what to check."""
    old = f" <strong>{worded('law-page.old')}</strong>" if is_old else ""
    return old + (f" {worded('law-page.to-check')} {escape(recheck)}" if recheck else "")


def _heading(key: str) -> str:
    return f"<h2>{worded(f'law-page.{key}')}</h2>"


def _unread(found: Iterable[Entry]) -> Iterator[str]:
    unread = [entry.authority for entry in found]
    if not unread:
        return
    yield _heading("unread")
    yield f"<p>{worded('law-page.never-printed')}</p>"
    yield "<ul>"
    yield from (f"<li>{escape(each.short)}. {escape(each.recheck_own)}</li>" for each in unread)
    yield "</ul>"


def _values(listing: Listing) -> Iterator[str]:
    if not listing.values:
        return
    yield _heading("values")
    for file, found in groupby(listing.values, key=lambda value: value.file):
        yield f"<details><summary>{escape(_title(file))}</summary>"
        yield f"<ul>{''.join(_value(value, listing.on) for value in found)}</ul></details>"


def _value(value: CheckedValue, on: date) -> str:
    after = _after_it(is_old=is_old(value, on=on), recheck=value.recheck)
    name = ": ".join(filter(None, (value.where or worded("law-page.whole-list"), value.rests_on)))
    how = _opened(how_checked(value, on=on))
    return f"<li>{escape(_opened(name))}.<br><small>{escape(how)}.{after}</small></li>"


def _title(file: str) -> str:
    """Return what `file` holds; its name where nobody has titled it: the page comes all the same."""
    held: Mapping[str, str] = texts("law-page")["holds"]
    return held.get(file, _opened(file.replace("_", " ")))


def _opened(words: str) -> str:
    """Return `words` as they open a sentence; unlike capitalize, names inside keep their capitals."""
    return words[:1].upper() + words[1:]


def _questions(listing: Listing) -> Iterator[str]:
    yield _heading("questions")
    yield "<ul>"
    for each in listing.questions:
        yield f"<li><strong>{escape(each.about)}.</strong> {escape(each.question)}</li>"
    yield "</ul>"


def _addresses(nation: str, on: date) -> Iterator[str]:
    yield _heading("addresses")
    yield f"<p>{worded('law-page.own-letter-first')}</p>"
    yield "<ul>"
    for office in all_offices().values():
        if nation in office.nations and office.kind == "offices":
            yield _office(office, on)
    yield "</ul>"


def _office(office: Office, on: date) -> str:
    reach = ", ".join(part for part in (*office.lines, office.phone, office.email) if part) or office.how
    said = " ".join(part for part in (office.caution(on=on), office.note) if part)
    name = f"<strong>{escape(office.who)}</strong>"
    for_whom = worded("law-page.office", who=name, what=escape(office.for_), reach=escape(reach.rstrip(".")))
    checked = worded("law-page.checked-on", day=spoken(office.checked_on))
    return f"<li>{for_whom}<br><small>{checked} {escape(said)}</small></li>"
