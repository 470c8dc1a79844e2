"""Troubles with YAML as findings, and which of them have one right answer."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from mkdocs_journeys.definitions.edits import Fix, fix_at, fix_of_line
from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.front_matter import read_front_matter
from mkdocs_journeys.definitions.quoting import in_quotes
from mkdocs_journeys.definitions.shapes import Shape
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.yaml_tree import Trouble, plain

_TAB_WIDTHS = (2, 4, 8)
_LONGEST_WITH_TABS = 32 * 1024
"""Characters of a file that is read once more for each width that a tab may have."""

_LEAD = re.compile(r"(?m)^[ \t]*\t[ \t]*")
_KEY = re.compile(r"(?<![A-Za-z_])([A-Za-z_]{1,40})\s{0,9}[:\N{FULLWIDTH COLON}]")
_ENDED = re.compile(r"\s*(?:[,\]}].*|#\s.*)?")
_LISTS = ("- ", "? ")
"""What a value begins with where perhaps a list was meant, and not a text."""


def trouble_findings(troubles: Iterable[Trouble], source: Source) -> Iterator[Finding]:
    """A finding for each trouble; of several on one line only the first has a fix: it moves the rest."""
    lines: set[int] = set()
    for trouble in troubles:
        place = source.place(trouble.line + 1, trouble.column + 1, trouble.length)
        finding = Finding(trouble.code, trouble.message, place)
        yield finding if trouble.line in lines else finding.with_fix(_fix(trouble, source))
        lines.add(trouble.line)


def _fix(trouble: Trouble, source: Source) -> Fix | None:
    line = source.lines[trouble.line] if trouble.line < len(source.lines) else ""
    if trouble.code == "J125":
        return _tab_fix(line, trouble.line, source)
    if trouble.code == "J101":
        return trouble.fix
    if trouble.code == "J110" and trouble.fix is None:
        return _reference_fix(line, trouble)
    if trouble.code == "J102":
        return trouble.fix if _names_a_key(line, source.shape) else None
    if trouble.code in ("J110", "J118", "J126") and not _may_be_more(line, trouble.column, source.shape):
        return trouble.fix
    return None


def _names_a_key(line: str, shape: Shape) -> bool:
    """Whether the first word before a colon is a key of this kind of definition."""
    key = _KEY.search(line)
    return key is not None and key[1] in _keys(shape)


def _may_be_more(line: str, start: int, shape: Shape) -> bool:
    """Whether a value may be something else than one text: a list, or two keys in one line."""
    value = line[start:]
    keys = _KEY.findall(line)[1:] if _KEY.match(line.lstrip("- \t")) else _KEY.findall(line)
    return value.startswith(_LISTS) or not _keys(shape).isdisjoint(keys)


def _keys(shape: Shape) -> set[str]:
    """Every key that is known anywhere in this kind of definition."""
    found: set[str] = set()
    waiting = [shape]
    while waiting:
        here = waiting.pop()
        found |= here.keys.keys()
        waiting += [*here.keys.values(), *([here.others] if here.others else [])]
    return found


def _reference_fix(line: str, trouble: Trouble) -> Fix | None:
    """`[[lena]]` that stands alone."""
    end = trouble.column + trouble.length
    text = line[trouble.column : end]
    if not text.startswith("[[") or not text.endswith("]]") or not _ENDED.fullmatch(line[end:]):
        return None
    return fix_at(trouble.line + 1, trouble.column + 1, trouble.length, in_quotes(text))


def _tab_fix(line: str, number: int, source: Source) -> Fix | None:
    """The tabs before a line as blanks, if the file means the same whatever width fits it."""
    width = _tab_width(source.text)
    lead = _LEAD.match(line)
    if width is None or lead is None:
        return None
    return fix_of_line(number + 1, line, _expanded(lead, width) + line[lead.end() :])


def _tab_width(text: str) -> int | None:
    """How many blanks a tab stands for; None where the file can be read in two ways, or in none."""
    if len(text) > _LONGEST_WITH_TABS:
        return None
    readings: list[tuple[int, int, object]] = []
    for width in _TAB_WIDTHS:
        front = read_front_matter(_LEAD.sub(partial(_expanded, width=width), text))
        if front.root is not None:
            readings.append((len(front.troubles), width, plain(front.root)))
    fewest = min((troubles for troubles, _, _ in readings), default=0)
    best = [(width, values) for troubles, width, values in readings if troubles == fewest]
    return best[0][0] if best and all(values == best[0][1] for _, values in best) else None


def _expanded(lead: re.Match[str], width: int) -> str:
    return lead[0].replace("\t", " " * width)
