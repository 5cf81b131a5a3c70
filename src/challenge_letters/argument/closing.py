"""How a letter ends: the notice asked for, how to reply, what is needed, and what is enclosed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import other_needs
from challenge_letters.argument.demand_words import led_by_a_day
from challenge_letters.argument.ending_ours import going_on
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.opening import named
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.papers import each_once
from challenge_letters.argument.replying import OTHER_NEEDS, Written
from challenge_letters.argument.sentences import TYPED, Paragraph, Sentence
from challenge_letters.argument.typed import Typed, flat, sentences_of, stopped, unstopped
from challenge_letters.argument.voice import Voice
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.sentences import split
from challenge_letters.plan.enclosing import encloses_record
from challenge_letters.plan.sending import provider_written_to

# The letters on which something is decided about the money.
DECIDED = frozenset({"mandatory-reconsideration", "good-reason-statement"})
# As the page of papers calls the decision or message itself, and the list of choices.
THEIR_OWN = frozenset(
    {
        "copy of what i was sent",
        "copy of what was sent",
        "copy of the decision or message",
        "the decision or message",
    }
)


def closing(letters: Sequence[Written]) -> tuple[Paragraph, ...]:
    """Return the closing paragraphs."""
    first = letters[0]
    reached = (*_notice(letters), *_contact(first))
    said = (tuple(_quickly(first)), reached, tuple(_helped_by(first)), tuple(_copied(first)))
    return tuple(each for each in said if each)


def _quickly(letter: Written) -> Iterator[Sentence]:
    """Yield why it cannot wait: it decides nothing, so it stands after all that is asked."""
    why, case = letter.case.contact.decide_quickly, letter.case
    if why and letter.letter.demand and not (case.decisions or case.threats):
        yield from _answer_quickly(flat(why), letter.voice)
    if why and letter.letter.kind in DECIDED:
        # Its first sentence ends ours, and what follows is whole.
        first, *others = (Typed(each, "contact.decide_quickly") for each in split(flat(why)))
        more = (replace(each, is_further=True) for each in others)
        yield from letter.as_typed((replace(first, is_whole=True), *more))


def _answer_quickly(why: str, voice: Voice) -> Iterator[Sentence]:
    """Yield why the answer to a demand cannot wait: nothing is decided yet."""
    answers = ("contact.decide_quickly",)
    first, *others = split(why) or (why,)
    clause, more = going_on(first, voice, of_anybody=True), " ".join(others)
    if not clause or (more and not stands_plain(more, voice)):
        yield Sentence("answer-quickly", {"words": why}, answers)
        return
    yield Sentence("answer-quickly-joined", {"words": clause}, answers)
    if more:
        yield Sentence(TYPED, {"words": stopped(more)}, answers)


def _notice(letters: Sequence[Written]) -> Iterator[Sentence]:
    if letters[0].sanction:
        yield Sentence("send-notices" if len(letters) > 1 else "send-notice")


def _copied(matter: Written) -> Iterator[Sentence]:
    """Yield who has a copy: the office where a provider's warning is answered, and whoever is named."""
    if provider_written_to(matter.letter):
        yield Sentence("copy-to-the-office", {}, ("problems",))
    demand = matter.letter.demand
    if demand and demand.copy_to:
        named = {"them": unstopped(led_by_a_day(demand.copy_to))}
        yield Sentence("copy-to-them", named, (f"problems.{demand.id}.copy_to",))


# -- how to reply


def _contact(matter: Written) -> Iterator[Sentence]:
    yield from _through_the_adviser(matter)
    yield from _reaching(matter)
    yield from _calls(matter)
    yield from _needs(matter)


def _through_the_adviser(matter: Written) -> Iterator[Sentence]:
    safety, writer = matter.case.safety, matter.case.writer
    if not matter.voice.is_adviser:
        return
    if matter.voice.only_through_writer:
        yield Sentence("only-through-adviser", {}, ("safety",))
        if safety.phone_is_safe == "no":
            yield Sentence("do-not-ring-them", {}, ("safety.phone_is_safe",))
        if safety.account_is_safe == "no":
            yield Sentence("nothing-in-account", {}, ("safety.account_is_safe",))
    elif writer.authority_enclosed or safety.is_at_risk:
        yield Sentence("reply-to-adviser", {}, ("writer.authority_enclosed",))
    else:
        yield Sentence("copy-to-adviser", {}, ("writer.kind",))


