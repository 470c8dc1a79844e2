"""The text of a definition file, laid out as people write one by hand."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import yaml

from mkdocs_journeys.definitions import ANSWERS, CONTROLS, SURROGATES, Way, Writer, text_event, visible

WIDEST = 100
"""Characters of a line up to which a list or a part stands in brackets on one line."""

_BLOCKS = frozenset({"stages", "steps", "improvements", "plays"})
"""Lists whose items always stand on lines of their own."""

_DATES = frozenset({"reviewed", "date", "due"})
_ANSWERS = frozenset({"consent"})
_FREE = frozenset({"about"})
"""Keys below which the author chooses the keys, so that these say nothing of the values."""

_OF_THE_FILE = ("lang", "owner", "reviewed", "review_every", "tags")
_LONG = ("evidence", "metrics", "stages", "improvements", "plays")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SURROGATE = re.compile(f"[{SURROGATES}]")
_CONTROL = re.compile(f"[{CONTROLS}]")


def definition_text(
    fields: Mapping[str, Any], body: str = "", comments: Mapping[Way, str] | None = None
) -> str:
    """A definition file: front matter from `fields` (text, numbers, lists and mappings), then `body`.

    Keys keep the order given; at the top, those about the file itself go behind those about its subject,
    and long parts to the end. None is an empty slot (`owner:`). A comment stands above the part that its way
    leads to; error: KeyError where that is not there. What no file can hold (lone surrogates; in a body,
    control characters) is replaced.
    """
    remarks = comments or {}
    ordered = _in_order(fields)
    stream = io.StringIO()
    writer = Writer(stream, allow_unicode=True, width=1 << 30)
    writer.emit(yaml.StreamStartEvent())
    writer.emit(yaml.DocumentStartEvent())
    for event in _Layout(remarks).events(ordered, (), 0):
        writer.emit(event)
    writer.emit(yaml.DocumentEndEvent())
    front = stream.getvalue() if ordered else ""
    return f"---\n{_with_comments(front, remarks)}---\n{_body(body)}"


def _in_order(fields: Mapping[str, Any]) -> dict[str, Any]:
    first = [key for key in fields if key not in {*_OF_THE_FILE, *_LONG}]
    last = [key for key in (*_OF_THE_FILE, *_LONG) if key in fields]
    return {key: fields[key] for key in (*first, *last)}


def _body(text: str) -> str:
    lines = _writable(text).replace("\r\n", "\n").replace("\r", "\n")
    lines = _CONTROL.sub(" ", lines)
    return lines if not lines or lines.endswith("\n") else f"{lines}\n"


def _writable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


class _Layout:
    """From data to the events of its text: what stands in brackets, and what is quoted."""

    def __init__(self, comments: Mapping[Way, str]) -> None:
        self.opened = {way[:length] for way in comments for length in range(len(way))}

    def events(self, value: Any, way: Way, column: int, *, flow: bool = False) -> Iterator[yaml.Event]:
        """The events of `value`, which `way` leads to and which begins about `column`."""
        if isinstance(value, Mapping) or _is_list(value):
            flow = flow or self._fits(value, way, column)
            parts = self._mapping if isinstance(value, Mapping) else self._list
            yield from parts(value, way, flow)
        else:
            yield _scalar_event(value, way)

    def _mapping(self, value: Mapping[str, Any], way: Way, flow: bool) -> Iterator[yaml.Event]:
        yield yaml.MappingStartEvent(None, None, True, flow_style=flow)
        for key, item in value.items():
            yield _scalar_event(key, ())
            yield from self.events(item, (*way, key), 2 * len(way) + len(key) + 2, flow=flow)
        yield yaml.MappingEndEvent()

    def _list(self, value: Sequence[Any], way: Way, flow: bool) -> Iterator[yaml.Event]:
        yield yaml.SequenceStartEvent(None, None, True, flow_style=flow)
        for index, item in enumerate(value):
            yield from self.events(item, (*way, index), 2 * len(way) + 2, flow=flow)
        yield yaml.SequenceEndEvent()

    def _fits(self, value: Any, way: Way, column: int) -> bool:
        """Whether a list or mapping stands in brackets on the line on which it begins."""
        if not value:
            return True
        if not way or way in self.opened or _BLOCKS & {way[-1], *way[-2:-1]}:
            return False
        if _is_list(value) and len(value) > 1 and any(isinstance(item, Mapping) for item in value):
            return False
        return column + _length(value) <= WIDEST


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _length(value: Any) -> int:
    """About how many characters `value` takes in brackets."""
    if isinstance(value, Mapping):
        return 2 + sum(len(key) + 4 + _length(item) for key, item in value.items())
    if _is_list(value):
        return 2 + sum(2 + _length(item) for item in value)
    return len(str(value))


def _scalar_event(value: Any, way: Way) -> yaml.ScalarEvent:
    if value is None:
        return _plain("")
    if isinstance(value, int | float):
        return _plain(number_text(value))
    text = _writable(value)
    return _plain(text) if _is_date(text, way) or _is_answer(text, way) else text_event(text)


def number_text(value: float) -> str:
    """A number as people write it: `-1`, `0.25`, never `1e-07`."""
    return format(Decimal(repr(value + 0)).normalize(), "f")


def _plain(text: str) -> yaml.ScalarEvent:
    return yaml.ScalarEvent(None, None, (True, False), text)


def _is_date(text: str, way: Way) -> bool:
    return bool(way) and way[-1] in _DATES and not _FREE & set(way[:-1]) and bool(_DATE.fullmatch(text))


def _is_answer(text: str, way: Way) -> bool:
    """`yes` or `no`, which the format reads as that word and people write without quotation marks."""
    return bool(way) and way[-1] in _ANSWERS and not _FREE & set(way[:-1]) and text in ANSWERS


def _with_comments(front: str, comments: Mapping[Way, str]) -> str:
    """`front` with each comment on lines of its own above the part that it belongs to."""
    if not comments:
        return front
    root = yaml.compose(front, Loader=yaml.SafeLoader)
    at: dict[int, list[str]] = {}
    for way, comment in comments.items():
        mark = _start(root, way)
        indent = " " * (mark.column - 2 if way and isinstance(way[-1], int) else mark.column)
        at.setdefault(mark.line, []).extend(
            f"{indent}# {visible(line)}".rstrip() for line in comment.split("\n")
        )
    lines = front.split("\n")
    return "\n".join(new for number, line in enumerate(lines) for new in (*at.get(number, ()), line))


def _start(node: Any, way: Way) -> yaml.Mark:
    """Where the part that `way` leads to begins: its key, or what stands behind its dash. Error: KeyError."""
    mark: yaml.Mark = node.start_mark
    for part in way:
        found = dict(_parts(node)).get(part)
        if found is None:
            raise KeyError(way)
        mark, node = found
    return mark


def _parts(node: Any) -> Iterator[tuple[str | int, tuple[yaml.Mark, Any]]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, (key.start_mark, value)) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((index, (item.start_mark, item)) for index, item in enumerate(node.value))
