"""Levels: how far in the lines of a front matter stand, and what they hang on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FARTHEST = 300
"""Lines above a fault in which its cause is looked for."""

BEGINS = re.compile(r"\s*(?:-(?:\s|$)|[A-Za-z_]+:(?:\s|$))")
"""A line that begins an item or a key."""

_LEAD = re.compile(r"\s*(?:-\s+)*")
_KEY = re.compile(r"(?P<word>[^\s:#\"'\[\]{},][^:#\"']*):(?:[ \t]+(?P<value>[^\s#].*))?(?:[ \t]+#.*)?$")


@dataclass(frozen=True)
class Level:
    """Where a line stands: the column of its dash or of its key's first letter, and what stands there."""

    column: int
    line: int
    word: str
    is_dash: bool
    value: str = ""
    """What stands behind the key."""

    @property
    def is_open(self) -> bool:
        """Whether nothing stands behind the key, so that what follows belongs to it."""
        return not self.is_dash and not self.value


def levels_above(lines: Sequence[str], number: int) -> list[Level]:
    """The levels that are open above a line, the nearest line's first."""
    return list(_levels_above(lines, number))


def _levels_above(lines: Sequence[str], number: int) -> Iterator[Level]:
    limit = FARTHEST
    for above in range(number - 1, max(0, number - FARTHEST), -1):
        for level in levels_of(lines[above], above):
            if level.column < limit:
                yield level
                limit = level.column


def levels_of(line: str, number: int) -> Iterator[Level]:
    """The levels that one line opens: its key, and its dashes from the inner to the outer."""
    if not line.strip() or line.lstrip().startswith("#"):
        return
    lead = lead_of(line)
    if (key := _KEY.match(line[len(lead) :])) is not None:
        yield Level(len(lead), number, key["word"].strip(), False, (key["value"] or "").strip())
    for column in range(len(lead) - 1, -1, -1):
        if lead[column] == "-":
            yield Level(column, number, line.strip(), True)


def next_line(lines: Sequence[str], number: int) -> int | None:
    """The next line that is not empty."""
    end = min(len(lines), number + FARTHEST)
    return next((after for after in range(number + 1, end) if lines[after].strip()), None)


def lead_of(line: str) -> str:
    """The spaces and dashes in front of a line."""
    match = _LEAD.match(line)
    return match[0] if match else ""


def indent_of(line: str) -> int:
    """How many characters of space stand in front of a line."""
    return len(line) - len(line.lstrip())
