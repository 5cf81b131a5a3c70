"""Asks the law what a sentence in sentences/*.yaml asks, and gives the answer in the sentence's own words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from challenge_letters.law.authorities import register
from challenge_letters.law.back_in_work import work_ends_it_on
from challenge_letters.law.comparing import Imposed, compared
from challenge_letters.law.days import is_working_day
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.earnings_threshold import earnings_threshold
from challenge_letters.law.errors import LawError
from challenge_letters.law.hardship import HardshipFacts, position
from challenge_letters.law.ladders import answer_expected, ladder
from challenge_letters.law.levels import FAILURES, expected_level
from challenge_letters.law.old_benefits import OldFailure, old_limits, old_period
from challenge_letters.law.periods import (
    EarlierSanction,
    Failed,
    Period,
    before_the_claim,
    open_ended_days,
    period,
    within_the_cap,
    work_that_ends_it,
)
from challenge_letters.law.points import point, usable
from challenge_letters.law.rates import households, loss, rate_kind
from challenge_letters.law.reconsideration import Notice, last_day, routes, stage
from challenge_letters.law.subject_access import Extension, Pause, records_due

AGES = {"18 or over": False, "16 or 17": True, "not known": None}


class Facts(dict[str, Any]):
    """The facts of a sentence, which remember what was looked at: a fact nobody looks at is a slip of the pen."""

    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__(facts)
        self.unused = set(facts)

    def __getitem__(self, fact: str) -> Any:
        self.unused.discard(fact)
        return super().__getitem__(fact)

    def get(self, fact: str, default: Any = None) -> Any:
        self.unused.discard(fact)
        return super().get(fact, default)


def answer(ask: str, told: dict[str, Any], on: date) -> dict[str, Any]:
    """Return the law's answer; {"refused": sentence} where it gives none. Raises KeyError for an idle fact."""
    facts = Facts(told)
    try:
        found = ASKED[ask](facts, on)
    except LawError as error:
        return {"refused": str(error)}
    if facts.unused:
        raise KeyError(f"No such fact is asked for: {', '.join(sorted(facts.unused))}")
    return found


def _length(facts: Facts, on: date) -> dict[str, Any]:
    found = period(facts["level"], _failed(facts, on), earlier=_earlier(facts, on))
    return _as_length(found)


def _before_the_claim(facts: Facts, on: date) -> dict[str, Any]:
    found = before_the_claim(
        _failed(facts, on),
        claimed_on=facts["claimed on"],
        work_was_to_end=facts.get("work was to end"),
        earlier=_earlier(facts, on),
    )
    return _as_length(found)


def _as_length(found: Period) -> dict[str, Any]:
    days = "not worked out" if found.fixed_days is None else found.fixed_days
    return {"days": days, "open-ended": found.is_open_ended, "says": found.why, "caution": found.caution}


def _failed(facts: Facts, on: date) -> Failed:
    return Failed(on, _benefit(facts), _nation(facts), AGES[facts.get("age", "18 or over")])


def _earlier(facts: Facts, on: date) -> tuple[EarlierSanction, ...]:
    return tuple(_sanction(sanction, facts, on) for sanction in facts.get("earlier", ()))


def _sanction(told: dict[str, Any], facts: Facts, on: date) -> EarlierSanction:
    level = told.get("level", facts.get("level", "higher"))
    return EarlierSanction(
        failure_date=on - timedelta(days=told["days before"]),
        days=told["carried"],
        overturned=told.get("overturned", False),
        level=None if level == "not known" else level,
        benefit=told.get("benefit"),
        is_pre_claim=told.get("before the claim", False),
    )


def _cap(facts: Facts, on: date) -> dict[str, Any]:
    days = within_the_cap(facts["days"], outstanding=facts["outstanding"], nation=_nation(facts), on=on)
    return {"days": days}


def _open_ended(facts: Facts, on: date) -> dict[str, Any]:
    found = open_ended_days(on, level=facts["level"], benefit=_benefit(facts), happened=facts["happened"])
    if found is None:
        return {"days": "still running"}
    return {"days": found.days, "last day": found.last_day, "ended by": found.ended_by}


