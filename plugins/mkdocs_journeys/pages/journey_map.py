"""The map of a journey: lanes that have content, stages, and a card for each step."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journeys.catalogue import StepAt
from mkdocs_journeys.charts import map_curve_height, map_curve_svg
from mkdocs_journeys.definitions import Stage, Step
from mkdocs_journeys.insight import JourneyInsight, StepInsight
from mkdocs_journeys.pages.view import View
from mkdocs_journeys.pages.words import chart_words

COLUMN, HEIGHT = 200.0, 215.0
"""A step's column on the curve's sheet, in px; the page scales it to the map's columns."""

CURVE = "page.curve"


@dataclass(frozen=True)
class Lane:
    """A row of the map; `line` names the blueprint's line that is drawn above it."""

    id: str
    label: str
    line: str = ""


@dataclass(frozen=True)
class StepCard:
    """A step with what the catalogue knows of it.

    `some`: not all of the journey's personas take it. `differ`: it does not feel the same to all who take it.
    """

    at: StepAt
    insight: StepInsight
    personas: tuple[str, ...]
    touchpoints: tuple[str, ...]
    some: bool
    differ: bool


@dataclass(frozen=True)
class StageColumn:
    """A stage with its steps; `slice` is its part of the curve's sheet, an SVG viewBox.

    `first` is the number of its first step in the journey, from 0.
    """

    it: Stage
    first: int
    steps: tuple[StepCard, ...]
    slice: str


def stage_columns(insight: JourneyInsight, view: View) -> Iterator[StageColumn]:
    """The stages in order, each with its steps."""
    first, height = 0, map_curve_height(insight.curves, HEIGHT)
    cards = [_card(step, view) for step in insight.steps]
    for stage in insight.journey.stages:
        last = first + len(stage.steps)
        part = f"{first * COLUMN:g} 0 {(last - first) * COLUMN:g} {height:g}"
        yield StageColumn(stage, first, tuple(cards[first:last]), part)
        first = last


def has_one_scale(insight: JourneyInsight) -> bool:
    """Whether all curves share one scale, with words beside its levels; small multiples have one each."""
    return map_curve_height(insight.curves, HEIGHT) == HEIGHT


def _card(step: StepInsight, view: View) -> StepCard:
    personas = view.catalogue.personas_of(step.at)
    return StepCard(
        at=step.at,
        insight=step,
        personas=personas,
        touchpoints=view.catalogue.touchpoints_of(step.at.step),
        some=len(personas) < len(step.at.journey.personas),
        differ=_differ(step),
    )


def _differ(step: StepInsight) -> bool:
    """Whether the step's personas feel differently there."""
    if step.feeling is None:
        return False
    scores = [each and each.score for each in step.feeling.personas.values()]
    return any(score != scores[0] for score in scores)


def curve(insight: JourneyInsight, view: View) -> Markup | None:
    """The curve across all columns, of which each stage shows its part; None with nothing scored."""
    if not insight.lowest:
        return None
    texts = chart_words(insight, view)
    content = view.site.cache.cached(
        "map-curve",
        (insight.curves, insight.inside_curve, texts, COLUMN, HEIGHT),
        lambda: map_curve_svg(
            insight.curves, texts, inside=insight.inside_curve, column=COLUMN, height=HEIGHT
        ),
    )
    return Markup(content.decode())  # noqa: S704 - drawn by us; its texts are escaped there


def lanes(insight: JourneyInsight, view: View) -> tuple[Lane, ...]:
    """The lanes that have content in at least one step, from top to bottom."""
    steps = insight.steps
    return tuple(lane for lane in _all_lanes(view) if any(_HAS[lane.id](step) for step in steps))


def _all_lanes(view: View) -> Sequence[Lane]:
    tell = view.words.gettext
    return (
        Lane("feels", tell("Feels")),
        Lane("does", tell("Does")),
        Lane("thinks", tell("Thinks")),
        Lane("touchpoints", tell("Touchpoints")),
        Lane("pains", tell("Pains")),
        Lane("gains", tell("Gains")),
        Lane("needs", tell("Needs")),
        Lane("expects", tell("Expects")),
        Lane("quotes", tell("Quotes")),
        Lane("place", tell("Where and when")),
        Lane("frontstage", tell("Frontstage"), tell("Line of interaction")),
        Lane("backstage", tell("Backstage"), tell("Line of visibility")),
        Lane("support", tell("Support"), tell("Line of internal interaction")),
        Lane("metrics", tell("Metrics")),
    )


def _field(name: str) -> Callable[[StepInsight], bool]:
    return lambda step: bool(getattr(step.at.step, name))


def _has_place(step: StepInsight) -> bool:
    it: Step = step.at.step
    return bool(it.where or it.when or it.takes)


_HAS: dict[str, Callable[[StepInsight], bool]] = {
    "feels": lambda step: step.feeling is not None or bool(step.at.step.feeling),
    "place": _has_place,
} | {
    name: _field(name)
    for name in (
        "does", "thinks", "touchpoints", "pains", "gains", "needs", "expects", "quotes",
        "frontstage", "backstage", "support", "metrics",
    )
}  # fmt: skip
