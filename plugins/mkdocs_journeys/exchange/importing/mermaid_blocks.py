"""Where the journeys of a file are: a `.mmd` file, or the fences of a Markdown file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_journeys.definitions import Place

_FENCE = re.compile(
    r"[ \t>]*(?P<fence>`{3,}|~{3,}|:{3,})[ \t]*(?:\{[ \t]*)?\.?mermaid(?:-example)?\b.*", re.IGNORECASE
)
_HEADING = re.compile(r"[ \t>]*#{1,6}[ \t]+(?P<title>\S.*)")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")


@dataclass(frozen=True)
class Line:
    """A line of a file with its place; `column` (from 1) is where `text` begins in `whole`."""

    path: str
    number: int
    whole: str
    text: str
    column: int = 1

    @classmethod
    def of(cls, path: str, number: int, whole: str) -> "Line":
        """The line without the space around it."""
        return cls(path, number, whole, whole.strip(), len(whole) - len(whole.lstrip()) + 1)

    def part(self, start: int, end: int | None = None) -> "Line":
        """A part of the text, without the space around it."""
        cut = self.text[start:end]
        lead = len(cut) - len(cut.lstrip())
        return Line(self.path, self.number, self.whole, cut.strip(), self.column + start + lead)

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.path, self.number, self.column, max(1, len(self.text)), self.whole)


@dataclass
class Block:
    """One diagram: where it is, its lines, and the heading above it in a Markdown file."""

    place: Place
    lines: list[Line] = field(default_factory=list)
    heading: str | None = None


def blocks_of(text: str, path: str) -> list[Block]:
    """Every Mermaid diagram of a file, of whatever kind."""
    lines = [Line.of(path, number, whole) for number, whole in enumerate(text.split("\n"), 1)]
    if any(_FENCE.fullmatch(line.whole) for line in lines):
        return list(_fenced(lines))
    return [Block(Place(path), lines)]


def _fenced(lines: list[Line]) -> Iterator[Block]:
    heading, block, closing = None, None, ""
    for line in lines:
        if block is not None:
            if line.text.lstrip("> \t").rstrip() == closing or _closes(line.text, closing):
                yield block
                block = None
            else:
                block.lines.append(_unquoted(line))
        elif match := _FENCE.fullmatch(line.whole):
            block, closing = Block(line.place, heading=heading), match["fence"]
        elif match := _HEADING.fullmatch(line.whole):
            heading = match["title"].rstrip(" \t#")
    if block is not None:
        yield block


def _closes(text: str, fence: str) -> bool:
    bare = text.lstrip("> \t")
    return len(bare) >= len(fence) and not bare.strip(fence[0])


def _unquoted(line: Line) -> Line:
    match = _QUOTE.match(line.whole)
    return line.part(len(match[0]) - line.column + 1) if match and line.text.startswith(">") else line
