"""How long a site takes, beside a plain one with the same information, and how it grows.

Every figure is of this run on this machine; only ratios mean something elsewhere. `BENCH_SIZES=100,300` takes
fewer sizes.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.generated_site import write_definitions, write_pages
from tests.benchmarks.page_weight import gzipped, weight, wire_size

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "100,300,1000").split(",")]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}
PAGE = "journeys/j0/index.html"


@dataclass(frozen=True)
class Run:
    """CPU seconds of a command, with those of programs it started, and its peak memory in MB.

    Linux counts the memory of the process that starts a command too: no figure is below that of these tests.
    """

    seconds: float
    memory: float


@dataclass(frozen=True)
class Figures:
    """Of sites of `size` journeys: runs, and bytes of a journey's page, of all it loads, and of the site."""

    size: int
    plain: Run
    first: Run
    second: Run
    check: Run
    page: int
    wire: int
    site: int


COLUMNS: tuple[tuple[str, Callable[[Figures], str]], ...] = (
    ("journeys", lambda of: f"{of.size:,}"),
    ("plain s", lambda of: f"{of.plain.seconds:.1f}"),
    ("first s", lambda of: f"{of.first.seconds:.1f}"),
    ("ratio", lambda of: f"{of.first.seconds / of.plain.seconds:.2f}"),
    ("second s", lambda of: f"{of.second.seconds:.1f}"),
    ("ratio", lambda of: f"{of.second.seconds / of.plain.seconds:.2f}"),
    ("check s", lambda of: f"{of.check.seconds:.2f}"),
    ("MB", lambda of: f"{of.first.memory:.0f}"),
    ("plain MB", lambda of: f"{of.plain.memory:.0f}"),
    ("page KB gz", lambda of: f"{of.page / 1000:.1f}"),
    ("wire KB gz", lambda of: f"{of.wire / 1000:.1f}"),
    ("site MB", lambda of: f"{of.site / 1e6:.1f}"),
)


def run(folder: Path, *arguments: str) -> Run:
    """Run a Python module in `folder`. Error: AssertionError with the end of what it printed."""
    log = folder / "run.log"
    with log.open("wb") as out:
        command = [sys.executable, "-m", *arguments]
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, log.read_text(encoding="utf-8")[-2000:]
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(folder: Path) -> Run:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run(folder, "mkdocs", "build", "--quiet")


def measure(folder: Path, size: int) -> Figures:
    """Build both sites of `size` journeys in `folder`; ours twice, the second time from its cache."""
    ours, plain = folder / f"ours{size}", folder / f"plain{size}"
    write_definitions(ours, size)
    write_pages(plain, size)
    site = ours / "site"
    return Figures(
        size=size,
        plain=build(plain),
        first=build(ours),
        second=build(ours),
        check=run(ours, "mkdocs_journeys.cli", "check", "--strict"),
        page=gzipped(site / PAGE),
        wire=wire_size(site, PAGE),
        site=weight(site),
    )


def row(cells: list[str]) -> str:
    return "".join(f"{cell:>11}" for cell in cells)


def growth(small: Figures, large: Figures) -> str:
    """By what factor the time of one journey grows from a size to a larger one; 1 is linear."""
    kinds = ("plain", "first", "second", "check")
    factors = (
        getattr(large, kind).seconds / large.size / (getattr(small, kind).seconds / small.size)
        for kind in kinds
    )
    each = ", ".join(f"{kind} {factor:.2f}" for kind, factor in zip(kinds, factors, strict=True))
    return f"time per journey at {large.size:,} over that at {small.size:,}: {each}"


@pytest.mark.benchmark
def test_site_against_plain_pages(tmp_path: Path) -> None:
    """Prints a row of figures for each size, then how the time of a journey grows between the last two."""
    print("\n" + row([name for name, _ in COLUMNS]))
    measured = []
    for size in SIZES:
        measured.append(measure(tmp_path, size))
        print(row([write(measured[-1]) for _, write in COLUMNS]), flush=True)
    if len(measured) > 1:
        print(growth(*measured[-2:]))
