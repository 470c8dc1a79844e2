"""A definition that an export is turned into again: what journey.json and journey.csv have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.definitions import Message, make_id, say
from mkdocs_journeys.exchange.definition_text import definition_text
from mkdocs_journeys.exchange.typed import in_short

_DEFAULTS: dict[str, Any] = {"state": "current", "status": "published"}


@dataclass(frozen=True)
class Fault(Exception):
    """A file that is none of ours; `line` counts from 1."""

    message: Message
    line: int = 1


@dataclass(frozen=True)
class Restored:
    """A definition's text, and the id that the journey had."""

    text: str
    id: str | None


def restore(fields: dict[str, Any], body: object, id_: object) -> Restored:
    """The definition with `fields` as `typed_values` gives them; `body` and `id_` count where they are text.

    Error: Fault.
    """
    return Restored(_text(fields, body), id_ if isinstance(id_, str) and id_ else None)


def typed_values(found: Mapping[str, Any]) -> dict[str, Any]:
    """What somebody typed: without empty values, and without those that a definition has anyway."""
    kept = {key: value for key, value in found.items() if value is not None and value != []}
    return {key: value for key, value in kept.items() if value != _DEFAULTS.get(key)}


def _text(fields: dict[str, Any], body: object) -> str:
    """The definition's text; its body ends as it ended."""
    written = body if isinstance(body, str) else ""
    try:
        text = definition_text(_tidied(in_short(fields)), written)
    except RecursionError as error:
        raise Fault(say("there is too much in one value of this file")) from error
    return text if not written or written.endswith("\n") else text.removesuffix("\n")


def _tidied(fields: dict[str, Any]) -> dict[str, Any]:
    """Without ids that would be made of the names anyway, and a step that has nothing else as its name."""
    stages = [_without_made_id(stage) for stage in fields["stages"]]
    for stage in stages:
        if isinstance(stage.get("steps"), list):
            stage["steps"] = [_just_name(_without_made_id(step)) for step in stage["steps"]]
    tidied = {**fields, "stages": stages}
    if isinstance(fields.get("improvements"), list):
        tidied["improvements"] = [_without_made_id(each, "title") for each in fields["improvements"]]
    return tidied


def _without_made_id(part: Any, key: str = "name") -> Any:
    name = part.get(key) if isinstance(part, dict) else None
    if not isinstance(name, str) or part.get("id") != make_id(name):
        return part
    return {key: value for key, value in part.items() if key != "id"}


def _just_name(step: Any) -> Any:
    return step["name"] if isinstance(step, dict) and step.keys() == {"name"} else step
