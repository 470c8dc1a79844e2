"""Well-known mistakes in how lines stand: tabs, dashes, colons, and lines too far in or not far enough."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.repairs import Repair, replaced
from mkdocs_journeys.definitions.yaml_tree import Trouble

FARTHEST = 300
"""Lines above a fault in which its cause is looked for."""

_LEAD = re.compile(r"\s*(?:-\s+)*")
_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/:])")
_WIDE_COLON = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+)[ \t]*(?P<colon>\uff1a[ \t]*)")
_NO_DASH_SPACE = re.compile(r"\s*(?:-\s+)*-(?=[A-Za-z_]+:(?:\s|$))")
_GLUED_DASH = re.compile(r"\s*-(?=[^\W\d_])")
_OTHER_DASH = re.compile(r"\s*(?P<dash>[*\u2022\u00b7\u2013\u2014\u2212\uff0d\uff0a])(?=[ \t]+[^\s*])")
_KEY = re.compile(r"(?P<word>[^\s:#\"'\[\]{},][^:#\"']*?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_FIRST_WORD = re.compile(r"\s*(?:-\s+)*(?P<key>[^\s=:]+)(?P<sign>\s*[=\uff1d]\s*|\s+|$)")
_BEGINS = re.compile(r"\s*(?:-(?:\s|$)|[A-Za-z_]+:(?:\s|$))")
_OPEN_QUOTE = re.compile(
    r"\s*(?:-\s+)*(?:[^\s:#\"'\[\]{},][^:#\"']*?:[ \t]+)?(?P<quote>\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$"
)
_ODD_SPACE = re.compile(r"[ \t]*[\u00a0\u2000-\u200a\u202f\u205f\u3000]\s*")


def tab(lines: Sequence[str], number: int) -> Repair | None:
    """A tab in front of a line, or behind its dash."""
    line = lines[number]
    lead = _lead(line)
    if "\t" not in lead:
        return None
    message = say("a tab stands at the start of this line; type two spaces for each level in its place")
    return _mended_lead("J125", message, lines, number, lead.index("\t"))


def odd_space(lines: Sequence[str], number: int) -> Repair | None:
    """A space in front of a line that is none of the usual ones."""
    line = lines[number]
    if _ODD_SPACE.match(line) is None:
        return None
    message = say("a space of another kind stands at the start of this line; type usual spaces in its place")
    at = next(column for column, character in enumerate(line) if character != " ")
    return _mended_lead("J102", message, lines, number, at)


def _mended_lead(code: str, message: Message, lines: Sequence[str], number: int, at: int) -> Repair:
    """The line with usual spaces in front: as many as bring it to where a line above stands, if any do."""
    line = lines[number]
    lead = _lead(line)
    spaces, dashes = lead[: _indent(line)], lead[_indent(line) :]
    is_dash = bool(dashes)
    levels = list(_levels(lines, number))
    widths = [sum(width if character in "\t\u3000" else 1 for character in spaces) for width in _TABS]
    known = [level.column for level in levels if level.is_dash == is_dash and level.column in widths]
    is_new = bool(levels) and levels[0].is_open and widths[0] > levels[0].column
    meant = " " * (widths[0] if is_new or widths[0] in known else (known or widths)[0]) + re.sub(
        r"-\s+", "- ", dashes
    )
    return replaced(Trouble(code, message, number, at), line, 0, len(lead), meant)


_TABS = (2, 4, 8, 1, 0)
"""Spaces that a tab may stand for, the likeliest first."""


def wide_colon(line: str, number: int) -> Repair | None:
    """`title：Shoes`, with the colon of a Chinese keyboard."""
    match = _WIDE_COLON.match(line)
    if match is None:
        return None
    meant = f"{match['key']}: {line[match.end() :].strip()}".rstrip()
    message = say('this colon is a wide one; type a plain one and a space: "%(meant)s"', meant=short(meant))
    start, end = match.span("colon")
    return replaced(Trouble("J102", message, number, start), line, start, end, ": ")


def no_space(line: str, number: int) -> Repair | None:
    """`title:Shoes`."""
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    at = match.end()
    meant = f"{match['key']}: {line[at:].strip()}"
    message = say('a space is missing after the colon: "%(meant)s"', meant=short(meant))
    start = match.start("key")
    return replaced(Trouble("J102", message, number, start, at - start), line, at, at, " ")


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
    at = _indent(lines[number])
    return Repair(Trouble("J102", message, number, at), meant, dict.fromkeys(meant, (at + 1, 1)))


def other_dash(line: str, number: int) -> Repair | None:
    """`* Pays`, as in Markdown, or a longer dash."""
    match = _OTHER_DASH.match(line)
    if match is None:
        return None
    start, end = match.span("dash")
    message = say(
        'the lines of a list start with a plain dash: "%(meant)s"', meant=short(f"- {line[end:].strip()}")
    )
    return replaced(Trouble("J102", message, number, start), line, start, end, "-")


def no_colon(line: str, number: int) -> Repair | None:
    """`emotion -1`, where a key has to stand."""
    match = _FIRST_WORD.match(line)
    if match is None:
        return None
    start, end = match.start("key"), match.end()
    meant = f"{match['key']}: {line[end:].strip()}".rstrip()
    message = say(
        'the colon is missing: "%(meant)s"; a line that goes on with the text above has to stand further in',
        meant=short(meant),
    )
    trouble = Trouble("J102", message, number, start, match.end("key") - start)
    return replaced(trouble, line, match.end("key"), end, ": ")


def open_quote(lines: Sequence[str], last: int) -> Repair | None:
    """A quotation mark that is not closed on its line, although the next line begins something else."""
    for number in range(last, max(0, last - FARTHEST), -1):
        match = _OPEN_QUOTE.match(lines[number])
        if match is None or not (after := _next(lines, number)) or not _BEGINS.match(lines[after]):
            continue
        if _indent(lines[after]) <= len(_lead(lines[number])):
            start, quote = match.start("quote"), match["quote"][0]
            message = say("this quotation mark is never closed; type another one at the end of the text")
            trouble = Trouble("J102", message, number, start)
            end = len(lines[number].rstrip())
            return replaced(trouble, lines[number], end, len(lines[number]), quote)
    return None


def _next(lines: Sequence[str], number: int) -> int | None:
    """The next line that is not empty."""
    return next((after for after in range(number + 1, len(lines)) if lines[after].strip()), None)


@dataclass(frozen=True)
class _Level:
    """Where lines above stand: the column of a dash or of a key's first letter, and what stands there."""

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


