"""The plan of the site: which pages and files there are. Nothing is written here."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.history.changes import Change, Origin, Past, origin_of, read_past
from mkdocs_journeys.insight import Insight
from mkdocs_journeys.pages.addresses import is_absolute
from mkdocs_journeys.pages.asset_files import asset_files
from mkdocs_journeys.pages.channels import channel_pages
from mkdocs_journeys.pages.compare_page import comparison_pages
from mkdocs_journeys.pages.evidence import evidence_pages
from mkdocs_journeys.pages.feed import FEED, feed_files, feed_title
from mkdocs_journeys.pages.health import health_pages
from mkdocs_journeys.pages.improvements import improvement_pages
from mkdocs_journeys.pages.journey_files import catalogue_files, journey_files
from mkdocs_journeys.pages.journey_page import journey_pages
from mkdocs_journeys.pages.journeys_list import journeys_list_pages
from mkdocs_journeys.pages.nav import navigation
from mkdocs_journeys.pages.news import MOST_NEWS, files_of, read_news
from mkdocs_journeys.pages.page import Page, SitePlan, StaticFile
from mkdocs_journeys.pages.personas import persona_files, persona_pages
from mkdocs_journeys.pages.start import start_html
from mkdocs_journeys.pages.touchpoints import touchpoint_pages
from mkdocs_journeys.pages.view import Site

PAGES: tuple[Callable[[Site], Iterable[Page]], ...] = (
    journey_pages,
    journeys_list_pages,
    persona_pages,
    touchpoint_pages,
    channel_pages,
    evidence_pages,
    improvement_pages,
    health_pages,
    comparison_pages,
)
"""One function for each kind of page."""

FILES: tuple[Callable[[Site], Iterable[StaticFile]], ...] = (
    asset_files,
    catalogue_files,
    feed_files,
    journey_files,
    persona_files,
)
"""One function for each kind of file."""


def plan_site(
    insight: Insight,
    *,
    root: Path,
    cache: ChartCache,
    directory_urls: bool = True,
) -> SitePlan:
    """The whole site: pages and files in the order of their addresses.

    `root` is the site's folder, where definitions and photos lie. `cache` keeps drawn charts between builds.
    """
    catalogue = insight.catalogue
    past = _past(catalogue, root)
    news = read_news(catalogue, past, cache, root) if is_absolute(catalogue.options.site_url) else ()
    site = Site(
        insight,
        root,
        cache,
        directory_urls,
        _changes(catalogue, past),
        news,
        origin_of(root) if news else Origin(),
    )
    pages = [page for plan in PAGES for page in plan(site)]
    files = [file for plan in FILES for file in plan(site)]
    return SitePlan(
        pages=tuple(sorted(pages, key=lambda page: page.address)),
        files=tuple(sorted(files, key=lambda file: file.address)),
        nav=navigation(site),
        start_html=start_html(site),
        feed=(FEED, feed_title(site)) if site.has_feed else None,
    )


def _past(catalogue: Catalogue, root: Path) -> Past:
    """The past of the files behind what is published."""
    options = catalogue.options
    folders = (options.journeys, options.personas, options.touchpoints, options.evidence)
    return read_past(root, folders, files_of(catalogue), MOST_NEWS)


def _changes(catalogue: Catalogue, past: Past) -> Mapping[str, Change]:
    """The last change of each definition, by the path of its file; that of its data counts too."""
    changes: dict[str, Change] = {}
    for path, definition in files_of(catalogue).items():
        page, own = definition.source.path, past.changes.get(path)
        if own is not None and (page not in changes or changes[page].day < own.day):
            changes[page] = own
    return changes
