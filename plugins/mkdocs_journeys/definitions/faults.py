"""Faults: what is wrong with the data of a definition, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from mkdocs_journeys.definitions.keys import SHORT_FORMS
from mkdocs_journeys.definitions.messages import Message
from mkdocs_journeys.definitions.shapes import shape_at
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.suggestions import SURELY_MEANT, nearest
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

_TRIGGER = frozenset({"kind", "event", "every"})
"""Keys whose loss makes the rest of a trigger look wrong."""


@dataclass(frozen=True)
class Fault:
    """Something wrong at `way` in the data: pydantic's kind of error, or a finding's code and its message.

    A missing part's way ends with its key. `at_key`: the key is wrong, not its value. `items`: which items of
    the list at `way` are wrong.
    """

    kind: str
    message: Message | None
    way: Way
    at_key: bool = False
    items: tuple[int, ...] = ()

    @property
    def holder(self) -> Way:
        """The way to what holds the wrong part."""
        return self.way[:-1]

    @property
    def key(self) -> str:
        """The key of the wrong part."""
        return str(self.way[-1]) if self.way else ""


def read_faults(error: ValidationError, data: Any) -> list[Fault]:
    """All faults of one validation of `data`."""
    return [_fault(details, data) for details in error.errors(include_url=False)]


def _fault(details: Any, data: Any) -> Fault:
    loc = details["loc"]
    at_key = bool(loc) and loc[-1] == "[key]"
    missing = details["type"] == "missing"
    way = real_way(loc[:-1] if at_key or missing else loc, data)
    context = details.get("ctx", {})
    message = context.get("message")
    items = tuple(context.get("items", ()))
    return Fault(details["type"], message, (*way, loc[-1]) if missing else way, at_key, items)


def real_way(loc: tuple[int | str, ...], data: Any) -> Way:
    """`loc` without the parts that a short form added, as far as it leads in `data`."""
    way: list[str | int] = []
    here = data
    for part in loc:
        child = child_at(here, part)
        if child is not None:
            way.append(part)
            here = child
    return tuple(way)


def child_at(value: Any, part: str | int) -> Any:
    """What stands under `part` in `value`, or None; a single value is its own first item."""
    if isinstance(value, list):
        return value[part] if isinstance(part, int) and part < len(value) else None
    if isinstance(part, int):
        return value if part == 0 else None
    return value.get(part) if isinstance(value, dict) else None


def value_at(data: Any, way: Way) -> Any:
    """What stands at `way` in `data`, or None."""
    for part in way:
        data = child_at(data, part)
    return data


def known_keys(model: type[BaseModel], way: Way) -> list[str]:
    """The keys that the mapping at `way` takes."""
    return list(shape_at(model, way).keys)


def meant_key(model: type[BaseModel], fault: Fault, data: Any) -> str | None:
    """The key that an unknown one was surely meant to be, if that is not there as well."""
    if fault.kind != "extra_forbidden":
        return None
    meant = nearest(fault.key, known_keys(model, fault.holder), SURELY_MEANT)
    return None if meant is None or meant in value_at(data, fault.holder) else meant


def colon_ways(model: type[BaseModel], faults: Sequence[Fault], data: Any) -> set[Way]:
    """Ways to mappings that a colon made of a text: `- Pays: by card` where text would do."""
    return {way for fault in faults if (way := _colon_way(model, fault, data)) is not None}


def _colon_way(model: type[BaseModel], fault: Fault, data: Any) -> Way | None:
    if fault.kind == "J105" and isinstance(value := value_at(data, fault.way), dict):
        return fault.way if len(value) == 1 else None
    if fault.kind != "extra_forbidden" or meant_key(model, fault, data) is not None:
        return None
    kind = next((part for part in reversed(fault.holder) if isinstance(part, str)), "")
    holder = value_at(data, fault.holder)
    stands_for_text = (
        kind in SHORT_FORMS and SHORT_FORMS[kind] not in holder and fault.key == next(iter(holder))
    )
    return fault.holder if stands_for_text else None


def is_told(model: type[BaseModel], fault: Fault, faults: Sequence[Fault], data: Any, source: Source) -> bool:
    """Whether a fault only follows from one that was told before, or is told now."""
    if fault.kind == "too_short" or (
        fault.kind in ("missing", "extra_forbidden") and fell_out(fault.holder, source)
    ):
        return True
    if fault.kind != "missing":
        node = source.node(*fault.way)
        if fault.kind == "extra_forbidden" and _is_guess(fault, source):
            return True
        return node is not None and not fault.at_key and (node.faulty or not node.lost.isdisjoint(_TRIGGER))
    node = source.node(*fault.holder)
    if node is not None and (fault.key in node.lost or node.faulty):
        return True
    if fault.key == "id" and name_at(data, fault.holder) is None:
        return True
    beside = [other for other in faults if other.holder == fault.holder]
    is_nameless = any(other.kind == "J105" and other.key in ("name", "title") for other in beside)
    return (fault.key == "id" and is_nameless) or any(
        meant_key(model, other, data) == fault.key for other in beside
    )


def _is_guess(fault: Fault, source: Source) -> bool:
    """Whether a key was typed otherwise, and what it is was only guessed."""
    holder = source.node(*fault.holder)
    key = None if holder is None else holder.keys.get(fault.key)
    return key is not None and key.faulty


def fell_out(way: Way, source: Source) -> bool:
    """Whether an item of `stages` is a step that does not stand further in than the `steps` above it."""
    if len(way) != 2 or way[0] != "stages" or not isinstance(way[1], int):
        return False
    here = source.node(*way)
    before = [source.node("stages", index) for index in range(way[1])]
    return here is not None and "steps" not in here.keys and any(map(lacks_indented_steps, before))


def lacks_indented_steps(stage: Node | None) -> bool:
    """Whether nothing stands behind `steps:`."""
    return stage is not None and "steps" in stage.keys and "steps" not in stage.value


def name_at(data: Any, way: Way) -> str | None:
    """The name or title of the mapping at `way`."""
    holder = value_at(data, way)
    name = (holder.get("name") or holder.get("title")) if isinstance(holder, dict) else None
    return name if isinstance(name, str) else None
