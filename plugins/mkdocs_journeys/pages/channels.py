"""Channels: the list, and a page for each with its touchpoints and steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalogue import Channel
from mkdocs_journeys.definitions import make_id
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.meetings import MOST_IN_FULL, Meetings, by_journey, meetings
from mkdocs_journeys.pages.outline import outline
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.sorting import by_title
from mkdocs_journeys.pages.view import Site


@dataclass(frozen=True)
class ChannelRow:
    """A channel in the list; `mean` is -2..2; `personas` maps who uses it to how much, 0..5."""

    channel: Channel
    met: Meetings
    mean: float | None
    personas: dict[str, float]


def channel_pages(site: Site) -> Iterator[Page]:
    """The list, and every channel's page."""
    users, means = _users(site), site.insight.channel_means
    rows = [
        ChannelRow(channel, meetings(site, channel.steps), means[id_], users.get(id_, {}))
        for id_, channel in site.catalogue.channels.items()
    ]
    rows.sort(key=lambda row: by_title(row.channel.name, row.channel.id))
    yield _list_page(site, rows)
    for row in rows:
        yield _channel_page(site, row)


def _users(site: Site) -> dict[str, dict[str, float]]:
    """Channel ids to the personas that say how much they use it, those who use it most first."""
    found: dict[str, dict[str, float]] = {}
    for persona in site.catalogue.personas.values():
        for name, use in persona.channels.items():
            found.setdefault(make_id(name) or name, {})[persona.id] = use
    return {id_: dict(sorted(users.items(), key=lambda user: -user[1])) for id_, users in found.items()}


def _list_page(site: Site, rows: list[ChannelRow]) -> Page:
    address = address_of("channel")
    view = site.view(address, site.catalogue.options.language)
    title = view.words.gettext("Channels")
    html = render("channels/list.html", view, title=title, rows=rows, searched=False)
    return Page(
        address=address, title=title, lang=view.lang, html=html, kind="channels", search=False, wide=True
    )


def _channel_page(site: Site, row: ChannelRow) -> Page:
    address = address_of("channel", row.channel.id)
    view = site.view(address, site.catalogue.options.language)
    steps = row.met.lived + row.met.planned
    journeys = by_journey(steps) if len(steps) > MOST_IN_FULL else ()
    html = render("channels/channel.html", view, row=row, journeys=journeys, searched=True)
    return Page(
        address=address,
        title=row.channel.name,
        lang=view.lang,
        html=html,
        kind="channel",
        headings=outline(html),
        wide=True,
    )
