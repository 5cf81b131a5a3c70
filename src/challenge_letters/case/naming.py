"""The name of a reason: a few words that can follow "because of", like "a migraine" or "being sent home"."""

from __future__ import annotations

import re

# Words that open a sentence with a capital and have none inside it. "I" keeps its own.
NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        """
        A After All An Another Any Appointments As At Because Before Being Both By Calls Doing Each Every
        Everybody Everyone Everything For From Getting Having He Her Here His How If In It Its Many More
        Most My No Nobody Not Nothing Of On One Our People Phone She Since Some Somebody Someone Something
        Telephone That The Their There These They This Those To Two Until We What When Where Whether While
        Who Why Without Working You Your
        """,
    )
)

# What a paper is called: such a word opens its name, and is nobody's.
PAPERS = frozenset(
    re.findall(
        r"[\w-]+",
        """
        Advert Appointment Bank Bill Booking Bus Calendar Call Calls Card Certificate Contract Copies
        Copy Death Decision Diary Discharge Dismissal Doctor Email Emails Entry Envelope Evidence
        Extract Fit Hospital Job Journal Letter Letters List Log Medical Message Messages Note Notes
        Notice Page Pages Payment Payslip Payslips Pharmacy Phone Photo Photos Picture Prescription
        Print Printout Proof Receipt Receipts Record Records Rent Report Rota Scan Screenshot
        Screenshots Sheet Sick Statement Statements Support Tenancy Text Texts Ticket Tickets Timesheet
        Timesheets Timetable Timetables Train Wage Witness Work
        Pictures Paper Papers Printouts Cards Certificates Contracts Logs Scans Rotas
        E-mail E-mails
        Accident Application Applications Birth Booking Breakdown Clinic Clock Confirmation Court Crime
        Engineer Garage Invitation Invoice Nursery Notebook Order Pay Police Prep Printed Recovery
        Redundancy Reference Referral Repair Results School Slip Solicitor Time Training Two Three
        """,
    )
)

# "a broken phone that was in the repair shop", "being sent home because the class was full".
MOST_WORDS = 12
# What people write before it, to begin the sentence anew.
LEADING = re.compile(
    r"(?:it was |this was |the reason was )?(?:because of|because|due to|down to|of)\s+", re.IGNORECASE
)
# What opens a sentence of its own: "I was ill", "the bus was late".
OPENS = re.compile(
    r"(?:i|i['’]m|i['’]d|we|he|she|it|they|there|you|when|to|yes|none|nothing"
    r"|(?:nobody|somebody|not)\b(?! [a-z]+ing\b))\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\b(?:that|which|who|whose|where|what)\b", re.IGNORECASE)
FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|(?<!\bto[ -])(?:have|do)|had|did|does|could|can|cannot|would|will|must"
    r"|\w+n['’]t|broke|came|went|got"
    r"|took|made|gave|rang|wrote|woke|sent|fell|felt|began|became|died|kept|ran|forgot|said|told|knew|saw|needs|wants)\b",
    re.IGNORECASE,
)
# "my phone stopped": a verb, where nothing follows that it could belong to.
LAST_VERB = re.compile(r"^(?!.*\b(?:being|having|getting)\b).*[a-z]ed$", re.IGNORECASE)
# "being sent home", "my commitment still saying 35 hours": an act as the name of a thing.
NO_ACT = r"(?:(?:some|any|every|no)?thing|morning|evening|spring|string|during|ring|king|wing|bring|sing)\b"
ACT = re.compile(rf"\b(?!{NO_ACT})[a-z]{{2,}}ing\b", re.IGNORECASE)
# "being sent home", "having my card kept": what was done to somebody looks like a verb that tells of it.
SUFFERED = re.compile(r"\b(being|having|getting)(?: [a-z]+ly| still| not)? [a-z]+\b", re.IGNORECASE)
# What begins a clause of its own inside an act: verbs may follow.
CLAUSE = re.compile(
    r"\b(?:because|after|before|when|while|as|since|until|although|though|if|how|why)\b"
    r"|(?<=\bsaying) |(?<=\bthinking) |(?<=\bbelieving) |(?<=\bknowing) "
    r"|(?<=\bbeing told) |(?<=\btelling me) ",
    re.IGNORECASE,
)


def bare_name(text: str) -> str:
    """Return `text` as it stands in a sentence: on one line, without "because of" and without a full stop."""
    words = " ".join(text.split()).strip("“”\"' ").rstrip(".;,: ")
    return LEADING.sub("", words, count=1) if LEADING.match(words) else words


def before_aside(text: str) -> str:
    """Return `text` up to its first "that", "which" or "who": what is said there is said aside."""
    return ASIDE.split(text)[0]


def has_finite_verb(text: str) -> bool:
    """Whether `text` surely says that something happened, and does not only name a thing."""
    return bool(FINITE.search(before_aside(text)))


def is_name(text: str) -> bool:
    """Whether `text` can stand in a sentence of ours as the name of a thing: a few words, and no sentence."""
    name = bare_name(text)
    said = _without_clause(name)
    if not 1 <= len(name.split()) <= MOST_WORDS or re.search(r"[.!?;:“”\"{}<>](?:\s|$)", name):
        return False
    is_sentence = OPENS.match(name) or has_finite_verb(said) or LAST_VERB.match(before_aside(said).strip())
    return not is_sentence and name.casefold() != "no"


def _without_clause(name: str) -> str:
    """Return `name`; of the name of an act only the act, without its clause and without what was done."""
    act, *_ = CLAUSE.split(name, maxsplit=1)
    return SUFFERED.sub(r"\1", act) if ACT.search(act) else name
