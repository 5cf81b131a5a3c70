"""The beginning of a letter: its subject, what it asks, the charge in the office's words, and the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import placements
from challenge_letters.argument.channels import HEARD, channel
from challenge_letters.argument.grounds.length import none_before
from challenge_letters.argument.in_common import before
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import answered, as_told, is_own_telling
from challenge_letters.argument.replying import Written
from challenge_letters.argument.sentences import Ground, Paragraph, Sentence
from challenge_letters.argument.tails import tails_of
from challenge_letters.argument.telling_apart import Apart, labels_of, name_of, telling_apart
from challenge_letters.argument.typed import flat, sentences_of
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.law.benefits import NAMES
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.plan.outcome import Challenge

IN_A_WEEK = failures_with("in-a-week")
UNNAMED = failures_with("unnamed")
OF_A_JOB = failures_with("job-refused")
# Of the day on which work ended the person is often the only one to speak.
WORK_ENDED = failures_with("work-ended")
CLAUSES = 3
# Of several decisions each has its case beside its charge, in fewer clauses.
CLAUSES_OF_EACH = 2
# What must not be missed, typed by the person, tells the case: then one ground at most is named beside it.
CLAUSES_BESIDE_THE_POINT = 1
# In so many words at least.
A_CASE = 12
# Where nothing that the person did is weighed, it does not count that it was the first time.
UNWEIGHED = frozenset({"no-reduction", "nothing-required", "less-required", "section"})
HOLDS_TYPED_WORDS = ("case-left-for", "case-reason-to-go-anyway", "case-slip")
# Said after what must not be missed, these add nothing.
BARE = frozenset(
    {"case-denied", "case-denied-unproven", "case-not-misconduct", "case-good-reason", "case-other"}
)
# What the law or a sum comes to: whoever typed what must not be missed need not know of it. Their point tells
# the rest, and a clause of ours beside it would tell it again.
BY_LAW_OR_SUM = frozenset(
    {
        "after-a-death",
        "back-in-work",
        "changed",
        "disputed",
        "hours",
        "length",
        "less-required",
        "lowest",
        "no-reduction",
        "not-voluntary",
        "nothing-required",
        "section",
        "starts",
        "unexplained",
        "vacancy",
        "young",
    }
)
NAMED_IN_ORDER = ("the-first", "the-second", "the-third", "the-next")


# -- the references and the subject


def references(matters: Sequence[Matter]) -> tuple[Sentence, ...]:
    """Return the office's own references, one line each."""
    given = ((each, each.decision.reference) for each in matters if each.decision)
    return tuple(
        each.say("their-reference", "decision.reference", reference=ref) for each, ref in given if ref
    )


def subject(matters: Sequence[Matter]) -> Sentence:
    """Return what stands above the letter."""
    first, *others = matters
    if first.threat:
        return _answer_subject(first, others)
    decisions = tuple(named(each) for each in matters)
    risky = "subject-at-risk" if first.case.safety.is_at_risk else "subject"
    if not others:
        return Sentence(risky, {"decision": decisions[0]})
    if len(set(map(_name_of, matters))) == 1:
        return _subject_of_alike(risky, matters)
    days = [words_of.in_full(day) for each in matters if (day := _decided_on(each))]
    if len(days) == len(decisions):
        return Sentence(f"{risky}-days", {"days": tuple(dict.fromkeys(days))})
    return Sentence(f"{risky}-decisions", {"decisions": decisions})


def _subject_of_alike(risky: str, matters: Sequence[Matter]) -> Sentence:
    """Return the subject of several decisions of one day or behind one payment, which is said once."""
    decision = matters[0].decision
    is_unseen = decision is not None and decision.notice == "none-seen"
    day = decision and (
        decision.payment_day or decision.counts_from if is_unseen else _decided_on(matters[0])
    )
    slots = {"day": words_of.in_full(day) if day else "", "about": _about_all(matters)}
    return Sentence(f"{risky}-payment" if is_unseen else f"{risky}-one-day", slots)


