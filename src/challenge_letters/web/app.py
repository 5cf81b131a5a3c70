"""The Flask application: start page, interview, leaving and deleting, and every error page."""

from __future__ import annotations

import sqlite3
import threading
import time
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from flask import (
    Flask,
    Request,
    Response,
    abort,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
)
from markupsafe import Markup
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import IntegerConverter
from werkzeug.wrappers import Response as AnyResponse

from challenge_letters.interview.clock import this_day
from challenge_letters.languages import worded
from challenge_letters.law.addresses import advice, help_lines
from challenge_letters.letters.law_page import law_page_html, nation_of
from challenge_letters.places import centre
from challenge_letters.web.accepting import FormProblems
from challenge_letters.web.check import refuse_unsupported
from challenge_letters.web.desk import DeskPages
from challenge_letters.web.durations import in_words
from challenge_letters.web.engine import Engine, InterviewFault
from challenge_letters.web.forgetting import Forgetting
from challenge_letters.web.form_values import Form
from challenge_letters.web.health import centre_lines, health
from challenge_letters.web.json_api import api, is_for_programs, refused
from challenge_letters.web.keys import VisitorKeys, new_cookie
from challenge_letters.web.loading import load_interview
from challenge_letters.web.protection import HEADERS, LOG, protect
from challenge_letters.web.sessions import SessionGone, SessionInDoubt, StepMoved, Store
from challenge_letters.web.settings import Settings
from challenge_letters.web.steps import At, Deleted, Download, Page, StalePage, Steps, typed_on
from challenge_letters.web.tables import StoreShut
from challenge_letters.web.unsupported import Unsupported
from challenge_letters.web.visit import LINK_PARAMETER, step_and_action

SWEEP_SECONDS = 60
# Nobody waits longer than this for a deletion before the other site is shown, or the truth is told.
LEAVING_PATIENCE = 0.25
DELETING_PATIENCE = 4.0
# Somebody who has read and typed for a long time is told so long before their answers are deleted.
LAST_WARNING = 600
LATEST_STYLE = 110
MOST_FIGURES = 9
KEPT = "Your answers are kept."
CARRY_ON = ("/interview", "Carry on")
KEPT_HERE = "The answers of this browser are kept."
OTHER_ANSWERS = (
    "The page belongs to other answers than those that are here now. "
    "You may have started again in another tab. Then the answers from before are deleted."
)
NEEDS_COOKIE = (
    "This program needs one cookie. It is the key to your answers, and it follows nobody.",
    "If your browser refuses cookies: allow them for this address, then start again.",
)
START = ("/", "Go to the start page")


class DiscreetFlask(Flask):
    """Flask that names the type of an unforeseen error in its log: a traceback may hold an answer.

    `last_page` is shown where no other page can be made.
    """

    last_page = Markup("<!doctype html><title>Sorry</title><h1>Sorry, something went wrong here.</h1>")

    def log_exception(self, exc_info: Any) -> None:
        """Log the type of the exception only."""
        LOG.error("unforeseen fault: %s", getattr(exc_info[0], "__name__", "unknown"))

    def handle_exception(self, e: Exception) -> Response:
        """Return the error page, or the last page when even that fails, so that no traceback is logged."""
        try:
            return super().handle_exception(e)
        except Exception:
            return Response(self.last_page, status=500, mimetype="text/html", headers=HEADERS)


def create_app(settings: Settings) -> Flask:
    """Return the application for `settings`.

    Raises UnsupportedInterview, listing every block the host cannot run, FileNotFoundError without the
    interview, and docassemble's errors for YAML it cannot read.
    """
    refuse_unsupported(settings.interviews_dir, settings.interview)
    interview = load_interview(settings.interviews_dir, settings.interview)
    app = DiscreetFlask("challenge_letters.web", static_folder="static", template_folder="templates")
    app.request_class = InMemory
    app.url_map.converters["step"] = StepNumber
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    store = Store(settings.state_dir, settings.idle_seconds, settings.absolute_seconds)
    site = Site(
        settings, store, Steps(Engine(interview, settings.interviews_dir), store), _program(interview)
    )
    site.opens_at = str(interview.consolidated_metadata.get("files open at") or "")
    app.extensions["challenge_letters"] = site
    app.last_page += _ways_out(settings)
    protect(app, settings)
    site.add_routes(app)
    site.add_error_pages(app)
    app.register_blueprint(health(store))
    if centre() and site.opens_at:
        desk = DeskPages(site.page, site.begin_with, _is_from_another_site)
        app.register_blueprint(desk.routes())
    if settings.api_token:
        app.register_blueprint(api(settings.api_token))
    return app


