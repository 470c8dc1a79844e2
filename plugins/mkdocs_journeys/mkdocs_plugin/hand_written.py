"""Hand-written pages: whoever edits them is no more trusted than whoever edits a definition."""

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from typing import Any
from urllib.parse import urlsplit

import nh3
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

log = get_plugin_logger("journeys")

_SVG = {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title",
    "desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
}  # fmt: skip
_SVG_ATTRIBUTES = {
    "viewBox", "xmlns", "d", "fill", "fill-rule", "fill-opacity", "clip-rule", "clip-path", "mask", "stroke",
    "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-opacity", "opacity",
    "transform", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "points", "width",
    "height", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "patternUnits",
    "preserveAspectRatio", "text-anchor", "font-size", "font-weight", "focusable",
}  # fmt: skip
_MEDIA = {"audio", "video", "source", "track", "picture"}
_TAGS = nh3.ALLOWED_TAGS | _SVG | _MEDIA | {"input", "label", "section"}
_EVERYWHERE = {"id", "class", "title", "lang", "dir", "role", "style", "hidden", "tabindex", "markdown"}
_ATTRIBUTES: dict[str, set[str]] = {
    **nh3.ALLOWED_ATTRIBUTES,
    **dict.fromkeys(_SVG, _SVG_ATTRIBUTES),
    "*": _EVERYWHERE,
    "a": {"href", "hreflang", "name", "target", "rel", "download"},
    "audio": {"src", "controls", "loop", "muted", "preload"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "loading", "align", "decoding"},
    "input": {"checked", "disabled", "name"},
    "label": {"for"},
    "ol": {"start", "type", "reversed"},
    "source": {"src", "type", "media"},
    "track": {"src", "kind", "srclang", "label", "default"},
    "video": {"src", "controls", "loop", "muted", "poster", "preload", "width", "height", "playsinline"},
}
_LOADED = {"src", "poster"}
_THEME_IDS = re.compile(r"__(?!(?:tabbed|codelineno|span|code)[-_]).*", re.DOTALL)
_THEME_DATA = {"data-md-component", "data-md-toggle", "data-md-url"}
_PAINT = re.compile(r"url\s*\((?!\s*#)", re.IGNORECASE)


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute in _LOADED and _is_elsewhere(value):
        return None
    if attribute in {"id", "name", "for"} and _THEME_IDS.fullmatch(value):
        return None
    if attribute in _THEME_DATA or (tag in _SVG and _PAINT.search(value)):
        return None
    return value


def _is_elsewhere(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes=_ATTRIBUTES,
    attribute_filter=_kept,
    generic_attribute_prefixes={"data-", "aria-"},
    tag_attribute_values={"input": {"type": {"checkbox", "radio"}}},
    url_schemes={"http", "https", "mailto", "tel"},
    filter_style_properties={"text-align", "width"},
    link_rel=None,
)


def clean_html(html: str) -> str:
    """`html` with all that Markdown and Material make of a page.

    What runs, loads from other hosts or takes the place of the theme's own parts is gone.
    """
    return _CLEANER.clean(html)


def escape_meta(value: Any) -> Any:
    """Front matter with every text escaped, because themes print it as it is."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, Mapping):
        return {escape_meta(key): escape_meta(item) for key, item in value.items()}
    if isinstance(value, list):
        return [escape_meta(item) for item in value]
    return value


def keep_known_templates(files: Iterable[File], templates: frozenset[str]) -> None:
    """Take a template that the theme lacks out of front matter: asking for it would end the build."""
    for file in files:
        meta = {} if file.page is None else file.page.meta
        if "template" in meta and meta["template"] not in templates:
            log.warning("%s: there is no template %r", file.src_uri, meta.pop("template"))


def escape_title(page: Page) -> None:
    """Escape a page's title, wherever it came from: a heading, a file's name, front matter.

    Material prints a title in the head with its character references resolved, unless front matter gives it.
    """
    title = escape(unescape(str(page.title)))
    page.title = title
    if not page.is_homepage:
        page.meta["title"] = title
