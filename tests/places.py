"""Counts in how many places one decision stands, and prints it beside what it was.

Run it with `make places`. What is counted is the code outside the tests: Python under src/, the data beside
it, the questions. The figures from before stand in places.yaml, with the commit they were counted at.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, get_args

import yaml

from challenge_letters.yaml_files import parsed
from tests.languages.left_in_code import left_in_python

HERE = Path(__file__).parent
TOP = HERE.parent
BEFORE = HERE / "places.yaml"
LIST_OF_TWO = 2
LETTER_TABLE = 3
SENTENCE_WORDS = 4
# Where a nation is told apart in code: the names that are compared or looked up.
NATION_WORDS = ("NORTHERN_IRELAND", "GREAT_BRITAIN", "is_in_great_britain", "northern-ireland")


def figures(top: Path = TOP) -> dict[str, float]:
    """Return every figure by its name, counted in the tree at `top`."""
    kinds, failures = _letter_kinds(), _failure_kinds()
    return {
        "files that name a letter kind, median": _median_files(kinds, top),
        "files that name a letter kind, most": max(len(_files_naming(kind, top)) for kind in kinds),
        "tables that list letter kinds": len(list(tables(kinds, LETTER_TABLE, top))),
        "comparisons with a letter kind": len(list(_comparisons(set(kinds), top, of="kind"))),
        "files that name a page of the questions, median": _median_files(_pages(), top),
        "files that name Northern Ireland": len(_files_with(NATION_WORDS, top)),
        "comparisons with a nation": _count(
            r"[!=]=\s*NORTHERN_IRELAND|is_in_great_britain|not in GREAT_", top
        ),
        "templates of Northern Ireland alone": len(_templates_there(top)),
        "files that name a kind of failure, median": _median_files(failures, top),
        "literal lists of kinds of failure": len(list(tables(failures, LIST_OF_TWO, top))),
        "comparisons with a kind of failure": len(list(_comparisons(set(failures), top, of="kind"))),
        'comparisons with "universal-credit"': _count(r"[!=]= \"universal-credit\"", top),
        "files that name a benefit": len(_files_with(("universal-credit", "new-style-"), top)),
        "periods of practice in Python": len(list(_periods(top))),
        "English sentences in Python": len(list(sentences(top))),
        "English texts for people in Python": len(list(left_in_python(top))),
        "lines of the questions": sum(_lines(path) for path in _questions(top)),
        "lines of the branch letters": sum(_lines(path) for path in _branches(top)),
    }


def table(now: Mapping[str, float], before: Mapping[str, float]) -> str:
    """Return the figures as lines: what was counted, before, now."""
    width = max(map(len, now))
    rows = [("", "before", "now"), *((name, f"{before.get(name, '-')}", f"{now[name]}") for name in now)]
    return "\n".join(f"{name:<{width}} {was:>7} {is_now:>7}" for name, was, is_now in rows)


def tables(names: Collection[str], least: int, top: Path = TOP) -> Iterator[str]:
    """Yield where at least `least` of `names`, and nothing else, are listed as literals or stand as keys."""
    known = set(names)
    for path in _python(top):
        for node in _nodes(path):
            found = _listed(node)
            if len(found) >= least and set(found) <= known:
                yield f"{path.relative_to(top)}:{node.lineno}"  # type: ignore[attr-defined]
    for path in _data(top):
        for where, keys in _mappings(parsed(_text(path), path.name)):
            if len(keys & known) >= least and len(keys & known) * 2 >= len(keys):
                yield f"{path.relative_to(top)}: {where}"


def sentences(top: Path = TOP) -> Iterator[str]:
    """Yield where a text of four words or more, which is no docstring, stands in Python."""
    for path in _python(top):
        nodes = _nodes(path)
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        skipped = {id(node.body[0].value) for node in nodes if _has_docstring(node, documented)}
        skipped |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in nodes:
            if id(node) not in skipped and _is_sentence(node):
                yield f"{path.relative_to(top)}:{node.lineno}"  # type: ignore[attr-defined]


def _has_docstring(node: ast.AST, documented: tuple[type, ...]) -> bool:
    if not isinstance(node, documented) or not node.body:  # type: ignore[attr-defined]
        return False
    first = node.body[0]  # type: ignore[attr-defined]
    return isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)


def _is_sentence(node: ast.AST) -> bool:
    parts = node.values if isinstance(node, ast.JoinedStr) else (node,)
    text = "".join(
        str(part.value) if isinstance(part, ast.Constant) and isinstance(part.value, str) else " "
        for part in parts
        if isinstance(part, ast.Constant | ast.FormattedValue)
    )
    return len(re.findall(r"(?<![\w<{-])[A-Za-z][a-z']*(?![\w-])", text)) >= SENTENCE_WORDS


def _listed(node: ast.AST) -> list[Any]:
    """Return the literals that `node` lists: the members of a collection, or the keys of a mapping."""
    nodes = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", None)
    if not nodes or not all(isinstance(each, ast.Constant) for each in nodes):
        return []
    return [each.value for each in nodes]


def _mappings(value: Any, where: str = "") -> Iterator[tuple[str, set[str]]]:
    if isinstance(value, dict):
        yield where, {str(key) for key in value}
        for key, inside in value.items():
            yield from _mappings(inside, f"{where}/{key}")


def _comparisons(names: Collection[str], top: Path, *, of: str) -> Iterator[str]:
    """Yield where what ends in `of` (letter.kind, kind) is compared with one of `names`, or matched by it."""
    for path in _python(top):
        for node in _nodes(path):
            if isinstance(node, ast.MatchValue) and _is_one_of(node.value, names):
                yield f"{path}:{node.lineno}"
            if isinstance(node, ast.Compare) and _ends_in(node.left, of) and _names_one(node, names):
                yield f"{path}:{node.lineno}"


def _names_one(node: ast.Compare, names: Collection[str]) -> bool:
    return any(_is_one_of(each, names) for each in node.comparators)


def _is_one_of(node: ast.AST, names: Collection[str]) -> bool:
    return isinstance(node, ast.Constant) and node.value in names


def _ends_in(node: ast.AST, name: str) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) == name


def _periods(top: Path) -> Iterator[str]:
    """Yield the constants of the core that hold a span of more than one day: law and practice are data."""
    span = re.compile(r"^(\w+)(?:: \w+)? = timedelta\((?:days|weeks)=(?!1\))\d+\)", re.MULTILINE)
    named = re.compile(r"^(\w*(?:_MONTHS|DAYS_FOR\w*)) = \d+$", re.MULTILINE)
    for path in _python(top):
        if path.parent.name in ("case", "law", "plan", "argument"):
            text = _text(path)
            yield from (
                f"{path.relative_to(top)}: {name}" for name in span.findall(text) + named.findall(text)
            )


def _count(pattern: str, top: Path) -> int:
    return sum(len(re.findall(pattern, _text(path))) for path in _python(top))


def _median_files(names: Collection[str], top: Path) -> float:
    return median(len(_files_naming(name, top)) for name in names)


def _files_naming(name: str, top: Path) -> list[Path]:
    """Return the files in which `name` stands alone: in quotes, or as a word of a data file."""
    quoted = re.compile(rf"[\"']{re.escape(name)}[\"']")
    alone = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return [
        *(path for path in _python(top) if quoted.search(_text(path))),
        *(path for path in (*_data(top), *_questions(top)) if alone.search(_names(path))),
    ]


@cache
def _names(path: Path) -> str:
    """Return the lines of a data file that hold a key, a value or an id, without the words of its texts."""
    keys = (re.sub(r"^(\s*(?:- )?[\w-]+:).*\s.*\s.*$", r"\1", line) for line in _text(path).splitlines())
    return "\n".join(key for key in keys if len(key.split()) < SENTENCE_WORDS or "[" in key or "{" in key)


def _files_with(words: Collection[str], top: Path) -> list[Path]:
    files = (*_python(top), *_data(top), *_questions(top))
    return [path for path in files if any(word in _text(path) for word in words)]


# Some 200 names are looked for in every file.
@cache
def _text(path: Path) -> str:
    return path.read_text("utf-8")


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the Python file, in the order of `ast.walk`."""
    return tuple(ast.walk(ast.parse(_text(path))))


