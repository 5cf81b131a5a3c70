"""The answer to somebody who wants a log-in: what is offered instead, and why that is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import closing
from challenge_letters.argument.demand_consent import consent
from challenge_letters.argument.demand_told import (
    is_of_the_first_day,
    is_summed_up,
    is_told,
    said_already,
    told,
)
from challenge_letters.argument.demand_words import (
    MUST,
    QUOTATION,
    SAYS_NOTHING,
    SHOWING,
    commitment_words_of,
    device_asked_for,
    is_threatened,
    led_by_a_day,
    narration_of,
    presses,
    thing_offered,
    threat_of,
    told_of_offer,
)
from challenge_letters.argument.demanded import Demanded
from challenge_letters.argument.ending_ours import ASKING, OF_A_PAPER, TO_LOOK_AT, going_on, is_one_of_ours
from challenge_letters.argument.of_a_paper import names_its_paper
from challenge_letters.argument.opening import writer
from challenge_letters.argument.own_points import own_request, own_sections
from challenge_letters.argument.own_word import stands_plain
from challenge_letters.argument.papers import each_once, that_follow
from challenge_letters.argument.same_event import is_within, says
from challenge_letters.argument.sentences import Argument, LeftOut, Paragraph, Section, Sentence
from challenge_letters.argument.typed import OTHER_DAY, flat, is_no_answer, is_sentence, stopped, unstopped
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.problems import AccountDemand, Offer
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.whose_word import is_of_oneself
from challenge_letters.plan.outcome import PlannedLetter

# What was typed of a place may bring its own "in" or "at".
PREPOSITION = re.compile(r"(at|in|on|by|over|during|through|via|from|outside|inside)\b", re.IGNORECASE)
# "by Fri 27th", "by 27 November", "before the 27th": the day that the words of a demand name.
BY_A_DAY = re.compile(
    r"\b(?:by|before) (?:[a-z]+day |(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\.? )?(?:the )?"
    r"([0-9]{1,2})(?:st|nd|rd|th)?\b(?![.:]?[0-9]|\s*[ap]\.?m|\s*o.?clock|\s*(?:noon|midday|midnight))",
    re.IGNORECASE,
)
# Where somebody was asked in a message, and not by word of mouth.
IN_WRITING = re.compile(r"\b(?:journal|account|to-do|text|e-?mail|letter|message|WhatsApp)\b", re.IGNORECASE)
# What else whoever has the log-in could open: nothing that the account itself holds.
OPENS_MORE = ("same-log-in", "same-password")
# The words of the demand, quoted before, ask for them already.
NAMES_UPLOADS = re.compile(r"screen ?shot|upload", re.IGNORECASE)
TOO_MUCH = {"device": "device", "job-site-permission": "account"}


def password_reply(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the answer to the demand in `letter`."""
    demand = letter.demand
    if demand is None:
        raise ValueError("A reply to a demand needs one.")
    matter = Demanded(
        letter=letter,
        case=case,
        on=on,
        voice=voice_of(letter.kind, case),
        about=f"problems.{demand.id}",
        boxes=_boxes(demand),
        demand=demand,
    )
    papers = (*closing.authority(matter), *_papers(matter), *closing.record(matter))
    sections = (
        *own_sections(matter, come_first=True),
        _not_in_commitment(matter),
        _handed_over(matter),
        _too_much(matter),
        _opens_more(matter),
        _threat(matter),
        consent(matter),
        *own_sections(matter, come_first=False),
    )
    return Argument(
        references=(),
        subject=_subject(matter),
        opening=tuple(each for each in _opening(matter) if each),
        sections=tuple(section for section in sections if section),
        asking=Sentence("heading-requests"),
        requests=tuple(_requests(matter)),
        closing=(_answer_by(matter), *closing.closing([matter])),
        enclosures=papers,
        left_out=(*matter.left_out, *said_already(matter), *_listed_once(matter)),
    )


