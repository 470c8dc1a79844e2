"""Where a front matter plausibly ends that has no second line `---`."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions.keys import KEYS

_NEARLY = re.compile(r"\s*[-\u2010-\u2015\u2212\uff0d]{1,8}\s*|(?:[.=*_~+]{3,8}|\u2026)\s*")
"""A line of dashes that is not quite `---`, or what other formats end with."""

_ITEM = re.compile(r"\s*-\s*")
_ITEM_BELOW = re.compile(r"\s+-\s+\S")
_HEADING = re.compile(r"#{1,6}\s+\S")
_TEXT = re.compile(r"[^\s#\-\]}][^:]*(?:$|:(?=\S))|[^\s#\-\]}:]+ [^:]*:")
"""A line that begins the free text: words that are no key."""

_MARKDOWN = re.compile(r"(?:[*+>|]|\d+\.)\s|!?\[[^\]]*\]\(|<|```")
"""A line of free text that begins with a mark."""

_KEY = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?:\s|$)")
_WORD = re.compile(r"[a-z_]+")
"""A first word that may be a key without its colon."""


@dataclass(frozen=True)
class PlausibleEnd:
    """The line (from 0) where the front matter ends: a faulty `---` if `is_rule`, else the text's first."""

    line: int
    is_rule: bool = False


def is_nearly_a_rule(line: str) -> bool:
    """Whether a line was meant to be `---`, or is it."""
    return _NEARLY.fullmatch(line) is not None


def plausible_end(lines: Sequence[str], *, only_apart: bool = False) -> PlausibleEnd | None:
    """The first line that cannot be front matter; None where all may be.

    `only_apart`: a `---` follows the lines, so that text only counts below an empty line.
    """
    last_key = max((number for number, line in enumerate(lines) if _is_key(line)), default=-1)
    follows_text = _is_above_text(lines)
    for number, line in enumerate(lines):
        if is_nearly_a_rule(line) and not _ITEM.fullmatch(line):
            return PlausibleEnd(number, is_rule=True)
        is_apart = number > 0 and not lines[number - 1].strip()
        begins = is_apart and (_is_text(line) or _MARKDOWN.match(line))
        ends = not only_apart and number > last_key and _is_text(line)
        if number and (begins or ends or (_HEADING.match(line) and follows_text[number])):
            return PlausibleEnd(number)
    return None


def _is_key(line: str) -> bool:
    key = _KEY.match(line)
    return key is not None and key["key"] in KEYS


def _is_text(line: str) -> bool:
    word = _WORD.match(line)
    return _TEXT.match(line) is not None and not (word and word[0] in KEYS)


def _is_above_text(lines: Sequence[str]) -> list[bool]:
    """Of each line, whether the next that is neither empty nor begins with # is text, or there is none."""
    found = []
    is_text = True
    for line in reversed(lines):
        found.append(is_text)
        if line.strip() and not line.startswith("#"):
            is_text = _is_text(line) or _MARKDOWN.match(line) is not None
    return found[::-1]


def first_of_more_lines(text: str) -> str | None:
    """The key with which the text below a second `---` begins, if it goes on with the front matter.

    One line with a key may begin a text; more of them, or a list below one, do not.
    """
    line, _, below = text.partition("\n")
    first = _KEY.match(line)
    if first is None or first["key"] not in KEYS or first.start("key") > 0:
        return None
    more = itertools.takewhile(lambda line: not is_nearly_a_rule(line), below.split("\n"))
    goes_on = any(_is_key(line) or _ITEM_BELOW.match(line) for line in more)
    return first["key"] if goes_on else None
