"""The pages of the interview and the answers each one asks for. The id of a page is that of its question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Shape = Literal["choice", "ticks", "words", "day", "rough", "read"]
Unit = Literal["days", "hours", "minutes", "pounds"]


@dataclass(frozen=True)
class Answer:
    """One answer of a page: the attribute it is kept in, its shape, and the choices it is one of.

    A "rough" answer is kept in two attributes, NAME_day and NAME_month, of which one is empty. Words that are
    read as an amount have a `unit`.
    """

    name: str
    shape: Shape
    choices: str = ""
    unit: Unit | None = None

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that the question sets."""
        return (f"{self.name}_day", f"{self.name}_month") if self.shape == "rough" else (self.name,)


@dataclass(frozen=True)
class Page:
    """One page: its id, its answers, and whether its choices depend on other answers."""

    id: str
    answers: tuple[Answer, ...]

    @property
    def attributes(self) -> tuple[str, ...]:
        return tuple(name for answer in self.answers for name in answer.attributes)


def _choice(name: str, choices: str = "yesno3") -> Answer:
    return Answer(name, "choice", choices)


def _ticks(name: str, choices: str) -> Answer:
    return Answer(name, "ticks", choices)


def _words(*names: str) -> tuple[Answer, ...]:
    return tuple(Answer(name, "words") for name in names)


def _amount(unit: Unit, *names: str) -> tuple[Answer, ...]:
    return tuple(Answer(name, "words", unit=unit) for name in names)


def _rough(name: str) -> Answer:
    return Answer(name, "rough")


def _day(name: str) -> Answer:
    return Answer(name, "day")


def _yes_or_no(name: str) -> Answer:
    return Answer(name, "choice", "yesno")


_ADJUSTMENT = (
    *_words("disadvantage", "step_wanted"),
    _choice("asked_before"),
    _rough("adjustment_told_on"),
    _choice("adjustment_told_how", "channel"),
    *_words("adjustment_done"),
)

