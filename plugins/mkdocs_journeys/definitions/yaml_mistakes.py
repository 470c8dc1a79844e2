"""Well-known mistakes in YAML: what stands there, what to type instead, and the line as it was meant."""

import re
from dataclasses import dataclass

import yaml

from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.yaml_tree import Trouble, needs_quotes

_LINE = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[^\s:#\"'\[\]{},][^:#\"']*?):(?:[ \t]+|$))?(?P<value>.*)"
)
_NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?=[^\s/:])")
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?P<after>[^\s#].*)")
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
        return Mistake(Trouble("J102", say("there is a character here that cannot be read"), 0, 0))
    lines = text.split("\n")
    context = getattr(error, "context_mark", None)
    suspects = _suspects(mark, context, len(lines))
    for look in (_tab, _no_space, _value):
        for number in suspects:
            if (repair := look(lines[number], number)) is not None:
                lines[number] = repair.line
                return Mistake(repair.trouble, "\n".join(lines))
    return Mistake(_general(error, mark, context, lines))


def _suspects(mark: yaml.Mark, context: yaml.Mark | None, count: int) -> list[int]:
    """Lines to look at: where reading stopped, the one before it, and where the part began."""
    candidates = [mark.line, mark.line - 1, context.line if context else mark.line]
    return [line for line in dict.fromkeys(candidates) if 0 < line < count]


def _tab(line: str, number: int) -> _Repair | None:
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" not in lead:
        return None
    message = say("a tab stands at the start of this line; type two spaces for each level in its place")
    trouble = Trouble("J125", message, number, lead.index("\t"))
    return _Repair(trouble, lead.replace("\t", "  ") + line[len(lead) :])


def _no_space(line: str, number: int) -> _Repair | None:
    match = _NO_SPACE.match(line)
    if match is None:
        return None
    at = match.end()
    key = match["key"]
    meant = short(f"{key}: {line[at:].strip()}")
    message = say('a space is missing after the colon: "%(meant)s"', meant=meant)
    trouble = Trouble("J102", message, number, match.start("key"), len(key) + 1)
    return _Repair(trouble, f"{line[:at]} {line[at:]}")


def _value(line: str, number: int) -> _Repair | None:
    match = _LINE.fullmatch(line.rstrip())
    if match is None or not match["value"]:
        return None
    value, at = match["value"], match.start("value")
    found = next(
        filter(
            None, (look(value) for look in (_special, _text_after_quote, _colon, _flow_comment, _flow_item))
        ),
        None,
    )
    if found is None:
        return None
    code, message, start, length, meant = found
    return _Repair(Trouble(code, message, number, at + start, length), line[:at] + meant)


_Found = tuple[str, Message, int, int, str]
"""Code, message, start in the value, length, and the value as meant."""


def _special(value: str) -> _Found | None:
    special = next((start for start in _SPECIAL if value.startswith(start)), None)
    if special is None and _BLOCK.match(value):
        special = value[0]
    if special is None:
        return None
    code = "J109" if special in "&!" else "J110"
    meant = _in_quotes(value)
    return code, needs_quotes(special.strip(), meant), 0, len(value), meant


def _text_after_quote(value: str) -> _Found | None:
    match = _QUOTED.fullmatch(value)
    if match is None:
        return None
    meant = _in_quotes(value)
    message = say(
        "text stands after the closing quotation mark; put the whole text in quotation marks: %(meant)s",
        meant=short(meant),
    )
    return "J126", message, match.start("after"), len(match["after"]), meant


def _colon(value: str) -> _Found | None:
    colon = _COLON_WORD.search(value) if value[0] not in "\"'[{|>#" else None
    if colon is None:
        return None
    meant = _in_quotes(value)
    message = say("text with a colon and a space in it needs quotation marks: %(meant)s", meant=short(meant))
    return "J110", message, colon.start(), 1, meant


def _flow_item(value: str) -> _Found | None:
    """`[web, @home]`: the one value of a list in brackets that needs quotation marks."""
    match = _FLOW_ITEM.search(value) if value[0] in "[{" else None
    if match is None:
        return None
    item = match["value"].rstrip()
    start = match.start("value")
    message = needs_quotes(item[0], _in_quotes(item))
    return "J110", message, start, len(item), value[:start] + _in_quotes(item) + value[start + len(item) :]


def _flow_comment(value: str) -> _Found | None:
    """`[Runs #5, Rests]`: what stands behind the number sign is lost, the closing bracket too."""
    match = _FLOW_COMMENT.search(value) if value[0] in "[{" else None
    if match is None:
        return None
    item = match["value"].rstrip()
    start = match.start("value")
    lost = item[item.index(" #") + 1 :]
    message = say(
        '"%(lost)s" is taken for a comment and lost; put the whole text in quotation marks: "%(meant)s"',
        lost=short(lost), meant=short(item),
    )  # fmt: skip
    return "J118", message, start, len(item), value[:start] + _in_quotes(item) + value[start + len(item) :]


def _in_quotes(value: str) -> str:
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
        message = say("this quotation mark is never closed; type another one at the end of the text")
        return Trouble("J102", message, context.line, context.column)
    known = next((text for part, text in _REASONS if part in reason), None)
    if "flow" in reason and context and known is None:
        return _bracket(context, mark, lines)
    return Trouble("J102", known or _UNKNOWN, line, mark.column)


_UNKNOWN = say(
    "this line does not fit the lines above it; look at the spaces at its start, its colon and its quotation "
    "marks"
)
_REASONS = (
    ("escape character", say("a backslash stands in double quotation marks; use single ones, or write \\\\")),
    ("'-' indicator", say("this line does not stand below the one it belongs to, or lacks its dash")),
    (
        "mapping values are not allowed",
        say("a colon with a space stands in a text that began above; put the whole text in quotation marks"),
    ),
    ("node content", say("there is nothing between two commas here; delete one of them")),
)


def _bracket(context: yaml.Mark, mark: yaml.Mark, lines: list[str]) -> Trouble:
    """A list in brackets is to be closed on its line, whatever was read behind it."""
    opening = lines[context.line][context.column : context.column + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "]")
    message = say(
        'the closing "%(closing)s" or a comma is missing; text with a comma, a colon or a bracket in it '
        "needs quotation marks",
        closing=closing,
    )
    at = mark if mark.line == context.line else context
    return Trouble("J102", message, at.line, at.column)
