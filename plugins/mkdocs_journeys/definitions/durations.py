"""Dates and durations as contributors write them."""

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Literal

Unit = Literal["min", "hour", "day", "week", "month", "year"]

UNIT_WORDS: dict[str, Unit] = {
    "min": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
}
_NUMBER = r"(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})"
_DURATION = re.compile(rf"({_NUMBER})(?:\s*[-\u2013]\s*({_NUMBER}))?\s*([A-Za-z]+)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS = {"min": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}


@dataclass(frozen=True, order=False)
class Duration:
    """A number, or a range `least` to `most`, of one calendar or clock unit."""

    least: float
    most: float
    unit: Unit

    @property
    def days(self) -> float:
        """The middle of the range in days; a month counts 30.4375 days, a year 365.25."""
        return (self.least + self.most) / 2 * _DAYS[self.unit]

    def after(self, day: datetime.date) -> datetime.date:
        """The day that lies this duration (of a range, its longer end) after `day`.

        Months and years are calendar ones: a month that lacks the day ends on its last day. Other parts
        of a day are cut off. A day beyond the calendar is its last day.
        """
        try:
            if self.unit in ("month", "year"):
                return _add_months(day, self.most * (12 if self.unit == "year" else 1))
            return day + datetime.timedelta(days=self.most * _DAYS[self.unit])
        except (OverflowError, ValueError):
            return datetime.date.max

    def __str__(self) -> str:
        number = f"{self.least:g}" if self.least == self.most else f"{self.least:g}-{self.most:g}"
        plural = "" if self.unit == "min" or self.least == self.most == 1 else "s"
        return f"{number} {self.unit}{plural}"


def parse_duration(text: str) -> Duration | None:
    """`2 min`, `10-20 min`, `6 months`, ... as a Duration; None when `text` is no duration."""
    match = _DURATION.fullmatch(text.strip())
    unit = UNIT_WORDS.get(match[3]) if match else None
    if match is None or unit is None:
        return None
    least = float(match[1])
    most = float(match[2] or match[1])
    return Duration(least, most, unit) if least <= most else None


def parse_date(text: str) -> datetime.date | None:
    """`YYYY-MM-DD` as a date; None when `text` is none or the calendar lacks the day."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _add_months(day: datetime.date, months: float) -> datetime.date:
    whole = int(months)
    index = day.year * 12 + day.month - 1 + whole
    year, month = index // 12, index % 12 + 1
    last = calendar.monthrange(year, month)[1]
    moved = day.replace(year=year, month=month, day=min(day.day, last))
    return moved + datetime.timedelta(days=int((months - whole) * _DAYS["month"]))
