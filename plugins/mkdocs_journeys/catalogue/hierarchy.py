"""The hierarchy of journeys: `part_of` seen from below, `opens` seen from above."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.definitions import Finding, Journey, JourneyPlace, Way, anchors_of, say, steps_with_ways

Parents = dict[str, JourneyPlace]


_Origin = tuple[Journey, Way]
"""The journey that says where another one belongs, and the way to where it says so."""


def hierarchy(
    journeys: Iterable[Journey],
) -> tuple[Parents, Mapping[str, tuple[str, ...]], tuple[Finding, ...]]:
    """The parent and the children of each journey, and what does not fit together (J210, J211).

    A parent that is not among `journeys` is none.
    """
    by_id = {journey.id: journey for journey in sorted(journeys, key=lambda journey: journey.id)}
    parents, origins = _stated(by_id)
    findings = list(_open(by_id, parents, origins))
    for cycle in list(_cycles(by_id, parents)):
        findings.append(_cycle_finding(cycle, origins))
        for journey in cycle:
            parents.pop(journey, None)
    return parents, _children(parents), tuple(findings)


def _stated(by_id: dict[str, Journey]) -> tuple[Parents, dict[str, _Origin]]:
    parents = {
        journey.id: journey.part_of
        for journey in by_id.values()
        if journey.part_of is not None and journey.part_of.journey in by_id
    }
    return parents, {child: (by_id[child], ("part_of",)) for child in parents}


def _open(by_id: dict[str, Journey], parents: Parents, origins: dict[str, _Origin]) -> Iterator[Finding]:
    """Make parents more exact by what opens them, with a finding where the two disagree."""
    for journey in by_id.values():
        for way, step in steps_with_ways(journey):
            if step.opens is None or step.opens not in by_id:
                continue
            place = JourneyPlace(journey.id, step.id)
            stated = parents.get(step.opens)
            if stated is not None and not _agrees(journey, stated, place):
                message = say(
                    'the journey "%(id)s" is part of %(place)s, so this step cannot open it',
                    id=step.opens,
                    place=stated,
                )
                yield journey.source.finding("J211", message, *way, "opens")
            else:
                parents[step.opens] = place
                origins.setdefault(step.opens, (journey, (*way, "opens")))


def _agrees(journey: Journey, stated: JourneyPlace, place: JourneyPlace) -> bool:
    if stated.journey != place.journey:
        return False
    stage = next(stage.id for stage in journey.stages if any(step.id == place.anchor for step in stage.steps))
    return stated.anchor in (None, place.anchor, stage) or stated.anchor not in anchors_of(journey)


def _cycles(by_id: dict[str, Journey], parents: Parents) -> Iterator[list[str]]:
    done: set[str] = set()
    for start in by_id:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in done and here not in way:
            way.append(here)
            here = parents[here].journey if here in parents else None
        if here is not None and here in way:
            yield way[way.index(here) :]
        done.update(way)


def _cycle_finding(cycle: list[str], origins: dict[str, _Origin]) -> Finding:
    first = min(cycle)
    at = cycle.index(first)
    way_round = " > ".join([*cycle[at:], *cycle[:at], first])
    journey, way = origins[first]
    message = say("a journey cannot be part of itself: %(way)s", way=way_round)
    return journey.source.finding("J210", message, *way)


def _children(parents: Parents) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for child in sorted(parents):
        found.setdefault(parents[child].journey, []).append(child)
    return {parent: tuple(children) for parent, children in sorted(found.items())}
