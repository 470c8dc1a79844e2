"""Wide commas in brackets and braces, as a Chinese keyboard types them: those that no text can hold."""

import re
from collections.abc import Iterator, Sequence

from mkdocs_journeys.definitions.edits import Edit, Fix, differing
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.repairs import Repair
from mkdocs_journeys.definitions.yaml_tree import Trouble

_VALUE = re.compile(r"\s*(?:-\s+)*(?:[^\s:#\"'\[\]{},][^:#\"']*?:[ \t]+)?(?=\{|\[(?!\[))")
_TOKEN = re.compile(
    r"(?<=\s)#.*"
    r"|[\[{,:]\s*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<behind>\s*\uff0c\s*)?"
    r"|(?P<before>\uff0c\s*)(?=(?P<key>\w{1,60}):(?:\s|$))"
)


_MEANT = ", "


def wide_comma(line: str, number: int) -> Repair | None:
    """`{name: Pays， emotion: -1}`: before a known key, or behind a quotation mark, which leaves no doubt."""
    sure = [at for key, at in _commas(line) if key is None or key in KEYS]
    if not sure:
        return None
    return _mended(line, number, sure, Fix(tuple(_edit(line, number, *at) for at in sure)))


def likely_wide_comma(line: str, number: int) -> Repair | None:
    """`{name: Pays， mood: good}`: before any word and a colon; nothing is sure, so it has no fix."""
    likely = [at for _, at in _commas(line)]
    return _mended(line, number, likely, None) if likely else None


def _commas(line: str) -> Iterator[tuple[str | None, tuple[int, int]]]:
    """Wide commas, each with the word and colon behind it, and where it and the spaces around it stand."""
    value = _VALUE.match(line)
    for token in _TOKEN.finditer(line, value.end()) if value else ():
        if token["behind"] or token["before"]:
            yield token["key"], token.span("behind" if token["behind"] else "before")


def _mended(line: str, number: int, commas: Sequence[tuple[int, int]], fix: Fix | None) -> Repair:
    """The repair of all commas at once; nothing moves in it, as one sign stands for one."""
    message = say("this comma is a wide one; type a plain one and a space")
    trouble = Trouble("J102", message, number, line.index("\uff0c", commas[0][0]), fix=fix)
    signs = [*line]
    for start, end in commas:
        signs[start:end] = ["," if sign == "\uff0c" else " " for sign in line[start:end]]
    return Repair(trouble, {number: "".join(signs)})


def _edit(line: str, number: int, start: int, end: int) -> Edit:
    at, old, new = differing(line[start:end], _MEANT)
    return Edit(number + 1, start + at + 1, len(old), new)
