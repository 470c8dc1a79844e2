"""`journeys schema`: data on standard output, files only where they were asked for."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.authoring.schemas import schema_of, schema_of_all
from mkdocs_journeys.cli import main
from mkdocs_journeys.definitions import KINDS
from tests.sites import write

EDITOR = [
    ".vscode/settings.json",
    ".vscode/extensions.json",
    ".vscode/journeys.code-snippets",
    "frontmatter.json",
]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path, {"mkdocs.yml": "site_name: S\ndocs_dir: pages\n"}))
    return tmp_path


def schema(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", *arguments], catch_exceptions=False)


def test_without_options_one_schema_of_all_kinds_is_printed(site: Path) -> None:
    result = schema()
    assert (json.loads(result.stdout), result.stderr, result.exit_code) == (schema_of_all(), "", 0)
    assert [path.name for path in site.iterdir()] == ["mkdocs.yml"]


def test_a_folder_gets_a_file_for_each_kind_and_newer_ones_replace_older_ones(site: Path) -> None:
    for _ in range(2):
        result = schema("--output", "made/schemas")
        assert (result.stdout.splitlines(), result.exit_code) == (
            [f"made/schemas/{kind}.schema.json" for kind in KINDS],
            0,
        )
        (site / "made/schemas/persona.schema.json").write_text("old")
    for kind in ("journey", "touchpoint", "evidence"):
        text = (site / f"made/schemas/{kind}.schema.json").read_text(encoding="utf-8")
        assert json.loads(text) == schema_of(kind)


def test_a_folder_that_cannot_be_made_fails_in_words(site: Path) -> None:
    (site / "file").write_text("")
    result = schema("--output", "file/schemas")
    assert (result.stdout, result.exit_code) == ("", 1)
    assert result.stderr.startswith("Error: file/schemas cannot be written: ")


def test_help_for_an_editor_is_written_into_the_site_and_replaces_nothing(site: Path) -> None:
    write(site, {".vscode/settings.json": "mine"})
    result = schema("--editor", "--lang", "ru")
    assert (result.stdout.splitlines(), result.exit_code) == (EDITOR[1:], 1)
    assert result.stderr == f"файл {site}/.vscode/settings.json уже есть и остаётся без изменений\n"
    assert (site / ".vscode/settings.json").read_text() == "mine"
    assert "[[workspace]]/pages/evidence" in (site / "frontmatter.json").read_text(encoding="utf-8")
    assert "Путь целиком" in (site / ".vscode/journeys.code-snippets").read_text(encoding="utf-8")


def test_both_at_once_is_a_wrong_use() -> None:
    assert schema("--editor", "--output", "x").exit_code == 2
