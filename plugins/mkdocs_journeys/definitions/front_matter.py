"""From the text of a file to its front matter as a tree, its body, and every trouble with either."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from mkdocs_journeys.definitions.messages import Message, say
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

_NEARLY = re.compile(r"\s*[-\u2010-\u2015\u2212\uff0d]{1,8}\s*")
"""A line of dashes that is not quite `---`."""

_TEXT = re.compile(r"#{1,6} \S|[^\s#\-\]}][^:]*(?:$|:(?=\S))|[^\s#\-\]}:]+ [^:]*:")
"""A line that begins the free text: a heading, or words that are no key."""

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
        message = _no_first_line(first, rest)
        return FrontMatter(None, text, 1, (Trouble("J101", message, 0, 0, max(1, len(first))),))
    end = _END.search(rest)
    if end is None:
        message = _no_second_line(rest.split("\n"))
        trouble = Trouble("J101", message, 0, 0, 3)
        return FrontMatter(None, "", 1, (trouble,))
    front = rest[: end.start()]
    body = rest[end.end() + 1 :]
    if len(front) > LARGEST:
        message = say(
            "there are more than %(size)s KB between the two lines ---; make two files of it",
            size=LARGEST >> 10,
        )
        trouble = Trouble("J119", message, 0, 0, 3)
        return FrontMatter(None, body, 1, (trouble,))
    tree = _read("\n" + front)
    return FrontMatter(tree.root, body, front.count("\n") + 3, tuple(tree.troubles))


def _no_first_line(first: str, rest: str) -> Message:
    if _NEARLY.fullmatch(first):
        return say('this line has to be "---": three plain dashes and nothing else')
    if not first.strip() and rest.lstrip().startswith("---"):
        return say('the line "---" has to be the first one; delete the empty lines above it')
    return say(
        'the first line of this file has to be "---", below it come lines such as title: ..., then a second '
        'line "---"'
    )


def _no_second_line(lines: Sequence[str]) -> Message:
    for number, line in enumerate(lines):
        if _NEARLY.fullmatch(line):
            return say(
                'a second line "---" is missing; line %(line)s has to be three plain dashes and nothing else',
                line=number + 2,
            )
        if number and not lines[number - 1].strip() and _TEXT.match(line):
            return say(
                'a second line "---" is missing; write it above line %(line)s, where the text begins',
                line=number + 2,
            )
    return say('a second line "---" is missing; write it below the last of the lines such as title: ...')


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
            _put_back(tree.root, found)
            others = [trouble for trouble in tree.troubles if trouble.line not in mended]
            return Tree(tree.root or empty_tree(), [*_troubles(found), *others])
    return Tree(None, _troubles(found))


def _put_back(root: Node | None, mistakes: list[Mistake]) -> None:
    """Place what repairs moved where it was typed."""
    shifts = [mistake.shifts for mistake in reversed(mistakes) if mistake.shifts]
    for node in _nodes(root) if shifts and root is not None else ():
        for lines in shifts:
            start, moved = lines.get(node.line, (0, 0))
            if node.column >= start + moved:
                node.column -= moved


def _nodes(root: Node) -> Iterator[Node]:
    """Every value and key of a tree."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.keys.values()
        if not isinstance(node.value, str):
            waiting += node.value if isinstance(node.value, list) else node.value.values()


def _troubles(mistakes: list[Mistake]) -> list[Trouble]:
    """What was found; of a line that was repaired again and again because its place is wrong, the first."""
    found: list[Trouble] = []
    for mistake in mistakes:
        if mistake.trouble.code != "J102" or all(mistake.trouble.line != other.line for other in found):
            found.append(mistake.trouble)
    return found


def _with_last(found: list[Mistake], last: Mistake) -> list[Trouble]:
    """All troubles, without a last one that is only an echo of a repair."""
    lines = [mistake.trouble.line for mistake in found]
    is_echo = any(line <= last.trouble.line <= line + NEAR for line in lines)
    return _troubles(found if is_echo else [*found, last])
