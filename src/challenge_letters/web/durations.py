"""Lengths of time in words."""

from __future__ import annotations


def in_words(seconds: int) -> str:
    """Return `seconds` as whole hours, or minutes when it is less than an hour."""
    number, unit = (seconds // 3600, "hour") if seconds >= 3600 else (max(1, seconds // 60), "minute")
    return f"{number} {unit}{'' if number == 1 else 's'}"
