"""Letters of every combination: failures, reasons, voices, nations, full and thin; and each rare fact once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import Any, get_args
from zlib import crc32

from challenge_letters.argument.composing import COMPOSED, compose
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Argument
from challenge_letters.argument.voice import voice_of
from challenge_letters.case.case import Case, QueryAnswer
from challenge_letters.case.failure import (
    AT_AN_HOUR,
    CaredForGets,
    Channel,
    Deciding,
    FailureKind,
    FewerBecause,
    Group,
    JobEnded,
    JobFault,
    Lacking,
    MistakeBy,
    NoReduction,
    OfficeDid,
    OtherJobs,
    Others,
    Place,
    ReasonKind,
    Relation,
    Side,
    ThenDid,
    TimeOff,
    TriedFirst,
)
from challenge_letters.case.fields import YesNo
from challenge_letters.case.follow_ups import CommitmentLimit, HardshipCondition
from challenge_letters.case.problems import ChangedGroup, DemandPurpose, ThreatenedSanction
from challenge_letters.case.queries import queries, still_open
from challenge_letters.case.requests import RecordSystem, Remedy
from challenge_letters.law.nations import legal_system
from challenge_letters.letters.saying import Occasion, SaidLetter, say
from challenge_letters.plan.choosing import choose
from challenge_letters.plan.outcome import PlannedLetter
from tests.examples import AS_AT, names
from tests.examples import case_of as example
from tests.facts import case_of
from tests.follow_ups import complete

CLAIMANT = {"name": "Alex Morgan", "address": ["1 Mill Lane", "Leeds"], "phone": "01632 960 000"}
WRITERS: dict[str, dict[str, Any]] = {
    "own": {},
    "adviser": {
        "kind": "adviser",
        "name": "Robin Adviser",
        "organisation": "Advice Centre",
        "address": ["2 Square"],
    },
    "appointee": {"kind": "appointee", "name": "Kim Morgan", "address": ["1 Mill Lane"]},
}
NATIONS = ("england", "northern-ireland")
# So many times a rare fact is told, where it has to be told in each voice but the claimant's own.
OTHER_VOICES = 4
# To have been there is tried with its own facts.
SIDES = tuple(side for side in get_args(Side) if side not in ("came", "excused"))
DECISION = {
    "dated": "2026-11-02",
    "notified": "2026-11-02",
    "came_by": "journal",
    "days": 14,
    "is_open_ended": "yes",
    "gives_reasons": "no",
}
SIDES_OF: dict[str, list[Side]] = {
    "work-search-hours": ["did-it", "not-required"],
    "particular-vacancy": ["not-required", "had-reason"],
    "job-offer": ["not-required", "had-reason"],
}
WEEK = {"expected_hours": 35, "done_hours": 22, "time_off": ["child-care"]}


@dataclass(frozen=True)
class Letter:
    """One composed letter, with everything it was made from."""

    name: str
    case: Case
    letter: PlannedLetter

    @property
    def kind_and_law(self) -> str:
        """The kind of letter, and the legal system it is written in: "complaint/great-britain"."""
        return f"{self.letter.kind}/{legal_system(self.case.nation)}"

    @property
    def matters(self) -> tuple[Matter, ...]:
        voice = voice_of(self.letter.kind, self.case)
        return tuple(Matter(self.letter, each, self.case, AS_AT, voice) for each in self.letter.challenges)

    @cached_property
    def argument(self) -> Argument:
        return compose(self.letter, self.case, on=AS_AT)

    def said(self, *, is_message: bool = False) -> SaidLetter:
        voice = voice_of(self.letter.kind, self.case)
        return say(self.argument, Occasion(self.case, self.letter.problems, voice, AS_AT, is_message))


@cache
def letters() -> tuple[Letter, ...]:
    """Return every letter: the examples in each voice and nation, the product, and each rare fact."""
    return (
        *_examples(),
        *_product(),
        *_two_decisions(),
        *_other_benefits(),
        *_rare(),
        *_demands(),
        *_complaints(),
        *_records(),
        *_reminders(),
        *_appeals(),
        *_payments(),
        *_other_letters(),
    )


def body_of(said: SaidLetter) -> str:
    """Return a letter as one reads it, a paragraph a line."""
    inside = (part for each in said.sections for part in (*each.upper, *each.heading, *each.paragraphs))
    return "\n".join([*said.opening, *inside, *said.requests, *said.closing, *said.enclosures])


def of_case(name: str, case: Case) -> Iterator[Letter]:
    """Yield the composed letters of `case`, its queries answered: a letter waits for that."""
    raised = queries(case, today=AS_AT)
    waiting = tuple(QueryAnswer(query=query.key) for query in still_open(raised, case))
    case = case.model_copy(update={"answered_queries": (*case.answered_queries, *waiting)})
    for letter in choose(case, on=AS_AT, open_ones=still_open(raised, case)).letters:
        if letter.kind in COMPOSED:
            yield Letter(f"{name}.{letter.kind}", case, letter)


def _examples() -> Iterator[Letter]:
    for name in names():
        yield from of_case(name, example(name))


def _product() -> Iterator[Letter]:
    """Yield failures x reasons x voices x nations x full and thin, as a decision and as a warning."""
    for failure in get_args(FailureKind):
        for reason in get_args(ReasonKind):
            for is_full in (True, False):
                facts = _full(failure, reason) if is_full else _thin(failure, reason)
                for voice in WRITERS:
                    for nation in NATIONS:
                        name = f"{failure}.{reason}.{'full' if is_full else 'thin'}.{voice}.{nation}"
                        yield from _both(name, facts, voice, nation)


def _two_decisions() -> Iterator[Letter]:
    """Yield two decisions in one letter, in each voice and nation, in time, late and with open days."""
    for voice, writer in WRITERS.items():
        for nation in NATIONS:
            for name, change in TWO.items():
                first = {"kind": "applied-sanction", "id": "one", "decision": DECISION, **BASE}
                earlier = [{"failure_day": "2026-10-14"}]
                second = {
                    **first,
                    "id": "two",
                    "failure": {"kind": "missed-call", "happened": "2026-10-21"},
                    "earlier_sanctions": earlier,
                }
                problems = [{**first, **change}, {**second, **change}]
                case = case_of(*problems, nation=nation, writer=writer, claimant=CLAIMANT)
                yield from of_case(f"two.{name}.{voice}.{nation}", case)
                at_risk = case_of(*problems, nation=nation, writer=writer, safety={"others_see": "yes"})
                yield from of_case(f"two-at-risk.{name}.{voice}.{nation}", at_risk)
                warned = [
                    {**BASE, "kind": "threatened-sanction", "id": each, "warning": {"day": day}}
                    for each, day in (("one", "2026-11-16"), ("two", None))
                ]
                yield from of_case(
                    f"two-warned.{name}.{voice}.{nation}",
                    case_of(*warned, nation=nation, writer=writer),
                )
    apart = [
        {
            "kind": "applied-sanction",
            "id": day,
            "decision": {**DECISION, "dated": day, "notified": day},
            **BASE,
        }
        for day in ("2026-11-02", "2026-11-09")
    ]
    for nation in NATIONS:
        at_risk = case_of(*apart, nation=nation, safety={"others_see": "yes"})
        yield from of_case(f"two-days-at-risk.{nation}", at_risk)
    yield from _two_for_one_reason()
    yield from _two_that_nothing_tells_apart()
    yield from _two_for_one_step()
    four = [
        {
            "kind": "applied-sanction",
            "id": f"it{at}",
            "decision": {**DECISION, "dated": f"2026-11-0{at}", "notified": f"2026-11-0{at}"},
            **BASE,
        }
        for at in range(2, 6)
    ]
    yield from of_case("four", case_of(*four))


def _two_that_nothing_tells_apart() -> Iterator[Letter]:
    """Yield two decisions of one day or behind one payment, and two warnings, of which no more is known."""
    unseen = {"notice": "none-seen", "payment_day": "2026-11-05", "payment_lower_by": "84.20"}
    told = {
        "seen": {"kind": "applied-sanction", "decision": {"dated": "2026-11-02"}},
        "unseen": {"kind": "applied-sanction", "decision": unseen},
        "warned": {"kind": "threatened-sanction", "warning": {"day": "2026-11-16"}},
        "warned-no-day": {"kind": "threatened-sanction", "warning": {"came_by": "to-do"}},
    }
    ways = [(voice, nation) for voice in WRITERS for nation in NATIONS]
    for voice, nation in ways:
        problems = [{**BASE, **told[name], "id": name} for name in ("seen", "unseen")]
        about = {"nation": nation, "writer": WRITERS[voice], "claimant": CLAIMANT}
        yield from of_case(f"seen-and-unseen.{voice}.{nation}", case_of(*problems, **about))
        at_risk = {"nation": nation, "writer": WRITERS[voice], "safety": {"others_see": "yes"}}
        yield from of_case(f"seen-and-unseen-at-risk.{voice}.{nation}", case_of(*problems, **at_risk))
    for (voice, nation), (name, facts) in product(ways, told.items()):
        for kind in ("missed-appointment", "not-said"):
            failed = {**BASE, **facts, "failure": {"kind": kind}}
            problems = [{**failed, "id": id_} for id_ in ("one", "two")]
            case = case_of(*problems, nation=nation, writer=WRITERS[voice], claimant=CLAIMANT)
            yield from of_case(f"alike.{name}.{kind}.{voice}.{nation}", case)


def _two_for_one_step() -> Iterator[Letter]:
    """Yield two decisions for which one step was needed: asked for before or after, on two days or on one."""
    step = {"disadvantage": "Crowds", "step_wanted": "A call", "told_how": "phone", "asked_before": "yes"}
    days = (("2026-10-14", "2026-10-21"), ("2026-10-14", "2026-10-14"))
    for (voice, writer), nation in product(WRITERS.items(), NATIONS):
        for both, told_on in product(days, ("2026-09-01", "2026-10-28")):
            problems = [
                {
                    **BASE,
                    "kind": "applied-sanction",
                    "id": id_,
                    "decision": DECISION,
                    "failure": {"kind": kind, "happened": day},
                    "adjustment": {**step, "told_on": told_on},
                }
                for id_, kind, day in zip(
                    ("one", "two"), ("missed-appointment", "missed-call"), both, strict=True
                )
            ]
            case = case_of(*problems, nation=nation, writer=writer, claimant=CLAIMANT)
            yield from of_case(f"one-step.{voice}.{nation}.{both[1]}.{told_on}", case)


def _two_for_one_reason() -> Iterator[Letter]:
    """Yield two decisions of one day, about days that one illness covered, in each voice and nation."""
    ends = ("2026-10-23", None)
    done = ({"state": "done", "day": "2026-10-27", "words": "I saw my work coach."}, {"state": "not-yet"})
    for voice, writer in WRITERS.items():
        for nation in NATIONS:
            for ended in ends:
                for since in done:
                    problems = [
                        _of_one_reason(id_, day, ended, since)
                        for id_, day in (("one", "2026-10-20"), ("two", "2026-10-22"))
                    ]
                    name = f"one-reason.{voice}.{nation}.{ended}.{since['state']}"
                    case = case_of(*problems, nation=nation, writer=writer, claimant=CLAIMANT)
                    yield from of_case(name, case)
                    at_risk = case_of(*problems, nation=nation, writer=writer, safety={"others_see": "yes"})
                    yield from of_case(f"at-risk-{name}", at_risk)
            first, second = (_of_one_reason(id_, "2026-10-20", ends[0], done[0]) for id_ in ("one", "two"))
            task = {**second, "failure": {"kind": "specific-task", "happened": "2026-10-20"}}
            case = case_of(first, task, nation=nation, writer=writer, claimant=CLAIMANT)
            yield from of_case(f"one-reason-one-day.{voice}.{nation}", case)


def _of_one_reason(id_: str, day: str, ended: str | None, since: dict[str, Any]) -> dict[str, Any]:
    """Return a decision about an appointment missed on `day`, for an illness from 18 October on."""
    ill = {"kind": "ill", "fact": "I had a chest infection.", "began": "2026-10-18", "ended": ended}
    return {
        "kind": "applied-sanction",
        "id": id_,
        "decision": {**DECISION, "days": 28},
        "failure": {"kind": "missed-appointment", "happened": day},
        "sides": ["had-reason"],
        "groups": ["fit-note"],
        "fit_note": {"began": "2026-10-18", "ended": "2026-10-31"},
        "account": f"I was in bed on {day[-2:]} October.",
        "reasons": [{**ill, "effect": "get out of bed", "could_tell": "no"}],
        "evidence": [{"what": "The fit note"}],
        "done_since": since,
    }


TWO: dict[str, dict[str, Any]] = {
    "plain": {},
    "daysless": {"decision": {**DECISION, "days": None}},
    "looked-at": {"to_look_at": "the list of calls of that day"},
    "booked": {"done_since": {"state": "rebooked", "day": "2026-11-30"}},
    "month": {"decision": {**DECISION, "dated": "2026-11", "notified": None}},
    "asked": {"already_asked": {"day": "2026-11-03", "how": "phone"}},
    "unseen": {"decision": {"notice": "none-seen", "payment_day": "2026-11-05"}},
    "unseen-dayless": {"decision": {"notice": "none-seen", "notified": "2026-11-05"}},
}


def _both(name: str, facts: dict[str, Any], voice: str, nation: str) -> Iterator[Letter]:
    decided = {"kind": "applied-sanction", "id": "it", "decision": DECISION, **facts}
    warning = {"day": "2026-11-16", "came_by": "journal", "words": "A decision maker will look at this."}
    warned = {"kind": "threatened-sanction", "id": "it", "warning": warning, **facts}
    for problem in (decided, warned):
        case = case_of(problem, nation=nation, writer=WRITERS[voice], claimant=CLAIMANT)
        yield from of_case(name, case)


def _thin(failure: str, reason: str) -> dict[str, Any]:
    """Return ticks alone: an answer sheet without a word."""
    told = {"kind": reason}
    if reason == "custody-hospital-court":
        told["was_in"] = "hospital"
    if reason == "unfair-commitment":
        told["agreed_by_word"] = "yes"
    if reason == "no-access":
        told["lacking"] = ["phone"]
    return {
        "failure": {"kind": failure},
        "sides": SIDES_OF.get(failure, ["had-reason"]),
        "reasons": [told],
        "misconduct": {"disputed": ["conduct"]} if failure == "lost-job" else None,
    }


def _full(failure: str, reason: str) -> dict[str, Any]:
    """Return what a careful person answers."""
    return {
        "failure": {
            "kind": failure,
            "happened": "2026-10-14",
            "their_words": "You did not do it on 14 October.",
        },
        "requirement": {
            "told_by": "journal",
            "told_on": "2026-10-07",
            "words": "Please do it by 14 October.",
            "seen": "before",
        },
        "sides": SIDES_OF.get(failure, ["had-reason"]),
        "account": "I set my alarm for seven. The morning went wrong from the start.",
        "reasons": [_reason(reason)],
        "told_them": {
            "day": "2026-10-14",
            "how": "phone",
            "words": "Something has happened.",
            "said_back": "They made a note.",
        },
        "done_since": {"state": "done", "day": "2026-10-16", "words": "I handed it in at the desk."},
        "evidence": [{"what": "A list of calls"}, {"what": "A letter from the clinic", "have": "asked-for"}],
        "groups": ["none"],
        "was_under_18": "no",
        "search_week": WEEK if failure == "work-search-hours" else None,
        "misconduct": {"disputed": ["cause"], "words": "The shop closed."} if failure == "lost-job" else None,
    }


def _reason(kind: str) -> dict[str, Any]:
    told = {
        "kind": kind,
        "fact": "Everything in the house was upside down.",
        "effect": "At that hour I could not leave.",
        "began": "2026-10-14",
    }
    more: dict[str, dict[str, Any]] = {
        "bereavement": {"relation": "mother", "died_on": "2026-10-12"},
        "caring": {"age": "7", "others_could": "no"},
        "travel": {"left_at": "8.30", "usual_minutes": 40},
        "working": {"work_hours": "9 to 5", "could_move": "no"},
        "custody-hospital-court": {"was_in": "court"},
        "unfair-commitment": {"agreed_by_word": "yes", "told_on": "2026-09-01"},
    }
    return {**told, **more.get(kind, {})}


# -- demands for a log-in


def _demands() -> Iterator[Letter]:
    """Yield each fact about a demand in each voice, and each kind of demand in both nations."""
    for at, (name, facts) in enumerate(_demand_facts()):
        for voice, writer in WRITERS.items():
            nation = NATIONS[at % 2]
            demand = {"kind": "account-demand", "wanted": "job-site-password", "offers": OFFERS, **facts}
            case = case_of(demand, nation=nation, writer=writer, claimant=CLAIMANT)
            yield from of_case(f"demand.{name}.{voice}.{nation}", case)
    asked = {"kind": "account-demand", "wanted": "device", "offers": OFFERS}
    for why in ("the rent is due on 1 December", "rent due", "the rent is due. I have £11 left."):
        for voice, writer in WRITERS.items():
            urgent = case_of(asked, contact={"decide_quickly": why}, writer=writer, claimant=CLAIMANT)
            yield from of_case(f"demand.quickly.{voice}", urgent)
    entries = [{"day": day, "what": "I applied to a bakery."} for day in ("2026-10-12", "2026-10-14")]
    for nation in NATIONS:
        for record in (entries, entries[:1]):
            yield from of_case(f"demand.record.{nation}", case_of(asked, nation=nation, work_search=record))
    yield from of_case("demand.at-risk", case_of(asked, safety={"others_see": "yes"}))
    adviser = {**WRITERS["adviser"], "authority_enclosed": True}
    yield from of_case("demand.authority", case_of(asked, writer=adviser))
    entries = [{"day": day, "what": "I applied to a bakery."} for day in ("2026-11-12", "2026-11-14")]
    for nation in NATIONS:
        for record in (entries, entries[:1]):
            yield from of_case("demand.record", case_of(asked, nation=nation, work_search=record))


OFFERS = [{"way": "bring", "what": "printed applications", "day": "2026-11-30"}]


def _demand_facts() -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: C901, PLR0912 - a list of facts
    for wanted in (
        "job-site-password",
        "job-site-permission",
        "email-log-in",
        "universal-credit-log-in",
        "device",
    ):
        holds = {"account_also_holds": ["messages", "other-people", "health", "address"]}
        for site in ("Find a job", ""):
            yield "wanted", {"wanted": wanted, "site": site, **holds}
        for changed in ("changed", "changing", "not-yet"):
            handed = {"day": "2026-11-16", "why": "I was afraid for my rent.", "changed": changed}
            yield "handed", {"wanted": wanted, "handed_over": handed, "consent_claimed": True}
        yield "handed-bare", {"wanted": wanted, "handed_over": {}, "site_terms_words": "Keep it to yourself."}
        yield "terms", {"wanted": wanted, "site_terms_words": "Keep your sign-in details to yourself."}
        for stance in ("will-not", "rather-not"):
            refused = {"wanted": wanted, "stance": stance, "said_would_follow": "Your money could stop."}
            yield "refused", {**refused, "asked_by": "jobcentre"}
            yield "refused-to-do", {**refused, "purpose": "apply"}
        yield "refused-handed", {"wanted": wanted, "stance": "will-not", "handed_over": {}}
    message = [{"what": "Copy of what was sent", "have": "enclosed"}]
    yield "asked-in-a-message", {"asked_on": "2026-11-16", "place": "in my journal", "evidence": message}
    for day in ("2026-11-16", "2026-11", None):
        for place in ("Testtown Jobcentre", ""):
            for asker in ("my work coach", ""):
                yield "asked", {"asked_on": day, "place": place, "asker": asker}
    yield "provider", {"asker": "an adviser there", "provider": "Works Ltd", "asked_by": "provider"}
    yield "provider-alone", {"provider": "Works Ltd", "asked_by": "provider", "asked_on": "2026-11-16"}
    for purpose in get_args(DemandPurpose):
        for offers in (
            [{"way": "own-device", "day": "2026-11-30"}],
            [{"way": "own-device"}],
            [{"way": "bring", "day": "2026-11-30"}, {"way": "own-device", "day": "2026-11-30"}],
        ):
            holds = {"account_also_holds": ["messages"], "said_would_follow": "Your money may stop."}
            yield "purpose", {"purpose": purpose, "offers": offers, **holds}
        yield "purpose-without-a-threat", {"purpose": purpose}
    yield "words", {"words": "Write it on this sheet.", "said_would_follow": "Your money may stop."}
    for answer in ("yes", "no"):
        yield "must", {"was_must": answer, "in_commitment": answer}
    for claimed in (True, False):
        for ticked in (True, False):
            yield "consent", {"consent_claimed": claimed, "permission_box_ticked": ticked}
    for day in ("2026-11-17", None):
        for how in get_args(Channel):
            for words in ("I would rather not.", ""):
                for back in ("Then we will see.", "nothing", ""):
                    telling = {"day": day, "how": how, "words": words, "said_back": back}
                    yield "told", {"told_them": telling}
        yield "told-after", {"told_them": {"day": day, "how": "phone", "words": "Stop."}, "handed_over": {}}
        yield "told-after-wordless", {"told_them": {"day": day, "how": "phone"}, "handed_over": {}}
    for way in ("enclosed", "bring", "own-device"):
        for what in ("a list of what I applied for", ""):
            for when in ("2026-11-30", "2026-12-01", None):
                offer = {"way": way, "what": what, "day": when}
                yield "offer", {"offers": [offer], "next_appointment": "2026-11-30"}
    for way in ("bring", "own-device"):
        for what in ("a list of what I applied for", ""):
            yield "offers", {"offers": [*OFFERS, {"way": way, "what": what, "day": "2026-11-30"}]}
    yield "evidence", {"evidence": [{"what": "A list of calls"}]}
    for place in ("in my journal", "Leeds Jobcentre"):
        yield "place", {"place": place, "asker": "Mr Trial, my work coach", "answer_by": "2026-11-30"}
        yield "place-dated", {"place": place, "asked_on": "2026-11-16", "first_asked_on": "2026-11-09"}
    yield from _demand_words()
    for words in ("Send it by Fri 20th.", "Send it by Monday 30th."):
        yield "wanted-later", {"words": words, "answer_by": "2026-11-30"}
    for words in ("I said no in the room.", "No, thank you.", ""):
        telling = {"day": "2026-11-09", "how": "phone", "words": words, "said_back": "He put down no."}
        yield "told-already", {"asked_on": "2026-11-16", "told_them": telling}
    asked = {"how": "journal", "words": "Is it compulsory?", "said_back": "Yes, it is."}
    for day in ("2026-11-17", None):
        for handed in (None, {}):
            told = {**asked, "day": day, "how": "journal" if day else "not-known"}
            yield "asked-back", {"told_them": told, "handed_over": handed}
    yield "uploads", {"also_wanted": ["uploads"]}
    yield "uploads-handed", {"also_wanted": ["uploads"], "handed_over": {}}
    for follows in ("Your money may stop. He said so.", "She told me to think about it."):
        yield "follows", {"words": "Give it to me. Your money may stop.", "said_would_follow": follows}
    for what in ("my account, I can open it on my phone", "I can open it on my phone"):
        for way in ("bring", "own-device", "enclosed"):
            yield "offered-in-a-sentence", {"offers": [{"way": way, "what": what, "day": "2026-11-30"}]}
    yield "same-password", {"account_also_holds": ["same-password"]}
    yield "same-log-in", {"account_also_holds": ["same-log-in"]}
    since = {"state": "not-known", "words": "Nobody has written since."}
    yield "account", {"account": "I said that I would show my phone.", "done_since": since}
    yield from _demand_taken_back()
    yield from _demand_of_you()


def _demand_taken_back() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what was said and ticked when it was asked for, and what the password opens, each twice."""
    for day in ("2026-11-09", None):
        said = {"day": day, "how": "phone" if day else "not-known", "words": "Okay, I will look."}
        yield "taken-back", {"told_them": said, "takes_it_back": True}
        yield "taken-back-handed", {"told_them": said, "takes_it_back": True, "handed_over": {}}
    for _ in NATIONS:
        yield "taken-back-wordless", {"told_them": {}, "takes_it_back": True}
    for ticked, unticked in (("2026-06", "2026-11-20"), (None, None)):
        box = {"permission_box_ticked": True, "box_ticked_on": ticked, "box_unticked_on": unticked}
        for claimed in (True, False):
            yield "box", {**box, "box_unticked": True, "consent_claimed": claimed}
    for _ in NATIONS:
        yield "device", {"wanted": "device", "purpose": "apply", "account_also_holds": ["messages"]}
    for purpose in ("look", "apply"):
        for handed in (None, {}):
            opened = {"account_also_holds": ["same-password", "messages", "other-people"]}
            for _ in NATIONS:
                yield "opens-more", {**opened, "purpose": purpose, "handed_over": handed}


