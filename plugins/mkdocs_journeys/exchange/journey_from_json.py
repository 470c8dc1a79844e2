"""`journey.json` back to the definition that it was made of: undoes `journey_json`."""

import json
from typing import Any

from mkdocs_journeys.definitions import Journey, Stage, Step, say
from mkdocs_journeys.exchange.journey_json import TYPED
from mkdocs_journeys.exchange.restored import Fault, Restored, restore, typed_values
from mkdocs_journeys.exchange.typed import written_keys


def from_journey_json(text: str) -> Restored:
    """The definition that a `journey.json` was made of. Error: Fault."""
    data = _loaded(text)
    if not isinstance(data, dict) or not isinstance(data.get("stages"), list):
        several = isinstance(data, dict) and isinstance(data.get("journeys"), list)
        hint = (
            say("it holds several; export the one that you want by its id")
            if several
            else say("it has no stages")
        )
        raise Fault(say("this is no journey.json: %(hint)s", hint=hint))
    stages = [_typed_stage(stage) for stage in data["stages"]]
    fields = {**_typed(data, Journey), "stages": stages}
    return restore(fields, data.get("body"), data.get("id"))


def _typed(data: object, model: type[Journey | Stage | Step]) -> dict[str, Any]:
    """What was typed of a part, out of its data; a part that is none is its name."""
    if not isinstance(data, dict):
        return {"name": data}
    found = {key: data.get(f"{TYPED}{key}", data.get(key)) for key in written_keys(model)}
    if model is Step:
        found["emotion"] = data.get(f"{TYPED}emotion")  # never the computed one
    return typed_values(found)


def _typed_stage(data: object) -> dict[str, Any]:
    typed = _typed(data, Stage)
    steps = typed.get("steps")
    return {**typed, "steps": [_typed(step, Step) for step in steps]} if isinstance(steps, list) else typed


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise Fault(say("this is no JSON: something else is expected here"), error.lineno) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets within brackets
        raise Fault(say("there is too much in one value of this file")) from error
