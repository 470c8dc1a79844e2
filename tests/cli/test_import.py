"""`journeys import`: data on standard output, everything else on standard error, nothing overwritten."""

import io
import os
import re
import subprocess
import sys
import zipfile
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
USED_WRONGLY = (
    "Usage: journeys import {0} [OPTIONS] FILE\nTry 'journeys import {0} --help' for help.\n\nError: {1}\n"
)
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
    told = (
        "map.csv:1:1: warning: nobody is named who travels; the only persona of this site was taken: lena "
        "(name another with --persona)\n"
    )
    assert (result.stdout.decode(), result.stderr.decode()) == (DEFINITION, told)


NOBODY = 'this site has no persona "nobody"; make one with: journeys new persona "nobody"'
NO_ZED = 'nobody is called "Zed" in this file; --persona Zed=lena is left aside'
UNKNOWN = {
    "csv map.csv --title Buying --persona nobody": ("nobody", NOBODY),
    "mermaid a.mmd --persona nobody": ("nobody", NOBODY),
    "mermaid a.mmd --persona Lena=nobody": ("nobody", NOBODY),
    "mermaid a.mmd --persona Zed=lena": ("lena", NO_ZED),
    "csv map.csv --title Buying --persona lena --persona Zed=lena": ("lena", NO_ZED),
}


@pytest.mark.parametrize("typed", UNKNOWN)
def test_a_persona_who_is_nowhere_is_told(site: Path, typed: str) -> None:
    arguments = typed.split()
    result = run(site, *arguments)
    persona, told = UNKNOWN[typed]
    assert (result.returncode, result.stdout.decode(), result.stderr.decode()) == (
        0,
        DEFINITION.replace("[lena]", f"[{persona}]"),
        f"{arguments[1]}:1:1: warning: {told}\n",
    )


def test_a_name_that_one_of_several_journeys_has_is_somewhere(site: Path) -> None:
    (site / "two.md").write_text(TWO.replace("1: Lena", "1: Me", 1))
    result = run(site, "mermaid", "two.md", "--persona", "Me=lena", "--output", "new/")
    assert (result.returncode, result.stderr.decode()) == (0, "new/buying.md\nnew/using.md\n")


def test_nothing_is_overwritten(site: Path) -> None:
    result = run(site, "mermaid", "a.mmd", "--output", "journeys/buying.md")
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Error: journeys/buying.md is there already; it stays as it is\n" in result.stderr
    assert run(site, "mermaid", "a.mmd", "--output", "journeys").returncode == 2
    assert (site / "journeys/buying.md").read_text() == DEFINITION
    assert sorted(file.name for file in (site / "journeys").iterdir()) == ["buying.md"]


def test_a_folder_takes_a_file_for_each_journey(site: Path) -> None:
    (site / "journeys/new").mkdir()
    result = run(site, "mermaid", "two.md", "--output", "journeys/new")
    told = "journeys/new/buying.md\njourneys/new/using.md\n"
    assert (result.returncode, result.stdout, result.stderr.decode()) == (0, b"", told)
    assert written(site / "journeys/new") == {
        "buying.md": DEFINITION, "using.md": DEFINITION.replace("Buying", "Using")
    }  # fmt: skip


@pytest.mark.parametrize("folder", ["new/", "journeys/a/b/"])
def test_a_path_that_ends_with_a_slash_is_a_folder(site: Path, folder: str) -> None:
    result = run(site, "mermaid", "a.mmd", "--output", folder)
    assert (result.returncode, result.stdout, result.stderr.decode()) == (0, b"", f"{folder}buying.md\n")
    assert written(site / folder) == {"buying.md": DEFINITION}


def test_a_new_folder_takes_a_file_for_each_sheet(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook("Sheet1", "Sheet2"))
    result = run(site, "csv", "map.xlsx", "--output", "new/", "--persona", "lena")
    assert (result.returncode, sorted(written(site / "new"))) == (0, ["sheet1.md", "sheet2.md"])


def test_an_export_of_our_own_comes_into_a_new_folder(site: Path) -> None:
    export = [sys.executable, "-m", "mkdocs_journeys.cli", "export", "json", "buying", "-o", "own.json"]
    subprocess.run(export, cwd=site, check=True)
    result = run(site, "json", "own.json", "--output", "new/")
    assert (result.returncode, result.stderr.decode()) == (0, "new/buying.md\n")


def test_a_file_is_no_folder_whatever_stands_behind_it(site: Path) -> None:
    result = run(site, "mermaid", "a.mmd", "--output", "two.md/")
    told = USED_WRONGLY.format("mermaid", "two.md/buying.md cannot be written: Not a directory")
    assert (result.returncode, result.stdout, result.stderr.decode()) == (2, b"", told)
    assert (site / "two.md").read_text() == TWO


def test_journeys_of_one_title_get_a_file_each(site: Path) -> None:
    (site / "journeys/new").mkdir()
    result = run(site, "mermaid", "two.md", "--title", "Buying", "--output", "journeys/new")
    told = "journeys/new/buying.md\njourneys/new/buying-2.md\n"
    assert (result.returncode, result.stdout, result.stderr.decode()) == (0, b"", told)
    assert written(site / "journeys/new") == {"buying.md": DEFINITION, "buying-2.md": DEFINITION}


