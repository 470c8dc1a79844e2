"""Ids for parts that have none of their own, or share one."""

from collections.abc import Iterable, Iterator
from itertools import count


class Ids:
    """Ids that were given; each is given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self.numbers: dict[str, Iterator[int]] = {}

    def give(self, wanted: str | None, kind: str) -> str:
        """`wanted` where it is free, else with a number behind it; without it `kind` and a number."""
        if wanted is None or wanted in self.taken:
            base = wanted or kind
            numbers = self.numbers.setdefault(base, count(2 if wanted else 1))
            wanted = next(made for number in numbers if (made := f"{base}-{number}") not in self.taken)
        self.taken.add(wanted)
        return wanted
