"""How customers pass through a flow: an absorbing Markov chain, with shares that are known or not.

States are numbered from 0; a state without ways out absorbs. For every state the chain tells its *reach* (the
share of customers who ever come to it) and its *visits* (how many times on average).

Method. The states fall into groups that lead to each other (strongly connected components), which are taken in
the order of the flow. A state that is in no loop is visited by all that flows into it, once. Within a loop all
states but one are eliminated: state k is taken out by adding p(i,k) p(k,j) / (1 - p(k,k)) to each p(i,j), where
1 - p(k,k) is computed as the sum of the other p(k,j). So nothing is ever subtracted, and a loop that is all but
closed loses no digits: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state
distributions for Markov chains", Operations Research 33 (1985). What is left says how many of those who enter
the loop come to that state and how many of them come back. Eliminating half of the states at a time, and going
on with each half, does this for all of them at about the cost of a few eliminations.

Shares that are not known. A figure is a quotient of polynomials in the unknown shares. It is known when it is
the same whatever they are, that is when the quotient is constant. This is decided by evaluating it at generic
values of the shares, exactly, in the integers modulo the prime 2^61 - 1: two different values prove that it is not
constant; if it is not, two values are equal with a probability below 10^-15 (J. T. Schwartz, "Fast probabilistic
algorithms for verification of polynomial identities", Journal of the ACM 27 (1980); R. Zippel (1979)). The values
are fixed, so the answer is the same in every build. A constant is then computed with equal shares.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

_PRIME = 2**61 - 1
_OUTSIDE = -1  # where the customers of a loop come from and go to


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

    `reach` is the share of customers who ever come to it (0..1), `visits` how many times they do on average, and
    `taken[state][to]` how many times on average a customer goes from one state to another.
    """

    reach: Sequence[float | None]
    visits: Sequence[float | None]
    taken: Sequence[Mapping[int, float | None]]


_Weights = dict[int, float]
_Rows = Mapping[int, _Weights]


class _Pass(NamedTuple):
    """A passage before it is known whether it hangs on unknown shares."""

    reach: list[float]
    visits: list[float]
    taken: list[_Weights]


@dataclass(frozen=True)
class _Numbers:
    """What a chain is computed in: floats (with an infinite modulus), or integers modulo a prime."""

    modulus: float
    inverse: Callable[[float], float]
    number: Callable[[Fraction], float]
    unknown: Callable[[int, int], Sequence[float]]  # shares for so many ways of a state that add up to 1


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
    computed = _rounded(_pass(chain, groups, _FLOATS))
    if all(way.share is not None for ways in (chain.entries, *chain.ways) for way in ways):
        return computed
    first, second = (_pass(chain, groups, _residues(assignment)) for assignment in (1, 2))
    return Passage(
        reach=_where_same(first.reach, second.reach, computed.reach),
        visits=_where_same(first.visits, second.visits, computed.visits),
        taken=[
            dict(zip(ways, _where_same(ways.values(), others.values(), values.values()), strict=True))
            for ways, others, values in zip(first.taken, second.taken, computed.taken, strict=True)
        ],
    )


def _rounded(exact: _Pass) -> Passage:
    """A float for each number: no reach above 1, no fewer visits than reach; None for what no float can hold."""
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


def _pass(chain: Chain, groups: Sequence[Sequence[int]], numbers: _Numbers) -> _Pass:
    rows = [_weights(state, ways, numbers) for state, ways in enumerate(chain.ways)]
    inflow = _weights(_OUTSIDE, chain.entries, numbers)
    reach: list[float] = [0] * len(rows)
    visits: list[float] = [0] * len(rows)
    taken: list[_Weights] = [{} for _ in rows]
    for group in groups:
        for state, came, visited in _through(group, inflow, rows, numbers):
            reach[state], visits[state] = came, visited
            taken[state] = {to: visited * weight % numbers.modulus for to, weight in rows[state].items()}
        for state in group:
            for to, flow in taken[state].items():
                inflow[to] = (inflow.get(to, 0) + flow) % numbers.modulus
    return _Pass(reach, visits, taken)