def test_without_a_site_it_works_too(tmp_path: Path) -> None:
    result = run(write(tmp_path, {"a.mmd": MERMAID}), "mermaid", "a.mmd", "--persona", "Lena=lena")
    assert (result.returncode, result.stdout.decode(), result.stderr) == (0, DEFINITION, b"")


AS_IS_SAID = (
    "map.xlsx:1:4 (D1): warning: the scores were read on a scale from -2 to 2; name another one with "
    "--scale\n"
    'map.xlsx:1:5 (E1): warning: the heading "Budget" is not known; what stands there is left out\n'
)
TO_BE_SAID = (
    'map.xlsx:3:2 (B3): warning: "good" was taken for a score of 1\n'
    'map.xlsx:3:3 (C3): warning: "great" was taken for a score of 2\n'
)
AS_IS = DEFINITION.replace("title: Buying", "title: As is")
TO_BE = """---
title: To be
personas: [lena]
stages:
  - name: Buy
    steps:
      - name: Pays
        feeling: good
        emotion: 1
  - name: Use
    steps:
      - name: Runs
        feeling: great
        emotion: 2
---
"""


def test_the_sheet_that_was_named_is_read(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook("As is", "To be"))
    as_is = run(site, "table", "map.xlsx", "--sheet", "as is", "--persona", "lena")
    assert (as_is.returncode, as_is.stdout.decode(), as_is.stderr.decode()) == (0, AS_IS, AS_IS_SAID)
    to_be = run(site, "table", "map.xlsx", "--number", "2", "--persona", "lena")
    assert (to_be.returncode, to_be.stdout.decode(), to_be.stderr.decode()) == (0, TO_BE, TO_BE_SAID)


def test_a_sheet_that_is_not_there_is_a_wrong_use(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook("As is", "To be"))
    result = run(site, "table", "map.xlsx", "--sheet", "gone")
    assert (result.returncode, result.stdout, result.stderr.decode()) == (
        2,
        b"",
        USED_WRONGLY.format("table", 'there is no sheet "gone"; there are As is, To be'),
    )


@pytest.mark.parametrize("names", [("As is", "To be"), ("Sheet1", "Sheet2")])
def test_of_several_sheets_the_first_is_read_and_all_are_named(site: Path, names: tuple[str, str]) -> None:
    (site / "map.xlsx").write_bytes(workbook(*names))
    result = run(site, "table", "map.xlsx", "--persona", "lena")
    told = (
        f"map.xlsx:1:1: warning: several sheets hold a journey: {', '.join(names)}; the first was read (name "
        "another with --sheet, or a folder with --output)\n"
    )
    assert (result.returncode, result.stdout.decode(), result.stderr.decode()) == (
        0,
        AS_IS.replace("As is", names[0]),
        told + AS_IS_SAID,
    )


def test_a_folder_takes_a_file_for_each_sheet(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook("Sheet1", "Sheet2"))
    (site / "new").mkdir()
    result = run(site, "table", "map.xlsx", "--output", "new", "--persona", "lena")
    told = f"{AS_IS_SAID}{TO_BE_SAID}new/sheet1.md\nnew/sheet2.md\n"
    assert (result.returncode, result.stdout, result.stderr.decode()) == (0, b"", told)
    assert written(site / "new") == {
        "sheet1.md": AS_IS.replace("As is", "Sheet1"), "sheet2.md": TO_BE.replace("To be", "Sheet2")
    }  # fmt: skip


PAYS = "      - name: Pays\n        emotion: -2\n"
UNCOUNTED = (
    "map.xlsx:2:4 (D2): warning: this formula was saved without its value; open the file in Excel, save it, "
    "and import it again\n"
)


def test_a_formula_whose_value_was_not_saved_is_told(site: Path) -> None:
    head: list[str | int] = ["No", "Stage", "Step", "Emotion (1-5)"]
    (site / "map.xlsx").write_bytes(saved(head, [1, "Buy", "Pays", "=1+1"], [2, "Buy", "Goes", 1]))
    result = run(site, "table", "map.xlsx", "--title", "Buying", "--persona", "lena")
    came = DEFINITION.replace(PAYS, "      - Pays\n      - name: Goes\n        emotion: -2\n")
    assert (result.returncode, result.stdout.decode(), result.stderr.decode()) == (0, came, UNCOUNTED)


@pytest.mark.parametrize(
    ("value", "pains"), [("<v>Queues</v>", "        pains: [Queues]\n"), ("<v></v>", "")]
)
def test_a_formula_whose_value_was_saved_is_a_cell_like_others(site: Path, value: str, pains: str) -> None:
    """Excel saves that a formula makes an empty text."""
    head: list[str | int] = ["No", "Stage", "Step", "Emotion (1-5)", "Pain"]
    (site / "map.xlsx").write_bytes(with_value(saved(head, [1, "Buy", "Pays", 1, "=A2"]), "E2", value))
    result = run(site, "table", "map.xlsx", "--title", "Buying", "--persona", "lena")
    came = DEFINITION.replace(PAYS, f"{PAYS}{pains}")
    assert (result.returncode, result.stdout.decode(), result.stderr.decode()) == (0, came, "")


