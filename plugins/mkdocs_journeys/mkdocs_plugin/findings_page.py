"""The page that a preview shows where nothing else can be shown: all findings, each with how it is mended."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_journeys.authoring.explanations import explanation, levels
from mkdocs_journeys.definitions import Finding
from mkdocs_journeys.languages import Language

_TEMPLATES = Path(__file__).parent / "templates"
_CODE = re.compile(r"`([^`]+)`")


def findings_page(findings: Iterable[Finding], words: Language) -> str:
    """The page's HTML in the language of whoever writes. Nothing in it is asked of any host."""
    values = {"findings": list(findings), "words": words, "_": words.gettext, "levels": levels(words)}
    return _environment().get_template("findings.html").render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["explanation"] = explanation
    environment.filters["with_code"] = _with_code
    return environment


def _with_code(text: str) -> Markup:
    """An explanation's text with the one mark that it takes, `code`."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before
