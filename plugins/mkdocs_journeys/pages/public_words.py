"""What can be read in the site, so that nothing else is quoted from its past."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.definitions import Definition, Goal, JourneyPlace
from mkdocs_journeys.exchange.difference import LONGEST_NAME, shorten, title_of

_ALWAYS = re.compile(r"exit|end|[0-9-]+")


class PublicWords:
    """What can be quoted: names and ids of all that is published, and the texts of one definition.

    `once` are names that could be read before.
    """

    def __init__(self, catalogue: Catalogue, once: frozenset[str]) -> None:
        definitions: list[Definition] = [
            *catalogue.journeys.values(),
            *catalogue.personas.values(),
            *catalogue.evidence.values(),
            *(entry.described for entry in catalogue.touchpoints.values() if entry.described),
        ]
        names = {word for each in definitions for word in (each.id, title_of(each), each.source.path)}
        self._names = names.union(once, catalogue.touchpoints, catalogue.channels, catalogue.owners)
        self._texts: dict[str, frozenset[str]] = {}

    def holds(self, text: str, definition: Definition) -> bool:
        """Whether `text` can be read in the site, or says nothing that anybody could take back."""
        return text in self._names or text in self._of(definition) or _ALWAYS.fullmatch(text) is not None

    def _of(self, definition: Definition) -> frozenset[str]:
        """Every text of a definition, whole; long ones also as they are shortened."""
        path = definition.source.path
        if path not in self._texts:
            words = set(_words(definition))
            self._texts[path] = frozenset(words | {shorten(word, LONGEST_NAME) for word in words})
        return self._texts[path]


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str | Goal | JourneyPlace):
        yield str(value)
    else:
        yield from chain.from_iterable(map(_words, _parts(value)))


def _parts(value: Any) -> Iterable[Any]:
    if isinstance(value, BaseModel):
        return (getattr(value, name) for name in type(value).model_fields)
    if isinstance(value, Mapping):
        return chain(value, value.values())
    return value if isinstance(value, tuple) else ()
