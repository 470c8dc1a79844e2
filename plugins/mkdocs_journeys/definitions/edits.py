"""Edits: what to type where, so that a finding is mended."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Edit:
    """`length` characters of one line give way to `text`; line and column count from 1, as in a finding."""

    line: int
    column: int
    length: int
    text: str

    @property
    def end(self) -> int:
        """The column behind the last character that gives way."""
        return self.column + self.length


@dataclass(frozen=True)
class Fix:
    """The edits, in order and apart from each other, that mend one finding. They all lie in its file.

    Without `is_told` they are made, but told nobody: they write personal data.
    """

    edits: tuple[Edit, ...]
    is_told: bool = True


def fix_at(line: int, column: int, length: int, text: str) -> Fix:
    """The fix of one edit; line and column count from 1."""
    return Fix((Edit(line, column, length, text),))


def fix_of_line(number: int, before: str, after: str) -> Fix:
    """The fix that makes line `number` (from 1) read `after`, and touches only what differs."""
    start, old, new = differing(before, after)
    return fix_at(number, start + 1, len(old), new)


def is_slip(typed: str, word: str) -> bool:
    """Whether one letter too many, too few, wrong, or two in the wrong order make `typed` of `word`."""
    _, one, other = differing(typed.casefold(), word.casefold())
    return max(len(one), len(other)) <= 1 or (len(one) == len(other) == 2 and one == other[::-1])


def differing(before: str, after: str) -> tuple[int, str, str]:
    """Where two texts begin to differ, and what is different up to where they are the same again."""
    start = _shared(before, after)
    old, new = before[start:], after[start:]
    end = _shared(old[::-1], new[::-1])
    return start, old[: len(old) - end], new[: len(new) - end]


def _shared(one: str, other: str) -> int:
    """How many characters two texts share at their start."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
