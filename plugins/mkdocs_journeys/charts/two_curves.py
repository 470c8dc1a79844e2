"""Two curves of one journey against each other, as SVG: two sides of it, or then and now."""

from collections.abc import Mapping

from mkdocs_journeys.charts.emotion import Layout, draw_emotion, titled
from mkdocs_journeys.charts.map_curve import draw_map_curve
from mkdocs_journeys.charts.palette import SIDES
from mkdocs_journeys.charts.series import Series
from mkdocs_journeys.charts.svg import Root, to_svg
from mkdocs_journeys.charts.text_layout import clean
from mkdocs_journeys.charts.words import ChartWords, ComparisonWords
from mkdocs_journeys.insight.trend import Trend
from mkdocs_journeys.insight.views import Comparison


def comparison_map_svg(
    comparison: Comparison, words: ComparisonWords, *, column: float = 200, height: float = 160
) -> bytes:
    """Two sides of a journey for a page's map, as `map_curve_svg` draws its curves, the gap between shaded.

    It has no ids and is hidden from screen readers, for a page that says the same in words.
    """
    root = Root(classes="jm-chart jm-map-curve jm-two-curves")
    return to_svg(draw_map_curve(_sides(comparison, words), column, height, words.lang, gap=True), root)


def trend_svg(
    trend: Trend, stages: Mapping[str, str], words: ComparisonWords, *, prefix: str = "trend"
) -> bytes:
    """Then and now as an SVG that stands alone or in a page, what changed between them shaded.

    `words.first` names then, `words.second` names now; `stages` gives stage names by id. `prefix` starts the
    chart's two ids, which no other picture of the page may have.
    """
    shown, texts = _periods(trend, words), _texts(words)
    root = Root(prefix, titled(shown, texts), words.alternative, alone=True, classes="jm-chart jm-two-curves")
    layout = Layout(shown, shown[0].curve.points, stages, texts, gap=words.gap)
    return to_svg(draw_emotion(layout), root)


def _sides(comparison: Comparison, words: ComparisonWords) -> list[Series]:
    """Both sides, one as bold as the other."""
    return [
        Series(comparison.first, SIDES[0], "jm-side-first", clean(words.first)),
        Series(comparison.second, SIDES[1], "jm-side-second", clean(words.second)),
    ]


def _periods(trend: Trend, words: ComparisonWords) -> list[Series]:
    """Then, small and thin, and now."""
    return [
        Series(trend.then_curve, SIDES[0], "jm-side-first jm-then", clean(words.first), behind=True),
        Series(trend.now_curve, SIDES[1], "jm-side-second jm-now", clean(words.second)),
    ]


def _texts(words: ComparisonWords) -> ChartWords:
    """The texts that the chart shares with that of one curve; of kinds of score its legend says nothing."""
    return ChartWords(
        title=words.title,
        levels=words.levels,
        alternative=words.alternative,
        nothing_scored="",
        assumed="",
        evidence="",
        lang=words.lang,
    )
