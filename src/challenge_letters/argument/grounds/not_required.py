"""Not required: groups of whom less may be asked, jobs too far away, vacancies that were only suggested."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument import placements
from challenge_letters.argument.channels import HEARD
from challenge_letters.argument.demand_words import MUST
from challenge_letters.argument.grounds import birth
from challenge_letters.argument.grounds.leaving import ending
from challenge_letters.argument.in_common import is_fit_note_told
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.argument.their_message import is_message_told, message_itself
from challenge_letters.case.failure import INTERVIEWS, Group
from challenge_letters.law.benefits import has
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.law.search_limits import days_unfit
from challenge_letters.plan.before_claim import is_before_the_claim
from challenge_letters.plan.grounds import is_lifted_by_a_fit_note

CHILDREN: frozenset[Group] = frozenset({"child-under-1", "child-1", "child-2", "child-3-12"})
# What somebody is told to do by a day.
TO_BE_DONE = failures_with("has-a-last-day") - failures_with("unnamed")
VACANCIES = failures_with("job-refused")
SEARCH = failures_with("job-search") | VACANCIES
HOURS = "work-search-hours"
WORK_ENDED = failures_with("work-ended")
NOT_ONE_THING = failures_with("unnamed") | WORK_ENDED | {"not-available"}
# A paper that changed hands, and no words that were said.
PAPER = (
    r"(?:print-?outs?|sheets?|papers?|lists?|leaflets?|slips?|adverts?|cards?|notes?|flyers?|cop(?:y|ies))"
)
WHOM = r"(?:me|him|her|them|us)"
HANDED = re.compile(
    rf"\bhanded\b(?! in\b)|\b(?:gave|passed) (?:it|this|that) (?:\w+ )?to {WHOM}\b"
    rf"|\b(?:(?:gave|giving|passed) {WHOM}|(?:was|were|got) given)\b[^.]*\b{PAPER}\b",
    re.IGNORECASE,
)
# Hours of care a week from which somebody counts as a carer: Universal Credit Regulations 2013 reg 30.
SUBSTANTIAL = 35
# The youngest first.
BY_AGE: tuple[Group, ...] = ("child-under-1", "child-1", "child-2", "child-3-12")
# Behind the good reason, before the length: what the office is asked to check.
AFTER_REASONS = 60


def groups_of(matter: Matter, *wanted: Group) -> tuple[Group, ...]:
    """Return which of the groups `wanted` the letter may say that the person was in on that day."""
    return tuple(group for group in matter.challenge.protection.said if group in wanted)


def in_group(matter: Matter, group: Group) -> Sentence:
    """Return "I was looking after a child under 1": for a benefit that means a single parent, it says so."""
    answer = matter.answer("groups")
    since = matter.challenge.protection.since
    if group == "limited-capability-work-activity" and since:
        return Sentence(f"group-{group}-since", {"day": matter.day(since)}, (answer,))
    note = matter.facts.fit_note
    if group == "fit-note" and note and note.began and note.ended and note.covers(matter.failed_on):
        slots = {"began": matter.day(note.began), "ended": matter.day(note.ended)}
        return Sentence("group-fit-note-from-to", slots, (matter.answer("fit_note"),))
    if group == "carer" and matter.facts.cares_substantially:
        gets = Sentence(f"gets-{matter.facts.cared_for_gets}", {}, (matter.answer("cared_for_gets"),))
        hours, about = matter.facts.care_hours, (matter.answer("cares_35_hours"), answer)
        if hours and hours >= SUBSTANTIAL:
            rests_on = (*about, matter.answer("care_hours"))
            return Sentence("group-carer-of-hours", {"gets": gets, "hours": f"{hours:g}"}, rests_on)
        return Sentence("group-carer-substantial", {"gets": gets}, about)
    age = _age_of_the_child(matter) if group == "child-3-12" else None
    alone = "-alone" if group in CHILDREN and has(matter.case.rules_of, "children-of-one-alone") else ""
    if age is not None and not alone:
        return Sentence("group-child-aged", {"age": age}, (answer,))
    return Sentence(f"group-{group}{alone}", {}, (answer,))


def _age_of_the_child(matter: Matter) -> int | None:
    """Return the age of the one child of 3 to 12 that is told of; None where none is, or more than one."""
    told = {
        int(reason.age) for reason in matter.reasons if reason.kind == "caring" and reason.age.isdecimal()
    }
    ages = [age for age in told if 3 <= age <= 12]
    return ages[0] if len(told) == len(ages) == 1 else None


def why_group(matter: Matter, group: str) -> Sentence:
    """Return the group in a few words, for the case sentence: its ground has it in full."""
    return Sentence(f"why-{group}", {}, (matter.answer("groups"),))


def at_the_time(matter: Matter) -> Paragraph:
    """Return the groups that the person was in, a sentence each; of children the youngest decides."""
    said = matter.challenge.protection.said
    youngest = next((each for each in BY_AGE if each in said), None)
    told = (each for each in said if each not in BY_AGE or each == youngest)
    return tuple(_was_in(matter, each) for each in told)


def _was_in(matter: Matter, group: Group) -> Sentence:
    """Return that the person was in `group` on the day that counts."""
    wording = "at-the-award" if matter.challenge.protection.is_at_the_award else "at-the-time"
    return matter.say(wording, "groups", group=in_group(matter, group))


def what_may_be_asked(matter: Matter) -> Sentence | None:
    """Return the rule for what can be asked of the person at all; None where its law may not be named."""
    protection = matter.challenge.protection
    if protection.asked == "nothing":
        point, rule = _nothing_at_all(matter)
    elif protection.asked == "interviews":
        point, rule = "interviews-only", "interviews"
        rule += "-alone" if has(matter.case.rules_of, "children-of-one-alone") else ""
    elif protection.group == "patient":
        point, rule = "patient", "patient"
    else:
        point, rule = "fewer-requirements", "no-search"
    return matter.say(f"rule-{rule}", "groups") if matter.has_law(point) else None


def _nothing_at_all(matter: Matter) -> tuple[str, str]:
    """Return the point and the rule for somebody of whom nothing may be asked."""
    protection = matter.challenge.protection
    if protection.group == "late-pregnancy" and matter.has_law("late-pregnancy"):
        return "late-pregnancy", "late-pregnancy"
    if protection.group == "carer" and matter.has_law("substantial-carers"):
        # Not every carer is free: where it depends on how much care it is, the rule says on what.
        return "substantial-carers", "perhaps-a-carer" if protection.depends else "substantial-carers"
    return "no-requirements", "nothing-required"


def outside_the_section(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the provision on work and vacancies does not reach the person (ss.22 and 26)."""
    protection, rule = matter.challenge.protection, what_may_be_asked(matter)
    if not matter.challenge.has("not-required") or protection.bar != "section":
        return None
    if protection.is_at_the_award:
        return _outside_at_the_award(matter, rule)
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


