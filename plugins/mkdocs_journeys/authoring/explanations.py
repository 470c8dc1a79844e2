"""What each finding means, why it matters and how it is mended, in each language.

The source is one file for each code and language, such as `explanations/zh_Hans/J104.md`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_journeys.authoring.examples import Example, example_of
from mkdocs_journeys.authoring.wrapping import wrapped
from mkdocs_journeys.definitions import CODES, Level
from mkdocs_journeys.definitions.findings import columns_of
from mkdocs_journeys.languages import Language, available, language

EXPLANATIONS = Path(__file__).parent / "explanations"
_TEMPLATES = Path(__file__).parent / "templates" / "explanations"
_FORM = re.compile(
    r"# (?P<title>.+)\n\n## means\n\n(?P<means>.+)\n\n"
    r"## matters\n\n(?P<matters>.+)\n\n## mend\n\n(?P<mend>.+)\n"
)

Heading = Callable[[str], str]
"""How a heading is shown: bold on a terminal."""


@dataclass(frozen=True)
class Explanation:
    """A finding's code explained in the language `tag` (BCP 47). Of Markdown texts take `code` only."""

    code: str
    tag: str
    title: str
    means: str
    matters: str
    mend: str

    @property
    def level(self) -> Level:
        """How serious the finding is."""
        return CODES[self.code][0]

    @property
    def example(self) -> Example:
        """What makes the finding, and what mends it."""
        return example_of(self.code)


def explanation(code: str, words: Language) -> Explanation:
    """A finding's code explained in a language, or in English as long as nobody has translated it."""
    return written(code, words) or _in_english(code)


@cache
def written(code: str, words: Language) -> Explanation | None:
    """The explanation in just this language, if there is one. Error: ValueError, for one in another form."""
    file = EXPLANATIONS / str(words.locale) / f"{code}.md"
    if not file.is_file():
        return None
    form = _FORM.fullmatch(file.read_text(encoding="utf-8"))
    if form is None:
        raise ValueError(f"{file} needs a title and the parts means, matters and mend, of one paragraph each")
    return Explanation(code, words.tag, **form.groupdict())


def _in_english(code: str) -> Explanation:
    found = written(code, language("en"))
    if found is None:
        raise LookupError(f"{code} is not explained")
    return found


def languages() -> Iterator[Language]:
    """The languages that may have explanations, English first."""
    return map(language, available())


def levels(words: Language) -> Mapping[Level, str]:
    """How serious a finding can be, in words."""
    _ = words.gettext
    return {"error": _("error"), "warning": _("warning"), "note": _("note")}


def explained(code: str, words: Language, width: int, heading: Heading = str) -> str:
    """The whole explanation for a terminal of `width` columns."""
    values = {"finding": explanation(code, words), "width": width, "heading": heading}
    return _render("finding.txt.jinja", words, values)


def listed(words: Language, heading: Heading = str) -> str:
    """Every code with its level and its title, one a line."""
    findings = [explanation(code, words) for code in sorted(CODES)]
    return _render("list.txt.jinja", words, {"findings": findings, "heading": heading})


def _render(template: str, words: Language, values: Mapping[str, object]) -> str:
    return _environment().get_template(template).render(_=words.gettext, levels=levels(words), **values)


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - text for a terminal, made of our own words
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"wrapped": wrapped, "padded": _padded}
    return environment


def _padded(text: str, texts: Mapping[str, str]) -> str:
    """`text` as wide as the widest of `texts`."""
    return text + " " * (max(map(columns_of, texts.values())) - columns_of(text))
