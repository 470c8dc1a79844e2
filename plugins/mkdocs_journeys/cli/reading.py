"""The site that a command works with, read, and counted on a terminal while that takes long."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from mkdocs_journeys.catalogue import Catalogue, link
from mkdocs_journeys.cli.configuration import Configuration, find_configuration
from mkdocs_journeys.cli.progress import Progress
from mkdocs_journeys.cli.speaking import spoken, told
from mkdocs_journeys.definitions import Definitions, Finding, read_definitions, say


def site_here(config_file: Path | None) -> Configuration:
    """The site that the command is run in, or whose configuration was named. Error: UsageError."""
    return find_configuration(config_file, Path.cwd())


def read_site(configuration: Configuration) -> Definitions:
    """All definitions of a site. Error: UsageError."""
    with extensions_installed(), Progress(_reading) as count:
        return read_definitions(configuration.root, configuration.options, count)


def linked(definitions: Definitions, *, drafts: bool = False) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The catalogue of what was read, and all findings. Error: UsageError."""
    with extensions_installed():
        return link(definitions, drafts=drafts)


@contextmanager
def extensions_installed() -> Iterator[None]:
    """Say in words that the site names a Markdown extension which is not there. Error: UsageError."""
    try:
        yield
    except ImportError as error:
        message = say("a Markdown extension of the site is not installed: %(name)s", name=str(error))
        raise click.UsageError(told(message)) from error


def _reading(files: int) -> str:
    said = spoken().ngettext("reading %(count)d file...", "reading %(count)d files...", files)
    return said % {"count": files}
