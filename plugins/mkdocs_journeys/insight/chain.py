"""How customers pass through a flow: an absorbing Markov chain, with shares that are known or not.

States are numbered from 0; a state without ways out absorbs. For every state the chain tells its *reach*
(the share of customers who ever come to it) and its *visits* (how many times on average).

The states fall into groups that lead to each other (strongly connected components), which are taken in the
order of the flow. A state that is in no loop is visited by all that flows into it, once; for the others see
`loops`. Where shares are not known, `arithmetic` tells which figures are.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from mkdocs_journeys.insight.arithmetic import FLOATS, Numbers, residues
from mkdocs_journeys.insight.loops import OUTSIDE, Weights, through_loop


@dataclass(frozen=True)
class Way:
    """A way out of a state: the state that it leads to, and its share (above 0; None: not known)."""

    to: int
    share: Fraction | None


@dataclass(frozen=True)
class Chain:
    """An absorbing Markov chain: where customers enter, and the ways out of each state.

    The shares of a state's ways, and those of the entries, add up to 1 or are all not known.
    """

    entries: tuple[Way, ...]
    ways: tuple[tuple[Way, ...], ...]


@dataclass(frozen=True)
class Passage:
    """How customers pass through a chain: numbers for each state, None where they are not known.

    `reach` is the share of customers who ever come to it (0..1), `visits` how many times they do on average,
    and `taken[state][to]` how many times on average a customer goes from one state to another.
    """

    reach: Sequence[float | None]
    visits: Sequence[float | None]
    taken: Sequence[Mapping[int, float | None]]


class _Pass(NamedTuple):
    """A passage before it is known whether it hangs on unknown shares."""

    reach: list[float]
    visits: list[float]
    taken: list[Weights]


def components(chain: Chain) -> list[list[int]]:
    """The states that customers can come to, in groups that lead to each other, in the order of the flow."""
    onward = _onward(chain)
    seen = 0
    for way in chain.entries:
        seen |= onward[way.to]
    states = [state for state in range(len(onward)) if seen >> state & 1]
    states.sort(key=lambda state: (-onward[state].bit_count(), onward[state]))
    return [list(group) for _, group in groupby(states, key=onward.__getitem__)]


def _onward(chain: Chain) -> list[int]:
    """For each state the states that it leads to, itself among them, as the bits of a number."""
    onward = [1 << state for state in range(len(chain.ways))]
    before: list[int] = []
    while onward != before:
        before = onward.copy()
        for state in reversed(range(len(onward))):
            for way in chain.ways[state]:
                onward[state] |= onward[way.to]
    return onward


def is_closed(chain: Chain, group: Sequence[int]) -> bool:
    """Whether a component is a loop with no way out."""
    targets = {way.to for state in group for way in chain.ways[state]}
    return bool(targets) and targets <= set(group)


def passage(chain: Chain, groups: Sequence[Sequence[int]]) -> Passage:
    """How customers pass through a chain whose components are `groups`, none of them closed."""
    computed = _rounded(_pass(chain, groups, FLOATS))
    if all(way.share is not None for ways in (chain.entries, *chain.ways) for way in ways):
        return computed
    first, second = (_pass(chain, groups, residues(assignment)) for assignment in (1, 2))
    return Passage(
        reach=_where_same(first.reach, second.reach, computed.reach),
        visits=_where_same(first.visits, second.visits, computed.visits),
        taken=[
            dict(zip(ways, _where_same(ways.values(), others.values(), values.values()), strict=True))
            for ways, others, values in zip(first.taken, second.taken, computed.taken, strict=True)
        ],
    )


def _rounded(exact: _Pass) -> Passage:
    """A reach of at most 1, and no fewer visits than reach; None for a number too large for a float."""
    reach = [min(came, 1.0) for came in exact.reach]
    visits = [max(visited, came) for visited, came in zip(exact.visits, reach, strict=True)]
    taken = [{to: _finite(number) for to, number in ways.items()} for ways in exact.taken]
    return Passage([_finite(came) for came in reach], [_finite(visited) for visited in visits], taken)


def _finite(number: float) -> float | None:
    return float(number) if math.isfinite(number) else None


def _where_same(
    first: Iterable[float | None], second: Iterable[float | None], computed: Iterable[float | None]
) -> list[float | None]:
    return [value if a == b else None for a, b, value in zip(first, second, computed, strict=True)]


def _pass(chain: Chain, groups: Sequence[Sequence[int]], numbers: Numbers) -> _Pass:
    rows = [_weights(state, ways, numbers) for state, ways in enumerate(chain.ways)]
    inflow = _weights(OUTSIDE, chain.entries, numbers)
    reach: list[float] = [0] * len(rows)
    visits: list[float] = [0] * len(rows)
    taken: list[Weights] = [{} for _ in rows]
    for group in groups:
        for state, came, visited in _through(group, inflow, rows, numbers):
            reach[state], visits[state] = came, visited
            taken[state] = {to: visited * weight % numbers.modulus for to, weight in rows[state].items()}
        for state in group:
            for to, flow in taken[state].items():
                inflow[to] = (inflow.get(to, 0) + flow) % numbers.modulus
    return _Pass(reach, visits, taken)


def _weights(state: int, ways: Sequence[Way], numbers: Numbers) -> Weights:
    shares = [way.share for way in ways]
    unknown = numbers.unknown(state, len(ways)) if None in shares else ()
    weights: Weights = {}
    for place, (way, share) in enumerate(zip(ways, shares, strict=True)):
        weight = unknown[place] if share is None else numbers.number(share)
        weights[way.to] = (weights.get(way.to, 0) + weight) % numbers.modulus
    return weights


def _through(
    group: Sequence[int], inflow: Weights, rows: Sequence[Weights], numbers: Numbers
) -> Iterable[tuple[int, float, float]]:
    """Each state of a component with the share of customers who come to it, and their visits on average."""
    if len(group) == 1 and group[0] not in rows[group[0]]:
        return [(group[0], inflow[group[0]], inflow[group[0]])]
    entries = {state: inflow[state] for state in group if state in inflow}
    inner = set(group)
    return through_loop(entries, {state: _leaving(rows[state], inner) for state in group}, numbers)


def _leaving(row: Weights, group: set[int]) -> Weights:
    """A state's ways within its component, and all others as one way out of it."""
    inner = {to: weight for to, weight in row.items() if to in group}
    return {**inner, OUTSIDE: sum(weight for to, weight in row.items() if to not in group)}
