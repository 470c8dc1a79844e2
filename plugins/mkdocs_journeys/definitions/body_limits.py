"""Limits of a body: what would keep the Markdown library busy for seconds is refused before it gets there.

The library looks through a whole paragraph for every character that may begin something, so a paragraph costs
its length times the number of such characters.
"""

import re
from collections.abc import Iterator

from mkdocs_journeys.definitions.messages import Message, say

LARGEST_BODY = 100_000
"""Characters of a body: some forty pages."""

MOST_COST = 6_000_000
"""Sum over a body's paragraphs of length times special characters: about half a second."""

DEEPEST_BRACKETS = 40
DEEPEST_QUOTE = 20
MOST_HEADINGS = 400
"""Headings and fences of code blocks."""

_SMALL = 400
"""Characters of a body that is within every limit, whatever it holds."""

_SPECIAL = re.compile(r"[\[\]<(`*_\\&!{]")
_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"(?m)^(?:#|=+[ \t]*$|-+[ \t]*$|`{3}|~{3})")
_QUOTE = re.compile(rf"(?m)^(?:[ \t]*>){{{DEEPEST_QUOTE}}}")
_BRACKET = re.compile(r"[\[\]]")


def beyond_limits(body: str) -> tuple[int, Message] | None:
    """The place (an offset in `body`) of what is too much, and what to say about it; None for a good body."""
    if len(body) > LARGEST_BODY:
        message = say(
            "the text goes on for more than %(count)s characters; make two files of it", count=LARGEST_BODY
        )
        return LARGEST_BODY, message
    if len(body) <= _SMALL:
        return None
    return next(_excesses(body), None)


def _excesses(body: str) -> Iterator[tuple[int, Message]]:
    if quote := _QUOTE.search(body):
        yield quote.start(), say("there are too many > at the start of this line")
    headings = [match.start() for match in _HEADING.finditer(body)]
    if len(headings) > MOST_HEADINGS:
        yield headings[MOST_HEADINGS], say("there are too many headings and code blocks")
    cost = 0
    for paragraph in _PARAGRAPH.finditer(body):
        text = paragraph[0]
        cost += len(text) * sum(1 for _ in _SPECIAL.finditer(text))
        if cost > MOST_COST:
            yield (
                paragraph.start(),
                say("there is too much markup in this text to read it; break it up with empty lines"),
            )
        if text.count("[") > DEEPEST_BRACKETS and _is_deep(text):
            message = say("there are too many opening brackets here that are never closed")
            yield paragraph.start(), message


def is_too_much(text: str) -> bool:
    """Whether one paragraph, such as the text of a field, holds more markup than can be read in a moment."""
    if len(text) <= _SMALL:
        return False
    return len(text) * sum(1 for _ in _SPECIAL.finditer(text)) > MOST_COST // 4 or _is_deep(text)


def _is_deep(text: str) -> bool:
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        if depth > DEEPEST_BRACKETS:
            return True
    return False
