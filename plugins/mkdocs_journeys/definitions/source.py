"""The file behind a definition: its text, the places of its parts, and its body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.findings import Place as FindingPlace
from mkdocs_journeys.definitions.front_matter import FrontMatter, read_front_matter
from mkdocs_journeys.definitions.messages import Message
from mkdocs_journeys.definitions.part_names import has_names, named
from mkdocs_journeys.definitions.shapes import TEXT, Shape, prune
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

ITEMS = "*"
"""What a list lost: an item, or several."""


@dataclass(frozen=True, eq=False)
class Source:
    """A definition's file as it was read.

    `path` is relative to the site's folder, with `/`; `body_line` is the line (from 1) at which the body
    begins.
    """

    path: str
    file: Path
    text: str
    body_markdown: str = ""
    body_line: int = 1
    shape: Shape = field(default=TEXT, repr=False)

    @classmethod
    def of(cls, path: str, file: Path, text: str, front: FrontMatter, shape: Shape) -> "Source":
        """The source whose front matter was read as `front`."""
        source = cls(path, file, text, front.body, front.body_line, shape)
        vars(source)["root"] = _pruned(front, shape)
        return source

    @cached_property
    def root(self) -> Node | None:
        """The tree of the front matter, without what is empty."""
        return _pruned(read_front_matter(self.text), self.shape)

    def forget_tree(self) -> None:
        """Free a tree in which nothing was wrong; it is read again once a place is asked for."""
        if self.is_whole:
            vars(self).pop("root", None)

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines of the file."""
        return self.text.split("\n")

    @cached_property
    def is_whole(self) -> bool:
        """Whether nothing of the front matter was wrong, so that nothing of it is lost."""
        return self.root is None or not any(node.lost or node.faulty for node in nodes_below(self.root))

    def finding(self, code: str, message: Message, *way: str | int, key: bool = False) -> Finding:
        """A finding at the part that `way` leads to, as far as it is there; at its key when `key` is set."""
        node = self._nearest(way, key)
        if node is None:
            return Finding(code, message, self.place(1, 1, 1))
        length = node.length if isinstance(node.value, str) else 1
        return Finding(code, message, self.place(node.line + 1, node.column + 1, length))

    def finding_in(self, code: str, message: Message, needle: str, *way: str | int) -> Finding:
        """A finding at `needle` in the text that `way` leads to, or at the whole text."""
        node = self.node(*way)
        if node is not None:
            start = self._offset(node.line, node.column)
            at = self.text.find(needle, start, start + node.length)
            if at >= 0:
                line = self.text.count("\n", 0, at) + 1
                return Finding(
                    code, message, self.place(line, at - self.text.rfind("\n", 0, at), len(needle))
                )
        return self.finding(code, message, *way)

    def text_of(self, node: Node) -> str:
        """What was typed for a value."""
        start = self._offset(node.line, node.column)
        return self.text[start : start + node.length]

    def _offset(self, line: int, column: int) -> int:
        """Where in the text a line and column (from 0) are."""
        return sum(len(each) + 1 for each in self.lines[:line]) + column

    def place(self, line: int, column: int, length: int) -> FindingPlace:
        """A place in this file with its line quoted; what reaches beyond the line is not marked."""
        quoted = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        room = max(1, len(quoted) - column + 1)
        return FindingPlace(self.path, line, column, min(length, room), quoted)

    def in_body(self, code: str, message: Message, offset: int, length: int = 1) -> Finding:
        """A finding at `offset` characters into the body."""
        line = self.body_line + self.body_markdown.count("\n", 0, offset)
        column = offset - self.body_markdown.rfind("\n", 0, offset)
        return Finding(code, message, self.place(line, column, length))

    def name_of(self, *way: str | int) -> Message | None:
        """`step "Pays"`: the nearest named part on the way, or None for the definition itself."""
        found = None
        node = self.root
        for index, part in enumerate(way):
            node = child_of(node, part)
            kind = str(way[index - 1]) if isinstance(part, int) and index else ""
            if node is not None and has_names(kind) and (name := _name(node)):
                found = named(kind, name)
        return found

    def node(self, *way: str | int) -> Node | None:
        """The part that `way` leads to, if it is there; a single value is its own first item."""
        node = self.root
        for part in way:
            node = child_of(node, part)
        return node

    def lost(self, *way: str | int) -> bool:
        """Whether the value at `way` was wrong and is gone or made up; for a list, any of its items too."""
        if self.is_whole:
            return False
        if self._is_lost(way):
            return True
        node = self.node(*way)
        return node is not None and (ITEMS in node.lost or node.faulty)

    def lost_whole(self, *way: str | int) -> bool:
        """Whether the whole value at `way` was wrong and is gone or made up."""
        return not self.is_whole and self._is_lost(way)

    def lost_below(self, way: Way, keys: frozenset[str]) -> bool:
        """Whether the value at `way` is lost, or anything below it called one of `keys` (`*`: items)."""
        if self.is_whole:
            return False
        if self._is_lost(way):
            return True
        node = self.node(*way)
        return node is not None and any(not keys.isdisjoint(inner.lost) for inner in nodes_below(node))

    def _is_lost(self, way: Way) -> bool:
        holder = self.node(*way[:-1])
        return holder is not None and str(way[-1]) in holder.lost

    def _nearest(self, way: Way, key: bool) -> Node | None:
        node = found = self.root
        for index, part in enumerate(way):
            child = child_of(node, part)
            if child is None:
                break
            at_key = key and index == len(way) - 1 and node is not None
            found = node.keys.get(str(part), child) if at_key and node is not None else child
            node = child
        return found


def _pruned(front: FrontMatter, shape: Shape) -> Node | None:
    return None if front.root is None else prune(front.root, shape)


def child_of(node: Node | None, part: str | int) -> Node | None:
    """The value of key `part`, or the item with number `part`, of `node`; None where there is none.

    A single value stands for a list of one, so it is its own first item.
    """
    if node is None:
        return None
    if isinstance(node.value, list):
        return node.value[part] if isinstance(part, int) and part < len(node.value) else None
    if isinstance(part, int):
        return node if part == 0 else None
    return node.value.get(part) if isinstance(node.value, dict) else None


def nodes_below(node: Node) -> Iterator[Node]:
    """`node` and every part of it."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        if isinstance(here.value, dict):
            waiting += here.value.values()
        elif isinstance(here.value, list):
            waiting += here.value


def _name(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, dict):
        for key in ("name", "title", "id"):
            if (named := node.value.get(key)) is not None and isinstance(named.value, str):
                return named.value
    return ""
