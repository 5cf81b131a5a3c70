"""Letters that go through every branch of the templates of what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from tests.facts import case_of, sanction
from tests.follow_ups import complete
from tests.letters.samples import ON, Sample, beside

from challenge_letters.case.failure import Channel, FailureKind
from challenge_letters.case.follow_ups import (
    CommitmentLimit,
    EssentialNeed,
    FollowingUp,
    HardshipCondition,
)
from challenge_letters.plan.follow_ups import told_follow_ups
from challenge_letters.plan.outcome import PlannedLetter

OWNER = {"name": "Alex Morgan", "address": ["1 Mill Lane", "Leeds"]}
PAPERS = [{"what": "a note"}, {"what": "b", "have": "asked-for"}]
DECISIONS: dict[str, dict[str, Any]] = {
    "unnamed": {},
    "month": {"dated": "2027-02", "failure": {"kind": "other"}},
    "sent": {"notified": "2027-03-02", "failure": {"kind": "not-said", "happened": "2027-02-20"}},
    "hours": {"dated": "2027-03-01", "failure": {"kind": "work-search-hours", "happened": "2027-02-20"}},
    "missed": {"dated": "2027-03-01", "failure": {"kind": "missed-appointment", "happened": "2027-02"}},
    "no-day": {"dated": "2027-03-01", "failure": {"kind": "left-job"}},
}


def _about(failure: str) -> dict[str, Any]:
    return {"dated": "2027-03-01", "failure": {"kind": failure}}


FINDINGS = [{"quote": "You did not ring.", "answer": "I rang."}, {"quote": "A."}, {"answer": "B."}]
# Kind, then the name of the sample, then what is said; "variant" is what the plan adds.
FACTS: dict[str, dict[str, dict[str, Any]]] = {
    "requirement-met": {
        **{f"decision-{name}": {"decision": decision} for name, decision in DECISIONS.items()},
        "lowest": {"variant": "lowest"},
        "month": {"done_on": "2027-03"},
        "with": {"with_whom": "Ms Sample"},
        "asked": {"reconsideration": "asked", "evidence": PAPERS},
    },
    "written-notice-request": {
        "bare": {},
        "sum": {"payment_lower_by": "84.20", "payment_day": "2027-03"},
        "statement": {"statement_words": "Sanction", "because": "I went.", "evidence": PAPERS},
    },
    "written-reasons-request": {
        "bare": {},
        "today": {"reconsideration": "today"},
        "asked": {"asked_on": "2027-03-04", "evidence": PAPERS},
        "undated": {"decision": DECISIONS["sent"]},
        "both-days": {"decision": {"dated": "2027-03-01", "notified": "2027-03-02"}},
        **{f"failure-{kind}": {"decision": _about(kind)} for kind in get_args(FailureKind)},
    },
    "requirements-notice": {
        "bare": {"evidence": PAPERS},
        "child": {"cares_for_child": "yes"},
        "proof": {"proof_from": "my doctor"},
        "proof-day": {"proof_from": "my doctor", "proof_by": "2027-04-01"},
        "proof-day-passed": {"proof_from": "my doctor", "proof_by": "2027-03-08"},
    },
    "commitment-change": {
        "bare": {"evidence": PAPERS},
        "offered": {"is_accepted": "no", "other_coach": True},
        **{f"limit-{limit}": {"rests_on": [limit]} for limit in get_args(CommitmentLimit)},
        "every-limit": {
            "is_accepted": "no",
            "rests_on": list(get_args(CommitmentLimit)),
            "other_coach": True,
        },
        "keeps": {"keeps_appointments": True},
        "keeps-next": {"keeps_appointments": True, "next_appointment": "2027-03-16"},
        "keeps-passed": {"keeps_appointments": True, "next_appointment": "2027-03-08"},
        "next": {"next_appointment": "2027-03-16"},
        "passed": {"next_appointment": "2027-03-08"},
    },
    "no-answer": {
        **{variant: {"variant": variant} for variant in ("registered", "chaser", "complaint")},
        **{f"by-{how}": {"how": how} for how in get_args(Channel)},
        "proof": {"proof_of_delivery": "A receipt.", "copy_enclosed": True, "evidence": PAPERS},
        "effect": {"effect": "The rent."},
        "said-back": {"said_back": "You must ring us."},
        "said-back-complaint": {"said_back": "You must ring us.", "variant": "complaint"},
        "decision": {"decision": DECISIONS["missed"]},
    },
    "appeal-grounds": {
        "bare": {"evidence": PAPERS},
        **{f"decision-{name}": {"decision": decision} for name, decision in DECISIONS.items()},
        "part": {"outcome": "part", "asked_on": "2027-01-04"},
        "too-late": {"outcome": "too-late", "why_late": "I was ill."},
        "too-late-bare": {"outcome": "too-late"},
        "late": {"variant": "late", "appeal_late_because": "I was ill."},
        "findings": {"findings": FINDINGS, "left_out": ""},
        "not-shown": {"not_shown": ["requirement"]},
        "not-told": {"not_shown": ["notification"]},
        "length": {"length_words": "Seven days."},
        "hearing": {"hearing": "hearing"},
        "papers": {"hearing": "papers"},
        "interpreter": {"interpreter": "Polish"},
        "needs": {"needs": "Breaks."},
        "explained": {"answered_queries": [{"query": "appeal-grounds:told-otherwise", "words": "I slept."}]},
        "not-explained": {
            "answered_queries": [
                {"query": "appeal-grounds:told-otherwise"},
                {"query": "other:told-otherwise", "words": "Not about this."},
            ]
        },
    },
}
PERIODS: dict[str, dict[str, Any]] = {
    "from-to": {"period_from": "2026-11-01", "period_to": "2026-12-28"},
    "from": {"period_from": "2026-11", "owed_pounds": "84.20"},
    "to": {"period_to": "2026-12-28"},
}
FACTS |= {
    "phone-call": {
        **{f"need-{need}": {"needs": [need]} for need in get_args(EssentialNeed)},
        "bare": {},
        "words": {
            "needs": list(get_args(EssentialNeed)),
            "for_child": True,
            "cannot_pay": "The meter is empty.",
            "asked_for_help": "A sister.",
            "stopped_spending": "The phone.",
            "last_seven_days": "Four applications.",
            "condition": "met",
            "condition_met_on": "2027-03-05",
        },
        "two": {"needs": ["home", "food"]},
        "met-unknown-day": {"condition": "met"},
        "day-alone": {"condition_met_on": "2027-03-05", "evidence": PAPERS},
    },
    "payment-refused": {
        **{f"for-{condition}": {"condition": condition} for condition in get_args(HardshipCondition)},
        "words": {"their_words": "No.", "how": "phone", "evidence": PAPERS, "asked_again_today": True},
        **{f"by-{channel}": {"their_words": "No.", "how": channel} for channel in get_args(Channel)},
    },
    "payment-due": {
        **{f"period-{name}": period for name, period in PERIODS.items()},
        "bare": {"decision": {}},
        "sum": {"owed_pounds": "84.20"},
        "came": {"came": "part", "came_pounds": "12.00", "came_on": "2027-03-01"},
        "came-of": {"came": "part", "owed_pounds": "84.20", "came_pounds": "12.00"},
        "came-bare": {"came": "part", "came_pounds": "12.00"},
        "came-unknown": {"came": "part"},
        "nothing-came": {"came": "nothing"},
        "later": {"later_dated": "2027-02-02", "evidence": PAPERS},
        "later-month": {"later_dated": "2027-02"},
    },
    "records-late": {
        "bare": {"evidence": PAPERS},
        "sent": {"sent_on": "2027-01-12", "proof_of_receipt": "a receipt"},
        "thin": {
            "variant": "thin",
            "gaps": [{"what": "The call.", "day": "2026-12", "why": "You quote it."}],
        },
        "thin-bare": {"variant": "thin", "gaps": [{"what": "The call."}], "replied_on": "2027-02-20"},
    },
    "regulator": {
        "bare": {"evidence": PAPERS},
        "provider": {"provider": "Works Ltd", "asked_on": "2026-12-01", "why_it_matters": "It is mine."},
        "outcome": {"answer": "outcome"},
        "outcome-day": {"answer": "outcome", "answered_on": "2027-02-20"},
    },
    "examiner": {
        "bare": {"evidence": PAPERS},
        "dated": {"response_dated": "2027-02-01", "from_provider": "Works Ltd", "challenged_elsewhere": True},
        "two": {
            "headings": [
                {
                    "what": "Nobody rang.",
                    "their_answer": "We did.",
                    "why_not_settled": "The list shows none.",
                },
                {"what": "Nobody wrote."},
            ],
            "evidence": PAPERS,
            "effect": "I could not sleep.",
            "remedy_words": "An apology.",
        },
    },
    "mp": {
        "bare": {"evidence": PAPERS},
        "named": {"mp_name": "Jo Sample MP", "mp_address": ["1 Green", "Town"], "outstanding": "An answer."},
        "ombudsman": {"for_ombudsman": True},
        "ombudsman-day": {"for_ombudsman": True, "first_knew_on": "2026-12"},
        "details": {"may_use_details": True},
    },
    "authority": {
        "bare": {"may_get_copies": False},
        "people": {"people": "Sam Sample", "matter": "A decision.", "may_hear_of_health": True},
        "people-alone": {"organisation": "", "people": "Sam Sample", "may_get_records": True},
        "days": {"begins": "2027-03-10", "ends": "2027-09-01"},
    },
}
# What the one who signs says of themselves in these letters, in every voice.
SIGNER_OF_WHAT_COMES_NEXT = (
    r"I still ask you to|I ask separately for|I know of no answer|let me add to|once I have the reasons|give me a date|I notify you today",
    r"send me (?:written notice|a written statement|a mandatory|the mandatory)|(?:What )?I ask the Tribunal to",
    r"I notify the Department today|I am ringing to apply|I know that it has|I complain under|I complain about|I ask of you",
    r"from my doctor|I want to apply for a hardship|I understand that it has|Please help me",
)
WRITERS: dict[str, dict[str, Any]] = {
    "nobody": {"claimant": {}},
    "numbered": {
        "claimant": {
            **OWNER,
            "national_insurance_number": "QQ 12 34 56 C",
            "date_of_birth": "1990-05-03",
        }
    },
    "not-safe": {
        "safety": {"others_see": "yes", "reply_only_by": "a friend"},
        "contact": {"interpreter": "Polish"},
    },
    "jsa": {"benefit": "new-style-jsa"},
    "esa": {"benefit": "new-style-esa"},
    "adviser": {"writer": {"kind": "adviser", "name": "Sam Sample", "organisation": "Law Centre"}},
    "appointee": {"writer": {"kind": "appointee", "name": "Sam Sample"}},
    "appointee-of-nobody": {"writer": {"kind": "appointee", "name": "Sam Sample"}, "claimant": {}},
}
# What says it all, to be read in every voice and for every benefit.
WHOLE: dict[str, str] = {
    "requirement-met": "asked",
    "written-notice-request": "statement",
    "written-reasons-request": "today",
    "requirements-notice": "proof-day",
    "commitment-change": "every-limit",
    "no-answer": "complaint",
    "appeal-grounds": "findings",
    "phone-call": "words",
    "payment-refused": "words",
    "payment-due": "later",
    "records-late": "thin",
    "regulator": "provider",
    "examiner": "two",
    "mp": "details",
    "authority": "people",
}


def follow_up_samples() -> Iterator[Sample]:
    """Yield a letter for every branch of the letters that come next."""
    for kind, by_name in FACTS.items():
        for name, facts in by_name.items():
            yield follow_up_sample(f"{kind}-{name}", kind, facts)
        for who, writer in WRITERS.items():
            yield follow_up_sample(f"{kind}-{who}", kind, by_name[WHOLE[kind]], **writer)
    yield from _appeals_with_a_story()


def _appeals_with_a_story() -> Iterator[Sample]:
    """Yield grounds of appeal about a decision whose story, with good reason, is in the case."""
    for kind in ("missed-appointment", "left-job"):
        told = sanction(
            failure={"kind": kind}, sides=["had-reason"], account="I was at the hospital.", id="told"
        )
        own = {**complete(ON)["appeal-grounds"], "about": "told", "findings": FINDINGS}
        own.pop("decision", None)
        case = case_of(own, told, claimant=OWNER)
        letter = PlannedLetter("appeal-grounds", "", follow_up=told_follow_ups(case)[0])
        yield Sample(f"appeal-grounds-story-{kind}", letter, case)


def follow_up_sample(name: str, kind: str, facts: dict[str, Any], **case_facts: Any) -> Sample:
    """Return the letter of that `kind` about `facts`."""
    own = {**complete(ON)[kind], **facts}
    variant = own.pop("variant", "")
    queries = {"answered_queries": own.pop("answered_queries", [])}
    case = case_of(own, **{"claimant": OWNER, **queries, **case_facts})
    follow_up = case.problems[0]
    assert isinstance(follow_up, FollowingUp)
    letter = PlannedLetter(
        case.follow_ups[0].kind, "", follow_up=case.follow_ups[0], variant=variant, beside=beside(case)
    )
    return Sample(name, letter, case)
