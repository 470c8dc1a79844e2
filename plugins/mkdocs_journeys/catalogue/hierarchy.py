"""The hierarchy of journeys: `part_of` seen from below, `opens` seen from above."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.definitions import Finding, Journey, JourneyPlace, steps_with_ways

Parents = dict[str, JourneyPlace]


def hierarchy(
    journeys: Iterable[Journey],
) -> tuple[Parents, Mapping[str, tuple[str, ...]], tuple[Finding, ...]]:
    """The parent and the children of each journey, and what does not fit together (J210, J211).

    A parent that is not among `journeys` is none.
    """
    by_id = {journey.id: journey for journey in sorted(journeys, key=lambda journey: journey.id)}
    parents, findings = _parents(by_id)
    cycles = list(_cycles(by_id, parents))
    for cycle in cycles:
        for journey in cycle:
            parents.pop(journey, None)
    findings += [_cycle_finding(by_id, cycle) for cycle in cycles]
    return parents, _children(parents), tuple(findings)


def _parents(by_id: dict[str, Journey]) -> tuple[Parents, list[Finding]]:
    parents = {
        journey.id: journey.part_of
        for journey in by_id.values()
        if journey.part_of is not None and journey.part_of.journey in by_id
    }
    findings: list[Finding] = []
    opened: Parents = {}
    for journey in by_id.values():
        for way, step in steps_with_ways(journey):
            if step.opens is None or step.opens not in by_id:
                continue
            place = JourneyPlace(journey.id, step.id)
            stated = opened.get(step.opens) or parents.get(step.opens)
            if stated is not None and not _agrees(journey, stated, place):
                message = f'"{step.opens}" is part of {stated}, so this step cannot open it'
                findings.append(journey.source.finding("J211", message, *way, "opens"))
                continue
            opened[step.opens] = place
    return {**parents, **opened}, findings


def _agrees(journey: Journey, stated: JourneyPlace, place: JourneyPlace) -> bool:
    if stated.journey != place.journey:
        return False
    stage = next(stage.id for stage in journey.stages if any(step.id == place.anchor for step in stage.steps))
    return stated.anchor in (None, place.anchor, stage)


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


def _cycle_finding(by_id: dict[str, Journey], cycle: list[str]) -> Finding:
    first = min(cycle)
    at = cycle.index(first)
    round_trip = " is part of ".join([*cycle[at:], *cycle[:at], first])
    journey = by_id[first]
    return journey.source.finding("J210", f"a journey cannot be part of itself: {round_trip}", "part_of")


def _children(parents: Parents) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for child in sorted(parents):
        found.setdefault(parents[child].journey, []).append(child)
    return {parent: tuple(children) for parent, children in sorted(found.items())}