def _demand_of_you() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield demands by whoever the letter greets by name."""
    you = {
        "asker": "Mr Trial, my work coach",
        "words": "Bring it.",
        "first_asked_words": "Mr Trial asked too.",
    }
    for at, day in enumerate(("2026-11-16", "2026-11-17", None, None)):
        first = f"2026-11-{at + 8:02}" if day else None
        yield "of-you", {**you, "asked_on": day, "first_asked_on": first, "was_must": "yes"}
    for follows in ("Your money may stop.", "Your money will stop.", "Nothing."):
        yield "of-you-follows", {**you, "stance": "rather-not", "said_would_follow": follows}


def _demand_words() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the commitment says, who asked first, what papers show, and who gets a copy."""
    says = "I will show evidence of my work search when asked."
    for answer in get_args(YesNo):
        yield "commitment", {"in_commitment": answer, "commitment_words": says}
    told = {"in_commitment": "no", "commitment_words": says, "account": f"My commitment says “{says}”"}
    yield "commitment-told", told
    for words in ("Mr Trial said: “Log me in.”", "Mr Trial: log me in"):
        for day in ("2026-11-09", None):
            asked = {"asked_on": "2026-11-16", "first_asked_on": day, "first_asked_words": words}
            yield "asked-first", asked
    for shows in ("I applied for nine jobs", "14 applications"):
        yield "papers-show", {"evidence_shows": shows}
    for at in ("the message of 16 November", "ask Mr Day"):
        yield "look-at", {"to_look_at": at}
    yield "copy", {"copy_to": "Works Ltd"}
    slip = {"says": "I pressed done only to clear my list.", "because": "I had written to you before."}
    quick = {"says": "Two words", "because": "Nothing more", "comes_first": True}
    for words in ("tell me of another way", "another way"):
        yield "own-points", {"own_points": [slip, quick], "own_request": words}


# -- complaints


def _complaints() -> Iterator[Letter]:
    """Yield each fact of a complaint in each voice and nation."""
    events = [{"day": "2026-09-02", "what": "I asked for a chair. Nobody brought one."}]
    for name, facts in _complaint_facts():
        benefit = facts.pop("benefit", "universal-credit")
        for voice, writer in WRITERS.items():
            for nation in NATIONS:
                about = {"nation": nation, "writer": writer, "claimant": CLAIMANT, "benefit": benefit}
                case = case_of(SENT, complaint={"events": events, **facts}, **about)
                yield from of_case(f"complaint.{name}.{voice}.{nation}", case)
    won = {"kind": "already-sent", "id": "won", "what": "mandatory-reconsideration", "answer": "changed"}
    asked = {"events": events, "reconsideration_asked_on": "2026-09-20"}
    for voice, writer in WRITERS.items():
        for nation in NATIONS:
            case = case_of(SENT, won, complaint=asked, nation=nation, writer=writer, claimant=CLAIMANT)
            yield from of_case(f"complaint.won.{voice}.{nation}", case)
    at_risk = case_of(SENT, complaint={"events": events}, safety={"others_see": "yes"})
    yield from of_case("complaint.at-risk", at_risk)


SENT = {"kind": "already-sent", "what": "subject-access-request"}


def _complaint_facts() -> Iterator[tuple[str, dict[str, Any]]]:
    second_day = [{"day": "2026-09-08", "what": "I took it in."}]
    yield (
        "event-of-others",
        {"events": [{"day": "2026-09-01", "what": "They asked me for proof."}, *second_day]},
    )
    yield "bare", {}
    yield "bare-jsa", {"benefit": "new-style-jsa"}
    for about in ("jobcentre", "service-centre", "provider"):
        for office in ("Leeds Jobcentre", ""):
            yield "about", {"about": about, "office": office, "reconsideration_asked_on": "2026-10-12"}
    for what in ("I rang again.", "The door was locked.", "Shouted at", "On 9 September I rang."):
        second = {"day": "2026-09-09", "what": what}
        third = {"day": None, "what": "Nobody rang back."}
        yield "events", {"events": [second, {"day": "2026-09-02", "what": "I wrote."}]}
        yield "undated", {"office": "Leeds Jobcentre", "events": [second, third], "is_still_happening": True}
    for what in ("Nobody rang.", "Shouted at"):
        yield "no-day", {"events": [{"what": what}]}
    yield (
        "months",
        {"events": [{"day": "2026-08", "what": "I rang."}, {"day": "2026-09-09", "what": "I wrote."}]},
    )
    for words in ("A call.", "Somebody should have come.", "They give me a chair."):
        yield "should", {"should_have_happened": words, "effect": "I could not sleep."}
    yield "effect", {"effect": "Weeks without sleep"}
    costs = [{"what": "Bus fares", "pounds": "4.60", "has_receipt": True}, {"what": "Stamps", "pounds": "2"}]
    yield "costs", {"costs": costs, "evidence": [{"what": "A note"}, {"what": "A list", "have": "asked-for"}]}
    yield "costs-unknown", {"costs": [{"what": "Bus"}, {"what": "Copies", "has_receipt": True}]}
    yield from _complaint_remedies()
    for told_on in ("2026-09-01", "2026-09-20", "2026-08", None):
        for how in ("phone", "not-known"):
            adjustment = {"told_on": told_on, "told_how": how, "step_wanted": "a chair"}
            yield "adjustment", {"adjustment": {**adjustment, "asked_before": "yes"}}
    for words in ("I cannot stand for long.", "Standing", "Unable to stand"):
        for done in ("nothing", "A stool in the hall", "I was told to wait."):
            yield "adjustment-words", {"adjustment": {"disadvantage": words, "what_was_done": done}}


def _complaint_remedies() -> Iterator[tuple[str, dict[str, Any]]]:
    remedies = get_args(Remedy)
    for at in range(len(remedies)):
        yield "remedy", {"remedies": remedies[at : at + 1]}
        yield "remedies", {"remedies": remedies[at : at + 2]}
    yield "all-remedies", {"remedies": remedies, "remedy_words": "Please give me one person to write to."}
    yield "remedy-words", {"remedy_words": "One person to write to"}


# -- requests for records


def _records() -> Iterator[Letter]:
    """Yield each fact of a request for records in each voice and nation."""
    for at, (name, facts, about) in enumerate(_records_facts()):
        for voice, writer in WRITERS.items():
            told = {"nation": NATIONS[at % 2], "writer": writer, "claimant": {**CLAIMANT, **about}}
            yield from of_case(f"records.{name}.{voice}", case_of(SENT, records_request=facts, **told))
    at_risk = case_of(SENT, records_request={}, claimant=CLAIMANT, safety={"others_see": "yes"})
    yield from of_case("records.at-risk", at_risk)
    adviser = {**WRITERS["adviser"], "authority_enclosed": True}
    yield from of_case("records.authority", case_of(SENT, records_request={}, writer=adviser))
    for at, failure in enumerate(({"kind": "missed-call", "their_day": "2026-10-08"}, {"kind": "other"})):
        decided = {
            "kind": "applied-sanction",
            "id": "it",
            "decision": DECISION,
            "failure": failure,
            "sides": [],
        }
        wanted, told = (
            {"wanted_as": "to-helper"},
            {"nation": NATIONS[at], "contact": {"other_needs": "Post."}},
        )
        yield from of_case("records.helper", case_of(decided, records_request=wanted, writer=adviser, **told))


