"""Reads a file with answers of an earlier version as the pages are asked now, so that it opens to its end.

A file opens as far as its pages go: a page that was not asked then would lose all that comes after it. What
is given here is looked at like the rest of the file, and only where the road comes to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Pages = Mapping[str, Mapping[str, Any]]
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
OFFERED = {"offered_on": "", "given_on": ""}
# Of a warning nobody was asked if it was before the claim.
BEFORE_CLAIM = {"was_before_claim": "not-known", "claimed_on": "", "work_was_to_end": ""}


def of_the_first_version(pages: Pages) -> dict[str, Mapping[str, Any]]:
    """Return `pages` of a file of version 1 with those that are asked now; the file's own come first."""
    return {**dict(_added(pages)), **pages, **dict(_changed(pages))}


def of_the_second_version(pages: Pages) -> dict[str, Mapping[str, Any]]:
    """Return `pages` of a file of version 2 with the page that is asked after a warning too."""
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
        beside = key.removesuffix(_name(key))
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
