"""Readings: rows of an evidence's CSV file, each the emotion of one person or group at one step."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from mkdocs_journeys.definitions.durations import parse_date
from mkdocs_journeys.definitions.files import read_text
from mkdocs_journeys.definitions.findings import Finding, Place
from mkdocs_journeys.definitions.ids import normalise
from mkdocs_journeys.definitions.suggestions import did_you_mean

COLUMNS = ("journey", "step", "score", "persona", "n", "date")
REQUIRED = ("journey", "step", "score")
LARGEST_DATA = 64 << 20
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}\.?[0-9]{0,15}|\.[0-9]{1,15})")
_WHOLE = re.compile(r"\+?[0-9]{1,15}")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_DIALECT = (
    "{what}; save it as CSV with commas between the cells and points in numbers (in Excel: CSV UTF-8, after setting "
    "the decimal separator to a point; or from LibreOffice with field delimiter , )"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One row: `score` (-2..2) of `n` people at a step of a journey, of a persona or of anybody."""

    evidence: str
    journey: str
    step: str
    score: float
    persona: str | None
    n: int
    date: datetime.date | None
    line: int


@dataclass
class DataFile:
    """A data file as read: its path for findings, its rows and what is wrong with it."""

    path: str
    readings: list[Reading] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    text: str = ""

    def find(self, code: str, message: str, line: int, word: str = "") -> None:
        """Note a finding in `line` (from 1), marking `word` in it."""
        self.findings.append(Finding(code, message, self.place(line, word)))

    def place(self, line: int, word: str = "") -> Place:
        """The place of `word` in `line` (from 1)."""
        quoted = _line(self.text, line)
        at = max(0, quoted.find(word)) if word else 0
        return Place(self.path, line, at + 1, max(1, len(word)), quoted)


def read_data(file: Path, path: str, evidence: str, date: datetime.date | None) -> DataFile:
    """The readings in a CSV file; `date` is the default date of a row. Findings: J100, J119, J150 to J154."""
    data = DataFile(path)
    text = read_text(file, path, LARGEST_DATA)
    if isinstance(text, Finding):
        data.findings.append(text)
        return data
    data.text = text
    try:
        _read_rows(data, evidence, date)
    except csv.Error as error:
        data.find("J150", f"this file cannot be read as CSV: {error}", 1)
    return data


def _read_rows(data: DataFile, evidence: str, date: datetime.date | None) -> None:
    rows = _Rows(csv.reader(io.StringIO(data.text, newline=""), strict=True))
    header = next(((line, cells) for line, cells in rows if any(cell.strip() for cell in cells)), None)
    if header is None:
        data.find("J154", "this file is empty; its first row names the columns journey, step, score", 1)
        return
    names = [cell.strip() for cell in header[1]]
    if _other_dialect(data, header[0], names) or _wrong_columns(data, header[0], names):
        return
    _read_body(data, rows, _RowReader(data, names, evidence, date))


def _read_body(data: DataFile, rows: "_Rows", reader: "_RowReader") -> None:
    count = 0
    for line, cells in rows:
        if not any(cells):
            continue
        count += 1
        if reader.decimal_comma(cells):
            data.readings.clear()
            data.findings.clear()
            data.find("J150", _DIALECT.format(what="numbers in this file have a decimal comma"), line)
            return
        reader.read(line, cells)
    if not count:
        data.find("J154", "this file has no rows under its column names", 1)


class _Rows(Iterator[tuple[int, list[str]]]):
    """Rows with the line (from 1) at which each begins."""

    def __init__(self, reader: "csv._reader") -> None:  # type: ignore[name-defined, unused-ignore] # private in the stubs
        self.reader = reader

    def __next__(self) -> tuple[int, list[str]]:
        line = self.reader.line_num + 1
        return line, next(self.reader)


def _other_dialect(data: DataFile, line: int, names: list[str]) -> bool:
    joined = ",".join(names)
    for separator, what in ((";", "semicolons"), ("\t", "tabs")):
        if separator in joined and not set(REQUIRED) <= set(names):
            data.find("J150", _DIALECT.format(what=f"there are {what} between the cells of this file"), line)
            return True
    return False


def _wrong_columns(data: DataFile, line: int, names: list[str]) -> bool:
    before = len(data.findings)
    for index, name in enumerate(names):
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS) or f"; use {', '.join(COLUMNS)}"
            data.find("J151", f'unknown column "{name}"{hint}', line, name)
        elif name in names[:index]:
            data.find("J151", f'the column "{name}" stands here twice', line, name)
    for name in REQUIRED:
        if name not in names:
            data.find("J151", f'the column "{name}" is missing', line)
    return len(data.findings) > before


class _RowReader:
    def __init__(self, data: DataFile, names: list[str], evidence: str, date: datetime.date | None) -> None:
        self.data = data
        self.names = names
        self.evidence = evidence
        self.date = date
        self.at = {name: names.index(name) for name in names}
        self.ids: dict[str, str] = {}

    def decimal_comma(self, cells: list[str]) -> bool:
        """Whether the row's score is written with a decimal comma, in quotation marks or as two cells."""
        at = self.at["score"]
        if at >= len(cells):
            return False
        if _DECIMAL_COMMA.fullmatch(cells[at].strip()):
            return True
        extra = len(cells) == len(self.names) + 1
        return extra and _whole(cells[at]) and _whole(cells[at + 1], signed=False)

    def read(self, line: int, cells: list[str]) -> None:
        """Add the row to the data's readings, or what is wrong with it to its findings."""
        if len(cells) > len(self.names):
            self.data.find("J153", f"this row has {len(cells)} cells for {len(self.names)} columns", line)
            return
        journey, step = self._required(line, cells, "journey"), self._required(line, cells, "step")
        score, n, date = self._score(line, cells), self._n(line, cells), self._date(line, cells)
        if journey is None or step is None or score is None or n is None or date is False:
            return
        persona = self._cell(cells, "persona")
        row = Reading(
            self.evidence, journey, step, score, self._id(persona) or None, n, date or self.date, line
        )
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
        self.data.find("J152", f"this row has no {name}", line)
        return None

    def _score(self, line: int, cells: list[str]) -> float | None:
        text = self._cell(cells, "score")
        if _NUMBER.fullmatch(text) and -2 <= (score := float(text)) <= 2:
            return score + 0.0
        found = f'"{text}"' if text else "empty"
        self.data.find("J152", f"a score is a number from -2 to 2, here it is {found}", line, text)
        return None

    def _n(self, line: int, cells: list[str]) -> int | None:
        text = self._cell(cells, "n")
        if not text:
            return 1
        if _WHOLE.fullmatch(text) and (n := int(text)) >= 1:
            return n
        self.data.find("J152", f'n is a whole number from 1, not "{text}"', line, text)
        return None

    def _date(self, line: int, cells: list[str]) -> "datetime.date | None | Literal[False]":
        text = self._cell(cells, "date")
        if not text:
            return None
        if date := parse_date(text):
            return date
        self.data.find("J152", f'"{text}" is not a date; write year-month-day, like 2026-09-30', line, text)
        return False


def _whole(text: str, signed: bool = True) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+" if signed else r"[0-9]+", text.strip()) is not None


def _line(text: str, line: int) -> str:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return ""
    end = text.find("\n", start)
    return text[start:] if end < 0 else text[start:end]