def _records_facts() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield each fact twice: once in each nation."""
    for facts, about in ((each, about) for each, about in _records_told() for _ in NATIONS):
        yield "told", facts, about


def _records_told() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    systems = get_args(RecordSystem)
    yield {}, {}
    for at in range(len(systems)):
        yield {"systems": systems[at : at + 1]}, {"phone": ""}
    yield {"systems": systems[-3:]}, {"earlier_names": "Alex Wood"}
    for since in ("2026-05-01", None):
        for until in ("2026-11-20", "2026-12", None):
            yield {"period_from": since, "period_to": until}, {}
    for words in ("I rang on 28 September.", "Calls in May"):
        yield {"call_details": words, "offices_and_people": "Leeds Jobcentre"}, {}
        yield {"call_details": words, "systems": ["journal"], "is_joint_claim": "yes"}, {}
    for form in ("paper", "email", "large-print"):
        for address in (["1 Mill Lane"], []):
            yield {"wanted_as": form, "address_they_know": ["2 Old Lane"]}, {"address": address}
    yield {"wanted_as": "email"}, {"email": "alex@mail.example"}


# -- letters that come next


def _followed_up(kind: str, facts: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Iterator[Letter]:
    """Yield the letter of `kind` for each of `facts`, with what else is told, in each voice and nation."""
    for told, about in facts:
        for voice, writer in WRITERS.items():
            for nation in NATIONS:
                base = {"nation": nation, "writer": writer, "claimant": CLAIMANT}
                case = case_of({**complete(AS_AT)[kind], **told}, **(base | about))
                name = f"{kind}.{'-'.join(told)}.{voice}.{nation}"
                yield from (each for each in of_case(name, case) if each.letter.kind == kind)


def _reminders() -> Iterator[Letter]:
    yield from _followed_up("no-answer", _reminder_facts())


def _reminder_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for sent_on in ("2026-09-28", "2026-11-09", "2026-09", "2026-11-20"):
        for how in ("journal", "not-known"):
            back = {"said_back": "You must ring us."} if sent_on == "2026-11-20" else {}
            yield {"sent_on": sent_on, "how": how, **back}, {}
    yield {"sent_on": "2026-11-09"}, {}
    in_time = {"dated": "2026-11-10", "failure": {"kind": "missed-call", "happened": "2026-11-03"}}
    yield {"sent_on": "2026-11-20", "said_back": "You must ring us.", "decision": in_time}, {}
    for failure in get_args(FailureKind):
        decision = {"dated": "2026-09-14", "failure": {"kind": failure, "happened": "2026-09-03"}}
        yield {"decision": decision, "sent_on": "2026-09-28"}, {}
    yield {"decision": {"notified": "2026-07-14", "failure": {"kind": "missed-call"}}}, {}
    yield {"proof_of_delivery": "the entry in my journal", "copy_enclosed": True}, {}
    yield {"proof_of_delivery": "Receipt 7", "evidence": [{"what": "A list", "have": "asked-for"}]}, {}
    for words in ("I owe the rent.", "Two months of rent"):
        yield {"effect": words, "complain": True, "sent_on": "2026-09-28"}, {}
    for back in ("You must ring us.", "nothing"):
        yield {"said_back": back, "complain": True, "sent_on": "2026-09-28"}, {}
    yield {}, {"safety": {"others_see": "yes"}}


def _appeals() -> Iterator[Letter]:
    yield from _followed_up("appeal-grounds", _appeal_facts())


def _appeal_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:  # noqa: C901 - a list of facts
    for failure in get_args(FailureKind):
        decision = {"dated": "2026-10-20", "failure": {"kind": failure, "happened": "2026-10-03"}}
        yield {"decision": decision}, {}
        yield {"decision": {**decision, "failure": {"kind": failure}}, "asked_on": "2026-11-01"}, {}
    for outcome in ("refused", "part", "too-late"):
        for decision in ({"notified": "2026-10-20"}, {"dated": "2026-10-20"}, {}):
            yield {"outcome": outcome, "decision": decision, "asked_on": "2026-11-02"}, {}
        late = {"why_late": "In hospital", "decision": {"dated": "2026-08-20"}, "asked_on": "2026-10-01"}
        yield {"outcome": outcome, **late}, {}
    late = {"notice_dated": "2026-10-01", "decision": {"dated": "2026-08-20"}}
    for why in ("I was in hospital.", "In hospital"):
        yield {**late, "appeal_late_because": why}, {}
    findings = [{"quote": "You did not ring.", "answer": "I rang twice."}, {"answer": "My call list"}]
    for some in (findings, findings[:1], findings[1:]):
        yield {"findings": some, "left_out": ""}, {}
        yield {"findings": some, "left_out": "A list"}, {}
    for words in ("I sent my call list.", "My call list"):
        yield {"left_out": "They left out a list.", "length_words": words}, {}
    for missing in (["requirement"], ["notification"], ["requirement", "notification"]):
        yield {"not_shown": missing}, {"benefit": "new-style-jsa"}
        yield {"not_shown": missing}, {}
    message = "The journal message of 1 October said, “Come on 3 October at 11:00.” It named no place."
    for _ in range(OTHER_VOICES):
        yield {"not_shown": ["notification"], "findings": [{"quote": "No call.", "answer": message}]}, {}
    for hearing in ("hearing", "papers"):
        for needs in ("I need breaks.", "Breaks"):
            yield {"hearing": hearing, "interpreter": "Polish", "needs": needs}, {}
    for kind in ("missed-call", "left-job"):
        failure = {"kind": kind, "happened": "2026-10-03"}
        decision = {"dated": "2026-10-20", "failure": failure}
        source = {**BASE, "kind": "applied-sanction", "id": "it", "decision": DECISION, "failure": failure}
        appeal = {**complete(AS_AT)["appeal-grounds"], "about": "it", "decision": decision}
        yield {"about": "it", "decision": decision}, {"problems": [source, appeal]}
    # An adviser who tells of the client by name writes the grounds, and quotes what the client says.
    told = [{"quote": "No call.", "answer": "Alex rang twice."}, {"quote": "No word.", "answer": "I wrote."}]
    yield {**late, "findings": told, "appeal_late_because": "I was in hospital."}, {}
    asked = {"decision": {"dated": "2026-08-20"}, "asked_on": "2026-10-01"}
    yield {**asked, "outcome": "too-late", "findings": told, "why_late": "I was in hospital."}, {}
    needed = {"hearing": "hearing", "needs": "I need breaks.", "length_words": "I was told 7 days."}
    yield {"findings": told, **needed, "left_out": "Alex sent a list."}, {}
    explained = {"query": "appeal-grounds:told-otherwise", "words": "I had slept."}
    yield {}, {"answered_queries": [explained], "safety": {"others_see": "yes"}}


def _payments() -> Iterator[Letter]:
    yield from _followed_up("payment-due", _payment_facts())


def _payment_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for owed in ("336.40", ""):
        for since in ("2026-05-20", None):
            for until in ("2026-06-16", None):
                yield {"owed_pounds": owed, "period_from": since, "period_to": until, "came": "nothing"}, {}
        for came in ("120", ""):
            for day in ("2026-11-03", None):
                back = {"came": "part", "came_pounds": came, "came_on": day}
                yield {"owed_pounds": owed, **back, "later_dated": "2026-09-01"}, {}
    for decision in ({"notified": "2026-06-08"}, {}):
        yield {"decision": decision, "evidence": [{"what": "A statement"}]}, {"safety": {"others_see": "yes"}}
        yield {"decision": decision}, {}


def _other_letters() -> Iterator[Letter]:
    """Yield each fact of the short letters to the office."""
    for kind, facts in (
        ("requirement-met", _met_facts()),
        ("payment-refused", _refusal_facts()),
        ("written-notice-request", _notice_facts()),
        ("written-reasons-request", _reasons_facts()),
        ("commitment-change", _commitment_facts()),
        ("records-late", _late_records_facts()),
        ("mp", _member_facts()),
        ("examiner", _examiner_facts()),
        ("regulator", _regulator_facts()),
        ("requirements-notice", _violence_facts()),
    ):
        yield from _followed_up(kind, facts)
        yield from _followed_up(kind, [({}, {"safety": {"others_see": "yes"}})])


def _met_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    failure = {"kind": "specific-task", "happened": "2026-10-14"}
    lowest = {"kind": "missed-appointment", "happened": "2026-10-14"}
    for decision in ({"dated": "2026-11-03", "failure": failure}, {"notified": "2026-11-03"}, {}):
        for done_on in ("2026-11-20", "2026-11"):
            yield {"decision": decision, "done_on": done_on, "reconsideration": "asked"}, {}
    for words in ("The course", "I went."):
        papers = [{"what": "A certificate"}, {"what": "A note", "have": "asked-for"}]
        yield {"what": words, "with_whom": "Ms Okafor", "evidence": papers}, {}
    source = {**BASE, "kind": "applied-sanction", "id": "it", "decision": DECISION, "failure": lowest}
    source["groups"] = ["child-1"]
    for done_on in ("2026-11-20", "2026-11"):
        met = {**complete(AS_AT)["requirement-met"], "about": "it", "done_on": done_on}
        yield {"about": "it"}, {"problems": [source, met]}


def _refusal_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for condition in get_args(HardshipCondition):
        yield {"condition": condition}, {}
    for words in ("No money", "I asked my sister and the food bank."):
        yield {"how": "phone", "their_words": "You have a television.", "fact": words}, {}
    yield {"asked_again_today": True}, {}


def _notice_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for because in ("I did every task.", "Every task done", ""):
        yield {"payment_lower_by": "121.38", "statement_words": "Other deductions", "because": because}, {}


def _reasons_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for asked in ({"asked_on": "2026-11-16"}, {}):
        yield asked, {}
    source = {**BASE, "kind": "applied-sanction", "id": "it", "decision": DECISION}
    wanted = {"kind": "written-reasons-request", "about": "it", "gives_reasons": "no"}
    yield {"about": "it"}, {"problems": [source, wanted]}
    yield {"decision": {"notified": "2026-11-03"}}, {}


def _commitment_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for limit in get_args(CommitmentLimit):
        yield {"rests_on": [limit], "is_accepted": "no", "other_coach": True}, {}
    for why in ("The bus", "I look after my mother."):
        yield {"why": why, "is_accepted": "yes", "keeps_appointments": True}, {}
        yield {"why": why, "next_appointment": "2026-12-01", "rests_on": ["child", "distance"]}, {}


def _late_records_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for proof in ("the slip", "Slip 7", ""):
        yield {"sent_on": "2026-10-01", "proof_of_receipt": proof}, {}
    gaps = [
        {"what": "the recording of my call", "day": "2026-08-27", "why": "The decision quotes it."},
        {"what": "the referral", "why": "On the list"},
    ]
    for some in (gaps, gaps[::-1], [*gaps, gaps[0] | {"why": ""}]):
        for replied_on in ("2026-11-02", None):
            yield {"reply": "thin", "gaps": some, "replied_on": replied_on}, {}


def _member_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for words in ("An answer to my complaint.", "Four answers", "They have not answered."):
        yield {"outstanding": words, "may_use_details": True}, {}
    yield {"facts": "No money for a month", "request": "An answer from them"}, {}
    for knew in ("2026-03-30", "2026-03", None):
        yield {"for_ombudsman": knew is not None, "first_knew_on": knew, "may_use_details": True}, {}
    yield {"evidence": [{"what": "A letter"}, {"what": "A list", "have": "asked-for"}]}, {}


def _examiner_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    answers = ("A call was tried.", "nothing", "They said that nobody had time.", "")
    for answer in answers:
        for words in ("Nobody rang me.", "No calls at all"):
            heading = {
                "what": f"{words} in June" if words.endswith("all") else words,
                "their_answer": answer,
                "why_not_settled": f"Not so: {words}",
            }
            yield {"headings": [heading, {"what": "I wrote in May."}], "effect": words}, {}
    for words in ("An apology", "They should apologise to me."):
        yield {"remedy_words": words, "effect": "I could not sleep.", "challenged_elsewhere": True}, {}
    for dated in ("2026-10-26", "2026-10", None):
        yield {"response_dated": dated, "from_provider": "Example Works Ltd"}, {}
    yield {"evidence": [{"what": "A list"}, {"what": "A receipt", "have": "asked-for"}]}, {}


def _regulator_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for asked in ("2026-07-20", "2026-07", None):
        for wrong in ("I asked them on 20 July. Nothing came.", "Nothing came", "Nothing came."):
            yield {"asked_on": asked, "what_is_wrong": wrong}, {}
    for answered in ("2026-10-20", None):
        yield {"answer": "outcome", "answered_on": answered, "provider": "Example Works Ltd"}, {}
    for words in ("My appeal", "I have an appeal."):
        yield {"why_it_matters": words, "outcome_wanted": words.replace("appeal", "records")}, {}
    yield {"evidence": [{"what": "A letter"}, {"what": "A list", "have": "asked-for"}]}, {}


def _violence_facts() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for child in ("yes", "no"):
        for by in ("2026-12-18", None):
            yield {"cares_for_child": child, "proof_from": "my support worker", "proof_by": by}, {}
    safe = {"others_see": "yes", "reply_only_by": "letter to a friend", "account_is_safe": "no"}
    needs = {"interpreter": "Polish", "large_print": True}
    yield {}, {"safety": safe, "contact": needs}
    yield {"evidence": [{"what": "A letter"}, {"what": "A list", "have": "asked-for"}]}, {}


# -- each rare fact once


def _rare() -> Iterator[Letter]:
    """Yield each rare fact in the claimant's own voice in each nation, and for a client of each in turn."""
    others = [(voice, nation) for voice in WRITERS for nation in NATIONS][2:]
    told: Counter[str] = Counter()
    for name, facts, about in _variations():
        # Counted by name: a fact that is added changes the voice of no other. Each round begins one further on,
        # so that a row told of in every fourth is told in each voice as well.
        begins = crc32(name.encode()) + told[name] // len(others)
        other = others[(begins + told[name]) % len(others)]
        told[name] += 1
        for voice, nation in (("own", "england"), ("own", "northern-ireland"), other):
            yield from of_case(f"{name}.{voice}.{nation}", _case(facts, about, voice, nation))
            warned = {key: value for key, value in facts.items() if key in ThreatenedSanction.model_fields}
            if warned and "kind" not in facts:
                as_warning = {**warned, "kind": "threatened-sanction", "warning": {"day": "2026-11-16"}}
                yield from of_case(f"{name}-warned.{voice}.{nation}", _case(as_warning, about, voice, nation))


def _case(facts: dict[str, Any], about: dict[str, Any], voice: str, nation: str) -> Case:
    problem = {"kind": "applied-sanction", "id": "it", "decision": DECISION, **BASE, **facts}
    if problem["kind"] == "threatened-sanction":
        del problem["decision"]
    writer = {**WRITERS[voice], **about.get("writer", {})}
    claimant = {**CLAIMANT, **about.get("claimant", {})}
    return case_of(problem, **{**about, "nation": nation, "writer": writer, "claimant": claimant})


BASE: dict[str, Any] = {
    "groups": ["none"],
    "failure": {"kind": "missed-appointment", "happened": "2026-10-14"},
    "sides": ["had-reason"],
    "reasons": [{"kind": "ill", "fact": "I had a fever.", "began": "2026-10-14"}],
}


def _variations() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for name, facts in _facts():
        yield name, facts, {}
    for name, about in (*_around(), *_beside()):
        yield name, about.pop("problem", {}), about
    also = (*_told_in_time(), *_late_for_somebody(), *_whoever_did_it(), *_true_to_the_facts())
    also = (
        *also,
        *_named(),
        *_begun(),
        *_said_to_do(),
        *_done_on_a_day(),
        *_moved(),
        *_beside_the_reason(),
        *_concluded(),
    )
    short = (*_of_a_provider(), *_told_there(), *_of_a_scheme(), *_told_in_short(), *_clauses())
    before = (*_excuses(), *_agreed_ways(), *_not_answered())
    for name, facts in (*_arrivals(), *before, *_told_back(), *_slips(), *_waits(), *short, *also):
        yield name, facts, {}
    told = "I rang them. They said wait. I waited. I rang again. The next day I went there. They were shut."
    for _ in range(len(WRITERS) * len(NATIONS)):  # in each voice
        yield "long-account", {"account": f"{told} On Monday I wrote. They wrote back. I rang once more."}, {}
    born = {"changed": {"groups": ["child-1"], "since": "2026-11-01"}}
    yield "changed-by-the-week", born, {"benefit": "new-style-esa"}
    for name, facts in _offered_and_told():
        yield name, facts, {}
    for why in ("the rent is due on Tuesday", "rent due on Tuesday"):
        yield "urgent", {}, {"contact": {"decide_quickly": why}}


def _offered_and_told() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield evidence that was not looked at, who was never sanctioned, and a situation beside a reason."""
    search = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}, "sides": ["did-it"]}
    never = {"earlier_sanctions_known": "yes", "never_sanctioned": True}
    later = {"day": "2026-10-14", "how": "journal", "words": "I am here.", "said_back": ""}
    for _ in range(OTHER_VOICES):
        week = {**WEEK, "offered": "my notebook with every application", "offered_back": "No paper."}
        short = {**week, "done_hours": 23, "counted_hours": 14}
        yield "hours-not-looked-at", {**search, "search_week": short, "reasons": []}
        yield "not-looked-at", {**search, **never, "search_week": week, "reasons": []}
        notebook = [{"what": "The notebook", "have": "enclosed"}]
        yield "not-looked-at-enclosed", {**search, "search_week": week, "evidence": notebook, "reasons": []}
        told = {**week, "offered": "I held out my notebook."}
        yield "not-looked-at-told", {**search, "search_week": told, "reasons": []}
        yield "limited-beside", {"groups": ["limited-capability"]}
        yield "fit-note-beside", {"groups": ["fit-note"]}
        yield (
            "told-before-what-came-back",
            {
                "account": "I waited all day. On 16 October they wrote that they had rung.",
                "told_them": later,
            },
        )


def _named() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield reasons with a name, in each kind of failure, beside a tick, in a fallback and for who came late."""
    flu = {"kind": "ill", "called": "a bad flu"}
    for kind in get_args(FailureKind):
        failure = {"kind": kind, "happened": "2026-10-14"}
        told = {**flu, "fact": "Mine was a high fever.", "began": "2026-10-14"}
        for reason in (flu, told, {**told, "called": "my daughter's fever", "kind": "caring", "age": "7"}):
            yield "named", {"failure": failure, "reasons": [reason]}
        yield "named-no-sentence", {"failure": failure, "reasons": [{**flu, "called": "I was too ill"}]}
        unclear = {"told_by": "letter", "words": "Get in touch.", "seen": "before"}
        yield (
            "named-if-clear",
            {"failure": failure, "reasons": [flu], "requirement": unclear, "sides": ["not-understood"]},
        )
    for _ in range(OTHER_VOICES):
        failure = {"kind": "missed-appointment", "happened": "2026-10-14"}
        # A conclusion that needs no name leaves it in the heading.
        spelt_out = {**flu, "effect": "I could not stand."}
        seen_after = {"told_by": "letter", "words": "Come on the 14th.", "seen": "after"}
        told = {"failure": failure, "reasons": [spelt_out]}
        yield "named-above", told
        yield "named-above-if-told", {**told, "requirement": seen_after, "sides": ["not-told", "had-reason"]}
        yield "named-above-if-clear", {**told, "requirement": unclear, "sides": ["not-understood"]}
        yield "named-part", {"failure": failure, "reasons": [flu], "sides": ["did-part", "had-reason"]}
    failure = {"kind": "work-search-hours", "happened": "2026-10-14"}
    yield "named-no-hours", {"failure": failure, "reasons": [flu], "search_week": {**WEEK, "done_hours": 0}}
    for kind in ("missed-appointment", "late-for-appointment", "missed-call"):
        came = {"due_at": "10.00", "came_at": "10.11", "office_did": "seen"}
        failure = {"kind": kind, "happened": "2026-10-14"}
        yield "named-late", {"failure": failure, "sides": ["came"], "arrival": came, "reasons": [flu]}
        early = {**came, "came_at": "9.50", "office_did": "sent-away"}
        yield "named-early", {"failure": failure, "sides": ["came"], "arrival": early, "reasons": [flu]}
        told = [{**flu, "fact": "Mine was a high fever.", "effect": "I could not sit there for an hour."}]
        yield "named-early", {"failure": failure, "sides": ["came"], "arrival": early, "reasons": told}
    leaving = {"failure": {"kind": "left-job", "happened": "2026-10-14"}, "reasons": [flu]}
    for tried in ("I asked for other shifts.", ""):
        for _ in range(OTHER_VOICES):
            yield "named-left", {**leaving, "job": {"faults": ["pay", "hours"], "tried": tried}}


def _begun() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what was told and answered where "I" and "they" were left out."""
    for words in ("told them the bus never came", "that the bus never came"):
        for _ in range(OTHER_VOICES):
            telling = {"day": "2026-10-15", "how": "phone", "words": words, "said_back": "said it was noted"}
            yield "begun", {"told_them": telling}


def _beside_the_reason() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a lack that kept them from telling only, a day in hospital, and a slip beside another reason."""
    failure = {"kind": "missed-appointment", "happened": "2026-10-14"}
    hurt = {"kind": "caring", "called": "my daughter's accident"}
    dead = {"kind": "no-access", "called": "a dead battery", "lacking": ["phone"]}
    clinic = {"kind": "custody-hospital-court", "was_in": "hospital", "began": "2026-10-14"}
    mistaken = {"kind": "unclear-or-mistake"}
    slip = {"thought_day": "2026-10-16", "by": "told", "then": "came"}
    for _ in range(OTHER_VOICES):
        yield "kept-from-telling", {"failure": failure, "reasons": [hurt, dead]}
        yield "clinic", {"failure": failure, "reasons": [clinic]}
        yield "slip-beside", {"failure": failure, "reasons": [clinic, mistaken], "mistake": slip}


