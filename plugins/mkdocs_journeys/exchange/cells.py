"""Cells of a CSV file: a value as text that no spreadsheet runs, and back, with nothing lost."""

import json
import re
from typing import Any

from mkdocs_journeys.exchange.typed import exact

_FORMULA = re.compile(r"\s*'*\s*[=+\-@]")
"""A text that a spreadsheet would take for a formula, or that looks like the cell of one."""

_STARTS_JSON = ("[", "{", '"')
_SPOILT = re.compile("[\r\0]")
"""Characters that spreadsheets and Python's CSV reader do not keep as they are."""


def without_formula(text: str) -> str:
    """`text`, with a leading `'` where a spreadsheet would take it for a formula, and no carriage return."""
    plain = _SPOILT.sub(" ", text)
    return f"'{plain}" if _FORMULA.match(plain) else plain


def as_meant(cell: str) -> str:
    """The text that `without_formula` made `cell` of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def to_cell(value: Any) -> str:
    """A text, number, list or mapping as a cell: a text as it is, several or nested ones as JSON.

    A list of one text or number is written as that; None is an empty cell.
    """
    if value is None:
        return ""
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], list | dict):
        return to_cell(value[0])
    if isinstance(value, int | float):
        return exact(value)
    if isinstance(value, str) and not value.startswith(_STARTS_JSON) and not _SPOILT.search(value):
        return without_formula(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def from_cell(cell: str) -> Any:
    """What stands in a cell: text (a number is its digits), a list or a mapping; None for an empty cell.

    Error: ValueError, where a cell starts like JSON and is none.
    """
    if not cell:
        return None
    return json.loads(cell) if cell.startswith(_STARTS_JSON) else as_meant(cell)
