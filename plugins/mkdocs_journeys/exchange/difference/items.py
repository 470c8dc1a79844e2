"""Items of a list in two revisions: which are the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions import (
    Audience,
    Earlier,
    Metric,
    Next,
    Noted,
    Play,
    PlayAction,
    Quote,
    Start,
    Text,
)
from mkdocs_journeys.exchange.difference.likeness import in_other_order, likeness, paired, words_of

KNOWN_BY: Mapping[type[BaseModel], str] = {
    Noted: "text",
    Quote: "text",
    Metric: "name",
    Play: "name",
    PlayAction: "action",
    Next: "to",
    Start: "at",
    Earlier: "date",
}
"""The field by which an item of a list is known."""

_PROSE = (Noted, Quote, Metric, Play, PlayAction)


@dataclass(frozen=True, eq=False)
class Item:
    """An item of a list."""

    value: Any

    @cached_property
    def text(self) -> Any:
        """What it is known by: a text, a name, a place or a day."""
        if isinstance(self.value, Audience):
            return ", ".join(f"{key}: {word}" for key, word in self.value if word is not None)
        return getattr(self.value, KNOWN_BY.get(type(self.value), ""), self.value)

    @cached_property
    def key(self) -> str:
        """The same in words."""
        return str(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The words by which it can be told to be like another; none where likeness says nothing."""
        prose = isinstance(self.value, (*_PROSE, Text))
        return words_of(self.key) if prose else []


Pairs = list[tuple[Item, Item]]


@dataclass(frozen=True)
class Matched:
    """The items in both lists (in the later order), those that are gone, and those that have come."""

    pairs: Pairs
    gone: list[Item]
    come: list[Item]
    reordered: bool


def match_items(old: Sequence[Any], new: Sequence[Any]) -> Matched:
    """Which items are the same: by all that they say, by what they are known by, then by likeness."""
    before, after = [Item(value) for value in old], [Item(value) for value in new]
    pairs: Pairs = []
    for find in (_whole, _known, _like):
        pairs += find(_left(before, pairs, 0), _left(after, pairs, 1))
    pairs.sort(key=lambda pair: after.index(pair[1]))
    names = {id(item): str(place) for place, pair in enumerate(pairs) for item in pair}
    order = [[names[id(item)] for item in items if id(item) in names] for items in (before, after)]
    return Matched(pairs, _left(before, pairs, 0), _left(after, pairs, 1), bool(in_other_order(*order)))


def _left(items: list[Item], pairs: Pairs, side: int) -> list[Item]:
    taken = {id(pair[side]) for pair in pairs}
    return [item for item in items if id(item) not in taken]


def _whole(before: list[Item], after: list[Item]) -> Pairs:
    return _same(before, after, lambda item: repr(item.value))


def _known(before: list[Item], after: list[Item]) -> Pairs:
    return _same(before, after, lambda item: item.key)


def _like(before: list[Item], after: list[Item]) -> Pairs:
    return paired(before, after, lambda one, other: likeness(one.words, other.words) if one.words else 0.0)


def _same(before: list[Item], after: list[Item], name: Callable[[Item], str]) -> Pairs:
    waiting: dict[str, list[Item]] = {}
    for item in before:
        waiting.setdefault(name(item), []).append(item)
    return [(waiting[name(item)].pop(0), item) for item in after if waiting.get(name(item))]