def _reaching(matter: Written) -> Iterator[Sentence]:
    safety = matter.case.safety
    if safety.reply_only_by:
        yield Sentence("contact-only-by", {"way": safety.reply_only_by}, ("safety.reply_only_by",))
        yield from _not_otherwise(matter)
        return
    ways = tuple(_ways(matter))
    if not safety.may_print_address:
        yield from _not_to_any_address(matter, ways)
    elif ways:
        yield Sentence("ways-to-reach", {"ways": ways}, ("contact.ways",))


def _not_otherwise(matter: Written) -> Iterator[Sentence]:
    safety = matter.case.safety
    if not safety.may_print_address:
        yield Sentence("not-to-any-address", {}, ("safety.post_is_safe",))
    if safety.is_at_risk and safety.phone_is_safe == "no":
        yield Sentence("do-not-ring", {}, ("safety.phone_is_safe",))
    if safety.is_at_risk and safety.account_is_safe == "no":
        yield Sentence("nothing-in-account", {}, ("safety.account_is_safe",))


def _not_to_any_address(matter: Written, ways: tuple[Sentence, ...]) -> Iterator[Sentence]:
    if matter.voice.is_adviser and not ways:
        return
    yield Sentence("not-to-any-address", {}, ("safety.post_is_safe",))
    if ways:
        yield Sentence("only-these-ways", {"ways": ways}, ("contact.ways",))
    elif not matter.voice.is_adviser:
        # No way is known to be safe: a line for the pen, so that the answer goes to no place by itself.
        yield Sentence("write-in-the-way", {}, ("safety.reply_only_by",))


def _ways(matter: Written) -> Iterator[Sentence]:
    contact, safety = matter.case.contact, matter.case.safety
    if "phone" in contact.ways and safety.may_print_phone and not contact.not_by_phone:
        yield _by_phone(matter)
    if "journal" in contact.ways and safety.may_use_account:
        yield Sentence("way-journal", {}, ("contact.ways",))
    if "post" in contact.ways and safety.may_print_address:
        yield Sentence("way-post", {}, ("contact.ways",))


def _by_phone(matter: Written) -> Sentence:
    contact, writer = matter.case.contact, matter.case.writer
    number = (matter.voice.is_appointee and writer.phone) or matter.case.claimant.phone
    wording = "way-phone" + ("-number" if number else "") + ("-when" if contact.phone_when else "")
    slots = {"number": number} if number else {}
    slots |= {"when": contact.phone_when} if contact.phone_when else {}
    return Sentence(wording, slots, ("contact.ways", "contact.phone_when"))


def _calls(matter: Written) -> Iterator[Sentence]:
    contact, safety = matter.case.contact, matter.case.safety
    if contact.not_by_phone:
        yield Sentence("do-not-ring", {}, ("contact.not_by_phone",))
    elif safety.may_print_phone and not safety.reply_only_by and matter.sanction and _may_ring(matter):
        yield Sentence("missed-call", {}, ("contact.ways",))


def _may_ring(matter: Written) -> bool:
    """Whether the office may well ring: it has a number on the letter, or has been asked to."""
    return bool(matter.case.claimant.phone) or "phone" in matter.case.contact.ways


def _needs(matter: Written) -> Iterator[Sentence]:
    contact = matter.case.contact
    if contact.large_print:
        yield Sentence("large-print", {}, ("contact.large_print",))
    if contact.interpreter:
        yield Sentence("interpreter", {"language": contact.interpreter}, ("contact.interpreter",))
    yield from _other_needs(matter)


