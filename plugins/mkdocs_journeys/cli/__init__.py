"""The command `journeys`."""

import click

from mkdocs_journeys import __version__
from mkdocs_journeys.cli.building import build, serve
from mkdocs_journeys.cli.checking import check
from mkdocs_journeys.cli.commands import Commands
from mkdocs_journeys.cli.comparing import diff
from mkdocs_journeys.cli.completing import completion
from mkdocs_journeys.cli.creating import new
from mkdocs_journeys.cli.explaining import explain
from mkdocs_journeys.cli.exporting import export
from mkdocs_journeys.cli.importing import import_
from mkdocs_journeys.cli.schema import schema


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="journeys")
def main() -> None:
    r"""Customer journeys as reviewed text: check them, look at them, publish them.

    \b
    Examples:
      journeys new site our-journeys
      journeys new journey
      journeys check
      journeys serve
    """


main.add_command(check)
main.add_command(explain)
main.add_command(build)
main.add_command(serve)
main.add_command(new)
main.add_command(schema)
main.add_command(completion)
main.add_command(diff)
main.add_command(export)
main.add_command(import_)
