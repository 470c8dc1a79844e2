"""Touchpoints: the list by channel, and a page for each with every step that meets it."""

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
    """How much more it matters to the company than to the customer, -4..4; None when a side is not known."""
    importance = entry.described and entry.described.importance
    if not importance or importance.customer is None or importance.company is None:
        return None
    return importance.company - importance.customer


def touchpoint_pages(site: Site) -> Iterator[Page]:
    """The list, and every touchpoint's page."""
    rows = [_row(site, entry) for entry in site.catalogue.touchpoints.values()]
    rows.sort(key=lambda row: _by_channel(site, row))
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
    channels = dict.fromkeys(row.entry.channel for row in rows if row.entry.channel is not None)
    values = {"title": title, "intro": intro, "rows": rows, "channels": tuple(channels)}
    html = render("touchpoints/list.html", view, searched=False, **values)
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


def _by_channel(site: Site, row: TouchpointRow) -> tuple[bool, tuple[str, str], tuple[str, str]]:
    """By the channels' names, those without a channel last; within a channel by name."""
    channel = site.catalogue.channels.get(row.entry.channel or "")
    name = by_title("", "") if channel is None else by_title(channel.name, channel.id)
    return channel is None, name, by_title(row.entry.name, row.entry.id)


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
        ask=[site.catalogue.owners.get(id_, id_) for id_ in row.met.owners],
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