def _about_all(matters: Sequence[Matter]) -> str:
    """Return what decisions named alike are about: " about 21 and 28 October 2026", or ""."""
    days = _days_apart(matters)
    if days:
        return f" about {words_of.joined(days)}"
    apart = [_apart(each) for each in matters]
    if any(each.nth for each in apart):
        return ""
    said = [each.about.removeprefix(" about ") for each in apart]
    return f" about {', '.join(said[:-1])} and {said[-1]}"


def _days_apart(matters: Sequence[Matter]) -> tuple[RoughDay, ...]:
    """Return the days that decisions named alike are about; none where they are not all apart by them."""
    about = tuple(each.facts.failure.their_day or each.facts.failure.happened for each in matters)
    days = tuple(day for day in about if day is not None)
    return days if len(set(map(_name_of, matters))) == 1 and len(set(days)) == len(matters) else ()


def _name_of(matter: Matter) -> tuple[object, ...]:
    return name_of(matter.challenge.problem)


def _apart(matter: Matter) -> Apart:
    return telling_apart(matter.challenge.problem, [each.problem for each in matter.letter.challenges])


def named_apart(matter: Matter) -> Sentence:
    """Return the heading over one decision or message of several: its day, where that is enough."""
    challenges = matter.letter.challenges
    matters = [replace(matter, challenge=each) for each in challenges]
    day = matter.facts.failure.their_day or matter.facts.failure.happened
    if _days_apart(matters) and day:
        return matter.say("heading-about", "failure.happened", day=words_of.in_full(day))
    return named(matter)


def _decided_on(matter: Matter) -> RoughDay | None:
    """Return the day a decision that was seen is named by."""
    decision = matter.decision
    if decision is None or decision.notice == "none-seen":
        return None
    return decision.dated or decision.notified


def _answer_subject(first: Matter, others: Sequence[Matter]) -> Sentence:
    day = first.threat.warning.day if first.threat else None
    if others:
        return Sentence("subject-answers")
    if day is None:
        return Sentence("subject-answer-no-day", {"thing": _sent_as(first)})
    return first.say("subject-answer", "warning.day", day=words_of.in_full(day), thing=_sent_as(first))


def _sent_as(matter: Matter) -> Sentence:
    """Return what a warning is called: a letter where it came as one."""
    came_by = matter.threat.warning.came_by if matter.threat else "not-known"
    return Sentence("called-letter" if came_by == "letter" else "called-message")


def named(matter: Matter) -> Sentence:
    """Return the decision or message as a heading names it: "your decision of 2 November 2026"."""
    decision, apart = matter.decision, _apart(matter)
    told: dict[str, object] = {"nth": apart.nth, "about": apart.about}
    if decision is None:
        told["thing"] = _sent_as(matter)
        day = matter.threat.warning.day if matter.threat else None
        if day is None:
            return matter.say("message-named-no-day", **told)
        return matter.say("message-named", "warning.day", day=words_of.in_full(day), **told)
    day = decision.dated or decision.notified or decision.payment_day
    is_unseen = decision.notice == "none-seen"
    if is_unseen:
        day = decision.payment_day or decision.counts_from
    in_full = words_of.in_full(day) if day else ""  # a decision always has one of these days
    return matter.say("payment-named" if is_unseen else "decision-named", "decision", day=in_full, **told)


# -- who writes


def writer(matter: Written) -> Iterator[Sentence]:
    """Yield who writes for whom, where it is not the claimant."""
    case, name = matter.case, matter.case.claimant.name
    if matter.voice.is_appointee:
        yield Sentence(
            "appointee-acts" if name else "appointee-acts-no-name", {"name": name}, ("writer.kind",)
        )
    elif matter.voice.is_adviser:
        named_so = "adviser-acts" if name else "adviser-acts-no-name"
        with_authority = f"{named_so}-with-authority" if case.writer.authority_enclosed else named_so
        yield Sentence(with_authority, {"name": name}, ("writer.authority_enclosed",))


