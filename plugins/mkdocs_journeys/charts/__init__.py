"""Charts: pure functions from an insight's curves to SVG, PNG or PDF; the palette; the cache."""

from mkdocs_journeys.charts.cache import ChartCache
from mkdocs_journeys.charts.charts import (
    SlideForm,
    emotion_png,
    emotion_slide,
    emotion_svg,
    impact_effort_svg,
    map_curve_height,
    map_curve_svg,
    sparkline_svg,
)
from mkdocs_journeys.charts.impact_effort import Plotted
from mkdocs_journeys.charts.picture import MissingGlyphs, Picture
from mkdocs_journeys.charts.slide import Slide
from mkdocs_journeys.charts.words import ChartWords, GridWords

__all__ = [
    "ChartCache",
    "ChartWords",
    "GridWords",
    "MissingGlyphs",
    "Picture",
    "Plotted",
    "Slide",
    "SlideForm",
    "emotion_png",
    "emotion_slide",
    "emotion_svg",
    "impact_effort_svg",
    "map_curve_height",
    "map_curve_svg",
    "sparkline_svg",
]
