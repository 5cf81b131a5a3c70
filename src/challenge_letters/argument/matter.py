"""One decision or warning as the parts of a letter see it: its facts, what was typed of them, and its law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from challenge_letters.argument import calendar_words as words_of
from challenge_letters.argument import in_common, lost_work, told_of_the_week, typed
from challenge_letters.argument.channels import HEARD
from challenge_letters.argument.ending_ours import ASKING, OF_A_PAPER, TO_LOOK_AT, going_on, is_one_of_ours
from challenge_letters.argument.of_a_paper import is_no_message
from challenge_letters.argument.own_word import begins_with_somebody, stands_plain
from challenge_letters.argument.reason_names import name_in
from challenge_letters.argument.sentences import QUOTED_TYPED, TYPED, LeftOut, Paragraph, Sentence
from challenge_letters.argument.told_in import is_told_in
from challenge_letters.argument.voice import Voice
from challenge_letters.case.case import Case
from challenge_letters.case.failure import FailureFacts, HandingIn, Reason
from challenge_letters.case.naming import before_aside, has_finite_verb
from challenge_letters.case.problems import AppliedSanction, Decision, ThreatenedSanction
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.case.whose_word import is_of_oneself
from challenge_letters.law.failure_traits import failures_with
from challenge_letters.plan.authority import authorities_for
from challenge_letters.plan.outcome import Challenge, PlannedLetter
from challenge_letters.plan.their_mistakes import is_about_their_number, their_mistakes

# The boxes whose text may stand in the letter as sentences, the story first. What is quoted is not here.
STORY_BOXES = ("account", "what_i_did", "why_not_required", "requirement.why_not_seen")
# What leads to a fragment, by its box; and the boxes people finish a sentence in, whatever it looks like.
STEMS = {
    "account": "account",
    "key_point": "key-point",
    "evidence_shows": "shows",
    "to_look_at": "look-at",
    "called": "fact",
    "fact": "fact",
    "effect": "effect",
    "what_i_did": "what-i-did",
    "why_not_required": "not-required",
    "why_not_seen": "not-seen",
    "understood": "understood",
    "where_post_came": "post",
    "disadvantage": "disadvantage",
    "what_was_done": "what-came",
    "tried": "tried",
    "more_time": "more-time",
    "other_needs": "needs",
    "decide_quickly": "quickly",
    "commitment_limits": "limits",
    "back_in_work_words": "work",
    "what_they_knew": "knew",
    "why_look_now": "look-now",
    "no_reduction_words": "more",
    "words": "more",
}
COULD_NOT = "could-not"
# Words that end a sentence of ours need no quotation marks: "I understood it to say that …".
ENDS_OURS = {
    "understood": re.compile(r"that\b", re.IGNORECASE),
    "post": re.compile(r"(?:to|back)\b", re.IGNORECASE),
    "limits": re.compile(r"(?!(?:because|why|how|as|since|due)\b)[a-z0-9]"),
    "knew": re.compile(r"(?!(?:because|cos|as|since|due)\b)"),
    "look-at": TO_LOOK_AT,
}
# Stems that go on with "because …", or "that …": what follows is a clause with a subject and its verb.
# What can be done a day late.
TASKS = failures_with("has-a-last-day") | failures_with("unnamed")
GO_ON = frozenset({"fact", "not-required", "not-seen", "more-time", "look-now", "shows", "quickly"})
# Of these it may begin with anybody's name: "The papers show that Example Works wrote to the old address."
OF_ANYBODY = frozenset({"shows", "quickly"})
# What the office knew, as people finish "they knew …": "that I care for my mum", "why I left".
CLAUSE = re.compile(
    r"(?:that (?:i|we|he|she|they|it|my|our|his|her|their|the|there|nobody|no|mr|mrs|ms|miss|dr)\b"
    r"|that (?-i:[A-Z]\w+)\b"
    r"|(?:why|how|whether)\b)",
    re.IGNORECASE,
)
SMALL_CLAUSE = re.compile(r"(?:that|what|when|where|who|about|of)\b")
# A paper or a person and what it says: "Dr Sample’s letter: ‘severe anxiety’".
THING_AND_WORDS = re.compile(r"(?P<thing>[^:.!?]{3,60}): ?\S")
# A limit that is no number of hours: a time of day, a day, a place.
OTHER_LIMIT = re.compile(
    r"\b(mornings?|afternoons?|evenings?|nights?|weekends?|term|school|only|[a-z]+days?|bus|miles?|travel|home|near|"
    r"from|until|between|before|after)\b",
    re.IGNORECASE,
)
FEW_WORDS = 8
# Of these the account is the ground.
FOLLOWING_THE_ACCOUNT = frozenset({"unclear-or-mistake", "not-told"})
TRIED_OFTEN = re.compile(r"I tried (it )?[\w ]{1,20}times\.?", re.IGNORECASE)
# What the ground says in numbers once the days of a birth are known.
PREGNANT = re.compile(r"\b(pregnant|pregnancy|mat ?b1|due date)\b", re.IGNORECASE)
HALF_SENTENCES = frozenset({"understood", "where_post_came"})
# The box that nothing but our own words can lead to: "Please decide quickly, because …".
URGENT = "decide_quickly"
# Where people type what their commitment says of a record, besides the reasons.
MAY_TELL_OF_A_RECORD = ("why_not_required", "commitment_limits", "what_i_did")
REASON_BOXES = ("fact", "effect", "what_i_did", "understood", "where_post_came")


@dataclass(frozen=True)
class Matter:
    """What a letter says of one decision or warning; several in one letter are `matters` of it."""

    letter: PlannedLetter
    challenge: Challenge
    case: Case
    on: date
    voice: Voice

    @property
    def facts(self) -> FailureFacts:
        return self.challenge.facts

    @property
    def sanction(self) -> AppliedSanction | None:
        problem = self.challenge.problem
        return problem if isinstance(problem, AppliedSanction) else None

    @property
    def threat(self) -> ThreatenedSanction | None:
        problem = self.challenge.problem
        return problem if isinstance(problem, ThreatenedSanction) else None

    @property
    def decision(self) -> Decision | None:
        return self.sanction.decision if self.sanction else None

    @property
    def kind(self) -> str:
        """The kind of failure."""
        return self.facts.failure.kind

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons a letter may tell. What happened at home is never one of them."""
        return tuple(reason for reason in self.challenge.reasons if reason.kind != "not-safe")

    @property
    def their_mistakes(self) -> tuple[Reason, ...]:
        """What the office has wrong, and nobody went by: the hours, or what shows the search, tell of it."""
        return their_mistakes(self.facts)

    @property
    def told_reasons(self) -> tuple[Reason, ...]:
        """Everything that was told as a reason, be it one or not."""
        return (*self.reasons, *self.their_mistakes)

    @property
    def kept_from_work(self) -> tuple[Reason, ...]:
        """The reasons for which being away or late was no misconduct, where a job was lost by it."""
        return lost_work.kept_from_work(self.facts) if self.challenge.has("not-misconduct") else ()

    def name_of(self, reason: Reason) -> str:
        """Return what `reason` is called, as it stands in a sentence of this letter; "" without a name."""
        is_advisers = self.case.writer.kind == "adviser"
        return name_in(self.voice, reason.called, is_typed_by_adviser=is_advisers)

    def answer(self, field: str) -> str:
        """Return the place of an answer in the case: "problems.appointment.failure.happened"."""
        return f"problems.{self.challenge.problem.id}.{field}"

    def reason_answer(self, reason: Reason, field: str) -> str:
        """Return the place of an answer about `reason`."""
        return self.answer(f"reasons.{self.facts.reasons.index(reason)}.{field}")

    def has_law(self, *points: str) -> bool:
        """Whether the law of each of `points` may be named: a sentence that rests on it needs it."""
        return all(authorities_for(point, self.case, self.challenge.problem, on=self.on) for point in points)

    # -- days

    @property
    def failed_on(self) -> RoughDay | None:
        return self.facts.failure.day

    @property
    def year(self) -> int:
        """The year that the letter has named first: the others' days stand without it."""
        decided = self.decision.counts_from if self.decision else None
        return decided.year if decided else self.on.year

    def day(self, when: RoughDay | date) -> str:
        return words_of.in_year(when, self.year)

    def on_day(self, when: RoughDay | date) -> str:
        return words_of.on_the(when, self.year)

    def days_after_failure(self, when: RoughDay | None) -> int | None:
        """Return how many days `when` lies after the failure; None where one of the days is not known."""
        failed = self.failed_on
        if when is None or failed is None or not (when.is_exact and failed.is_exact):
            return None
        return (when.earliest - failed.earliest).days

    # -- what was typed

    @cached_property
    def kept(self) -> typed.Kept:
        """What was typed about this, without what is said twice."""
        said = {self.answer(field) for field, _ in self._said()}
        boxes = tuple((answer, text) for answer, text in self._boxes() if text and answer not in said)
        # What was asked of two answers that clash the account alone leaves open.
        told = typed.with_these(typed.kept(boxes), boxes, self._bridges(), always=self.explanations)
        led = typed.led_by(told, self.facts.key_point, self.answer("key_point"))
        told = typed.without_what_all_tell(led, self.answer("evidence_shows"))
        done, *story = map(self.answer, ("what_i_did", "account", "key_point"))
        return told_of_the_week.days_once(told, self.facts, self.challenge.hours, done, *story)

    def _bridges(self) -> Iterable[str]:
        """Yield the boxes that tie a ground to its fact: they stand there, even if the account has it."""
        yield self.answer("adjustment.disadvantage")
        yield self.answer("evidence_shows")
        yield self.answer("to_look_at")
        is_task_with_reason = self.kind in TASKS and self.challenge.has("good-reason")
        if (self.facts.has_side("did-it") and not is_task_with_reason) or self.facts.has_side("did-part"):
            yield self.answer("what_i_did")
        first = self.reasons[0] if self.reasons else None
        if first and first.kind not in FOLLOWING_THE_ACCOUNT:
            yield self.reason_answer(first, "effect")

    def _boxes(self) -> Iterable[tuple[str, str]]:
        for field in STORY_BOXES:
            yield self.answer(field), _at(self.facts, field)
        yield from self._reason_boxes()
        if not self._is_nothing_to_limit():
            limits = told_of_the_week.limits_left(self.facts, self.challenge.hours)
            yield self.answer("commitment_limits"), limits
        adjustment = self.facts.adjustment
        if adjustment:
            yield self.answer("adjustment.disadvantage"), adjustment.disadvantage
            yield self.answer("adjustment.what_was_done"), adjustment.what_was_done
        yield self.answer("job.tried"), self.facts.job.tried if self.facts.job else ""
        yield self.answer("job.danger_shown"), self.facts.job.danger_shown if self.facts.job else ""
        if self.facts.misconduct:
            yield self.answer("misconduct.circumstances"), self.facts.misconduct.circumstances
        yield self.answer("misconduct.words"), self.facts.misconduct.words if self.facts.misconduct else ""
        yield self.answer("done_since.words"), self.facts.done_since.words
        yield self.answer("evidence_shows"), self.facts.evidence_shows
        yield self.answer("to_look_at"), self.facts.to_look_at
        if self.sanction:
            yield self.answer("no_reduction_words"), self.sanction.no_reduction_words
            if self.challenge.stage in ("late", "very-late"):
                yield self.answer("why_look_now"), self.sanction.why_look_now
            if self.sanction.is_back_in_work == "yes":
                yield self.answer("back_in_work_words"), self.sanction.back_in_work_words
        yield from self._explanations()

    def _reason_boxes(self) -> Iterable[tuple[str, str]]:
        for reason in (*self.told_reasons, *self.kept_from_work):
            # A few words that are a name stand in sentences of ours; others are told like the rest.
            if not self.name_of(reason):
                yield self.reason_answer(reason, "called"), reason.called
            for field in REASON_BOXES:
                yield self.reason_answer(reason, field), getattr(reason, field)

    def _is_nothing_to_limit(self) -> bool:
        """Whether nothing could be asked of a carer at all: to speak of limits would concede it."""
        protection = self.challenge.protection
        return protection.is_certain and protection.group == "carer"

    def _limits_said(self) -> tuple[str, ...]:
        """Return the sentences of the limits that the letter has in another place, if it has any limits."""
        if self._is_limit_said() or self._is_nothing_to_limit():
            return ()
        return told_of_the_week.limits_said(self.facts, self.challenge.hours)

    def _is_limit_said(self) -> bool:
        """Whether the number of hours that was typed as the limit stands in a sentence of the ground."""
        point, limits = self.challenge.hours, self.facts.commitment_limits
        if point is None or not point.because or len(typed.split(limits)) != 1 or OTHER_LIMIT.search(limits):
            return False
        return re.findall(r"\d+", limits) == [str(point.expected)]

    def _explanations(self) -> Iterable[tuple[str, str]]:
        for at, answer in enumerate(self.case.answered_queries):
            if answer.query.startswith(f"{self.challenge.problem.id}:"):
                yield f"answered_queries.{at}.words", answer.words

    @property
    def explanations(self) -> tuple[str, ...]:
        return tuple(answer for answer, words in self._explanations() if words)

    def explained(self, is_here: Callable[[str], bool]) -> Paragraph:
        """Return what was typed where two answers did not fit, to each query of which `is_here` is true."""
        about = {
            answer: self.case.answered_queries[int(answer.split(".")[1])].query.rpartition(":")[2]
            for answer in self.explanations
        }
        found = (answer for answer, query in about.items() if is_here(query))
        return tuple(said for answer in found for said in self.as_typed(self.told_box(answer)))

    def told_box(self, answer: str) -> tuple[typed.Typed, ...]:
        """Return the sentences of one box that the letter prints in its place."""
        return tuple(each for each in self.kept.of(answer) if each not in self.on_a_record)

    @cached_property
    def on_a_record(self) -> tuple[typed.Typed, ...]:
        """What the commitment says of a record, where one was offered and not looked at: it stands there."""
        week = self.facts.search_week
        if not (week and week.offered and self.kind == told_of_the_week.KIND):
            return ()
        facts = (self.reason_answer(each, "fact") for each in self.told_reasons)
        return told_of_the_week.on_a_record(self.kept, (*map(self.answer, MAY_TELL_OF_A_RECORD), *facts))

    def as_typed(self, sentences: Iterable[typed.Typed]) -> Paragraph:
        """Return typed sentences as sentences of the letter: quoted, with their verb, in an adviser's."""
        return tuple(self._typed(run) for run in typed.runs(_apart(sentences)))

    def _typed(self, run: tuple[typed.Typed, ...]) -> Sentence:
        stem = _stem_of(run[0], is_search=self.kind == "work-search-hours")
        if stem == "effect" and self._is_of_client(run[0].words):
            return Sentence(TYPED, {"words": typed.stopped(run[0].words)}, (run[0].answer,))
        if stem == "understood":
            return self._understood(run[0])
        if stem in ENDS_OURS and self._may_end_ours(run[0].words, stem):
            words = (typed.stopped if stem == "knew" else typed.unstopped)(run[0].words)
            return Sentence(f"stem-{_joined(stem, words)}", {"words": words}, (run[0].answer,))
        if stem in GO_ON and (clause := going_on(run[0].words, self.voice, of_anybody=stem in OF_ANYBODY)):
            return Sentence(f"stem-{stem}-joined", {"words": clause}, (run[0].answer,))
        if stem:
            words = typed.after_could_not(run[0].words) if stem == COULD_NOT else run[0].words
            if stem == COULD_NOT and not is_of_oneself(words):
                stem = f"{stem}-passing"
            return Sentence(f"stem-{stem}", {"words": words}, (run[0].answer,))
        text = " ".join(typed.stopped(each.words) for each in run)
        wording = TYPED if stands_plain(text, self.voice) else QUOTED_TYPED
        return Sentence(wording, {"words": text}, tuple(dict.fromkeys(each.answer for each in run)))

    def _understood(self, text: typed.Typed) -> Sentence:
        """Return how the message was read, by its name; where none is told of, what was believed."""
        is_ending = self._may_end_ours(text.words, "understood")
        words = typed.unstopped(text.words) if is_ending else text.words
        message = {"message": self.the_message} if self.has_a_message else {}
        name = f"stem-understood{'' if message else '-alone'}{'-joined' if is_ending else ''}"
        return Sentence(name, {"words": words, **message}, (text.answer,))

    def as_account(self, sentences: Iterable[typed.Typed]) -> tuple[Paragraph, ...]:
        """Return an account in paragraphs: an adviser's letter quotes it a few sentences at a time."""
        told = tuple(sentences)
        if stands_plain(" ".join(each.words for each in told), self.voice):
            return tuple(self._told_on(typed.parted(told, typed.TOLD_TOGETHER))) or ((),)
        stretches = typed.parted(told)
        if len(stretches) < 2 or any(_needs_stem(each) for each in told if typed.shape(each.words) != "long"):
            return (self.as_typed(told),)
        places = _places(len(stretches))
        return tuple((self._quoted(each, place),) for place, each in zip(places, stretches, strict=True))

    def _told_on(self, stretches: Iterable[tuple[typed.Typed, ...]]) -> Iterable[Paragraph]:
        """Yield the paragraphs of an account that whoever signs has typed: each but the first goes on."""
        for at, stretch in enumerate(stretches):
            first, *others = self.as_typed(stretch)
            yield (replace(first, begins_paragraph=at > 0), *others)

    def _may_end_ours(self, words: str, stem: str) -> bool:
        """Whether `words` end a sentence of ours: never what a client says of themselves elsewhere."""
        is_plain = stem != "knew" or _is_known_plainly(words)
        return is_one_of_ours(words, self.voice) and is_plain and bool(ENDS_OURS[stem].match(words))

    def _is_of_client(self, words: str) -> bool:
        """Whether `words` of whoever signs tell of the person by name, with or without a stop."""
        is_named = not self.voice.is_own and begins_with_somebody(words, self.voice)
        return is_named and has_finite_verb(words) and stands_plain(words, self.voice)

    def _quoted(self, run: tuple[typed.Typed, ...], wording: str) -> Sentence:
        text = " ".join(typed.stopped(each.words) for each in run)
        return Sentence(wording, {"words": text}, tuple(dict.fromkeys(each.answer for each in run)))

    def box(self, field: str) -> Paragraph:
        """Return what was typed in the box `field`, as the letter prints it."""
        return self.as_typed(self.told_box(self.answer(field)))

    def reason_box(self, reason: Reason, field: str) -> Paragraph:
        return self.as_typed(self.told_box(self.reason_answer(reason, field)))

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        return (
            *self.kept.left_out,
            *(LeftOut(text, self.answer(field), "said") for field, text in self._said() if text),
            *(LeftOut(text, self.answer("commitment_limits"), "said") for text in self._limits_said()),
        )

    def _said(self) -> Iterable[tuple[str, str]]:
        """Yield the boxes that a sentence of the letter's own says already."""
        if self._is_booking_said():
            yield "done_since.words", self.facts.done_since.words
        if self._is_limit_said():
            yield "commitment_limits", self.facts.commitment_limits
        if self._is_birth_said():
            yield "why_not_required", self.facts.why_not_required
        if self.facts.misconduct and lost_work.is_appeal_told(self.facts):
            yield "misconduct.own_appeal", self.facts.misconduct.own_appeal

        yield from self._said_of_their_mistakes()
        yield from self._said_of_handing_in()
        yield from self._said_of_the_step()
        yield from self._said_before()

    def _said_before(self) -> Iterable[tuple[str, str]]:
        """Yield what stands word for word with an earlier decision of the letter, about the same thing."""
        for reason in self.reasons:
            other = self.same_reason(reason)
            told = next((each for each in other.reasons if each.kind == reason.kind), None) if other else None
            for field in REASON_BOXES:
                text = getattr(reason, field)
                if told and text and text == getattr(told, field):
                    yield f"reasons.{self.facts.reasons.index(reason)}.{field}", text
        if self.is_done_told and self.facts.done_since.words:
            yield "done_since.words", self.facts.done_since.words

    def _said_of_their_mistakes(self) -> Iterable[tuple[str, str]]:
        """Yield what names a mistake that kept nobody from anything: the ground of hours has its number."""
        for reason in self.their_mistakes:
            at = f"reasons.{self.facts.reasons.index(reason)}"
            yield from ((f"{at}.{field}", getattr(reason, field)) for field in ("called", "understood"))
            if is_about_their_number(reason, self.facts):
                yield f"{at}.effect", reason.effect

    def _said_of_the_step(self) -> Iterable[tuple[str, str]]:
        """Yield what the account tells of what came of a step, and what an earlier decision tells of it."""
        own, other = self.facts.adjustment, self.same_adjustment
        if own is None:
            return
        first = other.facts.adjustment if other else None
        told = f"{first.disadvantage} {first.what_was_done}" if first else ""
        if is_told_in(own.disadvantage, told):
            yield "adjustment.disadvantage", own.disadvantage
        if is_told_in(own.what_was_done, f"{self.facts.account} {told}"):
            yield "adjustment.what_was_done", own.what_was_done
        if first:
            yield "adjustment.step_wanted", own.step_wanted

    def _said_of_handing_in(self) -> Iterable[tuple[str, str]]:
        """Yield the short sentences that the composed ones about handing it in say in full."""
        told = self.facts.handing_in
        if told is None or self.kind != "evidence-not-given":
            return
        did = self.facts.what_i_did
        if did and self.facts.account and len(typed.split(did)) == 1 and _names_the_day(told, did):
            yield "what_i_did", did
        for at, reason in enumerate(self.facts.reasons):
            is_known = reason.kind == "no-access" and told.went_wrong != "not-known"
            if is_known and reason.effect and len(reason.effect.split()) <= FEW_WORDS:
                yield f"reasons.{at}.effect", reason.effect
            if is_known and told.tries and TRIED_OFTEN.fullmatch(reason.what_i_did.strip()):
                yield f"reasons.{at}.what_i_did", reason.what_i_did

    def _is_birth_said(self) -> bool:
        """Whether one sentence about a pregnancy stands beside its days, which the ground has in numbers."""
        birth, words = self.facts.birth, self.facts.why_not_required
        is_dated = birth is not None and bool(birth.due or birth.born) and bool(words)
        return is_dated and len(typed.split(words)) == 1 and bool(PREGNANT.search(words))

    def _is_booking_said(self) -> bool:
        """Whether "a new appointment" was typed beside the tick for one: the letter says so in a sentence."""
        done = self.facts.done_since
        return done.state == "rebooked" and typed.shape(done.words) == "fragment"

    # -- the message

    @property
    def has_a_message(self) -> bool:
        """Whether it is told that a message came, or that something was said."""
        needed = self.facts.requirement
        is_quoted = bool(needed.words) and not is_no_message(needed.words)
        is_told = needed.told_on is not None or needed.told_by != "not-known"
        return needed.told_by != "never" and (is_quoted or is_told)

    @property
    def the_message(self) -> Sentence:
        """The message by its day, or what was said, where it does not stand just before."""
        needed = self.facts.requirement
        name = "what-was-said" if needed.told_by in HEARD else "the-message"
        if needed.told_on is None:
            return self.say(name, "requirement.told_by")
        slots = {"day": self.day(needed.told_on), "on_day": self.on_day(needed.told_on)}
        return self.say(f"{name}-of-day", "requirement.told_on", **slots)

    # -- what has been said of an earlier decision in the same letter

    def same_reason(self, reason: Reason) -> Challenge | None:
        """Return the earlier decision or warning of the letter that had this very reason, if there is one."""
        return in_common.same_reason(reason, self.challenge, self.letter)

    @property
    def same_adjustment(self) -> Challenge | None:
        """The earlier decision or warning of the letter that tells of the very same step, if there is one."""
        return in_common.same_adjustment(self.challenge, self.letter)

    @property
    def is_done_told(self) -> bool:
        """Whether what was done since has been told already, of an earlier one."""
        return in_common.is_done_told(self.challenge, self.letter)

    # -- sentences

    def say(self, wording: str, *fields: str, **slots: Any) -> Sentence:
        """Return the sentence `wording` with `slots`, resting on the answers in `fields` of this problem."""
        return Sentence(wording, slots, tuple(self.answer(field) for field in fields))

    def is_enclosed(self) -> bool:
        return any(each.have == "enclosed" for each in self.facts.evidence)