def _concluded() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a reason came to at an hour: in what state somebody was, where, and within which hours."""
    state = {"fact": "The fever was high.", "effect": "I lay on the sofa.", "called": "flu"}
    there = {"fact": "We buried him.", "effect": "I stood at the grave.", "called": "a burial"}
    shift = {"fact": "They needed me.", "effect": "I stood at the till.", "work_hours": "9 to 11"}
    inside = {"fact": "We sat from ten until three in the clinic.", "effect": "He held my hand."}
    for kind in sorted(AT_AN_HOUR):
        for hour in ("10.20", ""):
            base = {
                "failure": {"kind": kind, "happened": "2026-10-14"},
                "account": "It was a long morning.",
                "requirement": {"told_by": "journal", "words": f"Please come at {hour}." if hour else ""},
            }
            died = {"kind": "bereavement", "died_on": "2026-10-10", "relation": "father"}
            for reason in (
                {"kind": "ill", **state},
                {"kind": "mental-health", **state, "effect": "I lay down at 10.20.", "told_on": "2026-03-01"},
                {**died, **there},
                {"kind": "working", **shift},
                {"kind": "caring", **inside, "age": "4"},
                {"kind": "caring", **inside, "age": "4", "others_could": "no"},
                *(
                    {"kind": "caring", **inside, "age": "14", "others_could": could}
                    for could in ("yes", "no")
                ),
                *(
                    {
                        "kind": "caring",
                        **inside,
                        "fact": "My son, 4, was ill.",
                        "age": "4",
                        "others_could": could,
                    }
                    for could in ("yes", "no")
                ),
                {"kind": "caring", **inside, "age": "80", "others_could": "no"},
                {"kind": "working", **shift, "work_hours": "the late shift"},
                {"kind": "no-access", "lacking": ["phone", "internet", "device"], "told_on": "2026-06-01"},
            ):
                yield f"concluded-{reason['kind']}", {**base, "reasons": [reason]}
    for _ in range(OTHER_VOICES):
        half = {"kind": "other", "understood": "that it was the 24th", "where_post_came": "to the old flat"}
        yield "ends-ours", {"reasons": [half], "commitment_limits": "school hours only, near a bus stop"}
        half = {"kind": "other", "understood": "The 24th", "where_post_came": "My sister's"}
        yield "ends-none", {"reasons": [half], "commitment_limits": "Mornings, near a bus stop"}
    for words in ("No good reason has been provided.", "Missed, no contact."):
        for _ in range(OTHER_VOICES):
            missed = {"kind": "missed-appointment", "happened": "2026-10-14", "their_words": words}
            yield "told-before", {"failure": missed, "told_them": {"day": "2026-10-15", "how": "phone"}}
    for seen in ("after", "never"):
        for day in ("2026-10-14", None):
            for _ in range(OTHER_VOICES):
                missed = {"kind": "missed-appointment", "happened": day}
                told = {"told_by": "letter", "seen": seen}
                yield (
                    "seen-too-late",
                    {"failure": missed, "sides": ["not-told"], "reasons": [], "requirement": told},
                )


def _true_to_the_facts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is told so that a sentence made for the usual case would be untrue of it."""
    required = {"told_by": "journal", "told_on": "2026-10-02", "words": "You must apply."}
    for kind in ("particular-vacancy", "employer-interview", "job-offer"):
        base = {"failure": {"kind": kind, "happened": "2026-10-14"}, "sides": ["not-required"], "reasons": []}
        yield "required", {**base, "requirement": {**required, "was_clear_it_was_required": "yes"}}
        for job in ({}, {"lacked": "a licence"}):
            turned_down = [{"kind": "job-turned-down", "fact": "I cannot drive it."}]
            yield "turned-down", {**base, "sides": ["had-reason"], "reasons": turned_down, "job": job}
    for kind in ("job-offer", "work-placement", "left-job", "work-search-hours"):
        failure = {"kind": kind, "happened": "2026-10-14"}
        yield "no-bus", {"failure": failure, "reasons": [{"kind": "travel", "fact": "There is no bus."}]}
    search = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}, "sides": ["had-reason"]}
    agreed = {"kind": "unfair-commitment", "agreed_by_word": "yes", "began": "2026-06"}
    for limits in ("", "Mornings only."):
        week = {"fewer_because": "agreed", "agreed_on": "2026-07-14"}
        yield "agreed", {**search, "reasons": [agreed], "search_week": week, "commitment_limits": limits}
    for since in ("2026-09-10", "2026-10-10"):
        yield "early", {"decision": {**DECISION, "reduced_from": since}}
    theirs = {"kind": "missed-appointment", "their_day": "2026-10-14"}
    yield "early-theirs", {"failure": theirs, "decision": {**DECISION, "reduced_from": "2026-10-10"}}
    pregnant = {"groups": ["late-pregnancy"], "sides": ["not-required"], "birth": {"due": "2026-12-16"}}
    for is_open in ("yes", "no"):
        yield "due", {**pregnant, "decision": {**DECISION, "days": 7, "is_open_ended": is_open}}
    yield from _asked_about_work()
    for group in ("child-under-1", "child-1", "child-2"):
        yield "still-lower", {"groups": [group], "sides": ["not-required"]}


def _asked_about_work() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what decides a job, a placement, a week with care in it, and a job that was lost."""
    offer = {"failure": {"kind": "job-offer", "happened": "2026-10-14"}, "sides": ["had-reason"]}
    no_bus = [{"kind": "travel", "fact": "There is no bus so early."}]
    early = {"starts_at": "6am", "there_by": "8.20am", "others_applied": "six jobs in warehouses"}
    yield "early-shift", {**offer, "reasons": no_bus, "job": early}
    left = {"failure": {"kind": "left-job", "happened": "2026-10-14"}, "sides": ["had-reason"], "reasons": []}
    danger = {"danger": "the guard was off", "asked_for": "work in the yard", "danger_shown": "Sam was hurt."}
    yield "danger", {**left, "job": {**danger, "faults": ["safety"]}}
    bullied = {"kind": "job-turned-down", "fact": "My supervisor called me names."}
    unpaid = {"unpaid": "16 hours of overtime", "faults": ["pay", "treatment"]}
    yield "bullied", {**left, "reasons": [bullied], "account": f"{bullied['fact']} I left.", "job": unpaid}
    placement = {"failure": {"kind": "work-placement", "happened": "2026-10-14"}, "sides": ["had-reason"]}
    letter = {"told_by": "letter", "told_on": "2026-10-02", "words": "Office work."}
    trench = {"danger": "the trench had no supports", "danger_shown": "I took a photo of it."}
    for _ in range(OTHER_VOICES):
        yield "placement-danger", {**placement, "reasons": [], "job": trench}
    said = {**placement["failure"], "their_words": "You did not attend."}
    for _ in range(OTHER_VOICES):
        yield (
            "sent-home-who-came",
            {**placement, "failure": said, "reasons": [], "job": {"ended": "sent-away"}},
        )
    for words in ("Go home.", ""):
        job = {"ended": "sent-away", "ended_words": words, "not_as_told": "to help at the fryers"}
        yield "sent-home", {**placement, "reasons": [], "job": job}
        yield "sent-home-told", {**placement, "reasons": [], "job": job, "requirement": letter}
    search = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}, "sides": ["not-required"]}
    week = {"expected_hours": 35, "counted_hours": 17, "fewer_because": "agreed"}
    for day in ({}, {"agreed_on": "2026-07-14"}):
        agreed = {**week, **day, "agreed_words": "Do what you can."}
        yield "agreed-words", {**search, "search_week": agreed, "groups": ["carer"], "care_hours": 25}
    lost = {"failure": {"kind": "lost-job", "happened": "2026-10-14"}, "sides": [], "reasons": []}
    told = {"circumstances": "I had been at work for 15 hours.", "asked_first": "no"}
    unheard = {**told, "own_appeal": "on 24 September, and have had no answer"}
    yield "unheard", {**lost, "misconduct": {**unheard, "disputed": ["conduct"]}}
    kept = {"kind": "caring", "called": "an asthma attack", "fact": "My son could not breathe."}
    for charge in ("You did not turn up.", "You were late."):
        for _ in range(OTHER_VOICES):
            given = {"disputed": ["not-misconduct"], "reason_given": charge}
            yield "kept-from-work", {**lost, "reasons": [kept], "misconduct": given}


def _facts() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _told()
    yield from _required()
    yield from _decided()
    yield from _argued()
    yield from _warned()
    yield from _said_elsewhere()


def _told() -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: C901, PLR0912 - a list of facts
    for channel in get_args(Channel):
        for seen in ("before", "after", "never", "not-known"):
            for words in ("Come on Tuesday.", ""):
                for day in ("2026-10-07", None):
                    needed = {"told_by": channel, "told_on": day, "words": words, "seen": seen}
                    yield "told", {"requirement": needed, "sides": ["not-told"], "reasons": []}
                    yield "knew", {"requirement": needed}
        for words in ("I cannot come.", ""):
            for day in ("2026-10-14", "2026-10-13", "2026-10-15", "2026-10-20", None):
                for answer in ("Noted.", "nothing", "They said yes.", ""):
                    telling = {"day": day, "how": channel, "words": words, "said_back": answer}
                    yield "telling", {"told_them": telling}
        yield "asked", {"already_asked": {"day": "2026-11-03", "how": channel, "words": "I disagree."}}
        yield "asked-wordless", {"already_asked": {"day": "2026-11-03", "how": channel}}
        yield "asked-dayless", {"already_asked": {"how": channel, "words": "I disagree.", "said_back": "no"}}
        yield "asked-bare", {"already_asked": {"how": channel}}
    yield from _known_beforehand()
    yield from _notice()
    details = {"told_by": "letter", "told_on": "2026-10-07", "new_details_on": "2026-10-01", "seen": "after"}
    lacking = {"gave_place_and_time": "no", "was_clear_it_was_required": "no", "why_not_seen": "I had moved."}
    for seen, _ in product(("after", "never", "not-known"), range(OTHER_VOICES)):
        yield "details", {"requirement": {**details, "seen": seen}, "sides": ["not-told"], "reasons": []}
    yield "details-never", {"requirement": {**details, "told_by": "never"}, "sides": ["not-told"]}
    yield "details-unclear", {"requirement": details, "sides": ["not-understood"]}
    yield "lacking", {"requirement": {**details, **lacking}, "sides": ["not-told"]}
    yield "no-place", {"requirement": {**details, "gave_place_and_time": "no"}, "sides": ["not-told"]}
    yield (
        "unclear",
        {
            "requirement": {"told_by": "journal", "was_clear_it_was_required": "no"},
            "sides": ["not-understood"],
        },
    )
    provider = {"kind": "missed-appointment", "happened": "2026-10-14", "provider": "Works Ltd"}
    yield "provider", {"failure": provider, "sides": ["not-told"]}
    yield (
        "provider-wrote",
        {
            "failure": provider,
            "requirement": {"told_by": "letter", "told_on": "2026-10-07", "words": "Come."},
        },
    )
    for kind in get_args(FailureKind):
        for their_words in ("", "You failed."):
            base = {"failure": {"kind": kind, "happened": "2026-10-14", "their_words": their_words}}
            yield (
                "not-told",
                {
                    **base,
                    "sides": ["not-told"],
                    "requirement": {"seen": "after", "told_by": "letter"},
                    "reasons": [],
                },
            )
            yield "no-reason", {**base, "reasons": [], "account": "It went wrong."}
            for side in SIDES:
                yield "side", {**base, "sides": [side], "reasons": []}
        yield "dayless", {"failure": {"kind": kind}}
    yield (
        "other-day",
        {"failure": {"kind": "missed-call", "happened": "2026-10-14", "their_day": "2026-10-13"}},
    )
    for day in ("2026-10-14", "2026-10-15", "2026-10-16", "2026-10-30", None):
        yield "done", {"done_since": {"state": "done", "day": day}}
    for day in ("2026-11-30", None):
        yield "rebooked", {"done_since": {"state": "rebooked", "day": day, "words": "I asked for a new day."}}
    yield "not-yet", {"done_since": {"state": "not-yet", "words": "I am waiting for a date."}}
    heard = {"told_by": "phone", "words": "Come on Tuesday.", "seen": "before"}
    yield "knew-and-did-it", {"requirement": heard, "sides": ["did-it"], "reasons": []}
    call = {
        "told_by": "journal",
        "told_on": "2026-10-07",
        "words": "We will call you.",
        "gave_place_and_time": "no",
    }
    missed = {"kind": "missed-call", "happened": "2026-10-14"}
    yield "call-without-a-time", {"failure": missed, "requirement": call, "sides": ["not-told"]}
    yield from _unexplained()
    yield from _calls(missed, call)
    yield from _calls_elsewhere(missed)
    yield from _calls_outside(missed, call)
    yield from _done_late_or_unsaid()
    papers = [{"what": f"Page {number} of my diary"} for number in range(1, 5)]
    yield "many-papers", {"evidence": papers}


def _unexplained() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield more days than a first reduction has, with and without age and group, and with an end."""
    for kind, days in (
        ("missed-call", 14),
        ("missed-appointment", 28),
        ("missed-call", 91),
        ("job-offer", 182),
    ):
        for known in ("yes", "not-known"):
            decision = {**DECISION, "days": days, "is_open_ended": "no" if days > 28 else "yes"}
            base = {"failure": {"kind": kind, "happened": "2026-10-14"}, "decision": decision}
            base |= {"earlier_sanctions_known": known, "groups": [], "was_under_18": "not-known"}
            yield "unexplained", base
            yield "unexplained-done", {**base, "done_since": {"state": "done", "day": "2026-10-20"}}
            yield "unexplained-adult", {**base, "groups": ["none"], "was_under_18": "no"}
    for kind, days in (("work-search-hours", 91), ("not-available", 120), ("work-search-hours", 28)):
        decision = {**DECISION, "days": days, "is_open_ended": "no"}
        base = {"failure": {"kind": kind, "happened": "2026-10-14"}, "decision": decision}
        for young in ("no", "not-known"):
            yield "unexplained-medium", {**base, "was_under_18": young, "groups": ["none"]}
    only_interviews = {"groups": ["child-1"], "decision": {**DECISION, "days": 7}}
    yield "unexplained-lowest", {**only_interviews, "was_under_18": "no"}


def _calls(missed: dict[str, Any], message: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is told of a call: the hour that was given for it, how often it rang, and when."""
    base = {"failure": missed, "sides": ["not-told"], "reasons": []}
    for given, words in (("none", ""), ("window", "Between 9 and 1"), ("exact", "10.30")):
        for rang in ("never", "once", "twice", "more"):
            for at, hidden in (("", "no"), ("2.10", "no"), ("just after two", "yes"), ("", "yes")):
                told = {"time_given": given, "given": words, "rang": rang, "rang_at": at, "minutes_after": 50}
                told = {**told, "number_hidden": hidden}
                yield "call", {**base, "requirement": {**message, "seen": "before"}, "call": told}
                here = {**told, "minutes_after": None, "given": "9 to 1"}
                for seen in ("before", "after"):
                    yield "call-at-its-time", {**base, "requirement": {**message, "seen": seen}, "call": here}


def _calls_outside(missed: dict[str, Any], message: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield calls before and after a short window, one without exact hours, and an interview meanwhile."""
    interview = {"kind": "working", "called": "a job interview", "effect": "My phone was off."}
    interview |= {"work_hours": "an interview at 11:30"}
    asked = {**message, "words": "We will call you between 10:00 and 10:30.", "seen": "before"}
    calls = [("once", "9:05"), ("once", "11:42"), ("twice", "11:42 and 11:50"), ("twice", "9:05 and 9:10")]
    for _ in range(OTHER_VOICES):
        for rang, at in calls:
            call = {"time_given": "window", "rang": rang, "rang_at": at}
            for reasons in ([], [interview]):
                told = {"requirement": asked, "sides": ["had-reason"], "reasons": reasons, "call": call}
                yield "call-outside", {"failure": missed, **told}
        vague = {"time_given": "window", "given": "around ten", "rang": "once"}
        base = {"failure": missed, "requirement": {**message, "seen": "before"}, "reasons": []}
        yield "call-some-time", {**base, "sides": ["not-told"], "call": vague}


def _done_late_or_unsaid() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a task done late, with and without words and a reason, and a decision that names no failure."""
    task = {
        "told_by": "to-do",
        "told_on": "2026-10-07",
        "words": "Upload it by 14 October.",
        "seen": "before",
    }
    task |= {"was_clear_it_was_required": "yes", "gave_place_and_time": "yes"}
    shut = {"kind": "no-access", "called": "a closed library", "effect": "I had no computer."}
    since = {"state": "done", "day": "2026-10-15"}
    failed = {"kind": "specific-task", "happened": "2026-10-14"}
    for _ in range(OTHER_VOICES):
        for words in ("", "I uploaded it on 15 October."):
            for sides, reasons in ((["did-it"], []), (["did-it", "had-reason"], [shut])):
                base = {"failure": failed, "requirement": task, "sides": sides, "reasons": reasons}
                yield "done-late", {**base, "what_i_did": words, "done_since": since}
        silent = {"kind": "not-said", "their_words": "A sanction has been applied."}
        yield "charge-unsaid", {"failure": silent, "requirement": task, "sides": ["not-understood"]}


def _calls_elsewhere(missed: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a call that went to another number, and what was told of the right one."""
    answers = ("Thanks, I will update that.", "She said that she would.", "nothing")
    given: list[dict[str, Any] | None] = [None, {"day": "2026-09"}, {"day": "2026-09-30"}, {"how": "journal"}]
    given += [
        {"day": "2026-09-30", "how": how, "words": "It ends in 882.", "said_back": back}
        for how in ("journal", "phone")
        for back in answers
    ]
    given += [{"words": "It ends in 882."}]
    in_the_account = {"how": "account-details", "words": "01632 960 882", "said_back": "Details updated."}
    given += [{"how": "account-details"}, in_the_account, {"day": "2026-09-30", **in_the_account}]
    for sides in (["came"], ["not-told"], ["came", "had-reason"]):
        for told, rang in product(given, ("elsewhere", "old-number")):
            for _ in range(OTHER_VOICES):
                call = {"time_given": "exact", "given": "10.30", "rang": rang, "number_told": told}
                yield "call-elsewhere", {"failure": missed, "sides": sides, "reasons": [], "call": call}
    account = "On 30 September I put 01632 960 882 into my details. On 14 October I waited."
    for _ in range(OTHER_VOICES):
        call = {"rang": "old-number", "number_told": {"day": "2026-09-30", **in_the_account}}
        facts = {"failure": missed, "sides": ["came"], "reasons": [], "call": call}
        yield "number-in-the-account", {**facts, "account": account}


def _known_beforehand() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a message of the day before, a reason told before the decision, a step asked for, a child's age."""
    late = {"told_by": "journal", "told_on": "2026-10-13", "words": "Come at 10.", "seen": "after"}
    for side in ("not-told", "not-understood"):
        yield "sent-the-day-before", {"requirement": late, "sides": [side], "reasons": []}
    for words in ("You gave no reason.", "You have not shown good reason."):
        failure = {**BASE["failure"], "their_words": words}
        told = {"day": "2026-10-15", "how": "phone", "words": "I am ill."}
        for _ in range(OTHER_VOICES):
            yield "told-before-it", {"failure": failure, "told_them": told}
    asked = {"told_on": "2026-09-01", "told_how": "phone", "asked_before": "yes"}
    steps = ("Please could it be by phone?", "appointments by phone")
    for step, harder in product(steps, ("Crowds.", "Unable to stand", "to stand in a queue")):
        for _ in range(OTHER_VOICES):
            yield "step-asked", {"adjustment": {**asked, "disadvantage": harder, "step_wanted": step}}
    child = {"kind": "caring", "called": "my son's school hours", "fact": "He is at school.", "age": "5"}
    vacancy = {"failure": {"kind": "particular-vacancy", "happened": "2026-10-14"}, "sides": ["not-required"]}
    for hours in (["hours"], ["hours", "caring"]):
        yield (
            "child-aged",
            {**vacancy, "groups": ["child-3-12"], "reasons": [child], "job": {"faults": hours}},
        )


def _vacancy_without_a_must(vacancy: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a vacancy whose message left something unsaid, or that went beyond what had been agreed."""
    needed: dict[str, Any] = {"told_by": "journal", "told_on": "2026-10-05", "words": "You might like it."}
    base: dict[str, Any] = {**vacancy, "sides": ["not-required"], "account": "I was at home."}
    far = {"minutes_each_way": 115, "vacancy": "warehouse work in Leeds"}
    beyond = {"beyond_agreed": "it is far and I do not drive"}
    for _ in range(OTHER_VOICES):
        for unsaid in (["must"], ["day", "consequence"]):
            for how in ("journal", "phone"):
                told = {**needed, "told_by": how, "not_said": unsaid, "was_clear_it_was_required": "no"}
                yield "left-unsaid", {**base, "requirement": told}
        yield "no-longer-open", {**base, "done_since": {"state": "closed"}, "job": far}
        yield "beyond-agreed", {**base, "job": beyond}
        yield "named", {**base, "job": {"vacancy": "warehouse work in Leeds"}, "requirement": needed}
        limits = {"commitment_limits": "jobs within 60 minutes", "job": {**far, **beyond}}
        yield "beyond-the-limit", {**base, **limits}


def _notice() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield short notice, what was met by the last day of the message, and what a message did not say."""
    for minutes in (30, 600):
        for reasons in ([], BASE["reasons"]):
            needed = {"told_by": "text-message", "told_on": "2026-10-14", "seen": "before"}
            needed |= {"notice_minutes": minutes, "words": "Come in today."}
            yield "short-notice", {"requirement": needed, "reasons": reasons}
            unclear = {"told_by": "journal", "gave_place_and_time": "no", "seen": "before"}
            yield "unclear-notice", {"requirement": unclear, "sides": ["not-understood"], "reasons": reasons}
            yield "no-place-notice", {"requirement": unclear, "sides": ["not-told"], "reasons": reasons}
    asked = {"told_by": "to-do", "words": "Upload it by the 14th.", "last_day": "2026-10-14"}
    for kind in ("specific-task", "evidence-not-given", "other"):
        for day in ("2026-10-14", "2026-10-12"):
            facts = {"failure": {"kind": kind, "happened": "2026-10-13"}, "requirement": asked}
            yield "met", {**facts, "done_since": {"state": "done", "day": day}, "what_i_did": "I sent it."}
    for side in SIDES:
        failure = {"kind": "specific-task", "happened": "2026-10-14", "provider": "Works Ltd"}
        yield "provider-side", {"failure": failure, "sides": [side], "reasons": []}
    yield (
        "needed",
        {"adjustment": {"disadvantage": "I cannot hear.", "step_wanted": "Write.", "told_how": "phone"}},
    )


def _required() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from _protected()
    for group in get_args(Group):
        for kind in (
            "missed-appointment",
            "specific-task",
            "work-search-hours",
            "particular-vacancy",
            "job-offer",
        ):
            base = {"failure": {"kind": kind, "happened": "2026-10-14"}, "groups": [group]}
            yield "group", {**base, "sides": ["not-required"], "reasons": []}
            yield (
                "group-hours",
                {
                    **base,
                    "sides": ["not-required"],
                    "search_week": WEEK,
                    "why_not_required": "I fetch him at three.",
                },
            )
        yield "changed", {"changed": {"groups": [group]} if group in CHANGED else None}
        yield (
            "changed-since",
            {"changed": {"groups": [group], "since": "2026-10-20"} if group in CHANGED else None},
        )
    for kind in ("particular-vacancy", "employer-interview", "job-offer"):
        base = {"failure": {"kind": kind, "happened": "2026-10-14"}, "reasons": []}
        for fault in get_args(JobFault):
            yield "fault", {**base, "job": {"faults": [fault]}}
        words = {"why_not_required": "He said have a look at it.", "sides": ["not-required"]}
        yield "own-words", {**base, **words}
        yield "own-words-far", {**base, **words, "job": {"minutes_each_way": 115}}
        yield "own-words-carer", {**base, **words, "groups": ["child-1"]}
        yield "far", {**base, "job": {"minutes_each_way": 115, "faults": ["pay", "hours"]}}
        yield "no-offer", {**base, "job": {"was_offered": "no"}, "sides": ["not-required"]}
        yield (
            "suggested",
            {
                **base,
                "sides": ["not-required"],
                "requirement": {"was_clear_it_was_required": "no", "told_by": "email"},
            },
        )
    vacancy = {"failure": {"kind": "particular-vacancy", "happened": "2026-10-14"}, "reasons": []}
    heard = {"was_clear_it_was_required": "no", "told_by": "appointment"}
    for account in ("He told me about a job.", "He gave me a printout."):
        for _ in range(OTHER_VOICES):
            for words in ("Have a look at it.", ""):
                told = {"sides": ["not-required"], "requirement": {**heard, "words": words}}
                yield "suggested-by-word", {**vacancy, **told, "account": account}
    yield from _vacancy_without_a_must(vacancy)
    yield "asked-less", {"sides": ["not-required"], "why_not_required": "I work that day."}
    yield (
        "limits",
        {
            "commitment_limits": "school hours",
            "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
            "sides": ["not-required"],
        },
    )
    for use in get_args(TimeOff):
        for agreed in ("yes", "no"):
            week = {**WEEK, "time_off": [use], "was_agreed": agreed}
            yield (
                "time-off",
                {
                    "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
                    "search_week": week,
                    "sides": ["did-it"],
                },
            )
    yield from _weeks()
    yield from _counted()
    yield from _births()
    yield from _handings_in()
    yield from _injuries()
    yield from _fit_notes_just_given()
    yield from _interpreted()
    yield from _fit_notes()
    yield (
        "hours-alone",
        {
            "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
            "search_week": {"done_hours": 30},
            "sides": ["did-it"],
        },
    )
    yield (
        "hours-carer",
        {
            "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
            "groups": ["carer", "child-3-12"],
            "sides": ["not-required"],
        },
    )


def _counted() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield weeks with the office's own count of the hours, and since when fewer were agreed."""
    search = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}, "sides": ["did-it"]}
    fewer = {"expected_hours": 35, "fewer_hours": 15, "fewer_because": "agreed", "agreed_on": "2026-08"}
    for counted in (3, 12, 15):
        for off in ({}, {"time_off": ["paid-work"]}, {"time_off": ["paid-work"], "time_off_hours": 4}):
            for agreed in ("yes", "no"):
                week = {**fewer, **off, "counted_hours": counted, "was_agreed": agreed}
                words = {"commitment_limits": "15 hours because of mum", "what_i_did": "seven applications"}
                yield "week-counted", {**search, **words, "search_week": week, "groups": ["carer"]}
    says = 'My commitment says "I will spend up to 15 hours a week looking for work." I agreed that on 12 August.'
    asking = "15 hours a week, and no evenings. Please give us a new work coach."
    for _ in range(OTHER_VOICES):
        agreed_week = {**fewer, "agreed_on": "2026-08-12", "counted_hours": 12, "time_off": ["emergency"]}
        typed = {"why_not_required": says, "commitment_limits": asking}
        yield "week-agreed", {**search, **typed, "search_week": agreed_week, "groups": ["child-3-12"]}
        yield "week-agreed-there", {**search, "why_not_required": says, "search_week": agreed_week}
    for group in ("none", "carer"):
        for week in ({"counted_hours": 12}, {"expected_hours": 20, "counted_hours": 22}):
            yield "week-counted-alone", {**search, "search_week": week, "groups": [group]}
    half = {"expected_hours": 20, "done_hours": 17.5, "time_off": ["funeral"]}
    yield "week-half", {**search, "search_week": half}


