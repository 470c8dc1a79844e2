"""The readings of a step, counted."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mkdocs_journeys.definitions import Reading
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.scores import counted_mean

Counts = Mapping[float, int]
"""How many people gave which score (-2..2)."""


Period = Literal["then", "now"]
Spans = Mapping[Period, tuple[datetime.date, datetime.date]]
"""The first and the last day of the periods that are compared."""


class Tally(NamedTuple):
    """The readings of a step in one piece of evidence, of one persona (None: it does not say whose).

    They are all of one of the periods that are compared, or of neither (None). `first` and `last` are the
    days of the earliest and the latest of them, None where none has a date.
    """

    evidence: str
    persona: str | None
    period: Period | None
    counts: Counts
    first: datetime.date | None
    last: datetime.date | None

    @property
    def n(self) -> int:
        """The number of people."""
        return sum(self.counts.values())


class Measured(NamedTuple):
    """A mean score (-2..2) and the number of people behind it."""

    score: float
    n: int


@dataclass(frozen=True, kw_only=True)
class ThenAndNow:
    """What was measured then and what is now: mean and people."""

    then: Measured
    now: Measured

    @property
    def size(self) -> float:
        """By how much it feels better now, -4..4."""
        return self.now.score - self.then.score


def tally(rows: Iterable[Reading], spans: Spans, research: Research) -> tuple[Tally, ...]:
    """The readings of one step, counted by evidence, persona and period."""
    grouped: dict[tuple[str, str | None, Period | None], list[Reading]] = {}
    for row in rows:
        grouped.setdefault((row.evidence, row.persona, _period(research.day_of(row), spans)), []).append(row)
    return tuple(
        Tally(*key, count_scores(group), *dates_of(map(research.day_of, group)))
        for key, group in grouped.items()
    )


def _period(day: datetime.date | None, spans: Spans) -> Period | None:
    if day is not None:
        for period, (first, last) in spans.items():
            if first <= day <= last:
                return period
    return None


def count_scores(rows: Iterable[Reading]) -> Counts:
    """How many people gave which score in these rows."""
    counts: dict[float, int] = {}
    for row in rows:
        counts[row.score] = counts.get(row.score, 0) + row.n
    return counts


def dates_of(dates: Iterable[datetime.date | None]) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last of the dates that are known; None of none."""
    known = [date for date in dates if date is not None]
    return min(known, default=None), max(known, default=None)


def together(tallies: Sequence[Tally]) -> Counts:
    """How many people gave which score, in all of these together."""
    if len(tallies) == 1:
        return tallies[0].counts
    counts: dict[float, int] = {}
    for each in tallies:
        for score, n in each.counts.items():
            counts[score] = counts.get(score, 0) + n
    return counts


def measure(tallies: Sequence[Tally]) -> Measured | None:
    """The mean of readings, weighted by n; None without any."""
    counts = together(tallies) if tallies else {}
    return Measured(counted_mean(counts), sum(counts.values())) if counts else None