_TABLE: Mapping[str, tuple[Answer, ...]] = {
    "what-happened": (_choice("door", "door"),),
    "which-is-it": (_choice("looked_door", "looked_door"),),
    "for-whom": (_choice("writer_kind", "writer_kind"),),
    "safe": (_choice("others_see", "others_see"),),
    "safe-ways": (
        _choice("post_is_safe"),
        _choice("phone_is_safe"),
        _choice("account_is_safe"),
        *_words("reply_only_by"),
    ),
    "where": (_choice("nation", "nation"),),
    "benefit": (_choice("benefit", "benefit"),),
    "also-universal-credit": (_choice("also_universal_credit"),),
    # -- a decision
    "decision-when": (_rough("sent"), _choice("came_by", "came_by")),
    "decision-says": (*_amount("days", "days"), _choice("is_open_ended"), _choice("says_reconsider_first")),
    "decision-more": (
        _rough("other_date"),
        _rough("reduced_from"),
        _choice("gives_reasons"),
        *_words("reference"),
    ),
    "decision-address": _words("decision_address"),
    "payment": (_rough("paid"), *_amount("pounds", "payment_lower_by"), *_words("statement_words")),
    "statement-says": (_choice("statement_says", "statement_says"),),
    # -- a warning
    "warning": (_rough("warned"), _choice("warning_came_by", "came_by"), *_words("warning_words")),
    "answer-by": (_day("answer_by"), _yes_or_no("needs_time")),
    "more-time": _words("more_time"),
    # -- what they say, and the person's side
    "failure": (_choice("failure_kind", "failure_kind"), _rough("their"), *_words("their_words")),
    "side": (_ticks("sides", "side"),),
    "ask-now": (_choice("asked_now", "ask_now"),),
    "ask-now-sent": (_rough("asked_now_on"), _choice("asked_now_how", "channel_used")),
    "what-you-did": _words("what_i_did"),
    "why-not-required": _words("why_not_required"),
    "how-told": (
        _choice("told_by", "channel"),
        _rough("told_on"),
        *_words("requirement_words"),
        _choice("requirement_by", "asked_by"),
    ),
    "provider": _words("provider", "provider_address"),
    "how-seen": (
        _choice("seen", "seen"),
        *_amount("minutes", "notice_minutes"),
        *_words("why_not_seen"),
        _choice("was_clear_it_was_required"),
        _choice("gave_place_and_time"),
        _rough("new_details_on"),
    ),
    "own-words": (*_words("account"), _rough("happened")),
    "help-now": (Answer("has_read_help", "read"),),
    "need-now": (Answer("has_read_need", "read"),),
    "nothing-yet": (Answer("has_read_nothing_yet", "read"),),
    "reasons": (_ticks("reason_ticks", "reason"),),
    "main-reason": (_choice("main_reason", "reason"),),
    "next-reason": (_choice("next_reason", "reason"),),
    "reason": (
        *_words("fact", "effect"),
        _rough("began"),
        _rough("ended"),
        *_words("what_i_did"),
        _choice("could_tell"),
    ),
    # -- the one fact that makes or breaks a reason, and what decides a case about a job or about hours
    "reason-health": (_rough("health_told_on"),),
    "reason-caring": (*_words("age"), _choice("others_could")),
    "reason-death": (_choice("relation", "relation"), _rough("died_on")),
    "reason-journey": (*_words("left_at"), *_amount("minutes", "usual_minutes")),
    "reason-work": (*_words("work_hours"), _choice("could_move")),
    "reason-access": (_ticks("lacking", "lacking"), _rough("access_told_on")),
    "reason-home": (*_words("where_post_came"), _rough("home_told_on")),
    "reason-away": (_choice("was_in", "place"),),
    "reason-unclear": (*_words("understood"), _rough("put_right_on")),
    "reason-commitment": (_choice("agreed_by_word"), _rough("change_asked_on")),
    "job-offered": (_choice("was_offered"), _choice("in_writing")),
    "job-travel": _amount("minutes", "minutes_each_way"),
    "job-faults": (_ticks("faults", "job_fault"), *_words("tried")),
    "misconduct": (_ticks("disputed", "dispute"), *_words("misconduct_words")),
    "search-hours": _amount("hours", "expected_hours", "done_hours"),
    "time-off": (_ticks("time_off", "time_off"), _choice("was_agreed")),
    # -- what has happened since
    "situation": (_ticks("groups", "group"), _choice("was_under_18")),
    "hospital-health": (_choice("health_decision", "health_decision"),),
    "limited-since": (_rough("limited_since"),),
    "since-then": (_ticks("told_about", "told_about"), _choice("done_state", "done")),
    "told": (_rough("told_day"), _choice("told_how", "channel_used"), *_words("told_words", "said_back")),
    "done": (_rough("done_on"), *_words("done_words")),
    "asked": (
        _rough("asked_on"),
        _choice("asked_how", "channel_used"),
        *_words("asked_words", "asked_said_back"),
    ),
    "late": (_yes_or_no("was_stopped"),),
    "late-period": (_rough("began"), _rough("ended"), *_words("what"), _yes_or_no("another")),
    "why-look-now": _words("why_look_now"),
    "own-error": (_yes_or_no("knew"),),
    "own-error-what": (*_words("what_they_knew"), _rough("knew_on"), _choice("knew_how", "channel")),
    "earlier": (_choice("had_earlier"),),
    "earlier-sanction": (
        _rough("failure_day"),
        *_amount("days", "days"),
        _yes_or_no("overturned"),
        _choice("level", "level"),
        _yes_or_no("another"),
    ),
    "commitment": _words("commitment_limits"),
    "adjustment": _ADJUSTMENT[:2],
    "adjustment-known": _ADJUSTMENT[2:],
    "no-reduction": (_ticks("no_reduction", "no_reduction"), *_words("no_reduction_words")),
    "back-in-work": (_choice("is_back_in_work"),),
    "back-in-work-since": (_rough("back_in_work_since"),),
    "changed": (_ticks("changed_groups", "changed_group"), _rough("changed_since")),
    "evidence": (_ticks("evidence_ticks", "proofs"),),
    "evidence-asked-for": (_ticks("asked_for", "chosen_proofs"),),
    "evidence-item": (*_words("what"), _choice("have", "have"), _yes_or_no("another")),
    # -- a demand for a password
    "demand-when": (
        _rough("demand_on"),
        *_words("demand_place"),
        _choice("demand_by", "asked_by"),
        *_words("asker"),
    ),
    "wanted": (_choice("wanted", "wanted"), *_words("site")),
    "demand-words": (*_words("demand_words"), _choice("was_must"), *_words("said_would_follow")),
    "show": (_ticks("ways", "show_way"),),
    "offer": (*_words("what"), _rough("offer_on")),
    "also-holds": (_ticks("account_also_holds", "also_holds"), *_words("site_terms_words")),
    "consent": (_choice("consent_claimed"), _yes_or_no("permission_box_ticked"), _choice("in_commitment")),
    "handed-over": (_yes_or_no("handed"),),
    "handed-over-when": (_rough("handed_on"), *_words("handed_why"), _choice("handed_changed", "changed")),
    "demand-account": _words("demand_account"),
    "next-appointment": (_day("next_appointment"),),
    "since-asked": (_yes_or_no("told_about_demand"),),
    # -- a record of the work search
    "work-search": (_choice("work_search_way", "work_search_way"),),
    "work-search-entry": (_rough("search"), *_words("what", "result"), _yes_or_no("another")),
    "work-search-rows": (_choice("day_order", "day_order"), *_words("work_search_rows")),
    # -- a closed claim; a letter already sent
    "closed": (_rough("closed_on"), *_words("closed_words")),
    "sent": (_choice("sent_what", "sent_what"), _rough("sent_on"), _rough("received_on")),
    "answer": (_choice("answer", "answer"),),
    "answer-when": (_rough("answer_dated"), _rough("answer_received")),
    # -- what comes next
    "what-next": (_choice("next_group", "next_group"),),
    "which-next": (_choice("next_kind", "next_kind"),),
    "next-decision": (
        _rough("next_dated"),
        _choice("next_failure", "failure_kind"),
        _rough("next_failure_on"),
    ),
    "next-proof": (_yes_or_no("next_has_proof"),),
    "met-done": (*_words("met_what"), _rough("met_done_on"), *_words("met_with_whom")),
    "met-decision": (_choice("met_is_open_ended"), _choice("met_reconsideration", "reconsideration")),
    "chase-sent": (
        _rough("chase_sent_on"),
        _choice("chase_how", "channel_used"),
        *_words("chase_proof_of_delivery"),
        _yes_or_no("chase_copy_enclosed"),
    ),
    "chase-effect": (*_words("chase_said_back", "chase_effect"), _yes_or_no("chase_complain")),
    "appeal-notice": (
        _choice("appeal_outcome", "appeal_outcome"),
        _rough("appeal_notice_dated"),
        _rough("appeal_asked_on"),
    ),
    "appeal-late-request": _words("appeal_why_late"),
    "appeal-late": _words("appeal_appeal_late_because"),
    "appeal-finding": (*_words("quote", "answer"), _yes_or_no("another")),
    "appeal-more": (
        *_words("appeal_left_out"),
        _ticks("appeal_not_shown", "not_shown"),
        *_words("appeal_length_words"),
        _choice("appeal_tells_it_the_same"),
    ),
    "appeal-hearing": (
        _choice("appeal_hearing", "hearing"),
        *_words("appeal_interpreter", "appeal_needs"),
    ),
    "notice-payment": (
        _rough("notice_payment_day"),
        *_amount("pounds", "notice_payment_lower_by"),
        *_words("notice_statement_words"),
    ),
    "notice-why": _words("notice_because"),
    "reasons-asked": (
        _choice("reasons_gives_reasons"),
        _choice("reasons_reconsideration", "reconsideration"),
        _rough("reasons_asked_on"),
    ),
    "stop-conditions": (
        _choice("stop_within_six_months"),
        _choice("stop_lives_apart"),
        _choice("stop_used_in_last_year"),
        _choice("stop_cares_for_child"),
    ),
    "stop-proof": (*_words("stop_proof_from"), _day("stop_proof_by")),
    "change-what": _words("change_cannot_meet", "change_why"),
    "change-why": (_ticks("change_rests_on", "commitment_limit"), *_words("change_wording")),
    "change-about": (
        _choice("change_is_accepted"),
        _yes_or_no("change_other_coach"),
        _yes_or_no("change_keeps_appointments"),
        _day("change_next_appointment"),
    ),
    "hard-needs": (_ticks("hard_needs", "need"), _yes_or_no("hard_for_child"), *_words("hard_cannot_pay")),
    "hard-efforts": _words("hard_asked_for_help", "hard_stopped_spending"),
    "hard-week": (
        *_words("hard_last_seven_days"),
        _choice("hard_condition", "condition_state"),
        _rough("hard_condition_met_on"),
        _choice("hard_is_under_18"),
    ),
    "refused-when": (
        _rough("refused_refused_on"),
        _choice("refused_how", "channel_used"),
        *_words("refused_their_words"),
    ),
    "refused-why": (
        _choice("refused_condition", "hardship_condition"),
        *_words("refused_fact"),
        _yes_or_no("refused_asked_again_today"),
    ),
    "due-notice": (_rough("due_notice_dated"), _rough("due_later_dated")),
    "due-money": (*_amount("pounds", "due_owed_pounds"), _rough("due_period_from"), _rough("due_period_to")),
    "due-came": (
        _choice("due_came", "money_came"),
        *_amount("pounds", "due_came_pounds"),
        _rough("due_came_on"),
    ),
    "copy-sent": (_rough("copy_sent_on"), _rough("copy_received_on"), *_words("copy_proof_of_receipt")),
    "copy-reply": (_choice("copy_reply", "records_reply"), _rough("copy_replied_on")),
    "copy-gap": (*_words("what"), _rough("day"), *_words("why"), _yes_or_no("another")),
    "reg-who": (*_words("reg_provider"), _rough("reg_asked_on"), _rough("reg_complained_on")),
    "reg-answer": (_choice("reg_answer", "regulator_answer"), _rough("reg_answered_on")),
    "reg-what": _words("reg_what_is_wrong", "reg_why_it_matters", "reg_outcome_wanted"),
    "ice-response": (
        _rough("ice_response_dated"),
        _rough("ice_response_received"),
        *_words("ice_from_provider"),
    ),
    "ice-heading": (*_words("what", "their_answer", "why_not_settled"), _yes_or_no("another")),
    "ice-effect": (
        *_words("ice_effect", "ice_remedy_words"),
        _yes_or_no("ice_challenged_elsewhere"),
    ),
    "mp-who": _words("mp_mp_name", "mp_mp_address"),
    "mp-what": _words("mp_facts", "mp_outstanding", "mp_request"),
    "mp-ombudsman": (
        _yes_or_no("mp_for_ombudsman"),
        _rough("mp_first_knew_on"),
    ),
    "mp-details": (_yes_or_no("mp_may_use_details"),),
    "auth-who": _words("auth_organisation", "auth_people", "auth_matter"),
    "auth-may": (
        _yes_or_no("auth_may_get_copies"),
        _yes_or_no("auth_may_hear_of_health"),
        _yes_or_no("auth_may_get_records"),
    ),
    "auth-until": (_day("auth_begins"), _day("auth_ends")),
    # -- the end
    "more": (_ticks("more", "more"),),
    "safe-say": (_yes_or_no("say_safely"),),
    "name": (
        *_words("name", "claimant_address", "national_insurance_number"),
        _day("date_of_birth"),
        *_words("phone", "email"),
    ),
    "safe-name": (*_words("safe_name", "safe_national_insurance_number"), _day("safe_date_of_birth")),
    "safe-address": _words("safe_address"),
    "safe-phone": _words("safe_phone", "safe_email"),
    "writer": (
        *_words(
            "writer_name",
            "writer_organisation",
            "writer_reference",
            "writer_address",
            "writer_phone",
            "writer_email",
        ),
        _choice("writer_authority_enclosed", "yesno"),
        _choice("writer_client_signs", "signs"),
    ),
    "appointee": _words("appointee_name", "appointee_address", "appointee_phone", "appointee_email"),
    "contact": (
        _ticks("contact_ways", "contact_way"),
        *_words("phone_when"),
        _yes_or_no("not_by_phone"),
        *_words("interpreter"),
        _yes_or_no("large_print"),
        *_words("other_needs", "translated_by"),
        _day("translated_on"),
    ),
    "couple": (*_words("couple_partner"), _yes_or_no("couple_signs")),
    "keep-out": (_ticks("keep_out", "said"),),
    "query": (_choice("answer", "query_answer"),),
    "query-words": _words("words"),
    # -- a copy of the records
    "records-what": (_ticks("systems", "record_system"),),
    "records-period": (_rough("period_from"), _rough("period_to")),
    "records-details": _words("offices_and_people", "call_details"),
    "records-how": (
        _choice("wanted_as", "wanted_as"),
        *_words("address_they_know"),
        _choice("is_joint_claim"),
        *_words("earlier_names"),
    ),
    # -- a complaint
    "complaint-about": (
        _choice("about", "complaint_about"),
        *_words("office", "office_address"),
        _yes_or_no("still"),
    ),
    "complaint-event": (_rough("event_on"), *_words("what"), _yes_or_no("another")),
    "complaint-should": _words("should_have_happened", "complaint_effect"),
    "complaint-adjustment": (_yes_or_no("has_adjustment"),),
    "complaint-adjustment-what": _ADJUSTMENT,
    "complaint-cost": (_yes_or_no("has_costs"),),
    "complaint-cost-item": (
        *_words("what"),
        *_amount("pounds", "pounds"),
        _yes_or_no("has_receipt"),
        _yes_or_no("another"),
    ),
    "complaint-remedies": (_ticks("remedies", "remedy"), *_words("remedy_words")),
    "complaint-more": (_rough("reconsideration_asked_on"), *_words("data_protection")),
    "complaint-provider": (_choice("provider_final_response"),),
    "complaint-proof": (_yes_or_no("has_proof"),),
    "complaint-proof-item": (*_words("what"), _choice("have", "have"), _yes_or_no("another")),
}

PAGES: Mapping[str, Page] = {name: Page(name, answers) for name, answers in _TABLE.items()}
