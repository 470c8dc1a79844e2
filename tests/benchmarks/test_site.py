"""How long a site takes, beside a plain one with the same information, and how it grows.

Every figure is of this run on this machine; only ratios mean something elsewhere. `BENCH_SIZES=100,300` takes fewer
sizes.
"""

import gzip
import os
import shutil
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
    log = folder / "run.log"
    with log.open("wb") as out:
        process = os.posix_spawn(
            sys.executable,
            [sys.executable, "-c", f"import os; os.chdir({str(folder)!r}); import runpy, sys; sys.argv[1:1] = []; "
             "runpy.run_module(sys.argv.pop(1), run_name='__main__')", *arguments],
            ENVIRONMENT,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)],
        )  # fmt: skip
        _, status, usage = os.wait4(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0, log.read_text()[-2000:]
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(folder: Path) -> Run:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run(folder, "mkdocs", "build", "--quiet")


def wire_size(site: Path, page: str) -> int:
    """Bytes, gzipped, of a page."""
    return len(gzip.compress((site / page).read_bytes(), 6))


@pytest.mark.benchmark
def test_site_against_plain_pages(tmp_path: Path) -> None:
    """Prints for each size: build, second build, check, plain build, ratios, memory, page weight."""
    print()
    print("journeys  plain s  first s  ratio  second s  ratio  check s  MB  plain MB  page KB gz  site MB")
    for size in SIZES:
        ours, plain = tmp_path / f"ours{size}", tmp_path / f"plain{size}"
        write_definitions(ours, size)
        write_pages(plain, size)
        reference, first, second = build(plain), build(ours), build(ours)
        check = run(ours, "mkdocs_journeys.cli", "check")
        site = ours / "site"
        weight = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6
        print(
            f"{size:8d} {reference.seconds:8.1f} {first.seconds:8.1f} {first.seconds / reference.seconds:6.2f} "
            f"{second.seconds:9.1f} {second.seconds / reference.seconds:6.2f} {check.seconds:8.2f} {first.memory:4.0f} "
            f"{reference.memory:8.0f} {wire_size(site, 'journeys/j0/index.html') / 1000:10.1f} {weight:8.1f}"
        )
