"""The answer to somebody who wants a log-in: what is offered instead, and why that is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from challenge_letters.argument import closing
from challenge_letters.argument.channels import channel
from challenge_letters.argument.demand_words import (
    QUOTATION,
    SAYS_NOTHING,
    SHOWING,
    TELLS,
    commitment_words_of,
    led_by_a_day,
    narration_of,
    refuses,
    thing_offered,
    threat_of,
    told_of_offer,
)
from challenge_letters.argument.ending_ours import ASKING, OF_A_PAPER, TO_LOOK_AT, going_on, is_one_of_ours
from challenge_letters.argument.narrated import (
    goes_on_from,
    is_narrated,
    is_own_telling,
    is_told_again,
    names_the_day,
)
from challenge_letters.argument.of_a_paper import names_its_paper
from challenge_letters.argument.opening import writer
from challenge_letters.argument.own_word import may_be_led, stands_plain
from challenge_letters.argument.papers import each_once
from challenge_letters.argument.replying import Reply
from challenge_letters.argument.same_event import is_within, says
from challenge_letters.argument.sentences import Argument, LeftOut, Paragraph, Section, Sentence
from challenge_letters.argument.story import is_answer_in
from challenge_letters.argument.told_in import is_told_in
from challenge_letters.argument.typed import (
    OTHER_DAY,
    flat,
    in_small,
    is_no_answer,
    is_sentence,
    is_the_same,
    stopped,
    unstopped,
)
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.failure import Telling
from challenge_letters.case.problems import AccountDemand, Offer, Stance
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.whose_word import is_of_oneself
from challenge_letters.plan.outcome import PlannedLetter

# What is asked for that holds no password: there is none to keep secure, and none to change.
WITHOUT_A_PASSWORD = ("device", "job-site-permission")
# What somebody wanted done for the person, not checked: the answer is to do it oneself.
TO_DO = ("send-cv", "apply", "alerts")
# What was typed of a place may bring its own "in" or "at".
PREPOSITION = re.compile(r"(at|in|on|by|over|during|through|via|from|outside|inside)\b", re.IGNORECASE)
# "by Fri 27th", "by 27 November", "before the 27th": the day that the words of a demand name.
BY_A_DAY = re.compile(
    r"\b(?:by|before) (?:[a-z]+day |(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\.? )?(?:the )?"
    r"([0-9]{1,2})(?:st|nd|rd|th)?\b(?![.:]?[0-9]|\s*[ap]\.?m|\s*o.?clock)",
    re.IGNORECASE,
)
# What else whoever has the log-in could open: nothing that the account itself holds.
OPENS_MORE = ("same-log-in", "same-password")
# A question is not an answer: it was asked.
# How people tell of what they answered.
ANSWERING = re.compile(r"\bI (?:said|answered|told|refused|offered|replied|wrote)\b")
# What makes a demand of the words that are quoted.
MUST = re.compile(r"\b(?:must|have to|has to|need|needs|required|got to)\b", re.IGNORECASE)
ASKED = {"answered-before": "asked-back", "answered-already": "asked-back", "told-you-of-it": "asked-you"}
AT_ONCE = {"asked-back": "asked-at-once", "asked-you": "asked-at-once"}
# The words of the demand, quoted before, ask for them already.
NAMES_UPLOADS = re.compile(r"screen ?shot|upload", re.IGNORECASE)
TOO_MUCH = {"device": "device", "job-site-permission": "account"}


@dataclass(frozen=True, kw_only=True)
class _Demanded(Reply):
    """The demand that a letter answers."""

    demand: AccountDemand

    @property
    def has_handed_over(self) -> bool:
        return self.demand.handed_over is not None

    @property
    def stance(self) -> Stance:
        """What the person says about giving it: as was ticked, else as it was typed."""
        if self.demand.stance == "not-known" and refuses(self.demand):
            return "will-not"
        return self.demand.stance

    @property
    def purpose(self) -> str:
        """What was to be done with the log-in for the person; "" where it was to look at something."""
        return self.demand.purpose if self.demand.purpose in TO_DO else ""

    @property
    def has_no_password(self) -> bool:
        return self.demand.wanted in WITHOUT_A_PASSWORD


def password_reply(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of the answer to the demand in `letter`."""
    demand = letter.demand
    if demand is None:
        raise ValueError("A reply to a demand needs one.")
    matter = _Demanded(
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
        _not_in_commitment(matter),
        _handed_over(matter),
        _too_much(matter),
        _threat(matter),
        _consent(matter),
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
        left_out=(*matter.left_out, *_said_already(matter)),
    )


