"""All that is known about a step."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.catalogue import Catalogue, StepAt
from mkdocs_journeys.definitions import Improvement, Journey, Reading, SiteOptions
from mkdocs_journeys.insight.backing import Backing, find_backing, measure_basis
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.feelings import StepFeeling, believed, feel
from mkdocs_journeys.insight.flow import StepFlow
from mkdocs_journeys.insight.tallies import Measured, tally


@dataclass(frozen=True, kw_only=True)
class StepInsight:
    """A step with its figures.

    `feeling` is None where nobody knows how it feels. `improvements` are all those for the step or its
    stage; `attended` when one of them is planned or doing. `weak`: its score is at or below, or its drop-off
    at or above what the site's options say, in a journey that counts in figures. `said` and `done` are what
    customers said and what their behaviour showed, apart; `believed` is what the company believes (n is 0
    when it was typed); `backing` tells the kinds of research behind the score.
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
    backing: tuple[Backing, ...]

    @property
    def id(self) -> str:
        """The step's id."""
        return self.at.step.id

    @property
    def score(self) -> float | None:
        """The step's score (-2..2); None for a gap."""
        return None if self.feeling is None else self.feeling.score

    @property
    def agreeing(self) -> int:
        """How many kinds of research agree on the step's score."""
        return sum(kind.agrees for kind in self.backing)


def study_step(
    at: StepAt, flow: StepFlow, readings: Iterable[Reading], catalogue: Catalogue, research: Research
) -> StepInsight:
    """A step with its figures; `readings` are all those for it."""
    tallies = tally(readings)
    feeling = feel(at.step, catalogue.personas_of(at), tallies, research)
    improvements = _improvements(at)
    return StepInsight(
        at=at,
        feeling=feeling,
        flow=flow,
        weak=counts_in_figures(at.journey) and _is_weak(feeling, flow, catalogue.options),
        attended=any(improvement.status in ("planned", "doing") for improvement in improvements),
        improvements=improvements,
        said=measure_basis(tallies, "said", research),
        done=measure_basis(tallies, "done", research),
        believed=believed(feeling, tallies, research),
        backing=find_backing(at.step, feeling, tallies, research),
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
