"""What would improve the map most: what to ask, to repeat, to settle, to check and to promise, and where."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_journeys.catalogue import Catalogue
from mkdocs_journeys.definitions import Kind
from mkdocs_journeys.insight.backing import named_for
from mkdocs_journeys.insight.evidence import Research
from mkdocs_journeys.insight.improvements import RankedImprovement
from mkdocs_journeys.insight.journeys import JourneyInsight
from mkdocs_journeys.insight.steps import StepInsight, counts_in_figures
from mkdocs_journeys.insight.weak_spots import harm

MOST = 10
Deed = Literal["ask", "repeat", "settle", "improve", "keep", "review", "own"]

WEIGHTS: dict[Deed, float] = {
    "ask": 1.0, "settle": 0.8, "repeat": 0.6, "improve": 1.0, "keep": 0.8, "review": 0.3, "own": 0.2,
}  # fmt: skip
"""How much of a step's worth each deed restores: a guess that is asked about becomes known, all of it; an old
answer that is asked for again was not worth nothing, and so on. They only decide the order."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing that would improve the map, with the file to open for it (`kind` and `id`) and why.

    `steps` are the steps of the journey (or, of research, of all journeys) that it touches, as journey and
    step, the most harmful first. `gain` orders the tasks: see `find_tasks`.

    - ask: nothing but assumptions stands behind these steps of a journey
    - settle: kinds of research disagree on this step
    - repeat: these steps rest on this research, which has expired
    - improve: this weak spot has no improvement planned or under way
    - keep: an improvement (`improvement`) for these steps was promised for a day that has passed
    - review: nobody has checked this journey in time
    - own: this journey has no owner
    """

    deed: Deed
    kind: Kind
    id: str
    steps: tuple[tuple[str, str], ...]
    gain: float = 0
    improvement: str | None = None


def find_tasks(
    catalogue: Catalogue,
    journeys: Iterable[JourneyInsight],
    research: Research,
    improvements: Iterable[RankedImprovement],
    most: int = MOST,
) -> tuple[Task, ...]:
    """The tasks that would improve the map most, at most `most` and the greatest gain first.

    A task's gain is the sum over its steps of 1 + harm (0..1, how bad the step is for all customers), times
    the weight of its deed. Journeys that are planned, archived or drafts are left out. Of equal ones, the
    order of deeds in `WEIGHTS` and of ids decides.
    """
    lived = [journey for journey in journeys if counts_in_figures(journey.journey)]
    harms = {_place(step): harm(step) for journey in lived for step in journey.steps}
    tasks = [
        *_of_journeys("ask", lived, _unasked),
        *_settle(lived),
        *_repeat(lived, research),
        *_improve(lived),
        *_keep(lived, improvements),
        *_of_journeys("review", lived, lambda journey: journey.steps if journey.stale else ()),
        *_of_journeys("own", lived, lambda each: () if catalogue.owner_of(each.journey) else each.steps),
    ]
    weighed = [_weigh(task, harms) for task in tasks if task.steps]
    return tuple(sorted(weighed, key=lambda task: -task.gain)[:most])


_Steps = Callable[[JourneyInsight], Iterable[StepInsight]]


def _place(step: StepInsight) -> tuple[str, str]:
    return step.at.journey.id, step.id


def _weigh(task: Task, harms: Mapping[tuple[str, str], float]) -> Task:
    worst_first = tuple(sorted(task.steps, key=lambda place: -harms[place]))
    gain = WEIGHTS[task.deed] * sum(1 + harms[place] for place in task.steps)
    return replace(task, steps=worst_first, gain=gain)


def _task(deed: Deed, kind: Kind, id_: str, steps: Iterable[StepInsight]) -> Task:
    return Task(deed=deed, kind=kind, id=id_, steps=tuple(map(_place, steps)))


def _of_journeys(deed: Deed, journeys: Iterable[JourneyInsight], chosen: _Steps) -> Iterator[Task]:
    """A task for each journey, of the steps that are chosen from it."""
    return (_task(deed, "journey", journey.journey.id, chosen(journey)) for journey in journeys)


def _unasked(journey: JourneyInsight) -> Iterator[StepInsight]:
    return (step for step in journey.steps if step.confidence is not None and step.confidence.level == "none")


def _settle(journeys: Iterable[JourneyInsight]) -> Iterator[Task]:
    for journey in journeys:
        for step in journey.steps:
            if step.confidence is not None and step.confidence.disagreeing:
                yield _task("settle", "journey", journey.journey.id, [step])


def _repeat(journeys: Iterable[JourneyInsight], research: Research) -> Iterator[Task]:
    resting: defaultdict[str, list[StepInsight]] = defaultdict(list)
    for journey in journeys:
        for step in journey.steps:
            if step.feeling is not None and step.feeling.expired:
                for id_ in (
                    research.proof & research.expired & named_for(step.at.step).union(step.readings.pieces)
                ):
                    resting[id_].append(step)
    return (_task("repeat", "evidence", id_, resting[id_]) for id_ in sorted(resting))


def _improve(journeys: Iterable[JourneyInsight]) -> Iterator[Task]:
    for journey in journeys:
        for step in journey.weak:
            if not step.attended:
                yield _task("improve", "journey", journey.journey.id, [step])


def _keep(journeys: Iterable[JourneyInsight], improvements: Iterable[RankedImprovement]) -> Iterator[Task]:
    by_id = {journey.journey.id: journey for journey in journeys}
    for ranked in improvements:
        if ranked.overdue and ranked.journey in by_id:
            steps = [step for step in by_id[ranked.journey].steps if ranked.improvement in step.improvements]
            task = _task("keep", "journey", ranked.journey, steps)
            yield replace(task, improvement=ranked.improvement.id)
