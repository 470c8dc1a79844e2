"""Rules within one journey: its ids, the personas of its steps, and its shares."""

from collections.abc import Iterator, Sequence
from itertools import count

from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.ids import RESERVED_ANCHORS
from mkdocs_journeys.definitions.journey import Journey, Next, Start, Step
from mkdocs_journeys.definitions.journey_ways import check_targets, check_ways, goal_in, steps_with_ways
from mkdocs_journeys.definitions.source import ITEMS, Way
from mkdocs_journeys.definitions.suggestions import did_you_mean

SHARES_TOLERANCE = 0.005
_ROUNDING = 1e-9
_SHARES = frozenset({"share", "to", "at", ITEMS})


def check_journey(journey: Journey) -> Iterator[Finding]:
    """Every fault within `journey` that can be seen without other files."""
    yield from _check_personas(journey)
    yield from _check_all_shares(journey)
    yield from _check_future(journey)
    yield from _check_equal(journey, _parts_of_improvements(journey))
    wrong_anchors = list(_check_anchors(journey))
    yield from wrong_anchors
    if anchors_known(journey):
        yield from _check_targets_of_improvements(journey)
        yield from check_targets(journey) if wrong_anchors else check_ways(journey)


def anchors_known(journey: Journey) -> bool:
    """Whether the ids of all stages and steps are as they were meant, and none was lost to a fault."""
    source = journey.source
    if source.is_whole:
        return True
    stages = [("stages", s) for s in range(len(journey.stages))]
    steps = [way for way, _ in steps_with_ways(journey)]
    return not (
        source.lost("stages")
        or any(source.lost(*way, "id") or source.lost(*way, "steps") for way in stages)
        or any(source.lost(*way, "id") for way in steps)
    )


def personas_known(journey: Journey) -> bool:
    """Whether the journey's personas are as they were meant, and none was lost to a fault."""
    return not journey.source.lost("personas")


def anchors_of(journey: Journey) -> dict[str, str]:
    """Ids of stages and steps with their names."""
    stages = {stage.id: stage.name for stage in journey.stages}
    return {**stages, **{step.id: step.name for step in journey.steps}}


_Part = tuple[Way, str, str]
"""The way to a stage, step or improvement, its id, and how a message calls it."""


def _check_anchors(journey: Journey) -> Iterator[Finding]:
    parts: list[_Part] = []
    for s, stage in enumerate(journey.stages):
        parts.append((("stages", s), stage.id, f'stage "{stage.name}"'))
        parts += [
            (("stages", s, "steps", t), step.id, f'step "{step.name}"') for t, step in enumerate(stage.steps)
        ]
    parts = [part for part in parts if not journey.source.lost_whole(*part[0], "id")]
    yield from _check_equal(journey, parts)
    for way, anchor, what in parts:
        if anchor in RESERVED_ANCHORS:
            message = f'{what} cannot have the id "{anchor}", which next uses for leaving; give it another id'
            yield journey.source.finding("J127", message, *way, "id")


def _check_equal(journey: Journey, parts: Sequence[_Part]) -> Iterator[Finding]:
    taken = {anchor for _, anchor, _ in parts}
    seen: dict[str, str] = {}
    proposals: dict[str, Iterator[str]] = {}
    for way, anchor, what in parts:
        if anchor in seen:
            proposed = next(proposals.setdefault(anchor, _free(anchor, taken)))
            message = (
                f'{what} has the id "{anchor}" like {seen[anchor]}; give it one of its own, like '
                f"id: {proposed}"
            )
            yield journey.source.finding("J128", message, *way, "id")
        seen.setdefault(anchor, what)


def _free(anchor: str, taken: set[str]) -> Iterator[str]:
    """Ids like `anchor` that are not taken."""
    return (proposed for number in count(2) if (proposed := f"{anchor}-{number}") not in taken)


def _parts_of_improvements(journey: Journey) -> list[_Part]:
    return [
        (("improvements", i), improvement.id, f'improvement "{improvement.title}"')
        for i, improvement in enumerate(journey.improvements)
    ]


def _check_targets_of_improvements(journey: Journey) -> Iterator[Finding]:
    anchors = anchors_of(journey)
    for i, improvement in enumerate(journey.improvements):
        if journey.source.lost("improvements", i, "for"):
            continue
        for f, target in enumerate(improvement.for_):
            if target not in anchors:
                message = f'this journey has no stage or step "{target}"{did_you_mean(target, anchors)}'
                yield journey.source.finding("J201", message, "improvements", i, "for", f)


def _check_personas(journey: Journey) -> Iterator[Finding]:
    if not personas_known(journey):
        return
    for way, step in steps_with_ways(journey):
        for p, persona in enumerate(step.personas):
            if persona not in journey.personas:
                hint = did_you_mean(persona, journey.personas)
                message = f'"{persona}" is none of the journey\'s personas{hint}'
                yield journey.source.finding("J213", message, *way, "personas", p)
        if step.emotion and step.emotion.by_persona and not journey.source.lost(*way, "personas"):
            yield from _check_feeling(journey, way, step, [*(step.personas or journey.personas)])


def _check_feeling(journey: Journey, way: Way, step: Step, takers: list[str]) -> Iterator[Finding]:
    for persona in step.emotion.by_persona if step.emotion else ():
        if persona not in takers:
            hint = did_you_mean(persona, [*takers, "score", "evidence", "inside"])
            hint = hint or f"; it is taken by {', '.join(takers)}"
            message = f'persona "{persona}" does not take step "{step.name}"{hint}'
            yield journey.source.finding("J213", message, *way, "emotion", persona, key=True)


def _check_all_shares(journey: Journey) -> Iterator[Finding]:
    yield from _check_entries(journey, journey.starts, (), "starts", "the journey")
    for way, step in steps_with_ways(journey):
        yield from _check_entries(journey, step.next, way, "next", f'step "{step.name}"')


def _check_entries(
    journey: Journey, entries: Sequence[Next | Start], way: Way, key: str, what: str
) -> Iterator[Finding]:
    if not entries or journey.source.lost_below((*way, key), _SHARES):
        return
    yield from _check_shares(journey, [entry.share for entry in entries], way, key, what)
    seen: set[tuple[str, str | None]] = set()
    for n, entry in enumerate(entries):
        target = entry.at if isinstance(entry, Start) else str(goal_in(journey, entry.to))
        if (target, entry.why) in seen:
            message = f'"{target}" is named twice in {key}; write it once, or say a different why for each'
            yield journey.source.finding("J122", message, *way, key, n)
        seen.add((target, entry.why))


def _check_shares(
    journey: Journey, shares: Sequence[float | None], way: Way, key: str, what: str
) -> Iterator[Finding]:
    given = [share for share in shares if share is not None]
    if given and len(given) < len(shares):
        message = f"{what}: give a share for every entry of {key}, or for none"
        yield journey.source.finding("J214", message, *way, key, shares.index(None))
    elif given and abs(sum(given) - 1) > SHARES_TOLERANCE + _ROUNDING:
        message = f"{what}: the shares of {key} add up to {sum(given):g}, not to 1"
        yield journey.source.finding("J214", message, *way, key)


def _check_future(journey: Journey) -> Iterator[Finding]:
    if journey.future_of is not None and journey.state != "future" and not journey.source.lost("state"):
        message = "future_of stands only on a journey with state: future"
        yield journey.source.finding("J212", message, "future_of", key=True)
