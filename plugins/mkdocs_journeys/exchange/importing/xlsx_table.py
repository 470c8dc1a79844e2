"""The sheets of an Excel file, read with openpyxl where that is installed."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, UnclearWish
from mkdocs_journeys.exchange.importing.table import MOST_COLUMNS, MOST_ROWS, Cell, Table

LARGEST_UNPACKED = 64 << 20
"""Bytes of all parts of a file after unpacking; zip bombs have more."""

MOST_PARTS = 1_000
_UNNAMED = re.compile(r"(?i)(?:sheet|лист|工作表|tabelle|feuille?|hoja|foglio|blad|arkusz|シート)\s*[0-9]*")
MOST_SHEETS = 50
Position = tuple[int, int]
"""Row and column of a cell, from 1."""

_FORMULA = re.compile(rb"<(?:[A-Za-z0-9]+:)?f[\s/>]")
_NO_VALUE = say(
    "this formula was saved without its value; open the file in Excel, save it, and import it again"
)


def xlsx_tables(raw: bytes, path: str, sheet: str | None = None) -> list[Table]:
    """A table for each sheet, or for the one named `sheet`. Errors: NothingToRead, UnclearWish."""
    try:
        import openpyxl  # noqa: F401, PLC0415 - an extra, and slow to load
    except ImportError as error:
        message = say(
            "reading Excel files needs a package: pip install mkdocs-journeys[xlsx] (or save it as CSV)"
        )
        raise NothingToRead(message, Place(path)) from error
    _check_size(raw, path)
    try:
        book = _workbook(raw, data_only=True)
        names = _wanted(book.sheetnames, sheet)
        formulas = _formulas(raw, names)
        return [_table(Table(path, [], _title(name), name), book[name], formulas[name]) for name in names]
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


def _table(table: Table, sheet: Any, formulas: AbstractSet[Position]) -> Table:
    """`table` with the rows of a sheet. A formula without its value, as programs save it, is a warning."""
    for number, cells in enumerate(_rows(sheet), 1):
        row = [
            Cell(_text(cell.value), number, column, f"{_letters(column)}{number}")
            for column, cell in enumerate(cells, 1)
        ]
        for cell, saved in zip(row, cells, strict=True):
            if (number, cell.column) in formulas and saved.value is None and saved.data_type != "str":
                table.warn(cell, _NO_VALUE)
        while row and not row[-1].text:
            row.pop()
        table.rows.append(row)
    return table


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, as cells of openpyxl's: with a `value`, and a `data_type`, `str` for a text."""
    if not hasattr(sheet, "reset_dimensions"):
        return  # a sheet that holds only a chart
    sheet.reset_dimensions()  # what the file says of its size is often wrong
    yield from sheet.iter_rows(max_row=2 * MOST_ROWS, max_col=MOST_COLUMNS + 1)


def _formulas(raw: bytes, names: list[str]) -> Mapping[str, AbstractSet[Position]]:
    """Where formulas are in each sheet; openpyxl reads either these or their values."""
    nowhere: Mapping[str, AbstractSet[Position]] = dict.fromkeys(names, frozenset())
    try:
        if not _may_have_formulas(raw):
            return nowhere
        book = _workbook(raw, data_only=False)
        return {name: _formulas_of(book[name]) for name in names}
    except Exception:  # noqa: BLE001 - whatever openpyxl stumbles over; their values can be read all the same
        return nowhere


def _formulas_of(sheet: Any) -> AbstractSet[Position]:
    return {
        (number, column)
        for number, row in enumerate(_rows(sheet), 1)
        for column, cell in enumerate(row, 1)
        if cell.data_type == "f"
    }


def _may_have_formulas(raw: bytes) -> bool:
    """Whether a part of the file has an element for a formula: reading a book twice takes its time."""
    parts = zipfile.ZipFile(io.BytesIO(raw))
    sheets = (name for name in parts.namelist() if "worksheets/" in name)
    return any(_FORMULA.search(parts.read(name)) for name in sheets)


def _workbook(raw: bytes, *, data_only: bool) -> Any:
    import openpyxl  # noqa: PLC0415 - an extra, and slow to load

    return openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=data_only, keep_links=False)


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
