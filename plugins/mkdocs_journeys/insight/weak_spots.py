"""Weak spots: the steps of all journeys that hurt most."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.insight.journeys import JourneyInsight
from mkdocs_journeys.insight.steps import StepInsight


@dataclass(frozen=True, kw_only=True)
class WeakSpot:
    """A step that needs an improvement.

    With its score (-2..2), its drop-off (0..1), and the share of all customers who are lost here (0..1).

    `harm` (0..1) orders weak spots: see `harm`.
    """

    journey: str
    step: str
    attended: bool
    score: float | None
    evidenced: bool
    drop_off: float | None
    lost: float | None
    harm: float


def harm(step: StepInsight) -> float:
    """How bad a step is for all customers, 0..1.

    The share of customers who come to it, times how bad it is for one of them.

    How bad: the part of the way from neutral (0) to very bad (-2), or the drop-off, whichever is more. Where
    it is not known how many come to the step, it counts as if all did, so that nothing is overlooked.
    """
    feels = max(0.0, -(step.score or 0.0)) / 2
    reach = 1.0 if step.flow.reach is None else step.flow.reach
    return reach * max(feels, step.flow.drop_off or 0.0)


def find_weak_spots(journeys: Iterable[JourneyInsight]) -> tuple[WeakSpot, ...]:
    """All weak spots, most harm first.

    Of two that are equal the one with evidence comes first, then the journey's id and the step's place
    decide.
    """
    spots = [_weak_spot(journey, step) for journey in journeys for step in journey.weak]
    return tuple(sorted(spots, key=lambda spot: (-spot.harm, not spot.evidenced)))


def _weak_spot(journey: JourneyInsight, step: StepInsight) -> WeakSpot:
    return WeakSpot(
        journey=journey.journey.id,
        step=step.id,
        attended=step.attended,
        score=step.score,
        evidenced=step.feeling is not None and step.feeling.evidenced,
        drop_off=step.flow.drop_off,
        lost=step.flow.lost,
        harm=harm(step),
    )