def _subject(matter: Demanded) -> Sentence:
    if matter.case.safety.is_at_risk:
        return Sentence("subject-work-search-at-risk")
    return Sentence(f"subject-{matter.purpose or 'work-search'}")


def _boxes(demand: AccountDemand) -> tuple[tuple[str, str], ...]:
    why = demand.handed_over.why if demand.handed_over else ""
    return (
        ("account", demand.account),
        ("done_since.words", demand.done_since.words),
        ("handed_over.why", why),
    )


# -- what was asked


def _opening(matter: Demanded) -> Iterator[Paragraph]:
    refusal = _refusal(matter)
    if refusal:
        # Who reads no further has read what the person does, and what is offered instead.
        yield (*writer(matter), refusal, _will_show(matter), *_offers(matter), *_shown(matter))
        yield (_asked(matter, matter.that), *_before_that(matter), *_how(matter))
    else:
        yield (*writer(matter), _asked(matter, _wanted(matter)), *_before_that(matter), *_how(matter))
    # What is taken back is told where it is: alone it would read as a consent.
    answer = () if matter.takes_it_back else tuple(told(matter))
    asked_first = tuple(_asked_first(matter))
    is_answered_first = bool(asked_first) and is_of_the_first_day(matter)
    # What else is told comes last: it goes on from the answer, as the page asks for both.
    yield from ((*asked_first, *answer),) if is_answered_first else (asked_first, answer)
    yield (*matter.box("account"), *matter.box("done_since.words"))
    if not refusal:
        yield (_will_show(matter), *_offers(matter), *_shown(matter))


def _refusal(matter: Demanded) -> Sentence | None:
    """Return that it is not given, or not before an answer; None where the person has not said so.

    Whoever has given it already can say no only for the future.
    """
    if matter.stance == "will-not":
        wording = "will-not-give-again" if matter.has_handed_over else "will-not-give"
        return matter.say(wording, "stance", wanted=_wanted(matter))
    if matter.stance == "rather-not" and not matter.has_handed_over:
        return matter.say("would-rather-not-give", "stance", wanted=_wanted(matter))
    return None


def _will_show(matter: Demanded) -> Sentence:
    it = Sentence(f"it-{matter.demand.wanted}")
    if matter.purpose:
        return matter.say(f"will-{matter.purpose}", "purpose", it=it)
    return matter.say("will-show", "wanted", it=it)


def _asked(matter: Demanded, wanted: Sentence) -> Sentence:
    demand, fields = matter.demand, ("asked_on", "place", "asker", "provider", "wanted", "site")
    when, asker = _when_and_where(matter), "" if matter.is_from_you else _asker(matter)
    slots = {"wanted": wanted, "when": when, "asker": asker}
    wording = {
        (True, True): "asked-by-somebody",
        (False, True): "asked-by-somebody-undated",
        (True, False): "asked-by-nobody-named",
        (False, False): "asked-bare",
    }[bool(when), bool(asker)]
    if matter.is_from_you:
        wording = "asked-by-you" if when else "asked-by-you-undated"
    answers = tuple(field for field in fields if getattr(demand, field))
    return matter.say(wording, *answers, **{name: value for name, value in slots.items() if value})


def _when_and_where(matter: Demanded) -> Sentence | None:
    demand = matter.demand
    on_day = matter.on_day_in_full(demand.asked_on) if demand.asked_on else ""
    as_typed = "-as-typed" if PREPOSITION.match(demand.place) else ""
    if on_day and demand.place:
        return Sentence(f"when-and-where{as_typed}", {"on_day": on_day, "place": demand.place})
    if on_day:
        return Sentence("when-alone", {"on_day": on_day})
    return Sentence(f"where-alone{as_typed}", {"place": demand.place}) if demand.place else None