NO_PACKAGE = (
    "map.xlsx:1:1: error: reading Excel files needs a package: pip install mkdocs-journeys[xlsx] "
    "(or save it as CSV)\n"
)


def test_without_the_package_for_excel_it_says_what_to_install(site: Path) -> None:
    (site / "map.xlsx").write_bytes(workbook("As is", "To be"))
    without = "import sys; sys.modules['openpyxl'] = None; from mkdocs_journeys.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", without, "import", "csv", "map.xlsx"],
        cwd=site,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (
        1,
        "",
        NO_PACKAGE,
    )


NO_SCALE = "is no scale; write the worst and the best score, like 1..5"
NO_ENCODING = "is no encoding; write one like cp1251, gb18030 or big5"
WRONG_USES = {
    "mermaid gone.mmd": "Invalid value for 'FILE': File 'gone.mmd' does not exist.",
    "mermaid a.mmd --number 2": "the file holds one journey: 1 Buying",
    "mermaid a.mmd --scale 5..1": f"Invalid value for '--scale': \"5..1\" {NO_SCALE}",
    "mermaid a.mmd --persona a!b": (
        "Invalid value for '--persona': \"a!b\" is no persona's id, like lena, and no name with one, "
        "like Me=lena"
    ),
    "mermaid two.md": (
        "the file holds several journeys: 1 Buying, 2 Using; choose one with --number, or name a folder "
        "with --output"
    ),
    "mermaid two.md --number 3": (
        "the file holds several journeys: 1 Buying, 2 Using; choose one with --number, or name a folder "
        "with --output"
    ),
    "csv map.csv --written-in ?": (
        "Invalid value for '--written-in': \"?\" is no language; write a tag like en, zh-Hans, zh-Hant or ru"
    ),
    "csv map.csv --encoding hex": f"Invalid value for '--encoding': \"hex\" {NO_ENCODING}",
    "csv map.csv --encoding undefined": f"Invalid value for '--encoding': \"undefined\" {NO_ENCODING}",
}


@pytest.mark.parametrize("typed", WRONG_USES)
def test_a_wrong_use_is_no_finding(site: Path, typed: str) -> None:
    arguments = typed.split()
    result = run(site, *arguments)
    assert (result.returncode, result.stdout, result.stderr.decode()) == (
        2,
        b"",
        USED_WRONGLY.format(arguments[0], WRONG_USES[typed]),
    )


@pytest.mark.parametrize(
    "arguments", [["csv", "map.csv", "--lang", "xx"], ["mermaid", "a.mmd", "--output", "a.mmd/a.md"]]
)
def test_what_other_commands_take_for_wrong_is_wrong_here(site: Path, arguments: list[str]) -> None:
    result = run(site, *arguments)
    assert (result.returncode, result.stdout, b"Traceback" in result.stderr) == (2, b"", False)


def test_each_example_of_the_help_has_a_line_of_its_own(site: Path) -> None:
    for command in ([], ["mermaid"], ["csv"], ["table"]):
        lines = run(site, *command, "--help").stdout.decode().splitlines()
        assert len([line for line in lines if line.startswith("    journeys import")]) == 3


def test_each_help_tells_the_exit_statuses(site: Path) -> None:
    told = (
        "Exit status: 0 read (there may be warnings), 1 nothing could be read, 2 used wrongly, as where "
        "something is there already."
    )
    for command in ([], ["mermaid"], ["csv"], ["table"]):
        shown = run(site, *command, "--help", COLUMNS="200").stdout.decode()
        assert told in " ".join(shown.split())


def test_the_names_that_are_made_up_are_in_the_writers_language(site: Path) -> None:
    result = run(site, "mermaid", "-", "--lang", "ru", given=b"journey\nPays: 1: Lena\n")
    name = language("ru").gettext("All steps")
    assert (result.returncode, f"  - name: {name}\n" in result.stdout.decode()) == (0, True)


def written(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def saved(*rows: list[str | int]) -> bytes:
    """A workbook with the rows, as openpyxl saves it: formulas without their values."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_value(raw: bytes, cell: str, value: str) -> bytes:
    """The workbook with the value of a formula, a text, as Excel saves it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                pattern = rf'<c r="{cell}"[^>]*>(<f>.*?</f>)<v ?/?>(?:</v>)?</c>'
                found = re.subn(pattern, rf'<c r="{cell}" t="str">\1{value}</c>', text.decode())
                assert found[1] == 1
                text = found[0].encode()
            after.writestr(name, text)
    return stream.getvalue()


def workbook(first: str, second: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = first
    sheet.append(["No", "Stage", "Step", "Emotion", "Budget"])
    sheet.append([1, "Buy", "Pays", -2, 3.5])
    other = book.create_sheet(second)
    other.append(["", "Buy", "Use"])
    other.append(["Doing", "Pays", "Runs"])
    other.append(["Feeling", "good", "great"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