# -- what is asked, and the charge


def request(matter: Matter) -> Iterator[Paragraph]:
    """Yield the first paragraph: who writes, what is asked of which decision, and why it was made."""
    yield (*writer(matter), *_asked(matter), *charge(matter))
    yield from _couple(matter)


def requests(matters: Sequence[Matter]) -> Iterator[Paragraph]:
    """Yield the request for one decision or for several, without the case."""
    if len(matters) == 1:
        yield from request(matters[0])
        return
    yield _asked_together(matters[0])
    for at, matter in enumerate(matters):
        yield from _for_the_payment(matter)
        yield tuple(_one_of_several(matter, at))
    yield from _couple(matters[0])


def several(parts: Sequence[tuple[Matter, Sequence[Ground]]]) -> Iterator[Paragraph]:
    """Yield the request for several decisions, the case of each beside its charge."""
    yield _asked_together(parts[0][0])
    for at, (matter, grounds) in enumerate(parts):
        yield from _for_the_payment(matter)
        told_first = _told_first(_weighed(grounds, matter), _most_clauses(matter, CLAUSES_OF_EACH))
        clauses = tuple(_case_clauses(told_first, matter))
        yield (*_one_of_several(matter, at), *matter.box("key_point"), *clauses, *more_time(matter))
    yield from _couple(parts[0][0])


def _couple(matter: Matter) -> Iterator[Paragraph]:
    """Yield that two people lose the money, and whether both ask, where a letter may speak of the other."""
    couple = matter.case.told_partner
    if couple is None or matter.sanction is None:
        return
    named = "" if couple.partner else "-no-name"
    partner = {"partner": couple.partner} if couple.partner else {}
    both = (Sentence("both-ask", {}, ("joint_claim.partner_signs",)),) if couple.partner_signs else ()
    yield (Sentence(f"claimed-together{named}", partner, ("joint_claim.partner",)), *both)


def _asked_together(first: Matter) -> Paragraph:
    return (*writer(first), Sentence("request-decisions" if first.sanction else "answer-messages"))


def _one_of_several(matter: Matter, at: int) -> Iterator[Sentence]:
    if matter.decision and matter.decision.notice == "none-seen":
        yield from _unseen_among(matter, at)
        return
    if matter.threat:
        if at and _apart(matter).nth:
            yield matter.say("another-message", "warning")
        yield from _warned(matter)
    yield from _earlier_request(matter)
    yield from charge(matter, named_as=NAMED_IN_ORDER[min(at, len(NAMED_IN_ORDER) - 1)])


def _asked(matter: Matter) -> Iterator[Sentence]:
    if matter.threat:
        yield from _warned(matter)
    elif matter.decision and matter.decision.notice == "none-seen":
        yield from _unseen(matter)
    elif matter.sanction and matter.sanction.already_asked:
        yield from _earlier_request(matter)
    else:
        stage = matter.challenge.stage
        wording = {"late": "request-late", "very-late": "request-very-late"}.get(stage, "request")
        yield matter.say(wording, "decision", decision=_decision(matter))


def _decision(matter: Matter) -> Sentence:
    """Return the decision as the first sentence names it."""
    decision = matter.decision
    if decision is None:
        return matter.say("decision-unknown")
    sent, dated = decision.notified, decision.dated
    named_by = dated or sent
    when = {"day": words_of.in_full(named_by)} if named_by else {}
    if dated and sent and sent != dated and (sent.is_exact and dated.is_exact):
        by = channel(decision.came_by)
        on_sent = words_of.on_the(sent, dated.year)
        if by is None:
            return matter.say("decision-sent", "decision.dated", "decision.notified", **when, on_sent=on_sent)
        name = "decision-told-by" if decision.came_by in HEARD else "decision-sent-by"
        return matter.say(
            name, "decision.dated", "decision.notified", "decision.came_by", **when, on_sent=on_sent, by=by
        )
    if decision.came_by == "journal" and (sent or dated) and (sent or dated).is_exact:  # type: ignore[union-attr]
        return matter.say("decision-in-journal", "decision.dated", "decision.came_by", **when)
    if dated:
        return matter.say("decision-of", "decision.dated", **when)
    if sent:
        on_sent = words_of.on_the(sent, None) + f" {sent.year}"
        return matter.say("decision-sent-only", "decision.notified", on_sent=on_sent)
    day = decision.payment_day
    return matter.say(
        "decision-behind-payment", "decision.payment_day", day=words_of.in_full(day) if day else ""
    )


