"""The map of a journey: lanes that have content, stages, and a card for each step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journeys.catalogue import StepAt
from mkdocs_journeys.charts import comparison_map_svg, map_curve_height, map_curve_svg
from mkdocs_journeys.definitions import Stage, Step
from mkdocs_journeys.insight import LEVELS, Comparison, JourneyInsight, StepInsight
from mkdocs_journeys.pages.side_words import comparison_words
from mkdocs_journeys.pages.trust_words import disagreement
from mkdocs_journeys.pages.view import View
from mkdocs_journeys.pages.words import alternative, chart_words

COLUMN, HEIGHT = 200.0, 215.0
"""A step's column on the curve's sheet, in px; the page scales it to the map's columns."""

CURVE = "page.curve"
BEST = "best"


@dataclass(frozen=True)
class MapView:
    """What the map's curve shows: best knowledge, or two sides; each has a row of its own in the map.

    `picture` is the whole sheet under `id`, of which each stage shows its part: `slices` are SVG viewBoxes,
    by the number of the stage's first step. `legend` explains its curves, each with its sample's class.
    """

    name: str
    id: str
    picture: Markup
    alternative: str
    slices: Mapping[int, str]
    one_scale: bool
    legend: tuple[tuple[str, str], ...]


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
    `disagreement` tells what its sources say where they do not agree.
    """

    at: StepAt
    insight: StepInsight
    personas: tuple[str, ...]
    touchpoints: tuple[str, ...]
    some: bool
    differ: bool
    disagreement: str


@dataclass(frozen=True)
class StageColumn:
    """A stage with its steps; `first` is the number of the first one in the journey, from 0."""

    it: Stage
    first: int
    steps: tuple[StepCard, ...]


def stage_columns(insight: JourneyInsight, view: View) -> Iterator[StageColumn]:
    """The stages in order, each with its steps."""
    cards = [_card(step, view) for step in insight.steps]
    for stage, first in _stages(insight):
        yield StageColumn(stage, first, tuple(cards[first : first + len(stage.steps)]))


def _stages(insight: JourneyInsight) -> Iterator[tuple[Stage, int]]:
    """Each stage with the number of its first step in the journey."""
    first = 0
    for stage in insight.journey.stages:
        yield stage, first
        first += len(stage.steps)


def map_views(insight: JourneyInsight, view: View) -> tuple[MapView, ...]:
    """What the curve can show, the best knowledge first; nothing where nothing is scored."""
    if not insight.lowest:
        return ()
    sides = (_sides(comparison, insight, view) for comparison in insight.comparisons)
    return _best(insight, view), *sides


def _best(insight: JourneyInsight, view: View) -> MapView:
    height = map_curve_height(insight.curves, HEIGHT)
    texts = chart_words(insight, view)
    inside = None if insight.comparisons else insight.inside_curve
    content = view.site.cache.cached(
        "map-curve",
        (insight.curves, inside, texts, COLUMN, HEIGHT),
        lambda: map_curve_svg(insight.curves, texts, inside=inside, column=COLUMN, height=HEIGHT),
    )
    return MapView(
        name=BEST,
        id=CURVE,
        picture=_drawn(content),
        alternative=alternative(insight.curves[0], view),
        slices=_slices(insight, height),
        one_scale=height == HEIGHT,
        legend=tuple(_levels(insight, view)),
    )


def _levels(insight: JourneyInsight, view: View) -> Iterator[tuple[str, str]]:
    """What the sizes of the markers say, of the levels of confidence that occur."""
    found = {step.confidence.level for step in insight.steps if step.confidence is not None}
    for level in reversed(LEVELS):
        if level in found:
            yield view.words.term("confidence", level), f"jm-level-{level}"


def _sides(comparison: Comparison, insight: JourneyInsight, view: View) -> MapView:
    texts = comparison_words(comparison, insight, view)
    content = view.site.cache.cached(
        "map-sides",
        (comparison, texts, COLUMN, HEIGHT),
        lambda: comparison_map_svg(comparison, texts, column=COLUMN, height=HEIGHT),
    )
    return MapView(
        name=comparison.sides,
        id=f"{CURVE}.{comparison.sides}",
        picture=_drawn(content),
        alternative=texts.alternative,
        slices=_slices(insight, HEIGHT),
        one_scale=True,
        legend=((texts.first, "jm-first-side"), (texts.second, "jm-second-side")),
    )


def _drawn(content: bytes) -> Markup:
    return Markup(content.decode())  # noqa: S704 - drawn by us; its texts are escaped there


def _slices(insight: JourneyInsight, height: float) -> dict[int, str]:
    return {
        first: f"{first * COLUMN:g} 0 {len(stage.steps) * COLUMN:g} {height:g}"
        for stage, first in _stages(insight)
    }


def _card(step: StepInsight, view: View) -> StepCard:
    personas = view.catalogue.personas_of(step.at)
    return StepCard(
        at=step.at,
        insight=step,
        personas=personas,
        touchpoints=view.catalogue.touchpoints_of(step.at.step),
        some=len(personas) < len(step.at.journey.personas),
        differ=_differ(step),
        disagreement=disagreement(step, view),
    )


def _differ(step: StepInsight) -> bool:
    """Whether the step's personas feel differently there."""
    if step.feeling is None:
        return False
    scores = [each and each.score for each in step.feeling.personas.values()]
    return any(score != scores[0] for score in scores)


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
    "feels": lambda step: step.feeling is not None or bool(step.at.step.feeling) or step.readings.kept_back,
    "place": _has_place,
} | {
    name: _field(name)
    for name in (
        "does", "thinks", "touchpoints", "pains", "gains", "needs", "expects", "quotes",
        "frontstage", "backstage", "support", "metrics",
    )
}  # fmt: skip