def _ways_out(settings: Settings) -> Markup:
    """Return the way out and the help lines, made once: nothing can fail when they are needed."""
    link = Markup('<p><a href="{}" rel="noreferrer">Leave this page quickly</a></p>')
    line = Markup("<li>{}: {}</li>")
    lines = Markup().join(line.format(each.who, each.phone) for each in help_lines())
    return link.format(settings.leave_url) + Markup("<ul>") + lines + Markup("</ul>")


def _program(interview: Any) -> str:
    return str(interview.consolidated_metadata.get("title") or "Challenge letters")


class Site:
    """The routes, with what they share."""

    def __init__(self, settings: Settings, store: Store, steps: Steps, program: str) -> None:
        self.settings = settings
        self.store = store
        self.steps = steps
        self.program = program
        self.opens_at = ""
        self._cookie = "__Host-key" if settings.behind_tls else "challenge_letters_key"
        self._forgetting = Forgetting(store)
        self._swept = time.monotonic()
        self._sweeping = threading.Lock()

    def add_routes(self, app: Flask) -> None:
        """Add every page."""
        app.before_request(self.sweep_when_due)
        app.add_url_rule("/", view_func=self.start_page, methods=["GET"])
        app.add_url_rule("/start", view_func=self.start, methods=["POST"])
        app.add_url_rule("/begun", view_func=self.begun, methods=["GET"])
        app.add_url_rule("/open", view_func=self.open_file, methods=["POST"])
        app.add_url_rule("/interview", view_func=self.show, methods=["GET"])
        app.add_url_rule("/interview/<step:step>", "step", self.show, methods=["GET"])
        app.add_url_rule("/interview", view_func=self.answer, methods=["POST"])
        app.add_url_rule("/unsent", view_func=self.keep_unsent, methods=["POST"])
        app.add_url_rule("/leave", view_func=self.leave, methods=["GET"])
        app.add_url_rule("/delete", view_func=self.delete, methods=["POST"])
        app.add_url_rule(
            "/privacy", "privacy", lambda: self.page("privacy.html", title="What happens to your answers")
        )
        app.add_url_rule("/law", "law", self.law)
        app.add_url_rule("/law/<place>", "law_of", self.law)
        app.add_url_rule("/about", "about", lambda: self.page("about.html", title="About this program"))
        app.add_url_rule("/favicon.ico", "favicon", lambda: Response(status=204))

    def add_error_pages(self, app: Flask) -> None:
        """Give every failure a page of ours: never a traceback, never a value in the log."""
        app.register_error_handler(SessionGone, self.session_gone)
        app.register_error_handler(SessionInDoubt, self.session_in_doubt)
        app.register_error_handler(sqlite3.Error, self.store_fault)
        app.register_error_handler(StalePage, self.stale_page)
        app.register_error_handler(StepMoved, self.step_moved)
        app.register_error_handler(Unsupported, self.unsupported)
        app.register_error_handler(InterviewFault, self.interview_fault)
        app.register_error_handler(HTTPException, self.http_error)
        app.register_error_handler(Exception, self.other_error)

    def sweep_when_due(self) -> None:
        """Delete expired sessions when the last sweep was a minute ago; no request waits for it."""
        with self._sweeping:
            if time.monotonic() - self._swept < SWEEP_SECONDS:
                return
            self._swept = time.monotonic()
        threading.Thread(target=self._sweep, daemon=True).start()

    def sweep_until(self, stopped: threading.Event) -> None:
        """Delete expired sessions now and each minute, also while nobody asks, until `stopped` is set."""
        self._sweep()
        while not stopped.wait(SWEEP_SECONDS):
            self._sweep()

    def _sweep(self) -> None:
        try:
            self.store.sweep()
        except (sqlite3.Error, OSError) as fault:
            LOG.error("could not sweep: %s", type(fault).__name__)

    # Pages

    def start_page(self) -> Response:
        """Show the start page."""
        return self.page(
            "start.html", title="Start", has_session=self._has_session(), can_open=bool(self.opens_at)
        )

    def start(self) -> AnyResponse:
        """Begin a fresh session; an older one of this browser is deleted."""
        if _is_from_another_site():
            return self.message(400, "Please start from the start page", link=START)
        self._delete_session()
        cookie = new_cookie()
        self.steps.begin(self.store.visitor(cookie))
        response = _go_to("/begun")
        self._set_cookie(response, cookie)
        return response

    def begun(self) -> AnyResponse:
        """Go to the first page, if the browser keeps our cookie; without it no answer can be kept."""
        if self._cookie in request.cookies:
            return _go_to("/interview")
        return self.message(400, "Your browser did not keep the cookie", *NEEDS_COOKIE, link=START)

    def open_file(self) -> AnyResponse:
        """Begin a fresh session with the answers in the file that was sent."""
        if _is_from_another_site() or not self.opens_at:
            return self.message(400, "Please start from the start page", link=START)
        sent = request.files.get("file")
        text = (sent.stream.read() if sent else b"").decode("utf-8", errors="replace")
        return self.begin_with(text, request.form.get("words", ""))

    def begin_with(self, text: str, words: str = "") -> AnyResponse:
        """Begin a fresh session with the answers in the file `text`; when that fails, an older one stays.

        `words` open a file that is locked.
        """
        cookie = new_cookie()
        keys = self.store.visitor(cookie)
        try:
            self.steps.open_file(keys, self.opens_at, text, words)
        except FormProblems as bad:
            self.store.delete(keys)
            lines = [problem.message for problem in bad.problems]
            lines += [KEPT] if self._has_session() else []
            return self.message(400, "This file cannot be opened", *lines, link=START)
        self._delete_session()
        response = _go_to("/interview")
        self._set_cookie(response, cookie)
        return response

    def show(self, step: int | None = None) -> AnyResponse:
        """Show the page that is due, or that of an earlier `step`, or run the action of a link."""
        keys = self.visitor()
        if LINK_PARAMETER not in request.args:
            return self.outcome(keys, self.steps.show(keys, step))
        self.steps.refuse_without_session(keys)
        return self.follow(keys, request.args[LINK_PARAMETER])

    def answer(self) -> AnyResponse:
        """Take in a page's answers."""
        keys = self.visitor()
        if not keys.has_signed("csrf", "", request.form.get("csrf", "")):
            self.steps.refuse_without_session(keys)
            typed = typed_on(request.form)
            title = "This page could not be sent"
            return self.message(400, title, OTHER_ANSWERS, KEPT_HERE, link=CARRY_ON, typed=typed)
        if LINK_PARAMETER in request.form:
            return self.follow_with(keys, request.form)
        return self.outcome(keys, self.steps.answer(keys, request.form))

    def follow_with(self, keys: VisitorKeys, form: Form) -> AnyResponse:
        """Run the action of a link under a page, and keep what was typed on that page and not sent."""
        self.steps.keep_unsent(keys, form)
        try:
            return self.follow(keys, form[LINK_PARAMETER])
        except StalePage:
            raise StalePage(typed_on(form)) from None

    def follow(self, keys: VisitorKeys, sealed: str) -> AnyResponse:
        """Run the action of a link, or say that the link is not this visitor's own."""
        try:
            stamp, action = step_and_action(keys.unseal_text(sealed))
        except ValueError:
            typed, title = typed_on(request.form), "This link does not work"
            return self.message(400, title, OTHER_ANSWERS, KEPT, link=CARRY_ON, typed=typed)
        return self.outcome(keys, self.steps.act(keys, action, stamp))

    def keep_unsent(self) -> AnyResponse:
        """Keep what was typed on a page that is being left without being sent; nobody sees the answer."""
        keys = self.visitor()
        self.steps.refuse_without_session(keys)
        if keys.has_signed("csrf", "", request.form.get("csrf", "")):
            self.steps.keep_unsent(keys, request.form)
        return Response(status=204)

    def law(self, place: str = "great-britain") -> Response:
        """Show the law in these letters: for Great Britain, or at /law/northern-ireland."""
        try:
            nation = nation_of(place)
        except KeyError:
            abort(404)
        content = Markup(law_page_html(on=this_day(), nation=nation))  # noqa: S704 - everything in it is escaped
        return self.page("law.html", title=worded("law-page.title"), content=content, place=place)

    def leave(self) -> AnyResponse:
        """Go to another site in any case, at once; delete the session when the link is this visitor's own.

        The key goes with the cookie. So whatever the store can or cannot do, nobody can read the answers.
        """
        response = redirect(self.settings.leave_url, 303)
        try:
            keys = self.visitor()
            if keys.has_signed("leave", "", request.args.get("t", "")):
                self._drop_cookie(response)
                self._forgetting.is_forgotten(keys, patience=LEAVING_PATIENCE)
        except SessionGone:
            self._drop_cookie(response)
        except StoreShut:
            # Nobody can tell whose link it is. It is taken for the visitor's own, unless it stood elsewhere.
            if not _is_from_another_site():
                self._drop_cookie(response)
        except Exception as fault:
            LOG.error("leaving met a fault: %s", type(fault).__name__)
        # No Clear-Site-Data: it can take seconds, and on a shared 127.0.0.1 it empties other programs too.
        return response

    def delete(self) -> AnyResponse:
        """Delete the answers now, and say truly whether that could be done."""
        keys = self.visitor()
        if not keys.has_signed("csrf", "", request.form.get("csrf", "")):
            return self.message(400, "This page could not be sent", KEPT, link=CARRY_ON)
        if self._forgetting.is_forgotten(keys, patience=DELETING_PATIENCE):
            return self.deleted()
        return self.not_deleted()

    def not_deleted(self) -> Response:
        """Say that the answers could not be deleted yet, and why nobody can read them all the same."""
        absolute = in_words(self.settings.absolute_seconds)
        lines = (
            "The computer that runs this program could not delete them just now. It keeps trying.",
            "The key to them was in this browser, and it is gone. So nobody can read them any more.",
            f"What is still there is deleted {absolute} after you started, at the latest.",
            "Letters you downloaded are still where your browser saved them.",
        )
        response = self.message(
            503, "Your answers are not deleted yet", *lines, link=START, with_session=False
        )
        self._drop_cookie(response)
        return response

    def deleted(self) -> Response:
        """Say that the answers are gone."""
        lines = (
            "Everything you typed here has been deleted from the computer that runs this program.",
            "Letters you downloaded are still where your browser saved them.",
        )
        response = self.message(200, "Your answers are deleted", *lines, link=START, with_session=False)
        self._drop_cookie(response)
        return response

    def outcome(self, keys: VisitorKeys, done: Page | Download | Deleted | At) -> AnyResponse:
        """Return the response for what a step came to."""
        match done:
            case At():
                return _go_to(f"/interview/{done.step}")
            case Deleted():
                return self.deleted()
            case Download():
                response = Response(done.content, content_type=done.mime)
                response.headers["Content-Disposition"] = f'attachment; filename="{done.name}"'
                return response
        return self.page(
            "screen.html",
            title=done.screen.title,
            screen=done.screen,
            language=done.screen.language,
            has_own_help_lines=done.screen.has_own_help_lines,
            css_class=done.screen.css_class,
            can_go_back=done.can_go_back,
            page=done.stamp,
            csrf=keys.sign("csrf"),
        )

    # Error pages

    def session_gone(self, _gone: SessionGone) -> Response:
        """Say that there are no answers, and why that may be."""
        lines = (
            f"They are deleted {in_words(self.settings.idle_seconds)} after the last use, or when you ask.",
            "If you kept a file with your answers, the start page opens it. Otherwise you can start again.",
            *(() if self._cookie in request.cookies else NEEDS_COOKIE),
        )
        typed, title = typed_on(request.form), "There are no answers here"
        response = self.message(410, title, *lines, link=START, with_session=False, typed=typed)
        self._drop_cookie(response)
        return response

    def session_in_doubt(self, _doubt: SessionInDoubt) -> Response:
        """Say that the answers look too old, where a clock that has jumped may be to blame. They stay."""
        lines = (
            "By the clock of the computer that runs this program, your answers are too old to be shown.",
            "If that clock is wrong, put it right and try again. Nothing is lost until then.",
            "If it is right, they are deleted in about ten minutes.",
        )
        typed = typed_on(request.form)
        title = "Your answers cannot be shown just now"
        return self.message(503, title, *lines, link=("/interview", "Try again"), typed=typed)

    def store_fault(self, fault: sqlite3.Error) -> Response:
        """Say that the store cannot be used, and give back what was typed."""
        LOG.error("store fault: %s", type(fault).__name__)
        self.store.note_damage(fault)
        # What could not be had is not asked for again: somebody waits for this page.
        g.store_failed = True
        lines = (
            "The computer that runs this program cannot get at your answers just now.",
            "Nothing that was kept before is lost by this page. Please wait a minute and try again.",
            "If it happens again: whoever runs the program has to stop it and start it again.",
        )
        typed = typed_on(request.form)
        title = "That did not work just now"
        return self.message(503, title, *lines, link=("/interview", "Try again"), typed=typed)

    def stale_page(self, stale: StalePage) -> Response:
        """Tell the older of two tabs, and give back what was typed in it."""
        lines = (
            "You have already gone on from that page, here or in another tab.",
            f"{KEPT} Nothing is lost.",
        )
        return self.message(409, "That page was an older one", *lines, link=CARRY_ON, typed=stale.typed)

    def step_moved(self, _moved: StepMoved) -> Response:
        """Tell the slower of two requests."""
        return self.stale_page(StalePage(()))

    def unsupported(self, fault: Unsupported) -> Response:
        """Name the feature this host lacks."""
        LOG.warning("unsupported: %s", fault.feature)
        lines = (
            f"This part needs a larger server: {fault.feature}.",
            f"{KEPT} You are still at the page before.",
        )
        return self.message(501, "This part does not work here", *lines, link=CARRY_ON, **self._way_back())

    def interview_fault(self, fault: InterviewFault) -> Response:
        """Say that something broke, without saying what was typed."""
        LOG.error("interview fault: %s in block %s", fault.reason, fault.block)
        return self._sorry()

    def http_error(self, error: HTTPException) -> AnyResponse:
        """Show a plain page for 400, 404, 405, 413 and the like."""
        code = error.code or 500
        if code < 400:
            return error.get_response()
        if is_for_programs(request.path):
            return _with_allowed(refused(error), error)
        if code >= 500:
            return self._sorry()
        title = {404: "There is no such page", 413: "That is too long to send"}.get(code, "That did not work")
        shown = self.message(code, title, f"{KEPT}" if self._has_session() else "", link=START)
        return _with_allowed(shown, error)

    def other_error(self, error: Exception) -> Response:
        """Log the type of the error only: its text may hold an answer."""
        LOG.error("fault: %s", type(error).__name__)
        return self._sorry()

    def _sorry(self) -> Response:
        title = "Sorry, something went wrong here"
        if not self._has_session():
            return self.message(500, title, link=START)
        lines = (f"{KEPT} You can carry on from the page before.", "If it happens again, go back one page.")
        return self.message(500, title, *lines, link=CARRY_ON, **self._way_back())

    def _way_back(self) -> dict[str, str]:
        try:
            return {"back_stamp": self.steps.stamp_for_back(self.visitor())}
        except (SessionGone, sqlite3.Error):
            return {}

    # Shared

    def page(self, template: str, **values: Any) -> Response:
        """Return a page in the frame all pages share."""
        keys, left = self._session() if values.pop("with_session", True) else (None, None)
        shared = {
            "program": self.program,
            "leave_token": keys.sign("leave") if keys else "",
            "delete_token": keys.sign("csrf") if keys else "",
            "is_loopback": self.settings.is_loopback,
            **_time_left(left),
            "idle": in_words(self.settings.idle_seconds),
            "absolute": in_words(self.settings.absolute_seconds),
            "help_lines": help_lines(),
            "advice": advice(),
            "centre": centre_lines(),
        }
        return make_response(render_template(template, **(shared | values)))

    def message(self, status: int, title: str, *lines: str, **values: Any) -> Response:
        """Return a plain page with a heading and a few sentences."""
        response = self.page("message.html", title=title, lines=[line for line in lines if line], **values)
        response.status_code = status
        return response

    def visitor(self) -> VisitorKeys:
        """Return the keys of the visitor's cookie. Raises SessionGone without one of ours."""
        if "keys" not in g:
            g.keys = self.store.visitor(request.cookies.get(self._cookie, ""))
        found: VisitorKeys = g.keys
        return found

    def _session(self) -> tuple[VisitorKeys | None, float | None]:
        """Return the keys of the visitor's session, if there is one, and for how many seconds it stays."""
        try:
            keys = self.visitor()
        except (SessionGone, StoreShut):
            return None, None
        if g.get("store_failed"):
            return keys, None
        try:
            left = self.store.seconds_left(keys)
        except sqlite3.Error:
            # The cookie is one of ours. Every page has to offer the way out while the store cannot be asked.
            g.store_failed = True
            return keys, None
        return (None, None) if left is None else (keys, left)

    def _keys_of_session(self) -> VisitorKeys | None:
        return self._session()[0]

    def _has_session(self) -> bool:
        return self._keys_of_session() is not None

    def _delete_session(self) -> None:
        keys = self._keys_of_session()
        if keys is not None:
            self.store.delete(keys)

    def _set_cookie(self, response: AnyResponse, cookie: str) -> None:
        secure = self.settings.behind_tls
        # Lax, not Strict: a person may come back from their own journal or e-mail.
        response.set_cookie(self._cookie, cookie, httponly=True, samesite="Lax", secure=secure, path="/")

    def _drop_cookie(self, response: AnyResponse) -> None:
        secure = self.settings.behind_tls
        response.delete_cookie(self._cookie, httponly=True, samesite="Lax", secure=secure, path="/")


