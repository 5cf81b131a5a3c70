"""What a browser sent for a field, turned into the value stock docassemble would store, or a sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from werkzeug.datastructures import MultiDict

from challenge_letters.languages import worded
from challenge_letters.web.bootstrap import docassemble
from challenge_letters.web.form_fields import FormField
from challenge_letters.web.typed_dates import NotADate, typed_date

Form = MultiDict[str, str]
NONE_OF_THESE = "none"
# int() refuses very long rows of digits, and "²" is a digit to str.isdigit().
LONGEST_POSITION = 4


class NotAnAnswer(ValueError):  # noqa: N818
    """What was sent cannot be stored; the message tells the person what to do, `boxes` where."""

    def __init__(self, message: str, boxes: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.boxes = boxes


@dataclass(frozen=True)
class Reading:
    """The value to store, and the value stock docassemble hands to a `validate:` function."""

    value: Any
    tested: Any


def read(field: FormField, form: Form, status: Any) -> Reading:
    """Return what `form` holds for `field`. Raises NotAnAnswer with the sentence to show."""
    reader = _READERS.get(field.kind, _read_text)
    return reader(field, form, status)


def ticked(field: FormField, form: Form) -> set[int]:
    """Return the positions of the ticked boxes of a checkboxes field."""
    places = (position(sent, len(field.choices)) for sent in form.getlist(field.name))
    return {place for place in places if place is not None}


def position(sent: str, count: int) -> int | None:
    """Return which of `count` choices a browser sent ("0" is the first), or None for anything else."""
    is_short = sent.isascii() and sent.isdigit() and len(sent) <= LONGEST_POSITION
    return int(sent) if is_short and int(sent) < count else None


def _read_checkboxes(field: FormField, form: Form, status: Any) -> Reading:
    chosen = ticked(field, form)
    if has_none_box(field, status) and not chosen and NONE_OF_THESE not in form.getlist(field.name):
        raise NotAnAnswer(_asked(field, status, "checkboxes required", worded("web.answer.tick")))
    return Reading({choice.key: place in chosen for place, choice in enumerate(field.choices)}, tested=None)


def has_none_box(field: FormField, status: Any) -> bool:
    """True when the checkboxes end with "none of these"."""
    return hasattr(field.inner, "nota") and status.extras["nota"][field.number] is not False


def _read_choice(field: FormField, form: Form, status: Any) -> Reading:
    sent = form.get(field.name, "")
    place = position(sent, len(field.choices))
    if place is not None:
        return _converted(field, str(field.choices[place].key), status)
    if field.is_required:
        raise NotAnAnswer(_choose(field, status))
    empty = "" if field.datatype == "text" else None
    return Reading(empty, empty)


def _choose(field: FormField, status: Any) -> str:
    """Ask for a choice and name the one for people who are unsure, unless the field has its own sentence."""
    asked = _asked(field, status, "multiple choice required", worded("web.answer.choose"))
    if field.number in status.extras.get("validation messages", {}):
        return asked
    for choice in field.choices:
        plain = BeautifulSoup(choice.label, "html.parser").get_text()
        if re.search(r"(don.t|do not) know|not sure", plain, re.IGNORECASE):
            return worded("web.answer.can-choose", asked=asked, choice=plain)
    return asked


def _read_tick(field: FormField, form: Form, _status: Any) -> Reading:
    value = bool(form.get(field.name)) == (field.inner.sign > 0)
    return Reading(value, value)


def _read_date(field: FormField, form: Form, status: Any) -> Reading:
    boxes = [form.get(f"{field.name}-{box}", "") for box in ("day", "month", "year")]
    try:
        found = typed_date(*boxes)
    except NotADate as bad:
        # Always the exact sentence: the interview's own for "date" can only be a general one.
        raise NotAnAnswer(str(bad), tuple(bad.boxes)) from bad
    if found is not None:
        written = found.isoformat()
        return Reading(docassemble.util.as_datetime(written), written)
    if field.is_required:
        raise NotAnAnswer(
            _asked(field, status, "required", worded("web.answer.date")), ("day", "month", "year")
        )
    return Reading("", "")


def _read_text(field: FormField, form: Form, status: Any) -> Reading:
    sent = form.get(field.name, "")
    if field.is_required and not sent.strip():
        raise NotAnAnswer(_asked(field, status, "required", worded("web.answer.needed")))
    return _converted(field, sent, status)


def _converted(field: FormField, sent: str, status: Any) -> Reading:
    value = _CONVERTERS.get(field.datatype, _plain_text)(sent)
    _refuse_out_of_bounds(field, value, status)
    return Reading(value, value)


def _integer(sent: str) -> int:
    plain = sent.replace(",", "").strip() or "0"
    if not re.fullmatch(r"[+-]?[0-9]{1,15}", plain):
        raise NotAnAnswer(worded("web.answer.number"))
    return int(plain)


def _number(sent: str) -> float:
    return _float(re.sub(r"[%,]", "", sent).strip() or "0", "number")


def _currency(sent: str) -> float:
    return _float(re.sub(r"[£%,\s]", "", sent) or "0", "amount")


def _float(plain: str, what: str) -> float:
    try:
        value = float(plain)
    except ValueError as bad:
        raise NotAnAnswer(worded(f"web.answer.{what}")) from bad
    if not math.isfinite(value) or "_" in plain:
        raise NotAnAnswer(worded(f"web.answer.{what}"))
    return value


def _email(sent: str) -> str:
    if sent.strip() and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", sent.strip()):
        raise NotAnAnswer(worded("web.answer.email"))
    return _plain_text(sent.strip())


def _plain_text(sent: str) -> str:
    # What the stock server does to datatype text: tags and backslashes go. Free text of ours is raw.
    return BeautifulSoup(f"<p>{sent}</p>", "html.parser").get_text("\n").replace("\\", "") if sent else sent


def _raw(sent: str) -> str:
    return sent


def _truth(sent: str) -> bool | None:
    return {"True": True, "False": False}.get(sent)


def _refuse_out_of_bounds(field: FormField, value: Any, status: Any) -> None:
    if field.datatype in NUMBER_TYPES:
        _refuse_number(field, value, status)
    elif isinstance(value, str) and value:
        _refuse_length(field, value, status)


def _refuse_number(field: FormField, value: float, status: Any) -> None:
    lowest, highest = _limit(field, status, "min"), _limit(field, status, "max")
    if lowest is not None and value < lowest:
        raise NotAnAnswer(_asked(field, status, "min", worded("web.answer.at-least", number=lowest)))
    if highest is not None and value > highest:
        raise NotAnAnswer(_asked(field, status, "max", worded("web.answer.at-most", number=highest)))


def _refuse_length(field: FormField, value: str, status: Any) -> None:
    shortest, longest = _limit(field, status, "minlength"), _limit(field, status, "maxlength")
    if shortest is not None and len(value) < shortest:
        raise NotAnAnswer(
            _asked(field, status, "minlength", worded("web.answer.too-short", letters=shortest))
        )
    if longest is not None and len(value) > longest:
        message = worded("web.answer.too-long", letters=len(value), room=longest)
        raise NotAnAnswer(_asked(field, status, "maxlength", message))


def _limit(field: FormField, status: Any, which: str) -> float | None:
    found = status.extras.get(which, {}).get(field.number)
    return None if found in (None, "") else float(found)


def _own_message(field: FormField, status: Any, kind: str) -> str:
    return str(field.inner.validation_message(kind, status, ""))


def _asked(field: FormField, status: Any, kind: str, otherwise: str) -> str:
    own = _own_message(field, status, kind) or _own_message(field, status, kind.rpartition(" ")[2])
    return own or otherwise


NUMBER_TYPES = frozenset({"integer", "number", "float", "currency"})
_CONVERTERS: dict[str, Callable[[str], Any]] = {
    "integer": _integer,
    "number": _number,
    "float": _number,
    "currency": _currency,
    "email": _email,
    "raw": _raw,
    "boolean": _truth,
    "threestate": _truth,
}
_READERS: dict[str, Callable[[FormField, Form, Any], Reading]] = {
    "checkboxes": _read_checkboxes,
    "radio": _read_choice,
    "dropdown": _read_choice,
    "tick": _read_tick,
    "date": _read_date,
}
