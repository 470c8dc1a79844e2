"""Types of fields: from what was typed (text, lists and mappings) to checked values.

Every value arrives as text, list or mapping, because a scalar means what was typed. A validator here turns it
into the value of its field or raises a `PydanticCustomError` whose type is the code of a finding.
"""

import datetime
import math
import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mkdocs_journeys.definitions.body_limits import is_too_much
from mkdocs_journeys.definitions.durations import Duration, parse_date, parse_duration
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import is_id, make_id, normalise
from mkdocs_journeys.definitions.suggestions import did_you_mean

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Model(BaseModel):
    """A part of a definition: immutable, and without a key that the format does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(str):
    """Text that takes inline Markdown: emphasis, code, links and references. Never raw HTML."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    found = "a list" if isinstance(value, list) else "several keys"
    raise PydanticCustomError("J105", "text is expected here, not {found}", {"found": found})


def _inline(value: object) -> str:
    text = _text(value)
    if is_too_much(text):
        raise PydanticCustomError("J119", "there is too much markup in this text; put it into the body", {})
    return text


def _plain(value: object) -> str:
    return " ".join(_CONTROL.sub(" ", _text(value)).split())


def _id(value: object) -> str:
    text = normalise(_text(value))
    if is_id(text):
        return text
    made = make_id(text)
    hint = f'; did you mean "{made}"?' if made else ""
    hint = f"; for several, write [{short(text)}]" if "," in text else hint
    raise PydanticCustomError(
        "J120", '"{id}" is no id: letters, digits, "-" and "_" only{hint}', {"id": short(text), "hint": hint}
    )


def _name(value: object) -> str:
    text = _plain(value)
    if make_id(text) is not None:
        return normalise(text)
    wanted = "another name" if any(map(str.isalnum, text)) else "a name with letters"
    raise PydanticCustomError(
        "J121", 'no id can be made of "{name}"; write {wanted}', {"name": short(text), "wanted": wanted}
    )


def parse_number(text: str) -> float | None:
    """The number that `text` is: ASCII digits with an optional sign and point; None when it is none."""
    return float(text) + 0.0 if _NUMBER.fullmatch(text) else None


def number(value: object, advice: str = "write one like 3 or -1.5") -> float:
    """The number that `value` (text) is. Errors: J112 with `advice`, J113 (too large to calculate with)."""
    text = _text(value)
    result = parse_number(text)
    if result is None:
        message = '"{text}" is not a number; {advice}'
        raise PydanticCustomError("J112", message, {"text": short(text), "advice": advice})
    if not math.isfinite(result):
        raise PydanticCustomError("J113", '"{text}" is too large a number', {"text": short(text)})
    return result


def _bounded(low: float, high: float, what: str, hint: str = "") -> Callable[[object], float]:
    advice = f"{what} goes from {low:g} to {high:g}{hint}"

    def check(value: object) -> float:
        result = number(value, advice)
        if low <= result <= high:
            return result
        found = {"what": what, "low": f"{low:g}", "high": f"{high:g}", "value": f"{result:g}"}
        raise PydanticCustomError("J113", "{what} goes from {low} to {high}, not {value}", found)

    return check


def _whole(low: int, high: int | None) -> Callable[[object], int]:
    allowed = f"from {low} up" if high is None else f"from {low} to {high}"

    def check(value: object) -> int:
        result = number(value, f"write a whole number {allowed}")
        if result == int(result) and result >= low and (high is None or result <= high):
            return int(result)
        message = "a whole number {allowed} is expected here, not {value}"
        raise PydanticCustomError("J113", message, {"allowed": allowed, "value": f"{result:g}"})

    return check


def _date(value: object) -> datetime.date:
    text = _text(value)
    if (date := parse_date(text)) is not None:
        return date
    raise PydanticCustomError(
        "J114", '"{text}" is not a date; write year-month-day, like 2026-09-30', {"text": short(text)}
    )


def _duration(value: object) -> Duration:
    text = _text(value)
    if (duration := parse_duration(text)) is not None:
        return duration
    raise PydanticCustomError(
        "J115", '"{text}" is not a duration; write a number and a unit, like 20 min, 3-5 days or 6 months',
        {"text": short(text)},
    )  # fmt: skip


def _interval(value: object) -> Duration:
    duration = _duration(value)
    if duration.most > 0:
        return duration
    raise PydanticCustomError("J115", "an interval must be longer than nothing", {})


