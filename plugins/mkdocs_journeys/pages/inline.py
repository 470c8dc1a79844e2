"""Inline Markdown of definitions as HTML, with references as links."""

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from markdown_it.token import Token
from markupsafe import Markup, escape

from mkdocs_journeys.definitions import Reference, allowed_link, has_markup, inline_tokens

_TAGS = {
    "em_open": Markup("<em>"),
    "em_close": Markup("</em>"),
    "strong_open": Markup("<strong>"),
    "strong_close": Markup("</strong>"),
    "softbreak": Markup(" "),
    "hardbreak": Markup("<br>"),
    "link_close": Markup("</a>"),
}
_CODE = Markup("<code>{}</code>")
_LINK = Markup('<a href="{}">{}</a>')
_LINK_OPEN = Markup('<a href="{}">')
_SAFE = "/:?#[]@!$&'()*+,;=%~"

Linker = Callable[[Reference], tuple[str, str]]
"""Gives the address and the text of the link that a reference becomes."""


def inline_html(text: str, reference: Linker, path: Callable[[str], str]) -> Markup:
    """`text` (inline Markdown, untrusted) as safe HTML; `path` makes a link of a path in the site."""
    if not has_markup(text):
        return escape(text)
    return Markup().join(_html(token, reference, path) for token in inline_tokens(text))


def _html(token: Token, reference: Linker, path: Callable[[str], str]) -> Markup:
    if token.type == "code_inline":
        return _CODE.format(token.content)
    if token.type == "reference":
        return _LINK.format(*reference(token.meta["reference"]))
    if token.type == "link_open":
        return _LINK_OPEN.format(link_address(str(token.attrGet("href") or ""), path))
    return _TAGS.get(token.type) or escape(token.content)


def link_address(address: str, path: Callable[[str], str]) -> str:
    """The address of a link that a contributor wrote, percent-encoded; `#` for one that may not be used."""
    if not allowed_link(address):
        return "#"
    parts = urlsplit(address)
    encoded = quote(address, safe=_SAFE)
    return encoded if parts.scheme or parts.netloc or not parts.path else path(encoded)


def plain(text: str, title: Callable[[Reference], str]) -> str:
    """`text` (inline Markdown) as plain text: what a reader would read aloud."""
    if not has_markup(text):
        return str(text)
    return "".join(_plain(token, title) for token in inline_tokens(text))


def _plain(token: Token, title: Callable[[Reference], str]) -> str:
    if token.type == "reference":
        return title(token.meta["reference"])
    return " " if token.type in {"softbreak", "hardbreak"} else token.content
