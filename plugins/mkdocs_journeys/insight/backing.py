"""The kinds of research behind a step's score, and what each of them says."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions import Basis, Method, Step
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.feelings import StepFeeling
from mkdocs_journeys.insight.tallies import Measured, Tally, measure

_AGREEMENT = 0.5


@dataclass(frozen=True, kw_only=True)
class Backing:
    """A kind of research behind a step's score; `measured` is None where it gave no readings.

    It agrees when the mean of its readings lies within half a level (0.5) of the score. One that is only
    named as standing behind the score agrees.
    """

    method: Method
    measured: Measured | None
    agrees: bool


def find_backing(
    step: Step, feeling: StepFeeling | None, tallies: Sequence[Tally], research: Research
) -> tuple[Backing, ...]:
    """The kinds of research behind a step's score, sorted by their names; an assumption is none."""
    if feeling is None:
        return ()
    outside = [each for each in tallies if each.evidence not in research.inside]
    behind = {each.evidence for each in outside}.union(_named(step))
    methods = sorted({research.method(id_) for id_ in behind & research.proof})
    return tuple(_backing(method, feeling.score, outside, research) for method in methods)


def measure_basis(tallies: Sequence[Tally], basis: Basis, research: Research) -> Measured | None:
    """What customers said, or what their behaviour showed, apart: the outside readings with this basis."""
    chosen = [each for each in tallies if each.evidence not in research.inside]
    return measure([each for each in chosen if research.pieces[each.evidence].evidence.basis == basis])


def _backing(method: Method, score: float, outside: Sequence[Tally], research: Research) -> Backing:
    measured = measure([each for each in outside if research.method(each.evidence) == method])
    agrees = measured is None or abs(measured.score - score) <= _AGREEMENT
    return Backing(method=method, measured=measured, agrees=agrees)


def _named(step: Step) -> frozenset[str]:
    """The evidence that is named for a step or for its score."""
    if step.emotion is None:
        return frozenset(step.evidence)
    ratings = [*step.emotion.by_persona.values(), *filter(None, [step.emotion.overall])]
    return frozenset(step.evidence).union(*(rating.evidence for rating in ratings))
