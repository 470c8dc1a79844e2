"""Well-known mistakes with names: a step or a stage that has keys, and whose name lacks its own or a dash."""

import re
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_journeys.definitions.edits import Fix, fix_of_line, is_slip
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import FIRST_KEYS, KEYS
from mkdocs_journeys.definitions.levels import (
    BEGINS,
    FARTHEST,
    Level,
    indent_of,
    lead_of,
    levels_above,
    levels_of,
    next_line,
)
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.repairs import Repair
from mkdocs_journeys.definitions.yaml_tree import Trouble

_TEXT = re.compile(r"[^\s\[{|>&*!%@`#:-].*")
"""What a name without its key looks like: plain, or in quotation marks."""


def unnamed_above(lines: Sequence[str], number: int) -> Repair | None:
    """`- Pays` with the key at `number` below it: the name of a part that has keys needs its own key."""
    above = next((n for n in range(number - 1, max(0, number - FARTHEST), -1) if lines[n].strip()), 0)
    line, lead = lines[above], lead_of(lines[above])
    dash = next(levels_of(line, above), None)
    if dash is None or not dash.is_dash or _TEXT.fullmatch(line[len(lead) :]) is None:
        return None
    if not _is_known_key(lines[number]) or indent_of(lines[number]) <= dash.column:
        return None
    first = _first_key(lines, above, dash.column)
    return None if first is None else _named(lines, above, f"{lead}{first}: {line[len(lead) :]}")


def name_before_colon(lines: Sequence[str], number: int) -> Repair | None:
    """`- Pays:` or `Pays:`, with the part's keys below it, where `- name: Pays` has to stand."""
    line, below = lines[number], next_line(lines, number)
    name = next(levels_of(line, number), None)
    if name is None or not name.is_open or below is None or not _is_known_key(lines[below]):
        return None
    column = indent_of(line)
    first = _first_key(lines, number, column) if _has_dash(line) or _may_begin(lines, number) else None
    is_name = first is not None and name.word not in KEYS and not is_slip(name.word, first)
    if not is_name or indent_of(lines[below]) <= column:
        return None
    lead = lead_of(line) if _has_dash(line) else f"{' ' * column}- "
    behind = line[line.index(":", name.column) + 1 :]
    return _named(lines, number, f"{lead}{first}: {name.word}{behind}")


def _named(lines: Sequence[str], number: int, meant: str) -> Repair:
    """The line as it was meant, with the keys below it as far in as the first one then stands."""
    line, at = lines[number], indent_of(lines[number])
    words = short(meant.strip())
    message = say('the name needs its key before it: "%(meant)s"', meant=words)
    if not _has_dash(line):
        message = say('a dash and a key are missing before this name: "%(meant)s"', meant=words)
    start = len(lead_of(line))
    column = len(lead_of(meant))
    moved = _moved(lines, number, column)
    fix: Fix | None = None if moved else fix_of_line(number + 1, line, meant)
    trouble = Trouble("J102", message, number, start, len(line) - start, fix, is_sure=True)
    inserted = meant.index(": ") + 2 - column if _has_dash(line) else column - at
    shifts = {number: (start, inserted), **{n: (0, by) for n, by in moved.items()}}
    texts = {n: " " * (indent_of(lines[n]) + by) + lines[n].lstrip() for n, by in moved.items()}
    return Repair(trouble, {number: meant, **texts}, shifts, guesses=())


def _moved(lines: Sequence[str], number: int, column: int) -> Mapping[int, int]:
    """The lines of the part that begins at `number`, with how much further in they go; none if they fit."""
    below = list(_lines_of(lines, number))
    by = column - indent_of(lines[below[0]]) if below else 0
    return dict.fromkeys(below, by) if by else {}


def _lines_of(lines: Sequence[str], number: int) -> Iterator[int]:
    """The lines below one that stand further in."""
    for below in range(number + 1, len(lines)):
        if lines[below].strip():
            if indent_of(lines[below]) <= indent_of(lines[number]):
                return
            yield below


def _first_key(lines: Sequence[str], number: int, column: int) -> str | None:
    """The key with which the items of a list begin, whose dashes stand at `column`."""
    above = range(number - 1, max(0, number - FARTHEST), -1)
    levels = (level for each in above for level in levels_of(lines[each], each))
    holder = next((level for level in levels if _holds(level, column)), None)
    return None if holder is None or not holder.is_open else FIRST_KEYS.get(holder.word)


def _may_begin(lines: Sequence[str], number: int) -> bool:
    """Whether a line without a dash stands where the dashes of a list stand, or first below a key."""
    column = indent_of(lines[number])
    levels = levels_above(lines, number)
    holder = levels[0] if levels else None
    is_first = holder is not None and holder.is_open and next_line(lines, holder.line) == number
    return is_first or any(level.is_dash and level.column == column for level in levels)


def _holds(level: Level, column: int) -> bool:
    """Whether items at `column` may belong to the key at a level."""
    return not level.is_dash and level.column <= column


def _is_known_key(line: str) -> bool:
    return BEGINS.match(line) is not None and not _has_dash(line) and line.partition(":")[0].strip() in KEYS


def _has_dash(line: str) -> bool:
    return line.lstrip().startswith("-")
