"""YAML as a tree of texts, lists and mappings in which every part knows its place.

Built from the parser's events and not by `yaml.compose`: no scalar is converted (`NO` stays text), nothing
recurses, and anchors, aliases, tags and repeated keys are seen before they do harm.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

import yaml

from mkdocs_journeys.definitions.edits import Fix
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.ids import normalise
from mkdocs_journeys.definitions.keys import FIRST_KEYS, LISTS
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.unmeant_texts import (
    DASH,
    GLUED_COLON,
    GLUED_DASHES,
    GLUED_IN_BRACES,
    GLUED_PAIR,
    NO_DASH,
    NO_NAME_KEY,
    ODD_SPACE_BEFORE_COLON,
    OPEN_BRACKET,
    OPEN_QUOTE,
    begins_like_a_list,
    dash_below,
    ends_oddly,
    is_glued_key,
    is_name_above_keys,
    line_before,
    takes_in_keys,
)

DEEPEST = 16
MOST_NODES = 20_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOST_COMMENT = re.compile(r"(?<=\S)[ \t]+#(?=[^\W_])")
_OTHER_LINE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
"""Line breaks to YAML, but to nobody else: lines end at LF."""


class Node:
    """A value with its place: `line` and `column` count from 0, `start` and `end` are offsets in the text.

    `faulty`: something was found here already, and the value is a guess at what was meant. `lost` names the
    keys of a mapping whose values were wrong and are gone or made up (`*` in a list: items), so that nothing
    that follows from their absence is a second finding.
    """

    __slots__ = ("column", "end", "faulty", "keys", "line", "lost", "start", "value")

    def __init__(self, value: "str | list[Node] | dict[str, Node]", event: Any) -> None:
        mark = event.start_mark
        self.value = value
        self.line: int = mark.line
        self.column: int = mark.column
        self.start: int = mark.index
        self.end: int = event.end_mark.index
        self.keys: dict[str, Node] = {}
        self.faulty = False
        self.lost: frozenset[str] = frozenset()

    @property
    def length(self) -> int:
        """Characters to mark below the value."""
        return max(1, self.end - self.start)


@dataclass(frozen=True)
class Trouble:
    """Something in the text that YAML reads in a way nobody meant, at a line and column counted from 0."""

    code: str
    message: Message
    line: int
    column: int
    length: int = 1
    fix: Fix | None = None
    is_sure: bool = False
    """Whether the fix is right whatever the words of the line are."""


class Unreadable(Exception):
    """The text cannot be read further; carries all troubles so far."""

    def __init__(self, troubles: list[Trouble]) -> None:
        super().__init__(troubles[-1].message)
        self.troubles = troubles


@dataclass
class Tree:
    """The root node (None for an empty text) and the troubles found on the way."""

    root: Node | None = None
    troubles: list[Trouble] = field(default_factory=list)


def read_tree(text: str, mended: frozenset[tuple[int, int]] = frozenset()) -> Tree:
    """The tree of `text`; values that begin at a line and column of `mended` are faulty.

    Errors: `Unreadable` for depth and size, `yaml.YAMLError` for syntax.
    """
    return _Builder(text.translate(_OTHER_LINE_BREAKS), mended).build()


def empty_tree() -> Node | None:
    """The tree of a front matter in which nothing stands."""
    return read_tree("{}").root


class _Builder:
    def __init__(self, text: str, mended: frozenset[tuple[int, int]]) -> None:
        self.text = text
        self.mended = mended
        self.tree = Tree()
        self.open: list[Node] = []
        self.key: Node | None = None
        self.holders: list[Node | None] = []
        """The key under which each open part stands."""

        self.scalars: list[Node] = []
        self.count = 0
        self.restarted: set[int] = set()

    def build(self) -> Tree:
        for event in yaml.parse(self.text, Loader=_LOADER):
            self._take(event)
        self._find_lost_comments()
        return self.tree

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._add_scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._open(Node({}, event), event)
        elif kind is yaml.SequenceStartEvent:
            self._open(Node([], event), event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._add_alias(event)
        elif kind is yaml.DocumentStartEvent and event.explicit:
            message = say("--- with text behind it ends nothing; write --- alone on its line")
            self._stop("J102", message, event)

    def _add_scalar(self, event: Any) -> None:
        node = Node(event.value, event)
        if event.anchor is not None or event.tag is not None:
            self._look_at_properties(event, node)
        if event.style is None or event.style in "\"'":
            self._look_for_more(node, is_long=event.end_mark.line > node.line)
        self.scalars.append(node)
        self._add(node)

    def _look_for_more(self, node: Node, *, is_long: bool) -> None:
        """A text that was meant to be more than one: a list, a key and its value, or several of these."""
        if self.text[node.start : node.start + 1] in ('"', "'"):
            if is_long and takes_in_keys(self.text, node.start, node.end):
                raise _misread(OPEN_QUOTE, node.line, node.column)
        elif not self._is_flow() and is_glued_key(self.text, node.start, self._holder()):
            raise _misread(GLUED_COLON, node.line, node.column)
        elif is_long:
            self._look_for_dashes(node)

    def _is_flow(self) -> bool:
        """Whether what is open stands in brackets or braces."""
        return bool(self.open) and self.text[self.open[-1].start : self.open[-1].start + 1] in ("[", "{")

    def _holder(self) -> str | None:
        """The key of the innermost list that is open, or of the value that comes next."""
        is_list = bool(self.open) and isinstance(self.open[-1].value, list)
        key = self.holders[-1] if is_list else self.key
        return None if key is None else str(key.value)

    def _look_for_dashes(self, node: Node) -> None:
        """A text of several lines that was meant to be a list."""
        if begins_like_a_list(self.text, node.start, node.end):
            raise _misread(GLUED_DASHES, node.line, node.column)
        if self.key is not None and self.key.value == "steps":
            meant = short(f"- {self.text[node.start : node.end].splitlines()[0].strip()}")
            message = say('for several steps, start each line with a dash: "%(meant)s"', meant=meant)
            self._note("J102", message, node)
        if (dash := dash_below(self.text, node.start, node.end)) is not None:
            raise self._misread_dash(dash)

    def _misread_dash(self, dash: int) -> yaml.MarkedYAMLError:
        """The fault of a dash within a text: its own, or that of a bracket above it that is never closed."""
        if self._is_flow():
            first = next(node for node in self.open if self.text[node.start] in "[{")
            lead = line_before(self.text, first.start)
            if len(line_before(self.text, dash)) <= len(lead) - len(lead.lstrip(" -")):
                return _misread(OPEN_BRACKET, first.line, first.column)
        return _misread(DASH, *_position(self.text, dash))

    def _add_alias(self, event: Any) -> None:
        node = Node(f"*{event.anchor}", event)
        self._note("J109", needs_quotes("*", f'"*{event.anchor}"'), node)
        self._add(node)

    def _open(self, node: Node, event: Any) -> None:
        if len(self.open) >= DEEPEST:
            self._stop("J119", say("there are too many levels here, one inside the other"), event)
        self._look_at_properties(event, node)
        if isinstance(node.value, list) and self.text.startswith("[[", node.start):
            self._needs_quotes(node)
        holder = self.key
        self._add(node)
        self.open.append(node)
        self.holders.append(holder)

    def _close(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark.index
        self.holders.pop()
        if node.faulty and self.text.startswith("[[", node.start):
            node.value = self.text[node.start : node.end]

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            self._stop_at("J119", say("there is too much in this file; make two files of it"), node)
        if self.mended and (node.line, node.column) in self.mended:
            node.faulty = True
        if not self.open:
            self.tree.root = node
            return
        parent = self.open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif isinstance(parent.value, dict):
            self._add_to_mapping(parent, parent.value, node)

    def _add_to_mapping(self, parent: Node, mapping: dict[str, Node], node: Node) -> None:
        if self.key is None:
            self.key = self._checked_key(parent, node)
            return
        name = str(self.key.value)
        if node.start == node.end and self.text[parent.start] == "{":
            self._look_for_glued_pair(self.key)
        if not self._is_merge(self.key) and name not in mapping:
            mapping[name] = node
            parent.keys[name] = self.key
        self.key = None

    def _look_for_glued_pair(self, key: Node) -> None:
        """`{to:exit}`: to YAML, a key without a value."""
        if self.text[key.start] not in "\"'" and GLUED_PAIR.match(self.text, key.start, key.end):
            raise _misread(GLUED_IN_BRACES, key.line, key.column)

    def _checked_key(self, parent: Node, key: Node) -> Node:
        if not isinstance(key.value, str):
            raise _misread(OPEN_BRACKET, key.line, key.column)
        if not key.value.isascii():
            if self.text[key.start].isspace():
                raise _misread("another space", key.line, key.column)
            if ends_oddly(self.text[key.start : key.end]):
                raise _misread(ODD_SPACE_BEFORE_COLON, key.line, key.column)
            key.value = normalise(key.value)
        if self._is_merge(key):
            message = say('"<<" is not used in definitions; write out what it stands for')
            self._note("J109", message, key)
        elif key.value in parent.keys:
            self._repeated_key(parent, key, key.value)
        elif not parent.keys and self._stands_for_a_name(parent, key):
            raise _misread(NO_NAME_KEY, key.line, key.column)
        return key

    def _stands_for_a_name(self, parent: Node, key: Node) -> bool:
        """`- Pays:` with the step's keys below it."""
        holder = self.holders[-2 if self._is_in_list() else -1] if self._is_item(parent) else None
        first = None if holder is None else FIRST_KEYS.get(str(holder.value))
        return first is not None and is_name_above_keys(self.text, key.start, key.end, first)

    def _repeated_key(self, parent: Node, key: Node, name: str) -> None:
        """A key that is given twice, or with which another item begins."""
        first, values = parent.keys[name], {"key": short(name), "line": parent.keys[name].line + 1}
        begins = name == next(iter(parent.keys)) and self._is_item(parent)
        if begins and self._line_from(key.start) != self._line_from(first.start):
            if len(parent.keys) > 1 or not self._is_in_list():
                raise self._without_dash(parent, key)
            self.restarted.add(id(parent))
            parent.lost |= {"id", "steps"}
            message = say(
                '"%(key)s" is given twice here, first in line %(line)s; if another one begins here, put '
                'a dash before it: "- %(key)s: ..."',
                **values,
            )
            self._note("J108", message, key)
        elif id(parent) not in self.restarted:
            message = say('"%(key)s" is given twice here, first in line %(line)s; keep one', **values)
            self._note("J108", message, key)

    def _is_item(self, parent: Node) -> bool:
        """Whether the part that is open is an item of a list, or stands alone in the place of one."""
        is_block = self.text[parent.start] != "{" and len(self.open) > 1
        holder = self.holders[-1]
        return is_block and (self._is_in_list() or (holder is not None and holder.value in LISTS))

    def _is_in_list(self) -> bool:
        return len(self.open) > 1 and isinstance(self.open[-2].value, list)

    def _without_dash(self, parent: Node, key: Node) -> yaml.MarkedYAMLError:
        """The fault of an item that begins without its dash: the one at `key`, or the first of all."""
        at = key if self._is_in_list() else parent
        return _misread(NO_DASH, at.line, at.column)

    def _line_from(self, start: int) -> str:
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].strip()

    def _is_merge(self, key: Node) -> bool:
        """Whether a key is YAML's `<<`; in quotation marks it is a key like any other."""
        return key.value == "<<" and self.text[key.start] == "<"

    def _look_at_properties(self, event: Any, node: Node) -> None:
        if event.anchor is not None:
            message = say(
                '"&%(word)s" at the start of a text is lost; put the whole text in quotation marks',
                word=short(event.anchor),
            )
            self._note("J109", message, node, length=len(event.anchor) + 1)
        if event.tag is not None:
            message = say(
                '"%(word)s" at the start of a text is lost; put the whole text in quotation marks',
                word=short(event.tag),
            )
            self._note("J109", message, node)

    def _needs_quotes(self, node: Node) -> None:
        line_end = self.text.find("\n", node.start)
        line = self.text[node.start : line_end if line_end >= 0 else None]
        inside = line[: line.find("]]") + 2] if "]]" in line else "[["
        self._note("J110", needs_quotes("[[", f'"{inside}"'), node, length=len(inside))

    def _note(self, code: str, message: Message, node: Node, length: int | None = None) -> None:
        node.faulty = True
        self.tree.troubles.append(
            Trouble(code, message, node.line, node.column, min(length or node.length, 40))
        )

    def _stop(self, code: str, message: Message, event: Any) -> None:
        self._stop_at(code, message, Node("", event))

    def _stop_at(self, code: str, message: Message, node: Node) -> None:
        self._note(code, message, node)
        raise Unreadable(self.tree.troubles)

    def _find_lost_comments(self) -> None:
        starts = [node.start for node in self.scalars]
        for match in _LOST_COMMENT.finditer(self.text):
            at = match.end() - 1
            index = bisect_right(starts, at) - 1
            before = self.scalars[index] if index >= 0 else None
            if before is not None and at < before.end:
                continue
            if not line_before(self.text, at).lstrip().startswith("#"):
                self._lost_comment(at, before)

    def _lost_comment(self, at: int, before: Node | None) -> None:
        lost = self.text[at:].partition("\n")[0].rstrip()
        if before is not None and isinstance(before.value, str) and "\n" not in self.text[before.end : at]:
            before.value = f"{before.value} {lost}".strip()
            before.faulty = True
        line, column = _position(self.text, at)
        message = say(
            '"%(lost)s" is taken for a comment and lost; put the whole text in quotation marks (for a '
            "comment, put a space after #)",
            lost=short(lost),
        )
        self.tree.troubles.append(Trouble("J118", message, line, column, len(lost)))


def needs_quotes(start: str, meant: str) -> Message:
    """What is said about a text whose start means something else; `meant` is the text in quotation marks."""
    return say(
        "text that starts with %(start)s needs quotation marks: %(meant)s", start=start, meant=short(meant)
    )


def _misread(problem: str, line: int, column: int) -> yaml.MarkedYAMLError:
    """What is no error to YAML, but was surely meant otherwise."""
    return yaml.MarkedYAMLError(problem=problem, problem_mark=yaml.Mark("", 0, line, column, "", 0))


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def plain(node: Node) -> Any:
    """The tree below `node` as text, lists and mappings."""
    value = node.value
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    return {key: plain(item) for key, item in value.items()}
