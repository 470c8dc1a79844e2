"""The texts of a chart, in the page's language; who calls for a chart gives them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.insight.confidence import Level


@dataclass(frozen=True)
class ChartWords:
    """Plain texts; nothing in them is markup.

    `title` says the finding ("Mood falls to -2 at Pays"). `levels` names the scores -2, -1, 0, 1, 2.
    `alternative` describes the curve to those who do not see it. `assumed` and `evidence` name the two kinds
    of score in the legend, `spread` the band of the middle half of the readings, `truth` the ring around a
    moment of truth (none is drawn without). `everyone` names the curve of all customers beside others,
    `inside` that of what the company believes. `confidence` names how much of a score to believe, for the
    legend; levels that it names stand there instead of `assumed` and `evidence`. `lang` is BCP 47.
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
    confidence: Mapping[Level, str] = field(default_factory=dict)
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


@dataclass(frozen=True)
class GapNames:
    """What the legend says of the gap between two curves, where the first is higher and where the second."""

    first_higher: str = ""
    second_higher: str = ""


@dataclass(frozen=True)
class ComparisonWords:
    """The texts of two curves against each other, plain as those of an emotion chart.

    `first` and `second` name the curves: what the company believes and what customers tell, what they say
    and do, or the dates of then and now. `gap` names what is shaded between them.
    """

    title: str
    alternative: str
    levels: Mapping[int, str]
    first: str
    second: str
    gap: GapNames = GapNames()
    lang: str = "en"


@dataclass(frozen=True)
class DistributionWords:
    """The texts of a distribution: `levels` names the scores -2, -1, 0, 1, 2, for the bars' titles."""

    levels: Mapping[int, str]
    lang: str = "en"
