"""The list of all journeys: one row each, and the hierarchy as a tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from mkdocs_journeys.definitions import Journey
from mkdocs_journeys.insight import JourneyInsight, StepInsight
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.care import Care, care_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.groups import Group, group_of
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.small_curves import small_curve
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.view import Site


@dataclass(frozen=True)
class JourneyRow:
    """What the list says of one journey; `curve` is None when nothing is scored."""

    figures: JourneyInsight
    care: Care
    curve: Markup | None

    @property
    def journey(self) -> Journey:
        """The journey itself."""
        return self.figures.journey

    @property
    def worst(self) -> StepInsight | None:
        """Its first step with the lowest score."""
        return self.figures.step(self.figures.lowest[0]) if self.figures.lowest else None


@dataclass(frozen=True)
class Branch:
    """A journey's place in the tree: `depth` 0 is a journey that is part of none."""

    journey: Journey
    depth: int


def journeys_list_pages(site: Site) -> Iterator[Page]:
    """The one page that lists all journeys."""
    address = address_of("journey")
    view = site.view(address, site.catalogue.options.language)
    title = view.words.gettext("Journeys")
    rows = journey_rows(site)
    html = render(
        "lists/journeys.html",
        view,
        title=title,
        tree=tree(site),
        searched=False,
        **_groups(rows),
        **_choices(site, rows),
    )
    yield Page(
        address=address,
        title=title,
        lang=view.lang,
        html=html,
        kind="journeys",
        headings=outline(html),
        search=False,
        wide=True,
    )


def journey_rows(site: Site) -> tuple[JourneyRow, ...]:
    """All journeys, by title."""
    found = [_row(site, figures) for figures in site.insight.journeys.values()]
    return tuple(sorted(found, key=lambda row: by_title(row.journey.title, row.journey.id)))


def _row(site: Site, figures: JourneyInsight) -> JourneyRow:
    return JourneyRow(figures, care_of(site.catalogue, figures.journey), small_curve(site, figures.curves[0]))


def _groups(rows: tuple[JourneyRow, ...]) -> dict[Group, list[JourneyRow]]:
    groups: dict[Group, list[JourneyRow]] = {"current": [], "future": [], "archived": []}
    for row in rows:
        groups[group_of(row.journey)].append(row)
    return groups


def _choices(site: Site, rows: tuple[JourneyRow, ...]) -> Mapping[str, object]:
    """What the list can be filtered by: only what occurs in it."""
    catalogue = site.catalogue
    owners = {row.care.owner for row in rows if row.care.owner is not None}
    labels = set(chain.from_iterable(row.journey.tags for row in rows))
    personas = set(chain.from_iterable(row.journey.personas for row in rows))
    return {
        "owners": sorted(owners, key=lambda id_: by_title(catalogue.owners.get(id_, id_), id_)),
        "travellers": sorted(personas, key=lambda id_: by_title(catalogue.personas[id_].name, id_)),
        "labels": sorted(labels, key=lambda tag: by_title(tag, tag)),
    }


def tree(site: Site) -> tuple[Branch, ...]:
    """The journeys that contain others or are part of one, each under the one that it is part of.

    Only those of the default view: what is archived has no place in it.
    """
    catalogue = site.catalogue
    shown = {id_ for id_, journey in catalogue.journeys.items() if journey.status != "archived"}
    places = {id_: catalogue.parent_of(id_) for id_ in shown}
    parents = {id_: place.journey for id_, place in places.items() if place and place.journey in shown}
    roots = sorted(set(parents.values()) - parents.keys())
    return tuple(_branches(site, roots, shown))


def _branches(site: Site, roots: list[str], shown: set[str]) -> Iterator[Branch]:
    waiting = [(root, 0) for root in reversed(roots)]
    while waiting:
        journey_id, depth = waiting.pop()
        yield Branch(site.catalogue.journeys[journey_id], depth)
        children = [child for child in site.catalogue.children_of(journey_id) if child in shown]
        waiting.extend((child, depth + 1) for child in reversed(children))
