"""`journeys new`: a file with notes for somebody who has never written one."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from mkdocs_journeys.authoring.new_definitions import NewDefinition, path_of, text_of
from mkdocs_journeys.authoring.refusals import NotPossible, Refusal
from mkdocs_journeys.cli.asking import at_terminal
from mkdocs_journeys.cli.commands import Commands
from mkdocs_journeys.cli.completing import IdsOf, complete_folders
from mkdocs_journeys.cli.configuration import Configuration, file_above
from mkdocs_journeys.cli.interview import answered
from mkdocs_journeys.cli.new_site import site
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG, is_given
from mkdocs_journeys.cli.reading import read_site, site_here
from mkdocs_journeys.cli.refusing import as_argument, refuse, shown_path
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.cli.wishes import Place, Wishes, definition_of
from mkdocs_journeys.cli.writing import write_files
from mkdocs_journeys.definitions import METHODS, Kind, say, visible
from mkdocs_journeys.languages import Language

_ELSEWHERE = frozenset({"words", "config_file", "stdout"})
"""Parameters of a command that say nothing about the file."""


@click.group(name="new", cls=Commands)
def new() -> None:
    r"""Write a new file, or a new site, with notes that say what to fill in.

    At a terminal, what is not said is asked for. Nothing that exists is ever replaced.

    \b
    Examples:
      journeys new journey
      journeys new journey "Buying running shoes" --persona lena
      journeys new site our-journeys --lang ru

    Exit status: 0 written, 2 used wrongly, as where something is there already.
    """


Command = Callable[..., Any]


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_NAME = click.argument("name", required=False)
_ID = click.option(
    "--id", "id_", metavar="ID", help="The file's name without .md; default: made from the name."
)
_OWNER = click.option("--owner", metavar="NAME", help="The team or person who keeps it true.")
_FOLDER = click.option(
    "--folder",
    metavar="FOLDER",
    shell_complete=complete_folders,
    help="A folder below that of its kind, such as retail.",
)
_EVIDENCE = click.option(
    "--evidence",
    "-e",
    multiple=True,
    metavar="ID",
    shell_complete=IdsOf("evidence"),
    help="Research behind it; may be given several times.",
)
_STDOUT = click.option("--stdout", is_flag=True, help="Print the file, and write nothing.")
_COMMON = _options(_ID, _OWNER, _STDOUT, CONFIG_FILE, LANG)


@new.command()
@_NAME
@click.option(
    "--persona",
    "-p",
    "personas",
    multiple=True,
    metavar="ID",
    shell_complete=IdsOf("persona"),
    help="Who travels it; may be given several times.",
)
@click.option("--new-persona", metavar="NAME", help="Write a persona of this name too, who travels it.")
@click.option(
    "--touchpoint",
    "-t",
    "touchpoints",
    multiple=True,
    metavar="ID",
    shell_complete=IdsOf("touchpoint"),
    help="What is met at the first step.",
)
@_EVIDENCE
@_FOLDER
@_COMMON
@click.pass_context
def journey(context: click.Context, /, **typed: Any) -> None:
    r"""Write a new journey.

    It needs somebody who travels it: with no --persona, the first persona that there is, or a new one.

    \b
    Examples:
      journeys new journey
      journeys new journey "Buying running shoes" --persona lena --touchpoint web-shop
      journeys new journey "Покупка кроссовок" --new-persona "Лена" --lang ru
    """
    _create(context, "journey", typed)


@new.command()
@_NAME
@_EVIDENCE
@_FOLDER
@_COMMON
@click.pass_context
def persona(context: click.Context, /, **typed: Any) -> None:
    r"""Write a new persona.

    \b
    Examples:
      journeys new persona "Lena Brandt"
      journeys new persona "Lena Brandt" --id lena --owner Research
    """
    _create(context, "persona", typed)


@new.command()
@_NAME
@_COMMON
@click.pass_context
def touchpoint(context: click.Context, /, **typed: Any) -> None:
    r"""Write the description of a touchpoint.

    \b
    Examples:
      journeys new touchpoint "Web shop"
      journeys new touchpoint "Web shop" --owner "Web team"
    """
    _create(context, "touchpoint", typed)


@new.command()
@_NAME
@click.option(
    "--method",
    "-m",
    type=click.Choice(METHODS),
    metavar="METHOD",
    help=f"How the research was done: {', '.join(METHODS)}; default: assumption.",
)
@_COMMON
@click.pass_context
def evidence(context: click.Context, /, **typed: Any) -> None:
    r"""Write a new piece of evidence: where something is known from.

    \b
    Examples:
      journeys new evidence "Interviews with returning runners" --method interview
      journeys new evidence "A morning at the counter" --method observation --id counter-2026
    """
    _create(context, "evidence", typed)


def _create(context: click.Context, kind: Kind, typed: Mapping[str, Any]) -> None:
    words: Language = typed["words"]
    lang = words.tag if is_given(context, "words") else None
    wishes = Wishes(kind, lang, **{key: value for key, value in typed.items() if key not in _ELSEWHERE})
    configuration = _site_of(typed["config_file"])
    place = Place.of(read_site(configuration))
    try:
        wishes = _whole(wishes, place, words)
        wanted = definition_of(wishes, place)
        each = [wanted.also, wanted] if wanted.also else [wanted]
        files = {path_of(one, place.root, place.options): text_of(one, place.site) for one in each}
        if typed["stdout"]:
            click.echo("".join(files.values()), nl=False)
            return
        write_files(place.root, {_path_in(place, path): text.encode() for path, text in files.items()})
    except Refusal as refusal:
        refuse(refusal, words)
    _report(wishes, wanted, [shown_path(path) for path in files], words)


def _path_in(place: Place, file: Path) -> str:
    return file.relative_to(place.root).as_posix()


def _site_of(config_file: Path | None) -> Configuration:
    """The site in which the person works. Error: UsageError, with how to begin one."""
    try:
        return site_here(config_file)
    except click.UsageError as error:
        if config_file is not None or file_above(Path.cwd()) is not None:
            raise
        message = say("there is no site here; journeys new site DIR writes a new one")
        raise click.UsageError(told(message)) from error


def _whole(wishes: Wishes, place: Place, words: Language) -> Wishes:
    """The wishes with what is needed: asked for at a terminal where no name was given. Error: NotPossible."""
    if wishes.name is not None:
        return wishes
    if at_terminal():
        return answered(wishes, place, words)
    raise NotPossible(say('say what it is called: journeys new %(kind)s "NAME"', kind=wishes.kind))


def _report(wishes: Wishes, wanted: NewDefinition, paths: list[str], words: Language) -> None:
    """The paths on standard output; what was decided and what to do next on standard error."""
    _ = words.gettext
    click.echo("\n".join(paths))
    if wishes.id_ is None:
        _say(_("Its id is %(id)s, made from the name; other files name it so."), id=wanted.id)
    if wanted.kind == "journey" and not wishes.personas and wishes.new_persona is None:
        _say(_("%(persona)s travels it for now; change that in the file."), persona=wanted.personas[0])
    if wanted.kind == "evidence" and wanted.method == "assumption":
        _say(_("Its method is assumption until you write how it was done."))
    _say(_("Fill it in, then:"))
    for command in (f"journeys check {' '.join(map(as_argument, paths))}", "journeys serve"):
        _say("  %(command)s", command=command)


def _say(text: str, **values: str) -> None:
    click.echo(text % {name: visible(value) for name, value in values.items()}, err=True)


new.add_command(site)
