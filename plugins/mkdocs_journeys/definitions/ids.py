"""Ids: what names a definition, a stage or a step, in addresses and references."""

import re
import unicodedata
from functools import lru_cache

RESERVED_ANCHORS = frozenset({"exit", "end"})
"""Targets of `next` that are no steps, so no stage or step takes them as its id."""

RESERVED_PERSONAS = frozenset({"score", "evidence", "inside"})
"""Keys of an emotion, so no persona takes them as its id."""

_MADE_BREAK = re.compile(r"-+")
_ASCII_BREAK = re.compile(r"[^a-z0-9_]+")
_ASCII_ID = re.compile(r"[A-Za-z0-9_-]+")


def normalise(text: str) -> str:
    """`text` in NFC, the form in which ids are compared and put into addresses."""
    return unicodedata.normalize("NFC", text)


def is_id(text: str) -> bool:
    """Whether `text` consists of letters, marks and digits of any script, `-` and `_`, and is not `index`."""
    if text.isascii():
        return _ASCII_ID.fullmatch(text) is not None and text != "index"
    return all(map(_belongs, text))


@lru_cache(maxsize=10_000)
def make_id(name: str) -> str | None:
    """The id made from a name or title, or None where none can be made (`???`, `Index`).

    NFC, lower case, each run of other than letters, marks, digits and `_` becomes one `-`, trimmed;
    nothing is transliterated.
    """
    if name.isascii():
        made = _ASCII_BREAK.sub("-", name.lower()).strip("-")
    else:
        lowered = normalise(normalise(name).lower())
        dashed = "".join(c if c != "-" and _belongs(c) else "-" for c in lowered)
        made = _MADE_BREAK.sub("-", dashed).strip("-")
    return made if is_id(made) else None


def named_id(name: str) -> str:
    """The id that a name stands for where nothing described has it as its id; itself if none can be made."""
    return make_id(name) or name


def _belongs(character: str) -> bool:
    if character in "-_":
        return True
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"
