"""What a letter asks for: three things, four at most, each something that can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import placements
from challenge_letters.argument.channels import HEARD
from challenge_letters.argument.grounds import birth
from challenge_letters.argument.grounds.adjustment import step_of
from challenge_letters.argument.grounds.done_late import done_late
from challenge_letters.argument.grounds.handing_in import handing_in_of
from challenge_letters.argument.grounds.hours import asked_in_limits, is_agreed_in_words, limits_told
from challenge_letters.argument.grounds.length import (
    has_no_fixed_days,
    has_young_rate,
    is_ended_before_it_began,
    too_early,
    total,
)
from challenge_letters.argument.grounds.not_looked_at import look_now
from challenge_letters.argument.grounds.not_required import lifts_nothing
from challenge_letters.argument.grounds.notified import has_no_fact, is_charge_unsaid
from challenge_letters.argument.grounds.offered import Offer, last_open_day, offer_of
from challenge_letters.argument.grounds.offered import total as total_when_ready
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.of_a_paper import is_no_message
from challenge_letters.argument.opening import NAMED_IN_ORDER
from challenge_letters.argument.own_points import own_requests
from challenge_letters.argument.papers import each_once, that_follow
from challenge_letters.argument.sentences import Paragraph, Sentence
from challenge_letters.argument.told_of_the_week import names_in_a_commitment
from challenge_letters.case.failure import INTERVIEWS
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.rates import reduced_percent
from challenge_letters.plan.before_claim import may_be_before_the_claim
from challenge_letters.plan.grounds import arrival_of
from challenge_letters.plan.outcome import HoursPoint

MOST = 4
# "Please look at …", ended by what somebody typed.
LOOK_AT = "stem-look-at-joined"


def requests(matters: Sequence[Matter]) -> tuple[Paragraph, ...]:
    """Return what the letter asks for, at most four things."""
    first = matters[0]
    asked = _of_warning(first) if first.threat else _of_decisions(matters)
    found = [each for each in asked if each]
    while len(found) > MOST:
        *found, before, last = found
        found.append((*before, *last))
    return tuple(found)


# -- a decision


def _of_decisions(matters: Sequence[Matter]) -> Iterator[Paragraph]:
    yield (*_accept_now(matters), *_revise(matters))
    of_a_placement = tuple(_which_rule(matters)) or tuple(_which_scheme(matters))
    yield (*_fallback(matters), *_which_interview(matters), *of_a_placement)
    yield tuple(sentence for each in matters for sentence in _open_days(each, matters))
    commitment = (said for each in matters for said in _commitment(each))
    yield (*_adjustment(matters), *commitment, *(said for each in matters for said in _authority(each)))
    yield own_requests(matters)
    yield (*_another_way(matters), *_evidence(matters))


def _which_rule(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield the question under which rule a placement has a fixed number of days: no length is argued."""
    for matter in matters if len(matters) == 1 else ():
        decision, challenge = matter.decision, matter.challenge
        is_argued = challenge.level or challenge.unexplained or challenge.disputed_before
        is_fixed = decision is not None and decision.is_open_ended == "no" and decision.days
        if decision and decision.days and is_fixed and matter.kind == "work-placement" and not is_argued:
            yield matter.say("ask-which-rule", "decision.days", days=words_of.days(decision.days))


