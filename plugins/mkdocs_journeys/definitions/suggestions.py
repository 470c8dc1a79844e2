"""What somebody probably meant."""

import difflib
from collections.abc import Iterable

from mkdocs_journeys.definitions.messages import Message, say

CLOSE = 0.65
"""Likeness (difflib's ratio, 0 to 1) from which a word is proposed."""

SURELY_MEANT = 0.75
"""Likeness (difflib's ratio, 0 to 1) from which an unknown word is read as the known one."""

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


def with_nearest(message: Message, typed: str, known: Iterable[str]) -> Message:
    """`message` with the known word nearest to `typed`, or as it is where none is near."""
    word = nearest(typed, known)
    return message if word is None else proposing(message, word)


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """`; did you mean "..."?` with the nearest known word, a message for another one's end; or nothing."""
    word = nearest(typed, known)
    return "" if word is None else say('; did you mean "%(word)s"?', word=word)


def proposing(message: Message, word: str) -> Message:
    """`message` with what was probably meant."""
    return say('%(message)s; did you mean "%(word)s"?', message=message, word=word)


def one_of(message: Message, typed: str, known: Iterable[str]) -> Message:
    """`message` with the known word nearest to `typed`, or with all of them."""
    words = list(known)
    proposed = with_nearest(message, typed, words)
    if proposed is not message or not words:
        return proposed
    return say("%(message)s; use one of %(words)s", message=message, words=", ".join(words))
