"""Well-known mistakes in the spaces of a line: a tab, one of another kind, or none where one has to be."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_journeys.definitions.edits import fix_of_line
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.levels import indent_of, lead_of, levels_above
from mkdocs_journeys.definitions.messages import Message, say
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
    elif is_sure and not indent_of(meant):
        message = say("a tab stands at the start of this line; delete it")
    elif is_sure and indent_of(meant) > 1:
        message = say(
            "a tab stands at the start of this line; begin the line with %(spaces)s spaces instead",
            spaces=indent_of(meant),
        )
    return replaced(Trouble("J125", message, number, lead.index("\t")), line, 0, len(lead), meant)


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
    is_sure = is_new or is_at_start or (indent in known and (indent in widths[:3] or " " in spaces))
    return " " * indent + re.sub(r"-\s+", "- ", dashes), is_sure


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
    message = say('a space is missing after the dash: "%(meant)s"', meant=short(f"- {line[at:].strip()}"))
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
    message = say('a space is missing after the dash: "%(meant)s"', meant=short(meant[number].strip()))
    at = indent_of(lines[number])
    return Repair(Trouble("J102", message, number, at), meant, dict.fromkeys(meant, (at + 1, 1)))
