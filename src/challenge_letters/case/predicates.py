"""Small questions about one answer: each returns the id of a message, or None when the answer is good.

The models and the interview's `validate:` functions both call these, so that a wrong answer is described
in the same words wherever it is found.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from challenge_letters.case.cleaning import has_words

# Two letters, six numbers and one letter. Until people have theirs: TN with a birthday and a letter, or
# a reference like 63T12345.
NATIONAL_INSURANCE_NUMBER = re.compile(r"[A-Z]{2}[0-9]{6}[A-D]?|TN[0-9]{6}[FMP]?|[0-9]{2}[A-Z][0-9]{5}")
# What may stand in a number beside its figures, and the groups it is read in.
PHONE = re.compile(r"[\d\s().+-]+")
UK_PHONES = (
    re.compile(r"(07[0-9]{3})([0-9]{6})"),
    re.compile(r"(02[0-9])([0-9]{4})([0-9]{4})"),
    re.compile(r"(0[38][0-9]{2}|011[0-9]|01[0-9]1)([0-9]{3})([0-9]{4})"),
    re.compile(r"(01[0-9]{3})([0-9]{6})"),
)
# Of one payslip, which may be of five weeks.
HOURS_PAID = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{1,2})?")
MONEY = re.compile(r"[0-9]{1,6}(\.[0-9]{2})?")
ID = re.compile(r"[a-z0-9-]{1,40}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
MOST_DAYS = 1095
FIRST_YEAR, LAST_YEAR = 1900, 2100
LINE_LIMIT = 200
MOST_MINUTES = 24 * 60
MOST_HOURS = 24 * 7
WORDS_LIMIT = 20_000


def national_insurance_number_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or has the shape of a National Insurance number."""
    bare = _bare(text)
    return None if not bare or NATIONAL_INSURANCE_NUMBER.fullmatch(bare) else "national-insurance-number"


def _bare(text: str) -> str:
    """Return `text` in capitals and the figures 0 to 9, without the spaces and marks between them."""
    figures = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)
    return re.sub(r"[\W_]", "", figures).upper()


def tidied_national_insurance_number(text: str) -> str:
    """Return the number as offices print it: in capitals and in pairs ("QQ 12 34 56 C")."""
    bare = _bare(text)
    if not NATIONAL_INSURANCE_NUMBER.fullmatch(bare) or bare[:1].isdigit():
        return bare if NATIONAL_INSURANCE_NUMBER.fullmatch(bare) else text
    return " ".join(bare[place : place + 2] for place in range(0, len(bare), 2))


def email_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or looks like an e-mail address."""
    return None if not has_words(text) or EMAIL.fullmatch(text.strip()) else "email"


def tidied_phone(text: str) -> str:
    """Return a UK number typed in one go as people write it ("07700 900123"); every other text as it is.

    Somebody who put spaces into the number knows how it is read out. What is no bare number keeps its words:
    "ask for Jo". The groups are those of Ofcom's numbering plan, but for the few towns with longer codes.
    """
    if PHONE.fullmatch(text.strip()) is None:
        return text
    figures = "".join(str(unicodedata.digit(char)) for char in text if char.isdecimal())
    bare = re.sub(r"^(?:0044|44)0?", "0", figures) if re.match(r"\s*(?:\+|00)", text) else figures
    groups = next((found for shape in UK_PHONES if (found := shape.fullmatch(bare))), None)
    is_grouped = re.fullmatch(r"[0-9]+(?: [0-9]+)+", text.strip())
    return text if groups is None or is_grouped else " ".join(groups.groups())


def phone_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or holds at least three digits (999 is a phone number)."""
    return None if not has_words(text) or sum(char.isdigit() for char in text) >= 3 else "phone"


def clock_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or gives one time of day: "10.11", "quarter past ten"."""
    # Here and below: to work out a deadline needs neither, and their patterns take a tenth of its time.
    from challenge_letters.case.clock_times import times_in  # noqa: PLC0415

    return None if not has_words(text) or len(times_in(text)) == 1 else "clock-time"


def line_problem(text: str) -> str | None:
    """Return a message id unless `text` fits on one printed line."""
    if "\n" in text.strip():
        return "one-line"
    return "too-long" if len(text) > LINE_LIMIT else None


def called_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or a few words that can follow "because of"."""
    from challenge_letters.case.naming import MOST_WORDS, bare_name, is_name  # noqa: PLC0415

    if not has_words(text) or is_name(text):
        return None
    return "called-form" if len(bare_name(text).split()) <= MOST_WORDS else "called-long"


def day_problem(day: date) -> str | None:
    """Return a message id unless `day` lies in the lifetime of somebody who can have a case."""
    return None if FIRST_YEAR <= day.year <= LAST_YEAR else "year-range"


def money_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or an amount in pounds, like 12 or 12.50."""
    return None if not text or MONEY.fullmatch(text) else "money"


def hours_paid_problem(text: str) -> str | None:
    """Return a message id unless `text` is empty or a number of hours of a payslip, like 140 or 187.50."""
    return None if not text or HOURS_PAID.fullmatch(text) else "hours-paid"


def id_problem(text: str) -> str | None:
    """Return a message id unless `text` can name a problem: small letters, numbers and hyphens."""
    return None if ID.fullmatch(text) else "id-form"


def days_problem(days: int | None) -> str | None:
    """Return a message id unless `days` is None or a possible length of a sanction."""
    return None if days is None or 1 <= days <= MOST_DAYS else "days-range"


def minutes_problem(minutes: int | None) -> str | None:
    """Return a message id unless `minutes` is None or a journey of at most a day."""
    return None if minutes is None or 1 <= minutes <= MOST_MINUTES else "minutes-range"


def hours_problem(hours: float | None) -> str | None:
    """Return a message id unless `hours` is None or hours that a week has, to the quarter of an hour."""
    if hours is None:
        return None
    if not 0 <= hours <= MOST_HOURS:
        return "hours-range"
    return None if float(hours * 4).is_integer() else "hours-form"
