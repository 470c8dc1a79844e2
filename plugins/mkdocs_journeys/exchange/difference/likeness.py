"""Which things of two revisions are the same, where their ids do not say so."""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

ENOUGH = 0.6
"""How like (0..1) two things have to be to count as the same one, as git's own rename detection has it (50 %)
and a little more, because a definition's keys are alike in all files."""

MOST_PAIRS = 10_000
"""Pairs that are looked at; where there are more, so much is new that nobody would follow."""

_MOST_WORDS = 2_000
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|[^\W_]+")
"""A word, or a character of a script that has no spaces between words."""

B = TypeVar("B")
A = TypeVar("A")


def words_of(text: str) -> list[str]:
    """The words of a text, case-folded; a Chinese character counts as a word."""
    return _WORD.findall(text.casefold())[:_MOST_WORDS]


def likeness(one: Sequence[str], other: Sequence[str], enough: float = ENOUGH) -> float:
    """How like two texts (as words or characters) are, 0..1; 0 where it is less than `enough`.

    It is difflib's ratio: twice what is common, in order, divided by all there is.
    """
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < enough or matcher.quick_ratio() < enough:
        return 0.0
    return matcher.ratio()


def paired(before: Sequence[B], after: Sequence[A], like: Callable[[B, A], float]) -> list[tuple[B, A]]:
    """Pairs that are at least `ENOUGH` like, each thing in one pair at most, the best pairs first.

    Of pairs that are equally like, the one comes first whose things stand first.
    """
    if len(before) * len(after) > MOST_PAIRS:
        return []
    scored = [
        (-score, index, place)
        for index, old in enumerate(before)
        for place, new in enumerate(after)
        if (score := like(old, new)) >= ENOUGH
    ]
    found: list[tuple[B, A]] = []
    taken: set[int] = set()
    given: set[int] = set()
    for _, index, place in sorted(scored):
        if index not in taken and place not in given:
            taken.add(index)
            given.add(place)
            found.append((before[index], after[place]))
    return found


def in_other_order(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """What stands elsewhere among those that are in both: as few as explain the new order, in that order."""
    common = [name for name in before if name in set(after)]
    now = [name for name in after if name in set(common)]
    staying: set[str] = set()
    matcher = SequenceMatcher(None, common, now, autojunk=False)
    for block in matcher.get_matching_blocks():
        staying.update(common[block.a : block.a + block.size])
    return [name for name in now if name not in staying]
