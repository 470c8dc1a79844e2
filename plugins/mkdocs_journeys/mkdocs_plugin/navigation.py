"""The way to the plan's pages in the site's navigation."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from mkdocs.structure.files import File, Files, file_sort_key
from mkdocs.utils import nest_paths

from mkdocs_journeys.pages import NavItem

Entry = str | dict[str, Any]
"""An entry of MkDocs' `nav`: a path, or a title with a path or with entries."""


def navigation(nav: list[Entry] | None, items: Iterable[NavItem], files: Files) -> list[Entry]:
    """The site's `nav`: what its owner wrote, or its hand-written pages, and behind it what is not in it yet."""
    own = _own_pages(files) if nav is None else nav
    named = set(_paths(own))
    return [*own, *(_entry(item, files) for item in items if _path(item.address, files) not in named)]


def _own_pages(files: Files) -> list[Entry]:
    shown = sorted(filter(_is_shown, files.documentation_pages()), key=file_sort_key)
    return [_escaped(entry) for entry in nest_paths(file.src_uri for file in shown)]


def _is_shown(file: File) -> bool:
    return file.page is None and file.inclusion.is_in_nav()


def _escaped(entry: Entry) -> Entry:
    """Titles of sections come from the names of folders, and themes print them as they are."""
    if isinstance(entry, str):
        return entry
    return {escape(title): [_escaped(child) for child in children] for title, children in entry.items()}


def _paths(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav.rstrip("/")
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
