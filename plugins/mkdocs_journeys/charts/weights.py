"""How much of a score to believe, as marks: the more, the larger the marker and the thicker the line."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mkdocs_journeys.insight.confidence import LEVELS, Level
from mkdocs_journeys.insight.curves import CurvePoint


@dataclass(frozen=True)
class Weight:
    """How a level is drawn: the classes of its marks, and its marker and line against those of a fair one."""

    classes: str
    marker: float = 1
    line: float = 1


WEIGHTS: Mapping[Level, Weight] = MappingProxyType(
    {
        "none": Weight("jm-assumed"),
        "weak": Weight("jm-evidenced jm-little-known", marker=0.6, line=0.6),
        "fair": Weight("jm-evidenced"),
        "strong": Weight("jm-evidenced jm-well-known", marker=1.4, line=2),
    }
)
"""From the least to the most. "none" is hollow and dashed, the others are filled and solid."""


def level_of(point: CurvePoint) -> Level:
    """How the point's score is drawn: as assumed or evidenced first; evidence that was not judged is fair."""
    if not point.evidenced:
        return "none"
    return "weak" if point.level == "none" else point.level or "fair"


def spread_level(point: CurvePoint) -> Level:
    """How the spread of the point's readings is drawn: by its level, unjudged as fair, never as none."""
    return "weak" if point.level == "none" else point.level or "fair"


def lower(one: Level, other: Level) -> Level:
    """The lower of two levels: what lies between two points is known no better than the worse of them."""
    return min(one, other, key=LEVELS.index)
