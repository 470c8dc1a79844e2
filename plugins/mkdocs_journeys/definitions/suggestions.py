"""What somebody probably meant."""

import difflib
from collections.abc import Iterable

CLOSE = 0.65
"""Likeness (difflib's ratio, 0 to 1) from which a word is proposed."""

_LONGEST = 100


def nearest(typed: str, known: Iterable[str], likeness: float = CLOSE) -> str | None:
    """The known word most like `typed`, or None when none is at least as like as `likeness` (0 to 1)."""
    if len(typed) > _LONGEST:
        return None
    folded: dict[str, str] = {}
    for word in known:
        folded.setdefault(word.casefold(), word)
    if typed.casefold() in folded:
        return folded[typed.casefold()]
    close = difflib.get_close_matches(typed.casefold(), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """`; did you mean "..."?` with the nearest known word, or nothing."""
    word = nearest(typed, known)
    return f'; did you mean "{word}"?' if word is not None else ""
