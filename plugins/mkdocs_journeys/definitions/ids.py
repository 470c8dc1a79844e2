"""Ids: what names a definition, a stage or a step, in addresses and references."""

import re
import unicodedata

RESERVED_ANCHORS = frozenset({"exit", "end"})
"""Targets of `next` that are no steps, so no stage or step takes them as its id."""

RESERVED_PERSONAS = frozenset({"score", "evidence", "inside"})
"""Keys of an emotion, so no persona takes them as its id."""

_MADE_BREAK = re.compile(r"-+")


def normalise(text: str) -> str:
    """`text` in NFC, the form in which ids are compared and put into addresses."""
    return unicodedata.normalize("NFC", text)


def is_id(text: str) -> bool:
    """Whether `text` consists of letters, marks and digits of any script, `-` and `_`, and is not `index`."""
    return bool(text) and text != "index" and all(map(_belongs, text))


def make_id(name: str) -> str | None:
    """The id made from a name or title, or None where none can be made (`???`, `Index`).

    NFC, lower case, each run of other than letters, marks, digits and `_` becomes one `-`, trimmed;
    nothing is transliterated.
    """
    lowered = normalise(normalise(name).lower())
    dashed = "".join(c if c != "-" and _belongs(c) else "-" for c in lowered)
    made = _MADE_BREAK.sub("-", dashed).strip("-")
    return made if is_id(made) else None


def _belongs(character: str) -> bool:
    if character in "-_":
        return True
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"
