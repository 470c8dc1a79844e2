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
    """The edits, in order and apart from each other, that mend one finding. They all lie in its file."""

    edits: tuple[Edit, ...]


def fix_at(line: int, column: int, length: int, text: str) -> Fix:
    """The fix of one edit; line and column count from 1."""
    return Fix((Edit(line, column, length, text),))


def fix_of_line(number: int, before: str, after: str) -> Fix:
    """The fix that makes line `number` (from 1) read `after`, and touches only what differs."""
    start = _shared(before, after)
    rest, new = before[start:], after[start:]
    end = _shared(rest[::-1], new[::-1])
    return fix_at(number, start + 1, len(rest) - end, new[: len(new) - end])


def _shared(one: str, other: str) -> int:
    """How many characters two texts share at their start."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
