"""Curves with the hands that draw them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.charts.palette import SIDES, Hand, hand_of
from mkdocs_journeys.charts.text_layout import clean
from mkdocs_journeys.insight.curves import Curve, CurvePoint

TOGETHER = 4  # personas in one plot
ALL, INSIDE = "jm-all", "jm-inside"


@dataclass(frozen=True)
class Series:
    """A curve with how it is drawn; `classes` are its own. `behind`: as the background for others."""

    curve: Curve
    hand: Hand
    classes: str
    name: str
    behind: bool = False

    @property
    def scored(self) -> list[tuple[int, CurvePoint, float]]:
        """Column, point and score wherever there is one."""
        return [
            (i, point, point.score) for i, point in enumerate(self.curve.points) if point.score is not None
        ]


def series(curves: Sequence[Curve], inside: Curve | None, everyone: str, believed: str) -> list[Series]:
    """Each curve with its hand and name: what the company believes, all customers, then the personas.

    `everyone` and `believed` name the first two. That of all customers is blue, and in the background beside
    personas. A curve by itself needs no name.
    """
    personas = [curve for curve in curves if curve.persona is not None]
    own = Hand("muted" if personas else "blue", "circle", (5, 4))
    found = [
        Series(curve, own, ALL, clean(everyone), behind=bool(personas))
        for curve in curves
        if curve.persona is None
    ]
    if inside is not None:
        found.insert(0, Series(inside, SIDES[0], INSIDE, clean(believed), behind=True))
    for number, curve in enumerate(personas):
        classes = f"jm-persona jm-persona-{number + 1}"
        found.append(Series(curve, hand_of(number, curve.colour), classes, clean(curve.name)))
    return found if len(found) > 1 else [replace(one, name="") for one in found]


def panels(shown: Sequence[Series]) -> list[list[Series]]:
    """What goes into one plot: everything, or beyond four personas each by itself, all customers behind."""
    personas = [one for one in shown if one.curve.persona is not None]
    if len(personas) <= TOGETHER:
        return [list(shown)]
    everyone = [one for one in shown if one.classes == ALL]
    return [[*everyone, one] for one in personas]
