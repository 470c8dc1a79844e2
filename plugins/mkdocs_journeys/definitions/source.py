"""The file behind a definition: its text, the places of its parts, and the Markdown below its front matter."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.findings import Place as FindingPlace
from mkdocs_journeys.definitions.yaml_tree import Node

Path_ = tuple[str | int, ...]
"""The way to a part of a definition, such as `("stages", 0, "steps", 2, "name")`."""


@dataclass(frozen=True, eq=False)
class Source:
    """A definition's file as it was read.

    `path` is relative to the site's folder, with `/`; `body_line` is the line (from 1) at which the body begins.
    """

    path: str
    file: Path
    text: str
    body_markdown: str = ""
    body_line: int = 1
    root: Node | None = field(default=None, repr=False)

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the file."""
        return self.text.split("\n")

    def finding(self, code: str, message: str, *way: str | int, key: bool = False) -> Finding:
        """A finding at the part that `way` leads to, as far as it is there; at its key when `key` is set."""
        node = self._node(way, key)
        if node is None:
            return Finding(code, message, self.place(1, 1, 1))
        first_line = node.length if isinstance(node.value, str) else 1
        return Finding(code, message, self.place(node.line + 1, node.column + 1, first_line))

    def place(self, line: int, column: int, length: int) -> FindingPlace:
        """A place in this file with its line quoted; what reaches beyond the line is not marked."""
        lines = self.lines
        quoted = lines[line - 1] if 0 < line <= len(lines) else ""
        room = max(1, len(quoted) - column + 1)
        return FindingPlace(self.path, line, column, min(length, room), quoted)

    def in_body(self, code: str, message: str, offset: int, length: int = 1) -> Finding:
        """A finding at `offset` characters into the body."""
        before = self.body_markdown[:offset]
        line = self.body_line + before.count("\n")
        column = offset - before.rfind("\n")
        return Finding(code, message, self.place(line, column, length))

    def name_of(self, *way: str | int) -> str:
        """`step "Pays"`: the nearest named part on the way, or nothing for the definition itself."""
        found = ""
        node = self.root
        for index, part in enumerate(way):
            node = child_of(node, part)
            kind = _KINDS_OF_PARTS.get(str(way[index - 1])) if isinstance(part, int) and index else None
            if node is not None and kind and (name := _name(node)):
                found = f'{kind} "{name}"'
        return found

    def _node(self, way: Path_, key: bool) -> Node | None:
        node = self.root
        found = node
        for part in way:
            if (child := child_of(node, part)) is not None:
                found = node.keys.get(str(part)) if key and node is not None else None
                node = child
                found = found or child
        return found


_KINDS_OF_PARTS = {
    "stages": "stage",
    "steps": "step",
    "improvements": "improvement",
    "metrics": "metric",
    "plays": "play",
}


def child_of(node: Node | None, part: str | int) -> Node | None:
    """The value of key `part`, or the item with number `part`, of `node`; None where there is none."""
    if node is None:
        return None
    if isinstance(part, int):
        if isinstance(node.value, list):
            return node.value[part] if part < len(node.value) else None
        return None
    return node.value.get(part) if isinstance(node.value, dict) else None


def _name(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, dict):
        for key in ("name", "title", "id"):
            if (named := node.value.get(key)) is not None and isinstance(named.value, str):
                return named.value
    return ""
