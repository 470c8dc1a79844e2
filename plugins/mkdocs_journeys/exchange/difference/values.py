"""Values as people write them: scores, days, texts, and what an item of a list is known by."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from mkdocs_journeys.definitions import Audience, Duration, Earlier, Next, Start
from mkdocs_journeys.exchange.difference.changes import Change, Form
from mkdocs_journeys.exchange.difference.quoting import Quoting
from mkdocs_journeys.languages import Language

_FIGURES: frozenset[Form] = frozenset({"score", "share", "number"})


def write_value(change: Change, value: Any, language: Language, quote: Quoting) -> str:
    """What was there before or is there after, as `change` has it; None: there is nothing."""
    if value is None:
        return language.gettext("not known") if change.form in _FIGURES else "–"
    if change.form == "term":
        return language.term(change.group, value)
    if (written := _written_item(value, language, quote)) is not None:
        return written
    if (write := _WRITTEN.get(change.form)) is not None:
        return write(language, value)
    text = quote(_text_of(value))
    return language.quoted(text) if change.form == "text" else text


def _written_item(value: Any, language: Language, quote: Quoting) -> str | None:
    """An item of a list that says more than a text or a name; None: it is none."""
    if isinstance(value, Next | Start):
        goal = quote(str(value.to if isinstance(value, Next) else value.at))
        return goal if value.share is None else in_detail(goal, language.percent(value.share, 1), language)
    if isinstance(value, Earlier):
        return in_detail(language.number(value.value), language.date(value.date), language)
    if isinstance(value, Audience):
        filters = [(key, word) for key, word in value if word is not None]
        return ", ".join(f"{language.term('audience', key)}: {quote(word)}" for key, word in filters)
    return None


def in_detail(what: str, detail: str, language: Language) -> str:
    """`what` with a word more about it, as the language writes that."""
    return language.gettext("%(what)s (%(detail)s)") % {"what": what, "detail": detail}


def _day(words: Language, value: datetime.date) -> str:
    return words.date(value)


def _duration(words: Language, value: Duration) -> str:
    return words.duration(value)


_WRITTEN: Mapping[Form, Callable[[Language, Any], str]] = {
    "score": lambda words, value: words.score(value),
    "share": lambda words, value: words.percent(value, 1),
    "number": lambda words, value: words.number(value),
    "rows": lambda words, value: words.number(value),
    "date": _day,
    "duration": _duration,
}


def _text_of(value: Any) -> str:
    """What an item of a list is known by."""
    for name in ("text", "name", "title", "action"):
        if hasattr(type(value), "model_fields") and name in type(value).model_fields:
            return str(getattr(value, name))
    return str(value)
