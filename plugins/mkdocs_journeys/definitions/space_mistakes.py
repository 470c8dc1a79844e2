"""Well-known mistakes in the spaces of a line: a tab, one of another kind, or none where one has to be."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_journeys.definitions.edits import Edit, Fix, fix_of_line
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.levels import FARTHEST, indent_of, lead_of, levels_above, next_line
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.name_mistakes import unnamed_above
from mkdocs_journeys.definitions.repairs import Repair, replaced
from mkdocs_journeys.definitions.unmeant_texts import GLUED_PAIR
from mkdocs_journeys.definitions.unseen import ODD_SPACES
from mkdocs_journeys.definitions.yaml_tree import Trouble

_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/:])")
_ODD_SPACE_AFTER_COLON = re.compile(
    rf"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?P<space>[ \t]*[{ODD_SPACES}][ \t{ODD_SPACES}]*)(?=\S)"
)
_ODD_SPACE_BEFORE_COLON = re.compile(rf"\s*(?:-\s+)*[A-Za-z_]+(?P<space>[ \t{ODD_SPACES}]+)(?=:)")
_ODD_SPACE_AFTER_DASH = re.compile(rf"\s*(?:- +)*-(?P<space>[{ODD_SPACES}][ \t{ODD_SPACES}]*)(?=\S)")
_NO_DASH_SPACE = re.compile(r"\s*(?:-\s+)*-(?=[A-Za-z_]+:(?:\s|$))")
_GLUED_ITEM = re.compile(r"\s*-(?=[^\W\d_]|[\"'])")
_DASH = re.compile(r"-(?=[ \t]|[^\W\d_])")
_GLUED_DASH = re.compile(r"\s*-(?=[^\W\d_])")
_ODD_LEAD = re.compile(rf"[ \t]*[{ODD_SPACES}]\s*")
_QUOTED_OR_PAIR = re.compile(
    rf"(?<!\w)(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[\"'].*)|(?P<before>(?:^|[{{,])\s*)(?P<pair>{GLUED_PAIR.pattern})"
)


def tab(lines: Sequence[str], number: int) -> Repair | None:
    """A tab in front of a line, or behind its dash."""
    line = lines[number]
    lead = lead_of(line)
    if "\t" not in lead:
        return None
    meant, is_sure = _usual_lead(lines, number)
    message = say("a tab stands at the start of this line; type two spaces for each level in its place")
    if "\t" not in line[: indent_of(line)]:
        message = say("a tab stands behind the dash of this line; type one space in its place")
    elif is_sure and indent_of(meant) != 1:
        message = tab_before(indent_of(meant))
    fix = fix_of_line(number + 1, line, meant + line[len(lead) :]) if is_sure else None
    repair = replaced(Trouble("J125", message, number, lead.index("\t"), 1, fix), line, 0, len(lead), meant)
    return repair if meant.strip() else replace(repair, guesses=((number, len(meant)),))


def tab_before(spaces: int) -> Message:
    """What is said about tabs before a line that has to begin with so many spaces."""
    if not spaces:
        return say("a tab stands at the start of this line; delete it")
    return say(
        "a tab stands at the start of this line; begin the line with %(spaces)s spaces instead", spaces=spaces
    )


def odd_space(lines: Sequence[str], number: int) -> Repair | None:
    """A space in front of a line that is none of the usual ones."""
    line = lines[number]
    if _ODD_LEAD.match(line) is None:
        return None
    meant, _ = _usual_lead(lines, number)
    message = say("a space of another kind stands at the start of this line; type usual spaces in its place")
    at = len(line) - len(line.lstrip(" "))
    return replaced(Trouble("J102", message, number, at), line, 0, len(lead_of(line)), meant)


def _usual_lead(lines: Sequence[str], number: int) -> tuple[str, bool]:
    """The usual spaces and dashes to begin a line with, and whether the lines above tell how many.

    They bring it to where a line above stands, if any do.
    """
    line = lines[number]
    lead = lead_of(line)
    spaces, dashes = lead[: indent_of(line)], lead[indent_of(line) :]
    is_dash = bool(dashes)
    levels = levels_above(lines, number)
    widths = [sum(width if character in "\t\u3000" else 1 for character in spaces) for width in _TABS]
    known = [level.column for level in levels if level.is_dash == is_dash and level.column in widths]
    deeper = [width for width in widths if levels and levels[0].is_open and width > levels[0].column]
    is_new = bool(deeper) and (is_dash or deeper[0] == widths[0])
    indent = deeper[0] if is_new else widths[0] if widths[0] in known else (known or widths)[0]
    is_at_start = indent == 0 and bool(levels) and levels[0].column == 0
    if not is_new and (there := _place_of_next(lines, number)) in known and there in widths[:3]:
        indent = there
    is_sure = is_new or is_at_start or (indent in known and (indent in widths[:3] or " " in spaces))
    return " " * indent + re.sub(r"-\s+", "- ", dashes), is_sure


def _place_of_next(lines: Sequence[str], number: int) -> int | None:
    """How far in the next line stands, if it has no tab; it stands like this one more often than not."""
    below = next_line(lines, number)
    lead = "\t" if below is None else lead_of(lines[below])
    return None if "\t" in lead else indent_of(lines[below or 0])


_TABS = (2, 4, 8, 1, 0)
"""Spaces that a tab may stand for, the likeliest first."""


def no_space(line: str, number: int) -> Repair | None:
    """`title:Shoes`."""
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    at = match.end()
    message = _no_space(f"{match['key']}: {line[at:].strip()}")
    start = match.start("key")
    return replaced(Trouble("J102", message, number, start, at - start), line, at, at, " ")


def _no_space(meant: str) -> Message:
    return say('a space is missing after the colon: "%(meant)s"', meant=short(meant))


def _odd_space(meant: str) -> Message:
    return say(
        'the space after this colon is not the usual one but looks like it; type it anew: "%(meant)s"',
        meant=short(meant),
    )


def odd_space_after_colon(line: str, number: int) -> Repair | None:
    """A key, its colon, and a no-break or wide space."""
    match = _ODD_SPACE_AFTER_COLON.match(line)
    if match is None or match["key"] not in KEYS:
        return None
    start, end = match.span("space")
    message = _odd_space(f"{match['key']}: {line[end:].strip()}")
    return replaced(Trouble("J102", message, number, start, end - start), line, start, end, " ")


def odd_space_before_colon(line: str, number: int) -> Repair | None:
    """A key and a no-break or wide space before its colon."""
    match = _ODD_SPACE_BEFORE_COLON.match(line)
    if match is None:
        return None
    start, end = match.span("space")
    message = say("the space before this colon is not the usual one but looks like it; delete it")
    return replaced(Trouble("J102", message, number, start, end - start), line, start, end, "")


def odd_space_after_dash(line: str, number: int) -> Repair | None:
    """A dash and a no-break or wide space."""
    match = _ODD_SPACE_AFTER_DASH.match(line)
    if match is None:
        return None
    start, end = match.span("space")
    message = say(
        'the space after this dash is not the usual one but looks like it; type it anew: "%(meant)s"',
        meant=short(f"- {line[end:].strip()}"),
    )
    return replaced(Trouble("J102", message, number, start, end - start), line, start, end, " ")


def glued_pairs(line: str, number: int, column: int) -> Repair | None:
    """`{to:exit, share:0.2}`: the pair that begins at `column`; the fix mends all of the line."""
    first = GLUED_PAIR.match(line, column)
    if first is None:
        return None
    rest = re.split(r"[,}\]]", line[first.end() :])[0].strip()
    meant = f"{first['key']}: {rest}"
    message = _odd_space(meant) if first["space"] else _no_space(meant)
    begin = max(0, *(line.rfind(mark, 0, column) for mark in "{,"))
    fix = fix_of_line(number + 1, line, line[:begin] + _QUOTED_OR_PAIR.sub(_spaced, line[begin:]))
    trouble = Trouble("J102", message, number, column, first.end() - column, fix)
    start = first.end("key") + 1
    return replace(replaced(trouble, line, start, first.end(), " "), guesses=())


def _spaced(match: re.Match[str]) -> str:
    return match[0] if match["pair"] is None else f"{match['before']}{match['key']}: "


def no_space_after_dash(line: str, number: int) -> Repair | None:
    """`-name: Pays`."""
    match = _NO_DASH_SPACE.match(line)
    if match is None:
        return None
    at = match.end()
    message = _no_space_after(f"- {line[at:]}")
    return replaced(Trouble("J102", message, number, at - 1), line, at, at, " ")


def glued_dashes(lines: Sequence[str], number: int) -> Repair | None:
    """`-fast`, and the lines below it that are written like it."""
    meant = {}
    for below in range(number, len(lines)):
        match = _GLUED_DASH.match(lines[below])
        if match is None:
            break
        meant[below] = f"{lines[below][: match.end()]} {lines[below][match.end() :]}"
    if not meant:
        return None
    at = indent_of(lines[number])
    fix = Fix(tuple(Edit(below + 1, indent_of(lines[below]) + 2, 0, " ") for below in meant))
    trouble = Trouble("J102", _no_space_after(meant[number]), number, at, 1, fix, is_sure=True)
    return Repair(trouble, meant, {below: (indent_of(lines[below]) + 1, 1) for below in meant}, guesses=())


def glued_dash(lines: Sequence[str], number: int) -> Repair | None:
    """`-Pays` among other lines of a list."""
    line = lines[number]
    if _GLUED_ITEM.match(line) is None or not _is_among_dashes(lines, number):
        return None
    at = indent_of(line) + 1
    spaced = f"{line[:at]} {line[at:]}"
    meant = _with_its_key(lines, number, spaced)
    trouble = Trouble("J102", _no_space_after(meant), number, at - 1, is_sure=True)
    return Repair(trouble, {number: meant}, {number: (at, len(meant) - len(line))}, guesses=())


def _with_its_key(lines: Sequence[str], number: int, spaced: str) -> str:
    """The line with the key of its name too, if that is missing as well."""
    below = next_line(lines, number)
    if below is None:
        return spaced
    repair = unnamed_above([*lines[:number], spaced, *lines[number + 1 :]], below)
    return spaced if repair is None or len(repair.lines) > 1 else repair.lines[number]


def _is_among_dashes(lines: Sequence[str], number: int) -> bool:
    """Whether the next line that stands no further in, or the one before, has its dash in the same column."""
    column = indent_of(lines[number])
    above = range(number - 1, max(0, number - FARTHEST), -1)
    below = range(number + 1, min(len(lines), number + FARTHEST))
    nearest = (next((n for n in numbers if _is_at(lines[n], column)), None) for numbers in (above, below))
    return any(
        n is not None and indent_of(lines[n]) == column and _DASH.match(lines[n], column) for n in nearest
    )


def _is_at(line: str, column: int) -> bool:
    return bool(line.strip()) and indent_of(line) <= column


def _no_space_after(meant: str) -> Message:
    return say('a space is missing after the dash: "%(meant)s"', meant=short(meant.strip()))
