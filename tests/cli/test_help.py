"""`--help` of every command."""

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.commands import help_texts
from mkdocs_journeys.definitions.findings import columns_of


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("command", [*commands(main)], ids=" ".join)
def test_examples_stand_in_lines_of_their_own_and_begin_with_the_command(command: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, [*command, "--help"], catch_exceptions=False).stdout
    assert "\\b" not in shown
    lines = re.search(r"\n  Examples:\n((?:    .*\n)+)\n", shown)
    assert lines is not None, shown
    for line in lines[1].splitlines():
        assert line.startswith(f"    journeys {' '.join(command[:1])}"), line


@pytest.mark.parametrize("lang", ["en", "ru", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("command", [(), *commands(main)], ids=" ".join)
def test_no_line_is_wider_than_a_terminal_and_all_are_told(
    command: tuple[str, ...], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", {"en": "C"}.get(lang, lang.replace("-", "_")))
    shown = CliRunner().invoke(main, [*command, "--help"], catch_exceptions=False).stdout
    about = re.sub(r"(?m)^    journeys .*$", "", shown)
    assert [line for line in about.splitlines() if columns_of(line) > 80] == []
    if lang != "en":
        english = [
            text for text in help_texts(main.commands[command[0]] if command else main) if text in shown
        ]
        assert english == []
