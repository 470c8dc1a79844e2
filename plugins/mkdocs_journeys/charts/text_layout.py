"""How wide text is, roughly, and where it breaks: the same on every machine, whatever fonts it has."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

NARROW = frozenset("ijltfrI.,:;!'|()[]{}/\\-·‘’“” \u00a0")
WIDE = frozenset("mwMWQGOD@%&—…шщжмфюыдШЩЖМФЮЫД")
BALANCE = (0.5, 0.6, 0.7, 0.8, 0.9)
NO_LINE_START = frozenset("，。、；：？！）」』》】〉”’…—,.;:?!)]}%")
NO_LINE_END = frozenset("（「『《【〈“‘([{")


@lru_cache(maxsize=4096)
def _em(character: str) -> float:
    """A character's advance in em, as a wide sans-serif (DejaVu Sans, Verdana) has it."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if is_ideographic(character):
        return 1.0
    if character in NARROW:
        return 0.38
    if character in WIDE:
        return 0.86
    return 0.7 if character.isupper() else 0.61


@lru_cache(maxsize=4096)
def is_ideographic(character: str) -> bool:
    """Whether the character takes a full square and a line may break beside it."""
    return unicodedata.east_asian_width(character) in "WF"


def text_width(text: str, size: float) -> float:
    """The width in px of a line at a font size in px; an estimate, rather too wide than too narrow."""
    return size * sum(map(_em, text))


def clean(text: str) -> str:
    """The text on one line: runs of white space are one space, control and unpaired characters are gone."""
    if text.isprintable():
        return " ".join(text.split())
    kept = "".join(
        c if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs", "Cn") else "" for c in text
    )
    return " ".join(kept.split())


def _pieces(text: str) -> Iterator[str]:
    """The text cut wherever a line may break; joined, the pieces are the text."""
    piece = ""
    for character in text:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after in NO_LINE_START or before in NO_LINE_END or after == " ":
        return False
    if before == " ":
        return True
    return is_ideographic(before) or is_ideographic(after) or before in "-/\u00ad"


def _chopped(piece: str, size: float, width: float) -> Iterator[str]:
    """A word that is longer than a line, cut between characters."""
    line = ""
    for character in piece:
        if line and text_width((line + character).rstrip(), size) > width and _em(character) > 0:
            yield line
            line = ""
        line += character
    yield line


def wrap(text: str, size: float, width: float) -> tuple[str, ...]:
    """The text in as few lines of at most `width` px as it takes, about equally long.

    Joined, the lines are the text: a break keeps its space at the line's end.
    """
    pieces = [part for piece in _pieces(clean(text)) for part in _chopped(piece, size, width)]
    widths = [(text_width(piece, size), text_width(piece.rstrip(), size)) for piece in pieces]
    lines = _filled(widths, width)
    for share in BALANCE if len(lines) > 1 else ():
        even = _filled(widths, share * width)
        if len(even) == len(lines):
            lines = even
            break
    return tuple("".join(pieces[start:end]) for start, end in lines)


def _filled(widths: Sequence[tuple[float, float]], width: float) -> list[tuple[int, int]]:
    """First piece of each line and the one after its last; a piece has a width with its space and without."""
    lines, start, used = [], 0, 0.0
    for index, (whole, ink) in enumerate(widths):
        if index > start and used + ink > width:
            lines.append((start, index))
            start, used = index, 0.0
        used += whole
    return [*lines, (start, len(widths))]


def longest_word(text: str, size: float) -> float:
    """The width in px of the longest piece that does not break by itself."""
    return max((text_width(piece.rstrip(), size) for piece in _pieces(clean(text))), default=0.0)


def shortened(text: str, size: float, width: float) -> str:
    """The text on one line of at most `width` px, with an ellipsis where it was cut."""
    text = clean(text)
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"
