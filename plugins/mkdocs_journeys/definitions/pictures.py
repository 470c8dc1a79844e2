"""Pictures beside definitions: only what a page may show without running anything or asking another host."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

LARGEST_PICTURE = 5 << 20
_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
ENDINGS = (*_STARTS, ".svg")
_ACTIVE = frozenset({
    "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener", "set",
    "animate", "animatemotion", "animatetransform", "animatecolor", "discard", "meta", "link", "base",
    "image", "feimage",
})  # fmt: skip
_OUTSIDE_STYLE = re.compile(
    r"@import|@font-face|expression\s*\(|javascript:|url\s*\(\s*['\"]?\s*(?!#)", re.IGNORECASE
)
_ESCAPED_STYLE = re.compile(r"\\")


def fault_of_picture(file: Path) -> tuple[str, str] | None:
    """The code and message of what is wrong with a picture, or None when it can be shown."""
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        return "J143", f"a photo is a png, jpg, webp or svg file, not {ending or 'this'}"
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST_PICTURE + 1)
    except OSError as error:
        return "J142", f"the picture cannot be read: {error.strerror}"
    if len(raw) > LARGEST_PICTURE:
        return "J143", f"the picture is larger than {LARGEST_PICTURE >> 20} MB"
    if ending == ".svg":
        return _fault_of_svg(raw)
    if not raw.startswith(_STARTS[ending]) or (ending == ".webp" and raw[8:12] != b"WEBP"):
        return "J143", f"the file is not a {ending[1:]} picture"
    return None


def _fault_of_svg(raw: bytes) -> tuple[str, str] | None:
    if re.search(rb"<!(DOCTYPE|ENTITY)", raw, re.IGNORECASE) or b"<?xml-stylesheet" in raw:
        return (
            "J144",
            "the svg has a document type, entities or a stylesheet of its own; save it as plain SVG",
        )
    try:
        text = raw.decode("utf-8-sig")
        root = ET.fromstring(text)  # noqa: S314 - entities and document types are refused above
    except (ET.ParseError, ValueError, RecursionError):
        return "J143", "the file is not an svg picture in UTF-8"
    if _local(root.tag) != "svg":
        return "J143", "the file is not an svg picture"
    for element in root.iter():
        if reason := _active(element):
            return "J144", f"the svg {reason}; save it without"
    return None


def _active(element: ET.Element) -> str | None:
    tag = _local(element.tag)
    if tag in _ACTIVE:
        return f"has an element <{tag}>"
    if tag == "style" and _outside_style("".join(element.itertext())):
        return "has a style that loads something from outside"
    return next((reason for item in element.attrib.items() if (reason := _active_attribute(*item))), None)


def _active_attribute(name: str, value: str) -> str | None:
    local = _local(name)
    if local.startswith("on"):
        return f'has a handler "{local}"'
    if local in ("href", "src") and not value.strip().startswith("#"):
        return "has a reference to something outside"
    if _outside_style(value):
        return "has a reference to something outside"
    return None


def _outside_style(value: str) -> bool:
    return _OUTSIDE_STYLE.search(value) is not None or (
        "url" in value and _ESCAPED_STYLE.search(value) is not None
    )


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()
