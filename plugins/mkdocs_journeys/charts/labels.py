"""Names at the ends of curves, beside each other and never upon each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from mkdocs_journeys.charts.drawing import Font, Label, Look, Pad, Spot
from mkdocs_journeys.charts.frame import Frame
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.text_layout import shortened, text_width, wrap

SAMPLE = 8.0  # px: the marker before a name
CLOSE = 9.0  # px between the ends of curves, below which ties would be mistaken
AIR = 1.0  # px more than its lines that a name takes
BEFORE, AFTER = 10.0, 5.0  # px from the line's end to the sample, from there to the name


@dataclass(frozen=True)
class NameStyle:
    """How names of curves are written: in lines of at most `width` px."""

    font: Font
    width: float

    def lines(self, name: str) -> tuple[str, ...]:
        """The name in one line or two; of a longer one the beginning."""
        lines = wrap(name, self.font.measure, self.width)
        if len(lines) <= 2:
            return lines
        return lines[0], shortened("".join(lines[1:]), self.font.measure, self.width)

    def height(self, name: str) -> float:
        """The px that the name takes."""
        return len(self.lines(name)) * self.font.leading + AIR


ROOMY = NameStyle(Font(11.5, bold=True), 150)


def within(width: float) -> NameStyle:
    """The style where names have only so many px."""
    return NameStyle(Font(11.5), max(20.0, width - BEFORE - SAMPLE - AFTER))


def end_width(shown: Sequence[Series]) -> float:
    """The width in px that names need right of the last column's centre; 0 where one curve needs none."""
    if len(shown) < 2:
        return 0
    lines = [line for one in shown for line in ROOMY.lines(one.name)]
    return BEFORE + SAMPLE + AFTER + max(text_width(line, ROOMY.font.measure) for line in lines)


def spread(wanted: Sequence[float], sizes: Sequence[float], lowest: float, highest: float) -> list[float]:
    """Centres of things so large, none upon another, within the bounds where there is room.

    They lie as near as can be to the wanted ones, which rise: neighbours that are too near are pooled, and
    each pool lies at its mean (isotonic regression).
    """
    taken = [before + size / 2 for before, size in zip(accumulate(sizes, initial=0), sizes, strict=False)]
    pools: list[tuple[float, int]] = []
    for place, before in zip(wanted, taken, strict=True):
        pool = (place - before, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, count = pools.pop()
            pool = ((mean * count + pool[0] * pool[1]) / (count + pool[1]), count + pool[1])
        pools.append(pool)
    starts = [mean for mean, count in pools for _ in range(count)]
    latest = max(lowest, highest - sum(sizes))
    return [min(max(start, lowest), latest) + before for start, before in zip(starts, taken, strict=True)]


def draw_end_labels(pad: Pad, frame: Frame, shown: Sequence[Series], style: NameStyle = ROOMY) -> None:
    """Each curve's name right of the last column's points, tied to its end by a thin line or its marker."""
    ends = [(frame.y(score), index, one) for one in shown for index, _, score in one.scored[-1:]]
    ends.sort(key=lambda end: end[0])
    sizes = [style.height(one.name) for _, _, one in ends]
    places = spread([y for y, _, _ in ends], sizes, frame.top - AIR, frame.bottom + AIR)
    x = frame.x(frame.columns - 1) + BEFORE
    for place, (y, index, one) in zip(places, ends, strict=True):
        alone = sum(abs(y - other) < CLOSE for other, _, _ in ends) == 1
        if alone and index == frame.columns - 1:
            _draw_tie(pad, one, (x - 2, y), (x + SAMPLE, place))
        else:
            _draw_sample(pad, one, (x, place))
        _draw_text(pad, one, (x, place), style)


def draw_name(pad: Pad, one: Series, place: Spot, style: NameStyle = ROOMY) -> None:
    """A curve's marker and name; `place` is the left edge's middle."""
    _draw_sample(pad, one, place)
    _draw_text(pad, one, place, style)


def _draw_tie(pad: Pad, one: Series, start: Spot, end: Spot) -> None:
    pad.line(Look(f"jm-tie {one.classes}", stroke=one.hand.ink, persona=one.curve.persona), start, end)


def _draw_sample(pad: Pad, one: Series, place: Spot) -> None:
    ink, persona = one.hand.ink, one.curve.persona
    look = Look(f"jm-point jm-name {one.classes}", stroke=ink, fill=ink, persona=persona)
    pad.points(look, one.hand.shape, SAMPLE, [(place[0] + SAMPLE / 2, place[1])])


def _draw_text(pad: Pad, one: Series, place: Spot, style: NameStyle) -> None:
    look = Look(f"jm-label jm-name {one.classes}", fill="ink", persona=one.curve.persona)
    lines = style.lines(one.name)
    base = place[1] + style.font.size * 0.36 - (len(lines) - 1) * style.font.leading / 2
    full = one.name if "".join(lines) != one.name else ""
    pad.marks.append(Label(look, style.font, lines, (place[0] + SAMPLE + AFTER, base), full=full))
