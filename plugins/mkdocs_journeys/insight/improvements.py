"""The register of improvements across journeys, and which of them to take up first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from mkdocs_journeys.definitions import Improvement
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.journeys import JourneyInsight

_MOST_EFFORT = 5
_LEAST_IMPACT = 1
_CLOSED = {"done": 1, "dropped": 2}  # after all that can still be done


@dataclass(frozen=True, kw_only=True)
class RankedImprovement:
    """An improvement of a journey, with its place (from 1) in the register and why it is there.

    `priority`: see `priority`. `evidenced`: more than an assumption says that it helps. `helps_weak`: it is
    for a weak spot or its stage. `overdue`: its due date has passed, and it is neither done nor dropped.
    """

    journey: str
    improvement: Improvement
    rank: int
    priority: float
    evidenced: bool
    helps_weak: bool
    overdue: bool


def priority(improvement: Improvement, *, evidenced: bool, helps_weak: bool) -> float:
    """How much an improvement gives for its effort, 0.05 to 5.

    Impact / effort, halved without evidence, and halved again when it helps no weak spot.

    The formula is impact times confidence over effort, as in RICE scoring (S. McBride, Intercom, 2016), with
    a confidence of 1 or 0.5; whether a weak spot is helped takes the place of RICE's reach. Nothing is
    guessed in an improvement's favour: an impact that is not given counts 1, an effort that is not given
    counts 5.
    """
    value = (improvement.impact or _LEAST_IMPACT) / (improvement.effort or _MOST_EFFORT)
    return value * (1 if evidenced else 0.5) * (1 if helps_weak else 0.5)


def rank_improvements(
    journeys: Iterable[JourneyInsight], research: Research, today: date
) -> tuple[RankedImprovement, ...]:
    """The improvements of these journeys, by priority; what is done, then what was dropped, at the end.

    Of equal ones the one with more impact, then the one due earlier, comes first, then as the journeys name
    them.
    """
    unranked = [
        _weigh(journey, improvement, research, today)
        for journey in journeys
        for improvement in journey.journey.improvements
    ]
    ordered = enumerate(sorted(unranked, key=_order), start=1)
    return tuple(replace(improvement, rank=rank) for rank, improvement in ordered)


def _weigh(
    journey: JourneyInsight, improvement: Improvement, research: Research, today: date
) -> RankedImprovement:
    evidenced = research.proves(improvement.evidence)
    helps_weak = any(improvement in step.improvements for step in journey.weak)
    is_open = improvement.status not in _CLOSED
    return RankedImprovement(
        journey=journey.journey.id,
        improvement=improvement,
        rank=0,
        priority=priority(improvement, evidenced=evidenced, helps_weak=helps_weak),
        evidenced=evidenced,
        helps_weak=helps_weak,
        overdue=is_open and improvement.due is not None and today > improvement.due,
    )


def _order(ranked: RankedImprovement) -> tuple[int, float, int, date]:
    improvement = ranked.improvement
    closed = _CLOSED.get(improvement.status, 0)
    return closed, -ranked.priority, -(improvement.impact or 0), improvement.due or date.max
