"""matplotlib's renderers, given a drawing. Import late: matplotlib takes half a second."""

import io
from dataclasses import replace
from functools import lru_cache
from typing import Any, TextIO

import matplotlib as mpl
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends import backend_agg, backend_pdf, backend_svg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform
from matplotlib.typing import RcKeyType

from mkdocs_journeys.charts.drawing import (
    CLOSE,
    CORNERS,
    LINE,
    MOVE,
    Drawing,
    Font,
    Label,
    Look,
    Mark,
    Outline,
    Points,
)
from mkdocs_journeys.charts.fonts import families, legible
from mkdocs_journeys.charts.palette import Shape, colours
from mkdocs_journeys.charts.pixel_text import write_label
from mkdocs_journeys.charts.png import encode

RendererSVG: Any = backend_svg.RendererSVG  # matplotlib has no types for its backends
RendererAgg: Any = backend_agg.RendererAgg
RendererPdf: Any = backend_pdf.RendererPdf
PdfFile: Any = backend_pdf.PdfFile

SETTINGS: dict[RcKeyType, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "journeys",
    "text.hinting": "none",
    "text.antialiased": True,
    "path.snap": True,
    "pdf.fonttype": 3,
    "pdf.compression": 6,
}
"""A matplotlibrc of the machine or the folder changes no chart."""


def draw_svg(drawing: Drawing, file: TextIO) -> None:
    """Write the drawing as matplotlib's SVG; one unit is one px."""
    with mpl.rc_context(SETTINGS):
        renderer = RendererSVG(drawing.width, drawing.height, file, metadata={"Date": None, "Creator": None})
        _Sheet(renderer, drawing, picture=False).put()
        renderer.finalize()


def draw_png(drawing: Drawing, scale: float) -> bytes:
    """The drawing on its paper as PNG, `scale` times as large as its px."""
    with mpl.rc_context(SETTINGS):
        width, height = round(drawing.width * scale), round(drawing.height * scale)
        renderer = RendererAgg(width, height, 72 * scale)
        shapes = tuple(mark for mark in drawing.marks if not isinstance(mark, Label))
        _Sheet(renderer, replace(drawing, marks=shapes), scale=scale).put()
    pixels = np.array(renderer.buffer_rgba())
    for mark in drawing.marks:
        if isinstance(mark, Label):
            write_label(pixels, mark, drawing, scale)
    return encode(pixels, colours(dark=drawing.dark))


def draw_pdf(drawing: Drawing) -> bytes:
    """The drawing as a PDF page; one px is one point."""
    with mpl.rc_context(SETTINGS):
        file = io.BytesIO()
        pdf = PdfFile(file, metadata={"Creator": None, "Producer": None, "CreationDate": None})
        pdf.newPage(drawing.width / 72, drawing.height / 72)
        renderer = RendererPdf(pdf, 72, drawing.height / 72, drawing.width / 72)
        _Sheet(renderer, drawing).put()
        renderer.finalize()
        pdf.finalize()
        content = file.getvalue()
        pdf.close()
    return content


class _Sheet:
    """A renderer on which marks are put, with y downwards; a picture has paper and fonts of its own."""

    def __init__(
        self, renderer: RendererBase, drawing: Drawing, *, scale: float = 1, picture: bool = True
    ) -> None:
        self.renderer, self.drawing, self.scale, self.picture = renderer, drawing, scale, picture
        self.transform: Transform = Affine2D().scale(scale, -scale).translate(0, drawing.height * scale)
        self.colours = colours(dark=drawing.dark)
        self.contexts: dict[Look, GraphicsContextBase] = {}

    def put(self) -> None:
        if self.picture:
            self._put(self._paper())
        for mark in self.drawing.marks:
            self._put(mark)

    def _paper(self) -> Mark:
        width, height = self.drawing.width + 1, self.drawing.height + 1
        corners = ((-1, -1), (width, -1), (width, height), (-1, height), (-1, -1))
        return Outline(Look("", fill="paper"), corners, (MOVE, LINE, LINE, LINE, CLOSE))

    def _put(self, mark: Mark) -> None:
        match mark:
            case Outline(look, vertices, codes):
                self.renderer.draw_path(
                    self._context(look), Path(vertices, codes), self.transform, self._fill(look)
                )
            case Points(look, shape, size, places):
                marker, sized = _shape(shape), Affine2D().scale(size * self.scale)
                self.renderer.draw_markers(
                    self._context(look), marker, sized, Path(places), self.transform, self._fill(look)
                )
            case Label():
                self._write(mark)

    def _context(self, look: Look) -> GraphicsContextBase:
        if look not in self.contexts:
            self.contexts[look] = self._new_context(look)
        return self.contexts[look]

    def _new_context(self, look: Look) -> GraphicsContextBase:
        context = self.renderer.new_gc()
        context.set_linewidth(look.width if look.stroke else 0)
        context.set_foreground(self.colours[look.stroke or look.fill or "ink"])
        if look.dash:
            context.set_dashes(0, list(look.dash))
        elif look.stroke:
            context.set_capstyle("round")
        if look.opacity != 1:
            context.set_alpha(look.opacity)
        return context

    def _fill(self, look: Look) -> tuple[float, float, float, float] | None:
        return None if look.fill is None else to_rgba(self.colours[look.fill])

    def _write(self, label: Label) -> None:
        x, y = (along * self.scale for along in label.place)
        if not self.picture:
            text = "\n".join(label.lines)
            self.renderer.draw_text(self._context(label.look), x, y, text, _plain(label.font), 0)
            return
        for number, line in enumerate(label.lines):
            self._write_line(label, line, x, y + number * label.font.leading * self.scale)

    def _write_line(self, label: Label, line: str, x: float, y: float) -> None:
        line = legible(line, self.drawing.lang).strip()
        properties = _properties(label.font, families(line, self.drawing.lang))
        if label.anchor != "start":
            width = self.renderer.get_text_width_height_descent(line, properties, False)[0]
            x -= width / 2 if label.anchor == "middle" else width
        y = y if self.renderer.flipy() else self.drawing.height * self.scale - y
        self.renderer.draw_text(self._context(label.look), x, y, line, properties, 0)


@lru_cache(maxsize=64)
def _plain(font: Font) -> FontProperties:
    """For text that stays text: the page sets its own font."""
    return FontProperties(family=["journeys"], size=font.size)


@lru_cache(maxsize=256)
def _properties(font: Font, names: tuple[str, ...]) -> FontProperties:
    return FontProperties(family=list(names), size=font.size, weight="bold" if font.bold else "normal")


@lru_cache(maxsize=8)
def _shape(shape: Shape) -> Path:
    if shape == "circle":
        return Path.circle(radius=0.5)
    corners = [(x, -y) for x, y in CORNERS[shape]]
    return Path([*corners, corners[0]], [MOVE, *[LINE] * (len(corners) - 1), CLOSE])