def _subject(matter: _Demanded) -> Sentence:
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


def _opening(matter: _Demanded) -> Iterator[Paragraph]:
    refusal = _refusal(matter)
    if refusal:
        # Who reads no further has read what the person does, and what is offered instead.
        yield (*writer(matter), refusal, _will_show(matter), *_offers(matter), *_shown(matter))
        yield (_asked(matter, _that(matter)), *_before_that(matter), *_how(matter))
    else:
        yield (*writer(matter), _asked(matter, _wanted(matter)), *_before_that(matter), *_how(matter))
    yield tuple(_asked_first(matter))
    yield matter.box("account")
    yield (*_told(matter), *matter.box("done_since.words"))
    if not refusal:
        yield (_will_show(matter), *_offers(matter), *_shown(matter))


def _refusal(matter: _Demanded) -> Sentence | None:
    """Return that it is not given, or not before an answer; None where the person has not said so.

    Whoever has given it already can say no only for the future.
    """
    if matter.stance == "will-not":
        wording = "will-not-give-again" if matter.has_handed_over else "will-not-give"
        return matter.say(wording, "stance", wanted=_wanted(matter))
    if matter.stance == "rather-not" and not matter.has_handed_over:
        return matter.say("would-rather-not-give", "stance", wanted=_wanted(matter))
    return None


def _will_show(matter: _Demanded) -> Sentence:
    it = Sentence(f"it-{matter.demand.wanted}")
    if matter.purpose:
        return matter.say(f"will-{matter.purpose}", "purpose", it=it)
    return matter.say("will-show", "wanted", it=it)


def _that(matter: _Demanded) -> Sentence:
    """Return "that password": what was asked for, once a sentence before has named it."""
    return Sentence(f"that-{matter.demand.wanted}")


def _asked(matter: _Demanded, wanted: Sentence) -> Sentence:
    demand, fields = matter.demand, ("asked_on", "place", "asker", "provider", "wanted", "site")
    when, asker = _when_and_where(matter), _asker(matter)
    slots = {"wanted": wanted, "when": when, "asker": asker}
    wording = {
        (True, True): "asked-by-somebody",
        (False, True): "asked-by-somebody-undated",
        (True, False): "asked-by-nobody-named",
        (False, False): "asked-bare",
    }[bool(when), bool(asker)]
    answers = tuple(field for field in fields if getattr(demand, field))
    return matter.say(wording, *answers, **{name: value for name, value in slots.items() if value})


def _when_and_where(matter: _Demanded) -> Sentence | None:
    demand = matter.demand
    on_day = matter.on_day_in_full(demand.asked_on) if demand.asked_on else ""
    as_typed = "-as-typed" if PREPOSITION.match(demand.place) else ""
    if on_day and demand.place:
        return Sentence(f"when-and-where{as_typed}", {"on_day": on_day, "place": demand.place})
    if on_day:
        return Sentence("when-alone", {"on_day": on_day})
    return Sentence(f"where-alone{as_typed}", {"place": demand.place}) if demand.place else None


def _before_that(matter: _Demanded) -> Iterator[Sentence]:
    """Yield that it had been asked for on a day before, and by when it is wanted."""
    first, by = matter.demand.first_asked_on, matter.demand.answer_by
    is_told = bool(matter.demand.first_asked_words)
    if first and not is_told and not (matter.demand.asked_on and matter.demand.asked_on.latest <= first):
        yield matter.say("asked-before-that", "first_asked_on", on_day=matter.on_day(first))
    if by and by >= matter.on and not _is_put_off(matter):
        yield matter.say("wanted-by", "answer_by", day=matter.day(by))


