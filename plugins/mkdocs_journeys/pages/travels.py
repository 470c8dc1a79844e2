"""The journeys that each persona travels, as that persona feels them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.insight import Curve, Feeling, Insight, JourneyInsight, StepInsight
from mkdocs_journeys.insight.scores import mean
from mkdocs_journeys.pages.groups import Group, group_of


@dataclass(frozen=True)
class Moment:
    """A step as one persona feels it."""

    step: StepInsight
    feeling: Feeling


@dataclass(frozen=True)
class Travel:
    """A journey as one persona travels it: `moments` are the steps that they take and feel something at.

    `curve` has a point for every step of the journey, with gaps where nobody knows what this persona feels.
    """

    figures: JourneyInsight
    curve: Curve
    moments: tuple[Moment, ...]

    @property
    def group(self) -> Group:
        """Whether the journey is current, future or archived; only current ones are lived."""
        return group_of(self.figures.journey)

    @property
    def mean(self) -> float | None:
        """The plain mean of the persona's own scores, -2..2; None when there is none."""
        return mean(moment.feeling.score for moment in self.moments)

    @property
    def worst(self) -> Moment | None:
        """The first moment with the lowest score."""
        return min(self.moments, key=_score, default=None)


def travels(insight: Insight) -> Mapping[str, tuple[Travel, ...]]:
    """Every persona's journeys, in the order of the journeys' ids."""
    found: defaultdict[str, list[Travel]] = defaultdict(list)
    for figures in insight.journeys.values():
        for persona in figures.journey.personas:
            found[persona].append(_travel(insight, figures, persona))
    return {persona: tuple(each) for persona, each in found.items()}


def worst_moments(journeys: Iterable[Travel], most: int = 5) -> tuple[Moment, ...]:
    """The moments below neutral in current journeys, the worst first; equal ones in their journeys' order."""
    moments = (moment for travel in journeys if travel.group == "current" for moment in travel.moments)
    return tuple(sorted((moment for moment in moments if moment.feeling.score < 0), key=_score)[:most])


def _score(moment: Moment) -> float:
    return moment.feeling.score


def _travel(insight: Insight, figures: JourneyInsight, persona: str) -> Travel:
    return Travel(figures, insight.curve_of(figures.journey.id, persona), tuple(_moments(figures, persona)))


def _moments(figures: JourneyInsight, persona: str) -> Iterator[Moment]:
    for step in figures.steps:
        feeling = None if step.feeling is None else step.feeling.personas.get(persona)
        if feeling is not None:
            yield Moment(step, feeling)
