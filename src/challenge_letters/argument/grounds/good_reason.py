"""Good reason: the rule of this kind of failure, what the reason stopped, and since when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.case.failure import JobFault, Reason
from challenge_letters.law.spoken import MONTHS
from challenge_letters.plan.grounds import RULING_OUT

RANK = 40
AT_AN_HOUR = frozenset({"missed-appointment", "late-for-appointment", "missed-call", "employer-interview"})
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
# Where somebody was, said in the case sentence: that it was custody is not.
PLACES = frozenset({"hospital", "hospital-with-somebody", "court"})
# A lack that the case sentence names; the others are no clause of a few words.
NAMED_LACKS = (("phone",), ("internet",), ("device",))
LIFTED_BY = {"ill": "illness", "custody-hospital-court": "any"}


def good_reason(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground of good reason, where it is raised."""
    if not matter.challenge.has("good-reason"):
        return _if_it_counts(matter)
    first = matter.reasons[0] if matter.reasons else None
    return Ground(
        "good-reason",
        RANK,
        _heading(matter, before),
        tuple(each for each in (_argued(matter), *_more(matter)) if each),
        clause(first, matter),
    )


def _if_it_counts(matter: Matter) -> Ground | None:
    """Return the ground that what was wrong with the notice is a good reason, if it counts as notice."""
    said = tuple(_of_the_notice(matter))
    if not said or matter.kind == "lost-job":
        return None
    return Ground("good-reason", RANK, _heading_if_it_counts(matter), ((rule(matter), *said),))


def _heading_if_it_counts(matter: Matter) -> Sentence:
    name = "if-told" if matter.facts.has_side("not-told") or matter.challenge.short_notice else "if-clear"
    return Sentence(f"heading-good-reason-{name}")


def _of_the_notice(matter: Matter) -> Iterator[Sentence]:
    """Yield why nobody could act on the notice: it was not seen, came too late, or was not clear."""
    needed = matter.facts.requirement
    is_told_of = matter.challenge.has("not-told") and needed.told_by != "never"
    if not is_told_of:
        return
    if matter.facts.has_side("not-told") and needed.seen in ("after", "never"):
        yield matter.say("nobody-acts-on-the-unseen", "requirement.seen")
    elif matter.challenge.short_notice:
        yield matter.say("so-little-notice", "requirement.notice_minutes")
    elif matter.facts.has_side("not-understood") or needed.lacked_place_and_time:
        yield matter.say("nobody-acts-on-the-unclear", "sides", "requirement.gave_place_and_time")


def _heading(matter: Matter, before: Collection[str]) -> Sentence:
    before = set(before) - {"late", "own-error", "changed"}
    if "not-told" in before:
        return _heading_if_it_counts(matter)
    if matter.kind == "left-job" and not before:
        return Sentence("heading-good-reason-to-leave")
    return Sentence("heading-good-reason-in-any-case" if before else "heading-good-reason")


def _argued(matter: Matter) -> Paragraph:
    said = (*_of_the_notice(matter), *_facts(matter), *_not_safe(matter))
    return (rule(matter), *(said or (matter.say("told-above", "account", "reasons"),)))


def rule(matter: Matter) -> Sentence:
    """Return the rule, by the kind of failure and never by the level that is expected."""
    if matter.kind == "left-job":
        return matter.say("rule-good-reason-left-job", "failure.kind")
    is_higher = matter.challenge.section == "higher"
    act = Sentence(f"act-{matter.kind}", {}, (matter.answer("failure.kind"),))
    return matter.say("rule-good-reason-higher" if is_higher else "rule-good-reason", "failure.kind", act=act)


def _facts(matter: Matter) -> Iterator[Sentence]:
    if matter.kind != "left-job":
        yield from _faults(matter)
    for reason in matter.reasons:
        if is_told_with_the_ground(reason, matter):
            yield from fact_of(reason, matter)
        effect = matter.reason_box(reason, "effect")
        yield from effect
        if effect and not reason.fact:
            yield from time_of(reason, matter)
        yield from _own_facts(reason, matter)
        yield from matter.reason_box(reason, "understood")
        yield from matter.reason_box(reason, "where_post_came")
        yield from _onset(reason, matter)
    if matter.kind == "left-job":
        yield from _faults(matter)


