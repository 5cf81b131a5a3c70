"""A day as people know it: exactly, or only the month.

In a case file it is a string: "2027-01-31", or "2027-01" when only the month is known.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from challenge_letters.case.messages import message
from challenge_letters.case.predicates import FIRST_YEAR, LAST_YEAR
from challenge_letters.languages import worded

FORM = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, order=True)
class RoughDay:
    """A known day, or a known month with the day not known."""

    year: int
    month: int
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> RoughDay:
        """Return the day or month that `text` ("2027-01-31" or "2027-01") names.

        Raises `PydanticCustomError` where there is no such day.
        """
        match = FORM.fullmatch(text.strip())
        if match is None:
            raise PydanticCustomError("date-form", message("date-form"))
        year, month, day = (int(part) if part else None for part in match.groups())
        if not is_a_day(year, month, day or 1):
            raise PydanticCustomError("no-such-day", message("no-such-day"))
        if not FIRST_YEAR <= (year or 0) <= LAST_YEAR:
            raise PydanticCustomError("year-range", message("year-range"))
        return cls(year or 0, month or 0, day)

    @classmethod
    def exactly(cls, day: date) -> RoughDay:
        """Return `day` as a known day."""
        return cls(day.year, day.month, day.day)

    @property
    def is_exact(self) -> bool:
        return self.day is not None

    @property
    def earliest(self) -> date:
        """The earliest day it can have been: what a deadline must be counted from."""
        return date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> date:
        """The latest day it can have been."""
        last = calendar.monthrange(self.year, self.month)[1]
        return date(self.year, self.month, self.day or last)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._from_file, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "string",
            "pattern": r"^\d{4}-\d{2}(-\d{2})?$",
            "description": worded("case-files.rough-day"),
        }

    @classmethod
    def _from_file(cls, value: Any) -> RoughDay:
        if isinstance(value, RoughDay):
            return value
        if isinstance(value, date):
            return cls.exactly(value)
        if isinstance(value, str):
            return cls.parse(value)
        raise PydanticCustomError("date-form", message("date-form"))


def is_a_day(year: int | None, month: int | None, day: int | None) -> bool:
    """Say whether the calendar has a day of that `year`, `month` and `day`."""
    try:
        date(year or 0, month or 0, day or 0)
    except ValueError:
        return False
    return True
