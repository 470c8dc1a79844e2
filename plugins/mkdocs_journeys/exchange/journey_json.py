"""`journey.json`: one journey of the catalogue, complete with all its texts."""

import datetime
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions import Duration, Goal, JourneyPlace
from mkdocs_journeys.exchange.catalogue_json import FORMAT, journey_data, to_json
from mkdocs_journeys.insight import Insight


def journey_json(insight: Insight, journey: str) -> bytes:
    """The journey with id `journey` as UTF-8 JSON: its figures, and every text of its definition.

    What was typed as a step's emotion is its `typed_emotion`, beside the computed `emotion`.
    """
    studied = insight.journeys[journey]
    definition = studied.journey
    figures = journey_data(insight, studied)
    typed = as_typed(definition)
    for stage, typed_stage in zip(figures["stages"], typed.pop("stages"), strict=True):
        typed_steps = typed_stage.pop("steps")
        _complete(stage, typed_stage)
        for step, typed_step in zip(stage["steps"], typed_steps, strict=True):
            _complete(step, typed_step)
    _complete(figures, typed)
    return to_json({"format": FORMAT, **figures, "body": definition.source.body_markdown})


def _complete(figures: dict[str, Any], typed: dict[str, Any]) -> None:
    """Add what was typed; a computed figure of the same name keeps it, and an emotion keeps both."""
    if "emotion" in typed:
        figures["typed_emotion"] = typed.pop("emotion")
    for key, value in typed.items():
        if key == "next":
            figures[key] = [{**entry, **share} for entry, share in zip(value, figures[key], strict=True)]
        else:
            figures.setdefault(key, value)


def as_typed(part: BaseModel) -> dict[str, Any]:
    """A part of a definition as the mapping that its author would write, without what was left out."""
    return {
        (info.alias or name): _plain(value)
        for name, info in type(part).model_fields.items()
        if not _is_left_out(value := getattr(part, name))
    }


def _is_left_out(value: object) -> bool:
    return value is None or value in ((), {})


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return as_typed(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, str | Duration | Goal | JourneyPlace) else value
