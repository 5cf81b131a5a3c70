"""What was typed as the words of a message, and says itself that it is a paper's: "My commitment says …"."""

from __future__ import annotations

import re

from challenge_letters.argument.same_event import QUOTED
from challenge_letters.argument.typed import flat, is_sentence, stopped

# Words of the moment, and words to whoever reads them, are the message itself.
AT_THE_MOMENT = re.compile(
    r"\b(today|tonight|tomorrow|yesterday|this (morning|afternoon|evening|week)|please|you|your)\b",
    re.IGNORECASE,
)
# "My commitment says 35 hours", "It says the same": what is typed of a paper, and names it.
PAPER = (
    r"commitment|agreement|plan|letter|message|text|e-?mail|page|site|website|terms|rules|policy|form|sheet"
    r"|leaflet|notice|contract|advert|journal|to-do"
)
OF_A_PAPER = re.compile(
    rf"(?:(?:My|Our|The|His|Her|Their|That)(?: [\w'’-]+){{0,4}}? (?:{PAPER})(?: [\w'’-]+){{0,3}}?|It)"
    r" (?:also |only |just )?"
    r"(?:says?|said|reads?|states?|stated|tells|told|asks|asked|wants|wanted|requires)\b"
)


def names_its_paper(words: str) -> bool:
    """Whether `words` say themselves what they come from: "My commitment says …", "It says …"."""
    line = flat(words)
    return bool(OF_A_PAPER.match(line)) and is_sentence(stopped(line))


def is_no_message(words: str) -> bool:
    """Whether `words`, typed as those of a message, are what the person says that a paper says.

    What speaks to whoever reads it is the message all the same: "The letter says when you have to come."
    """
    return names_its_paper(words) and not AT_THE_MOMENT.search(QUOTED.sub(" ", flat(words)))
