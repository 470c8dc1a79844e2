"""`journeys schema`: JSON Schemas of definitions and of what commands print, and help for an editor."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from mkdocs_journeys.authoring.editors import editor_files
from mkdocs_journeys.authoring.refusals import AlreadyThere, Refusal
from mkdocs_journeys.authoring.schemas import as_json, schema_of, schema_of_all
from mkdocs_journeys.cli.exporting_site import FORCE
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.reading import site_here
from mkdocs_journeys.cli.refusing import refuse, refuse_taken_unless_forced, shown_path
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.cli.writing import write_files
from mkdocs_journeys.definitions import KINDS, Kind, say
from mkdocs_journeys.exchange import journeys_schema
from mkdocs_journeys.exchange.difference import difference_schema
from mkdocs_journeys.exchange.findings import findings_schema
from mkdocs_journeys.languages import Language


def _of_kind(kind: Kind) -> bytes:
    return as_json(schema_of(kind)).encode()


SCHEMAS: Mapping[str, Callable[[], bytes]] = {
    **{kind: partial(_of_kind, kind) for kind in KINDS},
    "journeys": journeys_schema,
    "findings": findings_schema,
    "difference": difference_schema,
}
"""By name, which is the name of its file too: journeys is what `export json` writes, and so on."""


@click.command()
@click.argument("what", required=False, type=click.Choice([*SCHEMAS]), metavar="[WHAT]")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write into this folder: the file of WHAT, else a file for each.",
)
@FORCE
@click.option(
    "--editor", is_flag=True, help="Write help for VS Code into the site; what exists stays as it is."
)
@CONFIG_FILE
@LANG
def schema(
    what: str | None, folder: Path | None, config_file: Path | None, words: Language, *,
    force: bool, editor: bool,
) -> None:  # fmt: skip
    r"""Print what a file may hold, as JSON Schema.

    WHAT is journey, persona, touchpoint or evidence for the front matter of such a file; journeys for what
    journeys export json writes without an id; findings for journeys check --format json; difference for
    journeys diff --format json. Without WHAT it is one schema with all four kinds of front matter in "$defs".

    With --output it goes into files such as journey.schema.json. With --editor, the site gets .vscode with
    settings and snippets, and frontmatter.json with forms for Front Matter CMS.

    \b
    Examples:
      journeys schema > definitions.schema.json
      journeys schema findings > findings.schema.json
      journeys schema --output schemas
      journeys schema --editor

    Exit status: 0 written, 2 used wrongly, as where something is there already.
    """
    if editor and (folder is not None or what is not None or force):
        raise click.UsageError(told(say("--editor goes without WHAT, --output and --force")))
    if editor:
        _write_editor_files(config_file, words)
    elif folder is not None:
        _write_schemas(folder, [what] if what else [*SCHEMAS], words, force=force)
    else:
        click.echo(SCHEMAS[what]() if what else as_json(schema_of_all()).encode(), nl=False)


def _write_schemas(folder: Path, names: list[str], words: Language, *, force: bool) -> None:
    files = {f"{name}.schema.json": SCHEMAS[name]() for name in names}
    for name in files:
        refuse_taken_unless_forced(folder / name, words, force=force)
    try:
        write_files(folder, files, over=force)
    except Refusal as refusal:
        refuse(refusal, words)
    for name in files:
        click.echo(shown_path(folder / name))


def _write_editor_files(config_file: Path | None, words: Language) -> None:
    """Write what is not there yet; status 2 where something was."""
    configuration = site_here(config_file)
    there = False
    for name, text in editor_files(words.tag, configuration.options).items():
        try:
            write_files(configuration.root, {name: text.encode()})
            click.echo(shown_path(configuration.root / name))
        except AlreadyThere as refusal:
            there = True
            click.echo(refusal.message.in_words(words.gettext), err=True)
        except Refusal as refusal:
            refuse(refusal, words)
    if there:
        raise SystemExit(2)
