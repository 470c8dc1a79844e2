"""A journey as seen from two sides: what the company believes and what is; what is said and what is done."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.definitions import Basis
from mkdocs_journeys.insight.backing import named_for
from mkdocs_journeys.insight.curves import Curve, draw_measured
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.scores import mean
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.tallies import Measured

Sides = Literal["inside-outside", "said-done"]
Known = Callable[[StepInsight, Research], Measured | None]


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A step of which both sides are known: mean score and people of each (n is 0 where it was typed)."""

    step: str
    first: Measured
    second: Measured

    @property
    def size(self) -> float:
        """By how much the first side is better than the second, -4..4."""
        return self.first.score - self.second.score


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two curves through a journey, one a side, and the steps where both are known, the widest gap first.

    `first` is what the company believes, or what customers say; `second` what customers tell or show, or
    what they do.
    """

    sides: Sides
    first: Curve
    second: Curve
    gaps: tuple[Gap, ...]

    @property
    def gap(self) -> float | None:
        """The plain mean of the gaps, -4..4; None where no step has both sides."""
        return mean(gap.size for gap in self.gaps)


def compare_sides(steps: Sequence[StepInsight], research: Research) -> tuple[Comparison, ...]:
    """Inside against outside and said against done, each where both sides are known of at least one step."""
    found = (
        _compare("inside-outside", steps, research, inside_of, outside_of),
        _compare("said-done", steps, research, _basis_of("said"), _basis_of("done")),
    )
    return tuple(comparison for comparison in found if comparison.gaps)


def inside_of(step: StepInsight, research: Research) -> Measured | None:
    """What the company believes of a step: measured, else typed, else a score that no customer stands behind.

    The typed score that readings replaced is such a score too, where no research with customers was named
    for it.
    """
    if step.believed is not None:
        return step.believed
    feeling = step.feeling
    if feeling is None or feeling.assumed is None or _asked(step, research):
        return None
    return Measured(feeling.assumed, 0)


def outside_of(step: StepInsight, research: Research) -> Measured | None:
    """What customers tell or show: their readings, else a typed score that rests on research with them."""
    feeling = step.feeling
    if feeling is None or not (feeling.n or (feeling.evidenced and _asked(step, research))):
        return None
    return Measured(feeling.score, feeling.n)


def _basis_of(basis: Basis) -> Known:
    def known(step: StepInsight, research: Research) -> Measured | None:
        """Readings; else the typed score, where all the research with customers behind it has this basis."""
        measured = step.said if basis == "said" else step.done
        if measured is not None or step.feeling is None or step.feeling.n or not step.feeling.evidenced:
            return measured
        bases = {research.pieces[id_].evidence.basis for id_ in _asked(step, research)}
        return Measured(step.feeling.score, 0) if bases == {basis} else None

    return known


def _asked(step: StepInsight, research: Research) -> frozenset[str]:
    """The research named for a score that asked or observed customers."""
    return named_for(step.at.step) & research.customers


def _compare(
    sides: Sides, steps: Sequence[StepInsight], research: Research, first: Known, second: Known
) -> Comparison:
    firsts = [first(step, research) for step in steps]
    seconds = [second(step, research) for step in steps]
    return Comparison(
        sides=sides,
        first=draw_measured(steps, firsts, typed_evidenced=sides == "said-done"),
        second=draw_measured(steps, seconds, typed_evidenced=True),
        gaps=tuple(sorted(_gaps(steps, firsts, seconds), key=lambda gap: -abs(gap.size))),
    )


def _gaps(
    steps: Sequence[StepInsight], firsts: Sequence[Measured | None], seconds: Sequence[Measured | None]
) -> Iterator[Gap]:
    for step, first, second in zip(steps, firsts, seconds, strict=True):
        if first is not None and second is not None:
            yield Gap(step=step.id, first=first, second=second)