def _births() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield births before and after the day, due and born, and since when the office knew."""
    pregnant = {"groups": ["late-pregnancy"], "why_not_required": "I was 38 weeks pregnant."}
    days = (
        {"due": "2026-10-28"},
        {"due": "2026-10-31", "born": "2026-10-20"},
        {"due": "2026-10-10"},
        {"due": "2026-10-10", "born": "2026-10-16"},
        {"born": "2026-09-30"},
        {"born": "2026-10-14"},
        {"due": "2027-03-01"},
        {},
    )
    for birth in days:
        for known in (
            {"has_certificate": "yes", "told_on": "2026-07-01"},
            {"has_certificate": "yes"},
            {"has_certificate": "no", "told_on": "2026-07-01"},
            {},
        ):
            yield "birth", {**pregnant, "birth": {**birth, **known}}
    late = {"decision": {**DECISION, "dated": "2026-10-15", "notified": "2026-10-15"}}
    periods = [
        {"began": "2026-10-15", "ended": "2026-10-20", "what": "I was in hospital."},
        {"began": "2026-10-20", "what": "I was feeding him."},
    ]
    for found in ("2026-11-20", "2026-11-23", "2026-10"):
        yield "birth-late", {**pregnant, **late, "late": periods, "birth": days[0], "found_out_on": found}
    told = [*periods[:1], {"began": "2026-10-20", "what": "Mind told me on 12 November."}]
    yield "late-since", {**late, "late": [{"began": "2026-10-20", "what": "My mother was ill."}]}
    yield "found-out-told", {**late, "late": told, "found_out_on": "2026-11-12"}
    nothing = {"expected_hours": 35, "done_hours": 0}
    search = {"kind": "work-search-hours", "happened": "2026-10-14"}
    yield "no-search", {"failure": search, "search_week": nothing, "sides": ["had-reason"]}


def _interpreted() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what was told in another language, and reasons that kept somebody from letting the office know."""
    lack = {"kind": "no-access", "lacking": ["english"]}
    for answer in ("yes", "no"):
        unclear = {"kind": "unclear-or-mistake", "fact": "I know Tigrinya only.", "interpreter": answer}
        yield "interpreted", {"reasons": [unclear]}
        yield "interpreted-lacking", {"reasons": [unclear, lack]}
        for day in ("2026-09-01", "2026-10-20"):
            known = {**lack, "fact": "I know Tigrinya only.", "told_on": day}
            for told in ({"told_by": "journal", "told_on": "2026-10-07"}, {}):
                base = {"reasons": [known, unclear], "requirement": told}
                for _ in range(OTHER_VOICES):
                    yield "language-known", base
    for _ in range(OTHER_VOICES):
        error = {"what_they_knew": "I need an interpreter for Tigrinya.", "told_on": "2026-09-01"}
        yield "interpreter-known", {"official_error": error}
    for place in ("refused", "not-asked"):
        yield (
            "private",
            {"reasons": [{"kind": "no-privacy", "fact": "It is my health.", "private_place": place}]},
        )
    ill = {"kind": "ill", "fact": "I had a fever.", "effect": "stand up", "could_tell": "no"}
    for day in ("2026-10-14", "2026-10-16", None):
        told = {"told_them": {"day": day, "how": "journal"}} if day else {}
        yield "could-not-tell", {"reasons": [ill], **told}


def _fit_notes_just_given() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield job search not done just after a fit note was given."""
    note = {"began": "2026-10-01", "ended": "2026-10-28", "told_on": "2026-10-05"}
    for kind in ("work-search-hours", "particular-vacancy"):
        failure = {"kind": kind, "happened": "2026-10-14"}
        yield "fit-note-given", {"failure": failure, "fit_note": note, "groups": ["fit-note"], "sides": []}


def _injuries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield jobs that were left after an injury, or against advice, and what else was offered."""
    failure = {"kind": "left-job", "happened": "2026-09-18"}
    account = "A pallet fell on my foot. I asked for it to go into the accident book."
    base = {"failure": failure, "sides": ["had-reason"], "reasons": [], "account": "I gave notice."}
    hurt = {"hurt_on": "2026-09-01", "hurt_told": "my manager", "faults": ["safety", "health", "caring"]}
    yield "hurt-some-day", {**base, "job": {**hurt, "hurt_on": "2026-09"}}
    yield "left-for-health", {**base, "job": {"faults": ["health", "caring"]}}
    long = "I came in. I sat down. On 2 June I asked him. He said no. Then I rang. I waited. After that I left. I did."
    for _ in range(OTHER_VOICES):
        yield "told-in-steps", {**base, "account": long, "job": hurt}
    for book in ("written", "refused", "not-written", "not-known"):
        yield "hurt", {**base, "job": {**hurt, "accident_book": book}}
        yield "hurt-told", {**base, "account": account, "job": {**hurt, "accident_book": book}}
    for who in ("doctor", "hospital", "physiotherapist", "occupational-health"):
        for against in ("night shifts", ""):
            advice = {"advised_by": who, "advised_against": against, "advised_on": "2026-09-10"}
            yield "advised", {**base, "job": {**advice, "unpaid": "August", "danger": "The saw had no guard"}}
            yield "advised-shouted-at", {**base, "job": {**advice, "faults": ["treatment"]}}
            yield (
                "hurt-advised",
                {**base, "job": {**hurt, **advice, "unpaid": "August", "danger": "It leaked"}},
            )
            yield "hurt-advised-sum", {**base, "job": {**hurt, **advice, "unpaid": "£80 of tips"}}
    for came in ("none", "taken-back", "too-little"):
        for offered in ("two day shifts", ""):
            yield "offered", {**base, "job": {**hurt, "other_work": came, "offered": offered}}


def _handings_in() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield ways of handing in evidence: what went wrong, how often, in which other way, and whether it was taken."""
    failure = {"kind": "evidence-not-given", "happened": "2026-10-14"}
    base = {"failure": failure, "sides": ["did-part", "had-reason"], "account": "I had the sheet ready."}
    reason = {
        "kind": "no-access",
        "fact": "My phone is old.",
        "effect": "upload it",
        "what_i_did": "I tried it four times.",
    }
    full = {"how": "upload", "went_wrong": "too-large", "tries": "Four times", "goes_with_letter": "yes"}
    for way in ("in-person", "post", "email", "journal", "phone"):
        for day in ("2026-10-14", "2026-10-12", "2026-10-20"):
            for taken in ("taken", "refused"):
                told = {**full, "other_way": way, "other_day": day, "was_taken": taken}
                did = {"what_i_did": "I took it to the desk on 14 October."}
                yield "handed-in", {**base, **did, "reasons": [reason], "handing_in": told}
    for how in ("upload", "journal", "email", "post", "in-person", "not-known"):
        for wrong in ("too-large", "page-failed", "locked-out", "no-connection"):
            for tries in ("I tried it twice", "all morning", ""):
                told = {"how": how, "went_wrong": wrong, "tries": tries, "other_way": "none"}
                yield "handing-in", {**base, "sides": ["had-reason"], "reasons": [reason], "handing_in": told}
    for papers in ([{"what": "The sheet"}], [{"what": "The sheet"}, {"what": "A screenshot"}], []):
        yield "handing-in-now", {**base, "handing_in": full, "evidence": papers}


def _told_in_time() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who told the office on the day, before and after the hour that a message or they named."""
    travel = {"kind": "travel", "fact": "The bus broke down.", "began": "2026-10-14"}
    for kind in ("missed-appointment", "missed-call", "employer-interview"):
        for at in ("9.47", "10.05", ""):
            for words in ("Come on 14 October at 10.00.", "Come on 14 October."):
                telling = {"day": "2026-10-14", "at": at, "how": "journal", "words": "I will be late."}
                failure = {"kind": kind, "happened": "2026-10-14"}
                facts = {"failure": failure, "requirement": {"words": words}, "told_them": telling}
                yield "told-in-time", {**facts, "reasons": [travel]}
        telling = {"day": "2026-10-14", "at": "9.20", "begins_at": "10.00", "said_back": "no call back"}
        yield "told-in-time", {"failure": {**failure}, "told_them": telling, "reasons": [travel]}


def _late_for_somebody() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield stretches of a delay, told with and without a day of their own: who writes them changes with the voice."""
    decision = {"dated": "2026-06-22", "notified": "2026-06-22"}
    failure = {"kind": "missed-appointment", "happened": "2026-06-03"}
    stretches = (
        {"began": "2026-06-22", "ended": "2026-07-01", "what": "Kelly stayed in her room."},
        {"began": "2026-07-01", "ended": None, "what": "She was in hospital."},
    )
    since = ({"began": "2026-06-22", "ended": None, "what": "Kelly stayed in her room."},)
    dated = ({"began": "2026-06-22", "ended": "2026-11-20", "what": "I found it on 20 November."},)
    for late in (stretches, since, dated):
        for _ in range(OTHER_VOICES):
            yield "late-for-somebody", {"decision": decision, "failure": failure, "late": list(late)}


def _typed_by_strangers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is typed in another box than the one it is asked for in, or in two; in each voice."""
    words = "Come to the office on Tuesday."
    quoting = {"account": f'On 7 October a message came: "{words}" I was ill.'}
    misread = {"kind": "unclear-or-mistake", "understood": "that it was the 24th"}
    paper = ("My commitment says 35 hours.", "It says 35 hours.")
    needed = [
        {"told_by": how, "words": words, "seen": seen, **day}
        for how in ("journal", "phone")
        for seen in ("before", "after", "never")
        for day in ({"told_on": "2026-10-07"}, {})
    ]
    lacking = (
        {"gave_place_and_time": "no"},
        {"was_clear_it_was_required": "no"},
        {"gave_place_and_time": "no", "was_clear_it_was_required": "no"},
    )
    for _ in range(OTHER_VOICES):
        for each in needed:
            yield "quoted-in-the-account", {**quoting, "requirement": each, "reasons": [misread]}
        for lacks in lacking:
            for kind in ("missed-appointment", "missed-call"):
                failure = {"kind": kind, "happened": "2026-10-14"}
                yield (
                    "lacking-in-the-account",
                    {**quoting, "failure": failure, "requirement": {**needed[0], **lacks}},
                )
        for words in paper:
            yield "of-a-paper", {"requirement": {"words": words}, "reasons": [misread]}
            yield "of-a-paper-sent", {"requirement": {"words": words, "told_by": "journal"}}
        for understood in ("The 24th", "that it was the 24th", ""):
            for came in ({}, needed[0], {"told_by": "phone"}):
                told = {"requirement": came, "sides": ["had-reason"]}
                yield "understood", {**told, "reasons": [{**misread, "understood": understood}]}
        belief = {"thought_else": "it was called off", "then": "nothing"}
        both = [{"kind": "ill", "called": "flu"}, {"kind": "unclear-or-mistake"}]
        yield "believed", {"reasons": both, "mistake": belief}


def _whoever_did_it() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield acts whose doer an appointee's letter does not name: each in every voice."""
    day, by, words = {"day": "2026-11-03"}, {"how": "phone"}, {"words": "I disagree."}
    sent = {**DECISION, "notified": "2026-11-04"}
    rang = {"kind": "ill", "fact": "Kelly was ill.", "what_i_did": "I told the office."}
    told = {"day": "2026-10-14", "words": "She cannot come."}
    read = {"kind": "unclear-or-mistake", "understood": "for the 24th"}
    for facts in (
        *({"already_asked": asked} for asked in (day, {**day, **words}, {**day, **by, **words})),
        *({"decision": {**sent, "came_by": came}} for came in ("letter", "not-known")),
        *({"reasons": [rang], "told_them": {**told, "how": how}} for how in ("phone", "journal")),
        {"reasons": [read], "sides": ["had-reason"]},
        {"requirement": {"told_by": "to-do", "seen": "after", "sent_to": "claimant"}, "sides": ["not-told"]},
        {
            "requirement": {"told_by": "never", "told_on": "2026-10-07", "new_details_on": "2026-10-01"},
            "sides": ["not-told"],
        },
    ):
        for _ in range(OTHER_VOICES):
            yield "whoever-did-it", facts


EARLY = {"kind": "missed-appointment", "happened": "2026-09-01"}


