"""`journeys check --fix` in pipes and terminals."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BUILT_ON
from tests.golden import CASES, cases, expect
from tests.sites import BASE, journey, write
from tests.terminal import Terminal

SPOILT = journey("sumary: x # why\n")
MENDED = journey("summary: x # why\n")
CHECK = ["-m", "mkdocs_journeys.cli", "check", "--fix"]
DIFFERENCE = """\
--- a/journeys/buying.md
+++ b/journeys/buying.md
@@ -4,5 +4,5 @@
 owner: web
 reviewed: 2026-11-01
-sumary: x # why
+summary: x # why
 stages:
   - name: Find out
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    return write(tmp_path, {**BASE, "mkdocs.yml": "site_name: Shoes\n", "journeys/buying.md": SPOILT})


def fix(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *CHECK, *arguments], cwd=site, capture_output=True, text=True, check=False
    )


def text(site: Path) -> str:
    return (site / "journeys/buying.md").read_bytes().decode()


def test_a_pipe_gets_the_difference_and_nothing_is_written(site: Path) -> None:
    result = fix(site)
    assert result.stdout.startswith(f"{DIFFERENCE}journeys/buying.md:6:1: error J104")
    assert result.stderr == "nothing was written; journeys check --fix --yes writes it\n1 error in 3 files\n"
    assert (result.returncode, text(site)) == (1, SPOILT)


def test_a_yes_beforehand_writes_and_checks_again(site: Path) -> None:
    result = fix(site, "--yes")
    assert (result.stdout, result.returncode, text(site)) == (DIFFERENCE, 0, MENDED)
    assert result.stderr == "1 file mended\nnothing found in 3 files\n"


def test_a_second_time_has_nothing_to_do(site: Path) -> None:
    fix(site, "--yes")
    result = fix(site, "--yes")
    assert (result.stdout, result.stderr, result.returncode) == ("", "nothing found in 3 files\n", 0)


@pytest.mark.parametrize(
    ("typed", "status", "after"), [("y\n", 0, MENDED), ("n\n", 1, SPOILT), ("\n", 1, SPOILT)]
)
def test_a_terminal_is_asked(site: Path, typed: str, status: int, after: str) -> None:
    terminal = Terminal(["check", "--fix"], site)
    terminal.press(typed)
    left, shown = terminal.end()
    assert DIFFERENCE in shown
    assert "Write 1 file? [y/N]: " in shown
    assert (left, text(site)) == (status, after)


def test_only_the_files_that_are_named_are_mended(site: Path) -> None:
    write(site, {"journeys/retail/other.md": SPOILT})
    fix(site, "--yes", "journeys/retail")
    assert text(site) == SPOILT
    assert (site / "journeys/retail/other.md").read_text() == MENDED


def test_a_file_from_windows_gets_the_line_ends_of_all_others(site: Path) -> None:
    write(site, {"journeys/buying.md": b"\xef\xbb\xbf" + SPOILT.replace("\n", "\r\n").encode()})
    result = fix(site, "--yes")
    assert (result.stdout, text(site)) == (DIFFERENCE, MENDED)
    assert result.stderr.startswith("journeys/buying.md: its line ends become those of all other computers")


def test_where_git_makes_crlf_it_stays(site: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(site)], check=True)
    subprocess.run(["git", "-C", str(site), "config", "core.autocrlf", "true"], check=True)
    write(site, {"journeys/buying.md": SPOILT.replace("\n", "\r\n").encode()})
    assert fix(site, "--yes").returncode == 0
    assert text(site) == MENDED.replace("\n", "\r\n")


def test_links_are_not_followed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = write(tmp_path_factory.mktemp("outside"), {"one.md": SPOILT, "folder/two.md": SPOILT})
    (site / "journeys/one.md").symlink_to(outside / "one.md")
    (site / "journeys/folder").symlink_to(outside / "folder")
    result = fix(site, "--yes")
    assert result.stdout.count("+++") == 1
    assert (outside / "one.md").read_text() == (outside / "folder/two.md").read_text() == SPOILT


def test_a_file_keeps_its_permissions_and_nothing_is_left_beside_it(site: Path) -> None:
    (site / "journeys/buying.md").chmod(0o640)
    fix(site, "--yes")
    assert (site / "journeys/buying.md").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (site / "journeys").iterdir()] == ["buying.md"]


def test_the_difference_shows_no_control_character(site: Path) -> None:
    write(site, {"journeys/buying.md": journey("sumary: x # \u202e why\n\x1b[31m: y\n")})
    result = fix(site)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


@pytest.mark.parametrize(
    "arguments", [["--format", "json"], ["--base", "main"], ["--format", "sarif", "--yes"]]
)
def test_options_that_do_not_go_together_are_a_wrong_use(site: Path, arguments: list[str]) -> None:
    result = fix(site, *arguments)
    assert (result.stdout, result.returncode) == ("", 2)


SECRETS = journey("sumary: x # asks jo.smith@firm.com\nneeds:\n  - Calls: 0176 12345678\n")
HIDDEN_DIFFERENCE = """\
--- a/journeys/buying.md
+++ b/journeys/buying.md
@@ -4,7 +4,7 @@
 owner: web
 reviewed: 2026-11-01
-sumary: x # asks j*******@firm.com
+summary: x # asks j*******@firm.com
 needs:
-  - Calls: 01*********78
+  - "Calls: 01*********78"
 stages:
   - name: Find out
"""


def test_personal_data_is_written_as_it_is_and_not_shown(site: Path) -> None:
    write(site, {"journeys/buying.md": SECRETS})
    assert fix(site, "--yes").stdout.startswith(HIDDEN_DIFFERENCE)
    assert text(site) == SECRETS.replace("sumary", "summary").replace(
        "Calls: 0176 12345678", '"Calls: 0176 12345678"'
    )


def test_the_difference_shows_what_the_site_allows(site: Path) -> None:
    options = "plugins: [{journeys: {allow_personal_data: [jo.smith@firm.com]}}]\n"
    write(site, {"mkdocs.yml": f"site_name: Shoes\n{options}", "journeys/buying.md": SECRETS})
    shown = HIDDEN_DIFFERENCE.replace("j*******@", "jo.smith@")
    assert fix(site).stdout.startswith(shown)


@pytest.mark.parametrize("case", cases("mending_sites"))
def test_a_site_is_mended_as_expected_and_then_stays(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    site = tmp_path / "site"
    shutil.copytree(CASES / "mending_sites" / case, site)
    (site / "expected.txt").unlink(missing_ok=True)
    told, again = fix(site, "--yes"), fix(site, "--yes")
    expect(CASES / "mending_sites" / case / "expected.txt", f"{told.stdout}{told.stderr}")
    assert told.stdout.endswith(again.stdout)
    assert not again.stdout.startswith("---")
