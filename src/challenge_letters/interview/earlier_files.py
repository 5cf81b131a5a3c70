"""Reads a file with answers of an earlier version as the pages are asked now, so that it opens to its end.

A file opens as far as its pages go: a page that was not asked then would lose all that comes after it. What
is given here is looked at like the rest of the file, and only where the road comes to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Pages = Mapping[str, Mapping[str, Any]]
# The first version in which the story and what played a part are one page.
JOINED_IN = 4
# What was asked on the page of a reason itself, before the story was told once (decision 0071).
MORE_OF_A_REASON = {"fact": "", "what_i_did": "", "could_tell": "not-known"}
# What a job to apply for or to take is asked now, and what was asked of it as of an appointment.
OF_A_JOB = {
    "job_seen": "seen",
    "why_job_not_seen": "why_not_seen",
    "was_clear_job_was_required": "was_clear_it_was_required",
    "job_details_on": "new_details_on",
}
# Whoever missed a call that rang was taken for somebody who was there: now they may have waited for another.
OF_A_NEW_TIME = {"booked_on": "done_on", "booked_words": "done_words"}
NOT_ASKED_THEN = {"booked_asked_on": "", "booked_given_on": ""}
NO_ANSWER = {"why_no_answer": ""}
OFFERED = {"offered_on": "", "given_on": ""}
# Of a warning nobody was asked if it was before the claim.
BEFORE_CLAIM = {"was_before_claim": "not-known", "claimed_on": "", "work_was_to_end": ""}


def as_asked_now(pages: Pages, version: int) -> Pages:
    """Return `pages` of a file of `version` as the pages are asked now."""
    for made_by, change in CHANGES.items():
        if version <= made_by:
            pages = change(pages)
    return pages


def half_told(pages: Pages, version: int) -> Iterator[str]:
    """Yield the pages of such a file on which more is asked now, all of which could be left out.

    Nothing shows that they were not asked for it, so they are shown again with what was told on them.
    """
    for key in pages if version < JOINED_IN else ():
        if _name(key) == "own-words" and f"{_beside(key)}reasons" not in pages:
            yield key


def _of_the_first_version(pages: Pages) -> Pages:
    """Return `pages` with those that were asked from version 2 on; the file's own come first."""
    return {**dict(_added(pages)), **pages, **dict(_changed(pages))}


def _of_the_second_version(pages: Pages) -> Pages:
    """Return `pages` with the page that was asked after a warning, too, from version 3 on."""
    return {**dict(_not_asked_of_a_warning(pages)), **pages}


