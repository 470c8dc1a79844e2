"""Other formats, in and out: the catalogue as JSON, a journey as JSON and CSV."""

from mkdocs_journeys.exchange.catalogue_json import journeys_json, journeys_schema
from mkdocs_journeys.exchange.definition_text import definition_text
from mkdocs_journeys.exchange.journey_json import journey_json
from mkdocs_journeys.exchange.steps_csv import steps_csv

__all__ = ["definition_text", "journey_json", "journeys_json", "journeys_schema", "steps_csv"]
