"""What a decision may hold against somebody besides the failure: no answer, no reason, no proof."""

from __future__ import annotations

import re

from challenge_letters.case.sentences import split
from challenge_letters.law.failure_traits import failures_with

NOT = r"(?:did not|didn['’]t|has not|have not|ha(?:s|ve)n['’]t|had not|hadn['’]t|failed to|never)"
SOON = r"(?: (?:yet|also|then|since|even|either))*"
OFFICE = r"(?:the|your|our) (?:[\w’'-]+ ){0,2}(?:coach|office|jobcentre|provider|department)"
US = rf"(?:us|me|them|anyone|anybody|dwp|{OFFICE})"
SHOWN = r"(?:reasons?|explanations?|evidence|proof|fit notes?|documents?|response|reply|answer|contact)"
A_MESSAGE = r"(?:letter|message|request|question|journal)s?"
GIVEN = r"(?:given?|provided?|sen[dt]|supplied|supply|shown?|received?|had|made?)"
ANY = r"(?:(?:any|an?|the|your|further|us|with|of) )*"
# Not what is done on the line of a call: that is the failure itself.
A_CALL = r"(?! (?:to )?(?:it|when|(?:the|our|your|a|my) (?:\w+ )?(?:(?:tele)?phone|calls?)\b))"
NOT_ANSWERED = re.compile(
    rf"\b{NOT}{SOON} (?:told|tell|let|inform(?:ed)?|notif(?:y|ied)|contact(?:ed)?|warn(?:ed)?) {US}\b"
    rf"|\b{NOT}{SOON} (?:repl(?:y|ied)|respond(?:ed)?|explain(?:ed)?){A_CALL}"
    rf"|\b{NOT}{SOON} (?:say|said|given?|explain(?:ed)?) why\b"
    rf"|\b{NOT}{SOON} answer(?:ed)? (?:us|to us|(?:our|the|your) {A_MESSAGE})\b"
    rf"|\b{NOT}{SOON} {GIVEN} {ANY}{SHOWN}\b"
    rf"|\b{NOT}{SOON} (?:received?|had) (?:it|this|that|these|them|anything)\b"
    rf"|\b{NOT}{SOON} hear[d]? from you\b"
    rf"|\bno {SHOWN}\b[^.;]{{0,30}}\b(?:given|provided|received|sent|shown|supplied|made)\b"
    rf"|\b(?:gave|given|provided|offered|received|had|sent) (?:us |me )?no {SHOWN}\b"
    rf"|\bwithout (?:telling|letting|informing|contacting|warning) {US}\b",
    re.IGNORECASE,
)
# What goes before "We have not received it" and says what "it" is.
ASKED = re.compile(rf"\basked\b.*\b(?:{SHOWN}|explain|reply|tell|contact|why)\b", re.IGNORECASE)
# Of these the answer, or the proof, is what was required.
IS_THE_FAILURE = frozenset().union(
    *map(failures_with, ("has-a-last-day", "in-a-week", "unnamed", "work-ended"))
)


def not_answered(their_words: str, kind: str) -> str:
    """Return the sentences of `their_words` that hold it against somebody that they did not answer.

    "" where none does, or where the failure of this `kind` is just that. A sentence that is all of their
    words is returned from where it says so.
    """
    if kind in IS_THE_FAILURE:
        return ""
    sentences = split(their_words)
    found = [at for at, each in enumerate(sentences) if NOT_ANSWERED.search(each)]
    if not found:
        return ""
    first = found[0] - 1 if found[0] and ASKED.search(sentences[found[0] - 1]) else found[0]
    if first == 0 and found[-1] + 1 == len(sentences):
        return _from_there(sentences[found[0]])
    return " ".join(sentences[first : found[-1] + 1])


def _from_there(sentence: str) -> str:
    """Return what `sentence` says of it: "did not tell us why", with the words that go on from there."""
    found = NOT_ANSWERED.search(sentence)
    return re.split(r"[.;!?](?:\s|$)", sentence[found.start() :])[0].strip() if found else ""
