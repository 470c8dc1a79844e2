"""From the text of a file to its front matter as a tree, its body, and every trouble with either."""

import re
from dataclasses import dataclass

import yaml

from mkdocs_journeys.definitions.yaml_tree import Node, Tree, Trouble, Unreadable, read_tree

LARGEST = 256 * 1024
MOST_REPAIRS = 20
_END = re.compile(r"(?m)^---[ \t]*$")
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[^\s:#\"'\[\]{},][^:#\"']*?):[ \t]+)?(?P<value>.*)")
_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/:])")
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?P<after>[^\s#].*)")
_COLON_WORD = re.compile(r":(?:\s|$)")
_SPECIAL = ("[[", "*", "%", "@", "`", "&", "!")


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
        trouble = Trouble("J101", 'a definition starts with a line "---", then its front matter; this file does not', 0, 0)
        return FrontMatter(None, text, 1, (trouble,))
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
    found: list[Trouble] = []
    for _ in range(MOST_REPAIRS):
        try:
            tree = read_tree(text)
        except Unreadable as unreadable:
            return Tree(None, [*found, unreadable.trouble])
        except yaml.YAMLError as error:
            trouble, repaired = _explain(text, error)
            found.append(trouble)
            if repaired is None or repaired == text:
                return Tree(None, found)
            text = repaired
        else:
            mended = {trouble.line for trouble in found}
            tree.troubles[:0] = found
            tree.troubles = [t for t in tree.troubles if t in found or t.line not in mended]
            return tree
    return Tree(None, found)


def _explain(text: str, error: yaml.YAMLError) -> tuple[Trouble, str | None]:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Trouble("J102", "the front matter holds a character that cannot be read", 0, 0), None
    lines = text.split("\n")
    context = getattr(error, "context_mark", None)
    for number in _suspects(mark, context, len(lines)):
        if (found := _mistake(lines[number], number)) is not None:
            trouble, line = found
            return trouble, None if line is None else "\n".join([*lines[:number], line, *lines[number + 1 :]])
    return _general(error, mark, context, lines), None


def _suspects(mark: yaml.Mark, context: yaml.Mark | None, count: int) -> list[int]:
    """Lines to look at: where reading stopped, the one before it, and where the part began."""
    candidates = [mark.line, mark.line - 1, context.line if context else mark.line]
    return [line for line in dict.fromkeys(candidates) if 0 <= line < count]


def _mistake(line: str, number: int) -> tuple[Trouble, str | None] | None:
    """The well-known mistake in `line`, if any, with the line as it was meant."""
    return _tab(line, number) or _no_space(line, number) or _value(line, number)


def _tab(line: str, number: int) -> tuple[Trouble, str] | None:
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" not in lead:
        return None
    trouble = Trouble("J125", "a tab stands in the indentation; use spaces", number, lead.index("\t"))
    return trouble, lead.replace("\t", "  ") + line[len(lead) :]


def _no_space(line: str, number: int) -> tuple[Trouble, str] | None:
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    at = match.end()
    key = match["key"]
    message = f'a space is missing after the colon: "{key}: {line[at : at + 30].strip()}"'
    return Trouble("J102", message, number, match.start("key"), len(key) + 1), f"{line[:at]} {line[at:]}"


def _value(line: str, number: int) -> tuple[Trouble, str] | None:
    match = _LINE.fullmatch(line.rstrip())
    if match is None or not match["value"]:
        return None
    value, at = match["value"], match.start("value")
    meant = line[:at] + _in_quotes(value)
    if special := next((start for start in _SPECIAL if value.startswith(start)), None):
        code = "J109" if special in "&!" else "J110"
        message = f"a value that starts with {special} needs quotation marks: {_in_quotes(value)}"
        return Trouble(code, message, number, at, len(value)), meant
    if after := _QUOTED.fullmatch(value):
        message = f"text stands after the closing quotation mark; put the whole value in quotation marks: {_in_quotes(value)}"
        return Trouble("J126", message, number, at + after.start("after"), len(after["after"])), meant
    if value[0] not in "\"'[{|>#" and (colon := _COLON_WORD.search(value)):
        message = f"a colon followed by a space inside a value needs quotation marks: {_in_quotes(value)}"
        return Trouble("J110", message, number, at + colon.start(), 1), meant
    return None


def _in_quotes(value: str) -> str:
    if value[:1] in "\"'" and '"' in value:
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _general(error: yaml.YAMLError, mark: yaml.Mark, context: yaml.Mark | None, lines: list[str]) -> Trouble:
    reason = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    if "quoted scalar" in reason and "end of stream" in reason and context:
        return Trouble("J102", "this quotation mark is never closed", context.line, context.column)
    if "escape character" in reason:
        return Trouble(
            "J102", "a backslash inside double quotation marks; use single ones, or write \\\\", mark.line, mark.column
        )
    if "flow" in reason and context:
        closing = "]" if "sequence" in reason else "}"
        message = (
            f'a comma or the closing "{closing}" is missing before this place; text with a comma, a colon or '
            "a bracket needs quotation marks"
        )
        return Trouble("J102", message, min(mark.line, len(lines) - 1), mark.column)
    if "'-' indicator" in reason:
        return Trouble("J102", "a list item was expected here: the lines of a list start with - ", mark.line, mark.column)
    if "found character" in reason:
        return Trouble("J110", "a value that starts with this character needs quotation marks", mark.line, mark.column)
    return Trouble(
        "J102", "this line does not fit the lines above it; look at its indentation, colon and quotation marks",
        min(mark.line, len(lines) - 1), mark.column,
    )  # fmt: skip