def _asked_first(matter: _Demanded) -> Iterator[Sentence]:
    """Yield that it had been asked for before, by whom and in which words, as the person tells it."""
    words, day = flat(matter.demand.first_asked_words), matter.demand.first_asked_on
    if not words or is_within(words, matter.demand.account):
        return
    answers, slots = ("first_asked_words", "first_asked_on"), {"on_day": matter.on_day(day)} if day else {}
    is_plain = stands_plain(words, matter.voice) or not is_of_oneself(QUOTATION.sub("", words))
    if not (is_sentence(stopped(words)) and is_plain):
        yield matter.say(f"asked-first-in-words{'-on' if day else ''}", *answers, words=words, **slots)
        return
    yield matter.say("had-been-asked-before", *answers)
    if day and not OTHER_DAY.search(words):
        yield matter.say("on-day-typed", *answers, words=stopped(led_by_a_day(words)), **slots)
    else:
        yield matter.say("typed", *answers, words=stopped(words))


def _is_put_off(matter: _Demanded) -> bool:
    """Whether the words of the demand name an earlier day than the one by which it is wanted now."""
    by, found = matter.demand.answer_by, BY_A_DAY.search(matter.demand.words)
    return by is not None and found is not None and int(found[1]) != by.day


def _asker(matter: _Demanded) -> Sentence | str:
    demand = matter.demand
    is_named_already = bool(demand.asker) and demand.provider.casefold() in demand.place.casefold()
    if demand.asker and demand.provider and not is_named_already:
        return Sentence("asker-of-provider", {"asker": demand.asker, "provider": demand.provider})
    if "," in demand.asker.rstrip(","):
        return Sentence("asker-with-role", {"asker": demand.asker.rstrip(",")})
    return demand.asker or demand.provider


def _wanted(matter: _Demanded) -> Sentence:
    wanted, site = matter.demand.wanted, matter.demand.site
    if wanted == "universal-credit-log-in":
        return Sentence("wanted-universal-credit-log-in")
    return Sentence(f"wanted-{wanted}", {"site": site}) if site else Sentence(f"wanted-{wanted}-unnamed")


def _how(matter: _Demanded) -> Iterator[Sentence]:
    demand = matter.demand
    if demand.words:
        yield matter.say("asked-in-words", "words", words=demand.words)
    if demand.answer_by and demand.answer_by >= matter.on and _is_put_off(matter):
        yield matter.say("now-wanted-by", "answer_by", "words", day=matter.day(demand.answer_by))
    if demand.also_wanted and not NAMES_UPLOADS.search(demand.words):
        yield matter.say("wanted-too-uploads", "also_wanted")
    # Words that are quoted say themselves that it must be.
    is_said = demand.was_must == "yes" and bool(MUST.search(demand.words))
    if demand.was_must != "not-known" and not is_said:
        yield matter.say("was-a-must" if demand.was_must == "yes" else "was-no-must", "was_must")
    if not _is_threat_answered(matter):
        yield from _threatened(matter)
    if narration_of(demand):
        yield _as_told(matter, narration_of(demand), "said_would_follow")
    if demand.in_commitment != "no":
        yield from _commitment_says(matter)


def _threatened(matter: _Demanded) -> Iterator[Sentence]:
    """Yield what was said to follow; what the words of the demand threaten themselves is not told again."""
    threat = threat_of(matter.demand)
    if threat and not says(matter.demand.words, threat):
        yield matter.say("said-to-follow", "said_would_follow", words=threat)


def _as_told(matter: _Demanded, words: str, answer: str) -> Sentence:
    """Return `words` as a sentence of their own, or as what the client says."""
    wording = "typed" if stands_plain(words, matter.voice) else "client-says"
    return matter.say(wording, answer, words=stopped(words))


