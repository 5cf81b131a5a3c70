"""What shows the search for work was offered, and nobody looked at it: the search itself is what counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from challenge_letters.argument.grounds.leaving import ending
from challenge_letters.argument.matter import Matter
from challenge_letters.argument.narrated import answered
from challenge_letters.argument.same_event import stems
from challenge_letters.argument.sentences import Ground, Sentence
from challenge_letters.argument.typed import sentences_of, shape
from challenge_letters.plan.their_mistakes import is_about_their_number

KIND = "work-search-hours"
OFFERED, SAID_BACK = "search_week.offered", "search_week.offered_back"
# Behind the hours and the search itself: it shows them. Before them, where it makes up for hours not counted.
RANK, WHERE_HOURS_ARE_MISSING = 29, 17


def not_looked_at(matter: Matter, _before: Collection[str]) -> Ground | None:
    """Return the ground that evidence of the search was offered and not looked at."""
    if not offered(matter):
        return None
    said = (*_offer(matter), *_said_back(matter), *_refused(matter), *_so_it_counts(matter))
    clause = matter.say("case-not-looked-at", OFFERED)
    rank = WHERE_HOURS_ARE_MISSING if _missing(matter) else RANK
    return Ground("not-looked-at", rank, _heading(matter), (said,), clause)


def _missing(matter: Matter) -> tuple[float, float] | None:
    """Return the hours done and those counted, where fewer were counted; None where that is not known."""
    week = matter.facts.search_week
    if week is None or week.done_hours is None or week.counted_hours is None:
        return None
    return (week.done_hours, week.counted_hours) if week.counted_hours < week.done_hours else None


def _heading(matter: Matter) -> Sentence:
    missing = _missing(matter)
    if missing is None:
        return matter.say("heading-not-looked-at", OFFERED)
    done, counted = (f"{hours:g}" for hours in missing)
    about = ("search_week.done_hours", "search_week.counted_hours")
    return matter.say("heading-hours-not-looked-at", OFFERED, *about, done=done, counted=counted)


def offered(matter: Matter) -> str:
    """Return what was offered to show the search, and not looked at; "" for nothing."""
    week = matter.facts.search_week
    return week.offered if week and matter.kind == KIND else ""


def _offer(matter: Matter) -> Iterator[Sentence]:
    words = offered(matter)
    if shape(words) == "fragment":
        yield matter.say("offered-to-show", OFFERED, words=ending(words, matter))
    else:
        yield from matter.as_typed(sentences_of(words, matter.answer(OFFERED)))


def _said_back(matter: Matter) -> Iterator[Sentence]:
    week = matter.facts.search_week
    yield from answered(week.offered_back if week else "", SAID_BACK, matter)


def _refused(matter: Matter) -> Iterator[Sentence]:
    """Yield what the commitment says of a record, and what came of that nobody looked at one."""
    yield from matter.as_typed(matter.on_a_record)
    for reason in matter.their_mistakes:
        if not is_about_their_number(reason, matter.facts):
            yield from matter.reason_box(reason, "fact")
            yield from matter.reason_box(reason, "effect")


def _so_it_counts(matter: Matter) -> Iterator[Sentence]:
    yield matter.say("search-is-what-was-done", OFFERED)
    if matter.has_law("evidence-purpose"):
        yield matter.say("evidence-would-have-shown-it", OFFERED)


def look_now(matter: Matter) -> Iterator[Sentence]:
    """Yield the request to look at it now: it is enclosed where a paper of that name is."""
    if offered(matter):
        sought = stems(offered(matter))
        papers = (paper.what for paper in matter.facts.evidence if paper.have == "enclosed")
        enclosed = "-enclosed" if any(sought & stems(each) for each in papers) else ""
        yield matter.say(f"ask-look-now{enclosed}", OFFERED, "evidence")
