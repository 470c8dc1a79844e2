"""The part of a definition that changed, as people name it."""

import datetime

from mkdocs_journeys.exchange.difference.changes import Part, Where
from mkdocs_journeys.exchange.difference.quoting import LONGEST_NAME, Quoting, shorten
from mkdocs_journeys.languages import Language

LABEL = "label"
"""A part that is a key of the contributor's own, such as age: a word for what changed, and no place."""

_SAID = frozenset({"pains", "gains", "quotes", "do"})
"""Parts that are known by a text and not by a name."""


def write_place(where: Where, language: Language, quote: Quoting) -> str:
    """The way to the part that changed, from the outside in; empty: the definition itself."""
    place = ""
    for part in where:
        if part.kind != LABEL:
            place = _within(place, part, language, quote)
    return place


def _within(place: str, part: Part, language: Language, quote: Quoting) -> str:
    """A part of `place`."""
    values = {"place": place, "part": _name(part, language, quote)}
    tell = language.gettext
    if part.kind == "starts":
        return tell("Start at %(part)s") % values
    if not place:
        return values["part"]
    if part.kind == "persona":
        return tell("%(part)s at %(place)s") % values
    if part.kind == "next":
        return tell("%(place)s → %(part)s") % values
    return tell("%(place)s, %(part)s") % values


def _name(part: Part, language: Language, quote: Quoting) -> str:
    if part.kind == "history":
        return language.date(datetime.date.fromisoformat(part.name))
    name = quote(shorten(part.name, LONGEST_NAME))
    return language.quoted(name) if part.kind in _SAID else name
