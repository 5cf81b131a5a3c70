"""What the server leans on in docassemble.base is still there: upstream.yaml lists it, and says who needs it.

Nothing of it is a promise of docassemble's. A new release that takes something away is named here, with the module
of ours to look at; what it does differently is for the walks to find.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.web.conftest import INTERVIEWS

WEB = Path(__file__).parents[2] / "src" / "challenge_letters" / "web"
TABLE = yaml.safe_load((Path(__file__).parent / "upstream.yaml").read_text(encoding="utf-8"))
CALLS = [
    (module, name, call, users)
    for module, rows in TABLE["calls"].items()
    for name, (call, *users) in rows.items()
]
ATTRIBUTES = [
    (kind, name, users) for kind, rows in TABLE["attributes"].items() for name, users in rows.items()
]


def complaint(what: str, users: list[str]) -> str:
    """Return the sentence about a change upstream."""
    return f"docassemble.base {version('docassemble.base')} changed {what}; see web/{', web/'.join(users)}"


@cache
def bootstrap() -> Any:
    """Return our bootstrap, which imports docassemble.base in the one way that is safe."""
    return import_module("challenge_letters.web.bootstrap")


def upstream(module: str) -> Any:
    """Return a module of docassemble.base, imported in the one way that is safe."""
    assert bootstrap()
    return import_module(module)


@cache
def loaded(name: str = "everything.yml") -> Any:
    """Return a test interview as docassemble holds it."""
    assert bootstrap()
    return import_module("challenge_letters.web.loading").load_interview(INTERVIEWS, name)


@cache
def seen(kind: str) -> frozenset[str]:
    """Return every attribute that an interview, question, field or screen of the test interview has."""
    things = {"interview": [loaded()], "question": _questions(), "field": _fields(), "status": [_screen()]}
    return frozenset(name for thing in things[kind] for name in dir(thing))


def _questions() -> list[Any]:
    return [*loaded().questions_list, *loaded("rare.yml").questions_list]


def _fields() -> list[Any]:
    return [one for question in _questions() for one in getattr(question, "fields", ())]


def _screen() -> Any:
    engine = import_module("challenge_letters.web.engine").Engine(loaded(), INTERVIEWS)
    keys = import_module("challenge_letters.web.keys")
    with engine.visited_by(keys.VisitorKeys.derive(keys.new_cookie(), b"s" * 32)):
        return engine.screen(engine.first_variables()).status


def _bind(function: Any, call: str, *, is_method: bool) -> None:
    """Try whether `function` takes `call`. Raises TypeError."""
    names = [name.strip() for name in call.strip("()").split(",") if name.strip()]
    positional = [name for name in names if not name.endswith("=")]
    keywords = {name.removesuffix("="): None for name in names if name.endswith("=")}
    inspect.signature(function).bind(*(["self"] if is_method else []), *positional, **keywords)


@pytest.mark.parametrize(("module", "name", "call", "users"), CALLS, ids=[row[1] for row in CALLS])
def test_docassemble_can_be_called_as_the_server_calls_it(
    module: str, name: str, call: str, users: list[str]
) -> None:
    what = f"{module}.{name}{call}"
    try:
        _bind(attrgetter(name)(upstream(module)), call, is_method="." in name)
    except (AttributeError, TypeError, ImportError) as fault:
        pytest.fail(complaint(f"{what} ({fault})", users), pytrace=False)


@pytest.mark.parametrize(
    ("kind", "name", "users"), ATTRIBUTES, ids=[f"{row[0]}.{row[1]}" for row in ATTRIBUTES]
)
def test_what_docassemble_loads_has_what_the_server_reads(kind: str, name: str, users: list[str]) -> None:
    assert name in seen(kind), complaint(f"the {kind}'s {name}", users)


@pytest.mark.parametrize("name", TABLE["hooks"])
def test_a_hook_is_called_with_what_its_answer_takes(name: str) -> None:
    found = getattr(upstream("docassemble.base.hookspecs"), name, None)
    parameters = set(inspect.signature(found).parameters) if found else None
    what = f"the hook {name}, which now takes {parameters}"
    assert parameters is not None, complaint(what, ["hooks.py"])
    assert parameters >= set(TABLE["hooks"][name]), complaint(what, ["hooks.py"])


def test_the_configuration_can_be_given_before_anything_is_imported() -> None:
    config = upstream("docassemble.base.config")
    assert isinstance(config.daconfig, dict), complaint("docassemble.base.config.daconfig", ["bootstrap.py"])
    assert hasattr(config, "loaded"), complaint("docassemble.base.config.loaded", ["bootstrap.py"])
    assert config.daconfig["timezone"] == "Europe/London"


@pytest.mark.parametrize("name", ["pluralize", "singularize", "conjugate", "article"])
def test_grammar_needs_no_corpus(name: str) -> None:
    grammar = upstream("docassemble.base.pattern").pattern_en
    assert getattr(grammar, name).__module__ == "challenge_letters.web.bootstrap", complaint(
        f"where {name} lies", ["bootstrap.py"]
    )


# -- and the table is complete: everything that the code reaches for stands in it


def _chain(node: ast.AST) -> list[str]:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id, *names] if isinstance(node, ast.Name) else []


def _reached() -> Iterator[tuple[str, str, str]]:
    """Yield (module, dotted name, file) of every name of docassemble.base that our code reaches for."""
    stands_for = {name: module.__name__ for name, module in vars(bootstrap().docassemble).items()}
    for path in sorted(WEB.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = _chain(node)
            if names[:1] == ["docassemble"]:
                names = names[1:]
            if len(names) >= 2 and names[0] in stands_for:
                yield stands_for[names[0]], names[1], path.name


def test_every_function_the_server_reaches_for_is_in_the_table() -> None:
    listed = {(module, name, user) for module, name, _, users in CALLS for user in users}
    ours = {"this_thread"}  # an object, not a function: its attributes are set and read by the walks
    missing = {row for row in _reached() if row not in listed and row[1] not in ours}
    assert missing == set()


def test_every_attribute_the_server_reads_is_in_the_table() -> None:
    listed = {(kind, name) for kind, name, _ in ATTRIBUTES}
    listed |= {(kind, name) for kind, names in TABLE["found_by_walks"].items() for name in names}
    missing = {row for row in _read() if row not in listed}
    assert missing == set()


def _read() -> Iterator[tuple[str, str]]:
    kinds = {"status": "status", "question": "question", "inner": "field", "interview": "interview"}
    for path in sorted(WEB.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            owner, name = _owner_and_name(node)
            if owner in kinds:
                yield kinds[owner], name


def _owner_and_name(node: ast.AST) -> tuple[str, str]:
    if isinstance(node, ast.Attribute):
        return _last(node.value), node.attr
    is_asking = isinstance(node, ast.Call) and _last(node.func) in ("getattr", "hasattr")
    if is_asking and isinstance(node.args[1], ast.Constant):
        return _last(node.args[0]), str(node.args[1].value)
    return "", ""


def _last(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


# -- and a change upstream is found


def test_a_function_that_lost_a_parameter_is_named() -> None:
    def assemble(self: object, user_dict: object) -> None:
        """Take less than the server gives."""

    with pytest.raises(TypeError, match="interview_status"):
        _bind(assemble, "(variables, interview_status=)", is_method=True)


def test_a_release_that_does_not_start_is_named() -> None:
    def import_nothing() -> None:
        raise ImportError("cannot import name 'DANav'")

    with pytest.raises(RuntimeError) as caught:
        bootstrap().started(import_nothing)
    assert str(caught.value) == (
        f"docassemble.base {version('docassemble.base')} does not start in this server "
        """(ImportError("cannot import name 'DANav'")); see web/bootstrap.py"""
    )


def test_the_complaint_names_the_release_and_the_module() -> None:
    said = complaint("the question's name", ["engine.py", "accepting.py"])
    assert re.fullmatch(
        r"docassemble\.base [\d.]+ changed the question's name; see web/engine\.py, web/accepting\.py", said
    )