def _not_asked_of_a_warning(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the page about the claim of each problem told beyond it; whoever stopped before is asked."""
    for key in pages:
        if _name(key) == "situation":
            yield f"{key.removesuffix(_name(key))}before-claim", BEFORE_CLAIM


def _changed(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the page of each reason, with whether more is told of it."""
    for key, values in pages.items():
        if _name(key) == "reason" and "more_to_tell" not in values:
            is_more = any(values.get(name, empty) != empty for name, empty in MORE_OF_A_REASON.items())
            yield key, {**values, "more_to_tell": "yes" if is_more else "no"}


def _added(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the pages that hold now what stood on another one."""
    for key, values in pages.items():
        beside = _beside(key)
        if _name(key) == "reason":
            yield f"{key}-more", {name: values.get(name, empty) for name, empty in MORE_OF_A_REASON.items()}
        if _name(key) == "how-seen":
            yield f"{beside}job-seen", {name: values.get(was, "") for name, was in OF_A_JOB.items()}
        if _name(key) == "done":
            told = {name: values.get(was, "") for name, was in OF_A_NEW_TIME.items()}
            yield f"{beside}new-time", {**told, **NOT_ASKED_THEN}
            yield f"{beside}offered", OFFERED


def _name(key: str) -> str:
    return key.rpartition("/")[2]


# -- pages of version 3 that are one page now (decision 0073)

# The pages of now, each with those whose answers are asked on it. Other names stand in RENAMED.
JOINED = (
    "for-whom: where benefit",
    "decision-when: decision-address",
    "decision-says: decision-more earlier",
    "how-told: how-seen",
    "job-told: job-seen",
    "own-words: reasons",
    "what-you-did: why-not-required",
    "reason: reason-more",
    "told: told-at",
    "since-then: done new-time",
    "since-then: cannot",
    "own-error: own-error-what",
    "back-in-work: back-in-work-since",
    "adjustment: adjustment-known",
    "no-reduction: trial-period",
    "warning: answer-by more-time",
    "search-hours: time-off",
    "sent: answer answer-when",
    "consent: handed-over handed-over-when",
    "show: next-appointment",
    "since-asked: demand-account",
    "records-what: records-period",
    "records-how: records-details",
    "complaint-should: complaint-remedies",
    "complaint-more: complaint-adjustment complaint-cost",
    "complaint-about: complaint-provider",
)
JOINED_TO = {old: page for page, _, olds in (line.partition(": ") for line in JOINED) for old in olds.split()}
RENAMED = {
    "cannot_words": "done_words",
    "booked_on": "done_on",
    "booked_words": "done_words",
}
# Choices that a page has now, and that nobody had to make before: what they were for whoever was not asked.
NOT_ASKED = {
    "decision-says": dict.fromkeys(
        ("is_open_ended", "gives_reasons", "says_reconsider_first", "had_earlier"), "not-known"
    ),
    "reason": {"could_tell": "not-known"},
    "misconduct": {"appeal_result": "not-known"},
    "excused": {"excused_meaning": "not-known"},
    "show": {"stance": "not-known"},
}
# Of a job to apply for or to take the message has a page of its own.
OF_A_JOBS_MESSAGE = {
    "told_by": "job_told_by",
    "told_on": "job_told_on",
    "requirement_words": "job_requirement_words",
    "requirement_by": "job_requirement_by",
}
TOLD = ("told_day", "told_how", "told_words", "said_back")
# Proof was asked for paper by paper: the page of each, and the boxes in which they stand now, one a line.
PAPERS = {
    "evidence-item": ("evidence", "papers", "evidence-asked-for", "papers_asked_for"),
    "complaint-proof-item": (
        *("complaint-proof", "complaint_papers"),
        *("complaint-proof", "complaint_papers_asked_for"),
    ),
}
OF_WHAT_COMES_NEXT = ("next-proof", "next_papers", "next-proof", "next_papers_asked_for")


def _of_the_third_version(pages: Pages) -> Pages:
    """Return `pages` with those that are one page now joined, and each paper as a line of a list."""
    found: dict[str, dict[str, Any]] = {}
    for key, values in pages.items():
        joined = f"{_beside(key)}{JOINED_TO.get(_name(key), _name(key))}"
        before = NOT_ASKED.get(_name(joined), {})
        named = {RENAMED.get(name, name): value for name, value in values.items()}
        found[joined] = {**before, **found.get(joined, {}), **named}
    for key, values in (*_offered(pages), *_told_of_a_demand(pages), *_of_a_job(found), *_papers(pages)):
        found[key] = {**found.get(key, {}), **values}
    return found


def _beside(key: str) -> str:
    return key.removesuffix(_name(key))


def _offered(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield when a new time was asked for, which was told with the new appointment."""
    for key, values in pages.items():
        if _name(key) == "new-time":
            told = {"offered_on": values.get("booked_asked_on"), "given_on": values.get("booked_given_on")}
            yield f"{_beside(key)}offered", {name: value or "" for name, value in told.items()}


def _told_of_a_demand(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what they were told about a demand, which is asked on the page that asks if they were."""
    for key in pages:
        told = pages.get(f"{_beside(key)}told", {})
        if _name(key) == "since-asked" and told:
            yield key, {f"demand_{name}": told.get(name, "") for name in TOLD}


def _of_a_job(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield what is asked apart for a job: its message, and what was wrong with one that was left."""
    for key, values in pages.items():
        if _name(key) == "how-told":
            was = ((name, values.get(old, "")) for old, name in OF_A_JOBS_MESSAGE.items())
            yield f"{_beside(key)}job-told", dict(was)
        faults = {name: values[name] for name in ("faults", "tried") if name in values}
        if _name(key) == "job-faults":
            yield f"{_beside(key)}job-travel", faults
            yield f"{_beside(key)}job-ended", {f"left_{name}": value for name, value in faults.items()}


def _papers(pages: Pages) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the boxes with the papers, each paper on a line of the box for what is there or asked for."""
    boxes: dict[str, dict[str, str]] = {}
    for key, values in pages.items():
        if _name(key) in PAPERS:
            beside = key.removesuffix(_name(key)).rstrip("/").rpartition("/")[0].rpartition("/")[0]
            beside = f"{beside}/" if beside else ""
            is_next = f"{beside}next-proof" in pages
            here, box, there, box_asked_for = OF_WHAT_COMES_NEXT if is_next else PAPERS[_name(key)]
            is_asked_for = values.get("have") == "asked-for"
            page, name = (there, box_asked_for) if is_asked_for else (here, box)
            if values.get("have") != "cannot-get":
                held = boxes.setdefault(f"{beside}{page}", {})
                held[name] = f"{held.get(name, '')}\n{values.get('what', '')}".strip()
    yield from boxes.items()
    yield from _asked_for_is_ticked(pages, boxes)


def _asked_for_is_ticked(pages: Pages, boxes: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the ticks that open the page of what was asked for; no paper lies on a page that is not asked."""
    for key in boxes:
        if _name(key) == "evidence-asked-for":
            ticked = pages.get(f"{_beside(key)}evidence", {}).get("evidence_ticks", ())
            yield f"{_beside(key)}evidence", {"evidence_ticks": [*ticked, "asked-for"]}


# -- a page that is asked since version 5


def _of_the_fourth_version(pages: Pages) -> Pages:
    """Return `pages` with the one about what was not answered, where the road comes to it."""
    asked_since = {f"{_beside(key)}not-answered": NO_ANSWER for key in pages if _name(key) == "own-words"}
    return {**asked_since, **pages}


# What each version is brought up to date by, from the oldest on.
CHANGES: Mapping[int, Callable[[Pages], Pages]] = {
    1: _of_the_first_version,
    2: _of_the_second_version,
    3: _of_the_third_version,
    4: _of_the_fourth_version,
}
