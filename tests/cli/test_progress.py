"""Long work counts on a terminal, and nowhere else."""

import subprocess
import sys
from pathlib import Path

from tests.cli.terminal import in_terminal

COUNT = """
from mkdocs_journeys.cli.progress import Progress
with Progress("checking {} files...".format, patience=%s) as count:
    count(1)
print("done")
"""


def test_a_terminal_shows_the_count_and_clears_it(tmp_path: Path) -> None:
    line = "checking 1 files..."
    shown, _ = in_terminal(["-c", COUNT % -1], tmp_path)
    assert shown == f"\r{line}\r{' ' * len(line)}\rdone\n"


def test_what_is_done_at_once_shows_nothing(tmp_path: Path) -> None:
    assert in_terminal(["-c", COUNT % 1000], tmp_path) == ("done\n", 0)


def test_a_pipe_stays_silent(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", COUNT % -1], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (result.stdout, result.stderr) == ("done\n", "")
