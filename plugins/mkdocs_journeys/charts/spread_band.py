"""The middle half of a step's readings, as a band around the curve: the better known, the more solid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from mkdocs_journeys.charts.curve_line import Segment, path_of, ribbon, runs
from mkdocs_journeys.charts.drawing import Outline, Spot
from mkdocs_journeys.charts.tracing import Tracing, joined
from mkdocs_journeys.charts.weights import lower, spread_level
from mkdocs_journeys.insight.confidence import Level
from mkdocs_journeys.insight.curves import CurvePoint

LONE = 12.0  # px: the width of a spread that has no neighbour


@dataclass(frozen=True)
class Body:
    """How a band is drawn: the opacity of its fill, the width (px) and dash of its edge; 0: it has none."""

    classes: str
    fill: float
    edge: float = 0
    dash: tuple[float, ...] = ()


BODIES: Mapping[Level, Body] = MappingProxyType(
    {
        "weak": Body("jm-band jm-little-known", fill=0, edge=1.25, dash=(1, 3)),
        "fair": Body("jm-band", fill=0.16),
        "strong": Body("jm-band jm-well-known", fill=0.26, edge=1),
    }
)
"""From an outline of dots to a fill with a solid edge."""


@dataclass(frozen=True)
class _Quartiles:
    """Where the quartiles of a step's readings lie."""

    upper: Spot
    lower: Spot
    level: Level


def draw_spread(tracing: Tracing) -> None:
    """The band of every step that has readings, from step to step where neighbours have them."""
    known = [_quartiles(tracing, index, point) for index, point in enumerate(tracing.one.curve.points)]
    uppers = joined([None if each is None else each.upper for each in known])
    lowers = joined([None if each is None else each.lower for each in known])
    for run in runs(known):
        found = [each for index in run if (each := known[index]) is not None]
        if len(run) == 1:
            _draw_lone(tracing, found[0])
        for level, columns in _stretches(run, found):
            _draw_stretch(tracing, level, [uppers[i] for i in columns], [lowers[i] for i in columns])


def _quartiles(tracing: Tracing, index: int, point: CurvePoint) -> _Quartiles | None:
    if point.score is None or point.q1 is None or point.q3 is None:
        return None
    return _Quartiles(tracing.spot(index, point.q3), tracing.spot(index, point.q1), spread_level(point))


def _stretches(run: Sequence[int], found: Sequence[_Quartiles]) -> Iterator[tuple[Level, list[int]]]:
    """The columns of a run from which segments of one level start, stretch by stretch."""
    levels = {
        column: lower(one.level, other.level)
        for column, one, other in zip(run, found, found[1:], strict=False)
    }
    return ((level, list(columns)) for level, columns in groupby(levels, key=levels.__getitem__))


def _draw_stretch(tracing: Tracing, level: Level, upper: Sequence[Segment], lower: Sequence[Segment]) -> None:
    body, ink = BODIES[level], tracing.one.hand.ink
    if body.fill:
        look = tracing.look(body.classes, fill=ink, opacity=body.fill)
        tracing.pad.marks.append(Outline(look, *ribbon(upper, lower)))
    if body.edge:
        look = tracing.look(f"{body.classes} jm-edge", stroke=ink, width=body.edge, dash=body.dash)
        (there, codes), (back, more) = path_of(upper), path_of(lower)
        tracing.pad.marks.append(Outline(look, there + back, codes + more))


def _draw_lone(tracing: Tracing, quartiles: _Quartiles) -> None:
    body, ink = BODIES[quartiles.level], tracing.one.hand.ink
    (x, top), (_, bottom) = quartiles.upper, quartiles.lower
    box = [(x - LONE / 2, top, x + LONE / 2, bottom)]
    if body.fill:
        tracing.pad.boxes(tracing.look(body.classes, fill=ink, opacity=body.fill), box)
    if body.edge:
        look = tracing.look(f"{body.classes} jm-edge", stroke=ink, width=body.edge, dash=body.dash)
        tracing.pad.boxes(look, box)
