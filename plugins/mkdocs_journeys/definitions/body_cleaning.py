"""Cleaning of HTML in bodies: to harmless elements where it enters, and once more where it leaves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import nh3

HARMLESS = frozenset(
    {"details", "summary", "sub", "sup", "kbd", "abbr", "br", "mark", "figure", "figcaption"}
)
_HARMLESS_ATTRIBUTES = {"*": {"title", "lang", "dir"}, "details": {"open"}, "figure": {"markdown"}}
_MADE = HARMLESS | {
    "a", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
    "code",
    "em", "strong", "del", "ins", "s", "u", "i", "b", "small", "q", "cite", "hr", "img", "table", "thead",
    "tbody", "tfoot", "tr",
    "th", "td", "caption", "div", "span", "section", "input", "label", "nav", "svg", "path",
}  # fmt: skip
_MADE_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir", "aria-hidden", "aria-label", "role"},
    "a": {"href"}, "img": {"src", "alt", "width", "height", "loading"},
    "th": {"align", "scope", "colspan", "rowspan"},
    "td": {"align", "colspan", "rowspan"}, "ol": {"start", "type"}, "li": {"value"}, "details": {"open"},
    "input": {"type", "checked", "disabled", "name"}, "label": {"for"},
    "svg": {"viewbox", "viewBox", "xmlns"}, "path": {"d"},
}  # fmt: skip
_OPENING = re.compile(r"<\s*(/?)\s*([A-Za-z][A-Za-z0-9:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Removed:
    """Raw HTML that was removed: what, the text by which it is found, and the tag around that text."""

    what: str
    needle: str
    tag: str = ""


def clean_block(raw: str) -> tuple[str, list[Removed]]:
    """A block of raw HTML with its harmless elements only, and what was removed."""
    raw = _COMMENT.sub("", raw)
    clean = nh3.clean(raw, tags=set(HARMLESS), attributes=_attributes(_HARMLESS_ATTRIBUTES), link_rel=None)
    return clean, list(_removed_by_rule(raw))


def clean_tag(raw: str) -> tuple[str, list[Removed]]:
    """A single raw tag, empty when it is not harmless, and what was removed."""
    removed = list(_removed_by_rule(raw))
    return "" if any(item.what.startswith("<") for item in removed) else _harmless_tag(raw), removed


def _harmless_tag(raw: str) -> str:
    match = _OPENING.match(raw)
    if match is None:
        return ""
    name = match[2].lower()
    if match[1]:
        return f"</{name}>"
    cleaned = nh3.clean(raw, tags={name}, attributes=_attributes(_HARMLESS_ATTRIBUTES), link_rel=None)
    return cleaned.removesuffix(f"</{name}>")


def _removed_by_rule(raw: str) -> Iterator[Removed]:
    """What the rule for raw HTML takes out of `raw`: elements, and attributes of harmless elements."""
    for match in _OPENING.finditer(raw):
        name = match[2].lower()
        if match[1]:
            continue
        if name not in HARMLESS:
            yield Removed(f"<{name}>", f"<{match[2]}")
            continue
        allowed = _HARMLESS_ATTRIBUTES["*"] | _HARMLESS_ATTRIBUTES.get(name, set())
        for attribute in re.findall(
            r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?", match[3]
        ):
            if attribute.lower() not in allowed:
                yield Removed(attribute.lower(), attribute, match[0])


def clean_whole(rendered: str) -> tuple[str, list[Removed]]:
    """The last gate: the HTML without what no extension should have made, and what was taken out."""
    removed: list[Removed] = []

    def keep(tag: str, name: str, value: str) -> str | None:
        allowed = _MADE_ATTRIBUTES["*"] | _MADE_ATTRIBUTES.get(tag, set())
        if name in allowed and not (tag == "input" and name == "type" and value not in ("checkbox", "radio")):
            return value
        removed.append(Removed(name, name))
        return None

    clean = nh3.clean(
        rendered,
        tags=set(_MADE),
        attributes=_attributes_seen(rendered),
        attribute_filter=keep,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    return clean, removed


_ATTRIBUTE = re.compile(r"[\s\"'/]([A-Za-z_:][A-Za-z0-9_.:-]*)\s*=")


def _attributes_seen(rendered: str) -> dict[str, set[str]]:
    """Every attribute that occurs, so that the filter sees and notes what it removes."""
    seen = {name.lower() for name in _ATTRIBUTE.findall(rendered)} | _MADE_ATTRIBUTES["*"]
    own = {tag: set(names) for tag, names in _MADE_ATTRIBUTES.items() if tag != "*"}
    return {**own, "*": seen}


def _attributes(attributes: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {tag: set(names) for tag, names in attributes.items()}
