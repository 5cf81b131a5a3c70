"""Good reason: the rule of this kind of failure, what the reason stopped, and since when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import placements, typed
from challenge_letters.argument.grounds import (
    age_of_another,
    arrival,
    concluding,
    handing_in,
    hours_there,
    interpreter,
    leaving,
    missed_call,
    other_side,
    slip,
    told_in_time,
    tried_first,
)
from challenge_letters.argument.grounds.done_late import done_late
from challenge_letters.argument.grounds.not_required import (
    WORK_ENDED,
    fit_note_known,
    groups_of,
    in_group,
    situation,
    stands_with_another,
    stands_with_the_reason,
)
from challenge_letters.argument.grounds.notified import is_charge_unsaid, is_covered
from challenge_letters.argument.in_common import is_fit_note_told
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import names_the_day
from challenge_letters.argument.same_event import says
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.case.clock_times import minutes_after
from challenge_letters.case.failure import AT_AN_HOUR, JobFault, Reason
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.grounds import MISTAKEN, RULING_OUT, arrival_of, mistake_of

RANK = 40
# Conclusions that say nothing without the name of the cause.
WITH_CAUSES = frozenset({"so-late", "so-not-available-if"})
# How somebody did it, and was stopped as well: it is said where the reason is argued.
ABOUT_THE_REASON = frozenset({"did-it-but-stopped"})
# So many grounds the case sentence tells of (`argument/opening.py`).
CLAUSES = 3
OF_A_VACANCY = failures_with("job-refused")
# Of these the office is told once, and knows it from then on.
# What was believed, or not known of, did not begin and end like an illness.
WITHOUT_A_LENGTH = frozenset({"not-told", MISTAKEN})
KNOWN_OF = frozenset({"mental-health", "no-access", "no-home"})
THINGS = frozenset({"phone", "internet", "device"})
MONTH = re.compile("|".join(MONTHS))
# A word by which what was typed speaks of a lack itself.
SPOKEN_OF = {
    "phone": "phone",
    "internet": "internet",
    "device": "computer",
    "skills": "how to",
    "reading": "read",
    "english": "english",
}
# What was typed then says itself that the office could not be told.
LETTING_KNOW = re.compile(
    r"\b(ring|rang|phone|call|tell|told|write|message|text|email|let (you|them|anybody) know)\b", re.I
)
# Where somebody was, said in the case sentence: that it was custody is not.
# That somebody knew of it on the day before, or earlier.
DAY_BEFORE = re.compile(
    r"\b(?:the (?:day|night|evening|afternoon) before|beforehand|in advance|days (?:before|earlier))\b", re.I
)
# What somebody is on the way to.
UNDER_WAY = AT_AN_HOUR | {"employer-interview"}
PLACES = frozenset({"hospital", "hospital-with-somebody", "court"})
# A lack that the case sentence names; the others are no clause of a few words.
NAMED_LACKS = (("phone",), ("internet",), ("device",))
# Reasons whose clause fits somebody who did come, but late.
COMES_TOO_LATE = frozenset({"ill", "mental-health", "caring", "bereavement", "travel", "working", MISTAKEN})
# What a typed fact says better than the tick.
SAID_BY_ITS_FACT: Mapping[str, JobFault] = {
    "left-for-under-paid": "pay",
    "left-for-unpaid": "pay",
    "left-for-unpaid-sum": "pay",
    "left-for-danger": "safety",
    "left-for-hurt": "safety",
    "left-for-advice": "health",
    "left-for-advice-against": "health",
}
# What nobody has to put up with, said of the job already: bad treatment is then said to be no better.
NOBODY_HAS_TO = frozenset({"argued-unpaid", "argued-danger", "argued-hurt", "argued-hurt-days"})
LIFTED_BY = {"ill": "illness", "custody-hospital-court": "any"}


def good_reason(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground of good reason, with the situation the person was in where that is no ground."""
    ground, said = _good_reason(matter, before), situation(matter)
    return replace(ground, paragraphs=(*ground.paragraphs, said)) if ground and said else ground


