"""A drawing as SVG: matplotlib's renderer draws, then ids go, classes come, and colours become variables."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from xml.etree import ElementTree as ET

from mkdocs_journeys.charts.drawing import CORNERS, Anchor, Drawing, Font, Label, Look, Mark, Outline, Points
from mkdocs_journeys.charts.palette import DARK, FORCED, Ink, colours, css
from mkdocs_journeys.charts.text_layout import clean

SVG = "{http://www.w3.org/2000/svg}"
FONT_FAMILY = "var(--md-text-font-family, system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif)"
FIXED_FAMILY = "Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
_NUMBER = re.compile(r"-?\d+\.\d+")
_SPACE = re.compile(r"\s*([MLQCz])\s*")


@dataclass(frozen=True)
class Root:
    """What the outermost element says: ids start with `prefix`; `alone`: the SVG is a file of its own too.

    `fixed`: its colours and its paper are what they are, for programs that know no style sheets.
    """

    prefix: str = ""
    title: str = ""
    description: str = ""
    alone: bool = False
    fixed: bool = False
    classes: str = "jm-chart"


def to_svg(drawing: Drawing, root: Root) -> bytes:
    """The drawing as SVG, UTF-8, without declaration or document type."""
    drawn = _drawn_elements(drawing)
    element = _root(drawing, root)
    for manner, marks in groupby(drawing.marks, key=_manner):
        children = [child for mark in marks for child in _children(mark, drawn)]
        _append_group(element, _presentation(manner, drawing, root), children)
    return (ET.tostring(element, encoding="unicode").replace(" />", "/>") + "\n").encode()


def _drawn_elements(drawing: Drawing) -> Iterator[ET.Element]:
    """What the renderer drew, in order: a path for an outline, a use for a point, a text for a label."""
    from mkdocs_journeys.charts.renderers import draw_svg  # noqa: PLC0415 - importing matplotlib takes 0.5 s

    file = io.StringIO()
    draw_svg(drawing, file)
    tree = ET.fromstring(file.getvalue())  # noqa: S314 - what the renderer has just written
    wanted = (f"{SVG}path", f"{SVG}use", f"{SVG}text")
    return (element for element in tree.iter() if element.tag in wanted and "id" not in element.attrib)


Manner = tuple[Look, Font | None, Anchor]


def _manner(mark: Mark) -> Manner:
    """What marks have in common that may share a group."""
    return (mark.look, mark.font, mark.anchor) if isinstance(mark, Label) else (mark.look, None, "start")


def _children(mark: Mark, drawn: Iterator[ET.Element]) -> list[ET.Element]:
    match mark:
        case Outline():
            return [_path(mark, next(drawn))]
        case Points():
            return [_point(mark, next(drawn), index) for index in range(len(mark.places))]
        case Label():
            return [_text(mark, next(drawn))]


def _path(mark: Outline, drawn: ET.Element) -> ET.Element:
    element = ET.Element("path", {"d": short(drawn.attrib["d"])})
    if mark.title:
        ET.SubElement(element, "title").text = clean(mark.title)
    return element


def short(data: str) -> str:
    """Path data with coordinates to a tenth of a px and no space that is not needed."""
    rounded = _NUMBER.sub(lambda match: number(float(match[0])), data)
    return _SPACE.sub(r"\1", rounded).replace(" -", "-").strip()


def number(value: float) -> str:
    """A coordinate to a tenth of a px."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _point(mark: Points, drawn: ET.Element, index: int) -> ET.Element:
    x, y = (number(float(drawn.attrib[key])) for key in "xy")
    if mark.shape == "circle":
        element = ET.Element("circle", {"cx": x, "cy": y, "r": number(mark.size / 2)})
    else:
        element = ET.Element("path", {"d": _corners(mark, float(x), float(y))})
    if mark.titles:
        ET.SubElement(element, "title").text = clean(mark.titles[index])
    return element


def _corners(mark: Points, x: float, y: float) -> str:
    corners = [(dx * mark.size, dy * mark.size) for dx, dy in CORNERS[mark.shape]]
    sides = (f"{number(c - a)} {number(d - b)}" for (a, b), (c, d) in pairwise(corners))
    return f"M{number(x + corners[0][0])} {number(y + corners[0][1])}l{' '.join(sides)}z".replace(" -", "-")