def _places(count: int) -> tuple[str, ...]:
    """Return the wording of each of `count` quotations of one account: it begins and goes on.

    Nothing is "added": what comes last in an account is often what decides.
    """
    return (QUOTED_TYPED, *("client-goes-on" for _ in range(count - 1)))


def _apart(sentences: Iterable[typed.Typed]) -> Iterable[typed.Typed]:
    """Return `sentences`, those that need a stem as wholes of their own."""
    return (replace(each, is_whole=True) if _needs_stem(each) else each for each in sentences)


def _needs_stem(text: typed.Typed) -> bool:
    """Whether a typed text is no sentence: words of ours lead to it, and it stands in quotation marks."""
    if text.is_further:
        return False
    field = text.answer.rpartition(".")[2]
    is_half = field in HALF_SENTENCES and not text.begins_with_i and not text.words.startswith(("My ", "It "))
    is_known = field == "what_they_knew" and (_is_clause(text.words) or _is_thing_and_words(text.words))
    is_ours = field == "effect" and bool(typed.after_could_not(text.words))
    is_shown = field == "evidence_shows" and not OF_A_PAPER.match(text.words)
    is_named = field == "to_look_at" and not ASKING.match(text.words)
    is_ended = is_half or is_known or is_ours or is_shown or is_named or field == URGENT
    return is_ended or (text.is_whole and typed.shape(text.words) == "fragment")