def _told(matter: _Demanded) -> Iterator[Sentence]:
    telling = matter.demand.told_them
    if telling is None:
        return
    if _is_in_the_account(telling, matter):
        yield from _on_another_day(telling, matter)
        yield from _came_back(matter, telling)
        return
    is_earlier = _is_before_the_demand(telling, matter)
    about = "answered-already" if is_earlier else "answered-before"
    about = "told-you-of-it" if matter.has_handed_over else about
    about = ASKED.get(about, about) if telling.words.rstrip("”\"' ").endswith("?") else about
    when = _when_told(matter, telling)
    if TELLS.match(telling.words) or is_own_telling(telling.words, telling.how, matter.voice):
        yield from _told_as_typed(telling, matter)
        yield from _came_back(matter, telling)
        return
    slots = ({"when": when} if when else {}) | ({"words": telling.words} if telling.words else {})
    if when:
        yield matter.say(about + ("-words" if telling.words else ""), "told_them", **slots)
    elif telling.words:
        yield matter.say(AT_ONCE.get(about, "answered-at-once"), "told_them.words", **slots)
    yield from _came_back(matter, telling)


def _is_in_the_account(telling: Telling, matter: _Demanded) -> bool:
    """Whether the account tells what was answered: its words, or what tells of them in other words.

    An answer of which no words are given is told where the account says that there was one.
    """
    account, words = matter.demand.account, telling.words
    if not words:
        return bool(ANSWERING.search(account))
    if not account:
        return False
    is_narrated_too = TELLS.match(words) or is_own_telling(words, telling.how, matter.voice)
    return is_told_again(words, account) or bool(is_narrated_too and is_told_in(words, account))


def _on_another_day(telling: Telling, matter: _Demanded) -> Iterator[Sentence]:
    """Yield on which day it was answered, where the account does not say and it was not that of the demand.

    A question is no answer: when it was asked the account says as well as it can.
    """
    is_named = telling.day == matter.demand.asked_on or names_the_day(matter.demand.account, telling.day)
    when = None if is_named or telling.words.rstrip("”\"' ").endswith("?") else _when_told(matter, telling)
    is_earlier = _is_before_the_demand(telling, matter)
    about = (
        "told-you-of-it" if matter.has_handed_over else f"answered-{'already' if is_earlier else 'before'}"
    )
    if when:
        yield matter.say(about, "told_them", when=when)


def _is_answer_said(matter: _Demanded, telling: Telling) -> bool:
    """Whether what came back has been quoted as the words of the demand, or stands in the account."""
    said, account = telling.said_back, matter.demand.account
    is_quoted = is_told_again(said, matter.demand.words) or is_the_same(said, matter.demand.words)
    is_told = _is_in_the_account(telling, matter) and is_answer_in(account, said)
    return is_quoted or is_told or is_within(said, account)


def _said_already(matter: _Demanded) -> Iterator[LeftOut]:
    """Yield what is not told of an answer because the letter has it before."""
    telling = matter.demand.told_them
    threat = threat_of(matter.demand)
    if threat and says(matter.demand.words, threat):
        yield LeftOut(threat, f"{matter.about}.said_would_follow", "said")
    for field, words in _told_in_the_account(matter):
        yield LeftOut(words, f"{matter.about}.{field}", "said")
    if telling and telling.words and _is_in_the_account(telling, matter):
        yield LeftOut(telling.words, f"{matter.about}.told_them.words", "said")
    if telling and telling.said_back and _is_answer_said(matter, telling):
        yield LeftOut(telling.said_back, f"{matter.about}.told_them.said_back", "said")


def _told_in_the_account(matter: _Demanded) -> Iterator[tuple[str, str]]:
    """Yield the answers, by their fields, that the account gives word for word."""
    demand = matter.demand
    for field in ("first_asked_words", "commitment_words"):
        if is_within(getattr(demand, field), demand.account):
            yield field, getattr(demand, field)
    for field in ("evidence_shows", "to_look_at"):
        if _is_told(getattr(demand, field), matter):
            yield field, getattr(demand, field)


