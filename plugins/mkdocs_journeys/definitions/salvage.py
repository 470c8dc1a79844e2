"""Salvage: taking wrong parts out of a definition, or filling required ones in, to check the rest.

What was taken out or made up is noted in the tree (`Node.lost`); rules ask for it before they call something
wrong that only follows.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions.faults import Fault, child_at, meant_key, value_at
from mkdocs_journeys.definitions.source import ITEMS, child_of
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

PLACEHOLDER = "\N{REPLACEMENT CHARACTER}"
_NOBODY = "placeholder"
_FILLED: dict[str, Any] = {
    "name": PLACEHOLDER, "title": PLACEHOLDER, "text": PLACEHOLDER, "action": PLACEHOLDER,
    "event": PLACEHOLDER,
    "method": "assumption", "score": "0", "value": "0", "date": "2000-01-01", "every": "1 day", "at": _NOBODY,
    "to": _NOBODY, "for": [_NOBODY], "personas": [_NOBODY], "do": [PLACEHOLDER],
    "trigger": {"kind": "event", "event": PLACEHOLDER},
}  # fmt: skip


def salvage(model: type[BaseModel], faults: Sequence[Fault], data: Any, root: Node | None) -> bool:
    """Mend `data` and the tree below `root` in step; whether anything changed."""
    changed = False
    for fault in sorted(faults, key=_order, reverse=True):
        if fault.kind == "missing":
            changed |= _fill(data, root, fault)
        elif meant := meant_key(model, fault, data):
            changed |= _rename(data, root, fault, meant)
        elif fault.items:
            for item in sorted(fault.items, reverse=True):
                changed |= _drop(data, root, (*fault.way, item))
        elif fault.kind == "too_short" and value_at(data, fault.way):
            continue  # its items have faults of their own
        elif fault.kind == "J103":
            changed |= _complete(data, root, fault.way)
        else:
            changed |= _drop(data, root, fault.way)
    return changed


def _order(fault: Fault) -> tuple[bool, tuple[str, ...]]:
    """The last first, so that numbers of items stay right; what is missing last, after misspelt keys."""
    return fault.kind != "missing", tuple(
        f"{part:09d}" if isinstance(part, int) else part for part in fault.way
    )


def _fill(data: Any, root: Node | None, fault: Fault) -> bool:
    holder, key = value_at(data, fault.holder), fault.key
    if not isinstance(holder, dict):
        return _drop(data, root, fault.holder)
    if key in holder:
        return True
    holder[key] = _made_up(key, holder, "-".join(map(str, fault.holder)))
    _lose(_node(root, fault.holder), key)
    return True


def _made_up(key: str, holder: dict[str, Any], way: str) -> Any:
    if key == "kind":
        return "schedule" if "every" in holder else "event"
    if key == "id":
        return f"{_NOBODY}-{way}"
    if key == "steps":
        return [{"name": PLACEHOLDER, "id": f"{_NOBODY}-{way}-step"}]
    if key == "stages":
        return [
            {"name": PLACEHOLDER, "id": _NOBODY, "steps": [{"name": PLACEHOLDER, "id": f"{_NOBODY}-step"}]}
        ]
    return _FILLED.get(key, PLACEHOLDER)


def _complete(data: Any, root: Node | None, way: Way) -> bool:
    """A trigger without what its kind needs."""
    holder = value_at(data, way)
    if not isinstance(holder, dict):
        return _drop(data, root, way)
    key = "every" if holder.get("kind") == "schedule" else "event"
    holder[key] = _FILLED[key]
    _lose(_node(root, way), key)
    return True


def _rename(data: Any, root: Node | None, fault: Fault, meant: str) -> bool:
    holder = value_at(data, fault.holder)
    if not holder[fault.key]:
        return _drop(data, root, fault.way)
    holder[meant] = holder.pop(fault.key)
    node = _node(root, fault.holder)
    if node is not None and isinstance(node.value, dict) and fault.key in node.value:
        node.value[meant] = node.value.pop(fault.key)
        node.keys[meant] = node.keys.pop(fault.key)
    return True


def _drop(data: Any, root: Node | None, way: Way) -> bool:
    """Take out the part at `way`; of a list that is a single value, the list."""
    if not way:
        return False
    holder, last = value_at(data, way[:-1]), way[-1]
    if isinstance(last, int) and not isinstance(holder, list):
        return _drop(data, root, way[:-1])
    if not isinstance(holder, list | dict) or child_at(holder, last) is None:
        return _drop(data, root, way[:-1])
    del holder[last]  # type: ignore[arg-type] # a list is asked by number, a mapping by key
    _drop_node(_node(root, way[:-1]), last)
    return True


def _drop_node(holder: Node | None, part: str | int) -> None:
    """Keep the places in step with the data, so that later findings point at the right parts."""
    _lose(holder, ITEMS if isinstance(part, int) else part)
    if holder is not None and not isinstance(holder.value, str) and child_of(holder, part) is not None:
        del holder.value[part]  # type: ignore[arg-type] # a list is asked by number, a mapping by key


def _lose(node: Node | None, key: str) -> None:
    if node is not None:
        node.lost |= {key}


def _node(root: Node | None, way: Way) -> Node | None:
    for part in way:
        root = child_of(root, part)
    return root
