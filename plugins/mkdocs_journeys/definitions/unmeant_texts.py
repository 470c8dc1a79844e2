"""Texts that are no error to YAML, but were surely meant otherwise: lists, keys, or shorter texts."""

import re

from mkdocs_journeys.definitions.edits import is_slip
from mkdocs_journeys.definitions.keys import KEYS, LISTS, SHORT_FORMS
from mkdocs_journeys.definitions.unseen import ODD_SPACES

GLUED_DASHES = "dashes without spaces"
"""The problem of a text whose lines begin like those of a list."""

GLUED_COLON = "a colon without a space"
"""The problem of a text that was meant for a key and its value."""

GLUED_IN_BRACES = "a colon without a space in braces"
"""The problem of a key in braces that was meant for a key and its value."""

NO_NAME_KEY = "a name in the place of a key"
"""The problem of an item whose name has a colon behind it, in the place of its key before it."""

NO_DASH = "no dash before an item"
"""The problem of a part in which the keys of several items stand."""

OPEN_QUOTE = "a quotation mark that is closed too late"
"""The problem of a text in quotation marks that takes in the lines of other keys."""

OPEN_BRACKET = "a bracket where a key has to stand"
"""The problem of a part in braces that is a key to YAML."""

ODD_SPACE_BEFORE_COLON = "another space before the colon"
"""The problem of a key that ends with a space that is none of the usual ones."""

DASH = "'-' indicator"
"""The problem of a dash where none may stand; the parser calls it so too."""

GLUED_PAIR = re.compile(
    rf"(?P<key>[^\W\d][^:,\[\]{{}}\"'\n]{{0,60}}):(?=[^\s/:]|[{ODD_SPACES}])(?P<space>[{ODD_SPACES}]*)[ \t]*"
)
"""`to:exit` in braces, where nothing, or no usual space, stands between the key and its value."""

_DASH_BELOW = re.compile(r"\n[ \t]*-(?=[ \t])")
_GLUED_DASHES = re.compile(r"-[^\W\d_].*\n[ \t]*-[^\W\d_]")
_GLUED_KEY = re.compile(rf"(?P<key>[A-Za-z_]+):(?P<space>[{ODD_SPACES}]?)(?!//)")
_KEY_BELOW = re.compile(r":[ \t]*(?:[ \t]#.*)?\n(?:[ \t]*\n)*[ ]+(?P<key>[A-Za-z_]+):(?=\s)")
_KEY_LINE = re.compile(r"(?P<lead>[ \t]*(?:-[ \t]+)*)(?P<key>[A-Za-z_]+):(?:\s|$)")


def dash_below(text: str, start: int, end: int) -> int | None:
    """Where the first line below the first of a plain text begins with a dash, as an offset."""
    dash = _DASH_BELOW.search(text, start, end)
    return None if dash is None else dash.end() - 1


def begins_like_a_list(text: str, start: int, end: int) -> bool:
    """Whether the first two lines of a plain text begin with dashes that lack their space."""
    return _GLUED_DASHES.match(text, start, end) is not None


def takes_in_keys(text: str, start: int, end: int) -> bool:
    """Whether a line of a text in quotation marks begins a key, no further in than the text's own."""
    before = line_before(text, start)
    farthest = len(before) - len(before.lstrip(" -"))
    keys = map(_KEY_LINE.match, text[start:end].split("\n")[1:])
    return any(key and key["key"] in KEYS and len(key["lead"]) <= farthest for key in keys)


def is_glued_key(text: str, start: int, holder: str | None) -> bool:
    """Whether a plain text at the start of its line is `name:Pays` in the list `holder`.

    Where texts may stand, it is taken for a key only if that is the one that a text stands for, or if a space
    follows that only looks like one.
    """
    key = _GLUED_KEY.match(text, start)
    if key is None or key["key"] not in KEYS or line_before(text, start).strip(" -"):
        return False
    if holder is None or holder not in LISTS:
        return False
    return bool(key["space"]) or SHORT_FORMS.get(holder, key["key"]) == key["key"]


def is_name_above_keys(text: str, start: int, end: int, first: str) -> bool:
    """Whether a key stands for a name: with nothing behind its colon, and a known key on the next line.

    `first` is the key that the name should have; a slip of the finger in that one is told otherwise.
    """
    key = text[start:end]
    if key in KEYS or is_slip(key, first) or not key.strip():
        return False
    below = _KEY_BELOW.match(text, end)
    return below is not None and below["key"] in KEYS


def ends_oddly(key: str) -> bool:
    """Whether a key is a known one but for the spaces of another kind at its end."""
    return key[-1:].isspace() and key.rstrip() in KEYS


def line_before(text: str, at: int) -> str:
    """What stands before offset `at` in its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]
