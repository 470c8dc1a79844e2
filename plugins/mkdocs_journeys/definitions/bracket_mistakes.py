"""Well-known mistakes within brackets and braces: a comma that is missing, a colon, a bracket too many."""

import re
from collections.abc import Iterator, Sequence

import yaml

from mkdocs_journeys.definitions.edits import fix_of_line
from mkdocs_journeys.definitions.findings import short
from mkdocs_journeys.definitions.keys import KEYS
from mkdocs_journeys.definitions.messages import say
from mkdocs_journeys.definitions.quoting import in_quotes
from mkdocs_journeys.definitions.repairs import Repair, replaced
from mkdocs_journeys.definitions.yaml_tree import Trouble

_REST = re.compile(r":[^\[\]{},]*")


def in_brackets(lines: Sequence[str], mark: yaml.Mark) -> Iterator[Repair]:
    """What may have been meant where reading a value in brackets stopped."""
    if not 0 < mark.line < len(lines) or mark.column >= len(lines[mark.line]):
        return
    line = lines[mark.line]
    if line[mark.column] == ":":
        yield _no_comma_before_key(line, mark) or _colon_in_item(line, mark)
    elif line[mark.column] in "\"'{[" and line[: mark.column].strip():
        yield _no_comma(line, mark, mark.column)


def _no_comma_before_key(line: str, mark: yaml.Mark) -> Repair | None:
    """`{at: looks share: 0.5}`."""
    space, key = line[: mark.column].rpartition(" ")[1:]
    return _no_comma(line, mark, mark.column - len(key)) if space and key in KEYS else None


def _no_comma(line: str, mark: yaml.Mark, at: int) -> Repair:
    trouble = Trouble("J102", say("a comma is missing before this"), mark.line, at)
    end = len(line[:at].rstrip())
    return replaced(trouble, line, end, at, ", ")


def _colon_in_item(line: str, mark: yaml.Mark) -> Repair:
    """`{why: no: never}`."""
    start = 1 + max(line.rfind(each, 0, mark.column) for each in "[{,:")
    start += len(line[start : mark.column]) - len(line[start : mark.column].lstrip())
    rest = _REST.match(line, mark.column)
    end = mark.column + 1 if rest is None else len(line[: rest.end()].rstrip())
    meant = in_quotes(line[start:end])
    message = say("text with a colon and a space in it needs quotation marks: %(meant)s", meant=short(meant))
    trouble = Trouble("J110", message, mark.line, mark.column)
    repair = replaced(trouble, line, start, end, meant)
    return Repair(trouble, repair.lines, repair.shifts, ((mark.line, start),))


def too_many(lines: Sequence[str], mark: yaml.Mark) -> Repair | None:
    """`[retail, web]]`: a bracket that closes nothing."""
    line = lines[mark.line] if 0 < mark.line < len(lines) else ""
    mark_there = line[mark.column : mark.column + 1]
    if not mark_there or mark_there not in "]}" or not line[: mark.column].rstrip().endswith(("]", "}")):
        return None
    message = say('there is one "%(bracket)s" too many here; delete it', bracket=mark_there)
    mended = line[: mark.column] + line[mark.column + 1 :]
    trouble = Trouble("J102", message, mark.line, mark.column, 1, fix_of_line(mark.line + 1, line, mended))
    return replaced(trouble, line, mark.column, mark.column + 1, "")
