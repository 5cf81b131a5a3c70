"""Where the local server listens, where it keeps sessions, and for how long."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from challenge_letters import places
from challenge_letters.languages import worded

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def default_state_dir() -> Path:
    """Return the folder that holds the sessions: where this system keeps what programs remember."""
    return platformdirs.user_state_path("challenge-letters", appauthor=False)


@dataclass(frozen=True)
class Settings:
    """Everything the server can be told. The defaults suit one person on one computer."""

    host: str = "127.0.0.1"
    port: int = 8000
    state_dir: Path = field(default_factory=default_state_dir)
    idle_seconds: int = 7200
    absolute_seconds: int = 86400
    allow_plain_http: bool = False
    leave_url: str = "https://www.bbc.co.uk/weather"
    interview: str = "letters.yml"
    interviews_dir: Path = field(default_factory=places.interviews)
    allowed_hosts: tuple[str, ...] = ()
    behind_tls: bool = False
    api_token: str = ""
    path: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None, **chosen: Any) -> Settings:
        """Return settings read from the environment, with those in `chosen` instead where given.

        HOST, PORT and CHALLENGE_LETTERS_STATE are read, and CHALLENGE_LETTERS_HOSTS: the names, separated by
        commas, under which a proxy offers the server; CHALLENGE_LETTERS_PATH ("/letters") is the path to it
        there. Raises ValueError with one sentence for a bad PORT or path.
        """
        found = os.environ if environment is None else environment
        state = found.get("CHALLENGE_LETTERS_STATE")
        read: dict[str, Any] = {
            "host": found.get("HOST") or "127.0.0.1",
            "port": _port(found.get("PORT") or "8000"),
            "path": _path(found.get("CHALLENGE_LETTERS_PATH") or ""),
            "state_dir": Path(state) if state else default_state_dir(),
            "allowed_hosts": tuple(
                found.get("CHALLENGE_LETTERS_HOSTS", "").lower().replace(",", " ").split()
            ),
        }
        return cls(**(read | chosen))

    @property
    def is_loopback(self) -> bool:
        """True when only this computer can reach the server."""
        return self.host in LOOPBACK

    @property
    def hosts(self) -> frozenset[str]:
        """Host names, without a port, that a browser may use for this server."""
        return LOOPBACK | {self.host} | set(self.allowed_hosts)


def _path(text: str) -> str:
    bare = text.strip().strip("/")
    if not bare:
        return ""
    if re.fullmatch(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*", bare):
        return f"/{bare}"
    raise ValueError(worded("web.serving.bad-path", path=text))


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 <= int(text) <= 65535:
        return int(text)
    raise ValueError(worded("web.serving.bad-port", port=text))
