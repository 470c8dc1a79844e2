"""Reading a front matter in spite of its mistakes: each is noted, and its line read as it was meant."""

from collections.abc import Iterator, Sequence

import yaml

from mkdocs_journeys.definitions.repairs import Shifts, moved_column, typed_column, typed_trouble
from mkdocs_journeys.definitions.yaml_mistakes import Mistake, explain
from mkdocs_journeys.definitions.yaml_tree import Node, Tree, Trouble, Unreadable, empty_tree, read_tree

MOST_REPAIRS = 50
MOST_READ = 512 * 1024
"""Characters that are read again and again while a front matter is repaired."""

MOST_GROWTH = 1000
"""Characters by which repairs may lengthen a front matter: quotation marks within quotation marks double."""

NEAR = 2
"""Lines below a repaired one in which a fault that nobody can name is taken for its echo."""


def read_mended(text: str) -> Tree:
    """The tree of `text` as far as it can be read, with all troubles at their places in it."""
    return _Reading(text).read()


class _Reading:
    """A text on its way to being read.

    `shifts`: what each repair moved, in order. `guesses`: where values begin that were only guessed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.longest = 2 * len(text) + MOST_GROWTH
        self.times = min(MOST_REPAIRS, 1 + MOST_READ // len(text))
        self.found: list[Trouble] = []
        self.shifts: list[Shifts] = []
        self.guesses: frozenset[tuple[int, int]] = frozenset()

    def read(self) -> Tree:
        for _ in range(self.times):
            try:
                tree = read_tree(self.text, self.guesses)
            except Unreadable as unreadable:
                return Tree(None, [*_once_a_line(self.found), *self._as_typed(unreadable.troubles)])
            except yaml.YAMLError as error:
                mistake = explain(self.text, error)
                if not self._mend(mistake):
                    return Tree(None, _with_last(self.found, *self._as_typed([mistake.trouble])))
            else:
                return self._whole(tree)
        return Tree(None, _once_a_line(self.found))

    def _mend(self, mistake: Mistake) -> bool:
        """Note a mistake and read on without it; whether that can be done."""
        repaired = mistake.repaired
        if repaired is None or repaired == self.text or len(repaired) > self.longest:
            return False
        self.found += self._as_typed([mistake.trouble])
        moved = {(line, moved_column(line, column, mistake.shifts)) for line, column in self.guesses}
        self.guesses = frozenset(moved | mistake.guesses)
        self.shifts.append(mistake.shifts)
        self.text = repaired
        return True

    def _whole(self, tree: Tree) -> Tree:
        mended = {trouble.line for trouble in self.found}
        if tree.root is not None:
            self._put_back(tree.root)
        others = [trouble for trouble in self._as_typed(tree.troubles) if trouble.line not in mended]
        return Tree(tree.root or empty_tree(), [*_once_a_line(self.found), *others])

    def _put_back(self, root: Node) -> None:
        """Place what repairs moved where it was typed."""
        lines = set[int]().union(*self.shifts)
        for node in _nodes(root) if lines else ():
            if node.line in lines:
                node.column = typed_column(node.line, node.column, self.shifts)

    def _as_typed(self, troubles: Sequence[Trouble]) -> list[Trouble]:
        return [typed_trouble(trouble, self.shifts) for trouble in troubles]


def _nodes(root: Node) -> Iterator[Node]:
    """Every value and key of a tree."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.keys.values()
        if not isinstance(node.value, str):
            waiting += node.value if isinstance(node.value, list) else node.value.values()


def _once_a_line(troubles: Sequence[Trouble]) -> list[Trouble]:
    """What was found; of a line that was repaired again and again because its place is wrong, the first."""
    found: list[Trouble] = []
    for trouble in troubles:
        if trouble.code != "J102" or all(trouble.line != other.line for other in found):
            found.append(trouble)
    return found


def _with_last(found: Sequence[Trouble], last: Trouble) -> list[Trouble]:
    """All troubles, without a last one that is only an echo of a repair."""
    is_echo = any(trouble.line <= last.line <= trouble.line + NEAR for trouble in found)
    return _once_a_line(found if is_echo else [*found, last])
