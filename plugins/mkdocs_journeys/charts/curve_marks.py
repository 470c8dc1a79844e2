"""A curve's marks within a frame: spread, line, markers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_journeys.charts.curve_line import Segment, path_of
from mkdocs_journeys.charts.drawing import Outline, Pad
from mkdocs_journeys.charts.frame import Frame
from mkdocs_journeys.charts.gap import draw_gap
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.spread_band import draw_spread
from mkdocs_journeys.charts.tracing import BEHIND, BOLD, Tracing
from mkdocs_journeys.charts.weights import WEIGHTS, Weight, level_of, lower
from mkdocs_journeys.insight.confidence import Level
from mkdocs_journeys.insight.curves import CurvePoint

RING = 9.0  # px: how much wider than a marker the ring around it is
SAME = 0.13  # scores that lie upon each other


def draw_curves(
    pad: Pad, frame: Frame, shown: Sequence[Series], *, truths: bool = False, gap: bool = False
) -> None:
    """Curves over each other; by itself a curve shows what was assumed before it was measured as well.

    With `gap` what lies between the first two is shaded.
    """
    tracings = [
        Tracing(pad, frame, one, BEHIND if one.behind else BOLD, shifts)
        for one, shifts in zip(shown, side_by_side(shown), strict=True)
    ]
    if gap:
        draw_gap(tracings[0], tracings[1])
    for tracing in tracings:
        draw_curve(tracing, typed=len(shown) == 1)
        if truths and not tracing.one.behind:
            _draw_truths(tracing)


def draw_curve(tracing: Tracing, *, typed: bool) -> None:
    """The spread; with `typed` what was assumed before it was measured; the line; the markers."""
    draw_spread(tracing)
    if typed:
        _draw_typed(tracing)
    _draw_line(tracing)
    _draw_points(tracing)


def _draw_typed(tracing: Tracing) -> None:
    """What was assumed, where readings say something else: a small hollow marker, tied to the score."""
    apart = [
        (tracing.spot(index, score), tracing.spot(index, point.assumed))
        for index, point, score in tracing.one.scored
        if point.assumed is not None and point.assumed != score
    ]
    if apart:
        hand, classes = tracing.one.hand, "jm-typed jm-assumed"
        tracing.pad.rules(tracing.look(classes, stroke=hand.ink, dash=(1, 3)), apart)
        look = tracing.look(f"jm-point {classes}", stroke=hand.ink, fill="paper", width=BEHIND.outline)
        tracing.pad.points(look, hand.shape, BEHIND.marker, [typed for _, typed in apart])


def _draw_line(tracing: Tracing) -> None:
    """The line: what lies between two points is as solid and as thick as the lower level of the two."""
    points, hand = tracing.one.curve.points, tracing.one.hand
    found: defaultdict[Level, list[Segment]] = defaultdict(list)
    for index, segment in tracing.segments.items():
        found[lower(level_of(points[index]), level_of(points[index + 1]))].append(segment)
    for level, weight in WEIGHTS.items():
        if found[level]:
            width = tracing.stroke.weighted(weight).line
            dash = hand.dash if level == "none" else ()
            look = tracing.look(f"jm-line {weight.classes}", stroke=hand.ink, width=width, dash=dash)
            tracing.pad.marks.append(Outline(look, *path_of(found[level])))


def _draw_points(tracing: Tracing) -> None:
    """The markers: hollow where the score is assumed, filled and the larger the better it is known."""
    hand = tracing.one.hand
    for level, weight, scored in _by_level(tracing.one.scored):
        stroke = tracing.stroke.weighted(weight)
        fill = "paper" if level == "none" else hand.ink
        look = tracing.look(f"jm-point {weight.classes}", stroke=hand.ink, fill=fill, width=stroke.outline)
        titles = [describe(tracing.one.name, point, score) for _, point, score in scored if stroke.titles]
        places = [tracing.spot(index, score) for index, _, score in scored]
        tracing.pad.points(look, hand.shape, stroke.marker, places, titles)


def _draw_truths(tracing: Tracing) -> None:
    """A ring around each moment of truth."""
    look = tracing.look("jm-moment", stroke=tracing.one.hand.ink, width=BEHIND.outline)
    for _, weight, scored in _by_level(tracing.one.scored):
        places = [tracing.spot(index, score) for index, point, score in scored if point.moment == "truth"]
        tracing.pad.points(look, "circle", tracing.stroke.weighted(weight).marker + RING, places)


_Scored = tuple[int, CurvePoint, float]


def _by_level(scored: Iterable[_Scored]) -> Iterator[tuple[Level, Weight, list[_Scored]]]:
    """Column, point and score of each level, the lowest level first."""
    found: defaultdict[Level, list[_Scored]] = defaultdict(list)
    for each in scored:
        found[level_of(each[1])].append(each)
    return ((level, weight, found[level]) for level, weight in WEIGHTS.items())


def side_by_side(shown: Sequence[Series]) -> list[dict[int, float]]:
    """For each curve the shift in px by column, where foreground curves have all but the same score."""
    shifts: list[dict[int, float]] = [{} for _ in shown]
    foreground = [(one, shift) for one, shift in zip(shown, shifts, strict=True) if not one.behind]
    columns: dict[int, list[tuple[CurvePoint, float, dict[int, float]]]] = {}
    for one, shift in foreground:
        for index, point, score in one.scored:
            columns.setdefault(index, []).append((point, score, shift))
    for index, found in columns.items():
        for _, score, shift in found:
            near = [(point, other) for point, there, other in found if abs(there - score) < SAME]
            place = next(number for number, (_, other) in enumerate(near) if other is shift)
            shift[index] = (place - (len(near) - 1) / 2) * max(_width(point) for point, _ in near)
    return shifts


def _width(point: CurvePoint) -> float:
    """The px that a foreground marker takes: a small one as many as a fair one."""
    weight = WEIGHTS[level_of(point)]
    return BOLD.marker * max(1, weight.marker) + BOLD.outline


def describe(name: str, point: CurvePoint, score: float) -> str:
    """A point in words and figures: "Omar, Pays: -1.4 (n = 24)"."""
    where = f"{name}, {point.step_name}" if name else point.step_name
    return f"{where}: {figure(score)}" + (f" (n = {point.n})" if point.n else "")


def figure(score: float) -> str:
    """A score with at most two decimals and a true minus sign."""
    text = f"{score:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
