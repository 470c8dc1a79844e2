"""Dates and durations as people write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.definitions import Duration, parse_date, parse_duration

D = datetime.date


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("2 min", Duration(2, 2, "min")),
        ("10-20 min", Duration(10, 20, "min")),
        ("10 - 20 min", Duration(10, 20, "min")),
        ("3 hours", Duration(3, 3, "hour")),
        ("1 hour", Duration(1, 1, "hour")),
        ("5 days", Duration(5, 5, "day")),
        ("2 weeks", Duration(2, 2, "week")),
        ("6 months", Duration(6, 6, "month")),
        ("1 year", Duration(1, 1, "year")),
        ("1.5 hours", Duration(1.5, 1.5, "hour")),
        (".5 hours", Duration(0.5, 0.5, "hour")),
        ("90 ", None),
        ("min", None),
        ("20-10 min", None),
        ("-5 min", None),
        ("1e3 days", None),
        ("\uff12 min", None),
        ("2 fortnights", None),
        ("2 min or so", None),
    ],
)
def test_a_duration_is_a_number_or_a_range_and_a_unit(text: str, duration: Duration | None) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (D(2026, 1, 31), "1 month", D(2026, 2, 28)),
        (D(2024, 1, 31), "1 month", D(2024, 2, 29)),
        (D(2024, 2, 29), "1 year", D(2025, 2, 28)),
        (D(2024, 2, 29), "4 years", D(2028, 2, 29)),
        (D(2026, 8, 31), "6 months", D(2027, 2, 28)),
        (D(2026, 12, 31), "1 day", D(2027, 1, 1)),
        (D(2026, 1, 1), "1-2 weeks", D(2026, 1, 15)),
        (D(2026, 1, 1), "30 min", D(2026, 1, 1)),
        (D(2026, 1, 1), "99999 years", D.max),
    ],
)
def test_months_and_years_are_calendar_ones(start: datetime.date, duration: str, end: datetime.date) -> None:
    parsed = parse_duration(duration)
    assert parsed is not None
    assert parsed.after(start) == end


@given(st.dates(), st.sampled_from(["min", "hour", "day", "week", "month", "year"]), st.floats(0, 1e9))
def test_later_is_never_earlier(day: datetime.date, unit: str, number: float) -> None:
    assert Duration(number, number, unit).after(day) >= day  # type: ignore[arg-type] # sampled from the units


@given(st.text(max_size=20))
def test_any_text_is_a_duration_or_none(text: str) -> None:
    duration = parse_duration(text)
    assert duration is None or parse_duration(str(duration)) is not None


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-9-3", "03.09.2026", "2026-09-03T10:00", "0000-01-01", "\uff12026-01-01"]
)
def test_other_dates_are_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_is_year_month_day() -> None:
    assert parse_date("2024-02-29") == D(2024, 2, 29)
