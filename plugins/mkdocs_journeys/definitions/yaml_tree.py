"""YAML as a tree of texts, lists and mappings in which every part knows its place.

Built from the parser's events and not by `yaml.compose`: no scalar is converted (`NO` stays text), nothing recurses,
and anchors, aliases, tags and repeated keys are seen before they do harm.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

DEEPEST = 16
MOST_NODES = 20_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOST_COMMENT = re.compile(r"(?m)(?<=\S)[ \t]+#(?=[^\W_])")


class Node:
    """A value with its place: `line` and `column` count from 0, `start` and `end` are offsets in the text."""

    __slots__ = ("column", "end", "keys", "line", "start", "value")

    def __init__(self, value: "str | list[Node] | dict[str, Node]", event: Any) -> None:
        mark = event.start_mark
        self.value = value
        self.line: int = mark.line
        self.column: int = mark.column
        self.start: int = mark.index
        self.end: int = event.end_mark.index
        self.keys: dict[str, Node] = {}

    @property
    def length(self) -> int:
        """Characters to mark below the value."""
        return max(1, self.end - self.start)


@dataclass(frozen=True)
class Trouble:
    """Something in the text that YAML reads in a way nobody meant, at a line and column counted from 0."""

    code: str
    message: str
    line: int
    column: int
    length: int = 1


class Unreadable(Exception):
    """The text cannot be read further; carries the last trouble."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


@dataclass
class Tree:
    """The root node (None for an empty text) and the troubles found on the way."""

    root: Node | None = None
    troubles: list[Trouble] = field(default_factory=list)


def read_tree(text: str) -> Tree:
    """The tree of `text`. Errors: `Unreadable` for depth and size, `yaml.YAMLError` for syntax."""
    return _Builder(text).build()


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree()
        self.open: list[Node] = []
        self.key: Node | None = None
        self.pending: list[Node | None] = []
        self.spans: list[tuple[int, int]] = []
        self.count = 0

    def build(self) -> Tree:
        for event in yaml.parse(self.text, Loader=_LOADER):  # noqa: S506 - only events, nothing is constructed
            self._take(event)
        self._find_lost_comments()
        return self.tree

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._property(event)
            self.spans.append((event.start_mark.index, event.end_mark.index))
            self._add(Node(event.value if event.value or not event.implicit[0] else "", event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._property(event)
            self._open(Node({} if kind is yaml.MappingStartEvent else [], event))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent and event.explicit:
            self._trouble("J102", "a line that starts with --- ends the front matter; write it alone on its line", event)

    def _open(self, node: Node) -> None:
        if len(self.open) >= DEEPEST:
            raise Unreadable(Trouble("J119", "this is nested too deeply", node.line, node.column))
        if isinstance(node.value, list) and self.text.startswith("[[", node.start):
            self._needs_quotes("[[", node)
        self._add(node)
        self.open.append(node)
        self.pending.append(self.key)
        self.key = None

    def _close(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark.index
        self.key = self.pending.pop()

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise Unreadable(Trouble("J119", "this file holds too many values", node.line, node.column))
        if not self.open:
            self.tree.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            self._add_to_mapping(parent, parent.value, node)

    def _add_to_mapping(self, parent: Node, mapping: dict[str, Node], node: Node) -> None:
        if self.key is None:
            self.key = self._checked_key(parent, node)
            return
        name = str(self.key.value)
        if name not in mapping:
            mapping[name] = node
            parent.keys[name] = self.key
        self.key = None

    def _checked_key(self, parent: Node, key: Node) -> Node:
        if not isinstance(key.value, str):
            raise Unreadable(Trouble("J102", "a list or a mapping cannot be a key", key.line, key.column))
        if key.value == "<<":
            self._trouble_at("J109", "merge keys (<<) are not used in definitions; write the values out", key)
        elif key.value in parent.keys:
            first = parent.keys[key.value].line + 1
            self._trouble_at("J108", f'"{key.value}" is given twice here, first in line {first}; keep one', key)
        return key

    def _alias(self, event: Any) -> None:
        self._trouble("J109", f'"*{event.anchor}" is read as a YAML alias; put the text in quotation marks', event)
        self._add(Node("", event))

    def _property(self, event: Any) -> None:
        if event.anchor is not None:
            self._trouble("J109", f'"&{event.anchor}" is read as a YAML anchor; put the text in quotation marks', event)
        if event.tag is not None:
            self._trouble("J109", "! at the start is read as a YAML tag; put the text in quotation marks", event)

    def _needs_quotes(self, start: str, node: Node) -> None:
        end = self.text.find("]]", node.start)
        inside = self.text[node.start : end + 2] if 0 <= end - node.start < 60 else start
        line_end = inside.find("\n")
        inside = inside if line_end < 0 else inside[:line_end]
        message = f'a value that starts with {start} needs quotation marks: "{inside}"'
        self.tree.troubles.append(Trouble("J110", message, node.line, node.column, len(inside)))

    def _trouble(self, code: str, message: str, event: Any) -> None:
        self._trouble_at(code, message, Node("", event))

    def _trouble_at(self, code: str, message: str, node: Node) -> None:
        self.tree.troubles.append(Trouble(code, message, node.line, node.column, min(node.length, 40)))

    def _find_lost_comments(self) -> None:
        starts = [start for start, _ in self.spans]
        for match in _LOST_COMMENT.finditer(self.text):
            at = match.end() - 1
            span = bisect_right(starts, at) - 1
            if span >= 0 and at < self.spans[span][1]:
                continue
            if _line_before(self.text, at).lstrip().startswith("#"):
                continue
            line, column = _position(self.text, at)
            word = self.text[at : at + 40].split("\n")[0]
            message = (
                f'"{word}" is read as a comment and lost; put the whole value in quotation marks '
                "(for a comment, put a space after #)"
            )
            self.tree.troubles.append(Trouble("J118", message, line, column, len(word)))


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def prune(node: Node) -> Node:
    """`node` without what is empty anywhere below it: an empty value counts as left out."""
    if isinstance(node.value, list):
        node.value = [item for item in map(prune, node.value) if not _is_empty(item)]
    elif isinstance(node.value, dict):
        node.value = {key: item for key, item in _pruned(node.value) if not _is_empty(item)}
    return node


def plain(node: Node) -> Any:
    """The tree below `node` as text, lists and mappings."""
    value = node.value
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    return {key: plain(item) for key, item in value.items()}


def _pruned(mapping: dict[str, Node]) -> Iterator[tuple[str, Node]]:
    for key, node in mapping.items():
        yield key, prune(node)


def _is_empty(node: Node) -> bool:
    return not node.value.strip() if isinstance(node.value, str) else not node.value