@cache
def _python(top: Path) -> tuple[Path, ...]:
    return tuple(sorted((top / "src").rglob("*.py")))


@cache
def _data(top: Path) -> tuple[Path, ...]:
    return tuple(
        path for path in sorted((top / "src").rglob("*.yaml")) if "authorities/" not in path.as_posix()
    )


def _questions(top: Path) -> tuple[Path, ...]:
    return tuple(sorted((top / "interviews").glob("*.yml")))


def _branches(top: Path) -> tuple[Path, ...]:
    return tuple(sorted((top / "tests" / "letters" / "branches").rglob("*.txt")))


def _templates_there(top: Path) -> tuple[Path, ...]:
    return tuple((top / "letter_templates" / "northern-ireland").rglob("*.docx"))


def _lines(path: Path) -> int:
    return len(_text(path).splitlines())


def _letter_kinds() -> tuple[str, ...]:
    from challenge_letters.letter_kinds.kinds import LETTER_KINDS  # noqa: PLC0415 - read when it is asked for

    return tuple(LETTER_KINDS)


def _failure_kinds() -> tuple[str, ...]:
    from challenge_letters.case.failure import FailureKind  # noqa: PLC0415

    return get_args(FailureKind)


def _pages() -> tuple[str, ...]:
    from challenge_letters.interview.pages import PAGES  # noqa: PLC0415

    return tuple(PAGES)


def _listings(top: Path) -> Mapping[str, Callable[[], Iterator[str]]]:
    return {
        "letters": lambda: tables(_letter_kinds(), LETTER_TABLE, top),
        "failures": lambda: tables(_failure_kinds(), LIST_OF_TWO, top),
        "periods": lambda: _periods(top),
        "sentences": lambda: left_in_python(top),
    }


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print("\n".join(_listings(TOP)[sys.argv[1]]()))  # noqa: T201
    else:
        recorded = yaml.safe_load(BEFORE.read_text("utf-8"))
        print(table(figures(), recorded["figures"]))  # noqa: T201
        print(f"\nBefore: commit {recorded['commit']}.")  # noqa: T201