def _link(value: object) -> str:
    text = _text(value)
    if allowed_link(text):
        return text
    raise PydanticCustomError(
        "J130", 'the link "{link}" may not be used; links go to http:, https:, mailto: or a path in the site',
        {"link": short(text)},
    )  # fmt: skip


_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.\-]*)\s*:")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_SCHEMES = frozenset({"http", "https", "mailto"})


def allowed_link(address: str) -> bool:
    """Whether `address` is a path in the site, an anchor, or goes to http, https or mailto."""
    try:
        urlsplit(address)
    except ValueError:  # a host that is none, such as http://[bad
        return False
    visible = _INVISIBLE.sub("", address)
    if visible.startswith(("//", "\\", "/\\")):
        return False
    scheme = _SCHEME.match(visible)
    return scheme is None or scheme[1].lower() in _SCHEMES


def choice(*words: str) -> BeforeValidator:
    """A validator for a field that takes one of `words`; suggests the nearest. Error: J111."""

    def check(value: object) -> str:
        text = _text(value)
        if text in words:
            return text
        hint = did_you_mean(text, words) or f"; use one of {', '.join(words)}"
        message = '"{text}" is not known here{hint}'
        raise PydanticCustomError("J111", message, {"text": short(text), "hint": hint})

    return BeforeValidator(check)


def as_list(value: object) -> object:
    """A single value stands for a list of one."""
    return value if isinstance(value, list) else [value]


def _distinct(value: object) -> object:
    items = value if isinstance(value, list) else []
    typed = [normalise(item.strip()) for item in items if isinstance(item, str)]
    if len(set(typed)) < len(typed):
        raise PydanticCustomError("J122", "named twice", {"items": list(_again(items))})
    return value


def _again(items: list[object]) -> Iterator[int]:
    """The numbers of items that stand in the list before."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        text = normalise(item.strip()) if isinstance(item, str) else ""
        if text in seen:
            yield index
        elif text:
            seen.add(text)


def shorthand(key: str) -> Callable[[object], object]:
    """A validator that reads plain text as a mapping with the one key `key`."""

    def expand(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return expand


def from_mapping(value: object) -> object:
    """A mapping as it is; anything else is none. Error: J106."""
    if isinstance(value, dict):
        return value
    raise PydanticCustomError("J106", 'keys with values are expected here, like "web: 5"', {})


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def is_language(tag: str) -> bool:
    """Whether `tag` is written like a language of BCP 47: `en`, `zh-Hant`."""
    return _LANGUAGE.fullmatch(tag) is not None


def _language(value: object) -> str:
    text = _text(value)
    if is_language(text):
        return text
    raise PydanticCustomError(
        "J116", '"{text}" is no language; write a tag like en, zh-Hans, zh-Hant or ru', {"text": short(text)}
    )


PlainText = Annotated[str, BeforeValidator(_plain)]
Id = Annotated[str, BeforeValidator(_id)]
Name = Annotated[str, BeforeValidator(_name)]
"""An id or a name that becomes one: touchpoints, channels, owners."""

InlineText = Annotated[Text, BeforeValidator(_inline)]
Language = Annotated[str, BeforeValidator(_language)]
Link = Annotated[str, BeforeValidator(_link)]
Date = Annotated[datetime.date, BeforeValidator(_date)]
Length = Annotated[Duration, BeforeValidator(_duration)]
Interval = Annotated[Duration, BeforeValidator(_interval)]
Number = Annotated[float, BeforeValidator(number)]
Score = Annotated[
    float, BeforeValidator(_bounded(-2, 2, "an emotion", ", like -1; a word for it goes into feeling"))
]
Share = Annotated[float, BeforeValidator(_bounded(0, 1, "a share", ", like 0.8 for 80 %"))]
OneToFive = Annotated[int, BeforeValidator(_whole(1, 5))]
NoneToFive = Annotated[float, BeforeValidator(_bounded(0, 5, "it"))]
Count = Annotated[int, BeforeValidator(_whole(1, None))]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_distinct), BeforeValidator(as_list)]
Names = Annotated[tuple[Name, ...], BeforeValidator(_distinct), BeforeValidator(as_list)]
Texts = Annotated[tuple[InlineText, ...], BeforeValidator(as_list)]
Tags = Annotated[tuple[PlainText, ...], BeforeValidator(as_list)]


def described(text: str, *examples: object, **more: Any) -> Any:
    """A field with its sentence for the format reference and the JSON Schema."""
    return Field(description=text, examples=list(examples) or None, **more)
