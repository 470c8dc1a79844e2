"""Which way round a table is, and where its headings are."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.exchange.importing.headings import match_heading
from mkdocs_journeys.exchange.importing.lanes import MEANING_NOTHING, SILENT
from mkdocs_journeys.exchange.importing.markdown_table import without_marks
from mkdocs_journeys.exchange.importing.table import Cell, Table

HIGHEST_HEADER = 20
"""Rows of a table among which its headings are looked for."""

FURTHEST_LABELS = 3
ABOUT_ALL = frozenset({"title", "summary", "scenario", "personas", "needs", "expects", "goal"})
"""Fields that a row above the headings may give for the whole journey."""

_LABEL_AND_VALUE = 2
_FEWEST = 2
"""Headings by which a table is a journey beyond doubt."""

_NAMING_STEPS = frozenset({"step", "does"})
"""Fields of which one alone makes a journey."""


@dataclass(frozen=True)
class Shape:
    """Where the headings are: in row `header`; with stages as columns, also in column `labels`."""

    header: int
    labels: int | None = None


def shape_of(table: Table) -> Shape | None:
    """Which way round a table is: with headings in a row, or in a column under the names of stages."""
    rows = min(len(table.rows), HIGHEST_HEADER)
    by_row = [_known(table.rows[row]) for row in range(rows)]
    by_column = [_known(table.column(column)) for column in range(min(table.width, FURTHEST_LABELS))]
    best_row, best_column = max(by_row, default=0), max(by_column, default=0)
    if max(best_row, best_column) < _FEWEST:
        return None
    if best_row >= best_column:
        return Shape(by_row.index(best_row))
    labels = by_column.index(best_column)
    return Shape(_row_of_stages(table, labels), labels)


def lone_shape_of(table: Table) -> Shape | None:
    """The shape of a table that has nothing but a lane, or a column, of what is done at the steps."""
    for row in range(min(len(table.rows), HIGHEST_HEADER)):
        for column in range(min(table.width, FURTHEST_LABELS)):
            if _surely(table.cell(row, column)) not in _NAMING_STEPS:
                continue
            named = row > 0 and any(cell.text for cell in table.rows[row - 1][column + 1 :])
            if named and any(cell.text for cell in table.rows[row][column + 1 :]):
                return Shape(row - 1, column)
            return Shape(row) if row + 1 < len(table.rows) else None
    return None


def _known(cells: Sequence[Cell]) -> int:
    """How many fields the headings among `cells` stand for."""
    fields = {_surely(cell) for cell in cells[:100]}
    return len(fields - MEANING_NOTHING - SILENT - {None})


def _surely(cell: Cell) -> str | None:
    """The field that a heading stands for, where nothing has to be guessed."""
    match = match_heading(without_marks(cell.text)) if cell.text else None
    return match.field if match is not None and match.guessed is None else None


def _row_of_stages(table: Table, labels: int) -> int:
    """The row of the stages' names: headed "Stage", or by nothing, or the one above the first lane."""
    column = table.column(labels)
    fields = [field_of(cell) for cell in column]
    first = next(
        (row for row, field in enumerate(fields) if field and not _is_about_all(table, row, field)), 0
    )
    if "stage" in fields:
        return fields.index("stage")
    nameless = [row for row in range(first + 1) if not column[row].text]
    return nameless[-1] if nameless else max(0, first - 1)


def _is_about_all(table: Table, row: int, field: str) -> bool:
    """Whether a row says something of the whole journey: `Persona | Lena`, with one value and no more."""
    return field in ABOUT_ALL and sum(bool(cell.text) for cell in table.rows[row]) <= _LABEL_AND_VALUE


def field_of(cell: Cell) -> str | None:
    """The field that a heading stands for, if need be by a guess."""
    match = match_heading(without_marks(cell.text)) if cell.text else None
    return None if match is None else match.field
