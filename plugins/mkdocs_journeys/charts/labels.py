"""Names at the ends of curves, beside each other and never upon each other."""

from collections.abc import Sequence

from mkdocs_journeys.charts.drawing import Font, Look, Pad, Points, Spot
from mkdocs_journeys.charts.frame import Frame
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.text_layout import shortened, text_width

END = Font(12, bold=True)
SAMPLE = 8.0  # px: the marker before a name
GAP = 16.0  # px from name to name
BEFORE, AFTER = 12.0, 8.0  # px from the line's end to the sample, from there to the name
LONGEST = 150.0  # px


def end_width(shown: Sequence[Series]) -> float:
    """The width in px that the names need to the right of the plot; 0 where one curve needs none."""
    if len(shown) < 2:
        return 0
    return BEFORE + SAMPLE + AFTER + max(text_width(shortened(s.name, END.size, LONGEST), END.size) for s in shown)


def spread(wanted: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Places at least `gap` apart and within the bounds where there is room, as near as can be to those wanted.

    Pools neighbours that are too near and sets each pool at its mean (isotonic regression). `wanted` rises.
    """
    pools: list[tuple[float, int]] = []
    for index, place in enumerate(wanted):
        pool = (place - index * gap, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, size = pools.pop()
            pool = ((mean * size + pool[0] * pool[1]) / (size + pool[1]), size + pool[1])
        pools.append(pool)
    means = [mean for mean, size in pools for _ in range(size)]
    ceiling = max(lowest, highest - (len(wanted) - 1) * gap)
    return [min(max(mean, lowest), ceiling) + index * gap for index, mean in enumerate(means)]


def draw_end_labels(pad: Pad, frame: Frame, shown: Sequence[Series], width: float = LONGEST) -> None:
    """Each curve's name to the right of the last column's points, tied to its end by a thin line or by its marker."""
    ends = sorted(((frame.y(score), index, one) for one in shown for index, _, score in one.scored[-1:]), key=lambda end: end[0])
    x = frame.x(frame.columns - 1) + BEFORE
    for place, (y, index, one) in zip(spread([y for y, _, _ in ends], GAP, frame.top, frame.bottom), ends, strict=True):
        if index == frame.columns - 1:
            _draw_tie(pad, one, (x - BEFORE + 8, y), (x + SAMPLE, place))
        else:
            _draw_sample(pad, one, (x, place))
        _draw_text(pad, one, (x, place), width)


def draw_name(pad: Pad, one: Series, place: Spot, width: float = LONGEST) -> None:
    """A curve's marker and name; `place` is the left edge's middle."""
    _draw_sample(pad, one, place)
    _draw_text(pad, one, place, width)


def _draw_tie(pad: Pad, one: Series, start: Spot, end: Spot) -> None:
    pad.line(Look(f"jm-tie {one.classes}", stroke=one.hand.ink, persona=one.curve.persona), start, end)


def _draw_sample(pad: Pad, one: Series, place: Spot) -> None:
    look = Look(f"jm-point jm-name {one.classes}", stroke=one.hand.ink, fill=one.hand.ink, persona=one.curve.persona)
    pad.marks.append(Points(look, one.hand.shape, SAMPLE, ((place[0] + SAMPLE / 2, place[1]),)))


def _draw_text(pad: Pad, one: Series, place: Spot, width: float) -> None:
    look = Look(f"jm-label jm-name {one.classes}", fill="ink", persona=one.curve.persona)
    name = shortened(one.name, END.size, width)
    pad.text(look, END, (name,), (place[0] + SAMPLE + AFTER, place[1] + END.size * 0.36))
