"""How a journey felt then and how it feels now, where its readings are of different times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from mkdocs_journeys.definitions import Method, Reading
from mkdocs_journeys.insight.curves import Curve, draw_measured
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.scores import counted_mean
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.tallies import Measured, Spans, Tally, ThenAndNow, dates_of, together

PAUSE, LONGEST = timedelta(days=60), timedelta(days=183)


@dataclass(frozen=True, kw_only=True)
class Period:
    """A time in which customers were asked: its first and last day with readings.

    `methods` are the kinds of research that gave readings in it, sorted; `n` is the number of people of the
    step with most of them.
    """

    first: date
    last: date
    methods: tuple[Method, ...]
    n: int


@dataclass(frozen=True, kw_only=True)
class Change(ThenAndNow):
    """A step with readings in both periods."""

    step: str


@dataclass(frozen=True, kw_only=True)
class Trend:
    """The latest period of readings against the one before it, as curves, and what changed, most first.

    All is of the steps that were asked about in both. `alike`: each of them by the same kinds of research
    then and now; a change may else be one of the method.
    """

    then: Period
    now: Period
    then_curve: Curve
    now_curve: Curve
    changes: tuple[Change, ...]
    alike: bool


def compared_spans(rows: Iterable[Reading], research: Research) -> Spans:
    """The last two periods of the customers' readings of a journey; none where there is only one."""
    outside = (research.day_of(row) for row in rows if row.evidence not in research.inside)
    periods = find_periods(day for day in outside if day is not None)
    return dict(zip(("then", "now"), periods[-2:], strict=True)) if len(periods) > 1 else {}


def find_trend(steps: Sequence[StepInsight], research: Research) -> Trend | None:
    """The trend of the customers' view; None where no step may be shown both then and now."""
    asked = [
        (step.readings.outside.of_period("then"), step.readings.outside.of_period("now")) for step in steps
    ]
    both = [pair if all(pair) else None for pair in asked]
    compared = [pair for pair in both if pair is not None]
    if not compared:
        return None
    measured = [pair and (_measured(pair[0]), _measured(pair[1])) for pair in both]
    changes = [
        Change(step=step.id, then=found[0], now=found[1])
        for step, found in zip(steps, measured, strict=True)
        if found is not None
    ]
    return Trend(
        then=_period([then for then, _ in compared], research),
        now=_period([now for _, now in compared], research),
        then_curve=draw_measured(steps, [found and found[0] for found in measured]),
        now_curve=draw_measured(steps, [found and found[1] for found in measured]),
        changes=tuple(sorted(changes, key=lambda change: -abs(change.size))),
        alike=all(_methods(then, research) == _methods(now, research) for then, now in compared),
    )


def _measured(tallies: Sequence[Tally]) -> Measured:
    counts = together(tallies)
    return Measured(counted_mean(counts), sum(counts.values()))


def _methods(tallies: Iterable[Tally], research: Research) -> frozenset[Method]:
    return frozenset(research.method(tally.evidence) for tally in tallies)


def _period(asked: Sequence[Sequence[Tally]], research: Research) -> Period:
    """A period of the readings of each step in it."""
    tallies = list(chain.from_iterable(asked))
    first, last = dates_of(chain.from_iterable((tally.first, tally.last) for tally in tallies))
    if first is None or last is None:
        raise ValueError("what was asked in a period has a date")
    return Period(
        first=first,
        last=last,
        methods=tuple(sorted(_methods(tallies, research))),
        n=max(sum(tally.n for tally in of_step) for of_step in asked),
    )


def find_periods(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """The periods of readings, first and last day of each.

    A period ends at a pause of more than 60 days, or half a year (183 days) after its first day.
    """
    periods: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if periods and day - periods[-1][1] <= PAUSE and day - periods[-1][0] <= LONGEST:
            periods[-1] = (periods[-1][0], day)
        else:
            periods.append((day, day))
    return tuple(periods)
