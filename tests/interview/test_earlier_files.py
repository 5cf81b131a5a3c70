"""A file with answers that an earlier version made still opens to its end, and tells the same.

The files in earlier_files/ were made by those versions themselves, and are never made again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from challenge_letters.case.case import Case
from challenge_letters.interview.bridge import case_of, facts_of
from challenge_letters.interview.earlier_files import MORE_OF_A_REASON, OF_A_JOB
from challenge_letters.interview.saving import SavedAnswers, read_saved
from tests import examples, facts
from tests.facts import sanction, threat
from tests.interview.test_keeping import opened
from tests.interview.walker import CHECK
from tests.interview.walking import canonical, journey_for

TODAY = examples.AS_AT
FAILURE = "problems/0"
FILES = Path(__file__).parent / "earlier_files"
# Every example, as version 3 kept it; and cases of which version 1 knew less.
OF_VERSION_3: dict[str, Any] = json.loads((FILES / "version_3.json").read_text("utf-8"))
OF_VERSION_1: dict[str, Any] = json.loads((FILES / "version_1.json").read_text("utf-8"))


def reopened(saved: dict[str, Any]) -> SavedAnswers:
    return read_saved(json.dumps({"format": 1, "saved": saved}))


def of_the_first_version(saved: dict[str, Any]) -> dict[str, Any]:
    """Return what version 3 kept as version 1 kept it."""
    return {**saved, "version": 1, "pages": dict(_pages(saved["pages"]))}


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


# What is asked since version 3, as a file of it tells it. Examples that came later have no file of it.
ASKED_SINCE: dict[str, Any] = {"stance": "not-known"}
ASKED_OF_A_MESSAGE_SINCE: dict[str, Any] = {"not_said": ()}
KEPT = sorted(set(OF_VERSION_3) & set(examples.names()))


def as_told_then(example: str) -> Case:
    """Return the case of an example without what nobody was asked in version 3."""
    case = examples.case_of(example)
    return case.model_copy(update={"problems": tuple(map(_as_told_then, case.problems))})


def _as_told_then(problem: Any) -> Any:
    then = {name: now for name, now in ASKED_SINCE.items() if hasattr(problem, name)}
    if hasattr(problem, "requirement"):
        then["requirement"] = problem.requirement.model_copy(update=ASKED_OF_A_MESSAGE_SINCE)
    return problem.model_copy(update=then)


@pytest.mark.parametrize("example", KEPT)
def test_a_file_of_the_third_version_tells_the_same(example: str) -> None:
    case = as_told_then(example)
    whole = journey_for(case, TODAY)
    saved = reopened(OF_VERSION_3[example])
    journey = saved.journey(TODAY)

    assert case_of(journey) == canonical(case, TODAY)
    assert [one.visit.key for one in journey.visited] == [one.visit.key for one in whole.visited]
    assert saved.is_finished(TODAY) is (whole.ending == "letters")


@pytest.mark.parametrize("example", KEPT)
def test_a_file_of_the_first_version_tells_the_same(example: str) -> None:
    whole = reopened(OF_VERSION_3[example]).journey(TODAY)
    journey = reopened(of_the_first_version(OF_VERSION_3[example])).journey(TODAY)

    assert [one.visit.key for one in journey.visited] == [one.visit.key for one in whole.visited]
    assert facts_of(journey) == facts_of(whole)


def told(**problem: Any) -> Any:
    return facts.case_of(sanction(**problem))


def test_what_was_said_beforehand_opens_without_the_day_it_was_moved_to() -> None:
    case = told(
        failure={"kind": "missed-appointment", "their_day": "2026-10-14"},
        sides=["excused"],
        excused={"day": "2026-10-12", "words": "You need not."},
    )

    assert case_of(reopened(OF_VERSION_1["said-beforehand"]).journey(TODAY)) == canonical(case, TODAY)


def test_a_reason_without_a_story_opens_with_all_that_is_told_of_it() -> None:
    reason = {"kind": "ill", "fact": "I was sick.", "what_i_did": "I rang at nine.", "could_tell": "no"}
    case = told(
        failure={"kind": "missed-appointment", "their_day": "2026-10-14"}, account="", reasons=[reason]
    )

    assert case_of(reopened(OF_VERSION_1["reason-without-a-story"]).journey(TODAY)) == canonical(case, TODAY)


def test_a_call_that_rang_opens_to_the_end_although_nobody_is_asked_when_they_were_on_the_line() -> None:
    case = told(
        failure={"kind": "missed-call", "their_day": "2026-10-14"},
        sides=["came"],
        call={"time_given": "exact", "given": "at 10", "rang": "once", "rang_at": "at 2.10"},
        done_since={"state": "rebooked", "day": "2026-11-30", "words": "I have a new call."},
    )

    assert case_of(reopened(OF_VERSION_1["call-that-rang"]).journey(TODAY)) == canonical(case, TODAY)


LEFT: dict[str, Any] = {"failure": {"kind": "left-job", "their_day": "2026-10-14"}}


def without(page: str, saved: dict[str, Any], *, version: int) -> dict[str, Any]:
    """Return `saved` as of `version` in which `page` was not asked."""
    pages = {key: values for key, values in saved["pages"].items() if key != f"{FAILURE}/{page}"}
    return {**saved, "version": version, "pages": pages}


@pytest.mark.parametrize("version", [1, 2])
def test_a_warning_of_which_nobody_asked_if_it_was_before_the_claim_opens_to_its_end(version: int) -> None:
    case = facts.case_of(threat(warning={"day": "2026-11-16"}, **LEFT))
    saved = reopened(without("before-claim", OF_VERSION_1["warned-of-a-job-left"], version=version))

    assert saved.is_finished(TODAY)
    assert case_of(saved.journey(TODAY)) == canonical(case, TODAY)
    assert case_of(saved.journey(TODAY)).problems[0].was_before_claim == "not-known"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["warned-of-a-job-left", "sanctioned-for-a-job-left"])
def test_whoever_stopped_before_that_page_is_asked(name: str) -> None:
    asked = without("before-claim", OF_VERSION_1[name], version=2)
    stopped = without("situation", asked, version=2)

    assert "before-claim" not in [one.visit.page.id for one in reopened(stopped).journey(TODAY).visited]


def test_what_a_decision_was_asked_then_stays_as_it_was_answered() -> None:
    case = facts.case_of(sanction(was_before_claim="yes", claimed_on="2026-10-20", **LEFT))

    assert case_of(reopened(OF_VERSION_1["left-before-the-claim"]).journey(TODAY)) == canonical(case, TODAY)


@pytest.mark.parametrize("as_it_was", [dict, of_the_first_version])
def test_it_opens_at_the_check_page(as_it_was: Any) -> None:
    saved = as_it_was(OF_VERSION_3["missed-appointment-ill"])

    assert opened({"format": 1, "saved": saved}).page.h1 == CHECK


def test_whoever_stopped_before_the_ticks_is_shown_the_story_again_as_it_was_told() -> None:
    saved = OF_VERSION_3["missed-appointment-ill"]
    pages = dict(saved["pages"])
    for key in [*pages][[*pages].index(f"{FAILURE}/reasons") :]:
        del pages[key]
    page = opened({"format": 1, "saved": {**saved, "pages": pages}}).page

    assert page.h1 == "What happened, in your own words?"
    assert "I woke at five with a migraine" in str(page.values["What happened"])


def test_what_was_kept_out_of_a_letter_then_is_not_in_its_file_now() -> None:
    saved = OF_VERSION_3["missed-appointment-ill"]
    paper = f"{FAILURE}/evidence/0/evidence-item"
    pages = {key: values for key, values in saved["pages"].items() if key != paper}
    case = case_of(reopened({**saved, "pages": pages}).journey(TODAY))

    named = [each.what for each in case.problems[0].evidence]  # type: ignore[union-attr]
    assert named == ["Pharmacy receipt of 14 October", "Two lines from my neighbour"]


def test_a_file_of_today_is_not_read_as_an_earlier_one() -> None:
    saved = OF_VERSION_3["missed-appointment-ill"]

    assert [one.visit.page.id for one in reopened({**saved, "version": 4}).journey(TODAY).visited] == [
        "what-happened"
    ]


def test_a_file_without_what_is_asked_of_a_consent_now_opens_as_far() -> None:
    """What may be left out is left empty, so that nobody is asked the page again."""
    case = examples.case_of("password-given-to-provider")
    whole = journey_for(case, TODAY)
    pages = {one.visit.key: dict(one.values) for one in whole.visited}
    asked_now = {"box_ticked_on", "box_unticked", "box_unticked_on", "demand_taken_back"}
    then = {key: {each: pages[key][each] for each in {*pages[key]} - asked_now} for key in pages}
    assert then != pages

    saved = reopened({"version": 4, "wants_records": False, "wants_complaint": False, "pages": then})

    assert [one.visit.key for one in saved.journey(TODAY).visited] == [*pages]


def test_a_file_of_version_4_opens_without_what_was_not_asked_about_an_answer() -> None:
    words = "You did not attend. You have not told us why."
    case = told(failure={"kind": "missed-appointment", "their_day": "2026-10-14", "their_words": words})
    journey = journey_for(case, TODAY)
    pages = {
        one.visit.key: dict(one.values) for one in journey.visited if one.visit.page.id != "not-answered"
    }
    saved = json.loads(json.dumps({"version": 4, "pages": pages}))

    assert f"{FAILURE}/not-answered" in [one.visit.key for one in journey.visited]
    assert [one.visit.key for one in reopened(saved).journey(TODAY).visited] == [
        one.visit.key for one in journey.visited
    ]


def test_a_file_without_the_address_on_a_warning_opens_as_far() -> None:
    journey = journey_for(examples.case_of("adviser-warned-child-ill"), TODAY)
    pages = {one.visit.key: dict(one.values) for one in journey.visited}
    del pages["problems/0/warning"]["warning_address"]
    saved = json.loads(json.dumps({"version": 5, "pages": pages}, default=str))

    assert [one.visit.key for one in reopened(saved).journey(TODAY).visited] == [*pages]
