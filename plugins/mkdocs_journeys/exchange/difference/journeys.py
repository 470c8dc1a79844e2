"""A journey in two revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.definitions import Improvement, Journey, Step
from mkdocs_journeys.exchange.difference.changes import Change, Part, Renames, Where
from mkdocs_journeys.exchange.difference.emotions import compare_emotions
from mkdocs_journeys.exchange.difference.felt import Felt
from mkdocs_journeys.exchange.difference.fields import compare_fields
from mkdocs_journeys.exchange.difference.likeness import likeness, paired, words_of
from mkdocs_journeys.exchange.difference.renaming import readings_with_new_names, with_new_names
from mkdocs_journeys.exchange.difference.side import Side
from mkdocs_journeys.exchange.difference.stages import (
    Places,
    compare_names,
    compare_places,
    match_places,
    part_of,
)
from mkdocs_journeys.insight import JourneyInsight

_LITTLE = 0.01
"""Shares below are written with a decimal more: little is not nothing."""


@dataclass(frozen=True)
class Revision:
    """A journey in one revision; `journey` speaks of others by the ids of the later one."""

    side: Side
    journey: Journey
    insight: JourneyInsight
    renames: Renames

    def felt(self, step: Step) -> Felt:
        """How a step feels."""
        feelings = {each.id: each.feeling for each in self.insight.steps}
        rows = self.side.insight.catalogue.readings.get((self.insight.journey.id, step.id), ())
        readings = readings_with_new_names(rows, (), self.renames, {})
        return Felt(step, feelings[step.id], readings, self.renames.get("persona", {}))


def compare_journeys(
    before: Journey, after: Journey, sides: tuple[Side, Side], renames: Renames
) -> Iterator[Change]:
    """What changed in a journey, in its order, and then what follows from it."""
    places = match_places(before, after)
    then = with_new_names(before, after, {**renames, "anchor": places.renamed})
    old, new = (
        _revision(sides[0], before, then, renames),
        _revision(sides[1], after, after, {}),
    )
    yield from compare_fields(then, after, (), frozenset({"stages", "improvements"}))
    yield from compare_places(before, after, places)
    yield from _compare_stages(then, places)
    yield from _compare_steps(old, new, places)
    yield from _compare_improvements(then.improvements, after.improvements)
    yield from _compare_flows(old.insight, new.insight, places)


def _revision(side: Side, journey: Journey, now: Journey, renames: Renames) -> Revision:
    return Revision(side, now, side.insight.journeys[journey.id], renames)


def _compare_stages(before: Journey, places: Places) -> Iterator[Change]:
    was = {stage.id: stage for stage in before.stages}
    for old, new in places.stages:
        where: Where = (part_of("stage", new),)
        yield from compare_names("stage", old, new, where)
        yield from compare_fields(was[old.id], new, where, frozenset({"id", "name", "steps"}))


def _compare_steps(before: Revision, after: Revision, places: Places) -> Iterator[Change]:
    was = {step.id: step for step in before.journey.steps}
    names = {id_: persona.name for id_, persona in after.side.insight.catalogue.personas.items()}
    for old, new in places.steps:
        where: Where = (part_of("step", new),)
        yield from compare_names("step", old, new, where)
        yield from compare_emotions(before.felt(was[old.id]), after.felt(new), where, names)
        yield from compare_fields(was[old.id], new, where, frozenset({"id", "name", "emotion"}))


def _compare_improvements(before: Sequence[Improvement], after: Sequence[Improvement]) -> Iterator[Change]:
    now = {item.id: item for item in after}
    was = {item.id for item in before}
    left = [item for item in before if item.id not in now]
    pairs = [(item, now[item.id]) for item in before if item.id in now]
    pairs += paired(left, [item for item in after if item.id not in was], _alike)
    for old, new in sorted(pairs, key=lambda pair: after.index(pair[1])):
        yield from _compare_improvement(old, new)
    kept = {id(item) for pair in pairs for item in pair}
    for item in (item for item in before if id(item) not in kept):
        yield Change(kind="removed", what="improvement", before=item.title)
    for item in (item for item in after if id(item) not in kept):
        yield Change(kind="added", what="improvement", after=item.title, because=item.evidence)


def _compare_improvement(old: Improvement, new: Improvement) -> Iterator[Change]:
    where = (Part("improvement", new.id, new.title),)
    if old.title != new.title:
        yield Change(kind="renamed", what="improvement", where=where, before=old.title, after=new.title)
    elif old.id != new.id:
        yield Change(kind="changed", what="id", where=where, before=old.id, after=new.id)
    yield from compare_fields(old, new, where, frozenset({"id", "title"}))


def _alike(old: Improvement, new: Improvement) -> float:
    by_title = likeness(words_of(old.title), words_of(new.title), 0)
    said = [words_of(item.action or "") for item in (old, new)]
    return max(by_title, likeness(said[0], said[1], 0) if all(said) else 0.0)


def _compare_flows(before: JourneyInsight, after: JourneyInsight, places: Places) -> Iterator[Change]:
    """What the ways between the steps come to: who leaves where, and how many finish."""
    for old, new in places.steps:
        where = (part_of("step", new),)
        yield from _figure("drop_off", before.flow.steps[old.id], after.flow.steps[new.id], where)
    yield from _figure("completion", before.flow, after.flow, ())
    yield from _figure("lost", before.flow, after.flow, ())


def _figure(what: str, before: Any, after: Any, where: Where) -> Iterator[Change]:
    old, new = _rounded(getattr(before, what)), _rounded(getattr(after, what))
    if old != new:
        yield Change(
            kind="changed", what=what, where=where, before=old, after=new, form="share", follows=True
        )


def _rounded(share: float | None) -> float | None:
    """A share as exact as it is written: to a tenth of a percent, or a hundredth."""
    return None if share is None else round(share, 4 if share < _LITTLE else 3)
