"""Journeys side by side: as it is against as it is to be, and one journey against the one most like it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from mkdocs_journeys.charts import emotion_svg
from mkdocs_journeys.insight import JourneyInsight, StepInsight
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.likeness import Pair, pairs
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.view import Site, View
from mkdocs_journeys.pages.words import chart_words


@dataclass(frozen=True)
class Side:
    """One of the two journeys, with its emotion chart (None: nothing is scored)."""

    insight: JourneyInsight
    curve: Markup | None


@dataclass(frozen=True)
class StepRow:
    """Two steps that stand for each other, or one without a counterpart.

    `change` is the second one's score less the first one's, -4..4.
    """

    one: StepInsight | None
    other: StepInsight | None
    change: float | None


def comparison_pages(site: Site) -> Iterator[Page]:
    """One page for each pair of journeys."""
    return (_page(site, pair) for pair in pairs(site))


def _page(site: Site, pair: Pair) -> Page:
    journeys = site.insight.journeys
    one, other = journeys[pair.one], journeys[pair.other]
    view = site.view(pair.address, site.catalogue.language_of(other.journey), other.journey.source)
    title = view.words.gettext("%(one)s and %(other)s, compared") % {
        "one": one.journey.title,
        "other": other.journey.title,
    }
    html = render(
        "comparison/page.html",
        view,
        searched=False,
        title=title,
        sides=(_side(one, view, "one"), _side(other, view, "other")),
        names=[(one.journey.title, "jm-num"), (other.journey.title, "jm-num")],
        columns=_columns(one, other, view),
        rows=tuple(step_rows(one.steps, other.steps)),
    )
    return Page(pair.address, title, view.lang, html, "comparison", outline(html), search=False, wide=True)


def _columns(one: JourneyInsight, other: JourneyInsight, view: View) -> list[tuple[str, str]]:
    tell = view.words.gettext
    sides = [
        [(side.journey.title, ""), (tell("Emotion"), "jm-num"), (tell("Pains"), "")] for side in (one, other)
    ]
    return [*sides[0], *sides[1], (tell("Change"), "jm-num")]


def _side(insight: JourneyInsight, view: View, prefix: str) -> Side:
    texts = chart_words(insight, view)
    stages = {stage.id: stage.name for stage in insight.journey.stages}
    content = view.site.cache.cached(
        "emotion-svg",
        (insight.curves, insight.inside_curve, stages, texts, prefix),
        lambda: emotion_svg(insight.curves, stages, texts, inside=insight.inside_curve, prefix=prefix),
    )
    drawn = Markup(content.decode()) if insight.lowest else None  # noqa: S704 - drawn by us, its texts escaped
    return Side(insight, drawn)


def step_rows(one: Sequence[StepInsight], other: Sequence[StepInsight]) -> Iterator[StepRow]:
    """The steps of two journeys side by side, in order: those with the same id stand for each other.

    Between two such pairs, what is left on both sides is paired off in order.
    """
    matcher = SequenceMatcher(None, [step.id for step in one], [step.id for step in other], autojunk=False)
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        for index in range(max(end - start, other_end - other_start)):
            left = one[start + index] if start + index < end else None
            right = other[other_start + index] if other_start + index < other_end else None
            yield StepRow(left, right, _change(left, right))


def _change(one: StepInsight | None, other: StepInsight | None) -> float | None:
    if one is None or other is None or one.score is None or other.score is None:
        return None
    return other.score - one.score
