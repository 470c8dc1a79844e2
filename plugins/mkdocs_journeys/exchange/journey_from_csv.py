"""`journey.csv` back to the definition that it was made of: undoes `journey_csv`."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.definitions import say
from mkdocs_journeys.exchange.cells import as_meant, from_cell
from mkdocs_journeys.exchange.journey_csv import BODY, ID, journey_columns, stage_columns, step_columns
from mkdocs_journeys.exchange.journey_json import TYPED
from mkdocs_journeys.exchange.restored import Fault, Restored, restore, typed_values

_EMOTION = f"{TYPED}emotion"
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]*)?")
_NEEDED = ("stage_id", "stage", "step_id", "step")


def is_journey_csv(text: str) -> bool:
    """Whether a table is one that `journeys export csv` wrote, perhaps saved anew by a spreadsheet."""
    columns = _line(text).replace('"', "").split(_delimiter(text))
    return {*_NEEDED, ID} <= set(columns)


def _line(text: str) -> str:
    return text.removeprefix("\ufeff").partition("\n")[0].rstrip("\r")


def _delimiter(text: str) -> str:
    """What stands between cells: spreadsheets write semicolons where a number has a decimal comma."""
    return max(",;\t", key=_line(text).count)


def from_journey_csv(text: str) -> Restored:
    """The definition that a table of `journeys export csv` was made of. Error: Fault."""
    rows = list(_rows(text))
    if not rows:
        raise Fault(say("this table has no rows under its column names"))
    first = rows[0]
    if missing := [column for column in _NEEDED if column not in first.cells]:
        raise Fault(say("this table has no column %(column)s", column=missing[0]))
    fields = {**first.part(journey_columns()), "stages": [_stage(steps) for steps in _by_stage(rows)]}
    return restore(fields, first.value(BODY), first.value(ID))


def _score(value: Any) -> Any:
    """A number, where it is one: a spreadsheet may have given it a decimal comma."""
    return float(value.replace(",", ".")) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


@dataclass(frozen=True)
class _Row:
    cells: Mapping[str, str]
    line: int

    def text(self, column: str) -> str:
        return as_meant(self.cells.get(column) or "")

    def value(self, column: str) -> Any:
        try:
            value = from_cell(self.cells.get(column) or "")
        except (ValueError, RecursionError) as error:
            message = say("the cell of column %(column)s starts like JSON and is none", column=column)
            raise Fault(message, self.line) from error
        return _score(value) if column == _EMOTION else value

    def part(self, columns: Mapping[str, str]) -> dict[str, Any]:
        return typed_values({key: self.value(column) for column, key in columns.items()})


def _rows(text: str) -> Iterator[_Row]:
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.DictReader(stream, strict=True, delimiter=_delimiter(text))
    line, limit = 1, csv.field_size_limit(max(len(text), 1))  # a story is as long as it is
    try:
        for cells in reader:
            if any(cell for column, cell in cells.items() if column):
                yield _Row(cells, line + 1)
            line = reader.line_num
    except csv.Error as error:
        raise Fault(
            say("this is no table that can be read: a quotation mark is never closed"), line
        ) from error
    finally:
        csv.field_size_limit(limit)


def _by_stage(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows of each stage, in order: those that follow each other and name it."""
    found: list[_Row] = []
    for row in rows:
        if found and row.text("stage_id") != found[0].text("stage_id"):
            yield found
            found = []
        found.append(row)
    yield found


def _stage(rows: Sequence[_Row]) -> dict[str, Any]:
    named = {"name": rows[0].text("stage"), "id": rows[0].text("stage_id")}
    return {**named, **rows[0].part(stage_columns()), "steps": [_step(row) for row in rows]}


def _step(row: _Row) -> dict[str, Any]:
    return {"name": row.text("step"), "id": row.text("step_id"), **row.part(step_columns())}
