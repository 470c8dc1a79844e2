"""Every text of a definition that takes inline Markdown, with the way to it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions.fields import Text

Way = tuple[str | int, ...]


def texts_of(definition: BaseModel) -> Iterator[tuple[Way, Text]]:
    """Each inline text below `definition` with its way, in the order of the fields."""
    yield from _texts((), definition)


def _texts(way: Way, value: Any) -> Iterator[tuple[Way, Text]]:
    if isinstance(value, Text):
        yield way, value
    elif isinstance(value, BaseModel):
        fields = value.__dict__
        for name, key in _keys(type(value)):
            inner = fields.get(name)
            if inner and not isinstance(inner, float | int):
                yield from _texts((*way, key), inner)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts((*way, index), item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts((*way, key), item)


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
