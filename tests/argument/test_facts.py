"""Facts that win a case, each in the letter that it makes: what is said of it, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from challenge_letters.argument.composing import WITH_GROUNDS
from tests.argument.cases import DECISION, body_of, of_case
from tests.facts import case_of

FAILED = {"kind": "missed-appointment", "happened": "2026-10-14"}
SEARCH = {"kind": "work-search-hours", "happened": "2026-10-14"}
LATE = {**DECISION, "dated": "2026-04-07", "notified": "2026-04-07"}
LONG_AGO = {"failure": {"kind": "missed-appointment", "happened": "2026-03-02"}, "decision": LATE}
WEEK = {"expected_hours": 35, "fewer_hours": 20, "fewer_because": "health", "done_hours": 14}


def text(problem: dict[str, Any], **about: Any) -> str:
    """Return the one composed letter about `problem`, a missed appointment unless it says otherwise."""
    base = {"kind": "applied-sanction", "id": "it", "failure": FAILED, "groups": ["none"]}
    base |= {} if problem.get("kind") == "threatened-sanction" else {"decision": DECISION}
    found = of_case("it", case_of({**base, **problem}, **about))
    letter = next(each for each in found if each.letter.kind in WITH_GROUNDS)
    return body_of(letter.said())


def test_hours_are_argued_in_numbers() -> None:
    taken = {**WEEK, "time_off": ["emergency"], "time_off_hours": 7, "was_agreed": "no"}
    found = text({"failure": SEARCH, "sides": ["did-it"], "search_week": taken})
    assert "I did about 14 hours, and other time of that week can be taken off." in found
    assert (
        "With my health 20 hours a week are reasonable. So 35 is the wrong number. I did about 14 hours."
        in found
    )
    assert "I ask you to agree to it now. Then 13 hours are left, and I did at least those." in found


def test_too_few_hours_are_never_called_enough() -> None:
    found = text({"failure": SEARCH, "sides": ["did-it"], "search_week": WEEK})
    assert "The most to ask of me was 20 hours a week, and you counted 35." in found
    assert "no fewer than" not in found
    assert "I did the hours that could be expected" not in found


def test_nobody_of_whom_nothing_could_be_asked_counts_hours() -> None:
    caring = {"groups": ["carer"], "cares_35_hours": "yes", "cared_for_gets": "dla-care"}
    week = {"expected_hours": 35, "done_hours": 9}
    told = {
        "failure": SEARCH,
        "sides": ["not-required"],
        "search_week": week,
        "commitment_limits": "mornings",
    }
    found = text({**caring, **told})
    assert "caring for at least 35 hours a week for somebody who gets the middle or highest rate" in found
    assert "section 19(2)(b)" in found
    assert "9 hours" not in found
    assert "mornings" not in found


def test_what_was_done_by_the_last_day_was_no_failure() -> None:
    task = {"kind": "specific-task", "happened": "2026-10-13"}
    asked = {"told_by": "to-do", "words": "By the 14th.", "last_day": "2026-10-14"}
    found = text(
        {"failure": task, "requirement": asked, "done_since": {"state": "done", "day": "2026-10-14"}}
    )
    assert "14 October is the last day that the message itself gives." in found
    assert "I met it on that day, so there was no failure." in found


@pytest.mark.parametrize(("until", "is_reached"), [({}, True), ({"back_in_work_until": "2026-06-30"}, False)])
def test_work_ends_a_reduction_only_where_it_lasted(until: dict[str, str], is_reached: bool) -> None:
    work = {"is_back_in_work": "yes", "back_in_work_since": "2026-04-20", **until}
    found = text({**LONG_AGO, **work})
    assert ("That was six months on 20 October." in found) is is_reached
    assert ("end the reduction because of my paid work" in found) is is_reached
    assert ("check whether the reduction has to end" in found) is not is_reached
    assert "That needs no reason for asking late." in found


def test_short_notice_comes_first_and_is_good_reason_in_the_alternative() -> None:
    needed = {"told_by": "text-message", "told_on": "2026-10-14", "notice_minutes": 30, "seen": "before"}
    found = text({"requirement": needed})
    assert "I was told only 30 minutes before the time." in found
    assert "If it was notified, I had a good reason" in found
    assert "is too little to act on, and that is reason enough." in found
    assert "saw it beforehand" not in found


def test_a_time_in_their_words_is_not_denied() -> None:
    needed = {"told_by": "letter", "words": "Come at 10:30.", "gave_place_and_time": "no"}
    reason = [{"kind": "ill", "fact": "I had a fever."}]
    assert "place and the time" not in text({"requirement": needed, "reasons": reason})
    assert "did not give both the place and the time" in text(
        {"requirement": {**needed, "words": "Come on Monday."}, "sides": ["not-told"]}
    )


def test_more_time_is_asked_for_only_with_a_reason() -> None:
    reason = {"reasons": [{"kind": "ill", "fact": "I had a fever."}], "sides": ["had-reason"]}
    without = text({**LONG_AGO, **reason, "was_stopped": "no"})
    assert "extend" not in without
    assert "you may revise it at any time" in without
    unknown = text({**LONG_AGO, **reason, "did_not_know": "yes"})
    assert "I did not know that I could ask, or by when. Nothing in that regulation" in unknown
    assert "more time is reasonable" in unknown


def test_the_same_days_again_within_a_fortnight() -> None:
    earlier = [{"failure_day": "2026-10-05", "days": 7, "level": "low"}]
    found = text({"earlier_sanctions": earlier, "earlier_sanctions_known": "yes", "was_under_18": "no"})
    assert "that of 5 October, and a failure within 14 days of another carries the same days" in found
    assert "I had not been sanctioned in the year before" not in found


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
def test_only_interviews_means_no_fixed_days_in_the_sum(nation: str) -> None:
    done = {"groups": ["child-1"], "done_since": {"state": "done", "day": "2026-10-16"}}
    found = text({**done, "sides": ["had-reason"], "account": "The bus did not come."}, nation=nation)
    assert "the reduction is 2 days and no more" in found


@pytest.mark.parametrize("nation", ["england", "northern-ireland"])
@pytest.mark.parametrize(
    ("side", "asked"),
    [
        ("not-told", "the authority of Works Ltd to require it of me"),
        ("not-required", "the authority by which Works Ltd could require this of me"),
    ],
)
def test_a_provider_is_asked_for_its_authority(nation: str, side: str, asked: str) -> None:
    assert asked in text({"failure": {**FAILED, "provider": "Works Ltd"}, "sides": [side]}, nation=nation)


def test_both_lose_and_both_ask() -> None:
    couple = {"partner": "Marit Sample", "partner_signs": True}
    found = text({"reasons": [{"kind": "ill", "fact": "I had a fever."}]}, joint_claim=couple)
    assert "together with Marit Sample, and the reduction takes money from both of us. We both ask" in found


def test_a_half_sentence_about_the_effect_becomes_a_whole_one() -> None:
    reason = {"kind": "ill", "fact": "I had a fever.", "effect": "be there at nine"}
    assert "I could not be there at nine." in text({"reasons": [reason]})


def test_the_record_of_a_work_search_is_enclosed() -> None:
    entries = [{"day": day, "what": "I applied."} for day in ("2026-10-12", "2026-10-14")]
    found = text({"failure": SEARCH, "sides": ["did-it"], "what_i_did": "I applied."}, work_search=entries)
    assert "Work search record, 12 October 2026 to 14 October 2026" in found


def test_an_advisers_letter_makes_only_what_it_has_read_its_own() -> None:
    """What speaks of the client in the third person is told, however long; what says "I" is quoted."""
    adviser = {"writer": {"kind": "adviser", "name": "Sam Sample"}}
    long = "She waited for the bus. " * 20
    for account, quoted in (
        ("She waited for the bus.", False),
        ("I waited for the bus.", True),
        (long, False),
    ):
        assert (f"“{account[:20]}" in text({"account": account}, **adviser)) == quoted
