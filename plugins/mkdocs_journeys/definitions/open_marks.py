"""Marks that are opened and never closed: quotation marks, brackets and braces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs_journeys.definitions.levels import BEGINS, FARTHEST, indent_of, lead_of, next_line
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.repairs import Repair, replaced
from mkdocs_journeys.definitions.yaml_tree import Trouble

_OPEN_QUOTE = re.compile(
    r"\s*(?:-\s+)*(?:[^\s:#\"'\[\]{},][^:#\"']*?:[ \t]+)?(?P<quote>\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$"
)
_VALUE = re.compile(r"\s*(?:-\s+)*(?:[^\s:#\"'\[\]{},][^:#\"']*?:[ \t]+)?(?=[\[{])")
_FLOW = re.compile(
    r"(?P<comment>(?:^|(?<=\s))#(?!\w).*)|(?P<bracket>[\[\]{}])|(?P<comma>,)|(?P<space>\s+)|"
    r"(?:^|(?<=[\[{,:\s]))(?:(?P<quoted>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')|(?P<quote>[\"'].*))|"
    r"[^\[\]{},\"'#\s]+|."
)
_END_OF_ITEM = re.compile(r",(?=\s*[A-Za-z_]+:\s)|(?<![\]}])[\]}]+(?:\s*,)?\s*$")
_ONE_TEXT = re.compile(r"\{\s*(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?:\s#.*)?")
"""A brace before one text in quotation marks: no key stands in it."""

_CLOSING = {"[": "]", "{": "}"}
_DEEPEST = 50


def open_quote(lines: Sequence[str], last: int) -> Repair | None:
    """A quotation mark that is not closed on its line, although the next line begins something else."""
    for number in range(last, max(0, last - FARTHEST), -1):
        match = _OPEN_QUOTE.match(lines[number])
        column = _open_quote_in_brackets(lines[number]) if match is None else match.start("quote")
        if column is not None and _is_last_of_its_kind(lines, number):
            return quote_at(lines, number, column)
    return None


def _is_last_of_its_kind(lines: Sequence[str], number: int) -> bool:
    """Whether something else begins on the next line."""
    after = next_line(lines, number)
    return (
        after is not None
        and BEGINS.match(lines[after]) is not None
        and indent_of(lines[after]) <= len(lead_of(lines[number]))
    )


def quote_at(lines: Sequence[str], number: int, column: int) -> Repair | None:
    """The quotation mark at `column` closed at the end of its line, or where its item in brackets ends."""
    line = lines[number]
    if column >= len(line) or line[column] not in "\"'":
        return None
    end = len(line.rstrip())
    if _VALUE.match(line) is not None and (item := _END_OF_ITEM.search(line, column)) is not None:
        end = item.start()
    message = say("this quotation mark is never closed; type another one at the end of the text")
    text = line[column + 1 : end].replace("\\", " ").replace('"', " ").replace("'", " ")
    return replaced(Trouble("J102", message, number, column), line, column, end, f'"{text}"')


def _open_quote_in_brackets(line: str) -> int | None:
    value = _VALUE.match(line)
    tokens = _FLOW.finditer(line, value.end()) if value else ()
    return next((token.start() for token in tokens if token["quote"]), None)


@dataclass(frozen=True)
class _Open:
    """The bracket to blame, as line and column, what closes it where, and where all begin that are open."""

    line: int
    column: int
    guesses: tuple[tuple[int, int], ...]
    closing: str
    at_line: int
    at_column: int
    at_end: bool
    wrong: str = ""
    """What stands in the place of what closes it."""


def open_bracket(lines: Sequence[str], last: int) -> Repair | None:
    """A bracket or brace that is not closed before something else begins."""
    for number in range(last, max(0, last - FARTHEST), -1):
        value = _VALUE.match(lines[number])
        if value is not None and not lines[number].startswith("[[", value.end()):
            found = _find_open(lines, number, value.end())
            return None if found is None else _closed(lines, found)
    return None


def _closed(lines: Sequence[str], found: _Open) -> Repair:
    line, at = lines[found.at_line], found.at_column
    trouble = Trouble("J102", _never_closed(lines, found), found.line, found.column)
    if found.at_end and (text := _ONE_TEXT.fullmatch(line, found.column)) is not None:
        repair = Repair(trouble, {found.line: f"{line[: found.column]} {line[found.column + 1 :]}"})
        return replace(repair, guesses=((found.line, text.start("text")),))
    meant = line[:at] + found.closing + line[at + len(found.wrong) :]
    shifts = {found.at_line: (at, len(found.closing) - len(found.wrong))}
    return Repair(trouble, {found.at_line: meant}, shifts, found.guesses)


def _never_closed(lines: Sequence[str], found: _Open) -> Message:
    """What is said of a bracket that is closed nowhere, or by one of another kind."""
    marks = {"opening": lines[found.line][found.column], "closing": found.closing}
    if found.wrong:
        return say(
            'this "%(opening)s" is closed by "%(wrong)s"; type "%(closing)s" there instead',
            wrong=found.wrong, **marks,
        )  # fmt: skip
    if found.at_end:
        return say(
            'this "%(opening)s" is never closed; type "%(closing)s" at the end of the line, or, if this is '
            "one text, put all of it in quotation marks",
            **marks,
        )
    return say('this "%(opening)s" is never closed; type "%(closing)s" where it ends', **marks)


def _find_open(lines: Sequence[str], first: int, start: int) -> _Open | None:
    """The bracket of the value at `first` and `start` that is never closed, if there is one."""
    stack: list[_Bracket] = []
    comma: tuple[int, int] | None = None
    end = (first, start)
    for number, token in _tokens(lines, first, start):
        mark, at = token["bracket"], (number, token.start())
        if mark in _CLOSING:
            if comma is not None and stack and stack[-1][0] == mark == "{":
                return _open(stack, "}", comma)
            stack.append((mark, at))
        elif mark is not None and _CLOSING[stack[-1][0]] != mark:
            is_meant = all(_CLOSING[opening] != mark for opening, _ in stack)
            return replace(_open(stack, _CLOSING[stack[-1][0]], at), wrong=mark if is_meant else "")
        elif mark is not None:
            stack.pop()
        if not 0 < len(stack) <= _DEEPEST:
            return None
        comma = at if token["comma"] else None
        end = (number, token.end())
    return _open(stack, "".join(_CLOSING[mark] for mark, _ in reversed(stack)), end, at_end=True)


_Bracket = tuple[str, tuple[int, int]]
"""A bracket that is open, and its line and column."""


def _open(stack: Sequence[_Bracket], closing: str, at: tuple[int, int], *, at_end: bool = False) -> _Open:
    line, column = stack[-1][1]
    return _Open(line, column, tuple(place for _, place in stack), closing, *at, at_end and at[0] == line)


def _tokens(lines: Sequence[str], first: int, start: int) -> Iterator[tuple[int, re.Match[str]]]:
    """What stands in the lines of a value in brackets, each with its line; no spaces and comments."""
    for number in _flow_lines(lines, first):
        for token in _FLOW.finditer(lines[number], start if number == first else 0):
            if not token["comment"] and not token["space"]:
                yield number, token


def _flow_lines(lines: Sequence[str], first: int) -> Sequence[int]:
    """The lines that a value in brackets may take: up to one that begins something else."""
    farthest = len(lead_of(lines[first]))
    for below in range(first + 1, min(len(lines), first + FARTHEST)):
        if BEGINS.match(lines[below]) and indent_of(lines[below]) <= farthest:
            return range(first, below)
    return range(first, min(len(lines), first + FARTHEST))
