"""A table from any source: cells with their places."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from mkdocs_journeys.definitions import Message, Place, say
from mkdocs_journeys.exchange.cells import as_meant
from mkdocs_journeys.exchange.importing.draft import Draft
from mkdocs_journeys.exchange.importing.remarks import Remarks

MOST_ROWS = 2_000
MOST_COLUMNS = 200
LONGEST_CELL = 20_000
"""Characters of a cell; the rest is cut."""

_ITEM = re.compile(r"\n|;|；|<br\s*/?>", re.IGNORECASE)
_NAME = re.compile(r"\n|;|；|<br\s*/?>|,|，|、|\||\s/\s", re.IGNORECASE)
_NOTHING = frozenset({"-", "–", "—", "---", "\\-", "/", "n/a", "none", "keine", "无", "無"})
"""What people write where there is nothing to say."""

_BULLET = re.compile(r"^\s*(?:[-–—*•·▪◦●]\s+|[•·▪◦●]|\(?[0-9]{1,2}[.)]\s+|[0-9]{1,2}、)")


class Cell(NamedTuple):
    """The text of a cell, and where it begins: line and column from 1, and its name in a spreadsheet."""

    text: str
    line: int
    column: int
    name: str = ""

    @property
    def items(self) -> list[str]:
        """The parts of a list inside the cell: by line breaks, semicolons or bullets."""
        return _split(self.text, _ITEM)

    @property
    def names(self) -> list[str]:
        """The same for names, which commas divide too."""
        return _split(self.text, _NAME)

    def lines(self, count: int, *, as_they_are: bool = False) -> list["Cell"] | None:
        """The parts of the cell as `count` cells, for as many steps; None where it has more or less.

        Empty parts count only where it has too few others. What `items` takes for bullets and dashes is a
        part of its own `as_they_are`.
        """
        parts = [part.strip() for part in _ITEM.split(as_meant(self.text))]
        filled = [part for part in parts if (part if as_they_are else _split(part, _ITEM))]
        found = filled if len(filled) == count else parts
        return [self._replace(text=part) for part in found] if len(found) == count else None


def _split(text: str, at: re.Pattern[str]) -> list[str]:
    parts = (_BULLET.sub("", part).strip() for part in at.split(as_meant(text)))
    return [part for part in parts if part and part.casefold() not in _NOTHING]


@dataclass
class Table:
    """Rows of cells of a file; `title` is what stands above it, or the name that its sheet was given.

    `sheet` is the name of its sheet in a workbook; `remarks` are about this table of its file alone.
    """

    path: str
    rows: list[list[Cell]]
    title: str | None = None
    sheet: str | None = None
    remarks: Remarks = field(default_factory=Remarks)

    def place(self, cell: Cell) -> Place:
        """Where a cell is."""
        return Place(self.path, cell.line, cell.column)

    def draft(self, header: int) -> Draft:
        """A journey that is read from below row `header`, with nothing in it yet."""
        place = self.place(self.cell(header, 0))
        return Draft(place, self.title, sheet=self.sheet, remarks=self.remarks)

    def warn(self, cell: Cell, message: Message) -> None:
        """Note a warning at a cell."""
        self.remarks.warn(self.place(cell), message, cell.name)

    def cell(self, row: int, column: int) -> Cell:
        """A cell, or an empty one where the row is shorter."""
        cells = self.rows[row]
        if column < len(cells):
            return cells[column]
        last = cells[-1] if cells else Cell("", row + 1, 1)
        return Cell("", last.line, last.column)

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)

    def column(self, number: int) -> list[Cell]:
        """All cells of a column."""
        return [self.cell(row, number) for row in range(len(self.rows))]


def within_limits(table: Table) -> Table:
    """`table` without empty rows and what no map needs; what is cut is a warning."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row)]
    if len(rows) > MOST_ROWS:
        table.warn(
            rows[MOST_ROWS][0],
            say("only %(count)s rows are read; the rest is left out", count=str(MOST_ROWS)),
        )
    wide = next((row[MOST_COLUMNS] for row in rows if len(row) > MOST_COLUMNS), None)
    if wide is not None:
        table.warn(
            wide, say("only %(count)s columns are read; the rest is left out", count=str(MOST_COLUMNS))
        )
    cut = [[_shortened(table, cell) for cell in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    return replace(table, rows=cut)


def _shortened(table: Table, cell: Cell) -> Cell:
    if len(cell.text) > LONGEST_CELL:
        table.warn(cell, say("this cell is too long; its end is left out"))
    return cell._replace(text=cell.text[:LONGEST_CELL].strip())
