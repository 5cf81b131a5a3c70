"""What the page templates show of a screen: plain data, made from docassemble's status once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup, escape

from challenge_letters.interview.clock import this_day
from challenge_letters.languages import worded
from challenge_letters.web.accepting import Problem
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.engine import Screen
from challenge_letters.web.form_fields import FormField, fields_of, html
from challenge_letters.web.form_values import NONE_OF_THESE, Form, has_none_box, ticked
from challenge_letters.web.visit import LINK_PARAMETER

DATE_BOXES = (("day", 2), ("month", 2), ("year", 4))
NO_LABEL = "no label"  # what docassemble makes of a field without one
# The parts of a page that are shown here and are Markdown; the rest is taken as it stands.
MARKDOWN_PARTS = frozenset({"title", "pre", "post"})
# A link to an action of this interview, as the hook for addresses makes it.
LINK = re.compile(rf'<a href="[^"?]*\?{LINK_PARAMETER}=(?P<sealed>[^"&]+)">(?P<words>[^<]*)</a>')


def date_hint() -> str:
    """Return how to write a day, with this year in it: most days that are asked for lie not far back."""
    return worded("web.dates.example", year=this_day().year)


@dataclass(frozen=True)
class DateBox:
    """One of the three boxes of a date."""

    id: str
    label: str
    length: int
    value: str
    has_error: bool


@dataclass(frozen=True)
class FieldView:
    """One field as the template writes it."""

    field: FormField
    label: Markup
    hint: str
    help: Markup
    note: Markup
    text: str
    chosen: frozenset[int]
    is_ticked: bool
    none_label: Markup
    is_none_chosen: bool
    boxes: tuple[DateBox, ...]
    problem: Problem | None
    rows: int
    autocomplete: str

    @property
    def described_by(self) -> str:
        """The ids of the hint, help and error of this field, for aria-describedby."""
        there = (("hint", self.hint), ("help", self.help), ("error", self.problem))
        return " ".join(f"{self.field.name}-{part}" for part, found in there if found)

    @property
    def input_mode(self) -> str:
        """The keyboard a phone should offer."""
        return {"integer": "numeric", "currency": "decimal", "number": "decimal", "float": "decimal"}.get(
            self.field.datatype, "email" if self.field.datatype == "email" else "text"
        )


@dataclass(frozen=True)
class Button:
    """A button that answers the page by itself."""

    value: str
    label: Markup


@dataclass(frozen=True)
class Summary:
    """One line of the list of problems at the top, with the id it leads to."""

    message: str
    target: str


@dataclass(frozen=True)
class ScreenView:
    """One screen as the template writes it."""

    id: str
    language: str
    title: str
    program: str
    heading: Markup
    body: Markup
    pre: Markup
    post: Markup
    under: Markup
    css_class: str
    help: tuple[tuple[Markup, Markup], ...]
    fields: tuple[FieldView, ...]
    buttons: tuple[Button, ...]
    continue_label: Markup
    has_form: bool
    summary: tuple[Summary, ...]
    is_unsent: bool

    @property
    def under_form(self) -> Markup:
        """What stands under a page with boxes: its links to pages of ours take along what is typed there.

        A button sends the form it names, without any script. A link leaves everything behind.
        """
        return Markup(LINK.sub(_as_button, self.under))  # noqa: S704 - the interview's own HTML

    @property
    def has_own_help_lines(self) -> bool:
        """True when the interview shows an emergency strip of its own under the page."""
        return 'class="strip' in self.under


def _as_button(link: re.Match[str]) -> str:
    told = f'name="{LINK_PARAMETER}" value="{escape(unquote(link["sealed"]))}"'
    return f'<button class="plain" form="answers" {told}>{link["words"]}</button>'


def view(
    screen: Screen, *, form: Form | None = None, problems: Iterable[Problem] = (), unsent: Form | None = None
) -> ScreenView:
    """Return what to show of `screen`: with `form` as it was sent when there are `problems`.

    What was typed before and is `unsent` stands in those fields that it has anything for.
    """
    with docassemble.context.user_dict_context(screen.variables):
        return _view(screen, form, list(problems), unsent)


def _view(screen: Screen, form: Form | None, problems: list[Problem], unsent: Form | None) -> ScreenView:
    status = screen.status
    heading = html(status.question_text or "", status, inline=True)
    parts = _parts(screen)
    by_number = {one.number: one for one in problems}
    fields = fields_of(status) if screen.kind in ("fields", "multiple_choice") else []
    buttons = tuple(_buttons(screen, fields))
    shown = [] if buttons else fields
    title = heading.striptags()
    return ScreenView(
        id=str(getattr(status.question, "id", "")),
        language=_language(),
        title=worded("web.page.error-title", title=title) if problems else title,
        program=Markup(parts.get("full", "")).striptags(),  # noqa: S704
        heading=heading,
        body=html(status.subquestion_text or "", status),
        pre=_part(parts, "pre"),
        post=_part(parts, "post"),
        under=html(status.extras.get("underText") or "", status),
        css_class=str(status.extras.get("cssClass") or parts.get("css class") or ""),
        help=_help(status),
        fields=tuple(
            _field_view(one, status, _form_for(one, form, unsent), by_number.get(one.number)) for one in shown
        ),
        buttons=buttons,
        continue_label=html(status.continue_label or worded("web.page.continue"), status, inline=True),
        has_form=screen.kind != "deadend",
        summary=tuple(_summary(problem, fields) for problem in problems),
        is_unsent=bool(unsent) and not problems,
    )


def _form_for(one: FormField, form: Form | None, unsent: Form | None) -> Form | None:
    if form is not None or unsent is None:
        return form
    has_any = any(name == one.name or name.startswith(f"{one.name}-") for name in unsent)
    return unsent if has_any else None


def _language() -> str:
    found = str(docassemble.functions.get_language())
    return worded("web.lang") if found == "en" else found


def _parts(screen: Screen) -> Mapping[str, str]:
    def convert(content: object, part: str) -> str:
        return (
            html(content, screen.status, inline=part == "title") if part in MARKDOWN_PARTS else str(content)
        )

    found: Mapping[str, str] = screen.status.question.interview.get_title(
        screen.variables, status=screen.status, converter=convert
    )
    return found


def _part(parts: Mapping[str, str], name: str) -> Markup:
    return Markup(parts.get(name) or "")  # noqa: S704 - docassemble made this HTML from the interview


def _help(status: Any) -> tuple[tuple[Markup, Markup], ...]:
    return tuple(
        (
            html(item.get("heading") or item.get("label") or worded("web.page.help"), status, inline=True),
            content,
        )
        for item in (*status.help_text, *status.interview_help_text)
        if (content := html(item.get("content") or "", status))
    )


def _buttons(screen: Screen, fields: list[FormField]) -> Iterable[Button]:
    question = screen.status.question
    if screen.kind == "multiple_choice" and question.question_variety == "buttons":
        yield from (Button(str(place), choice.label) for place, choice in enumerate(fields[0].choices))
    elif screen.kind.startswith(("yesno", "noyes")):
        yield Button("yes", Markup(question.yes()))  # noqa: S704
        yield Button("no", Markup(question.no()))  # noqa: S704
        if screen.kind.endswith("maybe"):
            yield Button("maybe", Markup(question.maybe()))  # noqa: S704


def _field_view(one: FormField, status: Any, form: Form | None, problem: Problem | None) -> FieldView:
    number = one.number
    default = status.defaults.get(number)
    has_none = one.kind == "checkboxes" and has_none_box(one, status)
    return FieldView(
        field=one,
        label=_label(number, status),
        hint=str(status.hints.get(number, "")) or (date_hint() if one.kind == "date" else ""),
        help=html(status.helptexts.get(number, ""), status),
        note=_note(number, status),
        # Of a choice the number is sent and the key is kept: what shows it is what was chosen.
        text="" if one.choices else _text(one, default) if form is None else form.get(one.name, ""),
        chosen=_chosen(one, default) if form is None else _sent(one, form),
        is_ticked=_is_ticked(one, default)
        if form is None
        else one.kind == "tick" and bool(form.get(one.name)),
        none_label=_none_label(number, status) if has_none else Markup(),
        is_none_chosen=form is not None and NONE_OF_THESE in form.getlist(one.name),
        boxes=_boxes(one, default, form, problem) if one.kind == "date" else (),
        problem=problem,
        rows=int(status.extras.get("rows", {}).get(number, 4) or 4),
        autocomplete=_autocomplete(number, status),
    )


def _autocomplete(number: int, status: Any) -> str:
    """Return the purpose of the field, given as `field metadata: {autocomplete: …}`."""
    metadata = status.extras.get("field metadata", {}).get(number)
    return str(metadata.get("autocomplete", "")) if isinstance(metadata, dict) else ""


def _label(number: int, status: Any) -> Markup:
    text = str(status.labels.get(number, "")).strip()
    return Markup() if text == NO_LABEL else html(text, status, inline=True)


def _note(number: int, status: Any) -> Markup:
    if number in status.extras.get("note", {}):
        return html(status.extras["note"][number], status)
    for kind in ("html", "raw html"):
        if number in status.extras.get(kind, {}):
            return Markup(status.extras[kind][number])  # noqa: S704 - the interview's own HTML
    return Markup()


def _none_label(number: int, status: Any) -> Markup:
    own = status.extras["nota"][number]
    return html(worded("web.page.none") if own is True else own, status, inline=True)


def _text(one: FormField, default: object) -> str:
    if default is None or not isinstance(default, str | int | float):
        return ""
    if one.datatype == "currency" and isinstance(default, float):
        return f"{default:.2f}"
    return str(default)


def _chosen(one: FormField, default: Any) -> frozenset[int]:
    elements = getattr(default, "elements", default)
    if one.kind == "checkboxes" and isinstance(elements, dict):
        wanted = {str(key) for key, value in elements.items() if value}
    elif isinstance(elements, list | set | tuple):
        wanted = {str(key) for key in elements}
    else:
        wanted = {str(default)} if default is not None else set()
    return frozenset(
        place for place, choice in enumerate(one.choices) if str(choice.key) in wanted or choice.is_default
    )


def _sent(one: FormField, form: Form) -> frozenset[int]:
    return frozenset(ticked(one, form))


def _is_ticked(one: FormField, default: object) -> bool:
    if one.kind != "tick" or str(default) not in ("True", "False"):
        return False
    return (str(default) == "True") == bool(one.inner.sign > 0)


def _boxes(one: FormField, default: Any, form: Form | None, problem: Problem | None) -> tuple[DateBox, ...]:
    saved = _date_parts(default)
    return tuple(
        DateBox(
            id=f"{one.name}-{box}",
            label=worded(f"web.dates.box-{box}"),
            length=length,
            value=saved.get(box, "") if form is None else form.get(f"{one.name}-{box}", ""),
            has_error=problem is not None and (box in problem.boxes or not problem.boxes),
        )
        for box, length in DATE_BOXES
    )


def _date_parts(default: Any) -> dict[str, str]:
    if isinstance(default, str) and len(default) >= 10 and default[4] == "-":
        return {"day": str(int(default[8:10])), "month": str(int(default[5:7])), "year": default[:4]}
    if hasattr(default, "year") and hasattr(default, "month"):
        return {"day": str(default.day), "month": str(default.month), "year": str(default.year)}
    return {}


def _summary(problem: Problem, fields: list[FormField]) -> Summary:
    for one in fields:
        if one.number == problem.number:
            box = f"{one.name}-{problem.boxes[0]}" if problem.boxes else one.first_input
            return Summary(problem.message, box)
    return Summary(problem.message, "question")
