"""What is exported for Mermaid is accepted by Mermaid's own parser, and means the same there."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from playwright.sync_api import Browser

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import read_definitions
from mkdocs_journeys.exchange import Diagram, definition_text, mermaid
from mkdocs_journeys.exchange.mermaid import NOT_SCORED
from mkdocs_journeys.insight import Insight, study
from tests.browser.mermaid_parser import Mermaid
from tests.browser.mermaid_parser import mermaid as opened
from tests.conftest import REPOSITORY
from tests.exchange.journeys import journeys
from tests.exchange.sites import studied
from tests.exchange.test_mermaid import meant
from tests.sites import TODAY


@pytest.fixture(scope="module")
def parser(browser: Browser) -> Iterator[Mermaid]:
    with opened(browser) as found:
        yield found


def check(parser: Mermaid, insight: Insight, journey_id: str) -> Diagram:
    """Export a journey, and hold what Mermaid reads against it."""
    diagram = mermaid(insight, journey_id)
    found = parser.read(diagram.text)
    studied_journey = insight.journeys[journey_id]
    journey = studied_journey.journey
    assert found["kind"] == "journey"
    assert meant(found["title"]) == meant(journey.title)
    assert [meant(name) for name in found["sections"]] == [meant(stage.name) for stage in journey.stages]
    assert [meant(task["task"]) for task in found["tasks"]] == [meant(step.name) for step in journey.steps]
    for task, step in zip(found["tasks"], studied_journey.steps, strict=True):
        score = NOT_SCORED if step.feeling is None else step.feeling.score + 3
        assert task["score"] == pytest.approx(score, abs=0.006)
        personas = insight.catalogue.personas_of(step.at)
        assert [meant(name) for name in task["people"]] == [insight.travellers[id_][0] for id_ in personas]
    return diagram


@settings(max_examples=40)
@given(fields=journeys())
def test_mermaid_reads_any_exported_journey_as_it_was_meant(parser: Mermaid, fields: dict[str, Any]) -> None:
    check(parser, studied(definition_text(fields)), "buying")


def test_mermaid_draws_every_journey_of_the_example(parser: Mermaid) -> None:
    insight = study(link(read_definitions(REPOSITORY), today=TODAY)[0])
    assert insight.journeys
    for journey_id in insight.journeys:
        diagram = check(parser, insight, journey_id)
        assert parser.drawn(diagram.text).startswith("<svg")


def test_a_text_that_mermaid_does_not_take_is_noticed(parser: Mermaid) -> None:
    with pytest.raises(Exception, match="Parse error"):
        parser.read("journey\n  section a\n    pays; later: 3: Lena\n")
