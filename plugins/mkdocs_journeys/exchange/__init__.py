"""Other formats, in and out: the catalogue as JSON, a journey as JSON, CSV and a Mermaid diagram."""

from mkdocs_journeys.exchange.catalogue_json import journeys_json, journeys_schema
from mkdocs_journeys.exchange.definition_text import definition_text
from mkdocs_journeys.exchange.emotion_csv import emotion_csv
from mkdocs_journeys.exchange.journey_csv import journey_csv
from mkdocs_journeys.exchange.journey_from_csv import from_journey_csv, is_journey_csv
from mkdocs_journeys.exchange.journey_from_json import from_journey_json
from mkdocs_journeys.exchange.journey_json import journey_json, several_journeys_json
from mkdocs_journeys.exchange.mermaid import Diagram, mermaid
from mkdocs_journeys.exchange.restored import Fault, Restored
from mkdocs_journeys.exchange.steps_csv import steps_csv

__all__ = [
    "Diagram",
    "Fault",
    "Restored",
    "definition_text",
    "emotion_csv",
    "from_journey_csv",
    "from_journey_json",
    "is_journey_csv",
    "journey_csv",
    "journey_json",
    "journeys_json",
    "journeys_schema",
    "mermaid",
    "several_journeys_json",
    "steps_csv",
]
