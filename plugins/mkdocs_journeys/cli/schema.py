"""`journeys schema`: JSON Schemas of the definitions, and help for an editor made out of them."""

from pathlib import Path

import click

from mkdocs_journeys.authoring.editors import editor_files
from mkdocs_journeys.authoring.new_definitions import write
from mkdocs_journeys.authoring.refusals import AlreadyThere, Refusal
from mkdocs_journeys.authoring.schemas import as_json, schema_files, schema_of_all
from mkdocs_journeys.cli.configuration import find_configuration
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.refusing import refuse, shown_path
from mkdocs_journeys.languages import Language


@click.command()
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a file for each kind into this folder.",
)
@click.option(
    "--editor", is_flag=True, help="Write help for VS Code into the site; what exists stays as it is."
)
@CONFIG_FILE
@LANG
def schema(folder: Path | None, config_file: Path | None, words: Language, *, editor: bool) -> None:
    r"""Print what the front matter of a definition may hold, as JSON Schema.

    It is one schema with all four kinds in "$defs"; with --output, the files journey.schema.json,
    persona.schema.json, touchpoint.schema.json and evidence.schema.json, each complete. With --editor it
    writes .vscode with settings and snippets, and frontmatter.json with forms for Front Matter CMS, into the
    site.

    \b
    Examples:
      journeys schema > definitions.schema.json
      journeys schema --output schemas
      journeys schema --editor
    """
    if editor and folder is not None:
        raise click.UsageError("choose --output or --editor")
    if editor:
        _write_editor_files(config_file, words)
    elif folder is not None:
        _write_schemas(folder)
    else:
        click.echo(as_json(schema_of_all()), nl=False)


def _write_schemas(folder: Path) -> None:
    """Write the schemas; older ones are replaced, because nobody writes them by hand."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schema_files().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            click.echo(shown_path(folder / name))
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}") from error


def _write_editor_files(config_file: Path | None, words: Language) -> None:
    """Write what is not there yet; status 1 where something was."""
    configuration = find_configuration(config_file, Path.cwd())
    there = False
    for name, text in editor_files(words.tag, configuration.options).items():
        path = configuration.root / name
        try:
            write({path: text})
            click.echo(shown_path(path))
        except AlreadyThere as refusal:
            there = True
            click.echo(refusal.message.in_words(words.gettext), err=True)
        except Refusal as refusal:
            refuse(refusal, words)
    if there:
        raise SystemExit(1)
