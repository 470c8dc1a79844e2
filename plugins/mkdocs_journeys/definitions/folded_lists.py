"""Lists that YAML reads as one text, and nobody is told: without dashes, or with wide commas."""

from collections.abc import Iterator

from mkdocs_journeys.definitions.fault_findings import placed
from mkdocs_journeys.definitions.findings import Finding, short
from mkdocs_journeys.definitions.fixes import dashes_fix, spans_lines
from mkdocs_journeys.definitions.keys import SHORT_FORMS
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.shapes import Shape
from mkdocs_journeys.definitions.source import Source
from mkdocs_journeys.definitions.ways import Way
from mkdocs_journeys.definitions.yaml_tree import Node

_STYLED = ("'", '"', "|", ">")
"""What a text begins with whose lines were surely meant to be one."""


def folded_lists(source: Source) -> Iterator[Finding]:
    """A warning (J129) for each list of texts or names that is one plain text over several lines.

    A text that begins behind its key and goes on below is a long sentence; a name is never that long.
    Lists of ids and of steps are errors of their own.
    """
    waiting: list[tuple[Way, Node, Shape]] = [] if source.root is None else [((), source.root, source.shape)]
    while waiting:
        way, node, shape = waiting.pop()
        if isinstance(node.value, list):
            waiting += (((*way, index), item, shape) for index, item in enumerate(node.value))
        elif isinstance(node.value, dict):
            for key, value in node.value.items():
                inner = shape.within(key)
                waiting.append(((*way, key), value, inner))
                if _is_folded(key, node.keys.get(key), value, inner, source):
                    yield _finding((*way, key), value, inner, source)
                elif _takes_texts(key, inner) and (text := _in_brackets(value, source)) is not None:
                    yield _with_wide_comma((*way, key), text, source)


def _is_folded(name: str, key: Node | None, value: Node, shape: Shape, source: Source) -> bool:
    if key is None or value.faulty or not isinstance(value.value, str) or not spans_lines(value, source):
        return False
    takes_text = shape.items == "texts" or SHORT_FORMS.get(name) in ("text", "action")
    has_own_line = not source.lines[key.line][: key.column].strip(" -")
    may_be_meant = source.lines[value.line].startswith(_STYLED, value.column) or not has_own_line
    return not may_be_meant and (shape.items == "names" or (takes_text and value.line > key.line))


def _takes_texts(name: str, shape: Shape) -> bool:
    """Whether several texts or names may stand under a key."""
    return shape.items in ("texts", "names") or SHORT_FORMS.get(name) in ("text", "action", "name")


def _in_brackets(value: Node, source: Source) -> str | None:
    """What was typed in brackets as one text, though a wide comma stands in it."""
    line = source.lines[value.line] if value.line < len(source.lines) else ""
    typed = line[value.column : value.column + value.length]
    if value.faulty or "\uff0c" not in typed or spans_lines(value, source):
        return None
    if isinstance(value.value, list):
        is_one = typed[:1] == "[" and len(value.value) == 1 and value.value[0].value == typed[1:-1].strip()
        return typed[1:-1].strip() if is_one else None
    return typed[1:-1].strip() if typed[0] == "\u3010" and typed[-1] == "\u3011" else None


def _with_wide_comma(way: Way, text: str, source: Source) -> Finding:
    parts = (part.strip() for part in text.split("\uff0c"))
    message = say(
        'a wide comma divides nothing, and this is read as one text; for several, write "%(meant)s"; for '
        "one, put it in quotation marks",
        meant=short(f"[{', '.join(filter(None, parts))}]"),
    )
    return source.finding_in("J129", placed(message, way, source), "\uff0c", *way)


def _finding(way: Way, value: Node, shape: Shape, source: Source) -> Finding:
    message = say(
        'these lines are read as one text; for several, start each line with a dash: "%(meant)s"; for one, '
        "put it in quotation marks",
        meant=short(f"- {source.lines[value.line][value.column :].strip()}"),
    )
    finding = source.finding("J129", placed(message, way, source), *way)
    return finding.with_fix(dashes_fix(value, source) if shape.items == "names" else None)
