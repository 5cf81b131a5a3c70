"""Imports docassemble.base once: no configuration file, no network, no child process.

Everything else in this room reaches docassemble through `docassemble` below, so that nothing can
import it before the preparations here are done.
"""

from __future__ import annotations

import ctypes.util
import os
import re
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NoReturn

from challenge_letters.languages.questions import XLIFF, xliff
from challenge_letters.places import DOCASSEMBLE_PACKAGE
from challenge_letters.web import visit

PLAIN_NAME: Final = re.compile(r"[\w-][\w.-]*")
CONFIG: Final[dict[str, Any]] = {
    "debug": False,
    "language": "en",
    "locale": "en_GB.utf8",
    "country": "GB",
    "timezone": "Europe/London",
    # An existing path makes docassemble define lazy socket functions instead of downloading corpora.
    "nltk socket": os.devnull,
    "google": {"use places api new": False},
    "gotenberg": {"enable": False},
    "button colors": {},
    "grid classes": {},
    "jinja data": {},
    "supervisor": {},
    "dispatch": {},
    "words": [],
    "mail": [],
    "table css class": "table",
    "root": "/",
    "loop limit": 500,
    "recursion limit": 500,
}


@dataclass(frozen=True)
class Docassemble:
    """The modules of docassemble.base this host calls."""

    parse: Any
    functions: Any
    util: Any
    context: Any
    sources: Any
    markdown: Any
    errors: Any


def _unavailable(*_args: object, **_kwargs: object) -> NoReturn:
    raise RuntimeError("This server reads no bar codes and converts no SVG pictures.")


def _stub(name: str, **members: Any) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(members)
    sys.modules[name] = module
    return module


def _stub_native_libraries() -> None:
    """Stand in for modules that look for C libraries by starting ldconfig or a compiler."""
    inner = _stub("pyzbar.pyzbar", decode=_unavailable)
    _stub("pyzbar", pyzbar=inner, __path__=[])
    _stub("cairosvg", svg2png=_unavailable, svg2pdf=_unavailable, svg2eps=_unavailable, svg2ps=_unavailable)


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Keep ctypes from starting ldconfig while modules are imported that only try a faster library."""
    search = ctypes.util.find_library

    def find_nothing(name: str) -> str | None:  # noqa: ARG001 - ctypes' own signature
        return None

    ctypes.util.find_library = find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _plural(noun: str, *_args: object, **_kwargs: object) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _singular(noun: str, *_args: object, **_kwargs: object) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _unchanged(word: str, *_args: object, **_kwargs: object) -> str:
    return word


def _article(noun: str, *_args: object, **_kwargs: object) -> str:
    return "an" if noun[:1].lower() in "aeiou" else "a"


def _use_plain_grammar(pattern: Any) -> None:
    for language in ("en", "de", "es", "fr", "it", "nl"):
        grammar = getattr(pattern, f"pattern_{language}", None)
        if grammar is not None:
            grammar.pluralize = _plural if language == "en" else _unchanged
            grammar.singularize = _singular if language == "en" else _unchanged
            grammar.conjugate, grammar.article = _unchanged, _article


def _pounds(value: object, *, decimals: bool = True, symbol: str | None = None, **_kwargs: object) -> str:
    """Write an amount without asking the operating system's locale, which may be C."""
    if str(value) == "":
        return ""
    return f"{symbol or '£'}{float(str(value)):,.{2 if decimals else 0}f}"


def _use_pounds() -> None:
    core = import_module("docassemble.base.language.core")
    core.update_language_function("*", "currency", _pounds)
    core.update_language_function("*", "currency_symbol", lambda *_args, **_kwargs: "£")


def _set_first_answers(parse: Any, functions: Any) -> None:
    empty: dict[str, Any] = {
        name: {}
        for name in (
            *("session_local", "device_local", "user_local", "dirty", "docvar", "doc_cache", "informed"),
            *("answers", "objselections", "accesstime", "tasks", "event_stack", "misc"),
        )
    }
    nobody = {"availability": "unavailable", "mode": "help", "roles": [], "partner_roles": []}
    counters = {"progress": 0, "tracker": 0, "steps": 1, "steps_offset": 0}
    rest: dict[str, Any] = {
        "secret": None,
        "livehelp": nobody,
        "answered": set(),
        "starttime": None,
        "modtime": None,
        "gather": [],
    }
    parse.set_initial_dict({"_internal": empty | counters | rest, "url_args": {}, "nav": functions.DANav()})


def _find_our_sources(parse: Any, functions: Any) -> None:
    """Let translation files be found beside the interviews when the package is not installed as one."""
    stock = functions.package_data_filename

    def find(the_file: str | None, **kwargs: Any) -> str | None:
        here = visit.current()
        wanted = str(the_file).removeprefix(f"{DOCASSEMBLE_PACKAGE}:data/sources/")
        if wanted != the_file and wanted == XLIFF:
            return str(_questions_in_other_languages())
        if here is not None and wanted != the_file and PLAIN_NAME.fullmatch(wanted):
            found = here.interviews_dir / "sources" / wanted
            if found.is_file():
                return str(found)
        looked_up: str | None = stock(the_file, **kwargs)
        return looked_up

    parse.package_data_filename = find


def _questions_in_other_languages() -> Path:
    """Write what the folders of languages say of the questions now; the folder goes when the process ends."""
    written = Path(_for_sources().name, XLIFF)
    written.write_bytes(xliff())
    return written


@cache
def _for_sources() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="challenge-letters-", ignore_cleanup_errors=True)


def _silence_logger() -> None:
    """docassemble writes answers into its log messages, so none of them goes anywhere."""
    import_module("docassemble.base.logger").set_logmessage(lambda _message: None)


def _import_docassemble() -> Docassemble:
    if "docassemble.base.functions" in sys.modules:
        raise RuntimeError("docassemble.base was imported before challenge_letters.web.bootstrap.")
    configuration = import_module("docassemble.base.config")
    configuration.daconfig.update(CONFIG)
    configuration.loaded = True  # type: ignore[attr-defined]
    _stub_native_libraries()
    hooks = import_module("challenge_letters.web.hooks")
    hooks.register()
    parse = import_module("docassemble.base.parse")
    functions = import_module("docassemble.base.functions")
    _use_plain_grammar(import_module("docassemble.base.pattern"))
    _use_pounds()
    _set_first_answers(parse, functions)
    _find_our_sources(parse, functions)
    _silence_logger()
    return Docassemble(
        parse=parse,
        functions=functions,
        util=import_module("docassemble.base.util"),
        context=import_module("docassemble.base.thread_context"),
        sources=import_module("docassemble.base.interview_source"),
        markdown=import_module("docassemble.base.filter.html"),
        errors=import_module("docassemble.base.error"),
    )


def started(how: Callable[[], Docassemble]) -> Docassemble:
    """Return what `how` imports. Raises RuntimeError with the release of docassemble that does not start."""
    release = version("docassemble.base")
    try:
        return how()
    except (ImportError, AttributeError, TypeError, LookupError) as fault:
        raise RuntimeError(
            f"docassemble.base {release} does not start in this server ({fault!r}); see web/bootstrap.py"
        ) from fault


with warnings.catch_warnings(), _no_library_search():
    # docassemble.base raises deprecation warnings on import that are not ours to mend.
    warnings.simplefilter("ignore")
    docassemble: Final = started(_import_docassemble)
