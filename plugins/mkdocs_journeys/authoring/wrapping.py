"""Text in lines of a terminal's width, in any of our scripts."""

import re
from collections.abc import Iterator

from mkdocs_journeys.definitions.findings import columns_of

_OPENING = "（《〈「『“【"
_CLOSING = "，。、：；！？）》〉」』”】…"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_PIECE = re.compile(rf"[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_OPENING}{_CLOSING}]+)?[{_CLOSING}]*\s*")
"""What stays together: a word or one Chinese character, and punctuation that may not begin or end a line."""


def wrapped(text: str, width: int, margin: str = "") -> str:
    """`text` in lines of at most `width` columns, `margin` included; a longer word has its own line."""
    return "\n".join(f"{margin}{line}" for line in _lines(" ".join(text.split()), width - len(margin)))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in filter(None, _PIECE.findall(text)):
        if line and columns_of(line) + columns_of(piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()
