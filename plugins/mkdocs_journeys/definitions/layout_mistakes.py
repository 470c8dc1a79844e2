"""Well-known mistakes in how a line begins: other dashes, other colons or none, and words that are no key."""

import re
from collections.abc import Sequence

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.levels import indent_of, levels_above, next_line
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.repairs import Repair, replaced
from mkdocs_journeys.definitions.yaml_tree import Trouble

_WIDE_COLON = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+)[ \t]*(?P<colon>\uff1a[ \t]*)")
_BRACKET = re.compile(r"\s*(?:-\s+)*[a-z_]+\s+[\[{]")
_OTHER_DASH = re.compile(r"\s*(?P<dash>[*\u2022\u00b7\u2013\u2014\u2212\uff0d\uff0a])(?=[ \t]+[^\s*])")
_FIRST_WORD = re.compile(r"\s*(?:-\s+)*(?P<key>[^\s=:]+)(?P<sign>\s*[=\uff1d]\s*|\s+|$)")


def wide_colon(line: str, number: int) -> Repair | None:
    """`title：Shoes`, with the colon of a Chinese keyboard."""
    match = _WIDE_COLON.match(line)
    if match is None:
        return None
    meant = f"{match['key']}: {line[match.end() :].strip()}".rstrip()
    message = say('this colon is a wide one; type a plain one and a space: "%(meant)s"', meant=short(meant))
    start, end = match.span("colon")
    return replaced(Trouble("J102", message, number, start), line, start, end, ": ")


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
    """A line of text where a key has to stand: it goes on with the text above, or lacks its colon.

    It is read as the value of the key above if that has none, else it is left out.
    """
    line = lines[number]
    at = indent_of(line)
    message = say(
        "this line is not of the form key: text; if it goes on with the text above, put it two spaces "
        "further in than the key of that text"
    )
    trouble = Trouble("J102", message, number, at, len(line.strip()))
    above = next(iter(levels_above(lines, number)), None)
    if above is None or not above.is_open or next_line(lines, above.line) != number:
        return replaced(trouble, line, 0, len(line), "")
    return replaced(trouble, line, 0, at, " " * (above.column + 2))