def _of_the_contest() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield steps that had been agreed, courses, placements, denials, and requests made in time."""
    step = {"told_on": "2026-09-01", "told_how": "phone", "step_wanted": "A text before a call"}
    step |= {"disadvantage": "I cannot pick up an unknown number."}
    agreed = {**step, "asked_before": "yes", "what_was_done": "It was agreed on 3 September."}
    course = {"kind": "work-placement", "happened": "2026-10-14", "their_words": "You left the course."}
    placement = {"kind": "work-placement", "happened": "2026-10-14"}
    away = {"kind": "not-available", "happened": "2026-10-14"}
    lost = {"kind": "bereavement", "called": "a death", "fact": "My father died."}
    fixed = {**DECISION, "days": 28, "is_open_ended": "no"}
    old = {**DECISION, "dated": "2026-09-10", "notified": "2026-09-10"}
    ended = {"kind": "ill", "called": "a fever", "fact": "I had a fever."}
    long_ago = {"began": "2026-09-10", "what": "I was in hospital."}
    denied = {"failure": away, "sides": ["did-it", "had-reason"], "reasons": [lost]}
    for _ in range(OTHER_VOICES):
        yield "agreed", {"adjustment": agreed}
        yield "agreed-not-kept", {"adjustment": agreed, "account": "I waited. No text came."}
        yield "course", {"failure": course, "decision": fixed}
        yield "course-ill", {"failure": course, "reasons": [ended], "account": "I was ill."}
        yield "placement-perhaps", {"failure": placement, "groups": ["not-known"], "sides": ["not-required"]}
        yield "placement", {"failure": placement, "groups": ["late-pregnancy"], "sides": ["not-required"]}
        yield "denied", denied
        yield "denied-warned", {**denied, "kind": "threatened-sanction"}
        asked = {"decision": old, "already_asked": {"day": "2026-09-20", "how": "phone"}}
        yield "asked-in-time", {**asked, "late": [long_ago], "failure": EARLY}


def _excuses() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people whom the office had excused: with and without the day, the way and the words."""
    words = "Do not come in while you are contagious."
    for kind in ("missed-appointment", "specific-task", "particular-vacancy", "not-available"):
        failure = {"kind": kind, "happened": "2026-10-14", "their_words": "You did not do it."}
        for day in ("2026-10-13", ""):
            for how in ("phone", ""):
                for said in (words, ""):
                    told = {"day": day, "how": how, "words": said}
                    given = {name: value for name, value in told.items() if value}
                    base = {"failure": failure, "sides": ["excused"], "reasons": []}
                    for _ in range(OTHER_VOICES):
                        yield "excused", base | ({"excused": given} if given else {})
        for meaning in ("noted", "all-right", "will-move"):
            for _ in range(OTHER_VOICES):
                told = {
                    "meaning": meaning,
                    "day": "2026-10-12",
                    "how": "journal",
                    "words": "I have that here.",
                }
                yield "noted", {"failure": failure, "sides": ["excused"], "reasons": [], "excused": told}


def _agreed_ways() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people with whom it had been agreed that it would be held, or done, another way."""
    ways = (
        "Appointments by telephone only.",
        "It will be a video call.",
        "We visit you at home.",
        "Later.",
        "",
    )
    mine = [(kind, {}) for kind in ("missed-appointment", "specific-task", "particular-vacancy")]
    theirs = {"asked_by": "provider", "provider": "Works Ltd"}
    for (kind, by), words in product((*mine, ("missed-appointment", theirs)), ways):
        failure = {"kind": kind, "happened": "2026-10-14", "their_words": "You did not attend.", **by}
        account = f"Works Ltd and I agreed: “{words}” Nobody rang." if by and words else "Nobody rang."
        for day, how in product(("2026-10-12", ""), ("phone", "")):
            told = {"meaning": "another-way", "day": day, "how": how, "words": words}
            given = {name: value for name, value in told.items() if value}
            base = {"failure": failure, "sides": ["excused"], "reasons": [], "excused": given}
            for said in dict.fromkeys((account, "Nobody rang.")):
                yield "agreed-way", {**base, "account": said}


def _not_answered() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who answer a decision that says besides that nothing was answered or sent."""
    failure = {
        "kind": "missed-appointment",
        "happened": "2026-10-14",
        "their_words": "You did not attend. You did not reply to us.",
    }
    papers = [{"what": "Letter of the surgery"}]
    for answer, sides, evidence in product(
        ("their letter came too late", "because of the post", "My post was late. I wrote at once."),
        (["had-reason"], ["did-it"]),
        (papers, []),
    ):
        for _ in range(OTHER_VOICES):
            told = {"failure": failure, "sides": sides, "evidence": evidence, "why_no_answer": answer}
            yield "not-answered", told if "had-reason" in sides else {**told, "reasons": []}
    for _ in range(OTHER_VOICES):
        test = {"kind": "working", "fact": "I had a test.", "work_hours": "test at 10.30, out at 12.50"}
        yield "hours-quoted", {"reasons": [test]}


def _of_a_provider() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people whom somebody at a provider, or at the office, had excused."""
    for kind in ("work-placement", "specific-task", "particular-vacancy"):
        failure = {"kind": kind, "happened": "2026-10-14", "asked_by": "provider", "provider": "Works Ltd"}
        for day, how, said in product(("2026-10-13", ""), ("phone", ""), ("No need to come.", "")):
            told = {"day": day, "how": how, "words": said}
            given = {name: value for name, value in told.items() if value}
            base = {"failure": failure, "sides": ["excused"], "reasons": []}
            for _ in range(OTHER_VOICES):
                yield "excused-there", base | ({"excused": given} if given else {})


def _told_there() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what was told where a provider had asked for something: when, how, and in which words."""
    for kind in ("work-placement", "missed-appointment"):
        failure = {"kind": kind, "happened": "2026-10-14", "asked_by": "provider", "provider": "Works Ltd"}
        days, ways = ("2026-10-12", "2026-10-14", "2026-10-15", ""), ("phone", "")
        for day, how, words in product(days, ways, ("I am ill.", "")):
            telling = {"day": day or None, "how": how or "not-known", "words": words}
            for _ in range(OTHER_VOICES):
                yield "told-there", {"failure": failure, "told_them": telling}
        early = {"day": "2026-10-14", "how": "phone", "words": "I am ill.", "at": "8.40", "begins_at": "9.30"}
        moved = {"how": "phone", "words": "Come on the 23rd.", "day": "2026-10-13", "moved_to": "2026-10-23"}
        for _ in range(OTHER_VOICES):
            yield "told-there-early", {"failure": failure, "told_them": early}
            yield "moved-there", {"failure": failure, "sides": ["excused"], "reasons": [], "excused": moved}


def _of_a_scheme() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a scheme asked for, by the name that the office gives it, and a letter that was never seen."""
    reason = {"kind": "ill", "called": "a fever"}
    letter = {"told_by": "letter", "told_on": "2026-10-02", "seen": "never"}
    reminded = "A reminder came. I saw it."
    for name in ("placement", "course", "induction", "Restart Scheme"):
        failure = {
            "kind": "work-placement",
            "happened": "2026-10-14",
            "their_words": f"You missed the {name}.",
        }
        base = {"failure": failure, "requirement": letter, "account": reminded}
        told = {"sides": ["not-told", "had-reason"], "reasons": [reason]}
        ill = {"sides": ["had-reason"], "reasons": [{**reason, "effect": "I could not get up."}]}
        for _ in range(OTHER_VOICES):
            yield "scheme-not-told", base | told
            yield "scheme-ill", base | ill
            yield "scheme-not-required", base | {"sides": ["not-required"], "why_not_required": "It was far."}
        unquoted = {key: value for key, value in failure.items() if key != "their_words"}
        for _ in range(OTHER_VOICES):
            yield "scheme-unquoted", {**base, **ill, "failure": unquoted, "account": f"It was a {name}."}
    # No decision is quoted, and new details had been given.
    missed = {"kind": "missed-appointment", "happened": "2026-10-14"}
    moved = {
        "failure": missed,
        "requirement": {**letter, "new_details_on": "2026-09-01"},
        "account": reminded,
    }
    for _ in range(OTHER_VOICES):
        yield "reminded-and-moved", {**moved, "sides": ["not-told"], "reasons": []}


def _told_in_short() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what was told beforehand, asked for beforehand, and told in the account without its words."""
    for how, account in (("text-message", "I texted them at nine."), ("phone", "I rang them at nine.")):
        for day in ("2026-10-14", "2026-10-12"):
            telling = {"day": day, "how": how, "words": "I am ill."}
            told = f"On {int(day[-2:])} October I felt bad. {account}"
            for _ in range(OTHER_VOICES):
                yield "told-without-words", {"account": told, "told_them": telling}
    knew = {"what_they_knew": "I have no driving licence and never had one"}
    lack = [{"kind": "job-turned-down", "called": "no driving licence", "fact": "I have no licence."}]
    vacancy = {"failure": {"kind": "particular-vacancy", "happened": "2026-10-14"}, "reasons": lack}
    told = "I have no driving licence and never had one. They have known that since I claimed."
    yield "known-all-along", {**vacancy, "account": told, "official_error": knew}
    before = {"told_by": "phone", "words": "Come on Wednesday.", "seen": "before"}
    for day in ("2026-10-12", "2026-10-13"):
        telling = {"day": day, "how": "journal", "words": "Can we do it on Thursday?"}
        for asked in ({}, {"done_since": {"state": "done", "day": "2026-10-20", "offered_on": day}}):
            for _ in range(OTHER_VOICES):
                yield "told-before", {"told_them": telling, "requirement": before, **asked}


def _clauses() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield boxes that were filled with a clause, which a sentence of the letter's own goes on with."""
    flooded = {"kind": "caring", "called": "the nursery was flooded"}
    old = {**DECISION, "dated": "2025-06-01", "notified": "2025-06-01"}
    unseen = {"told_by": "letter", "seen": "after", "why_not_seen": "because the post went to the old flat"}
    for _ in range(OTHER_VOICES):
        yield "called-a-clause", {"reasons": [flooded]}
        yield "not-seen-clause", {"requirement": unseen, "sides": ["not-told"], "reasons": []}
        yield "look-now-clause", {"decision": old, "why_look_now": "the letter was found only now"}
        warned = {"kind": "threatened-sanction", "more_time": "the advice centre is shut until 5 December"}
        yield "more-time-clause", warned
        job = {"kind": "work-placement", "happened": "2026-10-14"}
        not_required = {"failure": job, "sides": ["not-required"], "reasons": []}
        yield "not-required-clause", {**not_required, "why_not_required": "the course was at the wrong level"}


def _said_to_do() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who were told beforehand that what they did in a week would do."""
    week = {"kind": "work-search-hours", "happened": "2026-10-14"}
    told = {"day": "2026-10-13", "how": "phone", "words": "That counts."}
    for _ in range(OTHER_VOICES):
        yield "said-to-do", {"failure": week, "sides": ["excused"], "reasons": [], "excused": told}


def _done_on_a_day() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who say on which day they did it, and carers who say for how many hours."""
    task = {"kind": "specific-task", "happened": "2026-10-14"}
    care = {
        "groups": ["carer"],
        "cares_35_hours": "yes",
        "care_hours": 40,
        "cared_for_gets": "pip-daily-living",
    }
    spoken = {"requirement": {"told_by": "phone", "seen": "before"}, "sides": ["not-understood"]}
    for _ in range(OTHER_VOICES):
        yield "knew-before", spoken
        yield "done-on", {"failure": task, "sides": ["did-it"], "what_i_did": "I sent it on 13 October."}
        yield "care-hours", {"sides": ["not-required"], **care}


def _moved() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people for whom the office had moved it, and who kept the new day."""
    moved = {"day": "2026-10-13", "how": "phone", "moved_to": "2026-10-16"}
    for kind in ("missed-appointment", "specific-task"):
        failure = {"kind": kind, "happened": "2026-10-14"}
        for done in ({"state": "done", "day": "2026-10-16"}, {"state": "not-known"}):
            for _ in range(OTHER_VOICES):
                base = {"failure": failure, "sides": ["excused"], "reasons": []}
                yield "moved", {**base, "excused": moved, "done_since": done}


def _told_back() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who told the office before the day, and whose account begins before that."""
    account = "On 12 October they rang me. On 14 October I could not stand."
    for how in ("journal", "appointment", "form", ""):
        for words in ("I cannot come.", ""):
            told = {"day": "2026-10-13", "how": how, "words": words}
            given = {name: value for name, value in told.items() if value}
            for _ in range(OTHER_VOICES):
                yield "told-back", {"account": account, "told_them": given}
    for told_on in ("2026-09-01", None):
        for how in ("phone", "not-known"):
            known = {"told_on": told_on, "told_how": how, "step_wanted": "a chair"}
            known["disadvantage"] = "It is hard to stand for long."
            for _ in range(OTHER_VOICES):
                yield "adjustment-told-in-each-voice", {"adjustment": known}
    right = {"kind": "unclear-or-mistake", "fact": "It was unclear.", "put_right_on": "2026-10-20"}
    for _ in range(OTHER_VOICES):
        yield "put-right-in-each-voice", {"reasons": [right]}
    yield from _of_the_contest()
    yield from _typed_by_strangers()
    for kind in ("no-home", "no-access", "mental-health", "caring"):
        first = {"kind": kind, "fact": "It was hard.", "told_on": "2026-09-01"}
        for _ in range(OTHER_VOICES):
            yield "first-told", {"reasons": [first], "account": "I could not come."}


def _arrivals() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who were there: late, early and in time, on each sort of appointment, and what came of it."""
    travel = {"kind": "travel", "fact": "The bus broke down.", "left_at": "9.10", "usual_minutes": 35}
    for kind in ("missed-appointment", "late-for-appointment", "missed-call"):
        for did in get_args(OfficeDid):
            for came in ("10.11", "11.20", "9.50", "10.00", ""):
                failure = {"kind": kind, "happened": "2026-10-14", "their_words": "You did not attend."}
                told = {"due_at": "10.00", "came_at": came, "office_did": did, "waited_minutes": 55}
                base = {"failure": failure, "sides": ["came"], "arrival": told}
                yield "arrival", {**base, "reasons": [travel] if came == "10.11" else []}
        quoted = {"office_did": "sent-away", "their_words": "You are too late."}
        for due, at, came in (("10.00", "9.50", "10.35"), ("", "9.50", ""), ("10.00", "", "10.35")):
            told = {"was_sent_elsewhere": "yes", "due_at": due, "at_named_place": at, "came_at": came}
            failure = {"kind": kind, "happened": "2026-10-14", "their_words": "You did not attend."}
            for _ in range(OTHER_VOICES):
                yield (
                    "sent-elsewhere",
                    {"failure": failure, "sides": ["came"], "arrival": told, "reasons": []},
                )
                wrong = [{"kind": "unclear-or-mistake", "fact": "It named the old address."}]
                yield "sent-elsewhere", {"failure": failure, "arrival": told, "reasons": wrong}
        yield "arrival-words", {"failure": {"kind": kind}, "arrival": quoted, "sides": ["came"]}
        provider = {"kind": kind, "happened": "2026-10-14", "provider": "Works Ltd"}
        for reason in get_args(ReasonKind):
            late = {"due_at": "10.00", "came_at": "10.11", "office_did": "sent-away"}
            reasons = [{"kind": reason, "fact": "It went wrong."}]
            yield "arrival-reason", {"failure": provider, "arrival": late, "reasons": reasons}
    for day in ("2026-10-14", "2026-10-15", "2026-10-16", "2026-10-30"):
        task = {
            "failure": {"kind": "specific-task", "happened": "2026-10-14", "their_words": "Nothing came."}
        }
        yield "task-done", {**task, "done_since": {"state": "done", "day": day}}
    unheard = {"kind": "missed-call", "happened": "2026-10-14"}
    yield "arrival-call", {"failure": unheard, "arrival": {"office_did": "kept-waiting"}, "sides": ["came"]}
    yield "arrival-time", {"arrival": {"came_at": "10.11"}, "sides": ["came"], "reasons": []}
    waiting = {"office_did": "kept-waiting"}
    yield "arrival-wait", {"arrival": waiting, "sides": ["came"], "reasons": []}


def _slips() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield days and times that somebody had wrong: how that came about, what they did, and whose it was."""
    mistaken = {"reasons": [{"kind": "unclear-or-mistake"}], "sides": ["had-reason"]}
    thought = (
        {"thought_day": "2026-10-15", "thought_at": "9.30", "came_at": "9.20"},
        {"thought_day": "2026-10-16"},
        {"thought_day": "2026-10-12"},
        {"thought_at": "2.30 pm"},
        {"thought_else": "they would ring me"},
        {},
    )
    for by in get_args(MistakeBy):
        for at, what in enumerate(thought):
            for then in get_args(ThenDid) if by in ("misread", "forgot") else ("came", "nothing")[at % 2 :]:
                slip = {**what, "by": by, "then": then, "was_first": "yes" if at % 2 else "not-known"}
                slip["whose"] = "writer" if (at + len(by)) % 2 else "not-known"
                yield "slip", {**mistaken, "mistake": slip}
        for on in ("2026-10-14", "2026-10-15"):
            for then in ("rang", "wrote"):
                slip = {"thought_day": "2026-10-15", "by": by, "then": then, "then_on": on}
                told = {"told_them": {"day": "2026-10-15", "how": "phone"}}
                yield "slip-told", {**mistaken, **told, "mistake": slip}
    slip = {"thought_day": "2026-10-15", "by": "wrote-down", "then": "came"}
    for day in ("2026-10-15", "2026-10-20"):
        done = {"done_since": {"state": "done", "day": day}, "told_them": {"day": day, "how": "phone"}}
        yield "slip-done", {**mistaken, **done, "mistake": slip, "account": "I had never missed one."}
    both = {"thought_day": "2026-10-15", "thought_else": "it was by phone", "by": "misread"}
    yield "slip-both", {**mistaken, "mistake": both}
    yield "slip-after", {**mistaken, "sides": ["not-told", "had-reason"], "mistake": slip}
    for kind in ("employer-interview", "missed-call", "specific-task"):
        yield "slip-of", {**mistaken, "failure": {"kind": kind, "happened": "2026-10-14"}, "mistake": slip}


