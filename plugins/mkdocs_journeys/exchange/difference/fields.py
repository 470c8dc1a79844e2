"""The fields of a part of a definition, compared one by one."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions import (
    Duration,
    Evidence,
    Improvement,
    Journey,
    Persona,
    Quote,
    Stage,
    Step,
    Text,
    Touchpoint,
    Trigger,
)
from mkdocs_journeys.exchange.difference.changes import Change, ChangeKind, Form, Part, Where
from mkdocs_journeys.exchange.difference.items import KNOWN_BY, Item, match_items

_WITHOUT_ORDER = frozenset({"tags", "segments"})
"""Lists that say the same in any order."""

_GROUPS: Mapping[tuple[type[BaseModel], str], str] = {
    (Journey, "state"): "state",
    (Journey, "status"): "status",
    (Stage, "kind"): "stage kind",
    (Step, "moment"): "moment",
    (Quote, "consent"): "answer",
    (Improvement, "status"): "improvement",
    (Persona, "kind"): "persona kind",
    (Persona, "buying_role"): "buying role",
    (Touchpoint, "media"): "media",
    (Evidence, "method"): "method",
    (Evidence, "typed_view"): "view",
    (Evidence, "typed_basis"): "basis",
    (Trigger, "kind"): "trigger",
}
"""Where the vocabulary has the words for the values of a field."""


def compare_fields(
    before: BaseModel, after: BaseModel, where: Where, leave: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """What changed between two models of one class, but for the fields to `leave`, in the fields' order."""
    model = type(after)
    for name, info in model.model_fields.items():
        if name in leave or name == KNOWN_BY.get(model):
            continue
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield from _compare(info.alias or name, old, new, where, _GROUPS.get((model, name), ""))


def _compare(what: str, old: Any, new: Any, where: Where, group: str) -> Iterator[Change]:
    either = new if new is not None else old
    if isinstance(either, tuple):
        yield from compare_lists(what, old, new, where)
    elif isinstance(either, Mapping):
        yield from _compare_mappings(what, old, new, where)
    elif isinstance(either, BaseModel):
        yield from _compare_inner(what, type(either), (old, new), where)
    else:
        yield changed(what, old, new, where, group)


def changed(what: str, old: Any, new: Any, where: Where, group: str = "") -> Change:
    """The change of a single value."""
    kind: ChangeKind = "added" if old is None else "removed" if new is None else "changed"
    form = "term" if group else form_of(new if new is not None else old, what)
    return Change(kind=kind, what=what, where=where, before=old, after=new, form=form, group=group)


def form_of(value: Any, what: str = "") -> Form:
    """How a value is written for people."""
    if isinstance(value, Text):
        return "text"
    if isinstance(value, Duration):
        return "duration"
    if isinstance(value, datetime.date):
        return "date"
    if isinstance(value, int | float):
        return "share" if what == "share" else "number"
    return "plain"


def _compare_inner(
    what: str, model: type[BaseModel], values: tuple[BaseModel | None, BaseModel | None], where: Where
) -> Iterator[Change]:
    """The fields of a model that is a field itself, such as the importance of a touchpoint."""
    for name in model.model_fields:
        one, other = (getattr(value, name, None) for value in values)
        if one != other:
            yield changed(f"{what}_{name}", one, other, where, _GROUPS.get((model, name), ""))


def _compare_mappings(
    what: str, old: Mapping[str, Any], new: Mapping[str, Any], where: Where
) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            change = changed(what, old.get(key), new.get(key), (*where, Part("label", key, key)))
            yield replace(change, form="plain") if change.form == "text" else change


def compare_lists(what: str, old: Sequence[Any], new: Sequence[Any], where: Where) -> Iterator[Change]:
    """What came to a list, left it, changed or moved in it."""
    matched = match_items(old, new)
    for one, other in matched.pairs:
        yield from _compare_items(what, one, other, where)
    yield from (_one_sided(what, "removed", item, where) for item in matched.gone)
    yield from (_one_sided(what, "added", item, where) for item in matched.come)
    if matched.reordered and what not in _WITHOUT_ORDER:
        yield Change(kind="reordered", what=what, where=where)


def _one_sided(what: str, kind: ChangeKind, item: Item, where: Where) -> Change:
    value = item.value
    before, after = (value, None) if kind == "removed" else (None, value)
    because = () if kind == "removed" else tuple(getattr(value, "evidence", ()))
    form = form_of(item.text)
    return Change(kind=kind, what=what, where=where, before=before, after=after, form=form, because=because)


def _compare_items(what: str, one: Item, other: Item, where: Where) -> Iterator[Change]:
    if one.key != other.key:
        form = form_of(other.text)
        yield Change(kind="changed", what=what, where=where, before=one.text, after=other.text, form=form)
    if isinstance(other.value, BaseModel):
        yield from compare_fields(one.value, other.value, (*where, Part(what, other.key, other.key)))
