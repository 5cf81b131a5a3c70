"""How a letter is to be sent: by journal, to-do, post or form, as far as each is safe."""

from __future__ import annotations

from datetime import date

from challenge_letters.case.case import Case
from challenge_letters.law import addresses
from challenge_letters.law.benefits import has
from challenge_letters.law.nations import system_of
from challenge_letters.plan.outcome import PlannedLetter
from challenge_letters.plan.texts import sentence


def channel(case: Case, now: PlannedLetter, on: date) -> str:
    """Return how to send the letter `now` on the day `on`, in a sentence."""
    phone = universal_credit_phone(case.nation)
    values = {
        "office": office_name(case),
        "phone": phone,
        "place": answer_place(case),
        "when": answer_when(case, on),
    }
    return sentence("channels", _way_to_send(case, now), **values)


def office_name(case: Case) -> str:
    """Return what the local office is called in the nation of `case`."""
    return system_of(case.nation).office


def sending_step(case: Case, now: PlannedLetter) -> str:
    """Return the id of the step that says how to send the letter `now`."""
    if now.kind == "good-reason-statement" and answers_by_letter(case):
        return "send-answer-letter"
    if now.kind == "complaint" or not has_account(case):
        has_address = now.kind == "mandatory-reconsideration" and not has_no_notice(case)
        return "send-post" if has_address else "send-paper"
    return "send-to-do" if now.kind == "good-reason-statement" else "send-journal"


def _way_to_send(case: Case, now: PlannedLetter) -> str:
    if now.kind in ("subject-access-request", "complaint"):
        return "records"
    if not now.is_for_journal:
        return now.kind
    if now.kind == "mandatory-reconsideration":
        return _way_to_send_a_request(case)
    if now.kind == "good-reason-statement" and answers_by_letter(case):
        return "answer-letter"
    if not has_account(case):
        return "paper"
    return "to-do" if now.kind == "good-reason-statement" else "reply"


def has_no_notice(case: Case) -> bool:
    """Whether no decision in `case` was seen, so that there is no address on it to write to."""
    decisions = case.decisions
    return bool(decisions) and all(each.decision.notice == "none-seen" for each in decisions)


def _way_to_send_a_request(case: Case) -> str:
    if has_no_notice(case):
        return "unseen" if has_account(case) else "unseen-no-account"
    if has_account(case):
        return "universal-credit"
    return "universal-credit-no-account" if has(case.benefit, "phone-line") else "other"


def has_account(case: Case) -> bool:
    """Whether the person has an online account with a journal and may safely use it."""
    return has(case.benefit, "online-account") and case.safety.may_use_account


def can_go_online(letter: PlannedLetter, case: Case) -> bool:
    """Whether `letter` goes into the online account or a form, where it arrives as soon as it is sent."""
    if letter.kind == "good-reason-statement" and answers_by_letter(case):
        return False
    return letter.kind == "appeal-grounds" or (letter.is_for_journal and has_account(case))


def answer_place(case: Case, *, is_closed: bool = False) -> str:
    """Return where in the account to answer: in the to-do where one came, else in the journal.

    `is_closed`: its day has passed, so that a to-do may be closed.
    """
    ways = {threat.warning.came_by for threat in case.threats}
    if ways == {"to-do"}:
        return sentence("parts", "place-to-do-closed" if is_closed else "place-to-do")
    return sentence("parts", "place-either" if ways & {"to-do", "not-known"} else "place-journal")


def first_answer_day(case: Case) -> date | None:
    """Return the first day by which they want an answer to a warning, or None where none is given."""
    days = (threat.warning.answer_by for threat in case.threats)
    return min((day for day in days if day), default=None)


def answer_when(case: Case, on: date) -> str:
    """Return by when to answer a warning: "by their date" only while there is one that has not passed."""
    first = first_answer_day(case)
    if first is None:
        return sentence("parts", "answer-soon")
    return sentence("parts", "answer-at-once" if first < on else "answer-by-their-date")


def answers_by_letter(case: Case) -> bool:
    """Whether every warning in `case` came by letter, so that there is no to-do to answer."""
    threats = case.threats
    return bool(threats) and all(threat.warning.came_by == "letter" for threat in threats)


def provider_written_to(letter: PlannedLetter) -> tuple[str, ...]:
    """Return the lines of the provider that wrote the one warning `letter` answers; none for any other."""
    if letter.kind != "good-reason-statement" or len(letter.challenges) != 1:
        return ()
    failure = letter.challenges[0].problem.failure
    is_known = failure.asked_by == "provider" and failure.provider and failure.provider_address
    return (failure.provider, *failure.provider_address) if is_known else ()


def universal_credit_phone(nation: str) -> str:
    """Return the Universal Credit telephone number in `nation`, as last checked."""
    found = addresses.serving("universal-credit-phone", nation)
    return found.phone if found else ""
