"""A curve for a list: no words, the same marks."""

from mkdocs_journeys.charts.curve_marks import draw_curve
from mkdocs_journeys.charts.drawing import Drawing, Look, Pad
from mkdocs_journeys.charts.frame import Frame
from mkdocs_journeys.charts.palette import hand_of
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.tracing import SMALL, Tracing
from mkdocs_journeys.insight.curves import Curve

WIDTH, HEIGHT, EDGE = 160.0, 40.0, 4.0


def draw_sparkline(curve: Curve) -> Drawing:
    """The curve on 160 by 40 px, with the zero line; a persona's in its own colour."""
    columns = len(curve.points)
    frame = Frame(EDGE, EDGE, HEIGHT - EDGE, (WIDTH - 2 * EDGE) / max(1, columns), columns)
    pad = Pad()
    pad.line(Look("jm-zero", stroke="axis"), (0, frame.y(0)), (WIDTH, frame.y(0)))
    one = Series(curve, hand_of(0, curve.colour), "jm-all", "")
    draw_curve(Tracing(pad, frame, one, SMALL, {}), typed=False)
    return Drawing(WIDTH, HEIGHT, tuple(pad.marks))
