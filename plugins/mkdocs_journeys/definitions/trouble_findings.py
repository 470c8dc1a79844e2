"""Troubles with YAML as findings, and which of them have one right answer."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial

from mkdocs_journeys.definitions.edits import Fix, fix_at, fix_of_line
from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.front_matter import read_front_matter
from mkdocs_journeys.definitions.quoting import in_quotes
from mkdocs_journeys.definitions.shapes import Shape
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.space_mistakes import tab_before
from mkdocs_journeys.definitions.yaml_tree import Node, Trouble, plain

_TAB_WIDTHS = (2, 4, 8)
_OWN_WIDTH = 0
"""Stands for the blanks that fit one line, where no width fits all of them."""

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
    troubles = list(troubles)
    others = sum(trouble.code != "J125" for trouble in troubles)
    for trouble in troubles:
        if trouble.code == "J125":
            trouble = _with_tab_fix(trouble, others, source)  # noqa: PLW2901 - the same one, and how it is mended
        place = source.place(trouble.line + 1, trouble.column + 1, trouble.length)
        finding = Finding(trouble.code, trouble.message, place)
        yield finding if trouble.line in lines else finding.with_fix(_fix(trouble, source))
        lines.add(trouble.line)


def _fix(trouble: Trouble, source: Source) -> Fix | None:
    line = source.lines[trouble.line] if trouble.line < len(source.lines) else ""
    if trouble.code in ("J101", "J125"):
        return trouble.fix
    if trouble.code == "J110" and trouble.fix is None:
        return _reference_fix(line, trouble)
    if trouble.code == "J102":
        return trouble.fix if trouble.is_sure or _names_a_key(line, source.shape) else None
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


def _with_tab_fix(trouble: Trouble, others: int, source: Source) -> Trouble:
    """The trouble of a tab with its fix: blanks in the place of the tabs before the line, as many as it says.

    They are as many as fit all lines with tabs, if the file means the same whatever width fits it. If each
    width makes more troubles than the `others` that the file has, they are as many as fit this line alone.
    """
    line = source.lines[trouble.line] if trouble.line < len(source.lines) else ""
    lead = _LEAD.match(line)
    width = _tab_width(source.text, others, source.shape) if lead is not None else None
    if lead is None or width is None:
        return replace(trouble, fix=None)
    if width == _OWN_WIDTH:
        return trouble
    blanks = _expanded(lead, width)
    fix = fix_of_line(trouble.line + 1, line, blanks + line[lead.end() :])
    return replace(trouble, message=tab_before(len(blanks)), fix=fix)


def _tab_width(text: str, others: int, shape: Shape) -> int | None:
    """How many blanks a tab stands for; None where the file can be read in two ways, or in none."""
    if len(text) > _LONGEST_WITH_TABS:
        return None
    readings: list[tuple[int, int, int, object]] = []
    tabs = {number for number, line in enumerate(text.split("\n")) if _LEAD.match(line)}
    for width in _TAB_WIDTHS:
        front = read_front_matter(_LEAD.sub(partial(_expanded, width=width), text))
        if front.root is not None:
            unknown = _count_unknown(front.root, shape, tabs)
            readings.append((len(front.troubles), unknown, width, plain(front.root)))
    fewest = min(((troubles, unknown) for troubles, unknown, _, _ in readings), default=(0, 0))
    if fewest[0] > others:
        return _OWN_WIDTH
    if fewest[1]:
        return None
    best = [(width, values) for *found, width, values in readings if tuple(found) == fewest]
    return best[0][0] if best and all(values == best[0][1] for _, values in best) else None


def _count_unknown(root: Node, shape: Shape, lines: Collection[int]) -> int:
    """How many keys in these `lines` (from 0) stand where they are not known."""
    count = 0
    waiting = [(root, shape)]
    while waiting:
        node, here = waiting.pop()
        if isinstance(node.value, list):
            waiting += ((item, here) for item in node.value)
        elif isinstance(node.value, dict):
            count += sum(not here.takes(name) and key.line in lines for name, key in node.keys.items())
            waiting += ((item, here.within(key)) for key, item in node.value.items())
    return count


def _expanded(lead: re.Match[str], width: int) -> str:
    return lead[0].replace("\t", " " * width)
