"""One definition by itself: what is wrong in its file, whatever the others hold."""

from pathlib import Path

from mkdocs_journeys.definitions.base import Kind
from mkdocs_journeys.definitions.files import decode
from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.front_matter import read_front_matter
from mkdocs_journeys.definitions.reader import MODELS
from mkdocs_journeys.definitions.shapes import shape_of
from mkdocs_journeys.definitions.source import Source, nodes_below
from mkdocs_journeys.definitions.trouble_findings import trouble_findings
from mkdocs_journeys.definitions.validation import validate
from mkdocs_journeys.definitions.yaml_tree import Node, plain


def findings_in(text: str, kind: Kind) -> list[Finding]:
    """What is wrong with the characters and the front matter of a definition's text; its path is empty."""
    read = decode(text.encode("utf-8", "surrogatepass"), "")
    if read.text is None:
        return list(read.findings)
    front = read_front_matter(read.text)
    source = Source.of("", Path(), read.text, front, shape_of(MODELS[kind]))
    found = [*read.findings, *trouble_findings(front.troubles, source)]
    return found if front.root is None and front.troubles else [*found, *validate(MODELS[kind], source)[1]]


def is_readable(text: str) -> bool:
    """Whether the front matter of `text` can be read, if with repairs, so that all that is wrong is known."""
    return read_front_matter(text).root is not None


def values_in(text: str) -> object:
    """All that the front matter of `text` says, as texts, lists and mappings; None where there is trouble."""
    front = read_front_matter(text)
    return None if front.root is None or front.troubles else plain(front.root)


def lines_of_long_texts(text: str) -> frozenset[int]:
    """The lines (from 0) of `text` that a text of several lines takes, where blanks may have a meaning."""
    root = read_front_matter(text).root
    nodes = nodes_below(root) if root is not None else ()
    breaks = {node: _raw(text, node).count("\n") for node in nodes if isinstance(node.value, str)}
    return frozenset(
        at for node, more in breaks.items() if more for at in range(node.line, node.line + more + 1)
    )


def _raw(text: str, node: Node) -> str:
    """What stands in `text` where `node` is; the front matter was read behind its first line."""
    begin = len(text.partition("\n")[0])
    return text[begin + node.start : begin + node.end]
