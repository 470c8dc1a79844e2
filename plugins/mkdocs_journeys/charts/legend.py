"""What hollow and filled, thin and thick, dashed and solid, and the band mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mkdocs_journeys.charts.drawing import Font, Look, Pad, Points, Spot
from mkdocs_journeys.charts.gap import Side, draw_shade
from mkdocs_journeys.charts.palette import HANDS, SIDES, Ink
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.text_layout import clean, text_width
from mkdocs_journeys.charts.tracing import Stroke
from mkdocs_journeys.charts.weights import WEIGHTS, level_of
from mkdocs_journeys.charts.words import ChartWords, GapNames
from mkdocs_journeys.insight.curves import CurvePoint

LEGEND = Font(12)
ROW = 20.0  # px from one row's base line to the next
NAME = Look("jm-label jm-legend", fill="muted")
GAP, BESIDE = 22.0, 8.0  # px between two entries, and from a sample to its text
SAMPLE = Stroke(line=2, marker=8)
GAPS: Mapping[str, Side] = MappingProxyType(
    {"jm-gap jm-side-first": "first", "jm-gap jm-side-second": "second"}
)
_BY_CLASSES = {weight.classes: weight for weight in WEIGHTS.values()}
WIDTHS = {
    **dict.fromkeys(_BY_CLASSES, 34.0), "jm-band": 26.0, "jm-moment": 14.0,
    "jm-evidenced jm-dot": 10.0, "jm-assumed jm-dot": 10.0, **dict.fromkeys(GAPS, 28.0),
}  # fmt: skip
"""The width in px of each kind's sample."""


@dataclass(frozen=True)
class Entry:
    """A text of the legend, and the classes of the marks that it explains."""

    text: str
    kind: str

    @property
    def width(self) -> float:
        """The px that sample and text take."""
        return WIDTHS[self.kind] + BESIDE + text_width(clean(self.text), LEGEND.size)


def legend_rows(
    shown: Sequence[Series], words: ChartWords, gap: GapNames | None, width: float
) -> list[list[Entry]]:
    """What occurs among the curves and has words, in rows of at most `width` px."""
    rows: list[list[Entry]] = []
    used = width
    for entry in (*_entries(shown, words), *(_gaps(shown, gap) if gap else ())):
        used += GAP + entry.width
        if used > width:
            rows.append([])
            used = entry.width
        rows[-1].append(entry)
    return rows


def draw_legend(pad: Pad, rows: Sequence[Sequence[Entry]], place: Spot) -> None:
    """The rows of a legend; `place` is the first one's base line's start."""
    for number, row in enumerate(rows):
        draw_entries(pad, row, (place[0], place[1] + number * ROW))


def draw_entries(pad: Pad, entries: Sequence[Entry], place: Spot) -> None:
    """Entries on one line; `place` is its base line's start."""
    x, base = place
    for entry in entries:
        width = WIDTHS[entry.kind]
        _draw_sample(pad, entry.kind, x, base - LEGEND.size * 0.36, width)
        pad.text(NAME, LEGEND, (clean(entry.text),), (x + width + BESIDE, base))
        x += entry.width + GAP


def _entries(shown: Sequence[Series], words: ChartWords) -> Iterator[Entry]:
    """The kinds of score always or, where they have names, the levels that occur; else what occurs."""
    points = [point for one in shown for _, point, _ in one.scored]
    found = [
        *(_levels(points, words) or ((words.evidence, "jm-evidenced"), (words.assumed, "jm-assumed"))),
        (words.spread if any(point.q1 is not None for point in points) else "", "jm-band"),
        (words.truth if any(point.moment == "truth" for point in points) else "", "jm-moment"),
    ]
    return (Entry(text, kind) for text, kind in found if text)


def _levels(points: Sequence[CurvePoint], words: ChartWords) -> list[tuple[str, str]]:
    """The levels that occur, the highest first; none where no score was judged or no level has a name."""
    if all(point.level is None for point in points) or not any(words.confidence.values()):
        return []
    occur = {level_of(point) for point in points}
    names = {"none": words.assumed, "fair": words.evidence, **words.confidence}
    return [
        (names.get(level, ""), weight.classes)
        for level, weight in reversed(list(WEIGHTS.items()))
        if level in occur
    ]


def _gaps(shown: Sequence[Series], names: GapNames) -> list[Entry]:
    """The kinds of gap that occur between two curves."""
    first, second = ({column: score for column, _, score in one.scored} for one in shown)
    gaps = [first[column] - second[column] for column in first.keys() & second.keys()]
    occur = (any(gap > 0 for gap in gaps), any(gap < 0 for gap in gaps))
    found = zip((names.first_higher, names.second_higher), GAPS, occur, strict=True)
    return [Entry(text, kind) for text, kind, occurs in found if text and occurs]


def _draw_sample(pad: Pad, kind: str, x: float, y: float, width: float) -> None:
    centre = ((x + width / 2, y),)
    if kind == "jm-band":
        pad.boxes(Look("jm-band jm-legend", fill="muted", opacity=0.22), [(x, y - 6, x + width, y + 6)])
    elif kind in GAPS:
        ink = SIDES[list(GAPS).index(kind)].ink
        draw_shade(pad, GAPS[kind], ink, (), [(x, y - 6, x + width, y + 6)], " jm-legend")
    elif kind == "jm-moment":
        pad.marks.append(Points(Look("jm-point jm-legend", fill="muted"), "circle", 6, centre))
        pad.marks.append(
            Points(Look("jm-moment jm-legend", stroke="muted", width=1.25), "circle", 14, centre)
        )
    else:
        _draw_score(pad, kind, (x, y), width)


def _draw_score(pad: Pad, kind: str, start: Spot, width: float) -> None:
    """A marker on a piece of line, or by itself."""
    (x, y), assumed = start, kind.startswith("jm-assumed")
    stroke = SAMPLE.weighted(_BY_CLASSES[kind.removesuffix(" jm-dot")])
    if not kind.endswith("jm-dot"):
        dash = HANDS[0].dash if assumed else ()
        line = Look(f"jm-line {kind} jm-legend", stroke="muted", width=stroke.line, dash=dash)
        pad.line(line, start, (x + width, y))
    fill: Ink = "paper" if assumed else "muted"
    look = Look(f"jm-point {kind} jm-legend", "muted", fill, stroke.outline)
    pad.points(look, "circle", stroke.marker, [(x + width / 2, y)])
