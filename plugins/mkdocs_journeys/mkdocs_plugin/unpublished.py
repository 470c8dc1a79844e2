"""Files below docs_dir that are not published, told in MkDocs' log where that may surprise."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.pages.docs_folder import DocsFolder

log = get_plugin_logger("journeys")
_LEVELS = {"note": logging.INFO, "warning": logging.WARNING}


class Unpublished:
    """Tells which of the files that MkDocs found stay out, and says so where it may surprise."""

    def __init__(self, config: MkDocsConfig, options: SiteOptions) -> None:
        self.docs_dir = config.docs_dir
        self.docs = DocsFolder(Path(config.docs_dir), options)

    def holds(self, file: File) -> bool:
        """Whether `file` is not published."""
        left_out = self.docs.left_out(file.src_uri) if file.src_dir == self.docs_dir else None
        if left_out is None:
            return False
        if left_out.level in _LEVELS and file.inclusion is not InclusionLevel.EXCLUDED:
            level = _LEVELS[left_out.level]
            log.log(level, "'%s' is not published: %s", file.src_uri, left_out.reason)
        return True
