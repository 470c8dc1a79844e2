"""Well-known mistakes in where lines stand: too far in, not far enough, or in a list without their dash."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import LISTS
from mkdocs_journeys.definitions.levels import (
    BEGINS,
    Level,
    indent_of,
    lead_of,
    levels_above,
    levels_of,
    next_line,
)
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.name_mistakes import name_before_colon, unnamed_above
from mkdocs_journeys.definitions.repairs import Repair
from mkdocs_journeys.definitions.yaml_tree import Trouble

_NO_TEXT = "\"'[{|>&*!%@`"
"""How a value begins that is more than plain text."""


def misplaced(lines: Sequence[str], number: int) -> Repair | None:
    """A line that stands too far in, or not far enough, for what it goes on with; or without its dash."""
    if not 0 < number < len(lines) or not lines[number].strip():
        return None
    if (repair := unnamed_above(lines, number) or name_before_colon(lines, number)) is not None:
        return repair
    levels = levels_above(lines, number)
    if lines[number].lstrip().startswith("-"):
        return _misplaced_item(lines, number, levels)
    if (repair := _without_dash(lines, number, levels)) is not None:
        return repair
    return _misplaced_key(lines, number, levels) if BEGINS.match(lines[number]) else None


def _misplaced_item(lines: Sequence[str], number: int, levels: Sequence[Level]) -> Repair | None:
    column = indent_of(lines[number])
    if (
        holder := next((level for level in levels if level.column < column and level.is_open), None)
    ) is not None:
        first = next_line(lines, holder.line)
        if first is not None and first < number and not lines[first].lstrip().startswith("-"):
            return _item_at(lines, first, column)
    if levels and levels[0].column < column and not levels[0].is_dash and levels[0].value[:1] not in _NO_TEXT:
        return _behind_its_key(lines[levels[0].line], levels[0])
    nearest = _like_its_keys(lines, number, levels) or _nearest(
        (level for level in levels if level.is_dash), column
    )
    if nearest is None:
        return None
    dash = next(_dashes(lines, number), None)
    if dash is not None and _is_alone(lines, nearest, holder) and _goes_on(lines, number):
        return _moved(lines, nearest.line, dash)
    return _moved(lines, number, nearest)


def _misplaced_key(lines: Sequence[str], number: int, levels: Sequence[Level]) -> Repair | None:
    column = indent_of(lines[number])
    keys = [level for level in levels if not level.is_dash]
    own = next(levels_of(lines[number], number), None)
    if own is not None and levels and column < levels[-1].column:  # all above it stands further in
        return _moved(lines, levels[-1].line, own, last=number)
    if (repair := _misplaced_start(lines, number, levels)) is not None:
        return repair
    nearest = _nearest(keys, column)
    return None if nearest is None else _moved(lines, number, nearest)


def _like_its_keys(lines: Sequence[str], number: int, levels: Sequence[Level]) -> Level | None:
    """The dash above that an item belongs to if its other keys stand right."""
    below = next_line(lines, number)
    if below is None or not BEGINS.match(lines[below]) or indent_of(lines[below]) <= indent_of(lines[number]):
        return None
    column = indent_of(lines[below]) - len(lead_of(lines[number])) + indent_of(lines[number])
    return next((level for level in levels if level.is_dash and level.column == column), None)


def _misplaced_start(lines: Sequence[str], number: int, levels: Sequence[Level]) -> Repair | None:
    """The first line of an item, if the second one stands right and it does not, or lacks its dash."""
    column = indent_of(lines[number])
    after = _first_less_far_in(lines, number)
    if not levels or after is None or next_line(lines, levels[0].line) != number:
        return None
    start, right = levels[0].line, indent_of(lines[after])
    if not lines[after].lstrip().startswith("-") or right != column - 2:
        return None
    if not lines[start].lstrip().startswith("-"):
        return _item_at(lines, start, right) if indent_of(lines[start]) == right else None
    return _moved(lines, start, next(_dashes(lines, after))) if indent_of(lines[start]) != right else None


def _first_less_far_in(lines: Sequence[str], number: int) -> int | None:
    """The first line below one that does not stand as far in as it."""
    column = indent_of(lines[number])
    below = (n for n in range(number + 1, len(lines)) if lines[n].strip() and indent_of(lines[n]) < column)
    return next(below, None)


def _nearest(levels: Iterator[Level] | Sequence[Level], column: int) -> Level | None:
    others = (level for level in levels if level.column != column)
    return min(others, key=lambda level: abs(level.column - column), default=None)


def _dashes(lines: Sequence[str], number: int) -> Iterator[Level]:
    return (level for level in levels_of(lines[number], number) if level.is_dash)


def _is_alone(lines: Sequence[str], level: Level, holder: Level | None) -> bool:
    """Whether an item is the first of its list, so that those below it may be right and it is not."""
    return holder is not None and next_line(lines, holder.line) == level.line


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether another item stands as far in as this one, in the same list."""
    column = indent_of(lines[number])
    for below in range(number + 1, len(lines)):
        if lines[below].strip() and indent_of(lines[below]) <= column:
            return indent_of(lines[below]) == column and lines[below].lstrip().startswith("-")
    return False


def _without_dash(lines: Sequence[str], number: int, levels: Sequence[Level]) -> Repair | None:
    """A line that stands where the dashes of a list stand, and has none although it begins an item."""
    column = indent_of(lines[number])
    dash = next((level for level in levels if level.is_dash and level.column == column), None)
    if dash is None:
        return None
    word = next((level.word for level in levels_of(lines[number], number)), None)
    first = next((level.word for level in levels_of(lines[dash.line], dash.line) if not level.is_dash), None)
    return _item_at(lines, number, column) if word in (None, first) else None


