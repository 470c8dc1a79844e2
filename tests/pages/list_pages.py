"""The pages beside the journeys' own, planned for a folder of definitions."""

import os
import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.charts import ChartCache
from mkdocs_journeys.definitions import SiteOptions, read_definitions
from mkdocs_journeys.insight import study
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.plan import PAGES
from mkdocs_journeys.pages.start import start_html
from mkdocs_journeys.pages.view import Site

TODAY = date(2026, 11, 20)
OPTIONS = SiteOptions(repo_url="https://git.example/journeys", edit_uri="edit/main/docs/")
_DRAWING = re.compile(r"<svg\b[^>]*jm-chart.*?</svg>", re.DOTALL)


def site_of(folder: Path, options: SiteOptions = OPTIONS) -> Site:
    """The site in a folder without faults, on a day that does not change, with nothing drawn before."""
    catalogue, findings = link(read_definitions(folder, options), today=TODAY)
    errors = [finding for finding in findings if finding.level == "error"]
    assert not errors, errors
    return Site(study(catalogue), folder, ChartCache(Path(os.devnull) / "cache"))


def list_pages(site: Site) -> dict[str, Page]:
    """All pages by address, without the journeys' own; the front page's part stands at `start/`."""
    kinds = [plan for plan in PAGES if plan.__module__.split(".")[-1] not in OTHERS]
    pages = {page.address: page for kind in kinds for page in kind(site)}
    lang = site.catalogue.options.language
    return {
        **pages,
        "start/": Page(address="start/", title="", lang=lang, html=start_html(site), kind="start"),
    }


OTHERS = ("journey_page", "compare", "compare_page")
"""Modules whose pages have tests of their own."""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """The files, written into a folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def without_drawings(html: str) -> str:
    """The HTML with every chart left out: charts have golden files of their own."""
    return _DRAWING.sub("<svg/>", html)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and those that were not closed as they were opened."""

    EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "rect", "circle", "path", "use"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.crossed: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.crossed += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.EMPTY:
            return
        if not self._open or self._open.pop() != tag:
            self.crossed.append(tag)

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, in the page's order."""
        return [value for _, attributes in self.found if (value := attributes.get(attribute)) is not None]