def _is_told(words: str, matter: _Demanded) -> bool:
    """Whether the account or the commitment has `words`, or all that they quote."""
    told = (matter.demand.account, matter.demand.commitment_words)
    quoted = QUOTATION.search(words)
    return any(is_within(words, text) or bool(quoted and is_within(quoted[1], text)) for text in told)


def _is_before_the_demand(telling: Telling, matter: _Demanded) -> bool:
    """Whether it was answered before the day of the demand: they had asked already, or had been told."""
    asked_on = matter.demand.asked_on
    return bool(telling.day and asked_on and telling.day.latest < asked_on.earliest)


def _told_as_typed(telling: Telling, matter: _Demanded) -> Iterator[Sentence]:
    """Yield "I said no in the room" as it was typed, with its day before it."""
    words = stopped(flat(telling.words))
    begun = goes_on_from(words, matter.voice)
    if begun:
        yield matter.say(begun, "told_them.words", words=in_small(words))
    elif not stands_plain(words, matter.voice):
        yield matter.say("client-says", "told_them.words", words=words)
    elif telling.day and may_be_led(words, matter.voice):
        yield matter.say("on-day-typed", "told_them.words", words=words, on_day=matter.on_day(telling.day))
    else:
        yield matter.say("typed", "told_them.words", words=words)


def _when_told(matter: _Demanded, telling: Telling) -> Sentence | None:
    slots = {"on_day": matter.on_day(telling.day) if telling.day else None, "by": channel(telling.how)}
    slots = {name: value for name, value in slots.items() if value}
    named = {"on_day": "told-on", "by": "told-by"}
    if not slots:
        return None
    return Sentence("told-on-and-by" if len(slots) > 1 else named[next(iter(slots))], slots)


def _came_back(matter: _Demanded, telling: Telling) -> Iterator[Sentence]:
    if not telling.said_back or _is_answer_said(matter, telling):
        return
    if is_no_answer(telling.said_back):
        yield matter.say("nothing-came-back", "told_them.said_back")
    elif is_narrated(telling.said_back):
        words = stopped(flat(telling.said_back))
        name = "typed" if stands_plain(words, matter.voice) else "client-says"
        yield matter.say(name, "told_them.said_back", words=words)
    else:
        yield matter.say("answer-came-back", "told_them.said_back", words=telling.said_back)


# -- what is offered, and why it is enough


def _offers(matter: _Demanded) -> Paragraph:
    # Without an offer no reply is planned: refusing everything would be a failure to show anything.
    days: set[RoughDay] = set()
    said = []
    for at, offer in enumerate(matter.demand.offers):
        said.append(_offer(matter, at, offer, is_there=offer.day in days))
        if told_of_offer(offer.what):
            said.append(_as_told(matter, told_of_offer(offer.what), f"offers.{at}.what"))
        days |= {offer.day} if offer.day and offer.way != "enclosed" else set()
    return tuple(said)


def _shown(matter: _Demanded) -> Iterator[Sentence]:
    """Yield what the papers show: it stands beside what is offered."""
    words = flat(matter.demand.evidence_shows)
    if not words or _is_told(words, matter):
        return
    if OF_A_PAPER.match(words) and is_sentence(stopped(words)):
        yield _as_told(matter, words, "evidence_shows")
        return
    clause = going_on(words, matter.voice, of_anybody=True)
    wording = "papers-show-joined" if clause else "papers-show"
    yield matter.say(wording, "evidence_shows", words=clause or words)


def _offer(matter: _Demanded, at: int, offer: Offer, *, is_there: bool) -> Sentence:
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


def _on_day_of(matter: _Demanded, day: RoughDay) -> Sentence | str:
    on_day = matter.on_day(day)
    if day.is_exact and day.earliest == matter.demand.next_appointment:
        return matter.say("at-appointment-on", "next_appointment", on_day=on_day)
    return on_day


# -- what the commitment says


