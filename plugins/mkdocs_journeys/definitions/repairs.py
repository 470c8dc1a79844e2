"""Repairs: a mistake in the text of a front matter, and the lines as they were meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.definitions.yaml_tree import Trouble

Shifts = Mapping[int, tuple[int, int]]
"""By line: from which column on everything stands how many columns further right than it was typed."""


@dataclass(frozen=True)
class Repair:
    """A trouble and, by number, the lines that were meant; `shifts` say what that moved."""

    trouble: Trouble
    lines: Mapping[int, str]
    shifts: Shifts = field(default_factory=dict)


def replaced(trouble: Trouble, line: str, start: int, end: int, meant: str) -> Repair:
    """The repair of one line: `meant` stands for what stood between columns `start` and `end`."""
    number = trouble.line
    moved = len(meant) - (end - start)
    return Repair(trouble, {number: line[:start] + meant + line[end:]}, {number: (end, moved)})
