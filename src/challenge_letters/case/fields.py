"""The kinds of field every model is made of: a line, words, an address, yes or no or not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from challenge_letters.case import predicates
from challenge_letters.case.cleaning import cleaned, has_words
from challenge_letters.case.messages import message


class Facts(BaseModel):
    """Base of every model: frozen, and refusing what it does not know."""

    # Built when a case is read, and then whole: each of the parts by itself would cost as much again. So the
    # parts that stand for "nothing told" are constructed, which builds nothing.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    @classmethod
    def model_json_schema(cls, *how: Any, **more: Any) -> dict[str, Any]:
        """Do what pydantic does. It writes down defaults by parts that have to be built for it first."""
        _build_all(Facts)
        return super().model_json_schema(*how, **more)


def _build_all(kind: type[BaseModel]) -> None:
    kind.model_rebuild()
    for below in kind.__subclasses__():
        _build_all(below)


def _cleaned(value: Any) -> Any:
    return cleaned(value) if isinstance(value, str) else value


def _empty_if_blank(text: str) -> str:
    return text if has_words(text) else ""


def _fits_words(text: str) -> str:
    if len(text) > predicates.WORDS_LIMIT:
        raise PydanticCustomError("too-long", message("too-long", limit=predicates.WORDS_LIMIT))
    return text


def checked_by(problem: Callable[[Any], str | None]) -> AfterValidator:
    """Return a validator that raises the message whose id the predicate `problem` returns."""

    def check(value: Any) -> Any:
        found = problem(value)
        if found is not None:
            raise PydanticCustomError(found, message(found, limit=predicates.LINE_LIMIT))
        return value

    return AfterValidator(check)


# pydantic would take a number for seconds since 1970, and a text with a time of day for a day.
DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _only_a_written_day(value: Any) -> Any:
    """Return `value` if it is a day, or a text like 2027-01-31. Nothing else is one."""
    if type(value) is date:
        return value
    if not isinstance(value, str) or not DAY_FORM.fullmatch(value.strip()):
        raise PydanticCustomError("day-form", message("day-form"))
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise PydanticCustomError("no-such-day", message("no-such-day")) from error


def _only_a_number(value: Any) -> Any:
    """Return `value` unless it is true or false, which pydantic would take for 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("whole-number", message("whole-number"))
    return value


def _whole_if_it_is(hours: float | None) -> float | None:
    return int(hours) if hours is not None and hours.is_integer() else hours


Words = Annotated[
    str, BeforeValidator(_cleaned), AfterValidator(_empty_if_blank), AfterValidator(_fits_words)
]
Line = Annotated[
    str,
    BeforeValidator(_cleaned),
    AfterValidator(_empty_if_blank),
    checked_by(predicates.line_problem),
]


# "1 Dock Road, Leeds" may stay on one line.
PARTED_AT = 2


def _address_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines that say anything; one line with several parts is parted at its commas."""
    said = tuple(line for line in lines if line)
    if len(said) == 1 and said[0].count(",") >= PARTED_AT:
        return tuple(part.strip() for part in said[0].split(",") if part.strip())
    return said


Address = Annotated[tuple[Line, ...], AfterValidator(_address_lines)]
NationalInsuranceNumber = Annotated[
    Line,
    checked_by(predicates.national_insurance_number_problem),
    AfterValidator(predicates.tidied_national_insurance_number),
]
Day = Annotated[date, BeforeValidator(_only_a_written_day), checked_by(predicates.day_problem)]
Email = Annotated[Line, checked_by(predicates.email_problem)]
Phone = Annotated[Line, checked_by(predicates.phone_problem), AfterValidator(predicates.tidied_phone)]
Days = Annotated[int | None, BeforeValidator(_only_a_number), checked_by(predicates.days_problem)]
Minutes = Annotated[int | None, BeforeValidator(_only_a_number), checked_by(predicates.minutes_problem)]
Hours = Annotated[
    float | None,
    BeforeValidator(_only_a_number),
    checked_by(predicates.hours_problem),
    AfterValidator(_whole_if_it_is),
]
ClockTime = Annotated[Line, checked_by(predicates.clock_problem)]
Pounds = Annotated[str, checked_by(predicates.money_problem)]
HoursPaid = Annotated[str, checked_by(predicates.hours_paid_problem)]
Id = Annotated[str, checked_by(predicates.id_problem)]
YesNo = Literal["yes", "no", "not-known"]
