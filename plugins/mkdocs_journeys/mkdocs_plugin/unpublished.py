"""Files below docs_dir that are not published: definitions, what is of no use beside them, symbolic links."""

import logging
import posixpath
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.definitions.pictures import fault_of_picture

log = get_plugin_logger("journeys")
_SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf")
"""Endings of files that browsers show without running anything."""


class Unpublished:
    """Tells which of the files that MkDocs found stay out, and says so where it may surprise."""

    def __init__(self, config: MkDocsConfig, options: SiteOptions) -> None:
        self.docs_dir = config.docs_dir
        deep = (_inside(options.docs, folder) for folder in (options.journeys, options.personas))
        flat = (_inside(options.docs, folder) for folder in (options.touchpoints, options.evidence))
        self._deep = tuple(filter(None, deep))
        self._folders = (*self._deep, *filter(None, flat))
        self._link = cache(self._link_on_the_way)

    def holds(self, file: File) -> bool:
        """Whether `file` is not published."""
        if file.src_dir != self.docs_dir:
            return False
        if link := self._link(file.src_uri):
            _tell(file, logging.WARNING, f"'{link}' is a symbolic link")
            return True
        folder = next((each for each in self._folders if file.src_uri.startswith(each)), None)
        return folder is not None and self._beside_definitions(file, folder)

    def _link_on_the_way(self, path: str) -> str:
        """The first symbolic link on the way from docs_dir to `path`, or nothing."""
        above = posixpath.dirname(path)
        found = self._link(above) if above else ""
        return found or (path if Path(self.docs_dir, path).is_symlink() else "")

    def _beside_definitions(self, file: File, folder: str) -> bool:
        """Whether a file among definitions stays out: all but pictures, PDF and pages in sub-folders."""
        way = file.src_uri.removeprefix(folder)
        if _is_note(way) or way.lower().endswith(".csv"):
            return True
        if way.endswith(".md"):
            return folder in self._deep or "/" not in way
        if self._is_shown(file.src_uri):
            return False
        _tell(file, logging.INFO, "beside definitions only pictures and PDF are")
        return True

    def _is_shown(self, path: str) -> bool:
        ending = posixpath.splitext(path)[1].lower()
        return ending in _SHOWN or (ending == ".svg" and fault_of_picture(Path(self.docs_dir, path)) is None)


def _tell(file: File, level: int, reason: str) -> None:
    """Say why `file` stays out, unless the site leaves it out anyway."""
    if file.inclusion is not InclusionLevel.EXCLUDED:
        log.log(level, "'%s' is not published: %s", file.src_uri, reason)


def _inside(docs: str, folder: str) -> str | None:
    """`folder` as seen from the folder `docs`, with a slash at its end; None where it lies elsewhere."""
    way = posixpath.relpath(folder, docs)
    return None if way == "." or way.split("/")[0] == ".." else f"{way}/"


def _is_note(way: str) -> bool:
    """Whether a path below a folder of definitions is one that nobody reads as a definition."""
    *folders, name = way.split("/")
    return name == "README.md" or any(part.startswith(("_", ".")) for part in (*folders, name))
