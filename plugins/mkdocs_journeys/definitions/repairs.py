"""Repairs: a mistake in the text of a front matter, and the lines as they were meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_journeys.definitions.edits import Fix
from mkdocs_journeys.definitions.yaml_tree import Trouble

Shifts = Mapping[int, tuple[int, int]]
"""By line: from which column on everything stands how many columns further right than it was typed."""


@dataclass(frozen=True)
class Repair:
    """A trouble and, by number, the lines that were meant; `shifts` say what that moved.

    `guesses`: where values begin that were only guessed; None stands for the trouble's place.
    """

    trouble: Trouble
    lines: Mapping[int, str]
    shifts: Shifts = field(default_factory=dict)
    guesses: tuple[tuple[int, int], ...] | None = None


def replaced(trouble: Trouble, line: str, start: int, end: int, meant: str) -> Repair:
    """The repair of one line: `meant` stands for what stood between columns `start` and `end`."""
    number = trouble.line
    moved = len(meant) - (end - start)
    return Repair(trouble, {number: line[:start] + meant + line[end:]}, {number: (end, moved)})


def typed_column(line: int, column: int, shifts: Sequence[Shifts]) -> int:
    """The column at which was typed what stands at `column` of a line after repairs, in their order."""
    for lines in reversed(shifts):
        start, moved = lines.get(line, (0, 0))
        if column >= start + moved:
            column -= moved
    return max(0, column)


def typed_trouble(trouble: Trouble, shifts: Sequence[Shifts]) -> Trouble:
    """A trouble of a text after repairs, with its place and its fix in the text as it was typed."""
    if not any(trouble.line in lines for lines in shifts):
        return trouble
    fix = trouble.fix
    if fix is not None:
        edits = (replace(e, column=typed_column(e.line - 1, e.column - 1, shifts) + 1) for e in fix.edits)
        fix = Fix(tuple(edits))
    column = typed_column(trouble.line, trouble.column, shifts)
    return replace(trouble, column=column, fix=fix)


def moved_column(line: int, column: int, shifts: Shifts) -> int:
    """The column to which a repair moves what stands at `column` of a line."""
    start, moved = shifts.get(line, (0, 0))
    return column + moved if column >= start else column
