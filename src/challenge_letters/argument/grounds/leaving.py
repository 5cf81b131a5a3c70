"""How a job came to its end: who ended it, what was said, the pay that was missing, the danger there was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import same_event, typed
from challenge_letters.argument.grounds.hourly_pay import perhaps_under_paid, under_paid
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.of_a_paper import is_no_message
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.whose_word import is_of_oneself

# Before good reason: who was sent away did not leave, and needs no reason.
RANK = 30
# What is said of whoever is not held to have left, but not to have come.
NOT_COME = re.compile(
    r"\b(?:(?:did|have|had) not|didn['’]t|haven['’]t|fail\w*(?: to)?|never)\b[^.!?]{0,30}?"
    r"\b(?:attend(?:ed|ance)?|come|go|turn(?:ed)? up|arrived?|start(?:ed)?|participate|take part)\b",
    re.IGNORECASE,
)
# So many facts the case sentence can hold; the others are told where they are argued.
IN_THE_CASE = 2
PAID = "payslip_pay"
ROWS = {PAID: "under-paid", "hurt_on": "hurt", "advised_by": "advice", "unpaid": "unpaid", "danger": "danger"}


def is_sent_away(matter: Matter) -> bool:
    """Whether the person was told to go by the employer that is said to have been left."""
    job = matter.facts.job
    return matter.kind == "left-job" and job is not None and job.ended == "sent-away"


def sent_home(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that a placement was not left, where the person was sent home from it."""
    job = matter.facts.job
    if matter.kind != "work-placement" or job is None or job.ended != "sent-away":
        return None
    is_told = not job.ended_words or _is_in_account(job.ended_words, matter)
    words = () if is_told else (_words_to_go(matter, job.ended_words),)
    # Whoever is said not to have come is answered that they came.
    came = "-came" if NOT_COME.search(matter.facts.failure.their_words) else ""
    so = matter.say("so-did-not-stay-away" if came else "so-did-not-leave", "job.ended")
    told = () if came else (matter.say("was-sent-home", "job.ended"),)
    said = (*told, *words, so)
    clause, heading = (matter.say(f"{each}-sent-home{came}", "job.ended") for each in ("case", "heading"))
    return Ground("sent-home", RANK - 12, heading, (said,), clause)


def _words_to_go(matter: Matter, words: str) -> Sentence:
    return matter.say("was-told-to-go-in-words", "job.ended_words", words=words)


