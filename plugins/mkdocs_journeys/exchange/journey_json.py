"""`journey.json`: one journey of the catalogue, complete with all its texts."""

from collections.abc import Iterable
from typing import Any

from mkdocs_journeys.definitions import Journey, Stage, Step
from mkdocs_journeys.exchange.catalogue_json import FORMAT, journey_data, to_json
from mkdocs_journeys.exchange.typed import as_typed, written_keys
from mkdocs_journeys.insight import Insight

TYPED = "typed_"
"""What a key starts with that holds what was typed, where the key itself holds what was made of it."""


def journey_json(insight: Insight, journey: str) -> bytes:
    """The journey with id `journey` as UTF-8 JSON: its figures, and every text of its definition.

    Where a figure has the name of a field and says something else than what was typed, the typed value stands
    beside it: a step's computed `emotion` and its `typed_emotion`. A typed value is null where nothing was
    typed. `journey_from_json` makes the definition of it again.
    """
    return to_json({"format": FORMAT, **complete_journey(insight, journey)})


def several_journeys_json(insight: Insight, journeys: Iterable[str]) -> bytes:
    """The journeys with these ids as UTF-8 JSON, each complete, in a list `journeys`."""
    return to_json({"format": FORMAT, "journeys": [complete_journey(insight, each) for each in journeys]})


def complete_journey(insight: Insight, journey: str) -> dict[str, Any]:
    """The journey with id `journey` as data."""
    studied = insight.journeys[journey]
    definition = studied.journey
    figures = journey_data(insight, studied)
    for stage, typed_stage in zip(figures["stages"], definition.stages, strict=True):
        for step, typed_step in zip(stage["steps"], typed_stage.steps, strict=True):
            _complete(step, typed_step)
        _complete(stage, typed_stage)
    _complete(figures, definition)
    return {**figures, "body": definition.source.body_markdown}


def _complete(figures: dict[str, Any], part: Journey | Stage | Step) -> None:
    """Add what was typed; a computed figure of the same name keeps its own, and both are there."""
    typed = as_typed(part)
    for key in written_keys(type(part)):
        if key in {"stages", "steps"}:  # completed by themselves
            continue
        value = typed.get(key)
        if key not in figures:
            figures |= {} if value is None else {key: value}
        elif _needs_typed(key, value, figures):
            figures[f"{TYPED}{key}"] = value
    if "next" in typed:
        figures["next"] = [
            {**entry, **way} for entry, way in zip(typed["next"], figures["next"], strict=True)
        ]


def _needs_typed(key: str, value: Any, figures: dict[str, Any]) -> bool:
    """Whether the figure does not say what was typed; of an emotion it never does."""
    return value is not None if key == "emotion" else figures[key] != value
