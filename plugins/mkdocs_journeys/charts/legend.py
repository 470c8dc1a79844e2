"""What hollow and filled, dashed and solid, and the band mean."""

from collections.abc import Sequence

from mkdocs_journeys.charts.drawing import Font, Look, Pad, Points, Spot
from mkdocs_journeys.charts.palette import HANDS, Ink
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.text_layout import clean, text_width
from mkdocs_journeys.charts.words import ChartWords

LEGEND = Font(12)
NAME = Look("jm-label jm-legend", fill="muted")
SAMPLE, GAP = 34.0, 22.0  # px: a sample's width, the distance between two entries


def draw_legend(pad: Pad, shown: Sequence[Series], words: ChartWords, place: Spot) -> None:
    """The entries on one line; `place` is its base line's start."""
    x, base = place
    y = base - LEGEND.size * 0.36
    for text, kind in _entries(shown, words):
        _draw_sample(pad, kind, x, y)
        pad.text(NAME, LEGEND, (text,), (x + SAMPLE + 8, base))
        x += SAMPLE + 8 + text_width(text, LEGEND.size) + GAP


def _entries(shown: Sequence[Series], words: ChartWords) -> list[tuple[str, str]]:
    """Words and classes: the two kinds of score always, spread and moments of truth where they occur."""
    points = [point for one in shown for _, point, _ in one.scored]
    entries = [
        (words.evidence, "jm-evidenced", True),
        (words.assumed, "jm-assumed", True),
        (words.spread, "jm-band", any(point.q1 is not None for point in points)),
        (words.truth, "jm-moment", any(point.moment == "truth" for point in points)),
    ]
    return [(clean(text), kind) for text, kind, occurs in entries if text and occurs]


def _draw_sample(pad: Pad, kind: str, x: float, y: float) -> None:
    centre = ((x + SAMPLE / 2, y),)
    match kind:
        case "jm-band":
            pad.boxes(Look("jm-band jm-legend", fill="muted", opacity=0.22), [(x, y - 6, x + SAMPLE, y + 6)])
        case "jm-moment":
            pad.marks.append(Points(Look("jm-point jm-legend", fill="muted"), "circle", 6, centre))
            pad.marks.append(Points(Look("jm-moment jm-legend", stroke="muted", width=1.25), "circle", 14, centre))
        case _:
            assumed = kind == "jm-assumed"
            dash = HANDS[0].dash if assumed else ()
            pad.line(Look(f"jm-line {kind} jm-legend", stroke="muted", width=2, dash=dash), (x, y), (x + SAMPLE, y))
            fill: Ink = "paper" if assumed else "muted"
            pad.marks.append(Points(Look(f"jm-point {kind} jm-legend", "muted", fill, 2), "circle", 8, centre))
