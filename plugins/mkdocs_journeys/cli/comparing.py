"""`journeys diff`: what changed between two revisions, in the words of the field."""

import gc
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import click

from mkdocs_journeys.cli.completing import complete_sides
from mkdocs_journeys.cli.configuration import Configuration, file_above, find_configuration
from mkdocs_journeys.cli.options import CONFIG_FILE, LANG
from mkdocs_journeys.cli.progress import seconds
from mkdocs_journeys.cli.revision_files import at_folder, restore_site, surroundings
from mkdocs_journeys.definitions import BUILT_IN_EXTENSIONS, SiteOptions, visible
from mkdocs_journeys.exchange.difference import (
    Difference,
    Side,
    as_json,
    as_markdown,
    as_text,
    compare,
    read_side,
)
from mkdocs_journeys.history.revisions import (
    NoRepository,
    UnknownRevision,
    Unreadable,
    find_commit,
    prefix_of,
    renamed_files,
)
from mkdocs_journeys.languages import Language

FORMATS: Mapping[str, Callable[[Difference, Language], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


class NoSite(click.UsageError):
    """A folder that holds nothing to compare."""


@dataclass(frozen=True)
class Named:
    """One of the two things to compare: a folder, or a commit of the repository that the site is in."""

    name: str
    folder: Path | None = None
    commit: str = ""


@click.command()
@click.argument("base", shell_complete=complete_sides)
@click.argument("head", required=False, shell_complete=complete_sides)
@CONFIG_FILE
@click.option(
    "--format",
    "output",
    type=click.Choice([*FORMATS]),
    default="text",
    show_default=True,
    help="How to print what changed; markdown is for a merge request.",
)
@LANG
def diff(base: str, head: str | None, config_file: Path | None, output: str, words: Language) -> None:
    r"""Tell what changed between BASE and HEAD in journeys, personas, touchpoints and evidence.

    BASE and HEAD are revisions of git (a branch, a tag, HEAD~3) or folders that hold a site. Without HEAD,
    the files are compared as they lie here. What names both is a revision; write ./name for the folder.

    \b
    Examples:
      journeys diff main
      journeys diff HEAD~3 HEAD
      journeys diff origin/main --format markdown > changes.md
      journeys diff ../last-year .

    Exit status: 0 compared, changed or not, 1 one of the two cannot be read, 2 used wrongly.
    """
    gc.disable()  # the command ends before it would pay to look for unused cycles
    here = _Here(config_file, words)
    before, after = here.named(base), here.named(head) if head is not None else Named(".", here.root)
    with ExitStack() as held:
        held.enter_context(_comparing(words))
        sides = [_side(each, here, held) for each in (before, after)]
        difference = compare(sides[0], sides[1], _moved(before, after, here))
    click.echo(FORMATS[output](difference, words), nl=False)


def _comparing(words: Language) -> AbstractContextManager[object]:
    """Show on a terminal how long it takes."""

    def text(count: int) -> str:
        return words.gettext("comparing... %(count)s s") % {"count": words.number(count)}

    return seconds(text)


class _Here:
    """The site that the command is run in, found when it is needed: two folders need none."""

    def __init__(self, config_file: Path | None, words: Language) -> None:
        self.config_file = config_file
        self.tell = words.gettext

    @cached_property
    def root(self) -> Path:
        """The folder of the site, or the one where the command is run."""
        if self.config_file is not None:
            return self.config_file.resolve().parent
        file = file_above(Path.cwd())
        return Path.cwd() if file is None else file.parent

    @property
    def file_name(self) -> str | None:
        """The name of the configuration, where it was given."""
        return None if self.config_file is None else self.config_file.name

    def named(self, name: str) -> Named:
        """What a person means by `name`. Error: UsageError."""
        folder = Path(name)
        is_folder = bool(name) and folder.is_dir()
        if is_folder and (folder.is_absolute() or name.startswith(".")):
            return Named(name, folder)
        try:
            return Named(name, commit=find_commit(self.root, name))
        except (NoRepository, UnknownRevision) as error:
            if is_folder:
                return Named(name, folder)
            raise click.UsageError(self._unknown(name, error)) from error

    def _unknown(self, name: str, error: NoRepository | UnknownRevision) -> str:
        values = {"name": visible(name)}
        if isinstance(error, NoRepository) and error.distrusted:
            return self.tell("git cannot read the repository of this folder; git status says why") % values
        if isinstance(error, NoRepository):
            text = self.tell(
                "%(name)s is no folder, and there is no git repository here in which to look for it"
            )
            return text % values
        if error.suggestions:
            values["suggestions"] = ", ".join(map(visible, error.suggestions))
            text = self.tell(
                "git knows no revision %(name)s, and there is no such folder; did you mean %(suggestions)s?"
            )
            return text % values
        if error.shallow:
            text = self.tell(
                "git knows no revision %(name)s; only a part of the history is here: fetch all of it "
                "(git fetch --unshallow; in CI, fetch-depth: 0)"
            )
            return text % values
        return self.tell("git knows no revision %(name)s, and there is no such folder") % values


def _side(named: Named, here: _Here, held: ExitStack) -> Side:
    """One of the two, read. Error: ClickException, where it cannot be."""
    try:
        configuration = _configuration(named, here, held)
    except NoSite:
        raise
    except (click.UsageError, Unreadable, OSError) as error:
        why = error.message if isinstance(error, click.UsageError) else str(error)
        text = here.tell("%(name)s cannot be read: %(why)s") % {"name": visible(named.name), "why": why}
        raise click.ClickException(text) from error
    # What is compared is what was written. Extensions change how it is shown, and may no longer be installed.
    options = replace(configuration.options, markdown_extensions=BUILT_IN_EXTENSIONS, extension_configs={})
    return read_side(configuration.root, options)


def _configuration(named: Named, here: _Here, held: ExitStack) -> Configuration:
    """Where one of the two lies as files, with its options."""
    if named.folder is not None:
        named_file = here.config_file if named.folder == here.root else None
        found = (
            at_folder(named.folder)
            if named_file is None
            else find_configuration(named_file, here.root, within=surroundings(here.root))
        )
        if found is None:
            text = here.tell("%(name)s holds no site: neither a mkdocs.yml nor a folder journeys")
            raise NoSite(text % {"name": visible(named.name)})
        return found
    target = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="journeys-")))
    restored = restore_site(here.root, named.commit, target, here.file_name)
    if restored is not None:
        return restored
    click.echo(here.tell("At %(name)s there was no site yet.") % {"name": visible(named.name)}, err=True)
    return Configuration(target, None, target, SiteOptions())


def _moved(before: Named, after: Named, here: _Here) -> Mapping[str, str]:
    """The files that git knows to have been renamed, by paths relative to the site's folder."""
    if not before.commit or not after.commit:
        return {}
    prefix = prefix_of(here.root)
    moved = renamed_files(here.root, before.commit, after.commit)
    return {old.removeprefix(prefix): new.removeprefix(prefix) for old, new in moved.items()}
