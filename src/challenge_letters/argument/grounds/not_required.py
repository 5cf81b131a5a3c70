"""Not required: groups of whom less may be asked, jobs too far away, vacancies that were only suggested."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.case.failure import Group

NOTHING: tuple[Group, ...] = ("child-under-1", "limited-capability-work-activity")
PERHAPS_NOTHING: tuple[Group, ...] = ("carer", "late-pregnancy", "earning-enough")
NO_SEARCH: tuple[Group, ...] = ("child-2", "limited-capability")
INTERVIEWS = frozenset({"missed-appointment", "late-for-appointment", "missed-call"})
SEARCH = frozenset(
    {"work-search-hours", "not-available", "particular-vacancy", "employer-interview", "job-offer"}
)
VACANCIES = frozenset({"particular-vacancy", "employer-interview", "job-offer"})
HOURS = "work-search-hours"


def groups_of(matter: Matter, *wanted: Group) -> tuple[Group, ...]:
    """Return which of the groups `wanted` the person was in on that day."""
    return tuple(group for group in matter.facts.groups if group in wanted)


def in_group(matter: Matter, group: Group) -> Sentence:
    return Sentence(f"group-{group}", {}, (matter.answer("groups"),))


def why_group(matter: Matter, group: Group) -> Sentence:
    """Return the group in a few words, for the case sentence: its ground has it in full."""
    return Sentence(f"why-{group}", {}, (matter.answer("groups"),))


def nothing_required(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that nothing at all could be required (s.19): it ends the matter."""
    found = groups_of(matter, *NOTHING)
    if not matter.challenge.has("not-required") or not found or not matter.has_law("no-requirements"):
        return None
    facts = tuple(matter.say("at-the-time", "groups", group=in_group(matter, each)) for each in found)
    said = (*facts, matter.say("rule-nothing-required", "groups"), matter.say("so-nothing-to-fail", "groups"))
    clause = matter.say("case-nothing-required", "groups", group=why_group(matter, found[0]))
    return Ground(
        "nothing-required",
        10,
        matter.say("heading-nothing-required", "groups"),
        (said, *_own_words(matter, 10)),
        clause,
    )


