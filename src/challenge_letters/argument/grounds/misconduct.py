"""A job that was lost: the conduct, the cause, or that it was misconduct, is disputed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from challenge_letters.argument.grounds import other_side
from challenge_letters.argument.grounds.concluding import FEW_WORDS, is_under_way
from challenge_letters.argument.grounds.good_reason import fact_of
from challenge_letters.argument.grounds.leaving import ending
from challenge_letters.argument.lost_work import is_about_absence, is_appeal_told
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.reason_names import known
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.case.failure import Misconduct, Reason

# Where somebody was, as the rows name it: that it was custody is not said.
KEPT_AWAY = "kept-from-work"
OUTCOMES = frozenset({KEPT_AWAY, "late-for-work"})
OVERSLEPT = re.compile(r"\b(?:overslept|slept in|slept through)\b", re.IGNORECASE)
PLACES = frozenset({"hospital", "hospital-with-somebody", "court"})
# What the case sentence can say of what was done, the strongest first.
IN_THE_CASE = ("allowed", "others-did", "no-rule", "not-warned")


def misconduct(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that the job was not lost through misconduct."""
    disputed = matter.facts.misconduct
    if not matter.challenge.has("not-misconduct") or disputed is None:
        return None
    rule = (matter.say("rule-misconduct", "failure.kind"), *_taken_back(disputed, matter))
    theirs = () if _is_another_reason(disputed) else tuple(other_side.of_a_dismissal(matter))
    facts = (*_denied(disputed, matter), *_facts(disputed, matter))
    said = ((*rule, *theirs), facts) if len(theirs) > 1 else ((*rule, *theirs, *facts),)
    cause = (*_cause(disputed, matter), *_unheard(disputed, matter), matter.say("say-what-you-rely-on"))
    paragraphs = tuple(each for each in (*said, cause) if each)
    return Ground("not-misconduct", 17, _heading(disputed, matter), paragraphs, _clause(disputed, matter))


