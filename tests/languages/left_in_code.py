"""Finds an English text for people that stands in Python or in a template of the pages, and in no catalogue.

What is no such text is known by a rule: a pattern, a list of words that are looked for, a statement of the
database, what goes into the log, what is raised at a mistake of the program's own. The few files that are
excused as a whole stand in `EXCUSED`, each with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

TOP = Path(__file__).parents[2]
SENTENCE_WORDS = 4
# By the beginning of their path under src/challenge_letters.
EXCUSED: Mapping[str, str] = {
    "argument/": "composes letters, which go to an office and stay in English",
    "letters/naming.py": "as argument/: names people in letters",
    "letters/saying.py": "as argument/: fills the wordings of letters",
    "letters/citing.py": "as argument/: names law in letters",
    "letters/wording.py": "as argument/: joins words in letters",
    "interview/voices.py": "turns English written to the person into English about the client",
    "law/authorities.py": "names a field of a record that is not well-formed, to whoever edits the record",
    "law/check_parameters.py": "as law/authorities.py, for the other records",
    "web/check.py": "names what a server cannot run to whoever writes the questions",
    "web/bootstrap.py": "names settings of docassemble",
    "web/protection.py": "what browsers read",
    "languages/__init__.py": "says that the catalogue itself is wrong",
}
# Raised at a mistake in the program or in a data file of its own; nobody who uses it sees the text.
FOR_DEVELOPERS = frozenset(
    {
        "AttributeError",
        "BadRecord",
        "FileNotFoundError",
        "NotYaml",
        "PermissionError",
        "RuntimeError",
        "TypeError",
        "UnknownBenefit",
        "UnknownKind",
        "Unsupported",
        "ValueError",
    }
)
# Calls whose texts are looked for and not shown, or go into the log.
LOOK = re.compile(r"re\.\w+|LOG\.\w+|_listed|etree\.XPath|import_module|.*\.split|Path")
PATTERN = re.compile(r"\(\?|\\[bwsdS]|\w\|\w|\[\^|\)\?|/@|\w\|")
STATEMENT = re.compile(r"\s*(select|insert|update|delete|create|drop|case when)\b|[=>] :\w|:\w+ - \w", re.I)
# Names of pages or of fields, one after the other.
IDS = re.compile(r"(?=(?:.*\w-\w){2})[a-z0-9]+(?:[- ][a-z0-9]+)*")
MARKUP = re.compile(r"<[^>]*>|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
WORD = re.compile(r"[(“\"‘']?[A-Za-z][A-Za-z’'-]*[.,:;?!…)”\"’']*")


def left_in_python(top: Path = TOP) -> Iterator[str]:
    """Yield where a text of four words or more for people stands in Python: file, line and the text."""
    source = top / "src" / "challenge_letters"
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source).as_posix()
        if not name.startswith(tuple(EXCUSED)):
            yield from (
                f"{name}:{line}: {text}" for line, text in _in_module(ast.parse(path.read_text("utf-8")))
            )


def left_in_templates(top: Path = TOP) -> Iterator[str]:
    """Yield where a text of four words or more stands in a template of the pages."""
    for path in sorted((top / "src" / "challenge_letters").rglob("*.html")):
        texts = re.split(r"\x00", MARKUP.sub("\x00", path.read_text("utf-8")))
        yield from (f"{path.name}: {text.strip()}" for text in texts if _is_sentence(text))


def _in_module(tree: ast.Module) -> Iterator[tuple[int, str]]:
    above = {inside: node for node in ast.walk(tree) for inside in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        text = _text_of(node)
        if text is None or isinstance(above[node], ast.JoinedStr | ast.Expr):
            continue
        if _is_sentence(MARKUP.sub(" ", text)) and not (_is_looked_for(text) or _is_excused(node, above)):
            yield node.lineno, text  # type: ignore[attr-defined]


def _text_of(node: ast.AST) -> str | None:
    """Return the text that `node` is, with "…" for what an f-string fills in; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "…" for each in node.values)
    return None


def _is_sentence(text: str) -> bool:
    return sum(bool(WORD.fullmatch(word)) for word in text.split()) >= SENTENCE_WORDS


def _is_looked_for(text: str) -> bool:
    return bool(PATTERN.search(text) or STATEMENT.search(text) or IDS.fullmatch(text))


def _is_excused(node: ast.AST, above: Mapping[ast.AST, ast.AST]) -> bool:
    while node in above:
        node = above[node]
        if isinstance(node, ast.Call) and LOOK.fullmatch(ast.unparse(node.func)):
            return True
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            return ast.unparse(node.exc.func) in FOR_DEVELOPERS
        if isinstance(node, ast.stmt):
            return False
    return False
