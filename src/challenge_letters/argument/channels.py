"""The way in which something was said or sent: in the journal, by phone, in person."""

from __future__ import annotations

from challenge_letters.argument.sentences import Sentence

SPOKEN_BY = {
    "journal": "in-journal",
    "letter": "by-letter",
    "text-message": "by-text-message",
    "phone": "by-phone",
    "email": "by-email",
    "in-person": "in-person",
    "appointment": "at-an-appointment",
    "form": "on-a-form",
    "to-do": "in-to-do",
    "account-details": "in-account-details",
}


# What is said in these ways is heard, and no message is left of it.
HEARD: frozenset[str] = frozenset({"phone", "in-person", "appointment"})
# What is said in these ways can be read again.
WRITTEN = frozenset({"journal", "letter", "text-message", "email", "form", "to-do"})


def channel(how: str) -> Sentence | None:
    """Return the words for the way something was said; None where it is not known."""
    return Sentence(SPOKEN_BY[how]) if how in SPOKEN_BY else None
