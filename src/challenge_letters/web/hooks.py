"""The pluggy hooks this host implements; every other hookspec refuses by name."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn
from urllib.parse import urlencode

import pluggy
from flask import has_request_context, request

from challenge_letters.places import DOCASSEMBLE_PACKAGE
from challenge_letters.web import visit
from challenge_letters.web.unsupported import Unsupported

hookimpl = pluggy.HookimplMarker("docassemble")
INTERVIEW_URL = "/interview"


@hookimpl
def get_default_language() -> str:
    """Return the language of the interface."""
    return "en"


@hookimpl
def get_default_locale() -> str:
    """Return the locale's name; nothing here sets it."""
    return "en_GB.utf8"


@hookimpl
def get_default_country() -> str:
    """Return the country code."""
    return "GB"


@hookimpl
def get_default_timezone() -> str:
    """Return the only timezone benefit offices use."""
    return "Europe/London"


@hookimpl
def get_configuration() -> Any:
    """Return docassemble's configuration as the bootstrap filled it."""
    return import_module("docassemble.base.config").daconfig


@hookimpl
def get_hostname() -> str:
    """Return a name that tells nothing about the computer."""
    return "localhost"


@hookimpl
def get_debug_status() -> bool:
    """Return False: debugging pages would show answers."""
    return False


@hookimpl
def get_main_page_parts() -> dict[str, dict[str, str]]:
    """Return no page parts: they belong to the interview."""
    return {"*": {}}


@hookimpl
def get_default_table_class() -> str:
    """Return the CSS class of tables."""
    return "table"


@hookimpl
def get_button_class_prefix() -> str:
    """Return the prefix of CSS classes for links that look like buttons."""
    return "btn-"


@hookimpl
def secure_filename(filename: str) -> str:
    """Return `filename` in ASCII without anything a path could use."""
    plain = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.-]+", "_", plain).strip("._") or "file"


@hookimpl
def absolute_filename(the_file: str) -> str | None:
    """Return the path of an interview file of our package when it is not installed as one.

    In a checkout there is no docassemble/challenge_letters folder, so docassemble asks this hook last.
    """
    here = visit.current()
    package, _, name = the_file.partition(":")
    name = name.removeprefix("data/questions/")
    if here is None or package != DOCASSEMBLE_PACKAGE or not re.fullmatch(r"[\w-][\w.-]*\.ya?ml", name):
        return None
    found = here.interviews_dir / name
    return str(found) if found.is_file() else None


@hookimpl
def url_finder(file_reference: object, kwargs: dict[str, Any]) -> str:
    """Return the address of the interview or of one of its actions, signed for this visitor only."""
    if file_reference not in ("interview", "flex_interview"):
        _refuse(f"url_of({str(file_reference)!r})" if isinstance(file_reference, str) else "url_of a file")
    here = visit.current()
    action = kwargs.get("action")
    if action is None or here is None:
        return _interview_url()
    return f"{_interview_url()}?{urlencode(here.link(_short(action)))}"


def _interview_url() -> str:
    """Return the address of the interview, under the path at which a proxy offers the server."""
    return (request.script_root if has_request_context() else "") + INTERVIEW_URL


def _short(coded: str) -> str:
    """Return an action as url_action() coded it in fewer letters: check pages carry dozens of them."""
    read = json.loads(base64.b64decode(coded + "=" * (-len(coded) % 4)))
    if not read["arguments"] and not read["action"].startswith("{"):
        return str(read["action"])
    return json.dumps(read, separators=(",", ":"))


def _absent(_name: str) -> Callable[[], None]:
    """Return a hook that answers None, where None is the true answer."""

    def absent() -> None:
        return None

    return absent


_ABSENT = ("get_default_dialect", "get_default_voice", "get_default_thead_class")
_IMPLEMENTED: dict[str, Callable[..., Any]] = {
    hook.__name__: hook
    for hook in (
        *(get_default_language, get_default_locale, get_default_country, get_default_timezone),
        *(get_configuration, get_hostname, get_debug_status, get_main_page_parts, get_default_table_class),
        *(get_button_class_prefix, secure_filename, absolute_filename, url_finder),
    )
}


def _refuse(feature: str) -> NoReturn:
    here = visit.current()
    if here is not None:
        # docassemble has bare excepts; the host looks here afterwards so that none can hide a refusal.
        here.refused.append(feature)
    raise Unsupported(feature)


def _refusing(name: str) -> Callable[[], NoReturn]:
    def refuse() -> NoReturn:
        _refuse(name)

    return refuse


def all_specified() -> tuple[str, ...]:
    """Return the names of every hook the installed docassemble specifies."""
    specs = vars(import_module("docassemble.base.hookspecs"))
    return tuple(name for name, spec in specs.items() if hasattr(spec, "docassemble_spec"))


def _answers() -> dict[str, Callable[..., Any]]:
    absent = {name: hookimpl(_absent(name)) for name in _ABSENT}
    known = _IMPLEMENTED | absent
    return {name: known.get(name) or hookimpl(_refusing(name)) for name in all_specified()}


def register() -> None:
    """Give docassemble's plug-in manager an answer, or a refusal, for every hook it knows."""
    manager = import_module("docassemble.base.plugin_manager").pm
    manager.register(SimpleNamespace(**_answers()), name="challenge_letters")


def interview_file(folder: Path, name: str) -> Path:
    """Return the path of interview `name` in `folder`; raises FileNotFoundError in one sentence."""
    found = folder / name
    if not found.is_file():
        raise FileNotFoundError(f"There is no interview {name} in {folder}.")
    return found
