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
from markupsafe import Markup, escape
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
# Where a page of ours leads, and what its button says.
Way = tuple[str, str]
CARRY_ON: Way = ("/interview", "web.message.carry-on")
TRY_AGAIN: Way = ("/interview", "web.message.try-again")
START: Way = ("/", "web.start.go")
NEEDS_COOKIE = ("web.message.needs-cookie", "web.message.allow-cookie")


class DiscreetFlask(Flask):
    """Flask that names the type of an unforeseen error in its log: a traceback may hold an answer.

    `last_page` is shown where no other page can be made.
    """

    last_page = Markup("")

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
    app.last_page = _last_page() + _ways_out(settings)
    app.jinja_env.globals.update(worded=worded, marked=marked)
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


def marked(key: str, **slots: object) -> Markup:
    """Return the text `key`, which holds HTML of its own, with what is filled in escaped."""
    return Markup(worded(key, **{name: escape(value) for name, value in slots.items()}))  # noqa: S704 - a text of ours


def _last_page() -> Markup:
    page = Markup("<!doctype html><title>{}</title><h1>{}</h1>")
    return page.format(worded("web.last-page.title"), worded("web.last-page.heading"))


def _ways_out(settings: Settings) -> Markup:
    """Return the way out and the help lines, made once: nothing can fail when they are needed."""
    link = Markup('<p><a href="{}" rel="noreferrer">{}</a></p>')
    line = Markup("<li>{}: {}</li>")
    lines = Markup().join(line.format(each.who, each.phone) for each in help_lines())
    return (
        link.format(settings.leave_url, worded("web.frame.leave")) + Markup("<ul>") + lines + Markup("</ul>")
    )


def _program(interview: Any) -> str:
    return str(interview.consolidated_metadata.get("title") or worded("web.program"))


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
            "/privacy", "privacy", lambda: self.page("privacy.html", title=worded("web.privacy.title"))
        )
        app.add_url_rule("/law", "law", self.law)
        app.add_url_rule("/law/<place>", "law_of", self.law)
        app.add_url_rule("/about", "about", lambda: self.page("about.html", title=worded("web.about.title")))
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
            "start.html",
            title=worded("web.start.title"),
            has_session=self._has_session(),
            can_open=bool(self.opens_at),
        )

    def start(self) -> AnyResponse:
        """Begin a fresh session; an older one of this browser is deleted."""
        if _is_from_another_site():
            return self.message(400, "from-the-start", link=START)
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
        return self.message(400, "no-cookie", *map(worded, NEEDS_COOKIE), link=START)

    def open_file(self) -> AnyResponse:
        """Begin a fresh session with the answers in the file that was sent."""
        if _is_from_another_site() or not self.opens_at:
            return self.message(400, "from-the-start", link=START)
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
            lines += [worded("web.message.kept")] if self._has_session() else []
            return self.message(400, "file-not-opened", *lines, link=START)
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
            lines = (worded("web.message.other-answers"), worded("web.message.kept-here"))
            return self.message(400, "not-sent", *lines, link=CARRY_ON, typed=typed)
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
            lines = (worded("web.message.other-answers"), worded("web.message.kept"))
            typed = typed_on(request.form)
            return self.message(400, "dead-link", *lines, link=CARRY_ON, typed=typed)
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
            return self.message(400, "not-sent", worded("web.message.kept"), link=CARRY_ON)
        if self._forgetting.is_forgotten(keys, patience=DELETING_PATIENCE):
            return self.deleted()
        return self.not_deleted()

    def not_deleted(self) -> Response:
        """Say that the answers could not be deleted yet, and why nobody can read them all the same."""
        absolute = in_words(self.settings.absolute_seconds)
        lines = (
            worded("web.message.keeps-trying"),
            worded("web.message.key-gone"),
            worded("web.message.deleted-by", time=absolute),
            worded("web.message.downloads-stay"),
        )
        response = self.message(503, "not-deleted", *lines, link=START, with_session=False)
        self._drop_cookie(response)
        return response

    def deleted(self) -> Response:
        """Say that the answers are gone."""
        lines = (
            worded("web.message.all-deleted"),
            worded("web.message.downloads-stay"),
        )
        response = self.message(200, "deleted", *lines, link=START, with_session=False)
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
            worded("web.message.deleted-after", time=in_words(self.settings.idle_seconds)),
            worded("web.message.open-or-start"),
            *map(worded, () if self._cookie in request.cookies else NEEDS_COOKIE),
        )
        typed = typed_on(request.form)
        response = self.message(410, "no-answers", *lines, link=START, with_session=False, typed=typed)
        self._drop_cookie(response)
        return response

    def session_in_doubt(self, _doubt: SessionInDoubt) -> Response:
        """Say that the answers look too old, where a clock that has jumped may be to blame. They stay."""
        lines = (
            worded("web.message.too-old"),
            worded("web.message.clock-wrong"),
            worded("web.message.clock-right"),
        )
        typed = typed_on(request.form)
        return self.message(503, "not-shown", *lines, link=TRY_AGAIN, typed=typed)

    def store_fault(self, fault: sqlite3.Error) -> Response:
        """Say that the store cannot be used, and give back what was typed."""
        LOG.error("store fault: %s", type(fault).__name__)
        self.store.note_damage(fault)
        # What could not be had is not asked for again: somebody waits for this page.
        g.store_failed = True
        lines = (
            worded("web.message.cannot-reach"),
            worded("web.message.wait"),
            worded("web.message.restart"),
        )
        typed = typed_on(request.form)
        return self.message(503, "not-now", *lines, link=TRY_AGAIN, typed=typed)

    def stale_page(self, stale: StalePage) -> Response:
        """Tell the older of two tabs, and give back what was typed in it."""
        lines = (worded("web.message.gone-on"), worded("web.message.kept-nothing-lost"))
        return self.message(409, "older-page", *lines, link=CARRY_ON, typed=stale.typed)

    def step_moved(self, _moved: StepMoved) -> Response:
        """Tell the slower of two requests."""
        return self.stale_page(StalePage(()))

    def unsupported(self, fault: Unsupported) -> Response:
        """Name the feature this host lacks."""
        LOG.warning("unsupported: %s", fault.feature)
        lines = (
            worded("web.message.larger-server", feature=fault.feature),
            worded("web.message.kept-page-before"),
        )
        return self.message(501, "not-here", *lines, link=CARRY_ON, **self._way_back())

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
        title = {404: "no-page", 413: "too-long"}.get(code, "failed")
        kept = worded("web.message.kept") if self._has_session() else ""
        shown = self.message(code, title, kept, link=START)
        return _with_allowed(shown, error)

    def other_error(self, error: Exception) -> Response:
        """Log the type of the error only: its text may hold an answer."""
        LOG.error("fault: %s", type(error).__name__)
        return self._sorry()

    def _sorry(self) -> Response:
        if not self._has_session():
            return self.message(500, "sorry", link=START)
        lines = (worded("web.message.kept-carry-on"), worded("web.message.go-back"))
        return self.message(500, "sorry", *lines, link=CARRY_ON, **self._way_back())

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

    def message(
        self, status: int, title: str, *lines: str, link: Way | None = None, **values: Any
    ) -> Response:
        """Return a plain page with a heading, by the id of its text, a few sentences, and a way on."""
        shown: dict[str, Any] = {"lines": [line for line in lines if line], **values}
        if link:
            shown["link"] = (link[0], worded(link[1]))
        response = self.page("message.html", title=worded(f"web.message.titles.{title}"), **shown)
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
