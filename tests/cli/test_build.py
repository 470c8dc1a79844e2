"""`journeys build`: a site takes its place only when it is whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from tests.conftest import build_environment
from tests.site.building import contents
from tests.sites import BASE, journey, write

SITE: Mapping[str, str | bytes] = {
    "mkdocs.yml": (
        "site_name: Shoes\ntheme: {name: material, font: false}\nplugins: "
        "[{journeys: {search: false, exports: []}}]\n"
    ),
    "docs/index.md": "# Shoes\n",
    "journeys/buying.md": journey(),
    **BASE,
}
PUBLISHED: Mapping[str, str | bytes] = {"site/index.html": "before", "site/sitemap.xml": "before"}
SLOW = """import pathlib
import time


def on_post_build(config):
    pathlib.Path("reached").touch()
    time.sleep(60)
"""
COMMAND = [sys.executable, "-m", "mkdocs_journeys.cli", "build", "--quiet"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was published before."""
    return write(tmp_path, {**SITE, **PUBLISHED})


def build(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=site, env=build_environment(), capture_output=True, text=True, check=False
    )


def left_over(site: Path) -> list[str]:
    return sorted(path.name for path in site.glob(".site-*"))


def test_a_whole_site_takes_the_place_of_the_one_before(site: Path) -> None:
    result = build(site)
    assert (result.returncode, left_over(site)) == (0, []), result.stderr
    assert (site / "site/journeys/buying/index.html").is_file()
    assert "before" not in (site / "site/index.html").read_text()
    assert (site / "site").stat().st_mode & 0o055 == 0o055


def test_with_an_error_the_site_before_stays(site: Path) -> None:
    (site / "journeys/buying.md").write_text(journey("chanel: web\n"))
    result = build(site)
    assert result.returncode == 1
    assert "error J104" in result.stdout + result.stderr
    assert sorted(path.name for path in (site / "site").iterdir()) == ["index.html", "sitemap.xml"]
    assert left_over(site) == []


def test_a_build_that_was_killed_leaves_the_site_before_and_the_next_one_cleans_up(site: Path) -> None:
    configuration = site / "mkdocs.yml"
    quick = configuration.read_text()
    write(site, {"mkdocs.yml": f"{quick}hooks: [slow.py]\n", "slow.py": SLOW})
    process = subprocess.Popen(COMMAND, cwd=site, env=build_environment(), start_new_session=True)
    while not (site / "reached").exists() and process.poll() is None:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert (site / "site/index.html").read_text() == "before"
    assert len(left_over(site)) == 1
    configuration.write_text(quick)
    assert build(site).returncode == 0
    assert (left_over(site), (site / "site/journeys").is_dir()) == ([], True)


def test_a_site_that_was_moved_away_when_the_build_was_killed_comes_back(site: Path) -> None:
    write(site, {"journeys/buying.md": journey("chanel: web\n")})
    (site / ".site-old-x").mkdir()
    (site / "site").rename(site / ".site-old-x" / "site")
    assert build(site).returncode == 1
    assert (site / "site/index.html").read_text() == "before"


def test_the_folder_of_a_build_that_still_runs_stays(site: Path) -> None:
    running, ended = site / f".site-new-{os.getpid()}-x", site / f".site-new-{_ended_process()}-x"
    running.mkdir()
    ended.mkdir()
    assert build(site).returncode == 0
    assert left_over(site) == [running.name]


def _ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.mark.parametrize(
    "target", [".", "docs", "docs/evidence", "docs/new", "journeys", "journeys/retail", "personas/new", ".."]
)
def test_what_the_site_is_made_from_never_gives_way_to_it(
    site: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    refuses(site, monkeypatch, target, "holds the site's own files")


@pytest.mark.parametrize("target", [".git", "plugins", "overrides", "worktree"])
def test_what_is_no_built_site_never_gives_way_to_one(
    site: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    others = {
        ".git/HEAD": "ref: refs/heads/main",
        "plugins/own.py": "",
        "overrides/404.html": "",
        "worktree/.git": "gitdir: elsewhere",
        "worktree/index.html": "",
        "worktree/sitemap.xml": "",
    }
    write(site, others)
    refuses(site, monkeypatch, target, "holds files that are no built site")


def refuses(site: Path, monkeypatch: pytest.MonkeyPatch, target: str, reason: str) -> None:
    before = contents(site)
    monkeypatch.chdir(site)
    result = CliRunner().invoke(main, ["build", "--site-dir", target])
    assert (result.exit_code, reason in result.stderr) == (2, True), result.output
    assert contents(site) == before


def test_an_empty_folder_takes_a_site(site: Path) -> None:
    (site / "empty").mkdir()
    assert build(site, "--site-dir", "empty").returncode == 0
    assert (site / "empty/sitemap.xml").is_file()


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_a_configuration_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, [command]).exit_code == 2


@pytest.mark.parametrize("arguments", [[], ["check"], ["build"], ["serve"]])
def test_every_command_explains_itself(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, [*arguments, "--help"])
    assert (result.exit_code, "Usage: " in result.stdout) == (0, True)
