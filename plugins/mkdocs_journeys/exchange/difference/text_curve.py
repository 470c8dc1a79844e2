"""An emotion curve as a line of text: one block a step, for places that show nothing but text."""

from collections.abc import Iterable

LEVELS = "▁▂▃▄▅▆▇█"
GAP = "·"


def text_curve(scores: Iterable[float | None]) -> str:
    """The scores (-2..2) of a journey's steps as blocks from ▁ (-2) to █ (2); a gap where one is not known.

    The scale is divided into seven equal parts and a score goes to the nearest block, the upper one where two
    are as near: -2 ▁, -1 ▃, 0 ▅, 1 ▆, 2 █.
    """
    return "".join(GAP if score is None else _block(score) for score in scores)


def _block(score: float) -> str:
    place = (min(max(score, -2.0), 2.0) + 2) / 4 * (len(LEVELS) - 1)
    return LEVELS[int(place + 0.5)]