def _not_in_commitment(matter: _Demanded) -> Section | None:
    """Return that the commitment does not ask for the log-in; None where its words are not known."""
    words = matter.demand.commitment_words
    if matter.demand.in_commitment != "no" or not words:
        return None
    quoted = tuple(_commitment_says(matter))
    is_quoted = any(each.wording == "commitment-says" for each in quoted)
    lacks = "commitment-it-does-not-ask" if is_quoted else "commitment-does-not-ask"
    said = (*quoted, matter.say(lacks, "in_commitment", that=_that(matter)))
    if SHOWING.search(words) and not (SAYS_NOTHING.search(words) or matter.purpose):
        said += (matter.say("commitment-shown-as-offered", "commitment_words", "offers"),)
    return Section(Sentence("heading-not-in-commitment"), (said,))


def _commitment_says(matter: _Demanded) -> Iterator[Sentence]:
    words = commitment_words_of(matter.demand)
    if not words or is_within(words, matter.demand.account):
        return
    if SAYS_NOTHING.search(words):
        yield _as_told(matter, flat(matter.demand.commitment_words), "commitment_words")
    else:
        yield matter.say("commitment-says", "commitment_words", words=words)


def _too_much(matter: _Demanded) -> Section | None:
    said = tuple(_why_not(matter))
    if not said:
        return None
    too_much = TOO_MUCH.get(matter.demand.wanted, "log-in")
    heading = Sentence(
        f"heading-{matter.purpose}-myself" if matter.purpose else f"heading-too-much-{too_much}"
    )
    return Section(heading, (said,))


def _why_not(matter: _Demanded) -> Iterator[Sentence]:
    demand = matter.demand
    if not matter.has_handed_over:
        wording = "more-than-needed" if matter.has_no_password else "password-is-no-evidence"
        wording = f"not-needed-to-{matter.purpose}" if matter.purpose else wording
        yield matter.say(wording, "wanted", "offers")
    if _is_kept_by_the_office(matter):
        yield matter.say("office-keeps-that-account", "wanted", "asked_by")
    held = tuple(Sentence(f"held-{each}") for each in demand.account_also_holds if each not in OPENS_MORE)
    for each in OPENS_MORE:
        if each in demand.account_also_holds and not matter.has_no_password:
            yield matter.say(each, "account_also_holds")
    if held:
        thing = Sentence("thing-device" if demand.wanted == "device" else "thing-account")
        wording = "also-holds-beyond" if matter.purpose else "also-holds"
        yield matter.say(wording, "account_also_holds", held=held, thing=thing)
    if "other-people" in demand.account_also_holds and not matter.has_handed_over:
        yield matter.say("others-are-not-mine-to-give", "account_also_holds")
    if not matter.has_no_password and not matter.has_handed_over:
        yield matter.say("you-would-keep-it-secure", "wanted")
    if demand.site_terms_words and demand.wanted not in ("device", "universal-credit-log-in"):
        yield _terms(demand.site_terms_words, matter)
    if demand.also_wanted:
        yield matter.say("uploads-not-needed", "also_wanted", "offers")


def _is_kept_by_the_office(matter: _Demanded) -> bool:
    """Whether whoever wants to look into the account is the office that keeps it."""
    demand = matter.demand
    is_office = demand.wanted == "universal-credit-log-in" and demand.asked_by == "jobcentre"
    return is_office and not (matter.purpose or matter.has_handed_over)


# -- what was said to follow


def _is_threat_answered(matter: _Demanded) -> bool:
    """Whether what was said to follow is argued against: what was given already has been no failure."""
    return bool(matter.demand.said_would_follow) and not matter.has_handed_over


def _threat(matter: _Demanded) -> Section | None:
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


def _good_reason(matter: _Demanded, doing: str) -> Sentence:
    """Return that the offer is good reason: for not giving it only where the person will not give it."""
    if matter.stance == "will-not":
        return matter.say(f"offer-is-good-reason{doing}-refused", "offers", "stance", that=_that(matter))
    return matter.say(f"offer-is-good-reason{doing}", "offers")


