"""Each page in its own language: the theme's words, and `<html lang>`."""

import copy
import re
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_HTML = re.compile(r"""(<html\b[^>]*?\slang=)("[^"]*"|'[^']*'|[^\s>]*)""", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def site_language(config: MkDocsConfig) -> str:
    """The language of the site's own texts (BCP 47), as its theme has it."""
    language = config.theme.get("language")
    return language if isinstance(language, str) and is_language(language) else config.theme.locale.language


def is_language(tag: object) -> bool:
    """Whether `tag` is written like a BCP 47 tag."""
    return isinstance(tag, str) and _TAG.fullmatch(tag) is not None


class Interfaces:
    """The site's configuration for each language: the same, but for the language of the theme's words."""

    def __init__(self, config: MkDocsConfig, language: str | None) -> None:
        self.config = config
        self.default = language or site_language(config)
        self._known = _theme_languages(config)
        self._configs: dict[str, MkDocsConfig] = {}

    def of(self, page: Page) -> str:
        """The language of a page (BCP 47), as its front matter has it; by default the site's."""
        tag = page.meta.get("lang")
        return tag if isinstance(tag, str) and is_language(tag) else self.default

    def config_for(self, tag: str) -> MkDocsConfig:
        """The configuration for a page in language `tag` (BCP 47), or the site's where the theme lacks it."""
        if tag not in self._configs:
            name = theme_language(tag, self._known)
            self._configs[tag] = self.config if name is None else _in_language(self.config, name)
        return self._configs[tag]


def _in_language(config: MkDocsConfig, name: str) -> MkDocsConfig:
    theme = copy.deepcopy(config.theme)
    theme["language"] = name
    changed = copy.copy(config)
    changed["theme"] = theme
    return changed


def _theme_languages(config: MkDocsConfig) -> dict[str, str]:
    folders = (Path(folder) / "partials" / "languages" for folder in config.theme.dirs)
    return {path.stem.lower(): path.stem for folder in folders for path in folder.glob("*.html")}


def theme_language(tag: str, known: dict[str, str]) -> str | None:
    """The theme's language file for a page in language `tag`: `zh` serves `zh-Hans`, `pt` serves `pt-PT`."""
    parts = tag.lower().split("-")
    if parts[0] == "zh" and not _TRADITIONAL.isdisjoint(parts):
        parts = ["zh", "hant"]
    for length in range(len(parts), 0, -1):
        if (name := known.get("-".join(parts[:length]))) is not None:
            return name
    return None


def with_language(html: str, tag: str) -> str:
    """The page with `<html lang>` as its texts have it: search, screen readers and fonts go by it."""
    return _HTML.sub(lambda match: f'{match[1]}"{escape(tag)}"', html, count=1)
