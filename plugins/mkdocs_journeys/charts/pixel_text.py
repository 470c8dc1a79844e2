"""Text on pixels: a line at a time, where matplotlib's renderer draws a glyph at a time. Import late.

A picture's time goes into its text. FreeType draws a whole line as one mask, which is then blended into the
pixels.
"""

from functools import lru_cache

import numpy as np
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import FT2Font, LoadFlags
from numpy.typing import NDArray

from mkdocs_journeys.charts.drawing import Drawing, Label
from mkdocs_journeys.charts.fonts import families, legible
from mkdocs_journeys.charts.palette import colours


def write_label(pixels: NDArray[np.uint8], label: Label, drawing: Drawing, scale: float) -> None:
    """Write a drawing's label onto pixels (rows, columns, red green blue alpha), `scale` pixels to its px."""
    lang, palette = drawing.lang, colours(dark=drawing.dark)
    ink = np.array(_channels(palette[label.look.fill or label.look.stroke or "ink"]), np.float32)
    for number, line in enumerate(label.lines):
        baseline = (label.place[1] + number * label.font.leading) * scale
        words = legible(line, lang).strip()
        font = _font(families(words, lang), label.font.bold)
        font.set_size(label.font.size, 72 * scale)
        font.set_text(words, 0, flags=LoadFlags.NO_HINTING)
        left = label.place[0] * scale - _SHIFT[label.anchor] * font.get_width_height()[0] / 64
        _blend(pixels, font, left, baseline, ink, label.look.opacity)


_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


def _blend(
    pixels: NDArray[np.uint8],
    font: FT2Font,
    left: float,
    baseline: float,
    ink: NDArray[np.float32],
    opacity: float,
) -> None:
    """Blend the font's line into the pixels; what lies beyond their edge is cut off."""
    font.draw_glyphs_to_bitmap(antialiased=True)
    mask = np.asarray(font.get_image())
    bottom = round(baseline + font.get_descent() / 64)
    top, start = bottom - mask.shape[0], round(left + font.get_bitmap_offset()[0] / 64)
    rows, columns = slice(max(top, 0), max(bottom, 0)), slice(max(start, 0), max(start + mask.shape[1], 0))
    under = pixels[rows, columns, :3]
    shown = mask[max(-top, 0) :, max(-start, 0) :][: under.shape[0], : under.shape[1], None]
    cover = shown.astype(np.float32) * np.float32(opacity / 255)
    under[...] = (under + (ink - under) * cover + np.float32(0.5)).astype(np.uint8)


@lru_cache(maxsize=64)
def _font(names: tuple[str, ...], bold: bool) -> FT2Font:
    weight = "bold" if bold else "normal"
    paths = [findfont(FontProperties(family=[name], weight=weight)) for name in names]
    return get_font(paths)


@lru_cache(maxsize=64)
def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
