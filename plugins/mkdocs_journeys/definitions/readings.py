"""Readings: rows of an evidence's CSV file, each the emotion of one person or group at one step."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from mkdocs_journeys.definitions.durations import parse_date
from mkdocs_journeys.definitions.fields import parse_number
from mkdocs_journeys.definitions.files import read_text
from mkdocs_journeys.definitions.findings import MOST_FINDINGS, Finding, Place, short
from mkdocs_journeys.definitions.ids import normalise
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.suggestions import nearest, one_of
from mkdocs_journeys.definitions.value_messages import no_date

COLUMNS = ("journey", "step", "score", "persona", "n", "date")
REQUIRED = ("journey", "step", "score")
LARGEST_DATA = 16 << 20
"""Bytes of a data file; a larger one is a finding."""

MOST_PEOPLE = 10**12
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_SAVE_AS = say(
    "save it as CSV with commas between the cells and points in numbers (in Excel: CSV UTF-8, after setting "
    "the decimal separator to a point; or from LibreOffice with field delimiter , )"
)
_SEPARATORS = {
    ";": say("there are semicolons between the cells of this file; %(advice)s", advice=_SAVE_AS),
    "\t": say("there are tabs between the cells of this file; %(advice)s", advice=_SAVE_AS),
}
_CSV_FAULTS = {
    "expected after": say("text stands after a closing quotation mark in this row"),
    "unexpected end": say("a quotation mark in this row is never closed"),
    "field larger": say("a cell of this row is too long"),
}
_NO_CSV = say("this row cannot be read; save the file as CSV (UTF-8)")
_MISSING = {
    "journey": say("this row has no journey; write the id of one"),
    "step": say("this row has no step; write the id of one"),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One row: `score` (-2..2) of `n` people at a step of a journey, of a persona or of anybody.

    `date` is the row's own; None: that of its evidence.
    """

    evidence: str
    journey: str
    step: str
    score: float
    persona: str | None
    n: int
    date: datetime.date | None
    line: int


class RowNames(NamedTuple):
    """What a row names, right or wrong, and its line (from 1)."""

    journey: str | None
    step: str | None
    persona: str | None
    line: int


