"""Letters of Northern Ireland that go through every branch of its own templates.

Most are letters of Great Britain told again in the other nation; northern_irish.txt names those that are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.facts import case_of, sanction
from tests.follow_ups import complete
from tests.letters.next_branches import OWNER, follow_up_sample
from tests.letters.samples import ON, Sample, beside, challenge_of

from challenge_letters.case.problems import AppliedSanction
from challenge_letters.law.nations import NORTHERN_IRELAND
from challenge_letters.plan.authority import is_written_for
from challenge_letters.plan.outcome import LevelPoint, PlannedLetter
from challenge_letters.plan.planning import make_plan

TOLD_AGAIN = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())


def in_northern_ireland(sample: Sample) -> Sample:
    """Return `sample` as somebody in Northern Ireland would write it."""
    case = sample.case.model_copy(update={"nation": NORTHERN_IRELAND})
    return replace(sample, name=f"ni.{sample.name}", case=case)


def northern_irish(samples: Iterable[Sample]) -> Iterator[Sample]:
    """Yield a letter for every branch of the templates of Northern Ireland, most of them from `samples`."""
    yield from (in_northern_ireland(sample) for sample in samples if _is_needed(sample))
    yield from (in_northern_ireland(sample) for sample in _of_its_own())


def _is_needed(sample: Sample) -> bool:
    is_there = is_written_for(NORTHERN_IRELAND, sample.letter.kind)
    return sample.name in TOLD_AGAIN and is_there and sample.case.nation != NORTHERN_IRELAND


def _of_its_own() -> Iterator[Sample]:
    """Yield what has branches in Northern Ireland alone."""
    jsa = {"benefit": "new-style-jsa"}
    yield follow_up_sample("authority-jsa-days", "authority", {"ends": "2027-05-01"}, **jsa)
    yield follow_up_sample("authority-matter", "authority", {"matter": "The sanction.", "ends": "2027-05-01"})
    complaint = {"events": [{"day": "2027-03-01", "what": "Nobody rang."}]}
    case = case_of(sanction(), claimant=OWNER, complaint=complaint, **jsa)
    yield Sample("complaint-jsa", PlannedLetter("complaint", ""), case)
    data = {**complaint, "data_protection": "My address was read out."}
    case = case_of(sanction(), claimant=OWNER, complaint=data)
    yield Sample("complaint-data", PlannedLetter("complaint", ""), case)
    hidden = {"others_see": "yes", "account_is_safe": "no"}
    yield follow_up_sample("requirements-notice-account", "requirements-notice", {}, safety=hidden)
    yield _met_beside_a_request()
    yield _request("not-safe-higher", safety={"say_could_not_attend_safely": True})
    yield _request("level-days-ended", level=ENDED)
    yield _planned("in-court-that-week")


def _met_beside_a_request() -> Sample:
    met = complete(ON)["requirement-met"]
    case = case_of(sanction("2027-03-01"), met, claimant=OWNER)
    letter = PlannedLetter(
        "requirement-met", "", follow_up=case.follow_ups[0], variant="low", beside=beside(case)
    )
    return Sample("requirement-met-beside-a-request", letter, case)


def _planned(name: str) -> Sample:
    reason = {"kind": "custody-hospital-court", "fact": "I had to be at court.", "began": "2027-02-18"}
    failure = {"kind": "work-search-hours", "happened": "2027-02-20"}
    told = sanction("2027-03-01", failure=failure, reasons=[reason])
    case = case_of(told, claimant=OWNER, nation=NORTHERN_IRELAND)
    letter = make_plan(case, on=ON).now
    assert letter
    return Sample(name, letter, case)


ENDED = LevelPoint("days", "low", 7, 28, is_open_ended=True, should_end=date(2027, 2, 19), working="")


def _request(name: str, *, level: LevelPoint | None = None, **facts: object) -> Sample:
    reasons = [{"kind": "not-safe"}]
    done = {"state": "done", "day": "2027-02-20"}
    case = case_of(sanction(reasons=reasons, done_since=done), claimant=OWNER, **facts)
    problem = case.problems[0]
    assert isinstance(problem, AppliedSanction)
    challenge = challenge_of(problem, ("good-reason",), level=level, expected="higher")
    return Sample(name, PlannedLetter("mandatory-reconsideration", "", (challenge,)), case)