def _before_that(matter: Demanded) -> Iterator[Sentence]:
    """Yield that it had been asked for on a day before, and by when it is wanted."""
    first, by = matter.demand.first_asked_on, matter.demand.answer_by
    is_told = bool(matter.demand.first_asked_words)
    if first and not is_told and not (matter.demand.asked_on and matter.demand.asked_on.latest <= first):
        yield matter.say("asked-before-that", "first_asked_on", on_day=matter.on_day(first))
    if by and by >= matter.on and not _is_put_off(matter):
        yield matter.say("wanted-by", "answer_by", day=matter.day(by))


def _asked_first(matter: Demanded) -> Iterator[Sentence]:
    """Yield that it had been asked for before, by whom and in which words, as the person tells it."""
    words, day = flat(matter.demand.first_asked_words), matter.demand.first_asked_on
    if not words or is_within(words, matter.demand.account):
        return
    answers, slots = ("first_asked_words", "first_asked_on"), {"on_day": matter.on_day(day)} if day else {}
    did = matter.what_you_did(words)
    is_plain = did or stands_plain(words, matter.voice) or not is_of_oneself(QUOTATION.sub("", words))
    if not (is_sentence(stopped(words)) and is_plain):
        yield matter.say(f"asked-first-in-words{'-on' if day else ''}", *answers, words=words, **slots)
        return
    yield matter.say("had-been-asked-before", *answers)
    is_led = day and not OTHER_DAY.search(did or words)
    if did:
        yield matter.say(
            f"you-did{'-on' if is_led else ''}", *answers, words=did, **(slots if is_led else {})
        )
    elif is_led:
        yield matter.say("on-day-typed", *answers, words=stopped(led_by_a_day(words)), **slots)
    else:
        yield matter.say("typed", *answers, words=stopped(words))


def _is_put_off(matter: Demanded) -> bool:
    """Whether the words of the demand name an earlier day than the one by which it is wanted now."""
    by, found = matter.demand.answer_by, BY_A_DAY.search(matter.demand.words)
    return by is not None and found is not None and int(found[1]) != by.day


def _asker(matter: Demanded) -> Sentence | str:
    demand = matter.demand
    is_named_already = bool(demand.asker) and demand.provider.casefold() in demand.place.casefold()
    if demand.asker and demand.provider and not is_named_already:
        return Sentence("asker-of-provider", {"asker": demand.asker, "provider": demand.provider})
    if "," in demand.asker.rstrip(","):
        return Sentence("asker-with-role", {"asker": demand.asker.rstrip(",")})
    return demand.asker or demand.provider


def _wanted(matter: Demanded) -> Sentence:
    wanted, site = matter.demand.wanted, matter.demand.site
    if wanted == "universal-credit-log-in":
        return Sentence("wanted-universal-credit-log-in")
    slots: dict[str, str] = {"device": device_asked_for(matter.demand)} if wanted == "device" else {}
    if not site:
        return Sentence(f"wanted-{wanted}-unnamed", slots)
    return Sentence(f"wanted-{wanted}", {"site": site, **slots})


def _how(matter: Demanded) -> Iterator[Sentence]:
    demand = matter.demand
    if demand.words:
        wording = "asked-in-your-words" if matter.is_from_you else "asked-in-words"
        yield matter.say(wording, "words", words=demand.words)
    if demand.answer_by and demand.answer_by >= matter.on and _is_put_off(matter):
        yield matter.say("now-wanted-by", "answer_by", "words", day=matter.day(demand.answer_by))
    if demand.also_wanted and not NAMES_UPLOADS.search(demand.words):
        yield matter.say("wanted-too-uploads", "also_wanted")
    yield from _must(matter)
    if not _is_threat_answered(matter):
        yield from _threatened(matter)
    if narration_of(demand):
        yield matter.as_told(narration_of(demand), "said_would_follow")
    if demand.in_commitment != "no":
        yield from _commitment_says(matter)


def _must(matter: Demanded) -> Iterator[Sentence]:
    """Yield whether it was put as a must, where what was said does not show that itself.

    That it was not is weak beside a threat, and reads as if that had not been understood.
    """
    demand = matter.demand
    if demand.was_must == "yes" and not MUST.search(demand.words):
        yield matter.say("was-a-must-by-you" if matter.is_from_you else "was-a-must", "was_must")
    elif demand.was_must == "no" and not presses(demand):
        yield matter.say("was-no-must", "was_must")


