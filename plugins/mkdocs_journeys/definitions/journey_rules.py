"""Rules within one journey: its ids, the personas of its steps, and its shares."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from mkdocs_journeys.definitions.findings import Finding, short
from mkdocs_journeys.definitions.ids import RESERVED_ANCHORS
from mkdocs_journeys.definitions.journey import Journey, Next, Start, Step
from mkdocs_journeys.definitions.journey_ways import (
    by_id,
    check_targets,
    check_ways,
    goal_in,
    steps_with_ways,
)
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.part_names import named
from mkdocs_journeys.definitions.source import ITEMS
from mkdocs_journeys.definitions.ways import Way

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


_Part = tuple[Way, str, Message]
"""The way to a stage, step or improvement, its id, and how a message calls it."""


def _check_anchors(journey: Journey) -> Iterator[Finding]:
    parts: list[_Part] = []
    for s, stage in enumerate(journey.stages):
        parts.append((("stages", s), stage.id, named("stages", stage.name)))
        parts += [
            (("stages", s, "steps", t), step.id, named("steps", step.name))
            for t, step in enumerate(stage.steps)
        ]
    parts = [part for part in parts if not journey.source.lost_whole(*part[0], "id")]
    yield from _check_equal(journey, parts)
    for way, anchor, what in parts:
        if anchor in RESERVED_ANCHORS:
            message = say(
                '"%(id)s" is the word for leaving in next, so it cannot be an id (%(part)s); give it another '
                "one, such as id: the-%(id)s",
                id=anchor, part=what,
            )  # fmt: skip
            yield journey.source.finding("J127", message, *way, "id")


def _check_equal(journey: Journey, parts: Sequence[_Part]) -> Iterator[Finding]:
    taken = {anchor for _, anchor, _ in parts}
    seen: dict[str, Message] = {}
    proposals: dict[str, Iterator[str]] = {}
    for way, anchor, what in parts:
        if anchor in seen:
            proposed = next(proposals.setdefault(anchor, _free(anchor, taken)))
            message = say(
                'the id "%(id)s" is used twice: %(first)s, %(part)s; give this one its own, such as '
                "id: %(proposed)s",
                id=anchor, first=seen[anchor], part=what, proposed=proposed,
            )  # fmt: skip
            yield journey.source.finding("J128", message, *way, "id")
        seen.setdefault(anchor, what)


def _free(anchor: str, taken: set[str]) -> Iterator[str]:
    """Ids like `anchor` that are not taken."""
    return (proposed for number in count(2) if (proposed := f"{anchor}-{number}") not in taken)


def _parts_of_improvements(journey: Journey) -> list[_Part]:
    return [
        (("improvements", i), improvement.id, named("improvements", improvement.title))
        for i, improvement in enumerate(journey.improvements)
    ]


def _check_targets_of_improvements(journey: Journey) -> Iterator[Finding]:
    anchors = anchors_of(journey)
    for i, improvement in enumerate(journey.improvements):
        if journey.source.lost("improvements", i, "for"):
            continue
        for f, target in enumerate(improvement.for_):
            if target not in anchors:
                message = say('this journey has no stage or step "%(id)s"', id=target)
                message = by_id(message, target, anchors)
                yield journey.source.finding("J201", message, "improvements", i, "for", f)


def _check_personas(journey: Journey) -> Iterator[Finding]:
    if not personas_known(journey):
        return
    for way, step in steps_with_ways(journey):
        for p, persona in enumerate(step.personas):
            if persona not in journey.personas:
                message = say('"%(persona)s" is none of the personas of this journey', persona=persona)
                message = by_id(message, persona, _themselves(journey.personas))
                yield journey.source.finding("J213", message, *way, "personas", p)
        if step.emotion and step.emotion.by_persona and not journey.source.lost(*way, "personas"):
            yield from _check_feeling(journey, way, step, [*(step.personas or journey.personas)])


def _themselves(ids: Iterable[str]) -> dict[str, str]:
    """Ids, each for its own name: names of others are not known in one journey."""
    return {each: each for each in ids}


def _check_feeling(journey: Journey, way: Way, step: Step, takers: list[str]) -> Iterator[Finding]:
    for persona in step.emotion.by_persona if step.emotion else ():
        if persona not in takers:
            message = say(
                'persona "%(persona)s" does not take step "%(step)s"', persona=short(persona), step=step.name
            )
            message = _taken_by(message, persona, takers)
            yield journey.source.finding("J213", message, *way, "emotion", persona, key=True)


def _taken_by(message: Message, persona: str, takers: list[str]) -> Message:
    proposed = by_id(message, persona, _themselves([*takers, "score", "evidence", "inside"]))
    if proposed is not message:
        return proposed
    return say("%(message)s; those who take it: %(personas)s", message=message, personas=", ".join(takers))


def _check_all_shares(journey: Journey) -> Iterator[Finding]:
    yield from _check_entries(journey, journey.starts, (), "starts", "")
    for way, step in steps_with_ways(journey):
        yield from _check_entries(journey, step.next, way, "next", step.name)


def _check_entries(
    journey: Journey, entries: Sequence[Next | Start], way: Way, key: str, step: str
) -> Iterator[Finding]:
    source = journey.source
    if not entries or source.lost(*way, key) or source.lost_below((*way, key), _SHARES):
        return
    yield from _check_shares(journey, [entry.share for entry in entries], way, key, step)
    seen: set[tuple[str, str | None]] = set()
    for n, entry in enumerate(entries):
        target = entry.at if isinstance(entry, Start) else str(goal_in(journey, entry.to))
        if (target, entry.why) in seen:
            message = say(
                '"%(target)s" is named twice in %(key)s; write it once, or say a different why for each',
                target=target, key=key,
            )  # fmt: skip
            yield journey.source.finding("J122", message, *way, key, n)
        seen.add((target, entry.why))


def _check_shares(
    journey: Journey, shares: Sequence[float | None], way: Way, key: str, step: str
) -> Iterator[Finding]:
    what = named("steps", step) if step else say("the journey")
    given = [share for share in shares if share is not None]
    if given and len(given) < len(shares):
        message = say("%(part)s: give a share for every entry of %(key)s, or for none", part=what, key=key)
        yield journey.source.finding("J214", message, *way, key, shares.index(None))
    elif given and abs(sum(given) - 1) > SHARES_TOLERANCE + _ROUNDING:
        message = say(
            "%(part)s: the shares of %(key)s add up to %(sum)s, not to 1",
            part=what,
            key=key,
            sum=f"{sum(given):g}",
        )
        yield journey.source.finding("J214", message, *way, key)


def _check_future(journey: Journey) -> Iterator[Finding]:
    if journey.future_of is not None and journey.state != "future" and not journey.source.lost("state"):
        message = say("future_of stands only on a planned journey; add a line state: future, or leave it out")
        yield journey.source.finding("J212", message, "future_of", key=True)
