"""Means and quartiles of emotion scores, exact in the decimals that people typed."""

from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from functools import lru_cache

_EXACT = Context(prec=80)
"""Digits for the sum of 18-digit scores, each counted up to 10^18 times, and for what a division leaves."""


def mean(scores: Iterable[float]) -> float | None:
    """The plain mean of scores (-2..2); None of none."""
    listed = [_decimal(score) for score in scores]
    return _quotient(_sum(listed), len(listed)) if listed else None


def counted_mean(counts: Mapping[float, int]) -> float:
    """The mean of scores, at least one, each counted as often as `counts` says.

    It does not depend on the order of the scores, and a score counted k times weighs as much as k scores.
    """
    return _quotient(_sum(_times(_decimal(score), n) for score, n in counts.items()), sum(counts.values()))


def quartiles(counts: Mapping[float, int]) -> tuple[float, float]:
    """The lower and the upper quartile of scores, at least one, each counted as often as `counts` says.

    Linear interpolation between order statistics: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
    statistical packages", The American Statistician 50 (1996). Nothing is repeated to count it: the cost is
    that of sorting the different scores, however large the counts are.
    """
    ordered = sorted(counts.items())
    last = sum(counts.values()) - 1
    return _quartile(ordered, last), _quartile(ordered, 3 * last)


def distance(score: float, other: float) -> float:
    """How far two scores are apart, exact in the decimals that people typed: 1.1 and 0.6 are 0.5 apart."""
    return float(abs(_EXACT.subtract(_decimal(score), _decimal(other))))


def _quartile(ordered: list[tuple[float, int]], quarters: int) -> float:
    """The score at the place `quarters`/4, counted from 0, in a sorted list of scores with counts."""
    place, part = divmod(quarters, 4)
    below = _decimal(_at(ordered, place))
    above = _decimal(_at(ordered, place + bool(part)))
    return _quotient(_EXACT.add(_times(below, 4 - part), _times(above, part)), 4)


def _at(ordered: list[tuple[float, int]], place: int) -> float:
    for score, n in ordered:
        if place < n:
            return score
        place -= n
    raise IndexError(place)


@lru_cache(maxsize=4096)
def _decimal(score: float) -> Decimal:
    return Decimal(repr(score))


def _times(score: Decimal, n: int) -> Decimal:
    return _EXACT.multiply(score, Decimal(n))


def _sum(scores: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for score in scores:
        total = _EXACT.add(total, score)
    return total


def _quotient(total: Decimal, n: int) -> float:
    return float(_EXACT.divide(total, Decimal(n))) + 0.0  # + 0.0: no mean is -0.0
