"""The readings of a step, counted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.definitions import Reading
from mkdocs_journeys.insight.scores import counted_mean

Counts = Mapping[float, int]
"""How many people gave which score (-2..2)."""


class Tally(NamedTuple):
    """The readings of a step in one piece of evidence, of one persona (None: it does not say whose)."""

    evidence: str
    persona: str | None
    counts: Counts


class Measured(NamedTuple):
    """A mean score (-2..2) and the number of people behind it."""

    score: float
    n: int


def tally(rows: Iterable[Reading]) -> tuple[Tally, ...]:
    """The readings of one step, counted by evidence and persona."""
    counted: dict[tuple[str, str | None], dict[float, int]] = {}
    for row in rows:
        counts = counted.setdefault((row.evidence, row.persona), {})
        counts[row.score] = counts.get(row.score, 0) + row.n
    return tuple(Tally(evidence, persona, counts) for (evidence, persona), counts in counted.items())


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
