r"""Examples in a command's help, kept line by line.

Click keeps the lines below a backspace character as they are. Docstrings with backslashes are raw here, so
what stands there is the two characters `\b`; a group of this class makes one of them.
"""

import click


class Group(click.Group):
    """A group whose commands show their examples line by line."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, and those below it."""
        _keep_lines(cmd)
        super().add_command(cmd, name)


def _keep_lines(command: click.Command) -> None:
    if command.help:
        command.help = command.help.replace("\\b\n", "\b\n")
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        _keep_lines(below)
