"""Links of the documentation: each leads somewhere, in the repository as on the site."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import markdown
import pytest

from mkdocs_journeys.catalogue.site_paths import SECTIONS
from tests.conftest import REPOSITORY
from tests.docs.pages import finding_pages_of, pages_of

FINDING_PAGES = finding_pages_of(REPOSITORY)
PAGES = [*pages_of(REPOSITORY), *FINDING_PAGES]
EXTENSIONS = ["attr_list", "fenced_code", "md_in_html", "tables", "toc"]
_LINK = re.compile(r'\s(?:href|src)="([^"]+)"')
_ID = re.compile(r'\sid="([^"]+)"')
_SCHEME = re.compile(r"[a-z]+:")
_THEME_ONLY = {"only-light", "only-dark"}


@cache
def html(page: Path) -> str:
    return markdown.markdown(page.read_text(encoding="utf-8"), extensions=EXTENSIONS)


def is_generated(target: Path) -> bool:
    """Whether the site makes the page or file at a path: a list, or a file of a definition that is there."""
    docs = REPOSITORY / "docs"
    if not target.is_relative_to(docs):
        return False
    section, *rest = target.relative_to(docs).parts
    definitions = {path.stem for path in (REPOSITORY / section).rglob("*.md")}
    return section in SECTIONS and (rest == ["index.md"] or (len(rest) == 2 and rest[0] in definitions))


def fault(page: Path, link: str) -> str | None:
    """What is wrong with a link in a page."""
    path, _, anchor = unquote(unescape(link)).partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.is_file():
        return None if is_generated(target) else f"{path} is not there"
    if anchor and anchor not in _THEME_ONLY and anchor not in _ID.findall(html(target)):
        return f"{target.name} has no place #{anchor}"
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(html(page)) if not _SCHEME.match(link)]
    assert [found for link in links if (found := fault(page, link))] == []


def test_a_link_that_leads_nowhere_would_be_found() -> None:
    page = REPOSITORY / "docs/guide/index.md"
    assert fault(page, "nowhere.md") == "nowhere.md is not there"
    assert fault(page, "findings.md#J999") == "findings.md has no place #J999"
    assert fault(page, "../journeys/nobody/emotion.svg")
    assert fault(page, "findings.md#J104") is None


def test_no_heading_stands_twice_in_a_page_of_the_guide() -> None:
    for page in PAGES:
        if page.is_relative_to(REPOSITORY / "docs"):
            assert not re.findall(r'\sid="[^"]+_\d+"', html(page)), page


def test_the_guides_first_page_leads_to_every_other() -> None:
    guide = REPOSITORY / "docs/guide"
    pages = set(guide.rglob("*.md")) - set(FINDING_PAGES)
    assert pages - linked_from(guide / "index.md") == {guide / "index.md"}


def test_every_page_of_a_finding_is_reached_from_the_list_of_its_language() -> None:
    for page in FINDING_PAGES:
        english = page.parent.name == "findings"
        list_of_all = page.parent.parent / "findings.md" if english else page.parent / "index.md"
        if page == list_of_all:
            assert page in linked_from(REPOSITORY / "docs/guide/findings.md")
        else:
            assert page in linked_from(list_of_all)
            assert list_of_all in linked_from(page)


def test_a_finding_explained_in_several_languages_leads_from_each_to_each() -> None:
    for page in FINDING_PAGES:
        others = {other for other in FINDING_PAGES if other.name == page.name} - {page}
        assert others <= linked_from(page)


@cache
def linked_from(page: Path) -> frozenset[Path]:
    """Files that a page links to."""
    return frozenset((page.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(html(page)))
