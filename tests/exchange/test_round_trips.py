"""What goes out as JSON or CSV comes back as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from mkdocs_journeys.definitions import Journey
from mkdocs_journeys.exchange import (
    definition_text,
    from_journey_csv,
    from_journey_json,
    journey_csv,
    journey_json,
)
from mkdocs_journeys.insight import Insight
from tests.exchange.journeys import bodies, journeys
from tests.exchange.sites import studied

WAYS: dict[str, Callable[[Insight], str]] = {
    "json": lambda insight: from_journey_json(journey_json(insight, "buying").decode()).text,
    "csv": lambda insight: from_journey_csv(journey_csv(insight, "buying").decode()).text,
}


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
