"""Reads sums of money as people type them."""

from __future__ import annotations


def money(text: str) -> str:
    """Return an amount as the case keeps it: "£1,012.5" becomes "1012.50"; "" stays empty."""
    bare = text.strip().lstrip("£").replace(",", "").strip()
    pounds, point, pence = bare.partition(".")
    return f"{pounds}.{pence:0<2}" if point else bare
