"""`journeys import`: data on standard output, everything else on standard error, nothing overwritten."""

import io
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from mkdocs_journeys.languages import language
from tests.sites import BASE, write

COMMAND = [sys.executable, "-m", "mkdocs_journeys.cli", "import"]
MERMAID = "journey\n  title Buying\n  section Buy\n    Pays: 1: Lena\n"
DEFINITION = """---
title: Buying
personas: [lena]
stages:
  - name: Buy
    steps:
      - name: Pays
        emotion: -2
---
"""
TWO = f"```mermaid\n{MERMAID}```\n```mermaid\n{MERMAID.replace('Buying', 'Using')}```\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        **BASE, "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n", "a.mmd": MERMAID, "two.md": TWO,
        "map.csv": "Stage;Step;Emotion (1-5)\nBuy;Pays;1\n", "journeys/buying.md": DEFINITION,
    }  # fmt: skip
    return write(tmp_path, files)


def run(
    site: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    quiet = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=site, env=quiet, input=given, capture_output=True, check=False
    )


def test_in_a_pipe_there_is_the_definition_and_nothing_else(site: Path) -> None:
    result = run(site, "mermaid", "-", given=MERMAID.encode())
    assert (result.returncode, result.stdout.decode(), result.stderr) == (0, DEFINITION, b"")


def test_what_comes_in_passes_the_check_in_its_site(site: Path) -> None:
    assert (
        run(site, "csv", "map.csv", "--title", "Ordering", "--output", "journeys/ordering.md").returncode == 0
    )
    check = [sys.executable, "-m", "mkdocs_journeys.cli", "check", "--strict"]
    result = subprocess.run(check, cwd=site, capture_output=True, text=True, check=False)
    assert (result.returncode, "nothing found" in result.stderr or "note" in result.stderr) == (0, True)


def test_a_site_of_one_persona_needs_no_name(site: Path) -> None:
    result = run(site, "csv", "map.csv", "--title", "Buying")
    assert (result.stdout.decode(), result.stderr) == (DEFINITION, b"")


def test_nothing_is_overwritten(site: Path) -> None:
    result = run(site, "mermaid", "a.mmd", "--output", "journeys/buying.md")
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"exists already" in result.stderr
    assert run(site, "mermaid", "a.mmd", "--output", "journeys").returncode == 2
    assert (site / "journeys/buying.md").read_text() == DEFINITION
    assert sorted(file.name for file in (site / "journeys").iterdir()) == ["buying.md"]


def test_a_folder_takes_a_file_for_each_journey(site: Path) -> None:
    (site / "journeys/new").mkdir()
    result = run(site, "mermaid", "two.md", "--output", "journeys/new")
    assert (result.returncode, result.stdout) == (0, b"")
    assert sorted(file.name for file in (site / "journeys/new").iterdir()) == ["buying.md", "using.md"]


def test_without_a_site_it_works_too(tmp_path: Path) -> None:
    result = run(write(tmp_path, {"a.mmd": MERMAID}), "mermaid", "a.mmd", "--persona", "Lena=lena")
    assert (result.returncode, result.stdout.decode(), result.stderr) == (0, DEFINITION, b"")


def test_on_windows_an_excel_file_with_two_sheets_is_read(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook())
    result = run(site, "table", "map.xlsx", "--sheet", "as is", "--persona", "lena")
    assert (result.returncode, result.stdout.decode()) == (
        0,
        DEFINITION.replace("title: Buying", "title: As is"),
    )
    assert result.stderr.decode() == (
        "map.xlsx:1:4 (D1): warning: the scores were read on a scale from -2 to 2; name another one with "
        "--scale\n"
        'map.xlsx:1:5 (E1): warning: the heading "Budget" is not known; what stands there is left out\n'
    )
    several = run(site, "table", "map.xlsx")
    assert (several.returncode, b"1 As is, 2 To be" in several.stderr) == (2, True)
    assert run(site, "table", "map.xlsx", "--sheet", "gone").returncode == 2


def test_without_the_package_for_excel_it_says_what_to_install(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook())
    without = "import sys; sys.modules['openpyxl'] = None; from mkdocs_journeys.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", without, "import", "csv", "map.xlsx"],
        cwd=site,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (1, b"")
    assert b"pip install mkdocs-journeys[xlsx]" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["mermaid", "gone.mmd"], ["mermaid", "a.mmd", "--number", "2"],
        ["mermaid", "a.mmd", "--scale", "5..1"],
        ["mermaid", "a.mmd", "--persona", "a b"], ["csv", "map.csv", "--lang", "xx"], ["mermaid", "two.md"],
        ["csv", "map.csv", "--written-in", "?"], ["csv", "map.csv", "--encoding", "hex"],
        ["csv", "map.csv", "--encoding", "undefined"],
        ["mermaid", "a.mmd", "--output", "gone/a.md"],
    ],
)  # fmt: skip
def test_a_wrong_use_is_no_finding(site: Path, arguments: list[str]) -> None:
    result = run(site, *arguments)
    assert (result.returncode, result.stdout, b"Traceback" in result.stderr) == (2, b"", False)


def test_each_example_of_the_help_has_a_line_of_its_own(site: Path) -> None:
    for command in ([], ["mermaid"], ["csv"], ["table"]):
        lines = run(site, *command, "--help").stdout.decode().splitlines()
        assert len([line for line in lines if line.startswith("    journeys import")]) == 3


def test_the_names_that_are_made_up_are_in_the_writers_language(site: Path) -> None:
    result = run(site, "mermaid", "-", "--lang", "ru", given=b"journey\nPays: 1: Lena\n")
    name = language("ru").gettext("All steps")
    assert (result.returncode, f"  - name: {name}\n" in result.stdout.decode()) == (0, True)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "As is"
    sheet.append(["No", "Stage", "Step", "Emotion", "Budget"])
    sheet.append([1, "Buy", "Pays", -2, 3.5])
    other = book.create_sheet("To be")
    other.append(["", "Buy", "Use"])
    other.append(["Doing", "Pays", "Runs"])
    other.append(["Feeling", "good", "great"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
