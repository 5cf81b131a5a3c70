"""What somebody typed about a demand, taken apart: an offer and a sentence, a threat and a narration."""

from __future__ import annotations

import re

from challenge_letters.argument.narrated import is_narrated
from challenge_letters.argument.typed import flat, in_small, is_no_answer, split, stopped
from challenge_letters.case.problems import AccountDemand

# Who tells what they did, and does not give the words they used.
TELLS = re.compile(r"I (said|told|rang|phoned|asked|wrote|explained|refused|answered|declined)\b")
AHEAD = re.compile(r"\S+(?: \S+)? (?:would|will|could|can|may|might|must)\b")
# "my account, I can open it on my own phone": a thing, and a sentence about it.
SENTENCE_OF_ONES_OWN = re.compile(r"(?:^|[,;:.–-]\s+)(I(?:['’](?:ll|d|m|ve))?(?:\s+\S+){3,})$")

# "I am not giving it to you", "I won't share my password": a no of today, and none of a day that is over.
REFUSES = re.compile(
    r"\bI(?: will not|['’]ll not| won['’]t| am not going to|['’]m not going to) (?:give|hand|share|tell)\b"
    r"|\bI(?: am|['’]m) not (?:giving|handing|sharing)\b|\bI refuse to (?:give|hand|share|tell)\b",
    re.IGNORECASE,
)
# "… until you show me where it says so": a no on a condition is no plain one.
ON_A_CONDITION = re.compile(r"\b(?:unless|until|till|before|without|except|if|but)\b", re.IGNORECASE)
SECRET = re.compile(r"\b(?:pass ?words?|log-?ins?|log in|it|that|those|them)\b", re.IGNORECASE)

# What a commitment asks for that an offer meets: showing what was done.
SHOWING = re.compile(r"\b(?:show|evidence|prove|proof|demonstrate)", re.IGNORECASE)
# "It says: “…”" before the words of a commitment; and what tells that words are lacking.
COMMITMENT_SAYS = re.compile(
    r"\A(?:it|(?:in )?my (?:claimant )?commitment,?(?: it)?) says?[:,]? ", re.IGNORECASE
)
SAYS_NOTHING = re.compile(
    r"\b(?:says? nothing|nothing (?:in it|about|on)|does(?:n['’]t| not) (?:say|mention|ask))\b", re.IGNORECASE
)
QUOTATION = re.compile(r"[“\"](.+?)[”\"]")
# What makes a demand of words, and what threatens whoever does not do it.
MUST = re.compile(r"\b(?:must|have to|has to|need|needs|required|got to)\b", re.IGNORECASE)
THREAT = re.compile(
    r"\b(?:decision[- ]makers?|sanction\w*|refer(?:red|ral|ring)?|stop(?:s|ped)?|reduc(?:e[ds]?|tion)|lost?"
    r"|lose|clos(?:e[ds]?|ing)|consequences?|penalt(?:y|ies)|compulsory|mandatory|raise a doubt)\b",
    re.IGNORECASE,
)
FOLLOWS = re.compile(r"\b(?:would|will|could|can|may|might|shall)\b|['’](?:ll|d)\b", re.IGNORECASE)
# What somebody did, in a form that stands after "you" as it stands after a name.
DID = (
    r"(?:asked|called|came|demanded|gave|had|insisted|left|looked|made|phoned|put|rang|repeated|replied|said"
    r"|sent|showed|spoke|texted|thought|told|took|tried|turned|typed|wanted|went|wrote)\b"
)
# Words that point to whoever was named: such a sentence does not begin with "you".
HE, SHE, THEY = r"he|him|his|himself", r"she|her|hers|herself", r"they|them|their|themselves"
POINTS_TO = {"Mr": rf"{HE}|{THEY}", **dict.fromkeys(("Mrs", "Ms", "Miss"), rf"{SHE}|{THEY}")}
# What begins a sentence and is no name: it stands in small letters after "On 19 November".
NO_NAME = re.compile(r"(?:He|She|They|It|We|My|Our|The|This|That|An?|Another|Some(?:body|one)|One)\b")


# What somebody is asked to hand over or open, as people call it.
DEVICE = re.compile(r"\b(phone|mobile|tablet|laptop|computer)\b", re.IGNORECASE)
ANY_DEVICE = "phone, tablet or computer"


