"""The files that readers take along come back as the journeys that they were made of."""

import datetime
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from mkdocs_journeys.catalogue import link
from mkdocs_journeys.definitions import make_id, read_definitions
from mkdocs_journeys.exchange import steps_csv
from mkdocs_journeys.exchange.importing import SiteNames, Wishes
from mkdocs_journeys.insight import Insight, study
from tests.conftest import REPOSITORY
from tests.exchange.imports import imported

DEFINITIONS = read_definitions(REPOSITORY)
JOURNEYS = sorted(journey.id for journey in DEFINITIONS.journeys if journey.status != "draft")


@cache
def insight() -> Insight:
    return study(link(DEFINITIONS, today=datetime.date(2026, 11, 20))[0])


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journeys_steps_come_back_from_its_csv(journey: str) -> None:
    site = SiteNames.of(DEFINITIONS)
    definition = insight().journeys[journey].journey
    wishes = Wishes(personas=definition.personas, title=definition.title)
    texts, _ = imported("table", steps_csv(insight(), journey), "steps.csv", wishes, site)
    front = yaml.safe_load(texts[0].removeprefix("---\n").removesuffix("---\n"))
    assert [(part_id(stage), stage["name"]) for stage in front["stages"]] == [
        (stage.id, stage.name) for stage in definition.stages
    ]
    steps = [
        step if isinstance(step, dict) else {"name": step}
        for stage in front["stages"]
        for step in stage["steps"]
    ]
    for step, studied in zip(steps, insight().journeys[journey].steps, strict=True):
        expected = studied.at.step
        feeling = studied.feeling
        assert (part_id(step), step["name"]) == (expected.id, expected.name)
        assert step.get("emotion") == (feeling.assumed if feeling else None)
        assert step.get("touchpoints", []) == list(insight().catalogue.touchpoints_of(expected))
        assert len(step.get("pains", [])) >= len(expected.pains)


def part_id(part: Mapping[str, Any]) -> str | None:
    return str(part["id"]) if "id" in part else make_id(part["name"])
