"""`journeys schema`: JSON Schemas of the definitions, and forms for an editor."""

from pathlib import Path

import click

from mkdocs_journeys.authoring.schemas import as_json, schema_files, schema_of_all
from mkdocs_journeys.cli.refusing import shown_path


@click.command()
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a file for each kind into this folder.",
)
def schema(folder: Path | None) -> None:
    r"""Print what the front matter of a definition may hold, as JSON Schema.

    Without --output it is one schema with all four kinds in "$defs"; with it, the files journey.schema.json,
    persona.schema.json, touchpoint.schema.json and evidence.schema.json, each complete.

    \b
    Examples:
      journeys schema > definitions.schema.json
      journeys schema --output schemas
    """
    if folder is None:
        click.echo(as_json(schema_of_all()), nl=False)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schema_files().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            click.echo(shown_path(folder / name))
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}") from error