def _earlier_request(matter: Matter) -> Iterator[Sentence]:
    asked = matter.sanction.already_asked if matter.sanction else None
    if asked is None:
        return
    told = {
        "decision": _decision(matter),
        "on_day": words_of.on_the(asked.day, None) + f" {asked.day.year}" if asked.day else None,
        "by": channel(asked.how),
        "words": None if is_own_telling(asked.words, asked.how, matter.voice) else asked.words or None,
    }
    shape_of = "-".join(
        [
            "asked-before",
            *(name for name, key in (("day", "on_day"), ("by", "by"), ("words", "words")) if told[key]),
        ]
    )
    slots = {name: value for name, value in told.items() if value is not None}
    yield matter.say(shape_of, "already_asked", **slots)
    if asked.words and not told["words"]:
        yield as_told(asked.words, "already_asked.words", matter)
    yield from answered(asked.said_back, "already_asked.said_back", matter)
    yield matter.say("these-are-my-reasons", "already_asked")


def _unseen(matter: Matter) -> Iterator[Sentence]:
    decision = matter.decision
    if decision is None:
        return
    yield from _lower(matter)
    yield matter.say("no-notice-seen", "decision.notice")
    yield matter.say("reconsider-unseen")
    yield matter.say("send-unseen-notice")
    yield from _earlier_request(matter) if matter.sanction and matter.sanction.already_asked else ()


def _lower(matter: Matter) -> Iterator[Sentence]:
    """Yield by how much the payment was lower, and what the statement says."""
    decision = matter.decision
    if decision is None:
        return
    slots = {"benefit": _benefit(matter)}
    wording = "payment-lower"
    if decision.payment_day:
        wording, slots["day"] = f"{wording}-day", words_of.in_full(decision.payment_day)
    if decision.payment_lower_by:
        wording, slots["pounds"] = f"{wording}-by", f"£{decision.payment_lower_by}"
    yield matter.say(wording, "decision.payment_day", "decision.payment_lower_by", **slots)
    if decision.statement_words:
        yield matter.say("statement-says", "decision.statement_words", words=decision.statement_words)


def _unseen_among(matter: Matter, at: int) -> Iterator[Sentence]:
    """Yield the request for one of several decisions; those behind one payment are asked for together."""
    if len(_behind_the_payment(matter)) == 1:
        yield from _asked(matter)
        return
    yield from _seems_about(matter, at)
    yield from _earlier_request(matter)


def _for_the_payment(matter: Matter) -> Iterator[Paragraph]:
    """Yield what is said once of several decisions behind one payment, before the first of them."""
    together = _behind_the_payment(matter)
    is_unseen = matter.decision is not None and matter.decision.notice == "none-seen"
    if is_unseen and len(together) > 1 and together[0] is matter.challenge:
        count = words_of.number(len(together))
        yield (
            *_lower(matter),
            matter.say("several-behind-payment", "decision.payment_day", count=count),
            matter.say("no-notice-of-any", "decision.notice"),
            matter.say("reconsider-unseen-each"),
            matter.say("send-unseen-notices"),
        )


