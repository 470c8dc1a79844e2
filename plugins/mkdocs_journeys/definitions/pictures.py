"""Pictures beside definitions: only what a page may show without running anything or asking another host."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from mkdocs_journeys.definitions.messages import Message, say

LARGEST_PICTURE = 5 << 20
_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
ENDINGS = (*_STARTS, ".svg")
_SVG = "http://www.w3.org/2000/svg"
_FOREIGN = frozenset({_SVG, "", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
"""Namespaces that a browser knows; elements of any other one, such as an editor's notes, it ignores."""

_DRAWING = frozenset({
    "svg", "g", "defs", "symbol", "use", "switch", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "textPath", "title", "desc", "metadata", "style", "linearGradient",
    "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "view", "filter", "feBlend",
    "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
    "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG",
    "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
})  # fmt: skip
"""Elements of SVG 1.1 and filters that draw, and neither run, nor move, nor fetch anything."""

_FETCHING = frozenset({"src", "srcset", "srcdoc", "action", "formaction", "data", "poster", "ping", "base"})
_OUTSIDE_STYLE = re.compile(
    r"\\|@import|@font-face|@namespace|expression\s*\(|javascript:|image-set\s*\(|cross-fade\s*\(|image\s*\("
    r"|\bsrc\s*\(|url\s*\(\s*(?:['\"]\s*)?(?!#|[\s'\"])",
    re.IGNORECASE,
)
"""What makes a style fetch something; a backslash can spell any of it otherwise."""


def fault_of_picture(file: Path) -> tuple[str, Message] | None:
    """The code and message of what is wrong with a picture, or None when it can be shown."""
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        return "J143", say("a photo is a png, jpg, webp or svg file; save the picture as one of these")
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST_PICTURE + 1)
    except OSError as error:
        return "J142", say("the picture cannot be read: %(reason)s", reason=error.strerror)
    if len(raw) > LARGEST_PICTURE:
        return "J143", say("the picture is larger than %(size)s MB", size=LARGEST_PICTURE >> 20)
    if ending == ".svg":
        return _fault_of_svg(raw)
    if not raw.startswith(_STARTS[ending]) or (ending == ".webp" and raw[8:12] != b"WEBP"):
        return "J143", say("what is in the file is no %(kind)s picture", kind=ending[1:])
    return None


def _fault_of_svg(raw: bytes) -> tuple[str, Message] | None:
    if re.search(rb"<!(DOCTYPE|ENTITY)", raw, re.IGNORECASE) or b"<?xml-stylesheet" in raw:
        return (
            "J144",
            say("the svg has a document type, entities or a stylesheet of its own; save it as plain SVG"),
        )
    try:
        text = raw.decode("utf-8-sig")
        root = ET.fromstring(text)  # noqa: S314 - entities and document types are refused above
    except (ET.ParseError, ValueError, RecursionError):
        return "J143", say("what is in the file is no svg picture in UTF-8")
    if root.tag != f"{{{_SVG}}}svg":
        return "J143", say("what is in the file is no svg picture")
    for element in root.iter():
        if reason := _active(element):
            return "J144", reason
    return None


def _active(element: ET.Element) -> Message | None:
    namespace, tag = _split(element.tag)
    if namespace in _FOREIGN and not (namespace == _SVG and tag in _DRAWING):
        return say("the svg has an element <%(tag)s>; save it without", tag=tag.lower())
    if tag.lower() == "style" and _OUTSIDE_STYLE.search("".join(element.itertext())):
        return say("the svg has a style that loads something from outside; save it without")
    return next((reason for item in element.attrib.items() if (reason := _active_attribute(*item))), None)


def _active_attribute(name: str, value: str) -> Message | None:
    namespace, local = _split(name.lower())
    if local.startswith("on"):
        return say('the svg has a handler "%(name)s"; save it without', name=local)
    is_fetched = local in _FETCHING or (local == "href" and not value.strip().startswith("#"))
    is_style = namespace in ("", _SVG)
    if is_fetched or (is_style and _OUTSIDE_STYLE.search(value)):
        return say("the svg has a reference to something outside; save it without")
    return None


def _split(name: str) -> tuple[str, str]:
    """Namespace (empty: none) and local name."""
    namespace, _, local = name.rpartition("}")
    return namespace.removeprefix("{"), local
