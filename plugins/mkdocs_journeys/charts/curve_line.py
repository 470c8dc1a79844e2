"""A curve through scores: never beyond its points, never across a gap."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_journeys.charts.drawing import CURVE, LINE, MOVE, Spot

Segment = tuple[Spot, Spot, Spot, Spot]
"""A cubic Bezier segment: start, two control points, end."""


def runs(spots: Sequence[object | None]) -> Iterator[list[int]]:
    """The indexes of spots that follow each other without a gap, run by run."""
    run: list[int] = []
    for index, spot in enumerate(spots):
        if spot is not None:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def slopes(spots: Sequence[Spot]) -> list[float]:
    """The tangents of a monotone cubic (F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17, 1980).

    A tangent is zero at every turn and at most three times the smaller of the slopes beside it: then no
    control point leaves the box of its segment's ends.
    """
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(spots)]
    if not steps:
        return [0.0]
    return [steps[0], *(_tangent(a, b) for a, b in pairwise(steps)), steps[-1]]


def _tangent(before: float, after: float) -> float:
    if before * after <= 0:
        return 0.0
    size = min(abs(before + after) / 2, 3 * abs(before), 3 * abs(after))
    return size if before > 0 else -size


def segments(spots: Sequence[Spot]) -> list[Segment]:
    """The monotone cubic through the spots (x rising), segment by segment."""
    sides = zip(pairwise(spots), pairwise(slopes(spots)), strict=True)
    return [_segment(start, end, *tangents) for (start, end), tangents in sides]


def _segment(start: Spot, end: Spot, first: float, second: float) -> Segment:
    third = (end[0] - start[0]) / 3
    return start, (start[0] + third, start[1] + first * third), (end[0] - third, end[1] - second * third), end


def height_at(segment: Segment, x: float) -> float:
    """The y of a segment at an x, of which its control points take equal thirds."""
    (start, a), (_, b), (_, c), (end, d) = segment
    return cubic((a, b, c, d), (x - start) / (end - start))


def cubic(controls: tuple[float, float, float, float], along: float) -> float:
    """The value of a cubic with these control values, 0 at its start and 1 at its end."""
    (a, b, c, d), rest = controls, 1 - along
    return rest * rest * (rest * a + 3 * along * b) + along * along * (3 * rest * c + along * d)


def between(segment: Segment, start: float, end: float) -> Segment:
    """The part of a segment from one place (0..1) to a later one, cut as P. de Casteljau did."""
    if end < 1:
        segment = _halves(segment, end)[0]
    return _halves(segment, start / end)[1] if start > 0 else segment


def _halves(segment: Segment, along: float) -> tuple[Segment, Segment]:
    """The segment cut in two."""
    a, b, c, d = segment
    ab, bc, cd = _on(a, b, along), _on(b, c, along), _on(c, d, along)
    abc, bcd = _on(ab, bc, along), _on(bc, cd, along)
    middle = _on(abc, bcd, along)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _on(start: Spot, end: Spot, along: float) -> Spot:
    return start[0] + (end[0] - start[0]) * along, start[1] + (end[1] - start[1]) * along


def path_of(segments: Sequence[Segment]) -> tuple[tuple[Spot, ...], tuple[int, ...]]:
    """Vertices and codes of one path through the segments; it lifts the pen where they do not join."""
    vertices: list[Spot] = []
    codes: list[int] = []
    for start, first, second, end in segments:
        if not vertices or vertices[-1] != start:
            vertices.append(start)
            codes.append(MOVE)
        vertices += [first, second, end]
        codes += [CURVE, CURVE, CURVE]
    return tuple(vertices), tuple(codes)


def ribbon(upper: Sequence[Segment], lower: Sequence[Segment]) -> tuple[tuple[Spot, ...], tuple[int, ...]]:
    """Vertices and codes of the area between two curves, each of segments that join."""
    there = path_of(upper)
    back = path_of([(d, c, b, a) for a, b, c, d in reversed(lower)])
    vertices = (*there[0], *back[0], there[0][0])
    return vertices, (*there[1], LINE, *back[1][1:], LINE)
