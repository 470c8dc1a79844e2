"""`journeys schema`: data on standard output, files only where they were asked for."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator, ValidationError

from mkdocs_journeys.authoring.schemas import schema_of, schema_of_all
from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.schema import SCHEMAS
from mkdocs_journeys.definitions import KINDS, Kind
from tests.sites import BASE, journey, write

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


def test_a_folder_gets_a_file_for_each_and_those_that_are_there_stay_unless_forced(site: Path) -> None:
    files = [f"made/schemas/{name}.schema.json" for name in SCHEMAS]
    result = schema("--output", "made/schemas")
    assert (result.stdout.splitlines(), result.stderr, result.exit_code) == (files, "", 0)
    for kind in KINDS:
        text = (site / f"made/schemas/{kind}.schema.json").read_text(encoding="utf-8")
        assert json.loads(text) == schema_of(kind)
    (site / files[1]).write_text("mine")
    again = schema("--output", "made/schemas")
    assert (again.stdout, again.exit_code) == ("", 2)
    assert again.stderr.endswith(f"\nError: {files[0]} is there already; --force writes over it\n")
    assert schema("persona", "--output", "made/schemas", "--force").stdout == f"{files[1]}\n"
    assert json.loads((site / files[1]).read_text(encoding="utf-8")) == schema_of("persona")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_schema_of_its_own(kind: Kind) -> None:
    assert json.loads(schema(kind).stdout) == schema_of(kind)


@pytest.mark.parametrize(
    ("what", "printing"),
    [
        ("journeys", ["export", "json"]),
        ("findings", ["check", "--format", "json"]),
        ("difference", ["diff", ".", "other", "--format", "json"]),
    ],
)
def test_what_commands_print_keeps_to_the_schema_that_is_printed(
    what: str, printing: list[str], site: Path
) -> None:
    before = {**BASE, "journeys/buying.md": journey(), "mkdocs.yml": "site_name: S\n"}
    after = journey().replace("- Pays", "- {name: Pays, emotion: -2}").replace("owner: web\n", "")
    write(site / "other", before)
    write(site, {**before, "journeys/buying.md": after})
    printed = CliRunner().invoke(main, printing, catch_exceptions=False)
    of_ours = json.loads(schema(what).stdout)
    Draft202012Validator.check_schema(of_ours)
    found = json.loads(printed.stdout)
    Draft202012Validator(of_ours).validate(found)
    assert found["journeys" if what == "journeys" else "findings" if what == "findings" else "definitions"]
    with pytest.raises(ValidationError):
        Draft202012Validator(of_ours).validate({**found, "format": "x"})


def test_a_folder_that_cannot_be_made_fails_in_words(site: Path) -> None:
    (site / "file").write_text("")
    result = schema("--output", "file/schemas")
    assert (result.stdout, result.exit_code) == ("", 2)
    assert "\nError: file/schemas/journey.schema.json cannot be written: Not a directory\n" in result.stderr


def test_help_for_an_editor_is_written_into_the_site_and_replaces_nothing(site: Path) -> None:
    write(site, {".vscode/settings.json": "mine"})
    result = schema("--editor", "--lang", "ru")
    assert (result.stdout.splitlines(), result.exit_code) == (EDITOR[1:], 2)
    assert result.stderr == f"файл {site}/.vscode/settings.json уже есть и остаётся без изменений\n"
    assert (site / ".vscode/settings.json").read_text() == "mine"
    assert "[[workspace]]/pages/evidence" in (site / "frontmatter.json").read_text(encoding="utf-8")
    assert "Путь целиком" in (site / ".vscode/journeys.code-snippets").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--output", "x"], ["journey"], ["--force"]])
def test_help_for_an_editor_goes_alone(arguments: list[str]) -> None:
    result = schema("--editor", *arguments)
    assert result.exit_code == 2
    assert result.stderr.endswith("\nError: --editor goes without WHAT, --output and --force\n")
