"""Bodies: the free Markdown under a front matter, as clean HTML whose references and links are still open.

Rendered with the site's own Markdown extensions, so that a body looks like every other page of the site. Raw
HTML is cleaned to harmless elements where it enters, and the whole once more where it leaves.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_journeys.definitions.body_limits import beyond_limits
from mkdocs_journeys.definitions.fields import allowed_link
from mkdocs_journeys.definitions.ids import make_id
from mkdocs_journeys.definitions.inline import REFERENCE, Link, Reference, read_reference

ANCHOR_PREFIX = "notes."
"""Every id in a body starts with it, so that none takes the anchor of a step: no id holds a point."""

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
_OPENING = re.compile(r"<\s*(/?)\s*([A-Za-z][A-Za-z0-9:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OPEN_ADDRESS = re.compile(r'(href|src)="journeys-(reference|link|picture):(\d+)"')


@dataclass(frozen=True)
class Heading:
    """A heading of a body: level 1 to 6, its anchor, and its text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Removed:
    """Raw HTML that was removed: what, the text by which it is found, and the tag around that text."""

    what: str
    needle: str
    tag: str = ""


@dataclass
class BodyContent:
    """A body as HTML whose links, references and pictures have numbers until they are placed.

    `forbidden` are links that go where none may go, `outside_pictures` pictures of other hosts, now links;
    `beyond_limits`: the offset and name of what was too much to read anything at all.
    """

    html: str = ""
    headings: list[Heading] = field(default_factory=list)
    references: list[tuple[Reference, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Link] = field(default_factory=list)
    forbidden: list[Link] = field(default_factory=list)
    outside_pictures: list[Link] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    beyond_limits: tuple[int, str] | None = None

    def placed(
        self,
        reference: Callable[[int], tuple[str, str]],
        link: Callable[[int], str],
        picture: Callable[[int], str],
    ) -> str:
        """The HTML with every address filled in.

        `reference` gives address and title of reference N, `link` and `picture` the address of link and
        picture N; all plain text.
        """
        text = self.html
        for index, (wanted, _) in enumerate(self.references):
            if wanted.text is None:
                text = text.replace(_title_mark(index), html.escape(reference(index)[1], quote=False))
        place = {"reference": lambda index: reference(index)[0], "link": link, "picture": picture}

        def fill(match: re.Match[str]) -> str:
            return f'{match[1]}="{html.escape(place[match[2]](int(match[3])))}"'

        return _OPEN_ADDRESS.sub(fill, text)


def _title_mark(index: int) -> str:
    return f"\N{OBJECT REPLACEMENT CHARACTER}{index}\N{OBJECT REPLACEMENT CHARACTER}"


class BodyReader:
    """Reads bodies with one set of Markdown extensions. Not for several threads at once."""

    def __init__(self, extensions: tuple[str, ...] = (), configs: Mapping[str, Any] | None = None) -> None:
        self._extension = _BodyExtension()
        self._markdown = markdown.Markdown(
            extensions=[*extensions, self._extension], extension_configs=_without_toc_marks(configs or {})
        )

    def read(self, text: str) -> BodyContent:
        """`text` as clean HTML with its references, links and headings, and what was removed."""
        content = self._extension.content = BodyContent()
        content.beyond_limits = beyond_limits(text)
        if not text.strip() or content.beyond_limits is not None:
            return content
        self._markdown.reset()
        rendered = self._markdown.convert(text.replace("\N{OBJECT REPLACEMENT CHARACTER}", ""))
        content.html = _clean_whole(rendered, content)
        return content


def _without_toc_marks(configs: Mapping[str, Any]) -> dict[str, Any]:
    """Permalinks are the page's own business: a body gets its anchors here."""
    quiet = {key: value for key, value in configs.items() if key != "toc"}
    return {**quiet, "toc": {"permalink": False, "marker": ""}}


class _BodyExtension(Extension):
    content: BodyContent

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        if "html_block" in md.preprocessors:
            inner = md.preprocessors["html_block"]
            md.preprocessors.register(_HtmlBlocks(md, inner, self), "html_block", 20)
        md.inlinePatterns.register(
            _ReferencePattern(r"(?<!\\)" + REFERENCE.pattern, md, self), "journeys_reference", 185
        )
        md.inlinePatterns.register(_HtmlPattern(r"<(?:/?[A-Za-z][^<>]*|!--.*?--)>", md, self), "html", 90)
        md.treeprocessors.register(_Finish(md, self), "journeys_finish", -100)


class _HtmlBlocks(Preprocessor):
    """The library's own reading of HTML blocks, each cleaned before it is stashed."""

    def __init__(self, md: markdown.Markdown, inner: Preprocessor, extension: _BodyExtension) -> None:
        super().__init__(md)
        self.inner = inner
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        stash = self.md.htmlStash
        original = stash.store
        stash.store = lambda html: original(self._cleaned(html))  # type: ignore[method-assign] # for this run only
        try:
            return self.inner.run(lines)
        finally:
            stash.store = original  # type: ignore[method-assign]

    def _cleaned(self, raw: Any) -> Any:
        if not isinstance(raw, str) or "<" not in raw:
            return raw
        raw = _COMMENT.sub("", raw)
        self.extension.content.removed += _removed_by_rule(raw)
        return nh3.clean(raw, tags=set(HARMLESS), attributes=_attributes(_HARMLESS_ATTRIBUTES), link_rel=None)


class _HtmlPattern(InlineProcessor):
    """A raw tag inside a text: kept when it is harmless, dropped when it is not."""

    def __init__(self, pattern: str, md: markdown.Markdown, extension: _BodyExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name, and wider result
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[str, int, int]:
        raw = m[0]
        if raw.startswith("<!--"):
            return "", m.start(0), m.end(0)
        removed = list(_removed_by_rule(raw))
        self.extension.content.removed += removed
        kept = "" if any(item.what.startswith("<") for item in removed) else _harmless_tag(raw)
        return (self.md.htmlStash.store(kept) if kept else ""), m.start(0), m.end(0)


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


def _attributes(attributes: Mapping[str, set[str]]) -> dict[str, set[str]]:
    return {tag: set(names) for tag, names in attributes.items()}


class _ReferencePattern(InlineProcessor):
    """`[[...]]` as a link whose address is filled in later."""

    def __init__(self, pattern: str, md: markdown.Markdown, extension: _BodyExtension) -> None:
        super().__init__(pattern, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override] # noqa: N802 - the library's name, and wider result
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[ET.Element, int, int]:
        references = self.extension.content.references
        reference = read_reference(m)
        link = ET.Element("a", href=f"journeys-reference:{len(references)}")
        link.text = markdown.util.AtomicString(reference.text or _title_mark(len(references)))
        references.append((reference, m[0]))
        return link, m.start(0), m.end(0)


class _Finish(Treeprocessor):
    """Anchors of headings, links and pictures, once every other extension is done."""

    def __init__(self, md: markdown.Markdown, extension: _BodyExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ET.Element) -> None:
        content = self.extension.content
        renamed = _rename_anchors(root)
        _name_headings(root, content, renamed)
        for element in root.iter():
            if element.tag == "img":
                _check_picture(element, content)
            if element.tag == "a":
                _check_link(element, content, renamed)


def _rename_anchors(root: ET.Element) -> dict[str, str]:
    renamed = {}
    for element in root.iter():
        if (anchor := element.get("id")) and not _is_heading(element):
            renamed[anchor] = ANCHOR_PREFIX + anchor
            element.set("id", renamed[anchor])
        if element.tag == "label" and (target := element.get("for")):
            element.set("for", ANCHOR_PREFIX + target)
    return renamed


def _name_headings(root: ET.Element, content: BodyContent, renamed: dict[str, str]) -> None:
    headings = [element for element in root.iter() if _is_heading(element)]
    shift = 1 if any(element.tag == "h1" for element in headings) else 0
    used: set[str] = set(renamed.values())
    for element in headings:
        level = min(6, int(element.tag[1]) + shift)
        element.tag = f"h{level}"
        text = " ".join(_plain_text(element).split())
        anchor = _unique(ANCHOR_PREFIX + (make_id(text) or "heading"), used)
        if old := element.get("id"):
            renamed[old] = anchor
        element.set("id", anchor)
        content.headings.append(Heading(level, anchor, text))


def _is_heading(element: ET.Element) -> bool:
    return element.tag in HEADINGS


def _plain_text(element: ET.Element) -> str:
    return html.unescape(re.sub("\x02[^\x03]*\x03", "", "".join(element.itertext())))


def _unique(anchor: str, used: set[str]) -> str:
    number, candidate = 1, anchor
    while candidate in used:
        number += 1
        candidate = f"{anchor}-{number}"
    used.add(candidate)
    return candidate


def _address(value: str) -> str:
    """An attribute as the browser will read it."""
    return html.unescape(value.replace("\x02amp\x03", "&"))


def _check_link(element: ET.Element, content: BodyContent, renamed: dict[str, str]) -> None:
    address = _address(element.get("href") or "")
    if address.startswith("journeys-reference:") and element.attrib.keys() == {"href"}:
        return
    if not allowed_link(address):
        content.forbidden.append(Link(address))
        element.attrib.pop("href", None)
    elif address.startswith("#"):
        element.set("href", "#" + renamed.get(address[1:], ANCHOR_PREFIX + address[1:]))
    else:
        element.set("href", f"journeys-link:{len(content.links)}")
        content.links.append(Link(address))


def _check_picture(element: ET.Element, content: BodyContent) -> None:
    address = _address(element.get("src") or "")
    link = Link(address, "picture")
    if not allowed_link(address) or re.match(r"(?i)\s*mailto:", address):
        content.forbidden.append(link)
        element.attrib.pop("src", None)
    elif re.match(r"(?i)https?:", unicodedata.normalize("NFKC", address).strip()):
        content.outside_pictures.append(link)
        _make_link(element, address)
    else:
        element.set("src", f"journeys-picture:{len(content.pictures)}")
        content.pictures.append(link)


def _make_link(element: ET.Element, address: str) -> None:
    tail, text = element.tail, element.get("alt") or address
    element.clear()
    element.tag, element.text, element.tail = "a", markdown.util.AtomicString(text), tail
    element.set("href", html.escape(address))


def _clean_whole(rendered: str, content: BodyContent) -> str:
    """The last gate: what no extension should have made is taken out, and noted."""

    def keep(tag: str, name: str, value: str) -> str | None:
        allowed = _MADE_ATTRIBUTES["*"] | _MADE_ATTRIBUTES.get(tag, set())
        if name in allowed and not (tag == "input" and name == "type" and value not in ("checkbox", "radio")):
            return value
        content.removed.append(Removed(name, name))
        return None

    return nh3.clean(
        rendered,
        tags=set(_MADE),
        attributes=_attributes_seen(rendered),
        attribute_filter=keep,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "journeys-reference", "journeys-link", "journeys-picture"},
    )


_ATTRIBUTE = re.compile(r"[\s\"'/]([A-Za-z_:][A-Za-z0-9_.:-]*)\s*=")


def _attributes_seen(rendered: str) -> dict[str, set[str]]:
    """Every attribute that occurs, so that the filter sees and notes what it removes."""
    seen = {name.lower() for name in _ATTRIBUTE.findall(rendered)} | _MADE_ATTRIBUTES["*"]
    own = {tag: set(names) for tag, names in _MADE_ATTRIBUTES.items() if tag != "*"}
    return {**own, "*": seen}
