"""Somebody with an MkDocs site installs the wheel and adds two lines."""

import re
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, build_environment
from tests.site.building import contents, copy_of, mkdocs


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of a fresh environment: the wheel, what it needs, and ProperDocs; nothing of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "venv", with_pip=False)
    python = str(folder / "venv" / "bin" / "python")
    run("build", "--no-isolation", "--wheel", "--outdir", str(folder), str(REPOSITORY))
    (wheel,) = folder.glob("*.whl")
    locked = ["--requirement", str(REPOSITORY / "requirements.txt")]
    install = ["pip", "--python", python, "install", "--quiet"]
    run(*install, "--require-hashes", *locked)
    run(*install, "--no-deps", str(wheel), f"properdocs=={version('properdocs')}")
    return python


def run(*arguments: str) -> None:
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, env=build_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def adopted(environment: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_of("foreign", tmp_path_factory.mktemp("adopted"))
    build = mkdocs(project, "build", "--strict", python=environment, PYTHONPATH="")
    assert build.returncode == 0, build.stdout + build.stderr
    return project / "site"


def test_their_own_pages_and_ours_are_published(adopted: Path) -> None:
    pages = {path.parent.relative_to(adopted).as_posix() for path in adopted.rglob("index.html")}
    assert pages >= {".", "guide/how", "journeys", "journeys/buying", "personas/ada", "touchpoints/kasse"}
    assert pages >= {"evidence", "evidence/counts", "improvements", "health"}


def test_data_and_notes_beside_definitions_are_not_published(adopted: Path) -> None:
    published = set(contents(adopted))
    assert not {path for path in published if "counts.csv" in path or "README" in path}


def test_their_navigation_stays_and_ours_is_added(adopted: Path) -> None:
    navigation = (adopted / "index.html").read_text("utf-8").partition("md-nav--primary")[2]
    assert re.findall(r"\b(?:Start|Guide)\b", navigation)[:2] == ["Start", "Guide"]
    assert navigation.index('href="guide/how/"') < navigation.index('href="journeys/"')


def test_their_language_is_the_pages_language(adopted: Path) -> None:
    page = (adopted / "journeys/buying/index.html").read_text("utf-8")
    assert '<html lang="de"' in page
    assert "Zum Inhalt" in page


def test_their_links_to_our_pages_lead_there(adopted: Path) -> None:
    page = (adopted / "guide/how/index.html").read_text("utf-8")
    assert page.count('<a href="../../journeys/buying/">') == 2


def test_the_site_is_searched_with_pagefind_and_not_with_materials_index(adopted: Path) -> None:
    assert (adopted / "pagefind/pagefind-entry.json").is_file()
    assert not (adopted / "search/search_index.json").exists()


def test_properdocs_makes_the_same_site(environment: str, adopted: Path, tmp_path: Path) -> None:
    project = copy_of("foreign", tmp_path)
    build = mkdocs(project, "build", "--strict", python=environment, generator="properdocs", PYTHONPATH="")
    assert build.returncode == 0, build.stdout + build.stderr
    assert set(contents(project / "site")) == set(contents(adopted))
