"""Findings about the data of a definition, in the words of the people who write it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions.faults import (
    Fault,
    colon_ways,
    is_told,
    known_keys,
    name_at,
    value_at,
)
from mkdocs_journeys.definitions.findings import Finding, short
from mkdocs_journeys.definitions.fixes import colon_fix, dashes_fix, key_fix, spans_lines, value_fix
from mkdocs_journeys.definitions.ids import make_id
from mkdocs_journeys.definitions.meant_keys import meant_key_of
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.part_names import THIS_FILE, unnamed
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.suggestions import proposing
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

_FORM_FAULTS = frozenset({"model_type", "dict_type", "model_attributes_type", "mapping_type"})


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
    message = say(
        'the colon after "%(key)s" ends the text there; put the whole text in quotation marks: "%(text)s"',
        key=short(key), text=short(text),
    )  # fmt: skip
    return source.finding("J107", message, *way).with_fix(colon_fix(way, source))


def _findings(model: type[BaseModel], fault: Fault, data: Any, source: Source) -> Iterator[Finding]:
    if fault.kind == "missing":
        yield _missing(fault, data, source)
    elif fault.kind == "extra_forbidden":
        yield _unknown(model, fault, data, source)
    elif fault.items:
        for item in fault.items:
            named = short(value_at(data, (*fault.way, item)))
            yield source.finding(fault.kind, named_twice(named), *fault.way, item)
    elif fault.kind == "J120" and not fault.at_key and (node := _over_lines(fault, source)) is not None:
        first = str(value_at(data, fault.way)).split()[0]
        message = say('for several, start each line with a dash: "%(meant)s"', meant=short(f"- {first}"))
        finding = source.finding("J120", placed(message, fault.way, source), *fault.way)
        yield finding.with_fix(dashes_fix(node, source))
    elif fault.message is not None:
        message = _with_own_id(fault, fault.message, data)
        if not fault.at_key and fault.kind != "J102":
            message = placed(message, fault.way, source)
        finding = source.finding(fault.kind, message, *fault.way, key=fault.at_key)
        yield finding.with_fix(value_fix(model, fault, source))
    else:
        yield _wrong_form(model, fault, data, source)


def _with_own_id(fault: Fault, message: Message, data: Any) -> Message:
    """A wrong id that a part is given becomes a right one; what names another part is looked up later."""
    typed = value_at(data, fault.way)
    is_own = fault.kind == "J120" and fault.key == "id" and isinstance(typed, str)
    made = make_id(typed) if is_own else None
    return message if made is None else proposing(message, made)


def _over_lines(fault: Fault, source: Source) -> Node | None:
    """The wrong value, if it is written in several lines."""
    node = source.node(*fault.way)
    return node if node is not None and spans_lines(node, source) else None


def named_twice(name: str) -> Message:
    """What is said about a name that stands in a list before."""
    return say('"%(name)s" is named twice in this list; keep one', name=name)


def _missing(fault: Fault, data: Any, source: Source) -> Finding:
    if fault.key == "id" and (name := name_at(data, fault.holder)) is not None:
        message = say(
            'no id can be made of "%(name)s"; add a line with one, such as id: first-step', name=short(name)
        )
        return source.finding(
            "J121", message, *fault.holder, "name" if "name" in value_at(data, fault.holder) else "title"
        )
    message = _lacks(_part(fault.holder, data, source), fault, source)
    return source.finding("J103", message, *fault.holder)


def _lacks(part: Message, fault: Fault, source: Source) -> Message:
    message = say('%(part)s has no "%(key)s"', part=part, key=fault.key)
    node = source.node(*fault.holder)
    if node is not None and (key := node.keys.get(fault.key)) is not None:
        if fault.key in _LISTED:
            return say(
                '%(message)s: nothing stands further in than "%(key)s:" in line %(line)s; put a line '
                '"- name: ..." for each below it, two spaces further in',
                message=message, key=fault.key, line=key.line + 1,
            )  # fmt: skip
        return say(
            "%(message)s: nothing stands behind it in line %(line)s", message=message, line=key.line + 1
        )
    if fault.key in _LISTED:
        return say(
            '%(message)s; add a line "%(key)s:" and below it, further in, a line "- name: ..." for each',
            message=message, key=fault.key,
        )  # fmt: skip
    if fault.key == "personas":
        return say("%(message)s; name one by its id, such as personas: lena", message=message)
    return say('%(message)s; add "%(key)s: ..."', message=message, key=fault.key)


_LISTED = frozenset({"stages", "steps"})


def _part(way: Way, data: Any, source: Source) -> Message:
    """`step "Pays"`, `this step` or `this file`: what has a fault."""
    is_named = not way or (isinstance(way[-1], int) and name_at(data, way) is not None)
    return (source.name_of(*way) if is_named else None) or _unnamed(way)


def _unnamed(way: Way) -> Message:
    key = next((part for part in reversed(way) if isinstance(part, str)), None)
    return THIS_FILE if key is None else unnamed(key)


def _unknown(model: type[BaseModel], fault: Fault, data: Any, source: Source) -> Finding:
    keys = known_keys(model, fault.holder)
    part = _part(fault.holder, data, source)
    message = say('unknown key "%(key)s" in %(part)s', key=short(fault.key), part=part)
    if (elsewhere := _belongs_elsewhere(message, model, fault)) is not None:
        return source.finding("J104", elsewhere, *fault.way, key=True)
    given = _given(fault, data, source)
    if meant := meant_key_of(fault.key, [key for key in keys if key not in given]):
        message = proposing(message, meant)
    elif there := meant_key_of(fault.key, [key for key in keys if key in given]):
        message = say('%(message)s; there is a "%(there)s" beside it', message=message, there=there)
    elif keys:
        message = say("%(message)s; it takes %(keys)s", message=message, keys=", ".join(keys))
    return source.finding("J104", message, *fault.way, key=True).with_fix(key_fix(model, fault, source))


def _given(fault: Fault, data: Any, source: Source) -> set[str]:
    """The keys that stand beside a wrong one, empty ones too."""
    node = source.node(*fault.holder)
    beside = value_at(data, fault.holder)
    return {*(node.keys if node is not None else ()), *(beside if isinstance(beside, dict) else ())}


def _belongs_elsewhere(message: Message, model: type[BaseModel], fault: Fault) -> Message | None:
    """`message` with where a known key belongs, if it stands too far in or not far enough."""
    levels = [way for way in ((), ("stages",), ("stages", "steps")) if known_keys(model, way)]
    here = tuple(part for part in fault.holder if isinstance(part, str))
    if here not in levels or len(levels) < len(_LEVELS):
        return None
    deeper = next(
        (way for way in levels[levels.index(here) + 1 :] if fault.key in known_keys(model, way)), None
    )
    if deeper is not None:
        return _LEVELS[deeper](message)
    return _too_far_in(message) if any(fault.key in known_keys(model, way) for way in levels) else None


_LEVELS: Mapping[Way, Callable[[Message], Message]] = {
    (): lambda message: message,
    ("stages",): lambda message: say(
        "%(message)s; it belongs to a stage: put it further in, straight below the name of the stage",
        message=message,
    ),
    ("stages", "steps"): lambda message: say(
        "%(message)s; it belongs to a step: put it further in, straight below the name of the step",
        message=message,
    ),
}


def _too_far_in(message: Message) -> Message:
    return say("%(message)s; it belongs to the stage or the whole file: put it less far in", message=message)


def _wrong_form(model: type[BaseModel], fault: Fault, data: Any, source: Source) -> Finding:
    if fault.kind not in _FORM_FAULTS:
        return source.finding("J105", placed(say("one text is expected here"), fault.way, source), *fault.way)
    value = value_at(data, fault.way)
    message = say(
        '%(part)s: write it as lines with a key, a colon and a value, such as "%(key)s: %(value)s"',
        part=_unnamed(fault.way), key=next(iter(known_keys(model, fault.way)), "name"),
        value=short(value) if isinstance(value, str) else "...",
    )  # fmt: skip
    return source.finding("J106", message, *fault.way)


def placed(message: Message, way: Way, source: Source) -> Message:
    """`"emotion" of step "Pays": ...`: the message with the key, and the part, whose value it is about."""
    key = next((part for part in reversed(way) if isinstance(part, str)), None)
    if key is None:
        return message
    if (part := source.name_of(*way)) is None:
        return say('"%(key)s": %(message)s', key=short(key), message=message)
    return say('"%(key)s" of %(part)s: %(message)s', key=short(key), part=part, message=message)
