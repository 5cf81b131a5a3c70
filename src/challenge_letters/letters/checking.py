"""Checks the Word templates without filling them: tags that cannot be read, and law that may not be named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from challenge_letters.argument.composing import COMPOSED
from challenge_letters.languages import worded
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.law.points import points
from challenge_letters.letter_kinds.kinds import LETTER_KINDS, LetterKind
from challenge_letters.letters.checking_wordings import points_of_rows, wording_problems
from challenge_letters.letters.environment import environment
from challenge_letters.letters.errors import LettersError
from challenge_letters.letters.resaved import SHARED, is_by_word, unknown_styles
from challenge_letters.letters.sources import (
    WORDINGS,
    filled_members,
    is_included,
    members_of,
    model,
    place,
    source,
    template_files,
    template_of,
    template_path,
)
from challenge_letters.letters.styles import definitions
from challenge_letters.letters.tag_mistakes import in_plain_words
from challenge_letters.letters.wordings import wordings
from challenge_letters.plan.authority import is_written_for, points_of


def problems() -> tuple[str, ...]:
    """Return what is wrong with the templates, one sentence each."""
    unreadable = tuple(_unreadable())
    if unreadable:
        return unreadable
    return (
        *_unlike(),
        *wording_problems(),
        *(problem for kind, nation in _sets() for problem in _law_of(kind, nation)),
    )


def cited_points(kind: LetterKind, *, nation: str) -> frozenset[str]:
    """Return the points that letters of `kind` can name law for: in their template, and in their wordings."""
    file = template_of(kind, nation=nation)
    in_template = frozenset(point for name in _reached(file) for point in _points_in(name))
    return in_template | points_of_rows(kind, nation=nation) if kind in COMPOSED else in_template


def _sets() -> Iterator[tuple[LetterKind, str]]:
    """Yield each kind of letter with a nation of each set of templates it is written in."""
    for nation in ("england", NORTHERN_IRELAND):
        yield from ((kind, nation) for kind in LETTER_KINDS if is_written_for(nation, kind))


def _unreadable() -> Iterator[str]:
    for file in template_files():
        try:
            for name in _sources_in(file):
                yield from _parsing(name)
        except LettersError as error:
            yield str(error)
    try:
        wordings()
    except LettersError as error:
        yield str(error)


def _parsing(name: str) -> Iterator[str]:
    try:
        parsed = environment().parse(source(name))
    except TemplateSyntaxError as error:
        where = place(name, error.lineno).rstrip(",")
        yield worded("letters.checking.tag", where=where, why=in_plain_words(error))
        return
    for line, other in _included(parsed):
        if not template_path(other).is_file():
            where = place(name, line).rstrip(",")
            yield worded("letters.checking.not-there", where=where, name=other)


def _sources_in(file: str) -> Iterator[str]:
    if is_included(file):
        yield file
    else:
        yield from (f"{file}/{member}" for member in filled_members(file))


def _unlike() -> Iterator[str]:
    """Yield the files with styles or lists of their own: letters take ours, so theirs would not be seen."""
    for file in template_files():
        content = members_of(template_path(file), file)
        if not _different_styles(content):
            continue
        for name in unknown_styles(content, model()):
            yield (worded("letters.checking.unknown-style", file=file, style=name))
        different = _different_styles(content)
        if is_by_word(content):
            yield (worded("letters.checking.own-styles", file=file, different=different))


def _different_styles(content: Mapping[str, bytes]) -> str:
    pairs = [(definitions(content.get(name, b"")), definitions(model()[name])) for name in SHARED]
    keys = [(key, theirs, ours) for theirs, ours in pairs for key in theirs.keys() | ours.keys()]
    return ", ".join(sorted(key for key, theirs, ours in keys if theirs.get(key) != ours.get(key)))


def _law_of(kind: LetterKind, nation: str) -> Iterator[str]:
    file = f"{WORDINGS} ({kind})" if kind in COMPOSED else template_of(kind, nation=nation)
    cited, listed = cited_points(kind, nation=nation), frozenset(points_of(kind, nation=nation))
    for point in sorted(cited - points().keys()):
        yield worded("letters.checking.unknown-point", file=file, point=point)
    for point in sorted(point for point in cited & points().keys() if not points()[point].is_printed):
        yield worded("letters.checking.screen-point", file=file, point=point)
    for point in sorted(cited ^ listed):
        yield worded("letters.checking.not-agreed", file=file, point=point)


def _reached(file: str) -> Iterator[str]:
    """Yield the name of every source that filling `file` can reach."""
    waiting = [f"{file}/{member}" for member in filled_members(file)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting.extend(other for _, other in _included(environment().parse(source(name))))


def _included(parsed: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield what a source includes, and in which line. Only names written out in full can be followed."""
    for include in parsed.find_all(nodes.Include):
        names = (each.value for each in include.find_all(nodes.Const))
        yield from ((include.lineno, name) for name in names if isinstance(name, str))


def _points_in(name: str) -> Iterator[str]:
    for call in environment().parse(source(name)).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in ("cite", "under"):
            yield from (each.value for each in call.args if isinstance(each, nodes.Const))
