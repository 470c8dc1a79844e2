"""How long a site takes, beside a plain one with the same information, and how it grows.

Every figure is of this run on this machine; only ratios mean something elsewhere. `BENCH_SIZES=100,300` takes fewer
sizes.
"""

import gzip
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.generated_site import write_definitions, write_pages

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "100,300,1000").split(",")]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600"}


@dataclass(frozen=True)
class Run:
    """CPU seconds (with those of programs it started) and peak memory in MB of a command."""

    seconds: float
    memory: float


def run(folder: Path, *arguments: str) -> Run:
    """Run a Python module in `folder`. Error: AssertionError with the end of what it printed."""
    log = folder / "run.log"
    with log.open("wb") as out:
        command = [sys.executable, "-m", *arguments]
        process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, log.read_text()[-2000:]
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(folder: Path) -> Run:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run(folder, "mkdocs", "build", "--quiet")


def wire_size(site: Path, page: str) -> int:
    """Bytes, gzipped, of a page."""
    return len(gzip.compress((site / page).read_bytes(), 6))


COLUMNS = (
    "journeys", "plain s", "first s", "ratio", "second s", "ratio", "check s", "MB", "plain MB", "page KB", "site MB",
)  # fmt: skip


def measure(folder: Path, size: int) -> list[str]:
    """A row of figures for sites of `size` journeys."""
    ours, plain = folder / f"ours{size}", folder / f"plain{size}"
    write_definitions(ours, size)
    write_pages(plain, size)
    reference, first, second = build(plain), build(ours), build(ours)
    check = run(ours, "mkdocs_journeys.cli", "check")
    site = ours / "site"
    weight = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6
    seconds = reference.seconds
    return [
        f"{size}", f"{seconds:.1f}", f"{first.seconds:.1f}", f"{first.seconds / seconds:.2f}", f"{second.seconds:.1f}",
        f"{second.seconds / seconds:.2f}", f"{check.seconds:.2f}", f"{first.memory:.0f}", f"{reference.memory:.0f}",
        f"{wire_size(site, 'journeys/j0/index.html') / 1000:.1f}", f"{weight:.0f}",
    ]  # fmt: skip


@pytest.mark.benchmark
def test_site_against_plain_pages(tmp_path: Path) -> None:
    """Prints for each size: plain build, first and second build, check, memory, a page's bytes gzipped."""
    print("\n" + "".join(f"{name:>10}" for name in COLUMNS))
    for size in SIZES:
        print("".join(f"{figure:>10}" for figure in measure(tmp_path, size)), flush=True)
