"""Lists whose lines have no dashes: YAML folds them into one text, and nobody is told."""

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


def _is_folded(name: str, key: Node | None, value: Node, shape: Shape, source: Source) -> bool:
    if key is None or value.faulty or not isinstance(value.value, str) or not spans_lines(value, source):
        return False
    takes_text = shape.items == "texts" or SHORT_FORMS.get(name) in ("text", "action")
    has_own_line = not source.lines[key.line][: key.column].strip(" -")
    may_be_meant = source.lines[value.line].startswith(_STYLED, value.column) or not has_own_line
    return not may_be_meant and (shape.items == "names" or (takes_text and value.line > key.line))


def _finding(way: Way, value: Node, shape: Shape, source: Source) -> Finding:
    message = say(
        'these lines are read as one text; for several, start each line with a dash: "%(meant)s"; for one, '
        "put it in quotation marks",
        meant=short(f"- {source.lines[value.line][value.column :].strip()}"),
    )
    finding = source.finding("J129", placed(message, way, source), *way)
    return finding.with_fix(dashes_fix(value, source) if shape.items == "names" else None)
