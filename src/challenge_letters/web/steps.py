"""The four things a visitor can do to a session: look, answer, go back, follow a link."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from challenge_letters.web.accepting import FormProblems, Problem
from challenge_letters.web.engine import ENDINGS, STARTS_AGAIN, Action, Engine, Screen, Variables
from challenge_letters.web.keys import VisitorKeys
from challenge_letters.web.reading import Form
from challenge_letters.web.sessions import FIRST_STEP, Saved, SessionGone, Store
from challenge_letters.web.unsupported import Unsupported
from challenge_letters.web.views import ScreenView, view

EXTENSIONS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/json": "json",
    "application/zip": "zip",
    "text/calendar": "ics",
    "text/plain": "txt",
}
NAMED = re.compile(r";\s*name=(?P<name>[a-z0-9][a-z0-9.-]{0,60})\s*$")


class StalePage(Exception):  # noqa: N818
    """The page that was sent is not the one that is due; `typed` is what was written on it."""

    def __init__(self, typed: tuple[str, ...]) -> None:
        super().__init__("older page")
        self.typed = typed


@dataclass(frozen=True)
class Page:
    """A page to show, with the stamp its form has to bring back."""

    screen: ScreenView
    stamp: str
    can_go_back: bool


@dataclass(frozen=True)
class Download:
    """A file made for this one request."""

    content: bytes
    mime: str
    name: str


@dataclass(frozen=True)
class Deleted:
    """The session ended and its answers are gone."""


Outcome = Page | Download | Deleted | None


class Steps:
    """Moves sessions of one interview from step to step. None as an outcome means: look again."""

    def __init__(self, engine: Engine, store: Store) -> None:
        self._engine = engine
        self._store = store

    def begin(self, keys: VisitorKeys) -> None:
        """Store the first step of a new session."""
        with self._engine.visited_by(keys):
            first = self._engine.first_variables()
            screen = self._engine.screen(first)
            self._store.begin(keys, Saved(self._engine.storable(screen)))

    def refuse_without_session(self, keys: VisitorKeys) -> None:
        """Raise SessionGone when the visitor has no session."""
        if not self._store.has(keys):
            raise SessionGone

    def stamp_for_back(self, keys: VisitorKeys) -> str:
        """Return the stamp with which an error page can offer to go back, or "" on the first page."""
        step, saved = self._store.load(keys)
        return f"{step}." if _may_go_back(step, saved.variables) else ""

    def show(self, keys: VisitorKeys) -> Outcome:
        """Show the page that is due."""
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            step, saved = self._store.load(keys)
            visit.step = step
            popped = self._store.popped(keys)
            screen = self._engine.screen(saved.variables, old=popped.variables if popped else None)
            if screen.kind == "response":
                return _download(screen)
            page = _page(screen, step)
            self._store.replace(
                keys, step, Saved(self._engine.storable(screen), saved.form_digest, saved.came_from)
            )
            return page

    def act(self, keys: VisitorKeys, action: str, sent_step: str) -> Outcome:
        """Run the action of a link that has been found to be ours; it is a step that Back undoes.

        Raises StalePage when the link stood on a page that is no longer due.
        """
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            step, saved = self._store.load(keys)
            visit.step = step
            digest = _digest(action)
            if _is_repeat(saved, sent_step, digest):
                return None
            if sent_step != str(step):
                raise StalePage(())
            screen = self._engine.screen(saved.variables, action=Action.from_link(action))
            if screen.kind == "response":
                return _download(screen)
            return self._move_on(keys, step, screen, digest)

    def answer(self, keys: VisitorKeys, form: Form) -> Outcome:
        """Take in a form. Raises StalePage when it belongs to a page that is no longer due."""
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            step, saved = self._store.load(keys)
            visit.step = step
            sent_step, _, sent_digest = form.get("page", "").partition(".")
            if "back" in form:
                return self._go_back(keys, step, saved, sent_step)
            if _is_repeat(saved, sent_step, _digest_of_form(form)):
                return None
            screen = self._engine.screen(saved.variables)
            if (sent_step, sent_digest) != (str(step), screen.digest):
                raise StalePage(typed_on(form))
            return self._accept(keys, step, screen, form)

    def _accept(self, keys: VisitorKeys, step: int, screen: Screen, form: Form) -> Outcome:
        try:
            self._engine.apply(screen, form)
        except FormProblems as bad:
            return self._again(keys, form, bad.problems)
        # The next page is tried before anything is stored: a fault there leaves the visitor where they were.
        following = self._engine.screen(screen.variables)
        return self._move_on(keys, step, following, _digest_of_form(form))

    def _again(self, keys: VisitorKeys, form: Form, problems: list[Problem]) -> Page:
        step, saved = self._store.load(keys)
        screen = self._engine.screen(saved.variables)
        return _page(screen, step, form=form, problems=problems)

    def _move_on(self, keys: VisitorKeys, step: int, screen: Screen, digest: str) -> Outcome:
        if screen.kind in ENDINGS:
            self._store.delete(keys)
            return Deleted()
        if screen.kind in STARTS_AGAIN:
            self._store.delete(keys)
            self.begin(keys)
            return None
        _page(screen, step)
        self._store.advance(keys, step, Saved(self._engine.storable(screen), digest, came_from=step))
        return None

    def _go_back(self, keys: VisitorKeys, step: int, saved: Saved, sent_step: str) -> Outcome:
        if sent_step == str(step) and _may_go_back(step, saved.variables):
            self._store.back(keys, step)
        return None


def _page(
    screen: Screen, step: int, *, form: Form | None = None, problems: list[Problem] | None = None
) -> Page:
    if screen.kind == "response":
        raise Unsupported("a download as a page of its own")
    internal = screen.variables["_internal"]
    internal["steps"] = step
    if not screen.status.can_go_back:
        internal["steps_offset"] = step
    return Page(
        screen=view(screen, form=form, problems=problems or ()),
        stamp=f"{step}.{screen.digest}",
        can_go_back=screen.status.question.can_go_back and _may_go_back(step, screen.variables),
    )


def _may_go_back(step: int, variables: Variables) -> bool:
    return step > FIRST_STEP and bool(step - variables["_internal"]["steps_offset"] > 1)


def _download(screen: Screen) -> Download:
    content = getattr(screen.status.question, "binaryresponse", None)
    content_type = str(screen.status.extras.get("content_type") or "")
    mime = content_type.partition(";")[0].strip().lower()
    if not isinstance(content, bytes | bytearray):
        raise Unsupported("response() without binaryresponse")
    if mime not in EXTENSIONS:
        raise Unsupported(f"a download of type {mime or 'unknown'}")
    return Download(
        bytes(content),
        f"{mime}; charset=utf-8" if mime.startswith("text/") else mime,
        _file_name(content_type, EXTENSIONS[mime]),
    )


def _file_name(content_type: str, extension: str) -> str:
    """Return the file name the interview gives with its content type, if it is plain and its ending fits."""
    found = NAMED.search(content_type)
    return found["name"] if found and found["name"].endswith(f".{extension}") else f"letter.{extension}"


def _is_repeat(saved: Saved, sent_step: str, digest: str) -> bool:
    """True for the second click of a double click: the same answers, sent from the step before."""
    return sent_step == str(saved.came_from) and saved.form_digest == digest


def _digest_of_form(form: Form) -> str:
    return _digest(json.dumps(sorted((name, form.getlist(name)) for name in form)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def typed_on(form: Mapping[str, str]) -> tuple[str, ...]:
    """Return what somebody wrote on the page that sent `form`, to give it back to them."""
    return tuple(value for name, value in form.items() if name.startswith("f") and len(value.strip()) > 3)
