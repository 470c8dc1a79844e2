"""The key that somebody meant who typed one that is not known at its place."""

import difflib
from collections import Counter
from collections.abc import Sequence

LIKE_A_KEY = 0.75
"""Likeness (0 to 1) from which a key with the same first letter is proposed."""

VERY_LIKE_A_KEY = 0.8
"""The same for a key with another first letter."""

_SHORTEST = 3
_LONGEST = 40
_OTHER_WORDS = {
    "pains": "painpoint pain_point problem issue frustration difficulty", "gains": "benefit positive delight",
    "does": "action activity doing task", "thinks": "thought thinking", "feeling": "mood",
    "emotion": "score rating sentiment satisfaction", "quotes": "citation verbatim voice",
    "improvements": "opportunity solution recommendation idea", "stages": "phase", "steps": "interaction",
    "personas": "actor user customer", "summary": "description abstract", "title": "name heading headline",
    "name": "title label", "takes": "duration time", "where": "place location", "lang": "language",
    "owner": "author responsible", "photo": "picture image avatar portrait",
    "role": "job occupation profession", "quote": "motto", "tags": "label keyword category", "kind": "type",
    "method": "type kind", "link": "url href", "due": "deadline due_date",
    "share": "percent percentage probability rate", "why": "reason because", "to": "target goto step",
    "evidence": "source research proof", "channel": "medium", "at": "step", "frontstage": "front_stage",
    "backstage": "back_stage", "support": "system process", "motivations": "driver", "goals": "aim objective",
    "frustrations": "pain painpoint pain_point problem",
}  # fmt: skip
"""Known keys, and what other tools and people call the same, in the singular."""


def meant_key_of(typed: str, keys: Sequence[str]) -> str | None:
    """The one of `keys` that `typed` plausibly stands for, else None.

    Plausible is another writing, singular or plural, another word for the same, a slip of the finger, or
    how a key begins.
    """
    word = _plain(typed)
    if not _SHORTEST <= len(word) <= _LONGEST:
        return word if word in keys else None
    return _same(word, keys) or _other_word(word, keys) or _alike(word, keys) or _begun(word, keys)


def _plain(typed: str) -> str:
    return "_".join(typed.casefold().replace("-", " ").replace("_", " ").split())


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _same(word: str, keys: Sequence[str]) -> str | None:
    return next((key for key in keys if key == word), None) or next(
        (key for key in keys if _singular(key) == _singular(word)), None
    )


def _other_word(word: str, keys: Sequence[str]) -> str | None:
    meant = {word, _singular(word)}
    return next((key for key in keys if not meant.isdisjoint(_OTHER_WORDS.get(key, "").split())), None)


def _alike(word: str, keys: Sequence[str]) -> str | None:
    likely = [(_likeness(word, key), key) for key in keys]
    close = [
        (likeness, key)
        for likeness, key in likely
        if likeness >= (LIKE_A_KEY if key[0] == word[0] else VERY_LIKE_A_KEY)
    ]
    return max(close, key=lambda found: found[0])[1] if close else None


def _likeness(word: str, key: str) -> float:
    """From 0 to 1, by difflib; of words with one first letter also by their letters in whatever order."""
    shared = (Counter(word) & Counter(key)).total() if word[0] == key[0] else 0
    in_order = difflib.SequenceMatcher(None, key, word).ratio()
    return max(in_order, 2 * shared / (len(word) + len(key)))


def _begun(word: str, keys: Sequence[str]) -> str | None:
    begun = [key for key in keys if key.startswith(word)]
    return begun[0] if len(begun) == 1 else None
