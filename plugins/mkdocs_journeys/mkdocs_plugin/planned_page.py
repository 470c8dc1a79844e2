"""Pages and files of the plan as MkDocs' own kind."""

import os
import re
from html import escape, unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_journeys.pages import page as pages
from mkdocs_journeys.pages.themes import front_matter, with_spaces

_ID = re.compile(r'\sid="([^"]*)"')


class PlannedPage(Page):
    """A page whose content the plan has made: MkDocs neither reads nor converts any Markdown for it."""

    def __init__(self, planned: pages.Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(planned.title), file, config)
        self.planned = planned

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        """What front matter would have said."""
        self.markdown = ""
        self.meta = front_matter(self.planned)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs' signature
        """The plan's content as it is."""
        planned = self.planned
        self.content = with_spaces(planned.html)
        self.toc = TableOfContents([_entry(heading) for heading in planned.headings])
        self.present_anchor_ids = {unescape(found) for found in _ID.findall(planned.html)}


def _entry(heading: pages.Heading) -> AnchorLink:
    link = AnchorLink(escape(heading.text), heading.id, heading.level)
    link.children = [_entry(child) for child in heading.children]
    return link


def page_file(planned: pages.Page, config: MkDocsConfig, root: Path) -> File:
    """The file behind a planned page, its page attached: the definition itself, where there is one."""
    file = _definition(planned.source, config, root) if planned.source else _derived(planned.address, config)
    file.dest_uri = f"{planned.address}index.html"
    PlannedPage(planned, file, config)
    return file


def _definition(source: str, config: MkDocsConfig, root: Path) -> File:
    path = repository_path(source, config, root)
    folder, name = (root, source) if path.startswith("../") else (config.docs_dir, path)
    file = File(name, str(folder), config.site_dir, config.use_directory_urls)
    file.inclusion = InclusionLevel.NOT_IN_NAV
    file.edit_uri = path
    return file


def repository_path(source: str, config: MkDocsConfig, root: Path) -> str:
    """The path of a definition as seen from docs_dir: `../journeys/retail/buying-shoes.md`."""
    return Path(os.path.relpath(root / source, config.docs_dir)).as_posix()


def _derived(address: str, config: MkDocsConfig) -> File:
    return File.generated(config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)


def static_file(planned: pages.StaticFile, config: MkDocsConfig) -> File:
    """A file of the plan that is published as it is."""
    return File.generated(config, planned.address, content=planned.content, inclusion=InclusionLevel.INCLUDED)
