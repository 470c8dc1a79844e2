"""Journeys from tables, whichever way round they are written."""

from collections.abc import Callable, Sequence

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.above_headings import read_above
from mkdocs_journeys.exchange.importing.csv_table import csv_table
from mkdocs_journeys.exchange.importing.draft import Draft
from mkdocs_journeys.exchange.importing.headings import known_words, language_of
from mkdocs_journeys.exchange.importing.markdown_table import markdown_tables
from mkdocs_journeys.exchange.importing.people import Wishes
from mkdocs_journeys.exchange.importing.raw_text import decode
from mkdocs_journeys.exchange.importing.remarks import NothingToRead, Remarks
from mkdocs_journeys.exchange.importing.scores import Scale
from mkdocs_journeys.exchange.importing.stage_columns import read_stage_columns
from mkdocs_journeys.exchange.importing.step_rows import read_step_rows
from mkdocs_journeys.exchange.importing.table import Cell, Table, within_limits
from mkdocs_journeys.exchange.importing.table_shape import Shape, lone_shape_of, shape_of
from mkdocs_journeys.exchange.importing.xlsx_table import xlsx_tables

_PACKED = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_tables(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> list[Draft]:
    """Every journey in the tables of a file: CSV, Excel or Markdown. Errors: NothingToRead, UnclearWish.

    `remarks` get what is said of the file; each journey has its own.
    """
    tables = [within_limits(table) for table in _tables(raw, path, wishes, remarks)]
    whole = _drafts(tables, shape_of, wishes.scale) or _drafts(tables, lone_shape_of, wishes.scale)
    if not whole:
        for table in tables:
            remarks.include(table.remarks)
        raise _nothing(tables, path)
    if len(whole) > 1:
        for draft in whole:
            draft.title = draft.title or draft.sheet
    return whole


def _drafts(
    tables: list[Table], shape_of_table: Callable[[Table], Shape | None], scale: Scale | None
) -> list[Draft]:
    shaped = [(table, shape) for table in tables if (shape := shape_of_table(table)) is not None]
    drafts = [_draft(table, shape, scale) for table, shape in shaped]
    return [draft for draft in drafts if any(stage.steps for stage in draft.stages)]


def _nothing(tables: list[Table], path: str) -> NothingToRead:
    if not any(table.rows for table in tables):
        return NothingToRead(say("there is no table in this file"), Place(path))
    message = say(
        "there is no journey in this table: it needs headings like Stage, Step and Emotion, or lanes like "
        "Doing and Thinking"
    )
    return NothingToRead(message, Place(path))


def _tables(raw: bytes, path: str, wishes: Wishes, remarks: Remarks) -> list[Table]:
    if raw.startswith(_PACKED):
        return xlsx_tables(raw, path, wishes.sheet)
    if raw.startswith(_OLD_EXCEL):
        raise NothingToRead(say("this is an old Excel file (.xls); save it as .xlsx or as CSV"), Place(path))
    text = decode(raw, path, remarks, wishes.encoding, known_words())
    found = markdown_tables(text, path, remarks)
    if found or path.lower().endswith((".md", ".markdown")):
        return found
    return [csv_table(text, path, remarks)]


def _draft(table: Table, shape: Shape, scale: Scale | None) -> Draft:
    above = [table.rows[row] for row in range(shape.header)]
    if shape.labels is None:
        draft = read_step_rows(table, shape.header, scale)
    else:
        draft = read_stage_columns(table, shape.header, shape.labels, scale)
    draft.lang = language_of(cell.text for cell in _headings(table, shape))
    for row in above:
        read_above(table, draft, [cell for cell in row if cell.text])
    return draft


def _headings(table: Table, shape: Shape) -> Sequence[Cell]:
    return table.rows[shape.header] if shape.labels is None else table.column(shape.labels)
