"""What a key of a definition takes, in words, out of the type of its field."""

from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from mkdocs_journeys.definitions import fields, files, journey, places
from mkdocs_journeys.definitions.base import Earlier, Metric
from mkdocs_journeys.definitions.evidence import Evidence
from mkdocs_journeys.definitions.persona import Persona
from mkdocs_journeys.definitions.touchpoint import Importance, Touchpoint

NAMES: Mapping[type[BaseModel], str] = {
    journey.Journey: "journey",
    journey.Stage: "stage",
    journey.Step: "step",
    journey.Emotion: "emotion",
    journey.Rated: "emotion",
    journey.Noted: "pain or gain",
    journey.Quote: "quote",
    journey.Start: "start",
    journey.Next: "way on",
    journey.Improvement: "improvement",
    journey.Play: "play",
    journey.Trigger: "trigger",
    journey.Audience: "filter",
    journey.PlayAction: "action",
    Metric: "metric",
    Earlier: "earlier reading",
    Persona: "persona",
    Touchpoint: "touchpoint",
    Importance: "importance",
    Evidence: "evidence",
}
"""What each model is called, in the reference's headings too."""

_SIMPLE: Mapping[Any, str] = {
    fields.PlainText: "plain text",
    fields.InlineText: "text",
    fields.Id: "id",
    fields.Name: "id or name",
    fields.Language: "language",
    fields.Link: "link",
    fields.Date: "date",
    fields.Length: "duration",
    fields.Interval: "duration",
    fields.Number: "number",
    fields.Score: "number from -2 to 2",
    fields.Share: "number from 0 to 1",
    fields.OneToFive: "whole number from 1 to 5",
    fields.NoneToFive: "number from 0 to 5",
    fields.Count: "whole number from 1",
    files.FileName: "file name",
    files.DataName: "name of a CSV file",
    places.PlaceText: "place",
    places.Destination: "step id, `exit`, `end` or `journey:` and a place",
}


def value_words(hint: Any) -> str:
    """What a field of type `hint` takes: "list of: id", "date", a link to the heading of a part."""
    hint = without_none(hint)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    bare, *validators = unwrapped(hint)
    if words := allowed_words(bare):
        return ", ".join(f"`{word}`" for word in words)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _part_words(bare, validators)
    items = [item for item in get_args(bare) if item is not Ellipsis]
    if get_origin(bare) is tuple:
        return f"list of: {value_words(items[0])}"
    label = "label" if items[0] == fields.PlainText else value_words(items[0])
    return f"for each {label}: {value_words(items[1])}"


def allowed_words(hint: Any) -> tuple[str, ...]:
    """The only words that a field of type `hint` takes; none where others may stand."""
    bare = unwrapped(without_none(hint))[0]
    return get_args(bare) if get_origin(bare) is Literal else ()


def models_in(hint: Any) -> Iterator[type[BaseModel]]:
    """The models in a field's type."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for inner in get_args(hint):
        yield from models_in(inner)


def without_none(hint: Any) -> Any:
    """The type of a field that may be left out."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (kept,) = (item for item in get_args(hint) if item is not type(None))
    return kept


def unwrapped(hint: Any) -> tuple[Any, ...]:
    """A type followed by its validators."""
    return get_args(hint) if get_origin(hint) is Annotated else (hint,)


def _part_words(model: type[BaseModel], validators: list[BeforeValidator]) -> str:
    name = NAMES[model]
    linked = f"[{name}](#{name.replace(' ', '-')})"
    if model is journey.Emotion:
        return f"{linked}, a number, or one of them for each persona id"
    short = _short_key(validators)
    return f"{linked}, or just its `{short}`" if short else linked


def short_key(hint: Any) -> str | None:
    """The key whose value alone may stand for a whole part: `text` of a pain. None: there is none."""
    return _short_key(unwrapped(hint)[1:])


def _short_key(validators: Iterable[BeforeValidator]) -> str | None:
    short = (key for validator in validators for key in validator.func("text"))  # type: ignore[call-arg] # no validator of ours takes more
    return next(short, None)
