"""All that is known about a step."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.catalogue import Catalogue, StepAt
from mkdocs_journeys.definitions import Improvement, Journey, Reading, SiteOptions
from mkdocs_journeys.insight.backing import Backing
from mkdocs_journeys.insight.confidence import Confidence
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.feelings import StepFeeling, believed, feel
from mkdocs_journeys.insight.flow import StepFlow
from mkdocs_journeys.insight.step_readings import StepReadings, sort_readings
from mkdocs_journeys.insight.tallies import Measured, Spans, measure, tally


@dataclass(frozen=True, kw_only=True)
class StepInsight:
    """A step with its figures.

    `feeling` is None where nobody knows how it feels. `improvements` are all those for the step or its
    stage; `attended` when one of them is planned or doing. `weak`: its score is at or below, or its drop-off
    at or above what the site's options say, in a journey that counts in figures. `said` and `done` are what
    customers said and what their behaviour showed, apart; `believed` is what the company believes (n is 0
    when it was typed). `readings` are those that may be shown.
    """

    at: StepAt
    feeling: StepFeeling | None
    flow: StepFlow
    weak: bool
    attended: bool
    improvements: tuple[Improvement, ...]
    said: Measured | None
    done: Measured | None
    believed: Measured | None
    readings: StepReadings

    @property
    def id(self) -> str:
        """The step's id."""
        return self.at.step.id

    @property
    def score(self) -> float | None:
        """The step's score (-2..2); None for a gap."""
        return None if self.feeling is None else self.feeling.score

    @property
    def backing(self) -> tuple[Backing, ...]:
        """The kinds of research behind the step's score."""
        return () if self.feeling is None else self.feeling.backing

    @property
    def confidence(self) -> Confidence | None:
        """How much of the step's score to believe; None for a gap."""
        return None if self.feeling is None else self.feeling.confidence


def study_step(
    at: StepAt,
    flow: StepFlow,
    readings: Iterable[Reading],
    spans: Spans,
    catalogue: Catalogue,
    research: Research,
) -> StepInsight:
    """A step with its figures; `readings` are all those for it, `spans` the periods that are compared."""
    sorted_ = sort_readings(tally(readings, spans, research), research)
    feeling = feel(at.step, catalogue.personas_of(at), sorted_, research)
    improvements = _improvements(at)
    return StepInsight(
        at=at,
        feeling=feeling,
        flow=flow,
        weak=counts_in_figures(at.journey) and _is_weak(feeling, flow, catalogue.options),
        attended=any(improvement.status in ("planned", "doing") for improvement in improvements),
        improvements=improvements,
        said=measure(sorted_.outside.of_basis("said")),
        done=measure(sorted_.outside.of_basis("done")),
        believed=believed(feeling, sorted_),
        readings=sorted_,
    )


def counts_in_figures(journey: Journey) -> bool:
    """Whether a journey is lived and known: current, neither archived nor a draft.

    The others are left out of weak spots and of means over touchpoints, channels and personas.
    """
    return journey.state == "current" and journey.status in ("published", "review")


def _is_weak(feeling: StepFeeling | None, flow: StepFlow, options: SiteOptions) -> bool:
    feels_bad = feeling is not None and feeling.score <= options.weak_score
    return feels_bad or (flow.drop_off is not None and flow.drop_off >= options.weak_drop_off)


def _improvements(at: StepAt) -> tuple[Improvement, ...]:
    return tuple(
        improvement
        for improvement in at.journey.improvements
        if at.step.id in improvement.for_ or at.stage.id in improvement.for_
    )
