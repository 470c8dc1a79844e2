"""Long work counts on a terminal, and nowhere else."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_writing import SITE
from tests.sites import journey, write
from tests.terminal import Terminal

COUNT = """
from mkdocs_journeys.cli.progress import Progress
with Progress("checking {} files...".format, patience=%s) as count:
    count(1)
print("done")
"""


def test_a_terminal_shows_the_count_and_clears_it(tmp_path: Path) -> None:
    line = "checking 1 files..."
    _, shown = Terminal([], tmp_path, program=["-c", COUNT % -1]).end()
    assert shown == f"\r{line}\r{' ' * len(line)}\rdone\n"


def test_what_is_done_at_once_shows_nothing(tmp_path: Path) -> None:
    assert Terminal([], tmp_path, program=["-c", COUNT % 1000]).end() == (0, "done\n")


def test_a_pipe_stays_silent(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", COUNT % -1], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (result.stdout, result.stderr) == ("done\n", "")


SECONDS = """
import time
from mkdocs_journeys.cli.progress import seconds
with seconds("working... {}".format, patience=%s) as line:
    %s
print("done")
"""
UNTIL_SHOWN = "while not line._width: time.sleep(0.01)"


def test_work_that_cannot_be_counted_tells_its_seconds(tmp_path: Path) -> None:
    _, shown = Terminal([], tmp_path, program=["-c", SECONDS % (-1, UNTIL_SHOWN)]).end()
    line = "working... 0"
    assert shown.endswith(f"\r{line}\r{' ' * len(line)}\rdone\n")
    command = [sys.executable, "-c", SECONDS % (-1, "pass")]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("done\n", "")


LONG = """
import sys
from mkdocs_journeys.cli import main, progress
progress.Progress.__init__.__kwdefaults__["patience"] = -1
progress.seconds.__wrapped__.__kwdefaults__["patience"] = -1
main(prog_name="journeys")
"""
"""The command, as if all that it does took longer than a second."""


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["check"], "читается 1 файл…"),
        (["diff", ".", "other"], "идёт сравнение… 0 с"),
        (["export", "json"], "читается 1 файл…"),
        (["export", "markdown", "--output", "out"], "идёт выгрузка… 0 с"),
        (["import", "mermaid", "a.mmd"], "читается 1 файл…"),
        (["new", "persona", "Omar"], "читается 1 файл…"),
        (["build"], "сайт собирается… 0 с"),
    ],
)
def test_long_commands_tell_it_on_a_terminal_and_not_in_a_pipe(
    arguments: list[str], line: str, tmp_path: Path
) -> None:
    write(tmp_path, SITE)
    write(tmp_path / "other", SITE)
    for number in range(300):
        write(tmp_path, {f"journeys/j{number}.md": journey()})
    terminal = Terminal(arguments, tmp_path, {"LC_ALL": "ru_RU.UTF-8"}, program=["-c", LONG])
    terminal.see(line)
    status, _ = terminal.end()
    assert status == 0
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    (tmp_path / "personas/omar.md").unlink(missing_ok=True)
    piped = subprocess.run(
        [sys.executable, "-c", LONG, *arguments],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "ru_RU.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "\r" not in piped.stdout + piped.stderr
    assert "…" not in piped.stderr


def test_the_log_of_a_build_stands_above_the_line(tmp_path: Path) -> None:
    write(tmp_path, SITE)
    status, shown = Terminal(["build"], tmp_path, {"LC_ALL": "C.UTF-8"}, program=["-c", LONG]).end()
    assert status == 0
    lines = [line.strip() for line in re.split(r"[\r\n]", shown) if line.strip()]
    assert [line for line in lines if "INFO" in line and not line.startswith("INFO")] == []
    counted = [line for line in lines if line.startswith("building the site... ")]
    assert counted != []
    assert [line for line in lines if line not in counted][-1].startswith(
        "INFO    -  Documentation built in "
    )
    assert re.split(r"[\r\n]", shown)[-1].strip() == ""
    assert (tmp_path / "site/index.html").is_file()