def _behind_the_payment(matter: Matter) -> tuple[Challenge, ...]:
    """Return the decisions of the letter that nobody saw behind one and the same payment."""
    paid = _paid(matter.challenge)
    return tuple(each for each in matter.letter.challenges if _paid(each) == paid)


def _paid(challenge: Challenge) -> tuple[object, ...]:
    """Return the payment as it was told: its day, the sum, and the words of the statement."""
    problem = challenge.problem
    if not isinstance(problem, AppliedSanction):
        return ()
    told = problem.decision
    return (*name_of(problem), told.payment_lower_by, told.statement_words)


def _seems_about(matter: Matter, at: int) -> Iterator[Sentence]:
    """Yield what an unseen decision is about, as far as the person knows."""
    labels = labels_of(matter.challenge.problem)
    who = Sentence(NAMED_IN_ORDER[min(at, len(NAMED_IN_ORDER) - 1)])
    if labels:
        yield matter.say("seems-about", "failure.kind", "failure.happened", who=who, about=labels[-1])
    else:
        yield matter.say("not-explained", "failure.kind", who=who)


def _warned(matter: Matter) -> Iterator[Sentence]:
    warning = matter.threat.warning if matter.threat else None
    if warning is None:
        return
    slots = {"by": channel(warning.came_by), "words": warning.words or None}
    slots["on_day"] = words_of.on_the(warning.day, None) + f" {warning.day.year}" if warning.day else None
    names = [name for name, key in (("day", "on_day"), ("by", "by"), ("words", "words")) if slots[key]]
    yield matter.say(
        "-".join(["warned", *names]), "warning", **{k: v for k, v in slots.items() if v is not None}
    )


def charge(matter: Matter, *, named_as: str = "") -> Iterator[Sentence]:
    """Yield what the decision does to the money, and why it says so."""
    facts, decision = matter.facts, matter.decision
    if decision and decision.notice == "none-seen":
        return
    if matter.threat:
        yield from _charge_of_warning(matter)
        return
    is_asked = bool(matter.sanction and matter.sanction.already_asked)
    subject_of = named_as or ("the-decision" if is_asked else "it")
    slots = {"who": Sentence(subject_of), "effect": _effect_of_several(matter)}
    words = facts.failure.their_words
    if words:
        day = facts.failure.their_day or (facts.failure.happened if matter.kind not in WORK_ENDED else None)
        if day and not any(char.isdigit() for char in words):
            yield matter.say(
                "because-words-of",
                "failure.their_words",
                "failure.happened",
                words=words,
                day=matter.day(day),
                **slots,
            )
        else:
            yield matter.say("because-words", "failure.their_words", words=words, **slots)
    elif matter.kind not in UNNAMED:
        yield matter.say("because-failure", "failure.kind", failure=failure_named(matter), **slots)
    else:
        yield matter.say("effect-alone", "decision.days", **slots)
    yield from _other_day(matter)
    yield from _unclear(matter)


def _unclear(matter: Matter) -> Iterator[Sentence]:
    """Yield the question what is meant, where neither the office nor the person has said it."""
    is_said = matter.facts.failure.their_words or matter.kind not in UNNAMED
    if not is_said or (matter.facts.has_side("not-understood") and not matter.facts.failure.their_words):
        yield matter.say("tell-me-what", "failure.their_words")


def _charge_of_warning(matter: Matter) -> Iterator[Sentence]:
    words = matter.facts.failure.their_words
    if words:
        if not _is_in_the_warning(words, matter):
            yield matter.say("you-say", "failure.their_words", words=words)
    elif matter.kind not in UNNAMED and not (matter.threat and matter.threat.warning.words):
        yield matter.say("you-say-failure", "failure.kind", failure=failure_named(matter))
    yield from _other_day(matter)
    yield from _unclear(matter)
    warning = matter.threat.warning if matter.threat else None
    if warning and warning.answer_by:
        name = "answer-wanted-by" if matter.threat and matter.threat.more_time else "answer-by"
        has_passed = "-passed" if warning.answer_by < matter.on else ""
        day = matter.day(warning.answer_by)
        yield matter.say(f"{name}{has_passed}", "warning.answer_by", day=day)
    # Of several it is said once, before them.
    if len(matter.letter.challenges) == 1:
        yield matter.say("nothing-decided")


