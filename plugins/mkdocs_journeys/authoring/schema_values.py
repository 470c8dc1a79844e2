r"""JSON Schema of single values: what an editor's YAML reader may make of what is typed into a field.

An editor reads `2027` as a number and `true` as a truth value where the format reads text, so text takes
them too. Patterns use no `\p{...}`, which not every validator knows.
"""

from collections.abc import Mapping
from typing import Any

from mkdocs_journeys.definitions import answers, fields, files, places
from mkdocs_journeys.definitions.durations import UNIT_WORDS
from mkdocs_journeys.definitions.ids import RESERVED_PERSONAS

Schema = dict[str, Any]

_ID = r"[^\s\x00-,./:-@\[-^`{-\x7f]+"
"""An id: of ASCII only letters, digits, `-` and `_`; in other scripts it lets through more than is one."""

_DECIMAL = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)"
_BLANK = r"[ \t]*"
_ANCHOR = f"(?:#{_ID})?"

TEXT: Schema = {"type": ["string", "number", "boolean"]}
ID: Schema = {"type": ["string", "integer"], "pattern": f"^{_BLANK}(?!index{_BLANK}$){_ID}{_BLANK}$"}
PERSONA_ID: Schema = {"not": {"enum": sorted(RESERVED_PERSONAS)}, "pattern": f"^{_ID}$"}


def _number(**limits: float) -> Schema:
    """A number, typed bare or in quotation marks; limits hold for the bare one."""
    typed = {"type": "string", "pattern": f"^{_BLANK}[+-]?{_DECIMAL}{_BLANK}$"}
    return {"anyOf": [{"type": "number", **limits}, typed]}


def _whole(**limits: int) -> Schema:
    typed = {"type": "string", "pattern": rf"^{_BLANK}\+?[0-9]+(?:\.0*)?{_BLANK}$"}
    return {"anyOf": [{"type": "integer", **limits}, typed]}


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": f"^{_BLANK}(?:{pattern}){_BLANK}$"}


_UNITS = "|".join(sorted(UNIT_WORDS))
_LENGTH = _text(rf"{_DECIMAL}(?:\s*[-\u2013]\s*{_DECIMAL})?\s*(?:{_UNITS})")
_DATE: Schema = {**_text("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"), "format": "date"}
_NAME_START = r'[^/\\:\x00-\x1f\x7f<>"|?*.]'
_NAME_REST = r'[^/\\:\x00-\x1f\x7f<>"|?*]*'

VALUES: Mapping[Any, Schema] = {
    fields.PlainText: TEXT,
    fields.InlineText: TEXT,
    fields.Id: ID,
    fields.Name: TEXT,
    fields.Language: _text("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"),
    fields.Link: {"type": "string"},
    fields.Date: _DATE,
    fields.Length: _LENGTH,
    fields.Interval: _LENGTH,
    fields.Number: _number(),
    fields.Score: _number(minimum=-2, maximum=2),
    fields.Share: _number(minimum=0, maximum=1),
    fields.OneToFive: _whole(minimum=1, maximum=5),
    fields.NoneToFive: _number(minimum=0, maximum=5),
    fields.Count: _whole(minimum=1),
    answers.YesNo: {"type": ["string", "boolean"], "enum": [*answers.ANSWERS, True, False]},
    files.FileName: _text(_NAME_START + _NAME_REST),
    files.DataName: _text(_NAME_START + _NAME_REST + r"\.[cC][sS][vV]"),
    places.PlaceText: _text(f"(?:journey:)?{_ID}{_ANCHOR}"),
    places.Destination: {
        "type": ["string", "integer"],
        "pattern": f"^{_BLANK}(?:{_ID}|journey:{_ID}{_ANCHOR}){_BLANK}$",
    },
}
"""The schema of each simple type of field."""
