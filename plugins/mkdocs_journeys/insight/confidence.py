"""How much of a score to believe, by a rule that fits in four lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.insight.backing import Backing

Level = Literal["none", "weak", "fair", "strong"]
LEVELS: tuple[Level, ...] = ("none", "weak", "fair", "strong")

FEW, MANY = 5, 30
"""Customers that fair and strong ask for.

Five: fewer are anecdotes; five interviews find most of what is common to a group (J. Nielsen and T. K.
Landauer, "A mathematical model of the finding of usability problems", INTERCHI 1993; G. Guest, A. Bunce and
L. Johnson, "How many interviews are enough?", Field Methods 18, 2006). Thirty: the mean of thirty answers is
known to half a level in 95 of 100 cases, even where they spread evenly over all five levels (1.96 times the
square root of 2, divided by the square root of 30, is 0.51).
"""
KINDS = 2
"""Kinds of research that strong asks for (triangulation: N. K. Denzin, "The Research Act", 1970)."""


@dataclass(frozen=True, kw_only=True)
class Confidence:
    """How much of a score to believe, and out of what that follows.

    `customers` is how many were asked or observed in research that still holds; `agreeing` and `disagreeing`
    are the numbers of kinds of such research that agree with the score and that do not.

    - none: nothing but an assumption stands behind the score
    - weak: research does, but it is less than fair
    - fair: five customers or more, and more kinds of research that agree than kinds that do not
    - strong: thirty customers or more, in two or more kinds of research, which all agree
    """

    level: Level
    customers: int = 0
    agreeing: int = 0
    disagreeing: int = 0


NOTHING = Confidence(level="none")


def judge(backing: Sequence[Backing], *, proved: bool) -> Confidence:
    """How much of a score to believe; `proved` tells whether more than an assumption stands behind it."""
    if not proved:
        return NOTHING
    counted = [kind for kind in backing if kind.counts]
    customers = sum(kind.people for kind in counted)
    agreeing = sum(kind.agrees for kind in counted)
    disagreeing = len(counted) - agreeing
    level: Level = "weak"
    if customers >= FEW and agreeing > disagreeing:
        level = "strong" if customers >= MANY and agreeing >= KINDS and not disagreeing else "fair"
    return Confidence(level=level, customers=customers, agreeing=agreeing, disagreeing=disagreeing)


@dataclass(frozen=True)
class JourneyConfidence:
    """How much of a journey to believe: the highest level that at least half of its scored steps reach.

    `steps` is the number of scored steps of each level.
    """

    level: Level
    steps: Mapping[Level, int]


def judge_journey(steps: Sequence[Confidence]) -> JourneyConfidence | None:
    """How much of a journey to believe, from its scored steps; None without any."""
    if not steps:
        return None
    ranks = sorted((LEVELS.index(step.level) for step in steps), reverse=True)
    counts = {level: sum(step.level == level for step in steps) for level in LEVELS}
    return JourneyConfidence(LEVELS[ranks[(len(ranks) - 1) // 2]], counts)