@dataclass
class DataFile:
    """A data file as read: its path for findings, its rows and what is wrong with it."""

    path: str
    readings: list[Reading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    names: list[RowNames] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    text: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    def find(self, code: str, message: Message, line: int, column: str = "") -> None:
        """Note a finding in the cell of `column` of the row that begins in `line` (from 1)."""
        self.findings.append(Finding(code, message, self.place(line, column)))

    def place(self, line: int, column: str = "") -> Place:
        """The place of the cell of `column` in the row that begins in `line` (from 1)."""
        return self.cell_place(line, self.columns.index(column) if column in self.columns else None)

    def cell_place(self, line: int, index: int | None) -> Place:
        """The place of cell `index` in `line` (from 1), or of the line where cells cannot be told apart."""
        quoted = self.lines[line - 1] if line <= len(self.lines) else ""
        cells = quoted.split(",")
        if index is None or '"' in quoted or index >= len(cells):
            return Place(self.path, line, 1, max(1, len(quoted)), quoted)
        start = sum(map(len, cells[:index])) + index
        cell = cells[index]
        indent = len(cell) - len(cell.lstrip())
        return Place(self.path, line, start + indent + 1, max(1, len(cell.strip())), quoted)


def read_data(file: Path, path: str, evidence: str) -> DataFile:
    """The readings in a CSV file. Findings: J100, J119, J150 to J154."""
    data = DataFile(path)
    read = read_text(file, path, LARGEST_DATA)
    data.findings += read.findings
    if read.text is not None:
        data.text = read.text
        _read_rows(data, evidence)
    return data


def _read_rows(data: DataFile, evidence: str) -> None:
    rows = _Rows(data.text)
    try:
        header = next(((line, cells) for line, cells in rows if _is_filled(cells)), None)
        if header is None:
            message = say("this file is empty; its first row names the columns journey, step, score")
            data.find("J154", message, 1)
            return
        line, cells = header
        data.columns = [cell.strip() for cell in cells]
        if not _other_dialect(data, line) and not _wrong_columns(data, line):
            _read_body(data, list(rows), _RowReader(data, evidence))
    except csv.Error as error:
        message = next((text for part, text in _CSV_FAULTS.items() if part in str(error)), _NO_CSV)
        data.find("J150", message, rows.line)


def _read_body(data: DataFile, rows: list[tuple[int, list[str]]], reader: "_RowReader") -> None:
    filled = [(line, cells) for line, cells in rows if _is_filled(cells)]
    if not filled:
        data.find("J154", say("this file has no rows below the names of its columns"), 1)
    elif (line := reader.decimal_comma(filled)) is not None:
        message = say("numbers in this file have a decimal comma; %(advice)s", advice=_SAVE_AS)
        data.find("J150", message, line)
    else:
        spoilt = {finding.place.line for finding in data.findings}
        for line, cells in filled:
            if line not in spoilt and len(data.findings) <= MOST_FINDINGS:
                reader.read(line, cells)


def _is_filled(cells: list[str]) -> bool:
    return any(map(str.strip, cells))


class _Rows(Iterator[tuple[int, list[str]]]):
    """Rows with the line (from 1) at which each begins; `line` is that of the last one."""

    def __init__(self, text: str) -> None:
        self.reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        self.line = 1

    def __next__(self) -> tuple[int, list[str]]:
        self.line = self.reader.line_num + 1
        return self.line, next(self.reader)


def _other_dialect(data: DataFile, line: int) -> bool:
    joined = ",".join(data.columns)
    for separator, message in _SEPARATORS.items():
        if separator in joined and not set(REQUIRED) <= set(data.columns):
            data.find("J150", message, line)
            return True
    return False


def _wrong_columns(data: DataFile, line: int) -> bool:
    before = len(data.findings)
    proposed = set()
    for index, name in enumerate(data.columns):
        place = data.cell_place(line, index)
        if name not in COLUMNS:
            proposed.add(nearest(name, COLUMNS))
            message = say('unknown column "%(name)s"', name=short(name))
            data.findings.append(Finding("J151", one_of(message, name, COLUMNS), place))
        elif name in data.columns[:index]:
            message = say('there are two columns "%(name)s"; keep one', name=name)
            data.findings.append(Finding("J151", message, place))
    for name in REQUIRED:
        if name not in data.columns and name not in proposed:
            data.find("J151", say('the column "%(name)s" is missing', name=name), line)
    return len(data.findings) > before


class _RowReader:
    def __init__(self, data: DataFile, evidence: str) -> None:
        self.data = data
        self.evidence = evidence
        self.width = len(data.columns)
        self.at = {name: data.columns.index(name) for name in data.columns}
        self.ids: dict[str, str] = {}

    def decimal_comma(self, rows: list[tuple[int, list[str]]]) -> int | None:
        """The first line whose score has a decimal comma: in quotation marks, or every row's as two cells."""
        at = self.at["score"]
        quoted = (
            line for line, cells in rows if at < len(cells) and _DECIMAL_COMMA.fullmatch(cells[at].strip())
        )
        if all(self._is_split(cells, at) for _, cells in rows):
            return rows[0][0]
        return next(quoted, None)

    def _is_split(self, cells: list[str], at: int) -> bool:
        if len(cells) != self.width + 1:
            return False
        whole, part = cells[at].strip(), cells[at + 1].strip()
        return re.fullmatch(r"[+-]?[0-2]", whole) is not None and part.isascii() and part.isdigit()

    def read(self, line: int, cells: list[str]) -> None:
        """Add the row to the data's readings, or what is wrong with it to its findings."""
        if len(cells) > self.width:
            message = say(
                "this row has more cells than there are columns (%(cells)s, not %(columns)s); put text with "
                "a comma in it into quotation marks",
                cells=len(cells), columns=self.width,
            )  # fmt: skip
            self.data.findings.append(Finding("J153", message, self.data.cell_place(line, self.width)))
            return
        journey, step = self._required(line, cells, "journey"), self._required(line, cells, "step")
        persona = self._id(self._cell(cells, "persona")) or None
        self.data.names.append(RowNames(journey, step, persona, line))
        score, n, date = self._score(line, cells), self._n(line, cells), self._date(line, cells)
        if journey is None or step is None or score is None or n is None or date is False:
            return
        row = Reading(self.evidence, journey, step, score, persona, n, date, line)
        self.data.readings.append(row)

    def _cell(self, cells: list[str], name: str) -> str:
        at = self.at.get(name)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    def _id(self, text: str) -> str:
        if text not in self.ids:
            self.ids[text] = normalise(text)
        return self.ids[text]

    def _required(self, line: int, cells: list[str], name: str) -> str | None:
        if text := self._cell(cells, name):
            return self._id(text)
        self.data.find("J152", _MISSING[name], line, name)
        return None

    def _score(self, line: int, cells: list[str]) -> float | None:
        text = self._cell(cells, "score")
        score = parse_number(text)
        if score is not None and -2 <= score <= 2:
            return score
        message = (
            say('a score is a number from -2 to 2, here it is "%(text)s"', text=short(text))
            if text
            else say("this row has no score; write a number from -2 to 2")
        )
        self.data.find("J152", message, line, "score")
        return None

    def _n(self, line: int, cells: list[str]) -> int | None:
        text = self._cell(cells, "n")
        n = parse_number(text) if text else 1.0
        if n is not None and 1 <= n <= MOST_PEOPLE and n == int(n):
            return int(n)
        message = say('n is a whole number, 1 or more, here it is "%(text)s"', text=short(text))
        self.data.find("J152", message, line, "n")
        return None

    def _date(self, line: int, cells: list[str]) -> "datetime.date | Literal[False] | None":
        text = self._cell(cells, "date")
        if not text:
            return None
        if date := parse_date(text):
            return date
        self.data.find("J152", no_date(text), line, "date")
        return False