def _waits() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield people who asked for a new time and had to wait for it, with and without an end of the days."""
    came = {"arrival": {"office_did": "sent-away"}, "sides": ["came", "had-reason"]}
    seen = {"arrival": {"office_did": "seen"}, "sides": ["came", "had-reason"]}
    wrong_day = {"thought_day": "2026-10-15", "by": "misread", "then": "came"}
    mistaken = {"reasons": [{"kind": "unclear-or-mistake"}], "mistake": wrong_day}
    for days, done in ((13, "2026-10-20"), (8, "2026-10-15")):
        in_one_sum = {"decision": {**DECISION, "days": days, "is_open_ended": "no"}, "groups": ["none"]}
        asked = {"state": "done", "day": done, "offered_on": "2026-10-14"}
        for _ in range(OTHER_VOICES):
            yield "wait-in-one-sum", {**in_one_sum, "done_since": asked}
            yield (
                "wait-in-one-sum-noted",
                {
                    **in_one_sum,
                    **came,
                    "sides": ["came", "excused"],
                    "excused": {"how": "phone", "words": "I'll put a note on.", "meaning": "noted"},
                    "done_since": asked,
                },
            )
    for group in ("none", "child-1"):
        for imposed in ({"days": 28}, {}):
            decision = {**DECISION, "days": None, **imposed, "is_open_ended": "yes"}
            base = {"decision": decision, "groups": [group], "earlier_sanctions_known": "yes"}
            for state in ("done", "rebooked", "not-yet"):
                day = {"done": "2026-10-20", "rebooked": "2026-11-30"}.get(state)
                for asked in (
                    {},
                    {"offered_on": "2026-10-12"},
                    {"offered_on": "2026-10-14"},
                    {"offered_on": "2026-10-15"},
                    {"offered_on": "2026-10-16", "agreed_on": "2026-10-19"},
                    {"agreed_on": "2026-10-19"},
                    {"offered_on": "2026-10"},
                ):
                    yield "wait", {**base, "done_since": {"state": state, "day": day, **asked}}
                for more in (came, seen, mistaken):
                    yield "wait-came", {**base, **more, "done_since": {"state": state, "day": day}}
                yield "wait-dayless", {**base, **came, "done_since": {"state": state}}


def _fit_notes() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield fit notes that cover the day and that do not, for a search and for another task."""
    for kind in ("work-search-hours", "specific-task", "particular-vacancy"):
        for sides in (["had-reason"], ["not-required"]):
            for note in (
                {"began": "2026-10-01", "ended": "2026-10-28", "told_on": "2026-10-02"},
                {"began": "2026-10-01", "ended": "2026-10-10", "told_on": "2026-10-20"},
                {"began": "2026-10-01"},
            ):
                failure = {"kind": kind, "happened": "2026-10-14"}
                yield (
                    "fit-note",
                    {"groups": ["fit-note"], "failure": failure, "sides": sides, "fit_note": note},
                )
    unseen = {"told_by": "journal", "told_on": "2026-10-07", "seen": "never"}
    ill = [{"kind": "mental-health", "fact": "I was ill.", "began": "2026-09-01", "ended": "2026-10-30"}]
    yield "covered", {"requirement": unseen, "reasons": ill, "sides": ["not-told", "had-reason"]}


def _weeks() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield weeks of work search in numbers: why fewer hours were due, what comes off, and whether it is enough."""
    search = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}, "sides": ["did-it"]}
    for because in get_args(FewerBecause):
        for done in (12, 15, 22):
            fewer = {"expected_hours": 35, "done_hours": done, "fewer_hours": 20, "fewer_because": because}
            taken = {**fewer, "time_off": ["emergency"], "time_off_hours": 6}
            for agreed in ("yes", "no"):
                yield "week-taken", {**search, "search_week": {**taken, "was_agreed": agreed}}
            for groups in (["none"], ["carer"], ["child-3-12"]):
                yield "week", {**search, "search_week": fewer, "groups": groups}
    for hours in (None, 13, 30):
        for use in ("emergency", "voluntary-work"):
            week = {**WEEK, "time_off": [use], "time_off_hours": hours}
            yield "week-off", {**search, "search_week": week}
    yield "week-enough", {**search, "search_week": {"expected_hours": 20, "done_hours": 22}}
    yield "week-short", {**search, "search_week": {"expected_hours": 35, "done_hours": 22}}
    for group in ("child-under-1", "limited-capability-work-activity"):
        yield (
            "week-free",
            {**search, "search_week": WEEK, "groups": [group], "what_i_did": "I applied twice."},
        )


def _protected() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what protects: each group by the kind of failure, since when, and the age."""
    for group in get_args(Group):
        for kind in ("left-job", "lost-job", "evidence-not-given", "specific-task", "missed-appointment"):
            base = {"failure": {"kind": kind, "happened": "2026-10-14"}, "groups": [group]}
            yield "protected", base
            yield "protected-asked-less", {**base, "sides": ["not-required", "had-reason"]}
    for gets in get_args(CaredForGets):
        for kind in ("missed-appointment", "work-search-hours", "left-job"):
            cared = {"groups": ["carer"], "cares_35_hours": "yes", "cared_for_gets": gets}
            told = {"commitment_limits": "mornings", "failure": {"kind": kind, "happened": "2026-10-14"}}
            yield "carer", {**cared, **told}
    limited = {"groups": ["limited-capability-work-activity"]}
    for since in ("2026-09-01", "2026-10-20", "2026-10"):
        yield "limited-since", {**limited, "limited_since": since}
        yield (
            "limited-since-closed",
            {**limited, "limited_since": since, "decision": {**DECISION, "is_open_ended": "no"}},
        )
    for kind in ("missed-appointment", "work-search-hours", "left-job"):
        yield "young", {"failure": {"kind": kind, "happened": "2026-10-14"}, "was_under_18": "yes"}
    yield "young-interviews-only", {"was_under_18": "yes", "groups": ["child-1"]}
    again = [{"failure_day": "2026-06-01", "days": 7, "level": "low"}]
    yield "young-again", {"was_under_18": "yes", "earlier_sanctions": again, "earlier_sanctions_known": "yes"}


def _taken_back() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield decisions that count an earlier sanction: one that was taken back, one too long ago, or none."""
    kind = {"kind": "missed-appointment", "happened": "2026-10-14"}
    counts = {**kind, "their_words": "You have had a sanction in the last 365 days."}
    known = {"earlier_sanctions_known": "yes", "was_under_18": "no", "groups": ["none"]}
    first = {"failure_day": "2026-05-19", "overturned": True, "level": "low"}
    letter, words = {"overturned_on": "2026-06-24"}, {"overturned_words": "We have changed our decision."}
    ways: tuple[dict[str, Any], ...] = ({}, letter, words, {**letter, **words})
    told = [{**first, **way, "paid_back_on": "2026-07"} for way in ways]
    told += [{**each, "decided_on": "2026-06-02"} for each in told]
    old = {"failure_day": "2024-03-03", "level": "low"}
    lists = [[each] for each in told] + [[first], [told[0], old], [told[4], old], [old], []]
    done = {"state": "done", "day": "2026-10-16"}
    for earlier, is_open, failure in product(lists, ("yes", "not-known"), (kind, counts)):
        decision = {**DECISION, "days": 14, "is_open_ended": is_open}
        facts = {**known, "failure": failure, "decision": decision, "earlier_sanctions": earlier}
        yield "taken-back", facts
        yield "taken-back-done", {**facts, "done_since": done}
    # As many cases as voices, so that the turn stays.
    for _ in range(OTHER_VOICES):
        one_sum = {**DECISION, "days": 14, "is_open_ended": "yes"}
        base = {**known, "failure": counts, "decision": one_sum}
        yield "never-before-counted", {**base, "never_sanctioned": True}
        yield "not-before-counted", base


CHANGED = frozenset(get_args(ChangedGroup))


def _decided() -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: C901, PLR0912 - a list of facts
    for days in (7, 14, 28, 91, 182, None):
        for is_open in ("yes", "no", "not-known"):
            for known in ("yes", "no"):
                for done in (
                    {},
                    {"state": "done", "day": "2026-10-15"},
                    {"state": "done", "day": "2026-10-16"},
                    {"state": "done", "day": "2026-10-30"},
                ):
                    decision = {**DECISION, "days": days, "is_open_ended": is_open}
                    yield (
                        "length",
                        {
                            "decision": decision,
                            "earlier_sanctions_known": known,
                            "was_under_18": "no",
                            "done_since": done,
                        },
                    )
    # Open-ended days at a level that has only fixed ones; as many cases as voices, so that the turn stays.
    for days in (7, 14, 28, 91):
        yield (
            "length-open-by-mistake",
            {
                "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
                "decision": {**DECISION, "days": days, "is_open_ended": "yes"},
                "groups": ["none"],
                "earlier_sanctions_known": "yes",
                "was_under_18": "no",
            },
        )
    for kind in ("work-search-hours", "particular-vacancy", "missed-appointment"):
        decision = {**DECISION, "days": 182, "is_open_ended": "no"}
        base = {
            "failure": {"kind": kind, "happened": "2026-10-14"},
            "decision": decision,
            "was_under_18": "no",
        }
        yield "level", {**base, "earlier_sanctions_known": "yes"}
        yield "level-unknown", base
        yield (
            "level-lowest",
            {
                **base,
                "groups": ["child-1"],
                "earlier_sanctions_known": "yes",
                "decision": {**DECISION, "is_open_ended": "yes"},
                "done_since": {"state": "done", "day": "2026-10-16"},
            },
        )
        yield "level-lowest-unknown", {**base, "groups": ["child-1"]}
    for earlier in (
        [{"failure_day": "2026-03-03", "overturned": True, "level": "low"}],
        [
            {"failure_day": "2026-03-03", "overturned": True, "level": "low"},
            {"failure_day": "2024-03-03", "level": "low"},
        ],
        [{"failure_day": "2026-03-03", "level": "higher"}],
        [
            {"failure_day": "2026-03-03", "overturned": True, "level": "low"},
            {"failure_day": "2026-02-03", "overturned": True, "level": "low"},
        ],
    ):
        yield (
            "earlier",
            {"earlier_sanctions": earlier, "earlier_sanctions_known": "yes", "was_under_18": "no"},
        )
    yield from _taken_back()
    for change in (
        {"dated": "2026-10-30", "notified": "2026-11-02"},
        {"dated": "2026-10-30", "notified": "2026-11-02", "came_by": "phone"},
        {"dated": "2026-10-30", "notified": "2026-11-02", "came_by": "not-known"},
        {"dated": "2026-10-30", "notified": None, "came_by": "letter"},
        {"dated": None, "notified": "2026-11-02", "came_by": "letter"},
        {"dated": "2026-11", "notified": None},
        {"dated": None, "notified": "2026-11"},
        {"dated": None, "notified": None, "payment_day": "2026-11-05"},
        {"reference": "UC-1"},
        {"reduced_from": "2026-10-01"},
        {"reduced_from": "2026-10-20"},
        {"dated": "2026-09-01", "notified": "2026-09-01"},
        {"dated": "2025-06-01", "notified": "2025-06-01"},
    ):
        for _ in range(OTHER_VOICES):
            yield "decision", {"decision": {**DECISION, **change}}
        yield (
            "decision-asked",
            {"decision": {**DECISION, **change}, "already_asked": {"day": "2026-11-03", "how": "phone"}},
        )
    for more in ({}, {"payment_lower_by": "50.00"}, {"statement_words": "Sanction"}):
        for day in ({"payment_day": "2026-11-05"}, {"notified": "2026-11-05"}):
            yield "unseen", {"decision": {"notice": "none-seen", **more, **day}, "failure": {}, "reasons": []}
    yield (
        "unseen-asked",
        {"decision": {"notice": "none-seen", "payment_day": "2026-11-05"}, "already_asked": {"how": "phone"}},
    )
    late = {"dated": "2026-09-01", "notified": "2026-09-01"}
    periods = [
        {"began": "2026-09-01", "ended": "2026-10-01", "what": "I was away."},
        {"began": "2026-10-01", "what": "I was ill."},
    ]
    for kind in ("missed-appointment", "particular-vacancy", "not-said"):
        for day in ("2026-09-01", "2025-06-01"):
            decision = {**DECISION, **late, "dated": day, "notified": day}
            yield (
                "late",
                {
                    "decision": decision,
                    "late": periods,
                    "why_look_now": "A judge has decided since.",
                    "failure": {"kind": kind, "happened": "2025-05-04"},
                },
            )
    for change in (
        {},
        {"told_on": "2026-10-01"},
        {"told_how": "phone"},
        {"told_on": "2026-10-01", "told_how": "phone"},
    ):
        yield (
            "own-error",
            {"official_error": {"what_they_knew": "I had said that I was in hospital.", **change}},
        )
    details = {"what_they_knew": "my new number", "told_on": "2026-10-01", "told_how": "account-details"}
    for _ in range(OTHER_VOICES):
        yield "own-error-in-details", {"official_error": details}
    yield from _since_then()
    yield "short", {"reasons_will_follow": True}


def _wrong_level() -> tuple[str, dict[str, Any]]:
    """Return a decision that speaks of the wrong level, where putting it right can only shorten it."""
    return "wrong-level", {
        "failure": {
            "kind": "missed-call",
            "happened": "2026-10-14",
            "their_words": "This is a medium level sanction of 28 days.",
        },
        "reasons": [],
        "decision": {**DECISION, "days": 28, "is_open_ended": "no"},
        "done_since": {"state": "done", "day": "2026-10-16"},
        "earlier_sanctions_known": "yes",
        "was_under_18": "no",
        "groups": ["none"],
    }


def _before_the_claim() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a job left before the claim: nothing is left, little, more than the days between, and a month alone."""
    for left_on in ("2026-06-01", "2026-08-20", "2026-10-01", "2026-10"):
        yield (
            "before-claim",
            {
                "failure": {"kind": "left-job", "happened": left_on},
                "reasons": [],
                "was_before_claim": "yes",
                "claimed_on": "2026-10-14",
                "decision": {**DECISION, "days": 91, "is_open_ended": "no"},
                "earlier_sanctions_known": "yes",
                "was_under_18": "no",
                "groups": ["none"],
            },
        )


def _offer_before_the_claim() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a job turned down before the claim, of which somebody says that it was not required."""
    facts = next(facts for _, facts in _before_the_claim())
    for failure in ("job-offer", "lost-job"):
        kind = {"failure": {"kind": failure, "happened": "2026-08-20"}, "claimed_on": "2026-09-14"}
        yield "before-claim-offer", {**facts, **kind, "sides": ["not-required", "had-reason"]}


def _group_at_the_award() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a job left before the claim by somebody of whom less could be asked when the award was made."""
    for group in ("child-under-1", "carer"):
        facts = next(facts for _, facts in _before_the_claim())
        yield "before-claim-group", {**facts, "groups": [group]}


