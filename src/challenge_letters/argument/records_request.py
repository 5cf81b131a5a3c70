"""A request for a copy of what is held about somebody: which records, what must come with them, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from challenge_letters.argument import calendar_words, closing
from challenge_letters.argument.opening import writer
from challenge_letters.argument.replying import Reply
from challenge_letters.argument.sentences import Argument, Paragraph, Sentence
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.requests import RecordsRequest, RecordSystem
from challenge_letters.plan.outcome import PlannedLetter

# Eight at most are asked for; without a choice of their own, those that concern every sanction.
USUAL_RECORDS: tuple[RecordSystem, ...] = (
    "decision",
    "journal",
    "commitments",
    "appointments",
    "calls",
    "hardship-and-sanctions",
)
CALLS: tuple[RecordSystem, ...] = ("appointments", "calls")
# What is asked for together: the records of one line stand in one request.
TOGETHER: tuple[tuple[RecordSystem, ...], ...] = (
    ("decision", "hardship-and-sanctions"),
    ("journal", "commitments"),
    CALLS,
    ("provider", "account-access", "health-and-adjustments", "interpreter"),
)


@dataclass(frozen=True, kw_only=True)
class _Wanted(Reply):
    """The records that a letter asks for."""

    records: RecordsRequest

    @property
    def systems(self) -> tuple[RecordSystem, ...]:
        return self.records.systems or USUAL_RECORDS


def records_request(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the request for records in `case`."""
    records = case.records_request or RecordsRequest()
    matter = _Wanted(
        letter=letter,
        case=case,
        on=on,
        voice=voice_of(letter.kind, case),
        about="records_request",
        boxes=(("call_details", records.call_details),),
        records=records,
    )
    risky = "-at-risk" if case.safety.is_at_risk else ""
    return Argument(
        references=tuple(_references(matter)),
        subject=Sentence(f"subject-records{risky}"),
        opening=(_asked(matter),),
        sections=(),
        asking=Sentence("heading-records"),
        requests=tuple(_requests(matter)),
        closing=(*_with_it(matter), *closing.closing([matter])),
        enclosures=closing.authority(matter),
        left_out=matter.left_out,
    )


def _references(matter: _Wanted) -> Iterator[Sentence]:
    """Yield the names and the address under which the records may be found."""
    names, address = matter.case.claimant.earlier_names, matter.records.address_they_know
    if names:
        yield Sentence("earlier-names", {"names": names}, ("claimant.earlier_names",))
    if address and matter.case.safety.may_print_address:
        yield matter.say("address-they-know", "address_they_know", address=address)


def _asked(matter: _Wanted) -> Paragraph:
    said = [*writer(matter), Sentence("ask-for-copy"), *_period(matter), *_above_all(matter)]
    if matter.records.is_joint_claim == "yes":
        said.append(matter.say("joint-claim", "is_joint_claim"))
    if matter.records.offices_and_people:
        said.append(matter.say("may-be-held", "offices_and_people", words=matter.records.offices_and_people))
    if "calls" not in matter.systems:
        said.extend(matter.told("call_details", "calls"))
    return tuple(said)


def _period(matter: _Wanted) -> Iterator[Sentence]:
    since, until = matter.records.period_from, matter.records.period_to
    said_later = until.year if until else None
    slots = {"since": calendar_words.in_year(since, said_later)} if since and until else {}
    slots |= {"since": calendar_words.in_full(since)} if since and not until else {}
    slots |= {"until": calendar_words.in_full(until)} if until else {}
    if slots:
        yield matter.say("-".join(["period", *slots]), "period_from", "period_to", **slots)


def _above_all(matter: _Wanted) -> Iterator[Sentence]:
    """Yield which decision the records are wanted for, where the case is about one and its day is known."""
    sanctions = [each for each in matter.case.problems if isinstance(each, AppliedSanction)]
    decision = sanctions[0].decision if len(sanctions) == 1 else None
    decided = (decision.dated or decision.notified) if decision else None
    if decided is None:
        return
    at, about = f"problems.{sanctions[0].id}", sanctions[0].failure
    day = about.their_day or about.happened
    slots = {"decided": calendar_words.in_full(decided)} | ({"day": matter.day(day)} if day else {})
    wording = f"above-all-the-decision{'-about' if day else ''}"
    yield Sentence(wording, slots, (f"{at}.decision.notified", f"{at}.failure.their_day"))


def _requests(matter: _Wanted) -> Iterator[Paragraph]:
    for group in _groups(matter):
        wanted = [each for each in group if each in matter.systems]
        details = matter.told("call_details", "calls") if "calls" in wanted else ()
        if wanted:
            yield (*_sent(matter, wanted), *details)


def _groups(matter: _Wanted) -> tuple[tuple[RecordSystem, ...], ...]:
    """Return what is asked for together, the calls first where the matter is a missed call."""
    is_missed_call = any(
        isinstance(each, FailureFacts) and each.failure.kind == "missed-call" for each in matter.case.problems
    )
    return (
        ((*reversed(CALLS),), *(each for each in TOGETHER if each != CALLS)) if is_missed_call else TOGETHER
    )


def _sent(matter: _Wanted, wanted: list[RecordSystem]) -> Iterator[Sentence]:
    """Yield the request for the records of one line, each in a sentence of its own."""
    for at, each in enumerate(wanted):
        wording = "send-records-too" if at else "send-records"
        yield matter.say(wording, "systems", records=Sentence(f"records-{each}"))


def _with_it(matter: _Wanted) -> Iterator[Paragraph]:
    """Yield what the answer should also say, how to find it all, and in which form to send it."""
    yield (Sentence("tell-me-about-data"),)
    keep = "ask-to-keep-recordings" if "calls" in matter.systems else "ask-to-keep-all"
    yield (
        Sentence("ask-if-more-is-needed-ring" if _may_ring(matter) else "ask-if-more-is-needed"),
        Sentence(keep),
    )
    yield (_form(matter), Sentence("tell-me-in-time"))


def _may_ring(matter: _Wanted) -> bool:
    case = matter.case
    return bool(case.claimant.phone) and case.safety.may_print_phone and not case.contact.not_by_phone


def _form(matter: _Wanted) -> Sentence:
    claimant, safety = matter.case.claimant, matter.case.safety
    helper = _to_the_helper(matter) if matter.records.wanted_as == "to-helper" else None
    if helper:
        return helper
    if matter.records.wanted_as == "email":
        if claimant.email and not safety.is_at_risk:
            return matter.say("copy-by-email-to", "wanted_as", email=claimant.email)
        return matter.say("copy-by-email", "wanted_as")
    wording = "copy-in-large-print" if matter.records.wanted_as == "large-print" else "copy-on-paper"
    is_there = claimant.address and safety.may_print_address
    return matter.say(f"{wording}-to-address" if is_there else wording, "wanted_as")


def _to_the_helper(matter: _Wanted) -> Sentence | None:
    """Return that the copy goes to the adviser, who must have given an address; None without one."""
    writer = matter.case.writer
    named = ", ".join(part for part in (writer.name, writer.organisation) if part)
    at = writer.email or ", ".join(writer.address)
    if writer.kind != "adviser" or not named or not at:
        return None
    return matter.say("copy-to-helper-at", "wanted_as", named=named, at=at)