def _comparison(facts: Facts, on: date) -> dict[str, Any]:
    imposed = Imposed(facts["imposed"], facts["imposed open-ended"])
    right = Period(facts["right"], facts["right open-ended"], "")
    found = compared(
        imposed, right, failure_date=on, complied_on=facts.get("complied on"), as_at=facts["as at"]
    )
    return {
        "imposed": found.imposed_days,
        "right": found.right_days,
        "verdict": found.verdict,
        "says": found.working,
        "may be argued": found.may_be_argued,
    }


def _level(facts: Facts, on: date) -> dict[str, Any]:
    failures = facts.get("failures", FAILURES)
    benefits = facts.get("benefits", [_benefit(facts)])
    wanted = [(failure, benefit) for failure in failures for benefit in benefits]
    return {
        (benefit if "benefits" in facts else failure): expected_level(
            failure,
            benefit=benefit,
            nation=_nation(facts),
            groups=frozenset(facts["groups"]),
            day=on,
        )
        or "cannot be said"
        for failure, benefit in wanted
    }


def _rate(facts: Facts, on: date) -> dict[str, Any]:
    benefit = _benefit(facts)
    possible = households(benefit, is_25_or_over=facts.get("25 or over"), is_couple=facts.get("couple"))
    found = loss(benefit, possible, nation=_nation(facts), on=on, kind=facts.get("rate", "full"))
    return {
        "a day": found.day_in_words,
        f"a {found.every}": found.period_in_words,
        "says": found.working,
        "rests on": found.rests_on,
    }


def _which_rate(facts: Facts, on: date) -> dict[str, Any]:
    kind = rate_kind(
        _benefit(facts),
        facts["groups"],
        nation=_nation(facts),
        is_under_18=AGES[facts.get("age", "18 or over")],
    )
    return {"rate": kind or "cannot be said"}


def _hardship(facts: Facts, on: date) -> dict[str, Any]:
    told = HardshipFacts(
        is_under_18=AGES[facts.get("age", "18 or over")],
        is_reduced_rate=facts.get("lower rate", False),
        level=facts.get("level"),
        has_met_condition=facts.get("condition met"),
        has_complied=facts.get("complied for seven days"),
    )
    found = position(_benefit(facts), told, nation=_nation(facts), on=on)
    return {"can ask": "it depends" if found.can_ask is None else found.can_ask, "says": found.why}


def _stage(facts: Facts, on: date) -> dict[str, Any]:
    return {"stage": stage(facts["notified"], on=on)}


def _routes(facts: Facts, on: date) -> dict[str, Any]:
    found = routes(
        facts["notified"],
        on=on,
        nation=_nation(facts),
        notice=Notice(facts.get("notice asks first"), facts.get("gives reasons")),
        was_refused_as_late=facts.get("refused as late", False),
    )
    return {
        "routes": [route.id for route in found],
        "authorities": [key for route in found for key in route.authorities],
        "see an adviser": [route.id for route in found if route.see_adviser],
        "says": " ".join(route.says for route in found),
    }


def _last_day(facts: Facts, on: date) -> dict[str, Any]:
    found = last_day(
        on,
        nation=_nation(facts),
        reasons_asked=facts.get("reasons asked for"),
        reasons_came=facts.get("reasons came"),
    )
    return {"last day": found.date, "rests on": found.rests_on}


def _records(facts: Facts, on: date) -> dict[str, Any]:
    extension = facts.get("more time")
    found = records_due(
        on,
        nation=_nation(facts),
        identity_proved=facts.get("identity proved"),
        pauses=tuple(Pause(pause["asked"], pause.get("answered")) for pause in facts.get("questions", ())),
        extension=Extension(extension["told on"], extension["reasons"]) if extension else None,
    )
    return {"last day": found.date, "chase from": found.safe_date, "says": f"{found.working} {found.caution}"}


