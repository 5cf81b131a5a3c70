"""Every field of every page of the interview, and every link: no fault, and no answer that is lost."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from bs4 import BeautifulSoup

from challenge_letters.interview.clock import SET_DAY
from challenge_letters.web.app import create_app, site_of
from challenge_letters.web.settings import Settings
from tests import examples
from tests.fuzz import odd
from tests.interview.walker import Walker
from tests.phone import NotOnThisPage, Phone

COOKIE = "challenge_letters_key"
TOKEN = "Fuzz-7f3a"
WALKED = (
    "missed-appointment-ill",
    "password-demanded",
    "record-of-work-search",
)
ROUTES = ("/", "/interview", "/interview/{}", "/law/{}", "/leave", "/begun", "/{}", "/static/{}", "/about")


@dataclass(frozen=True)
class Asked:
    """One page of a walk: whose it is, which step, what its form sends, and what can be typed into."""

    cookie: str
    step: int
    form: tuple[tuple[str, str], ...]
    typed: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """What the store holds of one person."""

    visits: list[tuple[Any, ...]]
    steps: list[tuple[Any, ...]]


class Pages:
    """The real interview with some people who have walked through it. After each input all is put back."""

    def __init__(self, folder: Path, walked: tuple[str, ...] = WALKED) -> None:
        # Each example is told on the day for which it is written.
        os.environ[SET_DAY] = examples.AS_AT.isoformat()
        self.app = create_app(replace(Settings(), state_dir=folder / "state"))
        self.store = site_of(self.app).store
        self.asked: list[Asked] = []
        for example in walked:
            self._walk(example)
        self.kept = {cookie: self._rows(cookie) for cookie in {one.cookie for one in self.asked}}

    def _walk(self, example: str) -> None:
        phone = Phone(self.app.test_client())
        Walker(phone, examples.AS_AT).begin().tell(examples.case_of(example))
        cookie = phone.client.get_cookie(COOKIE)
        assert cookie is not None
        keys, step = self.store.visitor(cookie.value), 1
        while self.store.at(keys, step):
            phone.get(f"/interview/{step}")
            self._note(phone, cookie.value, step)
            step += 1

    def _note(self, phone: Phone, cookie: str, step: int) -> None:
        try:
            form = phone.form_data()
        except NotOnThisPage:
            return
        soup = phone.page.soup
        typed = [str(one["name"]) for one in soup.select("main textarea[name], main input[type=text][name]")]
        names = {str(one["name"]) for one in soup.select("main [name]")}
        self.asked.append(Asked(cookie, step, tuple(form), tuple(typed), tuple(sorted(names))))

    def one_form(self, rng: Random) -> None:
        """Send one page with odd values in its fields."""
        asked = rng.choice(self.asked)
        form: dict[str, list[str]] = {}
        for name, value in asked.form:
            form.setdefault(name, []).append(value)
        for name in rng.sample(asked.names, rng.randint(1, min(3, len(asked.names)))):
            if name not in ("csrf", "page") or rng.random() < 0.1:
                form[name] = [self._posted(rng) for _ in range(rng.choice((1, 1, 1, 2)))]
        if rng.random() < 0.1:
            form[self._posted(rng)[:50]] = [self._posted(rng)]
        told = rng.choice(asked.typed) if asked.typed and rng.random() < 0.5 else ""
        if told:
            form[told] = [TOKEN]
        answer = self._client(asked.cookie).post(rng.choice(("/interview",) * 9 + ("/unsent",)), data=form)
        self._check(answer, asked, TOKEN if told else "")

    def _posted(self, rng: Random) -> str:
        """Return an odd text as a browser can send it: half a pair of surrogates is no text to it."""
        return odd.text(rng).encode("utf-8", "replace").decode()

    def one_link(self, rng: Random) -> None:
        """Open an address with odd parts: also links that were sealed as ours are, with other words in them."""
        asked = rng.choice(self.asked)
        address = rng.choice(ROUTES).format(quote(self._posted(rng)[:4400], safe=""))
        query = {rng.choice(("a", "a", "t", "page", "x")): self._argument(rng, asked)}
        answer = self._client(asked.cookie).get(f"{address}?{urlencode(query)}")
        self._check(answer, asked, "")
        answer.close()

    def _argument(self, rng: Random, asked: Asked) -> str:
        if rng.random() < 0.3:
            return self._posted(rng)
        keys = self.store.visitor(asked.cookie)
        action = rng.choice(('["%s", {}]', '{"action": "%s", "arguments": {}}', "%s", '{"%s": [1]}'))
        word = rng.choice(("1", "²", "1" * 4300, "going_back", "change", "add", self._posted(rng)))
        stamp = rng.choice((f"{asked.step}.{asked.step}", word, f"{word}.{word}", "1"))
        return keys.seal_text(f"{stamp} {action.replace('%s', word)}")

    def _client(self, cookie: str) -> Any:
        client = self.app.test_client()
        client.set_cookie(COOKIE, cookie)
        return client

    def _check(self, answer: Any, asked: Asked, typed: str) -> None:
        """Raise where the answer is a fault, or where what was told or typed is gone. Put all back."""
        try:
            told = answer.get_data().decode("utf-8", "replace")
            assert answer.status_code < 500 or answer.status_code == 501, (answer.status_code, told[:300])
            assert "Traceback" not in told
            if self._left(answer):
                return
            now = {row[:2] for row in self._rows(asked.cookie).steps}
            earlier = {row[:2] for row in self.kept[asked.cookie].steps if 0 < row[1] <= asked.step}
            assert earlier <= now, "an answer told before is gone"
            if typed and answer.status_code in (200, 400, 409, 410, 503):
                shown = BeautifulSoup(told, "html.parser")
                assert typed in shown.get_text() or typed in told, "what was typed is gone"
        finally:
            self._put_back(asked.cookie)

    def _left(self, answer: Any) -> bool:
        return answer.status_code == 303 and "://" in answer.headers.get("Location", "")

    def _rows(self, cookie: str) -> Rows:
        whose = (self.store.visitor(cookie).row_id,)
        with closing(sqlite3.connect(self.store.path)) as database:
            visits = database.execute("select * from visits where row_id = ?", whose).fetchall()
            return Rows(visits, database.execute("select * from steps where row_id = ?", whose).fetchall())

    def _put_back(self, cookie: str) -> None:
        kept = self.kept[cookie]
        if self._rows(cookie) == kept:
            return
        whose = kept.visits[0][:1]
        with closing(sqlite3.connect(self.store.path)) as database, database:
            database.execute("delete from steps where row_id = ?", whose)
            database.execute("delete from visits where row_id = ?", whose)
            database.executemany("insert into visits values (?, ?, ?, ?, ?)", kept.visits)
            database.executemany("insert into steps values (?, ?, ?)", kept.steps)


class Forms:
    """Forms of the pages."""

    def __init__(self, pages: Pages) -> None:
        self.one = pages.one_form


class Links:
    """Links and addresses."""

    def __init__(self, pages: Pages) -> None:
        self.one = pages.one_link