def _text(mark: Label, drawn: ET.Element) -> ET.Element:
    place = drawn.attrib["transform"].removeprefix("translate(").removesuffix(")").split()
    x, y = (number(float(value)) for value in place)
    element = ET.Element("text", {"x": x, "y": y})
    element.text = mark.lines[0].rstrip()
    if mark.full:
        ET.SubElement(element, "title").text = mark.full
    for before, line in pairwise(mark.lines):
        if before.endswith(" "):
            ET.SubElement(
                element, "tspan", {"font-size": "0"}
            ).text = " "  # part of the text, not of the centred line
        ET.SubElement(element, "tspan", {"x": x, "dy": number(mark.font.leading)}).text = line.rstrip()
    return element


def _append_group(parent: ET.Element, attributes: dict[str, str], children: list[ET.Element]) -> None:
    """Hang the children under the parent: one with its look upon it, several in a group that has it."""
    if len(children) == 1:
        children[0].attrib = {**attributes, **children[0].attrib}
        parent.append(children[0])
    else:
        ET.SubElement(parent, "g", attributes).extend(children)


def _presentation(manner: Manner, drawing: Drawing, root: Root) -> dict[str, str]:
    """The look as attributes, for every program that shows SVG, and as variables, for browsers."""
    (look, font, anchor), palette = manner, colours(dark=drawing.dark)
    found = {"class": look.classes, "data-persona": look.persona or ""}
    found["fill"] = palette[look.fill] if look.fill else "none"
    if look.stroke:
        found |= {"stroke": palette[look.stroke], "stroke-width": f"{look.width:g}"}
        found["stroke-dasharray"] = " ".join(f"{length:g}" for length in look.dash)
    if look.opacity != 1:
        found["opacity"] = f"{look.opacity:g}"
    if font:
        found |= {"font-size": f"{font.size:g}", "font-weight": "600" if font.bold else ""}
        found["text-anchor"] = anchor if anchor != "start" else ""
    if not root.fixed:
        inks = (("fill", look.fill), ("stroke", look.stroke))
        found["style"] = ";".join(f"{key}:{css(ink)}" for key, ink in inks if ink)
    return {key: value for key, value in found.items() if value}


def _root(drawing: Drawing, root: Root) -> ET.Element:
    width, height = number(drawing.width), number(drawing.height)
    element = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": root.classes})
    element.attrib |= {"viewBox": f"0 0 {width} {height}", "width": width, "height": height}
    element.attrib |= {"stroke-linejoin": "round", "stroke-linecap": "round"}
    if root.title:
        _name(element, root, drawing.lang)
    else:
        element.set("aria-hidden", "true")
    if root.fixed:
        element.set("font-family", FIXED_FAMILY)
        paper = {"width": width, "height": height, "fill": colours(dark=drawing.dark)["paper"]}
        ET.SubElement(element, "rect", paper)
    elif root.alone:
        element.attrib |= {"font-family": "sans-serif", "style": f"font-family:{FONT_FAMILY}"}
        ET.SubElement(element, "style").text = ALONE
    return element


def _name(element: ET.Element, root: Root, lang: str) -> None:
    """A title and a description, tied to the picture by ids that start with the prefix."""
    parts = [("title", root.title), ("desc", root.description)]
    said = [(tag, clean(text)) for tag, text in parts if text]
    element.attrib |= {"role": "img", "lang": lang}
    element.set("aria-labelledby", " ".join(f"{root.prefix}-{tag}" for tag, _ in said))
    for tag, text in said:
        ET.SubElement(element, tag, {"id": f"{root.prefix}-{tag}"}).text = text


def _variables(colours: Mapping[Ink, str]) -> str:
    return "".join(f"--journeys-{ink}:{colour};" for ink, colour in colours.items())


ALONE = (
    f"svg:root{{background:{css('paper')}}}"
    f"@media screen and (prefers-color-scheme:dark){{svg:root{{{_variables(DARK)}}}}}"
    f"@media (forced-colors:active){{svg:root{{{_variables(FORCED)}}}}}"
)
"""Colours of a picture that is opened by itself; on a page the page's variables hold."""
