"""The page about imports: its commands make what it prints."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.exchange.importing.headings import match_heading
from tests.conftest import REPOSITORY
from tests.docs.pages import files_in

PAGE = REPOSITORY / "docs/guide/5-bring-a-journey-along.md"
_COMMAND = re.compile(r"^journeys (import .*)$", re.MULTILINE)
_ROW = re.compile(r"^\| (?!what \||---)[^|]+ \| (.+) \|$", re.MULTILINE)


def run(folder: Path, start: str, monkeypatch: pytest.MonkeyPatch) -> Result:
    """What the command of the page that begins with `start` does in a folder with the page's files."""
    command = next(
        each for each in _COMMAND.findall(PAGE.read_text(encoding="utf-8")) if each.startswith(start)
    )
    for name, text in files_in(PAGE).items():
        (folder / Path(name).name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LC_ALL", "C")
    return CliRunner().invoke(main, shlex.split(command))


def test_the_table_of_the_page_becomes_its_journey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(tmp_path, "import table", monkeypatch)
    assert (result.stdout, result.stderr) == (files_in(PAGE)["journeys/buying-shoes.md"], "")


def test_the_diagram_of_the_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(tmp_path, "import mermaid", monkeypatch)
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_warning_is_the_one_that_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, "import mermaid", monkeypatch)
    result = CliRunner().invoke(main, ["import", "mermaid", "day.mmd", "--persona", "Me=lena"])
    assert result.stderr
    assert result.stderr in PAGE.read_text(encoding="utf-8")


def test_every_heading_that_the_page_names_is_known() -> None:
    rows = _ROW.findall(PAGE.read_text(encoding="utf-8"))[:7]
    headings = [heading.strip() for row in rows for heading in row.split(",")]
    assert len(headings) > 30
    assert [
        heading for heading in headings if (match := match_heading(heading)) is None or match.guessed
    ] == []
