"""The fields of a question as this host understands them, whatever shape docassemble keeps them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from challenge_letters.interview.shown import shown
from challenge_letters.web.bootstrap import docassemble

NUMBERS = frozenset({"integer", "number", "float", "currency"})
TICK_BOXES = frozenset({"yesno", "noyes", "yesnowide", "noyeswide"})
YES_OR_NO = frozenset({"yesnoradio", "noyesradio"})
# Words that Markdown leaves as they are. Most labels are such words, and Markdown is slow.
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,;?!/£-]*(?:[.)][ ]?)?")
# What Mako or docassemble's own mark-up may turn into something else for each visitor.
VARYING = re.compile(r"[%$\[<]")
OWN_TEXTS: set[str] = set()
# The HTML of the interview's own texts, by text and whether it stands in a line.
KNOWN_HTML: dict[tuple[str, bool], Markup] = {}
# What would be changed inside HTML: marks in brackets, empty lines, tables, quotations, signs between colons,
# links that do not lead into this site, Markdown that is asked for.
OTHER_THAN_HTML = re.compile(
    r"""[\[\]:\t\r]|\n\s*\n|<(?:table|thead|td|th|blockquote|i|script|style|pre|!)\b|markdown|<a href="[^/]"""
)
DIVISION = re.compile(r"</?div\b[^>]*>")
SCRIPT_HANDLES = re.compile(r' data-(?:linknum|embaction)="[^"]*"')  # for the stock server's JavaScript
# Where a screen of docassemble's holds our description of its fields, once it has been made.
DESCRIBED = "challenge_letters_fields"
WORDS_FOR_UNSURE = "I don't know"


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen: what docassemble stores for it, and what is shown."""

    key: Any
    label: Markup
    help: Markup
    is_default: bool


@dataclass(frozen=True)
class FormField:
    """One field: `kind` says how it is shown and read, the rest is docassemble's."""

    inner: Any
    kind: str
    datatype: str
    choices: tuple[Choice, ...]
    is_required: bool

    @property
    def number(self) -> int:
        """The field's number on its page."""
        return int(self.inner.number)

    @property
    def name(self) -> str:
        """The name the browser sends: never that of a variable."""
        return f"f{self.inner.number}"

    @property
    def variable(self) -> str:
        """The variable the field sets, or "" for a note."""
        saved = getattr(self.inner, "saveas", None)
        return str(docassemble.parse.from_safeid(saved)) if saved else ""

    @property
    def first_input(self) -> str:
        """The id of the first input of the field, where a link to its error goes."""
        return {"date": f"{self.name}-day", "radio": f"{self.name}-0", "checkboxes": f"{self.name}-0"}.get(
            self.kind, self.name
        )


def html(text: object, status: Any, *, inline: bool = False) -> Markup:
    """Return docassemble's HTML for Markdown `text`."""
    words = str(text).rstrip()
    if not words:
        return Markup()
    if inline and PLAIN.fullmatch(words) and "--" not in words:
        return escape(str(text))
    found = KNOWN_HTML.get((words, inline))
    if found is None:
        found = _converted(words, status, inline=inline)
        if words in OWN_TEXTS:
            KNOWN_HTML[words, inline] = found
    return found


def is_html_already(words: str) -> bool:
    """Say whether `words` are one <div> of HTML that docassemble's Markdown would leave just as it is."""
    if not words.startswith("<div") or not words.endswith("</div>") or OTHER_THAN_HTML.search(words):
        return False
    depth = 0
    for found in DIVISION.finditer(words):
        depth += -1 if found[0].startswith("</") else 1
        if depth == 0 and found.end() < len(words):
            return False
    return depth == 0


def _converted(words: str, status: Any, *, inline: bool) -> Markup:
    if is_html_already(words):
        return Markup(words)  # noqa: S704 - as below
    done = docassemble.markdown.markdown_to_html(words, trim=inline, do_terms=False, status=status)
    done = SCRIPT_HANDLES.sub("", done)
    # What people typed reaches question text through the interview's shown() only.
    return Markup(done)  # noqa: S704


def know_texts(blocks: Iterable[Any]) -> None:
    """Note the texts in `blocks` of YAML that are the same for everybody: no Mako, no mark-up in brackets.

    Only they are kept as HTML from page to page, and nothing that somebody told.
    """
    waiting: list[Any] = list(blocks)
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and not VARYING.search(one):
            OWN_TEXTS.update((one.rstrip(), shown(one).rstrip()))


def fields_of(status: Any) -> list[FormField]:
    """Return the fields of the question in `status`, in order, with those that do not apply left out."""
    held = vars(status)
    if DESCRIBED not in held:
        types = status.get_field_info()["datatypes"]
        held[DESCRIBED] = [
            _described(inner, status, types)
            for inner in status.get_field_list()
            if status.extras.get("ok", {}).get(inner.number, True)
        ]
    found: list[FormField] = held[DESCRIBED]
    return found


def _described(inner: Any, status: Any, types: dict[str, str]) -> FormField:
    datatype = types.get(getattr(inner, "saveas", ""), getattr(inner, "datatype", "text")) or "text"
    kind = _kind(inner, datatype)
    return FormField(
        inner=inner,
        kind=kind,
        datatype=datatype,
        choices=tuple(_choices(inner, status)),
        is_required=bool(status.extras.get("required", {}).get(inner.number, False)) and kind != "tick",
    )


def _kind(inner: Any, datatype: str) -> str:
    if not hasattr(inner, "saveas") and not hasattr(inner, "choices"):
        return "note"
    shape = getattr(inner, "inputtype", "")
    declared = getattr(inner, "datatype", "")
    if declared == "checkboxes":
        return "checkboxes"
    if shape in TICK_BOXES:
        return "tick"
    if hasattr(inner, "choicetype"):
        return "radio" if shape == "radio" else "dropdown"
    if shape in YES_OR_NO or declared == "threestate" or hasattr(inner, "choices"):
        return "radio"
    return {"area": "area"}.get(shape) or ("date" if datatype == "date" else "text")


def _choices(inner: Any, status: Any) -> Iterator[Choice]:
    if inner.number in status.selectcompute:
        for pair in status.selectcompute[inner.number]:
            if bool(pair.get("show if", True)):
                help_text = html(pair["help"], status) if "help" in pair else Markup()
                label = html(pair["label"], status, inline=True)
                yield Choice(pair["key"], label, help_text, is_default=bool(pair.get("default")))
    elif getattr(inner, "inputtype", "") in YES_OR_NO or getattr(inner, "datatype", "") == "threestate":
        yield from _yes_and_no(inner)


def _yes_and_no(inner: Any) -> Iterator[Choice]:
    for key, label in ((True, "Yes"), (False, "No")):
        yield Choice(key, escape(label), Markup(), is_default=False)
    if inner.datatype == "threestate":
        yield Choice(None, escape(WORDS_FOR_UNSURE), Markup(), is_default=False)
