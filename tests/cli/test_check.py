"""`journeys check` as people and CI servers run it."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from tests.conftest import BUILT_ON
from tests.sites import BASE, journey, write

SITE = {
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n",
    "journeys/buying.md": journey("chanel: web\n"),
    "journeys/retail/fine.md": journey(body="[gone](gone.md)\n"),
    **BASE,
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT_ON)
    monkeypatch.chdir(write(tmp_path, SITE))
    return tmp_path


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments], catch_exceptions=False)


def test_findings_go_to_standard_output_and_the_summary_to_standard_error(site: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs_journeys.cli", "check"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.startswith("journeys/buying.md:6:1: error J104")
    assert (result.stderr, result.returncode) == ("1 error, 1 warning in 4 files\n", 1)


def test_nothing_wrong_is_exit_status_0(site: Path) -> None:
    (site / "journeys/buying.md").unlink()
    (site / "journeys/retail/fine.md").write_text(journey())
    result = check("--strict")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "nothing found in 3 files\n", 0)


def test_a_warning_fails_only_where_it_is_asked_to(site: Path) -> None:
    (site / "journeys/buying.md").unlink()
    assert check().exit_code == 0
    assert check("--strict").exit_code == 1


def test_a_note_fails_nothing(site: Path) -> None:
    (site / "journeys/buying.md").unlink()
    (site / "journeys/retail/fine.md").write_text(journey().replace("owner: web\n", ""))
    result = check("--strict")
    assert "note J302" in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("folder", "paths", "files"),
    [
        (".", ["journeys/retail"], ["journeys/retail/fine.md"]),
        (".", ["journeys/buying.md"], ["journeys/buying.md"]),
        (".", ["journeys/buy"], None),
        (".", ["."], ["journeys/buying.md", "journeys/retail/fine.md"]),
        ("journeys", [], ["journeys/buying.md", "journeys/retail/fine.md"]),
        ("journeys", ["retail/fine.md"], ["journeys/retail/fine.md"]),
        ("journeys/retail", [".."], ["journeys/buying.md", "journeys/retail/fine.md"]),
        ("journeys/retail", ["."], ["journeys/retail/fine.md"]),
    ],
)
def test_paths_choose_what_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch, folder: str, paths: list[str], files: list[str] | None
) -> None:
    monkeypatch.chdir(site / folder)
    result = check(*paths)
    if files is None:
        assert result.exit_code == 2
    else:
        assert sorted({line.split(":")[0] for line in result.stdout.splitlines() if line[0] != " "}) == files


def test_a_path_outside_the_site_is_a_wrong_use(site: Path) -> None:
    assert check(str(site.parent)).exit_code == 2


def test_a_site_elsewhere_is_named_by_its_folder_or_its_file(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    assert check(str(site)).exit_code == 1
    assert check("--config-file", str(site / "mkdocs.yml")).exit_code == 1


def test_without_a_configuration_a_folder_of_journeys_is_a_site(site: Path) -> None:
    (site / "mkdocs.yml").unlink()
    assert check().exit_code == 1


def test_without_journeys_there_is_nothing_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = check()
    assert result.exit_code == 2
    assert "there is no mkdocs.yml here" in result.stderr


@pytest.mark.parametrize(
    "configuration",
    [
        "plugins: [journeys\n",
        "INHERIT: mkdocs.yml\n",
        "INHERIT: gone.yml\n",
        "plugins: [{journeys: {review_every: soon}}]\n",
        "plugins: [{journeys: {weak_score: low}}]\n",
        "plugins: [{journeys: {journeys: ../elsewhere}}]\n",
        "plugins: [{journeys: {exports: [xlsx]}}]\n",
        "markdown_extensions: [not_installed]\n",
        "plugins: 5\n",
        "plugins: journeys\n",
        "markdown_extensions: 3\n",
        "x: 2026-99-99\n",
        "x: !!timestamp soon\n",
        "x: !!bool soon\n",
        "x: " + "[" * 3000,
        "plugins: [{journeys: {exports: [[a]]}}]\n",
        'INHERIT: "a\\0b"\n',
        "INHERIT: circle.yml\n",
    ],
)
def test_a_configuration_that_cannot_be_used_is_a_wrong_use(site: Path, configuration: str) -> None:
    (site / "mkdocs.yml").write_text(configuration)
    (site / "circle.yml").symlink_to("circle.yml")
    result = check()
    assert (result.stdout, result.exit_code) == ("", 2)