def _outside_at_the_award(matter: Matter, rule: Sentence | None) -> Ground:
    """Return the same of a failure before the claim: there the situation on the day of the award counts.

    Where the law may not be named, the office is asked to check it and nothing is asserted.
    """
    has_law = rule is not None and matter.has_law("higher-reach-at-award")
    laws = (rule, matter.say("rule-section-at-award", "groups")) if rule and has_law else ()
    if has_law and not matter.challenge.protection.depends:
        said = (*at_the_time(matter), *laws, matter.say("so-outside-the-section", "groups"))
        group = why_group(matter, matter.challenge.protection.group)
        heading = matter.say("heading-outside-the-section", "groups")
        clause = matter.say("case-outside-the-section", "groups", group=group)
        return Ground("section", 10, heading, (said, *_own_words(matter)), clause)
    asked = "check-the-section" if laws else "check-the-section-at-award"
    said = (*at_the_time(matter), *laws, matter.say(asked, "groups"))
    heading = matter.say("heading-check-the-section", "groups")
    return Ground("section", 24, heading, (said, *_own_words(matter)))


def nothing_required(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that nothing at all could be required (s.19): it ends the matter."""
    protection, rule = matter.challenge.protection, what_may_be_asked(matter)
    is_certain = protection.asked == "nothing" and not protection.depends
    if not matter.challenge.has("not-required") or not is_certain or rule is None or "section" in before:
        return None
    near = birth.birth_of(matter)
    if near:
        said, heading = birth.argued(near, matter), birth.heading(near, matter)
        return Ground(
            "nothing-required", 10, heading, (said, *_own_words(matter)), birth.clause(near, matter)
        )
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
    if "hours" in before and _may_be_a_carer(matter):
        return _perhaps_a_carer(matter)
    if not matter.challenge.has("not-required") or not is_uncertain or "section" in before:
        return None
    if not matter.has_law("no-requirements"):
        return None
    is_named = "hours" in before and not matter.told_box(matter.answer("why_not_required"))
    said = (*(() if is_named else at_the_time(matter)), matter.say("check-nothing-required", "groups"))
    return Ground("perhaps-nothing", 24, matter.say("heading-check-nothing", "groups"), (said,))


def _may_be_a_carer(matter: Matter) -> bool:
    """Whether nothing that is told shuts out that the care is regular and substantial."""
    point = matter.challenge.hours
    is_shut_out = matter.facts.cares_35_hours == "no" or matter.facts.cared_for_gets == "none"
    # Where the hours done were enough nothing is left to plead.
    is_shut_out = is_shut_out or bool(point and point.is_met)
    return bool(groups_of(matter, "carer")) and not is_shut_out and matter.has_law("substantial-carers")


def _perhaps_a_carer(matter: Matter) -> Ground:
    """Return the last ground of a carer whose hours are argued: perhaps nothing could be required."""
    said = (matter.say("rule-perhaps-a-carer", "groups"), matter.say("check-whether-a-carer", "groups"))
    return Ground("perhaps-nothing", AFTER_REASONS, matter.say("heading-perhaps-a-carer", "groups"), (said,))


def soon_after_a_death(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that no job search could be required so soon after a close death (reg 99(3))."""
    found = matter.challenge.reasons_no_search_was_due
    if not found or not matter.has_law("job-search-lifted-loss"):
        return None
    answer = matter.reason_answer(found[0], "died_on")
    said = (Sentence("rule-lifted-loss", {}, (answer,)),)
    clause = Sentence("case-lifted-loss", {}, (answer,))
    return Ground("after-a-death", 14, Sentence("heading-lifted-loss", {}, (answer,)), (said,), clause)


# -- vacancies and jobs


# Groups that tell of the person's health.
OF_HEALTH = ("limited-capability", "limited-capability-work-activity", "patient", "fit-note")
REQUIRED = ("requirement.words", "requirement.was_clear_it_was_required")


def vacancy(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that this vacancy had only been suggested, or that there was no offer."""
    if not matter.challenge.has("not-required") or matter.kind not in VACANCIES:
        return None
    job = matter.facts.job
    was_no_offer = matter.kind == "job-offer" and job is not None and job.was_offered == "no"
    is_required = not was_no_offer and _is_told_that_it_was_required(matter)
    is_suggested = _is_suggested(matter)
    if not (was_no_offer or is_suggested or matter.facts.has_side("not-required")):
        return None
    if is_required and _is_job_ruled_out(matter):
        # That it was required is answered with the job itself.
        return None
    # Before the claim nobody could require a job that was offered (s.26(4)(a)).
    is_before = matter.kind == "job-offer" and is_before_the_claim(matter.facts)
    is_argued = was_no_offer or is_suggested or is_required or is_before
    name = "no-offer" if was_no_offer else "offer" if matter.kind == "job-offer" else "vacancy"
    if not (is_argued or matter.kind == "employer-interview"):
        # What is wrong with the job itself is a ground; that nobody required it, nobody has said.
        return None if _is_job_ruled_out(matter) else _not_to_be_asked(name, matter, before)
    said = (
        [matter.say("rule-employer-interview", "failure.kind")] if matter.kind == "employer-interview" else []
    )
    said.append(
        matter.say("not-reasonable", *REQUIRED) if is_required else _rule_of_the_vacancy(name, matter)
    )
    if is_suggested and name == "vacancy":
        said.extend(_suggested(matter))
    case = "suggested" if is_suggested and name != "no-offer" else name
    case = "not-reasonable" if is_required else case
    clause = matter.say(f"case-{case}", "requirement.was_clear_it_was_required")
    heading = (
        _heading_of_the_message(matter)
        if is_suggested and name == "vacancy"
        else matter.say(f"heading-{'not-reasonable' if is_required else name}", "failure.kind")
    )
    # What the person says of it stands beside the job itself where that has a ground of its own.
    is_elsewhere = _is_job_ruled_out(matter) or ("section" in before and not _is_only_suggested(matter))
    words = () if is_elsewhere or stands_with_the_reason(matter) else matter.box("why_not_required")
    return Ground("vacancy", 20, heading, ((*said, *words),), clause)


def _not_to_be_asked(name: str, matter: Matter, before: Collection[str]) -> Ground:
    """Return the ground of somebody who says only that it should not have been asked, and perhaps why."""
    is_elsewhere = "section" in before or stands_with_the_reason(matter)
    words = () if is_elsewhere else matter.box("why_not_required")
    asked = (matter.say("rule-can-be-met", "sides"), *words) if words else ()
    said = (_rule_of_the_vacancy(name, matter), *(asked or (matter.say("say-under-which-rule", "sides"),)))
    heading, clause = (matter.say(f"{each}-not-to-be-asked", "sides") for each in ("heading", "case"))
    return Ground("vacancy", 20, heading, (said,), clause)


# What people say of a message that only suggested a job: "it only said to have a look".
OF_THE_MESSAGE = re.compile(
    r"\b(?:message|suggest\w*|said|says|told|wrote|have a look)\b",
    re.IGNORECASE,
)


def _is_suggested(matter: Matter) -> bool:
    """Whether the message did not make clear that it was required."""
    return matter.facts.requirement.only_suggested


def is_argued_from_its_message(matter: Matter) -> bool:
    """Whether the ground that a vacancy was only suggested argues from what the message says and does not.

    A message that was not seen in time is argued from that.
    """
    needed = matter.facts.requirement
    is_raised = matter.challenge.has("not-required") and matter.kind in failures_with("vacancy")
    is_in_time = needed.told_by != "never" and needed.seen in ("before", "not-known")
    return is_raised and needed.only_suggested and is_in_time and bool(needed.words or needed.left_unsaid)


# "She said I could go along": the account goes on from the message, which has to stand before it.
GOES_ON_FROM_IT = re.compile(r"(?:she|he|they|it|that|this)\b", re.IGNORECASE)


def is_quoted_in_its_ground(matter: Matter) -> bool:
    """Whether the words of that message stand in the ground itself, and not in the account or before it."""
    is_told = is_message_told(matter) or bool(GOES_ON_FROM_IT.match(matter.facts.account))
    return bool(matter.facts.requirement.words) and is_argued_from_its_message(matter) and not is_told


NOT_SAID = ("requirement.not_said", "requirement.was_clear_it_was_required")


def _suggested(matter: Matter) -> Iterator[Sentence]:
    """Yield that it was a suggestion: from the words of the message and what they leave out, where told."""
    if not is_argued_from_its_message(matter):
        yield matter.say(_only_suggested(matter), "requirement.was_clear_it_was_required")
        return
    if is_quoted_in_its_ground(matter):
        yield from message_itself(matter)
    kind = {"only-suggested-told": "told", "only-suggested-given": "given"}.get(
        _only_suggested(matter), "message"
    )
    yield matter.say(f"{kind}-left-unsaid", *NOT_SAID, unsaid=tuple(_unsaid(matter)))
    yield matter.say("that-is-a-suggestion", *NOT_SAID)


def _unsaid(matter: Matter) -> Iterator[Sentence]:
    """Yield what the message did not say, each as it follows "The message"."""
    unsaid = matter.facts.requirement.left_unsaid
    if "must" not in unsaid:
        yield Sentence("unsaid-clear")
    for each in unsaid:
        yield Sentence(f"unsaid-{each}")


def _heading_of_the_message(matter: Matter) -> Sentence:
    """Return what a message in writing lacked, where that is told; else that nothing was required."""
    unsaid = matter.facts.requirement.left_unsaid
    is_written = _only_suggested(matter) != "only-suggested-told"
    if not unsaid or not is_written or not is_argued_from_its_message(matter):
        return matter.say("heading-vacancy", "failure.kind")
    without = tuple(Sentence(f"without-{each}") for each in unsaid)
    return matter.say("heading-vacancy-unsaid", *NOT_SAID, without=without)


def _only_suggested(matter: Matter) -> str:
    """Return the row that says it was a suggestion: what was sent, said, or given at an appointment."""
    if matter.facts.requirement.told_by not in HEARD:
        return "only-suggested"
    told = f"{matter.facts.account} {matter.facts.why_not_required}"
    return f"only-suggested-{'given' if HANDED.search(told) else 'told'}"


def is_seen_to_be_suggested(matter: Matter) -> bool:
    """Whether the ground stands that a vacancy was only suggested, and the suggestion was seen in time."""
    is_raised = matter.challenge.has("not-required") and matter.kind in failures_with("vacancy")
    return is_raised and _is_suggested(matter) and matter.facts.requirement.seen == "before"


def _is_only_suggested(matter: Matter) -> bool:
    """Whether the ground about the vacancy itself says that it was suggested, and no more."""
    return _is_suggested(matter) and matter.kind in VACANCIES and not _is_job_ruled_out(matter)


def _is_told_that_it_was_required(matter: Matter) -> bool:
    """Whether the person says themselves that it was required: a letter then never denies that."""
    needed = matter.facts.requirement
    if needed.only_suggested or needed.told_by == "never":
        return False
    # What is quoted of an offer may be the employer's own message; "Apply by 13 November" may be an advert's.
    is_quoted = bool(MUST.search(needed.words)) and matter.kind != "job-offer"
    return needed.was_clear_it_was_required == "yes" or is_quoted


def _rule_of_the_vacancy(name: str, matter: Matter) -> Sentence:
    """Return the rule of a vacancy or an offer: before the claim it needs no requirement (s.26(4)(a))."""
    if name == "offer" and is_before_the_claim(matter.facts):
        return matter.say("rule-offer-before-claim", "was_before_claim")
    return matter.say(f"rule-{name}", "failure.kind")


def job(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground that this job could not be required: too far, ruled out, beyond what was agreed."""
    if not _is_job_argued(matter):
        return None
    law, agreed = tuple(_about_job(matter)), tuple(_beyond_agreed(matter))
    rule = law[:1] or (() if any(_still_required(matter)) else (matter.say("rule-can-be-met", "job"),))
    # The rule first, then which job it is that the rule meets.
    about = (*_still_required(matter), *rule, *_named(matter), *law[1:])
    said = (about, agreed) if law else ((*about, *agreed),)
    own = () if "section" in before else _own_words(matter)
    heading, clause = matter.say("heading-job", "job"), _job_clause(matter)
    if clause is None and matter.facts.job and matter.facts.job.beyond_agreed:
        fields = ("job.beyond_agreed", "commitment_limits")
        heading, clause = (matter.say(f"{where}-beyond-agreed", *fields) for where in ("heading-job", "case"))
    return Ground("job", 22, heading, (*(each for each in said if each), *own), clause)


def _still_required(matter: Matter) -> Iterator[Sentence]:
    """Yield what answers that it was required, where the person says so or their words show it."""
    is_no_offer = matter.facts.job is not None and matter.facts.job.was_offered == "no"
    if _is_told_that_it_was_required(matter) and not (matter.kind == "job-offer" and is_no_offer):
        yield matter.say("not-reasonable", *REQUIRED)


def _is_job_argued(matter: Matter) -> bool:
    """Whether what is wrong with the job itself is a ground of its own."""
    is_raised = matter.challenge.has("not-required") and matter.kind in VACANCIES
    return is_raised and _is_job_ruled_out(matter)


def _is_job_ruled_out(matter: Matter) -> bool:
    is_beyond = matter.facts.job is not None and bool(matter.facts.job.beyond_agreed)
    return is_beyond or any(_about_job(matter))


def _named(matter: Matter) -> Iterator[Sentence]:
    """Yield which job it was: its work, its place, its hours."""
    if matter.kind in VACANCIES and matter.facts.job and matter.facts.job.vacancy:
        yield matter.say("the-job-was", "job.vacancy", words=ending(matter.facts.job.vacancy, matter))


def job_told_alone(matter: Matter) -> Paragraph:
    """Return which job it was, where no ground about the job itself says it."""
    return () if _is_job_argued(matter) else tuple(_named(matter))


def limits_stand_with_the_job(matter: Matter) -> bool:
    """Whether the limits that were agreed are held against the job, in the ground about it."""
    return bool(matter.facts.commitment_limits) and _is_job_argued(matter)


# "within 60 minutes", "no more than 45 min each way": a limit to the journey.
MINUTES_AGREED = re.compile(
    r"\b(?:within|under|up to|at most|no more than|not more than|maximum(?: of)?) (\d+) ?min", re.IGNORECASE
)


def _beyond_agreed(matter: Matter) -> Iterator[Sentence]:
    """Yield the limits that were agreed or asked for, and how the job goes beyond them."""
    limits = matter.box("commitment_limits") if limits_stand_with_the_job(matter) else ()
    yield from limits
    job, found = matter.facts.job, MINUTES_AGREED.findall(matter.facts.commitment_limits)
    over = job.minutes_each_way - int(found[0]) if job and job.minutes_each_way and len(found) == 1 else 0
    if limits and over > 0:
        yield matter.say("journey-over-agreed", "job.minutes_each_way", "commitment_limits", over=over)
    if job and job.beyond_agreed:
        wording = "job-beyond-that" if limits else "job-beyond-agreed"
        yield matter.say(wording, "job.beyond_agreed", words=ending(job.beyond_agreed, matter))


def _about_job(matter: Matter) -> Iterator[Sentence]:
    job, longest = matter.facts.job, matter.challenge.too_far
    if job and longest and job.minutes_each_way:
        over = job.minutes_each_way - longest
        rule = "rule-distance-available" if matter.kind == "job-offer" else "rule-distance"
        yield matter.say(rule, "job.minutes_each_way", longest=longest)
        yield matter.say("journey-over", "job.minutes_each_way", minutes=job.minutes_each_way, over=over)
    if job and "health" in job.faults:
        yield matter.say("rule-health-rules-out", "job.faults")
    if job and "caring" in job.faults:
        yield matter.say("rule-caring-rules-out", "job.faults")
    if groups_of(matter, "child-3-12") and matter.has_law("hours"):
        yield matter.say("hours-fit-with", "groups", group=in_group(matter, "child-3-12"))


def _job_clause(matter: Matter) -> Sentence | None:
    longest, job = matter.challenge.too_far, matter.facts.job
    if longest and job and job.minutes_each_way:
        minutes = job.minutes_each_way
        return matter.say("case-too-far", "job.minutes_each_way", minutes=minutes, longest=longest)
    faults = matter.facts.job.faults if matter.facts.job else ()
    if {"health", "caring"} & set(faults):
        return matter.say("case-ruled-out", "job.faults")
    is_beyond = job is not None and bool(job.beyond_agreed)
    is_required = any(_still_required(matter)) and not is_beyond
    return matter.say("case-not-reasonable", *REQUIRED) if is_required else None


def _own_words(matter: Matter) -> tuple[Paragraph, ...]:
    # Of a suggestion the words say that nobody required it: they stand in the ground about that.
    words = () if _is_only_suggested(matter) else matter.box("why_not_required")
    return (words,) if words else ()


# -- what is left


def not_asked(matter: Matter, before: Collection[str]) -> Ground | None:
    """Return the ground in the person's own words, where no rule of the ones above fits."""
    taken = {"section", "nothing-required", "job", "hours", "vacancy"}
    if not matter.challenge.has("not-required") or lifts_nothing(matter):
        return None
    is_elsewhere = stands_with_another(matter)
    words = () if taken & set(before) or is_elsewhere else matter.box("why_not_required")
    fit_note = tuple(_fit_note(matter))
    rest = tuple(_other_groups(matter, before))
    if is_elsewhere and not (fit_note or rest):
        return None
    if not (words or fit_note or rest) and set(before) & {
        *taken,
        "less-required",
        "after-a-death",
        "perhaps-nothing",
    }:
        return None
    if is_task_suggested(matter) and not rest:
        return _suggested_task(words, fit_note, matter)
    said = tuple(each for each in ((*rest, *words), fit_note) if each)
    if not said:
        # What was typed of it has been told: what follows from it has not.
        rule = (matter.say("rule-can-be-met", "sides"),) if matter.facts.why_not_required else ()
        said = ((*rule, matter.say("say-under-which-rule", "sides")),)
    if _is_lifted_by_a_fit_note(matter):
        clause = matter.say("case-fit-note-lifts", "fit_note.told_on")
        return Ground("not-asked", 15, matter.say("heading-fit-note-lifts", "fit_note"), said, clause)
    return Ground("not-asked", 26, _heading_not_asked(matter), said, matter.say("case-not-asked", "sides"))


def is_task_suggested(matter: Matter) -> bool:
    """Whether a task was put so that it was not clear that it had to be done."""
    needed = matter.facts.requirement
    return matter.kind in TO_BE_DONE and needed.only_suggested and needed.told_by != "never"


def _suggested_task(words: Paragraph, fit_note: Paragraph, matter: Matter) -> Ground:
    """Return the ground that a task was only suggested: the rule, what was typed of it, what follows."""
    rule = matter.say("rule-task-required", "failure.kind")
    said = (rule, *words, matter.say(_only_suggested(matter), "requirement.was_clear_it_was_required"))
    heading, clause = (
        matter.say(f"{each}-task-suggested", "requirement.was_clear_it_was_required")
        for each in ("heading", "case")
    )
    return Ground("not-asked", 26, heading, tuple(each for each in (said, fit_note) if each), clause)


def lifts_nothing(matter: Matter) -> bool:
    """Whether all that is told is a situation from which an interview is not lifted: a fit note, say.

    Beside a good reason that is a fact, and no ground of its own. What was typed for it is told elsewhere.
    """
    protection = matter.challenge.protection
    is_raised = matter.challenge.has("not-required") and matter.challenge.has("good-reason")
    is_free_of_it = protection.asked in ("nothing", "interviews")
    if not is_raised or matter.kind not in INTERVIEWS or is_free_of_it or not protection.said:
        return False
    return stands_with_another(matter) or not matter.told_box(matter.answer("why_not_required"))


def situation(matter: Matter) -> Paragraph:
    """Return that situation as a fact, where it is no ground; a fit note told of before is left out."""
    is_told = is_fit_note_told(matter.challenge, matter.letter)
    if lifts_nothing(matter):
        groups = [each for each in matter.challenge.protection.said if each != "fit-note" or not is_told]
    else:
        groups = [each for each in _beside_the_reason(matter) if each != "fit-note" or not is_told]
    known = tuple(fit_note_known(matter)) if "fit-note" in groups else ()
    said = (*(_was_in(matter, each) for each in groups), *known)
    return said if lifts_nothing(matter) or not groups else (*said, *_weighed(groups, matter))


def _beside_the_reason(matter: Matter) -> Iterator[Group]:
    """Yield the groups to be weighed with a good reason: those of health.

    Who was looked after stands in the reason itself, and what somebody earned says nothing of why they could
    not come. A fit note whose days are known is told of with them.
    """
    if matter.challenge.has("not-required") or not matter.challenge.has("good-reason"):
        return
    note = matter.facts.fit_note
    is_dated = note is not None and bool(note.began or note.ended)
    yield from (
        each
        for each in matter.challenge.protection.said
        if each in OF_HEALTH and not (each == "fit-note" and is_dated)
    )


def _weighed(groups: Collection[Group], matter: Matter) -> Iterator[Sentence]:
    """Yield what follows: of limited capability, that no search was due, and the question what was."""
    is_less = "limited-capability" in groups and matter.challenge.protection.asked == "preparation"
    has_rule = is_less and matter.has_law("fewer-requirements")
    if has_rule:
        yield matter.say("rule-no-search", "groups")
    ending = "say-what-it-was-for" if has_rule and matter.kind in INTERVIEWS else "weigh-situation"
    yield matter.say(ending, "failure.kind", "groups")


def stands_with_another(matter: Matter) -> bool:
    """Whether why it should not have been asked is a reason itself: to leave work, or the need of a step."""
    if not matter.facts.why_not_required:
        return False
    is_reason = matter.kind in WORK_ENDED and matter.challenge.has("good-reason")
    return is_reason or matter.challenge.has("adjustment")


def stands_with_the_reason(matter: Matter) -> bool:
    """Whether why a suggested vacancy should not have been asked speaks of the job: that is a reason.

    Where the job itself is a ground, it stands there. What speaks of the message, and how
    little it asked, stands with the ground that nothing was required.
    """
    has_reason = bool(matter.reasons) and matter.challenge.has("good-reason")
    is_of_the_message = bool(OF_THE_MESSAGE.search(matter.facts.why_not_required))
    is_of_a_reason = has_reason and not (is_of_the_message or _is_job_ruled_out(matter))
    return matter.kind in VACANCIES and _is_suggested(matter) and is_of_a_reason


def _heading_not_asked(matter: Matter) -> Sentence:
    """Return a heading that names what could not be required, where it is one thing."""
    name = placements.ending(matter)
    if matter.kind in NOT_ONE_THING or (matter.kind == placements.KIND and not name):
        return matter.say("heading-not-asked", "sides")
    what = Sentence(f"thing-{matter.kind}{name}", {}, (matter.answer("failure.kind"),))
    return matter.say("heading-not-asked-this", "sides", what=what)


def _is_lifted_by_a_fit_note(matter: Matter) -> bool:
    is_lifted = is_lifted_by_a_fit_note(matter.challenge.problem, matter.case)
    is_said = bool(groups_of(matter, "fit-note"))
    return is_said and is_lifted and matter.has_law("job-search-lifted-illness")


def _lifted_for_days(matter: Matter) -> Iterator[Sentence]:
    """Yield that no search could be required for some days after the fit note, and that this day was one."""
    note, failed, days = matter.facts.fit_note, matter.failed_on, days_unfit(matter.case.rules_of)
    if note is None or note.told_on is None or failed is None or days is None:
        return
    slots = {"given": matter.on_day(note.told_on), "group": in_group(matter, "fit-note"), "days": days}
    yield matter.say("fit-note-given", "fit_note.told_on", given=slots["given"], group=slots["group"])
    yield matter.say("fit-note-lifts-for-days", "fit_note.told_on", days=days)
    yield matter.say("that-day-was-within", "failure.happened", day=matter.day(failed))


def _fit_note(matter: Matter) -> Iterator[Sentence]:
    if _is_lifted_by_a_fit_note(matter):
        yield from _lifted_for_days(matter)
    elif (
        groups_of(matter, "fit-note")
        and matter.kind in failures_with("job-search") - {"not-available"}
        and matter.has_law("job-search-lifted")
    ):
        yield matter.say("fit-note-lifts", "groups", group=in_group(matter, "fit-note"))
        yield from fit_note_known(matter)


def fit_note_known(matter: Matter) -> Iterator[Sentence]:
    """Yield since when the office had the fit note, and the question what it did about it."""
    note, failed = matter.facts.fit_note, matter.failed_on
    if note and note.told_on and failed and note.told_on.latest <= failed.earliest:
        yield matter.say("fit-note-known", "fit_note.told_on", on_day=matter.on_day(note.told_on))


def _other_groups(matter: Matter, before: Collection[str]) -> Iterator[Sentence]:
    """Yield the groups that no ground has spoken of."""
    spoken: set[str] = {"none", "not-known"}
    if {"section", "nothing-required", "less-required", "perhaps-nothing"} & set(before):
        return
    # Where a benefit has no groups, each of these counts for the hours alone, and stands there.
    spoken |= {*CHILDREN, "carer", "limited-capability"} if "hours" in before else set()
    spoken |= {"child-3-12"} if "job" in before else set()
    spoken |= {"fit-note"} if any(_fit_note(matter)) else set()
    for group in matter.challenge.protection.said:
        if group not in spoken:
            yield _was_in(matter, group)