def no_dash(lines: Sequence[str], number: int) -> Repair | None:
    """A line that begins an item of a list of items with keys, and lacks its dash."""
    column = indent_of(lines[number])
    levels = levels_above(lines, number)
    if not levels:
        return None
    holder = levels[0]
    if holder.is_open and holder.word in LISTS and next_line(lines, holder.line) == number:
        return _item_at(lines, number, column)
    same = _same_place(lines, number)
    if same is not None and same.is_open and same.word in LISTS:
        return _item_at(lines, number, column)
    dash = next((level for level in levels if level.is_dash and level.column < column), None)
    return None if dash is None else _item_at(lines, number, dash.column)


def _same_place(lines: Sequence[str], number: int) -> Level | None:
    """The key straight above a line, if it stands as far in."""
    above = next((n for n in range(number - 1, 0, -1) if lines[n].strip()), 0)
    found = next(levels_of(lines[above], above), None)
    return found if found is not None and found.column == indent_of(lines[number]) else None


def _item_at(lines: Sequence[str], number: int, column: int) -> Repair:
    """The line with a dash at `column`, and what belongs to its item as much further in as that moves it.

    If the next line stands where that moves the first, all others stand right already.
    """
    if (repair := name_before_colon(lines, number)) is not None:
        return repair
    line, at = lines[number], indent_of(lines[number])
    start = min(column, at)
    moved = start + max(2, at - start) - at
    message = say('a dash is missing here: "%(meant)s"', meant=short(f"- {line.strip()}"))
    trouble = Trouble("J102", message, number, at, len(line.strip()))
    meant = {number: line[:start] + "- ".ljust(max(2, at - start)) + line[at:]}
    shifts = {number: (at, moved)}
    after = next_line(lines, number)
    stands_right = after is not None and indent_of(lines[after]) == at + moved
    for below in () if stands_right else _of_the_item(lines, number):
        meant[below] = " " * moved + lines[below]
        shifts[below] = (0, moved)
    return Repair(trouble, meant, shifts, guesses=())


def _of_the_item(lines: Sequence[str], number: int) -> Iterator[int]:
    """The lines below one that stand as far in, up to a dash that does."""
    column = indent_of(lines[number])
    for below in range(number + 1, len(lines)):
        indent = indent_of(lines[below])
        if lines[below].strip() and (indent < column or (indent == column and _has_dash(lines[below]))):
            return
        if lines[below].strip():
            yield below


def _has_dash(line: str) -> bool:
    return line.lstrip().startswith("-")


def _behind_its_key(line: str, level: Level) -> Repair:
    """`needs: fast` with `- cheap` below it: the first item has no line of its own."""
    start = line.rindex(level.value)
    message = say(
        'more lines of a list follow; put this on a line of its own too, with a dash: "%(meant)s"',
        meant=short(f"- {level.value}"),
    )
    return Repair(Trouble("J102", message, level.line, start, len(level.value)), {})


def _moved(lines: Sequence[str], number: int, level: Level, last: int | None = None) -> Repair:
    """The line with all that belongs to it (up to line `last`) as far in as `level`."""
    column = indent_of(lines[number])
    trouble = Trouble("J102", _advice(level, column), number, column, len(lines[number].strip()))
    moved = level.column - column
    block = list(_block(lines, number, level))
    if last is not None:
        block = [below for below in range(number, last) if lines[below].strip()]
    if len(block) > 1 and last is None and indent_of(lines[block[1]]) == len(lead_of(lines[number])) + moved:
        block = [number]  # what belongs to it stands right already
    meant = {below: " " * max(0, indent_of(lines[below]) + moved) + lines[below].lstrip() for below in block}
    return Repair(trouble, meant, dict.fromkeys(block, (0, moved)))


def _block(lines: Sequence[str], number: int, level: Level) -> Iterator[int]:
    """A line, all that stands further in below it, and what is of its kind and stands as far in.

    It ends where a line of its kind stands as far in as `level`: that one is right.
    """
    column = indent_of(lines[number])
    yield number
    for below in range(number + 1, len(lines)):
        if not lines[below].strip():
            continue
        indent = indent_of(lines[below])
        is_item = lines[below].lstrip().startswith("-")
        is_like_it = BEGINS.match(lines[below]) is not None and is_item == level.is_dash
        if indent < column or indent == (level.column if is_like_it else column):
            return
        yield below


def _advice(level: Level, column: int) -> Message:
    values = {"word": short(level.word), "line": level.line + 1, "spaces": level.column}
    if level.is_dash and column > level.column:
        return say(
            "this line stands too far in; put its dash as far in as the dash in line %(line)s (spaces before "
            "it: %(spaces)s)",
            **values,
        )
    if level.is_dash:
        return say(
            "this line does not stand far enough in; put its dash as far in as the dash in line %(line)s "
            "(spaces before it: %(spaces)s)",
            **values,
        )
    if column > level.column:
        return say(
            'this line stands too far in; begin it as far in as "%(word)s" in line %(line)s (spaces before '
            "it: %(spaces)s)",
            **values,
        )
    return say(
        'this line does not stand far enough in; begin it as far in as "%(word)s" in line %(line)s (spaces '
        "before it: %(spaces)s)",
        **values,
    )