def _facts(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield the facts, and from them that it was no misconduct."""
    told = (
        *matter.box("misconduct.words"),
        *matter.box("misconduct.circumstances"),
        *_deciding(disputed, matter),
        *_proof(disputed, matter),
    )
    kept_away = tuple(_kept_away(disputed, matter))
    yield from (*told, *kept_away)
    is_concluded = bool(kept_away) and kept_away[-1].wording in OUTCOMES
    if "not-misconduct" in disputed.disputed and not is_concluded:
        name = "dispute-not-misconduct" if not (told or kept_away) else "so-not-misconduct"
        yield matter.say(name, "misconduct.disputed")


def _heading(disputed: Misconduct, matter: Matter) -> Sentence:
    if disputed.is_taken_back:
        return matter.say("heading-taken-back", "misconduct.appeal_result")
    return matter.say("heading-not-misconduct", "misconduct.disputed")


def _taken_back(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield that the employer itself, on appeal, no longer says that the person did it."""
    if disputed.is_taken_back:
        yield matter.say("taken-back-on-appeal", "misconduct.appeal_result")


def _unheard(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield that the employer's word stands alone: an appeal to it, and nobody asked for the other side."""
    if "not-heard" in disputed.deciding:
        yield matter.say("deciding-not-heard", "misconduct.deciding")
    if disputed.own_appeal and not is_appeal_told(matter.facts):
        words = ending(disputed.own_appeal, matter)
        yield matter.say("own-appeal", "misconduct.own_appeal", words=words)
    if disputed.asked_first == "no" and matter.sanction:
        yield matter.say("not-asked-first", "misconduct.asked_first")


def _denied(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield that the person did not do it; that it was no misconduct follows from the facts."""
    if "conduct" in disputed.disputed:
        yield matter.say("dispute-conduct", "misconduct.disputed")


def _is_another_reason(disputed: Misconduct) -> bool:
    """Whether the reason the employer gives is itself another than misconduct, as the person says it was."""
    given = disputed.reason_given
    is_other = bool(given) and not other_side.is_an_act(given) and not other_side.names_no_act(given)
    return "cause" in disputed.disputed and is_other


def _cause(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield that the job ended for another reason: the one that was given, where it is known."""
    if _is_another_reason(disputed):
        words = disputed.reason_given
        yield matter.say("reason-given", "misconduct.reason_given", words=words)
        yield matter.say("reason-given-is-another", "misconduct.reason_given")
        yield from other_side.answer(matter)
    elif "cause" in disputed.disputed:
        yield matter.say("dispute-cause", "misconduct.disputed")


def _deciding(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield what else decides whether it was misconduct; of what was not done, only what goes for anybody."""
    denied = "-denied" if "conduct" in disputed.disputed else ""
    for each in disputed.deciding:
        ending_of = denied if each in ("allowed", "others-did") else ""
        if each != "not-heard":
            yield matter.say(f"deciding-{each}{ending_of}", "misconduct.deciding")


def _proof(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield who else could have done it, and that no proof was shown.

    That it was one of two makes the odds even: whoever has an answer of their own does not say it.
    """
    is_shown = disputed.evidence_shown != "no"
    is_weak = disputed.others == "one" and bool(disputed.own_answer)
    if "conduct" in disputed.disputed and disputed.others in ("one", "several") and not is_weak:
        row = f"others-{disputed.others}{'' if is_shown else '-unproven'}"
        yield matter.say(row, "misconduct.others", *(() if is_shown else ("misconduct.evidence_shown",)))
    elif not is_shown:
        yield matter.say("no-proof-shown", "misconduct.evidence_shown")


def _kept_away(disputed: Misconduct, matter: Matter) -> Iterator[Sentence]:
    """Yield what kept the person from work, as it was told, and that this is no misconduct."""
    for reason in matter.kept_from_work:
        yield from fact_of(reason, matter)
        yield from matter.reason_box(reason, "effect")
        yield from matter.reason_box(reason, "what_i_did")
    outcome = _outcome(matter)
    # Whoever denies the lateness itself was late because of nothing.
    if outcome == KEPT_AWAY or (outcome and "conduct" not in disputed.disputed):
        yield from _so_it_was_none(outcome, matter, is_named=_is_the_case(disputed))


def _outcome(matter: Matter) -> str:
    """Return the row of what the reasons came to: away from work, or late for it.

    "" where the account owns up to having overslept: then they do not account for all of the lateness.
    """
    if is_about_absence(matter.facts):
        return KEPT_AWAY
    return "" if OVERSLEPT.search(matter.facts.account) else "late-for-work"


def _is_the_case(disputed: Misconduct) -> bool:
    """Whether only that it was misconduct is denied: what kept them away is then the whole case."""
    return not {"conduct", "cause"} & set(disputed.disputed)


def _so_it_was_none(wording: str, matter: Matter, *, is_named: bool) -> Iterator[Sentence]:
    """Yield the conclusion `wording`, where the reasons have a name or a kind; `is_named` as in `_called`."""
    found = (_called(each, matter, is_named=is_named) for each in matter.kept_from_work)
    causes = tuple(each for each in found if each)
    rests_on = tuple(matter.reason_answer(each, "kind") for each in matter.kept_from_work)
    if causes:
        yield Sentence(wording, {"causes": causes}, rests_on)


def _called(reason: Reason, matter: Matter, *, is_named: bool) -> Sentence | str | None:
    """Return the name of `reason`, else its kind.

    `is_named`: the letter has called it so before, and a long name is not said twice.
    """
    name = matter.name_of(reason)
    if is_named and len(name.split()) > FEW_WORDS:
        name = ""
    elif is_named:
        name = known(name)
    return name or _by_kind(reason, matter)


def _by_kind(reason: Reason, matter: Matter) -> Sentence | None:
    """Return what a reason without a name is called; None where no few words of ours are sure to be true."""
    slots: dict[str, object] = {}
    name: str = reason.kind
    if reason.kind == "bereavement":
        slots["who"] = Sentence(f"relation-{reason.relation}")
    elif reason.kind == "travel":
        name = "held-up" if is_under_way(reason) else ""
    elif reason.kind == "custody-hospital-court":
        name = reason.was_in if reason.was_in in PLACES else ""
    return Sentence(f"cause-{name}", slots, (matter.reason_answer(reason, "kind"),)) if name else None


def _clause(disputed: Misconduct, matter: Matter) -> Sentence:
    if disputed.is_taken_back:
        return matter.say("case-taken-back", "misconduct.appeal_result")
    if "conduct" in disputed.disputed:
        unproven = disputed.evidence_shown == "no"
        return matter.say("case-denied-unproven" if unproven else "case-denied", "misconduct.disputed")
    found = _by_what_decides(disputed, matter)
    if found:
        return found
    outcome = _outcome(matter) if _is_the_case(disputed) else ""
    kept = _so_it_was_none(f"case-{outcome}", matter, is_named=False) if outcome else iter(())
    return next(kept, None) or matter.say(
        "case-cause" if "cause" in disputed.disputed else "case-not-misconduct", "misconduct.disputed"
    )


def _by_what_decides(disputed: Misconduct, matter: Matter) -> Sentence | None:
    """Return the strongest of what decides it, where only that it was misconduct is denied."""
    known = [each for each in IN_THE_CASE if each in disputed.deciding]
    is_clause = bool(known) and _is_the_case(disputed) and not matter.kept_from_work
    return matter.say(f"case-{known[0]}", "misconduct.deciding") if is_clause else None
