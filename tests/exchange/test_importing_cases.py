"""Journeys as people write them elsewhere: what comes in, and what is said of it.

A case is a file `input.*`, the command's arguments, what it prints (`expected.md`) and what it says
(`expected.txt`, with the exit status at its end). The site around has the personas Lena and Omar Haddad.
"""

import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_journeys.cli import main
from tests.exchange.imports import faults
from tests.golden import CASES, cases, expect
from tests.sites import EVIDENCE, write

SITE: Mapping[str, str | bytes] = {
    "mkdocs.yml": "site_name: Shoes\nplugins: [journeys]\n",
    "personas/lena.md": "---\nname: Lena\n---\n",
    "personas/omar.md": "---\nname: Omar Haddad\n---\n",
    "docs/evidence/interviews.md": EVIDENCE,
}


@pytest.mark.parametrize("case", cases("importing"))
def test_a_journey_comes_in(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CASES / "importing" / case
    given = next(folder.glob("input.*"))
    shutil.copy(given, write(tmp_path, SITE) / given.name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    arguments = shlex.split((folder / "arguments.txt").read_text(encoding="utf-8"))
    result = CliRunner().invoke(main, ["import", *arguments], catch_exceptions=False)
    expect(folder / "expected.md", result.stdout)
    expect(folder / "expected.txt", f"{result.stderr}exit status {result.exit_code}\n")
    if result.stdout:
        assert faults(result.stdout, SITE) == []
