"""The interview's side of docassemble: what the YAML calls, and the bridge from its answers to the Case."""

from challenge_letters.interview.asking import hard_words_at, query_rows, query_words
from challenge_letters.interview.clock import this_day
from challenge_letters.interview.offering import choices, months, offered
from challenge_letters.interview.result import (
    CASE_FILE,
    WORD_FILE,
    help_with_essentials,
    letter_name,
    lines_to_ring,
    people_who_help,
    reached,
    result_of,
    short_request,
)
from challenge_letters.interview.rows import groups_of, remove_item, rows_of
from challenge_letters.interview.shown import shown, shown_list
from challenge_letters.interview.strip import deadline_before, is_over, spoken, still_to_come
from challenge_letters.interview.texts import labels, reason_text
from challenge_letters.interview.validating import (
    alone_problem,
    check_days,
    check_email,
    check_line,
    check_lines,
    check_national_insurance_number,
    check_needed_line,
    check_needed_words,
    check_phone,
    check_pounds,
    check_words,
    day_problem,
    future_problem,
    most_problem,
    named_problem,
    order_problem,
    ways_problem,
)
from challenge_letters.interview.walk import journey_of, walk_to_the_end

__all__ = [
    "CASE_FILE",
    "WORD_FILE",
    "alone_problem",
    "check_days",
    "check_email",
    "check_line",
    "check_lines",
    "check_national_insurance_number",
    "check_needed_line",
    "check_needed_words",
    "check_phone",
    "check_pounds",
    "check_words",
    "choices",
    "day_problem",
    "deadline_before",
    "future_problem",
    "groups_of",
    "hard_words_at",
    "help_with_essentials",
    "is_over",
    "journey_of",
    "labels",
    "letter_name",
    "lines_to_ring",
    "months",
    "most_problem",
    "named_problem",
    "offered",
    "order_problem",
    "people_who_help",
    "query_rows",
    "query_words",
    "reached",
    "reason_text",
    "remove_item",
    "result_of",
    "rows_of",
    "short_request",
    "shown",
    "shown_list",
    "spoken",
    "still_to_come",
    "this_day",
    "walk_to_the_end",
    "ways_problem",
]
