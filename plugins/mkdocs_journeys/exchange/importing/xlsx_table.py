"""The sheets of an Excel file, read with openpyxl where that is installed."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, UnclearWish
from mkdocs_journeys.exchange.importing.table import MOST_COLUMNS, MOST_ROWS, Cell, Table

LARGEST_UNPACKED = 64 << 20
"""Bytes of all parts of a file after unpacking; zip bombs have more."""

MOST_PARTS = 1_000
_UNNAMED = re.compile(r"(?i)(?:sheet|лист|工作表|tabelle|feuille?|hoja|foglio|blad|arkusz|シート)\s*[0-9]*")
MOST_SHEETS = 50


def xlsx_tables(raw: bytes, path: str, sheet: str | None = None) -> list[Table]:
    """A table for each sheet, or for the one named `sheet`. Errors: NothingToRead, UnclearWish."""
    try:
        import openpyxl  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        message = say(
            "reading Excel files needs a package: pip install mkdocs-journeys[xlsx] (or save it as CSV)"
        )
        raise NothingToRead(message, Place(path)) from error
    _check_size(raw, path)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        names = _wanted(book.sheetnames, sheet)
        return [Table(path, list(_rows(book[name])), _title(name), name) for name in names]
    except UnclearWish:
        raise
    except Exception as error:  # whatever openpyxl stumbles over, the file is no workbook
        message = say("this Excel file cannot be read; save it anew as .xlsx, or as CSV")
        raise NothingToRead(message, Place(path)) from error


def _check_size(raw: bytes, path: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, EOFError) as error:
        message = say("this is no .xlsx file; save it as .xlsx or as CSV")
        raise NothingToRead(message, Place(path)) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise NothingToRead(say("this Excel file is too large"), Place(path))


def _wanted(names: list[str], sheet: str | None) -> list[str]:
    if sheet is None:
        return names[:MOST_SHEETS]
    found = next((name for name in names if name.casefold() == sheet.casefold()), None)
    if found is None:
        message = say(
            'there is no sheet "%(sheet)s"; there are %(names)s', sheet=sheet, names=", ".join(names)
        )
        raise UnclearWish(message)
    return [found]


def _title(name: str) -> str | None:
    """A sheet's name, unless nobody gave it one."""
    return None if _UNNAMED.fullmatch(name) else name


def _rows(sheet: Any) -> Iterator[list[Cell]]:
    if not hasattr(sheet, "reset_dimensions"):
        return  # a sheet that holds only a chart
    sheet.reset_dimensions()  # what the file says of its size is often wrong
    rows = sheet.iter_rows(max_row=2 * MOST_ROWS, max_col=MOST_COLUMNS + 1, values_only=True)
    for number, values in enumerate(rows, 1):
        texts = [_text(value) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        yield [
            Cell(text, number, column, f"{_letters(column)}{number}") for column, text in enumerate(texts, 1)
        ]


_ERRORS = frozenset({
    "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!",
    "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA", "#BUSY!",
})  # fmt: skip
"""What Excel shows where a formula fails."""


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    text = str(value)
    return "" if text in _ERRORS else text


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
