"""The plan's pages and files among those of the site."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from mkdocs_journeys.mkdocs_plugin.planned_page import page_file, repository_path, static_file
from mkdocs_journeys.mkdocs_plugin.unpublished import Unpublished
from mkdocs_journeys.pages.addresses import ASSETS
from mkdocs_journeys.pages.page import SitePlan, StaticFile

log = get_plugin_logger("journeys")


class SiteFiles(Files):
    """The site's files, where a page of the plan is found by its address and its place in the repository too.

    `[how they buy](journeys/buying-shoes/)` and `[how they buy](../journeys/retail/buying-shoes.md)` in a
    hand-written page are then links that MkDocs knows and checks.
    """

    def __init__(self, files: Iterable[File], also: Mapping[str, File]) -> None:
        super().__init__(files)
        self._also = also

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path below docs_dir, or else behind another of its names."""
        return super().get_file_from_path(path) or self._also.get(posixpath.normpath(path))


def site_files(
    files: Files, plan: SitePlan, config: MkDocsConfig, root: Path, unpublished: Unpublished
) -> SiteFiles:
    """All files of the site: the hand-written ones without those that are not published, and the plan's."""
    pages = [(page, page_file(page, config, root)) for page in plan.pages]
    ours = [*(file for _, file in pages), *(static_file(file, config) for file in plan.files)]
    names = {page.address.rstrip("/"): file for page, file in pages}
    names |= {repository_path(page.source, config, root): file for page, file in pages if page.source}
    kept = _kept((file for file in files if not unpublished.holds(file)), {file.dest_uri for file in ours})
    return SiteFiles([*kept, *ours], names)


def _kept(files: Iterable[File], taken: set[str]) -> Iterator[File]:
    for file in files:
        if file.dest_uri not in taken:
            yield file
        elif file.is_documentation_page():
            log.warning("'%s' is not published: a page of the journeys has its address", file.src_uri)


def add(files: Files, static: Iterable[StaticFile], config: MkDocsConfig) -> None:
    """Publish further files as they are."""
    for file in static:
        files.append(static_file(file, config))


def add_assets(config: MkDocsConfig, plan: SitePlan) -> None:
    """Load the plan's style sheets and scripts on every page, each by an address that changes with it."""
    for file in plan.files:
        folder, name = posixpath.split(file.address)
        if folder != ASSETS.rstrip("/"):
            continue
        address = f"{file.address}?{sha256(file.content).hexdigest()[:8]}"
        if name.endswith(".css"):
            config.extra_css.append(address)
        elif name.endswith(".js"):
            config.extra_javascript.append(address)
