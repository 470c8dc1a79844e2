"""What research found, whom it heard, and what changed since the earlier study of the same kind."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.definitions import Evidence, Persona
from mkdocs_journeys.insight.distributions import Distribution, distribute
from mkdocs_journeys.insight.evidence import EvidenceInsight, Research
from mkdocs_journeys.insight.journeys import JourneyInsight
from mkdocs_journeys.insight.steps import StepInsight
from mkdocs_journeys.insight.tallies import Measured, ThenAndNow, together

Place = tuple[str, str]
"""A step: the ids of its journey and of itself."""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """A persona of the journeys that stand on a piece of research, and whether it heard people of that kind.

    `n` is the number of people whose readings say that they are of this persona, `segment` whether the
    persona's segment is among those of the research; None: the persona or the research has none.
    """

    persona: str
    n: int
    segment: bool | None


@dataclass(frozen=True, kw_only=True)
class SinceThen(ThenAndNow):
    """A step that this study and an earlier one measured."""

    at: Place


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a piece of research found, for its page.

    `distributions` are its readings by step, in the order of journeys and steps; `kept_back` is the number of
    steps of too few people. `heard` tells whom it heard of the personas concerned, `other_segments` are
    segments of the research that are no concerned persona's. `earlier` is the id of the latest earlier study
    of the same kind that concerns the same journeys, `changes` what both measured, the largest first.
    """

    distributions: Mapping[Place, Distribution]
    kept_back: int
    heard: tuple[Heard, ...]
    other_segments: tuple[str, ...]
    earlier: str | None
    changes: tuple[SinceThen, ...]

    @property
    def unheard(self) -> tuple[str, ...]:
        """The personas concerned that neither a reading nor a segment names, though the research has such."""
        return tuple(each.persona for each in self.heard if not each.n and each.segment is False)


def find_outcomes(
    journeys: Iterable[JourneyInsight], catalogue: Catalogue, research: Research
) -> dict[str, Outcome]:
    """What each piece of research found, by id."""
    found = _Found(research)
    for journey in journeys:
        for step in journey.steps:
            found.add(step)
    people = _people(catalogue)
    studies = _Studies(research)
    return {
        id_: _outcome(piece, found, people[id_], studies.before(piece), catalogue)
        for id_, piece in research.pieces.items()
    }


class _Found:
    """What was found of each step, by piece of research, and how many steps are kept back of each."""

    def __init__(self, research: Research) -> None:
        self.research = research
        self.distributions: defaultdict[str, dict[Place, Distribution]] = defaultdict(dict)
        self.kept_back: Counter[str] = Counter()

    def add(self, step: StepInsight) -> None:
        """Add what was found of a step."""
        place = step.at.journey.id, step.id
        for id_ in step.readings.pieces:
            view = step.readings.inside if id_ in self.research.inside else step.readings.outside
            if own := view.of_piece(id_):
                self.distributions[id_][place] = distribute(together(own), self.research.least)
            else:
                self.kept_back[id_] += 1


def _people(catalogue: Catalogue) -> Mapping[str, Mapping[str | None, int]]:
    """The number of people of each persona in each piece of research, at the step with most of them."""
    most: defaultdict[str, dict[str | None, int]] = defaultdict(dict)
    for rows in catalogue.readings.values():
        counts: Counter[tuple[str, str | None]] = Counter()
        for row in rows:
            counts[row.evidence, row.persona] += row.n
        for (id_, persona), n in counts.items():
            most[id_][persona] = max(n, most[id_].get(persona, 0))
    return most


class _Studies:
    """All dated research by method, view and journey, the oldest first."""

    def __init__(self, research: Research) -> None:
        self.dated: defaultdict[tuple[str, str, str], list[tuple[date, str]]] = defaultdict(list)
        for id_, piece in research.pieces.items():
            if piece.evidence.date is not None:
                for key in _keys(piece):
                    self.dated[key].append((piece.evidence.date, id_))
        for studies in self.dated.values():
            studies.sort()

    def before(self, piece: EvidenceInsight) -> str | None:
        """The latest earlier study by the same method and of the same view, of a journey in common."""
        day = piece.evidence.date
        if day is None:
            return None
        candidates = (_latest_before(day, self.dated[key]) for key in _keys(piece))
        return max(filter(None, candidates), default=(day, None))[1]


def _keys(piece: EvidenceInsight) -> list[tuple[str, str, str]]:
    journeys = sorted({claim.journey for claim in piece.claims if claim.journey is not None})
    return [(piece.evidence.method, piece.evidence.view, journey) for journey in journeys]


def _latest_before(day: date, studies: Sequence[tuple[date, str]]) -> tuple[date, str] | None:
    place = bisect_left(studies, (day, ""))
    return studies[place - 1] if place else None


def _outcome(
    piece: EvidenceInsight,
    found: _Found,
    people: Mapping[str | None, int],
    earlier: str | None,
    catalogue: Catalogue,
) -> Outcome:
    evidence = piece.evidence
    own = found.distributions[evidence.id]
    concerned = _concerned(piece, catalogue)
    return Outcome(
        distributions=own,
        kept_back=found.kept_back[evidence.id],
        heard=tuple(_heard(persona, evidence, people) for persona in concerned),
        other_segments=_other_segments(evidence, concerned),
        earlier=earlier,
        changes=_changes(own, found.distributions[earlier]) if earlier else (),
    )


def _concerned(piece: EvidenceInsight, catalogue: Catalogue) -> tuple[Persona, ...]:
    """The personas of the steps and journeys that stand on it, in the order of the catalogue."""
    found = {claim.persona for claim in piece.claims}
    for claim in piece.claims:
        if claim.journey is not None and claim.persona is None:
            found.update(catalogue.personas_at(claim.journey, claim.step))
    return tuple(persona for id_, persona in catalogue.personas.items() if id_ in found)


def _heard(persona: Persona, evidence: Evidence, people: Mapping[str | None, int]) -> Heard:
    known = persona.segment and evidence.segments
    return Heard(
        persona=persona.id,
        n=people.get(persona.id, 0),
        segment=_same(persona.segment or "") in map(_same, evidence.segments) if known else None,
    )


def _other_segments(evidence: Evidence, concerned: Iterable[Persona]) -> tuple[str, ...]:
    known = {_same(persona.segment) for persona in concerned if persona.segment}
    return tuple(segment for segment in evidence.segments if _same(segment) not in known)


def _same(segment: str) -> str:
    return " ".join(segment.casefold().split())


def _changes(now: Mapping[Place, Distribution], then: Mapping[Place, Distribution]) -> tuple[SinceThen, ...]:
    changes = [
        SinceThen(
            at=place,
            then=Measured(then[place].mean, then[place].n),
            now=Measured(found.mean, found.n),
        )
        for place, found in now.items()
        if place in then
    ]
    return tuple(sorted(changes, key=lambda change: -abs(change.size)))
