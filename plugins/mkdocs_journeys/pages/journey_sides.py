"""What is believed, said and done on a journey, and how it changed, as sentences ranked by their size."""

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journeys.charts import trend_svg
from mkdocs_journeys.insight import Comparison, Gap, JourneyInsight, Period, Trend
from mkdocs_journeys.pages import trust_words
from mkdocs_journeys.pages.environment import time_element
from mkdocs_journeys.pages.journey_files import stage_names
from mkdocs_journeys.pages.side_words import trend_words
from mkdocs_journeys.pages.view import View


@dataclass(frozen=True)
class ToldGap:
    """A step where two sides differ, in words; `size` is how far they are apart, 0..4."""

    step: str
    told: str
    size: float


@dataclass(frozen=True)
class ToldComparison:
    """Two sides of a journey in words, the widest gap first; `mean` is a sentence on all of them."""

    sides: str
    mean: str
    gaps: tuple[ToldGap, ...]


@dataclass(frozen=True)
class ToldChange:
    """A step that feels otherwise now than then, in words."""

    step: str
    told: str


@dataclass(frozen=True)
class ToldTrend:
    """Then and now in words; `caution` warns of what may be no change at all (empty: nothing does)."""

    told: Markup
    caution: str
    changes: tuple[ToldChange, ...]


def told_comparisons(insight: JourneyInsight, view: View) -> tuple[ToldComparison, ...]:
    """Inside against outside and said against done, as far as both sides are known."""
    return tuple(
        ToldComparison(
            sides=comparison.sides,
            mean=trust_words.mean_gap(comparison, view),
            gaps=tuple(_told_gap(comparison, gap, insight, view) for gap in comparison.gaps),
        )
        for comparison in insight.comparisons
    )


def _told_gap(comparison: Comparison, gap: Gap, insight: JourneyInsight, view: View) -> ToldGap:
    told = trust_words.gap_told(comparison, gap, insight.step(gap.step), view)
    return ToldGap(gap.step, told, round(abs(gap.size), 2))


def told_trend(insight: JourneyInsight, view: View) -> ToldTrend | None:
    """The latest readings against those before; None where all are of one time."""
    trend = insight.trend
    if trend is None:
        return None
    return ToldTrend(
        told=_periods(trend, view),
        caution=trust_words.other_methods(trend, view),
        changes=tuple(
            ToldChange(change.step, trust_words.change_told(change, view)) for change in trend.changes
        ),
    )


def trend_picture(insight: JourneyInsight, view: View) -> Markup | None:
    """Then and now as a chart; None where all readings are of one time."""
    trend = insight.trend
    if trend is None:
        return None
    texts, stages = trend_words(trend, insight, view), stage_names(insight)
    content = view.site.cache.cached(
        "trend", (trend, stages, texts), lambda: trend_svg(trend, stages, texts, prefix="page.trend-chart")
    )
    return Markup(content.decode())  # noqa: S704 - drawn by us; its texts are escaped there


def _periods(trend: Trend, view: View) -> Markup:
    text = view.words.gettext("Readings of %(now)s against those of %(then)s.")
    told = Markup(text)  # noqa: S704 - a text of ours or of a catalogue; the values are markup
    return told % {"now": _period(trend.now, view), "then": _period(trend.then, view)}


def _period(period: Period, view: View) -> Markup:
    first, last = (time_element(view.words, day) for day in (period.first, period.last))
    return first if first == last else Markup("{} – {}").format(first, last)
