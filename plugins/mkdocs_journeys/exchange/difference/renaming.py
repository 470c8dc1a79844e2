"""Names that only follow: another's new name is no change of what names it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from pydantic import BaseModel

from mkdocs_journeys.definitions import Goal, JourneyPlace, Reading
from mkdocs_journeys.exchange.difference.changes import Renames

_NAMES: Mapping[str, str] = {
    "personas": "persona",
    "serves": "persona",
    "by": "persona",
    "by_persona": "persona",
    "evidence": "evidence",
    "source": "evidence",
    "touchpoints": "touchpoint",
    "future_of": "journey",
    "follows": "journey",
    "opens": "journey",
    "part_of": "journey",
    "for_": "anchor",
    "at": "anchor",
    "to": "anchor",
}
"""What each field names; `anchor` is a stage or step of the journey itself."""

_OF_READINGS = ("journey", "persona", "evidence")
"""What a row of data names, beside a step."""

M = TypeVar("M", bound=BaseModel)


def with_new_names(before: M, after: BaseModel, renames: Renames) -> M:
    """`before` with the names that it gives to something else in the words of the later revision.

    A name that `after` still uses was not renamed there: that it leads nowhere now is a finding, no change.
    """
    if not any(renames.values()):
        return before
    named = set(_named("", after))
    known = {
        kind: {old: new for old, new in ids.items() if (kind, old) not in named}
        for kind, ids in renames.items()
    }
    return _with(before, known)


def readings_with_new_names(
    before: Iterable[Reading], after: Iterable[Reading], renames: Renames, anchors: Renames
) -> list[Reading]:
    """The same for rows of data; `anchors` are the new names of a journey's steps, by its earlier id."""
    later = list(after)
    named = {(kind, getattr(row, kind)) for row in later for kind in _OF_READINGS}
    known = {
        kind: {old: new for old, new in renames.get(kind, {}).items() if (kind, old) not in named}
        for kind in _OF_READINGS
    }
    steps = {(row.journey, row.step) for row in later}
    return [_reading(row, known, anchors.get(row.journey, {}), steps) for row in before]


def _reading(
    row: Reading, renames: Renames, anchors: Mapping[str, str], kept: Container[tuple[str, str]]
) -> Reading:
    journey = renames["journey"].get(row.journey, row.journey)
    return replace(
        row,
        journey=journey,
        step=row.step if (journey, row.step) in kept else anchors.get(row.step, row.step),
        persona=renames["persona"].get(row.persona or "", row.persona),
        evidence=renames["evidence"].get(row.evidence, row.evidence),
    )


def _with(model: M, renames: Renames) -> M:
    values = {name: _renamed(name, getattr(model, name), renames) for name in type(model).model_fields}
    return model.model_copy(update=values)


def _named(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """What a part of a definition names: kind and id."""
    kind = _NAMES.get(name, "")
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        yield from chain.from_iterable(_named(field, getattr(value, field)) for field in fields)
    elif isinstance(value, tuple):
        yield from chain.from_iterable(_named(name, item) for item in value)
    elif isinstance(value, Mapping):
        yield from ((kind, key) for key in value)
        yield from chain.from_iterable(_named("", item) for item in value.values())
    elif isinstance(value, Goal | JourneyPlace):
        yield from _named_place(value)
    elif isinstance(value, str):
        yield kind, value


def _named_place(value: Goal | JourneyPlace) -> Iterator[tuple[str, str]]:
    if isinstance(value, JourneyPlace):
        yield "journey", value.journey
    elif value.place is not None:
        yield "journey", value.place.journey
    elif value.step is not None:
        yield "anchor", value.step


def _renamed(name: str, value: Any, renames: Renames) -> Any:
    known = renames.get(_NAMES.get(name, ""), {})
    if isinstance(value, BaseModel):
        return _with(value, renames)
    if isinstance(value, tuple):
        return tuple(_renamed(name, item, renames) for item in value)
    if isinstance(value, Goal | JourneyPlace):
        return _elsewhere(value, renames)
    if isinstance(value, Mapping):
        return {known.get(key, key): _renamed("", item, renames) for key, item in value.items()}
    return known.get(value, value) if isinstance(value, str) else value


def _elsewhere(value: Goal | JourneyPlace, renames: Renames) -> Goal | JourneyPlace:
    journeys, anchors = renames.get("journey", {}), renames.get("anchor", {})
    if isinstance(value, JourneyPlace):
        return _renamed_place(value, journeys)
    if value.place is not None:
        return Goal(place=_renamed_place(value.place, journeys))
    return Goal(step=anchors.get(value.step, value.step)) if value.step else value


def _renamed_place(place: JourneyPlace, journeys: Mapping[str, str]) -> JourneyPlace:
    return JourneyPlace(journeys.get(place.journey, place.journey), place.anchor)
