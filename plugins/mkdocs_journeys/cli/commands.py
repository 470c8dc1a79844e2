r"""Commands whose help speaks the person's language, with examples line by line.

Click keeps the lines below a backspace character as they are. Docstrings with backslashes are raw here, so
what stands there is the two characters `\b`.
"""

import copy
import inspect
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import click

from mkdocs_journeys.authoring.wrapping import wrapped
from mkdocs_journeys.cli.output import standard_output
from mkdocs_journeys.cli.speaking import speaking, spoken
from mkdocs_journeys.definitions import Gettext

_KEPT = "\b\n"
_TYPED = "\\b\n"
_EXAMPLES = "Examples:\n"
_Command = TypeVar("_Command", bound=click.Command)


class Commands(click.Group):
    """A group of commands whose help is told in the language of the person who asks for it."""

    def main(self, args: Sequence[str] | None = None, *given: Any, **options: Any) -> Any:
        """Run the command that was typed."""
        typed = sys.argv[1:] if args is None else list(args)
        with speaking(typed), standard_output():
            return super(Commands, _in_words(self, spoken().gettext)).main(typed, *given, **options)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, as it is told."""
        command = super().get_command(ctx, cmd_name)
        return command and _in_words(command, spoken().gettext)


class _Lines(click.HelpFormatter):
    """Help in lines that fit, in any of our scripts: Chinese takes two columns a character."""

    def write_text(self, text: str) -> None:
        width = self.width - self.current_indent
        super().write_text("\n\n".join(_in_lines(part, width) for part in text.split("\n\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        told = list(rows)
        first = min(max(len(name) for name, _ in told), col_max) + col_spacing
        width = max(self.width - first - 2, 10)
        super().write_dl([(name, _in_lines(about, width)) for name, about in told], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Lines


def _in_lines(text: str, width: int) -> str:
    return text if not text or text.startswith(_KEPT) else _KEPT + wrapped(text, width)


def help_texts(command: click.Command) -> Iterator[str]:
    """Every text of a command's help and of those below it, as translators get it."""
    for part in _parts(command):
        yield _EXAMPLES.strip() if part.startswith(_KEPT) else part
    yield from (parameter.help for parameter in _options(command) if parameter.help)
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        yield from help_texts(below)


def _in_words(command: _Command, tell: Gettext) -> _Command:
    """The command with its help in the language of `tell`."""
    told = copy.copy(command)
    told.context_class = _Context
    parts = [_part_in_words(part, tell) for part in _parts(command)]
    told.help = "\n\n".join(parts)
    told.short_help = parts[0].rstrip(".。") if parts else None
    told.params = [_parameter_in_words(parameter, tell) for parameter in command.params]
    return told


def _parameter_in_words(parameter: click.Parameter, tell: Gettext) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    told = copy.copy(parameter)
    told.help = tell(parameter.help)
    return told


def _parts(command: click.Command) -> Iterator[str]:
    """The paragraphs of a command's help, each in one line, but for examples."""
    for part in inspect.cleandoc(command.help or "").replace(_TYPED, _KEPT).split("\n\n"):
        if part.strip():
            yield part if part.startswith(_KEPT) else " ".join(part.split())


def _part_in_words(part: str, tell: Gettext) -> str:
    heading = _KEPT + _EXAMPLES
    if part.startswith(heading):
        return f"{_KEPT}{tell(_EXAMPLES.strip())}\n{part.removeprefix(heading)}"
    return tell(part)


def _options(command: click.Command) -> Iterator[click.Option]:
    return (parameter for parameter in command.params if isinstance(parameter, click.Option))