def _since_then() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield work since, for how long and at what pay, in time and late; and what was not known about asking."""
    late = {"decision": {**DECISION, "dated": "2026-04-07", "notified": "2026-04-07"}}
    long_ago = {"failure": {"kind": "missed-appointment", "happened": "2026-03-02"}, **late}
    in_work = {"is_back_in_work": "yes"}
    for more in (
        {},
        {"back_in_work_since": "2026-11-09"},
        {"back_in_work_since": "2026-04-20", **long_ago},
        {"back_in_work_since": "2026-04-20", "back_in_work_until": "2026-11-13", **long_ago},
        {"back_in_work_since": "2026-10-20", "back_in_work_until": "2026-11-13"},
    ):
        yield "in-work", {**in_work, **more}
    for every in ("week", "month", "not-known"):
        pay = {"back_in_work_pay": "410", "back_in_work_pay_every": every}
        for words in ("It was one job, with no break.", "two jobs, a week between them"):
            yield "in-work-pay", {**in_work, **pay, "back_in_work_words": words}
    yield "did-not-know", {**late, "did_not_know": "yes", "failure": long_ago["failure"]}
    periods = [{"began": "2026-04-07", "what": "I was ill."}]
    yield "did-not-know-too", {**late, "did_not_know": "yes", "late": periods}
    yield "nothing-stopped", {**late, "was_stopped": "no"}
    fourteen = {"earlier_sanctions": [{"failure_day": "2026-10-05", "days": 7, "level": "low"}]}
    yield "same-again", {**fourteen, "earlier_sanctions_known": "yes", "was_under_18": "no"}


def _argued() -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: C901, PLR0912, PLR0915 - a list of facts
    for relation in get_args(Relation):
        for died in ("2026-10-12", "2026-10-14", "2026-10-20", None):
            reason = {
                "kind": "bereavement",
                "relation": relation,
                "died_on": died,
                "fact": "We were at the church.",
            }
            yield "death", {"reasons": [reason]}
            yield (
                "death-search",
                {
                    "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
                    "reasons": [reason],
                    "sides": ["had-reason"],
                },
            )
    for lack in get_args(Lacking):
        yield "lacking", {"reasons": [{"kind": "no-access", "lacking": [lack]}]}
    for place in get_args(Place):
        for kind in ("missed-appointment", "work-search-hours"):
            reason = {
                "kind": "custody-hospital-court",
                "was_in": place,
                "fact": "I was inside.",
                "began": "2026-10-10",
                "ended": "2026-10-20",
            }
            yield "place", {"reasons": [reason], "failure": {"kind": kind, "happened": "2026-10-14"}}
            yield "place-factless", {"reasons": [{**reason, "fact": ""}]}
            yield "place-effect", {"reasons": [{**reason, "fact": "", "effect": "I could not come."}]}
            yield "place-dayless", {"reasons": [{**reason, "began": None, "ended": None}]}
    for more in (
        {"kind": "caring", "age": "80", "others_could": "not-known"},
        {"kind": "caring", "others_could": "no"},
        {"kind": "travel", "left_at": "8.30"},
        {"kind": "travel", "usual_minutes": 40},
        {"kind": "other", "could_tell": "no", "began": "2026-10-10"},
        {
            "kind": "other",
            "put_right_on": "2026-10-20",
            "understood": "I took it for the 24th.",
            "where_post_came": "It went to my sister.",
        },
        {"kind": "other", "told_on": "2026-10-01", "what_i_did": "I waited at home."},
        {"kind": "other", "agreed_by_word": "yes"},
        {
            "kind": "unfair-commitment",
            "told_on": "2026-10-01",
            "agreed_by_word": "yes",
            "began": "2026-05-01",
        },
        {"kind": "ill", "began": "2026-10-10", "ended": "2026-10-20"},
        {"kind": "ill", "fact": "", "began": "2026-10-10", "ended": "2026-10-20"},
        {
            "kind": "ill",
            "fact": "Dentist, ten o'clock",
            "effect": "be at the desk",
            "what_i_did": "phone call",
        },
    ):
        reason = {"fact": "It was a bad day.", **more}
        yield "reason", {"reasons": [reason]}
        yield (
            "reason-hours",
            {
                "reasons": [reason],
                "commitment_limits": "16 hours",
                "failure": {"kind": "work-search-hours", "happened": "2026-10-14"},
            },
        )
    for told_on in ("2026-04-14", "2026-04", None):
        for how in ("journal", "not-known"):
            for asked in ("yes", "no"):
                needed = {
                    "disadvantage": "I cannot hear well.",
                    "step_wanted": "Write to me.",
                    "told_on": told_on,
                    "told_how": how,
                    "asked_before": asked,
                    "what_was_done": "Nothing came of it.",
                }
                yield "adjustment", {"adjustment": needed}
                yield "adjustment-open", {"adjustment": needed, "done_since": {"state": "cannot"}}
    for barred in get_args(NoReduction):
        for kind in ("left-job", "not-said", "job-offer"):
            yield (
                "barred",
                {
                    "no_reduction": [barred],
                    "no_reduction_words": "It was in the paper.",
                    "hours_were_limited": "yes",
                    "failure": {"kind": kind, "happened": "2026-10-14"},
                    "reasons": [],
                },
            )
    # What the threshold was on that day is not held.
    of_old = {"failure": {"kind": "left-job", "happened": "2024-03-01"}, "reasons": []}
    yield "pay-of-old", {**of_old, "no_reduction": ["pay-not-fallen"]}
    yield from _before_the_claim()
    yield from _group_at_the_award()
    yield from _offer_before_the_claim()
    yield _wrong_level()
    for kind in ("left-job", "job-offer"):
        yield (
            "faults",
            {
                "failure": {"kind": kind, "happened": "2026-10-14"},
                "reasons": [],
                "job": {
                    "faults": ["pay", "hours", "contract", "safety", "treatment"],
                    "tried": "I wrote to the manager.",
                },
            },
        )
        for fault in get_args(JobFault):
            yield (
                "fault-left",
                {
                    "failure": {"kind": kind, "happened": "2026-10-14"},
                    "reasons": [],
                    "job": {"faults": [fault]},
                },
            )
    yield from _how_it_ended()
    yield from _what_the_employer_says()
    for disputed in (["conduct"], ["cause"], ["not-misconduct"], []):
        yield (
            "dismissed",
            {
                "failure": {"kind": "lost-job", "happened": "2026-10-14"},
                "reasons": [],
                "misconduct": {"disputed": disputed, "words": "I was on leave."},
            },
        )
    yield (
        "papers",
        {"evidence": [{"what": "A list", "have": "asked-for"}, {"what": "A note", "have": "asked-for"}]},
    )
    for kind in ("missed-appointment", "late-for-appointment"):
        yield (
            "did-nothing",
            {"sides": ["did-it"], "failure": {"kind": kind, "happened": "2026-10-14"}, "reasons": []},
        )
    shown = {"evidence_shows": "I was out until ten.", "to_look_at": "the list of calls of that day"}
    yield "shown", shown
    papers = [{"what": f"Page {page} of my diary", "have": "enclosed"} for page in range(4)]
    yield "shown-by-many", {**shown, "evidence": papers}
    for kind in ("specific-task", "evidence-not-given"):
        task = {"failure": {"kind": kind, "happened": "2026-10-14"}, "sides": ["not-required"]}
        asked = {"told_by": "to-do", "words": "Please sign up.", "was_clear_it_was_required": "no"}
        for _ in range(OTHER_VOICES):
            yield (
                "task-suggested",
                {**task, "reasons": [], "requirement": asked, "why_not_required": "It was for fun."},
            )
    quoted = {"told_by": "journal", "words": "Come at 10 on 14 October.", "seen": "before"}
    for _ in range(OTHER_VOICES):
        told = 'The message said "Come at 10 on 14 October." It was a long morning.'
        yield "message-in-the-account", {"requirement": quoted, "account": told}
    slip = {"says": "I pressed done only to clear my list.", "because": "I had written to you before."}
    quick = {"says": "Two words", "because": "Nothing more", "comes_first": True}
    for words in ("tell me of another way", "another way"):
        yield "own-points", {"own_points": [slip, quick], "own_request": words}
    for half in ({"says": "I had asked twice."}, {"because": "I had asked twice."}, {"says": "Twice"}):
        yield "own-point-in-part", {"own_points": [half, {}]}
    yield "to-come", {"evidence": [{"what": "Library booking record", "have": "asked-for"}]}
    yield "sent", {"evidence": [{"what": "Copy of what I was sent", "have": "enclosed"}]}
    yield "key-point", {"account": "It was a long morning.", "key_point": "I was there at nine."}
    fragments = {
        "account": "Bad day",
        "key_point": "the nine o'clock bus",
        "evidence_shows": "my break times",
        "to_look_at": "please ask the guard",
        "why_not_required": "school run",
        "job": {"tried": "a letter", "in_writing": "no"},
    }
    for kind in ("left-job", "job-offer"):
        yield (
            "fragments",
            {
                **fragments,
                "failure": {"kind": kind, "happened": "2026-10-14"},
                "sides": ["not-required"],
                "requirement": {"why_not_seen": "old flat"},
            },
        )
    yield (
        "fragment-needs",
        {"adjustment": {"disadvantage": "bad days", "step_wanted": "calls", "what_was_done": "nothing much"}},
    )
    for effect in ("get to the jobcentre", "be there at nine.", "Leave the house", "leave my mother alone"):
        yield "could-not", {"reasons": [{"kind": "ill", "fact": "I had a fever.", "effect": effect}]}
    for effect in ("no sleep at all", "the stairs", "both buses", "my shift as well"):
        yield "effect", {"reasons": [{"kind": "ill", "fact": "I had a fever.", "effect": effect}]}
    yield "did", {"sides": ["did-it"], "what_i_did": "I sent it at noon.", "reasons": []}
    yield "did-part", {"sides": ["did-part"], "what_i_did": "I sent half of it.", "reasons": []}


def _how_it_ended() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield how a job ended, what it asked for, and who else could have done what is alleged."""
    left = {"failure": {"kind": "left-job", "happened": "2026-10-14"}, "reasons": []}
    for ended in get_args(JobEnded):
        for words in ("There's the gate.", ""):
            for facts in (
                {"unpaid": "my last week"},
                {"unpaid": "£412.60 of overtime"},
                {"danger": "The guard was off the saw"},
                {},
            ):
                job = {"ended": ended, "ended_words": words, "faults": ["treatment"], **facts}
                yield "ended", {**left, "job": job}
    both = {"unpaid": "August", "danger": "the brakes had gone", "tried": "I wrote to the manager."}
    yield "ended-both", {**left, "job": {**both, "faults": ["pay", "safety", "hours"]}}
    for others in get_args(OtherJobs):
        for sides in (["not-required"], ["had-reason"]):
            vacancy = {"failure": {"kind": "particular-vacancy", "happened": "2026-10-14"}, "reasons": []}
            lacks = {"lacked": "A forklift licence", "other_jobs": others}
            yield "lacked", {**vacancy, "sides": sides, "job": lacks, "account": "I looked at it."}
    few = [{"kind": "job-turned-down", "fact": "Twelve hour nights"}]
    offer = {"failure": {"kind": "job-offer", "happened": "2026-10-14"}, "reasons": few}
    yield "fault-in-words", {**offer, "account": "I said no.", "job": {"faults": ["hours"]}}
    yield "far-offer", {**offer, "job": {"minutes_each_way": 115}}
    lost = {"failure": {"kind": "lost-job", "happened": "2026-10-14"}, "reasons": []}
    for others in get_args(Others):
        for shown in ("yes", "no"):
            said = {"others": others, "evidence_shown": shown, "reason_given": "You are on probation."}
            yield "accused", {**lost, "misconduct": {"disputed": ["conduct", "cause"], **said}}
    for _ in range(OTHER_VOICES):
        taken_back = {"disputed": ["conduct"], "own_appeal": "on 3 May", "appeal_result": "taken-back"}
        yield "taken-back", {**lost, "misconduct": taken_back}


def _what_the_employer_says() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the employer or the decision says of the end of a job, the answer, and what decides it."""
    happened = {"happened": "2026-10-14"}
    answer = "the manager had let us all do it"
    for theirs in ("You lost your job through misconduct.", "You lost the trust of the shop.", ""):
        failure = {"kind": "lost-job", **happened, "their_words": theirs}
        for given in ("Loss of trust.", "There was a loss of trust in you.", "Poor performance", "Theft", ""):
            for disputed in (["conduct"], ["not-misconduct"], ["cause"]):
                told = {"disputed": disputed, "reason_given": given, "own_answer": answer}
                said = {"deciding": list(get_args(Deciding)), "others": "several", "evidence_shown": "no"}
                yield "answered", {"failure": failure, "reasons": [], "misconduct": {**told, **said}}
    for one in get_args(Deciding):
        failure = {"kind": "lost-job", **happened}
        told = {"disputed": ["not-misconduct"], "deciding": [one]}
        yield "deciding", {"failure": failure, "reasons": [], "misconduct": told}
    one = {"disputed": ["conduct"], "others": "one", "evidence_shown": "no"}
    yield "one-other", {"failure": {"kind": "lost-job", **happened}, "reasons": [], "misconduct": one}
    for theirs in ("You left for personal reasons.", "You could have raised it first.", ""):
        failure = {"kind": "left-job", **happened, "their_words": theirs}
        for says in ("Personal reasons", "She left for personal reasons", ""):
            for more in ({"faults": ["pay"]}, {"faults": ["pay", "hours"]}, {"danger": "the saw leaked"}, {}):
                job = {"employer_says": says, "own_answer": answer, "tried_first": list(get_args(TriedFirst))}
                told = {"sides": ["had-reason"], "account": "I gave notice on 1 September."}
                yield "left-answered", {"failure": failure, "reasons": [], **told, "job": {**job, **more}}


def _said_elsewhere() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what depends on whether another answer has said it."""
    for tried in ("I wrote to the manager.", ""):
        for faults in (["pay"], ["pay", "safety"]):
            left = {"failure": {"kind": "left-job", "happened": "2026-10-14"}, "reasons": []}
            yield "left", {**left, "job": {"faults": faults, "tried": tried}}
    known = "My phone was stolen on 1 June and I told you."
    yield "error-told", {"official_error": {"what_they_knew": known}, "account": f"{known} That was all."}
    for knew in ("the list of that week", "my phone was broken", "my phone stopped working", "why I was out"):
        yield "fragment-knew", {"official_error": {"what_they_knew": knew}}
    strike = {"no_reduction": ["strike"], "failure": {"kind": "left-job", "happened": "2026-10-14"}}
    yield "fragment-strike", {**strike, "no_reduction_words": "all of us at the plant"}
    old = {**DECISION, "dated": "2025-06-01", "notified": "2025-06-01"}
    yield "fragment-look-now", {"decision": old, "why_look_now": "a letter found in a drawer"}
    yield "fragment-done", {"done_since": {"state": "done", "day": "2026-10-16", "words": "at the desk"}}
    for days in ({"began": "2026-10-10"}, {"ended": "2026-10-20"}):
        away = {"kind": "custody-hospital-court", "was_in": "hospital", "fact": "I was inside.", **days}
        yield "hospital", {"reasons": [away]}
        yield "until", {"reasons": [{"kind": "other", "fact": "It was a bad week.", **days}]}
    for kind in ("left-job", "missed-appointment"):
        rough = {**DECISION, "dated": None, "notified": "2026-10"}
        failure = {"kind": kind, "happened": "2026-09-28"}
        yield "sent-some-day", {"decision": rough, "failure": failure, "reasons": BASE["reasons"]}
    finished = {"state": "done", "day": "2026-10-16"}
    yield "done-dayless", {"done_since": finished, "failure": {"kind": "missed-appointment"}}
    done = {"state": "done", "day": "2026-10"}
    yield "done-some-day", {"done_since": done}
    for days in (None, 7, 14):
        lowest = {"groups": ["child-1"], "decision": {**DECISION, "days": days, "is_open_ended": "yes"}}
        yield "lowest", {**lowest, "done_since": {"state": "done", "day": "2026-10-16"}}


def _warned() -> Iterator[tuple[str, dict[str, Any]]]:
    for day in ("2026-11-16", None):
        for channel in ("journal", "not-known"):
            for words in ("You may be sanctioned.", ""):
                warning = {"day": day, "came_by": channel, "words": words}
                yield "warned", {"kind": "threatened-sanction", "warning": warning}
    warned = {"kind": "threatened-sanction", "warning": {"day": "2026-11-16", "answer_by": "2026-11-30"}}
    yield "answer-by", warned
    yield "more-time-fragment", {**warned, "more_time": "advice on 5 December"}
    passed = {"day": "2026-11-16", "answer_by": "2026-11-20"}
    yield "more-time-passed", {**warned, "warning": passed, "more_time": "I need until 5 December."}
    yield "more-time", {**warned, "more_time": "I need until 5 December."}
    for side in SIDES:
        yield "warned-side", {**warned, "sides": [side], "reasons": []}
        yield (
            "warned-provider",
            {**warned, "sides": [side], "failure": {"kind": "specific-task", "provider": "Works Ltd"}},
        )
    yield (
        "warned-adjustment",
        {**warned, "adjustment": {"disadvantage": "I cannot hear.", "step_wanted": "Write."}},
    )
    yield "warned-unsaid", {**warned, "failure": {}, "reasons": []}


GROUPS_OF_OTHERS = (
    "limited-capability",
    "limited-capability-work-activity",
    "child-under-1",
    "child-1",
    "child-2",
    "child-3-12",
    "none",
)


def _other_benefits() -> Iterator[Letter]:
    """Yield what is said in other words of new style JSA and ESA."""
    for benefit in ("new-style-jsa", "new-style-esa"):
        for nation in NATIONS:
            for voice, writer in WRITERS.items():
                for kind in ("missed-appointment", "work-search-hours", "specific-task"):
                    for group in GROUPS_OF_OTHERS:
                        facts = {
                            **BASE,
                            "failure": {"kind": kind, "happened": "2026-10-14"},
                            "groups": [group],
                        }
                        problem = {
                            "kind": "applied-sanction",
                            "id": "it",
                            "decision": DECISION,
                            **facts,
                            "sides": ["not-required", "not-told"],
                        }
                        case = case_of(
                            problem, benefit=benefit, nation=nation, writer=writer, claimant=CLAIMANT
                        )
                        yield from of_case(f"{benefit}.{kind}.{group}.{voice}.{nation}", case)
                done = {"done_since": {"state": "done", "day": "2026-10-16"}, "groups": ["child-1"]}
                lowest = {"kind": "applied-sanction", "id": "it", "decision": DECISION, **BASE, **done}
                case = case_of(lowest, benefit=benefit, nation=nation, writer=writer, claimant=CLAIMANT)
                yield from of_case(f"{benefit}.lowest.{voice}.{nation}", case)


def _beside() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield who claims with the person, the record of their search, and a provider that wrote the warning."""
    for couple in ({}, {"partner": "Marit Sample"}, {"partner": "Marit Sample", "partner_signs": True}):
        yield "joint", {"joint_claim": couple}
        yield "joint-short", {"joint_claim": couple, "problem": {"reasons_will_follow": True}}
    entries = [{"day": day, "what": "I applied to a bakery."} for day in ("2026-10-12", "2026-10-14")]
    searched = {"failure": {"kind": "work-search-hours", "happened": "2026-10-14"}}
    for record in (entries, entries[:1]):
        yield "record", {"problem": dict(searched), "work_search": record}
    wrote = {"kind": "missed-appointment", "asked_by": "provider", "provider": "Works Ltd"}
    wrote |= {"provider_address": ["3 Square"]}
    warned = {"kind": "threatened-sanction", "warning": {"day": "2026-11-16", "answer_by": "2026-11-20"}}
    yield "provider-warned", {"problem": {"failure": wrote, **warned}}


def _under_paid() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield somebody of 36 who was paid less for each hour than the law allows, and left."""
    paid = {"payslip_pay": "900", "payslip_hours": "100"}
    left = {"failure": {"kind": "left-job", "happened": "2026-10-14"}, "reasons": []}
    for more in ({}, {"ended": "sent-away"}, {"unpaid": "August"}):
        problem = {**left, "account": "The chef shouted.", "job": {**paid, **more}}
        for _ in range(OTHER_VOICES):
            yield "under-paid", {"claimant": {"date_of_birth": "1990-04-03"}, "problem": problem}
            yield "under-paid-at-some-age", {"problem": problem}


def _around() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what stands around the case: how to reach the person, who helps, who must not see."""
    rough = {"dated": None, "notified": "2026-10"}
    failed = {"kind": "missed-appointment", "happened": "2026-09-28"}
    yield "sent-some-day", {"problem": {"decision": {**DECISION, **rough}, "failure": failed}}
    for born in ("2009-12-01", "2009-05-01"):
        yield "born", {"claimant": {"date_of_birth": born}, "problem": {"was_under_18": "yes"}}
    yield from _under_paid()
    yield "nameless", {"writer": {"authority_enclosed": True}, "claimant": {"name": ""}}
    yield "nameless", {"claimant": {"name": ""}}
    yield "authority", {"writer": {"authority_enclosed": True}}
    yield "authority-nameless", {"writer": {"authority_enclosed": True}, "claimant": {"name": ""}}
    yield (
        "signed",
        {
            "writer": {
                "kind": "adviser",
                "name": "Robin",
                "client_signs": True,
                "reference": "R1",
                "phone": "01632 960 001",
                "email": "a@b.example",
                "authority_enclosed": True,
                "address": ["2 Square"],
            }
        },
    )
    yield "signed-plain", {"writer": {"kind": "adviser", "name": "Robin", "client_signs": True}}
    for way in ("phone", "journal", "post"):
        yield "way", {"contact": {"ways": [way]}}
    yield "ways", {"contact": {"ways": ["phone", "journal", "post"], "phone_when": "after two"}}
    yield "numberless", {"contact": {"ways": ["phone"]}, "claimant": {"phone": ""}}
    yield (
        "numberless-when",
        {"contact": {"ways": ["phone"], "phone_when": "after two"}, "claimant": {"phone": ""}},
    )
    yield (
        "no-calls",
        {
            "contact": {
                "not_by_phone": True,
                "large_print": True,
                "interpreter": "Welsh",
                "other_needs": "Please write slowly.",
            }
        },
    )
    for risk in ("no", "yes"):
        for post in ("yes", "no"):
            for phone in ("yes", "no"):
                for account in ("yes", "no"):
                    safety = {
                        "others_see": risk,
                        "post_is_safe": post,
                        "phone_is_safe": phone,
                        "account_is_safe": account,
                    }
                    for only in ("", "a text to 01632 960 002"):
                        yield (
                            "safety",
                            {
                                "safety": {**safety, "reply_only_by": only},
                                "contact": {"ways": ["phone", "journal", "post"]},
                            },
                        )
    for kind in ("missed-appointment", "specific-task", "particular-vacancy"):
        yield (
            "not-safe-alone",
            {
                "problem": {
                    "failure": {"kind": kind, "happened": "2026-10-14"},
                    "reasons": [{"kind": "not-safe"}],
                },
                "safety": {"others_see": "yes", "say_could_not_attend_safely": True},
            },
        )
    yield (
        "other-day",
        {
            "problem": {
                "failure": {"kind": "missed-call", "happened": "2026-10-14", "their_day": "2026-10-13"}
            }
        },
    )
    yield "not-safe", {"safety": {"others_see": "yes", "say_could_not_attend_safely": True}}
    yield (
        "explained",
        {
            "answered_queries": [
                {"query": "it:anything", "answer": "explained", "words": "It was another day."}
            ]
        },
    )
