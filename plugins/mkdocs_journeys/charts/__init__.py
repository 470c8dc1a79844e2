"""Charts: pure functions from an insight's curves to SVG, PNG or PDF; the palette; the cache."""

from mkdocs_journeys.charts.cache import ChartCache
from mkdocs_journeys.charts.charts import (
    SlideForm,
    distribution_svg,
    emotion_png,
    emotion_slide,
    emotion_svg,
    impact_effort_svg,
    map_curve_height,
    map_curve_svg,
    sparkline_svg,
)
from mkdocs_journeys.charts.distribution import highest_share
from mkdocs_journeys.charts.impact_effort import Plotted
from mkdocs_journeys.charts.picture import MissingGlyphs, Picture
from mkdocs_journeys.charts.slide import Slide
from mkdocs_journeys.charts.two_curves import comparison_map_svg, trend_svg
from mkdocs_journeys.charts.words import ChartWords, ComparisonWords, DistributionWords, GapNames, GridWords

__all__ = [
    "ChartCache",
    "ChartWords",
    "ComparisonWords",
    "DistributionWords",
    "GapNames",
    "GridWords",
    "MissingGlyphs",
    "Picture",
    "Plotted",
    "Slide",
    "SlideForm",
    "comparison_map_svg",
    "distribution_svg",
    "emotion_png",
    "emotion_slide",
    "emotion_svg",
    "highest_share",
    "impact_effort_svg",
    "map_curve_height",
    "map_curve_svg",
    "sparkline_svg",
    "trend_svg",
]
