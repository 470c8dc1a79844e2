"""A journey's own JSON and CSV exports back to the definition that they were made of."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.definitions import Journey, Message, Stage, Step, make_id, say
from mkdocs_journeys.exchange.cells import as_meant, from_cell
from mkdocs_journeys.exchange.definition_text import definition_text
from mkdocs_journeys.exchange.journey_csv import BODY, ID, journey_columns, stage_columns, step_columns
from mkdocs_journeys.exchange.journey_json import TYPED
from mkdocs_journeys.exchange.typed import in_short, written_keys

_DEFAULTS: dict[str, Any] = {"state": "current", "status": "published"}
_EMOTION = f"{TYPED}emotion"
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]*)?")
_NEEDED = ("stage_id", "stage", "step_id", "step")


@dataclass(frozen=True)
class Fault(Exception):
    """A file that is none of ours; `line` counts from 1."""

    message: Message
    line: int = 1


@dataclass(frozen=True)
class Restored:
    """A definition's text, and the id that the journey had."""

    text: str
    id: str | None


def from_journey_json(text: str) -> Restored:
    """The definition that a `journey.json` was made of. Error: Fault."""
    data = _loaded(text)
    if not isinstance(data, dict) or not isinstance(data.get("stages"), list):
        several = isinstance(data, dict) and isinstance(data.get("journeys"), list)
        hint = (
            say("it holds several; export the one that you want by its id")
            if several
            else say("it has no stages")
        )
        raise Fault(say("this is no journey.json: %(hint)s", hint=hint))
    stages = [_typed_stage(stage) for stage in data["stages"]]
    fields = {**_typed(data, Journey), "stages": stages}
    return Restored(_text(fields, data.get("body")), _known_id(data.get("id")))


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
    return Restored(_text(fields, first.value(BODY)), _known_id(first.value(ID)))


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise Fault(say("this is no JSON: something else is expected here"), error.lineno) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets within brackets
        raise Fault(say("there is too much in one value of this file")) from error


def _known_id(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _typed(data: object, model: type[Journey | Stage | Step]) -> dict[str, Any]:
    """What was typed of a part, out of its data; a part that is none is its name."""
    if not isinstance(data, dict):
        return {"name": data}
    found = {key: data.get(f"{TYPED}{key}", data.get(key)) for key in written_keys(model)}
    if model is Step:
        found["emotion"] = data.get(f"{TYPED}emotion")  # never the computed one
    return _without_empty(found)


def _without_empty(found: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in found.items() if value is not None and value != []}
    return {key: value for key, value in kept.items() if value != _DEFAULTS.get(key)}


def _typed_stage(data: object) -> dict[str, Any]:
    typed = _typed(data, Stage)
    steps = typed.get("steps")
    return {**typed, "steps": [_typed(step, Step) for step in steps]} if isinstance(steps, list) else typed


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
        return _without_empty({key: self.value(column) for column, key in columns.items()})


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


def _text(fields: dict[str, Any], body: object) -> str:
    """The definition's text; its body ends as it ended."""
    written = body if isinstance(body, str) else ""
    try:
        text = definition_text(_tidied(in_short(fields)), written)
    except RecursionError as error:
        raise Fault(say("there is too much in one value of this file")) from error
    return text if not written or written.endswith("\n") else text.removesuffix("\n")


def _tidied(fields: dict[str, Any]) -> dict[str, Any]:
    """Without ids that would be made of the names anyway, and a step that has nothing else as its name."""
    stages = [_without_made_id(stage) for stage in fields["stages"]]
    for stage in stages:
        if isinstance(stage.get("steps"), list):
            stage["steps"] = [_just_name(_without_made_id(step)) for step in stage["steps"]]
    tidied = {**fields, "stages": stages}
    if isinstance(fields.get("improvements"), list):
        tidied["improvements"] = [_without_made_id(each, "title") for each in fields["improvements"]]
    return tidied


def _without_made_id(part: Any, key: str = "name") -> Any:
    name = part.get(key) if isinstance(part, dict) else None
    if not isinstance(name, str) or part.get("id") != make_id(name):
        return part
    return {key: value for key, value in part.items() if key != "id"}


def _just_name(step: Any) -> Any:
    return step["name"] if isinstance(step, dict) and step.keys() == {"name"} else step
