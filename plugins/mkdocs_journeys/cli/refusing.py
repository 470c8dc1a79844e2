"""What keeps a new file from being written, as a command says it, and paths as a person would type them."""

import os
import re
import shlex
from pathlib import Path
from typing import NoReturn

import click

from mkdocs_journeys.authoring.refusals import Refusal
from mkdocs_journeys.cli.writing import refuse_no_file
from mkdocs_journeys.definitions import say, visible
from mkdocs_journeys.languages import Language


def refuse(refusal: Refusal, words: Language) -> NoReturn:
    """End the command with what the refusal says, and with exit status 2: it was used wrongly."""
    raise click.UsageError(refusal.message.in_words(words.gettext)) from refusal


def refuse_taken_unless_forced(file: Path, words: Language, *, force: bool) -> None:
    """The same for a file that is there, with the option that writes over it, and for what is no file."""
    try:
        refuse_no_file(file)
    except Refusal as refusal:
        refuse(refusal, words)
    if not force and os.path.lexists(file):
        message = say("%(file)s is there already; --force writes over it", file=visible(str(file)))
        raise click.UsageError(message.in_words(words.gettext))


def as_argument(path: str) -> str:
    """A path as it is typed in a command; letters of any script need no quotation marks."""
    if re.fullmatch(r"[\w@%+=:,./\\-]+", path):
        return path
    return shlex.quote(path) if os.name == "posix" else f'"{path}"'


def shown_path(path: Path) -> str:
    """A path from where the person is; whole where that would lead up and down again."""
    here = Path.cwd().resolve()
    return os.path.relpath(path, here) if path.resolve().is_relative_to(here) else str(path)
