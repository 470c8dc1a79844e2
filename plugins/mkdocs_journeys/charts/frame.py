"""Where a plot lies: columns, the scale, its lines, and the stages over it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journeys.charts.drawing import Look, Pad, Spot
from mkdocs_journeys.insight.curves import CurvePoint

LOWEST, HIGHEST = -2, 2
LEVELS = range(LOWEST, HIGHEST + 1)


@dataclass(frozen=True)
class Frame:
    """Where a plot lies: `columns` columns of `column` px from `left`; score 2 at `top`, -2 at `bottom`."""

    left: float
    top: float
    bottom: float
    column: float
    columns: int

    @property
    def right(self) -> float:
        """The plot's right edge."""
        return self.left + self.column * self.columns

    def x(self, index: int) -> float:
        """The centre of a column."""
        return self.left + (index + 0.5) * self.column

    def y(self, score: float) -> float:
        """The height of a score; what lies beyond the scale lies on its edge."""
        score = min(max(score, LOWEST), HIGHEST)
        return self.top + (HIGHEST - score) / (HIGHEST - LOWEST) * (self.bottom - self.top)

    def spot(self, index: int, score: float) -> Spot:
        """The place of a score."""
        return self.x(index), self.y(score)


def draw_levels(pad: Pad, frame: Frame, *, names: bool = False) -> None:
    """The level lines, and the stronger zero line; they end before the curves' names where those are."""
    right = frame.x(frame.columns - 1) + 6 if names else frame.right
    lines = [((frame.left, frame.y(level)), (right, frame.y(level))) for level in LEVELS if level != 0]
    pad.rules(Look("jm-level", stroke="rule"), lines)
    pad.line(Look("jm-zero", stroke="axis", width=1.5), (frame.left, frame.y(0)), (right, frame.y(0)))


def stage_runs(points: Sequence[CurvePoint], stages: Mapping[str, str]) -> list[tuple[str, int, int]]:
    """Each stage's name, first column, and the column after its last."""
    found: list[tuple[str, int, int]] = []
    for index, point in enumerate(points):
        name = stages.get(point.stage_id, point.stage_id)
        if found and points[index - 1].stage_id == point.stage_id:
            found[-1] = (name, found[-1][1], index + 1)
        else:
            found.append((name, index, index + 1))
    return found
