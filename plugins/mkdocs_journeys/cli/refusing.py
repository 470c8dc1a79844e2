"""What keeps a new file from being written, as a command says it, and paths as a person would type them."""

import os
import re
import shlex
from pathlib import Path
from typing import NoReturn

import click

from mkdocs_journeys.authoring.refusals import AlreadyThere, Refusal
from mkdocs_journeys.languages import Language


def refuse(refusal: Refusal, words: Language) -> NoReturn:
    """End the command with what the refusal says: status 1 where something is there already, else 2."""
    message = refusal.message.in_words(words.gettext)
    if isinstance(refusal, AlreadyThere):
        raise click.ClickException(message) from refusal
    raise click.UsageError(message) from refusal


def as_argument(path: str) -> str:
    """A path as it is typed in a command; letters of any script need no quotation marks."""
    if re.fullmatch(r"[\w@%+=:,./\\-]+", path):
        return path
    return shlex.quote(path) if os.name == "posix" else f'"{path}"'


def shown_path(path: Path) -> str:
    """A path from where the person is; whole where that would lead up and down again."""
    here = Path.cwd().resolve()
    return os.path.relpath(path, here) if path.resolve().is_relative_to(here) else str(path)
