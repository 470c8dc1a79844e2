"""A part of a definition as its author would type it, with nothing lost."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import singledispatch
from typing import Any

from pydantic import BaseModel

from mkdocs_journeys.definitions import Duration, Goal, JourneyPlace


def as_typed(part: BaseModel) -> dict[str, Any]:
    """A part of a definition as the keys and values that its author would write, without what was left out.

    Texts, dates and durations are text, numbers are numbers; an emotion has the keys `overall` or
    `by_persona`.
    """
    return {
        (info.alias or name): _plain(value)
        for name, info in type(part).model_fields.items()
        if not _is_left_out(value := getattr(part, name))
    }


def written_keys(model: type[BaseModel]) -> list[str]:
    """The keys that authors write for a part of a definition, in the order of the format."""
    return [info.alias or name for name, info in model.model_fields.items()]


_SHORT = {"pains": "text", "gains": "text", "quotes": "text", "next": "to", "starts": "at", "do": "action"}
"""Lists whose items may be just the text of one key."""


def in_short(typed: Mapping[str, Any]) -> dict[str, Any]:
    """A part as `as_typed` gives it, in the short forms in which people write."""
    return {key: _short(key, value) for key, value in typed.items()}


def _short(key: str, value: Any) -> Any:
    if key == "emotion" and isinstance(value, Mapping):
        return _short_emotion(value)
    if key in {"stages", "steps", "plays"} and isinstance(value, list):
        return [in_short(item) if isinstance(item, Mapping) else item for item in value]
    only = _SHORT.get(key)
    if only is not None and isinstance(value, list):
        return [_sole(item, only) for item in value]
    return value


def _short_emotion(emotion: Mapping[str, Any]) -> Any:
    """-1, or a score with more, or a mapping of personas to these."""
    if "overall" in emotion:
        return _sole(emotion["overall"], "score")
    each = emotion.get("by_persona")
    if not isinstance(each, Mapping):
        return emotion
    return {persona: _sole(rated, "score") for persona, rated in each.items()}


def _sole(item: Any, key: str) -> Any:
    """The value of `key`, where an item has no other."""
    return item[key] if isinstance(item, Mapping) and item.keys() == {key} else item


def exact(number: float) -> str:
    """A number as a definition takes it: digits, sign and point, no exponent; reading it gives it again."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_left_out(value: object) -> bool:
    return value is None or value in ((), {})


@singledispatch
def _plain(value: Any) -> Any:
    return value


@_plain.register
def _(value: BaseModel) -> dict[str, Any]:
    return as_typed(value)


@_plain.register
def _(value: tuple) -> list[Any]:  # type: ignore[type-arg] # what singledispatch can tell apart
    return [_plain(item) for item in value]


@_plain.register(Mapping)
def _(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(item) for key, item in value.items()}


@_plain.register
def _(value: datetime.date) -> str:
    return value.isoformat()


@_plain.register(str | Goal | JourneyPlace)
def _(value: object) -> str:
    return str(value)


@_plain.register
def _(value: Duration) -> str:
    """Exactly, and not to the six digits that a page shows."""
    span = exact(value.least) if value.least == value.most else f"{exact(value.least)}-{exact(value.most)}"
    plural = "" if value.unit == "min" or span == "1" else "s"
    return f"{span} {value.unit}{plural}"
