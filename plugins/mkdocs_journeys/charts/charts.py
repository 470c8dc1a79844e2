"""The charts, each from figures and words to bytes. matplotlib is imported when the first one is drawn."""

from collections.abc import Mapping, Sequence
from typing import Literal

from mkdocs_journeys.charts.distribution import draw_distribution
from mkdocs_journeys.charts.drawing import Drawing, Label
from mkdocs_journeys.charts.emotion import draw_emotion, laid_out, titled
from mkdocs_journeys.charts.impact_effort import Plotted, draw_impact_effort
from mkdocs_journeys.charts.map_curve import draw_map_curve, sheet_height
from mkdocs_journeys.charts.picture import MissingGlyphs, Picture
from mkdocs_journeys.charts.series import Series, series
from mkdocs_journeys.charts.slide import Slide, draw_slide, scaled
from mkdocs_journeys.charts.sparkline import draw_sparkline
from mkdocs_journeys.charts.svg import Root, to_svg
from mkdocs_journeys.charts.words import ChartWords, DistributionWords, GridWords
from mkdocs_journeys.insight.curves import Curve
from mkdocs_journeys.insight.distributions import Distribution

SlideForm = Literal["svg", "png", "pdf"]
SLIDE = 1600.0  # px of width
SMALLEST, LARGEST = 1.5, 2.0  # how much larger than the SVG a slide's picture is


def emotion_svg(
    curves: Sequence[Curve], stages: Mapping[str, str], words: ChartWords, *, inside: Curve | None = None,
    prefix: str = "emotion",
) -> bytes:  # fmt: skip
    """The emotion chart as an SVG that stands alone or in a page.

    `stages` gives stage names by id; `inside` is what the company believes. `prefix` starts the chart's two
    ids, which no other picture of the page may have.
    """
    shown = _shown(curves, inside, words)
    root = Root(prefix, titled(shown, words), words.alternative, alone=True, classes="jm-chart jm-emotion")
    return to_svg(draw_emotion(laid_out(shown, stages, words)), root)


def map_curve_svg(
    curves: Sequence[Curve], words: ChartWords, *, inside: Curve | None = None, column: float = 200,
    height: float = 160, prefix: str = "",
) -> bytes:  # fmt: skip
    """The curves for a page's map: as wide as its columns, `column` px each, and `height` px high.

    More than four personas have a plot each, under each other: the sheet is then higher. With a prefix it is
    an image with the title and the text alternative of `words`; without, it has no ids and is hidden from
    screen readers, for a page that says the same in words.
    """
    title, alternative = (words.title, words.alternative) if prefix else ("", "")
    root = Root(prefix, title, alternative, classes="jm-chart jm-map-curve")
    return to_svg(draw_map_curve(_shown(curves, inside, words), column, height, words.lang), root)


def map_curve_height(curves: Sequence[Curve], height: float = 160) -> float:
    """The px of `map_curve_svg`'s sheet with plots of `height` px: more than four personas have one each."""
    return sheet_height(series(curves, None, "", ""), height)


def sparkline_svg(curve: Curve) -> bytes:
    """A curve of 160 by 40 px for a list; hidden from screen readers, since the list says its figures."""
    return to_svg(draw_sparkline(curve), Root(classes="jm-chart jm-sparkline"))


def distribution_svg(distribution: Distribution, words: DistributionWords, *, peak: float = 1) -> bytes:
    """The people at each level as a picture of 160 by 48 px; `peak` is `highest_share` of a page's pictures.

    It is hidden from screen readers, since the page says its figures.
    """
    root = Root(classes="jm-chart jm-distribution")
    return to_svg(draw_distribution(distribution, words, peak), root)


def impact_effort_svg(points: Sequence[Plotted], words: GridWords, *, prefix: str = "impact") -> bytes:
    """Improvements in a grid of impact 1..5 against effort 1..5, as an SVG that stands alone or in a page."""
    root = Root(prefix, words.title, words.alternative, alone=True, classes="jm-chart jm-impact")
    return to_svg(draw_impact_effort(points, words), root)


def emotion_png(
    curves: Sequence[Curve], stages: Mapping[str, str], words: ChartWords, *, inside: Curve | None = None
) -> Picture:
    """The emotion chart as PNG for a slide, on white: 1600 px wide, wider where there are many steps."""
    from mkdocs_journeys.charts.renderers import draw_png  # noqa: PLC0415 - importing matplotlib takes 0.5 s

    drawing = draw_emotion(laid_out(_shown(curves, inside, words), stages, words))
    return Picture(draw_png(drawing, min(max(SLIDE / drawing.width, SMALLEST), LARGEST)), _missing(drawing))


def emotion_slide(
    form: SlideForm, curves: Sequence[Curve], stages: Mapping[str, str], words: ChartWords, slide: Slide,
    *, inside: Curve | None = None,
) -> Picture:  # fmt: skip
    """The emotion chart of exactly the size of `slide`, as SVG with colours that are set, PNG or PDF.

    A PDF's page has 3/4 point for a px, as everywhere in CSS.
    """
    from mkdocs_journeys.charts.renderers import draw_pdf, draw_png  # noqa: PLC0415 - likewise

    shown = _shown(curves, inside, words)
    drawing = draw_slide(shown, stages, words, slide)
    if form == "svg":
        root = Root("emotion", titled(shown, words), words.alternative, fixed=True, classes="jm-chart")
        return Picture(to_svg(drawing, root))
    content = draw_png(drawing, 1) if form == "png" else draw_pdf(scaled(drawing, 0.75))
    return Picture(content, _missing(drawing))


def _shown(curves: Sequence[Curve], inside: Curve | None, words: ChartWords) -> list[Series]:
    return series(curves, inside, words.everyone, words.inside)


def _missing(drawing: Drawing) -> MissingGlyphs | None:
    from mkdocs_journeys.charts.fonts import package_for, without_glyph  # noqa: PLC0415 - likewise

    text = "".join(line for mark in drawing.marks if isinstance(mark, Label) for line in mark.lines)
    characters = without_glyph(text, drawing.lang)
    return MissingGlyphs(characters, package_for(characters)) if characters else None
