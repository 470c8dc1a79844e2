"""Well-known mistakes in how lines stand: tabs, dashes, colons, and lines too far in or not far enough."""

import re
from collections.abc import Sequence

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.levels import BEGINS, FARTHEST, indent_of, lead_of, levels_above, next_line
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.repairs import Repair, replaced
from mkdocs_journeys.definitions.yaml_tree import Trouble

_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/:])")
_WIDE_COLON = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+)[ \t]*(?P<colon>\uff1a[ \t]*)")
_NO_DASH_SPACE = re.compile(r"\s*(?:-\s+)*-(?=[A-Za-z_]+:(?:\s|$))")
_GLUED_DASH = re.compile(r"\s*-(?=[^\W\d_])")
_BRACKET = re.compile(r"\s*(?:-\s+)*[a-z_]+\s+[\[{]")
_OTHER_DASH = re.compile(r"\s*(?P<dash>[*\u2022\u00b7\u2013\u2014\u2212\uff0d\uff0a])(?=[ \t]+[^\s*])")
_FIRST_WORD = re.compile(r"\s*(?:-\s+)*(?P<key>[^\s=:]+)(?P<sign>\s*[=\uff1d]\s*|\s+|$)")
_OPEN_QUOTE = re.compile(
    r"\s*(?:-\s+)*(?:[^\s:#\"'\[\]{},][^:#\"']*?:[ \t]+)?(?P<quote>\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$"
)
_ODD_SPACE = re.compile(r"[ \t]*[\u00a0\u2000-\u200a\u202f\u205f\u3000]\s*")


def tab(lines: Sequence[str], number: int) -> Repair | None:
    """A tab in front of a line, or behind its dash."""
    line = lines[number]
    lead = lead_of(line)
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
    at = len(line) - len(line.lstrip(" "))
    return _mended_lead("J102", message, lines, number, at)


def _mended_lead(code: str, message: Message, lines: Sequence[str], number: int, at: int) -> Repair:
    """The line with usual spaces in front: as many as bring it to where a line above stands, if any do."""
    line = lines[number]
    lead = lead_of(line)
    spaces, dashes = lead[: indent_of(line)], lead[indent_of(line) :]
    is_dash = bool(dashes)
    levels = levels_above(lines, number)
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
    at = indent_of(lines[number])
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
    if match is None or match["key"] not in KEYS:
        return None
    start, end = match.start("key"), match.end()
    meant = f"{match['key']}: {line[end:].strip()}".rstrip()
    message = say('the colon after the first word is missing: "%(meant)s"', meant=short(meant))
    trouble = Trouble("J102", message, number, start, match.end("key") - start)
    return replaced(trouble, line, match.end("key"), end, ": ")


def no_colon_before_brackets(line: str, number: int) -> Repair | None:
    """`emotion {lena: -1}`."""
    return no_colon(line, number) if _BRACKET.match(line) else None


def no_key(lines: Sequence[str], number: int) -> Repair | None:
    """A line of text where a key has to stand: it goes on with the text above, or lacks its colon."""
    line = lines[number]
    above = next((n for n in range(number - 1, 0, -1) if lines[n].strip()), 0)
    at = indent_of(line)
    message = say(
        "this line is not of the form key: text; if it goes on with the text above, put it two spaces "
        "further in than the key of that text"
    )
    trouble = Trouble("J102", message, number, at, len(line.strip()))
    return replaced(trouble, line, 0, at, " " * (len(lead_of(lines[above])) + 2))


def open_quote(lines: Sequence[str], last: int) -> Repair | None:
    """A quotation mark that is not closed on its line, although the next line begins something else."""
    for number in range(last, max(0, last - FARTHEST), -1):
        match = _OPEN_QUOTE.match(lines[number])
        if match is None or not (after := next_line(lines, number)) or not BEGINS.match(lines[after]):
            continue
        if indent_of(lines[after]) <= len(lead_of(lines[number])):
            start, quote = match.start("quote"), match["quote"][0]
            message = say("this quotation mark is never closed; type another one at the end of the text")
            trouble = Trouble("J102", message, number, start)
            end = len(lines[number].rstrip())
            return replaced(trouble, lines[number], end, len(lines[number]), quote)
    return None
