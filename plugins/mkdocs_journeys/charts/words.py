"""The texts of a chart, in the page's language; who calls for a chart gives them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ChartWords:
    """Plain texts; nothing in them is markup.

    `title` says the finding ("Mood falls to -2 at Pays"). `levels` names the scores -2, -1, 0, 1, 2.
    `alternative` describes the curve to those who do not see it. `assumed` and `evidence` name the two kinds
    of score in the legend, `spread` the band of the middle half of the readings, `truth` the ring around a
    moment of truth (none is drawn without). `everyone` names the curve of all customers beside others,
    `inside` that of what the company believes. `lang` is BCP 47.
    """

    title: str
    levels: Mapping[int, str]
    alternative: str
    nothing_scored: str
    assumed: str
    evidence: str
    spread: str = ""
    truth: str = ""
    everyone: str = ""
    inside: str = ""
    lang: str = "en"


@dataclass(frozen=True)
class GridWords:
    """The texts of the improvements' grid: `impact` and `effort` name the axes, `ends` the values 1 and 5."""

    title: str
    alternative: str
    impact: str
    effort: str
    ends: Mapping[int, str]
    assumed: str
    evidence: str
    lang: str = "en"
