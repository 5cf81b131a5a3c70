"""Lengths of time in words."""

from __future__ import annotations

from challenge_letters.languages import worded


def in_words(seconds: int) -> str:
    """Return `seconds` as whole hours, or minutes when it is less than an hour."""
    number, unit = (seconds // 3600, "hour") if seconds >= 3600 else (max(1, seconds // 60), "minute")
    return worded(f"web.durations.{unit}{'' if number == 1 else 's'}", number=number)
