"""The register of improvements across journeys, and the weak spots that nobody works on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_journeys.charts import GridWords, Plotted, impact_effort_svg
from mkdocs_journeys.definitions import Journey
from mkdocs_journeys.insight import RankedImprovement, StepInsight, WeakSpot
from mkdocs_journeys.pages.edit_links import edit_url
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.meetings import MOST_IN_FULL, Meeting, by_journey
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.view import Site, View

ADDRESS = "improvements/"
CLOSED = ("done", "dropped")
MOST_DRAWN = 30
"""So many improvements are told apart in the picture; those after them are in the table alone."""


@dataclass(frozen=True)
class WeakRow:
    """A weak spot with its step, the owner (id) of its journey, and where the journey is edited."""

    spot: WeakSpot
    step: StepInsight
    owner: str | None
    edit_url: str | None


def improvement_pages(site: Site) -> Iterator[Page]:
    """The one page of the register."""
    view = site.view(ADDRESS, site.catalogue.options.language)
    title = view.words.gettext("Improvements")
    ranked = site.insight.improvements
    weak = weak_rows(view)
    alone = [row for row in weak if not row.spot.attended]
    html = render(
        "improvements/page.html",
        view,
        title=title,
        open=[each for each in ranked if each.improvement.status not in CLOSED],
        closed=[each for each in ranked if each.improvement.status in CLOSED],
        picture=picture(view, plotted(ranked)),
        alone=alone[:MOST_IN_FULL],
        others=_journeys_of(alone[MOST_IN_FULL:]),
        attended=[row for row in weak if row.spot.attended],
        searched=False,
    )
    yield Page(
        address=ADDRESS,
        title=title,
        lang=view.lang,
        html=html,
        kind="improvements",
        headings=outline(html),
        search=False,
        wide=True,
    )


def weak_rows(view: View) -> tuple[WeakRow, ...]:
    """All weak spots, the worst first."""
    return tuple(_weak_row(view, spot) for spot in view.insight.weak_spots)


def _journeys_of(rows: Sequence[WeakRow]) -> tuple[tuple[Meeting, ...], ...]:
    """The steps of weak spots, journey by journey."""
    found = [Meeting(row.step, row.owner) for row in rows]
    return by_journey(sorted(found, key=lambda row: row.step.at.journey.id))


def _weak_row(view: View, spot: WeakSpot) -> WeakRow:
    journey: Journey = view.catalogue.journeys[spot.journey]
    step = view.insight.journeys[spot.journey].step(spot.step)
    return WeakRow(spot, step, view.catalogue.owner_of(journey), edit_url(journey, view))


def plotted(ranked: Sequence[RankedImprovement]) -> tuple[Plotted, ...]:
    """The open improvements with both an impact and an effort, numbered by their rank; the first thirty."""
    points = [point for each in ranked if (point := _point(each)) is not None]
    return tuple(points[:MOST_DRAWN])


def _point(ranked: RankedImprovement) -> Plotted | None:
    it = ranked.improvement
    if it.status in CLOSED or it.impact is None or it.effort is None:
        return None
    return Plotted(ranked.rank, it.title, it.impact, it.effort, evidenced=ranked.evidenced)


def picture(view: View, points: Sequence[Plotted]) -> Markup | None:
    """Impact against effort as inline SVG; None when there is nothing to draw."""
    if not points:
        return None
    words = grid_words(view, points)
    drawn = view.site.cache.cached("impact", [points, words], lambda: impact_effort_svg(points, words))
    return Markup(drawn.decode())  # noqa: S704 - drawn by charts, which escapes its texts


def grid_words(view: View, points: Sequence[Plotted]) -> GridWords:
    """The picture's texts; its title says what it shows: how many improvements promise much for little."""
    tell = view.words.gettext
    easy = [point for point in points if point.impact >= 4 and point.effort <= 2]
    title = view.words.ngettext(
        "%(num)s improvement promises much for little effort",
        "%(num)s improvements promise much for little effort",
        len(easy),
    )
    none = tell("No improvement promises much for little effort")
    return GridWords(
        title=title % {"num": len(easy)} if easy else none,
        alternative=tell(
            "Impact against effort, each from 1 to 5. "
            "The numbers are the ranks in the table, which says the same."
        ),
        impact=tell("Impact"),
        effort=tell("Effort"),
        ends={1: tell("little"), 5: tell("much")},
        assumed=tell("assumed"),
        evidence=tell("evidence"),
        lang=view.lang,
    )
