"""Not required: groups of whom less may be asked, jobs too far away, vacancies that were only suggested."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.case.failure import Group

CHILDREN: frozenset[Group] = frozenset({"child-under-1", "child-1", "child-2", "child-3-12"})
INTERVIEWS = frozenset({"missed-appointment", "late-for-appointment", "missed-call"})
SEARCH = frozenset(
    {"work-search-hours", "not-available", "particular-vacancy", "employer-interview", "job-offer"}
)
VACANCIES = frozenset({"particular-vacancy", "employer-interview", "job-offer"})
HOURS = "work-search-hours"


def groups_of(matter: Matter, *wanted: Group) -> tuple[Group, ...]:
    """Return which of the groups `wanted` the letter may say that the person was in on that day."""
    return tuple(group for group in matter.challenge.protection.said if group in wanted)


def in_group(matter: Matter, group: Group) -> Sentence:
    """Return "I was looking after a child under 1": for a benefit that means a single parent, it says so."""
    answer = matter.answer("groups")
    since = matter.challenge.protection.since
    if group == "limited-capability-work-activity" and since:
        return Sentence(f"group-{group}-since", {"day": matter.day(since)}, (answer,))
    if group == "carer" and matter.facts.cares_substantially:
        gets = Sentence(f"gets-{matter.facts.cared_for_gets}", {}, (matter.answer("cared_for_gets"),))
        return Sentence("group-carer-substantial", {"gets": gets}, (matter.answer("cares_35_hours"), answer))
    alone = "-alone" if group in CHILDREN and matter.case.rules_of == "new-style-esa" else ""
    return Sentence(f"group-{group}{alone}", {}, (answer,))


def why_group(matter: Matter, group: str) -> Sentence:
    """Return the group in a few words, for the case sentence: its ground has it in full."""
    return Sentence(f"why-{group}", {}, (matter.answer("groups"),))


def at_the_time(matter: Matter) -> Paragraph:
    """Return the groups that the person was in, a sentence each."""
    said = matter.challenge.protection.said
    return tuple(matter.say("at-the-time", "groups", group=in_group(matter, each)) for each in said)


def what_may_be_asked(matter: Matter) -> Sentence | None:
    """Return the rule for what can be asked of the person at all; None where its law may not be named."""
    protection = matter.challenge.protection
    if protection.asked == "nothing":
        point, rule = _nothing_at_all(matter)
    elif protection.asked == "interviews":
        point, rule = "interviews-only", "interviews"
        rule += "-alone" if matter.case.rules_of == "new-style-esa" else ""
    else:
        point, rule = "fewer-requirements", "no-search"
    return matter.say(f"rule-{rule}", "groups") if matter.has_law(point) else None


def _nothing_at_all(matter: Matter) -> tuple[str, str]:
    """Return the point and the rule for somebody of whom nothing may be asked."""
    protection = matter.challenge.protection
    if protection.group == "late-pregnancy" and matter.has_law("late-pregnancy"):
        return "late-pregnancy", "late-pregnancy"
    if protection.group == "carer" and not protection.depends and matter.has_law("substantial-carers"):
        return "substantial-carers", "substantial-carers"
    return "no-requirements", "nothing-required"


def outside_the_section(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the provision on work and vacancies does not reach the person (ss.22 and 26)."""
    protection, rule = matter.challenge.protection, what_may_be_asked(matter)
    if not matter.challenge.has("not-required") or protection.bar != "section":
        return None
    if rule is None or not matter.has_law("higher-reach"):
        return None
    ending = "check-the-section" if protection.depends else "so-outside-the-section"
    said = (*at_the_time(matter), rule, matter.say("rule-section", "groups"), matter.say(ending, "groups"))
    heading = "heading-check-the-section" if protection.depends else "heading-outside-the-section"
    clause = matter.say("case-outside-the-section", "groups", group=why_group(matter, protection.group))
    rank = 24 if protection.depends else 10
    paragraphs = (said, *_own_words(matter))
    return Ground(
        "section", rank, matter.say(heading, "groups"), paragraphs, None if protection.depends else clause
    )