def _good_reason(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground of good reason, where it is raised."""
    if matter.kind == "lost-job" or not matter.challenge.has("good-reason"):
        return _lacking(matter) or _if_it_counts(matter)
    first = matter.reasons[0] if matter.reasons else None
    if first and matter.same_reason(first):
        return _same_again(first, matter)
    heading, argued = _told_once(_heading(matter, before), _argued(matter, before))
    return Ground(
        "good-reason",
        RANK,
        heading,
        tuple(each for each in (argued, _of_leaving(matter), *_more(matter)) if each),
        None if _is_only_lateness(first, matter) or is_never_seen(matter) else clause(first, matter),
    )


def is_explained(matter: Matter) -> bool:
    """Whether the ground tells how the reason goes with what was done: it tells of the reason itself."""
    is_told_before = bool(matter.reasons and matter.same_reason(matter.reasons[0]))
    return matter.challenge.has("good-reason") and matter.kind != "lost-job" and not is_told_before


def _told_once(heading: Sentence, argued: Paragraph) -> tuple[Sentence, Paragraph]:
    """Return both with the reasons named once: in the heading, where facts stand before the conclusion.

    Where nothing stands between the rule and the conclusion, the names stand in the conclusion alone.
    """
    at = next((at for at, said in enumerate(argued) if "causes" in said.slots), None)
    if at is None or not heading.slots.get("names"):
        return heading, argued
    wording = argued[at].wording
    if at > 1 and wording not in WITH_CAUSES:
        concluded = replace(argued[at], wording=wording.replace("so-", "so-that-", 1), slots={})
        return heading, (*argued[:at], concluded, *argued[at + 1 :])
    slots = {name: value for name, value in heading.slots.items() if name != "names"}
    return replace(heading, wording=heading.wording.removesuffix("-named"), slots=slots), argued


def _same_again(reason: Reason, matter: Matter) -> Ground:
    """Return the ground of a reason that the letter has told of before: it covers this day too."""
    first, failed = matter.same_reason(reason), matter.failed_on
    told = first.facts.failure.day if first else None
    slots = {"day": matter.day(told) if told else "", "this": matter.day(failed) if failed else ""}
    name = "same-reason-since"
    if told is not None and told.is_exact and told == failed:
        name, slots = "same-reason-that-day", {}
    elif reason.began and reason.ended:
        name = "same-reason-from-to"
        slots |= {"began": matter.day(reason.began), "ended": matter.day(reason.ended)}
    elif reason.began:
        slots["on_day"] = matter.on_day(reason.began)
    said = (Sentence(name, slots, (matter.reason_answer(reason, "began"),)), *_covered_too(matter))
    others = (each for each in matter.reasons if each is not reason)
    rest = (
        *_of_the_notice(matter),
        *_about(reason, matter),
        *(one for each in others for one in _about(each, matter)),
    )
    heading = Sentence("heading-same-reason")
    clause = Sentence("case-same-reason", {}, (matter.reason_answer(reason, "kind"),))
    return Ground("good-reason", RANK, heading, ((*said, *rest),), clause)


def _covered_too(matter: Matter) -> Iterator[Sentence]:
    """Yield that the fit note of which an earlier ground tells covers this day as well."""
    note, is_told = matter.facts.fit_note, is_fit_note_told(matter.challenge, matter.letter)
    if note and is_told and note.covers(matter.failed_on) and groups_of(matter, "fit-note"):
        yield matter.say("fit-note-covers-too", "fit_note")


def _is_only_lateness(first: Reason | None, matter: Matter) -> bool:
    """Whether a clause that speaks of not having come at all would deny that the person was there."""
    if arrival_of(matter.facts) is None or concluding.named(matter):
        return False
    return first is None or not (first.kind in COMES_TOO_LATE or first.lacking[:1] in NAMED_LACKS)


def _lacking(matter: Matter) -> Ground | None:
    """Return the fallback that the job asked for what the person does not have, if it was required at all."""
    said = tuple(_of_the_job(matter))
    is_lacking = bool(matter.facts.job and matter.facts.job.lacked) or _late_for_work(matter) is not None
    if not said or not is_lacking:
        return None
    heading = matter.say("heading-good-reason-if-required", "job.lacked")
    return Ground("good-reason", RANK, heading, ((rule(matter), *said),))


def _of_the_job(matter: Matter) -> Iterator[Sentence]:
    """Yield what the job asked for that the person does not have, and the others they applied for instead."""
    job = matter.facts.job
    if job is None or matter.kind not in OF_A_VACANCY:
        return
    if job.lacked and not _is_lack_told(job.lacked, matter):
        words = leaving.ending(job.lacked, matter)
        yield matter.say("job-asks-for", "job.lacked", words=words)
    late = _late_for_work(matter)
    if late:
        slots = {"starts": job.starts_at, "there": job.there_by, "late": arrival.in_words(late)}
        yield matter.say("cannot-be-there", "job.starts_at", "job.there_by", **slots)
    if job.others_applied:
        words = leaving.ending(job.others_applied, matter)
        yield matter.say("others-applied", "job.others_applied", words=words)
    elif job.other_jobs in ("one", "two", "more"):
        yield matter.say(f"other-jobs-{job.other_jobs}", "job.other_jobs")


def _is_lack_told(lacked: str, matter: Matter) -> bool:
    """Whether a sentence of the reasons, which stand just before, says already that the job asks for it."""
    boxes = (matter.reason_answer(each, field) for each in matter.reasons for field in ("fact", "effect"))
    told = " ".join(said.words for answer in boxes for said in matter.told_box(answer))
    return says(told, lacked)


def _late_for_work(matter: Matter) -> int | None:
    """Return how many minutes after the work begins the person can be there at the earliest, or None."""
    job = matter.facts.job
    minutes = minutes_after(job.there_by, job.starts_at) if job else None
    return minutes if minutes and minutes > 0 else None


def _if_it_counts(matter: Matter) -> Ground | None:
    """Return the ground that what was wrong with the notice is a good reason, if it counts as notice."""
    said = tuple(_of_the_notice(matter))
    if not said or matter.kind == "lost-job":
        return None
    heading, case = _heading_if_it_counts(matter), missed_call.clause(matter)
    return Ground("good-reason", RANK, heading, ((rule(matter), *said),), case)


def _heading_if_it_counts(matter: Matter) -> Sentence:
    if missed_call.told_of_which_hour(matter):
        return concluding.heading("heading-good-reason-in-any-case", matter)
    name = "if-told" if matter.facts.has_side("not-told") or matter.challenge.short_notice else "if-clear"
    return concluding.heading(f"heading-good-reason-{name}", matter)


def _of_the_notice(matter: Matter) -> Iterator[Sentence]:
    """Yield why nobody could act on the notice: it was not seen, came too late, or was not clear."""
    needed = matter.facts.requirement
    is_told_of = matter.challenge.has("not-told") and needed.told_by != "never"
    if not is_told_of or is_charge_unsaid(matter):
        return
    day = matter.failed_on
    if matter.facts.has_side("not-told") and needed.seen in ("after", "never"):
        slots = {"day": matter.day(day)} if day and needed.seen == "after" else {}
        ending = f"{needed.seen}{'-day' if slots else ''}"
        yield matter.say(f"could-not-act-seen-{ending}", "requirement.seen", **slots)
    elif matter.challenge.short_notice:
        notice = matter.challenge.short_notice
        yield matter.say("so-little-notice", "requirement.notice_minutes", notice=notice)
    elif missed_call.told_of_which_hour(matter):
        yield from missed_call.chance_to_answer(matter)
    elif matter.facts.lacked_place_and_time:
        yield matter.say("could-not-act-without-place", "requirement.gave_place_and_time")
    elif matter.facts.has_side("not-understood"):
        yield matter.say("could-not-act-on-the-unclear", "sides")


def _heading(matter: Matter, before: Collection[str]) -> Sentence:
    before = (
        set(before)
        - {"late", "own-error", "changed", "language-known"}
        - ({"not-told"} if is_covered(matter) or is_charge_unsaid(matter) else set())
    )
    if "not-told" in before:
        return _heading_if_it_counts(matter)
    before -= {"did-it"} if done_late(matter) else set()
    late = arrival.minutes_late(matter)
    if late:
        fields = ("arrival.came_at", "arrival.due_at")
        return matter.say("heading-reason-for-minutes", *fields, late=late)
    found = slip.heading(matter) if _is_first_a_slip(matter) else None
    if found:
        return found
    if matter.kind == "left-job" and not before:
        return concluding.heading("heading-good-reason-to-leave", matter)
    return concluding.heading("heading-good-reason-in-any-case" if before else "heading-good-reason", matter)


def _is_first_a_slip(matter: Matter) -> bool:
    return bool(matter.reasons) and matter.reasons[0].kind == MISTAKEN


def _argued(matter: Matter, before: Collection[str]) -> Paragraph:
    # After so many grounds the case sentence has no room for this one, nor for the name of the reason.
    is_far = len(before) >= CLAUSES
    tried = tuple(handing_in.tried(matter))
    so = (*handing_in.so_it_was(matter), *_of_the_job(matter))
    is_unseen = is_never_seen(matter)
    names = concluding.named(matter)
    # A name that the heading cannot hold stands in the conclusion, or nowhere.
    is_said = is_unseen and (not names or concluding.are_in_heading(names))
    is_concluded = not (tried or _of_leaving(matter) or is_said)
    known = tuple(told_in_time.told_before_the_decision(matter))
    said = (
        *_of_the_notice(matter),
        *matter.explained(ABOUT_THE_REASON.__contains__),
        *tried,
        *_facts(matter),
        *leaving.not_safe(matter),
        *slip.argued(matter),
        *so,
        *(concluding.concluded(matter, names_all=is_far) if is_concluded else ()),
        *(said for reason in matter.reasons if not is_unseen for said in _around(reason, matter)),
        *told_in_time.argued(matter),
        *known,
        *_not_safe(matter),
    )
    if not said and _of_leaving(matter):
        return (rule(matter),)
    # That the office had known says nothing of what the reason was.
    return (rule(matter), *(said if said != known else (_told_above(matter), *known)))


def is_never_seen(matter: Matter) -> bool:
    """Whether nobody knew of it: then no reason kept them from coming, nor from letting the office know."""
    is_of_one_day = matter.kind in AT_AN_HOUR and not any(each.kind == MISTAKEN for each in matter.reasons)
    return is_of_one_day and matter.challenge.has("not-told") and matter.facts.requirement.seen == "never"


def _told_above(matter: Matter) -> Sentence:
    """Return that the account alone is the reason, and what it kept the person from."""
    if matter.kind == "left-job":
        return matter.say("told-above", "account", "reasons")
    return matter.say("told-above-kept-from", "account", "reasons", coming=concluding.kept_from(matter))


def _of_leaving(matter: Matter) -> Paragraph:
    """Return what follows for a job that was left: a paragraph of its own, after what happened."""
    return tuple(_faults(matter)) if matter.kind == "left-job" else ()


def rule(matter: Matter) -> Sentence:
    """Return the rule, by the kind of failure and never by the level that is expected."""
    if matter.kind == "left-job":
        is_sent_away = leaving.is_sent_away(matter)
        name = "rule-good-reason-left-anyway" if is_sent_away else "rule-good-reason-left-job"
        return matter.say(name, "failure.kind")
    is_higher = matter.challenge.section == "higher"
    found = mistake_of(matter.facts)
    if found and slip.is_writers(found, matter) and not is_higher:
        return matter.say("rule-failure-of-the-claimant", "mistake.whose")
    act = Sentence(f"act-{matter.kind}{placements.ending(matter)}", {}, (matter.answer("failure.kind"),))
    return matter.say("rule-good-reason-higher" if is_higher else "rule-good-reason", "failure.kind", act=act)


def _facts(matter: Matter) -> Iterator[Sentence]:
    if matter.kind != "left-job":
        yield from _faults(matter)
    for reason in matter.reasons:
        # What kept them from telling stands after what kept them from coming.
        yield from () if concluding.is_about_telling(reason, matter) else _about(reason, matter)
    if (matter.kind in WORK_ENDED and stands_with_another(matter)) or stands_with_the_reason(matter):
        yield from matter.box("why_not_required")
    if matter.kind == "left-job":
        yield from leaving.what_was_said(matter)
        yield from () if leaving.is_sent_away(matter) else other_side.of_leaving(matter)


def _about(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield what one reason was, what it stopped, and the facts that make or break it."""
    is_told = matter.same_reason(reason) is not None
    yield from matter.reason_box(reason, "called")
    if is_told_with_the_ground(reason, matter) and reason is not _told_with_its_faults(matter):
        yield from matter.reason_box(reason, "fact") if is_told else fact_of(reason, matter)
    effect = matter.reason_box(reason, "effect")
    yield from effect
    yield from _died_before(reason, matter)
    if effect and not reason.fact and not is_told:
        yield from time_of(reason, matter)
    yield from () if is_told else _own_facts(reason, matter)
    yield from _would_have_been_early(reason, matter)
    yield from matter.reason_box(reason, "understood")
    yield from _in_another_language(reason, matter)
    yield from _where_others_hear(reason, matter)
    yield from matter.reason_box(reason, "where_post_came")


def _around(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield what the office knew, and whether it could be told: what stands after what the reason came to."""
    yield from _known_since(reason, matter)
    yield from _onset(reason, matter)
    if matter.same_reason(reason):
        return
    if concluding.is_about_telling(reason, matter):
        yield from _kept_from_telling(reason, matter)
    else:
        yield from _could_not_tell(reason, matter)


def _kept_from_telling(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield the reason why nobody could be told beforehand, by its name where nothing typed says so."""
    yield from _about(reason, matter)
    if not LETTING_KNOW.search(reason.effect):
        names, answer = (matter.name_of(reason),), matter.reason_answer(reason, "called")
        yield Sentence("kept-from-telling", {"names": names}, (answer,))


def _died_before(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield how long before that day somebody had died, where the case sentence has a name instead."""
    if reason.kind == "bereavement" and reason.died_on and concluding.named(matter):
        wording, slots = _bereaved(reason, matter)
        if wording == "case-died-before":
            yield Sentence("died-before", slots, (matter.reason_answer(reason, "died_on"),))


def _in_another_language(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield that nobody interpreted what was said or written, and what follows from it."""
    if reason.interpreter == "no":
        yield Sentence("no-interpreter", {}, (matter.reason_answer(reason, "interpreter"),))
        if "english" in {lack for each in matter.reasons for lack in each.lacking}:
            yield Sentence("not-in-their-language", {}, (matter.reason_answer(reason, "interpreter"),))


def _where_others_hear(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield that nobody has to speak of such things where others hear, and that another place was refused."""
    if reason.kind != "no-privacy":
        return
    if reason.private_place == "refused" and not reason.what_i_did:
        yield Sentence("private-place-refused", {}, (matter.reason_answer(reason, "private_place"),))
    yield Sentence("nobody-speaks-where-others-hear", {}, (matter.reason_answer(reason, "kind"),))


def _could_not_tell(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield that the reason also kept the person from letting the office know: one cause for both."""
    telling = matter.facts.told_them
    is_told_later = telling is None or (matter.days_after_failure(telling.day) or 0) > 0
    first = next((each for each in matter.reasons if each.could_tell == "no"), None)
    is_said = any(LETTING_KNOW.search(text) for text in (reason.effect, reason.fact))
    # Of a job that ended there was nobody at the office to tell.
    is_of_a_job = matter.kind in failures_with("work-ended")
    if reason is first and is_told_later and not is_said and not is_of_a_job:
        yield Sentence("could-not-tell", {}, (matter.reason_answer(reason, "could_tell"),))


def time_of(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield since when it was so, where no typed day says it and it is not the day of the failure itself."""
    began, ended = reason.began, reason.ended
    is_same = began is not None and began == matter.failed_on and began.is_exact
    is_dated = MONTH.search(reason.fact) or reason.died_on or reason.was_in == "hospital"
    if is_same or is_dated or reason.agreed_by_word == "yes" or reason.kind in WITHOUT_A_LENGTH:
        return
    answer: tuple[str, ...] = (matter.reason_answer(reason, "began"),)
    if began is None:
        if ended:
            yield Sentence(
                "time-until", {"ended": matter.day(ended)}, (matter.reason_answer(reason, "ended"),)
            )
        return
    if ended and ended != began:
        slots = {"began": matter.day(began), "ended": matter.day(ended)}
        failed = matter.failed_on
        if _is_told_since(reason, matter) and names_the_day(matter.facts.account, failed):
            return
        if failed and failed.is_exact and began.latest < failed.earliest < ended.earliest:
            answer = (*answer, matter.answer("failure.happened"))
            yield Sentence("time-from-to-over-it", {**slots, "day": matter.day(failed)}, answer)
        elif not _is_told_since(reason, matter):
            yield Sentence("time-from-to", slots, answer)
    elif ended is None and began != matter.facts.requirement.told_on and not _is_told_since(reason, matter):
        yield Sentence("time-since", {"on_day": matter.on_day(began)}, answer)


def _is_told_since(reason: Reason, matter: Matter) -> bool:
    """Whether the account names the days from when and until when it was so."""
    days = [each for each in (reason.began, reason.ended) if each]
    return all(each.is_exact and names_the_day(matter.facts.account, each) for each in days)


def fact_of(reason: Reason, matter: Matter) -> Paragraph:
    """Return what the reason was, as typed, and from when to when."""
    said = matter.reason_box(reason, "fact")
    return (*said, *time_of(reason, matter)) if said else ()


def is_told_with_the_ground(reason: Reason, matter: Matter) -> bool:
    """Whether the fact of `reason` stands in its ground: the account tells the rest of it."""
    is_told = matter.facts.account or matter.facts.requirement.why_not_seen
    return bool(is_told) and reason.kind != "unfair-commitment"


def _faults_of(matter: Matter) -> tuple[JobFault, ...]:
    """Return what was wrong with the job; what rules it out before reasons are weighed is another ground."""
    is_left = matter.kind == "left-job"
    return tuple(fault for fault in matter.challenge.faults if is_left or fault not in RULING_OUT)


def _faults(matter: Matter) -> Iterator[Sentence]:
    faults = tuple(
        Sentence(f"fault-{each}", {}, (matter.answer("job.faults"),)) for each in _faults_of(matter)
    )
    told = _told_with_its_faults(matter)
    if told:
        answer = (matter.answer("job.faults"), matter.reason_answer(told, "fact"))
        yield Sentence("faults-in-words", {"faults": faults, "words": told.fact}, answer)
    elif faults and matter.kind != "left-job":
        yield matter.say("faults-of-the-job", "job.faults", faults=faults)
    elif matter.kind == "left-job" and (argued := tuple(leaving.argued(matter))):
        yield from argued
        if "treatment" in _faults_of(matter):
            is_second = any(each.wording in NOBODY_HAS_TO for each in argued)
            yield matter.say(f"argued-treatment{'-too' if is_second else ''}", "job.faults")
        yield from tried_first.after_trying(matter)
    elif faults:
        count = len(concluding.named(matter)) or len(faults)
        yield from tried_first.reason_to_go(f"{'reasons' if count > 1 else 'a-reason'}-to-go", matter)
    elif matter.kind == "left-job" and matter.facts.job and matter.facts.job.tried_first:
        yield from tried_first.after_trying(matter)


def _told_with_its_faults(matter: Matter) -> Reason | None:
    """Return the reason whose few words say what was wrong with a job: they stand beside the ticks."""
    if matter.kind == "left-job" or not _faults_of(matter):
        return None
    return next(
        (
            reason
            for reason in matter.reasons
            if reason.kind == "job-turned-down"
            and reason.began is None
            and is_told_with_the_ground(reason, matter)
            and [typed.shape(each.words) for each in matter.told_box(matter.reason_answer(reason, "fact"))]
            == ["fragment"]
        ),
        None,
    )


def _own_facts(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield the facts that make or break a reason of this kind."""
    # How far the job is stands with the limit of a journey where it is over it.
    is_measured = bool(matter.challenge.too_far and matter.facts.job and matter.facts.job.minutes_each_way)
    yield from _of_age(reason, matter)
    for wording, field, value, slots in _known(reason, matter.facts.account, is_measured=is_measured):
        if value:
            yield Sentence(wording, slots, (matter.reason_answer(reason, field),))


def _of_age(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield who had to be looked after and that nobody else could, as far as that was told."""
    told = " ".join(
        (reason.called, reason.fact, reason.effect, matter.facts.account, matter.facts.why_not_required)
    )
    wording = age_of_another.wording_of(reason, told)
    is_of_age = wording.startswith("aged")
    slots = {"age": age_of_another.in_words(reason.age)} if is_of_age else {}
    if wording:
        answer = matter.reason_answer(reason, "age" if is_of_age else "others_could")
        yield Sentence(wording, slots, (answer,))


def _known(
    reason: Reason, account: str, *, is_measured: bool
) -> Iterator[tuple[str, str, bool, dict[str, object]]]:
    yield "set-out-at", "left_at", bool(reason.left_at) and not reason.usual_minutes, {"at": reason.left_at}
    both = bool(reason.left_at and reason.usual_minutes)
    yield "set-out-at-usual", "left_at", both, {"at": reason.left_at, "minutes": reason.usual_minutes}
    only = bool(reason.usual_minutes) and not reason.left_at and not is_measured
    yield "usual-journey", "usual_minutes", only, {"minutes": reason.usual_minutes}
    row, slots = hours_there.said_of(reason, account)
    yield row, "work_hours", bool(row), slots
    yield "could-not-be-moved", "could_move", reason.could_move == "no", {}
    said = f"{reason.fact} {reason.effect}".casefold()
    # A lack that has a name of its own is said by it.
    spoken = f"{said} {reason.called.casefold()}"
    lacked = tuple(each for each in reason.lacking if SPOKEN_OF[each] not in spoken)
    things = tuple(Sentence(f"no-{each}") for each in lacked if each in THINGS)
    yield "lacking-things", "lacking", bool(things), {"things": things}
    for lack in (each for each in lacked if each not in THINGS):
        yield f"lacking-{lack}", "lacking", True, {}
    agreed = reason.agreed_by_word == "yes" and reason.kind != "unfair-commitment"
    yield "agreed-by-word-with-you", "agreed_by_word", agreed, {}


def _would_have_been_early(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield how long before the time the usual journey would have brought them there."""
    before = minutes_after(told_in_time.hour(matter), reason.left_at)
    if before and reason.usual_minutes and before > reason.usual_minutes:
        early = arrival.in_words(before - reason.usual_minutes)
        answer = (matter.reason_answer(reason, "left_at"), matter.answer("requirement.words"))
        yield Sentence("set-out-early", {"early": early}, answer)


def _known_since(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield how long the office had known of this by then, where no other ground says it."""
    told, failed = reason.told_on, matter.failed_on
    if told is None or failed is None or not failed.is_exact or reason.kind not in KNOWN_OF:
        return
    if reason is interpreter.known_by(matter):
        return
    if told.latest < failed.earliest and not matter.facts.adjustment:
        for_so_long = words_of.between(told.latest, failed.earliest)
        slots = {"day": matter.day(failed), "time": for_so_long}
        rests_on = (matter.reason_answer(reason, "told_on"), matter.answer("failure.happened"))
        yield Sentence("known-of-it-for", slots, rests_on)


def _onset(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    is_sudden = reason.kind in ("ill", "caring", "travel") and reason.began is not None
    if (
        is_sudden
        and reason.began == matter.failed_on
        and matter.failed_on
        and matter.failed_on.is_exact
        and matter.kind in AT_AN_HOUR
        and not told_in_time.minutes_before(matter)
        and not _was_known_the_day_before(reason, matter)
        and not _is_every_day(reason, matter)
    ):
        yield Sentence(f"onset-{reason.kind}", {}, (matter.reason_answer(reason, "began"),))


def _is_every_day(reason: Reason, matter: Matter) -> bool:
    """Whether somebody is cared for on every day, or the call came at another hour than was said."""
    is_carer = reason.kind == "caring" and "carer" in matter.facts.groups
    return is_carer or bool(missed_call.told_of_which_hour(matter))


def _was_known_the_day_before(reason: Reason, matter: Matter) -> bool:
    """Whether anything told says that the office was told before that day, or could have been."""
    facts, failed = matter.facts, matter.failed_on
    days = (
        facts.told_them.day if facts.told_them else None,
        facts.excused.day if facts.excused else None,
        facts.adjustment.told_on if facts.adjustment else None,
        reason.told_on,
    )
    is_told = any(day is not None and failed is not None and day.earliest < failed.earliest for day in days)
    # Whoever told of it on the day itself could tell, and still not on the day before.
    could_tell = reason.could_tell == "yes" and not (facts.told_them and facts.told_them.day)
    return is_told or could_tell or bool(DAY_BEFORE.search(reason.what_i_did))


def _not_safe(matter: Matter) -> Iterator[Sentence]:
    if matter.case.safety.say_could_not_attend_safely:
        wording = "not-safe-to-attend" if matter.kind in AT_AN_HOUR else "not-safe-to-do"
        yield Sentence(wording, {}, ("safety.say_could_not_attend_safely",))


def _more(matter: Matter) -> Iterator[Paragraph]:
    if not matter.challenge.has("not-required") and matter.facts.fit_note:
        yield tuple(_with_a_fit_note(matter))
    for reason in matter.challenge.reasons_to_lift_search:
        if reason not in matter.challenge.reasons_no_search_was_due:
            yield tuple(_lifting(reason, matter))


def _with_a_fit_note(matter: Matter) -> Iterator[Sentence]:
    """Yield the fit note that covered that day, where no ground of its own speaks of it."""
    note = matter.facts.fit_note
    is_told = is_fit_note_told(matter.challenge, matter.letter)
    if note and not is_told and note.covers(matter.failed_on) and groups_of(matter, "fit-note"):
        yield matter.say("at-the-time", "groups", group=in_group(matter, "fit-note"))
        yield from fit_note_known(matter)


def _lifting(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    by = LIFTED_BY.get(reason.kind, "temporary")
    point = "job-search-lifted" if by == "any" else f"job-search-lifted-{by}"
    if matter.has_law(point):
        yield Sentence(f"search-can-be-lifted-{by}", {}, (matter.reason_answer(reason, "kind"),))


# -- what the case sentence says of it


def clause(reason: Reason | None, matter: Matter) -> Sentence:
    """Return the reason in a clause, from its kind and dates alone."""
    handing = handing_in.clause(matter) if reason is None or reason.kind == "no-access" else None
    if handing and not concluding.named(matter):
        return handing
    verb = _verb(matter)
    if matter.kind == "left-job" and (left := _left_for(matter)):
        return left
    if matter.kind == "left-job" and _faults_of(matter) and not concluding.named(matter):
        faults = tuple(
            Sentence(f"because-{each}", {}, (matter.answer("job.faults"),)) for each in _faults_of(matter)
        )
        return matter.say("case-left-because", "job.faults", faults=faults)
    if reason is None:
        safe = matter.case.safety.say_could_not_attend_safely
        return Sentence("case-not-safe" if safe else "case-good-reason", {"verb": verb} if safe else {})
    mistaken = slip.clause(matter) if reason.kind == MISTAKEN else None
    return mistaken or concluding.clause(matter) or _of_its_kind(reason, matter)


def _is_their_mistake(matter: Matter) -> bool:
    """Whether the message itself named another place than the one where it was held."""
    told = arrival_of(matter.facts)
    return told is not None and told.was_sent_elsewhere == "yes" and matter.kind != "missed-call"


def _of_its_kind(reason: Reason, matter: Matter) -> Sentence:
    """Return the clause of a reason that its kind chooses, with the facts that make it another."""
    slots: dict[str, object] = {"verb": _verb(matter)}
    wording = f"case-{reason.kind}"
    if reason.kind == "caring":
        child = "-child" if age_of_another.is_child(reason.age) else ""
        wording = f"{wording}{child}{'' if matter.kind in AT_AN_HOUR else '-then'}"
    elif reason.kind == "travel":
        # Whoever never set out was not held up on the way.
        is_held_up = matter.kind not in UNDER_WAY or concluding.is_under_way(reason)
        wording = f"{wording}{_not_under_way(matter)}" if is_held_up else "case-good-reason"
    elif reason.kind == "job-turned-down":
        wording = f"{wording}{_turned_down(matter)}"
    elif reason.kind == "bereavement":
        wording, slots = _bereaved(reason, matter)
    elif reason.kind == "custody-hospital-court":
        wording = f"case-{reason.was_in}" if reason.was_in in PLACES else "case-away"
    elif reason.kind == "unclear-or-mistake" and reason.interpreter == "no":
        wording = "case-no-interpreter"
    elif reason.kind == MISTAKEN and _is_their_mistake(matter):
        wording = "case-message-was-wrong"
    elif reason.kind == MISTAKEN and not reason.understood:
        # Nobody has said how it was read: the mistake may have been the office's own.
        is_said = matter.challenge.has("not-told")
        wording = "case-good-reason" if is_said else "case-unclear-or-mistaken"
    elif reason.kind == "no-access":
        wording = f"{wording}-{reason.lacking[0]}" if reason.lacking[:1] in NAMED_LACKS else wording
    return Sentence(wording, slots, (matter.reason_answer(reason, "kind"),))


def _not_under_way(matter: Matter) -> str:
    """Return the ending of the row for a journey that nobody had set out on; "" for one at an hour."""
    if matter.kind in UNDER_WAY:
        return ""
    if _late_for_work(matter):
        return "-starts"
    return "-job" if matter.kind in OF_A_VACANCY else "-then"


def _turned_down(matter: Matter) -> str:
    """Return the ending of the row: a job that asks for more, not applied for, or its interview missed."""
    if matter.kind in OF_A_VACANCY and matter.facts.job and matter.facts.job.lacked:
        return "-lacking"
    if matter.kind not in failures_with("vacancy"):
        return ""
    return "-interview" if matter.kind in AT_AN_HOUR else "-vacancy"


def _verb(matter: Matter) -> Sentence:
    """Return what the reason kept the person from: where no hours were done, the search itself."""
    week = matter.facts.search_week
    is_none = matter.kind == "work-search-hours" and week is not None and week.done_hours == 0
    if arrival_of(matter.facts):
        return Sentence(f"verb-late-{'call' if matter.kind == 'missed-call' else 'for-appointment'}")
    return Sentence(f"verb-{matter.kind}-none" if is_none else f"verb-{matter.kind}")


def _left_for(matter: Matter) -> Sentence | None:
    """Return why a job was left, with its facts; None where only the ticks say it."""
    job, told = matter.facts.job, leaving.because(matter)
    is_sent_away = job is not None and job.ended == "sent-away"
    if not told and not (is_sent_away and _faults_of(matter)):
        return None
    covered = {SAID_BY_ITS_FACT[each.wording] for each in told}
    rest = tuple(
        matter.say("left-for-fault", "job.faults", fault=Sentence(f"because-{each}"))
        for each in _faults_of(matter)
        if each not in covered
    )
    wording = "case-reason-to-go-anyway" if is_sent_away else "case-left-for"
    return matter.say(wording, "job.faults", reasons=(*told, *rest))


def _bereaved(reason: Reason, matter: Matter) -> tuple[str, dict[str, object]]:
    after = matter.days_after_failure(reason.died_on)
    who = Sentence(f"relation-{reason.relation}")
    if after is None or after > 0:
        return "case-bereavement", {"who": who}
    if after == 0:
        return "case-died-that-day", {"who": who}
    return "case-died-before", {"who": who, "days": words_of.things(-after, "day")}
