"""What every answer of the server carries, and what every request must: headers, host, log line."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, abort, g, request

from challenge_letters.web.packing import pack
from challenge_letters.web.settings import Settings

LOG = logging.getLogger("challenge_letters.web")
LARGEST_REQUEST = 1_000_000
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def protect(app: Flask, settings: Settings) -> None:
    """Make `app` check the host, limit requests, set the headers and write one line for each request."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_REQUEST
    app.config["MAX_FORM_PARTS"] = 500

    @app.before_request
    def check_host() -> None:
        g.began = time.perf_counter()
        if _host_name(request.host) not in settings.hosts:
            abort(400)

    @app.after_request
    def finish(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        if request.endpoint in ("static", "favicon"):
            response.headers["Cache-Control"] = "private, max-age=3600"
        response.headers.pop("Server", None)
        if settings.behind_tls:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        if request.method != "HEAD":
            pack(request, response)
        _log(response)
        return response


def _host_name(host: str) -> str:
    """Return the host name in a Host header, without its port; "" when there is something odd about it."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    name, _, port = host.partition(":")
    return name.lower() if not port or port.isdigit() else ""


def _log(response: Response) -> None:
    # Never the path or the query: only which route it was.
    rule = request.url_rule.rule if request.url_rule else "(none)"
    taken = (time.perf_counter() - g.get("began", time.perf_counter())) * 1000
    LOG.info("%s %s %d %.0f ms", request.method, rule, response.status_code, taken)
