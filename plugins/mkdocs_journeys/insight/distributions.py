"""What people said of a step, as a distribution over the five levels of emotion."""

import math
from dataclasses import dataclass

from mkdocs_journeys.insight.disclosure import may_tell_quartiles
from mkdocs_journeys.insight.scores import counted_mean, quartiles
from mkdocs_journeys.insight.tallies import Counts

LOWEST, HIGHEST = -2, 2


@dataclass(frozen=True, kw_only=True)
class Distribution:
    """The readings of a step by `n` people: `people` at each level from -2 to 2, mean and quartiles (-2..2).

    A score between two levels counts at the nearer one, in the middle at the one farther from 0. A row of
    several people counts them all at its score. `people` is empty where it is kept back, quartiles are None.
    """

    n: int
    people: tuple[int, ...]
    mean: float
    q1: float | None
    q3: float | None


def distribute(counts: Counts, least: int = 1) -> Distribution:
    """The distribution of readings, at least one, given by how many people gave which score.

    Where fewer than `least` people are at a level, how many are at which is kept back, and where they are too
    few for quartiles, these are too.
    """
    people = _by_level(counts)
    told = may_tell_quartiles(sum(people), least)
    few = not told or any(0 < n < least for n in people)
    q1, q3 = quartiles(counts) if told else (None, None)
    return Distribution(n=sum(people), people=() if few else people, mean=counted_mean(counts), q1=q1, q3=q3)


def nearest_level(score: float) -> int:
    """The level, -2 to 2, at which a score counts."""
    return int(math.copysign(math.floor(abs(score) + 0.5), score))


def _by_level(counts: Counts) -> tuple[int, ...]:
    people = dict.fromkeys(range(LOWEST, HIGHEST + 1), 0)
    for score, n in counts.items():
        people[nearest_level(score)] += n
    return tuple(people.values())
