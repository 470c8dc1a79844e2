"""Loops of a flow: how many customers come to each of their states, and how often.

One state after the other is taken out: state k by adding p(i,k) p(k,j) / (1 - p(k,k)) to each p(i,j), where
1 - p(k,k) is computed as the sum of the other p(k,j). So nothing is ever subtracted, and a loop that is all
but closed loses no digits: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady
state distributions for Markov chains", Operations Research 33 (1985). From the last one taken out to the
first, the visits v(k) follow from those of the states that were still there. So do the visits n(j,i) of
state i by those who start at state j, for the pairs that were next to each other, which is all that is
needed: K. Takahashi, J. Fagan, M.-S. Chen, "Formation of a sparse bus impedance matrix", 8th PICA Conference
(1973). The reach of k is v(k) / n(k,k): J. G. Kemeny, J. L. Snell, "Finite Markov Chains" (1960), section
3.5.
"""

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from mkdocs_journeys.insight.arithmetic import Numbers

OUTSIDE = -1
"""Where the customers of a loop come from and go to."""

Weights = dict[int, float]
"""States and the share of customers who go there from another one."""


def through_loop(
    entries: Weights, ways: Mapping[int, Weights], numbers: Numbers
) -> Iterator[tuple[int, float, float]]:
    """Each state of a loop with the share of customers who come to it, and their visits on average.

    `entries` are the shares of customers who come into the loop, `ways` the ways out of each of its states,
    within the loop or to `OUTSIDE`.
    """
    rows = {OUTSIDE: entries.copy()} | {state: row.copy() for state, row in ways.items()}
    visits: Weights = {OUTSIDE: 1}
    returns: dict[int, Weights] = {}
    for taken_out in reversed(_eliminate(rows, numbers)):
        state = taken_out.state
        visits[state] = _visits(taken_out, visits, numbers)
        _add_returns(taken_out, returns, numbers)
        yield state, visits[state] * numbers.inverse(returns[state][state]) % numbers.modulus, visits[state]


class _TakenOut(NamedTuple):
    """A state that was taken out: the ways into it and out of it at that time, and its visits in a row."""

    state: int
    into: Weights
    out: Weights
    stay: float


def _eliminate(rows: dict[int, Weights], numbers: Numbers) -> list[_TakenOut]:
    """Take all states out of a loop, one after the other, next the one that leaves the fewest new ways.

    The rule is H. M. Markowitz's, Management Science 3 (1957); of equal states the last one is taken.
    """
    into: dict[int, set[int]] = {state: set() for state in rows}
    for state, row in rows.items():
        for to in row:
            into[to].add(state)

    def new_ways(state: int) -> int:
        return len(into[state]) * len(rows[state])

    queue = [(new_ways(state), -state) for state in rows if state != OUTSIDE]
    heapify(queue)
    taken_out = []
    while queue:
        expected, negative = heappop(queue)
        if -negative in rows and expected == new_ways(-negative):
            taken_out.append(_take_out(-negative, rows, into, numbers))
            beside = taken_out[-1].into.keys() | taken_out[-1].out.keys()
            for state in beside - {OUTSIDE}:
                heappush(queue, (new_ways(state), -state))
    return taken_out


def _take_out(state: int, rows: dict[int, Weights], into: dict[int, set[int]], numbers: Numbers) -> _TakenOut:
    modulus = numbers.modulus
    row = rows.pop(state)
    row.pop(state, None)
    out = {to: weight % modulus for to, weight in row.items()}
    stay = numbers.inverse(sum(out.values()) % modulus)
    onward = [(to, weight * stay % modulus) for to, weight in out.items()]
    came = {other: rows[other].pop(state) % modulus for other in into.pop(state) if other != state}
    for to in out:
        into[to].discard(state)
    for other, weight in came.items():
        for to, part in onward:
            rows[other][to] = rows[other].get(to, 0) + weight * part
            into[to].add(other)
    return _TakenOut(state, came, out, stay)


def _visits(taken_out: _TakenOut, visits: Weights, numbers: Numbers) -> float:
    came = sum(visits[other] * weight for other, weight in taken_out.into.items())
    return came % numbers.modulus * taken_out.stay % numbers.modulus


def _add_returns(taken_out: _TakenOut, returns: dict[int, Weights], numbers: Numbers) -> None:
    """Add the visits of a state by those who start at it or next to it, and the other way round."""
    state, stay, modulus = taken_out.state, taken_out.stay, numbers.modulus
    into = [(other, weight * stay % modulus) for other, weight in taken_out.into.items() if other != OUTSIDE]
    out = [(to, weight * stay % modulus) for to, weight in taken_out.out.items() if to != OUTSIDE]
    for to, _ in out:
        returns[to][state] = sum(returns[to][other] * weight for other, weight in into) % modulus
    returns[state] = {
        other: sum(weight * returns[to][other] for to, weight in out) % modulus for other, _ in into
    }
    returns[state][state] = (stay + sum(weight * returns[to][state] for to, weight in out)) % modulus
