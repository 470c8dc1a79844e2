"""Files in the docs folder that are not published: definitions, what is of no use beside them, links."""

import posixpath
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from mkdocs_journeys.definitions import Message, SiteOptions, is_ignored, say
from mkdocs_journeys.definitions.pictures import fault_of_picture

_SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf")
"""Endings of files that browsers show without running anything."""


@dataclass(frozen=True)
class LeftOut:
    """Why a file is not published, and how surprising that is; nothing is said of what is no surprise."""

    reason: Message | None = None
    level: Literal["nothing", "note", "warning"] = "nothing"


class DocsFolder:
    """Tells which of the files of the docs folder stay out."""

    def __init__(self, folder: Path, options: SiteOptions) -> None:
        self.folder = folder
        self.options = options
        deep = (_inside(options.docs, each) for each in (options.journeys, options.personas))
        flat = (_inside(options.docs, each) for each in (options.touchpoints, options.evidence))
        self._deep = tuple(filter(None, deep))
        self._folders = (*self._deep, *filter(None, flat))
        self._link = cache(self._link_on_the_way)

    def left_out(self, path: str) -> LeftOut | None:
        """Why the file at `path` below the folder is not published; None for one that is."""
        if link := self._link(path):
            return LeftOut(say("'%(link)s' is a symbolic link", link=link), "warning")
        folder = next((each for each in self._folders if path.startswith(each)), None)
        return None if folder is None else self._beside_definitions(path, folder)

    def _link_on_the_way(self, path: str) -> str:
        """The first symbolic link on the way from the folder to `path`, or nothing."""
        above = posixpath.dirname(path)
        found = self._link(above) if above else ""
        return found or (path if (self.folder / path).is_symlink() else "")

    def _beside_definitions(self, path: str, folder: str) -> LeftOut | None:
        """Whether a file among definitions stays out: all but pictures, PDF and pages in sub-folders."""
        way = path.removeprefix(folder)
        if _is_note(way) or way.lower().endswith(".csv"):
            return LeftOut()
        if way.endswith(".md"):
            return LeftOut() if folder in self._deep or "/" not in way else None
        if self._is_shown(path):
            return None
        return LeftOut(say("beside definitions only pictures and PDF are published"), "note")

    def _is_shown(self, path: str) -> bool:
        ending = posixpath.splitext(path)[1].lower()
        return ending in _SHOWN or (ending == ".svg" and fault_of_picture(self.folder / path) is None)


def _inside(docs: str, folder: str) -> str | None:
    """`folder` as seen from the folder `docs`, with a slash at its end; None where it lies elsewhere."""
    way = posixpath.relpath(folder, docs)
    return None if way == "." or way.split("/")[0] == ".." else f"{way}/"


def _is_note(way: str) -> bool:
    """Whether a path below a folder of definitions is one that nobody reads as a definition."""
    *folders, name = way.split("/")
    return is_ignored(name) or any(map(is_ignored, folders))
