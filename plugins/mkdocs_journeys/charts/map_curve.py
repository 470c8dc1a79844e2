"""The curves as a page's map shows them: across the map's columns, without the names that head them."""

from collections.abc import Sequence

from mkdocs_journeys.charts.curve_marks import draw_curves
from mkdocs_journeys.charts.drawing import Drawing, Pad
from mkdocs_journeys.charts.frame import Frame, draw_levels
from mkdocs_journeys.charts.labels import draw_end_labels, draw_name, within
from mkdocs_journeys.charts.series import Series, panels

EDGE = 14.0  # px above +2 and below -2, so that no marker is cut
HEAD = 22.0  # px for a persona's name over its own plot


def draw_map_curve(
    shown: Sequence[Series], column: float, height: float, lang: str, *, gap: bool = False
) -> Drawing:
    """Each step's point stands in the centre of its column; the sheet is as wide as all columns together.

    `height` is that of one plot; more than four personas have one each, under each other. With `gap` what
    lies between two curves is shaded.
    """
    columns = len(shown[0].curve.points) if shown else 0
    pad = Pad()
    plots = panels(shown)
    head = HEAD if len(plots) > 1 else 0
    for number, plotted in enumerate(plots):
        top = number * (height + head) + head
        frame = Frame(0, top + EDGE, top + height - EDGE, column, columns)
        draw_levels(pad, frame, names=len(plots) == 1 < len(plotted))
        draw_curves(pad, frame, plotted, truths=True, gap=gap)
        if len(plots) > 1:
            draw_name(pad, plotted[-1], (8, top - 6))
        elif len(plotted) > 1:
            draw_end_labels(pad, frame, plotted, within(column / 2))
    return Drawing(max(1, columns) * column, sheet_height(shown, height), tuple(pad.marks), lang)


def sheet_height(shown: Sequence[Series], height: float) -> float:
    """The px of the whole sheet, when a plot takes `height` px."""
    plots = len(panels(shown))
    return plots * (height + HEAD) if plots > 1 else height
