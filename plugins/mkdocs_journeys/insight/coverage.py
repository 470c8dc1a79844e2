"""How much of the map rests on research: of a journey, a persona, an owner, a kind of stage."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from mkdocs_journeys.catalogue import Catalogue, Claim
from mkdocs_journeys.definitions import METHODS, Journey, Method, Step
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.feelings import Feeling
from mkdocs_journeys.insight.journeys import JourneyInsight

StatementKind = Literal["pain", "gain", "quote"]
Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Numbers of scored steps: all of them, and those whose score rests on research.

    `evidenced`: on research; `valid`: on research that still holds; `asked`: on such with customers.
    """

    scored: int = 0
    evidenced: int = 0
    valid: int = 0
    asked: int = 0

    def share(self, steps: int) -> float | None:
        """The share, 0..1, of `steps` in the scored ones; None where nothing is scored."""
        return steps / self.scored if self.scored else None


@dataclass(frozen=True)
class Statement:
    """A pain, a gain or a quote of a step (its id)."""

    step: str
    what: StatementKind
    text: str


@dataclass(frozen=True, kw_only=True)
class Statements:
    """The number of a journey's pains, gains and quotes, and those that rest on no research (`unproved`).

    What is named for the step stands behind each of them too. An assumption is no research.
    """

    all: int
    unproved: tuple[Statement, ...]

    @property
    def evidenced(self) -> int:
        """The number of those that rest on research."""
        return self.all - len(self.unproved)


@dataclass(frozen=True, kw_only=True)
class Studied:
    """What a kind of research says of a journey: ids of its evidence, and how many steps name it.

    `expired`: none of it holds any longer. A piece may stand behind the journey as a whole, and no step.
    """

    evidence: tuple[str, ...]
    steps: int
    expired: bool


Matrix = Mapping[str, Mapping[Method, Studied]]
"""What each journey, by id, was studied with; a kind of research that never was is not there."""


@dataclass(frozen=True, kw_only=True)
class SiteCoverage:
    """The coverage of all steps, and apart: by journey, persona, owner (None: nobody) and kind of stage.

    A stage of no kind is not among `stage_kinds`. `statements` are each journey's, `studied` is the matrix of
    journeys by kinds of research.
    """

    whole: Coverage
    journeys: Mapping[str, Coverage]
    personas: Mapping[str, Coverage]
    owners: Mapping[str | None, Coverage]
    stage_kinds: Mapping[str, Coverage]
    statements: Mapping[str, Statements]
    studied: Matrix

    @property
    def methods(self) -> tuple[Method, ...]:
        """All kinds of research but assumptions, whether or not a journey was studied with them."""
        return tuple(method for method in METHODS if method != "assumption")


def cover(feelings: Iterable[Feeling | None]) -> Coverage:
    """The coverage of steps that feel so; None is a gap, which is not scored."""
    scored = [feeling for feeling in feelings if feeling is not None]
    return Coverage(
        scored=len(scored),
        evidenced=sum(feeling.evidenced for feeling in scored),
        valid=sum(feeling.evidenced and not feeling.expired for feeling in scored),
        asked=sum(_asked(feeling) for feeling in scored),
    )


def _asked(feeling: Feeling) -> bool:
    return feeling.evidenced and any(kind.counts for kind in feeling.backing)


def cover_site(journeys: Iterable[JourneyInsight], catalogue: Catalogue, research: Research) -> SiteCoverage:
    """The coverage of these journeys."""
    listed = list(journeys)
    claims = _claims(research)
    steps = [(journey, step) for journey in listed for step in journey.steps]
    return SiteCoverage(
        whole=cover(step.feeling for _, step in steps),
        journeys={each.journey.id: cover(step.feeling for step in each.steps) for each in listed},
        personas=_grouped(_felt_by_personas(listed), sorted(catalogue.personas)),
        owners=_grouped((catalogue.owner_of(each.journey), step.feeling) for each, step in steps),
        stage_kinds=_grouped(
            (step.at.stage.kind, step.feeling) for _, step in steps if step.at.stage.kind is not None
        ),
        statements={each.journey.id: _statements(each.journey, research) for each in listed},
        studied={each.journey.id: _studied(claims[each.journey.id], research) for each in listed},
    )


def _felt_by_personas(journeys: Iterable[JourneyInsight]) -> Iterator[tuple[str, Feeling | None]]:
    for journey in journeys:
        for step in journey.steps:
            if step.feeling is not None:
                yield from step.feeling.personas.items()


def _grouped(
    felt: Iterable[tuple[Group, Feeling | None]], order: Iterable[Group] = ()
) -> dict[Group, Coverage]:
    groups: dict[Group, list[Feeling | None]] = {group: [] for group in order}
    for group, feeling in felt:
        groups.setdefault(group, []).append(feeling)
    return {group: cover(feelings) for group, feelings in groups.items()}


def _statements(journey: Journey, research: Research) -> Statements:
    found = [(statement, (*own, *step.evidence)) for step in journey.steps for statement, own in _said(step)]
    unproved = tuple(statement for statement, behind in found if not research.proves(behind))
    return Statements(all=len(found), unproved=unproved)


def _said(step: Step) -> Iterator[tuple[Statement, tuple[str, ...]]]:
    """The pains, gains and quotes of a step, each with the evidence that it names."""
    for pain in step.pains:
        yield Statement(step.id, "pain", pain.text), pain.evidence
    for gain in step.gains:
        yield Statement(step.id, "gain", gain.text), gain.evidence
    for quote in step.quotes:
        yield Statement(step.id, "quote", quote.text), quote.evidence


def _claims(research: Research) -> Mapping[str, Sequence[Claim]]:
    """The claims of each journey."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for piece in research.pieces.values():
        for claim in piece.claims:
            if claim.journey is not None:
                found[claim.journey].append(claim)
    return found


def _studied(claims: Iterable[Claim], research: Research) -> dict[Method, Studied]:
    pieces: defaultdict[Method, dict[str, set[str]]] = defaultdict(dict)
    for claim in claims:
        steps = pieces[research.method(claim.evidence)].setdefault(claim.evidence, set())
        if claim.step is not None:
            steps.add(claim.step)
    return {
        method: Studied(
            evidence=tuple(sorted(found)),
            steps=len(set().union(*found.values())),
            expired=research.expired.issuperset(found),
        )
        for method, found in pieces.items()
    }
