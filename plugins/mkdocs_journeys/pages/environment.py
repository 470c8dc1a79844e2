"""The Jinja environment: everything is escaped; texts, numbers, dates and links are the page's own."""

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mkdocs_journeys.definitions import Definition, Duration, Metric, Text
from mkdocs_journeys.pages.language import Language
from mkdocs_journeys.pages.view import View

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, view: View, **values: object) -> str:
    """The HTML of a template, with `page` (the View) and `values` as its variables."""
    return environment().get_template(template).render(page=view, **values)


@cache
def environment() -> Environment:
    """The environment of all templates: nothing undefined passes in silence, and nothing goes out unescaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined] # added by the extension
    made.filters |= {
        "date": _date,
        "duration": _duration,
        "inline": _inline,
        "listed": _listed,
        "number": _number,
        "percent": _percent,
        "score": _score,
        "term": _term,
    }
    made.tests["reached"] = reached
    return made


def _words(context: Context) -> Language:
    return _page(context).words


def _page(context: Context) -> View:
    page = context["page"]
    assert isinstance(page, View)
    return page


@pass_context
def _gettext(context: Context, message: str) -> str:
    return _words(context).gettext(message)


@pass_context
def _ngettext(context: Context, one: str, many: str, count: int) -> str:
    return _words(context).ngettext(one, many, count)


@pass_context
def _inline(context: Context, text: str, owner: Definition | None = None) -> str:
    """Inline Markdown becomes HTML; what is plain text stays so, and is escaped like all."""
    return _page(context).inline(text, owner) if isinstance(text, Text) else text


@pass_context
def _date(context: Context, day: datetime.date) -> Markup:
    return time_element(_words(context), day)


def time_element(words: Language, day: datetime.date) -> Markup:
    """A day for people and for machines."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words.date(day))


@pass_context
def _duration(context: Context, duration: Duration) -> str:
    return _words(context).duration(duration)


@pass_context
def _listed(context: Context, items: Iterable[str]) -> Markup:
    return _words(context).listed(items)


@pass_context
def _number(context: Context, value: float) -> str:
    return _words(context).number(value)


@pass_context
def _percent(context: Context, share: float, decimals: int = 0) -> str:
    return _words(context).percent(share, decimals)


@pass_context
def _score(context: Context, value: float) -> str:
    return _words(context).score(value)


@pass_context
def _term(context: Context, value: str, group: str) -> str:
    return _words(context).term(group, value)


def reached(metric: Metric) -> bool:
    """Whether a metric has reached its target."""
    if metric.target is None:
        return False
    return metric.value <= metric.target if metric.better == "lower" else metric.value >= metric.target
