"""`journeys import`: a definition from another format."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from mkdocs_journeys.authoring.refusals import Refusal
from mkdocs_journeys.cli.commands import Commands
from mkdocs_journeys.cli.completing import IdsOf
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.reading import read_site, site_here
from mkdocs_journeys.cli.refusing import refuse
from mkdocs_journeys.cli.speaking import told
from mkdocs_journeys.cli.writing import write_files
from mkdocs_journeys.definitions import in_words, is_id, is_language, say, visible
from mkdocs_journeys.exchange.importing import (
    LARGEST_FILE,
    Draft,
    Imported,
    NothingToRead,
    Remark,
    Remarks,
    Scale,
    SiteNames,
    UnclearWish,
    Wishes,
    apart,
    check_wishes,
    chosen,
    define,
    import_mermaid,
    import_own_json,
    import_own_table,
    import_table,
    read_bytes,
    within_limit,
)
from mkdocs_journeys.languages import Language


@click.group("import", cls=Commands)
def import_() -> None:
    r"""Make a definition from a journey that was written elsewhere.

    It goes to standard output; what could not be carried over, and what was guessed, to standard error.

    \b
    Examples:
      journeys import csv workshop.xlsx --output journeys/buying-shoes.md
      journeys import table notes.md --persona lena
      journeys import mermaid day.mmd --persona Me=lena

    Exit status: 0 read (there may be warnings), 1 nothing could be read, 2 used wrongly, as where something
    is there already.
    """


def _persona(context: click.Context, parameter: click.Parameter, typed: Sequence[str]) -> Sequence[str]:  # noqa: ARG001 - what click calls
    for persona in typed:
        if not is_id(persona.rpartition("=")[2]):
            message = say(
                '"%(typed)s" is no persona\'s id, like lena, and no name with one, like Me=lena',
                typed=visible(persona),
            )
            raise click.BadParameter(told(message))
    return typed


def _tag(context: click.Context, parameter: click.Parameter, tag: str | None) -> str | None:  # noqa: ARG001 - what click calls
    if tag is not None and not is_language(tag):
        message = say(
            '"%(tag)s" is no language; write a tag like en, zh-Hans, zh-Hant or ru', tag=visible(tag)
        )
        raise click.BadParameter(told(message))
    return tag


def _scale(context: click.Context, parameter: click.Parameter, typed: str | None) -> Scale | None:  # noqa: ARG001 - what click calls
    if typed is None:
        return None
    try:
        low, high = (float(part) for part in typed.split(".."))
    except ValueError:
        low = high = 0.0
    if not -1000 <= low < high <= 1000:
        message = say(
            '"%(typed)s" is no scale; write the worst and the best score, like 1..5', typed=visible(typed)
        )
        raise click.BadParameter(told(message))
    return low, high


@dataclass(frozen=True)
class _Output:
    """Where the files go: to a new one, or into a folder, which may be new too."""

    path: Path
    is_folder: bool


def _output(context: click.Context, parameter: click.Parameter, typed: str | None) -> _Output | None:  # noqa: ARG001 - what click calls
    """A path is a folder where one is there, and where a slash ends it."""
    if typed is None:
        return None
    return _Output(Path(typed), typed.endswith(("/", os.sep)) or Path(typed).is_dir())


def _encoding(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:  # noqa: ARG001 - what click calls
    if name is None:
        return None
    try:
        "".encode(name)
    except (LookupError, ValueError) as error:
        message = say('"%(name)s" is no encoding; write one like cp1251, gb18030 or big5', name=visible(name))
        raise click.BadParameter(told(message)) from error
    return name


_OPTIONS: Sequence[Callable[[Any], Any]] = (
    click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)),
    click.option("--title", metavar="TEXT", help="The journey's title; default: the file's."),
    click.option(
        "--persona", "personas", multiple=True, metavar="[NAME=]ID", callback=_persona,
        shell_complete=IdsOf("persona", behind="="),
        help="Who travels: a persona's id; with a name, who that is in the file. May be given again.",
    ),
    click.option("--scale", metavar="WORST..BEST", callback=_scale, help="The scale of the scores."),
    click.option("--written-in", "text_lang", metavar="TAG", callback=_tag, help="The texts' language."),
    click.option("--encoding", metavar="NAME", callback=_encoding, help="The encoding; default: found out."),
    click.option("--number", type=click.IntRange(1), metavar="N", help="Which of several journeys."),
    click.option(
        "-o", "--output", type=click.Path(), metavar="PATH", callback=_output,
        help="A new file, or a folder (new ones end with /) for a file each; nothing is overwritten.",
    ),
    CONFIG_FILE,
    LANG,
)  # fmt: skip


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@import_.command()
@_options
def mermaid(file: Path, output: _Output | None, words: Language, **given: Any) -> None:
    r"""Read a journey diagram of Mermaid's: a .mmd file, or the fences of a Markdown file.

    Scores from 1 to 5 become -2 to 2. A score counts for all who are named with it.

    \b
    Examples:
      journeys import mermaid buying.mmd > journeys/buying.md
      journeys import mermaid README.md --number 2 --persona Me=lena
      journeys import mermaid README.md --output journeys

    Exit status: 0 read (there may be warnings), 1 nothing could be read, 2 used wrongly, as where something
    is there already.
    """
    _run(_asked(output=output, words=words, **given).mermaid, file, output, words)


def _table_command(name: str) -> None:
    @import_.command(name)
    @_options
    @click.option(
        "--sheet", metavar="NAME", help="The sheet of an Excel file; default: the first with a journey."
    )
    def table(file: Path, output: _Output | None, words: Language, **given: Any) -> None:
        r"""Read a table: CSV, Excel (.xlsx) or Markdown.

        Either a row is a step, under headings such as Stage, Step, Emotion, Touchpoints, Pain points; or
        stages are columns, and the rows are Steps, Doing, Thinking, ... Headings are known in several
        languages. "import csv" and "import table" are the same. What "journeys export csv" wrote comes back
        as it was.

        \b
        Examples:
          journeys import csv workshop.csv > journeys/workshop.md
          journeys import csv map.xlsx --sheet "As is" --scale 1..10
          journeys import table notes.md --title "Buying shoes" --persona lena

        Exit status: 0 read (there may be warnings), 1 nothing could be read, 2 used wrongly, as where
        something is there already.
        """
        _run(_asked(output=output, words=words, **given).table, file, output, words)


@import_.command("json")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="PATH",
    callback=_output,
    help="A new file, or a folder (new ones end with /); nothing is overwritten.",
)
@LANG
def own_json(file: Path, output: _Output | None, words: Language) -> None:
    r"""Read a journey that "journeys export json" wrote, or the journey.json beside a journey's page.

    The definition is the one that it was made of, with nothing lost but comments and layout.

    \b
    Examples:
      journeys import json buying-shoes.json > journeys/buying-shoes.md
      journeys import json journey.json --output journeys

    Exit status: 0 read, 1 nothing could be read, 2 used wrongly, as where something is there already.
    """
    _run(lambda raw, path, remarks: [import_own_json(raw, path, remarks)], file, output, words)


for _name in ("csv", "table"):
    _table_command(_name)


def _run(
    make: Callable[[bytes, str, Remarks], Sequence[Imported]],
    file: Path,
    output: _Output | None,
    words: Language,
) -> None:
    """Write what `make` makes of a file's bytes and name, and tell what it remarks."""
    remarks = Remarks()
    path = file.as_posix()
    try:
        imported = make(_raw(file, path), path, remarks)
    except NothingToRead as nothing:
        _tell([*remarks, nothing.remark], words)
        raise SystemExit(1) from nothing
    except UnclearWish as unclear:
        raise click.UsageError(str(in_words(unclear.message, words.gettext))) from unclear
    _tell(remarks, words)
    _write(imported, output, words)


