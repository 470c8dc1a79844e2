"""The generated parts of the reference: they are what the code gives, and their examples leave no key out."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from mkdocs_journeys.authoring.finding_pages import finding_pages, write_pages
from mkdocs_journeys.authoring.format_reference import parts_of, renewed
from mkdocs_journeys.authoring.value_words import NAMES
from mkdocs_journeys.definitions import Definition, Emotion
from tests.conftest import REPOSITORY
from tests.docs.pages import finding_pages_of

EXAMPLES = REPOSITORY / "plugins/mkdocs_journeys/authoring/templates/reference/examples"
MODELS = {name: model for model, name in NAMES.items() if model is not Emotion}
GENERATED = ["findings.md", "format-reference.md"]


def example_of(name: str) -> BaseModel:
    text = (EXAMPLES / f"{name.replace(' ', '-')}.yaml").read_text(encoding="utf-8")
    typed = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and mappings
    return MODELS[name].model_validate(typed)


def models_within(value: object) -> Iterator[BaseModel]:
    """Every model in a value, the value itself among them."""
    if isinstance(value, BaseModel):
        yield value
        value = list(vars(value).values())
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from models_within(item)


@pytest.mark.parametrize("name", GENERATED)
def test_the_committed_page_is_what_the_code_gives(repository: Path, name: str) -> None:
    page = (repository / "docs/guide" / name).read_text(encoding="utf-8")
    assert page.count("<!-- generated: ") == page.count("<!-- end -->") > 0
    assert renewed(page) == page, "run `make reference`"


def test_the_committed_pages_of_findings_are_those_that_the_explanations_give(repository: Path) -> None:
    guide = repository / "docs/guide"
    committed = {
        page.relative_to(guide).as_posix(): page.read_text(encoding="utf-8")
        for page in finding_pages_of(repository)
    }
    assert committed == finding_pages(), "run `make reference`"


def test_a_page_of_a_finding_that_is_no_more_is_removed_and_others_stay(tmp_path: Path) -> None:
    for page in ("findings/J999.md", "findings/ru/J999.md", "findings.md"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).touch()
    write_pages(tmp_path)
    left = {page.relative_to(tmp_path).as_posix() for page in tmp_path.rglob("*.md")}
    assert left == {"findings.md", *finding_pages()}


def test_every_example_is_one_of_a_part_of_the_format() -> None:
    shown = {path.stem.replace("-", " ") for path in EXAMPLES.iterdir()}
    assert shown == {*MODELS, "every definition"}


@pytest.mark.parametrize("name", MODELS)
def test_an_example_is_valid(name: str) -> None:
    assert example_of(name).model_fields_set


def test_the_examples_together_leave_no_key_of_any_part_out() -> None:
    shown: dict[type[BaseModel], set[str]] = defaultdict(set)
    for name in MODELS:
        for model in models_within(example_of(name)):
            shown[type(model)] |= model.model_fields_set
    for model_type in MODELS.values():
        assert shown[model_type] >= model_type.model_fields.keys() - Definition.model_fields.keys()


def test_every_key_says_what_it_is() -> None:
    for kind in ("journey", "persona", "touchpoint", "evidence"):
        for part in parts_of(kind):
            assert part.description.endswith(".")
            for key in part.keys:
                assert key.value
                assert key.description.endswith(".")