def _threatened(matter: Demanded) -> Iterator[Sentence]:
    """Yield what was said to follow; what the words of the demand threaten themselves is not told again."""
    threat = threat_of(matter.demand)
    if threat and not is_no_answer(threat) and not says(matter.demand.words, threat):
        yield matter.say("said-to-follow", "said_would_follow", words=threat)


# -- what is offered, and why it is enough


def _offers(matter: Demanded) -> Paragraph:
    # Without an offer no reply is planned: refusing everything would be a failure to show anything.
    days: set[RoughDay] = set()
    said = []
    for at, offer in enumerate(matter.demand.offers):
        said.append(_offer(matter, at, offer, is_there=offer.day in days))
        if told_of_offer(offer.what):
            said.append(matter.as_told(told_of_offer(offer.what), f"offers.{at}.what"))
        days |= {offer.day} if offer.day and offer.way != "enclosed" else set()
    return tuple(said)


def _shown(matter: Demanded) -> Iterator[Sentence]:
    """Yield what the papers show: it stands beside what is offered."""
    words = flat(matter.demand.evidence_shows)
    if not words or is_told(words, matter) or is_summed_up(words, matter):
        return
    if OF_A_PAPER.match(words) and is_sentence(stopped(words)):
        yield matter.as_told(words, "evidence_shows")
        return
    clause = going_on(words, matter.voice, of_anybody=True)
    wording = "papers-show-joined" if clause else "papers-show"
    yield matter.say(wording, "evidence_shows", words=clause or words)


def _offer(matter: Demanded, at: int, offer: Offer, *, is_there: bool) -> Sentence:
    """Return one way of showing the work search; `is_there`: on a day that has just been named."""
    answers = (f"offers.{at}.way", f"offers.{at}.what", f"offers.{at}.day")
    thing = thing_offered(offer.what)
    if offer.way == "enclosed":
        if thing:
            return matter.say("offer-enclosed", *answers, what=thing)
        return matter.say("offer-enclosed-record", *answers)
    is_to_come = offer.day is not None and offer.day.latest >= matter.on
    is_dated = is_to_come and not is_there
    slots: dict[str, Sentence | str] = {}
    if offer.day and is_dated:
        slots["on_day"] = _on_day_of(matter, offer.day)
    ending = "-there" if is_there else "-on" if is_dated else ""
    if offer.way == "bring":
        wording = "offer-bring" if thing else "offer-bring-record"
        slots |= {"what": thing} if thing else {}
        return matter.say(wording + ending, *answers, **slots)
    if matter.purpose and not thing:
        return matter.say(f"offer-do-it{ending}", *answers, **slots)
    what = thing or Sentence("what-work-search")
    return matter.say(f"offer-own-device{ending}", *answers, **slots, what=what)


def _on_day_of(matter: Demanded, day: RoughDay) -> Sentence | str:
    on_day = matter.on_day(day)
    if day.is_exact and day.earliest == matter.demand.next_appointment:
        return matter.say("at-appointment-on", "next_appointment", on_day=on_day)
    return on_day


# -- what the commitment says


def _not_in_commitment(matter: Demanded) -> Section | None:
    """Return that the commitment does not ask for the log-in; None where its words are not known."""
    words = matter.demand.commitment_words
    if matter.demand.in_commitment != "no" or not words:
        return None
    quoted = tuple(_commitment_says(matter))
    is_quoted = any(each.wording == "commitment-says" for each in quoted)
    lacks = "commitment-it-does-not-ask" if is_quoted else "commitment-does-not-ask"
    said = (*quoted, matter.say(lacks, "in_commitment", that=matter.that))
    if SHOWING.search(words) and not (SAYS_NOTHING.search(words) or matter.purpose):
        said += (matter.say("commitment-shown-as-offered", "commitment_words", "offers"),)
    return Section(Sentence("heading-not-in-commitment"), (said,))


