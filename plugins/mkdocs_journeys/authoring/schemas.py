"""JSON Schema of each kind of definition, out of the models: for editors and for other programs.

A schema says what a single file may look like. What only the whole site knows (ids that exist, shares that
add up) and how YAML is written are the check's matter. Source: https://json-schema.org/draft/2020-12
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_journeys.authoring.schema_values import PERSONA_ID, VALUES, Schema
from mkdocs_journeys.authoring.value_words import (
    NAMES,
    allowed_words,
    models_in,
    short_key,
    unwrapped,
    without_none,
)
from mkdocs_journeys.definitions import KINDS, MODELS, Emotion, Kind, Rated
from mkdocs_journeys.definitions.fields import Ids, Names
from mkdocs_journeys.definitions.journey import Trigger

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TOGETHER: Mapping[type[BaseModel], Schema] = {
    Trigger: {
        "if": {"properties": {"kind": {"const": "schedule"}}},
        "then": {"required": ["every"], "properties": {"event": False}},
        "else": {"required": ["event"], "properties": {"every": False}},
    }
}
"""Keys of a part that go together."""


def schema_of(kind: Kind) -> Schema:
    """The JSON Schema of a kind's front matter, complete in itself."""
    parts = {NAMES[model]: model for model in _parts_of(MODELS[kind])}
    return {
        "$schema": DIALECT,
        **_object(MODELS[kind]),
        "$defs": {name: _object(parts[name]) for name in sorted(parts)},
    }


def schema_of_all() -> Schema:
    """One JSON Schema for all kinds: each is in `$defs` by its name, and a file is any one of them."""
    models = {NAMES[part]: part for kind in KINDS for part in _parts_of(MODELS[kind])}
    models |= {NAMES[MODELS[kind]]: MODELS[kind] for kind in KINDS}
    return {
        "$schema": DIALECT,
        "title": "Definition",
        "description": "The front matter of a journey, a persona, a touchpoint or a piece of evidence.",
        "anyOf": [_reference(MODELS[kind]) for kind in KINDS],
        "$defs": {name: _object(models[name]) for name in sorted(models)},
    }


def as_json(value: object) -> str:
    """`value` as JSON that people can read, ending with a line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def keys_of(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, Any]]:
    """Each key of a model as it is typed, with its field and its type."""
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        yield info.alias or name, info, hints[name]


def is_required(key: str, info: FieldInfo) -> bool:
    """Whether a file must have the key; an id is made from the name before the model sees it."""
    return info.is_required() and key != "id"


def _parts_of(top: type[BaseModel]) -> list[type[BaseModel]]:
    """The models below `top` that stand in a file; how an emotion is typed says its part, `Rated`."""
    waiting, seen = [top], [top]
    while waiting:
        hints = [hint for _, _, hint in keys_of(waiting.pop(0))]
        new = dict.fromkeys(part for hint in hints for part in models_in(hint) if part not in seen)
        seen += new
        waiting += new
    return [model for model in seen if model not in (top, Emotion)]


def _object(model: type[BaseModel]) -> Schema:
    required = [key for key, info, _ in keys_of(model) if is_required(key, info)]
    return {
        "title": NAMES[model].capitalize(),
        "description": " ".join((model.__doc__ or "").split("\n\n")[0].split()),
        "type": "object",
        "properties": {key: _property(key, info, hint) for key, info, hint in keys_of(model)},
        **({"required": required} if required else {}),
        "additionalProperties": False,
        **_TOGETHER.get(model, {}),
    }


def _property(key: str, info: FieldInfo, hint: Any) -> Schema:
    fewest = max((getattr(each, "min_length", 0) for each in info.metadata), default=0)
    value = _value(without_none(hint), fewest)
    if not is_required(key, info):
        value = _or_empty(value)
    default = {"default": info.default} if isinstance(info.default, str) else {}
    examples = {"examples": info.examples} if info.examples else {}
    title = key.replace("_", " ").capitalize()
    return {"title": title, "description": info.description, **value, **default, **examples}


def _value(hint: Any, fewest: int = 0) -> Schema:
    """The schema of a field's type; `fewest` is the least number of items of a list."""
    if hint in VALUES:
        return VALUES[hint]
    if words := allowed_words(hint):
        return {"type": "string", "enum": list(words)}
    bare = unwrapped(hint)[0]
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _part(bare, hint)
    if get_origin(bare) is tuple:
        return _list(hint, _value(get_args(bare)[0]), fewest)
    return {"type": "object", "additionalProperties": _value(get_args(bare)[1])}


def _list(hint: Any, item: Schema, fewest: int) -> Schema:
    """Several values, or a single one for a list of one."""
    several: Schema = {"type": "array", "items": item}
    if fewest:
        several["minItems"] = fewest
    if hint in (Ids, Names):
        several["uniqueItems"] = True
    return {"anyOf": [item, several]}


def _part(model: type[BaseModel], hint: Any) -> Schema:
    """A part with keys, or its short form: the value of one of them."""
    if model is Emotion:
        return _emotion()
    key = short_key(hint)
    if key is None:
        return _reference(model)
    return {"anyOf": [_value(_hint_of(model, key)), _reference(model)]}


def _emotion() -> Schema:
    """A score, a score with what is behind it, or one of them for each persona."""
    rated: Schema = {"anyOf": [VALUES[_hint_of(Rated, "score")], _reference(Rated)]}
    each = {"type": "object", "propertyNames": PERSONA_ID, "minProperties": 1, "additionalProperties": rated}
    return {"anyOf": [*rated["anyOf"], each]}


def _hint_of(model: type[BaseModel], key: str) -> Any:
    return next(without_none(hint) for name, _, hint in keys_of(model) if name == key)


def _reference(model: type[BaseModel]) -> Schema:
    return {"$ref": "#/$defs/" + NAMES[model].replace(" ", "%20")}


def _or_empty(value: Schema) -> Schema:
    """A value that may be left empty, which counts as left out."""
    if "anyOf" in value:
        return {**value, "anyOf": [*value["anyOf"], {"type": "null"}]}
    if "type" not in value:
        return {"anyOf": [value, {"type": "null"}]}
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    words = {"enum": [*value["enum"], None]} if "enum" in value else {}
    return {**value, "type": [*types, "null"], **words}