def not_as_told(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that what was asked at a placement was not what the message about it required."""
    job, needed = matter.facts.job, matter.facts.requirement
    if matter.kind != "work-placement" or job is None or not job.not_as_told:
        return None
    is_quoted = needed.words and needed.told_by != "never" and not is_no_message(needed.words)
    ending_of = "not-in-the-message" if is_quoted else "not-what-was-told"
    said = (
        matter.say("asked-instead", "job.not_as_told", words=ending(job.not_as_told, matter)),
        matter.say(ending_of, "job.not_as_told", "requirement.words"),
    )
    heading, clause = (matter.say(f"{where}-not-as-told", "job.not_as_told") for where in ("heading", "case"))
    return Ground("not-as-told", RANK - 11, heading, (said,), clause)


def what_was_said(matter: Matter) -> Iterator[Sentence]:
    """Yield what was said at the end, where neither the account nor another ground has these words."""
    job = matter.facts.job
    if job and job.ended_words and job.ended != "sent-away" and not _is_in_account(job.ended_words, matter):
        yield matter.say("words-on-leaving", "job.ended_words", words=job.ended_words)


def _is_in_account(words: str, matter: Matter) -> bool:
    """Whether the account says these very words."""
    bare = typed.unstopped(typed.flat(words)).rstrip("!?").casefold().replace("’", "'")
    return bare in typed.flat(matter.facts.account).casefold().replace("’", "'")


def argued(matter: Matter) -> Iterator[Sentence]:
    """Yield what follows from an injury, from advice, from missing pay and from danger, the strongest first.

    Each is told in the case sentence, or here where there are too many for it.
    """
    told = _told(matter)
    for at, (name, text) in enumerate(told):
        if at >= IN_THE_CASE and text:
            row = f"told-{name}{_of_a_sum(name, text)}"
            yield matter.say(row, f"job.{name}", words=ending(text, matter))
        yield from _of_the_injury(matter) if name == "hurt_on" else ()
        yield from _of_the_advice(matter) if name == "advised_by" else ()
        yield from matter.box("job.danger_shown") if name == "danger" else ()
        yield from _of_the_pay(matter) if name == PAID else ()
        yield _follows(name, matter)
    yield from _of_the_sum_alone(matter)
    yield from _asked_for(matter)
    yield from _other_work(matter)


def _of_the_sum_alone(matter: Matter) -> Iterator[Sentence]:
    """Yield what the pay comes to an hour where the age is not known: which wage it is held to is open."""
    found = perhaps_under_paid(matter)
    if found:
        slots = {name: found.slots[name] for name in ("pay", "hours", "each")}
        yield matter.say("pay-an-hour-alone", "job.payslip_pay", "job.payslip_hours", **slots)


def _follows(name: str, matter: Matter) -> Sentence:
    """Return what follows from one fact: how soon after an injury they left, whose advice they took."""
    job, row = matter.facts.job, f"argued-{ROWS[name]}"
    after = matter.days_after_failure(job.hurt_on) if job and name == "hurt_on" else None
    if after is not None and after < 0:
        return matter.say(
            f"{row}-days", "job.hurt_on", "failure.happened", days=words_of.things(-after, "day")
        )
    if job and name == "advised_by":
        who = matter.say(f"advised-by-{job.advised_by}", "job.advised_by")
        return matter.say(row, "job.advised_by", who=who)
    return matter.say(row, f"job.{name}")


def _of_the_pay(matter: Matter) -> Iterator[Sentence]:
    """Yield the sum: what the pay of one payslip comes to for each hour that was worked."""
    found = under_paid(matter)
    if found:
        yield matter.say("pay-an-hour", "job.payslip_pay", "job.payslip_hours", **found.slots)


def _of_the_injury(matter: Matter) -> Iterator[Sentence]:
    job = matter.facts.job
    if job is None:
        return
    if job.hurt_told and not _is_named_in_account(job.hurt_told, matter):
        yield matter.say("told-of-the-injury", "job.hurt_told", words=ending(job.hurt_told, matter))
    if job.accident_book != "not-known":
        is_told = job.accident_book == "refused" and "accident book" in matter.facts.account.casefold()
        yield matter.say(f"book-{job.accident_book}{'-told' if is_told else ''}", "job.accident_book")


def _is_named_in_account(words: str, matter: Matter) -> bool:
    """Whether the account names whoever is named here, or has these very words."""
    names = same_event.marks(words)
    return _is_in_account(words, matter) or (bool(names) and names <= same_event.marks(matter.facts.account))


def _of_the_advice(matter: Matter) -> Iterator[Sentence]:
    job = matter.facts.job
    if job and job.advised_on:
        yield matter.say("advice-of-day", "job.advised_on", on_day=matter.on_day(job.advised_on))


def _asked_for(matter: Matter) -> Iterator[Sentence]:
    """Yield what other work the person asked for, where the account does not say it."""
    job = matter.facts.job
    if job and job.asked_for and not _is_in_account(job.asked_for, matter):
        yield matter.say("asked-for-other-work", "job.asked_for", words=ending(job.asked_for, matter))


def _other_work(matter: Matter) -> Iterator[Sentence]:
    """Yield what else was offered, and what came of it: in the person's words where the account has none."""
    job = matter.facts.job
    if job is None or job.other_work == "not-known":
        return
    if job.other_work == "none" or not job.offered or _is_in_account(job.offered, matter):
        yield matter.say(f"other-work-{job.other_work}", "job.other_work")
        return
    words = ending(job.offered, matter)
    yield matter.say(f"other-work-{job.other_work}-named", "job.other_work", "job.offered", words=words)


def not_safe(matter: Matter) -> Iterator[Sentence]:
    """Yield the danger at a placement, what shows it, and that nobody has to go on with such work."""
    job = matter.facts.job
    if matter.kind != "work-placement" or job is None or not job.danger:
        return
    yield matter.say("told-danger", "job.danger", words=ending(job.danger, matter))
    yield from matter.box("job.danger_shown")
    yield matter.say("argued-danger", "job.danger")


def because(matter: Matter) -> tuple[Sentence, ...]:
    """Return "because I was not paid for August" and the like, for the case sentence."""
    return tuple(_because(name, text, matter) for name, text in _told(matter)[:IN_THE_CASE])


def _because(name: str, text: str, matter: Matter) -> Sentence:
    job = matter.facts.job
    found = under_paid(matter) if name == PAID else None
    if found:
        slots = {name: found.slots[name] for name in ("each", "wage")}
        return matter.say("left-for-under-paid", "job.payslip_pay", "job.payslip_hours", **slots)
    if job and name == "hurt_on" and job.hurt_on:
        return matter.say("left-for-hurt", "job.hurt_on", on_day=matter.on_day(job.hurt_on))
    if job and name == "advised_by":
        who = matter.say(f"advised-by-{job.advised_by}", "job.advised_by")
        if not job.advised_against:
            return matter.say("left-for-advice", "job.advised_by", who=who)
        words = ending(job.advised_against, matter)
        return matter.say("left-for-advice-against", "job.advised_against", who=who, words=words)
    return matter.say(f"left-for-{name}{_of_a_sum(name, text)}", f"job.{name}", words=ending(text, matter))


def _of_a_sum(name: str, text: str) -> str:
    """Return the ending of the row where what was not paid is a sum, and not a time."""
    return "-sum" if name == "unpaid" and text.lstrip().startswith("£") else ""


def _told(matter: Matter) -> tuple[tuple[str, str], ...]:
    """Return each fact that made the person leave, with what was typed of it; the strongest first."""
    job = matter.facts.job
    if job is None:
        return ()
    known = (
        ("hurt_on", "", job.hurt_on is not None),
        ("advised_by", "", job.is_advised_against),
        (PAID, "", under_paid(matter) is not None),
        ("unpaid", job.unpaid, bool(job.unpaid)),
        ("danger", job.danger, bool(job.danger)),
    )
    return tuple((name, text) for name, text, is_so in known if is_so)


def ending(text: str, matter: Matter) -> Sentence | str:
    """Return the end of a sentence that was typed: quoted where a client speaks in an adviser's letter."""
    words = typed.unstopped(typed.flat(text))
    is_theirs = not matter.voice.is_own and is_of_oneself(words)
    return Sentence("words-of-the-client", {"words": words}) if is_theirs else words