def nothing_required(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that nothing at all could be required (s.19): it ends the matter."""
    protection, rule = matter.challenge.protection, what_may_be_asked(matter)
    is_certain = protection.asked == "nothing" and not protection.depends
    if not matter.challenge.has("not-required") or not is_certain or rule is None or "section" in before:
        return None
    said = (*at_the_time(matter), rule, matter.say("so-nothing-to-fail", "groups"))
    clause = matter.say("case-nothing-required", "groups", group=why_group(matter, protection.group))
    return Ground(
        "nothing-required",
        10,
        matter.say("heading-nothing-required", "groups"),
        (said, *_own_words(matter)),
        clause,
    )


def less_required(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that only interviews, or only preparing for work, could be required (ss.20, 21)."""
    protection, rule = matter.challenge.protection, what_may_be_asked(matter)
    is_less = protection.asked in ("interviews", "preparation")
    if not matter.challenge.has("not-required") or not is_less or rule is None or "section" in before:
        return None
    is_interview = protection.asked == "interviews" and matter.kind in INTERVIEWS
    return _less(matter, rule) if protection.bar or is_interview else None


def _less(matter: Matter, rule: Sentence) -> Ground:
    protection = matter.challenge.protection
    name = "interviews" if protection.asked == "interviews" else "no-search"
    said = (*at_the_time(matter), rule, *_so_it_was_barred(matter))
    if not protection.is_certain:
        # It may have been what can be asked of them: the office is asked, nothing is asserted.
        return Ground("less-required", 25, matter.say("heading-check-interview", "groups"), (said,))
    clause = matter.say(f"case-{name}", "groups", group=why_group(matter, protection.group))
    return Ground("less-required", 12, matter.say(f"heading-{name}", "groups"), (said,), clause)


def _so_it_was_barred(matter: Matter) -> Iterator[Sentence]:
    bar = matter.challenge.protection.bar
    if bar == "required":
        yield matter.say("so-it-could-not-be-required", "groups")
    elif bar == "search-task":
        yield matter.say("so-no-search-task", "groups")
    elif bar == "evidence" and matter.has_law("evidence-purpose"):
        yield matter.say("evidence-only-to-check", "groups")


def perhaps_nothing(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that asks to check whether anything could be required: a fact of it is uncertain."""
    protection = matter.challenge.protection
    is_uncertain = protection.asked == "nothing" and protection.depends
    if not matter.challenge.has("not-required") or not is_uncertain or "section" in before:
        return None
    if not matter.has_law("no-requirements"):
        return None
    is_named = "hours" in before and not matter.told_box(matter.answer("why_not_required"))
    said = (*(() if is_named else at_the_time(matter)), matter.say("check-nothing-required", "groups"))
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


def vacancy(matter: Matter, before: Collection[str]) -> Ground | None:
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
    case = "suggested" if is_suggested and name != "no-offer" else name
    clause = matter.say(f"case-{case}", "requirement.was_clear_it_was_required")
    # What the person says of it stands beside the job itself where that has a ground of its own.
    words = () if any(_about_job(matter)) or "section" in before else matter.box("why_not_required")
    return Ground("vacancy", 20, matter.say(f"heading-{name}", "failure.kind"), ((*said, *words),), clause)


def job(matter: Matter, before: Collection[str]) -> Ground | None:
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
        (said, *(() if "section" in before else _own_words(matter))),
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


def _own_words(matter: Matter) -> tuple[Paragraph, ...]:
    words = matter.box("why_not_required")
    return (words,) if words else ()


# -- what is left


def not_asked(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground in the person's own words, where no rule of the ones above fits."""
    taken = {"section", "nothing-required", "job", "hours", "vacancy"}
    if not matter.challenge.has("not-required"):
        return None
    words = () if taken & set(before) else matter.box("why_not_required")
    fit_note = tuple(_fit_note(matter))
    rest = tuple(_other_groups(matter, before))
    if not (words or fit_note or rest) and set(before) & {
        *taken,
        "less-required",
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
    if {"section", "nothing-required", "less-required", "perhaps-nothing"} & set(before):
        return
    spoken |= {"child-3-12", "carer", "limited-capability"} if "hours" in before else set()
    spoken |= {"child-3-12"} if "job" in before else set()
    spoken |= {"fit-note"} if any(_fit_note(matter)) else set()
    for group in matter.challenge.protection.said:
        if group not in spoken:
            yield matter.say("at-the-time", "groups", group=in_group(matter, group))