def _commitment_says(matter: Demanded) -> Iterator[Sentence]:
    words = commitment_words_of(matter.demand)
    if not words or is_within(words, matter.demand.account):
        return
    if SAYS_NOTHING.search(words):
        yield matter.as_told(flat(matter.demand.commitment_words), "commitment_words")
    else:
        yield matter.say("commitment-says", "commitment_words", words=words)


def _too_much(matter: Demanded) -> Section | None:
    said = tuple(_why_not(matter))
    if not said:
        return None
    too_much = TOO_MUCH.get(matter.demand.wanted, "log-in")
    heading = Sentence(
        f"heading-{matter.purpose}-myself" if matter.purpose else f"heading-too-much-{too_much}"
    )
    return Section(heading, (said,))


def _why_not(matter: Demanded) -> Iterator[Sentence]:
    demand = matter.demand
    if not matter.has_handed_over:
        wording = "more-than-needed" if matter.has_no_password else "password-is-no-evidence"
        wording = f"not-needed-to-{matter.purpose}" if matter.purpose else wording
        yield matter.say(wording, "wanted", "offers")
    if _is_kept_by_the_office(matter):
        yield matter.say("office-keeps-that-account", "wanted", "asked_by")
    if matter.has_no_password:
        yield from _held_besides(matter)
    elif not (matter.has_handed_over or demand.account_also_holds):
        yield matter.say("you-would-keep-it-secure", "wanted")
    if demand.site_terms_words and demand.wanted not in ("device", "universal-credit-log-in"):
        yield _terms(demand.site_terms_words, matter)
    if demand.also_wanted:
        yield matter.say("uploads-not-needed", "also_wanted", "offers")


def _held_besides(matter: Demanded) -> Iterator[Sentence]:
    """Yield what the account or the device holds that nobody needs; what it opens is a ground of its own."""
    held = _held(matter)
    if held:
        thing = Sentence("thing-device" if matter.demand.wanted == "device" else "thing-account")
        wording = "also-holds-beyond" if matter.purpose else "also-holds"
        yield matter.say(wording, "account_also_holds", held=held, thing=thing)
    yield from _of_others(matter)


def _held(matter: Demanded) -> tuple[Sentence, ...]:
    also = matter.demand.account_also_holds
    return tuple(Sentence(f"held-{each}") for each in also if each not in OPENS_MORE)


def _of_others(matter: Demanded) -> Iterator[Sentence]:
    if "other-people" in matter.demand.account_also_holds and not matter.has_handed_over:
        yield matter.say("others-are-not-mine-to-give", "account_also_holds")


def _opens_more(matter: Demanded) -> Section | None:
    """Return that the password opens more than is needed: the rule, what it opens, and what follows."""
    if matter.has_no_password or not matter.demand.account_also_holds:
        return None
    heading = Sentence("heading-opens-more", {"that": matter.that})
    rule = matter.say("only-what-is-needed", "wanted")
    secure = () if matter.has_handed_over else (matter.say("you-would-keep-it-secure", "wanted"),)
    return Section(heading, ((rule, *secure, *_what_it_opens(matter), _none_is_needed(matter)),))


def _what_it_opens(matter: Demanded) -> Iterator[Sentence]:
    held = _held(matter)
    if held:
        yield matter.say("account-holds", "account_also_holds", held=held, thing=Sentence("thing-account"))
    for each in OPENS_MORE:
        if each in matter.demand.account_also_holds:
            yield matter.say(each, "account_also_holds")
    yield from _of_others(matter)


def _none_is_needed(matter: Demanded) -> Sentence:
    """Return that none of it is needed, and that what is offered opens none of it.

    On a device that is shown signed in, what the account itself holds can come into sight.
    """
    wording = "none-is-needed-for-this" if matter.purpose else "none-is-needed"
    is_on_screen = bool(_held(matter)) and any(each.way == "own-device" for each in matter.demand.offers)
    wording = f"{wording}-alone" if matter.has_handed_over or is_on_screen else wording
    return matter.say(wording, "account_also_holds", "offers")


