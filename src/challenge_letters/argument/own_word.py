"""What stands in a letter as a plain sentence of whoever signs it, and what is quoted as the client's.

An adviser tells the case in the third person, as in a letter of her own: that is her sentence. Where a text
speaks of itself ("I woke at five") it is what the client says, and stands in quotation marks.
"""

from __future__ import annotations

import re

from challenge_letters.argument.typed import OTHER_DAY
from challenge_letters.argument.voice import Voice
from challenge_letters.case.whose_word import is_tellers, names_client

# Where "we" is whoever signs, and their office: "We are writing today", "He signed our form".
OF_THE_OFFICE = re.compile(
    r"\bwe (?:(?:are|were) (?:now )?writing|write|advise[ds]?|act(?:ed)? for|(?:first )?saw (?:him|her|them)"
    r"|(?:were|are) (?:full|fully booked|closed)(?: and (?:had to )?(?:sent?|turned?) (?:him|her|them) away)?"
    r"|(?:had to )?(?:sent?|turned?) (?:him|her|them) away|could not see (?:him|her|them)"
    r"|had no (?:appointment|slot)s?)\b"
    r"|\bour (?:form|office|service|centre|client|adviser|advice(?: shop| centre)?|authority|bureau|project"
    r"|drop-in|waiting list)s?\b"
    r"|\bour first (?:appointment|meeting)\b",
    re.IGNORECASE,
)


def stands_plain(text: str, voice: Voice) -> bool:
    """Whether `text` stands as a sentence of a letter in `voice`; else it is quoted as the client's.

    Whoever signs in their own voice typed it: so did an appointee.
    """
    if not voice.is_adviser:
        return True
    # "I rang with Ms Sample beside me": beside the client's name, "I" is whoever signs.
    return is_tellers(OF_THE_OFFICE.sub(" ", text)) or names_client(text, voice.name, voice.called)


def may_be_led(words: str, voice: Voice) -> bool:
    """Whether a day may stand before `words`: they begin with "I" or a name, and tell of no other day."""
    return begins_with_somebody(words, voice) and not OTHER_DAY.search(words)


def begins_with_somebody(words: str, voice: Voice) -> bool:
    """Whether `words` begin with "I", or in somebody else's letter with the person's name."""
    first_name = voice.name.partition(" ")[0]
    names = (
        () if voice.is_own else tuple(f"{each} " for each in (voice.called, voice.name, first_name) if each)
    )
    return words.startswith(("I ", *names))