def less_required(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that only interviews, or only preparing for work, could be required (ss.20, 21)."""
    if not matter.challenge.has("not-required") or "nothing-required" in before:
        return None
    for groups, point, name in (
        (("child-1",), "interviews-only", "interviews"),
        (NO_SEARCH, "fewer-requirements", "no-search"),
    ):
        found = groups_of(matter, *groups)
        fits = matter.kind not in INTERVIEWS or name == "interviews"
        if found and fits and matter.has_law(point):
            return _less(matter, found, name)
    return None


def _less(matter: Matter, found: Sequence[Group], name: str) -> Ground:
    is_uc = matter.case.rules_of == "universal-credit"
    name = name if is_uc or name == "interviews" else "less"
    facts = tuple(matter.say("at-the-time", "groups", group=in_group(matter, each)) for each in found)
    said = (*facts, matter.say(f"rule-{name}", "groups"))
    is_certain = matter.kind in SEARCH or (name == "interviews" and matter.kind not in INTERVIEWS)
    if not is_certain:
        # It may have been what can be asked of them: the office is asked, nothing is asserted.
        return Ground("less-required", 25, matter.say("heading-check-interview", "groups"), (said,))
    clause = matter.say(f"case-{name}", "groups", group=why_group(matter, found[0]))
    return Ground("less-required", 12, matter.say(f"heading-{name}", "groups"), (said,), clause)


def perhaps_nothing(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that asks to check whether anything could be required: a fact of it is uncertain."""
    found = groups_of(matter, *PERHAPS_NOTHING)
    if not matter.challenge.has("not-required") or not found or not matter.has_law("no-requirements"):
        return None
    facts = tuple(matter.say("at-the-time", "groups", group=in_group(matter, each)) for each in found)
    said = (*facts, matter.say("check-nothing-required", "groups"))
    return Ground("perhaps-nothing", 24, matter.say("heading-check-nothing", "groups"), (said,))


def lifted(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that no job search could be required so soon after a close death (reg 99(3))."""
    found = matter.challenge.lifted
    if not found or not matter.has_law("job-search-lifted-loss"):
        return None
    answer = matter.reason_answer(found[0], "died_on")
    said = (Sentence("rule-lifted-loss", {}, (answer,)),)
    clause = Sentence("case-lifted-loss", {}, (answer,))
    return Ground("lifted", 14, Sentence("heading-lifted-loss", {}, (answer,)), (said,), clause)


# -- vacancies and jobs


def vacancy(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that this vacancy had only been suggested, or that there was no offer."""
    if not matter.challenge.has("not-required") or matter.kind not in VACANCIES:
        return None
    needed, job = matter.facts.requirement, matter.facts.job
    was_no_offer = matter.kind == "job-offer" and job is not None and job.was_offered == "no"
    is_suggested = needed.was_clear_it_was_required == "no"
    if not (was_no_offer or is_suggested or matter.facts.has_side("not-required")):
        return None
    name = "no-offer" if was_no_offer else "offer" if matter.kind == "job-offer" else "vacancy"
    said = (
        [matter.say("rule-employer-interview", "failure.kind")] if matter.kind == "employer-interview" else []
    )
    said.append(matter.say(f"rule-{name}", "failure.kind"))
    if is_suggested and name == "vacancy":
        said.append(matter.say("only-suggested", "requirement.was_clear_it_was_required"))
    clause = matter.say(
        "case-suggested" if is_suggested else f"case-{name}", "requirement.was_clear_it_was_required"
    )
    return Ground("vacancy", 20, matter.say(f"heading-{name}", "failure.kind"), (tuple(said),), clause)


def job(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that this job could not be required: too far, or ruled out by health or caring."""
    said = (
        tuple(_about_job(matter)) if matter.challenge.has("not-required") and matter.kind in VACANCIES else ()
    )
    if not said:
        return None
    heading = matter.say("heading-job", "job")
    return Ground(
        "job",
        22,
        heading,
        tuple(each for each in (said, *_own_words(matter, 22)) if each),
        _job_clause(matter),
    )


def _about_job(matter: Matter) -> Iterator[Sentence]:
    job, longest = matter.facts.job, matter.challenge.too_far
    if job and longest and job.minutes_each_way:
        over = job.minutes_each_way - longest
        yield matter.say("rule-distance", "job.minutes_each_way", longest=longest)
        yield matter.say("journey-over", "job.minutes_each_way", minutes=job.minutes_each_way, over=over)
    if job and "health" in job.faults:
        yield matter.say("rule-health-rules-out", "job.faults")
    if job and "caring" in job.faults:
        yield matter.say("rule-caring-rules-out", "job.faults")
    if groups_of(matter, "child-3-12") and matter.has_law("hours"):
        yield matter.say("hours-fit-with", "groups", group=in_group(matter, "child-3-12"))


def _job_clause(matter: Matter) -> Sentence | None:
    if matter.challenge.too_far:
        return matter.say("case-too-far", "job.minutes_each_way")
    faults = matter.facts.job.faults if matter.facts.job else ()
    return matter.say("case-ruled-out", "job.faults") if {"health", "caring"} & set(faults) else None


def _own_words(matter: Matter, _rank: int) -> tuple[Paragraph, ...]:
    words = matter.box("why_not_required")
    return (words,) if words else ()


# -- what is left


def not_asked(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground in the person's own words, where no rule of the ones above fits."""
    taken = {"nothing-required", "job", "hours"}
    if not matter.challenge.has("not-required"):
        return None
    words = () if taken & set(before) else matter.box("why_not_required")
    fit_note = tuple(_fit_note(matter))
    rest = tuple(_other_groups(matter, before))
    if not (words or fit_note or rest) and set(before) & {
        *taken,
        "less-required",
        "vacancy",
        "lifted",
        "perhaps-nothing",
    }:
        return None
    said = tuple(each for each in ((*rest, *words), fit_note) if each)
    if not said:
        said = ((matter.say("say-under-which-rule", "sides"),),)
    return Ground(
        "not-asked", 26, matter.say("heading-not-asked", "sides"), said, matter.say("case-not-asked", "sides")
    )


def _fit_note(matter: Matter) -> Iterator[Sentence]:
    if (
        groups_of(matter, "fit-note")
        and matter.kind in SEARCH - {"job-offer", "not-available"}
        and matter.has_law("job-search-lifted")
    ):
        yield matter.say("fit-note-lifts", "groups")


def _other_groups(matter: Matter, before: Collection[str]) -> Iterator[Sentence]:
    """Yield the groups that no ground has spoken of."""
    spoken: set[str] = {"none", "not-known"}
    spoken |= set(NOTHING) if "nothing-required" in before else set()
    spoken |= {"child-1", *NO_SEARCH} if "less-required" in before else set()
    spoken |= set(PERHAPS_NOTHING) if "perhaps-nothing" in before else set()
    spoken |= {"child-3-12", "carer", "limited-capability"} if "hours" in before else set()
    spoken |= {"child-3-12"} if "job" in before else set()
    spoken |= {"fit-note"} if any(_fit_note(matter)) else set()
    for group in matter.facts.groups:
        if group not in spoken:
            yield matter.say("at-the-time", "groups", group=in_group(matter, group))
