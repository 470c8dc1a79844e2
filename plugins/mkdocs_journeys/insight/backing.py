"""The kinds of research behind a score, and what each of them says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_journeys.definitions import Method, Step
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.scores import distance
from mkdocs_journeys.insight.step_readings import StepReadings
from mkdocs_journeys.insight.tallies import Measured, Tally, measure

AGREEMENT = 0.5
"""How far from the score, in levels, the mean of research that agrees with it may lie."""


@dataclass(frozen=True, kw_only=True)
class Backing:
    """A kind of research behind a score.

    Of a kind that still holds, only what holds is looked at. `measured` is None where it gave no readings of
    the score, or where they are kept back (see `disclosure`). It agrees when the mean of its readings lies
    within half a level (0.5) of the score; one that is only named agrees as far as what was typed does.
    `kept_back`: it gave readings that may not be shown, nor whether they agree.
    `holds`: not all of it has expired. `counts`: it asked or observed customers and still holds; `people` is
    how many of them.
    """

    method: Method
    measured: Measured | None
    agrees: bool
    kept_back: bool
    holds: bool
    counts: bool
    people: int


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A score, and what was typed before readings replaced it (None: nothing), with what stands behind it.

    `named` is the evidence named for it. `apart`: whether its readings may be told by kinds of research.
    """

    score: float
    typed: float | None
    named: frozenset[str]
    readings: StepReadings
    apart: bool


def find_backing(judged: Judged, research: Research) -> tuple[Backing, ...]:
    """The kinds of research behind a score, sorted by their names; an assumption is none.

    A piece whose readings are all of somebody else, or too few to be shown, stands behind nothing.
    """
    read = {tally.evidence for tally in judged.readings.outside.tallies}
    behind = research.proof & (read | judged.named.difference(judged.readings.pieces))
    methods = sorted({research.method(id_) for id_ in behind})
    return tuple(
        _backing(method, frozenset(id_ for id_ in behind if research.method(id_) == method), judged, research)
        for method in methods
    )


def _backing(method: Method, pieces: frozenset[str], judged: Judged, research: Research) -> Backing:
    holding = pieces - research.expired
    looked_at = holding or pieces
    readings = [tally for tally in judged.readings.outside.tallies if tally.evidence in looked_at]
    told = judged.readings.outside.of_kind(method, holds=bool(holding)) if judged.apart else ()
    customers = holding & research.customers
    return Backing(
        method=method,
        measured=measure(told),
        agrees=_agrees(measure(readings), judged),
        kept_back=bool(readings) and not told,
        holds=bool(holding),
        counts=bool(customers),
        people=_people(customers, readings, research),
    )


def _agrees(measured: Measured | None, judged: Judged) -> bool:
    said = judged.typed if measured is None else measured.score
    return said is None or distance(said, judged.score) <= AGREEMENT


def _people(pieces: Iterable[str], tallies: Sequence[Tally], research: Research) -> int:
    """Those whose readings are there; of a piece that is only named, all who took part."""
    counted = {id_: sum(tally.n for tally in tallies if tally.evidence == id_) for id_ in pieces}
    return sum(n or research.participants(id_) for id_, n in counted.items())


def named_for(step: Step, persona: str | None = None) -> frozenset[str]:
    """The evidence named for a step or for its score: for everybody's, or for one persona's."""
    if step.emotion is None:
        return frozenset(step.evidence)
    overall, each = step.emotion.overall, step.emotion.by_persona
    own = each.values() if persona is None else filter(None, [each.get(persona)])
    ratings = [*own, *filter(None, [overall])]
    return frozenset(step.evidence).union(*(rating.evidence for rating in ratings))
