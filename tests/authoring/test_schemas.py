"""The JSON Schemas: they say what the models say, take every example, and refuse what a schema can refuse."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from mkdocs_journeys.authoring.schemas import is_required, keys_of, schema_of, schema_of_all
from mkdocs_journeys.authoring.value_words import NAMES, allowed_words, without_none
from mkdocs_journeys.definitions import KINDS, Emotion, Kind, SiteOptions, read_definitions
from tests.authoring.editors_yaml import front_matter, loaded
from tests.conftest import REPOSITORY
from tests.golden import CASES

PARTS = [(name, model) for model, name in NAMES.items() if model is not Emotion]
FOLDERS: dict[Kind, str] = {
    "journey": "journeys",
    "persona": "personas",
    "touchpoint": "docs/touchpoints",
    "evidence": "docs/evidence",
}
# Faults that a schema can see: a key, a type, a word, a number, a length of time, a language, a place.
SEEN = {"J103", "J104", "J105", "J106", "J111", "J112", "J115", "J116", "J123"}
BEYOND = {
    "an interval must be longer than nothing": "zero is a number like any other",
    "no id can be made": "what is a letter is not known to every validator",
    "can be seen": "what is a blank or a mark of direction is not known to every validator",
}
"""Messages with one of these codes of which a schema knows nothing."""


def files_of(kind: Kind, root: Path) -> list[Path]:
    found = sorted((root / FOLDERS[kind]).rglob("*.md"))
    return [file for file in found if file.name not in ("README.md", "index.md")]


def complaints(kind: Kind, value: Any) -> list[str]:
    errors = Draft202012Validator(schema_of(kind)).iter_errors(value)
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_by_its_metaschema(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_of(kind))
    Draft202012Validator.check_schema(schema_of_all())


@pytest.mark.parametrize(("name", "model"), PARTS, ids=[name for name, _ in PARTS])
def test_a_part_has_the_keys_of_its_model_and_no_other(name: str, model: type[BaseModel]) -> None:
    schema = schema_of_all()["$defs"][name]
    assert list(schema["properties"]) == [key for key, _, _ in keys_of(model)]
    assert schema.get("required", []) == [key for key, info, _ in keys_of(model) if is_required(key, info)]
    assert schema["additionalProperties"] is False
    for key, info, hint in keys_of(model):
        shown = schema["properties"][key]
        assert (shown["description"], bool(shown["title"])) == (info.description, True)
        assert shown.get("examples") == info.examples
        words = allowed_words(without_none(hint))
        assert [word for word in shown.get("enum", []) if isinstance(word, str)] == list(words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kinds_schema_holds_what_the_schema_of_all_kinds_holds(kind: Kind) -> None:
    whole, alone = schema_of_all()["$defs"], schema_of(kind)
    assert {**whole, **alone["$defs"]} == whole
    assert {key: alone[key] for key in whole[kind]} == whole[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_file_is_valid(kind: Kind) -> None:
    files = files_of(kind, REPOSITORY)
    assert len(files) > 5
    assert [(file.name, found) for file in files if (found := complaints(kind, front_matter(file)))] == []


@pytest.mark.parametrize("name", [name for name, _ in PARTS])
def test_every_example_of_the_format_reference_is_valid(name: str) -> None:
    examples = REPOSITORY / "plugins/mkdocs_journeys/authoring/templates/reference/examples"
    text = (examples / f"{name.replace(' ', '-')}.yaml").read_text(encoding="utf-8")
    whole = {**schema_of_all(), "anyOf": [{"$ref": "#/$defs/" + name.replace(" ", "%20")}]}
    assert [error.message for error in Draft202012Validator(whole).iter_errors(loaded(text))] == []


def cases_with(files: str) -> list[Path]:
    return sorted(path for path in (CASES / files).iterdir() if path.is_dir())


@pytest.mark.parametrize("site", cases_with("findings"), ids=lambda path: path.name)
def test_a_schema_refuses_the_faults_that_it_can_see_and_takes_files_without_errors(site: Path) -> None:
    options = SiteOptions()
    found: dict[str, list[tuple[str, str]]] = {}
    for finding in read_definitions(site, options).findings:
        if finding.level == "error":
            found.setdefault(finding.place.path, []).append((finding.code, str(finding.message)))
    for kind in KINDS:
        for file in files_of(kind, site):
            errors = found.get(file.relative_to(site).as_posix(), [])
            try:
                wrong = complaints(kind, front_matter(file))
            except (yaml.YAMLError, ValueError, OSError):
                continue  # an editor says so without any schema
            if not errors:
                assert wrong == [], file
            elif any(code in SEEN and not any(text in told for text in BEYOND) for code, told in errors):
                assert wrong != [], (file, errors)


@pytest.mark.parametrize(
    "typed",
    [
        "{name: Pays, emotion: -1}",
        '{name: Pays, emotion: "-1"}',
        "{name: Pays, emotion: {score: -1.4, inside: 1}}",
        "{name: Pays, emotion: {lena: -1, omar: {score: 1}}}",
        "{name: 2027, takes: 10-20 min, next: exit}",
        "{name: yes, pains: Slow, gains: [Quick, {text: Cheap, severity: 3}]}",
        "{name: Платит, owner: }",
        "{name: Pays, id: }",
    ],
)
def test_a_step_may_be_typed_in_short_and_in_long(typed: str) -> None:
    step = loaded(typed.replace(", owner: ", ""))
    journey = {"title": "Shown", "personas": "lena", "stages": {"name": "Stage", "steps": [step, "Leaves"]}}
    assert complaints("journey", journey) == []


@pytest.mark.parametrize(
    "typed",
    [
        "{name: Pays, emotion: bad}",
        "{name: Pays, emotion: 3}",
        "{name: Pays, emotion: {score: 1, lena: 1}}",
        "{name: Pays, takes: soon}",
        "{name: Pays, moment: Truth}",
        "{name: Pays, id: a b}",
        "{name: Pays, id: index}",
        "{name: Pays, pains: [{severity: 3}]}",
        "{name: Pays, touchpoints: [counter, counter]}",
        "{emotion: 1}",
    ],
)
def test_a_wrong_step_is_refused(typed: str) -> None:
    journey = {"title": "Shown", "personas": "lena", "stages": {"name": "Stage", "steps": [loaded(typed)]}}
    assert complaints("journey", journey) != []


@pytest.mark.parametrize(
    ("trigger", "valid"),
    [
        ("{kind: event, event: paid}", True),
        ("{kind: schedule, every: 1 week}", True),
        ("{kind: schedule, event: paid}", False),
        ("{kind: event}", False),
        ("{kind: external, event: stock, every: 1 week}", False),
    ],
)
def test_a_trigger_has_the_keys_of_its_kind(trigger: str, valid: bool) -> None:
    play = {"name": "Play", "at": "pays", "trigger": loaded(trigger), "do": "Mail"}
    journey = {"title": "T", "personas": "lena", "stages": {"name": "S", "steps": "Pays"}, "plays": [play]}
    assert (complaints("journey", journey) == []) is valid
