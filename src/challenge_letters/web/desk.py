"""The desk of an advice centre in the browser (decision 0044): a client's file in, letters and advice out.

Every request brings the file, and nothing of it is kept: the page hands it back with the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as AnyResponse

from challenge_letters.centre.details import Centre, UnreadableCentre, read_centre
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.download import TYPES
from challenge_letters.interview.footer import spoken
from challenge_letters.languages import worded
from challenge_letters.letter_kinds.kinds import KINDS
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.record import RECORD
from challenge_letters.letters.sheets import TO_DO
from challenge_letters.places import centre
from challenge_letters.plan.other_follow_ups import LONGEST_AUTHORITY_MONTHS
from challenge_letters.web.desk_case import Desk, NotForTheDesk, new_client, opened, signing, with_words

# Files that are no letters, and the id of what the desk calls each.
BESIDE = {TO_DO: "to-do", RECORD: "record"}
# Whose words are told apart, in this order.
WHOSE = ("client", "office", "writer")

ShowPage = Callable[..., Response]
BeginWith = Callable[[str], AnyResponse]
IsFromOutside = Callable[[], bool]


class DeskPages:
    """The pages of the desk. `show` makes a page of the site; `begin_with` opens a file in the interview."""

    def __init__(self, show: ShowPage, begin_with: BeginWith, is_from_outside: IsFromOutside) -> None:
        self._show = show
        self._begin_with = begin_with
        self._is_from_outside = is_from_outside

    def routes(self) -> Blueprint:
        """Return the routes of the desk."""
        routes = Blueprint("desk", __name__)
        routes.add_url_rule("/desk", "desk", self._told(self.first), methods=["GET"])
        for path, answer in (
            ("client", self.client),
            ("file", self.file),
            ("go-on", self.go_on),
            ("new", self.new),
        ):
            routes.add_url_rule(f"/desk/{path}", f"desk_{path}", self._guarded(answer), methods=["POST"])
        return routes

    def first(self) -> Response:
        """Show the page on which a client's file is opened."""
        return self._show("desk.html", title=worded("web.desk.title"), details=the_centre(), desk=None)

    def client(self) -> AnyResponse:
        """Show what is in the file: letters, advice, authority, words."""
        desk = self._desk()
        if desk.wrong and not desk.can_go_on:
            raise NotForTheDesk(*desk.wrong)
        return self._show(
            "desk.html", title=worded("web.desk.title"), details=desk.centre, desk=desk, **SHOWN
        )

    def file(self) -> AnyResponse:
        """Hand over one file. Its name says nothing about anybody."""
        desk, name = self._desk(), request.form.get("name", "")
        if desk.wrong or name not in desk.outputs:
            abort(404)
        response = Response(desk.outputs[name].make(), content_type=TYPES[name.rpartition(".")[2]])
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def go_on(self) -> AnyResponse:
        """Go on with the client's file in the interview."""
        desk = self._desk()
        if not desk.can_go_on:
            abort(404)
        return self._begin_with(desk.to_go_on())

    def new(self) -> AnyResponse:
        """Begin the interview for a client, with what the centre has filled in once."""
        adviser = signing(the_centre(), request.form.get("adviser", ""))
        return self._begin_with(new_client(adviser, request.form.get("reference", "")))

    def _guarded(self, answer: Callable[[], AnyResponse]) -> Callable[[], AnyResponse]:
        def checked() -> AnyResponse:
            if self._is_from_outside():
                return self._refused("from-the-desk", ())
            return self._told(answer)()

        return checked

    def _told(self, answer: Callable[[], AnyResponse]) -> Callable[[], AnyResponse]:
        def told() -> AnyResponse:
            try:
                return answer()
            except NotForTheDesk as error:
                return self._refused("not-opened", error.sentences)
            except LettersError as error:
                return self._refused("not-written", (str(error),))

        return told

    def _refused(self, title: str, sentences: tuple[str, ...]) -> Response:
        back = ("/desk", worded("web.desk.back"))
        heading = worded(f"web.message.titles.{title}")
        response = self._show("message.html", title=heading, lines=sentences, link=back)
        response.status_code = 400
        return response

    def _desk(self) -> Desk:
        sent = request.files.get("file")
        text = sent.stream.read().decode("utf-8", errors="replace") if sent else request.form.get("case", "")
        return opened(
            with_words(text, request.form.get("words", "")),
            the_centre(),
            adviser=request.form.get("adviser", ""),
            reference=request.form.get("reference", ""),
            on=this_day(),
        )


def the_centre() -> Centre:
    """Return the centre whose desk it is. Raises `NotForTheDesk`."""
    folder = centre()
    try:
        if folder:
            return read_centre(folder)
    except UnreadableCentre:
        pass
    raise NotForTheDesk(worded("web.desk.centre-unreadable"))


def _name(file: str) -> str:
    """Return what the button for `file` says."""
    if file.endswith(".journal.txt"):
        return worded("web.desk.journal")
    stem, _, ending = file.rpartition(".")
    form = worded(f"web.desk.forms.{ending}")
    if stem in BESIDE:
        return worded("web.desk.file-and-form", file=worded(f"web.desk.{BESIDE[stem]}"), form=form)
    return form[0].upper() + form[1:]


def _place(place: str) -> str:
    """Return a place in the case in words: "problem 1, reasons, ill, fact"."""
    parts = place.replace("problems.", "problem.", 1).split(".")
    told = [str(int(part) + 1) if part.isdigit() else part.replace("_", " ") for part in parts]
    return ", ".join(told).replace("problem, ", "problem ", 1)


def _whose_headings() -> dict[str, str]:
    return {whose: worded(f"web.desk.words-of.{whose}") for whose in WHOSE}


SHOWN: dict[str, Any] = {
    "spoken": spoken,
    "names": {kind.id: kind.name for kind in KINDS.values()},
    "name_of": _name,
    "place_of": _place,
    "longest": LONGEST_AUTHORITY_MONTHS,
    "whose_headings": _whose_headings,
}
