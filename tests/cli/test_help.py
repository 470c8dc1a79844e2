"""`--help` of every command."""

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("command", [*commands(main)], ids=" ".join)
def test_examples_stand_in_lines_of_their_own_and_begin_with_the_command(command: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, [*command, "--help"], catch_exceptions=False).stdout
    assert "\\b" not in shown
    if "Examples" in shown:
        lines = re.search(r"\n  Examples:\n((?:    .*\n)+)\n", shown)
        assert lines is not None, shown
        for line in lines[1].splitlines():
            assert line.startswith("    journeys "), line
