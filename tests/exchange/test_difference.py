"""What changed between two revisions of a site, told in words and as data."""

import json
from pathlib import Path

import jsonschema
import pytest

from mkdocs_journeys.definitions import SiteOptions
from mkdocs_journeys.exchange.difference import (
    Difference,
    as_json,
    as_markdown,
    as_text,
    compare,
    difference_schema,
    read_side,
)
from mkdocs_journeys.languages import language
from tests.golden import CASES, cases, expect
from tests.sites import TODAY

ENGLISH = language("en")


def difference(before: Path, after: Path) -> Difference:
    return compare(read_side(before, SiteOptions(), TODAY), read_side(after, SiteOptions(), TODAY))


@pytest.mark.parametrize("case", cases("difference"))
def test_a_difference_is_told_as_text_as_markdown_and_as_data(case: str) -> None:
    folder = CASES / "difference" / case
    found = difference(folder / "before", folder / "after")
    expect(folder / "expected.txt", as_text(found, ENGLISH))
    expect(folder / "expected.md", as_markdown(found, ENGLISH))
    expect(folder / "expected.json", as_json(found, ENGLISH))


@pytest.mark.parametrize("case", ["every-part", "typed-scores"])
@pytest.mark.parametrize("tag", ["ru", "zh-Hans", "zh-Hant"])
def test_a_difference_is_told_in_every_language(case: str, tag: str) -> None:
    folder = CASES / "difference" / case
    found = difference(folder / "before", folder / "after")
    expect(folder / f"expected.{tag}.txt", as_text(found, language(tag)))


@pytest.mark.parametrize("case", cases("difference"))
def test_the_data_keep_to_their_schema(case: str) -> None:
    data = json.loads((CASES / "difference" / case / "expected.json").read_text(encoding="utf-8"))
    schema = json.loads(difference_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)


@pytest.mark.parametrize("case", cases("difference"))
def test_nothing_differs_from_itself(case: str) -> None:
    for side in ("before", "after"):
        folder = CASES / "difference" / case / side
        assert difference(folder, folder) == Difference(())
