"""The way to the plan's pages in the site's navigation."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import PurePosixPath
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from mkdocs_journeys.mkdocs_plugin.planned_page import PlannedPage
from mkdocs_journeys.pages.page import NavItem

Entry = str | dict[str, Any]
"""An entry of MkDocs' `nav`: a path, or a title with a path or with entries."""


def navigation(nav: list[Entry] | None, items: Iterable[NavItem], files: Files) -> list[Entry]:
    """The site's `nav`, or else its hand-written pages, and behind them what is not there yet."""
    own = _own_pages(files) if nav is None else nav
    named = {_path(path, files) for path in _paths(own)}
    return [*own, *(_entry(item, files) for item in items if _path(item.address, files) not in named)]


def _own_pages(files: Files) -> list[Entry]:
    shown = sorted(filter(_is_shown, files.documentation_pages()), key=file_sort_key)
    paths = nest_paths(file.src_uri for file in shown)  # type: ignore[no-untyped-call] # MkDocs has no type for it
    return [_escaped(entry) for entry in paths]


def _is_shown(file: File) -> bool:
    return file.page is None and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value


def _escaped(entry: Entry) -> Entry:
    """Titles of sections come from the names of folders, and themes print them as they are."""
    if isinstance(entry, str):
        return entry
    return {escape(title): [_escaped(child) for child in children] for title, children in entry.items()}


def _paths(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from _paths(list(nav.values()))
    elif isinstance(nav, list):
        for value in nav:
            yield from _paths(value)


def _entry(item: NavItem, files: Files) -> Entry:
    path = _path(item.address, files)
    if not item.children:
        return {item.title: path}
    return {escape(item.title): [path, *(_entry(child, files) for child in item.children)]}


def _path(address: str, files: Files) -> str:
    file = files.get_file_from_path(address)
    return address if file is None else file.src_uri


def place_below_lists(pages: Iterable[Page | None]) -> None:
    """Make the list of its kind the parent of each planned page that is not in the navigation itself.

    Themes then mark the list while the page is shown, and name it where they show the way to a page.
    """
    planned = [page for page in pages if isinstance(page, PlannedPage)]
    lists = {page.planned.address: page for page in planned}
    for page in planned:
        above = lists.get(page.planned.address.split("/")[0] + "/")
        if page.parent is None and above is not page:
            page.parent = above  # type: ignore[assignment] # MkDocs knows sections only; its templates take either


def place_below_folders(files: Files) -> None:
    """Make the page of its folder the parent of each hand-written page that the site keeps out of its `nav`.

    The page of `guide/findings/J104.md` is `guide/findings/index.md` or else `guide/findings.md`.
    """
    for file in files.documentation_pages(inclusion=_is_kept_out):
        if file.page is not None and file.page.parent is None and not isinstance(file.page, PlannedPage):
            file.page.parent = _page_of_folder(PurePosixPath(file.src_uri), files)  # type: ignore[assignment] # MkDocs knows sections only; its templates take either


def _is_kept_out(inclusion: InclusionLevel) -> bool:
    return inclusion is InclusionLevel.NOT_IN_NAV


def _page_of_folder(path: PurePosixPath, files: Files) -> Page | None:
    """The page nearest to `path` that stands for a folder around it; not the page itself."""
    for folder in path.parents:
        for name in (f"{folder}/index.md", f"{folder}.md"):
            file = files.get_file_from_path(name)
            if name != str(path) and file is not None and file.page is not None:
                return file.page
    return None