def _joined(stem: str, words: str) -> str:
    """Return the row that such words end: the office knew that something was so, why, or of a thing."""
    if stem != "knew":
        return f"{stem}-joined"
    if _is_clause(words):
        return f"{stem}-joined-clause"
    is_thing = _is_thing_and_words(words) or not has_finite_verb(words)
    return f"{stem}-joined{'-of' if is_thing else ''}"


def _is_known_plainly(words: str) -> bool:
    """Whether `words` can follow "you knew", "you knew that" or "you knew of"."""
    if _is_clause(words) or _is_thing_and_words(words):
        return True
    if not words[:1].islower() or typed.VERB.match(words):
        return False
    return has_finite_verb(words) or not typed.VERB.search(before_aside(words))


def _is_clause(words: str) -> bool:
    return bool(CLAUSE.match(words) or SMALL_CLAUSE.match(words))


def _is_thing_and_words(words: str) -> bool:
    """Whether a thing without a verb is named, and after a colon what it says."""
    found = THING_AND_WORDS.match(words)
    return bool(found) and not typed.VERB.search(found["thing"]) if found else False


def _stem_of(text: typed.Typed, *, is_search: bool) -> str:
    """Return the words of ours that lead to `text`; "" where it is a sentence."""
    if not _needs_stem(text):
        return ""
    field = text.answer.rpartition(".")[2]
    if field == "what_i_did" and is_search and ".reasons." not in text.answer:
        return "search-done"
    if field == "effect" and typed.after_could_not(text.words):
        return COULD_NOT
    return STEMS.get(field, "")


def _at(facts: FailureFacts, field: str) -> str:
    found: Any = facts
    for name in field.split("."):
        found = getattr(found, name)
    return str(found)


def _names_the_day(told: HandingIn, words: str) -> bool:
    """Whether `words` name the day on which it was handed in, and no other number."""
    day = told.other_day
    return day is not None and day.day is not None and re.findall(r"\d+", words) == [str(day.day)]
