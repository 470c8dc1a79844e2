"""Data files and their rows are published nowhere: not by the plugin, and not in an exported site."""

import csv
from pathlib import Path

import pytest

from tests.site.building import mkdocs
from tests.site.test_plain_site import export
from tests.sites import BASE, EVIDENCE, PERSONA, journey, write

ROWS = """journey,step,score,persona,n,date
buying,pays,-1.75,lena,7,2026-09-12
buying,pays,-1,lena,4,2026-09-13
buying,pays,-0.25,lena,9,2026-09-14
"""
SITE = {
    **BASE,
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\ntheme: {name: mkdocs}\n",
    "docs/index.md": "# Shoes\n",
    "personas/lena.md": PERSONA,
    "journeys/buying.md": journey(),
    "docs/evidence/interviews.md": EVIDENCE.replace("date:", "data: Answers.CSV\ndate:"),
    "docs/evidence/Answers.CSV": ROWS,
    "docs/evidence/raw.csv": "who,said\nsomebody,nobody-reads-this\n",
    "docs/evidence/raw/more.csv": "who,said\nsomebody,nobody-reads-this\n",
    "docs/evidence/raw.xlsx": "nobody-reads-this",
    "journeys/notes.csv": "nobody-reads-this",
    "personas/answers.csv": "nobody-reads-this",
}
HIDDEN = [b"nobody-reads-this", b"pays,-1.75", b"pays,-0.25", b"2026-09-13", b"Answers"]
"""Of the days of readings only the first and the last are told."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site"), SITE)


@pytest.fixture(scope="module")
def built(site: Path) -> Path:
    build = mkdocs(site, "build", "--strict")
    assert build.returncode == 0, build.stderr
    return site / "site"


@pytest.fixture(scope="module")
def exported(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain") / "exported"
    made = export(site, folder)
    assert made.returncode == 0, made.stderr
    return folder / "docs"


@pytest.mark.parametrize("folder", ["built", "exported"])
def test_no_data_file_and_no_row_is_published(folder: str, request: pytest.FixtureRequest) -> None:
    root: Path = request.getfixturevalue(folder)
    files = [path for path in root.rglob("*") if path.is_file()]
    tables = {path.relative_to(root).as_posix() for path in files if path.suffix.lower() in (".csv", ".xlsx")}
    assert tables == {"journeys/buying/steps.csv", "journeys/buying/emotion.csv"}
    assert [(path, word) for path in files for word in HIDDEN if word in path.read_bytes()] == []


@pytest.mark.parametrize("folder", ["built", "exported"])
def test_the_table_of_steps_holds_what_was_computed(folder: str, request: pytest.FixtureRequest) -> None:
    file: Path = request.getfixturevalue(folder) / "journeys/buying/steps.csv"
    rows = {row["step_id"]: row for row in csv.DictReader(file.read_text("utf-8").splitlines())}
    assert (rows["pays"]["emotion"], rows["pays"]["n"]) == ("-0.925", "20")
