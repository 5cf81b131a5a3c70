"""The fields of a question as this host understands them, whatever shape docassemble keeps them in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from challenge_letters.web.bootstrap import docassemble

NUMBERS = frozenset({"integer", "number", "float", "currency"})
TICK_BOXES = frozenset({"yesno", "noyes", "yesnowide", "noyeswide"})
YES_OR_NO = frozenset({"yesnoradio", "noyesradio"})
# Words that Markdown leaves as they are. Most labels are such words, and Markdown is slow.
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,;?!/£-]*(?:[.)][ ]?)?")
SCRIPT_HANDLES = re.compile(r' data-(?:linknum|embaction)="[^"]*"')  # for the stock server's JavaScript
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
    if inline and PLAIN.fullmatch(str(text)) and "--" not in str(text):
        return escape(str(text))
    done = docassemble.markdown.markdown_to_html(
        str(text).rstrip(), trim=inline, do_terms=False, status=status
    )
    done = SCRIPT_HANDLES.sub("", done)
    # What people typed reaches question text through the interview's shown() only.
    return Markup(done)  # noqa: S704


def fields_of(status: Any) -> list[FormField]:
    """Return the fields of the question in `status`, in order, with those that do not apply left out."""
    types = status.get_field_info()["datatypes"]
    return [
        _described(inner, status, types)
        for inner in status.get_field_list()
        if status.extras.get("ok", {}).get(inner.number, True)
    ]


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
