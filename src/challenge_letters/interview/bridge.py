"""Builds the Case from one journey along the road: the answers that were visited, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from challenge_letters.case.case import Case
from challenge_letters.case.reading import build_case
from challenge_letters.case.work_search_rows import entries_of, rows_in
from challenge_letters.interview.amounts import days_in, hours_in, minutes_in
from challenge_letters.interview.next_facts import follow_up_facts
from challenge_letters.interview.road import FACT_OF, NO_PROOF, Journey, Values
from challenge_letters.interview.sums import money
from challenge_letters.interview.texts import proof_name
from challenge_letters.plan.protection import LIMITED

# Pages that ask when the office first knew keep it under names of their own; in the case it is one fact.
TOLD_ON = ("health_told_on", "access_told_on", "home_told_on", "change_asked_on")
OWN_FACTS = (
    "age",
    "others_could",
    "relation",
    "died_on",
    "left_at",
    "work_hours",
    "could_move",
    "lacking",
    "where_post_came",
    "was_in",
    "understood",
    "put_right_on",
    "agreed_by_word",
)
IDS = {
    "sanctioned": "sanction",
    "paid-less": "sanction",
    "warned": "threat",
    "asked": "demand",
    "closed": "closed",
    "sent": "sent",
}


def case_of(journey: Journey) -> Case:
    """Return the case that `journey` tells. Raises `UnreadableCase` for answers that no page lets through."""
    return build_case(facts_of(journey))


def facts_of(journey: Journey) -> dict[str, Any]:
    """Return the case as it would stand in a case file."""
    heard = Heard(journey)
    return _facts(
        format=1,
        nation=journey.nation,
        **_picked(heard.on("benefit"), "benefit"),
        **_picked(heard.on("also-universal-credit"), "also_universal_credit"),
        writer=_writer(heard),
        claimant=_claimant(heard),
        safety=_safety(heard),
        contact=_contact(heard),
        translation=_translation(heard),
        joint_claim=_joint_claim(heard),
        problems=list(_problems(heard)),
        work_search=_work_search(heard),
        records_request=_records(heard),
        complaint=_complaint(heard),
        answered_queries=_answered_queries(heard),
    )


@dataclass
class Heard:
    """What was answered on the road, without what the person wants to keep out."""

    journey: Journey

    def __post_init__(self) -> None:
        self._kept_out = frozenset(self.journey.values("keep-out").get("keep_out", ()))
        self._by_key = {one.visit.key: one.values for one in self.journey.visited}

    def on(self, page: str, *path: str | int) -> Values:
        """Return what was answered on `page`; nothing if it was not visited or is kept out."""
        key = "/".join(str(part) for part in (*path, page))
        return {} if key in self._kept_out else self._by_key.get(key, {})

    def is_kept_out(self, page: str, *path: str | int) -> bool:
        return "/".join(str(part) for part in (*path, page)) in self._kept_out

    def items(self, page: str, *path: str | int) -> Iterator[Values]:
        """Yield what was answered about each item of a list, in order."""
        start = "/".join(str(part) for part in path) + "/"
        for one in self.journey.visited:
            is_item = one.visit.page.id == page and one.visit.key.startswith(start)
            if is_item and one.visit.key not in self._kept_out:
                yield one.values


def _facts(**values: Any) -> dict[str, Any]:
    """Return `values` without those that were left empty."""
    return {name: value for name, value in values.items() if value not in ("", None, (), [], {})}


def _picked(values: Values, *names: str, **renamed: str) -> dict[str, Any]:
    """Return the answers `names`, and those of `renamed` under their new name, without the empty ones."""
    picked = {name: values.get(name, "") for name in names}
    return _facts(**picked, **{new: values.get(old, "") for new, old in renamed.items()})


def _lines(text: Any) -> list[str]:
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]


def _writer(heard: Heard) -> dict[str, Any]:
    kind = heard.on("for-whom").get("writer_kind", "")
    values = heard.on("writer") or heard.on("appointee")
    if kind in ("adviser", "appointee") and not values:
        # Who signs is asked only where there is a letter to sign.
        return {}
    prefix = "appointee" if kind == "appointee" else "writer"
    return _facts(
        kind=kind,
        name=values.get(f"{prefix}_name"),
        organisation=values.get("writer_organisation"),
        reference=values.get("writer_reference"),
        address=_lines(values.get(f"{prefix}_address")),
        phone=values.get(f"{prefix}_phone"),
        email=values.get(f"{prefix}_email"),
        authority_enclosed=values.get("writer_authority_enclosed") == "yes",
        client_signs=values.get("writer_client_signs") == "yes",
    )


def _claimant(heard: Heard) -> dict[str, Any]:
    open_ = heard.on("name")
    safe = {**heard.on("safe-name"), **heard.on("safe-address"), **heard.on("safe-phone")}
    return _facts(
        name=open_.get("name") or safe.get("safe_name"),
        earlier_names=heard.on("records-how").get("earlier_names"),
        address=_lines(open_.get("claimant_address") or safe.get("safe_address")),
        national_insurance_number=open_.get("national_insurance_number")
        or safe.get("safe_national_insurance_number"),
        date_of_birth=open_.get("date_of_birth") or safe.get("safe_date_of_birth"),
        phone=open_.get("phone") or safe.get("safe_phone"),
        email=open_.get("email") or safe.get("safe_email"),
    )


def _safety(heard: Heard) -> dict[str, Any]:
    return {
        **_picked(heard.on("safe"), "others_see"),
        **_picked(heard.on("safe-ways"), "post_is_safe", "phone_is_safe", "account_is_safe", "reply_only_by"),
        "say_could_not_attend_safely": heard.on("safe-say").get("say_safely") == "yes",
    }


def _contact(heard: Heard) -> dict[str, Any]:
    values = heard.on("contact")
    return _facts(
        ways=values.get("contact_ways"),
        phone_when=values.get("phone_when"),
        not_by_phone=values.get("not_by_phone") == "yes",
        interpreter=values.get("interpreter"),
        large_print=values.get("large_print") == "yes",
        other_needs=values.get("other_needs"),
    )


def _translation(heard: Heard) -> dict[str, Any]:
    values = heard.on("contact")
    return _facts(by=values.get("translated_by"), on=values.get("translated_on"))


def _joint_claim(heard: Heard) -> dict[str, Any] | None:
    values = heard.on("couple")
    if not values:
        return None
    return {"partner": values["couple_partner"], "partner_signs": values["couple_signs"] == "yes"}


def _problems(heard: Heard) -> Iterator[dict[str, Any]]:
    for place, name in enumerate(_ids(heard.journey)):
        if name:
            yield {"id": name, **_BUILDERS[heard.journey.door(place)](heard, place)}


def _ids(journey: Journey) -> Iterator[str]:
    """Yield the id of each problem in its place; "" for one that turned out to be no problem of ours."""
    used: dict[str, int] = {}
    for place in range(len(journey.visited)):
        door = journey.door(place)
        if not door:
            return
        if door not in _BUILDERS or _is_no_sanction(journey, place):
            yield ""
            continue
        number = used[IDS[door]] = used.get(IDS[door], 0) + 1
        yield IDS[door] + (f"-{number}" if number > 1 else "")


def _is_no_sanction(journey: Journey, place: int) -> bool:
    return journey.values("statement-says", "problems", place).get("statement_says") == "other"


def _sanction(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    return _facts(
        kind="applied-sanction",
        **_failure_facts(heard, place),
        decision=_decision(heard, place),
        already_asked=_already_asked(heard, place),
        late=[_picked(item, "began", "ended", "what") for item in heard.items("late-period", *path, "late")],
        why_look_now=heard.on("why-look-now", *path).get("why_look_now"),
        official_error=_official_error(heard, place),
        earlier_sanctions=[_earlier(item) for item in heard.items("earlier-sanction", *path, "earlier")],
        earlier_sanctions_known=_is_earlier_known(heard.on("earlier", *path)),
        **_picked(heard.on("no-reduction", *path), "no_reduction", "no_reduction_words"),
        **_picked(heard.on("back-in-work", *path), "is_back_in_work"),
        **_picked(heard.on("back-in-work-since", *path), "back_in_work_since"),
        changed=_picked(heard.on("changed", *path), groups="changed_groups", since="changed_since"),
        reasons_will_follow=heard.on("ask-now", *path).get("asked_now") == "short",
    )


def _decision(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    when, more = heard.on("decision-when", *path), heard.on("decision-more", *path)
    payment = heard.on("payment", *path)
    if payment:
        own = _facts(notice="none-seen", payment_day=payment["paid"])
        return {**own, **_picked(payment, "payment_lower_by", "statement_words"), **_decision_more(more)}
    # A letter carries a date; anything sent to the account is dated by its sending.
    on_it, other = ("dated", "notified") if when["came_by"] == "letter" else ("notified", "dated")
    says = heard.on("decision-says", *path)
    return _facts(
        **{on_it: when["sent"], other: more.get("other_date", "")},
        came_by=when["came_by"],
        **_picked(says, "is_open_ended", "says_reconsider_first"),
        days=days_in(says.get("days", "")),
        address=_lines(heard.on("decision-address", *path).get("decision_address")),
        **_decision_more(more),
    )


def _decision_more(more: Values) -> dict[str, Any]:
    return _picked(more, "reduced_from", "gives_reasons", "reference")


def _already_asked(heard: Heard, place: int) -> dict[str, Any] | None:
    path = ("problems", place)
    now = heard.on("ask-now-sent", *path)
    if now:
        return _picked(now, day="asked_now_on", how="asked_now_how")
    values = heard.on("asked", *path)
    return _picked(values, day="asked_on", how="asked_how", words="asked_words", said_back="asked_said_back")


def _official_error(heard: Heard, place: int) -> dict[str, Any] | None:
    values = heard.on("own-error-what", "problems", place)
    return _picked(values, "what_they_knew", told_on="knew_on", told_how="knew_how") if values else None


def _is_earlier_known(values: Values) -> str:
    """Return "yes" for somebody who knows of every earlier sanction, or that there was none."""
    return "yes" if values.get("had_earlier") in ("yes", "no") else ""


def _earlier(item: Values) -> dict[str, Any]:
    return {
        **_picked(item, "failure_day", "level"),
        "days": days_in(item["days"]),
        "overturned": item["overturned"] == "yes",
    }


def _threat(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    warning, answer = heard.on("warning", *path), heard.on("answer-by", *path)
    return _facts(
        kind="threatened-sanction",
        **_failure_facts(heard, place),
        warning={
            **_picked(warning, day="warned", came_by="warning_came_by", words="warning_words"),
            **_picked(answer, "answer_by"),
        },
        more_time=heard.on("more-time", *path).get("more_time"),
    )


def _failure_facts(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    return _facts(
        failure=_failure(heard, place),
        requirement=_requirement(heard, place),
        sides=heard.on("side", *path).get("sides"),
        account=heard.on("own-words", *path).get("account"),
        **_picked(heard.on("what-you-did", *path), "what_i_did"),
        **_picked(heard.on("why-not-required", *path), "why_not_required"),
        reasons=_reasons(heard, place),
        told_them=_told_them(heard, place),
        done_since=_done_since(heard, place),
        evidence=_evidence(heard, place),
        groups=_groups(heard, place),
        **_picked(heard.on("limited-since", *path), "limited_since"),
        **_picked(heard.on("situation", *path), "was_under_18"),
        **_picked(heard.on("commitment", *path), "commitment_limits"),
        job=_without_not_known(_job(heard, place)),
        misconduct=_picked(heard.on("misconduct", *path), "disputed", words="misconduct_words"),
        search_week=_without_not_known(_search_week(heard, place)),
        adjustment=_adjustment(heard, place),
    )


def _groups(heard: Heard, place: int) -> list[str]:
    """Return the groups ticked, and the one that was decided while the person was in hospital."""
    path = ("problems", place)
    ticked = heard.on("situation", *path).get("groups", ())
    decided = heard.on("hospital-health", *path).get("health_decision")
    return [*ticked, decided] if decided in LIMITED else list(ticked)


def _failure(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    values = heard.on("failure", *path)
    return {
        **_picked(values, "their_words", kind="failure_kind", their_day="their"),
        **_picked(heard.on("own-words", *path), "happened"),
        **_picked(heard.on("how-told", *path), asked_by="requirement_by"),
        **_picked(heard.on("provider", *path), "provider"),
        **_facts(provider_address=_lines(heard.on("provider", *path).get("provider_address"))),
    }


def _requirement(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    seen = heard.on("how-seen", *path)
    return {
        **_picked(heard.on("how-told", *path), "told_by", "told_on", words="requirement_words"),
        **_picked(seen, "seen", "why_not_seen", "was_clear_it_was_required", "gave_place_and_time"),
        **_picked(seen, "new_details_on"),
        **_facts(notice_minutes=minutes_in(seen.get("notice_minutes", ""))),
    }


def _reasons(heard: Heard, place: int) -> list[dict[str, Any]]:
    path = ("problems", place)
    ticked = tuple(heard.on("reasons", *path).get("reason_ticks", ()))
    start = f"problems/{place}/reason/"
    weighed = [
        str(one.visit.path[-1])
        for one in heard.journey.visited
        if one.visit.page.id == "reason" and one.visit.key.startswith(start)
    ]
    kinds = (*weighed, *(kind for kind in ticked if kind not in weighed))
    return [
        _reason(heard, place, kind)
        for kind in kinds
        if not heard.is_kept_out("reason", *path, "reason", kind)
    ]


def _reason(heard: Heard, place: int, kind: str) -> dict[str, Any]:
    path = ("problems", place, "reason", kind)
    values = heard.on("reason", *path)
    said = _picked(values, "fact", "began", "ended", "effect", "what_i_did", "could_tell")
    return {"kind": kind, **said, **_fact_of(heard.on(FACT_OF.get(kind, "reason"), *path))}


def _fact_of(values: Values) -> dict[str, Any]:
    """Return the fact that makes or breaks a reason, from the page of its kind."""
    told_on = next((values[name] for name in TOLD_ON if name in values), "")
    minutes = minutes_in(values.get("usual_minutes", ""))
    return _facts(**_picked(values, *OWN_FACTS), told_on=told_on, usual_minutes=minutes)


def _job(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    return _facts(
        **_picked(heard.on("job-offered", *path), "was_offered", "in_writing"),
        minutes_each_way=minutes_in(heard.on("job-travel", *path).get("minutes_each_way", "")),
        **_picked(heard.on("job-faults", *path), "faults", "tried"),
    )


def _search_week(heard: Heard, place: int) -> dict[str, Any]:
    hours = heard.on("search-hours", "problems", place)
    return _facts(
        expected_hours=hours_in(hours.get("expected_hours", "")),
        done_hours=hours_in(hours.get("done_hours", "")),
        **_picked(heard.on("time-off", "problems", place), "time_off", "was_agreed"),
    )


def _without_not_known(facts: dict[str, Any]) -> dict[str, Any] | None:
    """Return `facts`, or None where every one of them is "I don't know"."""
    return facts if any(value != "not-known" for value in facts.values()) else None


def _told_them(heard: Heard, place: int) -> dict[str, Any] | None:
    values = heard.on("told", "problems", place)
    if not values:
        return None
    return _picked(values, "said_back", day="told_day", how="told_how", words="told_words")


def _done_since(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    state = _picked(heard.on("since-then", *path), state="done_state")
    return {**state, **_picked(heard.on("done", *path), day="done_on", words="done_words")}


def _evidence(heard: Heard, place: int) -> list[dict[str, Any]]:
    path = ("problems", place)
    # Only what is ticked as asked for is called so: the letter may not say more.
    in_hand = heard.on("evidence", *path).get("evidence_ticks", ())
    asked_for = heard.on("evidence-asked-for", *path).get("asked_for", ())
    ticked = [
        {"what": proof_name(key), "have": have}
        for keys, have in ((in_hand, "enclosed"), (asked_for, "asked-for"))
        for key in keys
        if key not in NO_PROOF
    ]
    own = [_picked(item, "what", "have") for item in heard.items("evidence-item", *path, "evidence")]
    return [*ticked, *own]


def _adjustment(heard: Heard, place: int) -> dict[str, Any] | None:
    need = heard.on("adjustment", "problems", place)
    return _need({**need, **heard.on("adjustment-known", "problems", place)}) if need else None


def _need(values: Values) -> dict[str, Any]:
    return _picked(
        values,
        "disadvantage",
        "step_wanted",
        "asked_before",
        told_on="adjustment_told_on",
        told_how="adjustment_told_how",
        what_was_done="adjustment_done",
    )


def _demand(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    when, consent = heard.on("demand-when", *path), heard.on("consent", *path)
    ways = heard.on("show", *path).get("ways", ())
    return _facts(
        kind="account-demand",
        **_picked(when, "asker", asked_on="demand_on", place="demand_place", asked_by="demand_by"),
        **_picked(heard.on("provider", *path), "provider"),
        **_facts(provider_address=_lines(heard.on("provider", *path).get("provider_address"))),
        **_picked(heard.on("wanted", *path), "wanted", "site"),
        **_picked(heard.on("demand-words", *path), "was_must", "said_would_follow", words="demand_words"),
        offers=[_offer(heard, place, way) for way in ways if way != "nothing"],
        will_show_nothing="nothing" in ways,
        **_picked(heard.on("also-holds", *path), "account_also_holds", "site_terms_words"),
        consent_claimed=consent.get("consent_claimed") == "yes",
        permission_box_ticked=consent.get("permission_box_ticked") == "yes",
        **_picked(consent, "in_commitment"),
        handed_over=_handed_over(heard, place),
        account=heard.on("demand-account", *path).get("demand_account"),
        **_picked(heard.on("next-appointment", *path), "next_appointment"),
        told_them=_told_them(heard, place),
        evidence=_evidence(heard, place),
    )


def _offer(heard: Heard, place: int, way: str) -> dict[str, Any]:
    return {
        "way": way,
        **_picked(heard.on("offer", "problems", place, "offers", way), "what", day="offer_on"),
    }


def _handed_over(heard: Heard, place: int) -> dict[str, Any] | None:
    values = heard.on("handed-over-when", "problems", place)
    return _picked(values, day="handed_on", why="handed_why", changed="handed_changed") if values else None


def _closed(heard: Heard, place: int) -> dict[str, Any]:
    values = heard.on("closed", "problems", place)
    return {"kind": "claim-closed", **_picked(values, told_on="closed_on", words="closed_words")}


def _sent(heard: Heard, place: int) -> dict[str, Any]:
    path = ("problems", place)
    kind = heard.journey.follow_ups.get(place, "")
    if kind:
        return follow_up_facts(heard, place, kind, list(_ids(heard.journey)))
    return {
        "kind": "already-sent",
        **_picked(heard.on("sent", *path), "sent_on", "received_on", what="sent_what"),
        **_picked(heard.on("answer", *path), "answer"),
        **_picked(heard.on("answer-when", *path), "answer_dated", "answer_received"),
    }


def _work_search(heard: Heard) -> list[Any]:
    pasted = heard.on("work-search-rows")
    if pasted:
        order, rows = pasted["day_order"], rows_in(pasted["work_search_rows"])
        return list(entries_of(rows, today=heard.journey.today, day_order=order))
    return [
        _picked(item, "what", "result", day="search")
        for item in heard.items("work-search-entry", "work_search")
    ]


def _records(heard: Heard) -> dict[str, Any] | None:
    if not heard.on("records-what"):
        return None
    how = heard.on("records-how")
    return _facts(
        **_picked(heard.on("records-what"), "systems"),
        **_picked(heard.on("records-period"), "period_from", "period_to"),
        **_picked(heard.on("records-details"), "offices_and_people", "call_details"),
        **_picked(how, "wanted_as", "is_joint_claim"),
        address_they_know=_lines(how.get("address_they_know")),
    )


def _complaint(heard: Heard) -> dict[str, Any] | None:
    about = heard.on("complaint-about")
    if not about:
        return None
    need = heard.on("complaint-adjustment-what", "complaint_adjustment")
    return _facts(
        **_picked(about, "about", "office"),
        office_address=_lines(about["office_address"]),
        is_still_happening=about["still"] == "yes",
        events=[
            _picked(item, "what", day="event_on")
            for item in heard.items("complaint-event", "complaint_events")
        ],
        **_picked(heard.on("complaint-should"), "should_have_happened", effect="complaint_effect"),
        adjustment=_need(need) if need else None,
        costs=[_cost(item) for item in heard.items("complaint-cost-item", "complaint_costs")],
        **_picked(heard.on("complaint-remedies"), "remedies", "remedy_words"),
        **_picked(heard.on("complaint-more"), "reconsideration_asked_on", "data_protection"),
        **_picked(heard.on("complaint-provider"), "provider_final_response"),
        evidence=[
            _picked(item, "what", "have") for item in heard.items("complaint-proof-item", "complaint_proof")
        ],
    )


def _cost(item: Values) -> dict[str, Any]:
    return {
        "what": item["what"],
        "pounds": money(item["pounds"]),
        "has_receipt": item["has_receipt"] == "yes",
    }


def _answered_queries(heard: Heard) -> list[dict[str, Any]]:
    found = []
    for one in heard.journey.visited:
        if one.visit.page.id == "query":
            key = str(one.visit.path[-1])
            words = heard.on("query-words", "queries", key)
            found.append({"query": key, **_picked(one.values, "answer"), **_picked(words, "words")})
    return found


_BUILDERS = {
    "sanctioned": _sanction,
    "paid-less": _sanction,
    "warned": _threat,
    "asked": _demand,
    "closed": _closed,
    "sent": _sent,
}
