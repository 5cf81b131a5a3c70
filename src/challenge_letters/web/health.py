"""The address at which a proxy or a watchman asks whether the server works, and the centre's own lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from flask import Blueprint, Response

from challenge_letters.centre.details import UnreadableCentre, read_centre
from challenge_letters.places import centre
from challenge_letters.web.sessions import Store

ADDRESS = "/health"


def health(store: Store) -> Blueprint:
    """Return the route that answers "ok", or 503 while answers cannot be kept. It says nothing else."""
    routes = Blueprint("health", __name__)
    routes.add_url_rule(ADDRESS, "health", lambda: _answer(store), methods=["GET"])
    return routes


def _answer(store: Store) -> Response:
    try:
        store.sweep()
    except (sqlite3.Error, OSError):
        return Response("not ok\n", status=503, mimetype="text/plain")
    return Response("ok\n", mimetype="text/plain")


def centre_lines() -> Mapping[str, str]:
    """Return who runs this server, and to whom to complain about that; nothing without a centre."""
    folder = centre()
    try:
        found = read_centre(folder) if folder else None
    except UnreadableCentre:
        # Said when the server was started; a page is shown all the same.
        found = None
    return {"name": found.name, "complaints": found.complaints} if found else {}
