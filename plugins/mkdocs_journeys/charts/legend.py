"""What hollow and filled, dashed and solid, and the band mean."""

from collections.abc import Sequence

from mkdocs_journeys.charts.drawing import Font, Look, Pad, Points, Spot
from mkdocs_journeys.charts.palette import HANDS, Ink
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.text_layout import clean, text_width
from mkdocs_journeys.charts.words import ChartWords

LEGEND = Font(12)
NAME = Look("jm-label jm-legend", fill="muted")
GAP = 22.0  # px between two entries
SAMPLES = {
    "jm-evidenced": 34.0, "jm-assumed": 34.0, "jm-band": 26.0, "jm-moment": 14.0,
    "jm-evidenced jm-dot": 10.0, "jm-assumed jm-dot": 10.0,
}  # fmt: skip
"""The width in px of each kind's sample."""


def draw_legend(pad: Pad, shown: Sequence[Series], words: ChartWords, place: Spot) -> None:
    """What occurs among the curves, on one line; `place` is its base line's start."""
    draw_entries(pad, _entries(shown, words), place)


def draw_entries(pad: Pad, entries: Sequence[tuple[str, str]], place: Spot) -> None:
    """Entries, each a text and the class that it explains."""
    x, base = place
    for text, kind in entries:
        width = SAMPLES[kind]
        _draw_sample(pad, kind, x, base - LEGEND.size * 0.36, width)
        pad.text(NAME, LEGEND, (clean(text),), (x + width + 8, base))
        x += width + 8 + text_width(clean(text), LEGEND.size) + GAP


def _entries(shown: Sequence[Series], words: ChartWords) -> list[tuple[str, str]]:
    """Words and classes: the two kinds of score always, spread and moments of truth where they occur."""
    points = [point for one in shown for _, point, _ in one.scored]
    entries = [
        (words.evidence, "jm-evidenced", True),
        (words.assumed, "jm-assumed", True),
        (words.spread, "jm-band", any(point.q1 is not None for point in points)),
        (words.truth, "jm-moment", any(point.moment == "truth" for point in points)),
    ]
    return [(text, kind) for text, kind, occurs in entries if text and occurs]


def _draw_sample(pad: Pad, kind: str, x: float, y: float, width: float) -> None:
    centre = ((x + width / 2, y),)
    if kind == "jm-band":
        pad.boxes(Look("jm-band jm-legend", fill="muted", opacity=0.22), [(x, y - 6, x + width, y + 6)])
    elif kind == "jm-moment":
        pad.marks.append(Points(Look("jm-point jm-legend", fill="muted"), "circle", 6, centre))
        pad.marks.append(
            Points(Look("jm-moment jm-legend", stroke="muted", width=1.25), "circle", 14, centre)
        )
    else:
        assumed = kind.startswith("jm-assumed")
        if not kind.endswith("jm-dot"):
            dash = HANDS[0].dash if assumed else ()
            pad.line(
                Look(f"jm-line {kind} jm-legend", stroke="muted", width=2, dash=dash), (x, y), (x + width, y)
            )
        fill: Ink = "paper" if assumed else "muted"
        pad.marks.append(Points(Look(f"jm-point {kind} jm-legend", "muted", fill, 2), "circle", 8, centre))