def _is_in_the_warning(words: str, matter: Matter) -> bool:
    """Whether the message that warns has just been quoted with these very words in it."""
    warning = matter.threat.warning.words if matter.threat else ""
    return flat(words).rstrip(" .!?").casefold() in flat(warning).casefold()


def _other_day(matter: Matter) -> Iterator[Sentence]:
    theirs, ours = matter.facts.failure.their_day, matter.facts.failure.happened
    # Of a job nobody disputes the day: to correct it would only own up to the rest.
    if theirs and ours and theirs != ours and matter.kind not in OF_A_JOB:
        yield matter.say(
            "other-day",
            "failure.their_day",
            "failure.happened",
            theirs=matter.day(theirs),
            on_ours=matter.on_day(ours),
        )


def _effect_of_several(matter: Matter) -> Sentence:
    """Return what a decision does to the money; "does the same" after one in the letter that does so."""
    earlier = before(matter.challenge, matter.letter)
    if earlier:
        last = replace(matter, challenge=earlier[-1])
        is_seen = last.decision is not None and last.decision.notice != "none-seen"
        own, other = _effect(matter), _effect(last)
        if is_seen and (own.wording, own.slots) == (other.wording, other.slots):
            return matter.say("effect-the-same", "decision.days", "decision.is_open_ended")
    return _effect(matter)


def _effect(matter: Matter) -> Sentence:
    decision = matter.decision
    days = decision.days if decision else None
    is_open = decision is not None and decision.is_open_ended == "yes"
    slots = {"benefit": _benefit(matter)} | ({"days": words_of.days(days)} if days else {})
    wording = {
        (True, True): "effect-open-and-days",
        (True, False): "effect-open",
        (False, True): "effect-days",
    }
    return matter.say(
        wording.get((is_open, bool(days)), "effect"), "decision.days", "decision.is_open_ended", **slots
    )


def _benefit(matter: Matter) -> str:
    return NAMES[matter.case.benefit]


def failure_named(matter: Matter) -> Sentence:
    """Return what somebody is said not to have done, with its day: "I did not attend an appointment on …"."""
    field = matter.facts.failure
    kind = f"{matter.kind}{placements.ending(matter)}"
    what = Sentence(f"failure-{kind}", {}, (matter.answer("failure.kind"),))
    day: RoughDay | None = field.their_day or field.happened
    if day is None:
        return what
    wording = "failure-dated" if matter.kind in IN_A_WEEK else "failure-on-day"
    return matter.say(
        wording, "failure.happened", failure=what, day=matter.day(day), on_day=matter.on_day(day)
    )


# -- the case in a sentence or two


def case_sentence(matter: Matter, grounds: Sequence[Ground]) -> Paragraph:
    """Return the case in a few sentences: what must not be missed, then the three best grounds at most.

    But for the first, which the person typed, they are made of kinds and dates alone.
    """
    point = matter.box("key_point")
    weighed = _weighed(grounds, matter)
    with_clause = _told_first(weighed, _most_clauses(matter, CLAUSES))
    said = tuple(_case_clauses(with_clause, matter))
    first = with_clause[0].kind if said else ""
    is_whole = (
        matter.sanction is not None and (bool(said) or _is_told_by_the_point(matter)) and first != "length"
    )
    before = tuple(_first_ever(matter)) if is_whole and first not in UNWEIGHED else ()
    is_bare = is_whole and len(said) == 1 and not point
    end = (Sentence("no-reduction-should-be-made"),) if is_bare else ()
    return (*point, *said, *before, *end)


