"""What a letter asks for: three things, four at most, each something that can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.grounds.length import is_ended_before_it_began, total
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.opening import NAMED_IN_ORDER
from challenge_letters.argument.sentences import Paragraph, Sentence
from challenge_letters.law.rates import reduced_percent

MOST = 4


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
    yield tuple(_revise(matters))
    yield tuple(_fallback(matters))
    yield tuple(sentence for each in matters for sentence in _open_days(each, matters))
    yield (*_adjustment(matters), *(said for each in matters for said in _authority(each)))
    yield tuple(_evidence(matters))


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
    if since and failed:
        yield first.say("ask-why-so-early", "decision.reduced_from", day=first.day(since))


def _fallback(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield what to put right if a decision stands: a sentence for each."""
    for at, each in enumerate(matters):
        things = tuple(_to_put_right(each))
        if things and len(matters) > 1:
            which = Sentence(NAMED_IN_ORDER[min(at, len(NAMED_IN_ORDER) - 1)])
            yield Sentence("ask-if-not-this-one", {"which": which, "things": things})
        elif things:
            yield Sentence("ask-if-not", {"things": things})
        yield from _if_another_falls(each)


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
    if done.state == "done" and done.day and is_open:
        is_ended = bool(days or (point and point.should_end))
        name = "thing-record-day" if is_ended else "thing-record-day-and-end"
        yield matter.say(name, "done_since.day", on_day=matter.on_day(done.day))
    if days:
        yield matter.say("thing-cut-to", "decision.days", days=words_of.days(days))
    elif point and point.claim == "days" and point.right_days:
        yield matter.say("thing-cut-fixed", "decision.days", days=words_of.days(point.right_days))
    elif point and point.should_end and not is_ended_before_it_began(point):
        yield matter.say("thing-end-on", "done_since.day", day=matter.day(point.should_end))
    if (
        not days
        and matter.challenge.protection.has_no_fixed_days
        and matter.decision
        and matter.decision.days
    ):
        imposed = words_of.days(matter.decision.days)
        yield matter.say("thing-no-fixed-days", "decision.days", "groups", days=imposed)
    yield from _more_to_put_right(matter)


def _more_to_put_right(matter: Matter) -> Iterator[Sentence]:
    sanction, week = matter.sanction, matter.facts.search_week
    is_counted = matter.kind == "work-search-hours" and not matter.challenge.protection.bar
    if week and week.done_hours is not None and is_counted:
        yield matter.say("thing-show-hours", "search_week.done_hours")
    if matter.box("commitment_limits") and matter.kind == "work-search-hours":
        yield matter.say("thing-change-commitment", "commitment_limits")
    work = matter.challenge.work
    if work and work.reached_on:
        yield matter.say("thing-end-for-work", "back_in_work_since")
    elif work:
        yield matter.say("thing-check-work", "is_back_in_work")
    is_changed = bool(sanction and sanction.changed and sanction.changed.groups)
    rate = matter.challenge.protection.rate
    if not is_changed and rate == "reduced":
        yield matter.say("thing-lower-rate", "groups", percent=reduced_percent())
    elif is_changed or rate != "full":
        yield matter.say("thing-check-rate", "changed.groups")


def _open_days(matter: Matter, matters: Sequence[Matter]) -> Iterator[Sentence]:
    done = matter.facts.done_since
    is_open = matter.decision is not None and matter.decision.is_open_ended == "yes"
    if matter.challenge.protection.is_free_now:
        # Nothing has to be done to end the days, so nobody asks what has to be.
        yield matter.say(f"ask-confirm-nothing-required{'-open' if is_open else ''}", "groups")
        return
    if not is_open or (done.state == "done" and done.day) or matter is not _last_open(matters):
        return
    if matter.sanction and matter.sanction.changed and matter.sanction.changed.groups:
        return
    if done.state == "rebooked" and done.day:
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


def _last_open(matters: Sequence[Matter]) -> Matter:
    return [each for each in matters if each.decision and each.decision.is_open_ended == "yes"][-1]


def _adjustment(matters: Sequence[Matter]) -> Iterator[Sentence]:
    if any(each.challenge.has("adjustment") for each in matters):
        yield Sentence("ask-adjustment", {}, (matters[0].answer("adjustment.step_wanted"),))
    for each in matters:
        details = each.facts.requirement.new_details_on
        if details and each.facts.requirement.told_by == "letter" and not each.case.safety.is_at_risk:
            yield each.say("ask-new-details", "requirement.new_details_on", on_day=each.on_day(details))


def _authority(matter: Matter) -> Iterator[Sentence]:
    """Yield the request for a provider's authority, where no ground asks for it."""
    provider = matter.facts.failure.provider
    if provider and matter.challenge.has("not-required") and not matter.challenge.has("not-told"):
        yield matter.say("ask-show-authority", "failure.provider", provider=provider)


def _evidence(matters: Sequence[Matter]) -> Iterator[Sentence]:
    first = matters[0]
    if any(each.decision and each.decision.gives_reasons == "no" for each in matters):
        yield first.say("ask-reasons", "decision.gives_reasons")
    yield Sentence("ask-evidence-month")
    yield from to_follow(matters)
    if any(each.challenge.stage == "date-in-doubt" for each in matters):
        yield from _doubt(matters)
        power = f"-{first.challenge.section}" if first.challenge.section else ""
        yield first.say(f"ask-extend{power}" if len(matters) == 1 else "ask-extend-all", "decision.notified")


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


def to_follow(matters: Sequence[Matter]) -> Iterator[Sentence]:
    """Yield what has been asked for and is not there yet."""
    titles = tuple(
        dict.fromkeys(
            paper.what for each in matters for paper in each.facts.evidence if paper.have == "asked-for"
        )
    )
    if len(titles) == 1:
        yield matters[0].say("to-follow", "evidence", title=titles[0])
    elif titles:
        yield matters[0].say("to-follow-several", "evidence", titles=titles)


# -- a warning


def _of_warning(matter: Matter) -> Iterator[Paragraph]:
    challenge = matter.challenge
    has_reason = challenge.has("good-reason")
    others = set(challenge.grounds) - {"good-reason", "adjustment"}
    finding = (
        "ask-no-failure-or-reason"
        if has_reason and others
        else "ask-find-reason"
        if has_reason
        else "ask-no-failure"
    )
    yield (matter.say(finding),)
    yield tuple(_about_requirement(matter))
    yield tuple(_adjustment((matter,)))
    yield (matter.say("ask-proof-missing"), *to_follow((matter,)), *_if_against(matter))


def _if_against(matter: Matter) -> Iterator[Sentence]:
    if matter.challenge.protection.is_free_now:
        yield matter.say("ask-confirm-nothing-required", "groups")
        yield matter.say("ask-if-against-me-free")
    else:
        yield matter.say("ask-if-against-me")


def _about_requirement(matter: Matter) -> Iterator[Sentence]:
    provider = matter.facts.failure.provider
    if matter.challenge.has("not-required"):
        if provider:
            yield matter.say("ask-show-requirement-provider", "failure.provider", provider=provider)
        else:
            yield matter.say("ask-show-requirement")
    elif matter.challenge.has("adjustment"):
        yield matter.say("ask-change-requirement", "adjustment.step_wanted")
