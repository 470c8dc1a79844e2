"""A journey as a whole in figures, and each persona's way through it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from mkdocs_journeys.insight.disclosure import may_tell_quartiles
from mkdocs_journeys.insight.feelings import Feeling
from mkdocs_journeys.insight.scores import mean, quartiles
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.tallies import Tally, dates_of, together


@dataclass(frozen=True, kw_only=True)
class Total:
    """All steps of a journey together, for everybody or for one persona. Scores go from -2 to 2.

    `mean` is the plain mean of the `scored` steps' scores. `readings` is the number of readings at all of
    them (who was asked about three steps counts three times), with their quartiles `q1` and `q3` and the days
    of the first and the last (None without readings or dates).
    """

    mean: float | None
    scored: int
    readings: int = 0
    q1: float | None = None
    q3: float | None = None
    first: date | None = None
    last: date | None = None


def total_of(steps: Sequence[StepInsight], least: int) -> Total:
    """The total of everybody; figures of fewer than `least` people are kept back."""
    outside = chain.from_iterable(step.readings.outside.tallies for step in steps)
    return _total((step.feeling for step in steps), outside, least)


def total_of_persona(steps: Sequence[StepInsight], persona: str, least: int) -> Total:
    """The total of one persona, as far as it may be shown at each step and in groups of `least`."""
    feelings = (step.feeling and step.feeling.personas.get(persona) for step in steps)
    readings = (step.readings.of_persona(persona).outside.tallies for step in steps)
    return _total(feelings, chain.from_iterable(readings), least)


def _total(feelings: Iterable[Feeling | None], outside: Iterable[Tally], least: int) -> Total:
    scores = [feeling.score for feeling in feelings if feeling is not None]
    tallies = list(outside)
    if not tallies:
        return Total(mean=mean(scores), scored=len(scores))
    counts = together(tallies)
    readings = sum(counts.values())
    q1, q3 = quartiles(counts) if may_tell_quartiles(readings, least) else (None, None)
    first, last = dates_of(chain.from_iterable((tally.first, tally.last) for tally in tallies))
    return Total(
        mean=mean(scores),
        scored=len(scores),
        readings=readings,
        q1=q1,
        q3=q3,
        first=first,
        last=last,
    )
