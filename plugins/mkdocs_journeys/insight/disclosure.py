"""Which figures of small groups are kept back, so that nobody is recognised in them.

Cell suppression with linear dependencies: A. Hundepool et al., "Statistical Disclosure Control", Wiley 2012,
chapter 4. A mean and a number of people give a sum; whoever knows sums of groups that lie in one another or
overlap can add and subtract them. So a group is shown only where no sum of few people follows.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

QUARTERS = 4
"""Groups of the least size that a group must hold before its quartiles are shown: one in each quarter."""

Cell = TypeVar("Cell", bound=Hashable)
Key = TypeVar("Key", bound=Hashable)
Row = list[Fraction]

MOST_GROUPS = 60
"""Groups that are looked at; what comes after them is kept back where anything has to be."""


def safe_groups(
    groups: Sequence[tuple[Key, frozenset[Cell]]], people: Mapping[Cell, int], least: int
) -> frozenset[Key]:
    """The groups that may be shown together, the first ones first; `people` is the number in each cell.

    A group is a set of cells. It is shown if it holds at least `least` people and if, out of its sum and
    those of the groups already shown, no sum of 1 to `least` - 1 people can be computed.
    """
    counted = [(key, cells, sum(people[cell] for cell in cells)) for key, cells in groups]
    if all(n >= least for n in people.values()):
        return frozenset(key for key, _, n in counted if n)
    shown: list[tuple[Key, frozenset[Cell]]] = []
    for key, cells, n in counted[:MOST_GROUPS]:
        if n >= least and not _tells_of_few([*(own for _, own in shown), cells], people, least):
            shown.append((key, cells))
    return frozenset(key for key, _ in shown)


def may_tell_quartiles(n: int, least: int) -> bool:
    """Whether quartiles of `n` people may be shown: they are the scores of single people where n is small."""
    return least == 1 or n >= QUARTERS * least


def _tells_of_few(groups: Sequence[frozenset[Cell]], people: Mapping[Cell, int], least: int) -> bool:
    """Whether the sum of a few people follows from the sums of these groups.

    Cells that lie in the same groups cannot be told apart, and count as one. A set of such cells follows if
    it is a sum of rows of the reduced echelon form, one for each of its pivots.
    """
    alike: dict[tuple[bool, ...], int] = {}
    for cell, n in people.items():
        place = tuple(cell in group for group in groups)
        if any(place):
            alike[place] = alike.get(place, 0) + n
    sizes = list(alike.values())
    rows = _reduced([[Fraction(place[index]) for place in alike] for index in range(len(groups))])
    small = [(row, pivot) for row, pivot in rows if sizes[pivot] < least]
    return any(_few(total, sizes, least) for total in _sums(small, sizes, least))


def _few(total: Row, sizes: Sequence[int], least: int) -> bool:
    return set(total) <= {0, 1} and 0 < sum(n for n, part in zip(sizes, total, strict=True) if part) < least


def _sums(
    rows: Sequence[tuple[Row, int]], sizes: Sequence[int], least: int, start: int = 0, people: int = 0
) -> Iterator[Row]:
    """The sums of rows whose pivots hold fewer than `least` people together."""
    for index in range(start, len(rows)):
        row, pivot = rows[index]
        held = people + sizes[pivot]
        if held < least:
            yield row
            for more in _sums(rows, sizes, least, index + 1, held):
                yield [one + other for one, other in zip(row, more, strict=True)]


def _reduced(rows: list[Row]) -> list[tuple[Row, int]]:
    """The reduced row echelon form: each row that is left, with the place of its pivot."""
    found: list[tuple[Row, int]] = []
    for row in rows:
        rest = row
        for other, pivot in found:
            rest = _without(rest, other, pivot)
        if any(rest):
            pivot = next(index for index, value in enumerate(rest) if value)
            scaled = [value / rest[pivot] for value in rest]
            found = [(_without(other, scaled, pivot), place) for other, place in found]
            found.append((scaled, pivot))
    return found


def _without(row: Row, other: Row, pivot: int) -> Row:
    """`row` less as much of `other` as makes it 0 at the pivot."""
    factor = row[pivot]
    return [value - factor * taken for value, taken in zip(row, other, strict=True)] if factor else row
