"""The last look at the tree of a body: anchors of headings, links and pictures."""

import html
import re
import unicodedata
from xml.etree import ElementTree as ET

import markdown

from mkdocs_journeys.definitions.body_content import BodyContent
from mkdocs_journeys.definitions.fields import allowed_link
from mkdocs_journeys.definitions.ids import make_id
from mkdocs_journeys.definitions.inline import Link

ANCHOR_PREFIX = "notes."
"""Every id in a body starts with it, so that none takes the anchor of a step: no id holds a point."""

_TYPED = frozenset({"alt", "title", "src", "href"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def finish(root: ET.Element, content: BodyContent) -> None:
    """Name the anchors of a body, and note its links and pictures, once every extension is done."""
    references = _references(root, content)
    for element in root.iter():
        if element not in references:
            _restore_attributes(element, content)
    renamed = _rename_anchors(root)
    _name_headings(root, content, renamed)
    for element in root.iter():
        if element.tag == "img":
            _check_picture(element, content)
        if element.tag == "a" and element not in references:
            _check_link(element, content, renamed)


def _references(root: ET.Element, content: BodyContent) -> set[ET.Element]:
    """The links that references became."""
    addresses = {content.marks.mark("reference", number) for number in range(len(content.references))}
    return {element for element in root.iter("a") if element.get("href") in addresses}


def _restore_attributes(element: ET.Element, content: BodyContent) -> None:
    """Take marks out of attributes: an anchor was made of them, everything else was typed."""
    for name, value in element.attrib.items():
        is_anchor = name not in _TYPED or value.startswith("#")
        element.set(name, content.named(value) if is_anchor else content.as_typed(value))


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
        text = content.named(" ".join(_plain_text(element).split()))
        anchor = _unique(ANCHOR_PREFIX + (make_id(text) or "heading"), used)
        if old := element.get("id"):
            renamed[old] = anchor
        element.set("id", anchor)


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
    if not allowed_link(address):
        content.forbidden.append(Link(address))
        element.attrib.pop("href", None)
    elif address.startswith("#"):
        element.set("href", "#" + renamed.get(address[1:], ANCHOR_PREFIX + address[1:]))
    else:
        element.set("href", content.marks.mark("link", len(content.links)))
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
        element.set("src", content.marks.mark("picture", len(content.pictures)))
        content.pictures.append(link)


def _make_link(element: ET.Element, address: str) -> None:
    tail, text = element.tail, element.get("alt") or address
    element.clear()
    element.tag, element.text, element.tail = "a", markdown.util.AtomicString(text), tail
    element.set("href", html.escape(address))
