"""Every text of a definition that takes inline Markdown, with the way to it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions.base import Definition
from mkdocs_journeys.definitions.fields import Text
from mkdocs_journeys.definitions.ways import Way


def texts_of(definition: BaseModel) -> Iterator[tuple[Way, Text]]:
    """Each inline text below `definition` with its way, in the order of the fields."""
    yield from _texts((), definition)


def linking_texts(definition: Definition) -> Iterator[tuple[Way, Text]]:
    """Each inline text that may hold a link or a reference, with its way."""
    text = definition.source.text
    if "[[" in text or "](" in text or "\\" in text:
        yield from ((way, text) for way, text in texts_of(definition) if "[" in text)


def _texts(way: Way, value: Any) -> Iterator[tuple[Way, Text]]:
    if isinstance(value, Text):
        yield way, value
    elif isinstance(value, BaseModel):
        yield from _texts_of_model(way, value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts((*way, index), item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts((*way, key), item)


def _texts_of_model(way: Way, model: BaseModel) -> Iterator[tuple[Way, Text]]:
    fields = model.__dict__
    for name, key in _keys(type(model)):
        if inner := fields.get(name):
            yield from _texts((*way, key), inner)


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold texts, each with the key that is typed for it."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _may_hold_text(info.annotation)
    )


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return any(_may_hold_text(info.annotation) for info in annotation.model_fields.values())
    return annotation is Text or any(map(_may_hold_text, getattr(annotation, "__args__", ())))
