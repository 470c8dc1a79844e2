"""`journeys export`: out of the catalogue, for other programs."""

import click

from mkdocs_journeys.cli.commands import Commands
from mkdocs_journeys.cli.exporting_chart import export_chart
from mkdocs_journeys.cli.exporting_data import export_csv, export_json, export_mermaid
from mkdocs_journeys.cli.exporting_markdown import export_markdown


@click.group(cls=Commands)
def export() -> None:
    r"""Take journeys along to other programs.

    Data go to standard output or into a file, all else to standard error.

    \b
    Examples:
      journeys export json buying-shoes > buying-shoes.json
      journeys export csv buying-shoes --output buying-shoes.csv
      journeys export mermaid buying-shoes
      journeys export chart buying-shoes --output slide.png
      journeys export markdown --output plain-site
    """


for _command in (export_json, export_csv, export_mermaid, export_chart, export_markdown):
    export.add_command(_command)
