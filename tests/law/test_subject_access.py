"""One's own records: the sentences are in sentences/records_and_complaints.yaml; here is what holds for all."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from challenge_letters.law.days import is_working_day
from challenge_letters.law.deadlines import deadline
from challenge_letters.law.reconsideration import last_day
from challenge_letters.law.subject_access import Extension, Pause, records_due

STARTS = st.dates(min_value=date(2026, 2, 5), max_value=date(2027, 6, 30))
NATION = st.sampled_from(["england", "scotland", "northern-ireland"])


@settings(deadline=None)
@given(
    received=STARTS, later=st.integers(0, 200), nation=NATION, took=st.integers(0, 20), longer=st.booleans()
)
def test_a_later_request_is_never_due_earlier(
    received: date, later: int, nation: str, took: int, longer: bool
) -> None:
    def due(start: date) -> date:
        asked = start + timedelta(days=5)
        return records_due(
            start,
            nation=nation,
            pauses=(Pause(asked, asked + timedelta(days=took)),),
            extension=Extension(start + timedelta(days=6), gave_reasons=True) if longer else None,
        ).date

    assert due(received) <= due(received + timedelta(days=later))


@settings(deadline=None)
@given(received=STARTS, nation=NATION, after=st.integers(0, 40), took=st.integers(0, 20))
def test_a_question_never_brings_the_last_day_forward(
    received: date, nation: str, after: int, took: int
) -> None:
    asked = received + timedelta(days=after)
    paused = records_due(received, nation=nation, pauses=(Pause(asked, asked + timedelta(days=took)),))
    plain = deadline("subject-access-request", received, nation=nation)

    assert plain.date <= paused.date
    assert is_working_day(paused.date, nation)
    assert paused.safe_date > paused.date


@settings(deadline=None)
@given(notified=STARTS, asked=st.integers(0, 60), came=st.integers(0, 90), nation=NATION)
def test_written_reasons_never_shorten_the_time(notified: date, asked: int, came: int, nation: str) -> None:
    month = deadline("mandatory-reconsideration", notified, nation=nation)
    moved = last_day(
        notified,
        nation=nation,
        reasons_asked=notified + timedelta(days=asked),
        reasons_came=notified + timedelta(days=asked + came),
    )
    assert month.date <= moved.date
