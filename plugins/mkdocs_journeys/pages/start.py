"""The front page's own part: the state of all journeys at a glance."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journeys.insight import Insight, JourneyInsight
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.improvements import weak_rows
from mkdocs_journeys.pages.small_curves import small_curve
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.view import Site

MOST_CURVES = 24
MOST_WEAK = 5


@dataclass(frozen=True)
class Glance:
    """A journey at a glance; `curve` is None when nothing is scored."""

    figures: JourneyInsight
    curve: Markup | None


def start_html(site: Site) -> str:
    """What is appended to the front page, in the site's language."""
    view = site.view("", site.catalogue.options.language)
    lived = lived_journeys(site.insight)
    return render(
        "start/block.html",
        view,
        lived=lived,
        coverage=coverage(lived),
        weak=weak_rows(view)[:MOST_WEAK],
        glances=[Glance(figures, small_curve(site, figures.curves[0])) for figures in _shown(lived)],
    )


def lived_journeys(insight: Insight) -> list[JourneyInsight]:
    """The journeys as they are, neither archived nor drafts, by title."""
    listed = (journey for journey in insight.catalogue.listed() if journey.state == "current")
    return sorted((insight.journeys[journey.id] for journey in listed), key=_by_title)


def _by_title(figures: JourneyInsight) -> tuple[str, str]:
    return by_title(figures.journey.title, figures.journey.id)


def _shown(lived: list[JourneyInsight]) -> list[JourneyInsight]:
    """All journeys by title, or, of many, those whose mood is worst."""
    if len(lived) <= MOST_CURVES:
        return lived
    return sorted(lived, key=lambda figures: (figures.mean is None, figures.mean or 0.0))[:MOST_CURVES]


def coverage(journeys: Iterable[JourneyInsight]) -> float | None:
    """The share (0..1) of evidenced steps among all scored ones; None when nothing is scored."""
    scored = [step.feeling for figures in journeys for step in figures.steps if step.feeling is not None]
    return sum(feeling.evidenced for feeling in scored) / len(scored) if scored else None