@dataclass(frozen=True)
class _Asked:
    """What the options of an import from elsewhere ask for; with `several`, each journey gets a file."""

    wishes: Wishes
    number: int | None
    several: bool
    config_file: Path | None
    words: Language

    def mermaid(self, raw: bytes, path: str, remarks: Remarks) -> list[Imported]:
        """The journeys of Mermaid's diagrams."""
        return self._defined(import_mermaid(raw, path, self.wishes, remarks), remarks)

    def table(self, raw: bytes, path: str, remarks: Remarks) -> list[Imported]:
        """The journeys of tables, of which one may be an export of our own."""
        own = import_own_table(raw, path, self.wishes, remarks)
        if own is not None:
            return [own]
        return self._defined(import_table(raw, path, self.wishes, remarks), remarks)

    def _defined(self, drafts: list[Draft], remarks: Remarks) -> list[Imported]:
        if self.number is not None or not self.several:
            drafts = [chosen(drafts, self.number, remarks)]
        site = _site(self.config_file)
        check_wishes(drafts, site, self.wishes, remarks)
        return apart([define(draft, site, self.wishes, remarks, self.words.gettext) for draft in drafts])


def _asked(
    number: int | None, output: _Output | None, config_file: Path | None, words: Language, **given: Any
) -> _Asked:
    return _Asked(_wishes(**given), number, output is not None and output.is_folder, config_file, words)


def _raw(file: Path, path: str) -> bytes:
    if path == "-":
        return within_limit(sys.stdin.buffer.read(LARGEST_FILE + 1), path)
    return read_bytes(file, path)


def _wishes(
    title: str | None, personas: Sequence[str], text_lang: str | None, sheet: str | None = None, **given: Any
) -> Wishes:
    named = [persona.rpartition("=") for persona in personas]
    return Wishes(
        title=title,
        lang=text_lang,
        personas=[id_ for name, _, id_ in named if not name],
        who_is_who={name: id_ for name, _, id_ in named if name},
        sheet=sheet,
        **given,
    )


def _site(config_file: Path | None) -> SiteNames:
    """The names of the site around, where there is one: an import needs none."""
    try:
        return SiteNames.of(read_site(site_here(config_file)))
    except click.UsageError:
        if config_file is not None:
            raise
        return SiteNames()


def _tell(remarks: Iterable[Remark], words: Language) -> None:
    for remark in remarks:
        click.echo(remark.text(words.gettext), err=True)


def _write(imported: Sequence[Imported], output: _Output | None, words: Language) -> None:
    """To standard output, to a new file, or to a new file each in a folder. Error: UsageError."""
    if output is None:
        click.echo(imported[0].text.encode(), nl=False)
        return
    folder = output.path if output.is_folder else output.path.parent
    files = {
        each.file_name if output.is_folder else output.path.name: each.text.encode() for each in imported
    }
    try:
        write_files(folder, files)
    except Refusal as refusal:
        refuse(refusal, words)
    for name in files:
        click.echo(visible(str(folder / name)), err=True)
