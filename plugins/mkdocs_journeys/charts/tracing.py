"""A curve on its way onto the pad: where its points and segments lie, and how boldly it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from mkdocs_journeys.charts.curve_line import Segment, runs, segments
from mkdocs_journeys.charts.drawing import Look, Pad, Spot
from mkdocs_journeys.charts.frame import Frame
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.weights import Weight


@dataclass(frozen=True)
class Stroke:
    """How boldly a curve is drawn: widths in px; with `titles` a pointer shows a point's figures."""

    line: float = 2.25
    marker: float = 9.0
    outline: float = 2.0
    titles: bool = True

    def weighted(self, weight: Weight) -> "Stroke":
        """The stroke for scores that are known better or worse."""
        return replace(self, line=self.line * weight.line, marker=self.marker * weight.marker)


BOLD = Stroke()
BEHIND = Stroke(line=1.25, marker=5, outline=1.25)
SMALL = Stroke(line=1.5, marker=5, outline=1.25, titles=False)


@dataclass(frozen=True)
class Tracing:
    """A curve within a frame; `shifts` has the px by which points are moved aside, by column."""

    pad: Pad
    frame: Frame
    one: Series
    stroke: Stroke
    shifts: Mapping[int, float]

    def spot(self, index: int, score: float) -> Spot:
        """The place of a score, beside its column's centre where another curve has the same."""
        x, y = self.frame.spot(index, score)
        return x + self.shifts.get(index, 0), y

    def look(self, classes: str, **how: Any) -> Look:
        """A look that bears the curve's own classes."""
        return Look(f"{classes} {self.one.classes}", persona=self.one.curve.persona, **how)

    @cached_property
    def segments(self) -> Mapping[int, Segment]:
        """The curve's segments by the column in which they start; none across a gap."""
        points = self.one.curve.points
        return joined([None if p.score is None else self.spot(i, p.score) for i, p in enumerate(points)])


def joined(spots: list[Spot | None]) -> dict[int, Segment]:
    """The segments through the spots, by the index of the spot where they start."""
    found: dict[int, Segment] = {}
    for run in runs(spots):
        drawn = segments([spot for index in run if (spot := spots[index]) is not None])
        found.update(zip(run, drawn, strict=False))
    return found
