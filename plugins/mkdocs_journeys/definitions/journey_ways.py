"""Ways through one journey: where its steps lead, where people enter, and whether everybody gets out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from mkdocs_journeys.definitions.findings import Finding, short
from mkdocs_journeys.definitions.ids import make_id, normalise
from mkdocs_journeys.definitions.journey import Journey, Step
from mkdocs_journeys.definitions.messages import Message, say
from mkdocs_journeys.definitions.places import Goal
from mkdocs_journeys.definitions.suggestions import SURELY_MEANT, nearest, with_nearest
from mkdocs_journeys.definitions.ways import Way

END = "end"
EXIT = "exit"
OVER = "over"
OUT = frozenset({EXIT, END, OVER})
_TARGETS = frozenset({"next", "to"})
Leads = Mapping[str, list[str]]


def steps_with_ways(journey: Journey) -> Iterator[tuple[Way, Step]]:
    """Every step with the way to it."""
    for s, stage in enumerate(journey.stages):
        for t, step in enumerate(stage.steps):
            yield ("stages", s, "steps", t), step


def check_targets(journey: Journey) -> Iterator[Finding]:
    """Targets of steps, starts and plays that are no steps (J201)."""
    yield from _unknown_targets(journey)
    yield from _unknown_starts(journey)
    yield from _unknown_steps_of_plays(journey)


def check_ways(journey: Journey) -> Iterator[Finding]:
    """Targets that are no steps (J201), loops with no way out (J215), steps that nothing leads to (J216)."""
    yield from check_targets(journey)
    is_open = next(_unknown_targets(journey), None) or next(_unknown_starts(journey), None)
    if is_open or _targets_lost(journey):
        return
    leads = targets(journey)
    yield from _check_loops(journey, leads)
    yield from _check_unreached(journey, leads)


def goal_in(journey: Journey, goal: Goal) -> Goal:
    """Where `goal` leads from a step of `journey`: a place in this journey itself is its step."""
    place = goal.place
    if place is None or place.journey != journey.id or place.anchor is None:
        return goal
    return Goal(step=place.anchor)


def _targets_lost(journey: Journey) -> bool:
    source = journey.source
    return source.lost("starts") or any(
        source.lost(*way, "next") or source.lost_below((*way, "next"), _TARGETS)
        for way, _ in steps_with_ways(journey)
    )


def by_id(message: Message, typed: str, names: Mapping[str, str]) -> Message:
    """`message` with the id that was meant: of what is called like that, else the nearest one.

    `names`: ids with their names. Where only one can be meant, the message is `sure`.
    """
    meant = called_so(typed, names)
    if len(meant) > 1:
        ids = ", ".join(meant)
        return say("%(message)s; these are called so: %(ids)s", message=message, ids=short(ids))
    if meant:
        return _surely(message, typed, meant[0], names)
    called = nearest(typed, names.values(), SURELY_MEANT)
    near = next((key for key, name in names.items() if name == called), None)
    if near is None or near == typed or nearest(typed, names) == near:
        return with_nearest(message, typed, names)
    return say('%(message)s; the id of "%(name)s" is %(id)s', message=message, name=called, id=near)


def called_so(typed: str, names: Mapping[str, str]) -> list[str]:
    """The ids of all that has `typed` for its name, or for its id in another writing."""
    folded, made = _folded(typed), make_id(typed)
    return [key for key, name in names.items() if _folded(name) == folded or _folded(key) in (folded, made)]


def _folded(name: str) -> str:
    return normalise(" ".join(name.split()).casefold())


def _surely(message: Message, typed: str, meant: str, names: Mapping[str, str]) -> Message:
    if _folded(names[meant]) != _folded(typed) or nearest(typed, names) == meant:
        told = say('%(message)s; did you mean "%(word)s"?', message=message, word=meant)
    else:
        told = say(
            '%(message)s; the id of "%(name)s" is %(id)s', message=message, name=names[meant], id=meant
        )
    return told.being_sure(typed, meant)


def _unknown(journey: Journey, step: str, known: Mapping[str, str], *way: str | int) -> Iterator[Finding]:
    if not journey.source.lost(*way):
        message = by_id(say('this journey has no step "%(id)s"', id=step), step, known)
        yield journey.source.finding("J201", message, *way)


def _unknown_targets(journey: Journey) -> Iterator[Finding]:
    ids = {step.id: step.name for step in journey.steps}
    for way, step in steps_with_ways(journey):
        for n, entry in enumerate(step.next):
            target = goal_in(journey, entry.to).step
            if target is not None and target not in ids:
                yield from _unknown(journey, target, {**ids, EXIT: EXIT, END: END}, *way, "next", n, "to")


def _unknown_starts(journey: Journey) -> Iterator[Finding]:
    ids = {step.id: step.name for step in journey.steps}
    for s, start in enumerate(journey.starts):
        if start.at not in ids:
            yield from _unknown(journey, start.at, ids, "starts", s, "at")


def _unknown_steps_of_plays(journey: Journey) -> Iterator[Finding]:
    ids = {step.id: step.name for step in journey.steps}
    for p, play in enumerate(journey.plays):
        if play.at not in ids:
            yield from _unknown(journey, play.at, ids, "plays", p, "at")


def targets(journey: Journey) -> dict[str, list[str]]:
    """Where each step leads with a share above 0: ids of steps, `exit`, `end` or `over` (another journey)."""
    steps = journey.steps
    following = {step.id: after.id for step, after in pairwise(steps)}
    leads = {}
    for step in steps:
        entries = [entry for entry in step.next if entry.share is None or entry.share > 0]
        goals = [
            goal.step or goal.outcome or OVER for goal in (goal_in(journey, each.to) for each in entries)
        ]
        leads[step.id] = goals if step.next else [following.get(step.id, END)]
    return leads


def _check_loops(journey: Journey, leads: Leads) -> Iterator[Finding]:
    """One finding for each group of steps that hang together and never get out, where it turns back."""
    free = reached(OUT, _backwards(leads))
    stuck = [(way, step) for way, step in steps_with_ways(journey) if step.id not in free]
    order = {step.id: number for number, step in enumerate(journey.steps)}
    neighbours = _neighbours({step.id: leads[step.id] for _, step in stuck})
    told: set[str] = set()
    for way, step in stuck:
        turns_back = any(order[goal] <= order[step.id] for goal in leads[step.id])
        if turns_back and step.id not in told:
            told |= reached([step.id], neighbours)
            message = say(
                'step "%(step)s" leads into a loop with no way out; add an entry to exit, end '
                "or a later step",
                step=step.name,
            )
            yield journey.source.finding("J215", message, *way, "next")


def _backwards(leads: Leads) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for step, goals in leads.items():
        for goal in goals:
            found.setdefault(goal, []).append(step)
    return found


def _neighbours(leads: Leads) -> dict[str, list[str]]:
    found = _backwards(leads)
    for step, goals in leads.items():
        found.setdefault(step, []).extend(goals)
    return found


def reached(starts: Iterable[str], leads: Leads) -> set[str]:
    """All that can be reached from `starts`, these included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for goal in leads.get(waiting.pop(), ()):
            if goal not in found:
                found.add(goal)
                waiting.append(goal)
    return found


def _check_unreached(journey: Journey, leads: Leads) -> Iterator[Finding]:
    """A finding for each step that nothing leads to; what only such steps lead to follows from them."""
    steps = list(steps_with_ways(journey))
    starts = [start.at for start in journey.starts if start.share != 0] or [steps[0][1].id]
    met = reached(starts, leads)
    led_to = {goal for step, goals in leads.items() for goal in goals if goal != step}
    unmet = [(way, step) for way, step in steps if step.id not in met]
    first = [(way, step) for way, step in unmet if step.id not in led_to]
    excused: set[str] = set()
    for way, step in (*first, *unmet):
        if step.id not in excused:
            excused |= reached([step.id], {key: goals for key, goals in leads.items() if key not in excused})
            message = say(
                'nothing leads to step "%(step)s"; name it in the next of another step, or in starts',
                step=step.name,
            )
            yield journey.source.finding("J216", message, *way)