def _is_kept_by_the_office(matter: Demanded) -> bool:
    """Whether whoever wants to look into the account is the office that keeps it."""
    demand = matter.demand
    is_office = demand.wanted == "universal-credit-log-in" and demand.asked_by == "jobcentre"
    return is_office and not (matter.purpose or matter.has_handed_over)


# -- what was said to follow


def _is_threat_answered(matter: Demanded) -> bool:
    """Whether what was said to follow is argued against: what was given already has been no failure.

    Whoever gave it once, before this demand, may refuse it now.
    """
    given, asked_on = matter.demand.handed_over, matter.demand.asked_on
    is_of_before = bool(given and given.day and asked_on and given.day.latest < asked_on.earliest)
    is_refused = given is None or (is_of_before and matter.stance == "will-not")
    return is_threatened(matter.demand) and is_refused


def _threat(matter: Demanded) -> Section | None:
    """Return why what was said to follow cannot follow: the evidence is offered."""
    if not _is_threat_answered(matter):
        return None
    doing = "-doing" if matter.purpose else ""
    said = (
        *_threatened(matter),
        matter.say(f"sanction-needs-a-failure{doing}", "said_would_follow"),
        _good_reason(matter, doing),
    )
    return Section(Sentence(f"heading-no-failure{doing}"), (said,))


def _good_reason(matter: Demanded, doing: str) -> Sentence:
    """Return that the offer is good reason: for not giving it only where the person will not give it."""
    if matter.stance == "will-not":
        return matter.say(f"offer-is-good-reason{doing}-refused", "offers", "stance", that=matter.that)
    return matter.say(f"offer-is-good-reason{doing}", "offers")


def _terms(words: str, matter: Demanded) -> Sentence:
    """Return the terms of the site, or what the person says that a page of it says: those are no terms."""
    said = stopped(flat(words))
    is_told = names_its_paper(words) and not said.startswith("It ") and stands_plain(said, matter.voice)
    return matter.say(
        "typed" if is_told else "terms-of-the-site", "site_terms_words", words=said if is_told else words
    )


# -- what was handed over, and consent


def _handed_over(matter: Demanded) -> Section | None:
    handed = matter.demand.handed_over
    if handed is None:
        return None
    slots = {"on_day": matter.on_day(handed.day)} if handed.day else {}
    is_shown = matter.demand.wanted == "device"
    wording = f"{'let-look' if is_shown else 'handed-over'}{'-on' if handed.day else ''}"
    wanted = matter.that if _refusal(matter) else _wanted(matter)
    gave = matter.say(wording, "handed_over.day", wanted=wanted, **slots)
    why = matter.box("handed_over.why")
    # Who passed a device over once has it back: only the leave to look is left to take back.
    after = (matter.say("leave-to-look-withdrawn", "handed_over"),) if is_shown else ()
    heading = "heading-looked-at-once" if is_shown else "heading-handed-over-taken-back"
    return Section(Sentence(heading), ((gave, *_changed(matter), *why, *after),))


def _changed(matter: Demanded) -> Iterator[Sentence]:
    handed = matter.demand.handed_over
    if handed is None or handed.changed == "not-yet" or matter.demand.wanted == "device":
        return
    is_permission = matter.demand.wanted == "job-site-permission"
    wording = {
        ("changed", True): "permission-taken-back",
        ("changing", True): "permission-being-taken-back",
        ("changed", False): "password-changed",
        ("changing", False): "password-being-changed",
    }[handed.changed, is_permission]
    yield matter.say(wording, "handed_over.changed")


# -- what is asked


