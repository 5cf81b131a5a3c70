"""Composes a letter: from what is planned to the sentences that are read, in their order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import chain

from challenge_letters.argument import closing, opening, requests
from challenge_letters.argument.by_somebody import without_doer
from challenge_letters.argument.calendar_words import in_full
from challenge_letters.argument.grounds import (
    afterwards,
    hours,
    interpreter,
    lateness,
    leaving,
    length,
    not_looked_at,
    not_required,
    offered,
    told_to_go,
)
from challenge_letters.argument.grounds.adjustment import adjustment
from challenge_letters.argument.grounds.did_it import did_it
from challenge_letters.argument.grounds.excused import excused
from challenge_letters.argument.grounds.good_reason import good_reason
from challenge_letters.argument.grounds.misconduct import misconduct
from challenge_letters.argument.grounds.no_reduction import no_reduction
from challenge_letters.argument.grounds.notified import notified
from challenge_letters.argument.grounds.other_side import of_no_answer
from challenge_letters.argument.grounds.taken_back import taken_back
from challenge_letters.argument.in_common import is_proof_named
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.own_points import own_points
from challenge_letters.argument.papers import may_be_named
from challenge_letters.argument.quoted_once import quoted_once
from challenge_letters.argument.sentences import (
    ACCOUNT_GOES_ON,
    QUOTED_TYPED,
    TYPED,
    Argument,
    Ground,
    Paragraph,
    Section,
    Sentence,
)
from challenge_letters.argument.story import story
from challenge_letters.argument.voice import Voice, voice_of
from challenge_letters.case.case import Case
from challenge_letters.case.found_once import finding_once
from challenge_letters.case.problems import AppliedSanction
from challenge_letters.case.sentences import split
from challenge_letters.law.practice import span
from challenge_letters.letter_kinds.kinds import KINDS, LetterKind
from challenge_letters.plan.outcome import IN_TIME, PlannedLetter

# What "my reasons will follow" promises: the person's own promise, not a rule of law.
REASONS_FOLLOW_WITHIN = span("reasons-follow")
PROVEN = frozenset(
    {
        "did-it",
        "excused",
        "was-there",
        "nothing-required",
        "hours",
        "all-reasonable",
        "good-reason",
        "job",
        "not-misconduct",
        "no-reduction",
    }
)
# The grounds that say why there was no failure, or a good reason: what else they say is answered there.
ANSWERS = PROVEN | {"not-told", "perhaps-nothing", "not-asked", "less-required", "vacancy", "after-a-death"}
# What a paragraph ends with that the papers do not prove: a situation beside the reason, and a question.
BESIDE = frozenset({"weigh-situation", "say-what-it-was-for", "say-what-you-rely-on"})
NO_PAPER = frozenset({"was-there", "excused", "nothing-required"})
SHORT_STORY = 3
NAMED_PAPERS = 3
# "The papers show that …", ended by what somebody typed.
SHOWN_IN_OURS = "stem-shows-joined"
# Sentences of an account that the person typed themselves.
QUOTED = ACCOUNT_GOES_ON | {QUOTED_TYPED}
AS_TYPED = QUOTED | {TYPED, "on-day-typed"}
# What answers a decision or a warning is composed of its grounds; the others each in a module of their own.
WITH_GROUNDS: frozenset[LetterKind] = frozenset({"mandatory-reconsideration", "good-reason-statement"})
# It is loaded when a letter of its kind is written: most write one.
OTHERS: Mapping[LetterKind, str] = {kind.id: kind.composed_by for kind in KINDS.values() if kind.composed_by}
COMPOSED = WITH_GROUNDS | OTHERS.keys()

# One decision or warning, its account, and its grounds.
Part = tuple[Matter, Section | None, Sequence[Ground]]


def compose(letter: PlannedLetter, case: Case, *, on: date) -> Argument:
    """Return the argument of `letter`, one of `COMPOSED`, written on the day `on`."""
    voice = voice_of(letter.kind, case)
    with finding_once():
        argument = quoted_once(_composed(letter, case, voice, on=on))
    return without_doer(argument) if voice.is_appointee else argument


def _composed(letter: PlannedLetter, case: Case, voice: Voice, *, on: date) -> Argument:
    if letter.kind in OTHERS:
        composed: Argument = _composer(OTHERS[letter.kind])(letter, case, on=on)
        return composed
    if is_short(letter):
        return short(letter, case, voice, on=on)
    matters = tuple(Matter(letter, each, case, on, voice) for each in letter.challenges)
    parts = tuple((each, *_told(each)) for each in matters)
    return Argument(
        references=opening.references(matters),
        subject=opening.subject(matters),
        opening=tuple(_opening(parts)),
        sections=tuple(_sections(parts)),
        asking=Sentence("heading-requests"),
        requests=requests.requests(matters),
        closing=closing.closing(matters),
        enclosures=closing.enclosures(matters),
        left_out=tuple(
            out
            for matter, _, grounds in parts
            for out in (*matter.left_out, *lateness.told_already(matter, grounds))
        ),
    )


def _composer(name: str) -> Callable[..., Argument]:
    """Return the function `name` of the module of that name beside this one."""
    found: Callable[..., Argument] = getattr(import_module(f"{__package__}.{name}"), name)
    return found


def is_short(letter: PlannedLetter) -> bool:
    """Say whether only the request is made now and the reasons follow: never when it may be late."""
    sanctions = (each.problem for each in letter.challenges if isinstance(each.problem, AppliedSanction))
    return any(each.reasons_will_follow for each in sanctions) and letter.stage in IN_TIME


def short(letter: PlannedLetter, case: Case, voice: Voice, *, on: date) -> Argument:
    """Return the request alone: the reasons follow by a day that the person promises."""
    matters = tuple(Matter(letter, each, case, on, voice) for each in letter.challenges)
    by = in_full(on + REASONS_FOLLOW_WITHIN)
    follow = matters[0].say("reasons-will-follow", "reasons_will_follow", day=by)
    return Argument(
        references=opening.references(matters),
        subject=opening.subject(matters),
        opening=(*opening.requests(matters), (follow,)),
        sections=(),
        asking=None,
        requests=(),
        closing=closing.closing(matters),
        enclosures=closing.authority(matters[0]),
    )


def grounds_of(matter: Matter) -> tuple[Ground, ...]:
    """Return the grounds of one decision or warning, the strongest first."""
    found: list[Ground] = []
    for make in GROUNDS:
        ground = make(matter, tuple(each.kind for each in found))
        if ground:
            found.append(ground)
    found.extend(own_points(matter))
    return _with_an_answer(_with_proof(sorted(found, key=lambda each: each.rank), matter), matter)


def _with_an_answer(grounds: tuple[Ground, ...], matter: Matter) -> tuple[Ground, ...]:
    """Return `grounds`, at the end of the best one the answer to words that nothing was answered or sent."""
    fit = sorted(
        (each for each in grounds if each.kind in ANSWERS), key=lambda each: each.kind != "good-reason"
    )
    if not fit:
        return grounds
    is_good_reason, papers = fit[0].kind == "good-reason", bool(_evidence(matter))
    said = of_no_answer(matter, is_good_reason=is_good_reason, has_papers=papers)
    answered = replace(fit[0], paragraphs=(*fit[0].paragraphs, said)) if said else fit[0]
    return tuple(answered if each is fit[0] else each for each in grounds)


def _with_proof(grounds: Sequence[Ground], matter: Matter) -> tuple[Ground, ...]:
    """Return `grounds`, in the first that rests on facts a word about what is enclosed and what it shows."""
    shown = [each for each in grounds if each.kind in PROVEN]
    # The papers that the reasons bring with them show why somebody was late, not that they were there, nor
    # what the office had said. Of which of several grounds they are the proof nobody has asked.
    shown = [each for each in shown if each.kind not in NO_PAPER] or shown
    proven = shown[0] if len(shown) == 1 else None
    is_named = proven is None or is_proof_named(matter.challenge, matter.letter) or not _evidence(matter)
    proof: Paragraph = () if is_named else (_proof(matter),)
    shows = matter.box("evidence_shows")
    with_these = proven or _shown_by_papers(grounds, shown)
    if with_these is None or not (proof or shows):
        return tuple(grounds)
    proof, shows = _in_one_sentence(proof, shows)
    at = next((at for at, said in enumerate(with_these.paragraphs) if said[-1].wording in BESIDE), None)
    *most, last = with_these.paragraphs[: at or None]
    after = with_these.paragraphs[at:] if at else ()
    with_proof = replace(with_these, paragraphs=(*most, (*last, *proof, *shows), *after))
    return tuple(with_proof if each is with_these else each for each in grounds)


def _shown_by_papers(grounds: Sequence[Ground], shown: Sequence[Ground]) -> Ground | None:
    """Return the ground that says what the papers show, where no single one rests on facts.

    Papers that were offered and not looked at are argued where it says so; else they serve the best ground.
    """
    offered_then = (each for each in grounds if each.kind == "not-looked-at")
    return next(chain(offered_then, shown or grounds), None)


def _in_one_sentence(proof: Paragraph, shows: Paragraph) -> tuple[Paragraph, Paragraph]:
    """Return both, as one sentence where the papers have no name and what they show can end it."""
    if not (proof and shows) or (proof[0].wording, shows[0].wording) != ("evidence-enclosed", SHOWN_IN_OURS):
        return proof, shows
    together = replace(
        shows[0], wording=f"{SHOWN_IN_OURS}-enclosed", rests_on=(*proof[0].rests_on, *shows[0].rests_on)
    )
    return (), (together, *shows[1:])


def _evidence(matter: Matter) -> tuple[str, ...]:
    """Return the titles of what is enclosed; a copy of what they sent themselves proves nothing."""
    titles = closing.titles((matter,)) if matter.is_enclosed() else ()
    return tuple(each for each in titles if not closing.is_their_own(each))


def _proof(matter: Matter) -> Sentence:
    """Return the sentence that names what is enclosed; many, or long titles, stand in the list at the end."""
    titles = _evidence(matter)
    if len(titles) > NAMED_PAPERS or not may_be_named(titles):
        return matter.say("evidence-enclosed", "evidence")
    return matter.say("evidence-named", "evidence", titles=titles)


# In the order in which they are taken; each is told which stand before it.
GROUNDS: tuple[Callable[[Matter, Collection[str]], Ground | None], ...] = (
    lateness.lateness,
    no_reduction,
    not_required.outside_the_section,
    not_required.nothing_required,
    not_required.less_required,
    not_required.soon_after_a_death,
    excused,
    did_it,
    misconduct,
    hours.expected_hours,
    not_required.vacancy,
    not_required.job,
    not_required.perhaps_nothing,
    not_required.not_asked,
    hours.all_reasonable,
    not_looked_at.not_looked_at,
    notified,
    leaving.sent_home,
    leaving.not_as_told,
    told_to_go.sent_away,
    interpreter.knew_the_need,
    good_reason,
    adjustment,
    lateness.own_error,
    length.lowest,
    length.young,
    length.starts,
    offered.ready,
    length.length,
    taken_back,
    length.unexplained,
    length.disputed,
    afterwards.changed,
    afterwards.back_in_work,
)


def _told(matter: Matter) -> tuple[Section | None, tuple[Ground, ...]]:
    """Return the account and the grounds: the account of a single ground stands in it, beside its rule."""
    told, grounds = story(matter), grounds_of(matter)
    if told is None or len(grounds) != 1 or not _is_told_in_its_ground(told, grounds[0]):
        return told, tuple(map(_with_its_rule, grounds))
    (rule, *more), *others = grounds[0].paragraphs
    (first, *account) = told.paragraphs
    if account:
        paragraphs = ((rule, *first), *account, tuple(more), *others)
    else:
        paragraphs = ((rule, *first, *more), *others)
    return None, (replace(grounds[0], paragraphs=tuple(each for each in paragraphs if each)),)


def _with_its_rule(ground: Ground) -> Ground:
    """Return `ground`, its rule in one paragraph with what is argued from it, and so a question alone."""
    paragraphs = ground.paragraphs
    *most, asked = paragraphs or ((),)
    if most and [each.wording for each in asked] == ["say-what-you-rely-on"]:
        *before, last = most
        return replace(ground, paragraphs=(*before, (*last, *asked)))
    if ground.kind != "good-reason" or len(paragraphs) < 2 or len(paragraphs[0]) > 1:
        return ground
    rule, argued, *others = paragraphs
    return replace(ground, paragraphs=((*rule, *argued), *others))


def _is_told_in_its_ground(told: Section, ground: Ground) -> bool:
    typed = all(said.wording in AS_TYPED for paragraph in told.paragraphs for said in paragraph)
    return typed and is_short_story(told) and ground.kind in PROVEN


def _opening(parts: Sequence[Part]) -> Iterator[Paragraph]:
    """Yield what is asked, the charge and the case; for several decisions the case beside its charge."""
    if len(parts) > 1:
        yield from opening.several([(matter, grounds) for matter, _, grounds in parts])
        return
    for matter, told, grounds in parts:
        yield from opening.request(matter)
        yield from (
            said for said in (opening.case_sentence(matter, grounds), opening.more_time(matter)) if said
        )
        if told and is_short_story(told):
            yield from map(joined, told.paragraphs)


def is_short_story(told: Section) -> bool:
    """Whether an account is too short for a heading of its own: it then follows the case sentence."""
    return sum(map(_sentences_in, chain.from_iterable(told.paragraphs))) <= SHORT_STORY


def _sentences_in(said: Sentence) -> int:
    """Return how many sentences `said` is: what was typed stands in a letter as it is, however much."""
    return len(split(str(said.slots["words"]))) if said.wording in AS_TYPED else 1


def _sections(parts: Sequence[Part]) -> Iterator[Section]:
    count = sum(len(grounds) for _, _, grounds in parts)
    for matter, told, grounds in parts:
        if len(parts) > 1 and (told or grounds):
            yield Section(opening.named_apart(matter), (), is_upper=True)
        if told and (len(parts) > 1 or not is_short_story(told)):
            yield replace(told, paragraphs=tuple(map(joined, told.paragraphs)))
        for ground in grounds:
            yield Section(ground.heading, tuple(map(joined, ground.paragraphs)), is_numbered=count > 1)


def joined(paragraph: Paragraph) -> Paragraph:
    """Return `paragraph` with neighbouring quotations of what the client typed under one verb."""
    said: list[Sentence] = []
    for sentence in paragraph:
        before = said[-1] if said else None
        if before and before.wording in QUOTED and sentence.wording == QUOTED_TYPED:
            words = f"{before.slots['words']} {sentence.slots['words']}"
            said[-1] = Sentence(before.wording, {"words": words}, (*before.rests_on, *sentence.rests_on))
        else:
            said.append(sentence)
    return tuple(said)
