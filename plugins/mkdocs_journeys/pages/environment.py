"""The Jinja environment: everything is escaped; texts, numbers, dates and links are the page's own."""

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mkdocs_journeys.definitions import Definition, Duration, Metric, Text
from mkdocs_journeys.insight import Confidence
from mkdocs_journeys.languages import Language
from mkdocs_journeys.pages.trust_words import why_so_confident
from mkdocs_journeys.pages.view import View

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, view: View, **values: object) -> str:
    """The HTML of a template, with `page` (the View) and `values` as its variables."""
    return environment().get_template(template).render(page=view, **values)


@cache
def environment() -> Environment:
    """The environment of all templates: nothing undefined passes, and nothing goes out unescaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals |= {"_": _gettext, "ngettext": _ngettext}
    made.filters |= {
        "date": _date,
        "duration": _duration,
        "inline": _inline,
        "listed": _listed,
        "number": _number,
        "percent": _percent,
        "score": _score,
        "term": _term,
        "why": _why,
    }
    made.tests["reached"] = reached
    return made


def _words(context: Context) -> Language:
    return _page(context).words


def _page(context: Context) -> View:
    page: View = context["page"]
    return page


@pass_context
def _gettext(context: Context, message: str, **values: object) -> Markup:
    """The message in the page's language, filled with the values, which are escaped."""
    text = _words(context).markup(message)
    return text % values if values else text


@pass_context
def _ngettext(context: Context, one: str, many: str, num: int, **values: object) -> Markup:
    """The message for `num` things in the page's language, filled likewise; `%(num)s` is their number."""
    text = Markup(_words(context).ngettext(one, many, num))  # noqa: S704 - a text of ours or of a catalogue
    return text % {"num": _words(context).number(num), **values}


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
def _why(context: Context, confidence: Confidence) -> str:
    return why_so_confident(confidence, _page(context))


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
