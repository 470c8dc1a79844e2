"""Well-known mistakes in YAML: what stands there, what to type instead, and the line as it was meant."""

import re
from dataclasses import dataclass, replace

import yaml

from mkdocs_journeys.definitions.edits import fix_of_line
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.yaml_tree import Trouble

_LINE = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[^\s:#\"'\[\]{},][^:#\"']*?):(?:[ \t]+|$))?(?P<value>.*)"
)
_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/:])")
_WIDE_COLON = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+)[ \t]*(?P<colon>\N{FULLWIDTH COLON}\s*)")
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?P<after>[^\s#].*)")
_COMMENT = re.compile(r"[ \t]+#(?=\s|$)")
_COLON_WORD = re.compile(r":(?:\s|$)")
_SPECIAL = ("[[", "*", "%", "@", "`", "&", "!", "- ", "? ")
_BLOCK = re.compile(r"[|>](?![-+0-9]*\s*(?:#.*)?$)")
_FLOW_ITEM = re.compile(r"(?<=[\[{,:])(?P<space>\s*)(?P<value>[%@`*][^,\[\]{}]*)")
_FLOW_COMMENT = re.compile(
    r"(?:[\[{,]|:\s)\s*(?P<value>[^\s,:\[\]{}\"'#][^,:\[\]{}\"'#]*\s#[^\W_][^,\[\]{}]*)"
)


@dataclass(frozen=True)
class Mistake:
    """A trouble and, where it is known what was meant, the whole text with its line `repaired`.

    `value_at` is the line and column (from 0) of the repaired value.
    """

    trouble: Trouble
    repaired: str | None = None

    @property
    def value_at(self) -> tuple[int, int]:
        """Where the repaired value begins."""
        return self.trouble.line, self.trouble.column


@dataclass(frozen=True)
class _Repair:
    trouble: Trouble
    line: str


def explain(text: str, error: yaml.YAMLError) -> Mistake:
    """What is wrong where reading `text` stopped with `error`."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Mistake(Trouble("J102", "the front matter holds a character that cannot be read", 0, 0))
    lines = text.split("\n")
    context = getattr(error, "context_mark", None)
    suspects = _suspects(mark, context, len(lines))
    for look in (_tab, _no_space, _wide_colon, _value):
        for number in suspects:
            if (repair := look(lines[number], number)) is not None:
                fix = fix_of_line(number + 1, lines[number], repair.line)
                lines[number] = repair.line
                return Mistake(replace(repair.trouble, fix=fix), "\n".join(lines))
    return Mistake(_general(error, mark, context, lines))


def _suspects(mark: yaml.Mark, context: yaml.Mark | None, count: int) -> list[int]:
    """Lines to look at: where reading stopped, the one before it, and where the part began."""
    candidates = [mark.line, mark.line - 1, context.line if context else mark.line]
    return [line for line in dict.fromkeys(candidates) if 0 < line < count]


def _tab(line: str, number: int) -> _Repair | None:
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" not in lead:
        return None
    trouble = Trouble("J125", "a tab stands in the indentation; use spaces", number, lead.index("\t"))
    return _Repair(trouble, lead.replace("\t", "  ") + line[len(lead) :])


def _no_space(line: str, number: int) -> _Repair | None:
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    at = match.end()
    key = match["key"]
    message = f'a space is missing after the colon: "{key}: {short(line[at:].strip())}"'
    trouble = Trouble("J102", message, number, match.start("key"), len(key) + 1)
    return _Repair(trouble, f"{line[:at]} {line[at:]}")


def _wide_colon(line: str, number: int) -> _Repair | None:
    match = _WIDE_COLON.match(line)
    if match is None:
        return None
    value = line[match.end() :].rstrip()
    message = say(
        'the colon after a key is the narrow one: "%(line)s"', line=f"{match['key']}: {short(value)}".rstrip()
    )
    trouble = Trouble("J102", message, number, match.start("colon"), len(match["colon"].rstrip()))
    return _Repair(trouble, f"{line[: match.end('key')]}: {value}".rstrip())


def _value(line: str, number: int) -> _Repair | None:
    match = _LINE.fullmatch(line.rstrip())
    if match is None or not match["value"]:
        return None
    value, comment = _before_comment(match["value"])
    repair = _mended_value(line, number, value, match.start("value"))
    return repair and replace(repair, line=repair.line + comment)


def _before_comment(value: str) -> tuple[str, str]:
    """A value and the comment behind it; what stands in quotation marks at its start is no comment."""
    quoted = _QUOTED.match(value)
    comment = _COMMENT.search(value, quoted.start("after") if quoted else 0)
    if comment is None or not value[: comment.start()] or (value[0] in "\"'" and quoted is None):
        return value, ""
    return value[: comment.start()], value[comment.start() :]


def _mended_value(line: str, number: int, value: str, at: int) -> _Repair | None:
    found = next(
        filter(
            None, (look(value) for look in (_special, _text_after_quote, _colon, _flow_comment, _flow_item))
        ),
        None,
    )
    if found is None:
        return None
    code, message, start, length, meant = found
    trouble = Trouble(
        code,
        f"{message}: {short(in_quotes(value))}" if meant is None else message,
        number,
        at + start,
        length,
    )
    return _Repair(trouble, line[:at] + (meant or in_quotes(value)))


_Found = tuple[str, str, int, int, str | None]
"""Code, message, start in the value, length, and the value as meant (None: in quotes)."""


def _special(value: str) -> _Found | None:
    special = next((start for start in _SPECIAL if value.startswith(start)), None)
    if special is None and _BLOCK.match(value):
        special = value[0]
    if special is None:
        return None
    code = "J109" if special in "&!" else "J110"
    return code, f"a value that starts with {special.strip()} needs quotation marks", 0, len(value), None


def _text_after_quote(value: str) -> _Found | None:
    match = _QUOTED.fullmatch(value)
    if match is None:
        return None
    message = "text stands after the closing quotation mark; put the whole value in quotation marks"
    return "J126", message, match.start("after"), len(match["after"]), None


def _colon(value: str) -> _Found | None:
    colon = _COLON_WORD.search(value) if value[0] not in "\"'[{|>#" else None
    if colon is None:
        return None
    return "J110", "a colon followed by a space inside a value needs quotation marks", colon.start(), 1, None


def _flow_item(value: str) -> _Found | None:
    """`[web, @home]`: the one value of a list in brackets that needs quotation marks."""
    match = _FLOW_ITEM.search(value) if value[0] in "[{" else None
    if match is None:
        return None
    item = match["value"].rstrip()
    start = match.start("value")
    message = f"a value that starts with {item[0]} needs quotation marks: {short(in_quotes(item))}"
    return "J110", message, start, len(item), value[:start] + in_quotes(item) + value[start + len(item) :]


def _flow_comment(value: str) -> _Found | None:
    """`[Runs #5, Rests]`: what stands behind the number sign is lost, the closing bracket too."""
    match = _FLOW_COMMENT.search(value) if value[0] in "[{" else None
    if match is None:
        return None
    item = match["value"].rstrip()
    start = match.start("value")
    lost = item[item.index(" #") + 1 :]
    message = (
        f'"{short(lost)}" is read as a comment and lost; put the whole value in quotation marks: '
        f'"{short(item)}"'
    )
    return "J118", message, start, len(item), value[:start] + in_quotes(item) + value[start + len(item) :]


def in_quotes(value: str) -> str:
    """`value` in quotation marks, so that YAML reads it as typed."""
    if value[:1] in "\"'" and '"' in value:
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _general(error: yaml.YAMLError, mark: yaml.Mark, context: yaml.Mark | None, lines: list[str]) -> Trouble:
    reason = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    line = min(mark.line, len(lines) - 1)
    if (
        "quoted scalar" in reason
        and ("end of stream" in reason or "document indicator" in reason)
        and context
    ):
        return Trouble("J102", "this quotation mark is never closed", context.line, context.column)
    message = next((text for part, text in _REASONS if part in reason), None)
    if "flow" in reason and context and message is None:
        return _bracket(context, mark, lines)
    return Trouble("J102", message or _UNKNOWN, line, mark.column)


_UNKNOWN = "this line does not fit the lines above it; look at its indentation, colon and quotation marks"
_REASONS = (
    ("escape character", "a backslash inside double quotation marks; use single ones, or write \\\\"),
    ("'-' indicator", "a list item was expected here: the lines of a list start with - "),
    (
        "mapping values are not allowed",
        (
            "a colon followed by a space makes a key here, but the text above it is a value already; put the "
            "whole value in quotation marks, or give the key an indentation of its own"
        ),
    ),
    ("node content", "a value is missing here: there is nothing between two commas"),
)


def _bracket(context: yaml.Mark, mark: yaml.Mark, lines: list[str]) -> Trouble:
    """A list in brackets is to be closed on its line, whatever was read behind it."""
    opening = lines[context.line][context.column : context.column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "]")
    message = (
        f'the closing "{closing}" or a comma is missing; text with a comma, a colon or a bracket in it '
        "needs quotation marks"
    )
    at = mark if mark.line == context.line else context
    return Trouble("J102", message, at.line, at.column)
