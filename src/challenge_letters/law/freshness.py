"""Says how old a text that was read, or an address, may be before it has to be looked at again."""

from __future__ import annotations

from datetime import date
from functools import cache

from challenge_letters.law.data_files import read
from challenge_letters.law.days import add_months
from challenge_letters.law.errors import BadRecord

FILE = "freshness.yaml"


@cache
def limit(name: str) -> int:
    """Return the limit `name`: "text_years" or "address_months". Raises BadRecord if it gives no reason."""
    record = read(FILE).get(name, {})
    if not (isinstance(record.get("value"), int) and record["value"] > 0 and record.get("why")):
        raise BadRecord(f"{FILE}: {name} has no value above nought, or does not say why.")
    return int(record["value"])


def whole_years(since: date, until: date) -> int:
    """Return the whole years from `since` to `until`."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


def is_old_text(version: date, *, on: date) -> bool:
    """Return whether a text of the day `version` is too old, on the day `on`, to rely on."""
    return whole_years(version, on) >= limit("text_years")


def is_stale_address(checked_on: date, *, on: date) -> bool:
    """Return whether an address checked on that day has to be checked again by the day `on`."""
    return on > add_months(checked_on, limit("address_months"))
