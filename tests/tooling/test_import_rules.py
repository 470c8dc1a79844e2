"""The rooms of the package, and who may enter where (`tool.importlinter` in pyproject.toml)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# importer, what it must not import, name of the rule that says so
FORBIDDEN = [
    ("definitions", "mkdocs_journeys.catalogue", "A room imports only rooms below it"),
    ("insight", "mkdocs_journeys.charts", "A room imports only rooms below it"),
    ("exchange", "mkdocs_journeys.pages", "A room imports only rooms below it"),
    ("cli", "mkdocs_journeys.mkdocs_plugin", "A room imports only rooms below it"),
    ("attic", "mkdocs_journeys.definitions", "A room imports only rooms below it"),
    ("charts", "mkdocs_journeys.catalogue", "Charts draw insights and know nothing else"),
    ("pages", "mkdocs.structure", "Only the adapter knows MkDocs"),
    ("insight", "matplotlib.path", "Only charts draw with matplotlib"),
]


def test_every_room_imports_only_what_it_may(repository: Path) -> None:
    rules = lint_imports(repository, repository / "plugins")
    assert rules.returncode == 0, rules.stdout


@pytest.mark.parametrize(("room", "module", "rule"), FORBIDDEN)
def test_an_import_that_breaks_a_rule_is_found(
    repository: Path, tmp_path: Path, room: str, module: str, rule: str
) -> None:
    shutil.copy(repository / "pyproject.toml", tmp_path)
    shutil.copytree(
        repository / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__")
    )
    intruder = tmp_path / "plugins/mkdocs_journeys" / room / "intruder.py"
    intruder.parent.mkdir(exist_ok=True)
    intruder.with_name("__init__.py").touch()
    intruder.write_text(f"import {module}\n", encoding="utf-8")
    assert f"{rule} BROKEN" in lint_imports(tmp_path, tmp_path / "plugins").stdout


@pytest.mark.parametrize("module", ["mkdocs_journeys.cli", "mkdocs_journeys.mkdocs_plugin"])
def test_the_command_and_the_plugin_start_without_matplotlib(module: str) -> None:
    code = f"import sys, {module}; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def lint_imports(project: Path, packages: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(packages), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
