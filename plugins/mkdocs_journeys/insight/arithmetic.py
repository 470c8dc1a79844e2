"""The numbers to compute a flow in: floats, or generic values for unknown shares, exact.

A figure of a flow is a quotient of polynomials in the shares that are not known. It is known when it is the
same whatever they are, that is when the quotient is constant. This is decided by evaluating it at generic
values of the shares, exactly, in the integers modulo the prime 2^61 - 1: two different values prove that it
is not constant; if it is not, two values are equal with a probability below 10^-15 (J. T. Schwartz, "Fast
probabilistic algorithms for verification of polynomial identities", Journal of the ACM 27 (1980); R. Zippel,
"Probabilistic algorithms for sparse polynomials", EUROSAM 1979). The generic values are fixed, so that the
answer is the same in every build.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b

_PRIME = 2**61 - 1


@dataclass(frozen=True)
class Numbers:
    """Floats (with an infinite modulus, to which they reduce unchanged), or integers modulo a prime.

    `unknown(state, n)` are shares for n ways of a state, which add up to 1.
    """

    modulus: float
    inverse: Callable[[float], float]
    number: Callable[[Fraction], float]
    unknown: Callable[[int, int], Sequence[float]]


def _reciprocal(number: float) -> float:
    return 1 / number if number else math.inf


def _halves(_: int, count: int) -> list[float]:
    """Shares that add up to 1 to the last digit: a half, a quarter, an eighth, an eighth."""
    free = [0.5**place for place in range(1, count)]
    return [*free, 0.5 ** (count - 1)]


FLOATS = Numbers(modulus=math.inf, inverse=_reciprocal, number=float, unknown=_halves)


def residues(assignment: int) -> Numbers:
    """Integers modulo the prime, with generic values for unknown shares: others for each assignment."""

    def unknown(state: int, count: int) -> list[int]:
        free = [_generic(assignment, state, place) for place in range(count - 1)]
        return [*free, (1 - sum(free)) % _PRIME]

    return Numbers(modulus=_PRIME, inverse=_inverse, number=_residue, unknown=unknown)


def _generic(*place: int) -> int:
    return int.from_bytes(blake2b(repr(place).encode(), digest_size=8).digest()) % _PRIME


def _inverse(number: float) -> int:
    return pow(int(number), -1, _PRIME) if number else 0


def _residue(share: Fraction) -> int:
    return share.numerator * _inverse(share.denominator % _PRIME) % _PRIME
