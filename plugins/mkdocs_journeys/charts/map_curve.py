"""The curves as a page's map shows them: across the map's columns, without the names that stand above them."""

from collections.abc import Sequence

from mkdocs_journeys.charts.curve_marks import draw_curves
from mkdocs_journeys.charts.drawing import Drawing, Pad
from mkdocs_journeys.charts.frame import Frame, draw_levels
from mkdocs_journeys.charts.labels import draw_end_labels
from mkdocs_journeys.charts.series import Series

EDGE = 14.0  # px above +2 and below -2, so that no marker is cut


def draw_map_curve(shown: Sequence[Series], column: float, height: float, lang: str) -> Drawing:
    """Each step's point stands in the centre of its column; the sheet is as wide as all columns, `column` px each."""
    columns = len(shown[0].curve.points) if shown else 0
    frame = Frame(0, EDGE, height - EDGE, column, columns)
    pad = Pad()
    draw_levels(pad, frame)
    draw_curves(pad, frame, shown, truths=True)
    if len(shown) > 1:
        draw_end_labels(pad, frame, shown, max(20, column / 2 - 32))
    return Drawing(max(column, frame.right), height, tuple(pad.marks), lang)