class StepNumber(IntegerConverter):
    """The number of a step in an address. Of a longer row of figures, which int() refuses, the first few."""

    regex = "[0-9]+"

    def to_python(self, value: str) -> int:
        """Return the number. There are never so many steps, so what is cut off leads to the newest page."""
        return int(value[:MOST_FIGURES])


class InMemory(Request):
    """A request that never puts a file somebody sends on the disk."""

    def _get_file_stream(self, *_about: object, **_it: object) -> BytesIO:
        return BytesIO()


def _time_left(left: float | None) -> dict[str, Any]:
    """Return until when answers stay that stay `left` seconds ("16:42"), and after which minute to warn."""
    if left is None:
        return {}
    until = datetime.now(ZoneInfo("Europe/London")) + timedelta(seconds=left)
    # The style sheet knows tens of minutes, so that no page needs a style of its own.
    warned = min(max(0, int(left - LAST_WARNING) // 600 * 10), LATEST_STYLE)
    return {"kept_until": f"{until:%H:%M}", "warn_after": warned}


def _go_to(place: str) -> AnyResponse:
    """Return a redirection to `place`, under the path at which a proxy offers the server."""
    return redirect(request.script_root + place, 303)


def _with_allowed(response: AnyResponse, error: HTTPException) -> AnyResponse:
    """Return `response`; after a wrong method it names the right ones, as HTTP asks (RFC 9110, 15.5.6)."""
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods or ()))
    return response


def _is_from_another_site() -> bool:
    """Say whether another site sent this form. A browser that names no site says from where, or "null"."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    # Our own pages let no address out, so their forms come from "null".
    origin = request.headers.get("Origin", "null")
    return origin != "null" and urlsplit(origin).netloc != request.host


def site_of(app: Flask | None = None) -> Site:
    """Return the Site of `app`, or of the running request."""
    found: Site = (app or current_app).extensions["challenge_letters"]
    return found
