"""CSV in any of its dialects, as a table."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from mkdocs_journeys.definitions import Message, Place, say
from mkdocs_journeys.exchange.importing.remarks import Remarks
from mkdocs_journeys.exchange.importing.table import MOST_ROWS, Cell, Table

_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"sep=(?P<sign>.)\n")
_SAMPLE = 20_000
_WIDEST = 1_000


def csv_table(text: str, path: str, remarks: Remarks) -> Table:
    """The table in the text of a CSV file; commas, semicolons, tabs or bars divide its cells."""
    named = _SEPARATOR.match(text)
    start = 1 if named else 0
    body = text[named.end() :] if named else text
    delimiter = named["sign"] if named else _delimiter(body)
    lines = text.split("\n")
    rows: list[list[Cell]] = []
    try:
        for line, cells in islice(_records(body, delimiter), 2 * MOST_ROWS):
            rows.append(list(_cells(cells, lines, line + start, delimiter)))
    except _Unreadable as unreadable:
        remarks.warn(Place(path, unreadable.line + start), _why(lines[unreadable.line + start - 1 :]))
    return Table(path, rows, remarks=remarks)


def _why(lines: list[str]) -> Message:
    """What is wrong with a row that begins in the first of `lines`: csv takes no cell that is so long."""
    if sum(line.count('"') for line in lines) % 2:
        return say("a quotation mark in this row is never closed; the row and what follows are left out")
    return say("a cell of this row is too long; the row and what follows are left out")


class _Unreadable(Exception):
    """A row that begins in `line` (from 1) and cannot be read."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _delimiter(text: str) -> str:
    """The sign that divides the most rows into the same number of cells, more than one."""
    sample = text[:_SAMPLE]
    return max(_DELIMITERS, key=lambda sign: _regularity(sample, sign))


def _regularity(sample: str, sign: str) -> tuple[float, int]:
    widths: list[int] = []
    with suppress(_Unreadable):
        widths.extend(len(cells) for _, cells in _records(sample, sign) if any(map(str.strip, cells)))
    wide = [width for width in widths if width > 1]
    if not wide:
        return 0.0, 0
    usual = max(set(wide), key=lambda width: (wide.count(width), width))
    return wide.count(usual) / len(widths) * min(usual, 4), usual


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line (from 1) at which it begins. Error: `_Unreadable`."""
    reader = csv.reader(io.StringIO(text.replace("\0", " "), newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, cells[:_WIDEST]
            line = reader.line_num + 1
    except csv.Error as error:
        raise _Unreadable(line) from error


def _cells(texts: list[str], lines: list[str], line: int, delimiter: str) -> Iterator[Cell]:
    """The cells of a row with their places: found by following the quotation marks."""
    at, number = 0, line
    for text in texts:
        yield Cell(text, number, at + 1)
        number, at = _next_cell(lines, number, at, delimiter)


def _next_cell(lines: list[str], number: int, at: int, delimiter: str) -> tuple[int, int]:
    """Where the cell after the one at line `number` (from 1), column `at` (from 0) begins."""
    quoted = lines[number - 1].startswith('"', at)
    at += quoted
    while number <= len(lines):
        line = lines[number - 1]
        while at < len(line):
            if quoted and line.startswith('""', at):
                at += 2
            elif line[at] == '"' and quoted:
                quoted, at = False, at + 1
            elif line[at] == delimiter and not quoted:
                return number, at + 1
            else:
                at += 1
        if not quoted or number == len(lines):
            return number, at
        number, at = number + 1, 0
    return number - 1, at
