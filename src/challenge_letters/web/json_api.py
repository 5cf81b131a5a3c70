"""The JSON API for other programs: validate, plan, letter, schema. It keeps nothing, in no place."""

from __future__ import annotations

import hmac
import json
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, wraps
from types import MappingProxyType
from typing import Any

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from challenge_letters import __version__
from challenge_letters.case.case import Case
from challenge_letters.case.case_files import Mistake, UnreadableCase, case_schema, read_case
from challenge_letters.interview.clock import this_day
from challenge_letters.languages import worded
from challenge_letters.letter_kinds.kinds import LETTER_KINDS
from challenge_letters.letters.errors import LettersError, TemplateMistake
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.writing import letter_file
from challenge_letters.plan.planning import make_plan
from challenge_letters.plan.report import as_json

TOKEN = "CHALLENGE_LETTERS_API_TOKEN"  # noqa: S105 - the name of a setting
SHORTEST_TOKEN = 20
BASE = "/api/v1"
A_MINUTE = 60.0
MOST_IN_A_MINUTE = 120
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = ("docx", "text")


class NoToken(ValueError):  # noqa: N818 - the name says what is wrong
    """The API cannot be served: no token, or one that can be guessed. The text is a sentence."""


@dataclass(frozen=True)
class Refused(Exception):  # noqa: N818 - the name says what is wrong
    """A request that is answered with an error: its status, a sentence, and the mistakes in a case."""

    status: int
    sentence: str
    mistakes: tuple[Mistake, ...] = ()


@dataclass
class Pace:
    """How many requests have come in the last minute; more than `most` are refused."""

    most: int = MOST_IN_A_MINUTE
    clock: Callable[[], float] = time.monotonic
    _times: deque[float] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows_one_more(self) -> bool:
        """Count a request, and say whether it may be answered."""
        now = self.clock()
        with self._lock:
            while self._times and self._times[0] <= now - A_MINUTE:
                self._times.popleft()
            if len(self._times) >= self.most:
                return False
            self._times.append(now)
            return True


def token_from_environment() -> str:
    """Return the token that callers must know. Raises `NoToken`."""
    token = os.environ.get(TOKEN, "").strip()
    if len(token) < SHORTEST_TOKEN or not token.isascii():
        raise NoToken(worded("web.api.no-token", setting=TOKEN, letters=SHORTEST_TOKEN))
    return token


def api(token: str, *, pace: Pace | None = None) -> Blueprint:
    """Return the routes of the API for callers who know `token`."""
    routes = Blueprint("api", __name__, url_prefix=BASE)
    guarded = _guard(token, pace or Pace())
    routes.add_url_rule("/openapi.json", "openapi", lambda: _json(openapi()), methods=["GET"])
    routes.add_url_rule("/schema", "schema", guarded(_schema), methods=["GET"])
    routes.add_url_rule("/validate", "validate", guarded(_validate), methods=["POST"])
    routes.add_url_rule("/plan", "plan", guarded(_plan), methods=["POST"])
    routes.add_url_rule("/letter", "letter", guarded(_letter), methods=["POST"])
    return routes


def _guard(token: str, pace: Pace) -> Callable[[Callable[[], Response]], Callable[[], Response]]:
    def guarded(answer: Callable[[], Response]) -> Callable[[], Response]:
        @wraps(answer)
        def checked() -> Response:
            try:
                _check_caller(token, pace)
                return answer()
            except Refused as refused:
                return _error(refused)
            except RequestEntityTooLarge:
                return _error(Refused(413, worded("web.api.too-large")))

        return checked

    return guarded


def _check_caller(token: str, pace: Pace) -> None:
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    is_known = kind.casefold() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode())
    if not is_known:
        raise Refused(401, worded("web.api.unknown-caller"))
    if not pace.allows_one_more():
        raise Refused(429, worded("web.api.too-often", most=pace.most))


# -- the four answers


def _schema() -> Response:
    return _json(case_schema())


def _validate() -> Response:
    body = _body("case")
    try:
        _case(body)
    except Refused as refused:
        if not refused.mistakes:
            raise
        return _json({"valid": False, "mistakes": [_told(each) for each in refused.mistakes]})
    return _json({"valid": True, "mistakes": []})


def _plan() -> Response:
    body = _body("case", "on")
    return _json(as_json(make_plan(_case(body), on=_day(body))))


def _letter() -> Response:
    body = _body("case", "on", "kind", "form")
    kind, form = body.get("kind"), body.get("form", "docx")
    if kind not in LETTER_KINDS:
        raise Refused(400, worded("web.api.one-of", field="kind", known=", ".join(LETTER_KINDS)))
    if form not in FORMS:
        raise Refused(400, worded("web.api.one-of", field="form", known=", ".join(FORMS)))
    try:
        docx = letter_file(make_plan(_case(body), on=_day(body)), str(kind))
        content = docx if form == "docx" else plain_text(docx).encode()
    except TemplateMistake as error:
        raise Refused(500, str(error)) from None
    except LettersError as error:
        raise Refused(422, str(error)) from None
    return Response(content, mimetype=WORD if form == "docx" else "text/plain; charset=utf-8")


# -- the body of a request


