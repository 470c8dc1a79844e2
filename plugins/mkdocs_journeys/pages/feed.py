"""The Atom feed of changes: `/journeys/feed.xml`. Source of the format: RFC 4287; of its ids: RFC 4151."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from mkdocs_journeys.languages import language
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.news import News
from mkdocs_journeys.pages.page import StaticFile
from mkdocs_journeys.pages.view import Site, View

FEED = "journeys/feed.xml"
_SINCE = "2026"
"""The year in which feeds began to be named like this: a tag names its authority at a time."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEMPLATE = "feed.xml"


def feed_files(site: Site) -> Iterator[StaticFile]:
    """The feed, where there is anything to tell and the site knows its address."""
    if not site.has_feed:
        return
    view = site.view(address_of("journey"), site.catalogue.options.language)
    updated = max(news.commit.stamp for news in site.news)
    xml = render(_TEMPLATE, view, news=site.news, feed=Names(view), updated=updated)
    yield StaticFile(FEED, _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", xml).encode())


def feed_title(site: Site) -> str:
    """What the feed is called where it is offered, in the site's language."""
    return language(site.catalogue.options.language).gettext("What changed in the journeys")


class Names:
    """The addresses and ids of a feed: absolute, because it is read elsewhere."""

    def __init__(self, view: View) -> None:
        self.base = (view.catalogue.options.site_url or "").rstrip("/") + "/"
        self.view = view

    def address(self, path: str) -> str:
        """The address of a page or file of the site."""
        index = "" if self.view.site.directory_urls or not path.endswith("/") else "index.html"
        return self.base + quote(path) + index

    def tag(self, path: str) -> str:
        """A name that stays, whatever becomes of the address."""
        site = urlsplit(self.base)
        return f"tag:{site.hostname},{_SINCE}:{quote(site.path + path)}"

    def page(self, news: News) -> str:
        """The address of the page that changed."""
        return self.address(address_of(news.kind, news.id))

    def name(self, news: News) -> str:
        """The name of one piece of news: the commit, and what the file was called then."""
        return self.tag(f"{news.commit.name}/{news.path}")
