"""Standard output that cannot be written: one line says so, and a reader who has gone hears nothing."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.history.repositories import commit, repository
from tests.sites import BASE, journey

SITE: Mapping[str, str | bytes] = {
    **BASE,
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n",
    "journeys/buying.md": journey(),
    "a.mmd": "journey\n  title Selling\n  section Sell\n    Talks: 1: Lena\n",
}
PRINTING = [
    "--help",
    "--version",
    "check --help",
    "check --format json",
    "completion bash",
    "diff HEAD~1",
    "explain",
    "explain J100",
    "export csv buying",
    "export json",
    "export json buying",
    "export mermaid buying",
    "import mermaid a.mmd",
    "new persona Omar",
    "new persona Nadia --stdout",
    "new site ours",
    "schema",
    "schema --editor",
    "schema journey",
    "schema journey --output out",
]


FULL = Path("/dev/full")
on_a_full_disk = pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = repository(tmp_path / "site")
    commit(folder, SITE)
    commit(folder, {"journeys/buying.md": journey("summary: A pair that fits.\n")})
    return folder


def run(site: Path, typed: str, stdout: int, **environment: str) -> tuple[int, str]:
    """The exit status, and what is said on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_journeys.cli", *typed.split()],
        cwd=site,
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )
    return done.returncode, done.stderr.decode()


@on_a_full_disk
@pytest.mark.parametrize("typed", PRINTING)
def test_that_the_output_cannot_be_written_is_said_in_one_line(site: Path, typed: str) -> None:
    with FULL.open("wb") as stdout:
        found = run(site, typed, stdout.fileno())
    assert found == (2, "Error: the output cannot be written: No space left on device\n")


@on_a_full_disk
def test_it_is_said_in_the_person_s_language(site: Path) -> None:
    with FULL.open("wb") as stdout:
        status, said = run(site, "schema", stdout.fileno(), LC_ALL="ru_RU.UTF-8")
    assert (status, said) == (2, "Ошибка: вывод не удалось записать: No space left on device\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("typed", PRINTING)
def test_a_reader_who_has_gone_is_told_nothing(site: Path, typed: str, unbuffered: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        found = run(site, typed, writer, PYTHONUNBUFFERED=unbuffered)
    finally:
        os.close(writer)
    assert found == (1, "")


def test_no_output_at_all_is_one_that_cannot_be_written(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs_journeys.cli", "import", "mermaid", "a.mmd"]
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
    done = subprocess.run(closed, cwd=site, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "Error: the output cannot be written: Bad file descriptor\n")
