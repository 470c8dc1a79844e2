"""What somebody wrote to introduce a list: `docs/touchpoints/index.md` and `docs/evidence/index.md`."""

import html
import re
from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_journeys.definitions import Kind
from mkdocs_journeys.pages.view import Site, View

_TITLE = re.compile(r"\s*<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Introduction:
    """A list's introduction: its own title, if it begins with one, its text, and the file it stands in."""

    title: str = ""
    html: Markup = field(default_factory=Markup)
    source: str | None = None


def introduced_view(site: Site, address: str, kind: Kind) -> View:
    """The view of a list's page, from which links in its introduction start."""
    return site.view(address, site.catalogue.options.language, site.catalogue.introductions.get(kind))


def introduction(view: View) -> Introduction:
    """The introduction of the list that `view` shows; empty where nobody wrote one.

    A body's headings begin at the second level, so that a title at its beginning is one.
    """
    if view.source is None:
        return Introduction()
    content = view.body(view.source)
    title = _TITLE.match(content)
    if title is None:
        return Introduction(html=content, source=view.source.path)
    text = html.unescape(_TAG.sub("", title[1])).strip()
    return Introduction(text, Markup(content[title.end() :]), view.source.path)  # noqa: S704 - the rest of safe HTML
