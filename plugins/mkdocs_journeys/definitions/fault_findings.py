"""Findings about the data of a definition, in the words of the people who write it."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions.faults import (
    Fault,
    Way,
    colon_ways,
    is_told,
    known_keys,
    name_at,
    value_at,
)
from mkdocs_journeys.definitions.findings import Finding, short
from mkdocs_journeys.definitions.fixes import colon_fix, key_fix, value_fix
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.suggestions import nearest

LIKE_A_KEY = 0.45
"""Likeness (difflib's ratio, 0 to 1) from which a known key is proposed: there are few, so a guess helps."""

_FORM_FAULTS = frozenset({"model_type", "dict_type", "model_attributes_type", "mapping_type"})
_NOUNS = {
    "stages": "stage", "steps": "step", "improvements": "improvement", "metrics": "metric", "plays": "play",
    "history": "earlier reading", "pains": "pain", "gains": "gain", "quotes": "quote",
    "next": "entry of next",
    "starts": "start", "trigger": "trigger", "who": "filter", "do": "action", "emotion": "emotion",
}  # fmt: skip


def findings_of(
    model: type[BaseModel], faults: Sequence[Fault], data: Any, source: Source
) -> Iterator[Finding]:
    """A finding for each fault that is not told by another one."""
    colons = colon_ways(model, faults, data)
    for way in sorted(colons, key=str):
        yield _colon_finding(way, data, source)
    for fault in faults:
        if not any(fault.way[: len(way)] == way for way in colons) and not is_told(
            model, fault, faults, data, source
        ):
            yield from _findings(model, fault, data, source)


def _colon_finding(way: Way, data: Any, source: Source) -> Finding:
    key, value = next(iter(value_at(data, way).items()))
    text = f"{key}: {value if isinstance(value, str) else '...'}".strip()
    message = f'a colon makes a key of "{short(key)}"; put the text in quotation marks: "{short(text)}"'
    return source.finding("J107", message, *way).with_fix(colon_fix(way, source))


def _findings(model: type[BaseModel], fault: Fault, data: Any, source: Source) -> Iterator[Finding]:
    if fault.kind == "missing":
        yield _missing(fault, data, source)
    elif fault.kind == "extra_forbidden":
        yield _unknown(model, fault, data, source)
    elif fault.items:
        for item in fault.items:
            message = f'"{short(value_at(data, (*fault.way, item)))}" is named twice in this list'
            yield source.finding(fault.kind, message, *fault.way, item)
    elif fault.kind.startswith("J"):
        where = "" if fault.at_key else _where(fault.way, source)
        finding = source.finding(fault.kind, where + fault.message, *fault.way, key=fault.at_key)
        yield finding.with_fix(value_fix(model, fault, source))
    else:
        code, message = _wrong_form(fault)
        yield source.finding(code, _where(fault.way, source, named=False) + message, *fault.way)


def _missing(fault: Fault, data: Any, source: Source) -> Finding:
    if fault.key == "id" and (name := name_at(data, fault.holder)) is not None:
        message = f'no id can be made of "{short(name)}"; add an id'
        return source.finding(
            "J121", message, *fault.holder, "name" if "name" in value_at(data, fault.holder) else "title"
        )
    return source.finding("J103", f'{_part(fault.holder, data, source)} has no "{fault.key}"', *fault.holder)


def _part(way: Way, data: Any, source: Source) -> str:
    """`step "Pays"`, `this step` or `this file`: what has a fault."""
    if way and (not isinstance(way[-1], int) or name_at(data, way) is None):
        return f"this {_kind_of(way)}"
    return source.name_of(*way) or f"this {_kind_of(way)}"


def _kind_of(way: Way) -> str:
    for part in reversed(way):
        if isinstance(part, str):
            return _NOUNS.get(part, f'"{part}"')
    return "file"


def _unknown(model: type[BaseModel], fault: Fault, data: Any, source: Source) -> Finding:
    keys = known_keys(model, fault.holder)
    message = f'unknown key "{short(fault.key)}" in {_part(fault.holder, data, source)}'
    if meant := nearest(fault.key, keys, LIKE_A_KEY):
        message += f'; did you mean "{meant}"?'
    elif keys:
        message += f"; it takes {', '.join(keys)}"
    return source.finding("J104", message, *fault.way, key=True).with_fix(key_fix(model, fault, source))


def _wrong_form(fault: Fault) -> tuple[str, str]:
    if fault.kind in _FORM_FAULTS:
        return "J106", "keys with values are expected here, each on a line of its own"
    return "J105", "text is expected here"


def _where(way: Way, source: Source, *, named: bool = True) -> str:
    key = next((part for part in reversed(way) if isinstance(part, str)), None)
    if key is None:
        return ""
    part = source.name_of(*way) if named else ""
    return f'"{short(key)}" of {part}: ' if part else f'"{short(key)}": '