def _weights(state: int, ways: Sequence[Way], numbers: _Numbers) -> _Weights:
    shares = [way.share for way in ways]
    unknown = numbers.unknown(state, len(ways)) if None in shares else ()
    weights: _Weights = {}
    for place, (way, share) in enumerate(zip(ways, shares, strict=True)):
        weight = unknown[place] if share is None else numbers.number(share)
        weights[way.to] = (weights.get(way.to, 0) + weight) % numbers.modulus
    return weights


def _through(
    group: Sequence[int], inflow: _Weights, rows: Sequence[_Weights], numbers: _Numbers
) -> Iterator[tuple[int, float, float]]:
    """For each state of a component the share of customers who come to it, and how many times on average."""
    if len(group) == 1 and group[0] not in rows[group[0]]:
        yield group[0], inflow[group[0]], inflow[group[0]]
        return
    entering = {state: inflow[state] for state in group if state in inflow}
    total = sum(entering.values()) % numbers.modulus
    share = numbers.inverse(total)
    loop = {state: _leaving(rows[state], group) for state in group}
    loop[_OUTSIDE] = {state: flow * share % numbers.modulus for state, flow in entering.items()}
    for state, coming, leaving in _halved(group, loop, numbers):
        reach = total * coming % numbers.modulus
        yield state, reach, reach * numbers.inverse(leaving) % numbers.modulus


def _leaving(row: _Weights, group: Sequence[int]) -> _Weights:
    """A state's ways within its component, and all others as one way out of it."""
    inner = {to: weight for to, weight in row.items() if to in group}
    return {**inner, _OUTSIDE: sum(weight for to, weight in row.items() if to not in group)}


def _halved(states: Sequence[int], rows: _Rows, numbers: _Numbers) -> Iterator[tuple[int, float, float]]:
    """For each state the share of those who enter that come to it, and of those at it that leave before they return."""
    if len(states) == 1:
        yield states[0], rows[_OUTSIDE].get(states[0], 0), rows[states[0]][_OUTSIDE]
        return
    middle = len(states) // 2
    for kept, gone in (states[:middle], states[middle:]), (states[middle:], states[:middle]):
        yield from _halved(kept, _without(gone, rows, numbers), numbers)


def _without(gone: Sequence[int], rows: _Rows, numbers: _Numbers) -> _Rows:
    """The same chain seen only while it is in other states than those that are `gone`."""
    modulus = numbers.modulus
    left = {state: row.copy() for state, row in rows.items()}
    for state in gone:
        row = left.pop(state)
        row.pop(state, None)
        scale = numbers.inverse(sum(row.values()) % modulus)
        onward = [(to, weight * scale % modulus) for to, weight in row.items()]
        for other in left.values():
            if state in other:
                weight = other.pop(state) % modulus
                for to, part in onward:
                    other[to] = other.get(to, 0) + weight * part
    return left


def _reciprocal(number: float) -> float:
    return 1 / number if number else math.inf


def _equal_shares(_: int, count: int) -> list[float]:
    return [1 / count] * count


_FLOATS = _Numbers(modulus=math.inf, inverse=_reciprocal, number=float, unknown=_equal_shares)


def _residues(assignment: int) -> _Numbers:
    """Integers modulo the prime, with generic values for unknown shares: others for each assignment."""

    def unknown(state: int, count: int) -> list[int]:
        free = [_generic(assignment, state, place) for place in range(count - 1)]
        return [*free, (1 - sum(free)) % _PRIME]

    return _Numbers(modulus=_PRIME, inverse=_inverse, number=_residue, unknown=unknown)


def _generic(*place: int) -> int:
    return int.from_bytes(blake2b(repr(place).encode(), digest_size=8).digest()) % _PRIME


def _inverse(number: float) -> int:
    return pow(int(number), -1, _PRIME) if number else 0


def _residue(share: Fraction) -> int:
    return share.numerator * _inverse(share.denominator % _PRIME) % _PRIME
