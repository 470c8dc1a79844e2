"""The guide's pages of findings: one for each code in each language that explains it, and a list for each.

English pages lie in `findings/`, those of other languages in `findings/ru/` and the like. The English list is
a part of the guide's own page of findings.
"""

import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mkdocs_journeys.authoring.explanations import Explanation, languages, levels, written
from mkdocs_journeys.definitions import CODES
from mkdocs_journeys.languages import Language, language

FOLDER = "findings"
_TEMPLATES = Path(__file__).parent / "templates" / "finding_pages"
_FENCES = {".csv": "text", ".md": "yaml", ".svg": "xml", ".yml": "yaml"}
_ENGLISH = "en"


def finding_pages() -> dict[str, str]:
    """The path of each page, below the guide, with its Markdown."""
    pages: dict[str, str] = {}
    for words in languages():
        found = explanations_in(words)
        pages |= {_page_path(each.code, words.tag): _page(each, words) for each in found}
        if found and words.tag != _ENGLISH:
            pages[_list_path(words.tag)] = _render("list.md.jinja", words, _list_path(words.tag))
    return pages


def findings_table() -> str:
    """What the guide's own page of findings lists: all of them, and the lists of other languages."""
    words = language(_ENGLISH)
    return _render("table.md.jinja", words, _list_path(words.tag))


def explanations_in(words: Language) -> tuple[Explanation, ...]:
    """What is explained in a language, by code."""
    return tuple(filter(None, (written(code, words) for code in sorted(CODES))))


def write_pages(guide: Path) -> None:
    """Write all pages below the folder `guide` anew, and remove those that are no more."""
    pages = finding_pages()
    for file in (guide / FOLDER).rglob("*.md"):
        if file.relative_to(guide).as_posix() not in pages:
            file.unlink()
    for path, text in pages.items():
        (guide / path).parent.mkdir(parents=True, exist_ok=True)
        (guide / path).write_text(text, encoding="utf-8", newline="\n")


def _page(finding: Explanation, words: Language) -> str:
    return _render("page.md.jinja", words, _page_path(finding.code, words.tag), finding=finding)


def _folder(tag: str) -> str:
    return FOLDER if tag == _ENGLISH else f"{FOLDER}/{tag}"


def _page_path(code: str, tag: str) -> str:
    return f"{_folder(tag)}/{code}.md"


def _list_path(tag: str) -> str:
    return "findings.md" if tag == _ENGLISH else f"{_folder(tag)}/index.md"


def _render(template: str, words: Language, path: str, **values: object) -> str:
    """The Markdown of the page at `path`."""

    def way(target: str) -> str:
        return posixpath.relpath(target, posixpath.dirname(path))

    values |= {"_": words.gettext, "words": words, "levels": levels(words), "way": way, **values}
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - Markdown, made of our own words
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"explanations_in": explanations_in, "list_path": _list_path}
    environment.globals |= {"others": _others, "page_path": _page_path}
    environment.filters["fence"] = _fence
    return environment


def _others(words: Language, code: str | None = None) -> Iterator[tuple[str, str]]:
    """The tag and the own name of each other language with this code's page, or with a list."""
    for other in languages():
        explains = written(code, other) if code else explanations_in(other)
        if other.tag != words.tag and explains:
            yield other.tag, _own_name(other)


def _own_name(words: Language) -> str:
    """What speakers of a language call it: English, 中文 (简体), Русский."""
    name = words.locale.get_display_name() or words.tag
    return name[:1].upper() + name[1:]


def _fence(file: str) -> str:
    return _FENCES.get(posixpath.splitext(file)[1], "text")