def time_of(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield since when it was so, where no typed day says it and it is not the day of the failure itself."""
    began, ended = reason.began, reason.ended
    is_same = began is not None and began == matter.failed_on and began.is_exact
    is_dated = MONTH.search(reason.fact) or reason.died_on or reason.was_in == "hospital"
    if is_same or is_dated or reason.agreed_by_word == "yes" or reason.kind == "not-told":
        return
    answer = (matter.reason_answer(reason, "began"),)
    if began is None:
        if ended:
            yield Sentence(
                "time-until", {"ended": matter.day(ended)}, (matter.reason_answer(reason, "ended"),)
            )
        return
    if ended and ended != began:
        yield Sentence("time-from-to", {"began": matter.day(began), "ended": matter.day(ended)}, answer)
    elif ended is None and began != matter.facts.requirement.told_on:
        yield Sentence("time-since", {"on_day": matter.on_day(began)}, answer)


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
    return tuple(fault for fault in matter.challenge.faults if fault not in RULING_OUT)


def _faults(matter: Matter) -> Iterator[Sentence]:
    faults = tuple(
        Sentence(f"fault-{each}", {}, (matter.answer("job.faults"),)) for each in _faults_of(matter)
    )
    if faults and matter.kind != "left-job":
        yield matter.say("faults-of-the-job", "job.faults", faults=faults)
    elif faults:
        tried = "-tried" if matter.facts.job and matter.facts.job.tried else ""
        yield matter.say(f"{'reasons' if len(faults) > 1 else 'a-reason'}-to-go{tried}", "job.faults")


def _own_facts(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    """Yield the facts that make or break a reason of this kind."""
    for wording, field, value, slots in _known(reason):
        if value:
            yield Sentence(wording, slots, (matter.reason_answer(reason, field),))


def _known(reason: Reason) -> Iterator[tuple[str, str, bool, dict[str, object]]]:
    yield "aged-and-nobody-else", "age", bool(reason.age) and reason.others_could == "no", {"age": reason.age}
    yield "aged", "age", bool(reason.age) and reason.others_could != "no", {"age": reason.age}
    yield "nobody-else", "others_could", not reason.age and reason.others_could == "no", {}
    yield "set-out-at", "left_at", bool(reason.left_at) and not reason.usual_minutes, {"at": reason.left_at}
    both = bool(reason.left_at and reason.usual_minutes)
    yield "set-out-at-usual", "left_at", both, {"at": reason.left_at, "minutes": reason.usual_minutes}
    only = bool(reason.usual_minutes) and not reason.left_at
    yield "usual-journey", "usual_minutes", only, {"minutes": reason.usual_minutes}
    yield "had-to-be-there", "work_hours", bool(reason.work_hours), {"hours": reason.work_hours}
    yield "could-not-be-moved", "could_move", reason.could_move == "no", {}
    said = f"{reason.fact} {reason.effect}".casefold()
    for lack in reason.lacking:
        yield f"lacking-{lack}", "lacking", SPOKEN_OF[lack] not in said, {}
    agreed = reason.agreed_by_word == "yes" and reason.kind != "unfair-commitment"
    yield "agreed-by-word-with-you", "agreed_by_word", agreed, {}


def _onset(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    is_sudden = reason.kind in ("ill", "caring", "travel") and reason.began is not None
    if (
        is_sudden
        and reason.began == matter.failed_on
        and matter.failed_on
        and matter.failed_on.is_exact
        and matter.kind in AT_AN_HOUR
    ):
        yield Sentence(f"onset-{reason.kind}", {}, (matter.reason_answer(reason, "began"),))


def _not_safe(matter: Matter) -> Iterator[Sentence]:
    if matter.case.safety.say_could_not_attend_safely:
        wording = "not-safe-to-attend" if matter.kind in AT_AN_HOUR else "not-safe-to-do"
        yield Sentence(wording, {}, ("safety.say_could_not_attend_safely",))


def _more(matter: Matter) -> Iterator[Paragraph]:
    for reason in matter.challenge.lifting:
        if reason not in matter.challenge.lifted:
            yield tuple(_lifting(reason, matter))


def _lifting(reason: Reason, matter: Matter) -> Iterator[Sentence]:
    by = LIFTED_BY.get(reason.kind, "temporary")
    point = "job-search-lifted" if by == "any" else f"job-search-lifted-{by}"
    if matter.has_law(point):
        yield Sentence(f"search-can-be-lifted-{by}", {}, (matter.reason_answer(reason, "kind"),))


# -- what the case sentence says of it


def clause(reason: Reason | None, matter: Matter) -> Sentence:
    """Return the reason in a clause, from its kind and dates alone."""
    verb = Sentence(f"verb-{matter.kind}")
    if matter.kind == "left-job" and _faults_of(matter):
        faults = tuple(
            Sentence(f"because-{each}", {}, (matter.answer("job.faults"),)) for each in _faults_of(matter)
        )
        return matter.say("case-left-because", "job.faults", faults=faults)
    if reason is None:
        safe = matter.case.safety.say_could_not_attend_safely
        return Sentence("case-not-safe" if safe else "case-good-reason", {"verb": verb} if safe else {})
    slots: dict[str, object] = {"verb": verb}
    wording = f"case-{reason.kind}"
    if reason.kind == "caring":
        wording = (
            f"{wording}{'-child' if _is_child(reason) else ''}{'' if matter.kind in AT_AN_HOUR else '-then'}"
        )
    elif reason.kind == "bereavement":
        wording, slots = _bereaved(reason, matter)
    elif reason.kind == "custody-hospital-court":
        wording = f"case-{reason.was_in}" if reason.was_in in PLACES else "case-away"
    elif reason.kind == "no-access":
        wording = f"{wording}-{reason.lacking[0]}" if reason.lacking[:1] in NAMED_LACKS else wording
    return Sentence(wording, slots, (matter.reason_answer(reason, "kind"),))


def _is_child(reason: Reason) -> bool:
    digits = "".join(char for char in reason.age if char.isdigit())
    return bool(digits) and int(digits) < 16


def _bereaved(reason: Reason, matter: Matter) -> tuple[str, dict[str, object]]:
    after = matter.days_after_failure(reason.died_on)
    who = Sentence(f"relation-{reason.relation}")
    if after is None or after > 0:
        return "case-bereavement", {"who": who}
    if after == 0:
        return "case-died-that-day", {"who": who}
    return "case-died-before", {"who": who, "days": words_of.things(-after, "day")}
