"""Small emotion curves for lists: a shape to compare at a glance; the numbers stand beside it."""

from markupsafe import Markup

from mkdocs_journeys.charts import sparkline_svg
from mkdocs_journeys.insight import Curve
from mkdocs_journeys.pages.view import Site


def small_curve(site: Site, curve: Curve | None) -> Markup | None:
    """The curve as inline SVG, silent to a screen reader; None when nothing is scored."""
    if curve is None or all(point.score is None for point in curve.points):
        return None
    drawn = site.cache.cached("sparkline", [curve], lambda: sparkline_svg(curve))
    return Markup(drawn.decode())  # noqa: S704 - drawn by charts, which escapes its texts
