"""Types of fields: from what was typed (text, lists and mappings) to checked values.

Every value arrives as text, list or mapping, because a scalar means what was typed. A validator here turns it
into the value of its field or raises what `wrong` makes: the code of a finding and its message.
"""

import datetime
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mkdocs_journeys.definitions.body_limits import is_too_much
from mkdocs_journeys.definitions.durations import Duration, parse_date, parse_duration
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import is_id, make_id, normalise
from mkdocs_journeys.definitions.meant_values import (
    meant_score,
    unquoted,
)
from mkdocs_journeys.definitions.messages import Message, say, wrong
from mkdocs_journeys.definitions.suggestions import one_of
from mkdocs_journeys.definitions.value_messages import (
    A_SHARE,
    does_not_fit,
    forbidden_link,
    no_date,
    no_id,
    no_number,
    no_text,
)

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
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
    raise no_text(value)


_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Unicode's categories of control and format characters, blanks and line breaks."""


def can_be_seen(text: str) -> bool:
    """Whether anything of `text` shows on a page."""
    return any(unicodedata.category(character) not in _UNSEEN for character in text)


def _visible_text(value: object) -> str:
    text = _text(value)
    if text and not can_be_seen(text):
        raise wrong("J105", say("nothing in this text can be seen; write one that can be read"))
    return text


def _inline(value: object) -> str:
    text = _visible_text(value)
    if is_too_much(text):
        raise wrong("J119", say("there is too much markup in this text; write it below the second ---"))
    return text


def _plain(value: object) -> str:
    return " ".join(_CONTROL.sub(" ", _visible_text(value)).split())


def _id(value: object) -> str:
    text = normalise(_text(value))
    if is_id(text):
        return text
    raise no_id(text)


def _name(value: object) -> str:
    text = _plain(value)
    if make_id(text) is not None:
        return normalise(text)
    if any(map(str.isalnum, text)):
        raise wrong("J121", say('"%(name)s" is kept for a page of its own; write another name', name=text))
    raise wrong("J121", say('"%(name)s" has no letter and no digit; write a name that has', name=short(text)))


def parse_number(text: str) -> float | None:
    """The number that `text` is: ASCII digits with an optional sign and point; None when it is none."""
    return float(text) + 0.0 if _NUMBER.fullmatch(text) else None


_A_NUMBER = say("write one like 3 or -1.5")


def number(value: object, advice: Message = _A_NUMBER) -> float:
    """The number that `value` (text) is. Errors: J112 with `advice`, J113 (too large to calculate with)."""
    text = _text(value)
    result = parse_number(text)
    if result is None:
        raise wrong("J112", no_number(text, advice))
    if not math.isfinite(result):
        raise wrong("J113", say('"%(text)s" is too large a number', text=short(text)))
    return result


def _bounded(low: float, high: float, advice: Message) -> Callable[[object], float]:
    def check(value: object) -> float:
        result = number(value, advice)
        if low <= result <= high:
            return result
        raise wrong("J113", does_not_fit(result, advice))

    return check


def _score(value: object) -> float:
    try:
        return _SCALE(value)
    except PydanticCustomError as error:
        text = value.strip() if isinstance(value, str) else ""
        if error.type != "J112" or (score := meant_score(text)) is None:
            raise
        message = say(
            'an emotion is a number from -2 to 2; for "%(word)s" write %(score)s; the word itself goes on a '
            "line of its own, feeling: %(word)s",
            word=short(unquoted(text)), score=score,
        )  # fmt: skip
        raise wrong("J112", message) from error


_SCALE = _bounded(
    -2,
    2,
    say("an emotion goes from -2 to 2, such as -1; a word for it goes on a line of its own, feeling: ..."),
)


def _whole(low: int, high: int | None) -> Callable[[object], int]:
    advice = (
        say("write a whole number, %(low)s or more", low=low)
        if high is None
        else say("write a whole number from %(low)s to %(high)s", low=low, high=high)
    )

    def check(value: object) -> int:
        result = number(value, advice)
        if result == int(result) and result >= low and (high is None or result <= high):
            return int(result)
        raise wrong("J113", does_not_fit(result, advice))

    return check


def _date(value: object) -> datetime.date:
    text = _text(value)
    if (date := parse_date(text)) is not None:
        return date
    raise wrong("J114", no_date(text))


def _duration(value: object) -> Duration:
    text = _text(value)
    if (duration := parse_duration(text)) is not None:
        return duration
    message = say(
        '"%(text)s" is not a length of time; write a number and min, hours, days, weeks, months or years, '
        "like 20 min, 3-5 days or 6 months",
        text=short(text),
    )
    raise wrong("J115", message)


def _interval(value: object) -> Duration:
    duration = _duration(value)
    if duration.most > 0:
        return duration
    raise wrong("J115", say("a length of time longer than nothing is needed here, like 6 months"))


def _link(value: object) -> str:
    text = _text(value)
    if allowed_link(text):
        return text
    raise wrong("J130", forbidden_link(short(text)))


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
        message = say('"%(text)s" is not known here', text=short(text))
        raise wrong("J111", one_of(message, unquoted(text), words))

    return BeforeValidator(check)


def as_list(value: object) -> object:
    """A single value stands for a list of one."""
    return value if isinstance(value, list) else [value]


def _distinct(value: object) -> object:
    items = value if isinstance(value, list) else []
    typed = [normalise(item.strip()) for item in items if isinstance(item, str)]
    if len(set(typed)) < len(typed):
        raise wrong("J122", say("something is named twice in a list"), items=list(_again(items)))
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
    wide = f"{key}\uff1a"

    def expand(value: object) -> object:
        if not isinstance(value, str):
            return value
        if value.startswith(wide):
            meant = short(f"{key}: {value.removeprefix(wide).strip()}")
            raise wrong(
                "J102",
                say('this colon is a wide one; type a plain one and a space: "%(meant)s"', meant=meant),
            )
        return {key: value}

    return expand


def from_mapping(value: object) -> object:
    """A mapping as it is; anything else is none. Error: J106."""
    if isinstance(value, dict):
        return value
    raise wrong("J106", say("write lines with a name, a colon and a value here, like web: 5"))


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def is_language(tag: str) -> bool:
    """Whether `tag` is written like a language of BCP 47: `en`, `zh-Hant`."""
    return _LANGUAGE.fullmatch(tag) is not None


def _language(value: object) -> str:
    text = _text(value)
    if is_language(text):
        return text
    raise wrong(
        "J116",
        say(
            '"%(text)s" is no language; write its short name, like en, zh-Hans, zh-Hant or ru',
            text=short(text),
        ),
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
Score = Annotated[float, BeforeValidator(_score)]
Share = Annotated[float, BeforeValidator(_bounded(0, 1, A_SHARE))]
OneToFive = Annotated[int, BeforeValidator(_whole(1, 5))]
NoneToFive = Annotated[float, BeforeValidator(_bounded(0, 5, say("it goes from 0 to 5")))]
Count = Annotated[int, BeforeValidator(_whole(1, None))]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_distinct), BeforeValidator(as_list)]
Names = Annotated[tuple[Name, ...], BeforeValidator(_distinct), BeforeValidator(as_list)]
Texts = Annotated[tuple[InlineText, ...], BeforeValidator(as_list)]
Tags = Annotated[tuple[PlainText, ...], BeforeValidator(as_list)]


def described(text: str, *examples: object, **more: Any) -> Any:
    """A field with its sentence for the format reference and the JSON Schema."""
    return Field(description=text, examples=list(examples) or None, **more)
