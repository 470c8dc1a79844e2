"""From the text of a file to its front matter as a tree, its body, and every trouble with either."""

import re
from dataclasses import dataclass

import yaml

from mkdocs_journeys.definitions.yaml_mistakes import Mistake, explain
from mkdocs_journeys.definitions.yaml_tree import Node, Tree, Trouble, Unreadable, empty_tree, read_tree

LARGEST = 128 * 1024
"""Characters of a front matter."""

MOST_REPAIRS = 50
MOST_READ = 512 * 1024
"""Characters that are read again and again while a front matter is repaired."""

MOST_GROWTH = 1000
"""Characters by which repairs may lengthen a front matter: quotation marks within quotation marks double."""

NEAR = 2
"""Lines below a repaired one in which a fault that nobody can name is taken for its echo."""

_END = re.compile(r"(?m)^---[ \t]*$")


@dataclass(frozen=True)
class FrontMatter:
    """The front matter's tree, the body, the line (from 1) where the body begins, and the troubles found."""

    root: Node | None
    body: str
    body_line: int
    troubles: tuple[Trouble, ...]


def read_front_matter(text: str) -> FrontMatter:
    """Split `text` and read its front matter as far as it can be read. Lines of troubles count from 0."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        message = 'a definition starts with a line "---", then its front matter; this file does not'
        return FrontMatter(None, text, 1, (Trouble("J101", message, 0, 0, max(1, len(first))),))
    end = _END.search(rest)
    if end is None:
        trouble = Trouble("J101", 'the front matter is not closed; write a line "---" under it', 0, 0, 3)
        return FrontMatter(None, "", 1, (trouble,))
    front = rest[: end.start()]
    body = rest[end.end() + 1 :]
    if len(front) > LARGEST:
        trouble = Trouble("J119", f"this front matter is larger than {LARGEST // 1024} KB", 0, 0, 3)
        return FrontMatter(None, body, 1, (trouble,))
    tree = _read("\n" + front)
    return FrontMatter(tree.root, body, front.count("\n") + 3, tuple(tree.troubles))


def _read(text: str) -> Tree:
    """Read, and where a line has a well-known mistake, note it, read the line as it was meant, and go on."""
    found: list[Mistake] = []
    longest = 2 * len(text) + MOST_GROWTH
    for _ in range(min(MOST_REPAIRS, 1 + MOST_READ // len(text))):
        try:
            tree = read_tree(text, frozenset(mistake.value_at for mistake in found))
        except Unreadable as unreadable:
            return Tree(None, [*_troubles(found), *unreadable.troubles])
        except yaml.YAMLError as error:
            mistake = explain(text, error)
            if mistake.repaired is None or mistake.repaired == text or len(mistake.repaired) > longest:
                return Tree(None, _with_last(found, mistake))
            found.append(mistake)
            text = mistake.repaired
        else:
            mended = {mistake.trouble.line for mistake in found}
            others = [trouble for trouble in tree.troubles if trouble.line not in mended]
            return Tree(tree.root or empty_tree(), [*_troubles(found), *others])
    return Tree(None, _troubles(found))


def _troubles(mistakes: list[Mistake]) -> list[Trouble]:
    return [mistake.trouble for mistake in mistakes]


def _with_last(found: list[Mistake], last: Mistake) -> list[Trouble]:
    """All troubles, without a last one that is only an echo of a repair."""
    lines = [mistake.trouble.line for mistake in found]
    is_echo = any(line <= last.trouble.line <= line + NEAR for line in lines)
    return _troubles(found if is_echo else [*found, last])
