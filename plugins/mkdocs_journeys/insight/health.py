"""What to mend first: what nobody looks after, what nobody proved, and what was promised and not kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.catalogue import Catalogue, is_stale, lacks_evidence
from mkdocs_journeys.definitions import Definition, Kind
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.improvements import RankedImprovement
from mkdocs_journeys.insight.journeys import JourneyInsight

Listed = Mapping[Kind, tuple[str, ...]]
"""Ids of definitions by kind, sorted; every kind is there."""


@dataclass(frozen=True, kw_only=True)
class Health:
    """Ids of what needs somebody's attention. Archived journeys and drafts need none.

    `never_reviewed` are `stale` too. `without_evidence`: journeys and personas of which nothing rests on
    more than an assumption. `expired`: evidence that no longer holds; `outdated`: steps (journey, step)
    whose score rests on expired evidence alone. `unused`: evidence that nothing stands on. `overdue`:
    improvements that were promised for a day that has passed.
    """

    stale: Listed
    never_reviewed: Listed
    unowned: Listed
    without_evidence: Listed
    expired: tuple[str, ...]
    outdated: tuple[tuple[str, str], ...]
    unused: tuple[str, ...]
    overdue: tuple[RankedImprovement, ...]


def examine(
    catalogue: Catalogue,
    journeys: Iterable[JourneyInsight],
    research: Research,
    improvements: Iterable[RankedImprovement],
) -> Health:
    """What needs attention in these journeys, and in all that a catalogue holds beside journeys."""
    listed = list(journeys)
    kinds = _kinds(catalogue, listed)
    return Health(
        stale=_those(kinds, lambda each: is_stale(each, catalogue)),
        never_reviewed=_those(kinds, lambda each: each.reviewed is None),
        unowned=_those(kinds, lambda each: each.owner is None),
        without_evidence=_those(kinds, lambda each: lacks_evidence(each, catalogue)),
        expired=tuple(sorted(research.expired)),
        outdated=tuple(_outdated(listed)),
        unused=tuple(sorted(id_ for id_, piece in research.pieces.items() if not piece.claims)),
        overdue=tuple(ranked for ranked in improvements if ranked.overdue),
    )


_Kinds = Mapping[Kind, Mapping[str, Definition]]


def _kinds(catalogue: Catalogue, journeys: Iterable[JourneyInsight]) -> _Kinds:
    described = {id_: entry.described for id_, entry in catalogue.touchpoints.items()}
    return {
        "journey": {each.journey.id: each.journey for each in journeys},
        "persona": catalogue.personas,
        "touchpoint": {id_: touchpoint for id_, touchpoint in described.items() if touchpoint is not None},
        "evidence": catalogue.evidence,
    }


def _those(kinds: _Kinds, chosen: Callable[[Definition], bool]) -> Listed:
    return {
        kind: tuple(sorted(id_ for id_, each in all_.items() if chosen(each))) for kind, all_ in kinds.items()
    }


def _outdated(journeys: Iterable[JourneyInsight]) -> Iterator[tuple[str, str]]:
    for journey in journeys:
        for step in journey.steps:
            if step.feeling is not None and step.feeling.expired:
                yield journey.journey.id, step.id