def _weighed(grounds: Sequence[Ground], matter: Matter) -> list[Ground]:
    """Return the grounds of which a clause would tell the reader something, and give nothing away."""
    has_point, is_told = bool(matter.facts.key_point), _is_told_by_the_point(matter)
    others = (each for each in grounds if not is_told or _tells_more_than_the_point(each))
    others = (each for each in others if not (has_point and _is_bare(each)))
    return [each for each in others if not _would_concede(each, matter)]


def _most_clauses(matter: Matter, without_a_point: int) -> int:
    """Return how many clauses the case sentence has at most; fewer beside a point that tells the case."""
    return CLAUSES_BESIDE_THE_POINT if _is_told_by_the_point(matter) else without_a_point


def _is_told_by_the_point(matter: Matter) -> bool:
    """Whether what must not be missed is long enough to tell the case, and not only how hard it is."""
    return len(matter.facts.key_point.split()) >= A_CASE


def _is_bare(ground: Ground) -> bool:
    """Whether the clause of `ground` says no more than that they deny it, or had a reason."""
    return ground.clause is not None and ground.clause.wording in BARE


def _tells_more_than_the_point(ground: Ground) -> bool:
    """Whether the clause of `ground` says what law or a sum comes to, or holds words told nowhere else."""
    holds_words = ground.clause is not None and ground.clause.wording.startswith(HOLDS_TYPED_WORDS)
    return ground.kind in BY_LAW_OR_SUM or holds_words


def _would_concede(ground: Ground, matter: Matter) -> bool:
    """Whether the clause of `ground` says what kept them from hours that they did."""
    point = matter.challenge.hours
    return ground.kind == "good-reason" and point is not None and point.is_met


def _first_ever(matter: Matter) -> Iterator[Sentence]:
    """Yield that there was no sanction before, where no ground says it and no other decision is made."""
    sanction, point, found = matter.sanction, matter.challenge.level, matter.challenge.unexplained
    decisions = [each for each in matter.case.problems if isinstance(each, AppliedSanction)]
    is_first = sanction is not None and sanction.earlier_sanctions_known == "yes" and len(decisions) == 1
    is_said = bool(point and point.claim == "days") or bool(found and found.is_first)
    if sanction and is_first and not sanction.earlier_sanctions and not is_said:
        yield none_before(matter)


def _told_first(grounds: Sequence[Ground], most: int) -> list[Ground]:
    """Return the best grounds, `most` of them; one whose clause holds typed words is always among them.

    Those words stand nowhere else in the letter.
    """
    found = [ground for ground in grounds if ground.clause]
    left_out = [
        each for each in found[most:] if each.clause and each.clause.wording.startswith(HOLDS_TYPED_WORDS)
    ]
    return [*found[: most - len(left_out)], *left_out] if left_out else found[:most]


def _case_clauses(grounds: Sequence[Ground], matter: Matter) -> Iterator[Sentence]:
    denied = any(ground.kind == "did-it" for ground in grounds)
    for ground in grounds:
        yield _case_clause(ground, matter, denied=denied)


def _case_clause(ground: Ground, matter: Matter, *, denied: bool) -> Sentence:
    """Return the clause of `ground`; after a good reason follows what was told and done, on its date.

    `denied`: it is said before that they were available, so that what kept them from it is the other case.
    """
    tails = tails_of(matter) if ground.kind == "good-reason" else ()
    is_other_case = denied and ground.kind == "good-reason" and matter.kind == "not-available"
    wording = "case-clauses-if-not-available" if is_other_case else "case-clauses"
    return Sentence(wording, {"clauses": (ground.clause, *tails)})


def more_time(matter: Matter) -> Paragraph:
    """Return the request for more time to answer a warning."""
    asked = matter.threat.more_time if matter.threat else ""
    if not asked:
        return ()
    so_far = matter.say("more-time", "more_time")
    needed = matter.as_typed(sentences_of(asked, matter.answer("more_time")))
    return (so_far, *needed, matter.say("do-not-decide-before", "more_time"))
