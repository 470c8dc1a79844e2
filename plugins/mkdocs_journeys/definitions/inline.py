"""Inline Markdown of fields: emphasis, code, links and references, and nothing else.

Raw HTML is shown as the characters it is, because the parser does not know any.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from mkdocs_journeys.definitions.fields import allowed_link
from mkdocs_journeys.definitions.ids import normalise

REFERENCE = re.compile(r"\[\[(?P<target>[^\[\]|\\\n]*)(?:\\?\|(?P<text>[^\[\]\n]*))?\]\]")
_TARGET = re.compile(r"(?:(?P<kind>[A-Za-z]+):)?(?P<id>[^#]*)(?:#(?P<anchor>.*))?")
_MARKUP = re.compile(r"[\[`*_\\!&]")

_NEEDS_PARSING = re.compile(r"\]\(|[`\\]")
"""Without any of these a text holds no link, and nothing that would keep a reference from being one."""


@dataclass(frozen=True)
class Reference:
    """A `[[...]]`: what it names, the text to show instead of the target's title, and all as it was typed."""

    id: str
    kind: str | None = None
    anchor: str | None = None
    text: str | None = None
    typed: str = field(default="", compare=False)

    def __str__(self) -> str:
        kind = f"{self.kind}:" if self.kind else ""
        return f"{kind}{self.id}" + (f"#{self.anchor}" if self.anchor is not None else "")


@dataclass(frozen=True)
class Link:
    """A link or picture in a text, by its address."""

    address: str
    kind: Literal["link", "picture"] = "link"


def read_reference(match: re.Match[str]) -> Reference:
    """The reference that a match of `REFERENCE` writes down."""
    target = _TARGET.fullmatch(normalise(match["target"].strip()))
    text = (match["text"] or "").strip() or None
    if target is None:
        return Reference(match["target"], text=text, typed=match[0])
    anchor = target["anchor"]
    return Reference(
        target["id"].strip(), target["kind"], None if anchor is None else anchor.strip(), text, match[0]
    )


def has_markup(text: str) -> bool:
    """Whether `text` could hold inline Markdown at all."""
    return _MARKUP.search(text) is not None


def inline_tokens(text: str) -> list[Token]:
    """The inline tokens of `text`: text, em_open, strong_open, code_inline, link_open, reference, ..."""
    return _parser().parseInline(text)[0].children or []


def links_in(text: str) -> Iterator[Link | Reference]:
    """Every link and reference in `text`, in order."""
    if not _NEEDS_PARSING.search(text):
        yield from map(read_reference, REFERENCE.finditer(text))
        return
    for token in inline_tokens(text):
        if token.type == "reference":
            yield token.meta["reference"]
        elif token.type == "link_open":
            yield Link(str(token.attrGet("href") or ""))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape", "entity"])
    parser.inline.ruler.before("link", "reference", _reference)
    parser.validateLink = _anything  # type: ignore[method-assign] # what is not allowed is found, not ignored
    return parser


def _anything(url: str) -> bool:  # noqa: ARG001 - the library's signature
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    match = REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.content = match[0]
        token.meta = {"reference": read_reference(match)}
    state.pos = match.end()
    return True


def forbidden_links(text: str) -> list[str]:
    """Addresses of links in `text` that go where no link may go."""
    addresses = [link.address for link in links_in(text) if isinstance(link, Link)]
    return [
        address for address in addresses if not (allowed_link(address) and allowed_link(unquote(address)))
    ]
