"""Improvements as numbered points: impact upwards, effort to the right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.charts.drawing import Drawing, Font, Label, Look, Pad, Points, Spot
from mkdocs_journeys.charts.text_layout import clean, wrap
from mkdocs_journeys.charts.words import GridWords


@dataclass(frozen=True)
class Plotted:
    """An improvement: the number that stands for it in the table beside, its title, impact and effort from 1 to 5."""

    number: int
    title: str
    impact: float
    effort: float
    evidenced: bool = False


CELL, LEFT, TOP, RIGHT, BOTTOM = 116.0, 64.0, 64.0, 24.0, 60.0
DOT = 26.0
PER_ROW = 4
TITLE, AXIS, NUMBER = Font(18, bold=True), Font(12, bold=True), Font(12, bold=True)


def draw_impact_effort(points: Sequence[Plotted], words: GridWords) -> Drawing:
    """The grid with every point in the cell of its impact and effort; points of one cell stand side by side."""
    width = LEFT + 5 * CELL + RIGHT
    title = wrap(words.title, TITLE.size * 1.08, width - 40)
    top = TOP + (len(title) - 1) * TITLE.leading
    pad = Pad()
    pad.text(Look("jm-label jm-title", fill="ink"), TITLE, title, (20, 34))
    _draw_grid(pad, top, words)
    cells: dict[tuple[int, int], list[Plotted]] = defaultdict(list)
    for point in sorted(points, key=lambda point: point.number):
        cells[_cell(point)].append(point)
    for (effort, impact), group in sorted(cells.items()):
        _draw_cell(pad, group, (LEFT + (effort - 0.5) * CELL, top + (5.5 - impact) * CELL * 0.62))
    return Drawing(width, top + 5 * CELL * 0.62 + BOTTOM, tuple(pad.marks), words.lang)


def _cell(point: Plotted) -> tuple[int, int]:
    return min(max(round(point.effort), 1), 5), min(max(round(point.impact), 1), 5)


def _draw_grid(pad: Pad, top: float, words: GridWords) -> None:
    row = CELL * 0.62
    right, bottom = LEFT + 5 * CELL, top + 5 * row
    rules = [((LEFT, top + i * row), (right, top + i * row)) for i in range(6)]
    rules += [((LEFT + i * CELL, top), (LEFT + i * CELL, bottom)) for i in range(6)]
    pad.rules(Look("jm-level", stroke="rule"), rules)


def _draw_cell(pad: Pad, group: Sequence[Plotted], centre: Spot) -> None:
    for point, place in zip(group, places(len(group), centre), strict=True):
        kind = "jm-evidenced" if point.evidenced else "jm-assumed"
        fill = "blue" if point.evidenced else "paper"
        pad.marks.append(
            Points(Look(f"jm-point {kind}", stroke="blue", fill="blue" if fill == "blue" else "paper", width=2), "circle", DOT, (place,), (point.title,))
        )
        look = Look("jm-label jm-number", fill="paper" if point.evidenced else "ink")
        pad.marks.append(Label(look, NUMBER, (str(point.number),), (place[0], place[1] + 4.3), "middle"))


def places(count: int, centre: Spot) -> list[Spot]:
    """Where `count` points of one cell stand around its centre."""
    rows = [list(range(start, min(start + PER_ROW, count))) for start in range(0, count, PER_ROW)]
    step = DOT + 2
    return [
        (centre[0] + (i - (len(row) - 1) / 2) * step, centre[1] + (r - (len(rows) - 1) / 2) * step)
        for r, row in enumerate(rows)
        for i in range(len(row))
    ]
