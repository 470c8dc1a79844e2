"""Rules within one journey: its ids, the personas of its steps, and where its steps lead."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.definitions.findings import Finding
from mkdocs_journeys.definitions.ids import RESERVED_ANCHORS
from mkdocs_journeys.definitions.journey import Journey, Next, Start, Step
from mkdocs_journeys.definitions.suggestions import did_you_mean

Way = tuple[str | int, ...]
SHARES_TOLERANCE = 0.005
END = "end"
EXIT = "exit"
OVER = "over"


def check_journey(journey: Journey) -> Iterator[Finding]:
    """Every fault within `journey` that can be seen without other files."""
    yield from _check_anchors(journey)
    yield from _check_improvements(journey)
    yield from _check_personas(journey)
    yield from _check_next(journey)
    yield from _check_starts(journey)
    yield from _check_loops(journey)
    yield from _check_unreached(journey)
    yield from _check_plays(journey)
    yield from _check_future(journey)


def steps_with_ways(journey: Journey) -> Iterator[tuple[Way, Step]]:
    """Every step with the way to it."""
    for s, stage in enumerate(journey.stages):
        for t, step in enumerate(stage.steps):
            yield ("stages", s, "steps", t), step


def anchors_of(journey: Journey) -> dict[str, str]:
    """Ids of stages and steps with their names."""
    stages = {stage.id: stage.name for stage in journey.stages}
    return {**stages, **{step.id: step.name for step in journey.steps}}


def _check_anchors(journey: Journey) -> Iterator[Finding]:
    parts: list[tuple[Way, str, str]] = []
    for s, stage in enumerate(journey.stages):
        parts.append((("stages", s), stage.id, f'stage "{stage.name}"'))
        parts += [(("stages", s, "steps", t), step.id, f'step "{step.name}"') for t, step in enumerate(stage.steps)]
    yield from _check_equal(journey, parts)
    for way, anchor, what in parts:
        if anchor in RESERVED_ANCHORS:
            yield journey.source.finding("J127", f'{what} cannot have the id "{anchor}"; give it another id', *way, "id")


def _check_equal(journey: Journey, parts: list[tuple[Way, str, str]]) -> Iterator[Finding]:
    taken = {anchor for _, anchor, _ in parts}
    seen: dict[str, str] = {}
    for way, anchor, what in parts:
        if anchor in seen:
            proposed = _free(anchor, taken)
            message = f'{what} has the id "{anchor}" like {seen[anchor]}; give it one of its own, like id: {proposed}'
            yield journey.source.finding("J128", message, *way, "id")
        seen.setdefault(anchor, what)


def _free(anchor: str, taken: set[str]) -> str:
    number = 2
    while f"{anchor}-{number}" in taken:
        number += 1
    taken.add(f"{anchor}-{number}")
    return f"{anchor}-{number}"


def _check_improvements(journey: Journey) -> Iterator[Finding]:
    parts = [
        (("improvements", i), improvement.id, f'improvement "{improvement.title}"')
        for i, improvement in enumerate(journey.improvements)
    ]
    yield from _check_equal(journey, parts)
    anchors = anchors_of(journey)
    for i, improvement in enumerate(journey.improvements):
        for f, target in enumerate(improvement.for_):
            if target not in anchors:
                hint = did_you_mean(target, anchors)
                message = f'this journey has no stage or step "{target}"{hint}'
                yield journey.source.finding("J201", message, "improvements", i, "for", f)


def _check_personas(journey: Journey) -> Iterator[Finding]:
    for way, step in steps_with_ways(journey):
        for p, persona in enumerate(step.personas):
            if persona not in journey.personas:
                message = f'"{persona}" is none of the journey\'s personas{did_you_mean(persona, journey.personas)}'
                yield journey.source.finding("J213", message, *way, "personas", p)
        takers = step.personas or journey.personas
        for persona in step.emotion.by_persona if step.emotion else ():
            if persona not in takers:
                hint = did_you_mean(persona, takers) or f"; it is taken by {', '.join(takers)}"
                message = f'persona "{persona}" does not take step "{step.name}"{hint}'
                yield journey.source.finding("J213", message, *way, "emotion", persona, key=True)


def _check_next(journey: Journey) -> Iterator[Finding]:
    ids = [step.id for step in journey.steps]
    for way, step in steps_with_ways(journey):
        yield from _check_shares(journey, step.next, way, "next", f'step "{step.name}"')
        for n, entry in enumerate(step.next):
            if entry.to.step is not None and entry.to.step not in ids:
                hint = did_you_mean(entry.to.step, [*ids, EXIT, END])
                message = f'this journey has no step "{entry.to.step}"{hint}'
                yield journey.source.finding("J201", message, *way, "next", n, "to")


def _check_starts(journey: Journey) -> Iterator[Finding]:
    ids = [step.id for step in journey.steps]
    yield from _check_shares(journey, journey.starts, (), "starts", "the journey")
    for s, start in enumerate(journey.starts):
        if start.at not in ids:
            message = f'this journey has no step "{start.at}"{did_you_mean(start.at, ids)}'
            yield journey.source.finding("J201", message, "starts", s, "at")


def _check_shares(
    journey: Journey, entries: Sequence[Next] | Sequence[Start], way: Way, key: str, what: str
) -> Iterator[Finding]:
    shares = [entry.share for entry in entries]
    given = [share for share in shares if share is not None]
    if given and len(given) < len(shares):
        missing = shares.index(None)
        message = f"{what}: give a share for every entry of {key}, or for none"
        yield journey.source.finding("J214", message, *way, key, missing)
    elif given and abs(sum(given) - 1) > SHARES_TOLERANCE + 1e-9:
        message = f"{what}: the shares of {key} add up to {sum(given):g}, not to 1"
        yield journey.source.finding("J214", message, *way, key)
    seen: set[tuple[str, str | None]] = set()
    for n, entry in enumerate(entries):
        target = entry.at if isinstance(entry, Start) else str(entry.to)
        if (target, entry.why) in seen:
            message = f'"{target}" is named twice in {key}; write it once, or say a different why for each'
            yield journey.source.finding("J122", message, *way, key, n)
        seen.add((target, entry.why))


def targets(journey: Journey) -> dict[str, list[str]]:
    """Where each step leads, with a share that is not 0: ids of steps, `exit`, `end` or `over` (another journey)."""
    steps = journey.steps
    following = {step.id: after.id for step, after in zip(steps, steps[1:], strict=False)}
    leads = {}
    for step in steps:
        entries = [entry for entry in step.next if entry.share is None or entry.share > 0]
        goals = [entry.to.step or entry.to.outcome or OVER for entry in entries]
        leads[step.id] = goals if step.next else [following.get(step.id, END)]
    return leads


def _check_loops(journey: Journey) -> Iterator[Finding]:
    leads = targets(journey)
    out = {EXIT, END, OVER}
    free = set(out)
    unknown = {goal for goals in leads.values() for goal in goals} - leads.keys() - out
    free |= unknown
    backwards: dict[str, list[str]] = {}
    for step, goals in leads.items():
        for goal in goals:
            backwards.setdefault(goal, []).append(step)
    waiting = list(free)
    while waiting:
        for step in backwards.get(waiting.pop(), ()):
            if step not in free:
                free.add(step)
                waiting.append(step)
    stuck = [(way, step) for way, step in steps_with_ways(journey) if step.id not in free]
    for way, step in _heads(stuck, leads):
        message = f'step "{step.name}" leads into a loop with no way out; add an entry to exit, end or a later step'
        yield journey.source.finding("J215", message, *way, "next")


def _heads(stuck: list[tuple[Way, Step]], leads: dict[str, list[str]]) -> Iterator[tuple[Way, Step]]:
    """Of the steps that never get out, the first of each loop."""
    done: set[str] = set()
    for way, step in stuck:
        reached = _reached(step.id, leads)
        if step.id in reached and not reached & done:
            done |= reached
            yield way, step


def _reached(start: str, leads: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(leads.get(start, ()))
    while waiting:
        step = waiting.pop()
        if step not in found:
            found.add(step)
            waiting += leads.get(step, ())
    return found


def _check_unreached(journey: Journey) -> Iterator[Finding]:
    leads = targets(journey)
    steps = list(steps_with_ways(journey))
    starts = [start.at for start in journey.starts if start.share != 0] or [steps[0][1].id]
    met = {at for start in starts for at in _reached(start, leads)} | set(starts)
    excused: set[str] = set()
    for way, step in steps:
        if step.id in met or step.id in excused:
            continue
        led_to = any(step.id in goals for other, goals in leads.items() if other != step.id)
        if not led_to or step.id in _reached(step.id, leads):
            excused |= _reached(step.id, leads)
            message = f'nothing leads to step "{step.name}"; name it in the next of another step, or in starts'
            yield journey.source.finding("J216", message, *way)


def _check_plays(journey: Journey) -> Iterator[Finding]:
    ids = [step.id for step in journey.steps]
    for p, play in enumerate(journey.plays):
        if play.at not in ids:
            message = f'this journey has no step "{play.at}"{did_you_mean(play.at, ids)}'
            yield journey.source.finding("J201", message, "plays", p, "at")


def _check_future(journey: Journey) -> Iterator[Finding]:
    if journey.future_of is not None and journey.state != "future":
        message = "future_of stands only on a journey with state: future"
        yield journey.source.finding("J212", message, "future_of", key=True)
