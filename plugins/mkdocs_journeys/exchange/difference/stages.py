"""The stages and steps of a journey in two revisions: which are the same, and where they stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journeys.definitions import Journey, Stage, Step, make_id, texts_of
from mkdocs_journeys.exchange.difference.changes import Change, Part, Where
from mkdocs_journeys.exchange.difference.likeness import in_other_order, likeness, paired, words_of

_LEAST_WORDS = 5
"""Words that a step must say beside its name before it can be known by them."""

_SAME_PLACE = 0.2
"""What is added to the likeness of two steps between the same neighbours."""


@dataclass(frozen=True)
class Places:
    """The stages and steps that are in both revisions, the earlier one first."""

    stages: list[tuple[Stage, Stage]]
    steps: list[tuple[Step, Step]]
    anchors: dict[str, str] = field(default_factory=dict)

    @property
    def renamed(self) -> dict[str, str]:
        """Ids that were changed: the earlier one to the one of now."""
        return {old: new for old, new in self.anchors.items() if old != new}


def match_places(before: Journey, after: Journey) -> Places:
    """Which stages and steps are the same: by id, then by what they are called and what they say."""
    steps = _matched(before.steps, after.steps, _StepLikeness(before, after))
    known = {old.id: new.id for old, new in steps}
    stages = _matched(before.stages, after.stages, lambda old, new: _stage_likeness(old, new, known))
    anchors = known | {old.id: new.id for old, new in stages}
    return Places(stages, steps, anchors)


def _matched(
    before: Sequence[Any], after: Sequence[Any], like: Callable[[Any, Any], float]
) -> list[tuple[Any, Any]]:
    now = {item.id: item for item in after}
    was = {item.id for item in before}
    same = [(item, now[item.id]) for item in before if item.id in now]
    left = [item for item in before if item.id not in now]
    come = [item for item in after if item.id not in was]
    return sorted(same + paired(left, come, like), key=lambda pair: after.index(pair[1]))


class _StepLikeness:
    """How like two steps are, 0..1, by the better of name and content, and by what stands around them."""

    def __init__(self, before: Journey, after: Journey) -> None:
        self.before = _neighbours(before)
        self.after = _neighbours(after)

    def __call__(self, old: Step, new: Step) -> float:
        said = [words_of(" ".join(text for _, text in texts_of(step))) for step in (old, new)]
        by_name = likeness(old.name.casefold(), new.name.casefold(), 0)
        by_content = likeness(said[0], said[1], 0) if min(map(len, said)) >= _LEAST_WORDS else 0.0
        here = self.before[old.id] == self.after[new.id]
        return min(1.0, max(by_name, by_content) + _SAME_PLACE * here)


def _neighbours(journey: Journey) -> dict[str, tuple[str, str]]:
    ids = ["", *(step.id for step in journey.steps), ""]
    return {step: (ids[place], ids[place + 2]) for place, step in enumerate(ids[1:-1])}


def _stage_likeness(old: Stage, new: Stage, steps: dict[str, str]) -> float:
    """How like two stages are, 0..1: by name, or by how many of their steps are the same."""
    common = {steps.get(step.id) for step in old.steps} & {step.id for step in new.steps}
    by_steps = 2 * len(common) / (len(old.steps) + len(new.steps))
    return max(by_steps, likeness(old.name.casefold(), new.name.casefold(), 0))


def part_of(kind: str, item: Stage | Step) -> Part:
    """A stage or step as a part of its journey."""
    return Part(kind, item.id, item.name)


def compare_places(before: Journey, after: Journey, places: Places) -> Iterator[Change]:
    """Stages and steps that came, went, moved or are called otherwise, in the journey's order."""
    yield from _one_sided("stage", before.stages, after.stages, places.stages, lambda _: ())
    homes = {
        step.id: stage for journey in (before, after) for stage in journey.stages for step in stage.steps
    }

    def in_stage(step: Step) -> Where:
        return (part_of("stage", homes[step.id]),)

    yield from _one_sided("step", before.steps, after.steps, places.steps, in_stage)
    yield from _moved_stages(before, after, places)
    yield from _moved_steps(before, after, places)


def _one_sided(
    what: str,
    before: Sequence[Any],
    after: Sequence[Any],
    pairs: Sequence[tuple[Any, Any]],
    where: Callable[[Any], Where],
) -> Iterator[Change]:
    kept, now = {old.id for old, _ in pairs}, {new.id for _, new in pairs}
    for old in before:
        if old.id not in kept:
            yield Change(kind="removed", what=what, where=where(old), before=old.name)
    for new in after:
        if new.id not in now:
            yield Change(kind="added", what=what, where=where(new), after=new.name)


def compare_names(what: str, old: Any, new: Any, where: Where) -> Iterator[Change]:
    """Another name, or another id where the name does not explain it."""
    if old.name != new.name:
        yield Change(kind="renamed", what=what, where=where, before=old.name, after=new.name)
    made = old.id == make_id(old.name) and new.id == make_id(new.name)
    if old.id != new.id and not made:
        yield Change(kind="changed", what="id", where=where, before=old.id, after=new.id)


def _moved_stages(before: Journey, after: Journey, places: Places) -> Iterator[Change]:
    now = {old.id: new.id for old, new in places.stages}
    order = [now[stage.id] for stage in before.stages if stage.id in now]
    yield from _moves("stage", order, after.stages)


def _moved_steps(before: Journey, after: Journey, places: Places) -> Iterator[Change]:
    homes = {step.id: stage for stage in before.stages for step in stage.steps}
    stages = {old.id: new.id for old, new in places.stages}
    was = {new.id: homes[old.id] for old, new in places.steps}
    for stage in after.stages:
        staying = [step for step in stage.steps if step.id in was and stages.get(was[step.id].id) == stage.id]
        yield from _into(stage, stages, was)
        order = [places.anchors[step.id] for step in before.steps if step.id in places.anchors]
        names = {step.id for step in staying}
        yield from _moves("step", [name for name in order if name in names], stage.steps)


def _into(stage: Stage, stages: dict[str, str], was: dict[str, Stage]) -> Iterator[Change]:
    """Steps that stood in another stage."""
    for step in stage.steps:
        if step.id in was and stages.get(was[step.id].id) != stage.id:
            where = (part_of("step", step),)
            yield Change(kind="moved", what="step", where=where, before=was[step.id].name, after=stage.name)


def _moves(what: str, order: Sequence[str], after: Sequence[Any]) -> Iterator[Change]:
    """What stands elsewhere in its list; the change's `after` names what it follows now, None: nothing."""
    names = {item.id: item for item in after}
    moved = in_other_order(order, [item.id for item in after])
    for name in moved:
        place = after.index(names[name])
        follows = after[place - 1].name if place else None
        yield Change(
            kind="reordered",
            what=what,
            where=(part_of(what, names[name]),),
            after=follows,
        )
