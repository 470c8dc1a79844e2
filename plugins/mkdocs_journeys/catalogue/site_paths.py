"""Paths in a site: from a link that somebody typed to the page that it means."""

import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

SECTIONS = ("journeys", "personas", "touchpoints", "channels", "evidence", "improvements", "health")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|//")


@dataclass(frozen=True)
class SitePaths:
    """Files of the site's folder and the pages that they become.

    `pages` maps a definition's path to its address, `addresses` holds every generated address, `docs` the
    files of the docs folder by their path in it.
    """

    docs_folder: str
    pages: Mapping[str, str] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    docs: frozenset[str] = frozenset()

    def locate(self, path: str, link: str) -> str | None:
        """Where `link` in the file at `path` leads: `journeys/x/#pays`, `guide/x.md` (of docs), or None."""
        if _SCHEME.match(link):
            return None
        target, mark, fragment = link.partition("#")
        target = unquote(target.partition("?")[0])
        if not target:
            return None
        found = next(filter(None, map(self._known, self._candidates(path, target))), None)
        return None if found is None else f"{found}{mark}{fragment}"

    def _candidates(self, path: str, target: str) -> tuple[str, ...]:
        if target.startswith("/"):
            return (posixpath.join(self.docs_folder, target.strip("/")), target.strip("/"))
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return (beside, posixpath.normpath(posixpath.join(self.docs_folder, target)), target.strip("/"))

    def _known(self, candidate: str) -> str | None:
        if candidate in self.pages:
            return self.pages[candidate]
        inside = candidate.removeprefix(f"{self.docs_folder}/")
        if inside != candidate and inside in self.docs:
            return inside
        for address in (candidate, inside):
            bare = address.removesuffix("/index.html").rstrip("/")
            if f"{bare}/" in self.addresses:
                return f"{bare}/"
            if f"{bare}.md" in self.docs or f"{bare}/index.md" in self.docs:
                return f"{bare}.md" if f"{bare}.md" in self.docs else f"{bare}/index.md"
        return None


def docs_files(root: Path, folder: str) -> frozenset[str]:
    """Every file below the docs folder, by its path in it; links are not followed."""
    top = root / folder
    found = []
    for parent, _, names in os.walk(top):
        relative = Path(parent).relative_to(top).as_posix()
        found += [name if relative == "." else f"{relative}/{name}" for name in names]
    return frozenset(found)
