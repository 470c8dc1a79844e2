"""The emotion chart for a slide: of a given size, its plot as high as there is room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.charts.drawing import Drawing, Font, Look, Mark, Outline, Points, Spot
from mkdocs_journeys.charts.emotion import PLOT, STRIP, WIDTH, Layout, Sheet, draw_emotion, laid_out
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.words import ChartWords

_TRIES = 12
_FINER = 1.05


@dataclass(frozen=True)
class Slide:
    """A slide's size in px, and whether it is dark."""

    width: int = 1600
    height: int = 900
    dark: bool = False


def draw_slide(
    shown: Sequence[Series], stages: Mapping[str, str], words: ChartWords, slide: Slide
) -> Drawing:
    """The chart as large as the slide: drawn on a sheet of its shape on which all has room, then scaled."""
    layout = _roomy(laid_out(shown, stages, words), slide.height / slide.width)
    height = layout.width * slide.height / slide.width
    drawing = replace(draw_emotion(layout), height=height, dark=slide.dark)
    return scaled(drawing, slide.width / layout.width)


def _roomy(layout: Layout, ratio: float) -> Layout:
    """The layout on a sheet as wide as it has to be for all to fit into `ratio` of its width."""
    width = float(WIDTH)
    for _ in range(_TRIES):
        layout = replace(layout, sheet=Sheet(width))
        if layout.height <= layout.width * ratio:
            break
        width = max(layout.width * _FINER, layout.height / ratio)
    return _stretched(layout, ratio)


def _stretched(layout: Layout, ratio: float) -> Layout:
    """The layout with plots that take what room is left."""
    spare = max(0.0, layout.width * ratio - layout.height) / max(1, len(layout.panels))
    return replace(layout, sheet=Sheet(layout.width, PLOT + spare, STRIP + spare))


def scaled(drawing: Drawing, by: float) -> Drawing:
    """The drawing, everything in it `by` times as large."""
    marks = tuple(_scaled(mark, by) for mark in drawing.marks)
    return replace(drawing, width=drawing.width * by, height=drawing.height * by, marks=marks)


def _scaled(mark: Mark, by: float) -> Mark:
    look = _look(mark.look, by)
    match mark:
        case Outline():
            return replace(mark, look=look, vertices=tuple(_spot(spot, by) for spot in mark.vertices))
        case Points():
            places = tuple(_spot(spot, by) for spot in mark.places)
            return replace(mark, look=look, size=mark.size * by, places=places)
        case _:
            font = Font(mark.font.size * by, mark.font.bold)
            return replace(mark, look=look, font=font, place=_spot(mark.place, by))


def _look(look: Look, by: float) -> Look:
    return replace(look, width=look.width * by, dash=tuple(length * by for length in look.dash))


def _spot(spot: Spot, by: float) -> Spot:
    return spot[0] * by, spot[1] * by
