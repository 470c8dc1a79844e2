"""Pixels as a small PNG: charts have few colours, so that each pixel is an index into a palette of 256."""

import io
from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mkdocs_journeys.charts.palette import Ink

STEPS = 5  # bits of each channel that are told apart
MOST = 256
Exact = tuple[tuple[int, tuple[int, ...]], ...]
"""Cells, and the colour that is drawn in each."""


def encode(pixels: NDArray[np.uint8], palette: Mapping[Ink, str]) -> bytes:
    """Pixels (rows, columns, at least red, green, blue) as PNG; no date, no program's name.

    Colours are told apart by 5 bits a channel, and the 256 most frequent ones are kept; each of the rest
    becomes the nearest of them. The colours of `palette` stay exact.
    """
    exact = _exact_colours(tuple(palette.values()))
    cells = _cells(pixels)
    counts = np.bincount(cells.ravel(), minlength=1 << 3 * STEPS)
    kept = np.argsort(-counts, kind="stable")[:MOST]
    image = Image.fromarray(_nearest(np.flatnonzero(counts), kept, exact)[cells])
    image.putpalette(_colours(kept, exact).astype(np.uint8).tobytes())
    file = io.BytesIO()
    image.save(file, "png", compress_level=3)
    return file.getvalue()


def _cells(pixels: NDArray[np.uint8]) -> NDArray[np.uint16]:
    """For each pixel the number of its cell: 5 bits of red, of green, of blue."""
    red, green, blue = (pixels[..., channel].astype(np.uint16) >> 8 - STEPS for channel in range(3))
    return np.asarray(red << 2 * STEPS | green << STEPS | blue, np.uint16)


def _nearest(used: NDArray[np.intp], kept: NDArray[np.intp], exact: Exact) -> NDArray[np.uint8]:
    """For each cell's number the place of the nearest kept colour, where the cell is used."""
    apart = _colours(used, exact)[:, None] - _colours(kept, exact)[None]
    places = np.zeros(1 << 3 * STEPS, np.uint8)
    places[used] = (apart**2).sum(axis=2).argmin(axis=1)
    return places


def _colours(cells: NDArray[np.intp], exact: Exact) -> NDArray[np.intp]:
    """The colour of each cell: its centre, or the colour of the charts' palette that lies in it."""
    mask, half = (1 << STEPS) - 1, 1 << 7 - STEPS
    channels = [cells >> 2 * STEPS, cells >> STEPS & mask, cells & mask]
    colours = np.stack([(channel << 8 - STEPS) + half for channel in channels], axis=1)
    for cell, colour in exact:
        colours[cells == cell] = colour
    return colours


@cache
def _exact_colours(palette: tuple[str, ...]) -> Exact:
    """Each colour of the charts' palette, and the cell that it lies in."""
    colours = [tuple(int(exact[place : place + 2], 16) for place in (1, 3, 5)) for exact in palette]
    return tuple((int(_cells(np.array(colour, np.uint8))), colour) for colour in colours)