def _body(*known: str) -> Mapping[str, Any]:
    """Return the body as an object that holds `case` and nothing that is not `known`. Raises `Refused`."""
    try:
        found = json.loads(request.get_data(cache=False))
    except (ValueError, RecursionError):
        raise Refused(400, worded("web.api.not-json")) from None
    if not isinstance(found, dict) or not isinstance(found.get("case"), dict):
        raise Refused(400, worded("web.api.no-case"))
    unknown = sorted(set(found) - set(known))
    if unknown:
        raise Refused(400, worded("web.api.known-only", known=", ".join(known)))
    return found


def _case(body: Mapping[str, Any]) -> Case:
    try:
        # Through the reader of files, which bounds numbers, depth and length.
        return read_case(json.dumps(body["case"]))
    except UnreadableCase as error:
        raise Refused(422, worded("web.api.case-unusable"), error.mistakes) from None
    except (ValueError, RecursionError):
        raise Refused(400, worded("web.api.not-json")) from None


def _day(body: Mapping[str, Any]) -> date:
    if "on" not in body:
        return this_day()
    try:
        return date.fromisoformat(body["on"])
    except (TypeError, ValueError):
        raise Refused(400, worded("web.api.day-form")) from None


# -- what is sent back


def is_for_programs(path: str) -> bool:
    """Whether a program, not a person, reads the answer to a request for `path`."""
    return path.startswith(f"{BASE}/")


def refused(error: HTTPException) -> Response:
    """Return `error` as every other answer of the API is sent: an unknown route, a wrong method."""
    sentence = {404: "no-route", 405: "other-method"}.get(error.code or 500, "failed")
    return _error(Refused(error.code or 500, worded(f"web.api.{sentence}")))


def _told(mistake: Mistake) -> dict[str, Any]:
    return {
        "path": list(mistake.path),
        "where": mistake.where,
        "sentence": mistake.sentence,
        "id": mistake.message_id,
    }


def _error(refused: Refused) -> Response:
    content = {"error": refused.sentence, "mistakes": [_told(each) for each in refused.mistakes]}
    answer = _json(content, status=refused.status)
    if refused.status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if refused.status == 429:
        answer.headers["Retry-After"] = "60"
    return answer


def _json(content: Any, *, status: int = 200) -> Response:
    return Response(json.dumps(content, ensure_ascii=False), status=status, mimetype="application/json")


@cache
def openapi() -> Mapping[str, Any]:
    """Return the description of the API as OpenAPI 3.1."""
    case = case_schema("#/components/schemas/{model}")
    schemas = {**case.pop("$defs", {}), "Case": case, "Error": _ERROR}
    day = {"type": "string", "format": "date"}
    kinds = {"type": "string", "enum": list(LETTER_KINDS)}
    plan = {"type": "object"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "challenge-letters", "version": __version__},
        "servers": [{"url": BASE}],
        "security": [{"token": []}],
        "paths": {
            "/schema": {"get": _operation("schema", {"type": "object"})},
            # Judged, never refused: any object will do.
            "/validate": {"post": _operation("validate", _VALIDATED, {}, case={"type": "object"})},
            "/plan": {"post": _operation("plan", plan, {"on": day}, 422)},
            "/letter": {
                "post": _operation(
                    "letter", None, {"on": day, "kind": kinds, "form": {"enum": list(FORMS)}}, 422, 500
                )
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas,
        },
    }


_MISTAKE = {
    "type": "object",
    "properties": {
        "path": {"type": "array"},
        "where": {"type": "string"},
        "sentence": {"type": "string"},
        "id": {"type": "string"},
    },
}
_MISTAKES = {"type": "array", "items": _MISTAKE}
_ERROR = {
    "type": "object",
    "required": ["error", "mistakes"],
    "properties": {"error": {"type": "string"}, "mistakes": _MISTAKES},
}
_VALIDATED = {
    "type": "object",
    "required": ["valid", "mistakes"],
    "properties": {"valid": {"type": "boolean"}, "mistakes": _MISTAKES},
}


def _operation(
    name: str,
    answer: Mapping[str, Any] | None,
    asked: Mapping[str, Any] | None = None,
    *errors: int,
    case: Mapping[str, Any] = MappingProxyType({"$ref": "#/components/schemas/Case"}),
) -> dict[str, Any]:
    """Return one operation: its name, the JSON it answers (None: the letter), what it asks besides a case."""
    binary = {WORD: {}, "text/plain": {"schema": {"type": "string"}}}
    content: Mapping[str, Any] = {"application/json": {"schema": answer}} if answer else binary
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    usual = (401, 429) if asked is None else (400, 401, 413, 429)
    responses = {"200": {"description": worded("web.api.the-answer"), "content": content}} | {
        str(status): {"description": worded("web.api.why-not"), "content": error}
        for status in sorted({*usual, *errors})
    }
    operation: dict[str, Any] = {"operationId": name, "responses": responses}
    if asked is not None:
        required = ["case", *(["kind"] if "kind" in asked else [])]
        schema = {
            "type": "object",
            "required": required,
            "additionalProperties": False,
            "properties": {"case": dict(case), **asked},
        }
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return operation
