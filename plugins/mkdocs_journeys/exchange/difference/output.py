"""A difference as text for a terminal, as Markdown for a merge request, and as JSON for machines."""

import datetime
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from mkdocs_journeys.definitions import Duration, Goal, JourneyPlace
from mkdocs_journeys.exchange.difference.changes import Change, Difference, Named, Subject, Unreadable
from mkdocs_journeys.exchange.difference.escaping import markdown_text
from mkdocs_journeys.exchange.difference.quoting import plain_quote
from mkdocs_journeys.exchange.difference.text_curve import text_curve
from mkdocs_journeys.exchange.difference.words import Words
from mkdocs_journeys.exchange.safe_json import safe_json
from mkdocs_journeys.languages import Language

FORMAT = 1
MOST_CHARACTERS = 60_000
"""Characters of Markdown: a comment on GitHub holds 65,536."""


def as_text(difference: Difference, language: Language) -> str:
    """The difference for a terminal, ending with a line break."""
    return _rendered("difference.txt.jinja", difference, Words(language), len(difference.subjects))


def as_markdown(difference: Difference, language: Language) -> str:
    """The difference for a merge request; what a comment has no room for is left out, and it says so."""
    words = Words(language, markdown_text)
    shown = len(difference.subjects)
    text = _rendered("difference.md.jinja", difference, words, shown)
    while len(text) > MOST_CHARACTERS and shown:
        shown = shown * MOST_CHARACTERS // (len(text) + MOST_CHARACTERS // 8)
        text = _rendered("difference.md.jinja", difference, words, shown)
    return text


def as_json(difference: Difference, language: Language) -> str:
    """The difference for machines; `difference_schema` describes it."""
    words = Words(language)
    data = {"format": FORMAT, "definitions": [_subject(subject, words) for subject in difference.subjects]}
    return safe_json(data)


def difference_schema() -> bytes:
    """The JSON Schema (2020-12) of `as_json`."""
    return files(__package__).joinpath("difference.schema.json").read_bytes()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701 - neither is HTML; texts of strangers go through Words.quote
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def _rendered(template: str, difference: Difference, words: Words, shown: int) -> str:
    subjects = difference.subjects
    return (
        _environment()
        .get_template(template)
        .render(
            subjects=subjects[:shown],
            left_out=len(subjects) - shown,
            words=words,
            language=words.language,
            tell=words.language.gettext,
            curve=_curve,
        )
    )


def _curve(scores: Sequence[float | None] | None) -> str:
    return "" if scores is None else text_curve(scores)


def _subject(subject: Subject, words: Words) -> dict[str, Any]:
    before, after = subject.curves
    return {
        "kind": subject.kind,
        "id": subject.now.id,
        "title": subject.now.title,
        "path": subject.now.path,
        "state": subject.state,
        "before": _named(subject.before),
        "after": _named(subject.after),
        "curve": {"before": before and text_curve(before), "after": after and text_curve(after)},
        "changes": [_change(change, words) for change in subject.changes],
        "errors": [_unreadable(each, words) for each in subject.unreadable],
    }


def _named(named: Named | None) -> dict[str, str] | None:
    return None if named is None else {"id": named.id, "title": named.title, "path": named.path}


def _change(change: Change, words: Words) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "what": change.what,
        "where": [{"kind": part.kind, "id": part.id, "name": part.name} for part in change.where],
        "before": _plain(change.before),
        "after": _plain(change.after),
        "because": list(change.because),
        "follows": change.follows,
        "text": words.sentence(change),
    }


def _unreadable(each: Unreadable, words: Words) -> dict[str, Any]:
    place = each.first.place
    return {
        "side": each.side,
        "count": each.count,
        "first": {
            "code": each.first.code,
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "message": plain_quote(each.first.told(words.language.gettext)),
        },
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it; days, lengths of time and places as they are typed."""
    if isinstance(value, BaseModel):
        model = type(value).model_fields
        fields = {info.alias or name: getattr(value, name) for name, info in model.items()}
        return {key: _plain(item) for key, item in fields.items() if item is not None and item != ()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime.date | Duration | Goal | JourneyPlace):
        return str(value)
    return value
