"""From the text of a file to its front matter as a tree, its body, and every trouble with either."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.definitions.edits import Fix, fix_of_line
from mkdocs_journeys.definitions.front_matter_end import (
    PlausibleEnd,
    first_of_more_lines,
    is_nearly_a_rule,
    plausible_end,
)
from mkdocs_journeys.definitions.keys import LISTS
from mkdocs_journeys.definitions.mended_reading import read_mended
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.yaml_tree import Node, Trouble

LARGEST = 128 * 1024
"""Characters of a front matter."""

_END = re.compile(r"(?m)^---[ \t]*$")
_MAY_END = re.compile(r"\n(?:[ \t]*\n\S|[^\w\s])")
"""What a text that follows upon a front matter has: an empty line above it, or a mark at its start."""


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
    if first.rstrip() == "---":
        return _read_below(rest)
    if is_nearly_a_rule(first):
        return _with_trouble(_read_below(rest), _NO_RULE, 0, first, fix_of_line(1, first, "---"))
    return _with_trouble(FrontMatter(None, text, 1, ()), _no_first_line(first, rest), 0, first)


def _read_below(rest: str) -> FrontMatter:
    """What stands below the first line."""
    end = _END.search(rest)
    if end is None:
        return _not_closed(rest)
    front = _read(rest[: end.start()], rest[end.end() + 1 :], 1)
    if front.troubles and (closed := _closed_before(rest, end.start(), front)) is not None:
        return closed
    return _closed_too_early(rest, end, front) or front


def _closed_too_early(rest: str, end: re.Match[str], front: FrontMatter) -> FrontMatter | None:
    """The front matter with the lines below its second `---`, if they go on with it up to a third.

    The `---` between them is read as an empty line. A list leaves no doubt, whatever else is wrong with it.
    """
    key = first_of_more_lines(rest[end.end() + 1 :])
    last = None if key is None else _END.search(rest, end.end())
    if key is None or last is None:
        return None
    whole = _read(rest[: end.start()] + rest[end.end() : last.start()], rest[last.end() + 1 :], 1)
    if whole.root is None or (key not in LISTS and len(whole.troubles) > len(front.troubles)):
        return None
    line = rest[: end.start()].count("\n") + 1
    message = say(
        'the second "---" ends what is read, and your "%(key)s" stands below it; delete this line', key=key
    )
    return _with_trouble(whole, message, line, end[0], fix_of_line(line + 1, end[0], ""))


def _closed_before(rest: str, end: int, front: FrontMatter) -> FrontMatter | None:
    """The front matter that ends above a text, if that is why it has so many faults.

    The `---` behind it is then a line in the text.
    """
    if _MAY_END.search(rest, 0, end) is None:
        return None
    plausible = plausible_end(rest[:end].split("\n"), only_apart=True)
    if plausible is None:
        return None
    other = _ending_at(plausible, rest.split("\n"))
    is_better = other.root is not None and len(other.troubles) <= len(front.troubles)
    return other if is_better else None


def _not_closed(rest: str) -> FrontMatter:
    """A front matter without its second line, read up to where it plausibly ends."""
    lines = rest.split("\n")
    if (end := plausible_end(lines)) is not None:
        return _ending_at(end, lines)
    last = max((number for number, line in enumerate(lines) if line.strip()), default=-1)
    return _with_trouble(_read(rest, "", 0), _NOT_CLOSED, last + 1, lines[last])


def _ending_at(end: PlausibleEnd, lines: Sequence[str]) -> FrontMatter:
    front = "".join(f"{line}\n" for line in lines[: end.line])
    read = _read(front, "\n".join(lines[end.line + end.is_rule :]), int(end.is_rule))
    message = _WRONG_RULE if end.is_rule else _TEXT_BEGINS
    line = lines[end.line]
    fix = fix_of_line(end.line + 2, line, "---") if end.is_rule else None
    return _with_trouble(read, message, end.line + 1, line, fix)


def _with_trouble(
    front: FrontMatter, message: Message, number: int, line: str, fix: Fix | None = None
) -> FrontMatter:
    trouble = Trouble("J101", message, number, 0, max(1, len(line.rstrip())), fix)
    return replace(front, troubles=(trouble, *front.troubles))


_NO_RULE = say('this line has to be "---": three plain dashes and nothing else')
_NOT_CLOSED = say(
    'a second line "---" is missing; write it below this line, the last of those such as title: ...'
)
_WRONG_RULE = say('a second line "---" is missing; this line has to be three plain dashes and nothing else')
_TEXT_BEGINS = say('a second line "---" is missing; write it above this line, where the text begins')


def _read(front: str, body: str, between: int) -> FrontMatter:
    """Read what stands between the two lines; `between` lines stand between it and the body."""
    body_line = front.count("\n") + between + 2
    if len(front) > LARGEST:
        message = say(
            "there are more than %(size)s KB between the two lines ---; make two files of it",
            size=LARGEST >> 10,
        )
        return FrontMatter(None, body, body_line, (Trouble("J119", message, 0, 0, 3),))
    tree = read_mended(f"\n{front}")
    return FrontMatter(tree.root, body, body_line, tuple(tree.troubles))


def _no_first_line(first: str, rest: str) -> Message:
    if not first.strip() and rest.lstrip().startswith("---"):
        return say('the line "---" has to be the first one; delete the empty lines above it')
    return say(
        'the first line of this file has to be "---", below it come lines such as title: ..., then a second '
        'line "---"'
    )
