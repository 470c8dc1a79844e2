"""A curve's marks within a frame: spread, line, markers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.charts.curve_line import Segment, path_of, ribbon, runs, segments
from mkdocs_journeys.charts.drawing import Look, Outline, Pad, Spot
from mkdocs_journeys.charts.frame import Frame
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.insight.curves import CurvePoint


@dataclass(frozen=True)
class Stroke:
    """How boldly a curve is drawn: widths in px; with `titles` a pointer shows a point's figures."""

    line: float = 2.25
    marker: float = 9.0
    outline: float = 2.0
    titles: bool = True


BOLD = Stroke()
BEHIND = Stroke(line=1.25, marker=5, outline=1.25)
SMALL = Stroke(line=1.5, marker=5, outline=1.25, titles=False)
RING = 9.0  # px: how much wider than a marker the ring around it is
SAME, BESIDE = 0.13, 11.0  # scores that lie upon each other, and the px by which they are moved apart
LONE = 12.0  # px: the width of a spread that has no neighbour


@dataclass(frozen=True)
class Tracing:
    """A curve on its way onto the pad."""

    pad: Pad
    frame: Frame
    one: Series
    stroke: Stroke
    shifts: Mapping[int, float]

    def _spot(self, index: int, score: float) -> Spot:
        """The place of a score, beside its column's centre where another curve has the same."""
        x, y = self.frame.spot(index, score)
        return x + self.shifts.get(index, 0), y

    def draw(self, typed: bool) -> None:
        """The spread; with `typed` what was assumed before it was measured; the line; the markers."""
        self._draw_spread()
        if typed:
            self._draw_typed()
        self._draw_line()
        self._draw_points(evidenced=False)
        self._draw_points(evidenced=True)

    def _look(self, classes: str, **how: Any) -> Look:
        return Look(f"{classes} {self.one.classes}", persona=self.one.curve.persona, **how)

    def _draw_spread(self) -> None:
        look = self._look("jm-band", fill=self.one.hand.ink, opacity=0.16)
        known = [_quartiles(point) for point in self.one.curve.points]
        for run in runs(known):
            found = [(index, pair) for index in run if (pair := known[index]) is not None]
            upper = [self._spot(index, q3) for index, (_, q3) in found]
            lower = [self._spot(index, q1) for index, (q1, _) in found]
            if len(run) == 1:
                (x, top), (_, bottom) = upper[0], lower[0]
                self.pad.boxes(look, [(x - LONE / 2, top, x + LONE / 2, bottom)])
            else:
                self.pad.marks.append(Outline(look, *ribbon(upper, lower)))

    def _draw_typed(self) -> None:
        """What was assumed, where readings say something else: a small hollow marker, tied to the score."""
        apart = [
            (self._spot(index, score), self._spot(index, point.assumed))
            for index, point, score in self.one.scored
            if point.assumed is not None and point.assumed != score
        ]
        if apart:
            ink, classes = self.one.hand.ink, "jm-typed jm-assumed"
            self.pad.rules(self._look(classes, stroke=ink, dash=(1, 3)), apart)
            look = self._look(f"jm-point {classes}", stroke=ink, fill="paper", width=BEHIND.outline)
            self.pad.points(look, self.one.hand.shape, BEHIND.marker, [typed for _, typed in apart])

    def draw_truths(self) -> None:
        """A ring around each moment of truth."""
        truths = [(index, score) for index, point, score in self.one.scored if point.moment == "truth"]
        look = self._look("jm-moment", stroke=self.one.hand.ink, width=BEHIND.outline)
        self.pad.points(look, "circle", self.stroke.marker + RING, [self._spot(*truth) for truth in truths])

    def _draw_line(self) -> None:
        solid, dashed = self._segments()
        ink, width = self.one.hand.ink, self.stroke.line
        for kind, found, dash in (("jm-assumed", dashed, self.one.hand.dash), ("jm-evidenced", solid, ())):
            if found:
                look = self._look(f"jm-line {kind}", stroke=ink, width=width, dash=dash)
                self.pad.marks.append(Outline(look, *path_of(found)))

    def _segments(self) -> tuple[list[Segment], list[Segment]]:
        """The segments between two evidenced points, and the others."""
        points = self.one.curve.points
        spots = [None if p.score is None else self._spot(i, p.score) for i, p in enumerate(points)]
        solid: list[Segment] = []
        dashed: list[Segment] = []
        for run in runs(spots):
            joined = segments([spot for index in run if (spot := spots[index]) is not None])
            for index, segment in zip(run, joined, strict=False):
                (solid if points[index].evidenced and points[index + 1].evidenced else dashed).append(segment)
        return solid, dashed

    def _draw_points(self, *, evidenced: bool) -> None:
        found = [(i, p, score) for i, p, score in self.one.scored if p.evidenced == evidenced]
        kind, fill = ("jm-evidenced", self.one.hand.ink) if evidenced else ("jm-assumed", "paper")
        look = self._look(f"jm-point {kind}", stroke=self.one.hand.ink, fill=fill, width=self.stroke.outline)
        places = [self._spot(index, score) for index, _, score in found]
        titles = [describe(self.one.name, point, score) for _, point, score in found if self.stroke.titles]
        self.pad.points(look, self.one.hand.shape, self.stroke.marker, places, titles)


def draw_curves(pad: Pad, frame: Frame, shown: Sequence[Series], *, truths: bool = False) -> None:
    """Curves over each other; by itself a curve shows what was assumed before it was measured as well."""
    for one, shifts in zip(shown, side_by_side(shown), strict=True):
        tracing = Tracing(pad, frame, one, BEHIND if one.behind else BOLD, shifts)
        tracing.draw(typed=len(shown) == 1)
        if truths and not one.behind:
            tracing.draw_truths()


def side_by_side(shown: Sequence[Series]) -> list[dict[int, float]]:
    """For each curve the shift in px by column, where foreground curves have all but the same score."""
    shifts: list[dict[int, float]] = [{} for _ in shown]
    foreground = [(one, shift) for one, shift in zip(shown, shifts, strict=True) if not one.behind]
    columns: dict[int, list[tuple[float, dict[int, float]]]] = {}
    for one, shift in foreground:
        for index, _, score in one.scored:
            columns.setdefault(index, []).append((score, shift))
    for index, found in columns.items():
        for score, shift in found:
            near = [other for there, other in found if abs(there - score) < SAME]
            place = next(number for number, other in enumerate(near) if other is shift)
            shift[index] = (place - (len(near) - 1) / 2) * BESIDE
    return shifts


def _quartiles(point: CurvePoint) -> tuple[float, float] | None:
    return None if point.score is None or point.q1 is None or point.q3 is None else (point.q1, point.q3)


def describe(name: str, point: CurvePoint, score: float) -> str:
    """A point in words and figures: "Omar, Pays: -1.4 (n = 24)"."""
    where = f"{name}, {point.step_name}" if name else point.step_name
    return f"{where}: {figure(score)}" + (f" (n = {point.n})" if point.n else "")


def figure(score: float) -> str:
    """A score with at most two decimals and a true minus sign."""
    text = f"{score:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
