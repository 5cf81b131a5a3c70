"""The four things a visitor can do to a session: look, answer, go back, follow a link."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from challenge_letters.web.accepting import FormProblems, Problem
from challenge_letters.web.drafts import Draft, draft_of, is_too_long, shown_again, with_draft
from challenge_letters.web.engine import ENDINGS, STARTS_AGAIN, Action, Engine, Screen, Variables
from challenge_letters.web.form_fields import fields_of
from challenge_letters.web.form_values import Form
from challenge_letters.web.keys import VisitorKeys
from challenge_letters.web.remembering import Memory
from challenge_letters.web.sessions import FIRST_STEP, Saved, SessionGone, Store
from challenge_letters.web.unsupported import Unsupported
from challenge_letters.web.views import ScreenView, view
from challenge_letters.web.visit import Visit

EXTENSIONS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/json": "json",
    "application/zip": "zip",
    "text/calendar": "ics",
    "text/plain": "txt",
}
LONGEST_NUMBER = 6
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


@dataclass(frozen=True)
class At:
    """Go and look at this step."""

    step: int


Outcome = Page | Download | Deleted | At


@dataclass(frozen=True)
class Place:
    """One step of a session, with the newest: an earlier step is shown with what was told after it."""

    step: int
    saved: Saved
    newest: int
    last: Saved

    @property
    def stamp(self) -> str:
        """What forms and links of this page bring back."""
        return f"{self.step}.{self.newest}"

    def after(self, saved: Saved) -> Place:
        """Return the place of `saved` as the step after this one: all that came after it goes."""
        return Place(self.step + 1, saved, self.step + 1, saved)

    @property
    def told_later(self) -> Variables | None:
        return None if self.step == self.newest else self.last.variables


class Steps:
    """Moves sessions of one interview from step to step."""

    def __init__(self, engine: Engine, store: Store) -> None:
        self._engine = engine
        self._store = store
        self._memory = Memory(engine)

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
        return f"{step}.{step}" if _may_go_back(step, saved.variables) else ""

    def show(self, keys: VisitorKeys, wanted: int | None = None) -> Outcome:
        """Show the newest page, or that of step `wanted`: an earlier one moves nothing until it is sent."""
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            place = self._place(keys, wanted)
            visit.step = place.stamp
            screen = self._due(place)
            if screen.kind == "response":
                return _download(screen)
            if place.step == place.newest and screen.view is None:
                plain = _page(screen, place)
                self._store.replace(keys, place.step, self._to_keep(screen, plain, place.saved))
                screen.view = plain.screen
            return _page(screen, place, draft=place.last.drafts.get(screen.digest))

    def act(self, keys: VisitorKeys, action: str, stamp: str) -> Outcome:
        """Run the action of a link that has been found to be ours; it is a step that Back undoes.

        Raises StalePage when something was answered after the page with the link was shown.
        """
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            sent_step, _, sent_newest = stamp.partition(".")
            place = self._place(keys, _number(sent_step))
            digest = _digest(action)
            if _is_repeat(place.last, sent_step, digest):
                return At(place.newest)
            if str(place.step) != sent_step or not self._is_unchanged(keys, place, sent_newest):
                raise StalePage(())
            visit.step = place.stamp
            done = Action.from_link(action)
            screen = self._engine.screen(place.saved.variables, action=done, old=place.told_later)
            if screen.kind == "response":
                return _download(screen)
            is_look = done.name in getattr(screen.status.question, "fields_used", ())
            return self._move_on(keys, place, screen, digest, is_look=is_look)

    def answer(self, keys: VisitorKeys, form: Form) -> Outcome:
        """Take in a form. Raises StalePage when something was answered after its page was shown."""
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            sent_step, sent_newest, sent_digest = _sent_from(form)
            place = self._place(keys, _number(sent_step))
            visit.step = place.stamp
            if "back" in form:
                self._keep_draft(keys, place, form)
                return _back_from(place)
            if _is_repeat(place.last, sent_step, _digest_of_form(form)):
                return At(place.newest)
            screen = self._due(place)
            is_same = (sent_step, sent_digest) == (str(place.step), screen.digest)
            if is_same and self._is_unchanged(keys, place, sent_newest):
                return self._accept(keys, place, screen, form, visit)
            if typed_on(form):
                raise StalePage(typed_on(form))
            return At(place.newest)

    def keep_unsent(self, keys: VisitorKeys, form: Form) -> None:
        """Keep what was typed on a page that is left without being sent; the session gets no more time."""
        with self._store.locked(keys), self._engine.visited_by(keys) as visit:
            place = self._place(keys, _number(_sent_from(form)[0]), is_use=False)
            visit.step = place.stamp
            self._keep_draft(keys, place, form)

    def _keep_draft(self, keys: VisitorKeys, place: Place, form: Form) -> None:
        sent_step, _, sent_digest = _sent_from(form)
        if str(place.step) != sent_step or not any(name.startswith("f") for name in form):
            return
        screen = self._due(place)
        draft = draft_of(screen, form)
        if screen.digest != sent_digest or is_too_long(draft):
            return
        if _page(screen, place, draft=draft).screen.fields != _page(screen, place).screen.fields:
            self._store.keep_drafts(keys, with_draft(self._store.drafts(keys), screen.digest, draft))
        else:
            self._drop_draft(keys, screen.digest)

    def _drop_draft(self, keys: VisitorKeys, page: str) -> None:
        drafts = self._store.drafts(keys)
        if drafts.pop(page, None) is not None:
            self._store.keep_drafts(keys, drafts)

    def open_file(self, keys: VisitorKeys, variable: str, text: str, words: str = "") -> None:
        """Begin a session as if somebody had put the text of a file into the box for `variable`.

        What opens a locked file goes into the box after it.

        Raises FormProblems when the interview refuses the text; the session has begun all the same.
        """
        self.begin(keys)
        with self._store.locked(keys), self._engine.visited_by(keys):
            place = self._place(keys, None)
            screen = self._engine.screen(place.saved.variables, action=Action(variable, {}))
            boxes = (field.name for field in fields_of(screen.status))
            self._engine.apply(screen, Form(dict(zip(boxes, (text, words), strict=False))))
            self._move_on(keys, place, self._engine.screen(screen.variables), _digest(text))

    def _place(self, keys: VisitorKeys, wanted: int | None, *, is_use: bool = True) -> Place:
        newest, last = self._store.load(keys, is_use=is_use)
        earlier = self._store.at(keys, wanted) if wanted and wanted < newest else None
        if wanted is None or earlier is None:
            return Place(newest, last, newest, last)
        return Place(wanted, earlier, newest, last)

    def _to_keep(self, screen: Screen, page: Page, saved: Saved) -> Saved:
        """Return `saved` with the answers of `screen`, and with the page that is shown of it."""
        remembered = self._memory.kept(screen, page.screen)
        return replace(saved, variables=self._engine.storable(screen), page=remembered)

    def _due(self, place: Place) -> Screen:
        if place.step == place.newest:
            recalled = self._memory.recalled(place.saved.page, place.saved.variables)
            if recalled is not None:
                return recalled
        return self._engine.screen(place.saved.variables, old=place.told_later)

    def _is_unchanged(self, keys: VisitorKeys, place: Place, sent_newest: str) -> bool:
        """True when nothing but a look at some page has happened since the newest step was `sent_newest`."""
        seen = _number(sent_newest)
        if seen is None or not place.step <= seen <= place.newest:
            return False
        later = (self._store.at(keys, step) for step in range(seen + 1, place.newest + 1))
        return all(saved is not None and saved.is_look for saved in later)

    def _accept(self, keys: VisitorKeys, place: Place, screen: Screen, form: Form, visit: Visit) -> Outcome:
        digest = screen.digest
        try:
            self._engine.apply(screen, form)
        except FormProblems as bad:
            fresh = self._place(keys, place.step)
            self._keep_draft(keys, fresh, form)
            fresh = self._place(keys, place.step)
            return _page(self._due(fresh), fresh, form=form, problems=bad.problems)
        # The next page is tried before anything is stored: a fault there leaves the visitor where they were.
        visit.step = place.after(Saved({})).stamp
        following = self._engine.screen(screen.variables)
        is_look = place.saved.is_look and _asks_nothing(screen)
        if digest in place.last.drafts:
            self._drop_draft(keys, digest)
        return self._move_on(keys, place, following, _digest_of_form(form), is_look=is_look, is_final=True)

    def _move_on(  # noqa: PLR0913 - what a step is made of
        self,
        keys: VisitorKeys,
        place: Place,
        screen: Screen,
        digest: str,
        *,
        is_look: bool = False,
        is_final: bool = False,
    ) -> Outcome:
        """Store `screen` as the step after `place`; `is_final` says that it is shown just as it is."""
        if screen.kind in ENDINGS:
            self._store.delete(keys)
            return Deleted()
        if screen.kind in STARTS_AGAIN:
            self._store.delete(keys)
            self.begin(keys)
            return At(FIRST_STEP)
        saved = Saved({}, digest, came_from=place.step, is_look=is_look)
        page = _page(screen, place.after(saved))
        kept = self._to_keep(screen, page, saved)
        self._store.advance(
            keys, place.step, kept if is_final else replace(kept, page=b""), newest=place.newest
        )
        return At(place.step + 1)


def _asks_nothing(screen: Screen) -> bool:
    """True for a page with nothing but a button that leads on."""
    return screen.kind == "settrue" or not any(one.variable for one in fields_of(screen.status))


def _back_from(place: Place) -> At:
    return At(place.step - 1 if _may_go_back(place.step, place.saved.variables) else place.step)


def _page(
    screen: Screen,
    place: Place,
    *,
    form: Form | None = None,
    problems: list[Problem] | None = None,
    draft: Draft | None = None,
) -> Page:
    if screen.kind == "response":
        raise Unsupported("a download as a page of its own")
    internal = screen.variables["_internal"]
    internal["steps"] = place.step
    if not screen.status.can_go_back:
        internal["steps_offset"] = place.step
    is_plain = form is None and not draft
    return Page(
        screen=screen.view
        if screen.view is not None and is_plain
        else view(
            screen, form=form, problems=problems or (), unsent=shown_again(draft, screen) if draft else None
        ),
        stamp=f"{place.stamp}.{screen.digest}",
        can_go_back=screen.status.question.can_go_back and _may_go_back(place.step, screen.variables),
    )


def _sent_from(form: Form) -> tuple[str, str, str]:
    """Return the step that `form` was shown at, the newest step then, and its digest; "" where missing."""
    step, newest, digest = [*form.get("page", "").split("."), "", ""][:3]
    return step, newest, digest


def _number(sent: str) -> int | None:
    """Return the number of a step that a browser sent, or None."""
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= LONGEST_NUMBER else None


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
