"""From a tree to a typed definition, with a finding for everything that is wrong.

A definition with errors is still built as far as it can be, without its wrong parts, so that everything that hangs on
the rest is checked in the same run.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_journeys.definitions.base import Definition
from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.source import Source, child_of
from mkdocs_journeys.definitions.suggestions import did_you_mean
from mkdocs_journeys.definitions.yaml_tree import Node, plain

D = TypeVar("D", bound=Definition)
Way = tuple[str | int, ...]
MOST_ROUNDS = 30
PLACEHOLDER = "\N{REPLACEMENT CHARACTER}"
"""Stands where a required text is missing, so that the rest can be checked."""

_SHORT_FORMS = {"steps": "name", "pains": "text", "gains": "text", "quotes": "text", "do": "action"}
_FORMS = {"tuple_type": "a list", "dict_type": "keys with values", "string_type": "text"}


def validate(model: type[D], root: Node | None, source: Source) -> tuple[D | None, list[Finding]]:
    """The definition in `root` (None where too little of it holds), and a finding for each fault in it."""
    data: Any = plain(root) if root is not None else {}
    if not isinstance(data, dict):
        return None, [source.finding("J106", "front matter consists of lines like title: ...", key=False)]
    findings: list[Finding] = []
    known: set[Way] = set()
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(data), findings
        except ValidationError as error:
            faults = [fault for fault in error.errors(include_url=False) if not _follows(fault, data)]
            findings += _findings(model, [fault for fault in faults if fault["loc"] not in known], data, source)
            known.update(fault["loc"] for fault in faults)
            known.update(fault["loc"][:-1] for fault in faults)
            if not _remove(faults, data, root):
                return None, findings
    return None, findings


def _follows(fault: ErrorDetails, data: Any) -> bool:
    """Whether a list is only called too short because its items have faults of their own."""
    return fault["type"] == "too_short" and bool(_at(data, _real_way(fault["loc"], data)))


def _findings(model: type[BaseModel], faults: list[ErrorDetails], data: Any, source: Source) -> Iterable[Finding]:
    colons = {way for fault in faults if (way := _colon_text(fault, data)) is not None}
    for way in sorted(colons, key=str):
        ((key, value),) = _at(data, way).items()
        yield source.finding(
            "J107", f'a colon makes a key of "{key}"; put the text in quotation marks: "{key}: {_short(value)}"', *way
        )
    for fault in faults:
        way = _real_way(fault["loc"], data)
        if not any(way[: len(colon)] == colon for colon in colons):
            yield _finding(model, fault, way, data, source)


def _short(value: Any) -> str:
    return value if isinstance(value, str) else "..."


def _colon_text(fault: ErrorDetails, data: Any) -> Way | None:
    """The way to a mapping of one unknown key that stands where plain text would do: `- Pays: by card`."""
    if fault["type"] != "extra_forbidden":
        return None
    way = _real_way(fault["loc"], data)[:-1]
    holder = _at(data, way)
    kind = next((str(part) for part in reversed(way) if isinstance(part, str)), "")
    if kind in _SHORT_FORMS and isinstance(holder, dict) and len(holder) == 1:
        return way
    return None


def _finding(model: type[BaseModel], fault: ErrorDetails, way: Way, data: Any, source: Source) -> Finding:
    kind = fault["type"]
    if kind == "missing" or kind == "too_short":
        return _missing(fault, way, data, source)
    if kind == "extra_forbidden":
        return _unknown(model, fault, way, source)
    where = _where(way, source)
    if kind.startswith("J"):
        return source.finding(kind, f"{where}{fault['msg']}", *way)
    return source.finding(*_wrong_form(fault, where), *way)


def _missing(fault: ErrorDetails, way: Way, data: Any, source: Source) -> Finding:
    key = str(fault["loc"][-1])
    holder = way[:-1] if way and way[-1] == key else way
    part = source.name_of(*holder) or f"this {_kind_of(holder)}"
    if holder and isinstance(holder[-1], int) and _at(data, holder) is not None and not _named(_at(data, holder)):
        part = f"this {_kind_of(holder)}"
    present = _at(data, way)
    finding = source.finding("J103", f'{part} has no "{key}"', *(way if present is not None else holder))
    return finding


def _named(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(value.get(key), str) for key in ("name", "title"))


_NOUNS = {
    "stages": "stage", "steps": "step", "improvements": "improvement", "metrics": "metric", "plays": "play",
    "history": "earlier reading", "pains": "pain", "gains": "gain", "quotes": "quote", "next": "entry of next",
    "starts": "start", "trigger": "trigger", "who": "filter", "do": "action", "emotion": "emotion",
}  # fmt: skip


def _kind_of(way: Way) -> str:
    for part in reversed(way):
        if isinstance(part, str):
            return _NOUNS.get(part, f'"{part}"')
    return "file"


def _unknown(model: type[BaseModel], fault: ErrorDetails, way: Way, source: Source) -> Finding:
    key = str(fault["loc"][-1])
    known = _known_keys(model, fault["loc"][:-1])
    place = source.name_of(*way[:-1]) or f"this {_kind_of(way[:-1])}"
    hint = did_you_mean(key, known) or (f"; it takes {', '.join(known)}" if 0 < len(known) <= 8 else "")
    return source.finding("J104", f'unknown key "{key}" in {place}{hint}', *way, key=True)


def _known_keys(model: type[BaseModel], loc: Way) -> list[str]:
    """The keys of the model that the location leads to."""
    current: Any = model
    for part in loc:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, BaseModel):
            field = next((f for n, f in current.model_fields.items() if part in (n, f.alias)), None)
            current = _model_within(field.annotation) if field is not None else current
    if not (isinstance(current, type) and issubclass(current, BaseModel)):
        return []
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_within(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_within, getattr(annotation, "__args__", ()))), None)


def _wrong_form(fault: ErrorDetails, where: str) -> tuple[str, str]:
    if fault["type"] in ("tuple_type", "list_type"):
        return "J129", f"{where}a list is expected here; start each line of it with - "
    if fault["type"] in ("model_type", "dict_type", "model_attributes_type", "mapping_type"):
        return "J106", f"{where}keys with values are expected here, each on a line of its own"
    return "J105", f"{where}text is expected here"


def _where(way: Way, source: Source) -> str:
    key = next((part for part in reversed(way) if isinstance(part, str)), None)
    if key is None:
        return ""
    named = source.name_of(*way)
    return f'"{key}" of {named}: ' if named else f'"{key}": '


def _real_way(loc: tuple[int | str, ...], data: Any) -> Way:
    """`loc` without the parts that a short form added, as far as it leads in `data`."""
    way: list[str | int] = []
    here = data
    for part in loc:
        child = _child(here, part)
        if child is not None:
            way.append(part)
            here = child
    return tuple(way)


def _child(value: Any, part: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, list) and isinstance(part, int) and part < len(value):
        return value[part]
    return value if part == 0 and value is not None and not isinstance(value, list) and isinstance(part, int) else None


def _at(data: Any, way: Way) -> Any:
    for part in way:
        data = _child(data, part)
    return data


def _remove(faults: list[ErrorDetails], data: Any, root: Node | None) -> bool:
    """Take the wrong parts out of `data`, or fill in what is required; whether anything changed."""
    changed = False
    for fault in sorted(faults, key=lambda fault: _order(fault["loc"]), reverse=True):
        loc = fault["loc"]
        if fault["type"] == "missing":
            changed |= _fill(data, root, loc)
        else:
            changed |= _drop(data, root, _real_way(loc, data))
    return changed


def _order(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    return tuple(f"{part:09d}" if isinstance(part, int) else part for part in loc)


_FILLED: dict[str, Any] = {
    "name": PLACEHOLDER, "title": PLACEHOLDER, "text": PLACEHOLDER, "action": PLACEHOLDER,
    "method": "assumption", "kind": "external", "event": "x",
    "stages": [{"name": PLACEHOLDER, "id": "missing-stage", "steps": [{"name": PLACEHOLDER, "id": "missing-step"}]}],
}  # fmt: skip


def _fill(data: Any, root: Node | None, loc: tuple[int | str, ...]) -> bool:
    way = _real_way(loc[:-1], data)
    holder, key = _at(data, way), str(loc[-1])
    if not isinstance(holder, dict):
        return _drop(data, root, way)
    if key in ("name", "title") and way:
        holder.setdefault("id", "missing-" + "-".join(map(str, way)))
    if key == "personas":
        holder[key] = ["missing-persona"]
    elif key == "steps":
        holder[key] = [{"name": PLACEHOLDER, "id": "missing-" + "-".join(map(str, way))}]
    elif key == "id":
        holder[key] = "missing-" + "-".join(map(str, way))
    elif key in _FILLED:
        holder[key] = _FILLED[key]
    else:
        return _drop(data, root, way)
    return True


def _drop(data: Any, root: Node | None, way: Way) -> bool:
    if not way:
        return False
    holder, last = _at(data, way[:-1]), way[-1]
    if isinstance(holder, list | dict) and _child(holder, last) is not None:
        del holder[last]  # type: ignore[arg-type] # a list is asked by number, a mapping by key
        _drop_node(root, way)
        return True
    return _drop(data, root, way[:-1])


def _drop_node(root: Node | None, way: Way) -> None:
    """Keep the places in step with the data, so that later findings point at the right parts."""
    for part in way[:-1]:
        root = child_of(root, part)
    if root is None or isinstance(root.value, str) or child_of(root, way[-1]) is None:
        return
    del root.value[way[-1]]  # type: ignore[arg-type] # a list is asked by number, a mapping by key
