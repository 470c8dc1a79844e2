"""The site's front page, where nobody has written one, or nothing else can be shown."""

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

_PATH = "index.md"


def ensure(files: Files, config: MkDocsConfig) -> None:
    """Add an empty front page where there is none, for the journeys' state to be shown on."""
    if not any(file.dest_uri == "index.html" for file in files):
        files.append(_front_page(config))


def alone(config: MkDocsConfig) -> Files:
    """A site of nothing but a front page."""
    return Files([_front_page(config)])


def _front_page(config: MkDocsConfig) -> File:
    content = f"# {escape(config.site_name)}\n"
    return File.generated(config, _PATH, content=content, inclusion=InclusionLevel.INCLUDED)
