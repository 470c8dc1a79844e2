"""Journeys from tables, whichever way round they are written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.csv_table import csv_table
from mkdocs_journeys.exchange.importing.draft import Draft, Person
from mkdocs_journeys.exchange.importing.headings import known_words, language_of, match_heading
from mkdocs_journeys.exchange.importing.lanes import MEANING_NOTHING, SILENT
from mkdocs_journeys.exchange.importing.markdown_table import markdown_tables, without_marks
from mkdocs_journeys.exchange.importing.people import Wishes
from mkdocs_journeys.exchange.importing.raw_text import decode
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks
from mkdocs_journeys.exchange.importing.scores import Scale
from mkdocs_journeys.exchange.importing.stage_columns import read_stage_columns
from mkdocs_journeys.exchange.importing.step_rows import read_step_rows
from mkdocs_journeys.exchange.importing.table import Cell, Table, within_limits
from mkdocs_journeys.exchange.importing.xlsx_table import xlsx_tables

HIGHEST_HEADER = 20
"""Rows of a table among which its headings are looked for."""

FURTHEST_LABELS = 3
_LABEL_AND_VALUE = 2
_PACKED = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ABOUT_ALL = frozenset({"title", "summary", "scenario", "personas", "needs", "expects", "goal"})


def read_tables(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> list[Draft]:
    """Every journey in the tables of a file: CSV, Excel or Markdown. Errors: NothingToRead, UnclearWish."""
    tables = [within_limits(table) for table in _tables(raw, path, wishes, remarks)]
    shaped = [(table, shape) for table in tables if (shape := _shape(table)) is not None]
    drafts = [_draft(table, shape, wishes.scale) for table, shape in shaped]
    whole = [draft for draft in drafts if any(stage.steps for stage in draft.stages)]
    if whole:
        return whole
    if not any(table.rows for table in tables):
        raise NothingToRead(say("there is no table in this file"), Place(path))
    message = say(
        "there is no journey in this table: it needs headings like Stage, Step and Emotion, or lanes like "
        "Doing and Thinking"
    )
    raise NothingToRead(message, Place(path))


def _tables(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> list[Table]:
    if raw.startswith(_PACKED):
        return xlsx_tables(raw, path, remarks, wishes.sheet)
    if raw.startswith(_OLD_EXCEL):
        raise NothingToRead(say("this is an old Excel file (.xls); save it as .xlsx or as CSV"), Place(path))
    text = decode(raw, path, remarks, wishes.encoding, known_words())
    found = markdown_tables(text, path, remarks)
    if found or path.lower().endswith((".md", ".markdown")):
        return found
    return [csv_table(text, path, remarks)]


@dataclass(frozen=True)
class _Shape:
    """Where the headings are: in row `header`; with stages as columns, also in column `labels`."""

    header: int
    labels: int | None = None


def _shape(table: Table) -> _Shape | None:
    """Which way round a table is: with headings in a row, or in a column under the names of stages."""
    rows = min(len(table.rows), HIGHEST_HEADER)
    by_row = [_known(table.rows[row]) for row in range(rows)]
    by_column = [_known(table.column(column)) for column in range(min(table.width, FURTHEST_LABELS))]
    best_row, best_column = max(by_row, default=0), max(by_column, default=0)
    if max(best_row, best_column) < 2:
        return None
    if best_row >= best_column:
        return _Shape(by_row.index(best_row))
    labels = by_column.index(best_column)
    return _Shape(_row_of_stages(table, labels), labels)


def _known(cells: Sequence[Cell]) -> int:
    """How many fields the headings among `cells` stand for."""
    matches = [match_heading(without_marks(cell.text)) for cell in cells[:100] if cell.text]
    fields = {match.field for match in matches if match is not None and match.guessed is None}
    return len(fields - MEANING_NOTHING - SILENT)


def _row_of_stages(table: Table, labels: int) -> int:
    """The row of the stages' names: headed "Stage", or by nothing, or the one above the first lane."""
    column = table.column(labels)
    fields = [_field(cell) for cell in column]
    first = next(
        (row for row, field in enumerate(fields) if field and not _is_about_all(table, row, field)), 0
    )
    if "stage" in fields:
        return fields.index("stage")
    nameless = [row for row in range(first + 1) if not column[row].text]
    return nameless[-1] if nameless else max(0, first - 1)


def _is_about_all(table: Table, row: int, field: str) -> bool:
    """Whether a row says something of the whole journey: `Persona | Lena`, with one value and no more."""
    return field in _ABOUT_ALL and sum(bool(cell.text) for cell in table.rows[row]) <= _LABEL_AND_VALUE


def _field(cell: Cell) -> str | None:
    match = match_heading(without_marks(cell.text)) if cell.text else None
    return None if match is None else match.field


def _draft(table: Table, shape: _Shape, scale: Scale | None) -> Draft:
    above = [table.rows[row] for row in range(shape.header)]
    if shape.labels is None:
        draft = read_step_rows(table, shape.header, scale)
    else:
        draft = read_stage_columns(table, shape.header, shape.labels, scale)
    draft.lang = language_of(cell.text for cell in _headings(table, shape))
    for row in above:
        _read_above(table, draft, [cell for cell in row if cell.text])
    return draft


def _headings(table: Table, shape: _Shape) -> Sequence[Cell]:
    return table.rows[shape.header] if shape.labels is None else table.column(shape.labels)


def _read_above(table: Table, draft: Draft, cells: list[Cell]) -> None:
    """What stands above the headings: a title, or `Persona | Lena`."""
    first = cells[0]
    label, colon, rest = first.text.partition(":")
    values = cells[1:] or ([first._replace(text=rest.strip())] if colon and rest.strip() else [])
    field = _field(first._replace(text=label if colon else first.text))
    if values and field in _ABOUT_ALL:
        _ABOUT[str(field)](table, draft, values)
    elif not cells[1:] and draft.title in (None, table.title):
        draft.title = without_marks(first.text)
    else:
        for cell in cells:
            table.warn(cell, say('"%(text)s" stands above the headings and is left out', text=cell.text))


def _set(name: str) -> Callable[[Table, Draft, list[Cell]], None]:
    def set_text(table: Table, draft: Draft, cells: list[Cell]) -> None:  # noqa: ARG001 - one signature for all
        draft.fields.setdefault(name, " ".join(cell.text for cell in cells))

    return set_text


def _set_list(name: str) -> Callable[[Table, Draft, list[Cell]], None]:
    def set_list(table: Table, draft: Draft, cells: list[Cell]) -> None:  # noqa: ARG001 - one signature for all
        draft.fields.setdefault(name, []).extend(item for cell in cells for item in cell.items)

    return set_list


def _set_title(table: Table, draft: Draft, cells: list[Cell]) -> None:  # noqa: ARG001 - one signature for all
    draft.title = without_marks(cells[0].text)


def _set_personas(table: Table, draft: Draft, cells: list[Cell]) -> None:
    draft.personas += [
        Person(without_marks(name), table.place(cell)) for cell in cells for name in cell.names
    ]


_ABOUT: dict[str, Callable[[Table, Draft, list[Cell]], None]] = {
    "title": _set_title,
    "summary": _set("summary"),
    "scenario": _set("scenario"),
    "personas": _set_personas,
    "needs": _set_list("needs"),
    "goal": _set_list("needs"),
    "expects": _set_list("expects"),
}
