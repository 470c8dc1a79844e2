"""`journeys check --format` in pipes, as CI servers run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BUILT_ON
from tests.history.test_changes import commit, git
from tests.sites import BASE, journey, write
from tests.terminal import Terminal

CHECK = ["-m", "mkdocs_journeys.cli", "check"]
FINDING = (
    "::error file=%s,line=6,col=1,endColumn=7,title=J104::"
    'unknown key "sumary" in this file; did you mean "summary"?\n'
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with two wrong journeys, of which a review into `main` changes one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    monkeypatch.delenv("GITHUB_BASE_REF", raising=False)
    site = tmp_path / "cx"
    write(site, {**BASE, "mkdocs.yml": "site_name: x\n", "journeys/a.md": journey("sumary: x\n")})
    git(site, "init", "--initial-branch", "main", str(tmp_path))
    commit(tmp_path, "2026-03-01", "Anna")
    git(tmp_path, "checkout", "-b", "work")
    write(site, {"journeys/b.md": journey("sumary: x\n")})
    commit(tmp_path, "2026-03-02", "Anna")
    return site


def check(site: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *CHECK, *arguments],
        cwd=site,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_json_goes_to_standard_output_and_nothing_else(site: Path) -> None:
    result = check(site, "--format", "json")
    data = json.loads(result.stdout)
    assert data["summary"] == {"files": 4, "errors": 2, "warnings": 0, "notes": 0}
    assert (result.stderr, result.returncode) == (b"2 errors in 4 files\n", 1)


def test_paths_choose_what_is_in_it(site: Path) -> None:
    data = json.loads(check(site, "--format", "json", "journeys/b.md").stdout)
    assert [finding["path"] for finding in data["findings"]] == ["journeys/b.md"]


def test_nothing_found_is_an_empty_list_and_no_command(site: Path) -> None:
    write(site, {"journeys/a.md": journey(), "journeys/b.md": journey()})
    assert json.loads(check(site, "--format", "json").stdout)["findings"] == []
    assert json.loads(check(site, "--format", "sarif").stdout)["runs"][0]["results"] == []
    assert check(site, "--format", "github").stdout == b""


def test_bytes_are_utf_8_whatever_the_locale_says(site: Path) -> None:
    write(site, {"journeys/b.md": journey("sumary： 旅程\n")})
    result = check(site, "--format", "json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert "旅程" in result.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "environment", "first"),
    [
        ([], {}, "a"),
        ([], {"GITHUB_BASE_REF": "main"}, "b"),
        ([], {"GITHUB_BASE_REF": "--gone"}, "a"),
        (["--base", "main"], {}, "b"),
        (["--base", "HEAD"], {"GITHUB_BASE_REF": "main"}, "a"),
    ],
)
def test_github_gets_changed_files_first_with_paths_of_the_repository(
    site: Path, arguments: list[str], environment: dict[str, str], first: str
) -> None:
    result = check(site, "--format", "github", *arguments, **environment)
    order = ["a", "b"] if first == "a" else ["b", "a"]
    assert result.stdout.decode() == "".join(FINDING % f"cx/journeys/{name}.md" for name in order)


@pytest.mark.parametrize("revision", ["gone", "--output=x", ""])
def test_a_base_that_git_does_not_know_is_a_wrong_use(site: Path, revision: str) -> None:
    result = check(site, "--format", "github", f"--base={revision}")
    assert (result.stdout, result.returncode) == (b"", 2)
    assert b"git knows no revision" in result.stderr


def test_sarif_names_files_as_the_repository_does_and_explains_where_the_site_does(site: Path) -> None:
    write(
        site, {"mkdocs.yml": "site_name: x\nsite_url: https://x.example/cx\n", "docs/guide/findings.md": ""}
    )
    run = json.loads(check(site, "--format", "sarif", "journeys").stdout)["runs"][0]
    assert run["artifacts"][0]["location"]["uri"] == "cx/journeys/a.md"
    assert run["tool"]["driver"]["rules"][0]["helpUri"] == "https://x.example/cx/guide/findings/#J104"


def test_a_file_name_cannot_speak_in_the_name_of_the_check(site: Path) -> None:
    write(site, {"journeys/x\n::error::bad\r%0A.md": journey()})
    lines = check(site, "--format", "github").stdout.decode().split("\n")
    assert [line for line in lines if line.startswith("::error::")] == []
    assert all(line.startswith("::error file=cx/journeys/") for line in lines if line)


def test_a_terminal_shows_the_same_text_as_a_pipe_and_where_to_learn_more(site: Path) -> None:
    status, shown = Terminal(["check"], site).end()
    piped = check(site)
    said = (piped.stdout + piped.stderr).decode()
    assert (shown, status) == (f"{said}journeys explain J104 tells more\n", piped.returncode)
