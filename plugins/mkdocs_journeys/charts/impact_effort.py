"""Improvements as numbered points: impact upwards, effort to the right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from mkdocs_journeys.charts.drawing import Drawing, Font, Label, Look, Pad, Points, Spot
from mkdocs_journeys.charts.legend import Entry, draw_entries
from mkdocs_journeys.charts.text_layout import clean, wrap
from mkdocs_journeys.charts.words import GridWords

WIDE, HIGH, LEFT, MARGIN = 140.0, 76.0, 80.0, 20.0  # px: a cell's width and height, the grid's left edge
DOT, AIR = 26.0, 3.0  # px: a point, the room between two
TITLE, AXIS, TICK = Font(18, bold=True), Font(12, bold=True), Font(11.5)
HEADING, AXIS_NAME = Look("jm-label jm-title", fill="ink"), Look("jm-label jm-axis", fill="muted")
TICK_NAME = Look("jm-label jm-tick", fill="muted")
SCALE = range(1, 6)


@dataclass(frozen=True)
class Plotted:
    """An improvement: its number in the table beside, its title, impact and effort from 1 to 5."""

    number: int
    title: str
    impact: float
    effort: float
    evidenced: bool = False


def draw_impact_effort(points: Sequence[Plotted], words: GridWords) -> Drawing:
    """The grid, every point in the cell of its impact and effort; points of one cell stand side by side."""
    width = LEFT + 5 * WIDE + MARGIN
    title = wrap(words.title, TITLE.measure, width - 2 * MARGIN)
    head = MARGIN + TITLE.size * 0.8 + (len(title) - 1) * TITLE.leading + 28
    top = head + 46
    pad = Pad()
    pad.text(HEADING, TITLE, title, (MARGIN, MARGIN + TITLE.size * 0.8))
    kinds = (words.evidence, "jm-evidenced jm-dot"), (words.assumed, "jm-assumed jm-dot")
    draw_entries(pad, [Entry(text, kind) for text, kind in kinds], (MARGIN, head))
    _draw_grid(pad, top, words)
    _draw_points(pad, points, top)
    return Drawing(width, top + 5 * HIGH + 52, tuple(pad.marks), words.lang)


def _draw_grid(pad: Pad, top: float, words: GridWords) -> None:
    right, bottom = LEFT + 5 * WIDE, top + 5 * HIGH
    worth = [(LEFT, top + i * HIGH, LEFT + (4 - i) * WIDE, top + (i + 1) * HIGH) for i in range(4)]
    pad.boxes(Look("jm-worth", fill="band"), worth)
    rows = [((LEFT, top + i * HIGH), (right, top + i * HIGH)) for i in range(6)]
    columns = [((LEFT + i * WIDE, top), (LEFT + i * WIDE, bottom)) for i in range(6)]
    pad.rules(Look("jm-level", stroke="rule"), rows + columns)
    for value in SCALE:
        centre = _centre(value, value, top)
        pad.text(TICK_NAME, TICK, (_tick(value, words),), (centre[0], bottom + 18), "middle")
        pad.text(TICK_NAME, TICK, (_tick(value, words),), (LEFT - 10, centre[1] + TICK.size * 0.36), "end")
    pad.text(AXIS_NAME, AXIS, (clean(words.impact),), (MARGIN, top - 12))
    pad.text(AXIS_NAME, AXIS, (clean(words.effort),), (right, bottom + 38), "end")


def _tick(value: int, words: GridWords) -> str:
    """A value of the scale; its ends with what they mean."""
    return clean(f"{value} {words.ends.get(value, '')}")


def _centre(effort: float, impact: float, top: float) -> Spot:
    return LEFT + (effort - 0.5) * WIDE, top + (5.5 - impact) * HIGH


def _draw_points(pad: Pad, points: Sequence[Plotted], top: float) -> None:
    cells: dict[tuple[int, int], list[Plotted]] = defaultdict(list)
    for point in sorted(points, key=lambda point: point.number):
        cells[_on_scale(point.effort), _on_scale(point.impact)].append(point)
    for cell, group in sorted(cells.items()):
        size, spots = places(len(group), _centre(*cell, top))
        for point, spot in zip(group, spots, strict=True):
            _draw_point(pad, point, spot, size)


def _on_scale(value: float) -> int:
    return min(max(round(value), 1), 5)


def _draw_point(pad: Pad, point: Plotted, spot: Spot, size: float) -> None:
    classes = "jm-point jm-evidenced" if point.evidenced else "jm-point jm-assumed"
    look = Look(classes, stroke="blue", fill="blue" if point.evidenced else "paper", width=2)
    pad.marks.append(Points(look, "circle", size, (spot,), (f"{point.number}: {point.title}",)))
    font = Font(round(size * 0.46, 1), bold=True)
    number = Look("jm-label jm-number", fill="white" if point.evidenced else "ink")
    pad.marks.append(
        Label(number, font, (str(point.number),), (spot[0], spot[1] + font.size * 0.36), "middle")
    )


def places(count: int, centre: Spot) -> tuple[float, list[Spot]]:
    """The size in px of `count` points that share a cell, and where they stand around its centre."""
    columns = ceil(sqrt(count * WIDE / HIGH)) if count > 4 else count
    rows = ceil(count / columns)
    step = min(DOT + AIR, (WIDE - AIR) / columns, (HIGH - AIR) / rows)
    spots = []
    for index in range(count):
        row, column = divmod(index, columns)
        here = min(columns, count - row * columns)
        spots.append(
            (centre[0] + (column - (here - 1) / 2) * step, centre[1] + (row - (rows - 1) / 2) * step)
        )
    return step - AIR, spots