def device_asked_for(demand: AccountDemand) -> str:
    """Return what the demand calls the device it asks for; any of them where it names none, or several."""
    named = {found.lower() for found in DEVICE.findall(demand.words)}
    return named.pop() if len(named) == 1 else ANY_DEVICE


def thing_offered(what: str) -> str:
    """Return the thing that `what` names, as it stands after "I will bring"; "" where it only tells of it."""
    return SENTENCE_OF_ONES_OWN.sub("", flat(what)).strip()


def told_of_offer(what: str) -> str:
    """Return the sentence in `what` that stands as a sentence of its own; "" where it is only a thing."""
    found = SENTENCE_OF_ONES_OWN.search(flat(what))
    return stopped(found[1]) if found else ""


def threat_of(demand: AccountDemand) -> str:
    """Return the words of what would follow that the demand, quoted as well, does not hold already."""
    return " ".join(_parted(demand)[0])


def narration_of(demand: AccountDemand) -> str:
    """Return what was told of what would follow, and is not quoted; "" where the later answer says it."""
    narrated = " ".join(_parted(demand)[1])
    answered = demand.told_them.words if demand.told_them else ""
    return "" if answered and holds(narrated, answered) else narrated


def refuses(demand: AccountDemand) -> bool:
    """Whether the person's own words say plainly that it is not given."""
    told = demand.told_them.words if demand.told_them else ""
    return any(_is_plain_no(each) for text in (told, demand.account) for each in split(flat(text)))


def _is_plain_no(sentence: str) -> bool:
    found = REFUSES.search(sentence)
    rest = sentence[found.end() :] if found else ""
    return bool(found and SECRET.search(rest)) and not ON_A_CONDITION.search(sentence)


def is_threatened(demand: AccountDemand) -> bool:
    """Whether anything was said to follow: in the words of the demand, or beside them.

    "Nothing" is none, and neither is only how it was asked.
    """
    said = flat(demand.said_would_follow)
    if any(THREAT.search(each) and FOLLOWS.search(each) for each in split(flat(demand.words))):
        return True
    if not said or is_no_answer(said):
        return False
    return any(not _is_told(each) or FOLLOWS.search(each) or THREAT.search(each) for each in split(said))


def presses(demand: AccountDemand) -> bool:
    """Whether the demand says or threatens that it must be done, whatever was ticked of it."""
    return is_threatened(demand) or any(each.search(demand.words) for each in (MUST, THREAT))


def what_you_did(words: str, person: str) -> str:
    """Return the sentence `words` about what `person` did as it goes on after "you"; "" where it is none."""
    if not person:
        return ""
    title, *_, surname = person.split()
    called = "|".join(map(re.escape, (person, f"{title} {surname}")))
    found = re.match(rf"(?:{called})(?:, [^,.!?“\"]+,)? (?=(?P<did>{DID}.*))", words, re.DOTALL)
    pointing = POINTS_TO.get(title.rstrip("."), rf"{HE}|{SHE}|{THEY}")
    rest = QUOTATION.sub("", found["did"]) if found else ""
    is_named_again = re.search(rf"\b(?:{pointing})\b|\b{re.escape(surname)}\b", rest, re.IGNORECASE)
    return "" if found is None or is_named_again else found["did"]


def led_by_a_day(words: str) -> str:
    """Return the sentence `words` as it stands after "On 19 November": a name keeps its capital."""
    return in_small(words) if NO_NAME.match(words) else words


def commitment_words_of(demand: AccountDemand) -> str:
    """Return the words of the commitment without what leads to them; "" where there are none to quote."""
    words = COMMITMENT_SAYS.sub("", flat(demand.commitment_words), count=1)
    return "" if is_no_answer(words) else words


def holds(text: str, words: str) -> bool:
    """Whether `words` stand in `text`, whatever the letters and signs."""
    return f" {_bare(words)} " in f" {_bare(text)} "


def _parted(demand: AccountDemand) -> tuple[list[str], list[str]]:
    """Return the sentences that are words of a threat, and those from the first that tells of something."""
    said = split(flat(demand.said_would_follow))
    first = next((at for at, each in enumerate(said) if _is_told(each)), len(said))
    return [each for each in said[:first] if not holds(demand.words, each)], [*said[first:]]


def _is_told(sentence: str) -> bool:
    """Whether `sentence` tells what somebody did or said; "They would report me" is what would follow."""
    return bool(TELLS.match(sentence)) or (is_narrated(sentence) and not AHEAD.match(sentence))


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