def _requests(matter: Demanded) -> Iterator[Paragraph]:
    if matter.has_handed_over and matter.demand.wanted != "device":
        is_permission = matter.demand.wanted == "job-site-permission"
        wording = "stop-using-permission" if is_permission else "stop-using-password"
        yield (matter.say(wording, "handed_over"),)
    provision = "under-which-provision-doing" if matter.purpose else "under-which-provision"
    yield (_request_or_requirement(matter), matter.say(provision, "was_must"))
    uploads = (
        (matter.say("accept-instead-of-uploads", "also_wanted", "offers"),)
        if matter.demand.also_wanted
        else ()
    )
    yield (matter.say("change-the-requirement", "offers"), *uploads)
    no_failure = matter.say(_no_failure(matter), "offers")
    asked = (*_without_what_would_follow(matter), no_failure, *_to_look_at(matter), *own_request(matter))
    yield (*asked, *that_follow(_asked_for(matter), matter.say))


def _without_what_would_follow(matter: Demanded) -> Iterator[Sentence]:
    """Yield that what was said to follow shall not: in softer words from whoever would rather not give it."""
    if is_threatened(matter.demand):
        is_soft = matter.stance == "rather-not"
        yield matter.say("confirm-none-follows" if is_soft else "withdraw-what-was-said", "said_would_follow")


def _to_look_at(matter: Demanded) -> Iterator[Sentence]:
    words = flat(matter.demand.to_look_at)
    if not words or is_told(words, matter):
        return
    if ASKING.match(words) and is_sentence(stopped(words)):
        yield matter.as_told(words, "to_look_at")
    elif TO_LOOK_AT.match(words) and is_one_of_ours(words, matter.voice):
        yield matter.say("stem-look-at-joined", "to_look_at", words=unstopped(words))
    else:
        yield matter.say("stem-look-at", "to_look_at", words=words)


def _no_failure(matter: Demanded) -> str:
    """Return the row that asks for no failure; what makes it none is not said again."""
    if _is_threat_answered(matter):
        return "no-failure-recorded-as-argued"
    return "no-failure-recorded-doing" if matter.purpose else "no-failure-recorded"


def _request_or_requirement(matter: Demanded) -> Sentence:
    is_argued = bool(matter.demand.commitment_words)
    wording = {
        "no": "request-or-requirement" + ("" if is_argued else "-not-in-commitment"),
        "yes": "take-it-out-of-commitment",
        "not-known": "request-or-requirement",
    }[matter.demand.in_commitment]
    return matter.say(wording, "in_commitment")


def _answer_by(matter: Demanded) -> Paragraph:
    by = matter.demand.answer_by
    if by and by >= matter.on:
        return (matter.say("answer-before-your-day", "answer_by", day=matter.day(by)),)
    day = matter.demand.next_appointment
    if day is None or day <= matter.on:
        return (Sentence("answer-in-writing"),)
    return (matter.say("answer-before-appointment", "next_appointment", on_day=matter.on_day(day)),)


def _papers(matter: Demanded) -> Iterator[Sentence]:
    day = matter.demand.asked_on if IN_WRITING.search(matter.demand.place) else None
    for title in each_once(_titles(matter)):
        if closing.is_their_own(title) and day:
            yield matter.say("enclosed-demand", "asked_on", day=words_of.in_full(day))
        else:
            yield matter.say("enclosed", "offers", title=title)


def _asked_for(matter: Demanded) -> tuple[str, ...]:
    """Return the papers that have been asked for and are not there yet."""
    return each_once(each.what for each in matter.demand.evidence if each.have == "asked-for")


def _titles(matter: Demanded) -> tuple[str, ...]:
    """Return the papers that go with the letter, as they were typed: those that are offered come first."""
    offered = (thing_offered(each.what) for each in matter.demand.offers if each.way == "enclosed")
    return (*offered, *(each.what for each in matter.demand.evidence if each.have == "enclosed"))


def _listed_once(matter: Demanded) -> Iterator[LeftOut]:
    """Yield the papers that are listed by another of their names."""
    titles = _titles(matter)
    listed = each_once(titles)
    yield from (LeftOut(each, f"{matter.about}.evidence", "twice") for each in titles if each not in listed)
