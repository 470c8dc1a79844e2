"""All that is known about a journey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from mkdocs_journeys.catalogue import Catalogue, due, is_stale, steps_of
from mkdocs_journeys.definitions import Journey, Reading
from mkdocs_journeys.insight.confidence import JourneyConfidence, judge_journey
from mkdocs_journeys.insight.curves import Curve, Travellers, draw_curves, draw_inside
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.flow import Flow, study_flow
from mkdocs_journeys.insight.scores import mean
from mkdocs_journeys.insight.steps import StepInsight, study_step
from mkdocs_journeys.insight.totals import Total, total_of, total_of_persona
from mkdocs_journeys.insight.trend import Trend, compared_spans, find_trend
from mkdocs_journeys.insight.views import Comparison, compare_sides


@dataclass(frozen=True, kw_only=True)
class JourneyInsight:
    """A journey with its figures; scores go from -2 to 2.

    `coverage` is the share (0..1) of evidenced steps among the scored ones, `mean` the plain mean of the
    scores, `gap` the mean difference between what the company believes and what is (-4..4): each None where
    there is nothing to compute it from. `lowest` and `highest` are the ids of all steps with the extreme
    score. `confidence` tells how much of the journey to believe (None: nothing is scored). `due` is the last
    day on which the last review holds (None: never reviewed). `curves` starts with the steps' own scores;
    `inside_curve` is what the company believes. `comparisons` are two sides' curves against each other,
    `trend` the latest readings against earlier ones (None: all are of one time). `total` is all steps
    together, `totals` likewise each persona's.
    """

    journey: Journey
    steps: tuple[StepInsight, ...]
    flow: Flow
    coverage: float | None
    mean: float | None
    gap: float | None
    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    stale: bool
    due: date | None
    curves: tuple[Curve, ...]
    inside_curve: Curve | None
    confidence: JourneyConfidence | None
    comparisons: tuple[Comparison, ...]
    trend: Trend | None
    total: Total
    totals: Mapping[str, Total]

    @property
    def persona_curves(self) -> tuple[Curve, ...]:
        """One curve for each persona, where their scores differ anywhere."""
        return self.curves[1:]

    @property
    def weak(self) -> tuple[StepInsight, ...]:
        """The weak spots, in the journey's order."""
        return tuple(step for step in self.steps if step.weak)

    def step(self, id_: str) -> StepInsight:
        """The step with this id. Error: KeyError."""
        for step in self.steps:
            if step.id == id_:
                return step
        raise KeyError(id_)


def study_journey(
    journey: Journey, catalogue: Catalogue, research: Research, known: Travellers
) -> JourneyInsight:
    """A journey with its figures."""
    flow = study_flow(journey)
    readings = _readings(journey, catalogue)
    spans = compared_spans(chain.from_iterable(readings.values()), research)
    steps = tuple(
        study_step(at, flow.steps[at.step.id], readings[at.step.id], spans, catalogue, research)
        for at in steps_of([journey])
    )
    scores = [step.score for step in steps if step.score is not None]
    return JourneyInsight(
        journey=journey,
        steps=steps,
        flow=flow,
        coverage=_coverage(steps),
        mean=mean(scores),
        gap=_gap(steps),
        lowest=_scored(steps, min(scores, default=None)),
        highest=_scored(steps, max(scores, default=None)),
        stale=is_stale(journey, catalogue),
        due=due(journey, catalogue),
        curves=draw_curves(steps, journey.personas, known),
        inside_curve=draw_inside(steps),
        confidence=judge_journey([step.confidence for step in steps if step.confidence is not None]),
        comparisons=compare_sides(steps, research),
        trend=find_trend(steps, research),
        total=total_of(steps, research.least),
        totals={id_: total_of_persona(steps, id_, research.least) for id_ in journey.personas},
    )


def _readings(journey: Journey, catalogue: Catalogue) -> dict[str, Sequence[Reading]]:
    return {step.id: catalogue.readings.get((journey.id, step.id), ()) for step in journey.steps}


def _coverage(steps: Sequence[StepInsight]) -> float | None:
    scored = [step.feeling for step in steps if step.feeling is not None]
    return sum(feeling.evidenced for feeling in scored) / len(scored) if scored else None


def _gap(steps: Sequence[StepInsight]) -> float | None:
    gaps = [step.feeling.gap for step in steps if step.feeling is not None]
    return mean(gap for gap in gaps if gap is not None)


def _scored(steps: Sequence[StepInsight], score: float | None) -> tuple[str, ...]:
    return tuple(step.id for step in steps if score is not None and step.score == score)
