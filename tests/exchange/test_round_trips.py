"""What goes out as JSON or CSV comes back as it was."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import Journey, has_errors, read_definitions
from mkdocs_journeys.exchange import (
    definition_text,
    from_journey_csv,
    from_journey_json,
    journey_csv,
    journey_json,
)
from mkdocs_journeys.insight import Insight, study
from tests.exchange.journeys import PERSONAS, bodies, journeys
from tests.sites import BASE, TODAY, journey, write

OTHER = journey(stages="stages: {name: All, steps: {name: There, id: there}}\n")
SITE = {
    **BASE,
    **{f"personas/{id_}.md": f"---\nname: {id_} Brandt\n---\n" for id_ in PERSONAS},
    "journeys/other.md": OTHER,
}

WAYS: dict[str, Callable[[Insight], str]] = {
    "json": lambda insight: from_journey_json(journey_json(insight, "buying").decode()).text,
    "csv": lambda insight: from_journey_csv(journey_csv(insight, "buying").decode()).text,
}


def studied(text: str) -> Insight:
    """The figures of a site with this journey, in which there are no errors."""
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {**SITE, "journeys/buying.md": text})
        catalogue, findings = link(read_definitions(root), today=TODAY)
    assert not has_errors(findings), [finding for finding in findings if finding.level == "error"]
    return study(catalogue)


def said(read: Journey) -> tuple[dict[str, Any], str]:
    """All that a definition says."""
    return read.model_dump(), read.source.body_markdown


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30)
@given(fields=journeys(), body=bodies)
def test_an_exported_journey_comes_back_without_loss(way: str, fields: dict[str, Any], body: str) -> None:
    insight = studied(definition_text(fields) + body)
    again = studied(WAYS[way](insight))
    assert said(again.journeys["buying"].journey) == said(insight.journeys["buying"].journey)
