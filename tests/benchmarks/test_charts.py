"""Has `make bench` print the figures of charts, too."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.benchmark
def test_charts_against_a_figure_with_axes() -> None:
    """In a process of its own: matplotlib here would count as memory of the sites' builds."""
    print(flush=True)
    command = [sys.executable, "-m", "tests.benchmarks.bench_charts"]
    subprocess.run(command, cwd=Path(__file__).parents[2], check=True)
