"""A drawing: what is to be drawn, in px with y downwards, before any renderer draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from mkdocs_journeys.charts.palette import Ink, Shape

MOVE, LINE, CURVE, CLOSE = 1, 2, 4, 79  # matplotlib.path.Path's codes
CORNERS: Mapping[Shape, tuple[tuple[float, float], ...]] = MappingProxyType(
    {
        "square": ((-0.45, -0.45), (0.45, -0.45), (0.45, 0.45), (-0.45, 0.45)),
        "diamond": ((0, -0.64), (0.64, 0), (0, 0.64), (-0.64, 0)),
        "triangle": ((0, -0.62), (0.6, 0.44), (-0.6, 0.44)),
    }
)
"""Markers of size 1 with y downwards; all look equally large beside a circle."""
Anchor = Literal["start", "middle", "end"]
Spot = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """How marks look, and the classes by which a page switches them. Widths and dashes are in px."""

    classes: str
    stroke: Ink | None = None
    fill: Ink | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    persona: str | None = None


@dataclass(frozen=True)
class Outline:
    """Lines or areas: one path of any number of parts; it may have a title, which a pointer shows."""

    look: Look
    vertices: tuple[Spot, ...]
    codes: tuple[int, ...]
    title: str = ""


@dataclass(frozen=True)
class Points:
    """Markers of one shape, `size` px wide; each may have a title, which a pointer shows."""

    look: Look
    shape: Shape
    size: float
    places: tuple[Spot, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Font:
    """A size in px, a weight, and the distance of lines in px."""

    size: float
    bold: bool = False

    @property
    def measure(self) -> float:
        """The size in px by which its texts are measured: bold ones are wider."""
        return self.size * 1.08 if self.bold else self.size

    @property
    def leading(self) -> float:
        """The distance from one base line to the next, in px."""
        return round(self.size * 1.3, 1)


@dataclass(frozen=True)
class Label:
    """Text in lines; the place is the first base line's start, middle or end. `full`: what was cut, whole."""

    look: Look
    font: Font
    lines: tuple[str, ...]
    place: Spot
    anchor: Anchor = "start"
    full: str = ""


Mark = Outline | Points | Label


@dataclass(frozen=True)
class Drawing:
    """Marks on a sheet of `width` by `height` px, the first at the bottom; `dark`: on slate, not on white."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    lang: str = "en"
    dark: bool = False


@dataclass
class Pad:
    """Marks while they are collected."""

    marks: list[Mark] = field(default_factory=list)

    def line(self, look: Look, *spots: Spot) -> None:
        """Straight lines from spot to spot."""
        self.marks.append(Outline(look, spots, (MOVE,) + (LINE,) * (len(spots) - 1)))

    def rules(self, look: Look, lines: list[tuple[Spot, Spot]]) -> None:
        """Separate straight lines in one path."""
        if lines:
            spots = tuple(spot for line in lines for spot in line)
            self.marks.append(Outline(look, spots, (MOVE, LINE) * len(lines)))

    def boxes(self, look: Look, boxes: list[tuple[float, float, float, float]]) -> None:
        """Rectangles, each left, top, right, bottom, in one path."""
        if boxes:
            spots = tuple(spot for a, b, c, d in boxes for spot in ((a, b), (c, b), (c, d), (a, d), (a, b)))
            self.marks.append(Outline(look, spots, (MOVE, LINE, LINE, LINE, CLOSE) * len(boxes)))

    def points(
        self, look: Look, shape: Shape, size: float, places: Sequence[Spot], titles: Sequence[str] = ()
    ) -> None:
        """Markers, unless there are none."""
        if places:
            self.marks.append(Points(look, shape, size, tuple(places), tuple(titles)))

    def text(
        self, look: Look, font: Font, lines: Sequence[str], place: Spot, anchor: Anchor = "start"
    ) -> None:
        """Text, unless there is none."""
        if any(lines):
            self.marks.append(Label(look, font, tuple(lines), place, anchor))
