"""How long 100,000 readings take to be read, linked and studied, beside Python's CSV reader alone."""

import csv
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import read_definitions
from mkdocs_journeys.insight import study
from tests.insight.sites import TODAY

ROWS, JOURNEYS, STEPS = 100_000, 20, 15
Result = TypeVar("Result")


def write_site(folder: Path) -> Path:
    """A site of 20 journeys of 15 steps, with all its readings in one file, which is returned."""
    random = Random(1)
    steps = ", ".join(f"s{step}" for step in range(STEPS))
    for path in ("journeys", "personas", "docs/evidence"):
        (folder / path).mkdir(parents=True)
    for persona in "ab":
        (folder / f"personas/{persona}.md").write_text(f"---\nname: {persona}\n---\n", encoding="utf-8")
    for number in range(JOURNEYS):
        text = f"---\ntitle: J{number}\npersonas: [a, b]\nstages: [{{name: S, steps: [{steps}]}}]\n---\n"
        (folder / f"journeys/j{number}.md").write_text(text, encoding="utf-8")
    survey = "---\ntitle: Survey\nmethod: survey\ndata: survey.csv\n---\n"
    (folder / "docs/evidence/survey.md").write_text(survey, encoding="utf-8")
    data = folder / "docs/evidence/survey.csv"
    data.write_text("".join(["journey,step,score,persona,n,date\n", *_rows(random)]), encoding="utf-8")
    return data


def _rows(random: Random) -> list[str]:
    return [
        f"j{random.randrange(JOURNEYS)},s{random.randrange(STEPS)},{random.randint(-20, 20) / 10},"
        f"{random.choice(['a', 'b', ''])},{random.randint(1, 3)},2026-0{random.randint(1, 9)}-15\n"
        for _ in range(ROWS)
    ]


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of the fastest of three, and what it gave."""
    times = []
    for _ in range(3):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return min(times), result


def read_plainly(data: Path) -> int:
    with data.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


@pytest.mark.benchmark
def test_readings_against_the_csv_reader(tmp_path: Path) -> None:
    data = write_site(tmp_path)
    plain, lines = timed(lambda: read_plainly(data))
    reading, definitions = timed(lambda: read_definitions(tmp_path))
    linking, (catalogue, _) = timed(lambda: link(definitions, today=TODAY))
    studying, _ = timed(lambda: study(catalogue))
    assert lines == ROWS + 1
    print(
        f"\n{ROWS:,} readings: read in {reading:.2f} s ({reading / plain:.0f} times csv.reader), "
        f"linked in {linking:.2f} s, studied in {studying:.2f} s"
    )
