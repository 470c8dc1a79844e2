"""Help for editors: the repository has what the code gives, and each snippet makes what the check takes."""

import json
import re
from pathlib import Path

import pytest

from mkdocs_journeys.authoring.editors import SNIPPETS, editor_files, front_matter_cms, snippets
from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import KINDS, MODELS, SiteOptions, read_definitions
from tests.conftest import REPOSITORY

LANGUAGES = ["en", "ru", "zh-Hans", "zh-Hant"]
# https://frontmatter.codes/docs/content-creation/fields
FIELD_TYPES = {"string", "number", "datetime", "boolean", "choice", "list"}
FIELD_KEYS = {"title", "name", "description", "type", "required", "single", "choices", "dateFormat"}
STEP = "---\ntitle: T\npersonas: lena\nstages:\n  - name: S\n    steps:\n      - name: Pays\n"
FILES = {
    "personas/persona-id.md": "---\nname: One\n---\n",
    "personas/other-persona-id.md": "---\nname: Other\n---\n",
    "personas/lena.md": "---\nname: Lena\n---\n",
    "docs/evidence/evidence-id.md": "---\ntitle: E\nmethod: survey\n---\n",
}


@pytest.mark.parametrize("path", [*editor_files("en", SiteOptions())])
def test_the_repository_has_what_the_code_gives(path: str) -> None:
    assert (REPOSITORY / path).read_text(encoding="utf-8") == editor_files("en", SiteOptions())[path], (
        "run `make reference`"
    )


def filled(name: str, lang: str) -> str:
    """A snippet as it stands when nobody changes what it proposes."""
    text = "\n".join(snippets(lang)[f"journeys: {name}"]["body"])
    text = text.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-20").replace("$0", "")
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


def below(name: str, text: str) -> str:
    """A journey in which the lines of a snippet stand where they belong."""
    indented = {
        "stage": STEP.replace("stages:\n  - name: S\n    steps:\n      - name: Pays\n", "stages:\n")
        + indent(text, 2),
        "step": STEP + indent(text, 6),
        "improvement": STEP.replace("Pays\n", "Pays\n        id: step-id\n")
        + "improvements:\n"
        + indent(text, 2),
    }
    return (indented.get(name) or STEP + indent(text, 8)).replace(
        "lena", "[persona-id, other-persona-id]"
    ) + "---\n"


def indent(text: str, blanks: int) -> str:
    return "".join(f"{' ' * blanks}{line}\n" for line in text.splitlines() if line)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_makes_what_the_check_takes(name: str, lang: str, tmp_path: Path) -> None:
    folders = {"persona": "personas", "touchpoint": "docs/touchpoints", "evidence": "docs/evidence"}
    text = filled(name, lang)
    assert "$" not in text
    whole = text if name in KINDS else below(name, text)
    for path, content in {**FILES, f"{folders.get(name, 'journeys')}/made.md": whole}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    found = link(read_definitions(tmp_path))[1]
    assert [str(each) for each in found if each.level != "note"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_snippet_says_what_it_is_and_is_offered_in_front_matter_too(lang: str) -> None:
    for snippet in snippets(lang).values():
        assert snippet["description"]
        assert snippet["scope"].split(",") == ["markdown", "yaml"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_forms_of_front_matter_cms_have_only_what_its_documentation_knows(lang: str) -> None:
    cms = front_matter_cms(lang, SiteOptions())
    types = cms["frontMatter.taxonomy.contentTypes"]
    assert [each["name"] for each in types] == list(KINDS)
    for kind, each in zip(KINDS, types, strict=True):
        names = [field["name"] for field in each["fields"]]
        keys = {info.alias or name for name, info in MODELS[kind].model_fields.items()}
        assert len(set(names)) == len(names)
        assert set(names) <= keys
        for field in each["fields"]:
            assert field["type"] in FIELD_TYPES
            assert field.keys() <= FIELD_KEYS
            assert ("choices" in field) == (field["type"] == "choice")


def test_front_matter_cms_makes_no_files_because_it_would_add_a_key_of_its_own() -> None:
    folders = front_matter_cms("en", SiteOptions())["frontMatter.content.pageFolders"]
    assert [(folder["path"], folder["disableCreation"]) for folder in folders] == [
        ("[[workspace]]/journeys", True),
        ("[[workspace]]/personas", True),
        ("[[workspace]]/docs/touchpoints", True),
        ("[[workspace]]/docs/evidence", True),
    ]


def test_every_file_is_json() -> None:
    for text in editor_files("ru", SiteOptions()).values():
        assert json.loads(text)
