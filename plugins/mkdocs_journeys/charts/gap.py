"""The gap between two curves, shaded where both are known: hatched where the first is higher, else plain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from types import MappingProxyType
from typing import Literal

from mkdocs_journeys.charts.curve_line import Segment, between, cubic, height_at, ribbon
from mkdocs_journeys.charts.drawing import Look, Outline, Pad, Spot
from mkdocs_journeys.charts.palette import Ink
from mkdocs_journeys.charts.tracing import Tracing

Side = Literal["first", "second"]
Box = tuple[float, float, float, float]
STEP = 7.0  # px from one line of the hatching to the next
LONE = 12.0  # px: the width of a gap that has no neighbour
LEAST = 0.5  # px of height, below which there is no gap to see
PLACES = 8  # parts of a segment, each of which is looked at for a crossing
HALVINGS = 24


@dataclass(frozen=True)
class Shade:
    """How a gap is drawn: the opacity of its fill, and that of the lines upon it (0: none)."""

    fill: float
    hatch: float = 0


SHADES: Mapping[Side, Shade] = MappingProxyType({"first": Shade(0.1, 0.75), "second": Shade(0.22)})
"""By the curve that is higher."""


@dataclass(frozen=True)
class Piece:
    """A piece of both curves over the same steps, in which they do not cross."""

    first: Segment
    second: Segment

    @property
    def height(self) -> float:
        """The mean of the px by which the first is higher."""
        return sum(_heights(self.first, self.second)) / 4

    @property
    def higher(self) -> Side:
        """The curve that is higher."""
        return "first" if self.height > 0 else "second"


Area = list[Piece]
"""Pieces that join, with the same curve above."""


def draw_gap(first: Tracing, second: Tracing) -> None:
    """The gap, in the ink of the curve that is higher there."""
    found = areas(first.segments, second.segments)
    boxes = _lone(first, second)
    own: Side
    for own, tracing in (("first", first), ("second", second)):
        shaded = [area for area in found if area[0].higher == own]
        draw_shade(tracing.pad, own, tracing.one.hand.ink, shaded, boxes[own])


def areas(first: Mapping[int, Segment], second: Mapping[int, Segment]) -> list[Area]:
    """The areas between two curves, given by segments that start in the same columns, from left to right."""
    found: list[Area] = []
    for column, segment in first.items():
        for piece in _pieces(segment, second[column]) if column in second else ():
            last = found[-1][-1] if found else None
            if last and last.higher == piece.higher and last.first[3] == piece.first[0]:
                found[-1].append(piece)
            else:
                found.append([piece])
    return found


def draw_shade(
    pad: Pad, higher: Side, ink: Ink, shaded: Sequence[Area], boxes: Sequence[Box], more: str = ""
) -> None:
    """Areas and boxes in which one curve is higher; `more` are further classes."""
    shade, classes = SHADES[higher], f"jm-gap jm-side-{higher}{more}"
    vertices: tuple[Spot, ...] = ()
    codes: tuple[int, ...] = ()
    for area in shaded:
        spots, kinds = ribbon([piece.first for piece in area], [piece.second for piece in area])
        vertices, codes = vertices + spots, codes + kinds
    fill = Look(classes, fill=ink, opacity=shade.fill)
    if vertices:
        pad.marks.append(Outline(fill, vertices, codes))
    pad.boxes(fill, list(boxes))
    if shade.hatch:
        lines = [line for area in shaded for piece in area for line in _hatching(piece)]
        lines += [line for box in boxes for line in _hatching_of_box(box)]
        pad.rules(Look(f"{classes} jm-hatch", stroke=ink, opacity=shade.hatch), lines)


def _pieces(first: Segment, second: Segment) -> Iterator[Piece]:
    """The segments cut where they cross; without what is too low to be seen."""
    for start, end in pairwise((0.0, *crossings(first, second), 1.0)):
        piece = Piece(between(first, start, end), between(second, start, end))
        if abs(piece.height) >= LEAST:
            yield piece


def crossings(first: Segment, second: Segment) -> list[float]:
    """Where along two segments over the same steps (0..1) one goes over the other, to a hundredth of a px."""
    heights = _heights(first, second)
    if min(heights) >= 0 or max(heights) <= 0:  # a Bezier curve stays within its control points
        return []
    places = [place / PLACES for place in range(PLACES + 1)]
    values = [cubic(heights, place) for place in places]
    sides = zip(pairwise(places), pairwise(values), strict=True)
    return [_root(heights, *part) for part, (before, after) in sides if (before > 0) != (after > 0)]


_Heights = tuple[float, float, float, float]


def _heights(first: Segment, second: Segment) -> _Heights:
    """The px by which the first is higher, at each control point."""
    (a, b, c, d), (e, f, g, h) = first, second
    return e[1] - a[1], f[1] - b[1], g[1] - c[1], h[1] - d[1]


def _root(heights: _Heights, start: float, end: float) -> float:
    above = cubic(heights, start) > 0
    for _ in range(HALVINGS):
        middle = (start + end) / 2
        if (cubic(heights, middle) > 0) == above:
            start = middle
        else:
            end = middle
    return (start + end) / 2


def _hatching(piece: Piece) -> Iterator[tuple[Spot, Spot]]:
    """Upright lines, in step with those of every other piece."""
    start = max(piece.first[0][0], piece.second[0][0])
    end = min(piece.first[3][0], piece.second[3][0])
    for number in range(ceil(start / STEP), ceil(end / STEP)):
        x = number * STEP
        one, other = height_at(piece.first, x), height_at(piece.second, x)
        if other - one > LEAST:
            yield (x, one), (x, other)


def _hatching_of_box(box: Box) -> Iterator[tuple[Spot, Spot]]:
    left, top, right, bottom = box
    for number in range(ceil(left / STEP), ceil(right / STEP)):
        yield (number * STEP, top), (number * STEP, bottom)


def _lone(first: Tracing, second: Tracing) -> Mapping[Side, list[Box]]:
    """The gaps at steps without a neighbour of which both sides are known, by the side that is higher."""
    found: dict[Side, list[Box]] = {"first": [], "second": []}
    others = {column: score for column, _, score in second.one.scored}
    joined = first.segments.keys() & second.segments.keys()
    for column, _, score in first.one.scored:
        if column in others and not {column - 1, column} & joined and score != others[column]:
            (x, one), (_, other) = first.frame.spot(column, score), first.frame.spot(column, others[column])
            box = (x - LONE / 2, min(one, other), x + LONE / 2, max(one, other))
            found["first" if score > others[column] else "second"].append(box)
    return found
