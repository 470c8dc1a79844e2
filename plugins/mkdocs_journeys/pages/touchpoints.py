"""Touchpoints: the list by channel, and a page for each with every step that meets it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalogue import TouchpointEntry
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.care import care_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.introduction import introduced_view, introduction
from mkdocs_journeys.pages.meetings import Meetings, meetings
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.view import Site


@dataclass(frozen=True)
class TouchpointRow:
    """A touchpoint in the list; `mean` is -2..2."""

    entry: TouchpointEntry
    met: Meetings
    mean: float | None
    owner: str | None

    @property
    def difference(self) -> int | None:
        """How much more it matters to the company than to the customer, -4..4."""
        return difference(self.entry)


def difference(entry: TouchpointEntry) -> int | None:
    """How much more a touchpoint matters to the company than to the customer, -4..4; None when one is not known."""
    importance = entry.described and entry.described.importance
    if not importance or importance.customer is None or importance.company is None:
        return None
    return importance.company - importance.customer


def touchpoint_pages(site: Site) -> Iterator[Page]:
    """The list, and every touchpoint's page."""
    rows = [_row(site, entry) for entry in site.catalogue.touchpoints.values()]
    rows.sort(key=lambda row: by_title(row.entry.name, row.entry.id))
    yield _list_page(site, rows)
    for row in rows:
        yield _touchpoint_page(site, row)


def _row(site: Site, entry: TouchpointEntry) -> TouchpointRow:
    owner = None if entry.described is None else site.catalogue.owner_of(entry.described)
    return TouchpointRow(entry, meetings(site, entry.steps), site.insight.touchpoint_means[entry.id], owner)


def _list_page(site: Site, rows: list[TouchpointRow]) -> Page:
    address = address_of("touchpoint")
    view = introduced_view(site, address, "touchpoint")
    title = view.words.gettext("Touchpoints")
    intro = introduction(view)
    html = render("touchpoints/list.html", view, title=title, intro=intro, groups=_by_channel(site, rows), searched=False)
    return Page(
        address=address,
        title=intro.title or title,
        lang=view.lang,
        html=html,
        kind="touchpoints",
        headings=outline(html),
        source=intro.source,
        search=False,
        wide=True,
    )


def _by_channel(site: Site, rows: list[TouchpointRow]) -> list[tuple[str | None, list[TouchpointRow]]]:
    """The rows under their channel's id, by the channels' names; those without a channel come last."""
    groups: defaultdict[str | None, list[TouchpointRow]] = defaultdict(list)
    for row in rows:
        groups[row.entry.channel].append(row)
    channels = site.catalogue.channels
    return sorted(
        groups.items(), key=lambda group: (group[0] is None, by_title(channels[group[0]].name if group[0] else "", group[0] or ""))
    )


def _touchpoint_page(site: Site, row: TouchpointRow) -> Page:
    entry = row.entry
    described = entry.described
    options = site.catalogue.options
    address = address_of("touchpoint", entry.id)
    lang = options.language if described is None else site.catalogue.language_of(described)
    view = site.view(address, lang, None if described is None else described.source)
    html = render(
        "touchpoints/touchpoint.html",
        view,
        row=row,
        entry=entry,
        described=described,
        care=None if described is None else care_of(site.catalogue, described),
        body="" if described is None else view.body(described.source),
        searched=True,
    )
    return Page(
        address=address,
        title=entry.name,
        lang=view.lang,
        html=html,
        kind="touchpoint",
        headings=outline(html),
        source=None if described is None else described.source.path,
        wide=True,
    )
