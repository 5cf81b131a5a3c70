"""A file with answers that an earlier version made still opens to its end, and tells the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from challenge_letters.interview.bridge import case_of, facts_of
from challenge_letters.interview.earlier_files import MORE_OF_A_REASON, OF_A_JOB
from challenge_letters.interview.saving import (
    FIRST_VERSION,
    SECOND_VERSION,
    SavedAnswers,
    case_file,
    read_saved,
)
from tests import examples, facts
from tests.facts import sanction, threat
from tests.interview.test_keeping import opened
from tests.interview.walker import CHECK
from tests.interview.walking import journey_for

TODAY = examples.AS_AT
FAILURE = "problems/0"


def as_it_was(case: Any) -> dict[str, Any]:
    """Return the file of somebody who told `case` to the first version."""
    plain = case.model_copy(update={"records_request": None, "complaint": None})
    journey = journey_for(plain, TODAY)
    file: dict[str, Any] = json.loads(case_file(journey, facts_of(journey)))
    saved = file["saved"]
    return {**file, "saved": {**saved, "version": FIRST_VERSION, "pages": dict(_pages(saved["pages"]))}}


def _pages(pages: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield `pages` as they were: a reason on one page, a job asked of like an appointment."""
    for key, values in pages.items():
        if key.endswith("/reason"):
            short = {name: value for name, value in values.items() if name != "more_to_tell"}
            yield key, {**MORE_OF_A_REASON, **short, **pages.get(f"{key}-more", {})}
        elif key.endswith("/job-seen"):
            was = {OF_A_JOB[name]: value for name, value in values.items()}
            yield key.replace("job-seen", "how-seen"), was
        elif key.endswith("/excused"):
            yield key, {name: value for name, value in values.items() if name != "moved_to"}
        elif not key.endswith("/reason-more"):
            yield key, values


def reopened(file: dict[str, Any]) -> SavedAnswers:
    return read_saved(json.dumps(file))


@pytest.mark.parametrize("example", examples.names())
def test_a_file_of_the_first_version_tells_the_same(example: str) -> None:
    case = examples.case_of(example).model_copy(update={"records_request": None, "complaint": None})
    whole, saved = journey_for(case, TODAY), reopened(as_it_was(case))
    journey = saved.journey(TODAY)

    assert [one.visit.key for one in journey.visited] == [one.visit.key for one in whole.visited]
    assert facts_of(journey) == facts_of(whole)
    assert saved.is_finished(TODAY) is (whole.ending == "letters")


def told(**problem: Any) -> Any:
    return facts.case_of(sanction(**problem))


def test_what_was_said_beforehand_opens_without_the_day_it_was_moved_to() -> None:
    case = told(
        failure={"kind": "missed-appointment", "their_day": "2026-10-14"},
        sides=["excused"],
        excused={"day": "2026-10-12", "words": "You need not."},
    )

    assert case_of(reopened(as_it_was(case)).journey(TODAY)) == case_of(journey_for(case, TODAY))


def test_a_reason_without_a_story_opens_with_all_that_is_told_of_it() -> None:
    reason = {"kind": "ill", "fact": "I was sick.", "what_i_did": "I rang at nine.", "could_tell": "no"}
    case = told(
        failure={"kind": "missed-appointment", "their_day": "2026-10-14"}, account="", reasons=[reason]
    )

    assert case_of(reopened(as_it_was(case)).journey(TODAY)) == case_of(journey_for(case, TODAY))


def test_a_call_that_rang_opens_to_the_end_although_nobody_is_asked_when_they_were_on_the_line() -> None:
    case = told(
        failure={"kind": "missed-call", "their_day": "2026-10-14"},
        sides=["came"],
        call={"time_given": "exact", "given": "at 10", "rang": "once", "rang_at": "at 2.10"},
        done_since={"state": "rebooked", "day": "2026-11-30", "words": "I have a new call."},
    )
    file = as_it_was(case)
    pages = file["saved"]["pages"]
    done = pages.pop(f"{FAILURE}/new-time")
    pages[f"{FAILURE}/done"] = {"done_on": done["booked_on"], "done_words": done["booked_words"]}

    assert case_of(reopened(file).journey(TODAY)) == case_of(journey_for(case, TODAY))


LEFT: dict[str, Any] = {"failure": {"kind": "left-job", "their_day": "2026-10-14"}}


def without(page: str, file: dict[str, Any], *, version: int) -> dict[str, Any]:
    """Return `file` as a file of `version` in which `page` was not asked."""
    pages = {key: values for key, values in file["saved"]["pages"].items() if key != f"{FAILURE}/{page}"}
    return {**file, "saved": {**file["saved"], "version": version, "pages": pages}}


@pytest.mark.parametrize("version", [FIRST_VERSION, SECOND_VERSION])
def test_a_warning_of_which_nobody_asked_if_it_was_before_the_claim_opens_to_its_end(version: int) -> None:
    case = facts.case_of(threat(warning={"day": "2026-11-16"}, **LEFT))
    saved = reopened(without("before-claim", as_it_was(case), version=version))

    assert saved.is_finished(TODAY)
    assert case_of(saved.journey(TODAY)) == case_of(journey_for(case, TODAY))
    assert case_of(saved.journey(TODAY)).problems[0].was_before_claim == "not-known"  # type: ignore[union-attr]


@pytest.mark.parametrize("problem", [threat(**LEFT), sanction(**LEFT)])
def test_whoever_stopped_before_that_page_is_asked(problem: dict[str, Any]) -> None:
    file = without("before-claim", as_it_was(facts.case_of(problem)), version=SECOND_VERSION)
    stopped = without("situation", file, version=SECOND_VERSION)

    assert "before-claim" not in [one.visit.page.id for one in reopened(stopped).journey(TODAY).visited]


def test_what_a_decision_was_asked_then_stays_as_it_was_answered() -> None:
    case = facts.case_of(sanction(was_before_claim="yes", claimed_on="2026-10-20", **LEFT))

    assert case_of(reopened(as_it_was(case)).journey(TODAY)) == case_of(journey_for(case, TODAY))


def test_it_opens_at_the_check_page() -> None:
    assert opened(as_it_was(examples.case_of("missed-appointment-ill"))).page.h1 == CHECK


def test_a_file_of_today_is_not_read_as_an_earlier_one() -> None:
    case = examples.case_of("missed-appointment-ill")
    journey = journey_for(case, TODAY)
    file = json.loads(case_file(journey, facts_of(journey)))
    del file["saved"]["pages"][f"{FAILURE}/reason/ill/reason"]["more_to_tell"]

    assert reopened(file).journey(TODAY).visited[-1].visit.page.id == "reasons"
