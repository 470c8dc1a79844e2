"""The tables of a Markdown file."""

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_journeys.definitions import Place, say
from mkdocs_journeys.exchange.importing.remarks import Remarks
from mkdocs_journeys.exchange.importing.table import Cell, Table

LARGEST = 250_000
"""Characters of a Markdown file; more would take too long to read."""

_LONGEST = 2_000
"""Characters of a name or heading."""


def markdown_tables(text: str, path: str, remarks: Remarks) -> list[Table]:
    """Every table, with the heading above it as its title."""
    if "|" not in text:
        return []
    lines = text.split("\n")
    heading: str | None = None
    tables: list[Table] = []
    tokens = _parser().parse(text[:LARGEST])
    if len(text) > LARGEST:
        place = Place(path, text.count("\n", 0, LARGEST) + 1)
        remarks.warn(place, say("this file is too large; what follows is left out"))
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = without_marks(tokens[index + 1].content)
        elif token.type == "table_open":
            end = next(n for n in range(index, len(tokens)) if tokens[n].type == "table_close")
            tables.append(Table(path, list(_rows(tokens[index:end], lines)), heading))
    return tables


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable("inline")


def _rows(tokens: list[Token], lines: list[str]) -> Iterator[list[Cell]]:
    row: list[Cell] = []
    line, column = 0, 0
    for token in tokens:
        if token.type == "tr_open":
            row, line, column = [], (token.map or [line])[0], 0
        elif token.type == "inline":
            found = lines[line].find(token.content, column) if line < len(lines) else -1
            column = max(found, column)
            row.append(Cell(token.content, line + 1, column + 1))
            column += len(token.content)
        elif token.type == "tr_close":
            yield row


def without_marks(text: str) -> str:
    """`text` without emphasis, code marks and links."""
    return "".join(_texts(_inline().parseInline(text[:_LONGEST])[0].children or [])).strip()


@cache
def _inline() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 20})


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline", "image"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"} or token.content.lower().startswith("<br"):
            yield "\n"