def _accept_now(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield the request that ends the matter: that what goes with the letter is taken as the evidence."""
    for matter in matters:
        yield from look_now(matter)
        told = handing_in_of(matter)
        if told is None or told.goes_with_letter != "yes":
            continue
        titles = each_once(paper.what for paper in matter.facts.evidence if paper.have == "enclosed")
        if len(titles) == 1:
            yield matter.say(
                "ask-accept-evidence", "handing_in.goes_with_letter", "evidence", title=titles[0]
            )
        else:
            yield matter.say("ask-accept-evidence-enclosed", "handing_in.goes_with_letter")


def _another_way(matters: Sequence[Matter]) -> Iterator[Sentence]:
    told = next((each for each in matters if _is_way_blocked(each)), None)
    if told:
        yield told.say("ask-another-way", "handing_in.went_wrong")


def _is_way_blocked(matter: Matter) -> bool:
    told = handing_in_of(matter)
    return told is not None and (told.went_wrong != "not-known" or told.was_taken == "refused")


def _revise(matters: Sequence[Matter]) -> Iterator[Sentence]:
    first = matters[0]
    since = first.decision.reduced_from if first.decision else None
    if len(matters) > 1:
        yield first.say("ask-revise-all")
        return
    failed = first.failed_on
    is_odd = bool(since and failed and since.latest < failed.earliest)
    if since and not is_odd:
        yield first.say("ask-revise-since", "decision.reduced_from", day=first.day(since))
        return
    yield first.say("ask-revise", "decision")
    if since and failed and not too_early(first):
        is_theirs = first.facts.failure.their_day is not None
        name, slots = "ask-why-so-early", {"day": first.day(since)}
        if not is_theirs:
            name, slots = f"{name}-own-day", {**slots, "failed": first.day(failed)}
        yield first.say(name, "decision.reduced_from", **slots)


def _fallback(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield what to put right if a decision stands: a sentence for each."""
    shared = _shared(matters) if len(matters) > 1 else ()
    if shared:
        yield from _asked("ask-if-none", shared)
    for at, each in enumerate(matters):
        things = tuple(one for one in _to_put_right(each) if not _is_among(one, shared))
        if things and len(matters) > 1:
            which = Sentence(NAMED_IN_ORDER[min(at, len(NAMED_IN_ORDER) - 1)])
            name = "ask-for-this-one" if shared else "ask-if-not-this-one"
            yield from _asked(name, things, which=which)
        elif things:
            yield from _asked("ask-if-not", things)
        yield from _if_another_falls(each)


def _asked(wording: str, things: Sequence[Sentence], **slots: Sentence) -> Iterator[Sentence]:
    """Yield what is to be put right; what depends on an earlier failure in a sentence of its own."""
    unless = (
        tuple(each for each in things if each.wording.endswith("-unless-named")) if len(things) > 1 else ()
    )
    others = tuple(each for each in things if each not in unless)
    yield Sentence(wording, {**slots, "things": others})
    for each in unless:
        yield Sentence(each.wording.replace("thing-", "ask-"), each.slots, each.rests_on)


def _shared(matters: Sequence[Matter]) -> tuple[Sentence, ...]:
    """Return what is to be put right under each of several decisions alike."""
    first, *others = [tuple(_to_put_right(each)) for each in matters]
    return tuple(each for each in first if all(_is_among(each, other) for other in others))


def _is_among(thing: Sentence, things: Sequence[Sentence]) -> bool:
    return any((each.wording, each.slots) == (thing.wording, thing.slots) for each in things)


def _if_another_falls(matter: Matter) -> Iterator[Sentence]:
    """Yield what is left of this reduction if the decision on an earlier failure is revised, and no other."""
    for earlier in matter.challenge.disputed_before:
        if earlier.days_without:
            days = words_of.days(earlier.days_without)
            yield matter.say("ask-if-only-the-other", "decision.days", day=matter.day(earlier.day), days=days)


def _to_put_right(matter: Matter) -> Iterator[Sentence]:
    point, done = matter.challenge.level, matter.facts.done_since
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    days = total(point, matter) if point else None
    offer = offer_of(matter)
    if offer:
        yield from _since_ready(offer, days, matter)
    elif done.state == "done" and done.day and is_open:
        is_ended = bool(days or (point and point.should_end))
        name = "thing-record-day" if is_ended else "thing-record-day-and-end"
        yield matter.say(name, "done_since.day", on_day=matter.on_day(done.day))
    if days and not offer:
        yield matter.say("thing-cut-to", "decision.days", days=words_of.days(days))
    elif point and point.claim == "days" and point.right_days:
        yield matter.say("thing-cut-fixed", "decision.days", days=words_of.days(point.right_days))
    elif point and point.should_end and not offer and not is_ended_before_it_began(point):
        yield matter.say("thing-end-on", "done_since.day", day=matter.day(point.should_end))
    yield from _cut_to_a_first(matter)
    if not (days or offer) and has_no_fixed_days(matter) and matter.decision and matter.decision.days:
        imposed = words_of.days(matter.decision.days)
        why = "groups" if matter.challenge.protection.has_no_fixed_days else "was_under_18"
        yield matter.say("thing-no-fixed-days", "decision.days", why, days=imposed)
    if too_early(matter):
        yield matter.say("thing-start-later", "decision.reduced_from")
    yield from _before_claiming(matter)
    yield from _more_to_put_right(matter)


def _cut_to_a_first(matter: Matter) -> Iterator[Sentence]:
    """Yield that the days are cut to those of a first reduction, unless an earlier failure is named."""
    found = matter.challenge.unexplained
    if found is None or matter.challenge.disputed_before or matter.challenge.protection.has_no_fixed_days:
        return
    offer = offer_of(matter)
    if found.is_first and offer and total_when_ready(offer, matter):
        # The sum of the days, which is asked for before, is made with those of a first reduction.
        return
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    unless = "-unless-named" if found.earlier and not found.is_first else ""
    name = "thing-cut-fixed" if is_open else "thing-cut-to"
    yield matter.say(f"{name}{unless}", "decision.days", days=words_of.days(found.first))


def _since_ready(offer: Offer, most: int | None, matter: Matter) -> Iterator[Sentence]:
    """Yield what to put right where they were ready on a day that is known; `most`: all the days at most."""
    if offer.how in ("came", "seen"):
        yield matter.say("thing-record-day", offer.answer, on_day=matter.on_day(offer.day))
    else:
        # What was asked is done only later; the letter that says so gives that day.
        yield matter.say("thing-record-waiting", offer.answer, day=matter.day(offer.day))
    days = total_when_ready(offer, matter)
    if days and most and most != days:
        slots = {"days": words_of.days(days), "most": words_of.days(most)}
        yield matter.say("thing-cut-to-or", "decision.days", offer.answer, **slots)
    elif days:
        yield matter.say("thing-cut-to", "decision.days", days=words_of.days(days))
    elif offer.open_days:
        yield matter.say("thing-end-on", offer.answer, day=matter.day(last_open_day(offer)))
    else:
        yield matter.say("thing-no-open-day", offer.answer)


def _before_claiming(matter: Matter) -> Iterator[Sentence]:
    """Yield that the days between losing the job and the claim come off, where nobody has said the days."""
    sanction = matter.sanction
    is_open = sanction is not None and matter.kind in failures_with("work-ended")
    if sanction and is_open and may_be_before_the_claim(sanction) and matter.has_law("pre-claim-days"):
        yield matter.say("thing-days-before-claim", "was_before_claim")


def _which_interview(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield the question which kind of interview it was: only the two named in the rule are of the low level.

    Where the notice is disputed it is asked there; where no length is, the answer would do nothing.
    Source: Universal Credit Regulations 2013 reg 104(1)(b).
    """
    asked = [each for each in matters if _may_be_of_two_kinds(each)]
    if asked:
        yield asked[0].say(f"ask-which-interview{'' if len(matters) == 1 else '-each'}", "failure.kind")


def _which_scheme(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield the question under which scheme a placement was: it decides the section, the level and the days.

    No level is argued: at the low one the open-ended days might be more than those imposed.
    """
    asked = next((each for each in matters if each.kind == "work-placement"), None)
    if asked:
        is_named = placements.is_scheme_named(asked)
        yield asked.say("ask-which-provision" if is_named else "ask-which-scheme", "failure.kind")


def _may_be_of_two_kinds(matter: Matter) -> bool:
    is_disputed = matter.challenge.has("not-told") or matter.challenge.protection.bar
    point = matter.challenge.level
    is_length_argued = bool(matter.challenge.unexplained) or bool(point and point.claim == "days")
    may_ask = is_length_argued and not is_disputed
    return matter.kind in INTERVIEWS and may_ask and matter.has_law("connected-interview")


def _more_to_put_right(matter: Matter) -> Iterator[Sentence]:
    sanction, week = matter.sanction, matter.facts.search_week
    is_counted = matter.kind == "work-search-hours" and not matter.challenge.protection.bar
    if week and is_counted and (week.done_hours, week.counted_hours) != (None, None):
        yield matter.say("thing-show-hours", "search_week.done_hours", "search_week.counted_hours")
    work = matter.challenge.work
    if work and work.reached_on:
        yield matter.say("thing-end-for-work", "back_in_work_since")
    elif work:
        yield matter.say("thing-check-work", "is_back_in_work")
    is_changed = bool(sanction and sanction.changed and sanction.changed.groups)
    rate = matter.challenge.protection.rate
    if not is_changed and (rate == "reduced" or (rate == "full" and has_young_rate(matter))):
        why = "groups" if rate == "reduced" else "was_under_18"
        yield matter.say("thing-lower-rate", why, percent=reduced_percent())
    elif is_changed or rate != "full":
        yield matter.say("thing-check-rate", "changed.groups")


def _commitment(matter: Matter) -> Iterator[Sentence]:
    """Yield what to put into the commitment in any event: the next week is counted by it."""
    week, point = matter.facts.search_week, matter.challenge.hours
    is_counted = matter.kind == "work-search-hours" and not matter.challenge.protection.bar
    if point and point.because == "agreed" and _is_all_in_the_commitment(point, matter):
        yield matter.say("ask-keep-to-hours", "search_week.fewer_hours", hours=point.expected)
    elif matter.kind == "work-search-hours" and limits_told(matter):
        yield matter.say("ask-change-commitment", "commitment_limits")
    elif is_agreed_in_words(week) and is_counted:
        yield matter.say("ask-write-agreement", "search_week.agreed_words")
    elif point and point.because:
        yield matter.say("ask-change-hours", "search_week.fewer_hours", hours=point.expected)
    if matter.kind == "work-search-hours":
        yield from asked_in_limits(matter)


def _is_all_in_the_commitment(point: HoursPoint, matter: Matter) -> bool:
    """Whether the hours that were agreed stand in the commitment already, and no other limit is told."""
    facts, week = matter.facts, matter.facts.search_week
    others = (each for each in limits_told(matter) if f"{point.expected:g}" not in str(each.slots["words"]))
    if any(others):
        return False
    told = (facts.why_not_required, facts.key_point, facts.commitment_limits)
    is_its_own_word = week is not None and week.agreed_words.startswith("I will ")
    return is_its_own_word or any(names_in_a_commitment(each, point.expected, point.asked) for each in told)


def _make_the_adjustment(matter: Matter) -> Sentence:
    """Return the request for the step, by its name where that is a few words of a thing."""
    step = step_of(matter)
    name = "ask-adjustment-named" if step else "ask-adjustment"
    return matter.say(name, "adjustment.step_wanted", **({"words": step} if step else {}))


def _open_days(matter: Matter, matters: Sequence[Matter]) -> Iterator[Sentence]:
    done = matter.facts.done_since
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    if matter.challenge.protection.is_free_now:
        # Nothing has to be done to end the days, so nobody asks what has to be.
        yield matter.say(f"ask-confirm-nothing-required{'-open' if is_open else ''}", "groups")
        return
    if birth.is_free_now(matter):
        yield matter.say(f"ask-confirm-nothing-required{'-never' if is_open else ''}", "birth.due")
        return
    if not is_open or (done.state == "done" and done.day) or matter is not _last_open(matters):
        return
    if matter.sanction and matter.sanction.changed and matter.sanction.changed.groups:
        return
    if offer_of(matter):
        yield from _while_waiting(matter)
    elif done.state == "rebooked" and done.day:
        wording = "ask-booking-ends-days-all" if len(matters) > 1 else "ask-booking-ends-days"
        yield matter.say(wording, "done_since.day", on_day=matter.on_day(done.day))
    elif done.state == "rebooked":
        yield matter.say("ask-booking-ends-days-no-day", "done_since.state")
    elif matter.challenge.has("adjustment") and done.state == "cannot":
        yield matter.say("ask-to-do-it-adjusted", "done_since.state")
    elif matter.challenge.has("adjustment"):
        yield matter.say("ask-what-ends-days-adjusted", "done_since.state")
    else:
        yield matter.say("ask-what-ends-days", "done_since.state")


def _while_waiting(matter: Matter) -> Iterator[Sentence]:
    """Yield that a new appointment which has to be waited for adds no days."""
    done = matter.facts.done_since
    if done.state == "rebooked" and done.day:
        yield matter.say("ask-waiting-adds-nothing", "done_since.day", on_day=matter.on_day(done.day))
    elif done.state == "rebooked":
        yield matter.say("ask-waiting-adds-nothing-no-day", "done_since.state")
    yield matter.say("ask-if-days-still-run", "done_since.state")


def _last_open(matters: Sequence[Matter]) -> Matter:
    return [each for each in matters if each.decision and each.decision.is_open_ended == "yes"][-1]


def _adjustment(matters: Sequence[Matter]) -> Iterator[Sentence]:
    if any(each.challenge.has("adjustment") for each in matters):
        yield _make_the_adjustment(matters[0])
    for each in matters:
        details = each.facts.requirement.new_details_on
        if details and each.facts.requirement.told_by == "letter" and not each.case.safety.is_at_risk:
            yield each.say("ask-new-details", "requirement.new_details_on", on_day=each.on_day(details))


def _authority(matter: Matter) -> Iterator[Sentence]:
    """Yield the request for a provider's authority, where no ground asks for it."""
    provider = matter.facts.failure.provider
    is_asked = matter.challenge.has("not-told") and not has_no_fact(matter)
    if provider and matter.challenge.has("not-required") and not is_asked:
        yield matter.say("ask-show-authority", "failure.provider", provider=provider)


def _evidence(matters: Sequence[Matter]) -> Iterator[Sentence]:
    first = matters[0]
    yield from _reasons_of_the_notice(matters)
    yield from _looked_at(matters)
    yield from _of_the_employer(first)
    yield from _of_the_front_desk(first)
    yield Sentence("ask-evidence-month")
    yield from to_follow(matters)
    if any(each.challenge.stage == "date-in-doubt" for each in matters):
        yield from _doubt(matters)
        power = f"-{first.challenge.section}" if first.challenge.section else ""
        yield first.say(f"ask-extend{power}" if len(matters) == 1 else "ask-extend-all", "decision.notified")


def _looked_at(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield what they are to look at: of two decisions in one sentence, where the words can end it."""
    said = tuple(one for each in matters for one in each.box("to_look_at"))
    if len(said) == 2 and all(each.wording == LOOK_AT for each in said):
        one, another = said
        slots = {"one": one.slots["words"], "another": another.slots["words"]}
        yield Sentence(f"{LOOK_AT}-both", slots, (*one.rests_on, *another.rests_on))
    else:
        yield from said


def _reasons_of_the_notice(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield the request for written reasons; where the notice is quoted, for others than those."""
    without = [
        each
        for each in matters
        if (each.decision and each.decision.gives_reasons == "no") or is_charge_unsaid(each)
    ]
    if without:
        is_quoted = any(_is_quoted(each) for each in without)
        yield matters[0].say(f"ask-{'other-' if is_quoted else ''}reasons", "decision.gives_reasons")


def _is_quoted(matter: Matter) -> bool:
    """Whether the letter quotes what the notice says: of one that nobody saw it quotes nothing."""
    is_seen = matter.decision is not None and matter.decision.notice != "none-seen"
    return is_seen and bool(matter.facts.failure.their_words)


def _doubt(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield why the day from which the time runs is not known, where it is not."""
    for matter in matters:
        decision = matter.decision
        if decision is None or matter.challenge.stage != "date-in-doubt":
            continue
        if decision.notice == "none-seen":
            yield matter.say("no-notice-so-no-day", "decision.notice")
            return
        if decision.counts_from and not decision.counts_from.is_exact:
            yield matter.say("day-of-sending-unknown", "decision.notified")
            return


def _of_the_employer(matter: Matter) -> Iterator[Sentence]:
    """Yield the request to get the employer's papers, where the two sides of a lost job are at odds."""
    job = matter.facts.job
    if matter.kind == "lost-job" and matter.challenge.has("not-misconduct"):
        yield matter.say("ask-employers-proof", "failure.kind")
    elif matter.kind == "left-job" and job and (job.danger or job.hurt_on):
        yield matter.say("ask-accident-book", "job.danger", "job.hurt_on")
    elif matter.kind == "left-job" and job and job.unpaid:
        yield matter.say("ask-wage-records", "job.unpaid")
    elif matter.kind == "left-job" and job and job.ended == "sent-away":
        yield matter.say("ask-employers-account", "job.ended")
    elif matter.kind == "left-job" and matter.challenge.has("good-reason"):
        yield matter.say("ask-what-the-employer-said", "failure.kind")


def _of_the_front_desk(matter: Matter) -> Iterator[Sentence]:
    """Yield the request to ask what was recorded of somebody who was there and not seen, or was excused."""
    said = matter.facts.excused
    # What they are to look at has been named by the person.
    is_named = bool(matter.facts.to_look_at)
    if said and said.day and matter.challenge.has("excused") and not is_named:
        there = "-there" if matter.facts.is_with_a_provider else ""
        yield matter.say(f"ask-record-of-leave{there}", "excused.day", on_day=matter.on_day(said.day))
    told = arrival_of(matter.facts)
    if told is None or told.office_did == "seen":
        return
    if matter.kind == "missed-call":
        yield matter.say("ask-call-record", "arrival.office_did")
    elif matter.failed_on and matter.facts.failure.provider:
        slots = {"provider": matter.facts.failure.provider, "on_day": matter.on_day(matter.failed_on)}
        yield matter.say("ask-desk-record-provider", "arrival.office_did", "failure.provider", **slots)
    elif matter.failed_on:
        yield matter.say("ask-desk-record", "arrival.office_did", on_day=matter.on_day(matter.failed_on))
    else:
        yield matter.say("ask-desk-record-no-day", "arrival.office_did")


def to_follow(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield what has been asked for and is not there yet."""
    titles = each_once(
        paper.what for each in matters for paper in each.facts.evidence if paper.have == "asked-for"
    )
    yield from that_follow(titles, matters[0].say)


# -- a warning


def _of_warning(matter: Matter) -> Iterator[Paragraph]:
    challenge = matter.challenge
    has_reason = challenge.has("good-reason")
    others = set(challenge.grounds) - {"good-reason", "adjustment"}
    others -= {"did-it"} if done_late(matter) else set()
    others -= {"not-required"} if lifts_nothing(matter) else set()
    finding = (
        "ask-no-failure-or-reason"
        if has_reason and others
        else "ask-find-reason"
        if has_reason
        else "ask-no-failure"
    )
    yield (*_accept_now((matter,)), matter.say(finding))
    yield tuple(_another_way((matter,)))
    yield tuple(_about_requirement(matter))
    yield tuple(_adjustment((matter,)))
    yield own_requests((matter,))
    yield (
        *(asked_in_limits(matter) if matter.kind == "work-search-hours" else ()),
        *matter.box("to_look_at"),
        *_of_the_front_desk(matter),
        *_what_the_doubt_is(matter),
        matter.say("ask-proof-missing"),
        *to_follow((matter,)),
        *_if_against(matter),
    )


def _what_the_doubt_is(matter: Matter) -> Iterator[Sentence]:
    if matter.kind == "not-available":
        yield matter.say("ask-what-the-doubt-is", "failure.kind")


def _if_against(matter: Matter) -> Iterator[Sentence]:
    if matter.challenge.protection.is_free_now or birth.is_free_now(matter):
        yield matter.say("ask-confirm-nothing-required", "groups")
        yield matter.say("ask-if-against-me-free")
    else:
        yield matter.say("ask-if-against-me")


def _about_requirement(matter: Matter) -> Iterator[Sentence]:
    provider = matter.facts.failure.provider
    if matter.challenge.has("not-required") and not lifts_nothing(matter):
        if provider:
            yield matter.say("ask-show-requirement-provider", "failure.provider", provider=provider)
        elif (words := matter.facts.requirement.words) and not is_no_message(words):
            # The message is quoted above: nobody has to be asked which it was.
            said = "-said" if matter.facts.requirement.told_by in HEARD else ""
            yield matter.say(f"ask-take-it-back{said}", "requirement.words")
        else:
            yield matter.say("ask-show-requirement")
    elif matter.challenge.has("adjustment"):
        yield matter.say("ask-change-requirement", "adjustment.step_wanted")
