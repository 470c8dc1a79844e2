"""Flows for the tests, and their figures computed in another way: by solving equations in fractions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from hypothesis import strategies as st

OUTCOMES = ("end", "exit", "journey:journey")
Matrix = list[list[Fraction]]


@dataclass(frozen=True)
class Ways:
    """Where a step leads: numbers of steps or outcomes, with percentages (None: not known)."""

    goals: tuple[int | str, ...]
    percent: tuple[int, ...] | None

    def shares(self, unknown: Iterator[int]) -> list[Fraction]:
        """The shares, with weights out of `unknown` where they are not known."""
        weights = self.percent or tuple(next(unknown) for _ in self.goals)
        return [Fraction(weight, sum(weights)) for weight in weights]


@dataclass(frozen=True)
class SmallFlow:
    """A flow of a few steps; every step leads on, with a share above 0, to a later step or out."""

    starts: Ways
    steps: tuple[Ways, ...]

    def written(self) -> list[str]:
        """The steps as `flow_of` takes them."""
        return [f"s{number}: {_written(ways, 'to')}" for number, ways in enumerate(self.steps)]

    def written_starts(self) -> str:
        """The starts as `flow_of` takes them."""
        return _written(self.starts, "at")


def _written(ways: Ways, key: str) -> str:
    entries = []
    for number, goal in enumerate(ways.goals):
        name = f"s{goal}" if isinstance(goal, int) else goal
        share = f", share: {ways.percent[number] / 100}" if ways.percent else ""
        entries.append(f'{{{key}: "{name}", why: w{number}{share}}}')
    return f"[{', '.join(entries)}]"


@st.composite
def small_flows(draw: st.DrawFn, unknown: bool) -> SmallFlow:
    """Flows of up to six steps: loops, zero shares, several ways to a goal and, if asked, unknown shares."""
    size = draw(st.integers(1, 6))
    steps = tuple(_ways(draw, number, size, unknown) for number in range(size))
    entries = draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=3))
    return SmallFlow(Ways(tuple(entries), _percent(draw, len(entries), unknown)), steps)


def _ways(draw: st.DrawFn, number: int, size: int, unknown: bool) -> Ways:
    onward = draw(st.sampled_from([*range(number + 1, size), *OUTCOMES]))
    others = draw(st.lists(st.sampled_from([*range(size), *OUTCOMES]), max_size=3))
    return Ways((onward, *others), _percent(draw, len(others) + 1, unknown))


def _percent(draw: st.DrawFn, parts: int, unknown: bool) -> tuple[int, ...] | None:
    """Percentages that add up to 100, the first above 0; None for a share that is not known."""
    if unknown and draw(st.booleans()):
        return None
    cuts = sorted(draw(st.lists(st.integers(1, 100), min_size=parts - 1, max_size=parts - 1)))
    return tuple(high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True))


@dataclass(frozen=True)
class Figures:
    """Reach, visits and lost of each step, and the share of customers who come to each outcome."""

    reach: tuple[Fraction, ...]
    visits: tuple[Fraction, ...]
    lost: tuple[Fraction, ...]
    outcomes: tuple[Fraction, ...]

    def all(self) -> tuple[Fraction, ...]:
        """All of them in a row."""
        return self.reach + self.visits + self.lost + self.outcomes


def figures(flow: SmallFlow, seed: int) -> Figures:
    """The figures of a flow, with weights that depend on `seed` for shares that are not known."""
    unknown = (seed * number * number + 7 * number + seed for number in count(1))
    size = len(flow.steps)
    start = _row(flow.starts, unknown, size)[:size]
    rows = [_row(ways, unknown, size) for ways in flow.steps]
    visits = _visits(start, [row[:size] for row in rows])
    return Figures(
        reach=tuple(_reach(start, [row[:size] for row in rows], step) for step in range(size)),
        visits=tuple(visits),
        lost=tuple(visit * row[size + 1] for visit, row in zip(visits, rows, strict=True)),
        outcomes=tuple(
            sum((visit * row[size + outcome] for visit, row in zip(visits, rows, strict=True)), Fraction(0))
            for outcome in range(3)
        ),
    )


def _row(ways: Ways, unknown: Iterator[int], size: int) -> list[Fraction]:
    row = [Fraction(0)] * (size + 3)
    for goal, share in zip(ways.goals, ways.shares(unknown), strict=True):
        row[goal if isinstance(goal, int) else size + OUTCOMES.index(goal)] += share
    return row


def _visits(start: Sequence[Fraction], inner: Matrix) -> list[Fraction]:
    """The solution of v = s + v P, that is (I - P)^T v = s."""
    size = len(start)
    return solve([[Fraction(i == j) - inner[j][i] for j in range(size)] for i in range(size)], list(start))


def _reach(start: Sequence[Fraction], inner: Matrix, step: int) -> Fraction:
    """The probability h of ever being at `step`: h(step) = 1, else h = P h."""
    size = len(start)
    rows = [[Fraction(i == j) - (inner[i][j] if i != step else 0) for j in range(size)] for i in range(size)]
    hits = solve(rows, [Fraction(i == step) for i in range(size)])
    return sum((share * hit for share, hit in zip(start, hits, strict=True)), Fraction(0))


def solve(rows: Matrix, right: list[Fraction]) -> list[Fraction]:
    """Gauss and Jordan's elimination, exact."""
    system = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for column in range(len(system)):
        pivot = next(row for row in range(column, len(system)) if system[row][column])
        system[column], system[pivot] = system[pivot], system[column]
        system[column] = [value / system[column][column] for value in system[column]]
        for row in range(len(system)):
            if row != column:
                factor = system[row][column]
                system[row] = [a - factor * b for a, b in zip(system[row], system[column], strict=True)]
    return [row[-1] for row in system]