def _deadline(facts: Facts, on: date) -> dict[str, Any]:
    found = deadline(facts["kind"], on, nation=facts.get("nation"))
    return {
        "last day": found.date,
        "safe day": found.safe_date or "not shown",
        "post by": found.post_by or "not shown",
        "binds": found.binds,
        "says": f"{found.working} {found.caution}",
        "rests on": found.rests_on,
    }


def _ladder(facts: Facts, on: date) -> dict[str, Any]:
    rungs = ladder(facts["about"], nation=_nation(facts))
    return {
        "rungs": [rung.id for rung in rungs],
        "deadlines": [rung.deadline for rung in rungs if rung.deadline],
        "answers by": {
            rung.id: day for rung in rungs if (day := answer_expected(rung, on, nation=_nation(facts)))
        },
        "see an adviser": [rung.id for rung in rungs if rung.see_adviser],
        "says": " ".join(f"{rung.who} {rung.does}" for rung in rungs),
    }


def _old_benefit(facts: Facts, on: date) -> dict[str, Any]:
    earlier = [
        OldFailure(on - timedelta(days=told["days before"]), told["carried"])
        for told in facts.get("earlier", ())
    ]
    found = old_period(
        facts["old benefit"], facts["sort"], nation=_nation(facts), failure_date=on, earlier=earlier
    )
    weeks = "not worked out" if found.weeks is None else found.weeks
    return {"weeks": weeks, "says": f"{found.why} {found.any_time} {found.caution}"}


def _old_limits(facts: Facts, on: date) -> dict[str, Any]:
    month, late = old_limits(on, nation=_nation(facts))
    return {"last day": month.date, "late until": late.date, "caution": late.caution}


def _point(facts: Facts, on: date) -> dict[str, Any]:
    days = dict.fromkeys(("failure", "decision", "request", "writing"), on)
    found = usable(facts["point"], benefit=_benefit(facts), nation=_nation(facts), days=days)
    return {
        "says": "; ".join(authority.short for authority in found),
        "in a letter": point(facts["point"]).is_printed,
    }


def _authority(facts: Facts, on: date) -> dict[str, Any]:
    found = register()[facts["authority"]]
    return {"says": f"{found.says} {found.recheck}"}


def _work_back(facts: Facts, on: date) -> dict[str, Any]:
    return {"says": work_that_ends_it(_benefit(facts))}


def _work_enough(facts: Facts, on: date) -> dict[str, Any]:
    return {"day": work_ends_it_on(_benefit(facts), on)}


def _working_day(facts: Facts, on: date) -> dict[str, Any]:
    return {"working day": is_working_day(on, _nation(facts))}


def _benefit(facts: Facts) -> str:
    return str(facts.get("benefit", "universal-credit"))


def _earnings_threshold(facts: Facts, on: date) -> dict[str, Any]:
    found = earnings_threshold(_benefit(facts), nation=_nation(facts), on=on)
    if found is None:
        return {"single": "none"}
    hours = [found.single_hours, found.couple_hours]
    return {"single": found.single, "couple": found.couple, "hours": hours, "an hour": found.hourly}


def _nation(facts: Facts) -> str:
    return str(facts.get("nation", "england"))


ASKED: dict[str, Callable[[Facts, date], dict[str, Any]]] = {
    "authority": _authority,
    "before the claim": _before_the_claim,
    "cap": _cap,
    "comparison": _comparison,
    "deadline": _deadline,
    "earnings threshold": _earnings_threshold,
    "hardship": _hardship,
    "ladder": _ladder,
    "last day": _last_day,
    "length": _length,
    "level": _level,
    "old benefit": _old_benefit,
    "old limits": _old_limits,
    "open-ended days": _open_ended,
    "point": _point,
    "rate": _rate,
    "records": _records,
    "routes": _routes,
    "stage": _stage,
    "which rate": _which_rate,
    "work": _work_back,
    "work enough": _work_enough,
    "working day": _working_day,
}