def _terms(words: str, matter: _Demanded) -> Sentence:
    """Return the terms of the site, or what the person says that a page of it says: those are no terms."""
    said = stopped(flat(words))
    is_told = names_its_paper(words) and not said.startswith("It ") and stands_plain(said, matter.voice)
    return matter.say(
        "typed" if is_told else "terms-of-the-site", "site_terms_words", words=said if is_told else words
    )


# -- what was handed over, and consent


def _handed_over(matter: _Demanded) -> Section | None:
    handed = matter.demand.handed_over
    if handed is None:
        return None
    slots = {"on_day": matter.on_day(handed.day)} if handed.day else {}
    wording = "handed-over-on" if handed.day else "handed-over"
    wanted = _that(matter) if _refusal(matter) else _wanted(matter)
    gave = matter.say(wording, "handed_over.day", wanted=wanted, **slots)
    why = matter.box("handed_over.why")
    return Section(Sentence("heading-handed-over-taken-back"), ((gave, *_changed(matter), *why),))


def _changed(matter: _Demanded) -> Iterator[Sentence]:
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


def _consent(matter: _Demanded) -> Section | None:
    demand = matter.demand
    if not (demand.consent_claimed or demand.permission_box_ticked):
        return None
    is_withdrawn = demand.permission_box_ticked or matter.has_handed_over
    wording = "consent-said" if demand.consent_claimed else "consent"
    wording += "-withdrawn" if is_withdrawn else "-not-given"
    said = matter.say(wording, "consent_claimed", "permission_box_ticked")
    return Section(Sentence("heading-no-consent"), ((said,),))


# -- what is asked


def _requests(matter: _Demanded) -> Iterator[Paragraph]:
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
    withdrawn = (
        (matter.say("withdraw-what-was-said", "said_would_follow"),)
        if matter.demand.said_would_follow
        else ()
    )
    yield (*withdrawn, matter.say(_no_failure(matter), "offers"), *_to_look_at(matter))


def _to_look_at(matter: _Demanded) -> Iterator[Sentence]:
    words = flat(matter.demand.to_look_at)
    if not words or _is_told(words, matter):
        return
    if ASKING.match(words) and is_sentence(stopped(words)):
        yield _as_told(matter, words, "to_look_at")
    elif TO_LOOK_AT.match(words) and is_one_of_ours(words, matter.voice):
        yield matter.say("stem-look-at-joined", "to_look_at", words=unstopped(words))
    else:
        yield matter.say("stem-look-at", "to_look_at", words=words)


def _no_failure(matter: _Demanded) -> str:
    """Return the row that asks for no failure; what makes it none is not said again."""
    if _is_threat_answered(matter):
        return "no-failure-recorded-as-argued"
    return "no-failure-recorded-doing" if matter.purpose else "no-failure-recorded"


def _request_or_requirement(matter: _Demanded) -> Sentence:
    is_argued = bool(matter.demand.commitment_words)
    wording = {
        "no": "request-or-requirement" + ("" if is_argued else "-not-in-commitment"),
        "yes": "take-it-out-of-commitment",
        "not-known": "request-or-requirement",
    }[matter.demand.in_commitment]
    return matter.say(wording, "in_commitment")


def _answer_by(matter: _Demanded) -> Paragraph:
    by = matter.demand.answer_by
    if by and by >= matter.on:
        return (matter.say("answer-before-your-day", "answer_by", day=matter.day(by)),)
    day = matter.demand.next_appointment
    if day is None or day <= matter.on:
        return (Sentence("answer-in-writing"),)
    return (matter.say("answer-before-appointment", "next_appointment", on_day=matter.on_day(day)),)


def _papers(matter: _Demanded) -> Iterator[Sentence]:
    offered = (thing_offered(each.what) for each in matter.demand.offers if each.way == "enclosed")
    shown = (each.what for each in matter.demand.evidence if each.have == "enclosed")
    for title in each_once(chain(offered, shown)):
        yield matter.say("enclosed", "offers", title=title)