def _other_needs(matter: Written) -> Iterator[Sentence]:
    """Yield what else is needed: a request stands alone, and what the ways to reach say is not repeated."""
    needs, contact = matter.case.contact.other_needs, matter.case.contact
    ways = frozenset(
        each.wording.split("-")[1] for said in _reaching(matter) for each in said.slots.get("ways", ())
    )
    if not needs or other_needs.is_said(needs, contact, ways):
        return
    if other_needs.is_request(needs) and stands_plain(needs, matter.voice):
        yield Sentence("stem-needs-asked", {"words": stopped(flat(needs))}, (OTHER_NEEDS,))
    else:
        yield from matter.as_typed(sentences_of(needs, OTHER_NEEDS))


def _helped_by(matter: Written) -> Iterator[Sentence]:
    writer = matter.case.writer
    if writer.kind != "adviser" or not matter.voice.is_own:
        return
    named = ", ".join(part for part in (writer.name, writer.organisation) if part)
    wording = "helped-by-reference" if writer.reference else "helped-by"
    slots = {"named": named} | ({"reference": writer.reference} if writer.reference else {})
    yield Sentence(wording, slots, ("writer.name", "writer.organisation"))
    if writer.authority_enclosed:
        yield Sentence("my-authority-enclosed", {}, ("writer.authority_enclosed",))
    yield Sentence("copy-to-helper", {}, ("writer.kind",))
    for field in ("address", "phone", "email"):
        value = getattr(writer, field)
        if value:
            text = ", ".join(value) if field == "address" else value
            yield Sentence(f"helper-{field}", {field: text}, (f"writer.{field}",))


# -- enclosed


def enclosures(matters: Sequence[Matter]) -> tuple[Sentence, ...]:
    """Return what is ticked as enclosed, one line each; what has only been asked for is not there."""
    first = matters[0]
    papers = (said for title in each_once(titles(matters)) for said in _paper(title, matters))
    return (*authority(first), *papers, *record(first))


def is_their_own(title: str) -> bool:
    """Say whether `title` is that of what the office itself sent."""
    return title.casefold() in THEIR_OWN


def _paper(title: str, matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield a line for a paper: what the office sent is called by its day, each decision on a line."""
    with_it = [each for each in matters if any(map(is_their_own, titles((each,))))]
    if is_their_own(title) and all(map(_has_a_day, with_it)):
        yield from (each.say("enclosed-named", "evidence", named=named(each)) for each in with_it)
    else:
        yield matters[0].say("enclosed", "evidence", title=title)


def _has_a_day(matter: Matter) -> bool:
    """Whether the decision, or the message that warns, can be called by its day."""
    return matter.threat is None or matter.threat.warning.day is not None


def record(letter: Written) -> Iterator[Sentence]:
    """Yield the record of the work search, where it goes with the letter."""
    if not encloses_record(letter.letter, letter.case):
        return
    days = _days_of_record(entry.day for entry in letter.case.work_search)
    began, ended = words_of.in_full(days[0]), words_of.in_full(days[-1])
    if began == ended:
        yield Sentence("enclosed-record-of-a-day", {"day": began}, ("work_search",))
    else:
        yield Sentence("enclosed-record", {"began": began, "ended": ended}, ("work_search",))


def _days_of_record(found: Iterable[RoughDay]) -> list[RoughDay]:
    """Return the days of the record in order, without a month of which a day is known: it says no more."""
    days = sorted(found, key=lambda each: each.earliest)
    dated = {(each.year, each.month) for each in days if each.is_exact}
    return [each for each in days if each.is_exact or (each.year, each.month) not in dated]


def titles(matters: Sequence[Matter]) -> tuple[str, ...]:
    """Return what is ticked as enclosed, as it was typed, each paper once."""
    papers = chain(*(each.facts.evidence for each in matters))
    return each_once(paper.what for paper in papers if paper.have == "enclosed")


def authority(matter: Written) -> tuple[Sentence, ...]:
    """Return the signed authority, where it goes with the letter."""
    writer = matter.case.writer
    if writer.authority_enclosed and not matter.voice.is_appointee:
        return (Sentence("enclosed-authority", {}, ("writer.authority_enclosed",)),)
    return ()