def misplaced(lines: Sequence[str], number: int) -> Repair | None:
    """A line that stands too far in, or not far enough, for what it goes on with."""
    if number >= len(lines) or not _BEGINS.match(lines[number]):
        return None
    levels = list(_levels(lines, number))
    column = _indent(lines[number])
    is_dash = lines[number].lstrip().startswith("-")
    if (missing := _first_without_dash(levels, lines, number)) is not None:
        return missing if is_dash else None
    if is_dash and levels and not levels[0].is_dash and levels[0].value and levels[0].column < column:
        return _behind_its_key(lines[levels[0].line], levels[0])
    fitting = [level for level in levels if level.is_dash == is_dash and level.column != column]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda level: abs(level.column - column))
    return _moved(lines, number, nearest)


def _behind_its_key(line: str, level: _Level) -> Repair:
    """`needs: fast` with `- cheap` below it: the first item has no line of its own."""
    start = line.rindex(level.value)
    message = say(
        'more lines of a list follow; put this on a line of its own too, with a dash: "%(meant)s"',
        meant=short(f"- {level.value.strip()}"),
    )
    return Repair(Trouble("J102", message, level.line, start, len(level.value.strip())), {})


def _levels(lines: Sequence[str], number: int) -> Iterator[_Level]:
    """The levels that are open above a line, the nearest line's first."""
    limit = FARTHEST
    for above in range(number - 1, max(0, number - FARTHEST), -1):
        line = lines[above]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        lead = _lead(line)
        key = _KEY.match(line[len(lead) :])
        if key is not None and len(lead) < limit:
            yield _Level(len(lead), above, key["word"], False, key["value"] or "")
            limit = len(lead)
        for column in [at for at, character in enumerate(lead) if character == "-"][::-1]:
            if column < limit:
                yield _Level(column, above, line.strip(), True)
                limit = column


def _first_without_dash(levels: Sequence[_Level], lines: Sequence[str], number: int) -> Repair | None:
    """The first line of a list whose other lines start with a dash, where it has none."""
    column = _indent(lines[number])
    holder = next((level for level in levels if level.column < column and level.is_open), None)
    inner = [level for level in levels if level.column > column]
    if holder is None or not lines[number].lstrip().startswith("-") or any(each.is_dash for each in inner):
        return None
    first = _next(lines, holder.line)
    if first is None or first >= number or lines[first].lstrip().startswith("-"):
        return None
    line = lines[first]
    at = _indent(line)
    message = say('a dash is missing here: "%(meant)s"', meant=short(f"- {line.strip()}"))
    trouble = Trouble("J102", message, first, at, len(line.strip()))
    return replaced(trouble, line, column, at, "- ".ljust(max(2, at - column)))


def _moved(lines: Sequence[str], number: int, level: _Level) -> Repair:
    column = _indent(lines[number])
    if level.is_dash:
        template = _dash_too_far if column > level.column else _dash_not_far
    else:
        template = _too_far if column > level.column else _not_far
    trouble = Trouble("J102", template(level), number, column, len(lines[number].strip()))
    moved = level.column - column
    block = list(_block(lines, number))
    if len(block) > 1 and _indent(lines[block[1]]) == len(_lead(lines[number])) + moved:
        block = [number]  # what belongs to it stands right already
    meant = {below: " " * (_indent(lines[below]) + moved) + lines[below].lstrip() for below in block}
    return Repair(trouble, meant, dict.fromkeys(block, (0, moved)))


def _block(lines: Sequence[str], number: int) -> Iterator[int]:
    """A line and all that stands at least as far in below it."""
    column = _indent(lines[number])
    for below in range(number, len(lines)):
        if lines[below].strip():
            if _indent(lines[below]) < column:
                return
            yield below


def _too_far(level: _Level) -> Message:
    return say(
        'this line stands too far in; begin it straight below "%(word)s" in line %(line)s (spaces before it: '
        "%(spaces)s)",
        word=short(level.word), line=level.line + 1, spaces=level.column,
    )  # fmt: skip


def _not_far(level: _Level) -> Message:
    return say(
        'this line does not stand far enough in; begin it straight below "%(word)s" in line %(line)s (spaces '
        "before it: %(spaces)s)",
        word=short(level.word), line=level.line + 1, spaces=level.column,
    )  # fmt: skip


def _dash_too_far(level: _Level) -> Message:
    return say(
        "this line stands too far in; put its dash straight below the dash in line %(line)s (spaces before "
        "it: %(spaces)s)",
        line=level.line + 1, spaces=level.column,
    )  # fmt: skip


def _dash_not_far(level: _Level) -> Message:
    return say(
        "this line does not stand far enough in; put its dash straight below the dash in line %(line)s "
        "(spaces before it: %(spaces)s)",
        line=level.line + 1, spaces=level.column,
    )  # fmt: skip


def _lead(line: str) -> str:
    """The spaces and dashes in front of a line."""
    match = _LEAD.match(line)
    return match[0] if match else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
