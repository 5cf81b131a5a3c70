"""Letters that between them go through every branch of every template, rare answers and all.

The example cases are people; these are not. They are here so that no sentence of a template can change or go
missing unnoticed. Run this file to write the ledger of their lines into tests/letters/branches, then read the diff
(ledger.py tells how a ledger reads). Whoever adds a sample has nothing else to do: its new lines come into the
ledger, each with the sample's name.

    python tests/letters/branches.py           writes the ledger
    python tests/letters/branches.py FOLDER    writes every letter in full into FOLDER, to read one, or to compare
                                               two states of the program with `diff -r`
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.facts import case_of
from tests.letters.group_branches import group_samples
from tests.letters.ledger import Written, ledger
from tests.letters.next_branches import FACTS, follow_up_sample, follow_up_samples
from tests.letters.northern_irish import northern_irish
from tests.letters.samples import (
    BEFORE_A_DECISION,
    DAYS,
    END_DATE,
    GROUNDS,
    ON,
    Sample,
    Tokens,
    challenge_of,
    full_case,
    letters_of,
)

from challenge_letters.case.failure import (
    CaredForGets,
    Channel,
    Dispute,
    FailureKind,
    FewerBecause,
    Group,
    JobFault,
    Lacking,
    NoReduction,
    Place,
    ReasonKind,
    Relation,
    TimeOff,
)
from challenge_letters.case.people import Writer
from challenge_letters.case.problems import AccountDemand
from challenge_letters.case.rough_days import RoughDay
from challenge_letters.letters.filling import fill
from challenge_letters.letters.plain_text import plain_text
from challenge_letters.letters.sources import template_of
from challenge_letters.plan.outcome import (
    Challenge,
    DisputedToo,
    LevelPoint,
    NotCounted,
    PlannedLetter,
    WorkSince,
)

ASKED_WRONGLY = ("not-told", "not-required")
COUPLES: dict[str, dict[str, Any]] = {
    "couple": {"partner": "Lee Zed", "partner_signs": True},
    "couple-does-not-sign": {"partner": "Lee Zed"},
    "couple-unnamed": {"partner_signs": True},
}
FOLDER = Path(__file__).parent / "branches"
# Universal credit and its law began on 29 April 2013: a letter of that March can name nothing.
BEFORE_THE_LAW = date(2013, 3, 9)
ADJUSTMENT = {"disadvantage": "I cannot hear.", "step_wanted": "Write to me."}
OWNER = {"name": "Alex Morgan", "address": ["1 Mill Lane", "Leeds"]}
EVENT: dict[str, Any] = {"events": [{"day": "2027-03-01", "what": "Nobody rang."}]}


def samples() -> Iterator[Sample]:
    """Yield every letter."""
    yield from (british := tuple(_british()))
    yield from northern_irish(british)
    yield from group_samples()


def _british() -> Iterator[Sample]:
    yield from _full()
    yield from _writers()
    yield from _decisions()
    yield from _facts()
    yield from _warnings()
    yield from _demands()
    yield from _record_requests()
    yield from _complaints()
    yield from _other_voices()
    yield from follow_up_samples()


@cache
def filled() -> tuple[tuple[Sample, bytes], ...]:
    """Return every letter with its Word file."""
    return tuple((each, fill(each.letter, each.case, on=each.on)) for each in samples())


@cache
def written() -> tuple[Written, ...]:
    """Return the text of every letter."""
    return tuple(
        Written(sample.name, template_of(sample.letter.kind, nation=sample.case.nation), plain_text(docx))
        for sample, docx in filled()
    )


def write_ledger() -> None:
    """Write every file of the ledger anew and remove those that are no longer wanted."""
    _write(FOLDER, ledger(written()))


def write_letters(folder: Path) -> None:
    """Write every letter in full into `folder`, and remove those there that are no longer written."""
    _write(folder, {f"{each.name}.txt": each.text for each in written()})


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path in set(folder.rglob("*.txt")) - {folder / name for name in files}:
        path.unlink()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _full() -> Iterator[Sample]:
    for name, stage, changes in (
        ("full", "in-time", {}),
        ("full-late", "late", {"writer.kind": "adviser"}),
        ("full-very-late", "very-late", {"writer.kind": "appointee"}),
        ("full-client-signs", "in-time", {"writer.kind": "adviser", "writer.client_signs": True}),
        (
            "full-not-safe",
            "in-time",
            {"safety.others_see": "yes", "post_is_safe": "no", "safety.reply_only_by": "a friend"},
        ),
    ):
        case = full_case(Tokens(), {"answered_queries.query": "sanction:x", **changes})
        for sample in letters_of(case, stage=stage):  # type: ignore[arg-type]
            yield Sample(f"{name}.{sample.letter.kind}", sample.letter, sample.case)


# -- requests for reconsideration


def _request(name: str, *sanctions: dict[str, Any], **facts: Any) -> Sample:
    """Return a request about `sanctions`; what the plan adds ("grounds", "stage", ...) stands among their facts."""
    plans = [_plan_in(each) for each in sanctions]
    problems = [
        {"kind": "applied-sanction", "id": f"p{at}", "decision": {"notified": "2027-03-02"}, **each}
        for at, each in enumerate(sanctions)
    ]
    case = case_of(*problems, **{"claimant": OWNER, **facts})
    challenges = tuple(
        challenge_of(problem, **plan)  # type: ignore[arg-type]
        for problem, plan in zip(case.problems, plans, strict=True)
    )
    return Sample(name, PlannedLetter("mandatory-reconsideration", "", challenges), case)


def _back_in_work() -> list[dict[str, Any]]:
    work = {"is_back_in_work": "yes", "back_in_work_since": "2026-08", "work": WorkSince("six months")}
    reached = WorkSince("six months", date(2027, 2, 1))
    pay = {"back_in_work_pay": "1850", "back_in_work_words": "In my words."}
    return [
        {"is_back_in_work": "yes", "work": WorkSince("six months")},
        work,
        {**work, **pay, "back_in_work_pay_every": "month", "work": reached},
        {
            **work,
            **pay,
            "back_in_work_pay_every": "week",
            "back_in_work_until": "2027-02-20",
            "work": reached,
        },
        {**work, "back_in_work_pay": "1850"},
    ]


def _plan_in(facts: dict[str, Any]) -> dict[str, Any]:
    found = {
        name: facts.pop(name)
        for name in ("stage", "level", "expected", "too_far", "lifting", "disputed", "work")
        if name in facts
    }
    return {"grounds": facts.pop("grounds", ()), **found}


def _writers() -> Iterator[Sample]:
    adviser, appointee = {"kind": "adviser"}, {"kind": "appointee", "name": "Sam"}
    helps = {"kind": "adviser", "client_signs": True}
    writers: dict[str, dict[str, Any]] = {
        "helps-name": {"writer": {**helps, "name": "Sam"}},
        "helps-office": {"writer": {**helps, "organisation": "Law Centre", "reference": "7/1"}},
        "helps-phone": {"writer": {**helps, "name": "Sam", "phone": "01632 960 001"}},
        "helps-address": {"writer": {**helps, "name": "Sam", "address": ["2 High Street"]}},
        "helps-authority": {"writer": {**helps, "name": "Sam", "authority_enclosed": True}},
        "adviser-name": {"writer": {**adviser, "name": "Sam"}},
        "adviser-office": {"writer": {**adviser, "organisation": "Law Centre", "reference": "7/1"}},
        "adviser-phone": {"writer": {**adviser, "name": "Sam", "phone": "01632 960 001"}},
        "adviser-address": {"writer": {**adviser, "name": "Sam", "address": ["2 High Street"]}},
        "adviser-authority": {"writer": {**adviser, "name": "Sam", "authority_enclosed": True}},
        "adviser-nameless": {"writer": {**adviser, "organisation": "Law Centre"}, "claimant": {}},
        "adviser-of-nobody": {"writer": {**adviser, "name": "Sam"}, "claimant": {}},
        "adviser-only-by": {
            "writer": {**adviser, "name": "Sam"},
            "safety": {"reply_only_by": "text message"},
        },
        "adviser-only-by-unsafe": {
            "writer": {**adviser, "name": "Sam"},
            "safety": {
                "others_see": "yes",
                "post_is_safe": "no",
                "phone_is_safe": "no",
                "account_is_safe": "no",
                "reply_only_by": "text message",
            },
        },
        "adviser-not-by-phone": {"writer": {**adviser, "name": "Sam"}, "contact": {"not_by_phone": True}},
        "adviser-post-unsafe": {
            "writer": {**adviser, "name": "Sam"},
            "safety": {"others_see": "yes", "post_is_safe": "no"},
        },
        "adviser-journal": {"writer": {**adviser, "name": "Sam"}, "contact": {"ways": ["journal"]}},
        "translated": {"translation": {"by": "Ana Sample"}},
        "appointee-phone": {
            "writer": appointee,
            "contact": {"ways": ["phone"]},
            "claimant": {**OWNER, "phone": "01632 960 001"},
        },
        "appointee": {"writer": appointee},
        "appointee-nameless": {"writer": appointee, "claimant": {}},
        "appointee-not-safe": {"writer": appointee, "safety": {"others_see": "yes"}},
        "nobody": {"claimant": {}},
        "phone-only": {"claimant": {"phone": "01632 960 001"}, "contact": {"ways": ["phone"]}},
        "number-only": {"claimant": {"national_insurance_number": "QQ 12 34 56 C"}},
        "born-only": {"claimant": {"date_of_birth": "1990-05-03"}, "contact": {"ways": ["phone"]}},
        "by-journal": {"contact": {"ways": ["journal"]}},
        "by-post": {"contact": {"ways": ["post"]}},
        "only-by-unsafe": {
            "safety": {"others_see": "yes", "phone_is_safe": "no", "reply_only_by": "text message"}
        },
        "not-by-phone": {"contact": {"ways": ["phone"], "not_by_phone": True}},
        "interpreter": {"contact": {"interpreter": "Polish"}},
        "large-print": {"contact": {"large_print": True}},
        "other-needs": {"contact": {"other_needs": "Please speak slowly."}},
        "only-by": {"safety": {"reply_only_by": "text message"}, "contact": {"ways": ["post"]}},
    }
    for name, facts in writers.items():
        yield from _each_way(f"writer-{name}", **facts)
    hidden = {"others_see": "yes", "post_is_safe": "no", "phone_is_safe": "no", "account_is_safe": "no"}
    owner = {**OWNER, "phone": "01632 960 001", "email": "alex@example.org"}
    ways = {"ways": ["phone", "journal", "post"]}
    for only in ("post_is_safe", "phone_is_safe", "account_is_safe", "nothing"):
        safety = {**hidden, **({} if only == "nothing" else {only: "yes"})}
        for who in (
            {},
            *({**each, "name": "Sam", "address": ["2 High Street"]} for each in (adviser, appointee)),
        ):
            name = f"hidden-but-{only.replace('_', '-')}{'-' * bool(who)}{who.get('kind', '')}"
            yield from _each_way(name, claimant=owner, contact=ways, safety=safety, writer=who)


def _each_way(name: str, **facts: Any) -> Iterator[Sample]:
    """Yield three letters and the sheet with one of them: each has its own words for how to reply."""
    yield _request(name, {}, **facts)
    yield follow_up_sample(f"examiner-{name}", "examiner", FACTS["examiner"]["two"], **facts)
    told = {**EVENT, "data_protection": "My address was read out."}
    case = case_of(CLOSED, **{"claimant": OWNER, **facts}, complaint=told)
    yield Sample(f"complaint-data-{name}", PlannedLetter("complaint", ""), case)


def _decisions() -> Iterator[Sample]:
    asked = {"day": "2027-03-05", "how": "phone", "words": "Please look again.", "said_back": "We will."}
    done = {"done_since": {"state": "done", "day": "2027-03-01"}}
    unseen = {"notice": "none-seen"}
    decisions: dict[str, dict[str, Any]] = {
        "dated": {"decision": {"dated": "2027-03-01"}},
        "dated-and-notified": {
            "decision": {"dated": "2027-03", "notified": "2027-03-02", "came_by": "letter"}
        },
        "notified-roughly": {"decision": {"dated": "2027-03-01", "notified": "2027-03"}},
        "payment-only": {"decision": {"payment_day": "2027-03-05"}},
        "unseen": {"decision": {**unseen, "payment_day": "2027-03-05", "payment_lower_by": "84.20"}},
        "unseen-no-payment": {
            "decision": {**unseen, "notified": "2027-03-05", "statement_words": "Sanction"}
        },
        "unseen-dated": {"decision": {**unseen, "dated": "2027-03-05"}},
        "address": {"decision": {"dated": "2027-03-01", "address": ["1 Office Road", "Town"]}},
        "reference": {"decision": {"dated": "2027-03-01", "reference": "AB/1"}},
        "days": {"decision": {"dated": "2027-03-01", "days": 28}},
        "open-ended": {"decision": {"dated": "2027-03-01", "is_open_ended": "yes"}},
        "open-ended-done": {"decision": {"dated": "2027-03-01", "is_open_ended": "yes", "days": 7}, **done},
        "reduced-from": {"decision": {"dated": "2027-03-01", "reduced_from": "2027-02-05"}},
        "no-reasons": {"decision": {"dated": "2027-03-01", "gives_reasons": "no"}},
        "asked": {"already_asked": asked},
        "asked-bare": {"already_asked": {}},
        "level-days": {"level": DAYS},
        "level-bare": {"level": LevelPoint("days", "higher", None, None, False, None, "")},
        "level-days-ended": {"level": replace(DAYS, should_end=date(2027, 2, 19)), **done},
        "level-one-day": {"level": replace(END_DATE, began=date(2027, 2, 19)), **done},
        "level-open-days": {"level": replace(END_DATE, began=date(2027, 2, 12)), **done},
        "level-days-and-more": {
            "level": replace(DAYS, should_end=date(2027, 2, 19), began=date(2027, 2, 12)),
            **done,
        },
        "level-one-day-and-more": {
            "level": replace(DAYS, right_days=None, should_end=date(2027, 2, 19), began=date(2027, 2, 19)),
            **done,
        },
        "level-medium": {"level": LevelPoint("days", "medium", 28, 91, False, None, "")},
        "level-end": {"level": END_DATE, **done},
        "level-end-lowest": {"level": LevelPoint("end-date", "lowest", None, None, True, ON, "")},
        "level-lowest": {"level": LevelPoint("days", "lowest", None, 28, True, None, "")},
        "overturned": {
            "level": DAYS,
            "earlier_sanctions": [
                {"failure_day": "2026-12-01", "overturned": True},
                {"failure_day": "2026-12-09", "overturned": False},
            ],
        },
        "not-overturned": {"earlier_sanctions": [{"failure_day": "2026-12-01", "overturned": True}]},
        "short": {
            "reasons_will_follow": True,
            "evidence": [{"what": "a note"}, {"what": "b", "have": "asked-for"}],
        },
        "short-unseen": {"reasons_will_follow": True, "decision": {**unseen, "payment_day": "2027-03-05"}},
    }
    for name, facts in decisions.items():
        yield _request(f"decision-{name}", dict(facts))
    long = [facts for name, facts in decisions.items() if not name.startswith("short")]
    adviser = {"kind": "adviser", "name": "Sam"}
    authority = {**adviser, "authority_enclosed": True}
    yield _request("decision-short-adviser", dict(decisions["short"]), writer=authority)
    uncited = _request("decision-uncited", {"decision": {"notified": "2013-03-02"}})
    yield replace(uncited, on=BEFORE_THE_LAW)
    yield _request("decisions-together", *map(dict, long))
    yield from _lateness()
    yield from _short_ways()


def _short_ways() -> Iterator[Sample]:
    """Yield what stands in short, what is said of a message not seen, and how the days can end."""
    long = "So it was. " * 20
    lost, search = {"kind": "lost-job"}, {"kind": "work-search-hours"}
    reasons: list[dict[str, Any]] = [
        {"kind": "ill", "fact": "I had a fever.", "effect": "I could not stand."},
        {"kind": "ill", "fact": "I had a fever.", "effect": long},
        {"kind": "ill", "fact": long, "effect": "I could not stand."},
        {"kind": "ill", "effect": "I could not stand."},
    ]
    yield _request("short-reasons", *({"grounds": ("good-reason",), "reasons": [each]} for each in reasons))
    own: list[dict[str, Any]] = [{"account": "I was ill."}, {"account": long}, {}, {"expected": "higher"}]
    yield _request("short-account", *({"grounds": ("good-reason",), **each} for each in own))
    did = [{"what_i_did": words} for words in ("I went.", long)]
    yield _request("short-did", *({"grounds": ("did-it",), "sides": ["did-it"], **each} for each in did))
    words = ({"misconduct": {"words": each}} for each in ("I was not there.", long))
    yield _request(
        "short-job", *({"grounds": ("not-misconduct",), "failure": lost, **each} for each in words)
    )
    asked = {"grounds": ("not-required",), "sides": ["not-required"]}
    unclear = {"was_clear_it_was_required": "no"}
    bare = {"grounds": ("not-required",), "groups": ["child-2"]}
    kinds = ("particular-vacancy", "employer-interview", "missed-appointment")
    jobs = ({**asked, "failure": {"kind": kind}, "requirement": unclear} for kind in kinds)
    yield _request("short-asked", *jobs, {**asked, "failure": search}, bare)
    yield _request("short-not-told", *_each_unseen())
    yield _request("short-unsafe", *_each_unseen(), safety={"others_see": "yes"})
    yield _request("short-cannot", *_each_cannot())


def _each_unseen() -> Iterator[dict[str, Any]]:
    unseen = {"grounds": ("not-told",), "sides": ["not-told"]}
    for told_by in ("letter", "journal", "never"):
        moved = {"told_by": told_by, "seen": "after", "new_details_on": "2027-01-10"}
        yield {**unseen, "requirement": moved}
    yield {**unseen, "requirement": {"seen": "never"}, "expected": "higher"}
    yield {**unseen, "requirement": {"seen": "never"}, "failure": {"kind": "lost-job"}}
    yield {**unseen, "requirement": {"seen": "before", "told_by": "letter"}}


def _each_cannot() -> Iterator[dict[str, Any]]:
    open_ended = {"decision": {"dated": "2027-03-01", "is_open_ended": "yes"}}
    needed = {"grounds": ("adjustment",), "adjustment": ADJUSTMENT}
    for state in ("cannot", "not-yet"):
        yield {**open_ended, **needed, "done_since": {"state": state}}
        yield {**open_ended, "done_since": {"state": state}}


def _lateness() -> Iterator[Sample]:
    late = {
        "late": [
            {"began": "2026-02-01", "ended": "2026-03-01", "what": "Ill."},
            {"began": "2026-03", "what": "B."},
        ]
    }
    error = {
        "official_error": {"what_they_knew": "My fit note.", "told_on": "2026-01-05", "told_how": "journal"}
    }
    bare_error = {"official_error": {"what_they_knew": "My fit note."}}
    why = {"why_look_now": "It still counts."}
    stages: dict[str, dict[str, Any]] = {
        "in-doubt": {"stage": "date-in-doubt", "expected": "medium", **error},
        "in-doubt-higher": {"stage": "date-in-doubt", "expected": "higher"},
        "in-doubt-unknown": {"stage": "date-in-doubt", "expected": None, "official_error": {}},
        "in-doubt-rough": {"stage": "date-in-doubt", "decision": {"notified": "2027-03"}},
        "in-doubt-unseen": {
            "stage": "date-in-doubt",
            "decision": {"notice": "none-seen", "payment_day": "2027-03-05"},
        },
        "late": {"stage": "late", **late},
        "late-bare": {"stage": "late", "expected": "lowest"},
        "late-not-knowing": {"stage": "late", "did_not_know": "yes"},
        "very-late": {"stage": "very-late", **late, **why, **error},
        "very-late-bare": {"stage": "very-late", **bare_error},
        "in-time-error": {"official_error": {"told_on": "2026-01-05"}, **late, **why},
    }
    for name, facts in stages.items():
        yield _request(f"stage-{name}", dict(facts))


def _facts() -> Iterator[Sample]:
    yield _request("failures", *_each_failure())
    yield _request("channels", *_each_channel())
    yield _request("groups", *_each_group())
    yield _request("reasons", {"grounds": ("good-reason",), "reasons": list(_each_reason())})
    kinds = [{"no_reduction": [kind]} for kind in get_args(NoReduction)]
    back: list[dict[str, Any]] = [
        {"no_reduction": ["redundancy"], "no_reduction_words": "In my words."},
    ]
    yield _request("no-reduction", *({"grounds": ("no-reduction",), **each} for each in (*kinds, *back)))
    yield _request("back-in-work", *_back_in_work())
    yield _request("happened", *_what_happened())
    yield _request(
        "adjustments", *({"grounds": ("adjustment",), "adjustment": each} for each in _adjustments())
    )
    yield from _deciding_facts()
    for ground in GROUNDS:
        facts = {
            "adjustment": ADJUSTMENT,
            "no_reduction": ["strike"],
            "sides": ["not-required"],
            "misconduct": {"words": "In my words."},
        }
        yield _request(f"ground-{ground}", {"grounds": (ground,), **facts})
    reason = {"kind": "ill", "fact": "Ill.", "effect": "In bed.", "began": "2027-02-20"}
    both = {"grounds": ("good-reason",), "reasons": [reason, reason]}
    yield _request("good-reason-levels", {**both, "expected": "higher"}, {**both, "expected": None})
    unsafe = {
        "grounds": ("good-reason",),
        "reasons": [{"kind": "not-safe", "fact": "Never printed."}, reason],
    }
    yield _request("not-safe", dict(unsafe), safety={"say_could_not_attend_safely": True})
    yield _request("not-safe-silent", dict(unsafe))
    for benefit in ("new-style-jsa", "new-style-esa"):
        yield _request(benefit, *_each_group(), {"grounds": ("not-told",)}, benefit=benefit)
    papers: dict[str, list[dict[str, str]]] = {
        "enclosed": [{"what": "a note"}],
        "asked-for": [{"what": "a note", "have": "asked-for"}],
        "cannot-get": [{"what": "a note", "have": "cannot-get"}],
    }
    for name, evidence in papers.items():
        yield _request(f"papers-{name}", {"evidence": evidence})


def _deciding_facts() -> Iterator[Sample]:
    """Yield the facts that make or break a reason, a job, misconduct or hours, and what has changed since."""
    reasons = {"grounds": ("good-reason",), "reasons": list(_each_fact_of_a_reason())}
    yield _request("facts-of-reasons", reasons)
    yield _request("facts-of-jobs", *_each_job())
    yield _request("facts-of-misconduct", *_each_misconduct())
    yield _request("facts-of-hours", *_each_search())
    yield _request("facts-of-last-days", *_each_last_day())
    yield _request("facts-of-carers", *_each_carer())
    yield _request("facts-since", *_each_change())
    yield _request("facts-since-jsa", *_each_change(), benefit="new-style-jsa")
    yield replace(_request("facts-since-uncited", *_each_change("2013-03-01")), on=BEFORE_THE_LAW)
    yield _request("lifted", *_each_lifting())
    yield _request("lifted-esa", *_each_lifting(), benefit="new-style-esa")
    alone = {"grounds": ("good-reason",), "reasons": [{"kind": "not-safe"}]}
    say = {"say_could_not_attend_safely": True}
    yield _request(
        "not-safe-alone", {**alone, "expected": "higher"}, {**alone, "expected": "low"}, safety=say
    )
    yield _request("not-counted", *_each_not_counted())
    yield _request("partly", *_each_part())
    yield from _told_too_late()
    for name, joint in COUPLES.items():
        yield _request(name, {}, {}, joint_claim=joint)
    yield _request("couple-not-safe", {}, joint_claim=COUPLES["couple"], safety={"others_see": "yes"})
    job = {"failure": {"kind": "job-offer"}, "job": {"was_offered": "no", "faults": ["pay"]}}
    yield _statement("warned-job", job, ("not-required", "good-reason"))


def _each_fact_of_a_reason() -> Iterator[dict[str, Any]]:
    facts: dict[str, tuple[Any, ...]] = {
        "could_tell": ("yes", "no"),
        "told_on": ("2026-11", "2026-11-05"),
        "age": ("3",),
        "others_could": ("yes", "no"),
        "relation": get_args(Relation),
        "died_on": ("2027-02-18",),
        "left_at": ("8.15",),
        "usual_minutes": (40,),
        "work_hours": ("7 to 3",),
        "could_move": ("yes", "no"),
        "lacking": tuple([each] for each in get_args(Lacking)),
        "where_post_came": ("To the old flat.",),
        "was_in": get_args(Place),
        "understood": ("That it was for May.",),
        "put_right_on": ("2027-03-01",),
        "agreed_by_word": ("yes", "no"),
    }
    for name, values in facts.items():
        for value in values:
            yield {"kind": "other", "fact": "So it was.", name: value}
    yield {"kind": "other", "age": "3", "others_could": "no", "left_at": "8.15", "usual_minutes": 40}
    yield {"kind": "other", "work_hours": "7 to 3", "could_move": "no", "lacking": ["phone", "internet"]}
    yield {"kind": "bereavement", "relation": "mother", "died_on": "2027-02"}
    yield {"kind": "unfair-commitment", "fact": "So it was.", "told_on": "2026-11-05"}


def _each_job() -> Iterator[dict[str, Any]]:
    both = ("not-required", "good-reason")
    for kind in ("job-offer", "particular-vacancy", "employer-interview"):
        for was_offered in ("no", "yes"):
            job = {"was_offered": was_offered, "minutes_each_way": 100}
            yield {"failure": {"kind": kind}, "grounds": both, "job": job, "too_far": 90}
    for fault in get_args(JobFault):
        yield {"failure": {"kind": "job-offer"}, "grounds": both, "job": {"faults": [fault]}}
    offer = {"failure": {"kind": "job-offer"}, "grounds": both}
    yield {**offer, "job": {"faults": ["pay", "hours"], "in_writing": "no"}}
    yield {"job": {"in_writing": "no"}}
    yield {"job": {"in_writing": "yes"}}
    yield {"job": {"tried": "I wrote twice."}}
    yield {"requirement": {"new_details_on": "2027-01-10"}}


def _each_misconduct() -> Iterator[dict[str, Any]]:
    lost = {"failure": {"kind": "lost-job"}, "grounds": ("not-misconduct",)}
    for dispute in get_args(Dispute):
        yield {**lost, "misconduct": {"disputed": [dispute]}}
    yield {**lost, "misconduct": {"words": "Four of us went."}}


def _each_search() -> Iterator[dict[str, Any]]:
    hours = {"failure": {"kind": "work-search-hours"}, "grounds": ("did-it",)}
    for search in (
        {"done_hours": 20},
        {"done_hours": 20, "expected_hours": 35},
        {"done_hours": 0},
        {"time_off": ["funeral"], "was_agreed": "yes"},
        {"time_off": list(get_args(TimeOff)), "was_agreed": "no"},
        {"expected_hours": 35},
    ):
        yield {**hours, "search_week": search}
    for why in get_args(FewerBecause):
        yield {
            **hours,
            "search_week": {
                "expected_hours": 35,
                "fewer_hours": 16,
                "fewer_because": why,
                "done_hours": 17,
            },
        }
    for took in ({"time_off_hours": 20}, {"time_off_hours": 5}, {}):
        for use in ("voluntary-work", "paid-work"):
            week = {"fewer_hours": 30, "done_hours": 15, "time_off": [use], **took}
            yield {**hours, "search_week": week}


def _each_last_day() -> Iterator[dict[str, Any]]:
    done = {"failure": {"kind": "specific-task"}, "grounds": ("did-it", "good-reason")}
    for last_day in ("2027-02-20", "2027-02-22"):
        met = {"requirement": {"last_day": last_day}, "done_since": {"state": "done", "day": "2027-02-20"}}
        yield {**done, **met}


def _each_carer() -> Iterator[dict[str, Any]]:
    hours = {"failure": {"kind": "work-search-hours"}, "grounds": ("not-required", "did-it")}
    for gets in get_args(CaredForGets):
        care = {"groups": ["carer"], "cares_35_hours": "yes", "cared_for_gets": gets}
        yield {**hours, **care, "search_week": {"done_hours": 17}, "commitment_limits": "Sixteen hours."}


def _each_change(dated: str = "2027-03-01") -> Iterator[dict[str, Any]]:
    for group in ("limited-capability-work-activity", "child-under-1", "late-pregnancy", "child-1", "carer"):
        for is_open_ended in ("yes", "no"):
            decision = {"dated": dated, "is_open_ended": is_open_ended}
            yield {"changed": {"groups": [group], "since": "2027-03"}, "decision": decision}
    yield {"changed": {"groups": ["carer"]}, "decision": {"dated": dated}}
    open_ended = {"dated": dated, "is_open_ended": "yes"}
    yield {"changed": {"groups": ["carer"]}, "decision": open_ended, "expected": "lowest"}
    yield {"changed": {"since": "2027-03"}, "decision": {"dated": dated}}


def _each_lifting() -> Iterator[dict[str, Any]]:
    ill = {"kind": "ill", "fact": "Ill."}
    death = {"kind": "bereavement", "fact": "He died.", "relation": "partner", "died_on": "2027-02-01"}
    both = ("not-required", "good-reason")
    search = {"failure": {"kind": "work-search-hours"}, "grounds": both, "sides": ["not-required"]}
    for reason in (ill, death):
        yield {**search, "reasons": [reason], "lifting": True}
        yield {**search, "reasons": [reason]}


def _told_too_late() -> Iterator[Sample]:
    """Yield answers to a provider that wrote half an hour before, and requests that ask for its authority."""
    needed = {"told_by": "text-message", "seen": "before", "notice_minutes": 90}
    firm = {"asked_by": "provider", "provider": "Works Ltd", "provider_address": ["Unit 4"]}
    late = {"requirement": needed, "sides": ["not-told"], "grounds": ("not-told",)}
    yield _request("told-too-late", late, {**late, "sides": ["had-reason"], "expected": "higher"})
    wrongly = [{"failure": firm, "sides": [each], "grounds": (each,)} for each in ASKED_WRONGLY]
    yield _request("provider-authority", *(dict(each) for each in wrongly))
    yield _request("provider-authority-jsa", *(dict(each) for each in wrongly), benefit="new-style-jsa")
    for ground in ASKED_WRONGLY:
        asked = {"failure": firm, "sides": [ground], "requirement": needed}
        yield _statement(f"provider-{ground}", asked, (ground,))
    yield _statement("provider-reason", {"failure": firm}, ("good-reason",))


def _each_not_counted() -> Iterator[dict[str, Any]]:
    for why in ("too-long-ago", "other-level"):
        earlier = NotCounted(RoughDay.parse("2025-09-01"), why)  # type: ignore[arg-type]
        yield {"level": replace(DAYS, not_counted=(earlier,))}
    yield {"level": replace(DAYS, same_again=date(2027, 2, 3))}
    for days in (7, None):
        yield {"disputed": (DisputedToo(date(2027, 2, 3), days),)}


def _each_part() -> Iterator[dict[str, Any]]:
    for kind in ("left-job", "lost-job", "late-for-appointment", "not-available", "missed-appointment"):
        for side in ("did-it", "did-part"):
            yield {"failure": {"kind": kind}, "sides": [side], "grounds": ("did-it",)}


def _each_failure() -> Iterator[dict[str, Any]]:
    grounds: tuple[str, ...] = ("did-it", "not-required")
    for kind in get_args(FailureKind):
        failure = {"kind": kind, "happened": "2027-02-20"}
        yield {
            "failure": failure,
            "sides": ["did-it"],
            "grounds": grounds,
            "groups": ["fit-note", "child-3-12"],
        }
        yield {
            "failure": {**failure, "their_day": "2027-02-21"},
            "sides": ["did-part", "not-required"],
            "grounds": grounds,
        }
        yield {"failure": {"kind": kind, "their_words": "You did not."}, "sides": ["not-understood"]}
        same = {"kind": kind, "happened": "2027-02-20", "their_day": "2027-02-20", "provider": "Works Ltd"}
        yield {
            "failure": same,
            "what_i_did": "In my words.",
            "grounds": grounds,
            "sides": ["did-part", "not-required"],
        }


def _each_channel() -> Iterator[dict[str, Any]]:
    for told_by in get_args(Channel):
        for seen in ("before", "after", "never", "not-known"):
            told = {"requirement": {"told_by": told_by, "seen": seen}, "grounds": ("not-told",)}
            yield told
            yield {**told, "sides": ["not-told"]}
    for answer in ("yes", "no"):
        unclear = {"was_clear_it_was_required": answer, "gave_place_and_time": "yes"}
        yield {"requirement": unclear, "grounds": ("not-told",)}
        yield {"requirement": unclear, "grounds": ("not-told",), "sides": ["not-told"]}
    yield {
        "requirement": {"gave_place_and_time": "no", "why_not_seen": "No phone."},
        "grounds": ("not-told",),
    }


def _each_group() -> Iterator[dict[str, Any]]:
    for kind in ("missed-appointment", "work-search-hours"):
        for group in get_args(Group):
            sides = ["not-required"] if group in ("none", "not-known") else []
            yield {
                "groups": [group],
                "grounds": ("not-required",),
                "failure": {"kind": kind},
                "sides": sides,
            }
    limits = {"why_not_required": "In my words.", "commitment_limits": "Twenty hours."}
    yield {"groups": ["fit-note", "carer"], "grounds": ("not-required",), **limits}


def _each_reason() -> Iterator[dict[str, Any]]:
    for kind in get_args(ReasonKind):
        yield {"kind": kind, "fact": f"About {kind}."}
    told = {"kind": "ill", "fact": "Ill."}
    yield {**told, "began": "2027-02-20", "ended": "2027-02-20"}
    yield {**told, "began": "2027-02-20", "ended": "2027-02-22"}
    yield {**told, "began": "2027-02", "ended": "2027-02"}
    yield {**told, "began": "2027-02"}
    yield {**told, "ended": "2027-02-22"}
    yield {"kind": "ill", "effect": "I could not stand."}
    yield {"kind": "ill", "what_i_did": "I rang."}
    yield {"kind": "ill"}


def _what_happened() -> Iterator[dict[str, Any]]:
    for state in ("done", "rebooked", "cannot", "not-yet"):
        yield {"done_since": {"state": state}}
        yield {"done_since": {"state": state, "day": "2027-03-05"}}
    yield {"done_since": {"words": "I went."}}
    yield {"told_them": {"day": "2027-02-20", "how": "phone", "words": "I am ill.", "said_back": "Noted."}}
    yield {"told_them": {"words": "I am ill."}}
    yield {"told_them": {"day": "2027-02-20"}}
    yield {"told_them": {}}
    yield {"sides": ["not-understood"]}
    yield {"sides": ["did-it"], "done_since": {"state": "done"}}
    yield {"requirement": {"told_by": "phone", "seen": "before", "words": "Come."}}
    yield {"requirement": {"seen": "never", "words": "Come."}}
    yield {"decision": {"dated": "2027-03-01", "notified": "2027-03-02", "came_by": "phone"}}
    yield {"requirement": {"told_on": "2027-02-10"}}
    yield {"requirement": {"told_by": "letter", "told_on": "2027-02-10"}}
    yield {"requirement": {"words": "Come."}}
    yield {"account": "In my own words."}
    yield {"failure": {"provider": "Works Ltd"}}
    yield {"failure": {"happened": "2027-02-20"}}


def _adjustments() -> Iterator[dict[str, Any]]:
    yield {}
    yield {"disadvantage": "I cannot hear."}
    yield {"step_wanted": "Write to me."}
    yield {"told_on": "2026-11"}
    yield {"told_how": "letter"}
    yield {"told_how": "never"}
    yield {"asked_before": "yes", "what_was_done": "Nothing."}


# -- the other four


def _warnings() -> Iterator[Sample]:
    threats: dict[str, dict[str, Any]] = {
        "bare": {},
        "dated": {
            "warning": {"day": "2027-03-05", "came_by": "to-do", "answer_by": "2027-03-12", "words": "Why?"}
        },
        "answer-passed": {"warning": {"answer_by": "2027-03-08"}},
        "by-letter": {"warning": {"day": "2027-03-05", "came_by": "letter"}},
        "by-letter-undated": {"warning": {"came_by": "letter"}},
        "more-time": {"more_time": "I need until Friday."},
        "failure": {"failure": {"kind": "missed-appointment", "happened": "2027-02-20"}},
        "their-day": {"failure": {"kind": "missed-appointment", "their_day": "2027-02-20"}},
        "no-day": {"failure": {"kind": "missed-appointment"}},
        "both-days": {
            "failure": {"kind": "missed-call", "their_day": "2027-02-21", "happened": "2027-02-20"}
        },
        "other": {"failure": {"kind": "other", "happened": "2027-02-20", "their_words": "Not enough."}},
    }
    grounds = {ground: (ground,) for ground in BEFORE_A_DECISION}
    cases = {**{name: (facts, ()) for name, facts in threats.items()}}
    facts = {
        "adjustment": ADJUSTMENT,
        "sides": ["did-it", "not-required"],
        "misconduct": {"words": "In my words."},
    }
    for name, (own, chosen) in {**cases, **{name: (facts, each) for name, each in grounds.items()}}.items():
        yield _statement(f"warned-{name}", own, chosen)
    hours = {"failure": {"kind": "work-search-hours", "happened": "2027-02-20"}}
    yield _statement("warned-hours", hours, ())
    yield _statement("warned-two-grounds", facts, ("did-it", "not-told"))
    yield _statement("warned-not-safe", {}, (), safety={"others_see": "yes"})
    yield _two_warnings()


def _two_warnings() -> Sample:
    threats = ({"warning": {"day": "2027-03-05"}}, {"account": "In my words."})
    problems = [{"kind": "threatened-sanction", "id": f"t{at}", **each} for at, each in enumerate(threats)]
    case = case_of(*problems, claimant=OWNER)
    challenges = tuple(challenge_of(each, ()) for each in case.problems)  # type: ignore[arg-type]
    return Sample("warned-twice", PlannedLetter("good-reason-statement", "", challenges), case)


def _statement(name: str, facts: dict[str, Any], grounds: tuple[Any, ...], **case_facts: Any) -> Sample:
    case = case_of({"kind": "threatened-sanction", "id": "t", **facts}, claimant=OWNER, **case_facts)
    challenge: Challenge = challenge_of(case.problems[0], grounds)  # type: ignore[arg-type]
    return Sample(name, PlannedLetter("good-reason-statement", "", (challenge,)), case)


def _demands() -> Iterator[Sample]:
    wanted = ("job-site-password", "job-site-permission", "email-log-in", "universal-credit-log-in", "device")
    for kind in wanted:
        yield _reply(f"demand-{kind}", {"wanted": kind})
        yield _reply(
            f"demand-{kind}-site", {"wanted": kind, "site": "Find a job", "account_also_holds": ["health"]}
        )
        for changed in ("changed", "changing", "not-yet"):
            handed = {"day": "2027-03-05", "changed": changed}
            yield _reply(f"demand-{kind}-{changed}", {"wanted": kind, "handed_over": handed})
    offers = [
        {"way": way, **each}
        for way in ("enclosed", "bring", "own-device")
        for each in ({}, {"what": "a list"}, {"what": "a list", "day": "2027-03-16"}, {"day": "2027-03-16"})
    ]
    demands: dict[str, dict[str, Any]] = {
        "asked": {
            "asked_on": "2027-03-05",
            "place": "Leeds",
            "asker": "my work coach",
            "provider": "Works Ltd",
        },
        "asker": {"asker": "my work coach"},
        "provider": {"provider": "Works Ltd", "words": "Give it.", "account": "In my words."},
        "must": {"was_must": "yes", "in_commitment": "yes", "said_would_follow": "A loss."},
        "may": {"was_must": "no", "in_commitment": "no"},
        "offers": {"offers": offers},
        "one-offer": {"offers": offers[:1]},
        "handed-why": {"handed_over": {"why": "I was afraid."}},
        "holds-two": {"account_also_holds": ["messages", "other-people"]},
        "holds-three": {"account_also_holds": ["messages", "other-people", "health"]},
        "terms": {"site_terms_words": "Keep it."},
        "uploads": {"also_wanted": ["uploads"]},
        "asked-back": {"told_them": {"day": "2027-03-06", "how": "journal", "words": "Why?"}},
        "consent": {"consent_claimed": True},
        "box": {"permission_box_ticked": True},
        "consent-handed": {"consent_claimed": True, "handed_over": {}},
        "told": {"told_them": {"day": "2027-03-06", "how": "journal", "words": "No.", "said_back": "Why?"}},
        "told-bare": {"told_them": {}},
        "told-handed": {"handed_over": {}, "told_them": {"day": "2027-03-06"}},
        "terms-of-permission": {"wanted": "job-site-permission", "site_terms_words": "Keep it."},
        "terms-of-device": {"wanted": "device", "site_terms_words": "Keep it."},
        "since": {"done_since": {"words": "I brought a list."}, "next_appointment": "2027-03-16"},
        "appointment-passed": {"next_appointment": "2027-03-08"},
        "papers": {"evidence": [{"what": "a note"}, {"what": "b", "have": "asked-for"}]},
    }
    for name, facts in demands.items():
        yield _reply(f"demand-{name}", facts)
    yield _reply("demand-not-safe", {}, safety={"others_see": "yes"})


def _reply(name: str, facts: dict[str, Any], **case_facts: Any) -> Sample:
    case = case_of(
        {"kind": "account-demand", "id": "d", "wanted": "job-site-password", **facts},
        claimant=OWNER,
        **case_facts,
    )
    demand = case.problems[0]
    assert isinstance(demand, AccountDemand)
    return Sample(name, PlannedLetter("password-reply", "", demand=demand), case)


CLOSED = {"kind": "claim-closed"}


def _record_requests() -> Iterator[Sample]:
    requests: dict[str, dict[str, Any]] = {
        "bare": {},
        "calls": {"records_request": {"systems": ["calls"], "call_details": "At nine."}},
        "journal": {"records_request": {"systems": ["journal"], "offices_and_people": "Leeds"}},
        "from": {"records_request": {"period_from": "2026-01"}},
        "to": {"records_request": {"period_to": "2026-12"}},
        "from-to": {"records_request": {"period_from": "2026-01", "period_to": "2026-12"}},
        "email": {"records_request": {"wanted_as": "email", "is_joint_claim": "yes"}},
        "large-print": {"records_request": {"wanted_as": "large-print", "address_they_know": ["2 Old Road"]}},
        "not-by-phone": {"contact": {"not_by_phone": True}},
        "no-address": {"claimant": {"email": "alex@example.org"}},
        "email-known": {
            "claimant": {"email": "alex@example.org"},
            "records_request": {"wanted_as": "email"},
        },
        "earlier-names": {"claimant": {**OWNER, "earlier_names": "Alex Miller"}},
        "not-safe": {
            "safety": {"others_see": "yes"},
            "claimant": {**OWNER, "email": "alex@example.org"},
            "records_request": {"address_they_know": ["2 Old Road"], "wanted_as": "email"},
        },
        "not-safe-paper": {"safety": {"others_see": "yes"}},
        "every-system": {
            "records_request": {
                "systems": [
                    "decision",
                    "journal",
                    "commitments",
                    "appointments",
                    "calls",
                    "hardship-and-sanctions",
                    "provider",
                    "account-access",
                    "health-and-adjustments",
                ]
            }
        },
    }
    for name, facts in requests.items():
        case = case_of(CLOSED, **{"claimant": OWNER, **facts})
        yield Sample(f"records-{name}", PlannedLetter("subject-access-request", ""), case)


def _complaints() -> Iterator[Sample]:
    costs = [{"what": "bus"}, {"what": "stamps", "pounds": "2.40"}, {"what": "copies", "has_receipt": True}]
    complaints: dict[str, dict[str, Any]] = {
        "bare": {"events": [{"what": "Nobody rang."}]},
        "office": {**EVENT, "office": "Leeds Jobcentre", "is_still_happening": True},
        "address": {**EVENT, "office": "Leeds Jobcentre", "office_address": ["1 Park Street", "Leeds"]},
        "asked": {**EVENT, "reconsideration_asked_on": "2027-03-02"},
        "provider": {**EVENT, "about": "provider", "evidence": [{"what": "a note"}]},
        "should": {**EVENT, "should_have_happened": "A call."},
        "effect": {**EVENT, "effect": "I could not sleep."},
        "costs": {**EVENT, "costs": costs},
        "receipt": {**EVENT, "costs": costs[2:]},
        "remedies": {
            **EVENT,
            "remedies": [
                "explain",
                "apologise",
                "correct-record",
                "record-adjustment",
                "repay",
                "special-payment",
            ],
            "remedy_words": "A call.",
        },
        "remedy-words": {**EVENT, "remedy_words": "A call."},
        "data": {**EVENT, "data_protection": "My address was read out."},
        **{f"adjustment-{at}": {**EVENT, "adjustment": each} for at, each in enumerate(_adjustments())},
    }
    for name, facts in complaints.items():
        case = case_of(CLOSED, claimant=OWNER, complaint=facts)
        yield Sample(f"complaint-{name}", PlannedLetter("complaint", ""), case)
    data = {**complaints["data"], "office": "Leeds Jobcentre"}
    case = case_of(CLOSED, claimant=OWNER, complaint=data, safety={"others_see": "yes"})
    yield Sample("complaint-not-safe", PlannedLetter("complaint", ""), case)


# -- in other voices

VOICES: dict[str, dict[str, Any]] = {
    "adviser": {"kind": "adviser", "name": "Sam Sample", "organisation": "Law Centre"},
    "appointee": {"kind": "appointee", "name": "Sam Sample"},
}
# What an adviser or an appointee says otherwise than the claimant stands in these between them.
OTHERWISE = (
    "short-reasons",
    "short-account",
    "short-did",
    "short-job",
    "short-asked",
    "short-not-told",
    "short-cannot",
    "facts-of-reasons",
    "facts-of-jobs",
    "facts-of-misconduct",
    "facts-of-hours",
    "facts-since",
    "lifted",
    "channels",
    "reasons",
    "happened",
    "groups",
    "no-reduction",
    "decision-level-end",
    "back-in-work",
    "stage-in-doubt-rough",
    "stage-in-doubt-unseen",
    "stage-late",
    "decision-asked",
    "decision-open-ended-done",
    "decision-short",
    "decision-unseen",
    "demand-offers",
    "papers-asked-for",
    "complaint-remedies",
)


def in_voice(sample: Sample, voice: str) -> Sample:
    """Return `sample` as somebody else would write it for the same person."""
    writer = Writer.model_validate(VOICES[voice])
    return Sample(f"{sample.name}.{voice}", sample.letter, sample.case.model_copy(update={"writer": writer}))


def _other_voices() -> Iterator[Sample]:
    own = [*_decisions(), *_facts(), *_demands(), *_complaints()]
    for voice in VOICES:
        yield from (in_voice(sample, voice) for sample in own if sample.name in OTHERWISE)


if __name__ == "__main__":
    if sys.argv[1:]:
        write_letters(Path(sys.argv[1]))
    else:
        write_ledger()
