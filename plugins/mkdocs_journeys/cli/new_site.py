"""`journeys new site`: a small, complete site to begin with."""

import os
from pathlib import Path

import click

from mkdocs_journeys.authoring.new_names import clean_name
from mkdocs_journeys.authoring.new_site import CIS, Ci, NewSite, files_of
from mkdocs_journeys.authoring.refusals import AlreadyThere, NotPossible, Refusal
from mkdocs_journeys.authoring.site_words import words_of
from mkdocs_journeys.cli.asking import Asking, at_terminal
from mkdocs_journeys.cli.options import LANG
from mkdocs_journeys.cli.refusing import as_argument, refuse, shown_path
from mkdocs_journeys.cli.writing import write_files
from mkdocs_journeys.definitions import say, visible
from mkdocs_journeys.languages import Language


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--name", metavar="NAME", help="The site's name.")
@click.option(
    "--ci",
    type=click.Choice(CIS),
    default="github",
    show_default=True,
    help="What checks and publishes the site.",
)
@LANG
def site(folder: Path | None, name: str | None, ci: Ci, words: Language) -> None:
    r"""Write a small, complete site into DIR, which must be empty or not there.

    It has a journey, a persona, a touchpoint and a piece of evidence to look at, settings, checks,
    publishing, help for editors, and a README that says how to go on. Its language is that of --lang, else
    the terminal's.

    \b
    Examples:
      journeys new site our-journeys
      journeys new site our-journeys --name "Journeys of our customers" --ci gitlab
      journeys new site наши-пути --lang ru

    Exit status: 0 written, 2 used wrongly, as where something is there already.
    """
    try:
        target = folder or _asked(words)
        new = NewSite(
            clean_name(name) if name is not None else words_of(words.tag).site["name"], words.tag, ci
        )
        write_site(new, target)
    except Refusal as refusal:
        refuse(refusal, words)
    click.echo("\n".join(shown_path(target / path) for path in sorted(files_of(new))))
    _ = words.gettext
    click.echo(_("README.md says how to go on. To see the site:"), err=True)
    click.echo(f"  cd {as_argument(shown_path(target))}", err=True)
    click.echo("  journeys serve", err=True)


def write_site(new: NewSite, folder: Path) -> None:
    """Write the site into a folder that is empty or not there. Errors: AlreadyThere, NotPossible."""
    try:
        is_taken = any(folder.iterdir()) if folder.is_dir() else os.path.lexists(folder)
    except OSError as error:
        message = say(
            "%(folder)s cannot be read: %(reason)s", folder=visible(str(folder)), reason=error.strerror
        )
        raise NotPossible(message) from error
    if is_taken:
        message = say(
            "%(folder)s is there already, and not empty; name another folder", folder=visible(str(folder))
        )
        raise AlreadyThere(message)
    write_files(folder, {path: text.encode() for path, text in files_of(new).items()})


def _asked(words: Language) -> Path:
    """The folder that somebody at a terminal names. Error: NotPossible where nobody is there."""
    if not at_terminal():
        raise NotPossible(say("say into which folder: journeys new site DIR"))
    return Path(Asking(words).text(words.gettext("Into which folder?"), check=clean_name))
