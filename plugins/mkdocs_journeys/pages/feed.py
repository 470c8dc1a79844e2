"""The Atom feed of changes: `/journeys/feed.xml`. Source: RFC 4287; of its ids: RFC 9562, 5.5."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

from mkdocs_journeys.languages import language
from mkdocs_journeys.pages.addresses import address_of
from mkdocs_journeys.pages.environment import render
from mkdocs_journeys.pages.news import News
from mkdocs_journeys.pages.page import StaticFile
from mkdocs_journeys.pages.view import Site, View

FEED = "journeys/feed.xml"
_IDS = UUID("9f4c1f0e-6d0b-4c6f-9a55-0f6f0c3f2b71")
"""The name space of ids: any that nobody else uses. With another one, all entries are new to all readers."""

_UNSEEN = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""What turns the direction of the texts around it, or hides. Joiners stay: spelling needs them."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEMPLATE = "feed.xml"


def feed_files(site: Site) -> Iterator[StaticFile]:
    """The feed, where there is anything to tell and the site knows its address."""
    if not site.has_feed:
        return
    view = site.view(address_of("journey"), site.catalogue.options.language)
    updated = max(news.commit.stamp for news in site.news)
    xml = _UNSEEN.sub("", render(_TEMPLATE, view, news=site.news, feed=Names(view), updated=updated))
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

    @property
    def id(self) -> str:
        """The id of the feed: of this site alone, even where its address is that of a preview."""
        site, origin = urlsplit(self.base), self.view.site.origin
        return _urn("feed", origin.first, origin.folder, f"{site.hostname}{site.path}")

    def page(self, news: News) -> str:
        """The address of the page that changed."""
        return self.address(address_of(news.kind, news.id))

    def name(self, news: News) -> str:
        """The id of one piece of news: the commit, and what the file was called then."""
        return _urn("news", news.commit.name, self.view.site.origin.folder, news.path)


def _urn(*parts: str) -> str:
    return uuid5(_IDS, "\0".join(parts)).urn
