"""The outline of a page that templates made: its headings, for the table of contents."""

import html
import re
from collections.abc import Iterator

from mkdocs_journeys.pages.page import Heading

_HEADING = re.compile(r'<h([2-3])\b[^>]*?\bid="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_HIDDEN = re.compile(r"<a class=\"headerlink\".*?</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def outline(content: str) -> tuple[Heading, ...]:
    """The second- and third-level headings with an id in our own HTML; the third ones under their second."""
    found: list[Heading] = []
    for heading in _headings(content):
        if heading.level == 3 and found:
            above = found[-1]
            found[-1] = Heading(2, above.id, above.text, (*above.children, heading))
        else:
            found.append(heading)
    return tuple(found)


def _headings(content: str) -> Iterator[Heading]:
    for level, anchor, inner in _HEADING.findall(content):
        text = html.unescape(_TAG.sub("", _HIDDEN.sub("", inner)))
        yield Heading(int(level), html.unescape(anchor), " ".join(text.split()))
