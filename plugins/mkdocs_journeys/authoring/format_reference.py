"""The format reference: every key of every kind of definition, and every finding, out of the code itself.

`python -m mkdocs_journeys.authoring.format_reference docs/guide` renews what is generated in the pages there.
"""

import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_journeys.authoring.finding_pages import findings_table, write_pages
from mkdocs_journeys.authoring.value_words import NAMES, models_in, value_words
from mkdocs_journeys.definitions import KINDS, MODELS, Definition, Emotion, Kind
from mkdocs_journeys.definitions.readings import COLUMNS, REQUIRED

_TEMPLATES = Path(__file__).parent / "templates" / "reference"
_GENERATED = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


@dataclass(frozen=True)
class Key:
    """A key of a definition or of a part of one.

    `value` says what it takes, `default` is the word that holds when it is left out (None: no word).
    """

    name: str
    required: bool
    value: str
    default: str | None
    description: str


@dataclass(frozen=True)
class Part:
    """A definition, or a part of one such as a step: what it is called, what it is, and its keys."""

    name: str
    description: str
    keys: tuple[Key, ...]


def shared_keys() -> tuple[Key, ...]:
    """The keys that all kinds of definitions take."""
    return tuple(_keys(Definition))


def parts_of(kind: Kind) -> tuple[Part, ...]:
    """A kind of definition without the shared keys, followed by each of its parts."""
    definition, *parts = _models(MODELS[kind])
    return (_part(definition, without=Definition.model_fields), *map(_part, parts))


def renewed(page: str) -> str:
    """A page's Markdown with what stands between its marks made anew."""
    return _GENERATED.sub(lambda match: f"{match[1]}{_generated(match[2])}{match[3]}", page)


def _generated(name: str) -> str:
    return _environment().get_template(f"{name}.md.jinja").render()


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - Markdown, made of our own words
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"kinds": KINDS, "parts_of": parts_of, "shared_keys": shared_keys}
    environment.globals |= {"findings_table": findings_table}
    environment.globals |= {"columns": COLUMNS, "required_columns": REQUIRED}
    return environment


def _models(top: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """`top` and every model that its keys lead to, each once, a part behind the one that it belongs to."""
    waiting, seen = [top], {top}
    while waiting:
        model = waiting.pop(0)
        if model is not Emotion:  # how it is typed says its part, `Rated`
            yield model
        parts = dict.fromkeys(part for hint in _hints(model).values() for part in models_in(hint))
        new = [part for part in parts if part not in seen]
        seen.update(new)
        waiting = [*new, *waiting]


def _part(model: type[BaseModel], without: Collection[str] = ()) -> Part:
    return Part(NAMES[model], " ".join((model.__doc__ or "").split()), tuple(_keys(model, without)))


def _keys(model: type[BaseModel], without: Collection[str] = ()) -> Iterator[Key]:
    hints = _hints(model)
    for name, info in model.model_fields.items():
        if name not in without:
            yield _key(info.alias or name, hints[name], info)


def _key(name: str, hint: Any, info: FieldInfo) -> Key:
    return Key(
        name=name,
        required=info.is_required() and name != "id",  # made from the name, before the model sees it
        value=value_words(hint),
        default=info.default if isinstance(info.default, str) else None,
        description=info.description or "",
    )


def _hints(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _renew(folder: Path) -> None:
    write_pages(folder)
    for file in sorted(folder.rglob("*.md")):
        page = file.read_text(encoding="utf-8")
        file.write_text(renewed(page), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _renew(Path(sys.argv[1]))
